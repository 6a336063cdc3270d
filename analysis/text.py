"""Read an article's text and fold it for matching; the text itself is never altered."""

import hashlib
import logging
import os
import re
import unicodedata
from functools import lru_cache
from pathlib import Path

from analysis.errors import InputError
from analysis.records import Article

MARKS = re.compile("[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u200c-\u200f\u202a-\u202e\u2066-\u2069]")
"""Harakat, Quranic marks, tatweel and invisible direction controls: they never change which word is meant."""

_FOLD = str.maketrans("أإآٱىیک", "ااااييك")
_NO_LABEL = str.maketrans(dict.fromkeys("#_\"“”«»", " "))
_ENCODING_NAMES = {"utf-16": "UTF-16", "utf-16-le": "UTF-16", "utf-16-be": "UTF-16", "cp1256": "Windows-1256"}
_ARABIC = re.compile("[\u0621-\u064a]")


@lru_cache(4096)
def fold(word):
    """Return the form of a word used for matching: no harakat, no tatweel, one alef, one ya.

    Persian ی and ک and the presentation forms of PDF files (ﻻ) become the Arabic letters. ة, ؤ and ئ are kept: they tell
    words apart. Not length-preserving; use it on single words, never on article text.

        >>> fold("إِنَّـــهُ"), fold("على"), fold("آسيا")
        ('انه', 'علي', 'اسيا')
    """
    if word.isascii():
        return word
    if max(word) >= "\ufb50":
        word = unicodedata.normalize("NFKC", word).replace(" ", "")
    if not word.isalpha() or "ـ" in word:
        word = MARKS.sub("", word)
    if word.endswith(("هنأ", "هنأه", "هنأها", "هنأهم")):
        # هنأ congratulates, هنا is here.
        stem, _, pronoun = word.rpartition("أ")
        return stem.translate(_FOLD) + "أ" + pronoun
    return word.translate(_FOLD)


def normal_label(text):
    """Return a label as it is counted: one line, no harakat, tatweel, #, _ or quotation marks; `للنظام` as `النظام`.

        >>> normal_label("#ميليشيات_الحوثي"), normal_label("للنظام السوري")
        ('ميليشيات الحوثي', 'النظام السوري')
    """
    text = " ".join(MARKS.sub("", text).translate(_NO_LABEL).split())
    return "ال" + text[2:] if text.startswith("لل") else text


def article_from_text(text, article_id="text", *, outlet=None, date=None, url=None, title=None):
    """Make an Article of a string. A first line followed by an empty line is the headline.

        >>> article_from_text("عنوان الخبر\\n\\nقال الوزير إن الأمر انتهى.").title
        'عنوان الخبر'
    """
    return Article(article_id, title or headline(text), outlet, date, url, "ar", text, hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest())


def headline(text):
    """Return the first line if an empty line follows it, else None."""
    first = re.match(r"[\s\ufeff]*([^\s\ufeff][^\r\n]*?)[^\S\r\n]*(?:\r\n|\r|\n)[^\S\r\n]*(?:\r\n|\r|\n)", text)
    return first.group(1) if first else None


def read_article(path, article_id=None, **meta):
    """Read an article file (UTF-8 with or without BOM, UTF-16, Windows-1256).

    The article's id is the file's name without its ending, or the folder's name where the file is called article.txt.
    Metadata come from `article.yml` beside an article.txt. An encoding other than UTF-8 is logged. Raises InputError for what cannot be read or is not Arabic.
    """
    path = Path(path)
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise InputError("no such file", where=str(path), remedy="check the path") from None
    except IsADirectoryError:
        return read_article(path / "article.txt", article_id, **meta)
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}", where=str(path), remedy="check the file's permissions") from None
    text, encoding = decode(data, where=str(path))
    check_arabic(text, where=str(path))
    if not encoding.startswith("utf-8"):
        logging.getLogger("isnad").warning("isnad: %s: read as %s", path, _ENCODING_NAMES[encoding])
    name = article_id or _readable(path.resolve().parent.name if path.name == "article.txt" else path.stem)
    if path.name == "article.txt":
        meta = {**read_metadata(path.with_name("article.yml")), **meta}
    return article_from_text(text, name, **meta)


