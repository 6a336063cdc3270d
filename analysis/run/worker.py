"""Code one shard: what a worker does, in this process, another one, or on another machine."""

import gc
import io
import traceback
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pyarrow.parquet as pq

from analysis.camel import RULES
from analysis.errors import InputError
from analysis.pipeline import analyze
from analysis.reading.copies import VALUES, signature
from analysis.records import Article
from analysis.run.files import whole_file, write_json
from analysis.run.layout import is_coded, part, state
from analysis.run.manifest import PACKAGE, code_hash
from analysis.run.schema import RUN_TABLES, ArticleActor, from_arrow, to_arrow
from analysis.run.shards import write_table
from analysis.text import article_from_text


class Job(NamedTuple):
    """What a worker needs to code a shard. `code` is the hash of the program that began the run."""

    folder: str
    number: int
    actors: str | None
    frames: str | None
    code: str
    coders: tuple[str, ...] = (RULES,)


@contextmanager
def uncollected():
    """Switch the collector of cycles off: rows and readings hold none, and going through them again takes one part in fifteen of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@uncollected()
def code_shard(job):
    """Code the articles of one shard, write its tables, and return its number.

    An article that the program cannot code becomes a reject with the place of the fault, and the others are coded. The
    mark that the shard is coded is written last. Raises InputError where a file cannot be written, or where this process
    has another version of the program than the one that began the run.
    """
    if job.code != code_hash():
        raise InputError("this worker has another version of the program or its word lists", where=f"shard {job.number}", remedy="install the same version on every machine")
    if is_coded(job.folder, job.number):
        return job.number
    _try_out(job.actors, job.frames, job.coders)
    articles = list(from_arrow(pq.read_table(part(job.folder, "articles", job.number), use_threads=False), Article))
    rows, rejects = code_articles(articles, registry(job.actors), vocabulary(job.frames), job.coders)
    for table, found in rows.items():
        write_table(to_arrow(found, RUN_TABLES[table]), part(job.folder, table, job.number))
    _write_signatures(articles, state(job.folder, "copies", job.number, "npy"))
    counts = {table: len(found) for table, found in rows.items()}
    write_json({"articles": len(articles) - len(rejects), "rejects": rejects, "rows": counts}, state(job.folder, "coded", job.number))
    return job.number


def code_articles(articles, registry=None, frames=None, coders=(RULES,)):
    """Return ({table: rows}, rejects) of some articles: plain records, no DataFrame in between."""
    rows, rejects = {table: [] for table in RUN_TABLES if table != "articles"}, []
    for article in articles:
        try:
            coding = analyze(article, registry, frames, coders)
        except Exception as error:  # a fault of ours in one article must not cost the other million
            rejects.append({"file": None, "line": None, "article_id": article.article_id, "reason": _fault(error)})
            continue
        for table, found in rows.items():
            found.extend(getattr(coding, table) if table != "actors" else (ArticleActor(article.article_id, *actor) for actor in coding.actors))
    return rows, rejects


@cache
def _try_out(actors, frames, coders):
    """Code one sentence, so that a broken word list or installation stops the run instead of rejecting every article."""
    analyze(article_from_text("قال الوزير إن الأمر انتهى."), registry(actors), vocabulary(frames), coders)


def _fault(error):
    """Say what went wrong and where, in one line."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if Path(frame.filename).is_relative_to(PACKAGE)]
    place = f" ({Path(frames[-1].filename).relative_to(PACKAGE).as_posix()}, line {frames[-1].lineno})" if frames else ""
    return " ".join(f"could not be coded: {type(error).__name__}: {error}".split())[:200] + place


def _write_signatures(articles, path):
    data = io.BytesIO()
    np.save(data, np.array([signature(article.text) for article in articles], np.uint32).reshape(-1, VALUES))
    with whole_file(path) as temporary:
        temporary.write_bytes(data.getvalue())


@cache
def registry(path):
    """Return the actors of a file beside the built-in ones; read once a process."""
    from analysis.actors import load_registry

    return load_registry(path)


@cache
def vocabulary(path):
    """Return the frame vocabulary of a file, or None for the built-in one; read once a process."""
    if path is None:
        return None
    from analysis.frames import read_vocabulary

    return read_vocabulary(path)
