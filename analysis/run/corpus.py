"""Run a whole corpus: read it into shards, have them coded, and account for every record. What is done is never done again."""

import json
from collections import Counter
from concurrent.futures import FIRST_COMPLETED, wait
from itertools import count
from pathlib import Path

from analysis.camel import RULES, check_coders, data_path
from analysis.errors import InputError
from analysis.run.files import cannot_write, clear_unfinished, locked, read_json, whole_file, write_json
from analysis.run.layout import REJECTS, SUMMARY, folders, is_coded, state
from analysis.run.manifest import hold_manifest, make_manifest
from analysis.run.pools import open_pool
from analysis.run.progress import Progress
from analysis.run.shards import SHOWN, read_shards
from analysis.run.stories import write_stories
from analysis.run.worker import Job, code_shard

SHARD = 500
"""Articles of a shard: about two seconds of work, and a file that is read as fast as a larger one."""


def run_corpus(corpus, out, *, actors=None, frames=None, coders=(RULES,), mapping=None, workers=None, scheduler=None, shard_size=SHARD, stream=None):
    """Code every article of a corpus into Parquet files in `out`, and return the summary.

    `actors`     an actors.yml, beside the built-in registry
    `frames`     a frame vocabulary (TSV) in place of the built-in one
    `coders`     the rules, and models that code beside them (analysis.camel); each worker loads its own
    `mapping`    names of columns, keys or elements (see analysis.reading.read_mapping)
    `workers`    processes; none given, one a core
    `scheduler`  the address of a Dask scheduler, in place of processes here
    `stream`     where progress is shown

    Stopped in whatever way, the same call goes on where it was, and the result is the same to the byte as if it had not been
    stopped. Raises InputError where the folder cannot be written or is in use, the disk is full, or the folder holds the run
    of another corpus, program or option.
    """
    corpus, out = Path(corpus), Path(out)
    manifest = make_manifest(corpus, actors=actors, frames=frames, coders=_check_coders(coders), mapping=mapping, shard_size=shard_size)
    _check_apart(corpus, out)
    with locked(out):
        hold_manifest(manifest, out)
        summary = read_json(out / SUMMARY)
        if summary is None:
            _prepare(out)
            summary = _run(corpus, out, mapping, manifest, _jobs(out, actors, frames, manifest), (workers, scheduler), Progress(stream))
        return summary


def _check_coders(coders):
    """Return the names of the coders; a model that is missing stops the run here, not in its workers."""
    further = check_coders(coders)
    for coder in further:
        data_path(coder)
    return [RULES, *further]


def _check_apart(corpus, out):
    if corpus.is_dir() and out.resolve().is_relative_to(corpus.resolve()):
        raise InputError("lies in the corpus, and would be read as part of it", where="--out", value=str(out), remedy="use a folder beside the corpus")


def _prepare(out):
    clear_unfinished(folders(out))
    try:
        for folder in folders(out):
            folder.mkdir(exist_ok=True)
    except OSError as error:
        raise cannot_write(error, out) from None


def _jobs(out, actors, frames, manifest):
    """Return the function that makes the Job of a shard; workers elsewhere need whole paths."""
    paths = [None if path is None else str(Path(path).resolve()) for path in (actors, frames)]
    return lambda number: Job(str(out.resolve()), number, *paths, manifest["code"], tuple(manifest["coders"]))


def _run(corpus, out, mapping, manifest, job, pool, progress):
    """Code all shards; whatever happens, the rejects known so far are written down."""
    try:
        with open_pool(*pool) as pool:
            _code(read_shards(corpus, out, mapping, manifest["shard_size"]), pool, job, out, progress)
        write_stories(out)
    finally:
        _write_rejects(out)
        progress.show(last=True)
    clear_unfinished(folders(out))  # of workers that were killed
    summary = summarize(out)
    write_json(summary, out / SUMMARY)
    return summary


def _code(shards, pool, job, out, progress):
    """Give out each shard as soon as it is read, and take in what is done meanwhile."""
    waiting = {}
    for number, articles in shards:
        progress.read += articles
        if is_coded(out, number):
            progress.coded += articles
            progress.before += articles
        else:
            waiting[pool.submit(code_shard, job(number))] = (number, articles)
        _take_in(waiting, pool, job, progress, block=False)
    progress.whole = True
    while waiting:
        _take_in(waiting, pool, job, progress, block=True)


def _take_in(waiting, pool, job, progress, block):
    """Count the shards that are done; where a worker was killed, give out again what it had."""
    done, _ = wait(waiting, timeout=0.5 if block else 0, return_when=FIRST_COMPLETED)
    try:
        for future in done:
            future.result()
            progress.coded += waiting.pop(future)[1]
            pool.done()
    except pool.LOST:
        again = list(waiting.values())
        waiting.clear()
        pool.renew()
        waiting.update({pool.submit(code_shard, job(number)): (number, articles) for number, articles in again})
    progress.show()


def _write_rejects(out):
    """Write every reject that is known, in the order of the corpus."""
    with whole_file(out / REJECTS) as temporary, open(temporary, "w", encoding="utf-8") as file:
        for read, coded in _accounts(out):
            file.writelines(json.dumps(reject, ensure_ascii=False) + "\n" for reject in read["rejects"] + coded["rejects"])


def summarize(out):
    """Return the counts of a run: articles, rows by table, rejects, encodings, warnings. It holds no times."""
    total, rows, encodings, warnings = Counter(), Counter(), Counter(), []
    for read, coded in _accounts(out):
        total.update(articles=coded["articles"], rejects=len(read["rejects"]) + len(coded["rejects"]), warned=read["warned"])
        rows.update(coded["rows"])
        encodings.update(read["encodings"])
        warnings += read["warnings"][:SHOWN - len(warnings)]
    counts = {name: total[name] for name in ("articles", "rejects", "warned")}
    return {**counts, "rows": dict(rows), "encodings": dict(encodings), "warnings": warnings, "copies": read_json(state(out, "copies"))}


def _accounts(out):
    """Yield what the reading and the coding of each shard left to be known; nothing where it is not coded yet."""
    for number in count():
        read = read_json(state(out, "read", number))
        if read is None:
            return
        yield read, read_json(state(out, "coded", number)) or {"articles": 0, "rejects": [], "rows": {}}
