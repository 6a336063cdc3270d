"""What stands beside a verb and gives it another sense than saying, as named cases; `|` stands before the verb in their examples."""

from analysis.attribution.complements import has_pronoun, is_complementizer
from analysis.attribution.features import actor_like, bare_noun, phrase_features
from analysis.attribution.objects import is_title
from analysis.cues import CUE_READINGS, FINITE
from analysis.inflection import without_pronoun
from analysis.text import fold
from analysis.wordlists import common_nouns, documents, human_titles, known_nouns, name_links, named_heads, rule_words, speaking_nouns, verbal_nouns
from analysis.words import QUOTE, WORD, FormCache


def other_sense(reading, i, r):
    """Say whether what stands beside a verb gives it another sense than saying.

    `نشر على صفحته` (was published), `شددت القيود على` (tightened), `سترد على أي هجوم` (will strike back), `هذا أمر` (a matter).
    """
    before = reading.words[i - 1] if i > reading.sentence_start(i) else None
    after = reading.words[i + 1] if i + 1 < reading.sentence_end(i) else None
    for case, answer in _CASES_OF[r.cue.lemma]:
        if case(reading, i, r, before, after):
            return answer
    return False


def _in_body_name(reading, i, r, before, after):
    """`وكالة "فرات | نيوز"`: say whether the word is of the name of a body in marks."""
    held = reading.quotations[reading.inside[i]] if reading.inside[i] >= 0 else None
    return held is not None and held.first and held.last - held.first <= 4 and reading.keys[held.first - 1].removeprefix("ال") in named_heads()


def _is_matter(reading, i, r, before, after):
    """`هذا | أمر`, `إنه | أمر`: say whether the word for an order is a matter."""
    return before is not None and (before.particle in ("demonstrative", "pronoun") or before.particle == "complementizer" and has_pronoun(before))


def _is_elative(reading, i, r, before, after):
    """`من | أبرز المعارضين`, `| وأبرز دليل على ذلك أن`: say whether the verb is an elative."""
    if r.form.pos != "perfect" or r.form.gender != "m" or r.form.number != "s" or not r.cue.takes_object and r.form.pronoun:
        return False
    return (before is not None and before.particle == "preposition" and not reading.words[i].conj or after is not None and i + 1 not in reading.mention_at and _is_most(reading, i + 1)
            or r.cue.takes_object and (r.form.pronoun or not _sets_out(reading, i)))


def _carried_thing(reading, i, r, before, after):
    """`يهتفون | ويلوحون بالأعلام`: say whether a thing is waved."""
    return r.cue.act in ("threaten", "say") and after is not None and after.prep == "ب" and bare_noun(after) in rule_words("carried")


def _belonging_to(reading, i, r, before, after):
    """`مختبر | تابع لوزارة الدفاع`: say whether something belongs to somebody."""
    return r.form.pos == "perfect" and not reading.words[i].conj and after is not None and after.prep == "ل" and before is not None


def _altogether(reading, i, r, before, after):
    """`رسالة للعالم | أجمع`: say whether all of it is meant."""
    return not reading.words[i].conj and before is not None and before.definite and (after is None or reading.keys[i + 1] != "علي")


def _shows_therein(reading, i, r, before, after):
    """`| وعرض فيها بعض الصور`: say whether something is shown there."""
    return after is not None and after.particle == "pronoun_prepositional"


def _behind_noun(reading, i, before):
    """Say whether a noun without ال stands right before the word at token i, which has no و."""
    return not reading.words[i].conj and before is not None and not before.definite and before.particle is None and i - 1 not in reading.mention_in


def _worth_mentioning(reading, i, r, before, after):
    """`لم تقدم مساعدة | تذكر للمنكوبين`: say whether something is hardly worth mentioning."""
    return _behind_noun(reading, i, before) and r.form.pos == "imperfect" and (after is None or (after.prep or after.particle == "preposition") and reading.keys[i + 1] not in rule_words("therein"))


