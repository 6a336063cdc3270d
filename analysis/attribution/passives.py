"""When a verb that could report is passive and nobody is named who says it: `المدينة تعد من أجمل المدن`, `اتهم وزير سابق بالتجسس`."""

from analysis.attribution.adverbials import is_adverb
from analysis.attribution.affirmed import IMPERSONAL_ACTS, is_hollow
from analysis.attribution.clause import read_clause
from analysis.attribution.complements import is_complementizer, preposition_at
from analysis.attribution.evidence import SPEECH
from analysis.attribution.features import actor_like, agrees, is_common
from analysis.attribution.objects import is_possessive
from analysis.attribution.subjects import relative_agrees
from analysis.cues import CUE_READINGS
from analysis.text import fold
from analysis.wordlists import common_nouns, documents, rule_words, verbal_nouns
from analysis.words import COMMAS


def agreed_on(reading, i, clause):
    """`الخطة التي اتفقنا عليها … على بقية المدن`: with its pronoun behind it the verb's preposition is the antecedent's, and a second one opens no content."""
    after = reading.words[i + 1] if i + 1 < len(reading.words) else None
    return clause.how == "preposition" and after is not None and after.particle == "pronoun_prepositional" and reading.keys[i + 1][:2] == reading.keys[clause.begin][:2]


def held_to_be(reading, i, j, r):
    """`الزجاجة التي يعتقد أنها …`: nobody is named who believes it; the pronoun is that of what is spoken of."""
    return r.form.pos == "imperfect" and r.cue.act in IMPERSONAL_ACTS and not is_hollow(reading.words[i].stem) and not relative_agrees(reading.words[j].stem, r.form) and is_complementizer(reading.keys[i + 1] if i + 1 < len(reading.keys) else "")


def told_of_it(reading, i, j, r):
    """`المحادثات التي | أعلن عنها أمس`: a masculine perfect behind التي with the pronoun right behind it is passive, if no actor follows."""
    after = reading.words[i + 1] if i + 1 < len(reading.words) else None
    return (r.form.pos == "perfect" and r.form.gender == "m" and r.form.number == "s" and not r.form.pronoun and after is not None and after.particle == "pronoun_prepositional" and reading.keys[i + 1] not in rule_words("therein")
            and not relative_agrees(reading.words[j].stem, r.form) and not (reading.starts_noun_phrase(i + 2) and actor_like(reading, (i + 2, max(reading.noun_phrase(i + 2, reading.sentence_end(i)), i + 3)))))


def may_be_held(r, clause):
    """Say whether a verb of holding with a noun phrase behind it can be passive: `يعتبر`, `تعد`, without a pronoun."""
    return fold(r.cue.lemma) in rule_words("considered") and r.form.pos == "imperfect" and not r.form.pronoun and clause.how == "object"


def without_object(reading, i, r, clause):
    """`البيت الذي وصف بأنه متحف`, `هجوم اتهم بتنفيذه`: without him who is called or accused the verb is passive."""
    if fold(r.cue.lemma) not in rule_words("calls") or r.form.pronoun or clause.begin is None or clause.subjects:
        return False
    if any(not (reading.words[k] is not None and is_adverb(reading, k)) for k in range(i + 1 + (reading.keys[i + 1] in rule_words("there_is")), clause.begin)):
        # `اتهم (الأمل) بإرسال جاسوس`, `اتهم في خطاب النقابة بالإهمال`
        return False
    return clause.how in ("clause", "preposition") and reading.keys[clause.begin][0] == "ب"


def told_of(reading, i, r, subject):
    """`النتائج سيعلن عنها غدا`: say whether the pronoun behind the verb's own preposition means the thing before the verb, so that it is passive."""
    word = reading.words[i + 1] if i + 1 < reading.sentence_end(i) else None
    if word is None or word.particle != "pronoun_prepositional" or actor_like(reading, subject):
        return False
    governed = next((p for p in r.cue.prepositions if len(p) > 1 and reading.keys[i + 1].startswith(p)), None)
    return governed is not None and not subject_follows(reading, i, r)


def done_to_it(reading, i, clause, subject):
    """Say whether the verbal noun right behind the verb goes on with a preposition and a pronoun, which mean the thing or body that was reached, found or told of."""
    word, after = reading.words[clause.begin], reading.words[clause.begin + 1] if clause.begin + 1 < len(reading.words) else None
    return clause.begin == i + 1 and word is not None and word.definite and word.stem[2:] in verbal_nouns() and after is not None and after.particle == "pronoun_prepositional" and not is_common(reading, subject) and subject[0] not in reading.mention_at


