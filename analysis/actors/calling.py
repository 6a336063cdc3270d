"""How an actor is called at one place: the head noun there gives gender, number and whether it is a document."""

from analysis.actors.scan import demonym_at


def as_called(scan, first, actor):
    """Return the actor with the gender and number of the noun by which it is called here; a document speaks for its issuer.

    `قالت الوزارة`, but `قال البيان` of the same ministry.
    """
    if actor is None:
        return None
    known, (gender, number) = scan.words[scan.keys[first]], called_features(scan, first, actor)
    document = actor.type != "person" and known is not None and known.nouns and known.nouns[-1].scope == "document"
    called = "document" if document else actor.type, gender, number
    return actor if called == (actor.type, actor.gender, actor.number) else actor._replace(type=called[0], gender=gender, number=number)


def called_features(scan, first, actor):
    """Return the gender and number of an actor as it is called here."""
    known = scan.words[scan.keys[first]]
    if known is None or actor.type == "person":
        return actor.gender, actor.number
    if known.nouns:
        return known.nouns[-1].gender, "s"
    if known.titles and actor.type in ("group", "anonymous"):
        return known.titles[-1].gender, known.titles[-1].number
    if any(name.actor == actor.id for name in known.names):
        # `كوريا الشمالية` is a name, though كوريا could be the dual of كوري.
        return actor.gender, actor.number
    adjective = demonym_at(scan, first) if (known.demonym or known.pair) and not known.alone else None
    return (adjective[0].gender, adjective[0].number) if adjective is not None else (actor.gender, actor.number)
