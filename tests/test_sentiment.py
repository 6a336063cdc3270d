"""Sentiment: golden signs in data/sentiment.tsv and the formula."""

from math import sqrt
from pathlib import Path

import pytest

from analysis.lexicon import read_table
from analysis.segment import segment
from analysis.sentiment import sentence_sentiment
from analysis.text import article_from_text
from analysis.words import tokenize

ROWS = read_table("sentiment.tsv", {"sentence": str, "sign": ("+", "-", "0"), "note": None}, path=Path(__file__).parent / "data" / "sentiment.tsv")


def tones(text):
    article = article_from_text(text)
    sentences = segment(article)
    return sentence_sentiment(article, sentences, tokenize(article, sentences))


@pytest.mark.parametrize("row", ROWS, ids=lambda r: r["sentence"][:40])
def test_golden_sentence(row):
    tone = tones(row["sentence"])[0]
    assert ("+" if tone.score > 0 else "-" if tone.score < 0 else "0") == row["sign"]
    assert -1 < tone.score < 1 and (tone.n_words > 0) == (tone.score != 0)


def test_formula_by_hand():
    """Two strong negative words: S = −2, score = −2 / √(4 + 4)."""
    assert tones("مجزرة ومذبحة.")[0].score == pytest.approx(-2 / sqrt(8))


def test_one_row_a_sentence():
    assert [t.sentence_id for t in tones("نجح الفريق. وفشل الخصم. وانتهى اليوم.")] == [0, 1, 2]


def test_balance_is_zero_with_words():
    tone = tones("نجح الأول وكانت المجزرة.")[0]
    assert (tone.score, tone.n_words) == (0, 2)
