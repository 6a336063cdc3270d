"""Quotation marks: a text in, its quotations out. `closed` is False where a quotation ends without a closing mark."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.quotations import find_quotations, inside
from analysis.segment import segment
from analysis.text import article_from_text
from analysis.words import tokenize


def quotations(text):
    """Return the words of each quotation, with … behind those that are never closed."""
    article = article_from_text(text)
    sentences = segment(article)
    tokens = tokenize(article, sentences)
    return [tokens.words(q.first, q.last + 1) + "…" * (not q.closed) for q in find_quotations(tokens, sentences)]


@pytest.mark.parametrize("marks", ["«»", "“”", '""', "‘’", "''", "‹›", "„“", "»«", "”“", "’‘", ["''", "''"], ["“", '"'], ['"', "”"], ["«", '"']])
def test_every_pair_of_marks_however_turned_or_mixed(marks):
    said = f"{marks[0]}بدأ العمل{marks[1]}"
    assert quotations(f"قال الوزير: {said} ثم غادر.") == [said]
    assert quotations(f"قال الوزير إن {said}، ثم غادر.") == [said]
    assert quotations(f"{said}.") == [said]


@pytest.mark.parametrize("text, found", [
    # marks at a word
    ("هاجم \"الرفاق\" القرية.", ['"الرفاق"']),
    ("هاجم بـ\"الرفاق\" و«الأحرار» القرية.", ['"الرفاق"', "«الأحرار»"]),
    ("قال :\"نعم\"،وأضاف: \" لا \".", ['"نعم"', '" لا "']),
    ("(«نعم»)", ["«نعم»"]),
    ("قال: «نعم»و«لا»", ["«نعم»", "«لا»"]),
    ("وسم #«نعم»", ["«نعم»"]),
    # one within another
    ("قال: «هاجم \"الرفاق\" القرية» أمس.", ["«هاجم \"الرفاق\" القرية»", '"الرفاق"']),
    ("قال: \"هاجم 'الرفاق' القرية\" أمس.", ["\"هاجم 'الرفاق' القرية\"", "'الرفاق'"]),
    # over several sentences of a paragraph
    ("قال: «بدأ العمل. لن نتراجع».", ["«بدأ العمل. لن نتراجع»"]),
    # no closing mark: to the end of the paragraph, or of the sentence before the next opening mark
    ("قال: «بدأ العمل. لن نتراجع.\nوغادر.", ["«بدأ العمل. لن نتراجع.…"]),
    ("قال: «بدأ العمل. وأضاف: «لن نتراجع».", ["«بدأ العمل.…", "«لن نتراجع»"]),
    ("قال: \"بدأ العمل.\r\nوأضاف: \"لن نتراجع\".", ['"بدأ العمل.…', '"لن نتراجع"']),
    # no opening mark
    ("بدأ العمل»، قال الوزير.", []),
    ("بدأ العمل» وأضاف: «لن نتراجع».", ["«لن نتراجع»"]),
    # no quotation
    ("", []), ("قال الوزير نعم.", []), ("هبط سهم Moody's أمس.", []), ("زار L’Aquila أمس وقال: ‘نعم’.", ["‘نعم’"]),
    # harakat, direction marks, emoji, other line ends
    ("قَـالَ: \u200f«نَعَم»\u200f 😀\u2028وقال: «لا»", ["«نَعَم»", "«لا»"]),
])
def test_quotations(text, found):
    assert quotations(text) == found


@pytest.mark.xfail(reason="two kinds of quotation in the same straight marks cannot be told apart", strict=True)
def test_straight_marks_within_straight_marks():
    assert quotations('قال: "هاجم "الرفاق" القرية" أمس.') == ['"هاجم "الرفاق" القرية"', '"الرفاق"']


def test_the_innermost_quotation_holds_a_token():
    article = article_from_text('قال: «هاجم "الرفاق" القرية» أمس')
    tokens = tokenize(article, sentences := segment(article))
    held = inside(find_quotations(tokens, sentences), len(tokens))
    assert [held[tokens.forms.index(word)] for word in ("قال", "هاجم", "الرفاق", "القرية", "أمس")] == [-1, 0, 1, 0, -1]


@given(st.lists(st.sampled_from([*"«»“”\"‘’'„", "''", "نعم", "لا", " ", " ", ".", "\n", "BBC", "ـ"])).map("".join))
def test_quotations_lie_in_the_text_and_in_each_other(text):
    article = article_from_text(text)
    sentences = segment(article)
    tokens = tokenize(article, sentences)
    found = find_quotations(tokens, sentences)
    assert found == sorted(found) and all(0 <= q.first <= q.last < len(tokens) for q in found)
    assert not [(a, b) for n, a in enumerate(found) for b in found[n + 1:] if a.first < b.first <= a.last < b.last and a.closed and b.closed]
    assert len(inside(found, len(tokens))) == len(tokens)
