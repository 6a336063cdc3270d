"""Draw the figures of one article, each as PNG, SVG and PDF with a CSV of its numbers.

They go to figures/ARTICLE/LANGUAGE, where `isnad report` puts them too.

Example:
  isnad figures corpus/unsc_2336
  isnad figures corpus/unsc_2336 --language ar --out slides
"""

from pathlib import Path

from analysis.commands.arguments import check_folder


def add_arguments(parser):
    parser.add_argument("article", metavar="ARTICLE_DIR", help="a folder with article.txt")
    parser.add_argument("--language", choices=("ar", "en"), default="en", help="language of the labels (default: en)")
    parser.add_argument("--out", metavar="DIR", default="figures", help="where to write them (default: figures)")
    parser.add_argument("--coder", metavar="NAME", help="draw this coding of the folder's codings/ (default: the program's own)")


def run(args):
    check_folder(args.out)
    # Here and not above: the help should not wait for matplotlib and pandas.
    from analysis.figures import save_figures
    from analysis.report.material import gather

    material = gather(args.article, args.language, args.coder)
    folder = Path(args.out) / Path(args.article).resolve().name / args.language
    for paths in save_figures([material.coding, *material.others], folder, args.language).values():
        print(*paths.values(), sep="\n")
