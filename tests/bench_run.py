"""Measure whole runs: reading and writing beside coding, one and two workers, Dask, and articles that are hard on purpose.

Part of `make bench`; also `python -m tests.bench_run`. Rates are by the clock, so the machine must be idle; processor time
an article is given beside them and holds on a busy one.
"""

import argparse
import json
import resource
import tempfile
import threading
import time
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path

import psutil

from analysis import pipeline
from analysis.actors import load_registry
from analysis.reading import read_corpus
from analysis.reading.copies import signature
from analysis.run import open_run, run_corpus
from analysis.run.schema import RUN_TABLES, to_arrow
from analysis.run.shards import write_table
from analysis.run.worker import code_articles
from analysis.text import article_from_text
from tests.bench import make_article, megabytes

HARD = {
    "quotation marks": lambda n: "«قال» " * (n // 2),
    "quotation marks alone": lambda n: "«" * n + " قال",
    "full stops": lambda n: "." * n + "قال",
    "one sentence": lambda n: "قال الوزير إن " + "الأمر " * (n // 4),
    "reporting verbs": lambda n: "قال " * (n // 4),
    "nested quotes": lambda n: "قال الوزير: «إن " * (n // 12),
}
"""Texts of which one thing is endless: so many characters, or so many quotation marks."""


def write_corpus(path, n):
    """Write n articles as JSON lines."""
    with open(path, "w", encoding="utf-8") as file:
        for article in map(make_article, range(n)):
            fields = {"article_id": article.article_id, "text": article.text, "outlet": f"outlet-{len(article.text) % 5}", "date": "2031-05-01"}
            file.write(json.dumps(fields, ensure_ascii=False) + "\n")
    return path


def bench_edges(n):
    """Show what stands around the coding: reading, copies, columns, files."""
    with tempfile.TemporaryDirectory() as folder:
        path = write_corpus(Path(folder) / "news.jsonl", n)
        steps = {}
        to_arrow([], RUN_TABLES["sentences"])  # Arrow looks for pandas the first time it is given a list
        articles, steps["read JSON lines"] = timed(lambda: [record.article for record in read_corpus(path)])
        _, steps["signatures for copies"] = timed(lambda: [signature(article.text) for article in articles])
        (rows, _), steps["code"] = timed(lambda: code_articles(articles, load_registry()))
        tables, steps["columns"] = timed(lambda: {table: to_arrow(found, RUN_TABLES[table]) for table, found in rows.items()})
        _, steps["write Parquet"] = timed(lambda: [write_table(table, Path(folder) / f"{name}.parquet") for name, table in tables.items()])
        size = megabytes(articles)
    print(f"\n{n:,} articles, one core\n{'step':<24}{'articles/s':>12}{'MB/s':>8}{'ms/article':>12}")
    for step, seconds in steps.items():
        print(f"{step:<24}{n / seconds:>12,.0f}{size / seconds:>8.2f}{1000 * seconds / n:>12.3f}")


def timed(work):
    """Return what some work gives and the processor seconds it takes."""
    start = time.process_time()
    return work(), time.process_time() - start


def bench_runs(counts):
    """Show isnad run, reading and writing included: one and two worker processes, and two Dask workers."""
    print(f"\n{'isnad run':<34}{'articles/s':>12}{'ms/article':>12}{'MB a worker':>12}{'bytes/article':>14}")
    for n in counts:
        with tempfile.TemporaryDirectory() as folder:
            path = write_corpus(Path(folder) / "news.jsonl", n)
            for name, options in (("1 worker", {"workers": 1}), ("2 workers", {"workers": 2}), ("2 Dask workers", None)):
                out = Path(folder) / name
                with dask_options() if options is None else _given(options) as given, watch_memory() as peak:
                    began, processor = time.perf_counter(), processor_time()
                    run_alone(path, out, given)
                    seconds, processor = time.perf_counter() - began, processor_time() - processor
                size = sum(file.stat().st_size for file in out.rglob("*.parquet"))
                used = f"{1000 * processor / n:>12.2f}" if options else f"{'':>12}"
                print(f"{f'{n:,} articles, {name}':<34}{n / seconds:>12,.0f}{used}{peak[0]:>12,.0f}{size / n:>14,.0f}", flush=True)
            _, seconds = timed(lambda: open_run(out).sql("SELECT source_party, form, count(*) FROM statements GROUP BY ALL"))
            print(f"{'  statements by party and form':<34}{seconds:>11.2f} s")


def run_alone(path, out, options):
    """Run a corpus in a process of its own, as `isnad run` does: what this one held before is no memory of the run's."""
    process = get_context("spawn").Process(target=run_corpus, args=(path, out), kwargs=options)
    process.start()
    process.join()
    if process.exitcode:
        raise RuntimeError(f"the run ended with {process.exitcode}")


@contextmanager
def _given(options):
    yield options


@contextmanager
def dask_options():
    """Start a Dask scheduler and two workers, processes of their own, and give the option that names them."""
    from distributed import LocalCluster

    with LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as cluster:
        yield {"scheduler": cluster.scheduler_address}


def processor_time():
    """Return the processor seconds of this process and of those of its children that have ended."""
    return sum(usage.ru_utime + usage.ru_stime for usage in map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)))


@contextmanager
def watch_memory():
    """Give a list whose only item is the most memory (MB) that one of this process's own has held so far."""
    peak, over = [0.0], threading.Event()

    def look():
        me = psutil.Process()
        while not over.wait(0.1):
            for process in me.children(recursive=True):
                try:
                    peak[0] = max(peak[0], process.memory_info().rss / 1e6)
                except psutil.Error:
                    pass

    watcher = threading.Thread(target=look, daemon=True)
    watcher.start()
    yield peak
    over.set()
    watcher.join()


def bench_hard(sizes, registry):
    """Show how the cost of a hard text grows: doubling the text should double the time."""
    print(f"\n{'one text of nothing but …':<28}" + "".join(f"{f'{n:,}':>16}" for n in sizes) + f"{'growth':>10}")
    for name, make in HARD.items():
        seconds = [timed(lambda n=n: pipeline.analyze(article_from_text(make(n)), registry))[1] for n in sizes]
        growth = seconds[-1] / max(seconds[-2], 1e-3) / (sizes[-1] / sizes[-2])
        print(f"{name:<28}" + "".join(f"{s:>14.2f} s" for s in seconds) + f"{growth:>9.1f}×", flush=True)


def main(quick=False, full=False):
    bench_edges(300 if quick else 2000)
    bench_runs((500,) if quick else (1000, 10_000, 100_000) if full else (1000, 10_000))
    bench_hard((2500, 5000, 10_000) if quick else (250_000, 500_000, 1_000_000), load_registry())


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="no long runs")
    parser.add_argument("--full", action="store_true", help="100,000 articles too")
    main(**vars(parser.parse_args()))