def _readable(name):
    """Return a file's name as Unicode text, also where it was written in another encoding than the system's."""
    return os.fsencode(name).decode("utf-8", "replace")


def read_metadata(path):
    """Return title, outlet, date and url from an article.yml; nothing where there is none."""
    if not path.exists():
        return {}
    import yaml

    try:
        data = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise InputError("is not valid YAML", where=str(path), value=str(error).splitlines()[0], remedy="mend the file") from None
    if not isinstance(data, dict):
        raise InputError("must hold 'key: value' lines", where=str(path), value=type(data).__name__, remedy="see corpus/unsc_2336/article.yml")
    return {k: None if data.get(k) is None else str(data[k]) for k in ("title", "outlet", "date", "url")}


def decode(data, where="text"):
    """Return (text, encoding) of an article's bytes. Line ends and every code point stay as they are.

    Raises InputError where the bytes are empty, binary, in no known encoding, or UTF-8 with a broken byte.
    """
    if not data.strip():
        raise InputError("is empty", where=where, remedy="give a file with the article's text")
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            # The BOM of UTF-8 stays in the text, so that offsets count from the file's start as every other reader sees it.
            return _decoded(data, encoding, where), encoding + ("-sig" if encoding == "utf-8" else "")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        if _mostly_utf8(data):
            raise _broken("utf-8", data, error, where) from None
        return _legacy(data, where)
    if sum(unicodedata.category(c) == "Cc" and c not in "\t\r\n\f\v" for c in text[:2000]) > 4:
        # Arabic in UTF-16 without a mark is valid UTF-8 too: its bytes are control characters and ASCII.
        return _legacy(data, where)
    return text, "utf-8"


def _decoded(data, encoding, where):
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise _broken(encoding, data, error, where) from None


def _broken(encoding, data, error, where):
    """Return the InputError that names the first byte which is not of the encoding (counted from 0) and the words before it."""
    before = data[:error.start].decode(encoding, "replace")[-20:].split("\n")[-1]
    remedy = f"mend what stands after {before!r}, or save the file as UTF-8 again" if before.strip() else "save the file as UTF-8 again"
    return InputError(f"is broken {encoding.upper()}", where=f"{where}, byte {error.start}", value=data[error.start:error.start + 4], remedy=remedy)


def _mostly_utf8(data):
    """Say whether bytes with a fault are UTF-8 all the same: read so, they hold more Arabic letters than faults.

    A few damaged bytes must not turn an article into the letter salad that Windows-1256 makes of it; that has a fault at nearly every word.
    """
    text = data.decode("utf-8", "replace")
    return len(_ARABIC.findall(text)) > text.count("\ufffd")


def _legacy(data, where):
    """Try UTF-16 without BOM and Windows-1256; take the one that gives mostly Arabic letters."""
    for encoding in ("utf-16-le", "utf-16-be", "cp1256"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        letters = [c for c in text[:4000] if c.isalpha()]
        if letters and sum("\u0621" <= c <= "\u064a" for c in letters) > 0.6 * len(letters):
            return text, encoding
    raise InputError("is in no encoding that is read here (UTF-8, UTF-16, Windows-1256)", where=where, value=data[:12], remedy="if it is a text, save it as UTF-8; of a picture or a PDF, take the text out first")


def check_arabic(text, where="text"):
    """Raise InputError unless the text holds Arabic letters, at least one in five of its letters."""
    arabic = len(_ARABIC.findall(text, 0, 1000))
    if arabic < 200:
        # Else the beginning has said enough.
        arabic = len(_ARABIC.findall(text))
    if arabic == 0 or arabic < 200 and arabic < 0.2 * sum(c.isalpha() for c in text[:100_000]):
        raise InputError("is not Arabic", where=where, value=text.strip()[:40], remedy="give an article in Arabic")
