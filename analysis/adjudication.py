"""Make a third coding from two by choosing, difference by difference. The widget shows it; the choices live here."""

from datetime import UTC, datetime
from typing import NamedTuple

from analysis.agreement.units import match_statements, party_of, with_common_actors
from analysis.codings.nesting import nest
from analysis.codings.schema import anchor
from analysis.errors import InputError
from analysis.matching import overlap
from analysis.measures import kept

CHOICES = ("first", "second", "both", "neither", "edited")

COMPARED = {
    "statements": ("source", "source_start", "source_end", "cue_start", "cue_end", "content", "form"),
    "stances": ("source", "target", "polarity", "kind"),
}
"""The fields in which two rows must be equal to count as agreed; for stances the evidence must overlap as well."""


class Difference(NamedTuple):
    """One thing that two codings see differently: a row of each, None where one has none; and what was chosen."""

    table: str
    first: object
    second: object
    choice: str | None = None
    edited: object = None

    @property
    def place(self):
        """Where in the text it stands."""
        return anchor(self.first or self.second)

    @property
    def rows(self):
        """The rows that the choice keeps, each with the side it comes from (0, 1, or None where it was edited)."""
        kept_rows = {"first": [(0, self.first)], "second": [(1, self.second)], "both": [(0, self.first), (1, self.second)], "edited": [(None, self.edited)]}
        return [(side, row) for side, row in kept_rows.get(self.choice, []) if row is not None]


