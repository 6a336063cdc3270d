"""A stance before it becomes a row, and what all rules share."""

from typing import NamedTuple

from analysis.stance.lexicon import VICTIMS, turns
from analysis.stance.page import Who
from analysis.stance.people import is_victim

SURE, LIKELY, DOUBTFUL = 0.8, 0.6, 0.4


class Finding(NamedTuple):
    """One stance before it becomes a row: evidence is tokens first … last; certainty 0…1."""

    source: Who
    target: Who
    sign: int
    kind: str
    first: int
    last: int
    rule: str
    certainty: float


def shown(page, source, target, sign, kind, i, mention, rule, certainty):
    """Make a Finding whose evidence runs from the predicate to the target's mention, in whichever order they stand."""
    first, last = page.first_token(mention.start), page.last_token(mention.end)
    if last < i - 20 or first > i + 20 or page.tokens.sentence_of[first] != page.tokens.sentence_of[i]:
        first = last = i
    return Finding(source, target, sign, kind, min(negator(page, i), first), max(i, last), rule, certainty)


def negator(page, i):
    """Return the token of a negation right before token i, or i."""
    k = i - 1
    return k if k >= page.sentence(i)[0] and page.words[k] is not None and page.words[k].particle == "negation" else i


def with_party(page, i, party):
    """Return (first, last) token of the evidence: token i and the nearest mention of a party within its sentence, eight words away at most."""
    first, last = page.sentence(i)
    for distance in range(1, 9):
        for j in (i + distance, i - distance):
            if first <= j < last and j in page.mention_in and page.mention_in[j].party == party:
                mention = page.mention_in[j]
                return min(i, page.first_token(mention.start)), max(i, page.last_token(mention.end))
    return i, i


def harmed(page, i, doers=()):
    """Say whether words for civilians or their places stand after the predicate, or before it where it is the means (`برصاص الشرطة`)."""
    first, end = page.sentence(i)
    if i - 2 >= first and page.keys[i - 2] == "منذ" and page.words[i - 1] is not None and page.words[i - 1].stem in turns("beginning"):
        # `منذ بدء الهجوم الكندي، قتل مدنيون بقذائف`
        return False
    names = {doer.actor for doer in doers}
    for j in range(i + 1, min(end, i + 14)):
        if j in page.mention_in and page.mention_in[j].actor in names:
            # `أطلق جنود إسرائيليون النار على صبي`: who did it.
            continue
        if VICTIMS[page.keys[j]] and not (j - 1 in page.mention_in and page.mention_in.get(j) is page.mention_in[j - 1] and not is_victim(page, page.mention_in[j])) and not (j + 1 < end and page.words[j + 1] is not None and page.words[j + 1].stem in turns("controlling")):
            # not `هجوما على بلدة يسيطر عليها التنظيم`, nor `وحدات حماية الشعب`, a name
            return True
        if page.keys[j] in turns("at_the_time") and page.keys[j - 1] == "في":
            # `يأتي هجومه في وقت تستعد فيه المدينة للانتخابات`: another clause.
            return False
        if page.words[j] is not None and _without_article(page.words[j]) in turns("military"):
            # `قصف مواقع عسكرية في مدينة درعا`
            return False
    before = range(max(first, i - 8), i)
    return _is_means(page, i) and any(VICTIMS[page.keys[j]] for j in before) and not any(page.words[j] is not None and _without_article(page.words[j]) in turns("military") for j in before)


def _is_means(page, i):
    """`برصاص الشرطة`, `جراء غارات`, `إثر القصف`, `في حملة القصف`: say whether the noun at token i is what did the harm told before it."""
    k = i - 1 - (page.words[i - 1] is not None and page.words[i - 1].stem in turns("series"))
    if page.keys[k] == "من" and any(page.keys[n] in turns("cause") for n in range(max(page.sentence(i)[0], k - 3), k)):
        # `قتلوا خلال أسابيع من القصف`
        return True
    return page.words[i].prep == "ب" or page.keys[k] in turns("cause") and k >= page.sentence(i)[0]


def _without_article(word):
    return word.stem[2:] if word.definite else word.stem
