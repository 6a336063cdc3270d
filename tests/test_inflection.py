"""Written forms of cues: one form in, its readings out."""

import pytest

from analysis.cues import CUE_READINGS
from analysis.inflection import Form, fits, noun_forms, participle_forms, perfect_forms, pronoun_features, read_form, without_pronoun
from analysis.text import fold


def readings(word):
    """Return 'lemma pos person gender number', with +prefix, -pronoun and ال where they stand, of each reading of a written word."""
    out = []
    for _, form in CUE_READINGS[fold(word)]:
        features = "".join(str(f) for f in (form.person, form.gender, form.number) if f)
        marks = [f"+{form.prefix}"] * bool(form.prefix) + [f"-{form.pronoun}"] * bool(form.pronoun) + ["ال"] * form.definite
        out.append(" ".join([form.lemma, form.pos, features, *marks]))
    return out


@pytest.mark.parametrize("word, reading", [
    # person, gender, number
    ("قال", "قال perfect 3ms"), ("قالت", "قال perfect 3fs"), ("قالوا", "قال perfect 3mp"), ("قالا", "قال perfect 3md"), ("قالتا", "قال perfect 3fd"), ("قلنا", "قال perfect 1p"),
    ("قلت", "قال perfect 1s"), ("أعلنا", "أعلن perfect 1p"), ("أكدن", "أكد perfect 3fp"),
    ("يقول", "قال imperfect 3ms"), ("تقول", "قال imperfect 3fs"), ("نقول", "قال imperfect 1p"), ("أقول", "قال imperfect 1s"), ("يقولون", "قال imperfect 3mp"),
    ("تقولان", "قال imperfect 3fd"), ("يقولا", "قال imperfect 3md"),
    # weak stems
    ("دعوا", "دعا perfect 3mp"), ("تدعو", "دعا imperfect 3fs"), ("يدعون", "دعا imperfect 3mp"), ("نفى", "نفى perfect 3ms"), ("نفت", "نفى perfect 3fs"), ("ينفي", "نفى imperfect 3ms"),
    # harakat, tatweel, hamza forms
    ("أَكَّدَ", "أكد perfect 3ms"), ("قـــال", "قال perfect 3ms"), ("واضاف", "أضاف perfect 3ms +و"),
    # proclitics
    ("وقالت", "قال perfect 3fs +و"), ("فأكد", "أكد perfect 3ms +ف"), ("سيعلن", "أعلن imperfect 3ms +س"), ("وستعلن", "أعلن imperfect 3fs +وس"), ("ليؤكد", "أكد imperfect 3ms +ل"),
    ("بالقول", "قال noun ms +ب ال"), ("بقوله", "قال noun ms +ب -ه"), ("ومطالبتها", "طالب noun fs +و -ها"), ("للمطالبة", "طالب noun fs +ل ال"),
    # pronouns
    ("اتهمته", "اتهم perfect 3fs -ه"), ("اتهموها", "اتهم perfect 3mp -ها"), ("دعوتهم", "دعا noun fs -هم"), ("ادعائه", "ادعى noun ms -ه"),
    # participles
    ("مؤكدا", "أكد participle ms"), ("مؤكدة", "أكد participle fs"), ("مؤكدين", "أكد participle mp"), ("مضيفا", "أضاف participle ms"), ("المطالبين", "طالب participle mp ال"),
])
def test_form_is_read(word, reading):
    assert reading in readings(word)


@pytest.mark.parametrize("word", ["سقال", "بأكد", "لقال", "مدينة", "بيان", "كتاب", "الوزير", "BBC", "٢٠١٧", "و"])
def test_no_cue(word):
    assert readings(word) == []


@pytest.mark.parametrize("pos, prefix, pronoun, may", [
    ("imperfect", "س", "", True), ("perfect", "س", "", False), ("noun", "وب", "", True), ("perfect", "ب", "", False), ("imperfect", "ل", "", True), ("perfect", "ل", "", False),
    ("noun", "ل", "ي", True), ("perfect", "", "ي", False), ("perfect", "", "ني", True), ("noun", "", "ني", False), ("participle", "", "ه", False), ("perfect", "فس", "", False),
])
def test_clitics_that_a_form_may_carry(pos, prefix, pronoun, may):
    assert fits(Form("قال", pos), prefix, pronoun) is may


def test_nouns_have_an_accusative_and_participles_eight_endings():
    assert [form for form, _ in noun_forms("طلب", "طلب|طلبات")] == ["طلب", "طلبا", "طلبات"]
    assert {"مؤكد", "مؤكدا", "مؤكدة", "مؤكدون", "مؤكدين", "مؤكدات"} <= {form for form, _ in participle_forms("أكد", "مؤكد")}
    assert dict(perfect_forms("نفى", "نفى|نفت|نفوا|نفيت"))["نفيت"].person == 1


def test_attached_pronouns():
    assert {("انتقاد", "هم"), ("انتقادات", "هم")} <= {*without_pronoun("انتقادهم"), *without_pronoun("انتقاداتهم")}
    assert ("ادعاء", "ه") in set(without_pronoun("ادعائه")) and ("رد", "ي") not in set(without_pronoun("ري"))
    assert (pronoun_features("ها"), pronoun_features("هم"), pronoun_features("نا")) == (("f", "s"), ("m", "p"), (None, None))


def test_a_reading_keeps_what_was_stripped():
    table = {"قول": [Form("قال", "noun", None, "m", "s")]}
    assert [(f.prefix, f.pronoun, f.definite) for word in ("قول", "القول", "والقول", "قولها") for f in read_form(word, table)] == [
        ("", "", False), ("", "", True), ("و", "", True), ("", "ها", False)]
