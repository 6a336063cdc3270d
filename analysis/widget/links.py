"""What follows from a change for other rows: which statement stands inside which, and whose stance a piece of evidence is."""

from analysis.codings import nest
from analysis.records import NARRATOR


def relinked(tables, after):
    """Return the further rows that change when `after` ({(table, id): row or None}) is carried out.

    `parent` and `depth` follow from the spans. A stance that belonged to the innermost statement around its evidence goes
    on belonging to the innermost one. Rejected statements stand outside of all this.
    """
    touched = {key: row for (table, key), row in after.items() if table == "statements"}
    moved = [row for key, new in touched.items() for row in (tables["statements"].get(key), new) if row]
    old = _active(tables["statements"].values())
    new = _active({**tables["statements"], **touched}.values())
    if not moved or [_shape(r) for r in _near(old, moved)] == [_shape(r) for r in _near(new, moved)]:
        return {}
    rows = {("statements", s.statement_id): s for s in nest(_near(new, moved))}
    rows |= {("statements", key): row._replace(parent=None, depth=0) for key, row in touched.items() if row and row.status == "rejected"}
    for stance in _active(tables["stances"].values()):
        if ("stances", stance.stance_id) not in after and any(_overlap(stance.start, stance.end, *_hull(m)) for m in moved):
            before, now = innermost(stance, old), innermost(stance, new)
            if _id(before) == stance.statement_id and _id(before) != _id(now) and (before or stance.source == NARRATOR):
                rows["stances", stance.stance_id] = _voiced(stance, now)
    return rows


def exchanged(tables, table, chosen, dropped):
    """Return the new rows that take one version of a row for the other; the stances of the one become the other's."""
    after = {(table, chosen.statement_id if table == "statements" else chosen.stance_id): chosen,
             (table, dropped.statement_id if table == "statements" else dropped.stance_id): dropped._replace(status="rejected")}
    for s in tables["stances"].values() if table == "statements" else ():
        if s.statement_id == dropped.statement_id:
            of_source = {"source": chosen.source, "source_party": chosen.source_party} if s.source == dropped.source else {}
            after["stances", s.stance_id] = s._replace(statement_id=chosen.statement_id, **of_source)
    return after


def with_voice(stance, statements):
    """Return a stance with the source of the innermost statement around its evidence, else the narrator."""
    return _voiced(stance, innermost(stance, statements))


def innermost(stance, statements):
    """Return the shortest statement whose content covers a stance's evidence, or None."""
    around = [s for s in statements if any(a <= stance.start and stance.end <= b for a, b in s.content)]
    return min(around, key=lambda s: sum(b - a for a, b in s.content), default=None)


def _voiced(stance, statement):
    if statement is None:
        return stance._replace(statement_id=None, source=NARRATOR, source_party=None)
    return stance._replace(statement_id=statement.statement_id, source=statement.source, source_party=statement.source_party)


def _active(rows):
    return [row for row in rows if row and row.status != "rejected"]


def _near(statements, moved):
    """Return the statements that overlap with those that moved: nesting can change for no others."""
    hulls = [_hull(m) for m in moved]
    return [s for s in statements if any(_overlap(*_hull(s), *hull) for hull in hulls)]


def _hull(statement):
    """Return the first and last place of a statement's content and cue."""
    start, end = statement.content[0][0], statement.content[-1][1]
    if statement.cue_start is None:
        return start, end
    return min(start, statement.cue_start), max(end, statement.cue_end)


def _overlap(a, b, c, d):
    return a < d and c < b


def _shape(statement):
    return statement.statement_id, statement.content, statement.cue_start, statement.cue_end


def _id(statement):
    return statement.statement_id if statement else None
