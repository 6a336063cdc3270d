"""Scores counted by hand on the example article: its four statements, three stance triples and two frame sentences."""

import json
import os
import re
import sys

import pytest

from analysis import cli
from analysis.codings import write_coding
from analysis.errors import InputError
from analysis.matching import Words, about_span, dice, same_name
from analysis.records import Frame
from analysis.rows import as_json
from analysis.score import Counts, score
from tests.example_coding import TEXT, example


def changed(**rows):
    """Return the example coded by another coder with some rows replaced."""
    return example(coder="other").changed(**rows)


def test_a_coding_is_right_against_itself():
    scores = score([example()], [example()])
    assert {m: scores[m].f1 for m in ("cue", "source", "attribution_0.8", "words", "stance", "stance_pair", "frame")} == dict.fromkeys(
        ("cue", "source", "attribution_0.8", "words", "stance", "stance_pair", "frame"), 1.0)
    assert scores.errors == [] and scores.interval("cue") is None


def test_missed_and_spurious_statements():
    coding = example()
    moved = coding.statements[2]._replace(cue_start=TEXT.index("أمس"), cue_end=TEXT.index("أمس") + 3, cue="أمس", rule="wrong_rule")
    scores = score([coding], [changed(statements=[*coding.statements[:2], moved])])
    assert scores["cue"] == Counts(coded=3, right=2, gold=4, found=2)
    assert (scores["cue"].precision, scores["cue"].recall) == (2 / 3, 0.5)
    assert [(e.cause, e.cue) for e in scores.errors] == [("missed", "وقال"), ("missed", "أعلن"), ("spurious", "أمس")]
    assert scores.by("rule")["wrong_rule"]["cue"] == Counts(coded=1)


def test_a_wrong_source_counts_for_the_cue_alone():
    coding = example()
    wrong = coding.statements[3]._replace(source="gangs", source_party="gangs", source_name="العصابات", source_start=None, source_end=None, source_text=None)
    scores = score([coding], [changed(statements=[*coding.statements[:3], wrong])])
    assert (scores["cue"].right, scores["source"].right, scores["attribution_0.3"].right) == (4, 3, 3)
    assert scores["content_0.8"].right == 4
    assert [(e.cause, e.expected, e.got) for e in scores.errors] == [("source", "president", "العصابات")]


@pytest.mark.parametrize("source", [
    {"source": "someone", "source_start": None, "source_end": None, "source_text": None, "source_name": "الوزير سامي"},  # the name with a title
    {"source": "someone", "source_name": None},  # the words that name the source
])
def test_a_source_is_right_by_name_or_by_its_words(source):
    coding = example()
    other = coding.statements[2]._replace(**source)
    assert score([coding], [changed(statements=[*coding.statements[:2], other, coding.statements[3]])])["source"].right == 4


def test_who_is_meant_is_seen_where_only_the_source_was_changed():
    """The marked words stay, and with them the source's accuracy; the speaker that is meant is another."""
    coding = example()
    for source, party in (("gangs", 3), ("president", 4)):
        wrong = coding.statements[2]._replace(source=source)
        scores = score([coding], [changed(statements=[*coding.statements[:2], wrong, coding.statements[3]])])
        assert (scores["source"].right, scores["meant_actor"].right, scores["meant_party"].right) == (4, 3, party), source
        assert [(e.cause, e.expected.split(" (")[0], e.got.split(" (")[0]) for e in scores.errors] == [("speaker", "sami", source)]
    assert score([coding], [coding])["meant_actor"] == Counts(4, 4, 4, 4)


def test_two_codings_may_call_an_actor_differently():
    coding = example()
    sami = coding.actor("sami")
    actors = [a._replace(id="minister", name=f"الوزير {sami.name}") if a.id == "sami" else a for a in coding.actors]
    other = coding.statements[2]._replace(source="minister")
    scores = score([coding], [changed(actors=actors, statements=[*coding.statements[:2], other, coding.statements[3]], stances=[])])
    assert scores["meant_actor"].right == 4
    stranger = [a._replace(id="minister", name="ناطق", aliases=()) if a.id == "sami" else a for a in coding.actors]
    scores = score([coding], [changed(actors=stranger, statements=[*coding.statements[:2], other, coding.statements[3]], stances=[])])
    assert (scores["meant_actor"].right, scores["meant_party"].right) == (3, 4), "of the same party"


