"""Codings as tidy CSV files for people who prefer a spreadsheet, and back."""

import csv
import io
import json
from pathlib import Path

from analysis.codings.schema import HEADER, TABLES, allowed_types, from_data, to_data
from analysis.codings.store import SCHEMA, coding_from_data, write_atomically
from analysis.errors import InputError
from analysis.rows import JOIN, csv_cell, csv_columns, plain_text


def write_csv(coding, folder):
    """Write coding.csv (field, value), actors.csv, statements.csv, stances.csv and the other tables that have rows.

    UTF-8 with a mark at the start, so that spreadsheets show Arabic. Missing is an empty cell. A statement's spans are in
    `spans` as [[start, end], …], their words in `content`, joined with ` … `; aliases are a JSON list.
    """
    folder = Path(folder)
    header = {"schema": SCHEMA, "article_id": coding.article.article_id, "sha256": coding.article.sha256}
    header |= {name: getattr(coding, name) for name in HEADER}
    _write(folder / "coding.csv", ("field", "value"), [{"field": k, "value": v} for k, v in header.items()])
    for name, record in TABLES.items():
        rows = getattr(coding, name)
        if rows or name in ("actors", "statements", "stances"):
            _write(folder / f"{name}.csv", _columns(record), [_flat(to_data(row, coding.article.text)) for row in rows])


def read_csv(folder, article):
    """Read what `write_csv` wrote (comma, semicolon or tab between cells) and check it as `read_coding` does.

    Errors name the file and the row as the spreadsheet counts it (the header is row 1).
    """
    folder = Path(folder)
    data = {row["field"]: row["value"] for row in _read(folder / "coding.csv", ("field", "value"))}
    data.setdefault("coder", None)
    data["schema"] = int(data["schema"]) if str(data.get("schema")).isdecimal() else data.get("schema")
    data["blind"] = _cell(data.get("blind"), (bool, type(None)))
    for name, record in TABLES.items():
        path = folder / f"{name}.csv"
        if path.exists() or name in ("actors", "statements", "stances"):
            data[name] = [_row(record, row, f"{path}, row {i}", article, data["coder"]) for i, row in enumerate(_read(path, _columns(record)), 2)]
    return coding_from_data(data, article, where=str(folder))


def _columns(record):
    return [column for column in csv_columns(record) if column != "article_id"]


def _flat(data):
    """Return a row's data as plain cells."""
    if "content" in data:
        spans = [[item["start"], item["end"]] for item in data["content"]]
        data = {**data, "content": JOIN.join(item["text"] for item in data["content"]), "spans": json.dumps(spans)}
    if "aliases" in data:
        data = {**data, "aliases": json.dumps(data["aliases"], ensure_ascii=False)}
    return data


def _row(record, cells, where, article, coder):
    """Return the data of a row as the JSON file would hold them, checked."""
    data = {name: _cell(value, allowed_types(record, name)) for name, value in cells.items() if name in record._fields and name not in ("content", "aliases")}
    if "aliases" in cells:
        data["aliases"] = _json(cells["aliases"] or "[]", f"{where}.aliases")
    if "spans" in cells:
        data["content"] = _content(_json(cells["spans"] or "[]", f"{where}.spans"), cells["content"], where, article.text)
    from_data(record, data, where, article.text, {"article_id": article.article_id, "coder": coder})
    return data


def _content(spans, words, where, text):
    """Return content spans with their words; the cell's words must be those at the spans."""
    if not all(isinstance(span, list) and len(span) == 2 and all(type(n) is int for n in span) for span in spans):
        raise InputError("must be a list of [start, end]", where=f"{where}.spans", value=spans, remedy="write it like [[12, 30]]")
    found = [text[max(a, 0):b] for a, b in spans]
    if JOIN.join(found) != words:
        raise InputError(f"are not the words at {spans}, which are {JOIN.join(found)!r}", where=f"{where}.content", value=words, remedy="correct content or spans")
    return [{"start": a, "end": b, "text": piece} for (a, b), piece in zip(spans, found)]


def _cell(value, kinds):
    """Return a cell as a value of one of these types where it reads as one; else as text, for the check to refuse."""
    if value is None or str in kinds:
        return value
    if bool in kinds and value.lower() in ("true", "false"):
        return value.lower() == "true"
    for kind in (int, float):
        if kind in kinds:
            try:
                return kind(value)
            except ValueError:
                continue
    return value


def _json(cell, where):
    try:
        data = json.loads(cell)
    except json.JSONDecodeError:
        data = None
    if not isinstance(data, list):
        raise InputError("is not a list", where=where, value=cell, remedy="write it like [[12, 30]]")
    return data


def _write(path, columns, rows):
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, columns)
    writer.writeheader()
    writer.writerows({k: csv_cell(v) for k, v in row.items()} for row in rows)
    write_atomically("\ufeff" + out.getvalue(), path)


def _read(path, columns):
    """Return the rows of a CSV file as dicts; empty cells are None."""
    try:
        text = Path(path).read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        raise InputError("no such file", where=str(path), remedy="give the folder that write_csv wrote") from None
    except UnicodeDecodeError:
        raise InputError("is not UTF-8", where=str(path), remedy="save it as CSV UTF-8") from None
    first = text.split("\n", 1)[0]
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=first.count))
    missing = [c for c in columns if c not in (reader.fieldnames or ())]
    if missing:
        raise InputError("columns are missing", where=str(path), value=", ".join(missing), remedy="the first row must name: " + ", ".join(columns))
    return [{k: plain_text(v) if v else None for k, v in row.items() if k is not None} for row in reader]
