"""Read and write codings as JSON files; a file that was written can always be read again."""

import json
import os
import tempfile
from datetime import datetime
from pathlib import Path

from analysis.codings.schema import HEADER, TABLES, check_text, from_data, to_data, with_sentence
from analysis.errors import InputError
from analysis.records import CODER_TYPES, NARRATOR, Actor, Coding
from analysis.segment import segment
from analysis.text import read_article

SCHEMA = 1
"""The version of the file's form. It grows when a file could no longer be read by an older program."""


def read_coding(path, article=None):
    """Read one coder's coding of one article.

    `article` is found as article.txt in the folder above the coding's (ARTICLE/codings/CODER.json) where it is not given.
    Everything is checked: types, ids, offsets, that the quoted words stand at their offsets, and that the article is the
    one that was coded. Raises InputError with the file, the path in the JSON, the value and the remedy.

    Example:
        >>> coding = read_coding("corpus/unsc_2336/codings/reference.json")
        >>> first = coding.statements[-1]
        >>> first.source, first.cue, coding.article.text[first.cue_start:first.cue_end] == first.cue
        ('rouhani', 'يعتبر', True)
    """
    path = Path(path)
    data = load(path)
    return coding_from_data(data, article or find_article(path), where=str(path))


def load(path):
    """Return the data of a coding's file, unchecked."""
    try:
        return json.loads(Path(path).read_bytes().decode("utf-8-sig"))
    except FileNotFoundError:
        raise InputError("no such file", where=str(path), remedy="check the path") from None
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}", where=str(path), remedy="check the file") from None
    except UnicodeDecodeError:
        raise InputError("is not UTF-8", where=str(path), remedy="save the file as UTF-8") from None
    except json.JSONDecodeError as error:
        raise InputError(f"is not JSON: {error.msg}", where=f"{path}, line {error.lineno}, column {error.colno}", remedy="mend the file, or take the last good copy") from None


def find_article(path):
    """Return the article that a coding's file belongs to."""
    for candidate in (path.parent.parent / "article.txt", path.parent / "article.txt", path.with_suffix(".txt")):
        if candidate.exists():
            return read_article(candidate)
    raise InputError("its article is not found", where=str(path), value=str(path.parent.parent / "article.txt"), remedy="put the article's article.txt beside the coding or into the folder above it, or in Python give the article: read_coding(path, article)")


def coding_from_data(data, article, where="coding"):
    """Return the checked Coding that the data of a JSON file describe."""
    _check_top(data, article, where)
    header = {name: _header(name, data.get(name), f"{where}, {name}") for name in HEADER}
    derived = {"article_id": article.article_id, "coder": header["coder"]}
    sentences = segment(article)
    starts = [s.start for s in sentences]
    tables = {name: _rows(record, data.get(name, []), f"{where}, {name}", article.text, derived, starts) for name, record in TABLES.items()}
    coding = Coding(article, **header, sentences=sentences, **tables)
    check_links(coding, where)
    return coding


def coding_to_data(coding):
    """Return a Coding as plain data for JSON. Mentions, namings and frames are left out where there are none."""
    data = {"schema": SCHEMA, "article_id": coding.article.article_id, "sha256": coding.article.sha256}
    data |= {name: getattr(coding, name) for name in HEADER}
    for name in TABLES:
        rows = getattr(coding, name)
        if rows or name in ("actors", "statements", "stances"):
            data[name] = [to_data(row, coding.article.text) for row in rows]
    return data


def write_coding(coding, path):
    """Write a coding as JSON, atomically: whenever the program is stopped, the file is the old one or the new one, whole.

    The coding is checked first; what could not be read back raises InputError and leaves the old file as it was.
    """
    data = coding_to_data(coding)
    coding_from_data(data, coding.article, where=str(path))
    write_atomically(json.dumps(data, ensure_ascii=False, indent=1) + "\n", path)


