"""Agreement between coders: units first, then labels; what one coder alone found is counted and listed, never dropped."""

import math
from dataclasses import dataclass, field
from typing import NamedTuple

from analysis.agreement.alpha import Tally, alpha, alpha_interval, nominal
from analysis.agreement.units import grid, match_statements, party_of, spans, voices, with_common_actors
from analysis.errors import InputError
from analysis.measures import kept
from analysis.resampling import interval
from analysis.score import said, triple

THRESHOLDS = ((0.8, "reliable"), (0.667, "tentative conclusions only"), (float("-inf"), "not reliable"))
"""Krippendorff's (2004, 241) rules for alpha between people. They say nothing about a program measured against a person."""

SEVERITY = ("opposite sign", "source", "one coder only", "stance of one coder only", "content", "form")
"""Kinds of disagreement, worst first."""


class Measure(NamedTuple):
    """One figure of agreement. `statistic` is alpha or F1; `n` counts `unit`; `low` and `high` bound it over articles.

    `prevalence` says how common each value is: where one value is rare, alpha is low although coders seldom differ.
    """

    name: str
    statistic: str
    value: float | None
    low: float | None
    high: float | None
    n: int
    unit: str
    prevalence: dict | None = None


class Disagreement(NamedTuple):
    """One thing coders see differently: what each of them says about the words."""

    article_id: str
    kind: str
    start: int
    text: str
    views: tuple


@dataclass
class Agreement:
    """Agreement between coders on the articles that at least two of them coded. `people` says whether all are people."""

    coders: tuple
    people: bool
    articles: tuple
    measures: list
    unmatched: dict
    outside: list
    disagreements: list
    notes: list = field(default_factory=list)

    def __getitem__(self, name):
        return next(m for m in self.measures if m.name == name)

    def verdict(self, measure):
        """Return what an alpha between people allows to conclude; None for F1, for programs, and where alpha is undefined."""
        if not self.people or measure.statistic != "alpha" or measure.value is None:
            return None
        words = next(words for threshold, words in THRESHOLDS if measure.value >= threshold)
        lowest = THRESHOLDS[1][0]
        return words + f", but the interval reaches below {lowest}" if measure.low is not None and measure.low < lowest <= measure.value else words


def agree(codings, parties=None):
    """Return the Agreement of any number of coders on any number of articles.

    `parties` are the rows and columns of the stance grid, fixed before coding; without them the grid is made of the parties
    in the codings' own lists of actors, and a note says so. Rows that a coder rejected do not count. Raises InputError for
    a mix of people and programs: that is validity, not reliability (see `analysis.agreement.validity`).

    Example:
        >>> from analysis.codings import read_coding
        >>> reference = read_coding("corpus/unsc_2336/codings/reference.json")
        >>> agree([reference, reference.changed(coder="twin")])["voice"].value
        1.0
    """
    _check_kinds(codings)
    groups = [with_common_actors(group) for group in by_article(codings).values()]
    notes = []
    if parties is None:
        parties = sorted({actor.party for coding in codings for actor in coding.actors})
        notes.append("The stance grid is made of the parties in the codings' own lists of actors, not of a list fixed before coding.")
    units = [match_statements(group) for group in groups]
    cells, outside = zip(*(grid(group, parties) for group in groups))
    return Agreement(
        coders=tuple(dict.fromkeys(coding.coder for coding in codings)),
        people=all(coding.coder_type == "person" for coding in codings),
        articles=tuple(group[0].article.article_id for group in groups),
        measures=[*_text_measures(groups), *_statement_measures(groups, units), *_stance_measures(groups, cells)],
        unmatched=_unmatched(groups, units),
        outside=[row for rows in outside for row in rows],
        disagreements=_disagreements(groups, units, cells),
        notes=notes,
    )


def by_article(codings):
    """Return {article_id: codings} of the articles that at least two coders coded."""
    groups = {}
    for coding in codings:
        group = groups.setdefault(coding.article.article_id, [])
        if any(other.coder == coding.coder for other in group):
            raise InputError("two codings by one coder", where=f"article {coding.article.article_id}", value=coding.coder, remedy="give one coding a coder and article")
        if group and group[0].article.sha256 != coding.article.sha256:
            raise InputError("was coded on another text than the other coder's", where=f"article {coding.article.article_id}", value=coding.coder, remedy="re-anchor with analysis.codings.reanchor")
        group.append(coding)
    groups = {article_id: group for article_id, group in groups.items() if len(group) > 1}
    if not groups:
        raise InputError("no article was coded by two coders", value=sorted({coding.coder for coding in codings}), remedy="give codings of the same articles")
    return groups


def _check_kinds(codings):
    kinds = {coding.coder_type == "person" for coding in codings}
    if len(kinds) > 1:
        raise InputError("people and programs cannot be mixed in one agreement", value=[c.coder for c in codings], remedy="use validity(person, program), or isnad agree, which keeps them apart")


def _alpha(name, tallies, unit):
    """Return the Measure of an alpha from one tally an article."""
    total = sum(tallies, Tally())
    return Measure(name, "alpha", alpha(total), *(alpha_interval(tallies) or (None, None)), total.n, unit)


