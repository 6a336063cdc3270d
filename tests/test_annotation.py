"""The plain Python side of the widget: every operation, undo, offsets, and what is on the disk when the program is killed."""

import json
import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.codings import read_coding, write_coding
from analysis.errors import InputError
from analysis.records import NARRATOR
from analysis.widget.offsets import Utf16, trim, words
from analysis.widget.opening import open_annotation, take_over
from analysis.widget.store import Store
from analysis.widget.strings import Refused, strings
from tests.annotating import HARD, article, judged, said, span, suggested

MIXED = st.text(st.sampled_from("قاَلـ اليوم \u200f\u2067\u2069🕊️👨‍👩😀𐤀 NATO3.5٢«»\r\nة"), max_size=60)


@pytest.fixture
def work(tmp_path):
    opened = open_annotation(article(), "sara", path=tmp_path / "codings" / "sara.json", suggestions=suggested())
    yield opened
    opened.store.release()


def saved(work):
    return read_coding(work.store.path, work.article)


def again(work, **options):
    """Open a coding anew, as after the program was closed."""
    work.store.release()
    return open_annotation(work.article, work.coder, path=work.store.path, suggestions=suggested(), **options)


# Offsets


@given(MIXED)
def test_offsets_go_to_the_browser_and_back(text):
    there = Utf16(text)
    for point in range(len(text) + 1):
        units = there.units(point)
        assert units == len(text[:point].encode("utf-16-le")) // 2
        assert there.points(units) == point


@given(MIXED, st.integers(-2, 80))
def test_an_offset_from_the_browser_is_right_or_refused(text, units):
    encoded = text.encode("utf-16-le")
    try:
        point = Utf16(text).points(units)
    except InputError:
        inside = 0 < units < len(encoded) // 2 and encoded[: 2 * units].decode("utf-16-le", "ignore") != encoded[: 2 * units].decode("utf-16-le", "surrogatepass")
        assert inside or not 0 <= units <= len(encoded) // 2
    else:
        assert len(text[:point].encode("utf-16-le")) == 2 * units


@given(MIXED)
def test_words_leave_out_only_space_and_controls(text):
    found = words(text)
    assert all(start < end for start, end in found) and all(a[1] <= b[0] for a, b in zip(found, found[1:]))
    left = set(range(len(text))) - {i for start, end in found for i in range(start, end)}
    assert all(text[i].isspace() or text[i] in "\u200f\u2067\u2069" for i in left)


@pytest.mark.parametrize("word", ["قَالَ", "وأضـــاف", "3.5", "👨‍👩‍👧", "🕊️", "𐤀", "NATO", "٢٠١٧", "«"])
def test_a_word_is_taken_whole(word):
    assert word in [HARD[a:b] for a, b in words(HARD)]


def test_a_span_loses_space_and_controls_at_its_ends_and_keeps_the_marks_of_its_last_letter():
    start, end = span("الاتفاق\u200f، وأن")
    assert HARD[slice(*trim(HARD, start - 1, start + 8))] == "الاتفاق"
    assert HARD[slice(*trim(HARD, *span("قَال")))] == "قَالَ"
    with pytest.raises(InputError, match="select some words"):
        trim(HARD, *span("\r\n\r\n"))


# Review


def test_what_is_suggested_is_reviewed_one_by_one(work):
    assert [HARD[work.coding.sentences[int(i.split("/")[1])].start:][:4] for i in work.items() if i.startswith("sentences")] == ["عاجل", "<b>ز"]
    assert work.items() == ["sentences/0", "statements/0", "stances/0", "stances/1", "sentences/3", "statements/1"]
    assert work.progress() == (0, 6)
    work.accept("statements/0")
    work.reject("statements/1")
    work.accept("sentences/0")
    assert work.progress() == (3, 7)  # the sentence of what was rejected is the narrator's now
    assert [s.status for s in saved(work).statements] == ["accepted", "rejected"]
    assert [s.coder for s in saved(work).statements] == ["rules", "rules"]
    assert work.items("unreviewed") == ["stances/0", "stances/1", "sentences/3", "sentences/4"]
    assert work.items("doubtful")[0] == "stances/0" and work.items("doubtful")[-2:] == ["statements/1", "statements/0"]
    assert work.items("disagreements") == ["statements/1"]


