"""Parties called somebody's ally by a noun with the pronoun of whose ally it is: `النظام وحليفته روسيا`, `حلفاؤها من الأكراد`."""

from analysis.inflection import pronoun_features, pronoun_of
from analysis.stance.control import controllers
from analysis.stance.finding import SURE, shown
from analysis.stance.lexicon import TRIGGERS, of_class, turns
from analysis.stance.people import can_mean, features, meant, nameable, who
from analysis.stance.pieces import named_by, pieces_after


def ally_rule(page, i, trigger):
    """`دمشق وحليفتها موسكو`, `تركيا وحلفاؤها من الأكراد`, `سلحت موسكو حليفتها دمشق`: who is joined, acts or gives stands by whose ally he is; whose ally somebody is called in his own words, or in his deed, stands by him."""
    if page.keys[i - 1] in turns("against"):
        # `حرب أعلنها ضد حلفائه الأوروبيين`
        return
    allies, apart = named_allies(page, i)
    owner = whose_ally(page, i, {mention.party for mention in allies})
    if owner is None or any(key in turns("former") for key in page.keys[i + 1:min(i + 5, page.sentence(i)[1])]):
        # `حلفاؤه السابقون`
        return
    own = any(teller.party == owner.party for teller in page.tellers(i))
    acting = page.words[i].conj or page.is_verb(i - 1) or page.keys[i - 1] == "من"
    for mention in allies:
        if "civilians" not in (mention.party, owner.party):
            if own or not acting:
                yield shown(page, who(owner), who(mention), 1, "relation", i, mention, "ally phrase", SURE)
            if not own and (acting or apart):
                yield shown(page, who(mention), who(owner), 1, "relation", i, mention, "ally phrase", SURE)


def named_allies(page, i):
    """Return (mentions of who is the ally, whether they stand apart): right behind the noun, behind its من, or before the comma that it stands behind."""
    found = []
    for n, piece in enumerate(pieces_after(page, i)):
        if n == 0 and (piece.marker not in ("", "من") or piece.first > i + 2) or n and not piece.joined:
            break
        if piece.mentions and page.first_token(piece.mentions[0].start) > piece.first:
            # `وحلفاؤها الغربيون`, `حلفاؤه من هزيمة المعارضة`
            break
        found += named_by(piece)
    before = page.mention_in.get(i - 2) if not found and page.words[i - 1] is None and page.tokens.forms[i - 1] in "،," else None
    return (found, False) if found or before is None else ([before], True)


def whose_ally(page, i, allies):
    """Return the mention that the noun's pronoun means: who it is joined to, else the last party before it that is no ally here; or None."""
    if page.words[i].conj:
        before = page.mention_in.get(i - 1) or page.mention_in.get(i - 2)
        fits = before is not None and before.party not in allies and nameable(page, before) and can_mean(features(page, before), *pronoun_features(pronoun_of(page.words[i].stem)))
        return before if fits else None
    helped = page.words[i].prep == "ل" and of_class(TRIGGERS[page.keys[i - 1]], "support", "help", "rescue", "defend", pos=("noun",))
    doers = [doer.party for doer in controllers(page, i - 1, together=True) or ()] if helped and i - 1 > page.sentence(i)[0] else ()
    # `أفشلت روسيا قرارا قدمته كندا، حماية لحليفتها دمشق`: who does the whole helps his ally.
    return meant(page, i, pronoun_of(page.words[i].stem), allies | {page.mention_in[k].party for k in range(page.sentence(i)[0], i) if k in page.mention_in and doers and page.mention_in[k].party not in doers})