def is_considered(reading, i, r, clause):
    """`إسرائيل تعتبر غريبة في المنطقة`, `المدينة تعد من أجمل المدن`: with one indefinite complement right behind it the verb of holding is passive."""
    if fold(r.cue.lemma) in rule_words("considered") and not r.form.pronoun and clause.how == "object" and clause.begin == i + 1 and reading.keys[i + 1] in rule_words("elative"):
        # `المرشح الذي اعتبر أكثر حظا`
        return True
    if not may_be_held(r, clause):
        return False
    word = reading.words[clause.begin] if clause.begin < len(reading.words) else None
    if clause.begin == i + 1 and indefinite_accusative(reading, i + 1):
        # `كان يعتبر شريكا محتملا`, `إن الانسحاب يعتبر أمرا خطيرا`
        return True
    if i + 1 < len(reading.keys) and reading.keys[i + 1].removeprefix("ال") in rule_words("elative"):
        # `الحرب تعتبر أسوأ أزمة في العالم`
        return True
    if clause.begin != i + 1 or word is None:
        return False
    following = reading.words[i + 2] if i + 2 < reading.sentence_end(i) else None
    if reading.words[i - 1] is not None and i and reading.words[i - 1].particle == "relative" and word.definite and (clause.begin not in reading.mention_in or reading.mention_in[clause.begin].kind == "title") and not word.particle:
        # `الرئيس الذي يعتبر القائد الأعلى للجيش`
        return True
    return not word.definite and i + 1 not in reading.mention_in and not is_possessive(word) and (following is None or bool(following.prep) or following.particle == "preposition" or following.conj)


def indefinite_accusative(reading, k):
    """Say whether a noun without ال in the accusative stands at k: `شريكا`, `إجراءً`."""
    word = reading.words[k] if k < len(reading.words) else None
    return word is not None and not (word.definite or word.particle or word.prep or word.conj) and k not in reading.mention_in and (word.stem.endswith("ا") and not word.stem.endswith(("ها", "نا", "هما")) or reading.tokens.forms[k].endswith("\u064b"))


def is_reckoned(reading, r, clause):
    """`وتعتبر السعودية أكبر مصدر للنفط`: a verb of holding with one complement, an elative, is passive behind its subject too."""
    last = clause.subjects[-1][1]
    return may_be_held(r, clause) and reading.keys[last] in rule_words("elative") and clause.begin in (last, last + 1)


def is_this_held(reading, i, r):
    """`وتعتبر هذه | أكبر عملية في تاريخ المدينة`, `وهذا | يعتبر خرقا ويعتبر عدوانا`: say whether a verb of holding, at the head of a sentence or quotation with a demonstrative right behind it, or with one right before it or its twin, is passive."""
    if fold(r.cue.lemma) not in rule_words("considered") or r.form.pos != "imperfect" or r.form.person != 3 or r.form.pronoun:
        return False
    first, last = reading.sentence_start(i), reading.sentence_end(i)
    twin = next((k for k in range(i - 1, max(first, i - 9), -1) if reading.words[k] is not None and reading.words[k].stem == reading.words[i].stem), i) if reading.words[i].conj else i
    if twin > first and _points(reading, twin - 1):
        return True
    return i + 1 < last and _points(reading, i + 1) and (i == first or i - 1 in reading.opens)


def _points(reading, k):
    return reading.words[k] is not None and reading.words[k].particle == "demonstrative"


def is_accused(reading, r, clause):
    """`وتُتهم القوات بتنفيذ …`, `اتهم وزير سابق بالتجسس`: before ب without an object, a verb of accusing is passive; a perfect surely where nobody is hidden in the subject's phrase."""
    if r.cue.lemma != "اتهم" or r.form.pronoun:
        return False
    first, last = clause.subjects[0]
    if r.form.pos == "perfect":
        held = reading.mention_at.get(first)
        one = held is not None and held[1] == last or all(word is not None and not word.definite for word in reading.words[first:last])
        return one and len(clause.subjects) == 1 and clause.how in ("preposition", "clause") and (clause.begin == last or reading.tokens.forms[last] in COMMAS and reading.words[last + 1] is not None and reading.words[last + 1].particle == "auxiliary") and reading.keys[clause.begin][0] == "ب"
    return clause.how == "preposition" or clause.how == "object" and reading.words[clause.begin] is not None and reading.words[clause.begin].conj


def one_of_them(reading, i, r, clause):
    """`لطالما اعتبر سامي من الرؤساء الداعمين`: say whether he behind a verb of holding is counted among others, so that it is passive."""
    if fold(r.cue.lemma) not in rule_words("considered") or r.form.pronoun or r.form.number != "s" or clause.how != "object" or clause.begin != i + 1 or i + 1 not in reading.mention_at:
        return False
    end = reading.noun_phrase(i + 1, reading.sentence_end(i))
    behind = reading.words[end + 1] if end + 1 < reading.sentence_end(i) else None
    return behind is not None and reading.keys[end] == "من" and (behind.definite or reading.keys[end + 1] in rule_words("elative"))