def test_a_whole_sentence_is_accepted_as_one_step(work):
    work.accept_sentence(1)
    assert [work.statement(0).status, work.stance(0).status, work.stance(1).status] == ["accepted", "accepted", "suggested"]
    assert work.undo() == "statements/0" and work.progress()[0] == 0


def test_what_is_rejected_takes_its_stances_along_and_can_be_accepted_after_all(work):
    work.reject("statements/0")
    assert work.stance(0).status == "rejected" and work.stance(1).status == "suggested"
    work.accept("statements/0")
    assert work.statement(0).status == "accepted"


def test_a_read_mark_is_kept_and_can_be_taken_back(work):
    work.accept("sentences/3")
    reopened = again(work)
    assert reopened.progress()[0] == 1
    reopened.reject("sentences/3")
    assert reopened.progress()[0] == 0


# Corrections


def test_a_correction_says_who_made_it_and_keeps_the_rule(work):
    work.set_cue(0, *span("قَالَ الوزيرُ"))
    row = saved(work).statements[0]
    assert (row.cue, row.status, row.coder, row.rule) == ("قَالَ الوزيرُ", "edited", "sara", "verb_source")
    work.accept("statements/0")
    assert work.statement(0).status == "edited"


def test_a_stance_turned_by_a_person_has_no_rule(work):
    rule, polarity = work.stance(0).rule, work.stance(0).polarity
    work.edit_stance(0, kind="deed")
    assert work.stance(0).rule == rule is not None
    work.edit_stance(0, polarity=-polarity)
    row = saved(work).stances[0]
    assert (row.rule, row.polarity, row.status, row.coder) == (None, -polarity, "edited", "sara")
    work.undo()
    assert work.stance(0).rule == rule


def test_a_new_source_takes_the_stances_of_its_statement_along(work):
    work.set_source(0, "north")
    row, stance = work.statement(0), work.stance(0)
    assert (row.source, row.source_name, row.source_party, row.source_type) == ("north", "الشمالية", "north", "state")
    assert (stance.source, stance.source_party) == ("north", "north")


def test_an_actor_of_the_registry_is_listed_when_it_is_chosen(work):
    assert work.coding.actor("russia") is None
    work.set_source(1, "russia")
    assert saved(work).actor("russia").name == "روسيا"
    work.undo()
    assert saved(work).actor("russia") is None


def test_a_new_actor_has_party_and_aliases(work):
    number = work.add_actor(" لجنة  الوادي ", party="الجنوبية", aliases=("اللجنة", " "), name_en="Valley Committee")
    actor = saved(work).actor(number)
    assert (actor.id, actor.party, actor.name, actor.aliases) == ("valley_committee", "south", "لجنة الوادي", ("اللجنة",))
    number = work.add_actor("ناطق", party="حركة جديدة")
    other = saved(work).actor(number)
    assert other.party_name == "حركة جديدة" and other.party.isascii()
    with pytest.raises(InputError, match="is there already"):
        work.add_actor("لجنة الوادي", party="")


def test_content_may_have_several_parts_in_any_order(work):
    work.set_content(1, span("غادر"), span("زار"))
    assert [HARD[a:b] for a, b in work.statement(1).content] == ["زار", "غادر"]
    work.add_content(1, *span("الوفد المدينة"))
    assert len(work.statement(1).content) == 3
    work.add_content(1, span("زار")[0], span("غادر")[1])
    assert [HARD[a:b] for a, b in saved(work).statements[1].content] == ["زار</b> الوفد المدينة &amp; غادر"]
    with pytest.raises(Refused):
        work.set_content(1)


def test_parts_can_be_taken_away_and_choices_are_checked(work):
    work.set_cue(0)
    work.set_source_text(0)
    work.set_form(0, "direct")
    work.set_endorsement(0, "distancing")
    row = saved(work).statements[0]
    assert (row.cue, row.cue_start, row.source_text, row.form, row.endorsement) == (None, None, None, "direct", "distancing")
    for wrong in (lambda: work.set_form(0, "shouted"), lambda: work.set_source(0, "nobody"), lambda: work.set_cue(9, 0, 3), lambda: work.accept("stances/x"),
                  lambda: work.accept("sentences/99"), lambda: work.set_cue(0, 5, 99_999), lambda: work.edit_stance(0, polarity=0), lambda: work.edit_stance(0, kind="mood")):
        with pytest.raises(InputError):
            wrong()
    assert saved(work).statements[0] == row


