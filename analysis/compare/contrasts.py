"""Differences between outlets, with intervals from resampled stories and a correction for comparing many things at once.

The outlets are those that are compared, not a sample of outlets; what could have been otherwise is which stories they ran.
So stories are drawn with replacement, over all outlets at once: copies of one wire report, in whichever outlets, move
together. The spread of a difference over the draws is its standard error; interval and p come from Student's t with it,
which keeps its level for a handful of stories, where the percentiles of the draws are too narrow (Efron and Tibshirani 1993,
ch. 12–14). q is p after Benjamini and Hochberg (1995): of the contrasts with q < 0.05, about 5 % are expected to be chance.
"""

from collections import defaultdict
from itertools import combinations
from typing import NamedTuple

import numpy as np
import pandas as pd
from scipy.stats import t as student
from statsmodels.stats.multitest import multipletests

from analysis.compare.counting import MEASURES, SHARES, categories, count_article, part_and_whole
from analysis.correction import correct
from analysis.errors import InputError
from analysis.reading.copies import find_stories
from analysis.sampling import blind_codings

REPLICATES, CHUNK, SEED = 2000, 100, 1
FEWEST = 3
"""Stories in which a category must occur, in the two outlets together, to be compared."""


class Contrast(NamedTuple):
    """One outlet against another on one category of a measure.

    `difference` is first minus second, with its 95 % interval; `q` is p corrected for the number of contrasts. `first_n` and
    `second_n` count stories. `corrected` says whether the program's error was corrected with a blind hand-coded sample of
    each of the two outlets.
    """

    measure: str
    category: str
    first: str
    second: str
    first_value: float
    second_value: float
    difference: float
    low: float
    high: float
    p: float
    q: float
    first_n: int
    second_n: int
    corrected: bool


class Value(NamedTuple):
    """One outlet's value on one category of a measure, with its interval; None where a single story leaves no spread."""

    measure: str
    category: str
    outlet: str
    value: float
    low: float | None
    high: float | None
    n: int


def compare(codings, *, stories=None, measures=MEASURES, reference=None, hand=(), sample=(), replicates=REPLICATES, seed=SEED):
    """Return a Contrast for each pair of outlets and each category, the surest first.

    `codings`    the program's codings of the whole corpus; their articles name an outlet
    `stories`    {article_id: story}: what is resampled; None: copies of one text are a story, others each their own.
                 {article_id: date} resamples days
    `reference`  an outlet: compare the others with it alone, not all pairs
    `hand`, `sample`  blind codings of a sample drawn by outlet (analysis.sampling): outlets in it are corrected for the
                 program's error. Only contrasts between two such outlets are free of it

    Known limits: two stories an outlet at least; with fewer than about eight, only large differences are found.
    """
    counted, stories = prepared(codings, stories)
    outlets = list(dict.fromkeys(row.outlet for row in counted))
    pairs = [(a, b) for a, b in combinations(outlets, 2)] if reference is None else [(outlet, reference) for outlet in outlets if outlet != reference]
    if reference is not None and reference not in outlets or not pairs:
        raise InputError("is no outlet of the corpus" if reference else "two outlets are needed", where="outlets", value=reference or outlets, remedy="name one of " + ", ".join(outlets))
    hand = {i: count_article(coding) for i, coding in blind_codings(sample, hand).items()} if sample else {}
    found = []
    for measure in measures:
        table = Table(counted, stories, outlets, measure)
        draws = table.draws(replicates, seed)
        corrections = _corrections(counted, stories, table, hand, sample)
        for pair in pairs:
            found += [c for k in range(len(table.categories)) if (c := _contrast(table, draws, corrections, k, *pair)) is not None]
    return _with_q(found)


def outlet_values(codings, *, stories=None, measures=MEASURES, replicates=REPLICATES, seed=SEED):
    """Return the Value of each outlet on each category, by the same resampling as `compare`; not corrected."""
    counted, stories = prepared(codings, stories)
    outlets = list(dict.fromkeys(row.outlet for row in counted))
    found = []
    for measure in measures:
        table = Table(counted, stories, outlets, measure)
        draws = table.draws(replicates, seed)
        for k, category in enumerate(table.categories):
            for o, outlet in enumerate(outlets):
                if not np.isnan(table.values[o, k]):
                    found.append(Value(measure, category, outlet, float(table.values[o, k]), *bounds(table.values[o, k], draws[:, o, k], table.n[o]), int(table.n[o])))
    return found


def as_frame(rows):
    """Return Contrasts or Values as a DataFrame."""
    rows = list(rows)
    return pd.DataFrame(rows, columns=type(rows[0])._fields if rows else Contrast._fields)


def prepared(codings, stories):
    """Return the articles' counts and {article_id: story}; the codings are gone through once."""
    counted, articles = [], []
    for coding in codings:
        counted.append(count_article(coding))
        articles += [coding.article] if stories is None else []
    stories = find_stories(articles) if stories is None else stories
    missing = [row.article_id for row in counted if row.article_id not in stories]
    if missing:
        raise InputError("has no story", where=f"article {missing[0]}", remedy="give every article's story, or leave stories out")
    return counted, stories


