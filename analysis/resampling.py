"""Intervals by resampling whole articles: words and statements of one article are not independent, articles are."""

import numpy as np

REPLICATES = 2000
SEED = 1


def interval(rows, figure, level=0.95, replicates=REPLICATES, seed=SEED):
    """Return (low, high) of a figure, or None where there are fewer than two rows or the figure is undefined.

    `rows` holds one row of counts an article; the figure is computed on their column sums. Articles are drawn with
    replacement, and the interval lies between the percentiles of the figure over the draws (Efron and Tibshirani 1993).
    Known limit: with fewer than about ten articles it is too narrow.

        >>> interval([[8, 10], [5, 10], [9, 10], [4, 10]], lambda sums: sums[0] / sums[1])
        (0.45, 0.85)
    """
    rows = np.asarray(rows, dtype=float)
    if len(rows) < 2:
        return None
    draws = np.random.default_rng(seed).multinomial(len(rows), np.full(len(rows), 1 / len(rows)), size=replicates)
    values = [value for value in map(figure, draws @ rows) if value is not None]
    if not values:
        return None
    low, high = np.quantile(values, [(1 - level) / 2, (1 + level) / 2])
    return float(low), float(high)