def test_a_new_statement_is_made_of_selected_words(work):
    number = work.add_statement(*span("أن \u2067NATO\u2069 و\u200fGCC خرقا الاتفاق\u200f"), "sami", cue=span("وأضـــاف"))
    row = saved(work).statements[1]
    assert (row.statement_id, row.status, row.coder, row.rule, row.cue, row.sentence_id, row.form) == (number, "made", "sara", None, "وأضـــاف", 2, "indirect")
    assert HARD[slice(*row.content[0])] == "أن \u2067NATO\u2069 و\u200fGCC خرقا الاتفاق"
    assert (work.stance(1).statement_id, work.stance(1).source) == (number, "sami"), "what stands in a statement is its source's"
    work.reject(f"statements/{number}")
    assert number not in work.tables["statements"] and work.stance(1).status == "rejected"
    work.undo()
    work.undo()
    assert (work.stance(1).statement_id, work.stance(1).source, work.stance(1).status) == (None, NARRATOR, "suggested")


@pytest.mark.parametrize("content, form", [("«تُرحِّبُ بالهُدنة»", "direct"), ("بلادَهُ «تُرحِّبُ", "mixed"), ("سنة 𐤀 صعبة", "indirect")])
def test_the_form_of_a_new_statement_is_guessed_from_its_marks(work, content, form):
    assert work.statement(work.add_statement(*span(content), "sami")).form == form


def test_nesting_follows_from_the_spans(work):
    outer = work.add_statement(*span("أن \u2067NATO\u2069 و\u200fGCC خرقا الاتفاق\u200f، وأن ٢٠١٧ كانت سنة 𐤀 صعبة"), "sami")
    inner = work.add_statement(*span("كانت سنة 𐤀 صعبة"), "north", cue=span("٢٠١٧"))
    assert (work.statement(inner).depth, work.statement(inner).parent) == (1, outer)
    stance = work.add_stance(*span("صعبة"), "nato", -1)
    assert work.stance(stance).source == "north"
    work.set_content(inner, span("كانت سنة"))
    assert work.stance(stance).source == "sami", "the evidence stands in the outer statement only"
    work.reject(f"statements/{outer}")
    assert (work.statement(inner).depth, work.statement(inner).parent) == (0, None)
    assert saved(work).statements


def test_a_stance_is_made_and_changed(work):
    number = work.add_stance(*span("زار"), "north", -1)
    row = work.stance(number)
    assert (row.source, row.statement_id, row.target, row.target_actor, row.score, row.status) == (NARRATOR, None, "north", "north", -1.0, "made")
    work.edit_stance(number, target="sami", polarity=1, kind="deed", evidence=span("بالهُدنة"))
    row = next(s for s in saved(work).stances if s.stance_id == number)
    assert (row.target, row.target_actor, row.polarity, row.kind, row.evidence, row.source, row.statement_id) == ("south", "sami", 1, "deed", "بالهُدنة", "sami", 0)
    work.edit_stance(0, polarity=-1)
    assert (work.stance(0).status, work.stance(0).coder, work.stance(0).score) == ("edited", "sara", -1.0)


def test_the_last_source_before_a_place_is_the_likely_one(work):
    assert work.likely_source(0) is None
    assert work.likely_source(span("وأضـــاف")[0]) == "sami"


# Undo, and what is on the disk


def _random_steps(work, n, seed):
    """Make n changes at random; return how many of them changed something."""
    pick, spots = random.Random(seed), words(HARD)
    for _ in range(n):
        numbers, (start, end) = sorted(work.tables["statements"]), sorted(pick.choice(spots)[pick.randint(0, 1)] for _ in range(2))
        step = pick.choice([
            lambda: work.add_statement(start, end, pick.choice(["sami", "north", "russia"])),
            lambda: work.add_stance(start, end, pick.choice(["nato", "usa"]), pick.choice([1, -1])),
            lambda: work.set_content(pick.choice(numbers), (start, end)), lambda: work.set_cue(pick.choice(numbers), start, end),
            lambda: work.reject(pick.choice(work.items())), lambda: work.accept(pick.choice(work.items())),
            lambda: work.set_source(pick.choice(numbers), "north"), lambda: work.undo(),
        ])
        try:
            step()
        except (InputError, IndexError):
            continue


