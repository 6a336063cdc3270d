"""Sentences: where they end, where they must not, and that nothing of the text is lost."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.segment import LONGEST, segment
from analysis.text import article_from_text


def sentences(text):
    return [text[s.start:s.end] for s in segment(article_from_text(text))]


@pytest.mark.parametrize("expected", [
    # stops and line ends
    ["قال الوزير نعم.", "وغادر."],
    ["هل بدأ العمل؟", "نعم!", "انتظروا…", "انتهى.."],
    ["هل بدأ العمل؟!", "قال: لا."],
    ["قال: «بدأ العمل.»", "ثم غادر."],
    ["قال: \"بدأ العمل.\"", "ثم غادر."],
    ["قال: »بدأ العمل.«", "ثم غادر."],
    ["قال: ‘بدأ العمل.’", "ثم غادر."],
    ["(بدأ العمل.)", "ثم غادر."],
    ["بدأ العمل\u200f.\u200f", "ثم غادر."],
    ["بدأ العمل 😀.", "ثم غادر 😀"],
    ["بَـدَأَ العَمَلُ.", "ثُمَّ غـــادَرَ."],
    ["وقع ذلك سنة 2031.", "وبعد عام عاد."],
    # no stops
    ["قال د. سامي حداد إن العمل بدأ."],
    ["قال أ.د. سامي حداد إن العمل بدأ."],
    ["قال أ. د. سامي حداد، م. ليلى، إن العمل بدأ."],
    ["ارتفع السعر إلى 3.5 دولارات أو ٣٫٥ أو ٣.٥ في المئة."],
    ["صدر عن J. K. Rowling في U.S. كتاب."],
    ["قال، بعد الاجتماع: لا؛ ثم غادر"],
    ["نشر موقع العربية.نت صورا عن example.com أمس."],
    ["قالوا إنه «سيعود...قريبا» إلى بيته."],
])
def test_sentences_after_a_space(expected):
    assert sentences(" ".join(expected)) == expected


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\u2029", "\n\n", "\r\n \u00a0\r\n", "\n\u200f\n"])
def test_lines_end_sentences(end):
    text = end.join(["عنوان الخبر", "قال الوزير نعم", "وغادر"])
    assert sentences(text) == ["عنوان الخبر", "قال الوزير نعم", "وغادر"]
    assert [s.paragraph for s in segment(article_from_text(text))] == [0, 1, 2]


@pytest.mark.parametrize("first, second", [("قال الوزير نعم.", "وأضاف أن العمل بدأ."), ("بدأ «العمل».", "وأضاف أنه بدأ."), ("وقع ذلك سنة 2031.", "وبعد عام عاد."), ("بدأ العمل (أمس).", "وانتهى اليوم.")])
def test_a_forgotten_space_before_waw(first, second):
    assert sentences(first + second) == [first, second]


def test_a_title_written_together_with_its_name_is_no_end():
    assert sentences("قال د.وليد حداد إن العمل بدأ.") == ["قال د.وليد حداد إن العمل بدأ."]


def test_paragraphs_count_lines_and_ids_count_sentences():
    rows = segment(article_from_text("عنوان\n\nواحد. اثنان.\nثلاثة."))
    assert [(r.sentence_id, r.paragraph) for r in rows] == [(0, 0), (1, 1), (2, 1), (3, 2)]


@pytest.mark.parametrize("text", ["", " ", "\n\r\n", "\ufeff", "\u200f\n\u200f"])
def test_no_sentence_without_text(text):
    assert sentences(text) == []


def test_text_without_a_stop_is_cut_at_spaces():
    text = "كلمة " * 2000
    assert all(len(s) <= LONGEST for s in sentences(text)) and " ".join(sentences(text)) == text.strip()
    assert max(map(len, sentences("ب" * 5000))) == LONGEST


@given(st.lists(st.sampled_from(["قال", "د.", "أ.د.", "3.5", "و", *". ؟!…\"»«)(\n\r\u2028\u200f\ufeff😀"])).map("".join))
def test_sentences_and_the_space_between_make_up_the_text(text):
    rest, end = "", 0
    for s in segment(article_from_text(text)):
        assert end <= s.start < s.end and text[s.start:s.end] == text[s.start:s.end].strip()
        rest, end = rest + text[end:s.start], s.end
    assert not (rest + text[end:]).strip(" \n\r\u2028\u200f\ufeff")


def test_a_run_of_stops_is_tried_once():
    article, start = article_from_text("." * 20_000 + "قال"), time.process_time()
    segment(article)
    assert time.process_time() - start < 1  # 12 seconds when each stop was tried as a beginning