def _is_price(reading, i, r, before, after):
    """`سيدفعون | ثمن ذلك`, `يدفع العمال | ثمن الإهمال`: say whether the word is a price, behind a noun or what looks like one, or a verb of paying."""
    if r.form.pos != "perfect":
        return False
    if r.form.number == "s" and _behind_noun(reading, i, before):
        return True
    return any(reading.words[k] is not None and reading.words[k].stem in rule_words("pays") for k in range(max(reading.sentence_start(i), i - 6), i))


def _is_first_name(reading, i, r, before, after):
    """`الدكتورة | أمل بنت خميس`: say whether a name stands between a title and a link of names."""
    return before is not None and is_title(before) and reading.keys[i] in reading.registry.first_names and not reading.words[i].conj and after is not None and (reading.keys[i + 1] in name_links() or reading.keys[i + 1] in rule_words("child_of"))


def _answer_of_somebody(reading, i, r, before, after):
    """`استغرب سامي حداد | رد الوزير`: say whether the word is the object of the verb before."""
    return r.form.pos == "perfect" and r.form.gender == "m" and r.form.number == "s" and not reading.words[i].conj and after is not None and after.definite and is_title(after) and _is_object_noun(reading, i)


def _nothing_behind(reading, i, r, before, after):
    """Say whether the verb ends its sentence, or a mark or a number stands behind it, so that nothing gives it another sense."""
    return after is None


def _across_medium(reading, i, r, before, after):
    """`كشف | عبر تويتر عن …`: say whether the word is a preposition before a medium or a deed."""
    if r.form.pos != "perfect" or r.form.gender != "m" or reading.words[i].conj:
        return False
    return after.stem in rule_words("medium") or after.definite and after.stem[2:] in verbal_nouns() or i + 1 in reading.mention_in and reading.is_medium(reading.mention_in[i + 1])


def _receives_copy(reading, i, r, before, after):
    """`بلاغ | توصلت الجريدة بنسخة منه`: say whether a copy is received."""
    return any(key in rule_words("copy") for key in reading.keys[i + 1:min(i + 6, reading.sentence_end(i))])


def _entrusts_to(reading, i, r, before, after):
    """`| تعهد إليه المهمات`: say whether somebody is entrusted with something."""
    return after.particle == "pronoun_prepositional" and after.stem.startswith("الي")


def _found_alive(reading, i, r, before, after):
    """`عثر على الطيار | حيا بعد ثلاثين عاما`: say whether somebody is alive."""
    return reading.tokens.forms[i].endswith("ا") and not (after.definite or i + 1 in reading.mention_in or reading.keys[i + 1] == "علي" or actor_like(reading, (i + 1, i + 2)))


def _in_accusative(reading, i, r, before, after):
    """`| حيا الوزير العمال`: say whether the verb ends like the adjective for one who is alive."""
    return reading.tokens.forms[i].endswith("ا")


def _was_published(reading, i, r, before, after):
    """`التقرير الذي | نشر على صفحته`: say whether the verb is passive, with a preposition right behind it."""
    return not reading.words[i].conj and after.particle == "preposition" and not r.form.pronoun and r.form.gender == "m"


def _tightens_thing(reading, i, r, before, after):
    """`| شددت القيود على السفر`, not `شدد الحمداني على أن …`: no noun of the language is a surname."""
    return _is_tightened(reading, i + 1) or any(_is_tightened(reading, k) and (reading.words[k - 1].definite or k - 1 in reading.mention_in) for k in range(i + 2, _upon(reading, i)))


def _will_answer(reading, i, r, before, after):
    """`| ستردّ موسكو على العقوبات: "…"`: say whether the verb of answering is in the future."""
    return r.form.pos == "imperfect" and (r.form.prefix.endswith("س") or before is not None and reading.keys[i - 1] in rule_words("will"))


