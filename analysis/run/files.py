"""Files that are there whole or not at all, and one run at a time in a folder."""

import errno
import json
import os
import re
import uuid
from contextlib import contextmanager
from pathlib import Path

from analysis.errors import InputError

UNFINISHED = ".tmp"
NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


@contextmanager
def whole_file(path):
    """Give a temporary path to write to; when the block ends well, the file stands under its name, flushed to the disk.

    Whenever the program is stopped, even by a power cut, the file is there whole or not at all; a name that a power cut
    took away again is missed by `is_coded`, and the shard is coded again. Raises InputError where the
    disk is full or the folder cannot be written.
    """
    path = Path(path)
    temporary = path.with_name(f".{path.name}.{uuid.uuid4().hex[:12]}{UNFINISHED}")
    try:
        yield temporary
        _flush(temporary)
        os.replace(temporary, path)
    except BaseException as error:
        _forget(temporary)
        if isinstance(error, OSError):
            raise cannot_write(error, path) from None
        raise


def cannot_write(error, path):
    """Return the InputError that says why a file could not be written."""
    if error.errno in NO_ROOM:
        return InputError("the disk is full", where=str(path), remedy="make room, then give the same command: it goes on where it was")
    return InputError(f"cannot be written: {error.strerror or error}", where=str(path), remedy="check the folder and its permissions")


def _flush(path):
    handle = os.open(path, os.O_RDWR)  # Windows flushes only what may be written
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _forget(path):
    try:
        path.unlink(missing_ok=True)
    except OSError:
        pass  # what made the write fail may make this fail too; the next run clears it away


def write_json(data, path):
    """Write data as JSON, whole or not at all; the same data give the same bytes."""
    with whole_file(path) as temporary:
        temporary.write_text(json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def read_json(path):
    """Return the data of a JSON file, or None where there is none."""
    try:
        return json.loads(Path(path).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None


@contextmanager
def locked(folder):
    """Hold a folder for one run. The lock goes with the process, however it ends. Raises InputError where another run has it."""
    folder = Path(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file = open(folder / ".lock", "a+b")
    except OSError as error:
        raise cannot_write(error, folder) from None
    with file:
        if not _take(file):
            raise InputError("another run is writing into this folder", where=str(folder), remedy="wait for it, or use another --out")
        yield


def _take(file):
    """Take the lock if it is free. Windows has another call for it than the rest."""
    try:
        if os.name == "nt":
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def clear_unfinished(folders):
    """Remove what a run that was killed has left half written in these folders, and nothing else."""
    for folder in folders:
        for path in Path(folder).glob(f".*{UNFINISHED}"):
            if re.fullmatch(rf"\..+\.[0-9a-f]{{12}}{re.escape(UNFINISHED)}", path.name):
                _forget(path)
