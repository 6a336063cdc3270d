"""The word lists: every one loads, says what it is, repeats nothing and is read by somebody; bad rows are named with file and line."""

import re
from pathlib import Path

import pytest

from analysis.cues import cue_forms, cues, false_cues, light_cues
from analysis.errors import InputError
from analysis.inflection import read_form
from analysis.lexicon import FOLDER, lexicon_files, read_table
from analysis.text import fold

READERS = "\n".join(p.read_text(encoding="utf-8") for folder in (Path(FOLDER).parent, Path(__file__).parent) for p in folder.rglob("*.py") if p != Path(__file__))
README = (FOLDER / "README.md").read_text(encoding="utf-8")

KEYS = {"attitudes.tsv": "word kind", "evaluations.tsv": "word class", "false_cues.tsv": "word lemma", "frames.tsv": "frame word kind", "light_cues.tsv": "verb noun",
        "offices.tsv": "office institution person from", "predicate_examples.tsv": "*", "predicates.tsv": "*", "rule_words.tsv": "word class", "sentiment.tsv": "word kind", "turns.tsv": "word class"}
"""Columns in which no two rows of a list are the same; the first column where a list is not named; * for all columns."""


def lines_of(name):
    return [line for line in (FOLDER / name).read_text(encoding="utf-8").splitlines() if line.strip() and not line.startswith("#")]


@pytest.mark.parametrize("name", lexicon_files())
def test_list_loads_and_repeats_nothing(name):
    header = lines_of(name)[0].split("\t")
    rows = read_table(name, dict.fromkeys(header))
    wanted = KEYS.get(name, header[0]).split()
    keys = [tuple(row.values()) if wanted == ["*"] else tuple(row[c] for c in wanted) for row in rows]
    assert rows and len(set(header)) == len(header)
    assert sorted(k for k in set(keys) if keys.count(k) > 1) == []


@pytest.mark.parametrize("name, asks", [("rule_words.tsv", "rule_words"), ("turns.tsv", "turns")])
def test_classes_of_words_are_those_that_rules_ask_for(name, asks):
    classes = {row["class"] for row in read_table(name, {"class": None})}
    assert None not in classes and sorted(set(re.findall(rf'\b{asks}\("(\w+)"\)', READERS)) - classes) == []
    assert sorted(cls for cls in classes if f'"{cls}"' not in READERS) == []
    head = "\n".join(line for line in (FOLDER / name).read_text(encoding="utf-8").splitlines() if line.startswith("#"))
    assert sorted(cls for cls in classes if not re.search(rf"\b{cls}\b", head)) == [], "the head of the file says what each class is for"


@pytest.mark.parametrize("name", lexicon_files())
def test_list_has_clean_cells(name):
    assert [line for line in lines_of(name) if "\u00a0" in line or "\u200f" in line or any(cell != cell.strip() for cell in line.split("\t"))] == []


@pytest.mark.parametrize("name", lexicon_files())
def test_list_is_read_by_somebody_and_explained(name):
    assert f'"{name}"' in READERS
    assert f"`{name}`" in README


def test_no_list_is_explained_that_is_not_there():
    assert set(re.findall(r"`(\w+\.tsv)`", README)) <= set(lexicon_files())


@pytest.mark.parametrize("lemma", cues())
def test_lemma_of_a_cue_can_be_found(lemma):
    assert any(reading.lemma == lemma for readings in cue_forms().values() for reading in readings)


def test_look_alikes_rule_something_out():
    """A row about a form that is no form of its lemma has no effect: take it out, or mend the lemma's forms in cues.tsv."""
    idle = [(word, lemma) for word, lemma in false_cues() if not any(form.lemma == lemma for form in read_form(word, cue_forms()))]
    assert idle == []


def test_light_verbs_are_listed_with_their_forms():
    """A light verb takes its forms from cues.tsv or verbs.tsv; without a row there it is never found."""
    listed = {row["lemma"] for name in ("cues.tsv", "verbs.tsv") for row in read_table(name, {"lemma": None})}
    assert sorted(set(light_cues()) - listed) == []


# the loader

COLUMNS = {"word": None, "class": ("verb", "noun", ""), "score": float}


def table(tmp_path, text, columns=COLUMNS):
    path = tmp_path / "list.tsv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_table("list.tsv", columns, path=path)


def test_rows_comments_and_empty_cells(tmp_path):
    rows = table(tmp_path, "\ufeff# a list\nnote\tword\tclass\tscore\n\nأولى\tقال\tverb\t0.5\r\n# more\n\tقول\n")
    assert rows == [{"word": "قال", "class": "verb", "score": 0.5}, {"word": "قول", "class": None, "score": None}]


@pytest.mark.parametrize("text, said", [
    ("", "is empty; the first line must name the columns: word, class, score"),
    ("# nothing\n\n", "is empty"),
    ("# a list\nword\tscore\n", " line 2: columns are missing ('class'); the header must name: word, class, score"),
    ("word\tclass\tscore\n# a comment\nقال\tvreb\t1\n", " line 3: class is not one of (empty), noun, verb ('vreb'); correct the cell"),
    ("word\tclass\tscore\nقال\tverb\tكثير\n", " line 2: score is not float ('كثير'); correct the cell"),
    ("word\tclass\tscore\nقال\tverb\t1\t2\n", " line 2: has more cells than the header"),
    ("word\tclass\tscore\nقال".encode("cp1256"), "is not UTF-8; save the file as UTF-8"),
])
def test_bad_list_is_named_with_its_line(tmp_path, text, said):
    with pytest.raises(InputError) as caught:
        table(tmp_path, text)
    assert str(caught.value).startswith(str(tmp_path / "list.tsv")) and said in str(caught.value)


def test_a_list_that_is_not_there():
    with pytest.raises(InputError, match="^nothing.tsv: no such word list; check the path$"):
        read_table("nothing.tsv", COLUMNS)


def test_a_cell_that_must_not_be_empty(tmp_path):
    with pytest.raises(InputError, match="line 2: class is not one of noun, verb"):
        table(tmp_path, "word\tclass\nقال\t\n", {"word": None, "class": ("verb", "noun")})
    assert fold(table(tmp_path, "word\nإلى\n", {"word": None})[0]["word"]) == "الي"
