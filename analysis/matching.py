"""Pair the statements of two codings of one article: what counts as the same statement, the same source, the same words.

Scoring, agreement and adjudication all pair by the rules of this module.
"""

import re
from bisect import bisect_left
from typing import NamedTuple

from analysis.text import fold

_WORD = re.compile(r"\w+")
_SPELLING = str.maketrans("ةؤئ", "هوي")
_PREFIXES = tuple("وفبلك")
LONGEST_NAME = 10
"""Words; a longer `source_name` is a clause, not a name, and proves nothing."""


class Words:
    """The words of an article by their places, to compare spans word by word."""

    def __init__(self, text):
        spans = [match.span() for match in _WORD.finditer(text)]
        self.starts = [start for start, _ in spans]
        self.ends = [end for _, end in spans]

    def inside(self, spans):
        """Return the numbers of the words of which more than half lies in one of the spans."""
        return {i for start, end in spans for i in self._inside(start, end)}

    def _inside(self, start, end):
        for i in range(bisect_left(self.ends, start), len(self.starts)):
            if self.starts[i] >= end:
                return
            if 2 * (min(end, self.ends[i]) - max(start, self.starts[i])) > self.ends[i] - self.starts[i]:
                yield i


class Pair(NamedTuple):
    """Two statements taken for one: their places in the two lists, whether the source is the same, overlap of content 0–1."""

    first: int
    second: int
    same_source: bool
    overlap: float


def pair(words, first, second, same_source, symmetric=False):
    """Pair two lists of statements one to one and return the Pairs.

    Statements are candidates where their cues overlap; where the first has no cue, where at least half of the content is
    shared (with `symmetric`, also where only the second has none). Required statements of the first list are served before
    optional ones, then those with the same source, then those with the greatest overlap of content.
    """
    inside = [[words.inside(s.content) for s in statements] for statements in (first, second)]
    candidates = []
    for i, a in enumerate(first):
        for j, b in enumerate(second):
            shared = dice(inside[0][i], inside[1][j])
            cueless = a.cue_start is None or symmetric and b.cue_start is None
            if overlap(cue_of(a), cue_of(b)) or cueless and shared >= 0.5:
                candidates.append((not a.optional, bool(same_source(a, b)), shared, i, j))
    taken, pairs = (set(), set()), []
    for _, same, shared, i, j in sorted(candidates, reverse=True):
        if i not in taken[0] and j not in taken[1]:
            taken[0].add(i)
            taken[1].add(j)
            pairs.append(Pair(i, j, same, shared))
    return pairs


def cue_of(statement):
    """Return a statement's cue as (start, end), or None."""
    return None if statement.cue_start is None else (statement.cue_start, statement.cue_end)


def source_of(statement):
    """Return the words that name a statement's source as (start, end), or None."""
    return None if statement.source_start is None else (statement.source_start, statement.source_end)


def overlap(a, b):
    """Return how many code points two spans share; a missing span shares none."""
    return max(0, min(a[1], b[1]) - max(a[0], b[0])) if a and b else 0


def dice(a, b):
    """Return the Dice overlap of two sets, 0–1."""
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 0.0


def about_span(expected, found):
    """Say whether half of the shorter span is shared and the found one does not swallow the clause around the expected one."""
    shared = overlap(expected, found)
    if not shared:
        return False
    length, found_length = expected[1] - expected[0], found[1] - found[0]
    return 2 * shared >= min(length, found_length) and found_length <= 2.5 * length + 15


def same_name(expected, found):
    """Say whether the found name is part of the expected one, or is it with a title before it.

        >>> same_name("سيرغي لافروف", "لافروف"), same_name("لافروف", "الوزير لافروف"), same_name("لافروف", "نائب لافروف ريابكوف")
        (True, True, False)
    """
    expected, found = name_words(expected), name_words(found)
    if not expected or not found or len(found) > LONGEST_NAME:
        return False
    return set(found) <= set(expected) or set(expected) <= set(found) and found[-1] in expected


def name_words(name):
    """Return a name's words without harakat, spelling variants and a clitic before them."""
    return [_bare(word) for word in _WORD.findall(fold_all(name))]


def fold_all(text):
    """Return text with every spelling variant folded: a name is looked for, not a word told from another."""
    return " ".join(fold(word) for word in text.split()).translate(_SPELLING)


def _bare(word):
    return word[1:] if len(word) > 4 and word.startswith(_PREFIXES) else word