def test_content_counts_by_its_overlap():
    coding = example()
    start, end = coding.statements[2].content[0]
    half = coding.statements[2]._replace(content=((start, start + (end - start) // 2),))
    scores = score([coding], [changed(statements=[*coding.statements[:2], half, coding.statements[3]])])
    assert (scores["attribution_0.3"].right, scores["attribution_0.8"].right) == (4, 3)


def test_optional_statements_are_neither_required_nor_punished():
    coding = example()
    gold = coding.changed(statements=[coding.statements[0]._replace(optional=True), *coding.statements[1:]])
    for statements in (coding.statements, coding.statements[1:]):
        assert score([gold], [changed(statements=statements)])["cue"] == Counts(coded=3, right=3, gold=3, found=3)


def test_rejected_rows_do_not_count():
    scores = score([example()], [example(coder="other", status="rejected")])
    assert scores["cue"] == Counts(gold=4) and scores["cue"].precision is None and scores["cue"].f1 == 0.0


def test_stances_are_triples_of_the_article():
    coding = example()
    turned = [coding.stances[0]._replace(polarity=-1, score=-1.0), *coding.stances[1:3]]
    scores = score([coding], [changed(stances=turned)])
    assert scores["stance"] == Counts(coded=3, right=2, gold=3, found=2)
    assert scores["stance_pair"].f1 == 1.0
    assert [(e.cause, e.expected or e.got) for e in scores.errors] == [("stance missed", "sami → south +1"), ("stance spurious", "sami → south -1")]


def test_stances_count_once_for_each_rule_that_found_their_triple():
    coding = example()
    first, second, third = (s._replace(rule=rule) for s, rule in zip(coding.stances, ("support verb", "harm deed", "label")))
    again = [first._replace(stance_id=7, rule="support noun, negated"), first._replace(stance_id=8, start=first.start + 1)]
    turned = third._replace(stance_id=9, polarity=-third.polarity, score=-third.score)
    scores = score([coding], [changed(stances=[first, *again, second, turned])])
    rules, families = scores.by("rule"), scores.by("family")
    assert {rule: rules[rule]["stance"] for rule in ("support verb", "support noun, negated", "harm deed", "label")} == {
        "support verb": Counts(1, 1), "support noun, negated": Counts(1, 1), "harm deed": Counts(1, 1), "label": Counts(1, 0)}
    assert {name: counts["stance"] for name, counts in families.items()} == {"support": Counts(1, 1), "harm deed": Counts(1, 1), "label": Counts(1, 0)}
    assert rules["label"]["stance"].recall is None, "gold knows no rules"


def test_optional_stances_are_neither_required_nor_punished_by_rule():
    coding = example()
    gold = coding.changed(stances=[coding.stances[0]._replace(optional=True), *coding.stances[1:]])
    scores = score([gold], [changed(stances=[coding.stances[0]._replace(rule="praise verb"), *(s._replace(rule="label") for s in coding.stances[1:])])])
    found = scores.by("rule")
    assert "praise verb" not in found and sum(c["stance"].coded for c in found.values() if "stance" in c) == scores["stance"].coded


def test_words_count_with_their_party():
    coding = example()
    scores = score([coding], [changed(statements=coding.statements[:2])])
    # The five joint words count for both parties; Sami has eleven words, the president four of them as well.
    assert scores["words"] == Counts(coded=10, right=10, gold=25, found=10)
    nameless = [s._replace(source_party=None) for s in coding.statements]
    assert "words" not in score([coding], [changed(statements=nameless)])


def test_form_is_scored_on_both_sides():
    coding = example()
    other = [coding.statements[0]._replace(form="direct"), *coding.statements[1:]]
    forms = score([coding], [changed(statements=other)]).by("form")
    assert forms["direct"]["cue"] == Counts(coded=1, right=1)
    assert forms["indirect"]["cue"] == Counts(coded=2, right=2, gold=3, found=3)


def test_precision_of_frames_on_a_hand_coded_sample():
    coding = example()
    extra = Frame("example", 1, None, "narrator", "morality", "بلاده", TEXT.index("بلاده"), TEXT.index("بلاده") + 5, rule="word")
    scores = score([coding], [changed(frames=[*coding.frames, extra])])
    assert (scores["frame"].precision, scores["frame"].recall) == (0.75, 1.0)
    assert scores.by("frame")["morality"]["frame"] == Counts(coded=1)


def test_frames_without_hand_coding_are_not_scored():
    assert "frame" not in score([example().changed(frames=[])], [example()])


def test_intervals_come_from_resampling_articles():
    gold = [example(name) for name in "abcdef"]
    codings = [example(name).changed(statements=example(name).statements[: 2 + 2 * (i % 2)]) for i, name in enumerate("abcdef")]
    scores = score(gold, codings)
    low, high = scores.interval("cue", "recall")
    assert low < scores["cue"].recall == 0.75 < high
    assert scores.interval("cue", "precision") == (1.0, 1.0)


@pytest.mark.parametrize("codings, message", [
    ([example("other_article")], "has no coding"), ([example(), example(coder="b")], "two codings of one article")])
def test_what_cannot_be_scored_is_refused(codings, message):
    with pytest.raises(InputError, match=message):
        score([example()], codings)


def test_words_are_those_of_which_more_than_half_is_inside():
    assert Words("قال الوزير نعم").inside([(6, 20)]) == {1, 2}
    assert Words("قال الوزير نعم").inside([(6, 11)]) == {1}
    assert Words("قال الوزير نعم").inside([(8, 10)]) == set()


@pytest.mark.parametrize("found, right", [((10, 20), True), ((15, 30), True), ((0, 12), False), ((0, 60), False), (None, False)])
def test_source_words_must_be_about_the_same(found, right):
    assert about_span((10, 20), found) is right


def test_names_and_dice():
    assert same_name("أحمد أبو الغيط", "أبو الغيط") and same_name("روسيا", "وروسيا") and not same_name("روسيا", "")
    assert dice({1, 2}, {2, 3}) == 0.5 and dice(set(), set()) == 0.0


def test_the_command_reads_codings_and_lines_and_names_the_gold_coder(tmp_path, capsys):
    article = tmp_path / "example"
    (article / "codings").mkdir(parents=True)
    (article / "article.txt").write_text(TEXT, encoding="utf-8", newline="")
    write_coding(example(coder="هدى", coder_type="person"), article / "codings" / "huda.json")
    lines = tmp_path / "codings.jsonl"
    lines.write_text(json.dumps(as_json(example())) + "\n" + json.dumps({"article_id": "elsewhere"}) + "\n", encoding="utf-8")
    assert cli.main(["score", str(article / "codings"), str(lines), "--by", "form"]) == 0
    shown = capsys.readouterr().out
    assert re.search(r"who is meant: the same actor +100.0 ", shown) and "… or one of the same party" in shown
    assert "هدى (a person)" in shown and "attribution ≥ 0.8" in shown and "no errors" in shown
    assert cli.main(["score", str(article / "codings" / "huda.json"), str(lines), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["measures"]["cue"]["f1"] == 1.0
    for by in ("rule", "family"):
        assert cli.main(["score", str(article / "codings" / "huda.json"), str(lines), "--by", by]) == 0
        rows = [line.split() for line in capsys.readouterr().out.splitlines() if "stance triples " in line and "–" not in line]
        assert ["predicate", "stance", "triples", "100.0", "3"] in rows, by
        assert cli.main(["score", str(article / "codings" / "huda.json"), str(lines), "--by", by, "--format", "json"]) == 0
        assert json.loads(capsys.readouterr().out)[by]["predicate"]["stance"]["coded"] == 3


@pytest.mark.parametrize("given", ["pipe", "-"])
def test_lines_are_read_from_a_pipe_as_from_a_file(tmp_path, capsys, monkeypatch, given):
    (tmp_path / "example").mkdir()
    (tmp_path / "example" / "article.txt").write_text(TEXT, encoding="utf-8", newline="")
    gold, line = tmp_path / "example" / "gold.json", json.dumps(as_json(example()))
    write_coding(example(), gold)
    read, write = os.pipe()
    os.write(write, line.encode())
    os.close(write)
    with open(read, encoding="utf-8") as stream:
        monkeypatch.setattr(sys, "stdin", stream)
        assert cli.main(["score", str(gold), "-" if given == "-" else f"/dev/fd/{read}", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["measures"]["cue"]["f1"] == 1.0


def test_a_line_with_a_wrong_field_is_named(tmp_path, capsys):
    article = tmp_path / "example"
    article.mkdir()
    (article / "article.txt").write_text(TEXT, encoding="utf-8", newline="")
    write_coding(example(), article / "rules.json")
    line = as_json(example())
    line["statements"][1]["form"] = "spoken"
    (tmp_path / "bad.jsonl").write_text(json.dumps(line), encoding="utf-8")
    assert cli.main(["score", str(article / "rules.json"), str(tmp_path / "bad.jsonl")]) == 2
    assert "bad.jsonl, line 1, statements[1].form: must be one of direct, indirect, mixed ('spoken')" in capsys.readouterr().err
