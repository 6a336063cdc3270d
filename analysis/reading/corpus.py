"""A corpus is a file or a folder: find its files, and read each by its kind."""

import csv
import io
import os
import re
from pathlib import Path

from analysis.errors import InputError
from analysis.reading.documents import read_docx, read_html, read_text
from analysis.reading.dumps import read_xml
from analysis.reading.encoding import FAULTS, OPENERS, open_text
from analysis.reading.making import Record
from analysis.reading.mapping import read_mapping
from analysis.reading.tabular import read_csv, read_json_lines, read_parquet

TABLES = {".csv": read_csv, ".tsv": read_csv, ".jsonl": read_json_lines, ".ndjson": read_json_lines, ".parquet": read_parquet, ".xml": read_xml}
DOCUMENTS = {".txt": read_text, ".html": read_html, ".htm": read_html, ".docx": read_docx}
KINDS = ", ".join([*DOCUMENTS, *TABLES])
METADATA = "metadata.csv"
BESIDE = re.compile(r"\.|~\$|README|LICENSE|article\.yml$|translation\.tsv$|actors\.yml$|mapping\.yml$|metadata\.csv$|_SUCCESS$", re.I)
"""What may lie beside the articles and is none."""


def read_corpus(path, mapping=None):
    """Yield a Record for every record of a file or of all files in a folder and below it, in the order of their names.

    Each holds an article, or says why it could not be read; nothing is passed over in silence. `mapping` names columns,
    keys or elements (see read_mapping). Title, outlet, date and url of texts, pages and Word files may stand in a
    metadata.csv in their folder or the corpus's, with a column `file`. Raises InputError where the path holds nothing at all.

    Example:
        >>> [record.article.article_id for record in read_corpus("corpus/unsc_2336/article.txt")]
        ['unsc_2336']
    """
    root, mapping = Path(path), read_mapping(mapping)
    tables = {}
    for file in corpus_files(root):
        shown = file.relative_to(root).as_posix() if file != root else file.name
        yield from read_file(file, os.fsencode(shown).decode("utf-8", "replace"), mapping, _metadata(file, root, tables))


def articles(path, mapping=None):
    """Yield the articles of a corpus; raise InputError at the first record that cannot be read.

    For a corpus that should be whole; `read_corpus` and `isnad run` go on instead.
    """
    for record in read_corpus(path, mapping):
        if record.article is None:
            raise InputError(record.reason, where=record.file if record.line is None else f"{record.file}, line {record.line}")
        yield record.article


def corpus_files(path):
    """Return the files of a corpus, sorted by name; hidden files and what describes the others are left out."""
    path = Path(path)
    if path.is_file():
        return [path]
    if not path.is_dir():
        raise InputError("no such file or folder", where=str(path), remedy="check the path")
    files = sorted(file for file in path.rglob("*") if file.is_file() and not any(BESIDE.match(part) for part in file.relative_to(path).parts))
    codings = {file for file in files if file.parent.name == "codings"}
    files = [file for file in files if file not in codings]
    if not files:
        raise InputError("holds no files", where=str(path), remedy=f"give a folder with files of these kinds: {KINDS}")
    return files


def read_file(path, file, mapping=None, metadata=None):
    """Yield the Records of one file; `file` is its name as reported, `metadata` its row of metadata.csv."""
    kind, mapping = _kind(path), read_mapping(mapping)
    try:
        if kind in DOCUMENTS:
            yield DOCUMENTS[kind](path, file, metadata)
        elif kind in TABLES:
            yield from TABLES[kind](path, file, mapping)
        else:
            yield Record(file, None, reason=f"is of a kind that is not read; read are {KINDS}")
    except (InputError, *FAULTS) as error:
        yield Record(file, None, reason=" ".join(str(error).split())[:300])


def _kind(path):
    """Return the ending that says what a file is, without that of its compression; Parquet compresses itself."""
    ending = path.suffix.lower()
    return Path(path.stem).suffix.lower() if ending in OPENERS else ending


def _metadata(file, root, tables):
    """Return the row of a file in the metadata.csv of its folder, or of one above it in the corpus; each is read once."""
    for folder in (file.parent, *file.parent.parents):
        if folder not in tables:
            path = folder / METADATA
            tables[folder] = _read_metadata(path) if path.is_file() else {}
        row = tables[folder].get(file.relative_to(folder).as_posix())
        if row or folder in (root, root.parent):
            return row


def _read_metadata(path):
    try:
        stream, _ = open_text(path)
        with stream:
            text = stream.read()
        table = csv.DictReader(io.StringIO(text), delimiter=max(",;\t", key=text.split("\n")[0].count))
        rows = list(table)
    except (csv.Error, *FAULTS) as error:
        raise InputError(f"cannot be read: {error}", where=str(path), remedy="mend the file") from None
    if "file" not in (table.fieldnames or ()):
        raise InputError("has no column 'file'", where=str(path), value=table.fieldnames, remedy="its columns are file, title, outlet, date, url")
    return {row["file"]: {field: row.get(field) for field in ("article_id", "title", "outlet", "date", "url")} for row in rows}
