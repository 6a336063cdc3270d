"""One coder's coding while it is open: every change is a step that is safe on the disk before it shows, and can be undone."""

from analysis.codings import reanchor
from analysis.codings.store import check_links
from analysis.widget import changes as steps
from analysis.widget.store import now
from analysis.widget.strings import Refused


class Session:
    """A coding and what was done to it. `Annotation` says what can be done.

    `store`    where it is kept; None: nowhere (to try things out)
    `history`  the steps that led here, for undo
    """

    def __init__(self, coding, store=None, history=()):
        self.coder, self.article, self.store = coding.coder, coding.article, store
        self.refusal = None
        """Why nothing can be changed now (a Refused), or None."""
        self.stale = None
        """The data of a coding made on an earlier text of this article, until it is re-anchored."""
        self.beginning = {}
        """What the first line of the history says besides, for whoever opens the coding again."""
        self.on_change = lambda: None
        """Called when a step is safe in the history, before the coding's file is written."""
        self.load(coding, history)

    def load(self, coding, history=()):
        """Go on with this coding in place of the one that is open."""
        self._header = coding
        self.starts = [s.start for s in coding.sentences]
        self.tables = steps.tables_of(coding)
        self._undo, self._redo, self.tables[steps.READ] = steps.stacks(history)

    @property
    def coding(self):
        """The coding as it stands, rejected rows included."""
        return steps.coding_of(self.tables, self._header)

    @property
    def blind(self):
        """Whether it is made without seeing any suggestion."""
        return bool(self._header.blind)

    @property
    def undoable(self):
        """The action that `undo` would undo, or None."""
        return self._undo[-1]["action"] if self._undo else None

    @property
    def redoable(self):
        """The action that `redo` would do again, or None."""
        return self._redo[-1]["action"] if self._redo else None

    def undo(self):
        """Undo the last step; return the item it concerned. There is no limit: steps of earlier sessions can be undone too."""
        return self._step_back("undo", self._undo, self._redo, steps.reversed_changes)

    def redo(self):
        """Do again what was undone last; return the item it concerned."""
        return self._step_back("redo", self._redo, self._undo, list)

    def _step_back(self, action, source, target, direction):
        if not source:
            raise Refused(f"refused.{action}")
        step = source[-1]
        changes = direction(step["changes"])
        steps.check(self.tables, changes, self.article.text)
        self._record({"action": action, "of": step["action"], "changes": changes}, lambda _: target.append(source.pop()))
        return steps.concerned(step["changes"])

    def do(self, action, after):
        """Make one step of some new rows: {(table, id): row, or None to delete it}. Rows that stay as they are do not count."""
        changes = steps.changes_to(self.tables, after, self.article.text)
        if changes:
            self._record({"action": action, "changes": changes}, self._done)

    def _done(self, step):
        self._undo.append(step)
        self._redo.clear()

    def _record(self, step, remember):
        """Write a step to the history, carry it out, show it, and save the coding."""
        if self.refusal:
            raise self.refusal
        step = {"at": now(), **step}
        changed = {table: dict(rows) for table, rows in self.tables.items()}
        steps.apply(changed, step["changes"], self.article, self.coder)
        check_links(steps.coding_of(changed, self._header), f"coding of {self.coder}")
        if self.store:
            self._write_ahead(step)
        self.tables = changed
        self._header = self._header.changed(modified=step["at"])
        remember(step)
        self.on_change()
        self._save()

    def _write_ahead(self, step):
        try:
            self.store.check()
        except Refused as refusal:
            self.refusal = refusal
            raise
        if self.store.base is None:
            self._header = self._header.changed(created=step["at"], modified=step["at"])
            self.store.append({"at": step["at"], "action": "start", "changes": [], **self.beginning})
            self._save()
        self.store.append(step)

    def _save(self):
        if self.store:
            self.store.save(self.coding)

    def catch_up(self, pending):
        """Carry out steps that the history has and the coding's file has not: the program was killed between the two."""
        for step in pending:
            steps.apply(self.tables, step["changes"], self.article, self.coder)
            self._header = self._header.changed(modified=step["at"])
        if pending and self.refusal is None:
            self._save()

    def preview(self):
        """Return (coding, rows that found no place) as `reanchor` would make it."""
        return reanchor(self.stale, self.article)

    def reanchor(self):
        """Move the stale coding to the article's present text by its quoted words; the old one stays whole in the history."""
        moved, lost = self.preview()
        step = {"at": now(), "action": "reanchor", "changes": [], "lost": [u._asdict() for u in lost], "coding": self.stale}
        self.store.check()
        self.store.append(step)
        self.load(moved.changed(modified=step["at"]))
        self.stale, self.refusal = None, None
        self.on_change()
        self._save()
