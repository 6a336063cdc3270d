"""Damaged text: the golden sentences cut off, and words of theirs replaced by marks, numbers and Latin names, moved or lost. Nothing may break, and no word may move."""

import random
from pathlib import Path

import pytest

from analysis.lexicon import read_table
from analysis.pipeline import analyze
from analysis.text import article_from_text

DATA = Path(__file__).parent / "data"
INTRUDERS = ("CNN", "12", '"', "»", "(", ")", "،", ":", ".", "و", "من", '"CNN"', "-", "؟", "في", "ل", "الذي", "أن", "Reuters (", "2018", "بـ", "إن", "#", "\u200f")


def sentences():
    return list(dict.fromkeys(row["sentence"].replace("\\n", "\n") for name in ("attribution.tsv", "stance.tsv", "naming.tsv") for row in read_table(name, {"sentence": None}, path=DATA / name)))


def damaged(sentence, chance):
    """Replace, insert or lose one to three words of a sentence."""
    words = sentence.split(" ")
    for _ in range(chance.choice((1, 1, 2, 3))):
        k, kind = chance.randrange(len(words)), chance.random()
        if kind < 0.5:
            words[k] = chance.choice(INTRUDERS)
        elif kind < 0.8:
            words.insert(k, chance.choice(INTRUDERS))
        elif len(words) > 1:
            del words[k]
    return " ".join(words)


@pytest.mark.parametrize("seed", range(8))
def test_damaged_sentences_are_read(seed):
    chance = random.Random(seed)
    for sentence in sentences():
        text = damaged(sentence, chance)
        coding = analyze(article_from_text(text))
        for s in coding.statements:
            assert s.cue is None or coding.article.text[s.cue_start:s.cue_end] == s.cue, text
            assert all(0 <= a < b <= len(coding.article.text) for a, b in s.content), text


@pytest.mark.parametrize("part", range(4))
def test_sentences_that_break_off_are_read(part):
    """Where a text ends in the middle of a sentence, as a teaser or a headline does, no rule may look behind its end."""
    beginnings = {" ".join(words[:n]) for words in (sentence.split(" ") for sentence in sentences()) for n in range(2, len(words))}
    for text in sorted(beginnings)[part::4]:
        analyze(article_from_text(text))