def write_atomically(text, path):
    """Replace a file by way of a temporary one in its folder; file and folder are flushed to the disk."""
    path = Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, path.stat().st_mode & 0o777 if path.exists() else 0o644)
        os.replace(temporary, path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    if os.name == "posix":
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _check_top(data, article, where):
    if not isinstance(data, dict):
        raise InputError("must hold one JSON object", where=where, value=type(data).__name__, remedy="see corpus/unsc_2336/codings/reference.json")
    if data.get("schema") != SCHEMA:
        remedy = "update the program" if isinstance(data.get("schema"), int) and data["schema"] > SCHEMA else f'write "schema": {SCHEMA}'
        raise InputError("is not a version of the form that is read here", where=f"{where}, schema", value=data.get("schema"), remedy=remedy)
    known = {"schema", "article_id", "sha256", *HEADER, *TABLES}
    for name in data:
        if name not in known:
            raise InputError("is not a known field", where=f"{where}, {name}", value=data[name], remedy="use " + ", ".join(sorted(known)))
    if data.get("article_id") != article.article_id:
        raise InputError(f"is not the article given ({article.article_id!r})", where=f"{where}, article_id", value=data.get("article_id"), remedy=f'if the article or its folder was renamed or copied, write "article_id": "{article.article_id}" in this file; else give the article that was coded')
    if data.get("sha256") != article.sha256:
        raise InputError(f"the article's text has changed since it was coded: its sha256 is now {article.sha256}", where=f"{where}, sha256", value=data.get("sha256"), remedy="re-anchor with analysis.codings.reanchor")


def _header(name, value, where):
    if name == "blind" or value is None and name not in ("coder", "coder_type"):
        if value is not None and type(value) is not bool:
            raise InputError("must be true, false or null", where=where, value=value, remedy="correct the value")
        return value
    if name == "coder_type" and value not in CODER_TYPES:
        raise InputError(f"must be one of {', '.join(CODER_TYPES)}", where=where, value=value, remedy="correct the value")
    if name in ("created", "modified"):
        _check_time(value, where)
    return check_text(value, where)


def _check_time(value, where):
    try:
        datetime.fromisoformat(value)
    except (TypeError, ValueError):
        raise InputError("must be a date and time", where=where, value=value, remedy="write it like 2026-11-25T08:30:00Z") from None


def _rows(record, items, where, text, derived, starts):
    if not isinstance(items, list):
        raise InputError("must be a list", where=where, value=items, remedy="write […]")
    rows = [from_data(record, item, f"{where}[{i}]", text, derived) for i, item in enumerate(items)]
    return rows if record is Actor else [with_sentence(row, starts) for row in rows]


def check_links(coding, where):
    """Check that ids are unique and that every id a row refers to exists; parents must not run in a circle."""
    actors, parties = _unique(coding.actors, "id", where, "actors"), {a.party for a in coding.actors}
    statements = _unique(coding.statements, "statement_id", where, "statements")
    _unique(coding.stances, "stance_id", where, "stances")
    for i, row in enumerate(coding.statements):
        place = f"{where}, statements[{i}]"
        _known(row.source, actors, f"{place}.source", "actor", "list it under actors")
        _check_depth(row, statements, place)
    for name in ("stances", "namings", "frames"):
        for i, row in enumerate(getattr(coding, name)):
            place = f"{where}, {name}[{i}]"
            _known(row.source, {*actors, NARRATOR}, f"{place}.source", "actor", "list it under actors")
            if row.statement_id is not None:
                _known(row.statement_id, statements, f"{place}.statement_id", "statement", "give a statement's id, or null")
    for i, row in enumerate(coding.stances):
        _known(row.target, parties, f"{where}, stances[{i}].target", "party", "list an actor of this party under actors")


def _unique(rows, field, where, table):
    found = {}
    for i, row in enumerate(rows):
        key = getattr(row, field)
        if key in found:
            raise InputError("is there twice", where=f"{where}, {table}[{i}].{field}", value=key, remedy="give each row an id of its own")
        found[key] = row
    return found


def _known(value, known, where, noun, remedy):
    if value not in known:
        raise InputError(f"is no {noun} of this coding", where=where, value=value, remedy=remedy)


def _check_depth(row, statements, where):
    """Check that a statement's parent exists and that its depth is one more than its parent's."""
    if row.parent is None:
        expected = 0
    else:
        _known(row.parent, statements, f"{where}.parent", "statement", "give the enclosing statement's id, or null")
        expected = statements[row.parent].depth + 1
    if row.depth != expected:
        raise InputError(f"must be {expected}, one more than its parent's", where=f"{where}.depth", value=row.depth, remedy="correct depth or parent")
