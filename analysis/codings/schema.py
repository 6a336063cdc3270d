"""Rows of a coding to and from plain JSON data. The record types are the schema: fields and types are read off them."""

import re
import types
from bisect import bisect_right
from functools import cache
from typing import get_args, get_origin, get_type_hints

from analysis.errors import InputError
from analysis.records import ENDORSEMENTS, FORMS, MENTION_KINDS, SOURCE_TYPES, STANCE_KINDS, STATUSES, TONES, VOICES
from analysis.records import Actor, Frame, Mention, Naming, Stance, Statement
from analysis.text import normal_label

TABLES = {"actors": Actor, "mentions": Mention, "statements": Statement, "stances": Stance, "namings": Naming, "frames": Frame}
"""The lists of a Coding that its file holds. Sentences are not stored: analysis.segment gives them."""

HEADER = ("codebook", "coder", "coder_type", "coder_note", "created", "modified", "blind")
"""The fields of a Coding that describe the coding as a whole."""

CHOICES = {
    (Mention, "kind"): MENTION_KINDS,
    (Statement, "source_type"): SOURCE_TYPES,
    (Statement, "form"): FORMS,
    (Statement, "endorsement"): ENDORSEMENTS,
    (Statement, "status"): STATUSES,
    (Stance, "kind"): STANCE_KINDS,
    (Stance, "polarity"): (1, -1),
    (Stance, "status"): STATUSES,
    (Naming, "voice"): VOICES,
    (Naming, "tone"): TONES,
}

SPANS = {
    Actor: (),
    Mention: (("text", "start", "end"),),
    Statement: (("source_text", "source_start", "source_end"), ("cue", "cue_start", "cue_end")),
    Stance: (("evidence", "start", "end"),),
    Naming: (("label", "start", "end"),),
    Frame: (("evidence", "start", "end"),),
}
"""Which fields of a row hold quoted words, and where these start and end in the text."""

WRITTEN = {"label": normal_label}
"""How words are written in a row where that is not letter for letter as they stand in the text."""

RANGES = {"confidence": (0, 1), "score": (-1, 1)}
IDS = {"id", "party", "actor", "source", "source_party", "target", "target_actor"}
_ID = re.compile(r"[a-z0-9][a-z0-9_]*")


def to_data(row, text):
    """Return a record as a dict for JSON. Content spans carry their words; `article_id` is left to the coding."""
    data = row._asdict()
    data.pop("article_id", None)
    if "content" in data:
        data["content"] = [{"start": a, "end": b, "text": text[a:b]} for a, b in row.content]
    if "aliases" in data:
        data["aliases"] = list(row.aliases)
    return data


def from_data(record, data, where, text, derived):
    """Return the record that a dict from a file describes, after checking every field.

    `derived` gives article_id and coder where the row leaves them out. Raises InputError with the path of the field.
    """
    if not isinstance(data, dict):
        raise InputError("must be an object with named fields", where=where, value=data, remedy="write {…}")
    fields = {**{k: v for k, v in derived.items() if k in record._fields}, **data}
    for name in fields:
        if name not in record._fields:
            raise InputError("is not a known field", where=f"{where}.{name}", value=fields[name], remedy="use " + ", ".join(record._fields))
    for name in record._fields:
        if name not in fields and name not in record._field_defaults and not accepts_none(record, name):
            raise InputError("is missing", where=f"{where}.{name}", remedy="add it")
    row = record(**{name: _value(record, name, fields.get(name, record._field_defaults.get(name)), f"{where}.{name}") for name in record._fields})
    _check_spans(row, where, text)
    if record is Statement:
        row = row._replace(content=_content(row.content, f"{where}.content", text))
    return row


@cache
def _hints(record):
    return get_type_hints(record)


@cache
def allowed_types(record, name):
    """Return the plain types that a field may have, NoneType included where it may be missing."""
    hint = _hints(record)[name]
    options = get_args(hint) if isinstance(hint, types.UnionType) else (hint,)
    return tuple(get_origin(option) or option for option in options)


def accepts_none(record, name):
    """Say whether a field may be missing (None, null, NA)."""
    return type(None) in allowed_types(record, name)


