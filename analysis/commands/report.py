"""Draw the figures of one article and write its report: one HTML page, a PDF and a Word file.

ARTICLE_DIR is an article's folder with article.txt (and article.yml, actors.yml, codings/ where there are any).
Figures go to figures/ARTICLE/LANGUAGE, the report to report/ARTICLE; an Arabic report is called report.ar.html.

Example:
  isnad report corpus/unsc_2336
  isnad report corpus/unsc_2336 --language ar
  isnad report corpus/unsc_2336 --coder reference
"""

from pathlib import Path

from analysis.commands.analyze import known_actors
from analysis.commands.arguments import check_folder, check_no_address


def add_arguments(parser):
    parser.add_argument("article", metavar="ARTICLE_DIR", help="a folder with article.txt")
    parser.add_argument("--language", choices=("ar", "en"), default="en", help="language of figures and report (default: en)")
    parser.add_argument("--out", metavar="DIR", help="a folder for report and figures, one for each article: a report that lies there is replaced (default: report/ARTICLE and figures/)")
    parser.add_argument("--coder", metavar="NAME", help="report this coding of the folder's codings/ (default: the program's own)")


def run(args):
    check_no_address(args.article)
    if args.out:
        check_folder(args.out)
    own = Path(args.article) / "actors.yml"
    if args.coder is None and own.is_file():
        known_actors(str(own))
    # Here and not above: the help should not wait for matplotlib and pandas.
    from analysis.report import make_report

    for path in make_report(args.article, language=args.language, out=args.out, coder=args.coder).values():
        print(path)
