"""Print the report: pandoc reads the page's HTML, typst sets the PDF with Amiri, and Word's own format is written."""

import tempfile
from importlib.resources import files
from pathlib import Path

import fontpkg
import matplotlib
import pypandoc
import typst
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from analysis.labels import label
from analysis.report.page import FIGURE, column_share

FOLDER = files("analysis") / "report"
FONT = "Amiri"
WHOLE = 13
"""Rows, with the header, up to which a table stays on one page."""


def write_pdf(page, path, language, figures):
    """Write the page as an A4 PDF, right to left in Arabic; figures stay vector drawings."""
    with tempfile.TemporaryDirectory() as scratch:
        source = Path(scratch) / "report.typ"
        for drawing in figures.glob("*.svg"):
            (Path(scratch) / drawing.name).write_bytes(drawing.read_bytes())
        html = FIGURE.sub(lambda m: f'<img alt="{m[2]}" src="{m[1]}.svg" style="width:{100 * column_share(figures / f"{m[1]}.svg"):.0f}%" />', page)
        _pandoc(html, "typst", source, language, ["--template", str(FOLDER / "page.typ")])
        fonts = [str(Path(fontpkg.path(FONT)).parent), str(Path(matplotlib.get_data_path()) / "fonts" / "ttf")]
        typst.compile(str(source), output=str(path), font_paths=fonts)


def write_docx(page, path, language, figures):
    """Write the page as a Word file, right to left in Arabic."""
    folder = figures.resolve()
    html = FIGURE.sub(lambda m: f'<img alt="{m[2]}" src="{folder / m[1]}.png" style="width:{16.5 * column_share(folder / f"{m[1]}.svg"):.1f}cm" />', page)
    _pandoc(html, "docx", path, language, [])
    document = Document(str(path))
    _set_page(document)
    _set_fonts(document)
    _set_notes(document)
    for table in document.tables:
        _set_table(table, language)
    document.save(str(path))


def _pandoc(html, target, path, language, arguments):
    direction = "rtl" if language == "ar" else "ltr"
    meta = [f"--metadata=lang:{language}", f"--metadata=dir:{direction}", f"--variable=title:{label('report.title', language)}", f"--lua-filter={FOLDER / 'print.lua'}"]
    pypandoc.convert_text(html, target, format="html", outputfile=str(path), extra_args=["--standalone", *meta, *arguments])


def _set_page(document):
    for section in document.sections:
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2.2)
        section.top_margin = section.bottom_margin = Cm(2.2)


def _set_fonts(document):
    """Name Amiri in every style, for Latin and for Arabic letters; Word takes another font where it is not installed."""
    for style in document.styles:
        if not hasattr(style, "font"):
            continue
        properties = style.element.get_or_add_rPr()
        fonts = properties.find(qn("w:rFonts"))
        if fonts is not None and not style.name.startswith(("Verbatim", "Source")):
            properties.remove(fonts)
    defaults = document.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    fonts = defaults.find(qn("w:rFonts"))
    for attribute in list(fonts.attrib):
        del fonts.attrib[attribute]
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), FONT)


def _set_notes(document):
    """Set notes small and grey; one that introduces a table stays with it (print.lua names the styles)."""
    for style in document.styles:
        if style.name.startswith("Small "):
            style.font.size, style.font.color.rgb = Pt(9), RGBColor(0x5C, 0x5C, 0x5C)
            # Arabic letters have a size of their own.
            arabic = OxmlElement("w:szCs")
            arabic.set(qn("w:val"), "18")
            style.element.rPr.find(qn("w:sz")).addnext(arabic)
            if style.name == "Small Lead":
                style.paragraph_format.keep_with_next = True


def _set_table(table, language):
    """Let a table keep its column widths, repeat its header on each page, break in no silly place, and in Arabic begin at the right."""
    table.autofit = False
    properties = table._tbl.tblPr
    if language == "ar" and properties.find(qn("w:bidiVisual")) is None:
        properties.append(OxmlElement("w:bidiVisual"))
    header = table.rows[0]._tr.get_or_add_trPr()
    if header.find(qn("w:tblHeader")) is None:
        header.append(OxmlElement("w:tblHeader"))
    for row in table.rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        band = len(row._tr.tc_lst) == 1
        if (band or len(table.rows) <= WHOLE) and row is not table.rows[-1]:
            for paragraph in row.cells[0].paragraphs:
                paragraph.paragraph_format.keep_with_next = True
        if band:
            shade = OxmlElement("w:shd")
            for name, value in (("val", "clear"), ("color", "auto"), ("fill", "F4F4F4")):
                shade.set(qn(f"w:{name}"), value)
            row._tr.tc_lst[0].get_or_add_tcPr().append(shade)
    for cell in table._tbl.iter(qn("w:tc")):
        for run in cell.iter(qn("w:r")):
            size = run.get_or_add_rPr()
            for tag in ("w:sz", "w:szCs"):
                element = OxmlElement(tag)
                element.set(qn("w:val"), "18")
                size.append(element)