class Adjudication:
    """Two codings of one article, what they agree on, and a choice for each difference.

    `differences` stand in the order of the text and are chosen by their number; a choice can be changed at any time. Actors
    are the same by id, or by party and a name in common. Namings and frames are not adjudicated: derive them anew.

    Example:
        >>> from analysis.codings import read_coding
        >>> first = read_coding("corpus/unsc_2336/codings/reference.json")
        >>> second = first.changed(coder="عمر", statements=first.statements[1:], stances=[])
        >>> third = Adjudication(first.changed(stances=[]), second, coder="هدى")
        >>> len(third.differences), third.open
        (1, [0])
        >>> third.choose(0, "first")
        >>> third.result().statements[0].cue == first.statements[0].cue
        True
    """

    def __init__(self, first, second, coder):
        if first.article.sha256 != second.article.sha256:
            raise InputError("are codings of different texts", where="adjudication", value=[first.article.article_id, second.article.article_id], remedy="give two codings of one article")
        self.sides, self.coder = with_common_actors([first, second]), coder
        pairs = [*self._statements(), *self._stances()]
        self.agreed = [pair for pair in pairs if agree(pair)]
        self.differences = sorted((pair for pair in pairs if not agree(pair)), key=lambda d: d.place)

    def _statements(self):
        return [Difference("statements", *(unit.statements.get(side) for side in (0, 1))) for unit in match_statements(self.sides)]

    def _stances(self):
        """Pair stances of one source toward one party whose evidence overlaps, the same sign before the opposite."""
        first, second = (kept(coding.stances) for coding in self.sides)
        candidates = [(a.polarity == b.polarity, overlap((a.start, a.end), (b.start, b.end)), i, j) for i, a in enumerate(first) for j, b in enumerate(second)
                      if (party_of(a), a.target) == (party_of(b), b.target)]
        pairs, left = [], (set(range(len(first))), set(range(len(second))))
        for _, shared, i, j in sorted(candidates, reverse=True):
            if shared and i in left[0] and j in left[1]:
                left[0].remove(i)
                left[1].remove(j)
                pairs.append(Difference("stances", first[i], second[j]))
        return pairs + [Difference("stances", first[i], None) for i in left[0]] + [Difference("stances", None, second[j]) for j in left[1]]

    @property
    def open(self):
        """The numbers of the differences that nobody has decided yet."""
        return [i for i, d in enumerate(self.differences) if d.choice is None]

    def choose(self, number, choice, row=None):
        """Decide a difference: first, second, both, neither, or edited with the row as it should be; None opens it again."""
        if choice not in (*CHOICES, None):
            raise InputError("is no choice", where=f"difference {number}", value=choice, remedy="use one of " + ", ".join(CHOICES))
        difference = self.differences[number]
        missing = {"first": difference.first, "second": difference.second, "edited": row}.get(choice, True) is None
        if missing:
            raise InputError("has no row to keep", where=f"difference {number}", value=choice, remedy="choose neither, or give the edited row")
        self.differences[number] = difference._replace(choice=choice, edited=row if choice == "edited" else None)

    def result(self):
        """Return the third Coding. Raises InputError while a difference is open.

        Rows keep the rule and coder they come from; edited rows are the adjudicator's. The coding counts as blind only where
        both were.
        """
        if self.open:
            raise InputError(f"{len(self.open)} differences are open", where="adjudication", value=self.open, remedy="choose for each of them")
        chosen = [(d, [(0, d.first)]) for d in self.agreed] + [(d, self._kept(d)) for d in self.differences]
        statements, ids = self._numbered([pair for pair in chosen if pair[0].table == "statements"])
        stances = [row._replace(statement_id=self._link(side, row, ids)) for d, rows in chosen if d.table == "stances" for side, row in rows]
        stances = [row._replace(stance_id=i) for i, row in enumerate(sorted(stances, key=anchor))]
        first, second = self.sides
        now = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
        return first.changed(
            coder=self.coder, coder_type="person", coder_note=self._note(), created=now, modified=now, blind=bool(first.blind and second.blind),
            actors=_actors(first, second, statements, stances), mentions=[], statements=nest(statements), stances=stances, namings=[], frames=[],
        )

    def _kept(self, difference):
        """Return the rows of a difference that stay, with their side, marked with how they came to stay."""
        return [(side, row._replace(status="edited", coder=self.coder) if side is None else row._replace(status="accepted") if row.status == "suggested" else row)
                for side, row in difference.rows]

    def _numbered(self, chosen):
        """Return the statements with new ids, and {(side, old id): new id} for the rows that hang on them."""
        rows = sorted(((anchor(row), n, side, row, d) for n, (d, kept_rows) in enumerate(chosen) for side, row in kept_rows), key=lambda item: item[:2])
        ids = {}
        for number, (_, _, side, _, difference) in enumerate(rows):
            for other, old in enumerate((difference.first, difference.second)):
                # What hung on the row that was not kept hangs on the one that stands in its place.
                if old is not None and (other == side or (other, old.statement_id) not in ids):
                    ids[other, old.statement_id] = number
        return [row._replace(statement_id=number, parent=None, depth=0) for number, (_, _, _, row, _) in enumerate(rows)], ids

    def _link(self, side, row, ids):
        """Return the new id of the statement in which a stance stands; None where that statement was not kept."""
        return next((ids[s, row.statement_id] for s in ([side] if side is not None else (0, 1)) if (s, row.statement_id) in ids), None)

    def _note(self):
        counts = {choice: sum(d.choice == choice for d in self.differences) for choice in CHOICES}
        first, second = (coding.coder for coding in self.sides)
        return (f"Adjudicated from {first} and {second}: {len(self.agreed)} rows agreed, of {len(self.differences)} differences {counts['first']} decided for {first}, "
                f"{counts['second']} for {second}, {counts['both']} for both, {counts['neither']} for neither, {counts['edited']} edited.")


def agree(pair):
    """Say whether two paired rows say the same."""
    first, second = pair.first, pair.second
    return first is not None and second is not None and all(getattr(first, field) == getattr(second, field) for field in COMPARED[pair.table])


def _actors(first, second, statements, stances):
    """Return the first coder's actors and those of the second's that the rows need."""
    known = {actor.id for actor in first.actors}
    parties = {actor.party for actor in first.actors}
    used = {row.source for row in (*statements, *stances)}
    targets = {row.target for row in stances}
    return first.actors + [a for a in second.actors if a.id not in known and (a.id in used or a.party in targets - parties)]
