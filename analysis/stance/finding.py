"""A stance before it becomes a row, and what all rules share."""

from typing import NamedTuple

from analysis.stance.lexicon import VICTIMS
from analysis.stance.page import Who

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
    if last < i - 20 or first > i + 20:
        first = last = i
    return Finding(source, target, sign, kind, min(i, first), max(i, last), rule, certainty)


def harmed(page, i):
    """Say whether words for civilians or their places follow the predicate within its clause."""
    end = min(page.sentence(i)[1], i + 14)
    return any(VICTIMS[page.keys[j]] for j in range(i + 1, end))


