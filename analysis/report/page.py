"""Execute notebooks/report.ipynb and make one self-contained HTML page of what it shows."""

import base64
import re
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from string import Template

import fontpkg
import nbformat
from fontTools import subset
from fontTools.ttLib import TTFont
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

from analysis.errors import InputError
from analysis.figures.style import WIDTH
from analysis.labels import label

FIGURE = re.compile(r'<img data-figure="(\w+)" alt="([^"]*)"[^>]*>')
NOTEBOOK = Path(__file__).parents[2] / "notebooks" / "report.ipynb"


def run_notebook(article_dir, language, figures, coder=None, command=None):
    """Execute report.ipynb with these parameters and return the HTML of its outputs, in order.

    Raises InputError, as a call in this process would, where the notebook met bad input.
    """
    # Read here first: bad input is told in one line at once, not as a traceback from a notebook.
    from analysis.report.material import gather

    gather(article_dir, language, coder)
    if not NOTEBOOK.exists():
        raise InputError("is not there", where=str(NOTEBOOK), remedy="reports need the project's folder: install with pip install -e .")
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    values = {"article_dir": str(Path(article_dir).resolve()), "language": language, "figures": str(Path(figures).resolve()), "coder": coder, "command": command}
    cell = next(c for c in notebook.cells if "parameters" in c.metadata.get("tags", []))
    cell.source = "\n".join(f"{name} = {value!r}" for name, value in values.items())
    # The kernel would warn on the user's terminal that its local port is not encrypted.
    client = NotebookClient(notebook, timeout=300, kernel_name="python3", extra_arguments=["--log-level=ERROR"], resources={"metadata": {"path": str(NOTEBOOK.parent)}})
    try:
        client.execute()
    except CellExecutionError as error:
        raise RuntimeError(f"notebooks/report.ipynb stopped: {error.ename}: {error.evalue}") from error
    shown = [output.data["text/html"] for c in notebook.cells for output in c.get("outputs", []) if "text/html" in output.get("data", {})]
    return "\n".join(shown)


def write_html(page, path, language, figures):
    """Write the page: figures as inline SVG whose cells are links, the letters it uses of Amiri inside, no outside address."""
    body = FIGURE.sub(lambda m: inline_svg(figures / f"{m[1]}.svg", m[2]), page)
    template = Template((files("analysis") / "report" / "page.html").read_text(encoding="utf-8"))
    regular, bold = (font_subset(name, body) for name in ("Amiri-Regular.ttf", "Amiri-Bold.ttf"))
    html = template.substitute(language=language, direction="rtl" if language == "ar" else "ltr", title=label("report.title", language), regular=regular, bold=bold, body=body)
    path.write_text(html, encoding="utf-8")


def inline_svg(path, alt):
    """Return a figure's SVG for the inside of a page: without prolog, metadata and namespaces, which HTML does not need."""
    svg = path.read_text(encoding="utf-8")
    svg = re.sub(r"<metadata>.*?</metadata>", "", svg[svg.index("<svg"):], flags=re.DOTALL)
    svg = re.sub(r'\sxmlns(:\w+)?="[^"]*"', "", svg)
    box = re.search(r'viewBox="([^"]+)"', svg)[1]
    return re.sub(r"<svg [^>]*>", f'<svg viewBox="{box}" style="width:{100 * column_share(path):.0f}%" role="img" aria-label="{alt}">', svg, count=1)


def column_share(path):
    """Return a figure's share of the page's width, so that its letters keep their size."""
    width = re.search(r'viewBox="0 0 ([\d.]+)', path.read_text(encoding="utf-8"))[1]
    return min(1, float(width) / 72 / WIDTH["double"])


def font_subset(name, text):
    """Return the letters of a font that a text needs, with their shaping rules, as base64."""
    font = TTFont(Path(fontpkg.path("Amiri")).with_name(name), recalcTimestamp=False)
    options = subset.Options(layout_features="*", notdef_outline=True)
    subsetter = subset.Subsetter(options)
    subsetter.populate(text="".join(sorted(set(text))))
    subsetter.subset(font)
    data = BytesIO()
    font.save(data)
    return base64.b64encode(data.getvalue()).decode()
