"""Where a run keeps what: one Parquet file a table and shard, and beside them how far it has come.

    DIR/<table>/part-000000.parquet   articles, sentences, mentions, statements, stances, namings, frames, actors
    DIR/stories.parquet               which articles are copies of one text
    DIR/rejects.jsonl                 every record that could not be read or coded: file, line, article_id, reason
    DIR/manifest.json                 what was run on what: versions, and hashes of code, word lists and corpus
    DIR/summary.json                  counts; there when the run has come to its end
    DIR/state/                        read-*.json, coded-*.json: a shard is read, coded; copies-*.npy: its signatures
"""

from pathlib import Path

from analysis.run.schema import RUN_TABLES

MANIFEST, SUMMARY, REJECTS, STORIES, STATE = "manifest.json", "summary.json", "rejects.jsonl", "stories.parquet", "state"


def part(folder, table, number):
    """Return the path of one shard of a table."""
    return Path(folder) / table / f"part-{number:06d}.parquet"


def state(folder, step, number=None, ending="json"):
    """Return the path of the mark that a step is done, for one shard or for the corpus."""
    return Path(folder) / STATE / (f"{step}.{ending}" if number is None else f"{step}-{number:06d}.{ending}")


def folders(folder):
    """Return the folders that a run writes into: its own and those in it."""
    return [Path(folder), *(Path(folder) / name for name in (STATE, *RUN_TABLES))]


def is_coded(folder, number):
    """Say whether a shard is coded: its mark is there, which is written last, and after a power cut so are its tables."""
    return state(folder, "coded", number).exists() and state(folder, "copies", number, "npy").exists() and all(part(folder, table, number).exists() for table in RUN_TABLES)
