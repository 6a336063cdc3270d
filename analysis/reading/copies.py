"""Find copies: articles that are the same text but for cuts and small edits, as when many outlets print one agency's report.

MinHash (Broder 1997) over runs of three words, and banding to find the pairs worth comparing (Leskovec, Rajaraman and Ullman,
Mining of Massive Datasets, ch. 3). Known limit: a story told in other words is another text, and a short extract of a long
report shares too little with it to be found.
"""

import re
import zlib

import numpy as np

from analysis.text import fold

VALUES, BANDS = 60, 20
"""Values in a signature, and bands of three values: texts that agree in one whole band are compared."""
ALIKE = 0.5
"""Share of three-word runs, estimated, from which two texts are copies of one another."""
SHORTEST = 12
"""Words of the shortest text that can be a copy: what is shorter agrees by chance."""

_WORD = re.compile("[\u0621-\u0652\u0670\u0671]+|[0-9A-Za-z\u0660-\u0669]+")
_A, _B, _C = (np.uint64(n) for n in (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9))  # odd, bits well spread (xxHash's primes)
_CHANCE = np.random.default_rng(2336)
_FACTORS = _CHANCE.integers(0, 1 << 63, VALUES, dtype=np.uint64) * np.uint64(2) + np.uint64(1)
_SUMMANDS = _CHANCE.integers(0, 1 << 63, VALUES, dtype=np.uint64)


class _Hashes(dict):
    """Written word → number of its folded form, computed once; the same in every process."""

    def __missing__(self, word):
        if len(self) > 400_000:
            self.clear()
        number = self[word] = zlib.crc32(fold(word).encode())
        return number


_HASHES = _Hashes()


def signature(text):
    """Return the MinHash signature of a text: 60 numbers (uint32); all zero for a text too short to compare.

    The share of equal numbers in two signatures estimates the share of three-word runs that the texts have in common
    (Jaccard), ± 0.06. Harakat and the spelling of alef and ya make no difference.

        >>> a = signature("قالت وزارة الخارجية إن المفاوضات ستبدأ الأسبوع المقبل في جنيف بحضور جميع الأطراف المعنية")
        >>> b = signature("قالت وزارة الخارجية ان المفاوضات ستبدأ الاسبوع المقبل في جنيف بحضور جميع الاطراف المعنية")
        >>> float((a == b).mean())
        1.0
    """
    words = [_HASHES[word] for word in _WORD.findall(text)]
    if len(words) < SHORTEST:
        return np.zeros(VALUES, np.uint32)
    hashes = np.array(words, np.uint64)
    runs = hashes[:-2] * _A + hashes[1:-1] * _B + hashes[2:] * _C
    runs ^= runs >> np.uint64(29)
    runs *= _C
    runs ^= runs >> np.uint64(32)
    lowest = np.full(VALUES, np.iinfo(np.uint64).max, np.uint64)
    for start in range(0, len(runs), 4096):  # a long article must not make a matrix of its length × 60
        np.minimum(lowest, (runs[start:start + 4096, None] * _FACTORS + _SUMMANDS).min(axis=0), out=lowest)
    return (lowest >> np.uint64(32)).astype(np.uint32)


def find_stories(articles, alike=ALIKE):
    """Return {article_id: story}: copies of one text share a story, which is the id of the first of them.

        >>> from analysis.text import article_from_text
        >>> wire = "أعلنت الأمم المتحدة اليوم أن القافلة وصلت إلى المدينة بعد مفاوضات طويلة مع جميع الأطراف وأنها تحمل أغذية وأدوية"
        >>> texts = {"a": wire, "b": "قالت الوكالة إن الطقس سيكون غدا غائما جزئيا على السواحل وإن الأمطار ستتساقط مساء", "c": wire + " للسكان"}
        >>> find_stories([article_from_text(text, name) for name, text in texts.items()])
        {'a': 'a', 'b': 'b', 'c': 'a'}
    """
    articles = list(articles)
    signatures = np.array([signature(a.text) for a in articles]).reshape(-1, VALUES)
    return {a.article_id: articles[first].article_id for a, first in zip(articles, group_copies(signatures, alike))}


def group_copies(signatures, alike=ALIKE):
    """Return an array: for each row of signatures, the first row that it is a copy of (its own number where there is none).

    Linear in the number of rows but for a sort; the array may be a memory map, of which one band is held at a time.
    """
    first_of = np.arange(len(signatures))
    for band in range(BANDS):
        width = VALUES // BANDS
        part = np.ascontiguousarray(signatures[:, band * width:(band + 1) * width])
        keys = part.astype(np.uint64) @ np.array([_A, _B, _C])
        keys[~part.any(axis=1)] = 0
        for one, other in _neighbours(keys):
            if _root(first_of, one) != _root(first_of, other) and (signatures[one] == signatures[other]).mean() >= alike:
                low, high = sorted((_root(first_of, one), _root(first_of, other)))
                first_of[high] = low
    while not np.array_equal(first_of, first_of[first_of]):
        first_of = first_of[first_of]
    return first_of


def _neighbours(keys):
    """Yield pairs of rows with the same key: each with the one before it, and with the first that has the key."""
    order = np.argsort(keys, kind="stable")
    ordered = keys[order]
    same = np.flatnonzero((ordered[1:] == ordered[:-1]) & (ordered[1:] != 0)) + 1
    first = -1
    for place in same.tolist():
        if first < 0 or ordered[first] != ordered[place]:
            first = place - 1
        yield int(order[place - 1]), int(order[place])
        if first != place - 1:
            yield int(order[first]), int(order[place])


def _root(first_of, row):
    """Return the first row of a row's group, and shorten the way to it."""
    while first_of[row] != row:
        first_of[row] = first_of[first_of[row]]
        row = int(first_of[row])
    return row
