"""Code Arabic news articles: who says what, and who speaks for or against whom.

FILE is a text file, or an article's folder with article.txt; an actors.yml in that folder is used unless --actors
names another. Each article is written as soon as it is coded, in the order given. A file that cannot be coded is
reported on stderr, the others are coded all the same, and the exit status is 2. Collections of articles (CSV, JSON
lines, Parquet, XML, compressed files), web pages and Word files are for isnad run.

Example:
  isnad analyze corpus/unsc_2336
  isnad analyze --format jsonl news/*.txt > codings.jsonl
  isnad analyze --format csv --out tables/ news/*.txt
  isnad analyze --coders rules,camel-sentiment,camel-ner news/01.txt
"""

import csv
import json
import os
import shlex
import sys
from contextlib import ExitStack, contextmanager
from functools import cache
from pathlib import Path

from analysis.camel import DATA, RULES, check_coders, load
from analysis.cli import complain
from analysis.commands.arguments import check_folder, check_no_address, names
from analysis.commands.listing import listing
from analysis.errors import InputError
from analysis.pipeline import analyze
from analysis.rows import TABLES, as_json, csv_columns, csv_row, records
from analysis.text import read_article

ELSEWHERE = {".csv", ".tsv", ".jsonl", ".ndjson", ".parquet", ".xml", ".html", ".htm", ".docx", ".gz", ".bz2", ".xz", ".zst"}
"""Endings of what analysis.reading reads and this command does not; a test holds the two together."""
UNAFFILIATED, SHOWN = "unaffiliated", 5


def add_arguments(parser):
    parser.add_argument("files", metavar="FILE", nargs="+", help="a text file, or a folder with article.txt")
    parser.add_argument("--actors", metavar="ACTORS.yml", help="actors and their parties, beside the built-in ones")
    parser.add_argument("--frames", metavar="FRAMES.tsv", help="a frame vocabulary instead of the built-in one")
    parser.add_argument("--coders", type=names, metavar="NAMES", default=RULES, help=f"rules, and with commas between them the models that code beside them: {', '.join(DATA)} (default: rules)")
    parser.add_argument("--format", choices=("table", "jsonl", "csv"), default="table", help="table: to read; jsonl: one object an article; csv: statements, or every table with --out (default: table)")
    parser.add_argument("--out", metavar="DIR", help="with --format csv: a folder for one CSV file a table")


def run(args):
    if args.out and args.format != "csv":
        raise InputError("--out needs --format csv", value=args.out, remedy="or send the output to a file with >")
    if args.out:
        check_folder(args.out)
    frames, coders = _vocabulary(args.frames), _coders(args.coders)
    status, strangers, asked = 0, {}, {}
    if args.actors:
        known_actors(args.actors)
    with ExitStack() as stack:
        write = _writer(args, stack)
        for file in args.files:
            try:
                article, actors = read_input(file, args.actors)
                coding = analyze(article, known_actors(actors), frames, coders, _progress)
            except InputError as error:
                status = complain(error)
            else:
                write(coding)
                sys.stdout.flush()
                found = strangers_in(coding.statements)
                strangers.update(found)
                asked.update({actors: None} if found else {})
    if strangers:
        print(advice(list(strangers.values()), list(asked)), file=sys.stderr)
    return status


def _coders(coders):
    """Return the coders; a model that is missing stops the command here, not once for every file."""
    for coder in check_coders(coders):
        load(coder)
    return coders


def strangers_in(statements):
    """Return the sources whose party nobody has said: id → name."""
    return {s.source: s.source_name or s.source for s in statements if s.source_party == UNAFFILIATED}


def advice(found, files=(None,)):
    """Say which sources belong to no known party, and what to do about it. `files` are the actors files of their articles, None for none."""
    shown = "، ".join(found[:SHOWN]) + (" …" if len(found) > SHOWN else "")
    one = len(found) == 1
    named = f"{'it' if one else 'them'} and {'its' if one else 'their'} party"
    if None in files:
        remedy = f"name {named} in a file, as corpus/unsc_2336/actors.yml does, and give it with --actors"
    else:
        remedy = f"add {named} to {files[0] if len(files) == 1 else 'the actors.yml of the article'}"
    return f"isnad: {len(found)} source{'s' * (not one)} belong{'s' * one} to no known party ({shown}); {remedy}"


def _progress(coder, done, n):
    """Show on a terminal how far a model is; the line is wiped at the end."""
    if sys.stderr.isatty():
        print(f"\r{coder}: {done} of {n} sentences" if done < n else "\r", end="\x1b[K", file=sys.stderr, flush=True)


def read_input(file, actors):
    """Return the article of a file or folder and the path of its actors, if it has any."""
    check_no_address(file)
    path = Path(file)
    if path.is_file() and path.suffix.lower() in ELSEWHERE:
        raise InputError(f"is no text file ({path.suffix})", where=file, remedy=f"isnad run reads it: isnad run {shlex.quote(file)} --out DIR")
    if not path.is_dir():
        return read_article(path), actors
    if not (path / "article.txt").exists():
        named = f"name the files ({path / '*.txt'})" if any(path.glob("*.txt")) else "put the text into it as article.txt"
        raise InputError("holds no article.txt", where=file, remedy=f"{named}, or code all below it: isnad run {shlex.quote(file)} --out DIR")
    own = path / "actors.yml"
    return read_article(path / "article.txt"), actors or (str(own) if own.exists() else None)


@cache
def known_actors(actors):
    """Return the built-in registry with an actors file added; None (the built-in one) where there is no file."""
    if actors is None:
        return None
    from analysis.actors import load_registry

    registry = load_registry(actors)
    if not registry.own:
        print(f"isnad: {actors}: names nobody; begin each actor with '- id: …', as corpus/unsc_2336/actors.yml does, or leave the file out", file=sys.stderr)
    return registry


def _vocabulary(path):
    if path is None:
        return None
    from analysis.frames import read_vocabulary

    return read_vocabulary(path)


def _writer(args, stack):
    """Return the function that writes one coding in the format asked for."""
    if args.format == "table":
        return lambda coding: print(listing(coding))
    if args.format == "jsonl":
        return lambda coding: print(json.dumps(as_json(coding), ensure_ascii=False, allow_nan=False))
    if args.out is None:
        return _sheets({"statements": csv.writer(sys.stdout, lineterminator="\n")})
    return _sheets({table: csv.writer(stack.enter_context(_sheet(Path(args.out), table)), lineterminator="\n") for table in TABLES})


def _sheets(writers):
    """Write the header of each table's CSV and return the function that adds a coding's rows."""
    for table, writer in writers.items():
        writer.writerow(csv_columns(TABLES[table]))

    def write(coding):
        for table, writer in writers.items():
            writer.writerows(csv_row(record, coding.article.text) for record in records(coding, table))

    return write


@contextmanager
def _sheet(folder, table):
    """Open a table's CSV for writing; it appears under its name only when it is whole.

    The byte order mark is for Excel, which without it shows Arabic as broken letters.
    """
    folder.mkdir(parents=True, exist_ok=True)
    path, unfinished = folder / f"{table}.csv", folder / f".{table}.csv.tmp"
    try:
        with open(unfinished, "w", encoding="utf-8-sig", newline="") as sheet:
            yield sheet
        os.replace(unfinished, path)
    finally:
        unfinished.unlink(missing_ok=True)
