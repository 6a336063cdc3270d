"""Small pieces of HTML for the report. Whatever comes from an article or a person is escaped here, once."""

from html import escape

from analysis.labels import RLM
from analysis.reader import Page


class Raw(str):
    """HTML that is ready; any other text is escaped when it is put into a page."""


def text(value):
    """Return a value as HTML: Raw as it is, anything else escaped, None as a dash."""
    return value if isinstance(value, Raw) else escape("–" if value is None else str(value))


def arabic(value):
    """Mark Arabic words for right-to-left setting and for the Arabic font, inside text of any language."""
    return Raw(f'<span lang="ar" dir="rtl">{text(value)}</span>')


def link(target, value):
    """Return a link within the page."""
    return Raw(f'<a href="#{escape(target)}">{text(value)}</a>')


def section(key, title, *parts):
    """Return a section of the report with its heading."""
    return Page(f'<section><h2 id="{key}">{text(title)}</h2>{"".join(parts)}</section>')


def paragraph(value, kind=None):
    """Return one paragraph; `kind` is a class of the page's style: note, or lead for one that introduces what follows."""
    return Raw(f'<div class="{kind}"><p>{text(value)}</p></div>' if kind else f"<p>{text(value)}</p>")


def bullets(items):
    """Return a list."""
    return Raw("<ul>" + "".join(f"<li>{text(item)}</li>" for item in items) + "</ul>")


def table(header, rows, widths, *, arabic_columns=(), language="en"):
    """Return a table. `widths` are percentages; `arabic_columns` are set right to left. A row may be ready HTML (see `band`).

    Widths are stated because the same table is printed: without them long Arabic cells run off the page.
    """
    columns = "".join(f'<col style="width:{w}%" />' for w in widths)
    head = "".join(f"<th>{text(h)}</th>" for h in header)
    body = "".join(row if isinstance(row, Raw) else _row(row, arabic_columns, language) for row in rows)
    return Raw(f"<table><colgroup>{columns}</colgroup><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>")


def band(value, columns):
    """Return a row of one cell across all columns."""
    return Raw(f'<tr class="band"><td colspan="{columns}">{text(value)}</td></tr>')


def anchors(names):
    """Return the places to which links lead."""
    return Raw("".join(f'<span id="{escape(name)}"></span>' for name in names))


def _row(cells, arabic_columns, language):
    """Return a row; an Arabic cell in a page of another language is a right-to-left block of its own."""
    return Raw("<tr>" + "".join(_arabic_cell(c) if i in arabic_columns and language != "ar" else f"<td>{_directed(c, language)}</td>" for i, c in enumerate(cells)) + "</tr>")


def _arabic_cell(cell):
    return f'<td><div lang="ar" dir="rtl">{text(cell)}</div></td>'


def _directed(cell, language):
    """Make a cell that begins with a digit, sign or Latin letter run with an Arabic page."""
    return RLM + text(cell) if language == "ar" and not isinstance(cell, Raw) else text(cell)
