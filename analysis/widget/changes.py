"""What is done to a coding, as steps of plain data: the same in memory, in the history file, and for undo.

A step is {"at": time, "action": name, "changes": [{"table", "id", "before", "after"}, …]}; before and after are the row as
its JSON file has it, or null where there is none. Reversed, it undoes itself.
"""

from analysis.codings.schema import anchor, from_data, to_data
from analysis.errors import InputError
from analysis.records import Actor, Stance, Statement

RECORDS = {"actors": Actor, "statements": Statement, "stances": Stance}
READ = "read"
"""The table of sentences that a person has read and found to hold nothing to code: sentence id → True."""


def tables_of(coding):
    """Return a coding's rows as {table: {id: row}}, with an empty table of sentences read."""
    keyed = {name: {row[_key(record)]: row for row in getattr(coding, name)} for name, record in RECORDS.items()}
    return {**keyed, READ: {}}


def _key(record):
    """Return the place of the id among a record's fields."""
    return record._fields.index({Actor: "id", Statement: "statement_id", Stance: "stance_id"}[record])


def coding_of(tables, coding):
    """Return the coding with these rows, statements and stances in the order of the text."""
    return coding.changed(
        actors=list(tables["actors"].values()),
        statements=sorted(tables["statements"].values(), key=lambda row: (anchor(row), row.statement_id)),
        stances=sorted(tables["stances"].values(), key=lambda row: (row.start, row.stance_id)),
    )


def changes_to(tables, after, text):
    """Return the changes that lead from the tables to `after` ({(table, id): row or None}); rows that stay are left out."""
    changes = []
    for (table, key), row in after.items():
        before = tables[table].get(key)
        if before != row:
            changes.append({"table": table, "id": key, "before": _data(before, text), "after": _data(row, text)})
    return changes


def reversed_changes(changes):
    """Return the changes that undo these."""
    return [{**c, "before": c["after"], "after": c["before"]} for c in reversed(changes)]


def concerned(changes):
    """Return the item that some changes are about, as `table/id`, or None where they only add an actor."""
    names = {"statements": "statements", "stances": "stances", READ: "sentences"}
    return next((f"{names[c['table']]}/{c['id']}" for c in changes if c["table"] in names), None)


def check(tables, changes, text):
    """Raise InputError unless every row is as it was before the changes."""
    for c in changes:
        if _data(tables[c["table"]].get(c["id"]), text) != c["before"]:
            raise InputError("is not as it was left", where=f"{c['table']} {c['id']}", remedy="the coding was changed elsewhere; this step cannot be undone")


def apply(tables, changes, article, coder):
    """Carry changes out on the tables, in place. Every row is checked before the first is changed."""
    rows = [_row(c, article, coder) for c in changes]
    for c, row in zip(changes, rows):
        if row is None:
            tables[c["table"]].pop(c["id"], None)
        else:
            tables[c["table"]][c["id"]] = row


def _data(row, text):
    return row if row is None or row is True else to_data(row, text)


def _row(change, article, coder):
    if change["after"] is None or change["table"] == READ:
        return change["after"]
    derived = {"article_id": article.article_id, "coder": coder}
    return from_data(RECORDS[change["table"]], change["after"], f"{change['table']} {change['id']}", article.text, derived)


def stacks(steps):
    """Return (undo, redo, sentences read) after the steps of a history.

        >>> said = {"action": "accept", "changes": [{"table": "read", "id": 4, "before": None, "after": True}]}
        >>> undone = {"action": "undo", "changes": reversed_changes(said["changes"])}
        >>> stacks([said]) == ([said], [], {4: True}), stacks([said, undone]) == ([], [said], {})
        (True, True)
    """
    undo, redo, read = [], [], {}
    for step in steps:
        if step["action"] == "undo" and undo:
            redo.append(undo.pop())
        elif step["action"] == "redo" and redo:
            undo.append(redo.pop())
        elif step["action"] in ("start", "reanchor"):
            undo, redo, read = [], [], {}
        else:
            undo.append(step)
            redo = []
        for c in step["changes"]:
            if c["table"] == READ:
                read.update({c["id"]: True}) if c["after"] else read.pop(c["id"], None)
    return undo, redo, read
