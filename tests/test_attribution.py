"""The golden examples of attribution: sentence in, statements out, and sentences that must stay with the narrator.

A row is one statement. `expect` is empty (required), `optional` (neither required nor punished) or `narrator` (the sentence
yields none). `source` is empty for a dropped subject; `source_name` says who it is. `xfail` gives the reason of a known failure.
"""

from functools import cache
from pathlib import Path

import pytest

from analysis.lexicon import read_table
from analysis.records import FORMS
from analysis.text import article_from_text, fold

COLUMNS = dict(sentence=None, source=None, source_name=None, cue=None, content=None, form={"", *FORMS}, note=None, expect={"", "narrator", "optional"}, xfail=None)
ROWS = read_table("attribution.tsv", COLUMNS, path=Path(__file__).parent / "data" / "attribution.tsv")
SENTENCES = {row["sentence"]: [r for r in ROWS if r["sentence"] == row["sentence"]] for row in ROWS}


def marked(rows):
    return [pytest.param(r, id=f"{n}-{r['note'][:40]}", marks=[pytest.mark.xfail(reason=r["xfail"], strict=True)] if r["xfail"] else []) for n, r in enumerate(rows)]


@cache
def found(sentence):
    """Return {(cue, source, content, form): source_names} of what the program finds in a sentence."""
    from analysis.pipeline import analyze

    text = sentence.replace("\\n", "\n")
    statements = analyze(article_from_text(text)).statements
    for s in statements:
        assert all(text[a:b] == words for words, a, b in ((s.cue, s.cue_start, s.cue_end), (s.source_text, s.source_start, s.source_end)) if words)
    names = {}
    for s in statements:
        names.setdefault((s.cue, s.source_text, " … ".join(text[a:b] for a, b in s.content), s.form), []).append(s.source_name)
    return names


def key(row):
    return row["cue"], row["source"], row["content"], row["form"]


@pytest.mark.parametrize("row", marked(r for r in ROWS if not r["expect"]))
def test_statement(row):
    statements = found(row["sentence"])
    assert key(row) in statements
    if row["source_name"]:
        expected, *names = (set(fold(words or "").split()) for words in (row["source_name"], *statements[key(row)]))
        assert any(name and (name <= expected or expected <= name) for name in names)


@pytest.mark.parametrize("row", marked(r for r in ROWS if r["expect"] == "narrator"))
def test_narrator(row):
    assert not found(row["sentence"])


@pytest.mark.parametrize("sentence", [s for s, rows in SENTENCES.items() if not any(r["xfail"] for r in rows)])
def test_nothing_else(sentence):
    cues = {row["cue"] for row in SENTENCES[sentence]}
    assert not [statement for statement in found(sentence) if statement[0] not in cues]


@pytest.mark.parametrize("row", ROWS, ids=range(len(ROWS)))
def test_row_is_sound(row):
    assert row["note"]
    assert (row["expect"] == "narrator") == (row["content"] is None) == (row["form"] is None)
    for words in (row["source"], row["cue"], *(row["content"] or "").split(" … ")):
        assert not words or words in row["sentence"].replace("\\n", "\n")


def test_golden_file_is_large_enough():
    assert sum(not r["expect"] for r in ROWS) >= 170 and sum(r["expect"] == "narrator" for r in ROWS) >= 35
