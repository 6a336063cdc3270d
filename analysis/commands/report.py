"""Draw the figures of one article and write its report: one HTML page, a PDF and a Word file.

ARTICLE_DIR is an article's folder with article.txt (and article.yml, actors.yml, codings/ where there are any).
Figures go to figures/, the report to report/, each under the folder's name.

Example:
  isnad report corpus/unsc_2336
  isnad report corpus/unsc_2336 --language ar
"""

from pathlib import Path

from analysis.errors import InputError


def add_arguments(parser):
    parser.add_argument("article", metavar="ARTICLE_DIR", help="a folder with article.txt")
    parser.add_argument("--language", choices=("ar", "en"), default="en", help="language of figures and report (default: en)")
    parser.add_argument("--out", metavar="DIR", help="where to write the report (default: report/<article>)")


def run(args):
    if not (Path(args.article) / "article.txt").is_file():
        raise InputError("is no article folder: it holds no article.txt", where=args.article, remedy="put the text into article.txt in a folder of its own")
    # Here and not above: help and errors should not wait for matplotlib and pandas.
    from analysis.report import make_report

    for path in make_report(args.article, language=args.language, out=args.out):
        print(path)
