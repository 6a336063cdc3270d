"""What somebody asks, wants or hopes that another does to a party (`دعت كندا أوروبا إلى أن تعاقب البرتغال`)."""

from analysis.cues import CUE_READINGS
from analysis.stance.lexicon import VERBS
from analysis.stance.people import particle_at, who, whos
from analysis.stance.pieces import group_slots, pieces_after
from analysis.stance.roles import VERBAL, objects_of

WISHED = ("support", "defend", "oppose", "hostile", "fight", "help", "blame", "relief", "rescue")
"""Classes of predicates that can be asked of another, so that who asks it shares the attitude."""

WISHES = ("demand", "want", "hope")
"""Acts of cues whose clause with أن tells what is to be done."""


def wished_of_another(page, i, form, predicate, sign):
    """`دعت كندا أوروبا إلى أن | تعاقب البرتغال`, `طالبت كندا بأن تفرض أوروبا | عقوبات على البرتغال`: return the mentions of to whom, by the wish of who speaks, another is to do what the predicate tells, as a list."""
    if sign < 0 or predicate.cls not in WISHED or page.voices[i] is None or i in page.cue_at:
        return []
    verb = i if form.pos == "imperfect" and not form.pronoun else page.verb_before(i, 5) if form.pos == "noun" and not form.pronoun else None
    if verb is None or not _opens_wish(page, verb, page.voices[i]):
        return []
    subject = _subject(page, verb, page.voices[i])
    if subject is None or any(doer in page.tellers(i) for doer in subject):
        return []
    if form.pos in VERBAL:
        told = _addressed(page, verb, page.voices[i])
        found = objects_of(page, pieces_after(page, i), predicate.markers, 0 if told else 1)
    else:
        light = VERBS[page.keys[verb]]
        found = objects_of(page, pieces_after(page, i), tuple(m for m in predicate.markers if m != "direct"), 0) if light is not None and light.lemma == "doer" else []
    return [m for m in found if who(m) not in subject]


def _opens_wish(page, verb, statement):
    """`طالبت كندا | بأن تفرض`: say whether the verb stands right behind أن, which opens the words of a demand, wish or hope, an addressee before it or not."""
    if page.tokens.forms[verb - 1] not in ("أن", "بأن") or not statement.content or page.voices[verb] is not statement:
        return False
    cue = page.cue_token(statement)
    if cue is None or not any(r.cue.act in WISHES for r in CUE_READINGS[page.keys[cue]]):
        return False
    begin = page.first_token(statement.content[0][0])
    return all(k in page.mention_in or particle_at(page, k) == "preposition" for k in range(begin, verb - 1)) and verb - 1 - begin < 8


def _addressed(page, verb, statement):
    """`دعت كندا | أوروبا إلى أن تعاقب`: return the mentions of the addressee before أن, as a list."""
    begin = page.first_token(statement.content[0][0])
    return list(dict.fromkeys(page.mention_in[k] for k in range(begin, verb - 1) if k in page.mention_in))


def _subject(page, verb, statement):
    """`إلى أن تعاقب | أوروبا البرتغال`: return the Whos of who is to do it: the addressee, else the phrase behind the verb ([] where it names no party); None where there is neither, so that it can be who speaks."""
    told = _addressed(page, verb, statement)
    if told:
        return whos(told)
    slots = group_slots(pieces_after(page, verb))
    return whos(slots[0]) if slots else None
