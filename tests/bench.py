"""Measure speed and memory of each step, on articles that this file makes itself: `make bench`.

Times are processor time of one core, so that other work on the machine counts little. Beside them, in the same run,
camel-tools' `simple_word_tokenize` alone is the yardstick for this machine. `--quick` leaves out what takes minutes.
"""

import argparse
import random
import resource
import time
from contextlib import ExitStack
from functools import cache
from pathlib import Path
from unittest.mock import patch

from analysis import pipeline
from analysis.actors import load_registry
from analysis.lexicon import read_table
from analysis.rows import as_json
from analysis.text import article_from_text

DATA = Path(__file__).parent / "data"
WORDS = 400
STEPS = ("segment", "tokenize", "find_mentions", "Reading", "attribute", "judge", "name_parties", "find_frames", "sentence_sentiment")
"""The functions that analysis.pipeline calls, in its order."""

LETTERS = [chr(code) for code in range(0x628, 0x64B) if chr(code).isalpha() and code != 0x640]


def make_article(seed, words=WORDS):
    """Make an article of about so many words. The same seed gives the same article; one word in forty is new."""
    chance = random.Random(seed)
    sentences, actors = _column("bench.tsv", "sentence"), _column("bench_actors.tsv", "actor")
    lines, n = ["خبر عاجل", ""], 0
    while n < words:
        new = "".join(chance.choices(LETTERS, k=chance.randint(4, 7)))
        line = chance.choice(sentences).format(a=chance.choice(actors), b=chance.choice(actors), w=new)
        lines.append(line)
        n += line.count(" ") + 1
    return article_from_text("\n".join(lines), f"bench-{seed}")


def measure_steps(articles, registry):
    """Return {step: seconds} of coding the articles one after the other, and the seconds in all under "analyze"."""
    seconds = dict.fromkeys(STEPS, 0.0)

    def timed(step):
        function = getattr(pipeline, step)

        def run(*args, **options):
            start = time.process_time()
            result = function(*args, **options)
            seconds[step] += time.process_time() - start
            return result

        return run

    with ExitStack() as stack:
        for step in STEPS:
            stack.enter_context(patch.object(pipeline, step, timed(step)))
        seconds["analyze"] = measure(articles, lambda article: pipeline.analyze(article, registry))
    return seconds


def measure(articles, work):
    """Return the seconds that some work on articles takes; the making of an article that a generator yields is not counted."""
    total = 0.0
    for article in articles:
        start = time.process_time()
        work(article)
        total += time.process_time() - start
    return total


def megabytes(articles):
    return sum(len(article.text.encode()) for article in articles) / 1e6


def peak_memory():
    """Return the most memory that this process has held so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def bench_steps(articles, registry):
    from camel_tools.tokenizers.word import simple_word_tokenize

    measure_steps(articles[:100], registry)  # the caches of word analyses are filled once a process
    seconds = measure_steps(articles, registry)
    seconds["camel-tools tokenizer"] = measure(articles, lambda article: simple_word_tokenize(article.text))
    size = megabytes(articles)
    print(f"{len(articles)} articles of {WORDS} words, one core\n\n{'step':<24}{'articles/s':>12}{'MB/s':>8}")
    for step, taken in seconds.items():
        print(f"{step:<24}{len(articles) / taken:>12,.0f}{size / taken:>8.2f}")


def bench_growth(counts, sizes, registry):
    def work(article):
        as_json(pipeline.analyze(article, registry))

    print(f"\n{'from text to rows':<24}{'articles/s':>12}{'MB/s':>8}{'memory MB':>12}")
    each = megabytes(map(make_article, range(100))) / 100
    for n in counts:
        taken = measure(map(make_article, range(n)), work)
        print(f"{f'{n:,} articles':<24}{n / taken:>12,.0f}{n * each / taken:>8.2f}{peak_memory():>12,.0f}")
    for size in sizes:
        article = make_article(1, words=int(size / each * WORDS))
        taken = measure([article], work)
        print(f"{f'one article of {size} MB':<36}{megabytes([article]) / taken:>8.2f}{peak_memory():>12,.0f}")


def main():
    from tests.bench_run import main as bench_whole_runs

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="no long runs")
    parser.add_argument("--full", action="store_true", help="100,000 articles too: half an hour")
    options = parser.parse_args()
    registry = load_registry()
    bench_steps([make_article(seed) for seed in range(300 if options.quick else 2000)], registry)
    counts = (100, 1000) if options.quick else (1000, 10_000, 100_000) if options.full else (1000, 10_000)
    bench_growth(counts, (0.1, 1) if options.quick else (0.1, 1, 10), registry)
    bench_whole_runs(options.quick, options.full)


@cache
def _column(name, column):
    return [row[column] for row in read_table(name, {column: None}, path=DATA / name)]


if __name__ == "__main__":
    main()
