"""The report on one article: notebooks/report.ipynb, executed, as one HTML page, a PDF and a Word file.

    material   the article's folder, read
    findings   sentences computed from the tables
    sections   the parts of the report, as the notebook shows them
    page       the executed notebook as HTML
    printed    the same as PDF (pandoc, typst) and Word
"""

from pathlib import Path

from analysis.labels import check_language
from analysis.report.material import gather
from analysis.report.sections import Report

__all__ = ["Report", "gather", "make_report"]


def make_report(article_dir, language="en", out=None, coder=None):
    """Write the figures and the report of an article's folder; return {"html" | "pdf" | "docx" | figure name: path}.

    `out`    folder of the report; None: report/<article>. Figures go to figures/<article>/<language>, or into `out`.
    `coder`  a coder of the folder's codings/ whose coding is reported; None: the program's own

    An Arabic report is called report.ar.html (.pdf, .docx), so that both languages can stand side by side. Raises
    InputError where the folder holds no article.txt or a file in it is malformed.
    """
    from analysis.report.page import run_notebook, write_html
    from analysis.report.printed import write_docx, write_pdf

    check_language(language)
    article = Path(article_dir).resolve().name
    folder = Path(out) if out else Path("report") / article
    figures = folder / "figures" if out else Path("figures")
    command = f"isnad report {article_dir} --language {language}" + (f" --coder {coder}" if coder else "")
    page = run_notebook(article_dir, language, figures, coder, command)
    folder.mkdir(parents=True, exist_ok=True)
    name = "report" if language == "en" else f"report.{language}"
    drawn = figures / article / language
    paths = {ending: folder / f"{name}.{ending}" for ending in ("html", "pdf", "docx")}
    write_html(page, paths["html"], language, drawn)
    write_pdf(page, paths["pdf"], language, drawn)
    write_docx(page, paths["docx"], language, drawn)
    return paths | {path.stem: path for path in sorted(drawn.glob("*.png"))}