def announced(reading, i, r):
    """`أعلن في جنيف عن وفاة الوزير`, `بعد أيام، | أعلن في جنيف عن وفاته`: at the head of a sentence or behind a comma and a place, with neither و nor subject, it was announced."""
    place = reading.keys[i + 1:i + 2] == ["في"] and i + 2 < len(reading.keys) and reading.is_place(i + 2)
    opens = i == reading.sentence_start(i) or reading.tokens.forms[i - 1] in COMMAS and reading.inside[i] < 0 and place
    if not (r.cue.act == "declare" and r.form.pos == "perfect" and r.form.gender == "m" and opens and not reading.words[i].conj and not r.form.pronoun and i + 1 < len(reading.words)):
        return False
    # `أكد على أن الجسر آمن`: what the verb governs tells that somebody says it.
    return reading.words[i + 1] is not None and reading.words[i + 1].particle == "preposition" and not (reading.keys[i + 2:i + 3] == ["ان"] and preposition_at(reading, i + 1, r.cue.prepositions))


def published(reading, i, r):
    """`في تصريحات صحفية، نشرت أمس: "…"`: behind a document and a comma, without a subject, it was published."""
    if fold(r.cue.lemma) not in rule_words("unheard") or r.form.pos != "perfect" or r.form.pronoun or reading.tokens.forms[i - 1] not in COMMAS or i - 1 <= reading.sentence_start(i):
        return False
    return any(reading.words[k] is not None and reading.words[k].stem in documents() for k in range(max(reading.sentence_start(i), i - 4), i - 1))


def is_held(reading, i, r):
    """`وتعتبر السياحة المورد الأول`: without a subject a verb of holding is passive where the noun behind it agrees with it and cannot speak."""
    if fold(r.cue.lemma) not in rule_words("considered") or r.form.pos != "imperfect" or r.form.pronoun or r.form.person != 3 or reading.inside[i] >= 0:
        return False
    phrase = i + 1, max(reading.noun_phrase(i + 1, reading.sentence_end(i)), i + 2)
    word = reading.words[i + 1]
    if i + 1 in reading.mention_at and agrees(reading, phrase, r.form) and reading.keys[phrase[1]:phrase[1] + 1] == ["من"] and phrase[1] + 1 < len(reading.keys) and reading.keys[phrase[1] + 1] in rule_words("elative"):
        # `وتعتبر بريطانيا من أكبر الدول المانحة`
        return True
    if word is None or i + 1 in reading.mention_in or actor_like(reading, phrase) or not agrees(reading, phrase, r.form):
        return False
    if i == reading.sentence_start(i) and (reading.is_place(i + 1) or not word.definite and not word.particle and word.stem in common_nouns() and not is_possessive(word) and phrase[1] > i + 2):
        # `وتعتبر قرارات المجلس نهائية`, `ويعتبر ميناء المدينة المدخل الرئيسي`
        return True
    if not word.definite:
        # `ويعتبر معرض "الضحى" ملتقى عالميا`
        return word.stem in common_nouns() and i + 2 in reading.opens and reading.is_name(reading.opens[i + 2])
    bare = word.stem[2:]
    # A word that nobody knows may be a surname: `يعتبر القنديلي الخطة …`.
    return bare.endswith(("ة", "ات")) or bare in common_nouns() or bare in verbal_nouns()


def done_to(reading, i, clause):
    """`عندما طلب منه تعديل`, `كان المكان قد كشف عنه بعد ساعات من الإفراج عن السجناء`: a passive, told by the pronoun behind its preposition."""
    if reading.words[i].conj or i + 1 >= len(reading.words) or reading.words[i + 1] is None or reading.words[i + 1].particle != "pronoun_prepositional" or i == reading.sentence_start(i):
        return False
    before = reading.words[i - 1]
    asked = before is not None and (before.particle == "subordinator" or before.stem in rule_words("if"))
    again = clause.begin is not None and clause.how == "preposition" and reading.keys[i + 1].startswith(reading.keys[clause.begin]) and reading.words[clause.begin].particle == "preposition"
    return asked and clause.how not in SPEECH or again


def ascribed(reading, i):
    """`تصريحات | نسبت لرئيسها`: say whether a verb of ascribing stands right behind words without ال that are ascribed, and nothing that is said behind it, or opens the sentence."""
    before = reading.words[i - 1] if i > reading.sentence_start(i) else None
    if any((r.form.pos, r.form.gender, r.form.number, r.form.pronoun) == ("perfect", "m", "s", "") for r in CUE_READINGS[reading.keys[i]]) and reading.keys[i + 1] == "الي" and i + 2 in reading.mention_at and (i == reading.sentence_start(i) or before is not None and not before.definite and not before.particle and i - 1 not in reading.mention_in):
        # `ونسب إلى الوزير قوله إن …`, `هجوم | نسب إلى الجيش`
        return True
    said = before is not None and not (before.definite or before.particle or reading.words[i].conj) and (before.stem.endswith(("ات", "اتا")) or before.stem.removesuffix("ا") in documents() or before.stem.removesuffix("ا") in rule_words("own_words"))
    return said and not any(r.form.pos == "noun" and r.form.pronoun for k in range(i + 1, reading.sentence_end(i)) for r in CUE_READINGS[reading.keys[k]])


def subject_follows(reading, i, r):
    """Say whether an actor stands right behind the verb: then what stands before it is another clause's."""
    following = read_clause(reading, i, r.cue, r.form).subjects
    return bool(following) and following[0][0] == i + 1 and i + 1 not in reading.opens and actor_like(reading, following[0])
