"""docs/attribution.md says what the program does: every rule finds its sentence there, with the confidence that is told."""

import doctest
import re
from pathlib import Path

import pytest

from analysis.attribution.rules import RULES
from analysis.pipeline import analyze
from analysis.text import article_from_text

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "attribution.md"
ROWS = [[cell.strip() for cell in row.split("|")[1:-1]] for row in re.findall(r"^\| `\w+` \|.*$", PAGE.read_text(encoding="utf-8"), re.M)]
WRITTEN = re.compile(r'(?:draft_at|Draft)\("(\w+)"|spoken_by\(reading, "(\w+)"|rule = .*?"(\w+)"\) if first else .*?"(\w+)"\)')
"""Where a rule writes its name into a draft."""


def test_every_rule_is_explained_and_no_other():
    source = "\n".join(p.read_text(encoding="utf-8") for p in (ROOT / "analysis" / "attribution").glob("*.py"))
    names = {name for found in WRITTEN.findall(source) for name in found if name}
    assert {row[0].strip("`") for row in ROWS} == names and len(ROWS) == len(names)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0].strip("`"))
def test_rule_finds_its_sentence(row):
    rule, sentence, confidence = row[0].strip("`"), row[1], float(re.match(r"\.\d+", row[4]).group())
    assert (rule, confidence) in {(s.rule, s.confidence) for s in analyze(article_from_text(sentence)).statements}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_a_rule_begins_with_its_template_sentence(rule):
    assert re.match("…?[،، «]*[\u0621-\u0652]", rule.__doc__)


def test_the_worked_example():
    text = "«لن نغلق السوق»، قال رئيس البلدية، مؤكدا أن النقابة ترفض القرار، بحسب صحيفة الضحى."
    assert text in PAGE.read_text(encoding="utf-8")
    assert [(s.rule, s.cue, s.depth, s.parent) for s in analyze(article_from_text(text)).statements] == [
        ("quotation_before", "قال", 1, 3), ("participle", "مؤكدا", 1, 3), ("subject_verb", "ترفض", 2, 1), ("according_after", "بحسب", 0, None)]


def test_the_code_on_the_page_runs():
    assert doctest.testfile(str(PAGE), module_relative=False, encoding="utf-8").failed == 0