def _f1(name, articles, unit):
    """Return the Measure of an F1 over pairs of coders. `articles` hold, for each unit of an article, the coders who have it."""
    rows = [[sum(2 * math.comb(len(coders), 2) for coders in units), sum(len(coders) * (n - 1) for coders in units)] for units, n in articles]
    shared, total = map(sum, zip(*rows))
    bounds = interval(rows, lambda sums: sums[0] / sums[1] if sums[1] else None) or (None, None)
    return Measure(name, "F1", shared / total if total else None, *bounds, sum(len(units) for units, _ in articles), unit)


def _text_measures(groups):
    tallies = [voices(group) for group in groups]
    units = [spans(group) for group in groups]
    return [
        _alpha("voice", tallies, "words"),
        _alpha("spans", [u.bar_u for u in units], "words"),
        _alpha("spans by source", [u.u for u in units], "words"),
        _alpha("sources where spans meet", [u.cu for u in units], "words"),
    ]


def _statement_measures(groups, units):
    having = [([u.statements for u in article], len(group)) for group, article in zip(groups, units)]
    labels = [_alpha(f"{label} of statements", [nominal(u.values(label) for u in article) for article in units], "statements") for label in ("source", "form")]
    return [_f1("statements", having, "statements"), *labels]


def _stance_measures(groups, cells):
    presence = [nominal([sign is not None for sign in cell.signs] for cell in article) for article in cells]
    signs = [nominal(cell.signs for cell in article) for article in cells]
    present, sign = (_alpha(name, tallies, "cells")._replace(prevalence=_prevalence(tallies)) for name, tallies in (("stance presence", presence), ("stance sign", signs)))
    return [present, sign, _f1("stance triples", [(_triples(group).values(), len(group)) for group in groups], "triples")]


def _triples(group):
    """Return {triple: the coders who have it} of one article."""
    found = {}
    for i, coding in enumerate(group):
        for stance in kept(coding.stances):
            found.setdefault(triple(stance), set()).add(i)
    return found


def _prevalence(tallies):
    lengths = sum(tallies, Tally()).lengths
    names = {True: "present", False: "absent"}
    return {names.get(value, value): n / lengths.total() for value, n in sorted(lengths.items(), key=lambda item: str(item[0]))}


def _unmatched(groups, units):
    """Return {coder: how many of its statements no other coder has}."""
    found = {coding.coder: 0 for group in groups for coding in group}
    for group, article in zip(groups, units):
        for unit in article:
            if len(unit.statements) == 1:
                found[group[next(iter(unit.statements))].coder] += 1
    return found


def _disagreements(groups, units, cells):
    found = [d for group, article in zip(groups, units) for unit in article for d in _of_unit(group, unit)]
    found += [d for group, article in zip(groups, cells) for cell in article for d in _of_cell(group, cell)]
    return sorted(found, key=lambda d: SEVERITY.index(d.kind))


def _of_unit(group, unit):
    """Yield what coders see differently in one statement."""
    text = group[0].article.text
    first = next(iter(unit.statements.values()))
    start = first.cue_start if first.cue_start is not None else first.content[0][0]
    views = lambda view: tuple((coding.coder, view(unit.statements[i]) if i in unit.statements else None) for i, coding in enumerate(group))
    if len(unit.statements) < len(group):
        yield Disagreement(unit.article_id, "one coder only", start, f"{first.cue or '–'} | {said(first, text)}", views(lambda s: s.source))
    for kind, field in (("source", "source"), ("form", "form")):
        if len({getattr(s, field) for s in unit.statements.values()}) > 1:
            yield Disagreement(unit.article_id, kind, start, f"{first.cue or '–'} | {said(first, text)}", views(lambda s: getattr(s, field)))
    if len({s.content for s in unit.statements.values()}) > 1:
        common = set.intersection(*(_places(s) for s in unit.statements.values()))
        yield Disagreement(unit.article_id, "content", start, f"{first.cue or '–'} | {said(first, text)}", views(lambda s: _besides(s, common, text)))


def _places(statement):
    return {i for start, end in statement.content for i in range(start, end)}


def _besides(statement, common, text):
    """Return the words of a statement's content that are not in everybody's."""
    return "besides “" + "".join(text[i] for i in sorted(_places(statement) - common)).strip() + "”" if _places(statement) - common else "no more than the others"


def _of_cell(group, cell):
    """Yield what coders see differently in one cell of the stance grid."""
    signs = {sign for sign in cell.signs if sign}
    if not signs or len(set(cell.signs)) == 1:
        return
    kind = "opposite sign" if len(signs) > 1 else "stance of one coder only"
    evidence = [[s.evidence for s in kept(c.stances) if (party_of(s), s.target) == (cell.source, cell.target)] for c in group]
    start = min(s.start for c in group for s in kept(c.stances) if (party_of(s), s.target) == (cell.source, cell.target))
    views = tuple((c.coder, sign and f"{sign} {' … '.join(words)}") for c, sign, words in zip(group, cell.signs, evidence))
    yield Disagreement(cell.article_id, kind, start, f"{cell.source} → {cell.target}", views)
