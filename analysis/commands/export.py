"""Write codings for another tool: qdpx (NVivo, MAXQDA, ATLAS.ti, QualCoder), dna (statement table), webanno (JSON-LD).

CODING is a coding file or a folder of them; several articles and coders go into one file. docs/exchange.md says what each
format keeps and loses.

Example:
  isnad export corpus/unsc_2336/codings --to qdpx unsc_2336.qdpx
"""

from importlib import import_module
from pathlib import Path

from analysis.errors import InputError
from analysis.exchange import FORMATS


def add_arguments(parser):
    parser.add_argument("codings", metavar="CODING", nargs="+", help="coding files or folders")
    parser.add_argument("out", metavar="OUT", help="the file to write")
    parser.add_argument("--to", choices=FORMATS, required=True, help="the format")


def run(args):
    from analysis.codings.many import read_codings

    if Path(args.out).suffix.lower() != FORMATS[args.to]:
        raise InputError("has another ending than its format's", where=args.out, value=args.to, remedy=f"end it with {FORMATS[args.to]}")
    for path in args.codings:
        if not Path(path).exists():
            raise InputError("no such file or folder", where=path, remedy="code the article first, in notebooks/2-annotate.ipynb, which keeps a coding in the article's codings/")
    codings = [coding for path in args.codings for coding in read_codings(path)]
    import_module(f"analysis.exchange.{args.to}").export(codings, args.out)
    print(f"{args.out}: {len(codings)} coding{'s' * (len(codings) > 1)}")
