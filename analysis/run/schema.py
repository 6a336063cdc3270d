"""Parquet columns from the record types: the record type is the schema, and there is no other list of columns.

Missing is null. Offsets and ids are int32, numbers float64; a statement's content is a list of [start, end].
"""

from functools import cache
from types import NoneType
from typing import NamedTuple, get_args, get_origin, get_type_hints

import pyarrow as pa

from analysis.records import Actor
from analysis.rows import TABLES

ArticleActor = NamedTuple("ArticleActor", [("article_id", str), *get_type_hints(Actor).items()])
"""An actor to whom an article's rows refer. One that the text introduces has an id that means another in the next article."""

RUN_TABLES = {**TABLES, "actors": ArticleActor}
"""Table name → record type of what a run writes."""

_PLAIN = {str: pa.string(), int: pa.int32(), float: pa.float64(), bool: pa.bool_()}


@cache
def schema(record):
    """Return the Arrow schema of a record type.

        >>> from analysis.records import Sentence
        >>> [str(field.type) for field in schema(Sentence)]
        ['string', 'int32', 'int32', 'int32', 'int32']
    """
    hints = get_type_hints(record)
    return pa.schema([(name, _type(hints[name])) for name in record._fields])


def _type(hint):
    """Return the Arrow type of an annotation: `str | None` is a string, a tuple of any length a list."""
    if hint in _PLAIN:
        return _PLAIN[hint]
    parts = [part for part in get_args(hint) if part not in (NoneType, Ellipsis)]
    return pa.list_(_type(parts[0])) if get_origin(hint) is tuple else _type(parts[0])


def to_arrow(rows, record):
    """Return a table of records of one type, column by column, without a DataFrame in between.

        >>> from analysis.records import Sentence
        >>> to_arrow([Sentence("خبر", 0, 0, 0, 26)], Sentence).to_pylist()
        [{'article_id': 'خبر', 'sentence_id': 0, 'paragraph': 0, 'start': 0, 'end': 26}]
    """
    columns = zip(*rows, strict=True) if rows else [()] * len(record._fields)
    fields = schema(record)
    return pa.Table.from_arrays([pa.array(values, field.type) for values, field in zip(columns, fields)], schema=fields)


def from_arrow(table, record):
    """Yield the records of a table; lists become tuples again.

        >>> from analysis.records import Actor
        >>> actor = Actor("sami", "syria", "سامي", ("أبو علي",))
        >>> list(from_arrow(to_arrow([actor], Actor), Actor)) == [actor]
        True
    """
    columns = [table.column(name).to_pylist() for name in record._fields]
    for i, field in enumerate(schema(record)):
        if pa.types.is_list(field.type):
            columns[i] = [_tuples(value) for value in columns[i]]
    return map(record, *columns) if columns else iter(())


def _tuples(value):
    return tuple(_tuples(part) for part in value) if isinstance(value, list) else value
