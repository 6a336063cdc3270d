"""Frames: golden sentences in data/frames.tsv, a vocabulary of one's own, and errors that name the line."""

from pathlib import Path

import pytest

from analysis.actors import find_mentions, load_registry
from analysis.attribution import attribute
from analysis.errors import InputError
from analysis.frames import find_frames, read_vocabulary
from analysis.lexicon import read_table
from analysis.phrases import Reading
from analysis.segment import segment
from analysis.text import article_from_text
from analysis.words import tokenize

ROWS = read_table("frames.tsv", {"sentence": str, "frame": None, "evidence": None, "note": None}, path=Path(__file__).parent / "data" / "frames.tsv")


def frames(text, vocabulary=None):
    article = article_from_text(text)
    sentences = segment(article)
    tokens = tokenize(article, sentences)
    mentions = find_mentions(article, sentences, tokens, load_registry())
    statements = attribute(Reading(article, sentences, tokens, mentions, load_registry()))
    found = find_frames(article, sentences, tokens, statements, vocabulary)
    assert all(text[f.start:f.end] == f.evidence for f in found)
    return found


@pytest.mark.parametrize("row", ROWS, ids=lambda r: r["sentence"][:40])
def test_golden_sentence(row):
    found = {(f.frame, f.evidence) for f in frames(row["sentence"])}
    assert (row["frame"], row["evidence"]) in found if row["frame"] else not found


def test_a_frame_belongs_to_the_innermost_voice():
    found = frames("وقال لافروف إن الأسعار ارتفعت. وارتفعت الضرائب.")
    assert [(f.evidence, f.source) for f in found] == [("الأسعار", "lavrov"), ("الضرائب", "narrator")]


def test_a_word_of_two_frames_counts_in_both():
    assert {f.frame for f in frames("ونددت المنظمة بالكراهية وانتقدت الفقر.") if f.evidence == "الفقر"} == {"human_interest", "economic"}


def test_a_vocabulary_of_ones_own(tmp_path):
    path = tmp_path / "water.tsv"
    path.write_text("frame\tword\tkind\nwater\tنهر|أنهار\tnoun\nwater\tسد النهضة\tword\n", encoding="utf-8")
    found = frames("وفاضت الأنهار خلف سد النهضة.", read_vocabulary(path))
    assert [(f.frame, f.evidence, f.rule) for f in found] == [("water", "الأنهار", "نهر|أنهار"), ("water", "سد النهضة", "سد النهضة")]


def test_a_wrong_row_is_named_by_its_line(tmp_path):
    path = tmp_path / "wrong.tsv"
    path.write_text("frame\tword\tkind\nwater\tنهر\tnoun\nwater\tماء\tsubstantive\n", encoding="utf-8")
    with pytest.raises(InputError, match="line 3: kind is not one of"):
        read_vocabulary(path)
    path.write_text("frame\tword\nwater\tنهر\n", encoding="utf-8")
    with pytest.raises(InputError, match="columns are missing"):
        read_vocabulary(path)
    path.write_text("frame\tword\tkind\nwater\t\tnoun\n", encoding="utf-8")
    with pytest.raises(InputError, match="line 2: word is empty"):
        read_vocabulary(path)
