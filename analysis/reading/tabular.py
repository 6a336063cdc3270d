"""Read records of CSV, JSON lines and Parquet. What cannot be read becomes a Record with its reason; the next is read all the same."""

import csv
import json

import pyarrow as pa
import pyarrow.parquet as pq

from analysis.errors import InputError
from analysis.reading.encoding import LONGEST, NAMES, Lines, open_text
from analysis.reading.making import LONGEST_TEXT, Record, make_record

BATCH = 64
"""Rows of Parquet held at a time."""
RETRIES = 100
"""Records of a CSV file that may swallow the following ones by a quotation mark never closed, before it is given up."""

NEVER_CLOSED = "a quotation mark is opened here and never closed"
TOO_LONG = f"is a line of more than {LONGEST:,} characters"


def read_json_lines(path, file, mapping):
    """Yield a Record for each line that is not empty; a line holds one JSON object."""
    stream, encoding = open_text(path)
    with stream:
        lines = Lines(stream)
        for line in lines:
            if line is None or line.strip():
                yield _json_record(line, file, lines.last, mapping, encoding)
        if lines.fault:
            yield Record(file, lines.last + 1, reason=lines.fault)


def _json_record(line, file, number, mapping, encoding):
    if line is None:
        return Record(file, number, reason=TOO_LONG)
    try:
        data = json.loads(line)
    except (json.JSONDecodeError, RecursionError) as error:
        return Record(file, number, reason=f"is not JSON: {error}"[:200])
    if not isinstance(data, dict):
        return Record(file, number, reason=f"is no JSON object but {type(data).__name__}")
    fields = {field: _joined([_at(data, place) for place in places]) for field, places in mapping.places().items()}
    if mapping.text and all(_at(data, place) is None for place in mapping.text):
        return Record(file, number, reason=f"has no key {' or '.join(mapping.text)}; its keys are {', '.join(map(str, list(data)[:12]))}: {mapped('text', 'KEY')}")
    return make_record(fields, file, number, encoding)


def _at(data, place):
    """Return the value of a key, or of keys joined by dots; None where there is none."""
    if place in data or "." not in place:
        return data.get(place)
    for key in place.split("."):
        data = data.get(key) if isinstance(data, dict) else None
    return data


def _joined(values):
    """Return one value as it is, several (or a list) as one text with line ends between."""
    if len(values) == 1 and not isinstance(values[0], list | dict):
        return values[0]
    parts = [part for value in values for part in (value if isinstance(value, list) else [value])]
    return "\n".join(str(part) for part in parts if part is not None and part == part and not isinstance(part, dict) and str(part).strip())


def read_csv(path, file, mapping):
    """Yield a Record for each row of a CSV or TSV file with a header; the separator (comma, semicolon, tab) is told from it."""
    stream, encoding = open_text(path)
    with stream:
        lines = Lines(stream)
        header, delimiter = _header(lines)
        columns = _columns(header, mapping)
        for number, cells in _rows(lines, delimiter):
            if isinstance(cells, str):
                yield Record(file, number, reason=cells, encoding=NAMES[encoding])
            elif len(cells) > len(header):
                yield Record(file, number, reason=f"has {len(cells)} cells where the header has {len(header)}: check the quotation marks", encoding=NAMES[encoding])
            else:
                cells = cells + [None] * (len(header) - len(cells))
                yield make_record({field: _joined([cells[i] for i in places]) if places else None for field, places in columns.items()}, file, number, encoding)
        if lines.fault:
            yield Record(file, lines.last + 1, reason=lines.fault)


def _header(lines):
    """Return the columns and the separator that the first line shows."""
    first = next((line for line in lines if line and line.strip()), None)
    if first is None:
        raise InputError("has no header", remedy="the first line must name the columns")
    delimiter = max(",;\t", key=first.count)
    try:
        return [cell.strip() for cell in next(csv.reader([first], delimiter=delimiter, strict=True))], delimiter
    except csv.Error as error:
        raise InputError(f"its header cannot be read: {error}", value=first[:60], remedy="the first line must name the columns") from None


def _columns(header, mapping):
    """Return {field: positions of its columns}; the text must be there, and every column that the user named."""
    columns = {}
    for field, places in mapping.places().items():
        missing = [place for place in places if place not in header]
        if missing and (field == "text" or places != (field,)):
            raise InputError(f"has no column for {field}", value=", ".join(missing), remedy=f"its columns are {', '.join(header[:12])}: {mapped(field)}")
        columns[field] = [header.index(place) for place in places if place in header]
    return columns


def mapped(field, place="COLUMN"):
    """Say how a field is told from which place it comes."""
    return f'write "{field}: {place}", with one of them, as a line into a file and give that with --mapping'


def _rows(lines, delimiter):
    """Yield (first line, cells) of each row; in place of the cells the reason where the row is broken.

    A quotation mark that is never closed would swallow all that follows: the row is given up and the next line is read as
    a row of its own.
    """
    csv.field_size_limit(LONGEST_TEXT)
    taken = []
    for _ in range(RETRIES):
        try:
            for cells in csv.reader(_feed(lines, taken), delimiter=delimiter, strict=True):
                number = taken[0][0]
                taken.clear()
                if cells:
                    yield number, cells
            return
        except csv.Error as error:
            yield taken[0][0], f"is no row of CSV: {NEVER_CLOSED if 'unexpected end' in str(error) else error}"
            if lines.fault:
                return  # what follows the mark is the rest of a cell, not rows
            lines.put_back(taken[1:])
            taken.clear()
    yield lines.last + 1, "the rest of the file is passed over: too many rows are broken"


def _feed(lines, taken):
    """Give csv the lines one by one and keep those of the present row in `taken`."""
    size = 0
    for line in lines:
        size = len(line or "") + (size if taken else 0)
        taken.append((lines.last, line))
        if line is None or size > LONGEST_TEXT:
            raise csv.Error(TOO_LONG if line is None else NEVER_CLOSED)
        yield line


def read_parquet(path, file, mapping):
    """Yield a Record for each row of a Parquet file; only the columns that are needed are read, a few rows at a time."""
    try:
        table = pq.ParquetFile(path)
    except (pa.ArrowException, OSError) as error:
        raise InputError(f"is no Parquet file: {error}"[:200], remedy="fetch the file again") from None
    with table:
        names = table.schema_arrow.names
        columns = {field: [names[i] for i in places] for field, places in _columns(names, mapping).items()}
        needed, number = list(dict.fromkeys(name for places in columns.values() for name in places)), 0
        try:
            for batch in table.iter_batches(BATCH, columns=needed):
                for row in batch.to_pylist():
                    number += 1
                    yield make_record({field: _joined([row[name] for name in places]) if places else None for field, places in columns.items()}, file, number)
        except (pa.ArrowException, OSError, UnicodeDecodeError) as error:
            yield Record(file, number + 1, reason=f"the rows from here on cannot be read: {error}"[:200])
