"""DataFrames at the edge: built once, for as many codings as there are, from the record types alone."""

from itertools import chain
from types import NoneType
from typing import get_args, get_type_hints

import pandas as pd

from analysis.errors import InputError
from analysis.rows import TABLES, records

DTYPES = {int: "Int64", float: "Float64", str: "string", bool: "boolean"}
"""Field type → nullable pandas type, in which a missing value is NA. Spans (tuples) stay Python objects."""


def to_tables(codings):
    """Return {table name: DataFrame} of one coding or many.

    Columns are the fields of the record types (analysis.records), in order. Missing is NA. A table without a `coder`
    column says the same whoever coded the article, so it is taken once an article, from the first coding that has it;
    rows of statements, stances and frames are those of every coder. Offsets are code points of the article's text.
    Raises InputError where two different texts have the same article_id.

        >>> from analysis.records import Coding
        >>> from analysis.segment import segment
        >>> from analysis.text import article_from_text
        >>> article = article_from_text("قال الوزير إن الأمر انتهى. وغادر.", "خبر")
        >>> tables = to_tables(Coding(article, sentences=segment(article)))
        >>> tables["sentences"][["article_id", "sentence_id", "start", "end"]].values.tolist()
        [['خبر', 0, 0, 26], ['خبر', 1, 27, 33]]
        >>> bool(tables["articles"]["outlet"].isna().all())
        True
    """
    codings = [codings] if hasattr(codings, "article") else list(codings)
    _check_articles(codings)
    return {table: to_table(_rows(codings, table), record) for table, record in TABLES.items()}


def to_table(rows, record):
    """Return a DataFrame of records of one type, also where there are none."""
    columns = list(zip(*rows, strict=True)) or [()] * len(record._fields)
    types = get_type_hints(record)
    return pd.DataFrame({name: _column(values, types[name]) for name, values in zip(record._fields, columns, strict=True)})


def _column(values, hint):
    """Return a column as an array of the nullable type that its annotation names."""
    kind = next((t for t in get_args(hint) if t is not NoneType), hint) if NoneType in get_args(hint) else hint
    return pd.array(values, dtype=DTYPES[kind]) if kind in DTYPES else pd.Series(values, dtype=object)


def _rows(codings, table):
    if "coder" in TABLES[table]._fields:
        return list(chain.from_iterable(records(coding, table) for coding in codings))
    taken = {}
    for coding in codings:
        rows = records(coding, table)
        if rows:
            taken.setdefault(coding.article.article_id, rows)
    return list(chain.from_iterable(taken.values()))


def _check_articles(codings):
    seen = {}
    for article in (coding.article for coding in codings):
        if seen.setdefault(article.article_id, article.sha256) != article.sha256:
            raise InputError("two different texts have the same article_id", value=article.article_id, remedy="rename one of the files")
