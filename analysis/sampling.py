"""Draw articles at random for hand coding, and remember with which probability each was drawn."""

import csv
import io
import random
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

from analysis.errors import InputError
from analysis.rows import csv_cell, plain_text

BY = ("outlet", "month")
ALL = "all"
FEWEST = 2
"""Articles drawn from a stratum at least: from one alone no variance can be estimated."""


class Listed(NamedTuple):
    """One article of a corpus, as far as drawing needs to know it. `date` is YYYY-MM-DD or longer."""

    article_id: str
    outlet: str | None = None
    date: str | None = None


class Drawn(NamedTuple):
    """One article of a sample: a row of the sample file.

    `population` and `drawn` count the articles of its stratum in the corpus and in the sample; `probability` is their
    ratio; `by` says what the strata are (all, outlet, month). `position` is the article's place in the random order: code in this order, and a sample that has to stop early is
    still one.
    """

    article_id: str
    position: int
    by: str
    stratum: str
    population: int
    drawn: int
    probability: float
    seed: int


def draw(articles, n, seed, by=None):
    """Draw n articles at random and return them as Drawn rows, in random order.

    `by` is None for a simple random sample, or outlet or month for one in which each stratum has its share of the n, at
    least two. The same articles, n and seed give the same sample, in whatever order the articles are listed. Raises
    InputError where n is too small or too large.

        >>> drawn = draw([Listed(f"a{i}", outlet="صحيفة" if i < 6 else "قناة") for i in range(9)], 6, seed=1, by="outlet")
        >>> sorted({(d.stratum, d.population, d.drawn, round(d.probability, 2)) for d in drawn})
        [('صحيفة', 6, 4, 0.67), ('قناة', 3, 2, 0.67)]
    """
    strata = defaultdict(list)
    for article in articles:
        strata[stratum_of(article, by)].append(article.article_id)
    _check(strata, n)
    rng, drawn = random.Random(seed), []
    for stratum, size in allocate({name: len(ids) for name, ids in strata.items()}, n).items():
        population = len(strata[stratum])
        drawn += [Drawn(i, 0, by or ALL, stratum, population, size, size / population, seed) for i in rng.sample(sorted(strata[stratum]), size)]
    rng.shuffle(drawn)
    return [d._replace(position=position) for position, d in enumerate(drawn, 1)]


def _check(strata, n):
    ids = [i for members in strata.values() for i in members]
    if len(set(ids)) < len(ids):
        raise InputError("is there twice", where="corpus", value=next(i for i in ids if ids.count(i) > 1), remedy="give each article an id of its own")
    fewest = sum(min(FEWEST, len(members)) for members in strata.values())
    if n > len(ids):
        raise InputError(f"is more than the corpus has: {len(ids)} article{'s' * (len(ids) != 1)}", where="--n", value=n, remedy=f"draw at most {len(ids)}, or add articles")
    if n < max(fewest, FEWEST):
        why = f"two from each of {len(strata)} strata" if len(strata) > 1 else "from one alone no error can be estimated"
        raise InputError(f"is fewer than {max(fewest, FEWEST)} ({why})", where="--n", value=n, remedy="draw more" + (", or without --by" if len(strata) > 1 else ""))


def stratum_of(article, by):
    """Return the name of an article's stratum; `all` where there is only one, `unknown` where the outlet or date is missing."""
    if by in (None, ALL):
        return ALL
    value = article.outlet if by == "outlet" else (article.date or "")[:7]
    return value or "unknown"


def allocate(sizes, n):
    """Return how many to draw from each stratum: its share of n (largest remainders), at least two or all there are.

        >>> allocate({"a": 90, "b": 9, "c": 1}, 10)
        {'a': 7, 'b': 2, 'c': 1}
    """
    shares = {name: min(FEWEST, size) for name, size in sorted(sizes.items())}
    total = sum(sizes.values())
    while sum(shares.values()) < n:
        open_strata = [name for name in shares if shares[name] < sizes[name]]
        shares[max(open_strata, key=lambda name: n * sizes[name] / total - shares[name])] += 1
    return shares


def write_sample(drawn, path):
    """Write a sample as CSV (UTF-8 with a mark, for spreadsheets), in the order in which to code."""
    from analysis.codings.store import write_atomically

    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(Drawn._fields)
    writer.writerows([csv_cell(value) for value in row] for row in drawn)
    write_atomically("\ufeff" + out.getvalue(), path)


def read_sample(path):
    """Read what `write_sample` wrote. Raises InputError with the line for what a sample cannot hold."""
    path = Path(path)
    try:
        lines = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline="")))
    except FileNotFoundError:
        raise InputError("no such sample", where=str(path), remedy="draw one with isnad sample") from None
    except UnicodeDecodeError:
        raise InputError("is not UTF-8", where=str(path), remedy="save it as CSV UTF-8") from None
    if not lines or set(Drawn._fields) - set(lines[0]):
        raise InputError("is no sample file", where=str(path), value=list(lines[0]) if lines else None, remedy="its columns must be " + ", ".join(Drawn._fields))
    return [_drawn(line, f"{path}, line {n}") for n, line in enumerate(lines, 2)]


def _drawn(line, where):
    values = {}
    for name, kind in Drawn.__annotations__.items():
        try:
            values[name] = plain_text(line[name]) if kind is str else kind(line[name])
        except (TypeError, ValueError):
            raise InputError(f"{name} is not {kind.__name__}", where=where, value=line[name], remedy="take the file as isnad sample wrote it") from None
    row = Drawn(**values)
    if not 0 < row.drawn <= row.population or abs(row.probability - row.drawn / row.population) > 1e-6:
        raise InputError("probability is not drawn / population", where=where, value=row.probability, remedy="take the file as isnad sample wrote it")
    return row


def blind_codings(sample, codings):
    """Return {article_id: Coding} of a sample's hand codings, after checking that they can stand for the truth.

    Raises InputError for a coding made with suggestions in view, for an article that was drawn but not coded (leaving it
    out would bias the estimate), and where two coders coded one article.
    """
    drawn, found = {d.article_id for d in sample}, {}
    for coding in codings:
        article_id = coding.article.article_id
        if article_id not in drawn:
            continue
        if article_id in found:
            raise InputError("two codings of one article", where=f"article {article_id}", value=[found[article_id].coder, coding.coder], remedy="adjudicate them, or give one coder's")
        if coding.blind is not True:
            raise InputError(
                "was not coded blind: a coder who sees the program's suggestions leans toward them, and its errors seem rarer than they are",
                where=f"article {article_id}, coder {coding.coder}", value=f"blind: {coding.blind}", remedy="code the sample anew with suggestions hidden")
        found[article_id] = coding
    missing = sorted(drawn - found.keys())
    if missing:
        raise InputError(f"{len(missing)} of {len(drawn)} drawn articles are not coded", where="sample", value=missing, remedy="code them too; to leave out what is hard would bias the estimate")
    return found
