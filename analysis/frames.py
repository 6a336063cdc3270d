"""Find where words of a frame's vocabulary stand, and whose words they are (exploratory: a lexicon sees words, not frames)."""

from functools import cache
from pathlib import Path
from typing import NamedTuple

from analysis.errors import InputError
from analysis.inflection import imperfect_forms, noun_forms, participle_forms, perfect_forms, stripped, without_pronoun
from analysis.lexicon import read_table
from analysis.records import NARRATOR, Frame
from analysis.text import fold
from analysis.words import FormCache, clitics

KINDS = ("word", "noun", "adjective", "verb")


class Vocabulary(NamedTuple):
    """A frame vocabulary made ready: `words` gives the entries of a written form, `phrases` those that begin with one; `known` what a form may be.

    An entry is (frame, lemma as the list has it); a phrase is (its folded words, entry).
    """

    words: dict
    phrases: dict
    known: FormCache


def read_vocabulary(path=None):
    """Return the Vocabulary of a TSV file, the built-in frames.tsv by default.

    Columns: frame, word, kind. kind `word` is the written form or a phrase as it stands; noun (plurals after |), adjective and
    verb (`perfect|imperfect`) are inflected. Other columns are for the reader. Proclitics, ال and pronouns are always allowed.
    Raises InputError with the line's number where a row is wrong.
    """
    if path is None:
        return _built_in()
    rows = read_table(str(path), _COLUMNS, path=path)
    _check_cells(path)
    return _make(rows)


def _check_cells(path):
    """Raise InputError for the first row whose frame or word is empty."""
    lines = Path(path).read_text(encoding="utf-8").lstrip("\ufeff").splitlines()
    rows = [(n, line.split("\t")) for n, line in enumerate(lines, 1) if line.strip() and not line.startswith("#")]
    header = [cell.strip() for cell in rows[0][1]]
    for n, cells in rows[1:]:
        for column in ("frame", "word"):
            at = header.index(column)
            if at >= len(cells) or not cells[at].strip():
                raise InputError(f"{column} is empty", where=f"{path} line {n}", remedy="fill the cell or take the row out")


_COLUMNS = {"frame": str, "word": str, "kind": KINDS}


@cache
def _built_in():
    return _make(read_table("frames.tsv", _COLUMNS))


def frames_of(written):
    """Return the entries of the built-in vocabulary that can begin with a written form."""
    return _built_in().known[written.key]


def _make(rows):
    words, phrases = {}, {}
    for row in rows:
        entry = (row["frame"], row["word"])
        if " " in row["word"]:
            keys = tuple(fold(w) for w in row["word"].split())
            phrases.setdefault(keys[0], []).append((keys, entry))
            continue
        for form in _forms(row["word"], row["kind"]):
            words.setdefault(form, []).append(entry)
    return Vocabulary(words, phrases, FormCache(lambda key: _look_up(words, phrases, key)))


def _forms(word, kind):
    """Yield the written forms of a vocabulary entry."""
    if kind == "word":
        yield from (fold(w) for w in word.split("|"))
    elif kind == "noun":
        yield from (form for form, _ in noun_forms(word, word))
    elif kind == "adjective":
        yield from (form for form, _ in participle_forms(word, word))
    else:
        perfect, _, imperfect = word.partition("|")
        yield from (form for form, _ in perfect_forms(word, perfect))
        yield from (form for form, _ in imperfect_forms(word, imperfect or "ي" + perfect))


def find_frames(article, sentences, tokens, statements, vocabulary=None, reading=None):
    """Return a Frame for every word of the vocabulary, in text order; a phrase wins over its words.

        >>> from analysis.pipeline import analyze
        >>> from analysis.text import article_from_text
        >>> coding = analyze(article_from_text("اتهم الحزب خصمه بالفساد."))
        >>> [(f.frame, f.evidence) for f in coding.frames]
        [('conflict', 'اتهم'), ('conflict', 'خصمه'), ('morality', 'بالفساد')]
    """
    vocabulary = vocabulary or _built_in()
    keys, found, voices, last = tokens.keys, [], None, -1
    if vocabulary is _built_in():
        known = [(i, tokens.written[i].frames) for i in tokens.telling("frames")]
    else:
        known = [(i, entries) for i, entries in enumerate(map(vocabulary.known.__getitem__, keys)) if entries]
    for i, entries in known:
        if i <= last:
            continue
        if voices is None:
            voices = _voices(tokens, statements, reading)
        last, rows = _longest(keys, i, entries)
        for frame, lemma in rows:
            found.append(_frame(article, tokens, voices[i], i, last, frame, lemma))
    return found


def _voices(tokens, statements, reading):
    """Return the innermost statement of each token; taken over where stance has laid them over the reading."""
    from analysis.stance.page import page_of, paint

    return page_of(reading, statements).voices if reading is not None else paint(tokens, statements)


def _look_up(words, phrases, key):
    """Return the (folded words, entry) pairs that can begin with a written form, with proclitics, ال and pronouns taken off."""
    if words.keys().isdisjoint(stripped(key)) and phrases.keys().isdisjoint(stripped(key)):
        return ()
    found = {}
    for _, stem in clitics(key):
        for bare in dict.fromkeys((stem, stem[2:] if stem.startswith("ال") and len(stem) > 4 else stem)):
            for phrase in phrases.get(bare, ()):
                found[phrase] = True
            for form in (bare, *(base for base, _ in without_pronoun(bare))):
                for entry in words.get(form, ()):
                    found[(form,), entry] = True
    return tuple(found)


def _longest(keys, i, entries):
    """Return the last token of the longest entry at token i, and the entries of that length."""
    if len(entries) == 1 and len(entries[0][0]) == 1:
        return i, [entries[0][1]]
    fitting = [(len(words), entry) for words, entry in entries if len(words) == 1 or tuple(keys[i + 1:i + len(words)]) == words[1:]]
    longest = max((n for n, _ in fitting), default=1)
    return i + longest - 1, list(dict.fromkeys(entry for n, entry in fitting if n == longest))


def _frame(article, tokens, statement, first, last, frame, lemma):
    start, end = tokens.starts[first], tokens.ends[last]
    return Frame(article.article_id, tokens.sentence_of[first], statement.statement_id if statement else None, statement.source if statement else NARRATOR,
                 frame, article.text[start:end], start, end, lemma)
