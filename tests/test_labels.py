"""What is printed in one language is printed in the other, and every name has a form in both."""

import re
from pathlib import Path

import pytest

from analysis.labels import Names, and_list, clauses, transliterate
from analysis.lexicon import read_table
from analysis.records import NARRATOR
from tests.example_coding import example

ROWS = read_table("labels.tsv", {"key": None, "en": None, "ar": None})
CODE = "\n".join(p.read_text(encoding="utf-8") for folder in ("figures", "report") for p in (Path(__file__).parents[1] / "analysis" / folder).glob("*.py"))


def test_every_text_has_both_languages_with_the_same_values():
    assert len({row["key"] for row in ROWS}) == len(ROWS)
    for row in ROWS:
        assert row["en"] and row["ar"], row["key"]
        counted = row["key"].startswith("count.")
        values = [set(re.findall(r"{(\w+)}", row[language])) - ({"n"} if counted else set()) for language in ("en", "ar")]
        assert values[0] == values[1], row["key"]


def test_every_key_that_the_code_names_is_there():
    named = set(re.findall(r'(?:label|say)\("([\w.]+)"', CODE))
    assert named and named <= {row["key"] for row in ROWS}


def test_every_rule_of_attribution_has_an_arabic_name():
    page = (Path(__file__).parents[1] / "docs" / "attribution.md").read_text(encoding="utf-8")
    rules = set(re.findall(r"^\| `(\w+)` \|", page, re.MULTILINE))
    assert rules and rules <= {row["key"].removeprefix("rule.") for row in ROWS}


def test_joining():
    assert and_list([]) == "" and and_list(["إيران", "روسيا", "تركيا"], "ar") == "إيران وروسيا وتركيا"
    assert clauses(["a", "b"]) == "a; b" and clauses(["أ", "ب"], "ar") == "أ؛ ب"


@pytest.mark.parametrize("arabic, latin", [("موسكو", "Musku"), ("الأسد", "al-Asd"), ("سورية", "Suriya"), ("يوسف", "Yusf"), ("وليد", "Wlid")])
def test_transliteration_reads_long_vowels(arabic, latin):
    assert transliterate(arabic) == latin


def test_names_fall_back_from_coding_to_registry_to_id():
    names = Names(example(), "en")
    assert names.actor("north") == "Northland" and names.party("gangs") == "Gang Coalition"
    assert names.party("russia") == "Russia", "the registry knows it"
    assert names.party("unheard_of") == "Unheard of" and names.actor(NARRATOR) == "Narrator (the outlet)"
    assert names.actor("sami") == "سامي [Sami]", "no English name is known: the Arabic one comes first"
    assert names.party("unaffiliated") == "No known party" and Names(example(), "ar").party("unaffiliated") == "بلا طرف معروف"
    assert names.within("United States") == "the United States" and names.within("Iran") == "Iran"
