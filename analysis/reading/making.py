"""Make an article of what a record holds, or say why there is none."""

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from typing import NamedTuple

from analysis.errors import InputError
from analysis.reading.encoding import NAMES, reject_undecoded
from analysis.records import Article
from analysis.text import article_from_text, check_arabic

LONGEST_TEXT = 12_000_000
"""Characters of the longest article that is coded, about 20 MB; what is longer is a broken file or a book."""

_ISO = re.compile(r"(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?!\d)")
_DAY_FIRST = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?!\d)")
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789")


class Record(NamedTuple):
    """One record of a corpus: an article, or the reason why it is none. `line` counts from 1: lines of text, rows of Parquet.

    `encoding` is the name of the encoding it was read in, where it was text. `warning` says what was not understood.
    """

    file: str
    line: int | None
    article: Article | None = None
    reason: str | None = None
    encoding: str | None = None
    warning: str | None = None


def make_record(fields, file, line, encoding=None, text_is_whole=False):
    """Return the Record of a dict of fields (article_id, title, text, outlet, date, url; missing is None or "").

    The title stands before the text with an empty line between, unless the text begins with it, or is the whole file
    (`text_is_whole`), which stays as it is. A record without an id gets one of its file and line.

        >>> record = make_record({"title": "عنوان", "text": "قال الوزير إن الأمر انتهى.", "date": "12/5/2018"}, "a.csv", 2)
        >>> record.article.article_id, record.article.text[:9], record.article.date
        ('a-2', 'عنوان\\n\\nقا', '2018-05-12')
        >>> make_record({"title": "عنوان", "text": None}, "a.csv", 3).reason
        'has no text'
    """
    try:
        title, text = " ".join((_string(fields.get("title")) or "").split()) or None, _text(fields, encoding)
        day = read_day(fields.get("date"))
        if title and not text_is_whole and text.lstrip().split("\n", 1)[0].rstrip() != title:
            text = f"{title}\n\n{text}"
        check_arabic(text, where="text")
        article_id = _string(fields.get("article_id")) or made_id(file, line)
        article = article_from_text(text, article_id, title=title, outlet=_string(fields.get("outlet")), date=day, url=_string(fields.get("url")))
    except InputError as error:
        return Record(file, line, reason=" ".join(str(error).removeprefix("text: ").split()), encoding=NAMES.get(encoding, encoding))
    return Record(file, line, article, encoding=NAMES.get(encoding, encoding), warning=_warning(article, fields.get("date")))


def _warning(article, day):
    """Say what was not understood in an article that is read all the same."""
    if "\ufffd" in article.text:
        return "letters were lost: the text holds U+FFFD"
    return f"date {str(day)[:40]!r} is not understood" if article.date is None and _string(day) else None


def made_id(file, line):
    """Return the id of an article that came without one: its file without ending, and its line.

        >>> made_id("outlet/news.jsonl.gz", 7), made_id("outlet/01.txt", None)
        ('outlet/news-7', 'outlet/01')
    """
    folder, slash, name = file.rpartition("/")
    stem = re.sub(r"(\.(csv|tsv|jsonl|ndjson|parquet|xml|txt|html?|docx))?(\.(gz|bz2|xz|zst))?$", "", name, flags=re.I) or name
    return folder + slash + stem + ("" if line is None else f"-{line}")


def read_day(value):
    """Return a date as 2018-05-12, or None where it is not understood.

    Understood are ISO dates and times, the dates of mail and RSS (`Sat, 12 May 2018 03:26:15 +0400`: the day where it was
    written), day/month/year as Arabic papers write it, seconds or milliseconds since 1970 (UTC), and Arabic digits.

        >>> read_day("Sat, 12 May 2018 03:26:15 +0400"), read_day("٢٠١٨/٠٥/١٢"), read_day(1526081175), read_day("أمس")
        ('2018-05-12', '2018-05-12', '2018-05-11', None)
    """
    if isinstance(value, date):
        return value.isoformat()[:10]
    try:
        if isinstance(value, int | float) and not isinstance(value, bool) and 1e8 < value < 1e14:
            return datetime.fromtimestamp(value / 1000 if value > 1e11 else value, UTC).date().isoformat()
        written = str(value or "").strip().translate(_DIGITS)
        if match := _ISO.match(written):
            return date(*map(int, match.groups())).isoformat()
        if match := _DAY_FIRST.match(written):
            return date(*map(int, reversed(match.groups()))).isoformat()
        return parsedate_to_datetime(written).date().isoformat()
    except (ValueError, TypeError, OverflowError, IndexError):
        return None


def _text(fields, encoding):
    """Return the record's text, checked: present, whole letters, not endless."""
    text = fields.get("text")
    if not isinstance(text, str) or not text.strip():
        raise InputError("has no text")
    if len(text) > LONGEST_TEXT:
        raise InputError("is too long for an article", value=f"{len(text):,} characters", remedy=f"at most {LONGEST_TEXT:,} are read; split it")
    for value in fields.values():
        if isinstance(value, str) and not value.isascii():
            reject_undecoded(value, encoding)
    return text


def _string(value):
    """Return a value as text without the white space around it; None where it is missing or empty."""
    if value is None or value != value:
        return None
    return str(value).strip() or None
