"""Stance: golden sentences in data/stance.tsv, the mission's article, and properties of every row."""

from collections import defaultdict
from importlib import import_module
from pathlib import Path

import pytest

from analysis.actors import load_registry, read_actors
from analysis.codings import read_coding
from analysis.lexicon import read_table
from analysis.pipeline import analyze
from analysis.stance import explain
from analysis.text import article_from_text, read_article

ROOT = Path(__file__).parent.parent
COLUMNS = {"sentence": str, "source": None, "target": None, "polarity": ("+", "-", ""), "kind": ("evaluation", "relation", "deed", "policy", ""), "evidence": None, "note": None}
ROWS = read_table("stance.tsv", COLUMNS, path=ROOT / "tests" / "data" / "stance.tsv")


def by_sentence():
    """Group the rows by sentence: one sentence can give several stances."""
    grouped = defaultdict(list)
    for row in ROWS:
        grouped[row["sentence"]].append(row)
    return grouped


@pytest.mark.parametrize("sentence", by_sentence(), ids=lambda s: s[:40])
def test_golden_sentence(sentence):
    rows = [r for r in by_sentence()[sentence] if r["target"]]
    coding = analyze(article_from_text(sentence))
    for s in coding.stances:
        assert sentence[s.start:s.end] == s.evidence and s.rule and -1 <= s.score <= 1 and (s.score > 0) == (s.polarity > 0)
    found = {(s.source_party, s.target, "+" if s.polarity > 0 else "-") for s in coding.stances}
    assert found == {(r["source"], r["target"], r["polarity"]) for r in rows}
    for r in rows:
        start = sentence.index(r["evidence"])
        own = [s for s in coding.stances if (s.source_party, s.target) == (r["source"], r["target"])]
        assert any(s.start < start + len(r["evidence"]) and s.end > start and s.kind == r["kind"] for s in own), [(s.evidence, s.kind) for s in own]


def test_golden_file_is_large_enough():
    assert len(ROWS) >= 150 and sum(not r["target"] for r in ROWS) >= 50


def test_every_cell_of_the_missions_article():
    folder = ROOT / "corpus" / "unsc_2336"
    article = read_article(folder)
    reference = read_coding(folder / "codings" / "reference.json", article)
    coding = analyze(article, load_registry().with_actors(read_actors(folder / "actors.yml")))
    cells = {(s.source, s.target, s.polarity) for s in reference.stances}
    required = {(s.source, s.target, s.polarity) for s in reference.stances if not s.optional}
    found = {(s.source, s.target, s.polarity) for s in coding.stances}
    assert required <= found <= cells


def test_explanation_reads_as_a_sentence():
    coding = analyze(article_from_text("وقال لافروف إن موسكو لا تدعم داعش."))
    assert explain(coding.stances[0], coding).endswith("→ Islamic State −: لا تدعم داعش (support, verb, negated)")
    assert explain(coding.stances[0], coding, "ar").endswith("(تأييد، فعل، منفي)")


def test_no_stance_of_nobody():
    coding = analyze(article_from_text("انتقد المدير القرار. وقال إن الوضع كارثي."))
    assert not coding.stances


def test_examples_of_predicates_hold_their_predicate():
    from analysis.stance.lexicon import predicates, read_trigger
    from analysis.text import fold

    examples = read_table("predicate_examples.tsv", {"lemma": str, "example_1": str, "example_2": str})
    assert len(examples) >= 100 and {r["lemma"] for r in examples} <= {p.lemma for p, _ in predicates()}
    for row in examples:
        for column in ("example_1", "example_2"):
            triggers = [read_trigger(fold(word)) for word in row[column].rstrip(".").split()]
            assert any(p.lemma == row["lemma"] for t in triggers if t for _, p in t.forms), (row["lemma"], row[column])


def test_adjective_of_a_deed_is_no_second_evidence():
    stances = analyze(article_from_text("وقعت خروقات خطيرة من النظام السوري أمس.")).stances
    assert [(s.target, s.kind) for s in stances] == [("syrian_government", "deed")]


def test_words_are_counted_once():
    renewed = analyze(article_from_text("أعلنت واشنطن تشديد العقوبات على إيران.")).stances
    assert [(s.target, s.evidence) for s in renewed] == [("iran", "تشديد العقوبات على إيران")]
    condemned = analyze(article_from_text("ندد حزب الله بالعدوان الأمريكي.")).stances
    assert [(s.target, s.kind) for s in condemned] == [("usa", "evaluation"), ("usa", "deed")]


def test_a_long_article_costs_no_more_a_sentence(monkeypatch):
    """Stances are compared within their sentence only: four times the sentences, four times the pairs."""
    judge = import_module("analysis.stance.judge")

    def pairs(times):
        seen = []
        monkeypatch.setattr(judge, "_holds", lambda other, s: seen.append(s) or False)
        analyze(article_from_text("\n".join(["اتهمت كندا البرتغال بخرق الاتفاق."] * times)))
        return len(seen)

    assert pairs(40) == 4 * pairs(10) > 0
