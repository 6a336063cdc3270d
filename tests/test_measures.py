"""The numbers behind the figures, counted by hand on the example article."""

import pytest

from analysis.measures import (
    accumulation,
    agency,
    agency_shares,
    effective_sources,
    frame_shares,
    label_shares,
    sources_by_words,
    stance_cells,
    status,
    voice_shares,
    words,
)
from analysis.pipeline import analyze
from analysis.records import NARRATOR, Summary
from analysis.text import article_from_text
from tests.example_coding import TEXT, example


def test_each_word_has_its_innermost_voice():
    found = {TEXT[w.start:w.end]: (w.sources, w.voice) for w in words(example())}
    assert found["هدنة"] == ((NARRATOR,), NARRATOR)
    assert found["ضرورة"] == (("north", "south"), "indirect")
    assert found["بلاده"] == (("sami",), "indirect")
    assert found["ترحب"] == (("sami",), "direct")
    assert found["وإن"] == (("sami",), "indirect")
    assert found["تنجو"] == (("president",), "indirect")
    assert found["أكدت"] == ((NARRATOR,), NARRATOR)


def test_shares_of_voice_sum_to_one_and_split_joint_words():
    shares = voice_shares(example())
    assert sum(s.value for s in shares) == pytest.approx(1)
    total = len(words(example()))
    assert Summary("north", "indirect", 5, 2.5 / total) in shares
    assert Summary("sami", "direct", 2, 2 / total) in shares
    assert Summary("sami", "indirect", 5, 5 / total) in shares
    assert Summary("president", "indirect", 4, 4 / total) in shares
    assert shares[-1].group == NARRATOR


def test_sources_are_ordered_by_their_words_with_the_narrator_last():
    assert sources_by_words(example()) == ["sami", "president", "north", "south", NARRATOR]


def test_effective_number_of_sources():
    # Quoted words: sami 7, president 4, north 2.5, south 2.5 of 16.
    assert effective_sources(example()) == pytest.approx(16 ** 2 / (7 ** 2 + 4 ** 2 + 2.5 ** 2 + 2.5 ** 2))
    assert effective_sources(example().changed(statements=[])) is None


def test_stance_cells_count_evidence_and_keep_kinds_apart():
    cells = {(c.source, c.target): (c.sign, c.favourable, c.unfavourable) for c in stance_cells(example())}
    assert cells == {("sami", "south"): ("favourable", 1, 0), ("president", "gangs"): ("unfavourable", 0, 1), (NARRATOR, "north"): ("unfavourable", 0, 2)}
    assert [c.source for c in stance_cells(example(), kind="deed")] == [NARRATOR]


def test_both_signs_make_a_cell_of_both():
    coding = example()
    turned = coding.stances[2]._replace(polarity=1, stance_id=9)
    cell = stance_cells(coding.changed(stances=[*coding.stances, turned]))[-1]
    assert (cell.sign, cell.favourable, cell.unfavourable) == ("both", 1, 2)


def test_rejected_rows_do_not_count():
    rejected = example(status="rejected")
    assert stance_cells(rejected) == [] and {w.voice for w in words(rejected)} == {NARRATOR}


def test_accumulation_runs_through_the_article():
    steps = accumulation(example())
    assert [s.position for s in steps] == sorted(s.position for s in steps)
    assert [(s.target, s.voice, s.polarity, s.total) for s in steps][-2:] == [("north", "narrator", -1, 1), ("north", "narrator", -1, 2)]


def test_labels_are_shares_of_their_party_and_voice():
    assert [(r.party, r.voice, r.n, r.share) for r in label_shares(example())] == [("gangs", "indirect", 1, 1.0), ("north", NARRATOR, 1, 1.0)]


def test_frame_words_are_counted_by_source_and_for_each_of_those_who_speak_jointly():
    rows = {(s.group, s.category): s.n for s in frame_shares(example())}
    assert rows == {("north", "conflict"): 1, ("south", "conflict"): 1, (NARRATOR, "conflict"): 1, (NARRATOR, "human_interest"): 1}


@pytest.mark.parametrize("kind, coder_type, row_status", [
    ("machine", "rules", "suggested"), ("machine", "model", "suggested"), ("confirmed", "rules", "accepted"), ("confirmed", "person", "edited"),
    ("hand", "person", "made")])
def test_status_says_how_the_rows_came_about(kind, coder_type, row_status):
    assert status(example(coder_type=coder_type, status=row_status)).kind == kind


