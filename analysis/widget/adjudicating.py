"""Make a third coding from two: both coders' rows in one coding, those they differ on open, to be chosen in the widget.

What counts as a difference is said by `analysis.adjudication`. A choice is a status, so that it is saved, undone and taken
up again like any other change: of two versions of one row, the one not chosen is rejected.
"""

from analysis.adjudication import Adjudication
from analysis.codings import nest
from analysis.codings.schema import anchor


def beginning(coding, first, second):
    """Return (the third coding as it begins, what its history begins with: items that are versions of each other, and who
    each item comes from on which the coders differ).

    `coding` is the empty third coding. What both have is accepted. Where they differ, the first coder's version is open and
    the second's stands ready beside it; a row that only one has is open.
    """
    compared = Adjudication(first, second, coding.coder)
    pairs = [(d, False) for d in compared.agreed] + [(d, True) for d in compared.differences]
    rows, shown, versions, differing = {"statements": [], "stances": []}, {}, [], {}
    for d, differs in sorted(pairs, key=lambda pair: pair[0].place):
        table, place = rows[d.table], len(rows[d.table])
        both = [(side, row) for side, row in enumerate((d.first, d.second)) if row is not None]
        table += [(side, _with_status(row, differs, back)) for back, (side, row) in enumerate(both if differs else both[:1])]
        names = [f"{d.table}/{n}" for n in range(place, len(table))]
        differing |= {name: (first, second)[side].coder for name, (side, _) in zip(names, both)} if differs else {}
        versions += [names] if len(names) == 2 else []
        if d.table == "statements":
            # What hangs on either version hangs on the one that is shown.
            shown |= {(side, row.statement_id): place for side, row in both}
    statements = [row._replace(statement_id=n, parent=None, depth=0) for n, (_, row) in enumerate(rows["statements"])]
    nested = {s.statement_id: s for s in nest([s for s in statements if s.status != "rejected"])}
    stances = [row._replace(stance_id=n, statement_id=shown.get((side, row.statement_id))) for n, (side, row) in enumerate(rows["stances"])]
    known = {actor.id for actor in first.actors}
    note = f"Adjudicated from {first.coder} and {second.coder}: {len(compared.agreed)} rows agreed, {len(compared.differences)} differed."
    third = coding.changed(
        blind=bool(first.blind and second.blind), coder_note=note, actors=[*first.actors, *(a for a in second.actors if a.id not in known)],
        statements=[nested.get(s.statement_id, s) for s in statements], stances=stances,
    )
    return third, {"versions": versions, "differing": differing}


def _with_status(row, differs, back):
    """Return a row as open or standing back where the coders differ; what they agree on keeps how it came about."""
    if differs:
        return row._replace(status="rejected" if back else "suggested")
    return row._replace(status="accepted") if row.status == "suggested" else row


def differing_items(work, other):
    """Return the items on which a coding and another one differ; for what only the other has, its sentence."""
    differences = Adjudication(work.coding, other, work.coder).differences
    return list(dict.fromkeys(_item(d) for d in sorted(differences, key=lambda d: (d.place, anchor(d.first or d.second)))))


def _item(difference):
    if difference.first is None:
        return f"sentences/{difference.second.sentence_id}"
    return f"statements/{difference.first.statement_id}" if difference.table == "statements" else f"stances/{difference.first.stance_id}"
