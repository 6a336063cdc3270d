"""Read many codings at once: coding files, folders of them, gold folders, and the lines of `isnad analyze --format jsonl`."""

import json
import sys
from pathlib import Path

from analysis.codings.gold import read_gold
from analysis.codings.schema import from_data, with_sentence
from analysis.codings.store import load, read_coding
from analysis.errors import InputError
from analysis.records import Coding, Frame, Naming, Stance, Statement
from analysis.segment import segment

LINE_TABLES = {"statements": Statement, "stances": Stance, "namings": Naming, "frames": Frame}
"""The tables that a line of `isnad analyze --format jsonl` holds; actors are not among them."""

STANDARD_INPUT = Path("-")


def read_codings(path, articles=None):
    """Return the codings of a file or a folder, in the order of their names.

    A `.json` file holds one coding (or a gold coding, with its text beside it); a `.jsonl` file, a pipe or `-` (standard
    input) holds the lines that `isnad analyze` writes, whose articles are looked up by id in `articles`, a dict of Article:
    lines on other articles are passed over. Of a folder, all coding files in it and below it are read. Raises InputError where nothing is found.
    """
    path = Path(path)
    if path.is_dir():
        files = sorted(f for f in path.rglob("*.json") if ".ipynb_checkpoints" not in f.parts)
        found = [coding for file in files for coding in read_codings(file)]
        if not found:
            raise InputError("holds no codings", where=str(path), remedy="code its articles first, in notebooks/2-annotate.ipynb, or name a folder with coding files (.json)")
        return found
    if path.suffix == ".jsonl" or path.is_fifo() or path == STANDARD_INPUT:
        return read_lines(path, articles or {})
    return [read_gold(path) if is_gold(load(path)) else read_coding(path)]


def is_gold(data):
    """Say whether a file's data are in the gold form: no schema number, and statements with `cue_span`."""
    return isinstance(data, dict) and "schema" not in data and "statements" in data and "stances" in data


def read_lines(path, articles):
    """Return the codings of a file of JSON lines whose articles are given."""
    try:
        data = sys.stdin.buffer.read() if path == STANDARD_INPUT else Path(path).read_bytes()
        lines = data.decode("utf-8-sig").splitlines()
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}", where=str(path), remedy="check the path") from None
    except UnicodeDecodeError:
        raise InputError("is not UTF-8", where=str(path), remedy="write it with isnad analyze --format jsonl") from None
    found = [coding_from_line(line, articles, f"{path}, line {n}") for n, line in enumerate(lines, 1) if line.strip()]
    return [coding for coding in found if coding is not None]


def coding_from_line(line, articles, where="line"):
    """Return the Coding of one line of `isnad analyze --format jsonl`, or None where its article is not among those given."""
    try:
        data = json.loads(line)
    except json.JSONDecodeError as error:
        raise InputError(f"is not JSON: {error.msg}", where=where, remedy="write it with isnad analyze --format jsonl") from None
    if not isinstance(data, dict) or "article_id" not in data:
        raise InputError("names no article_id", where=where, value=data, remedy="write it with isnad analyze --format jsonl")
    article = articles.get(data["article_id"])
    if article is None:
        return None
    sentences = segment(article)
    tables = {name: _rows(record, data.get(name, []), article, sentences, f"{where}, {name}") for name, record in LINE_TABLES.items()}
    coder = next((row.coder for row in tables["statements"] + tables["stances"]), "rules")
    return Coding(article, coder=coder, coder_type="rules" if coder == "rules" else "model", sentences=sentences, **tables)


def _rows(record, items, article, sentences, where):
    starts, rows = [s.start for s in sentences], []
    for i, item in enumerate(items):
        if "content" in item:
            item = {**item, "content": [{"start": a, "end": b, "text": article.text[a:b]} for a, b in item["content"]]}
        rows.append(with_sentence(from_data(record, item, f"{where}[{i}]", article.text, {}), starts))
    return rows
