"""A third coding from two: what is agreed, what is chosen, and that links, ids and provenance survive."""

import pytest

from analysis.adjudication import Adjudication
from analysis.codings import read_coding, write_coding
from analysis.errors import InputError
from analysis.records import Actor
from tests.example_coding import TEXT, example


def coded(coder, **rows):
    return example(coder=coder, coder_type="person", status="made").changed(blind=True, **rows)


@pytest.fixture
def third():
    """The second coder has another source for Sami's statement, misses the president's and turns one stance."""
    base = coded("عمر")
    statements = [base.statements[0], base.statements[1], base.statements[2]._replace(source="president", statement_id=7)]
    stances = [base.stances[0]._replace(polarity=-1, score=-1.0, statement_id=7), base.stances[2], base.stances[3]]
    return Adjudication(coded("هدى"), coded("عمر", statements=statements, stances=stances), coder="سلمى")


def test_what_is_agreed_needs_no_choice(third):
    assert [(d.table, d.first.source) for d in third.agreed] == [("statements", "north"), ("statements", "south"), ("stances", "narrator"), ("stances", "narrator")]


def test_differences_stand_in_the_order_of_the_text(third):
    assert [(d.table, d.first and d.first.source, d.second and d.second.source) for d in third.differences] == [
        ("statements", "sami", "president"), ("stances", "sami", "sami"), ("statements", "president", None), ("stances", "president", None)]
    assert third.open == [0, 1, 2, 3]


def test_choices_make_a_coding_that_can_be_stored(third, tmp_path):
    for number, choice in enumerate(["second", "first", "neither", "first"]):
        third.choose(number, choice)
    result = third.result()
    assert [s.source for s in result.statements] == ["north", "south", "president"]
    # The stance of the first coder hangs on the statement chosen in the place of hers; the other's statement is gone.
    assert [(s.source, s.polarity, s.statement_id) for s in result.stances] == [("sami", 1, 2), ("president", -1, None), ("narrator", -1, None), ("narrator", -1, None)]
    assert [(s.coder, s.status) for s in result.statements] == [("هدى", "made"), ("هدى", "made"), ("عمر", "made")]
    assert (result.coder, result.coder_type, result.blind) == ("سلمى", "person", True)
    assert result.coder_note == "Adjudicated from هدى and عمر: 4 rows agreed, of 4 differences 2 decided for هدى, 1 for عمر, 0 for both, 1 for neither, 0 edited."
    (tmp_path / "article.txt").write_text(TEXT, encoding="utf-8", newline="")
    write_coding(result, tmp_path / "salma.json")
    assert read_coding(tmp_path / "salma.json", result.article).statements == result.statements


def test_both_keeps_two_rows_with_their_own_links(third):
    for number, choice in enumerate(["both", "both", "neither", "neither"]):
        third.choose(number, choice)
    result = third.result()
    linked = {s.polarity: result.statements[s.statement_id].source for s in result.stances if s.statement_id is not None}
    assert linked == {1: "sami", -1: "president"}


def test_an_edited_row_is_the_adjudicators(third):
    edited = third.differences[0].first._replace(form="direct")
    for number, (choice, row) in enumerate([("edited", edited), ("first", None), ("first", None), ("first", None)]):
        third.choose(number, choice, row)
    statement = third.result().statements[2]
    assert (statement.form, statement.coder, statement.status) == ("direct", "سلمى", "edited")
    assert third.result().statements[3].parent == statement.statement_id


def test_a_choice_can_be_taken_back(third):
    third.choose(0, "first")
    third.choose(0, None)
    assert 0 in third.open


@pytest.mark.parametrize("number, choice, message", [(2, "second", "has no row to keep"), (0, "edited", "has no row to keep"), (0, "third", "is no choice")])
def test_impossible_choices_are_refused(third, number, choice, message):
    with pytest.raises(InputError, match=message):
        third.choose(number, choice)


def test_an_open_difference_blocks_the_result(third):
    third.choose(0, "first")
    with pytest.raises(InputError, match="3 differences are open"):
        third.result()


def test_suggestions_that_are_chosen_count_as_accepted_and_the_result_as_not_blind():
    third = Adjudication(coded("هدى", statements=[]), example(), coder="سلمى")
    for number in third.open:
        third.choose(number, "second")
    result = third.result()
    assert {(s.status, s.coder, s.rule) for s in result.statements} == {("accepted", "rules", "verb_source")} and result.blind is False


def test_an_actor_of_the_second_coder_comes_along():
    base = coded("عمر")
    second = coded("عمر", actors=[*base.actors, Actor("witness", "anonymous", "شاهد")], statements=[*base.statements[:3], base.statements[3]._replace(source="witness")])
    third = Adjudication(coded("هدى"), second, coder="سلمى")
    for number in third.open:
        third.choose(number, "second")
    assert third.result().actor("witness") is not None


def test_codings_of_different_texts_are_refused():
    with pytest.raises(InputError, match="different texts"):
        Adjudication(coded("هدى"), coded("عمر").changed(article=coded("عمر").article._replace(sha256="0")), coder="سلمى")