def _will_strike_back(reading, i, r, before, after):
    """`| ستردّ موسكو على العقوبات`: say whether it is told what will be done, since no words follow."""
    return _will_answer(reading, i, r, before, after) and not any(reading.kinds[k] == QUOTE or reading.tokens.forms[k] == ":" for k in range(i + 1, min(i + 16, reading.sentence_end(i))))


def _gives_back(reading, i, r, before, after):
    """`| رد المتحف إلى مصر التمثال`: the first preposition behind the verb is إلى, and nothing behind it is said."""
    last = min(i + 12, reading.sentence_end(i))
    first = next((k for k in range(i + 1, min(i + 6, last)) if reading.words[k] is not None and (reading.words[k].particle == "preposition" or reading.words[k].prep)), None)
    return first is not None and reading.keys[first] == "الي" and not any(reading.kinds[k] == QUOTE and not reading.is_name(reading.opens[k]) for k in range(first, last) if k in reading.opens) and not any(reading.keys[k] == "علي" or reading.tokens.forms[k] == ":" for k in range(first, last))


def _fires_back(reading, i, r, before, after):
    """`| ردوا علينا بالقنابل`: say whether it is answered with weapons."""
    return any(reading.words[k] is not None and reading.words[k].prep == "ب" and reading.words[k].stem.removeprefix("ال") in rule_words("fired") for k in range(i + 1, min(i + 5, reading.sentence_end(i))))


def _carries_to(reading, i, r, before, after):
    """`| نقلت إلى مدينته عشرين طفلا`: say whether somebody is brought somewhere."""
    return reading.keys[i + 1] == "الي" or after.particle == "pronoun_prepositional" and reading.keys[i + 1].startswith("الي")


def _is_answer(reading, i, r, before, after):
    """`تقديم | رد رسمي على العمدة`, `أول | رد من الوزير على القناة`: say whether the word is the noun for an answer."""
    return after.particle == "preposition" and after.stem == "من" or after.stem in rule_words("of_answer")


def _by_reprisal(reading, i, r, before, after):
    """`| ردت موسكو بطرد دبلوماسيين`, `| رد الجنود على الحشد بقصفه`: say whether it is answered with a deed."""
    by = next((reading.words[k] for k in range(i + 1, min(i + 6, reading.sentence_end(i))) if reading.words[k] is not None and reading.words[k].prep == "ب" and k not in reading.mention_in), None)
    return by is not None and (by.stem in rule_words("reprisal") or any(base in rule_words("reprisal") for base, _ in without_pronoun(by.stem)))


def _to_blow(reading, i, r, before, after):
    """`| رد الجيش على الهجوم`: say whether it is a blow that is answered."""
    return any(reading.words[k] is not None and reading.words[k].stem.removeprefix("ال") in rule_words("blow") for k in range(i + 1, min(i + 6, reading.sentence_end(i))) if reading.keys[k - 1] == "علي" or reading.keys[k - 2] == "علي")


def _otherwise(reading, i, r, before, after):
    """In all other cases of these verbs."""
    return True


def _is_most(reading, i):
    """Say whether an elative goes on with the noun at i (`وأبرز | دليل`, `وأبرز | الأسباب أن`): neither with أن nor with one who can speak."""
    word = reading.words[i]
    if is_complementizer(reading.keys[i]) or word.particle is None and (bare_noun(word) in human_titles() or reading.keys[i] in reading.registry.first_names or reading.keys[i] in rule_words("honorific")):
        return False
    return not word.definite or bare_noun(word) in common_nouns() and bare_noun(word) not in speaking_nouns()