@pytest.mark.parametrize("seed", range(4))
def test_everything_can_be_undone_and_done_again(work, seed):
    before, stances = sorted(work.coding.statements), sorted(work.coding.stances)
    _random_steps(work, 30, seed)
    after = work.coding
    assert (saved(work).statements, saved(work).stances) == (after.statements, after.stances)
    n = 0
    while work.undoable:
        work.undo()
        n += 1
    assert (sorted(work.coding.statements), sorted(work.coding.stances)) == (before, stances)
    for _ in range(n):
        work.redo()
    assert (work.coding.statements, work.coding.stances) == (after.statements, after.stances)


def test_undo_reaches_back_behind_the_last_opening(work):
    work.set_source(1, "sami")
    work.set_form(1, "direct")
    work.undo()
    reopened = again(work)
    assert (reopened.undoable, reopened.redoable) == ("set_source", "set_form")
    reopened.redo()
    reopened.undo()
    assert reopened.undo() == "statements/1" and reopened.statement(1).source == "north"
    reopened.store.release()


def test_a_new_change_ends_what_could_be_done_again(work):
    with pytest.raises(Refused, match="nothing to undo"):
        work.undo()
    work.set_form(0, "direct")
    work.undo()
    work.set_form(0, "indirect")
    with pytest.raises(Refused, match="nothing to do again"):
        work.redo()


def test_nothing_is_written_before_the_first_change(work):
    assert not work.store.path.exists() and not work.store.history.exists()
    work.accept("statements/0")
    coding = saved(work)
    assert (coding.coder, coding.coder_type, coding.blind, coding.created) == ("sara", "person", False, coding.modified)
    assert coding.codebook == "1.0"


def test_the_file_is_the_one_that_write_coding_writes(work, tmp_path):
    _random_steps(work, 12, seed=9)
    write_coding(work.coding, tmp_path / "whole.json")
    assert work.store.path.read_bytes() == (tmp_path / "whole.json").read_bytes()


def test_the_history_says_what_changed_from_what_to_what_and_when(work):
    work.set_form(0, "direct")
    work.undo()
    start, step, undone = [json.loads(line) for line in work.store.history.read_text(encoding="utf-8").splitlines()]
    assert start["action"] == "start" and step["action"] == "set_form" and (undone["action"], undone["of"]) == ("undo", "set_form")
    (change,) = step["changes"]
    assert (change["table"], change["id"], change["before"]["form"], change["after"]["form"]) == ("statements", 0, "mixed", "direct")
    assert change["after"]["content"][0]["text"].startswith("إنَّ") and step["at"].endswith("Z")
    assert undone["changes"][0]["after"] == change["before"]


def test_a_step_that_only_reached_the_history_is_carried_out_at_the_next_opening(work, monkeypatch):
    work.accept("statements/0")
    monkeypatch.setattr(Store, "save", lambda *_: None)  # killed after the history, before the coding
    work.set_source(1, "sami")
    monkeypatch.undo()
    assert saved(work).statements[1].source == "north"
    reopened = again(work)
    assert reopened.statement(1).source == "sami" == saved(reopened).statements[1].source
    assert reopened.undo() == "statements/1"
    reopened.store.release()


def test_a_line_of_history_that_was_cut_off_does_no_harm(work):
    work.accept("statements/0")
    with open(work.store.history, "ab") as file:
        file.write('{"at": "2026-'.encode())
    reopened = again(work)
    assert reopened.undoable == "accept"
    reopened.accept("statements/1")
    assert [s["action"] for s in reopened.store.steps()] == ["start", "accept", "accept"]
    reopened.store.release()


def test_a_full_disk_is_told_and_made_up_for(work, monkeypatch):
    work.accept("statements/0")

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("analysis.widget.store.write_atomically", full)
    with pytest.raises(Refused, match="No space left"):
        work.accept("statements/1")
    monkeypatch.undo()
    work.accept("stances/0")
    assert [s.status for s in saved(work).statements] == ["accepted", "accepted"]
    monkeypatch.setattr("analysis.widget.store.os.fsync", full)
    with pytest.raises(Refused, match="No space left"):
        work.reject("stances/1")
    monkeypatch.undo()
    assert work.stance(1).status == "suggested", "what is not safe in the history is not done"


KILLED = """
import sys
from analysis.widget.opening import open_annotation
from tests.annotating import article, suggested, span
work = open_annotation(article(), "sara", path=sys.argv[1], suggestions=suggested())
for i in range(1000):
    work.set_form(0, ("direct", "indirect", "mixed")[i % 3])
    print(i, flush=True)
"""


