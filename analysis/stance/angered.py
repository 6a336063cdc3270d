"""Whom a deed angers: who is angered is against whoever did it (`أثار القرار الكندي غضب النرويج`)."""

from analysis.stance.consequences import whole_before, whose_clause
from analysis.stance.finding import LIKELY, Finding
from analysis.stance.lexicon import TRIGGERS, turns
from analysis.stance.page import NOBODY
from analysis.stance.people import is_victim, who
from analysis.stance.pieces import group_slots, pieces_after
from analysis.stance.polarity import bearing
from analysis.stance.readings import choose
from analysis.stance.roles import VERBAL
from analysis.text import fold

REACH = 14
"""Tokens behind the verb among which the noun of anger stands."""


def anger_rule(page, i, trigger):
    """`أثارت كندا غضب النرويج`, `أغضب القرار الكندي النرويج`, `فرضت كندا رسوما، في خطوة أثارت غضب النرويج`: who is angered is against whoever did it."""
    form, predicate = choose(page, i, trigger.forms)
    if form.pos not in VERBAL or form.pronoun or bearing(page, i)[0] != 1 or fold(predicate.lemma) not in turns("angering"):
        return
    angry, cause = _aroused(page, i) if predicate.needed else _angered(page, i)
    if cause is None or is_victim(page, cause):
        return
    for mention in angry:
        told = page.voices[i] is None or who(mention) in page.tellers(i)
        if told and mention.party not in (cause.party, "civilians", "media", *NOBODY):
            first, last = min(i, page.first_token(cause.start)), page.last_token(mention.end)
            yield Finding(who(mention), who(cause), -1, "evaluation", first, last, "blame verb", LIKELY)


def _aroused(page, i):
    """`أثارت تصريحات كندا | غضب النرويج`: return (mentions of whose anger it is, right behind the noun, mention of who aroused it or None)."""
    feeling = next((k for k in range(i + 1, min(i + REACH, page.sentence(i)[1] - 1)) if page.words[k] is not None and not page.words[k].prep and page.words[k].stem in turns("anger")), None)
    slots = group_slots(pieces_after(page, feeling)) if feeling is not None and feeling + 1 in page.mention_at and not page.preposition(feeling + 1) else []
    if not slots or not slots[0]:
        return [], None
    return slots[0], _before(page, i) if feeling == i + 1 else _cause(page, i, feeling)


def _angered(page, i):
    """`أغضب القرار الكندي | النرويج`, `في خطوة أغضبت | النرويج`: return (mentions of who is angered, mention of who angered them or None)."""
    slots = group_slots(pieces_after(page, i))
    before = _before(page, i)
    if before is not None:
        return slots[0] if slots else [], before
    return (slots[1], _cause(page, i, page.first_token(slots[1][0].start))) if len(slots) > 1 and slots[0] and slots[1] else ([], None)


def _cause(page, i, end):
    """`أثارت | كندا غضب`, `أثارت | تصريحات الوزير الكندي غضب`, `أثار | دعم كندا للحزب غضب`: return the mention right behind the verb, or right behind a noun of conduct or of an attitude there; or None."""
    near = page.mention_at.get(i + 1) or page.mention_at.get(i + 2)
    if near is None or page.last_token(near[0].end) >= end or page.preposition(page.first_token(near[0].start)):
        return None
    head, word = i + 1, page.words[i + 1]
    if head in page.mention_at:
        return near[0] if near[0].kind != "demonym" else None
    stem = word.stem.removeprefix("ال") if word is not None else ""
    trigger = TRIGGERS[page.keys[head]]
    attitude = trigger is not None and any(form.pos == "noun" and predicate.object for form, predicate in trigger.forms)
    return near[0] if attitude or any(stem in turns(cls) for cls in ("conduct", "deed_noun", "attempt", "decision")) else None


def _before(page, i):
    """`فرضت كندا رسوما، ما | أثار غضب النرويج`: return the mention of whose deed the clause before the comma tells, or None."""
    comma = whole_before(page, i)
    return whose_clause(page, comma) if comma is not None else None