def _sets_out(reading, i):
    """`أبرز | وزير المناجم كمال نصار أهمية …`, `وأبرز | السيد نصار دور …`: say whether the elative at i can only be a verb, since it opens its clause and one definite person stands behind it."""
    if i + 1 >= reading.sentence_end(i) or i > reading.sentence_start(i) and not reading.words[i].conj and reading.kinds[i - 1] == WORD:
        return False
    held = reading.mention_at.get(i + 1)
    if held is None:
        word, last = reading.words[i + 1], reading.words[max(reading.noun_phrase(i + 1, reading.sentence_end(i)), i + 2) - 1]
        if word is None or last is None or phrase_features(reading, (i + 1, i + 2))[1] == "p" or not word.definite and word.stem.endswith("ي"):
            return False
        return (word.definite or last.definite) and (bare_noun(word) in human_titles() or bare_noun(word) in documents() or reading.keys[i + 1] in rule_words("honorific"))
    return reading.is_person(held[0]) and reading.features(held[0])[1] != "p" and (held[0].kind in ("name", "new") or any(reading.words[k] is not None and reading.words[k].definite for k in range(i + 1, held[1])))


def _is_object_noun(reading, i):
    """Say whether the word at token i, which looks like a verb, stands behind the subject of a verb that takes an object: it is that object."""
    for k in range(i - 1, max(reading.sentence_start(i), i - 6) - 1, -1):
        word = reading.words[k]
        if word is None or word.particle and k not in reading.mention_in:
            return False
        if any(r.form.pos in FINITE and r.cue.takes_object and not r.form.pronoun for r in CUE_READINGS[reading.keys[k]]) and k not in reading.mention_in:
            return k < i - 1
    return False


def _is_tightened(reading, k):
    """`القيود`, `قبضته`: say whether at k stands a noun of the language, with ال or its pronoun, that cannot speak."""
    word = reading.words[k]
    if word is None or word.particle or word.verb or word.prep or k in reading.mention_in:
        return False
    nouns = [bare_noun(word)] if word.definite else [base for base, _ in without_pronoun(word.stem)]
    return any(noun in known_nouns() for noun in nouns) and not actor_like(reading, (k, max(reading.noun_phrase(k, reading.sentence_end(k)), k + 1)))


def _upon(reading, i):
    """Return the token of على among the six behind the verb at i, where what stands before it is one row of nouns; else the token behind the verb."""
    for k in range(i + 1, min(i + 7, reading.sentence_end(i))):
        if reading.keys[k] == "علي" and k not in reading.mention_in:
            return k
        if reading.words[k] is None or reading.words[k].particle or reading.words[k].prep:
            return i + 1
    return i + 1


_CASES = (
    (None, _in_body_name, True),
    ("matter", _is_matter, True),
    ("matter", _otherwise, False),
    ("elative", _is_elative, True),
    (None, _carried_thing, True),
    ("belongs", _belonging_to, True),
    ("altogether", _altogether, True),
    ("displays", _shows_therein, True),
    ("mentions", _worth_mentioning, True),
    ("price", _is_price, True),
    (None, _is_first_name, True),
    ("answers", _answer_of_somebody, True),
    (None, _nothing_behind, False),
    ("across", _across_medium, True),
    ("receives", _receives_copy, True),
    ("entrusts", _entrusts_to, True),
    ("entrusts", _otherwise, False),
    ("alive", _found_alive, True),
    ("alive", _in_accusative, False),
    ("unheard", _was_published, True),
    ("unheard", _otherwise, False),
    ("tightens", _tightens_thing, True),
    ("tightens", _otherwise, False),
    ("answers", _will_strike_back, True),
    ("answers", _will_answer, False),
    ("answers", _gives_back, True),
    ("answers", _fires_back, True),
    ("carries", _carries_to, True),
    ("answers", _is_answer, True),
    ("answers", _by_reprisal, True),
    ("answers", _to_blow, True),
)
"""In the order tried: the class of rule_words.tsv whose verbs it is for (None: all verbs); the case; whether the verb has another sense where the case is met."""

_CASES_OF = FormCache(lambda lemma: tuple((case, answer) for verbs, case, answer in _CASES if verbs is None or fold(lemma) in rule_words(verbs)))
"""Lemma → the cases that are tried at its verb, with their answers."""
