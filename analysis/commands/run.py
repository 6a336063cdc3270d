"""Code a whole corpus into Parquet tables, resumable, on all cores or on a Dask cluster.

CORPUS is a file or a folder: .txt, .html, .docx, .csv, .tsv, .jsonl, .parquet or .xml, also compressed (.gz, .bz2, .xz, .zst).
Columns are called article_id, title, text, outlet, date and url; --mapping names others. DIR gets one folder of Parquet
files a table, rejects.jsonl with every record that could not be read and why, manifest.json and summary.json. Stopped in
whatever way, the same command goes on where it was. The exit status is 0 also where single records were rejected, which
the last line of the output counts; it is 2 where no article could be read. Read the result with
analysis.run.open_run(DIR).

Example:
  isnad run news.jsonl.gz --out out
  isnad run dump.xml --mapping dump.yml --out out --workers 8
  isnad run /shared/news --out /shared/out --scheduler tcp://10.0.0.1:8786
"""

import json
import sys
from pathlib import Path

from analysis.camel import DATA, RULES
from analysis.cli import complain
from analysis.commands.analyze import known_actors
from analysis.commands.arguments import check_folder, check_no_address, names, whole_number
from analysis.errors import InputError

SHARD = 500


def add_arguments(parser):
    parser.add_argument("corpus", metavar="CORPUS", help="a file, or a folder with files")
    parser.add_argument("--out", metavar="DIR", required=True, help="the folder for the tables; one run a folder")
    parser.add_argument("--actors", metavar="ACTORS.yml", help="actors and their parties, beside the built-in ones")
    parser.add_argument("--frames", metavar="FRAMES.tsv", help="a frame vocabulary instead of the built-in one")
    parser.add_argument("--coders", type=names, metavar="NAMES", default=RULES, help=f"rules, and with commas between them the models that code beside them: {', '.join(DATA)} (default: rules); a model reads some 16 sentences a second")
    parser.add_argument("--mapping", metavar="MAPPING.yml", help="names of columns, keys or elements: lines like  text: body  and, for XML, record: NAME")
    where = parser.add_mutually_exclusive_group()
    where.add_argument("--workers", type=whole_number, metavar="N", help="worker processes, from 1 on (default: one a core)")
    where.add_argument("--scheduler", metavar="ADDRESS", help="a Dask scheduler, such as tcp://10.0.0.1:8786")
    parser.add_argument("--shard-size", type=whole_number, default=SHARD, metavar="N", help=f"articles a file (default: {SHARD})")


def run(args):
    check_no_address(args.corpus)
    check_folder(args.out)
    if args.actors:
        known_actors(args.actors)
    # Here and not above: help and errors should not wait for pyarrow.
    from analysis.run import run_corpus

    summary = run_corpus(args.corpus, args.out, actors=args.actors, frames=args.frames, coders=args.coders, mapping=args.mapping,
                         workers=args.workers, scheduler=args.scheduler, shard_size=args.shard_size, stream=sys.stderr)
    if not summary["articles"]:
        print(f"{args.out}: 0 articles coded")
        return complain(InputError("no article could be read", where=args.corpus, remedy=_rejects(summary["rejects"], args.out) if summary["rejects"] else "it holds no record"))
    print(as_text(summary, args.out))


def as_text(summary, out):
    """Return the summary as lines to read."""
    rows = ", ".join(f"{n:,} {table}" for table, n in summary["rows"].items())
    lines = [f"{out}: {summary['articles']:,} articles coded: {rows}"]
    lines += ["no source is found to speak for or against a party; name the parties of these articles with --actors"] if summary["articles"] and not summary["rows"]["stances"] else []
    lines += [f"read as {', '.join(f'{name} ({n:,})' for name, n in summary['encodings'].items())}"] if summary["encodings"] else []
    copies = summary["copies"]
    lines += [f"{copies['articles']:,} articles print {copies['stories']:,} text{'s' * (copies['stories'] != 1)} that occur{'s' * (copies['stories'] == 1)} more than once; see stories.parquet"] if copies and copies["articles"] else []
    first = summary["warnings"][0] if summary["warnings"] else None
    lines += [_first(summary["warned"], "read with a warning", first, first["warning"])] if first else []
    lines += [_rejects(summary["rejects"], out)] if summary["rejects"] else []
    return "\n".join(lines)


def _rejects(n, out):
    """Say how many records have no coding, and why the first has none."""
    with open(Path(out) / "rejects.jsonl", encoding="utf-8") as file:
        first = json.loads(file.readline())
    return _first(n, "could not be read or coded", first, f"{first['reason']}; see {Path(out) / 'rejects.jsonl'}")


def _first(n, what, record, why):
    """Return a count of records and what is known of the first of them."""
    place = ", line ".join(str(part) for part in (record["file"] or record["article_id"], record["line"]) if part is not None)
    return f"{n:,} record{'s' * (n > 1)} {what}{', the first' * (n > 1)}: {place}: {why}"
