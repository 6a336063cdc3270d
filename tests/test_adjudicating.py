"""Adjudication in the widget: a third coding from two by choosing, saved and undone like any other."""

import json

import pytest

from analysis.codings import read_coding, write_coding
from analysis.measures import kept
from analysis.widget import adjudicate, open_adjudication
from analysis.widget.strings import Refused
from tests.annotating import HARD, article, judged, placed, said, span, suggested


def two_codings():
    """Return two codings that differ in a source, in a sign, and in a statement that only one has."""
    first = suggested().changed(coder="sara", coder_type="person", blind=True)
    statements = [first.statements[0], said(5, "sami", "ونفت", "ذلك"), said(7, "nato", "وأضـــاف", "خرقا الاتفاق")]
    second = placed(first.changed(coder="omar", statements=statements, stances=[first.stances[0], judged(1, 5, "sami", "north", -1, "ذلك")]))
    return first, second


@pytest.fixture
def work(tmp_path):
    opened = open_adjudication(article(), *two_codings(), "huda", path=tmp_path / "huda.json")
    yield opened
    opened.store.release()


def by_cue(work, cue):
    return [row for row in work.coding.statements if row.cue == cue]


def test_what_both_have_is_accepted_and_what_differs_is_open(work):
    assert [(s.cue, s.source, s.status) for s in work.coding.statements] == [
        ("قَالَ", "sami", "accepted"), ("وأضـــاف", "nato", "suggested"), ("ونفت", "north", "suggested"), ("ونفت", "sami", "rejected"),
    ]
    assert [work.differing[i] for i in work.items("disagreements")] == ["omar", "sara", "sara", "omar"]
    assert len(work.items("unreviewed")) == len(work.items("disagreements")) + 2  # and two sentences in which nothing is coded
    assert work.blind and work.coding.coder_note == "Adjudicated from sara and omar: 2 rows agreed, 4 differed."


def test_the_other_version_takes_the_place_of_the_first_with_what_hangs_on_it(work):
    first, second = by_cue(work, "ونفت")
    stance = next(s for s in work.coding.stances if s.evidence == "ذلك")
    assert stance.statement_id == first.statement_id
    work.choose(f"statements/{second.statement_id}")
    assert [s.status for s in by_cue(work, "ونفت")] == ["rejected", "accepted"]
    assert next(s for s in work.coding.stances if s.evidence == "ذلك").statement_id == second.statement_id
    assert f"statements/{first.statement_id}" not in work.items() and f"statements/{second.statement_id}" in work.items()
    assert [s.source for s in kept(read_coding(work.store.path, article()).statements)] == ["sami", "nato", "sami"]
    assert work.undo() and [s.status for s in by_cue(work, "ونفت")] == ["suggested", "rejected"]


def test_either_both_neither_or_an_edited_row_can_be_chosen(work):
    first, second = by_cue(work, "ونفت")
    work.accept(f"statements/{first.statement_id}")
    work.accept(f"statements/{second.statement_id}")
    assert len(kept(by_cue(work, "ونفت"))) == 2
    work.reject(f"statements/{first.statement_id}")
    work.reject(f"statements/{second.statement_id}")
    assert kept(by_cue(work, "ونفت")) == [] and sum(i.startswith("statements") for i in work.items("all")) == 3, "one of the two stands for both"
    work.set_source(first.statement_id, "nato")
    work.accept(f"statements/{first.statement_id}")
    assert [(s.source, s.status, s.coder) for s in kept(by_cue(work, "ونفت"))] == [("nato", "edited", "huda")]


def test_choosing_is_taken_up_where_it_was_left(work):
    second = by_cue(work, "ونفت")[1]
    work.choose(f"statements/{second.statement_id}")
    work.store.release()
    again = open_adjudication(article(), *two_codings(), "huda", path=work.store.path)
    assert again.versions == work.versions and again.differing == work.differing and again.undoable == "choose"
    assert again.items("unreviewed") == work.items("unreviewed")
    again.store.release()


def test_a_row_without_another_version_cannot_be_exchanged(work):
    with pytest.raises(Refused, match="no other version"):
        work.choose(f"statements/{by_cue(work, 'قَالَ')[0].statement_id}")


def test_coders_are_named_and_the_widget_shows_both_versions(tmp_path):
    folder = tmp_path / "wadi"
    (folder / "codings").mkdir(parents=True)
    (folder / "article.txt").write_bytes(HARD.encode())
    for coding in two_codings():
        write_coding(coding, folder / "codings" / f"{coding.coder}.json")
    widget = adjudicate(folder, "sara", "omar", "huda", language="en")
    state, page = json.loads(widget.state), json.loads(widget.page)
    assert "disagreements" in page["filters"] and state["filter"] == "disagreements"
    shown = next(row for row in state["statements"] if row["source"] == "north")
    other = next(row for row in state["statements"] if row["item"] == shown["other"])
    assert (shown["from"], other["from"], other["source"], other["other"]) == ("sara", "omar", "sami", shown["item"])
    assert HARD.encode("utf-16-le")[2 * other["cue"][0]:2 * other["cue"][1]].decode("utf-16-le") == HARD[slice(*span("ونفت"))]
    widget.close()
