"""Read codings from another tool: .qdpx (REFI-QDA project), .csv (statement table), .jsonld (Web Annotation).

Each coding is written to DIR/ARTICLE/codings/CODER.json; a file that is there already is never overwritten.

Example:
  isnad import unsc_2336.qdpx --article corpus/unsc_2336 --out corpus
"""

import re
from importlib import import_module
from pathlib import Path

from analysis.commands.arguments import check_folder
from analysis.errors import InputError
from analysis.exchange import FORMATS


def add_arguments(parser):
    parser.add_argument("file", metavar="FILE", help="the other tool's file")
    parser.add_argument("--article", metavar="ARTICLE", nargs="+", required=True, help="the articles it is about: folders or text files")
    parser.add_argument("--actors", metavar="ACTORS.yml", help="whose names persons and organizations of a statement table are")
    parser.add_argument("--out", metavar="DIR", required=True, help="where to write the codings")


def run(args):
    from analysis.codings import write_coding
    from analysis.text import read_article

    check_folder(args.out)
    name = next((name for name, ending in FORMATS.items() if Path(args.file).suffix.lower() == ending), None)
    if name is None:
        raise InputError("is in no format that is read here", where=args.file, remedy="give a file that ends with " + ", ".join(FORMATS.values()))
    articles = {article.article_id: article for article in map(read_article, args.article)}
    options = {"actors": _actors(args.actors)} if name == "dna" else {}
    codings = import_module(f"analysis.exchange.{name}").read(args.file, articles, **options)
    places = [place(coding, args.out) for coding in codings]
    for path in places:
        if path.exists():
            raise InputError("exists already", where=str(path), remedy="move it away, or name another folder with --out")
    for coding, path in zip(codings, places):
        write_coding(coding, path)
        print(path)


def place(coding, folder):
    """Return where to write a coding: the coder's name may hold what a file's name may not."""
    return Path(folder) / coding.article.article_id / "codings" / (re.sub(r"[^\w.-]+", "_", coding.coder).strip(".") + ".json")


def _actors(path):
    if path is None:
        return []
    from analysis.actors import read_actors

    return read_actors(path)