def test_status_counts_what_is_checked():
    coding = example()
    found = status(coding.changed(stances=[coding.stances[0]._replace(status="accepted"), *coding.stances[1:]]))
    assert (found.kind, found.checked, found.n) == ("partly", 1, 8)
    changed = [coding.stances[0]._replace(status="accepted"), coding.stances[1]._replace(status="edited"), coding.stances[2]._replace(status="rejected"), *coding.stances[3:]]
    found = status(coding.changed(stances=changed))
    assert (found.kind, found.confirmed, found.changed) == ("partly", 1, 2)


def test_several_articles_are_pooled():
    one, two = example("a"), example("b")
    assert [(s.group, s.category, s.n) for s in voice_shares([one, two])] == [(s.group, s.category, 2 * s.n) for s in voice_shares(one)]
    assert voice_shares([one, two])[0].value == pytest.approx(voice_shares(one)[0].value)


@pytest.mark.parametrize("sentence, rows", [
    ("قصفت روسيا المدينة.", [("قصفت", ("russia",), "in_clause")]),
    ("تم قصف المدينة أمس.", [("قصف", (), "absent")]),
    ("قُصفت المدينة أمس.", [("قُصفت", (), "absent")]),
    ("قتل خمسة مدنيين في غارة روسية.", [("قتل", ("russia",), "in_context"), ("غارة", ("russia",), "in_clause")]),
    ("اعتقل ثلاثة صحفيين على يد مسلحين.", [("اعتقل", (), "in_clause")]),
    ("قصفت طائرات مجهولة المدينة.", [("قصفت", (), "in_clause")]),
    ("مسلحون قتلوا خمسة مدنيين.", [("قتلوا", (), "in_clause")]),
    ("المدينة التي قصفها النظام السوري.", [("قصفها", ("syrian_government",), "in_clause")]),
    ("قتلت القوات الإسرائيلية طفلا واعتقلت والده.", [("قتلت", ("israel",), "in_clause"), ("واعتقلت", ("israel",), "in_context")]),
    ("أدى القصف إلى مقتل خمسة مدنيين.", [("القصف", (), "absent")]),
    ("ارتكبت روسيا خروقات في المدينة حيث تم قصف المستشفى.", [("ارتكبت", ("russia",), "in_clause"), ("قصف", ("russia",), "in_context")]),
    ("شهدت المدينة خروقات من النظام السوري، حيث تم قصف المستشفى.", [("قصف", ("syrian_government",), "in_context")]),
    ("لم تقصف روسيا المدينة.", []),
    ("دعت روسيا إلى وقف إطلاق النار.", []),
    ("هل قصفت روسيا المدينة؟", []),
    ("غادر الوفد الروسي المدينة.", []),
])
def test_agency_says_where_the_doer_of_a_harmful_act_stands(sentence, rows):
    found = agency(analyze(article_from_text(sentence)))
    assert [(r.act, r.parties, r.agency) for r in found] == rows
    assert all(sentence[r.start:r.end] == r.act and r.source == NARRATOR for r in found)


def test_the_doer_is_sought_one_sentence_back_and_no_further():
    near = agency(analyze(article_from_text("قصفت روسيا المدينة. وقتل خمسة مدنيين.")))
    far = agency(analyze(article_from_text("قصفت روسيا المدينة. وغادر الوفد. وقتل خمسة مدنيين.")))
    assert [(r.sentence_id, r.agency, r.parties) for r in near] == [(0, "in_clause", ("russia",)), (1, "in_context", ("russia",))]
    assert [(r.sentence_id, r.agency, r.parties) for r in far] == [(0, "in_clause", ("russia",)), (2, "absent", ())]


def test_shares_of_agency_by_voice_counted_by_hand():
    # The narrator: قصفت (in its clause), وقتل (context), تم قصف (absent, two sentences on). The quoted minister: قتل (in its clause).
    text = "قصفت روسيا المدينة. وقتل خمسة مدنيين. وغادر الوفد. وتم قصف المستشفى. وقال وزير الخارجية التركي إن النظام السوري قتل عشرات المدنيين."
    coding = analyze(article_from_text(text))
    assert [r.source == NARRATOR for r in agency(coding)] == [True, True, True, False]
    assert agency_shares(coding) == [Summary(NARRATOR, "in_clause", 1, 1 / 3), Summary(NARRATOR, "in_context", 1, 1 / 3), Summary(NARRATOR, "absent", 1, 1 / 3),
                                     Summary("quoted", "in_clause", 1, 1.0), Summary("quoted", "in_context", 0, 0.0), Summary("quoted", "absent", 0, 0.0)]
    assert agency_shares(coding.changed(statements=[]))[0] == Summary(NARRATOR, "in_clause", 2, 0.5)
    assert agency_shares(analyze(article_from_text("غادر الوفد المدينة."))) == []
