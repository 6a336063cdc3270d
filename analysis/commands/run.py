"""Code a whole corpus into Parquet tables, resumable, on all cores or on a Dask cluster.

CORPUS is a file or a folder: .txt, .html, .docx, .csv, .tsv, .jsonl, .parquet or .xml, also compressed (.gz, .bz2, .xz, .zst).
Columns are called article_id, title, text, outlet, date and url; --mapping names others. DIR gets one folder of Parquet
files a table, rejects.jsonl with every record that could not be read and why, manifest.json and summary.json. Stopped in
whatever way, the same command goes on where it was. Read the result with analysis.run.open_run(DIR).

Example:
  isnad run news.jsonl.gz --out out
  isnad run dump.xml --mapping dump.yml --out out --workers 8
  isnad run /shared/news --out /shared/out --scheduler tcp://10.0.0.1:8786
"""

import argparse
import sys

from analysis.cli import complain
from analysis.errors import InputError

SHARD = 500


def add_arguments(parser):
    parser.add_argument("corpus", metavar="CORPUS", help="a file, or a folder with files")
    parser.add_argument("--out", metavar="DIR", required=True, help="the folder for the tables; one run a folder")
    parser.add_argument("--actors", metavar="ACTORS.yml", help="actors and their parties, beside the built-in ones")
    parser.add_argument("--frames", metavar="FRAMES.tsv", help="a frame vocabulary instead of the built-in one")
    parser.add_argument("--mapping", metavar="MAPPING.yml", help="names of columns, keys or elements: lines like  text: body  and, for XML, record: NAME")
    where = parser.add_mutually_exclusive_group()
    where.add_argument("--workers", type=int, metavar="N", help="worker processes (default: one a core)")
    where.add_argument("--scheduler", metavar="ADDRESS", help="a Dask scheduler, such as tcp://10.0.0.1:8786")
    parser.add_argument("--shard-size", type=_whole_number, default=SHARD, metavar="N", help=f"articles a file (default: {SHARD})")


def run(args):
    # Here and not above: help and errors should not wait for pyarrow.
    from analysis.run import run_corpus

    summary = run_corpus(args.corpus, args.out, actors=args.actors, frames=args.frames, mapping=args.mapping, workers=args.workers,
                         scheduler=args.scheduler, shard_size=args.shard_size, stream=sys.stderr)
    print(as_text(summary, args.out))
    if not summary["articles"]:
        return complain(InputError("no article could be read", where=args.corpus, remedy=f"see {args.out}/rejects.jsonl"))


def as_text(summary, out):
    """Return the summary as lines to read."""
    rows = ", ".join(f"{n:,} {table}" for table, n in summary["rows"].items())
    lines = [f"{out}: {summary['articles']:,} articles coded: {rows}"]
    lines += [f"read as {', '.join(f'{name} ({n:,})' for name, n in summary['encodings'].items())}"] if summary["encodings"] else []
    copies = summary["copies"]
    lines += [f"{copies['articles']:,} articles are copies of one text or another ({copies['stories']:,} texts); see stories.parquet"] if copies and copies["articles"] else []
    first = summary["warnings"][0] if summary["warnings"] else None
    lines += [f"{summary['warned']:,} records with a warning, the first: {first['file']}, line {first['line']}: {first['warning']}"] if first else []
    lines += [f"{summary['rejects']:,} records could not be read or coded; see rejects.jsonl"] if summary["rejects"] else []
    return "\n".join(lines)


def _whole_number(text):
    number = int(text) if text.isdecimal() else 0
    if number < 1:
        raise argparse.ArgumentTypeError(f"must be a whole number from 1 on ({text!r})")
    return number
