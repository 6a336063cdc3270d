"""Mark the copies of one text over a whole run, from the signatures that the workers left."""

from itertools import count, takewhile
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from analysis.reading.copies import VALUES, group_copies
from analysis.run.files import UNFINISHED, cannot_write, write_json
from analysis.run.layout import STORIES, part, state
from analysis.run.shards import write_table

SCHEMA = pa.schema([("article_id", pa.string()), ("story", pa.string()), ("copies", pa.int32())])


def write_stories(folder):
    """Write stories.parquet: article_id, story (the id of the first article with this text), copies (articles in the story).

    Signatures are gathered in one file and looked at through a memory map; an article takes 240 bytes of disk and about 40
    of memory.
    """
    paths = list(takewhile(Path.exists, (state(folder, "copies", n, "npy") for n in count())))
    ids = pa.chunked_array([pq.read_table(part(folder, "articles", n), columns=["article_id"]).column(0).combine_chunks() for n in range(len(paths))], pa.string())
    gathered = state(folder, ".signatures", ending="npy" + UNFINISHED)
    try:
        first_of = group_copies(_gather(paths, gathered, len(ids)))
    finally:
        gathered.unlink(missing_ok=True)
    sizes = np.bincount(first_of, minlength=len(ids))
    table = pa.Table.from_arrays([ids, ids.take(pa.array(first_of)), pa.array(sizes[first_of], pa.int32())], schema=SCHEMA)
    write_table(table, folder / STORIES)
    write_json({"stories": int((sizes > 1).sum()), "articles": int(sizes[sizes > 1].sum())}, state(folder, "copies"))


def _gather(paths, target, n):
    """Return all signatures as one array in a file, in the order of the shards."""
    if n == 0:
        return np.empty((0, VALUES), np.uint32)
    try:
        signatures, row = np.lib.format.open_memmap(target, "w+", np.uint32, (n, VALUES)), 0
    except OSError as error:
        raise cannot_write(error, target) from None
    for path in paths:
        some = np.load(path)
        signatures[row:row + len(some)] = some
        row += len(some)
    return signatures
