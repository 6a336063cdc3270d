"""The codebook can be quoted in both languages, its rules are numbered without gaps, and the reference coding names its version."""

import re

import pytest

from analysis.codebook import FILES, SECTIONS, codebook_section, codebook_text, codebook_version
from analysis.codings import read_coding
from analysis.errors import InputError
from analysis.records import ENDORSEMENTS, FORMS, STANCE_KINDS, STATUSES, TONES, VOICES


def rules(language):
    return re.findall(r"^- \*\*([A-Z])(\d+)\b", codebook_text(language), re.MULTILINE)


def test_rules_are_numbered_without_gaps():
    for letter in "ASTNFRP":
        numbers = [int(n) for a, n in rules("en") if a == letter]
        assert numbers == list(range(1, len(numbers) + 1)) != []


def test_both_languages_hold_the_same_rules_and_examples():
    assert rules("ar") == rules("en") and f"الإصدار {codebook_version()}،" in codebook_text("ar")
    for name in SECTIONS:
        english, arabic = (codebook_section(name, language) for language in FILES)
        assert english.count("\n") == arabic.count("\n") and english.count("○") == arabic.count("○")
    for letter, number in rules("en"):
        codes = [re.findall(r"`([a-z_]+|[+-]1)`", codebook_section(letter + number, language)) for language in FILES]
        assert set(codes[0]) <= set(codes[1])


@pytest.mark.parametrize("language", FILES)
def test_every_value_that_a_coder_chooses_is_explained(language):
    for value in (*FORMS, *ENDORSEMENTS, *STANCE_KINDS, *STATUSES, *VOICES, *TONES):
        assert re.search(rf"\b{value}\b", codebook_text(language)), value


def test_sections_and_rules_can_be_quoted():
    for number, name in enumerate(SECTIONS, 1):
        assert codebook_section(name).startswith(f"## {number} ") and codebook_section(name).count("\n## ") == 0
    assert codebook_section("R10").startswith("**R10 Where the content ends.**")
    assert "omission" in codebook_section("F2") and "F3" not in codebook_section("F2")
    assert codebook_section("R1").count("**R1") == 1


@pytest.mark.parametrize("name", ["Colours", "S99", "", "R", "S1.*"])
def test_unknown_sections_are_named(name):
    with pytest.raises(InputError, match="no section or rule"):
        codebook_section(name)


def test_the_reference_coding_names_this_version():
    assert read_coding("corpus/unsc_2336/codings/reference.json").codebook == codebook_version()
