"""How an actor is called at one place: the head noun there gives gender, number and whether it is a document."""

from analysis.actors.scan import demonym_at


def as_called(scan, first, actor):
    """Return the actor with the gender and number of the noun by which it is called here; a document speaks for its issuer.

    `قالت الوزارة`, but `قال البيان` of the same ministry.
    """
    known = scan.words[scan.keys[first]]
    if actor is None or known is None or actor.type == "person":
        return actor
    if known.nouns:
        noun = known.nouns[-1]
        return actor._replace(type="document" if noun.scope == "document" else actor.type, gender=noun.gender, number="s")
    if known.titles and actor.type in ("group", "anonymous"):
        return actor._replace(gender=known.titles[-1].gender, number=known.titles[-1].number)
    if any(name.actor == actor.id for name in known.names):
        # `كوريا الشمالية` is a name, though كوريا could be the dual of كوري.
        return actor
    adjective = demonym_at(scan, first) if (known.demonym or known.pair) and not known.alone else None
    return actor._replace(gender=adjective[0].gender, number=adjective[0].number) if adjective is not None else actor
