"""Noun phrases: where they begin and end. In each text | stands after the phrase that begins at its first word; nothing before it: none begins."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.actors import find_mentions, load_registry
from analysis.phrases import Reading
from analysis.segment import segment
from analysis.text import article_from_text
from analysis.words import tokenize


def read(text):
    article = article_from_text(text)
    sentences = segment(article)
    tokens = tokenize(article, sentences)
    return Reading(article, sentences, tokens, find_mentions(article, sentences, tokens, load_registry()), load_registry())


@pytest.mark.parametrize("text", [
    # head, adjectives, construct state, names
    "الوزير الجديد | في المدينة",
    "وزير الخارجية الروسي سيرغي لافروف | إن",
    "محمد بن سلمان آل سعود | أمس",
    "عبد الله العلي |، الذي",
    "بي بي سي BBC العربية | أن",
    "مدير 3 شركات | أمس",
    "كل الأطراف | في",
    "هذا الوزير | أكد",
    "الـوَزيـرُ الجَديدُ | \u200fفي المدينة",
    # words with a proclitic inside a title
    "الناطق الرسمي باسم نقابة الصيادين سامي حداد |، إن",
    "الأمين العام للأمم المتحدة | إن",
    "وكالة الأنباء | للصحافيين",
    "الرئيس السوري | للصحفيين",
    # hyphens, parentheses, names in marks
    "كلية الطب-جامعة الشرق | أمس",
    "جمعية البر (فرع الشمال) | أمس",
    "صحيفة «الضحى» اليومية | أن",
    "صحيفة \"الضحى\" | أن",
    "مجلة ''الضحى'' | أن",
    "الوزير | «لن نتراجع»",
    # joint offices and joint subjects
    "وزير النفط والثروة المعدنية | أمس",
    "روسيا | وتركيا",
    # verbs, participles, particles end it
    "الوزير | قال إن",
    "الوزير | سيغادر أمس",
    "مدير الشركة | مؤكدا أن",
    "مدير الشركة |، مضيفا أن",
    "الرئيس | الذي",
    "الرئيس | وقد",
    # none begins
    "| في المدينة", "| قال الوزير", "| وقد", "| هذا أكد", "| أن الوزير", "| بالوزير", "| ، الوزير", "| «لا» قال", "| 20 شخصا", "| لروسيا", "| 😀",
])
def test_noun_phrase(text):
    phrase, rest = text.split("|")
    reading = read(phrase + rest.lstrip() if phrase.endswith(" ") else phrase + rest.lstrip())
    end = reading.noun_phrase(0, len(reading.tokens))
    assert (reading.text(0, end) if end else "") == phrase.strip()


@pytest.mark.parametrize("text, named", [
    ("«الضحى»", True), ("\"الحزب الديمقراطي\"", True), ("«نعم»", True), ("\" \"", True), ("«حياة في الشرق»", True),
    ("«لن نتراجع»", False), ("«في الشرق حياة»", False), ("«قال إنه بخير»", False), ("«بدأ العمل في المدينة كلها أمس واليوم»", False), ("«الضحى", False),
])
def test_names_and_terms_in_marks(text, named):
    reading = read(f"صحيفة {text} أمس")
    assert reading.is_name(reading.quotations[0]) is named


def test_a_reading_knows_its_mentions_and_sentences():
    reading = read("غادر لافروف. وموسكو ترحب.")
    (_, end), (mention, after) = reading.mention_at[1], reading.mention_at[3]
    assert (mention.text, mention.party, end, after) == ("موسكو", "russia", 2, 4)
    assert reading.is_person(reading.mention_at[1][0]) and not reading.is_person(mention)
    assert (reading.features(mention), reading.actor(mention).id) == (("f", "s"), mention.actor)
    assert (reading.sentence_start(3), reading.sentence_end(3), reading.sentence_end(0)) == (3, 6, 3)


@given(st.lists(st.sampled_from([*"«»\"()،.:-", "وزير", "الوزير", "روسيا", "وروسيا", "قال", "في", "هذا", "3", "BBC", "مؤكدا", "للوزير", "ـ", "😀", "\n"]), max_size=12).map(" ".join))
def test_any_words_have_phrases_inside_the_limit(text):
    reading = read(text)
    for i in range(len(reading.tokens)):
        limit = reading.sentence_end(i)
        assert i <= reading.noun_phrase(i, limit) <= max(limit, i)