@pytest.mark.parametrize("steps", [1, 2, 7])
def test_killing_the_program_loses_nothing(tmp_path, steps):
    path = tmp_path / "sara.json"
    child = subprocess.Popen([sys.executable, "-c", KILLED, path], stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[1])
    for _ in range(steps):
        child.stdout.readline()
    os.kill(child.pid, signal.SIGKILL)
    shown = [*range(steps), *map(int, child.stdout.read().split())]
    child.wait()
    work = open_annotation(article(), "sara", path=path, suggestions=suggested())
    last = len([s for s in work.store.steps() if s["action"] == "set_form"]) - 1
    assert last in (shown[-1], shown[-1] + 1), "every change that was shown is there"
    assert work.refusal is None, "the lock of a program that is dead is taken over"
    assert work.statement(0).form == ("direct", "indirect", "mixed")[last % 3] == saved(work).statements[0].form
    for _ in range(last + 1):
        work.undo()
    assert work.statement(0).form == "mixed"
    work.store.release()


# Two windows


HOLDS = """
import sys
from analysis.widget.opening import open_annotation
from tests.annotating import article, suggested
work = open_annotation(article(), "sara", path=sys.argv[1], suggestions=suggested())
work.accept("statements/0")
print("open", flush=True)
for line in sys.stdin:
    try:
        work.accept(line.strip())
        print("done", flush=True)
    except ValueError as error:
        print(error, flush=True)
"""


@pytest.fixture
def elsewhere(tmp_path):
    """A coding that another program has open; ask(item) makes it accept something and returns what it says."""
    path = tmp_path / "sara.json"
    child = subprocess.Popen([sys.executable, "-c", HOLDS, path], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[1])
    assert child.stdout.readline() == "open\n"

    def ask(item):
        print(item, file=child.stdin, flush=True)
        return child.stdout.readline().strip()

    yield path, ask, child
    child.kill()
    child.communicate()


def test_the_second_window_is_told_and_changes_nothing(elsewhere):
    path, ask, child = elsewhere
    work = open_annotation(article(), "sara", path=path, suggestions=suggested())
    before = path.read_bytes(), path.with_suffix(".history.jsonl").read_bytes()
    assert work.statement(0).status == "accepted", "it can be read"
    with pytest.raises(Refused, match=f"open in another window .process {child.pid}"):
        work.reject("statements/0")
    assert work.refusal.text("ar").startswith("هذا الترميز مفتوح")
    assert (path.read_bytes(), path.with_suffix(".history.jsonl").read_bytes()) == before
    assert ask("statements/1") == "done"


def test_a_window_that_was_taken_over_from_writes_nothing_more(elsewhere):
    path, ask, _ = elsewhere
    work = open_annotation(article(), "sara", path=path, suggestions=suggested())
    ask("statements/1")
    take_over(work)
    assert work.statement(1).status == "accepted", "it goes on from what the first window did last"
    work.reject("stances/0")
    after = path.read_bytes()
    assert "Another window has taken this coding over" in ask("stances/1")
    assert path.read_bytes() == after
    work.accept("stances/1")
    work.store.release()


def test_a_newer_cell_of_the_same_notebook_goes_on(work):
    work.accept("statements/0")
    newer = open_annotation(article(), "sara", path=work.store.path)
    newer.accept("statements/1")
    with pytest.raises(Refused, match="taken this coding over"):
        work.accept("stances/0")
    newer.store.release()


def test_a_lock_of_another_computer_is_respected(work):
    work.accept("statements/0")
    lock = json.loads(work.store.lock.read_text())
    work.store.lock.write_text(json.dumps({**lock, "host": "another-computer", "token": "theirs"}))
    second = open_annotation(article(), "sara", path=work.store.path)
    assert second.refusal.key == "refused.locked" and "another-computer" in str(second.refusal)


def test_a_file_that_another_program_changed_is_not_overwritten(work):
    work.accept("statements/0")
    changed = work.store.path.read_text(encoding="utf-8").replace('"mixed"', '"direct"')
    work.store.path.write_text(changed, encoding="utf-8")
    with pytest.raises(Refused, match="sara.json was changed on the disk"):
        work.accept("statements/1")
    assert work.store.path.read_text(encoding="utf-8") == changed
    assert work.statement(1).status == "suggested"
    take_over(work)
    assert work.statement(0).form == "direct"
    work.accept("statements/1")
    assert [s.form for s in saved(work).statements] == ["direct", "indirect"]


