"""Tokens and word analysis: a sentence in, words out; and what a written form is by itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.attribution.features import speaking_nouns
from analysis.cues import attitudes
from analysis.segment import segment
from analysis.text import article_from_text, fold
from analysis.wordlists import WORDS, adjectives, common_nouns, human_titles, particles, verbs
from analysis.words import LATIN, NUMBER, PUNCT, QUOTE, WORD, clitics, tokenize


def tokens(text):
    article = article_from_text(text)
    return tokenize(article, segment(article))


@pytest.mark.parametrize("text, forms", [
    ("قالت #وزارة_الدفاع إن", ["قالت", "وزارة", "الدفاع", "إن"]),
    ("قـــالَ الوزيرُ", ["قـــالَ", "الوزيرُ"]),
    ("بـ «النصرة» أو بـ\"النصرة\"", ["بـ", "«", "النصرة", "»", "أو", "بـ", "\"", "النصرة", "\""]),
    ("حضر ـ أمس ـ الوزيـر ـه", ["حضر", "ـ", "أمس", "ـ", "الوزيـر", "ـه"]),
    ("\u202bقال\u200f الوزير\u202c\ufeff", ["قال", "الوزير"]),
    ("3.5 و٣٫٥ و2,000 و10:30 و75%", ["3.5", "و", "٣٫٥", "و", "2,000", "و", "10:30", "و", "75", "%"]),
    ("قناة BBC عربي", ["قناة", "BBC", "عربي"]),
    ("نعم😀لا", ["نعم", "😀", "لا"]),
    ("''نعم'' ‘لا’", ["''", "نعم", "''", "‘", "لا", "’"]),
    ("(أ.ف.ب): لا؟!", ["(", "أ", ".", "ف", ".", "ب", ")", ":", "لا", "؟", "!"]),
    ("نيسان/أبريل، سنة", ["نيسان", "/", "أبريل", "،", "سنة"]),
    ("\ufeff", []),
])
def test_forms(text, forms):
    assert tokens(text).forms == forms


def test_kinds_and_places():
    text = "قال: «نعم» 3.5 BBC"
    found = tokens(text)
    assert found.kinds == [WORD, PUNCT, QUOTE, WORD, QUOTE, NUMBER, LATIN] and tokens("ـ 😀").kinds == [PUNCT, PUNCT]
    assert [text[a:b] for a, b in zip(found.starts, found.ends)] == found.forms
    assert (found.span(2, 5), found.words(2, 5), len(found)) == ((5, 10), "«نعم»", 7)


def test_tokens_know_their_sentence():
    found = tokens("قال الوزير نعم.\r\nوغادر.")
    assert (found.bounds, found.sentence_of) == ([(0, 4), (4, 6)], [0, 0, 0, 0, 1, 1])


@given(st.text(st.sampled_from("قالوَـ «»\"'’.,3٣٫aB#_😀\u200f\u2028\r\n\ufeffرک") | st.characters(exclude_categories=["Cs"])))
def test_every_token_is_its_text_and_no_letter_is_lost(text):
    found = tokens(text)
    assert all(text[a:b] == form for a, b, form in zip(found.starts, found.ends, found.forms))
    assert all(a < b for a, b in zip(found.starts, found.ends)) and all(b <= a for b, a in zip(found.ends, found.starts[1:]))
    assert sum(c in "قالوأ3aB" for c in text) == sum(c in "قالوأ3aB" for form in found.forms for c in form)


@pytest.mark.parametrize("word, splits", [
    ("قال", [("", "قال")]),
    ("وقال", [("", "وقال"), ("و", "قال")]),
    ("للمجلس", [("", "للمجلس"), ("ل", "المجلس"), ("ل", "لمجلس")]),
    ("وللمجلس", [("", "وللمجلس"), ("و", "للمجلس"), ("ول", "المجلس"), ("ول", "لمجلس")]),
    ("فسيقول", [("", "فسيقول"), ("ف", "سيقول"), ("فس", "يقول")]),
    ("لم", [("", "لم")]),
])
def test_clitics(word, splits):
    assert clitics(word) == splits


# what a form is by itself

@pytest.mark.parametrize("word, particle", [
    ("أن", "complementizer"), ("وبأنه", "complementizer"), ("التي", "relative"), ("وفي", "preposition"), ("قد", "auxiliary"), ("لم", "negation"), ("أمس", "adverb"), ("وهو", "pronoun"),
    ("هذا", "demonstrative"), ("بعدما", "subordinator"), ("لكن", "conjunction"), ("يناير", "month"), ("بحسب", "according"), ("وزير", None), ("قال", None),
])
def test_function_words(word, particle):
    assert WORDS[fold(word)].particle == particle


@pytest.mark.parametrize("word, conj, prep, stem", [
    ("والوزير", True, "", "الوزير"), ("بالقرار", False, "ب", "القرار"), ("وللمجلس", True, "ل", "المجلس"), ("كالسابق", False, "ك", "السابق"),
    # و ف ب ل ك as part of the word
    ("وزير", False, "", "وزير"), ("ووزير", True, "", "وزير"), ("بريطانيا", False, "", "بريطانيا"), ("وبريطانيا", True, "", "بريطانيا"), ("لبنان", False, "", "لبنان"), ("بلبنان", False, "ب", "لبنان"),
    ("فلسطين", False, "", "فلسطين"), ("كتاب", False, "", "كتاب"), ("وفد", False, "", "وفد"), ("وصل", False, "", "وصل"), ("ووصل", True, "", "وصل"), ("فقال", True, "", "قال"),
])
def test_proclitics(word, conj, prep, stem):
    found = WORDS[fold(word)]
    assert (found.conj, found.prep, found.stem) == (conj, prep, fold(stem))


@pytest.mark.parametrize("word, verb", [("وأكد", "perfect"), ("تؤكد", "imperfect"), ("بدأت", "perfect"), ("سيبدأ", "imperfect"), ("يستقيل", "imperfect"), ("غادروا", "perfect"), ("الوزير", None), ("تقدم", None), ("بيان", None)])
def test_verbs(word, verb):
    assert WORDS[fold(word)].verb == verb


@pytest.mark.parametrize("word, definite", [("الوزير", True), ("للوزير", True), ("وزير", False), ("إلغاء", False), ("التزام", False), ("الأم", True), ("ألمانيا", False), ("ألقت", False)])
def test_article(word, definite):
    assert WORDS[fold(word)].definite is definite


def test_a_particle_is_taken_before_any_other_list():
    """What particles.tsv lists is neither split nor a verb, whatever the other lists say."""
    assert all(WORDS[key].particle == kind and not WORDS[key].verb for key, kind in particles().items())


def test_a_common_noun_is_no_verb():
    assert not common_nouns() & set(verbs())


LISTS = {"nouns that can speak": speaking_nouns, "common nouns": common_nouns, "titles": human_titles, "adjectives": adjectives, "attitudes": attitudes}


@pytest.mark.parametrize("words", LISTS.values(), ids=LISTS)
def test_listed_words_are_not_split(words):
    """What looks like a proclitic is part of the word: add it to whole_words.tsv. فعلى، بنية، بحرية، وإلى may be either; the dual and ات are rare."""
    split = {key for key in words() if WORDS[key].stem != key and not key.startswith("ال") and not key.endswith(("ات", "ان", "تين"))}
    assert split <= {"فعلي", "بنية", "بحرية", "والي"}
