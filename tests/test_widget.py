"""The widget without a browser: what it sends, and what it does when the browser asks."""

import json
import re

import pytest

from analysis.widget import annotate
from analysis.widget.strings import strings
from analysis.widget.widget import FOLDER, Annotator
from tests.annotating import HARD, article, span, suggested


@pytest.fixture
def widget(tmp_path):
    shown = annotate(article(), "sara", path=tmp_path / "codings" / "sara.json", suggestions=suggested(), language="en")
    shown.answers = []
    shown.send = shown.answers.append
    yield shown
    shown.close()


def ask(widget, operation, **arguments):
    """Ask as the browser does; return its answer."""
    widget._on_message(widget, {"n": "view.1", "op": operation, "args": arguments}, [])
    answer = widget.answers.pop()
    assert answer.pop("n") == "view.1"
    return answer


def units(words):
    """Return the span of some words as the browser counts."""
    return [len(HARD[:point].encode("utf-16-le")) // 2 for point in span(words)]


def cut(units):
    """Return the words of a span as the browser counts."""
    return HARD.encode("utf-16-le")[2 * units[0]:2 * units[1]].decode("utf-16-le")


def test_the_page_goes_to_the_browser_with_its_own_offsets(widget):
    page, state = json.loads(widget.page), json.loads(widget.state)
    assert page["text"] == HARD and len(page["sentences"]) == 5
    assert cut(page["sentences"][3][:2]) == "<b>زار</b> الوفد المدينة &amp; غادر."
    assert {"👨‍👩‍👧", "قَالَ", "٢٠١٧", "𐤀"} <= {cut(page["words"][i:i + 2]) for i in range(0, len(page["words"]), 2)}
    said, = [row for row in state["statements"] if row["id"] == 0]
    assert (cut(said["cue"]), cut(said["words"]), said["content"][0]) == ("قَالَ", "الوزيرُ سامي", units("إنَّ بلادَهُ «تُرحِّبُ بالهُدنة» 👨‍👩‍👧 وتدعمها بنسبة 3.5%"))
    assert [cut(row["span"]) for row in state["stances"]] == ["تُرحِّبُ بالهُدنة", "خرقا الاتفاق"]
    assert state["progress"] == [0, 6] and state["actors"]["sami"]["name"] == "Sami" and state["refusal"] is None


def test_spans_of_the_browser_arrive_as_code_points(widget):
    item = ask(widget, "add_statement", span=units("سنة 𐤀 صعبة 😀😀"), actor="nato", cue=units("٢٠١٧"))["value"]
    row = widget.annotation.statement(int(item.split("/")[1]))
    assert [HARD[a:b] for a, b in row.content] == ["سنة 𐤀 صعبة 😀😀"] and row.cue == "٢٠١٧"
    assert ask(widget, "add_stance", span=units("صعبة 😀"), actor="north", polarity=-1)["value"] == "stances/2"
    assert widget.annotation.stance(2).evidence == "صعبة 😀" and widget.annotation.stance(2).source == "nato"
    ask(widget, "set_evidence", stance=2, span=units("𐤀"))
    assert widget.annotation.stance(2).evidence == "𐤀"


@pytest.mark.parametrize("operation, arguments", [
    ("set_cue", {"statement": 0, "span": units("قَالَ الوزيرُ")}), ("set_source_text", {"statement": 0, "span": units("سامي")}),
    ("set_cue", {"statement": 0}), ("set_content", {"statement": 0, "span": units("وتدعمها")}), ("add_content", {"statement": 1, "span": units("زار")}),
    ("set_form", {"statement": 0, "form": "direct"}), ("set_endorsement", {"statement": 0, "endorsement": "distancing"}), ("set_source", {"statement": 0, "actor": "north"}),
    ("set_target", {"stance": 0, "actor": "nato"}), ("set_polarity", {"stance": 0, "polarity": -1}), ("set_kind", {"stance": 0, "kind": "policy"}),
    ("accept", {"item": "statements/0"}), ("accept_sentence", {"sentence": 1}), ("reject", {"item": "stances/0"}),
])
def test_every_change_is_shown_saved_and_undone(widget, operation, arguments):
    before = json.loads(widget.state)
    assert ask(widget, operation, **arguments) == {"value": None}
    after = json.loads(widget.state)
    assert after != before and after["undo"] and widget.annotation.store.path.exists()
    ask(widget, "undo")
    assert {**json.loads(widget.state), "redo": None} == before


def test_names_are_offered_by_a_few_letters_with_the_likely_source_first(widget):
    assert [c["id"] for c in ask(widget, "choices", query="")["value"]] == ["sami", "north", "nato"]
    assert ask(widget, "choices", query="", at=units("ونفت")[1])["value"][0]["id"] == "north"
    assert ask(widget, "choices", query="Россия")["value"] == []
    found = ask(widget, "choices", query="روسي")["value"]
    assert ("russia", "Russia") in [(c["id"], c["name"]) for c in found]


def test_a_new_actor_is_made_and_chosen(widget):
    actor = ask(widget, "add_actor", name="لجنة الوادي", party="Southland", aliases=["اللجنة"], name_en="Valley Committee")["value"]
    ask(widget, "set_source", statement=1, actor=actor)
    state = json.loads(widget.state)
    assert state["actors"][actor]["name"] == "Valley Committee" and state["actors"][actor]["party"] == "Southland"


def test_colours_stay_when_sources_come_and_go(widget):
    before = {i: a["colour"] for i, a in json.loads(widget.state)["actors"].items()}
    ask(widget, "set_source", statement=0, actor="nato")
    after = {i: a["colour"] for i, a in json.loads(widget.state)["actors"].items()}
    assert after["north"] == before["north"] and after["nato"] not in before.values()


def test_the_codebook_is_quoted_in_the_readers_language(widget):
    assert "**S1** One cue, one statement." in ask(widget, "codebook", section="statements")["value"]
    ask(widget, "language", name="ar")
    assert "**T1**" in ask(widget, "codebook", section="stances")["value"] and "## 3 المواقف" in ask(widget, "codebook", section="stances")["value"]


def test_filters_and_language_change_what_is_shown(widget):
    ask(widget, "filter", name="doubtful")
    assert json.loads(widget.state)["items"] == ["statements/1", "stances/0", "stances/1", "statements/0"]
    ask(widget, "language", name="ar")
    page = json.loads(widget.page)
    assert page["language"] == "ar" and page["strings"]["accept"] == "قبول" and json.loads(widget.state)["actors"]["sami"]["name"] == "سامي"


@pytest.mark.parametrize("operation, arguments, said", [
    ("set_cue", {"statement": 77, "span": [0, 3]}, "is not there"), ("set_cue", {"statement": 0, "span": [0, 99_999]}, "outside the text"),
    ("set_cue", {"statement": 0, "span": [units("😀😀")[0] + 1, units("😀😀")[1]]}, "inside a character"), ("set_cue", {"statement": 0, "span": "x"}, "is no span"),
    ("set_cue", {"number": 0}, "asked for wrongly"), ("explode", {}, "nothing one can do"), ("undo", {}, "nothing to undo"), ("set_form", {"statement": 0, "form": None}, "not possible"),
])
def test_what_cannot_be_done_is_said_and_changes_nothing(widget, operation, arguments, said):
    before = widget.state
    assert said in ask(widget, operation, **arguments)["error"]
    assert widget.state == before and not widget.annotation.store.path.exists()


def test_a_lost_lock_is_shown_at_once_in_the_readers_language(widget):
    ask(widget, "accept", item="statements/0")
    ask(widget, "language", name="ar")
    newer = annotate(article(), "sara", path=widget.annotation.store.path)
    assert "تولت نافذة أخرى" in ask(widget, "accept", item="statements/1")["error"]
    assert json.loads(widget.state)["refusal"]["key"] == "refused.taken"
    newer.close()
    ask(widget, "take_over")
    assert json.loads(widget.state)["refusal"] is None


def test_reanchoring_is_offered_with_what_would_be_lost(tmp_path, widget):
    ask(widget, "accept", item="statements/0")
    widget.close()
    changed = article("تمهيد. " + HARD.replace("ونفت الشمالية ذلك.", "وصمتت."))
    shown = annotate(changed, "sara", path=widget.annotation.store.path, language="en")
    refusal = json.loads(shown.state)["refusal"]
    assert refusal["key"] == "refused.stale" and refusal["placed"] == 3 and refusal["lost"] == ["الشمالية ونفت ذلك"]
    shown.answers = []
    shown.send = shown.answers.append
    assert ask(shown, "reanchor") == {"value": None}
    state = json.loads(shown.state)
    assert state["refusal"] is None and len(state["statements"]) == 1
    shown.close()


def test_a_blind_page_offers_no_doubts_and_no_disagreements(tmp_path):
    shown = annotate(article(), "omar", path=tmp_path / "omar.json", blind=True)
    assert json.loads(shown.page)["filters"] == ["all", "unreviewed"] and json.loads(shown.state)["statements"] == []
    shown.close()


def test_article_text_is_never_put_into_the_page_as_html():
    assert all(word not in Annotator._esm for word in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "DOMParser"))


def test_everything_the_page_says_is_in_the_strings_and_nothing_else_is():
    literal = set(re.findall(r'"([a-z_]+(?:\.[a-z_]+)*)"', Annotator._esm)) | set(re.findall(r"[\"']([a-z_.]+)[\"']", "".join(p.read_text(encoding="utf-8") for p in FOLDER.glob("*.py"))))
    begun = tuple(re.findall(r"t\(`([a-z_]+\.)\$\{", Annotator._esm)) + ("did.", "form.", "kind.", "sign.", "endorsement.", "filter.", "refused.undo", "refused.redo", "refused.no_")
    assert [key for key in strings("en") if key not in literal and not key.startswith(begun)] == []
    said = set(re.findall(r'\bt\("([a-z_.]+)"\)', Annotator._esm))
    assert said and said <= strings("en").keys()


def test_the_widget_has_a_plain_form_where_no_browser_is(widget):
    assert repr(widget) == "Annotator('wadi', coder='sara', 0 of 6 reviewed)"
