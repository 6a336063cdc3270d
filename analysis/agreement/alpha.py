"""Krippendorff's alpha, nominal: for values of given units, and for units that coders cut from a text themselves.

Both are the same formula on different tallies. Tallies of articles add up, so a corpus needs no more memory than its
values, and intervals come from resampling articles' tallies.
"""

from collections import Counter
from itertools import groupby
from typing import NamedTuple

from analysis.resampling import interval


class Tally(NamedTuple):
    """What alpha is computed from.

    agreed     how many pairable values agree, each pair of coders weighted by 1 / (coders - 1)
    lengths    value → how many of the pairable values it is
    excluded   pairs of values that chance could not form: of a value with itself, of a unit with itself
    n          how many units (or places of a continuum) have values to pair
    """

    agreed: float = 0.0
    lengths: Counter = Counter()
    excluded: float = 0.0
    n: int = 0

    def __add__(self, other):
        return Tally(self.agreed + other.agreed, self.lengths + other.lengths, self.excluded + other.excluded, self.n + other.n)


def alpha(tally):
    """Return Krippendorff's nominal alpha of a tally: 1 - observed / expected disagreement.

    1 is perfect agreement, 0 what chance gives. None where nothing can be paired or where all values are the same: there
    is then no variation to agree about. Krippendorff (2004, 222 ff.); for units, Krippendorff et al. (2016), eqs. 4 and 5.
    """
    n = sum(tally.lengths.values())
    differing_pairs = n ** 2 - sum(length ** 2 for length in tally.lengths.values())
    if not n or not differing_pairs:
        return None
    return 1 - (n - tally.agreed) * (n ** 2 - tally.excluded) / (n * differing_pairs)


def nominal(units):
    """Return the Tally of units, each a list with one value a coder; None where a coder gave none.

    Units with fewer than two values have nothing to pair and are left out. The example is Krippendorff's (2011, section C),
    for which he gives 0.743.

        >>> a = [1, 2, 3, 3, 2, 1, 4, 1, 2, None, None, None]
        >>> b = [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, None, 3]
        >>> c = [None, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, None]
        >>> d = [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, None]
        >>> round(alpha(nominal(zip(a, b, c, d))), 3)
        0.743
    """
    agreed, lengths, paired = 0.0, Counter(), 0
    for unit in units:
        values = Counter(value for value in unit if value is not None)
        coders = values.total()
        if coders > 1:
            agreed += sum(n * (n - 1) for n in values.values()) / (coders - 1)
            lengths += values
            paired += 1
    return Tally(agreed, lengths, float(lengths.total()), paired)


class Unitizing(NamedTuple):
    """Tallies of units cut from a continuum, by what is compared.

    u        units and gaps with their values: u-alpha
    bar_u    units against gaps, whatever their values: |u-alpha
    cu       values where two coders both have a unit, whatever its ends: cu-alpha
    """

    u: Tally
    bar_u: Tally
    cu: Tally

    def __add__(self, other):
        return Unitizing(*(a + b for a, b in zip(self, other)))


def unitizing(coders):
    """Return the tallies of units that several coders cut from one continuum (Krippendorff et al. 2016).

    `coders` holds for each coder a list with one (unit, value) for each place of the continuum (word or code point), None
    for a gap; the unit is any mark that tells neighbouring units apart. Units of a coder do not overlap. Chance pairs no
    place of a unit with another place of the same unit; gaps have no such structure (eq. 4, and eq. 10 for cu-alpha).

        >>> units = lambda *spans: [next(((a, v) for a, b, v in spans if a <= i < b), None) for i in range(60)]
        >>> coders = units((2, 5, 1)), units((2, 5, 1), (10, 20, 2)), units((2, 5, 2), (15, 20, 2))
        >>> [round(alpha(tally), 3) for tally in unitizing(coders)]
        [0.398, 0.524, 0.357]
    """
    places = list(zip(*coders))
    values = [[place and place[1] for place in row] for row in places]
    u = nominal([[(v,) for v in row] for row in values])
    bar_u = nominal([[v is not None for v in row] for row in values])
    excluded = sum(_squares(coder) for coder in coders)
    return Unitizing(u._replace(excluded=excluded), bar_u._replace(excluded=excluded), _intersections(coders))


def _squares(coder):
    """Return the sum of squared lengths of a coder's units and of the plain lengths of the gaps."""
    return float(sum(n if unit is None else n ** 2 for unit, n in _runs(coder)))


def _runs(coder):
    return [(unit, sum(1 for _ in places)) for unit, places in groupby(coder)]


def _intersections(coders):
    """Return the tally of cu-alpha: only places at which both coders of a pair have a unit."""
    others = len(coders) - 1
    agreed, lengths, excluded = 0.0, Counter(), 0.0
    for i, first in enumerate(coders):
        for second in coders[:i] + coders[i + 1:]:
            shared = [(a, b) for a, b in zip(first, second) if a is not None and b is not None]
            agreed += sum(a[1] == b[1] for a, b in shared) / others
            for unit, n in Counter(a for a, _ in shared).items():
                lengths[unit[1]] += n / others
                excluded += n ** 2 / others
    paired = sum(sum(place is not None for place in row) > 1 for row in zip(*coders))
    return Tally(agreed, lengths, excluded, paired)


def alpha_interval(tallies, level=0.95):
    """Return (low, high) of alpha over articles from their tallies, None for a single article."""
    tallies = list(tallies)
    values = sorted({value for tally in tallies for value in tally.lengths}, key=str)
    rows = [[tally.agreed, tally.excluded, *(tally.lengths[value] for value in values)] for tally in tallies]
    return interval(rows, lambda sums: alpha(Tally(sums[0], Counter(dict(zip(values, sums[2:]))), sums[1])), level)