def _value(record, name, value, where):
    """Check one field's value: type, choice, range and form of ids. Lists become tuples, whole numbers floats where due."""
    kinds = allowed_types(record, name)
    if value is None and type(None) in kinds:
        return None
    if tuple in kinds and isinstance(value, (list, tuple)):
        return tuple(value) if name == "content" else tuple(check_text(item, f"{where}[{i}]") for i, item in enumerate(value))
    if float in kinds and type(value) is int:
        value = float(value)
    if type(value) not in kinds:
        raise InputError(f"must be {_named(kinds)}", where=where, value=value, remedy="correct the value")
    if isinstance(value, str):
        check_text(value, where)
    choices = CHOICES.get((record, name))
    if choices and value not in choices:
        raise InputError(f"must be one of {', '.join(map(str, choices))}", where=where, value=value, remedy="correct the value")
    low, high = RANGES.get(name, (None, None))
    if low is not None and not low <= value <= high:
        raise InputError(f"must lie between {low} and {high}", where=where, value=value, remedy="correct the value")
    if name in IDS and not _ID.fullmatch(value):
        raise InputError("must be an id of a-z, 0-9 and _", where=where, value=value, remedy="write it like syrian_government")
    return value


def check_text(value, where):
    """Return a text that is not empty; missing is null, never an empty text."""
    if not isinstance(value, str) or not value:
        raise InputError("must be a text that is not empty", where=where, value=value, remedy="write null where it is missing")
    return value


def _named(kinds):
    names = {str: "a text", int: "a whole number", float: "a number", bool: "true or false", tuple: "a list", type(None): "null"}
    return " or ".join(names[kind] for kind in kinds)


def _check_spans(row, where, text):
    for words, start, end in SPANS[type(row)]:
        values = [getattr(row, name) for name in (words, start, end)]
        missing = [name for name, value in zip((words, start, end), values) if value is None]
        if len(missing) == 3:
            continue
        if missing:
            raise InputError("is missing while its span's other fields are there", where=f"{where}.{missing[0]}", remedy=f"give {words}, {start} and {end}, or null for all three")
        check_span(values[1], values[2], values[0], (f"{where}.{start}", f"{where}.{end}", f"{where}.{words}"), text, WRITTEN.get(words, str))


def words_at(field, start, end, text):
    """Return the words of a span as a row's field holds them.

        >>> words_at("label", 5, 18, "بيان للنظام السوري")
        'النظام السوري'
    """
    return WRITTEN.get(field, str)(text[start:end])


def check_span(start, end, words, where, text, written=str):
    """Check that text[start:end] exists and is `words`, as `written` writes it. `where` names the three fields."""
    for value, place in ((start, where[0]), (end, where[1])):
        if type(value) is not int:
            raise InputError("must be a whole number", where=place, value=value, remedy="count code points from the start of the text")
    if not 0 <= start < len(text):
        raise InputError(f"lies outside the text of {len(text)} code points", where=where[0], value=start, remedy="count code points from the start of the text")
    if not start < end <= len(text):
        raise InputError(f"must lie after the start ({start}) and within the text of {len(text)} code points", where=where[1], value=end, remedy="offsets end after the last code point")
    if words not in (text[start:end], written(text[start:end])):
        raise InputError(f"are not the words at {start}–{end}, which are {text[start:end]!r}", where=where[2], value=words, remedy="correct the offsets, or re-anchor with analysis.codings.reanchor")


def _content(items, where, text):
    """Check a statement's content spans, in order and apart; return them as (start, end) pairs."""
    if not items:
        raise InputError("must hold at least one span", where=where, value=list(items), remedy='write [{"start": …, "end": …, "text": "…"}]')
    spans = []
    for i, item in enumerate(items):
        place = f"{where}[{i}]"
        if not isinstance(item, dict) or set(item) != {"start", "end", "text"}:
            raise InputError("must be an object with start, end and text", where=place, value=item, remedy='write {"start": …, "end": …, "text": "…"}')
        check_span(item["start"], item["end"], item["text"], (f"{place}.start", f"{place}.end", f"{place}.text"), text)
        if spans and item["start"] < spans[-1][1]:
            raise InputError("overlaps the span before it", where=f"{place}.start", value=item["start"], remedy="list the spans in the order of the text, each once")
        spans.append((item["start"], item["end"]))
    return tuple(spans)


def anchor(row):
    """Return the place that decides which sentence a row belongs to: the cue's start, else the first word of its span."""
    if isinstance(row, Statement):
        return row.cue_start if row.cue_start is not None else row.content[0][0]
    return row.start


def with_sentence(row, starts):
    """Return the row with the sentence that holds its anchor; `starts` are the sentences' starts."""
    return row._replace(sentence_id=max(0, bisect_right(starts, anchor(row)) - 1))
