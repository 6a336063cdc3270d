"""Read a corpus into shards of articles: the units of work, of going on after a stop, and of the cluster."""

import hashlib
from collections import Counter
from itertools import islice

import numpy as np
import pyarrow.parquet as pq

from analysis.reading import read_corpus
from analysis.records import Article
from analysis.run.files import read_json, whole_file, write_json
from analysis.run.layout import part, state
from analysis.run.schema import to_arrow

LARGEST = 4_000_000
"""Characters after which a shard is full, however few articles it holds."""
REJECTS = 20
"""Rejects, in multiples of the shard's size, after which a shard is closed: a corpus of nothing else stays flat in memory."""
SHOWN = 20
"""Warnings of a shard that are kept in words; all are counted."""


def read_shards(corpus, folder, mapping=None, size=500):
    """Yield (number, articles) of each shard; write the shards that are not there yet.

    The same corpus gives the same shards. After a stop the corpus is read again from its beginning, unless it had been
    read to its end; shards that are there are not written again. A second article with the same id is a reject.
    """
    done = read_json(state(folder, "corpus"))
    if done is not None:
        yield from enumerate(done["articles"])
        return
    counts = []
    for number, records in enumerate(_shards(_unique(read_corpus(corpus, mapping)), size)):
        articles = [record.article for record in records if record.article]
        if not (state(folder, "read", number).exists() and part(folder, "articles", number).exists()):
            write_table(to_arrow(articles, Article), part(folder, "articles", number))
            write_json(_account(records), state(folder, "read", number))
        counts.append(len(articles))
        yield number, len(articles)
    write_json({"articles": counts}, state(folder, "corpus"))


def write_table(table, path):
    """Write one shard of a table, whole or not at all; the same rows give the same bytes."""
    with whole_file(path) as temporary:
        pq.write_table(table, temporary, compression="zstd")


def _shards(records, size):
    """Yield lists of records that make a shard each; one empty list where there are no records at all."""
    shard, articles, characters = [], 0, 0
    for record in records:
        shard.append(record)
        if record.article:
            articles += 1
            characters += len(record.article.text)
        if articles >= size or characters >= LARGEST or len(shard) >= REJECTS * size:
            yield shard
            shard, articles, characters = [], 0, 0
    if shard:
        yield shard


def _account(records):
    """Return what is to be known of a shard's reading: rejects in full, encodings and warnings counted."""
    warned = [record for record in records if record.warning]
    return {
        "articles": sum(record.article is not None for record in records),
        "encodings": Counter(record.encoding for record in records if record.article and record.encoding),
        "rejects": [{"file": r.file, "line": r.line, "article_id": None, "reason": r.reason} for r in records if r.article is None],
        "warned": len(warned),
        "warnings": [{"file": r.file, "line": r.line, "warning": r.warning} for r in islice(warned, SHOWN)],
    }


def _unique(records):
    """Turn articles whose id has occurred before into rejects."""
    seen = Seen()
    for record in records:
        if record.article and not seen.add(record.article.article_id):
            record = record._replace(article=None, warning=None, reason=f"article_id {record.article.article_id[:80]!r} has occurred before")
        yield record


class Seen:
    """The article ids that have occurred, in eight bytes each: ten million ids take 80 MB.

    >>> seen = Seen()
    >>> seen.add("خبر"), seen.add("آخر"), seen.add("خبر")
    (True, True, False)
    """

    RECENT = 50_000

    def __init__(self):
        self._sorted, self._recent = np.empty(0, np.uint64), set()

    def add(self, article_id):
        """Add an id; return False where it has occurred before."""
        digest = hashlib.blake2b(article_id.encode("utf-8", "surrogatepass"), digest_size=8).digest()
        number = int.from_bytes(digest, "little")
        place = int(np.searchsorted(self._sorted, np.uint64(number)))
        if number in self._recent or place < len(self._sorted) and int(self._sorted[place]) == number:
            return False
        self._recent.add(number)
        if len(self._recent) >= self.RECENT:
            self._sorted = np.union1d(self._sorted, np.fromiter(self._recent, np.uint64))
            self._recent.clear()
        return True
