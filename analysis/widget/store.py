"""Keep one coding on the disk: saved whole at every change, with a history that only grows, and one window writing at a time.

Beside CODER.json stand CODER.history.jsonl (one step a line) and, while a window is open, CODER.lock. A step is on the disk
in the history before anything is shown; if the program is killed before the coding is written too, the next opening
carries the step out (`pending`).
"""

import hashlib
import json
import os
import socket
import textwrap
import uuid
from datetime import datetime, timezone
from pathlib import Path

import psutil

from analysis.codings.schema import to_data
from analysis.codings.store import coding_to_data, write_atomically
from analysis.errors import InputError
from analysis.widget.changes import RECORDS
from analysis.widget.strings import Refused


def now():
    """Return the time in UTC, to the millisecond, as codings and histories write it."""
    return datetime.now(timezone.utc).isoformat(timespec="milliseconds").replace("+00:00", "Z")


class Store:
    """The files of one coding. `base` is the sha256 of the coding's file as this window last read or wrote it."""

    def __init__(self, path):
        self.path = Path(path)
        self.history = self.path.with_suffix(".history.jsonl")
        self.lock = self.path.with_suffix(".lock")
        self.token = uuid.uuid4().hex
        self.base = self._hash()
        self._written = {}

    def acquire(self):
        """Take the lock if nobody holds it. Return None, or who holds it: {pid, host, time}."""
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            handle = os.open(self.lock, os.O_CREAT | os.O_EXCL | os.O_WRONLY)
        except FileExistsError:
            holder = self._holder()
            if holder and _alive(holder):
                return holder
            self.take()
            return None
        except OSError as error:
            raise InputError(f"cannot be written: {error.strerror}", where=str(self.path), remedy="open a copy in a folder of your own, or give path=") from None
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(self._claim())
        return None

    def take(self):
        """Take the lock, whoever holds it; that window is told at its next change and writes nothing."""
        write_atomically(self._claim(), self.lock)
        self.base = self._hash()

    def release(self):
        """Give the lock back if this window holds it."""
        if self.held():
            self.lock.unlink(missing_ok=True)

    def held(self):
        """Say whether this window holds the lock."""
        return (self._holder() or {}).get("token") == self.token

    def check(self):
        """Raise Refused unless this window holds the lock and the coding's file is as it left it."""
        if not self.held():
            raise Refused("refused.taken", **who(self._holder()))
        if self._hash() != self.base:
            raise Refused("refused.changed", path=self.path.name)

    def append(self, step):
        """Write a step to the end of the history and flush it to the disk. Raises Refused where that fails."""
        line = json.dumps({**step, "base": self.base}, ensure_ascii=False) + "\n"
        try:
            with open(self.history, "ab+") as file:
                if file.tell() and not _ends_line(file):
                    line = "\n" + line  # the last line was cut off when the program was killed
                file.write(line.encode("utf-8", "surrogatepass"))
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise Refused("refused.disk", reason=error.strerror, path=self.history.name) from None

    def save(self, coding):
        """Write the coding, atomically. Raises Refused where that fails; the history has the step all the same."""
        try:
            # Rows and links were checked when they were changed: checking everything again would take longer than a key should.
            write_atomically(self._json(coding), self.path)
        except OSError as error:
            raise Refused("refused.disk", reason=error.strerror, path=self.path.name) from None
        self.base = self._hash()

    def _json(self, coding):
        """Return what write_coding writes; rows that are as they were last time are not made into JSON again."""
        rows = {name: getattr(coding, name) for name in RECORDS}
        data = coding_to_data(coding.changed(**dict.fromkeys(rows, ())))
        self._written = {row: self._written.get(row) or _indented(to_data(row, coding.article.text)) for table in rows.values() for row in table}
        parts = {name: json.dumps(value, ensure_ascii=False) for name, value in data.items() if not rows.get(name)}
        parts |= {name: "[\n" + ",\n".join(self._written[row] for row in table) + "\n ]" for name, table in rows.items() if table}
        return "{\n" + ",\n".join(f' "{name}": {parts[name]}' for name in data) + "\n}\n"

    def steps(self):
        """Return the steps of the history; lines that were cut off are passed over."""
        if not self.history.exists():
            return []
        return [step for line in self.history.read_bytes().splitlines() if (step := _step(line))]

    def pending(self, steps):
        """Return the last steps of a history that the coding's file does not have yet."""
        first = len(steps)
        while first and self.base and steps[first - 1]["base"] == self.base:
            first -= 1
        return [step for step in steps[first:] if step["changes"]]

    def _claim(self):
        process = psutil.Process()
        return json.dumps({"token": self.token, "pid": process.pid, "started": process.create_time(), "host": socket.gethostname(), "time": now()})

    def _holder(self):
        """Return who holds the lock; None where nobody does or the file was cut off."""
        try:
            holder = json.loads(self.lock.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return None
        return holder if isinstance(holder, dict) and {"token", "pid", "host", "time", "started"} <= holder.keys() else None

    def _hash(self):
        return hashlib.sha256(self.path.read_bytes()).hexdigest() if self.path.exists() else None


def who(holder):
    """Return who holds a lock, in words for the reader."""
    holder = holder or {"pid": "?", "host": "?", "time": "?"}
    return {"pid": holder["pid"], "host": holder["host"], "time": holder["time"][:16].replace("T", " ") + " UTC"}


def _alive(holder):
    """Say whether the window that holds a lock can still write. A window of this very process gives way to the new one."""
    if holder["host"] != socket.gethostname():
        return True
    if holder["pid"] == os.getpid():
        return False
    try:
        return abs(psutil.Process(holder["pid"]).create_time() - holder["started"]) < 2
    except psutil.Error:
        return False


def _indented(data):
    """Return a row as JSON, indented as it stands in a coding's file."""
    return textwrap.indent(json.dumps(data, ensure_ascii=False, indent=1), "  ")


def _ends_line(file):
    file.seek(-1, os.SEEK_END)
    return file.read(1) == b"\n"


def _step(line):
    try:
        step = json.loads(line)
    except ValueError:
        return None
    return step if isinstance(step, dict) and {"at", "action", "base", "changes"} <= step.keys() else None
