"""Move a coding to a text that has changed, by its quoted words; what cannot be placed for sure is handed back."""

import re
from bisect import bisect_left
from typing import NamedTuple

from analysis.codings.nesting import nest
from analysis.codings.schema import SPANS, TABLES
from analysis.codings.store import coding_from_data, coding_to_data, load
from analysis.errors import InputError
from analysis.records import Coding

REACH = 60
"""Code points that a span may stand away from where its surroundings have moved to."""

LONG = 4
"""Words from which on a quotation that occurs once is the old one, however far it has moved."""


class Unplaced(NamedTuple):
    """A row that found no place in the changed text. `row` is its data as the file had it."""

    table: str
    number: int
    row: dict
    reason: str


def reanchor(coding, article):
    """Return (coding on the new text, list of Unplaced rows).

    `coding` is a file's path, its data, or a Coding; `article` the article as it reads now. Each span is looked for by its
    quoted words (white space may differ). Long quotations that occur once tell how far their surroundings have moved; the
    others are taken only near there. A row is moved whole or not at all: one whose words are gone, or that could be at two
    places, comes back with the reason, and so do the rows that hang on it. `depth` and `parent` follow from the new spans.

    Example:
        >>> from analysis.text import article_from_text
        >>> from analysis.records import Actor, Statement
        >>> old = article_from_text("قال الوزير إن الأمر انتهى.")
        >>> said = Statement("text", 0, 0, "minister", *[None] * 6, "قال", 0, 3, ((11, 25),), "indirect")
        >>> new = article_from_text("عاجل\\n\\nقال الوزير إن الأمر انتهى.")
        >>> moved, lost = reanchor(Coding(old, actors=[Actor("minister", "iraq", "الوزير")], statements=[said]), new)
        >>> moved.statements[0].cue_start, moved.statements[0].content, lost
        (6, ((17, 31),), [])
    """
    data, where = _data(coding)
    try:
        moved, lost = _reanchored(data, article)
    except (KeyError, TypeError, AttributeError) as error:
        raise InputError(f"is not a coding: {type(error).__name__} {error}", where=where, remedy="see corpus/unsc_2336/codings/reference.json") from None
    result = coding_from_data(moved, article, where)
    return result.changed(statements=nest(result.statements)), lost


def _reanchored(data, article):
    """Return (the data on the new text, list of Unplaced)."""
    tables = {name: data[name] for name, record in TABLES.items() if SPANS[record] and data.get(name)}
    finder = Finder(article.text, {span for name, rows in tables.items() for row in rows for span in _quoted(name, row)})
    placed, lost, gone = {}, [], set()
    for name in sorted(tables, key="statements".__ne__):
        placed[name], unplaced = _place(name, tables[name], finder, gone)
        lost += unplaced
        gone |= {u.row["statement_id"] for u in unplaced if name == "statements"}
    return {**data, **placed, "article_id": article.article_id, "sha256": article.sha256}, lost


def _data(coding):
    if isinstance(coding, Coding):
        return coding_to_data(coding), "coding"
    data, where = (coding, "coding") if isinstance(coding, dict) else (load(coding), str(coding))
    if not isinstance(data, dict):
        raise InputError("must hold one JSON object", where=where, value=type(data).__name__, remedy="give the data of a coding's file")
    return data, where


def _quoted(table, row):
    """Yield (words, old start) of all spans of a row's data."""
    for words, start, _ in SPANS[TABLES[table]]:
        if row.get(words) is not None:
            yield row[words], row[start]
    for item in row.get("content", ()):
        yield item["text"], item["start"]


def _place(table, rows, finder, gone):
    """Return (rows at their new places, list of Unplaced) of one table."""
    placed, unplaced, claims = [], [], {}
    for i, row in enumerate(rows):
        try:
            placed.append((i, row, _moved(table, row, finder, gone)))
        except LookupError as error:
            unplaced.append(Unplaced(table, i, row, error.args[0]))
    for _, row, moved in placed:
        for (_, before), after in zip(_quoted(table, row), _quoted(table, moved)):
            claims.setdefault(after, set()).add(before)
    contested = {after for after, starts in claims.items() if len(starts) > 1}
    clash = [any(after in contested for after in _quoted(table, moved)) for _, _, moved in placed]
    unplaced += [Unplaced(table, i, row, "words of two places have become one") for (i, row, _), bad in zip(placed, clash) if bad]
    return [moved for (_, _, moved), bad in zip(placed, clash) if not bad], unplaced


def _moved(table, row, finder, gone):
    """Return a row's data with all spans at their new places. Raises LookupError with the reason where one has none."""
    if row.get("statement_id") in gone:
        raise LookupError("its statement found no place")
    moved = dict(row)
    for words, start, end in SPANS[TABLES[table]]:
        if row.get(words) is not None:
            moved[start], moved[end], moved[words] = finder.find(row[words], row[start])
    if table == "statements":
        spans = [finder.find(item["text"], item["start"]) for item in row["content"]]
        if any(after[0] < before[1] for before, after in zip(spans, spans[1:])):
            raise LookupError("the parts of its content no longer follow each other")
        moved |= {"content": [dict(zip(("start", "end", "text"), span)) for span in spans], "parent": None, "depth": 0}
    return moved


class Finder:
    """Finds quoted words in a changed text near where they used to stand."""

    def __init__(self, text, quoted):
        """`quoted` are all (words, old start) that will be asked for; together they show how the text has moved."""
        self.text, self.places = text, {words: _places(words, text) for words, _ in quoted}
        once = {start: self.places[words][0][0] - start for words, start in quoted if self._occurs_once(words)}
        self.starts = sorted(once)
        self.shifts = [once[start] for start in self.starts]

    def find(self, words, start):
        """Return (start, end, words) where the words stand now. Raises LookupError with the reason where that is not sure."""
        span = self._nearest(words, start)
        if span is None:
            raise LookupError(f"its words are gone, or stand at a place that is not surely the old one: {words!r}")
        return *span, self.text[span[0]:span[1]]

    def _nearest(self, words, start):
        expected = start + self._shift(start)
        if expected >= 0 and self.text.startswith(words, expected):
            return expected, expected + len(words)
        places = self.places[words]
        if self._occurs_once(words):
            return places[0]
        ranked = sorted((abs(place[0] - expected), place) for place in places if abs(place[0] - expected) <= REACH)
        if not ranked or len(ranked) > 1 and ranked[0][0] == ranked[1][0]:
            return None
        return ranked[0][1]

    def _occurs_once(self, words):
        return len(words.split()) >= LONG and len(self.places[words]) == 1 and self.text.count(words) <= 1

    def _shift(self, start):
        """Return how far the surroundings of an old place have moved, by the nearest long quotation that occurs once."""
        i = bisect_left(self.starts, start)
        near = [j for j in (i - 1, i) if 0 <= j < len(self.starts)]
        return self.shifts[min(near, key=lambda j: abs(self.starts[j] - start))] if near else 0


def _places(words, text):
    """Return all (start, end) at which words stand as words (a clitic may precede them), whatever white space is between."""
    pattern = r"\s+".join(map(re.escape, re.split(r"\s+", words)))
    return [m.span(1) for m in re.finditer(rf"(?=(?<!\w\w\w)({pattern})(?!\w))", text)]
