"""Codings as rows: which record types make which table, and how a row becomes JSON or a CSV cell.

Plain Python: nothing here imports pandas, so that the command line starts at once. DataFrames are in `analysis.tables`.
"""

import json

from analysis.records import Article, Frame, Mention, Naming, Proposal, Sentence, Stance, Statement, Tone

TABLES = {
    "articles": Article,
    "sentences": Sentence,
    "mentions": Mention,
    "statements": Statement,
    "stances": Stance,
    "namings": Naming,
    "frames": Frame,
    "tones": Tone,
    "proposals": Proposal,
}
"""Table name → record type. The fields of the record type are the columns, in order; there is no other list of them."""

JOIN = " … "
"""What stands between the pieces of a content that the cue interrupts."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def records(coding, table):
    """Return the records of one table of a coding.

        >>> from analysis.records import Coding
        >>> from analysis.text import article_from_text
        >>> coding = Coding(article_from_text("قال الوزير إن الأمر انتهى."))
        >>> [article.article_id for article in records(coding, "articles")], records(coding, "stances")
        (['text'], [])
    """
    return [coding.article] if table == "articles" else getattr(coding, table)


def as_json(coding):
    """Return a coding as the object of one line of `isnad analyze --format jsonl`.

    Offsets are code points of the file's text, `content` is a list of [start, end], missing is null.
    """
    kept = ("sentence_id", "start", "end")
    line = {"article_id": coding.article.article_id, "title": coding.article.title}
    line["sentences"] = [{key: getattr(sentence, key) for key in kept} for sentence in coding.sentences]
    for table in ("statements", "stances", "namings", "frames", "tones", "proposals"):
        line[table] = [record._asdict() for record in getattr(coding, table)]
    return line


def csv_columns(record_type):
    """Return the columns of a table's CSV: the fields, and after `content` (the words) `spans` (where they stand)."""
    return [column for field in record_type._fields for column in ((field, "spans") if field == "content" else (field,))]


def csv_row(record, text):
    """Return a record's cells for `csv.writer`: missing is an empty cell, text is safe, lists are JSON.

    `text` is the article's: a statement's content is given in words, and its spans beside it.

        >>> from analysis.records import Frame
        >>> csv_row(Frame("a", 0, None, "narrator", "conflict", "=حرب", 5, 8), "")
        ['a', 0, '', 'narrator', 'conflict', "'=حرب", 5, 8, '', 'rules']
    """
    cells = []
    for field, value in zip(record._fields, record):
        if field == "content":
            cells.append(safe_text(JOIN.join(text[start:end] for start, end in value)))
        cells.append(csv_cell(value))
    return cells


def csv_cell(value):
    """Return one value as a CSV cell (see csv_row). Numbers keep their sign; only text is made safe."""
    if value is None:
        return ""
    if isinstance(value, str):
        return safe_text(value)
    return json.dumps(value, ensure_ascii=False) if isinstance(value, tuple | list | bool) else value


def safe_text(text):
    """Put an apostrophe before text that a spreadsheet would run as a formula (begins with = + - @ tab or return).

    Text that already begins with an apostrophe gets another, so that `plain_text` always gives the original back.

        >>> safe_text('=HYPERLINK("x")'), safe_text("قال"), plain_text(safe_text("'=1"))
        ('\\'=HYPERLINK("x")', 'قال', "'=1")
    """
    return "'" + text if text.startswith((*_FORMULA, "'")) else text


def plain_text(cell):
    """Undo `safe_text`."""
    return cell[1:] if cell[:1] == "'" and cell[1:2] in (*_FORMULA, "'") else cell
