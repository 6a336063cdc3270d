"""The whole way, on any text: no input crashes, offsets are always right, cost grows with length."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.pipeline import analyze
from analysis.records import NARRATOR
from analysis.text import article_from_text

WORDS = """قال وقال أكد وأكد أضاف وأضاف مطالبا مضيفا يعتبر بحسب وفقا نقلت ونقلت قوله تصريح بيان البيان أن إن بأن إنه على إلى من عن في مع لم لن لا قد التي الذي
الرئيس الروسي وزير الخارجية المتحدث باسم بوتين لافروف روسيا موسكو تركيا وتركيا النظام السوري داعش المعارضة مجلس الأمن الأمم المتحدة مصدر مصادر
قصف قصفت تم دعم يدعم خرق إرهابية الإرهاب ترحب يرحب بالاتفاق الهدنة مكافحة من قبل جانب ضحايا هو هي هم""".split()
MARKS = list('"«»“”\'‘’:،.؛؟!()-…') + ["\n", "\n\n", "\r\n", " ", "ـ", "ّ", "\u200f", "\ufeff", "😀", "3.5", "٢٠١٧", "BBC"]

news = st.lists(st.sampled_from(WORDS) | st.sampled_from(MARKS), max_size=60).map(" ".join)
anything = st.text(st.sampled_from("".join(WORDS) + "".join(MARKS)) | st.characters(exclude_categories=["Cs"]), max_size=200)


def check(coding):
    """Every offset of a coding is inside the text, and the words stored are the words there."""
    text = coding.article.text
    sentences = {s.sentence_id: s for s in coding.sentences}
    ids = {s.statement_id for s in coding.statements}

    def holds(start, end, words):
        return 0 <= start < end <= len(text) and text[start:end] == words

    assert all(a.end <= b.start for a, b in zip(coding.sentences, coding.sentences[1:]))
    for row in coding.mentions:
        assert holds(row.start, row.end, row.text) and row.sentence_id in sentences
    for row in coding.statements:
        assert row.source != NARRATOR and row.sentence_id in sentences and (row.parent is None or row.parent in ids)
        assert row.content and all(0 <= start < end <= len(text) for start, end in row.content)
        assert row.cue is None or holds(row.cue_start, row.cue_end, row.cue)
        assert row.source_text is None or holds(row.source_start, row.source_end, row.source_text)
    for row in coding.stances + coding.frames:
        assert holds(row.start, row.end, row.evidence) and (row.statement_id is None or row.statement_id in ids)
    for row in coding.namings:
        assert holds(row.start, row.end, row.label) and (row.statement_id is None or row.statement_id in ids)
    assert len(ids) == len(coding.statements)


@pytest.mark.parametrize("text", [
    'تعتبرها "مكلفة" وأنها "الصفقة',
    "نقلت الوكالة الذي من :",
    'بأن "غضب أن الأردن',
    "ذكرت صحيفة «",
    "قال الوزير و3",
    "قال سامي و 3",
    "أن تكلمت الروسية، من",
    "أكد لافروف أن مسؤولا في بلاده غادر",
    "روسيا، المحكمة من الجزيرة ودعمها التي",
])
def test_a_text_may_end_anywhere(text):
    """Each of these has stopped the program."""
    check(analyze(article_from_text(text)))


@given(news)
@settings(max_examples=300)
def test_any_order_of_news_words_is_coded_with_right_offsets(text):
    check(analyze(article_from_text(text)))


@given(anything)
def test_any_text_is_coded_with_right_offsets(text):
    check(analyze(article_from_text(text)))


@given(news)
def test_the_same_text_is_coded_the_same(text):
    article = article_from_text(text)
    assert analyze(article) == analyze(article)


REPEATED = {
    "a sentence without end": "قال الوزير الروسي سيرغي لافروف إن بلاده ترحب بالاتفاق مع تركيا وأكد أن «العمل بدأ» في موسكو ",
    "quotation marks": '"',
    "opened quotations": "«نعم ",
    "cues": "قال إن ",
    "nested speech": "قال الوزير إن ",
    "participles": "مضيفا أن العمل بدأ ",
    "according": "وفقا لروسيا ",
    "offices in offices": "رئيس وزير ",
    "demonyms": "الرئيس الروسي ",
    "conjoined": "روسيا و",
    "deeds": "قصفت روسيا المعارضة السورية ",
    "documents": "وقال البيان إن روسيا قصفت المدينة. ",
    "lines": "بوتين: نعم.\n",
    "diacritics": "َ",
}


@pytest.mark.parametrize("name", REPEATED)
def test_cost_grows_with_length(name):
    """Five times the text takes at most twelve times as long (quadratic cost would take 25), in processor time."""
    def seconds(n):
        article = article_from_text("قال بوتين " + REPEATED[name] * n)
        start = time.process_time()
        check(analyze(article))
        return time.process_time() - start

    n = 8000 // len(REPEATED[name])
    short = min(seconds(n) for _ in range(2))
    limit = 12 * max(short, 0.03)  # what takes less than 30 ms says nothing
    assert any(seconds(5 * n) < limit for _ in range(3))  # one collection of garbage in a long run of tests can take half a second
