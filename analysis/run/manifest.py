"""What a run was made of: versions, and hashes of code, word lists, actors and corpus. A run goes on only with the same."""

import hashlib
import json
import platform
from functools import cache
from importlib.metadata import version
from pathlib import Path

from analysis.errors import InputError
from analysis.reading import corpus_files, read_mapping
from analysis.run.files import read_json, write_json
from analysis.run.layout import MANIFEST
from analysis.run.schema import RUN_TABLES, schema

PACKAGE = Path(__file__).parents[1]
PACKAGES = ("isnad", "pyarrow", "numpy")
"""Packages whose version can change a byte of the result."""


def make_manifest(corpus, *, actors=None, frames=None, coders=(), mapping=None, shard_size):
    """Return the manifest of a run: plain data for JSON, the same for the same program, options and corpus.

    The corpus is known by the names, sizes and times of its files, not by their content, which may be terabytes.
    """
    files = corpus_files(corpus)
    listing = hashlib.sha256()
    for file in files:
        facts = file.stat()
        listing.update(f"{file.relative_to(corpus) if file != Path(corpus) else file.name}\t{facts.st_size}\t{facts.st_mtime_ns}\n".encode("utf-8", "surrogateescape"))
    return {
        "corpus": {"name": Path(corpus).resolve().name, "files": len(files), "bytes": sum(file.stat().st_size for file in files), "sha256": listing.hexdigest()},
        "code": code_hash(), "word_lists": word_lists_hash(),
        "versions": {"python": platform.python_version(), **{name: version(name) for name in PACKAGES}},
        "actors": _file_hash(actors), "frames": _file_hash(frames), "coders": list(coders), "mapping": read_mapping(mapping)._asdict(), "shard_size": shard_size,
        "tables": {table: {field.name: str(field.type) for field in schema(record)} for table, record in RUN_TABLES.items()},
    }


def hold_manifest(manifest, folder):
    """Write the manifest of a new run, or check that a run that goes on is the same. Raises InputError where it is not."""
    path = Path(folder) / MANIFEST
    before = read_json(path)
    if before is None:
        if any(not path.name.startswith(".") for path in Path(folder).iterdir()):
            raise InputError("is not empty, and holds no run", where=str(folder), remedy="use another --out")
        return write_json(manifest, path)
    manifest = json.loads(json.dumps(manifest))  # tuples are lists once they are read back
    for key in manifest:
        if before.get(key) != manifest[key]:
            other = "other" if key.endswith("s") and key != "corpus" else "another"
            raise InputError(f"the run in this folder was begun with {other} {key.replace('_', ' ')}", where=str(folder), value=_difference(before.get(key), manifest[key]),
                             remedy="go on with what it was begun with, or use another --out")


def _difference(before, now):
    """Return the part that differs, short enough for an error."""
    if isinstance(before, dict) and isinstance(now, dict):
        return ", ".join(f"{key} {before.get(key)} → {now[key]}" for key in now if before.get(key) != now[key])
    return f"{before} → {now}"


@cache
def code_hash():
    """Return the sha256 of the program's code and word lists: two processes with the same one code alike."""
    return _hash(path for path in PACKAGE.rglob("*") if path.suffix in (".py", ".tsv"))


@cache
def word_lists_hash():
    return _hash(PACKAGE.glob("lexicons/*.tsv"))


def _hash(paths):
    digest = hashlib.sha256()
    for path in sorted(paths):
        digest.update(path.relative_to(PACKAGE).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def _file_hash(path):
    """Return name and sha256 of a file that the user gave, or None."""
    if path is None:
        return None
    try:
        return {"name": Path(path).name, "sha256": hashlib.sha256(Path(path).read_bytes()).hexdigest()}
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}", where=str(path), remedy="check the path") from None
