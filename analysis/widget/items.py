"""What there is to visit in a coding, in which order, and what of it is reviewed.

An item is a statement, a stance, or a sentence in which nothing is coded: that it is the narrator's is a finding too.
"""

from bisect import bisect_left, bisect_right

from analysis.codings.schema import anchor


def all_items(work):
    """Return the names of all items in the order of the text."""
    rows = [(anchor(s), 1, s.statement_id, f"statements/{s.statement_id}") for s in work.tables["statements"].values()]
    rows += [(s.start, 2, s.stance_id, f"stances/{s.stance_id}") for s in work.tables["stances"].values()]
    coded = _coded(work)
    rows += [(start, 0, i, f"sentences/{i}") for i, start in enumerate(work.starts) if i not in coded]
    return [row[-1] for row in sorted(rows) if not _stands_back(work, row[-1])]


def _stands_back(work, name):
    """Say whether an item is the version of a row that was not chosen."""
    other = work.versions.get(name)
    return other is not None and _row(work, name).status == "rejected" and (_row(work, other).status != "rejected" or name > other)


def of_sentence(work, number):
    """Return the names of the items that belong to one sentence."""
    return [name for name in all_items(work) if _sentence(work, name) == number]


def unreviewed(work):
    """Return the items that no person has reviewed yet."""
    return [name for name in all_items(work) if not is_reviewed(work, name)]


def doubtful(work):
    """Return the rows, the least certain first, those already reviewed last."""
    rows = [name for name in all_items(work) if not name.startswith("sentences")]
    return sorted(rows, key=lambda name: (is_reviewed(work, name), certainty(work, name)))


def disagreements(work):
    """Return the items on which this coding and the one it is held against differ.

    Where two codings are adjudicated: those on which the two differed. Where no other coding is given: those on which the
    person did not follow the suggestion.
    """
    if work.against is not None:
        # Agreement takes most of a second to import: only where it is wanted.
        from analysis.widget.adjudicating import differing_items

        return differing_items(work, work.against)
    if work.differing:
        return [name for name in all_items(work) if name in work.differing]
    return [name for name in all_items(work) if (row := _row(work, name)) and row.status in ("edited", "made", "rejected")]


FILTERS = {"all": all_items, "unreviewed": unreviewed, "doubtful": doubtful, "disagreements": disagreements}


def is_reviewed(work, name):
    """Say whether a person has reviewed an item."""
    row = _row(work, name)
    return row.status != "suggested" if row else int(name.partition("/")[2]) in work.tables["read"]


def certainty(work, name):
    """Return how sure the program was of a row, 0–1."""
    row = _row(work, name)
    return row.confidence if name.startswith("statements") else abs(row.score)


def _row(work, name):
    """Return an item's row; None for a sentence."""
    table, _, key = name.partition("/")
    return work.tables[table][int(key)] if table != "sentences" else None


def _sentence(work, name):
    row = _row(work, name)
    return row.sentence_id if row else int(name.partition("/")[2])


def _coded(work):
    """Return the sentences that a row which is not rejected touches."""
    spans = [span for s in work.active("statements") for span in _spans(s)] + [(s.start, s.end) for s in work.active("stances")]
    return {i for start, end in spans for i in range(max(0, bisect_right(work.starts, start) - 1), bisect_left(work.starts, end))}


def _spans(statement):
    """Yield all spans of a statement."""
    yield from statement.content
    if statement.cue_start is not None:
        yield statement.cue_start, statement.cue_end
    if statement.source_start is not None:
        yield statement.source_start, statement.source_end
