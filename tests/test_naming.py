"""Naming: golden sentences in data/naming.tsv, voices, and keyness against a hand-computed example."""

from math import isclose, log, sqrt
from pathlib import Path

import pytest

from analysis.actors import find_mentions, load_registry
from analysis.attribution import attribute
from analysis.lexicon import read_table
from analysis.naming import keyness, name_parties
from analysis.phrases import Reading
from analysis.records import TONES, VOICES
from analysis.segment import segment
from analysis.text import article_from_text, normal_label
from analysis.words import tokenize

COLUMNS = {"sentence": str, "label": None, "party": None, "voice": (*VOICES, ""), "tone": (*TONES, ""), "note": None}
ROWS = read_table("naming.tsv", COLUMNS, path=Path(__file__).parent / "data" / "naming.tsv")


def namings(text):
    article = article_from_text(text)
    sentences = segment(article)
    tokens = tokenize(article, sentences)
    mentions = find_mentions(article, sentences, tokens, load_registry())
    reading = Reading(article, sentences, tokens, mentions, load_registry())
    return name_parties(article, sentences, tokens, mentions, attribute(reading), reading)


@pytest.mark.parametrize("row", ROWS, ids=lambda r: r["sentence"][:40])
def test_golden_sentence(row):
    found = namings(row["sentence"])
    assert all(normal_label(row["sentence"][n.start:n.end]) == n.label for n in found)
    if row["label"]:
        assert (row["label"], row["party"], row["voice"], row["tone"]) in {(n.label, n.party, n.voice, n.tone) for n in found}
    else:
        assert not found


def test_source_of_a_label_is_the_innermost_voice():
    found = namings("وقالت وكالة سانا إن موسكو أكدت أن الجماعات الإرهابية خرقت الهدنة.")
    terrorists = next(n for n in found if n.tone == "hostile")
    assert terrorists.source == "russia" and terrorists.statement_id is not None


def test_keyness_by_hand():
    """Counts 30, 10 against 10, 30, prior strength 2: each prior is 2 × 40 / 80 = 1, so the odds are 31 / 11 and 11 / 31."""
    first, second = keyness({"النظام": 30, "الحكومة": 10}, {"النظام": 10, "الحكومة": 30}, strength=2)
    expected = log(31 / 11) - log(11 / 31)
    assert first.label == "النظام" and isclose(first.log_odds, expected) and isclose(first.z, expected / sqrt(1 / 31 + 1 / 11))
    assert isclose(second.z, -first.z) and (first.n_first, first.n_second) == (30, 10)


def test_keyness_shrinks_rare_labels():
    rows = {k.label: k for k in keyness({"نادر": 1, "شائع": 60, "آخر": 39}, {"نادر": 0, "شائع": 30, "آخر": 70})}
    assert rows["شائع"].z > 1.96 > rows["نادر"].z > 0
