"""Read the word lists: one loader that checks every row and says file, line, column and value of what is wrong."""

from functools import cache
from importlib.resources import files
from pathlib import Path

from analysis.errors import InputError

FOLDER = files("analysis") / "lexicons"


def read_table(name, columns, *, path=None):
    """Return the rows of a TSV word list as a list of dicts.

    `name`     a file of analysis/lexicons, or any name when `path` is given.
    `columns`  column → None (any text), a set of allowed values, or a type such as int or float.
               Every column must be in the header; a column that allows "" may be empty. Empty cells become None.

    Lines that are empty or begin with # are passed over. Raises InputError with the line's number.
    """
    source = Path(path) if path else FOLDER / name
    where = str(path or name)
    try:
        text = source.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise InputError("no such word list", where=where, remedy="check the path") from None
    except UnicodeDecodeError:
        raise InputError("is not UTF-8", where=where, remedy="save the file as UTF-8") from None
    lines = [(n, line) for n, line in enumerate(text.lstrip("\ufeff").splitlines(), 1) if line.strip() and not line.startswith("#")]
    if not lines:
        raise InputError("is empty", where=where, remedy="the first line must name the columns: " + ", ".join(columns))
    header = [h.strip() for h in lines[0][1].split("\t")]
    missing = [c for c in columns if c not in header]
    if missing:
        raise InputError("columns are missing", where=f"{where} line {lines[0][0]}", value=", ".join(missing), remedy="the header must name: " + ", ".join(columns))
    places = [(c, header.index(c), columns[c]) for c in columns]
    return [_row(where, n, line, len(header), places) for n, line in lines[1:]]


def _row(where, number, line, width, places):
    cells = line.split("\t")
    if len(cells) > width:
        raise InputError("has more cells than the header", where=f"{where} line {number}", value=line, remedy="check the tabs")
    cells += [""] * (width - len(cells))
    # Thirty thousand cells without a rule are read at every start.
    return {c: cells[at].strip() or None if rule is None else _cell(cells[at].strip(), rule, where, number, c) for c, at, rule in places}


def _cell(value, rule, where, number, column):
    if isinstance(rule, (set, frozenset, tuple, list)):
        if value not in rule:
            raise InputError(f"{column} is not one of {', '.join(sorted(v or '(empty)' for v in rule))}", where=f"{where} line {number}", value=value, remedy="correct the cell")
        return value or None
    if value == "":
        return None
    try:
        return rule(value)
    except ValueError:
        raise InputError(f"{column} is not {rule.__name__}", where=f"{where} line {number}", value=value, remedy="correct the cell") from None


@cache
def lexicon_files():
    """Return the names of all word lists, sorted."""
    return sorted(p.name for p in FOLDER.iterdir() if p.name.endswith(".tsv"))