def test_undo_stops_at_what_was_changed_elsewhere(work):
    work.set_form(0, "direct")
    work.store.path.write_text(work.store.path.read_text(encoding="utf-8").replace('"direct"', '"indirect"'), encoding="utf-8")
    take_over(work)
    with pytest.raises(InputError, match="changed elsewhere"):
        work.undo()


# A text that has changed


def test_a_changed_text_is_told_and_nothing_shifts_by_itself(work):
    work.set_source(0, "north")
    work.store.release()
    old = work.store.path.read_bytes()
    changed = article("مقدمة جديدة. " + HARD.replace("ونفت الشمالية ذلك.", "وصمتت."))
    opened = open_annotation(changed, "sara", path=work.store.path)
    assert opened.refusal.key == "refused.stale" and opened.coding.statements == []
    with pytest.raises(Refused):
        opened.accept("sentences/0")
    assert work.store.path.read_bytes() == old
    moved, lost = opened.preview()
    assert len(moved.statements) == 1 and [u.row["cue"] for u in lost] == ["ونفت"]
    opened.reanchor()
    row = saved(opened).statements[0]
    assert row.source == "north" and changed.text[row.cue_start:row.cue_end] == "قَالَ" and row.cue_start == work.statement(0).cue_start + 13
    step = opened.store.steps()[-1]
    assert step["coding"] == json.loads(old) and step["lost"][0]["row"]["cue"] == "ونفت"
    assert opened.undoable is None
    opened.accept("statements/0")
    opened.store.release()


# Opening


def test_a_blind_coding_has_no_suggestions_and_stays_blind(tmp_path):
    path = tmp_path / "omar.json"
    work = open_annotation(article(), "omar", path=path, blind=True)
    assert work.coding.statements == [] and work.progress() == (0, 5)
    work.add_statement(*span("ذلك"), "sami" if work.registry.get("sami") else "russia")
    work.store.release()
    assert read_coding(path, article()).blind is True
    with pytest.raises(InputError, match="was begun blind.*blind=True"):
        open_annotation(article(), "omar", path=path, suggestions=suggested())
    assert not path.with_suffix(".lock").exists()


@pytest.mark.parametrize("coder", ["", "../sara", "a/b", ".x", "_", None])
def test_a_name_that_is_no_file_name_is_refused(tmp_path, coder):
    with pytest.raises(InputError, match="is no name for a coder"):
        open_annotation(article(), coder, path=tmp_path / "x.json")


def test_only_the_coding_of_this_person_is_opened(tmp_path, work):
    work.accept("statements/0")
    work.store.release()
    with pytest.raises(InputError, match="is the coding of somebody else .'sara'."):
        open_annotation(article(), "omar", path=work.store.path)
    path = tmp_path / "machine.json"
    path.write_text(work.store.path.read_text(encoding="utf-8").replace('"person"', '"model"'), encoding="utf-8")
    with pytest.raises(InputError, match="is no person's coding .'model'."):
        open_annotation(article(), "sara", path=path)
    with pytest.raises(InputError, match="needs a place to be saved"):
        open_annotation(article(), "sara")


def test_a_folder_with_an_article_is_opened_with_its_own_actors(tmp_path):
    folder = tmp_path / "wadi"
    folder.mkdir()
    (folder / "article.txt").write_bytes(HARD.encode())
    (folder / "actors.yml").write_text("- {id: sami, party: south, name: سامي, aliases: []}\n", encoding="utf-8")
    work = open_annotation(folder, "سارة", blind=True)
    work.add_statement(*span("ذلك"), "sami")
    coding = read_coding(folder / "codings" / "سارة.json")
    assert coding.article.text == HARD and HARD[slice(*coding.statements[0].content[0])] == "ذلك"
    work.store.release()


def test_a_coding_is_held_against_another(work, tmp_path):
    other = suggested()
    other = other.changed(statements=[other.statements[0], said(1, "sami", "ونفت", "ذلك")], stances=[other.stances[0], judged(1, None, NARRATOR, "north", -1, "غادر")])
    held = again(work, against=other)
    assert held.items("disagreements") == ["stances/1", "sentences/0", "statements/1"]
    held.store.release()


def test_both_languages_say_the_same_things():
    english, arabic = strings("en"), strings("ar")
    assert english.keys() == arabic.keys() and all(english.values()) and all(arabic.values())
    fields = lambda text: {word.split("}")[0] for word in text.split("{")[1:]}
    assert [k for k in english if fields(english[k]) != fields(arabic[k])] == []
