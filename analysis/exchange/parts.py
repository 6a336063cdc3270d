"""A row as its marked parts (role, start, end) and its other fields, and back: what formats of marked text can hold."""

from typing import NamedTuple

from analysis.codings.schema import SPANS, TABLES, to_data, words_at
from analysis.codings.store import SCHEMA, coding_from_data
from analysis.errors import InputError
from analysis.records import Coding

ROW_TABLES = ("statements", "stances", "namings", "frames")
"""The tables that are exchanged; mentions are left out, since the program finds them anew."""


class Part(NamedTuple):
    """One marked stretch of the text and what it is in its row: cue, content, source_text, evidence, label."""

    role: str
    start: int
    end: int


def parts_of(row):
    """Return a row's Parts in the order of its fields, content last.

        >>> from analysis.records import Frame
        >>> parts_of(Frame("a", 0, None, "narrator", "conflict", "حرب", 5, 8))
        [Part(role='evidence', start=5, end=8)]
    """
    spans = [Part(words, getattr(row, start), getattr(row, end)) for words, start, end in SPANS[type(row)] if getattr(row, words) is not None]
    return spans + [Part("content", start, end) for start, end in getattr(row, "content", ())]


def fields_of(row, text):
    """Return a row's fields other than its parts, as data for JSON."""
    spans = {field for triple in SPANS[type(row)] for field in triple}
    return {k: v for k, v in to_data(row, text).items() if k not in spans and k not in ("content", "sentence_id")}


def row_data(table, fields, parts, text):
    """Return the data of a row, as a coding's file holds them, from its fields and its Parts."""
    data = {**fields, "sentence_id": 0}
    for words, start, end in SPANS[TABLES[table]]:
        part = next((p for p in parts if p.role == words), None)
        data[words], data[start], data[end] = (words_at(words, part.start, part.end, text), part.start, part.end) if part else (None, None, None)
    if table == "statements":
        data["content"] = [{"start": p.start, "end": p.end, "text": text[p.start:p.end]} for p in sorted(parts, key=lambda p: p.start) if p.role == "content"]
    return data


def coding_of(article, header, tables, where):
    """Return the checked Coding of an article from its header and its rows' data."""
    return coding_from_data({"schema": SCHEMA, "article_id": article.article_id, "sha256": article.sha256, **header, **tables}, article, where)


def article_of(articles, article_id, sha256, where):
    """Return the article of this id. Raises InputError where it is missing or its text is another."""
    article = (articles or {}).get(article_id)
    if article is None:
        raise InputError("its article is not given", where=where, value=article_id, remedy="name the article's folder with --article")
    if sha256 and article.sha256 != sha256:
        raise InputError("was made of another text than the article's", where=where, value=article_id, remedy="give the text that was exported")
    return article


def as_list(codings):
    """Return a list of codings, whether one or several are given."""
    return [codings] if isinstance(codings, Coding) else list(codings)