class Table:
    """One measure of all articles, summed by story and outlet: `parts` and `wholes` are stories × outlets × categories."""

    def __init__(self, counted, stories, outlets, measure):
        self.measure, self.outlets, self.categories = measure, outlets, categories(counted, measure)
        numbers = {}
        self.parts = np.zeros((len({stories[row.article_id] for row in counted}), len(outlets), len(self.categories)))
        self.wholes = np.zeros_like(self.parts)
        present = np.zeros(self.parts.shape[:2], dtype=bool)
        for row in counted:
            place = numbers.setdefault(stories[row.article_id], len(numbers)), outlets.index(row.outlet)
            present[place] = True
            for k, category in enumerate(self.categories):
                part, whole = part_and_whole(row, measure, category)
                self.parts[(*place, k)] += part
                self.wholes[(*place, k)] += whole
        self.n = present.sum(axis=0)
        self.values = _ratio(self.parts.sum(axis=0), self.wholes.sum(axis=0))

    def draws(self, replicates, seed):
        """Return the values over draws of stories with replacement: replicates × outlets × categories; nan where nothing was drawn."""
        chance, n, drawn = np.random.default_rng(seed), len(self.parts), []
        for start in range(0, replicates, CHUNK):
            times = chance.multinomial(n, np.full(n, 1 / n), size=min(CHUNK, replicates - start)).astype(float)
            drawn.append(_ratio(np.tensordot(times, self.parts, 1), np.tensordot(times, self.wholes, 1)))
        return np.concatenate(drawn)


def _ratio(parts, wholes):
    return np.divide(parts, wholes, out=np.full(np.shape(parts), np.nan), where=wholes != 0)


def _error(draws, n):
    """Return the standard error that the draws show; of n stories they show (n − 1)/n of the variance."""
    return float(np.nanstd(draws, ddof=1)) * (n / max(1, n - 1)) ** 0.5


def bounds(value, draws, n):
    if n < 2:
        return None, None
    width = student.ppf(0.975, n - 1) * _error(draws, n)
    return float(value - width), float(value + width)


def _contrast(table, draws, corrections, k, first, second):
    """Return one Contrast, or None where a category is too rare in the two outlets or one of them has nothing to count."""
    a, b = table.outlets.index(first), table.outlets.index(second)
    occurs = (table.parts[:, [a, b], k] != 0).any(axis=1).sum()
    if occurs < FEWEST or min(table.n[a], table.n[b]) < 2 or np.isnan(table.values[[a, b], k]).any():
        return None
    values, error = [float(table.values[o, k]) for o in (a, b)], None
    estimates = [corrections.get((outlet, table.categories[k])) for outlet in (first, second)]
    if all(estimates):
        values, error = [e.corrected for e in estimates], sum(e.error ** 2 for e in estimates) ** 0.5
    difference, freedom = values[0] - values[1], int(table.n[a] + table.n[b] - 2)
    if error is None:
        error = _error(draws[:, a, k] - draws[:, b, k], min(table.n[a], table.n[b])) or _smoothed(values, table.n[[a, b]])
    width = student.ppf(0.975, freedom) * error
    low, high = difference - width, difference + width
    if table.measure in SHARES:
        low, high = max(low, -1.0), min(high, 1.0)
    p = float(2 * student.sf(abs(difference) / error, freedom)) if error else 1.0
    return Contrast(table.measure, table.categories[k], first, second, *values, difference, low, high, p, p,
                    int(table.n[a]), int(table.n[b]), all(estimates))


def _smoothed(values, n):
    """Return a standard error where each outlet's stories are all alike, so that draws show none (Agresti and Coull 1998).

    That all eight stories of one outlet have something, and all eight of another do not, is not certainty.
    """
    shares = [(n[0] + 2) / (n[0] + 4), 2 / (n[1] + 4)]
    spread = sum(share * (1 - share) / (m + 4) for share, m in zip(shares, n)) ** 0.5
    return float(spread * (abs(values[0] - values[1]) or abs(values[0])))


class _Corrected(NamedTuple):
    corrected: float
    error: float


def _corrections(counted, stories, table, hand, sample):
    """Return {(outlet, category): corrected value and standard error} for the outlets that a blind sample covers."""
    drawn, rows, found = defaultdict(list), defaultdict(list), {}
    for row in sample:
        drawn[row.stratum].append(row)
    for row in counted:
        rows[row.outlet].append(row)
    for outlet in set(drawn) & set(rows):
        clusters = {row.article_id: stories[row.article_id] for row in rows[outlet]}
        for category in table.categories:
            machine = {row.article_id: part_and_whole(row, table.measure, category) for row in rows[outlet]}
            truth = {d.article_id: part_and_whole(hand[d.article_id], table.measure, category) for d in drawn[outlet]}
            if sum(whole for _, whole in truth.values()) and sum(whole for _, whole in machine.values()):
                estimate = correct(machine, truth, drawn[outlet], about="news", clusters=clusters)
                freedom = max(1, min(len(truth) - 1, len(set(clusters.values())) - 1))
                found[outlet, category] = _Corrected(estimate.corrected, (estimate.high - estimate.low) / 2 / float(student.ppf(0.975, freedom)))
    return found


def _with_q(contrasts):
    """Return the contrasts with q filled in, the smallest first."""
    if not contrasts:
        return []
    q = multipletests([c.p for c in contrasts], method="fdr_bh")[1]
    order = {measure: i for i, measure in enumerate(MEASURES)}
    return sorted((c._replace(q=float(value)) for c, value in zip(contrasts, q)), key=lambda c: (c.q, order.get(c.measure, 9), c.category, c.first, c.second))
