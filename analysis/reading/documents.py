"""Read files that hold one article each: plain text, web pages and Word documents."""

import re
import zipfile
from pathlib import PurePosixPath

from analysis.errors import InputError
from analysis.reading.encoding import detect, open_bytes
from analysis.reading.making import LONGEST_TEXT, make_record, made_id
from analysis.text import headline, read_metadata

LARGEST = 4 * LONGEST_TEXT
"""Bytes of the largest file that is opened, and of the text that a Word file may unpack to."""

_CHARSET = re.compile(rb"<meta[^>]{0,80}charset\s*=\s*[\"']?\s*([\w-]+)", re.I)


def read_text(path, file, meta=None):
    """Return the Record of a text file. Its text stays as it is: a first line followed by an empty line is the headline.

    `meta` is the file's row of metadata.csv. An article.txt is called after its folder and takes its article.yml.
    """
    text, encoding = _decoded(_bytes(path))
    own = read_metadata(path.with_name("article.yml")) if path.name == "article.txt" else {}
    folder = str(PurePosixPath(file).parent)
    name = path.resolve().parent.name if folder == "." else folder
    given = {"title": headline(text), "article_id": name if path.name == "article.txt" else made_id(file, None), **_known(own), **_known(meta)}
    return make_record({**given, "text": text}, file, None, encoding, text_is_whole=True)


def read_html(path, file, meta=None):
    """Return the Record of a web page: its main text by trafilatura, with the title, outlet, date and address it states.

    Menus, comments and links to other stories are left out as far as trafilatura tells them from the article.
    """
    # Here: it takes half a second to import, and most corpora hold no web pages.
    from trafilatura import bare_extraction

    html, encoding = _decoded(_bytes(path), page=True)
    page = bare_extraction(html, with_metadata=True, include_comments=False, include_tables=False, date_extraction_params={"original_date": True})
    if page is None or not page.text:
        raise InputError("no article is found on the page", remedy="save the article's own page, or its text as .txt")
    found = {"title": page.title, "outlet": page.sitename or page.hostname, "date": page.date, "url": page.url}
    return make_record({"article_id": made_id(file, None), **found, **_known(meta), "text": page.text}, file, None, encoding)


def read_docx(path, file, meta=None):
    """Return the Record of a Word document: its paragraphs and the cells of its tables, in order.

    A first paragraph in the style Title or Heading 1 is the headline.
    """
    from docx import Document
    from docx.opc.exceptions import OpcError

    try:
        with zipfile.ZipFile(path) as archive:
            if sum(item.file_size for item in archive.infolist()) > LARGEST:
                raise InputError("unpacks to more than an article can hold", remedy="split it")
        document = Document(str(path))
    except (zipfile.BadZipFile, OpcError, KeyError, ValueError) as error:
        if isinstance(error, InputError):
            raise
        raise InputError(f"is no Word document (.docx): {error}", remedy="open and save it in Word") from None
    paragraphs = [p for p in _paragraphs(document) if p.text.strip()]
    title = paragraphs.pop(0).text.strip() if paragraphs and paragraphs[0].style.name in ("Title", "Heading 1") else None
    text = "\n".join(p.text for p in paragraphs)
    return make_record({"article_id": made_id(file, None), "title": title, **_known(meta), "text": text}, file, None)


def _paragraphs(container):
    """Yield the paragraphs of a document or a table cell in reading order."""
    for item in container.iter_inner_content():
        if hasattr(item, "rows"):
            cells = {id(cell._tc): cell for row in item.rows for cell in row.cells}  # a merged cell is met several times
            for cell in cells.values():
                yield from _paragraphs(cell)
        else:
            yield item


def _bytes(path):
    with open_bytes(path) as stream:
        data = stream.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise InputError("is too large for an article", remedy=f"at most {LARGEST:,} bytes are read; split it")
    return data


def _decoded(data, page=False):
    """Return (text, encoding). A web page's own statement of its encoding is believed if it is one of those read here."""
    stated = _CHARSET.search(data[:2048]) if page else None
    if stated and stated.group(1).lower() in (b"windows-1256", b"cp1256"):
        return data.decode("cp1256"), "cp1256"
    encoding = detect(data)
    return data.decode(encoding, "surrogateescape" if encoding == "utf-8" else "strict"), encoding


def _known(meta):
    return {field: value for field, value in (meta or {}).items() if value}
