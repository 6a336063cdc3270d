"""When verb, content and source together are evidence enough for a statement."""

from analysis.attribution.complements import classes, has_pronoun, is_complementizer, preposition_at
from analysis.attribution.drafts import Draft
from analysis.attribution.features import actor_like, bare_noun, is_document
from analysis.cues import CUE_READINGS, FINITE
from analysis.inflection import without_pronoun
from analysis.text import fold
from analysis.wordlists import common_nouns, documents, human_titles, known_nouns, manner_nouns, named_heads, quantities, rule_words, verbal_nouns
from analysis.words import COMMAS, WORD, FormCache

SPEECH = ("clause", "quotation", "colon")
"""Ways in which content begins that hardly anything but reported speech has."""


def draft_at(rule, reading, i, r, *, sources=(), clause=None, begin=None, kind="finite", confidence=0.9):
    """Return the Draft of a statement with its cue at token i; content from `clause`, or from `begin` behind a preposition."""
    begin, how = (clause.begin, clause.how) if clause is not None else (begin, "preposition")
    return Draft(rule, reading.tokens.sentence_of[i], (i, i + 1), r, list(sources), begin, how=how, confidence=confidence, kind=kind,
                 gender=r.form.gender, number=r.form.number, person=r.form.person)


def _how_it_is_done(reading, begin):
    """`وجه الوزير | بسرعة الانتهاء من الجسر`: say whether a noun of manner at token `begin` is in construct with a verbal noun."""
    following = reading.words[begin + 1] if begin + 1 < reading.sentence_end(begin) else None
    return reading.words[begin].stem in manner_nouns() and following is not None and following.stem.removeprefix("ال") in verbal_nouns()


def _with_what(reading, begin):
    """`هددت الشرطة المشاركين في المسيرة بالسجن`: say whether ب tells not far behind token begin what somebody is threatened with."""
    return reading.keys[begin][0] == "ب" or any(reading.words[k] is not None and reading.words[k].prep == "ب" for k in range(begin, min(begin + 8, reading.sentence_end(begin))))


def _is_somebody(reading, begin):
    """Say whether somebody is named at token begin, in quotation marks or without them."""
    return begin in reading.opens or begin in reading.mention_in or actor_like(reading, (begin, max(reading.noun_phrase(begin, reading.sentence_end(begin)), begin + 1)))


def _set_out(reading, clause, source):
    """`استعرض أهم التحديات`, not `استعرض الملف` or `استعرض … "الحرس الملكي"`; what could be the subject is no object."""
    if clause.begin in reading.opens:
        return source is None or clause.begin <= source[1]
    return _goes_on(reading, clause.begin) and (source is not None or not actor_like(reading, (clause.begin, clause.begin + 1)))


def _goes_on(reading, begin):
    """Say whether the noun phrase from token begin on has a second word."""
    after = reading.words[begin + 1] if begin + 1 < reading.sentence_end(begin) else None
    return after is not None and not after.conj and after.particle in (None, "relative", "preposition") and not reading.surely_verb(begin + 1)


def _is_threat(reading, k):
    """`لوح | بالانسحاب`, `بفرض عقوبات`, `بورقة العقوبات`: say whether a deed or a means of pressure stands behind the preposition at k."""
    nouns = [word for word in reading.words[k:k + 3] if word is not None]
    return any(word.stem.removeprefix("ال") in verbal_nouns() or word.stem.removeprefix("ال") in rule_words("pressure") for word in nouns[:2]) or not any(word.stem.removeprefix("ال") in common_nouns() for word in nouns[:1])


def enough(reading, r, clause, source=None):
    """Say whether verb, content and source together are evidence enough for a statement.

    A lemma that always reports needs nothing more. The others need a clause or quotation as content, or an actor as
    source; without a source, and for the codebook's doubtful cases, only a clause or quotation will do. The first case
    of _CASES that is met decides.
    """
    for case, answer in _CASES_OF[r.cue.lemma, r.cue.act, bool(r.form.pronoun)]:
        if case(reading, r, clause, source):
            return answer
    return _unknown_name_said(r, clause, source)


def _takes_no_pronoun(reading, r, clause, source):
    """`اللقاء الذي | انتظره الوزير`: say whether the verb has an object's pronoun and takes no object."""
    return bool(r.form.pronoun) and r.form.pos in FINITE and r.cue.act not in _TAKES_PRONOUN and not (r.cue.takes_object or r.cue.addressee)


def _orders_nothing(reading, r, clause, source):
    """`لم يكن قد | أمر أو فكر في الاغتيال`: say whether it is missing what is ordered: who is ordered is ordered something."""
    return clause.how == "object" and not any(preposition_at(reading, k, r.cue.objects) or reading.keys[k].startswith("با") and is_complementizer(reading.keys[k]) for k in range(clause.begin, min(clause.begin + 12, reading.sentence_end(clause.begin))))


def _surely_dual(r, clause):
    """`| أعربا عن قلقهما`, `| وأكدا أهمية العمل`: say whether a perfect can be no noun in the accusative, by its length and what stands behind it."""
    dual = fold(r.cue.lemma) in rule_words("dual_verb")
    return r.form.pos == "perfect" and (clause.how == "preposition" and (len(r.cue.lemma) > 3 or dual) or clause.how == "object" and dual)


def _may_be_noun(reading, r, clause, source):
    """`| ردا على`: say whether what looks like a dual may be a noun; `أعربا عن قلقهما`, `وأكدا أهمية العمل`, `ودعتا الأطراف` can be none."""
    return r.form.number == "d" and clause.how not in SPEECH and source is None and not _surely_dual(r, clause) and not (r.form.pos == "perfect" and r.form.gender == "f")


def _waves_thing(reading, r, clause, source):
    """`| لوح بعلم`: say whether a thing is waved; a deed is threatened with."""
    return clause.how == "preposition" and not _is_threat(reading, clause.begin)


def _is_no_noun(reading, r, clause, source):
    """`| وجه الوزير رسالة`: say whether the word is a verb."""
    return r.form.pos != "noun"


def _directs_deed(reading, r, clause, source):
    """`| وجه الأمير بتشكيل لجنة`: say whether somebody orders a deed."""
    if r.form.pos == "noun" or clause.how != "preposition" or r.form.pronoun or source is None or not actor_like(reading, source) or clause.begin > reading.blessing_end(source[1]) + 2:
        return False
    if any(reading.words[k] is not None and (reading.words[k].stem in documents() or reading.words[k].particle) for k in range(*source)) or reading.words[clause.begin].definite:
        return False
    return bare_noun(reading.words[clause.begin]) in verbal_nouns() or _how_it_is_done(reading, clause.begin)


def _court_rules(reading, r, clause, source):
    """`| قضت المحكمة بسجنه`, not `قضى متأثرا بجروحه`: say whether a court does so."""
    return source is not None and not r.form.pronoun and bare_noun(reading.words[source[0]]) in rule_words("court")


def _nobody_regards(reading, r, clause, source):
    """`| ينظر إليه على أنه …`: say whether nobody is named who holds it so, or على leads elsewhere: `ينظر القاضي على مدى شهر في القضية`."""
    return source is None or clause.how == "preposition" and reading.keys[clause.begin] == "علي"


def _reserved(reading, r, clause, source):
    """`| تتحفظ الخزانة على الوثائق`: say whether something is reserved, by whatever stands behind the verb."""
    return r.form.pos == "imperfect" and clause.how == "preposition" and source is not None


def _has_reservations(reading, r, clause, source):
    """`| تتحفظ باريس على العقوبات`: say whether somebody does so; `تحفظت الشرطة على السيارة` is a deed."""
    return _reserved(reading, r, clause, source) and actor_like(reading, source)


def _talks_language(reading, r, clause, source):
    """`| يتحدث بالعبرية`: say whether it is a language that is spoken."""
    return clause.how == "preposition" and bare_noun(reading.words[clause.begin]) in rule_words("language")


def _looks_over(reading, r, clause, source):
    """`| استعرض الملف`, `| استعرض … "الحرس الملكي"`, not `استعرض أهم التحديات`: say whether a thing or a guard is inspected."""
    return clause.how == "object" and not _set_out(reading, clause, source)


def _turned_out(reading, r, clause, source):
    """`| وتبين للمحققين أن`, not `وتبين الوثائق أن`: say whether it turned out."""
    return r.form.pos == "imperfect" and r.form.gender == "f" and clause.how == "clause" and not (source is not None and is_document(reading, source))


def _agrees_with_thing(reading, r, clause, source):
    """`| لا يتفق مع معتقداتها، و"…"`: say whether it agrees with something, and no words are agreed on."""
    return clause.how == "quotation" and bool(clause.subjects) and reading.keys[clause.subjects[-1][1]] == "مع"


def _agree_on_deed(reading, r, clause, source):
    """`| اتفقت البلديتان على خطة`: say whether it is a deed of both; `اتفقتا على أن …` is not."""
    return clause.how == "preposition" and reading.keys[clause.begin] == "علي" and not (clause.begin + 1 < len(reading.keys) and is_complementizer(reading.keys[clause.begin + 1]))


def _proves_himself(reading, r, clause, source):
    """`| أثبتت أنها لا تحترم القانون`: say whether somebody, no document, shows by what he does how he is."""
    return clause.how == "clause" and has_pronoun(reading.words[clause.begin]) and (source is None or not (is_document(reading, source) or source[0] not in reading.mention_at))


def _comes_upon(reading, r, clause, source):
    """`| اكتشف العامل أن`, not `وجدت الدراسة أن`, `أثبت محققون أن`: say whether neither a document nor who looks into things by trade is the source."""
    if source is None:
        return not (r.form.prefix.startswith("و") and _document_before(reading, clause))
    pointed = reading.words[source[0]] is not None and reading.words[source[0]].particle in ("demonstrative", "quantifier")
    heads = [k for k in range(source[0] + pointed, min(source[0] + pointed + 2, source[1])) if reading.words[k] is not None]
    return not any(is_document(reading, (k, k + 1)) or bare_noun(reading.words[k]) in rule_words("finders") for k in heads)


def _far_behind(clause, source):
    """Say whether the content begins at some distance from the source, or from what is read of the clause."""
    return clause.begin > (source[1] if source is not None else clause.end) + 1


def _witnessed_event(reading, r, clause, source):
    """`| شهدت المنطقة هجوما … بأنه`: say whether something that happened stands before the clause."""
    return clause.how == "clause" and _far_behind(clause, source)


def _pays(reading, r, clause, source):
    """`| دفع مبلغا لمن تقول إن …`, not `ويدفع المحامون بأن …`: say whether no بأن stands right behind the verb or its subject."""
    return clause.how != "clause" or reading.keys[clause.begin][0] != "ب" or _far_behind(clause, source)


def _ends_with_deed(reading, r, clause, source):
    """`| يختتم جولته بزيارة`: say whether neither a noun of speech stands behind the preposition nor his words before it (`يختتم كلمته بتوجيه الشكر`)."""
    return clause.how == "preposition" and not any(o.form.pos == "noun" for o in CUE_READINGS[reading.keys[clause.begin]]) and reading.keys[clause.begin - 1] not in rule_words("own_words")


def _waves_flags(reading, r, clause, source):
    """`| لوحوا بالأعلام`: say whether something is carried."""
    return r.cue.act in ("threaten", "say") and clause.how == "preposition" and bare_noun(reading.words[clause.begin]) in rule_words("carried")


def _endangers_thing(reading, r, clause, source):
    """`| يهدد الملاحة`: say whether a thing is endangered."""
    return clause.how == "object" and not _is_somebody(reading, clause.begin) and not _with_what(reading, clause.begin)


def _does_again(reading, r, clause, source):
    """`| جددت الجماعة اقتحام المبنى`, `| جدد الجيش غاراته`: say whether a deed is done again."""
    if clause.how != "object":
        return False
    word = reading.words[clause.begin]
    if _is_deed(reading, clause.begin) and bare_noun(word) not in rule_words("stands") and not any(o.form.pos == "noun" for o in CUE_READINGS[reading.keys[clause.begin]]):
        return True
    return word is not None and any(base in rule_words("blow") for base, _ in without_pronoun(word.stem))


def _behind_subject(reading, clause, source):
    """Return the token behind a verb, or behind its subject; None where the content begins there, or is known to be the verb's by a colon."""
    if clause.cue is None or clause.begin is None:
        return None
    behind = source[1] if source is not None and source[0] > clause.cue else clause.cue + 1
    return None if clause.begin == behind or clause.how == "colon" or reading.tokens.forms[clause.begin - 1] == ":" or behind >= reading.sentence_end(clause.cue) else behind


def _suspends(reading, r, clause, source):
    """`| علقت الشركة عملياتها ومن المقرر أن …`: say whether a thing stands between the verb, or its subject, and the content that some other word opens."""
    return _behind_subject(reading, clause, source) is not None and clause.how == "clause" and reading.keys[clause.begin] == "ان" and reading.kinds[clause.begin - 1] == WORD


def _continues_deed(reading, r, clause, source):
    """`| واصل الوفد سحب سلاحه في عملية "سريعة"`: say whether what is done stands there."""
    behind = _behind_subject(reading, clause, source)
    return behind is not None and goes_on_doing(reading, behind)


def _lacks_that(reading, r, clause, source):
    """`| أبرز المدن: دوما`, `| سجلت "الأهداف"`, not `وبين الوزير :" ان …`: say whether أن is missing behind a verb that reports with nothing else."""
    return r.cue.governs == ("ان",) and clause.how != "clause" and not (clause.how == "colon" and any(is_complementizer(key) for key in reading.keys[clause.begin + (clause.begin in reading.opens):][:1]))


def _carries_in_marks(reading, r, clause, source):
    """`| نقل الغاز عبر "خط الشمال"`: say whether a verb that passes on by a clause only has a quotation."""
    return r.cue.act == "report" and clause.how in ("quotation", "colon") and not {"quote", "bare"} & set(r.cue.governs)


def _classes_it(reading, r, clause, source):
    """`الحزب الذي | تصنفه منظمة إرهابية`: say whether what the pronoun means is held to be something."""
    return r.form.pronoun and r.form.pos == "imperfect" and clause.begin is not None and classes(r.cue)


def _learns(reading, r, clause, source):
    """`| علم الوزير أن الجسر مغلق`: say whether somebody comes to know."""
    return r.cue.act == "learn"


def _press_learns(reading, r, clause, source):
    """`| علمت «الضحى» أن الوزير استقال`: say whether a medium comes to know, and so reports."""
    if r.cue.act != "learn" or source is None:
        return False
    if clause.how in ("preposition", "clause") and fold(r.cue.lemma) in rule_words("comes_to_know") and _is_medium(reading, source):
        return True
    return clause.how in ("preposition", "object") and is_press(reading, source)


def _always_reports(reading, r, clause, source):
    """`| قال إن …`, `| رأى أن …`, `| أوضح: "…"`: say whether the verb always reports, or a clause, a quotation or a colon is its content, and no single term in marks."""
    return r.cue.strength == "always" or clause.how in SPEECH and not is_term(reading, clause)


def _records(reading, r, clause, source):
    """`| سجل الفريق هدفا`: say whether something is recorded or listed by no document or watching body; only these report by it."""
    return r.cue.act == "show" and clause.how in ("object", "quotation") and not (source is not None and is_document(reading, source))


def _document_goes_on(reading, r, clause, source):
    """`وذكرت الإحصائية … | ووثقت 658 حالة`: say whether a document before is what records it."""
    return _records(reading, r, clause, source) and source is None and r.form.pos == "perfect" and _document_before(reading, clause)


def _wants(reading, r, clause, source):
    """`إنه | يريد هجوما`: say whether it is told what somebody wants."""
    return r.cue.act == "want" and clause.how == "object" and r.form.pos == "imperfect" and r.form.person == 3


def _wants_deed(reading, r, clause, source):
    """`أن الوزير | يريد فتح السوق`: say whether somebody wants a deed."""
    return _wants(reading, r, clause, source) and fold(r.cue.lemma) not in rule_words("plans") and _is_deed(reading, clause.begin) and source is not None and actor_like(reading, source)


def _joins_places(reading, r, clause, source):
    """`طريق | يربط بين المدينتين`: say whether no subject behind the verb links one with the other."""
    return r.form.pos in FINITE and source not in clause.subjects


def _passed_by_nobody(reading, r, clause, source):
    """`| أقر القانون عام 1996`: say whether it is not said by whom."""
    return clause.how == "object" and (source is None and not r.form.prefix.startswith("و") or bool(r.form.pronoun))


def _quantity_held(reading, r, clause, source):
    """`| ويقدر عدد المقاتلين بألفين`: say whether a quantity stands where the source would."""
    return clause.how == "object" and r.cue.act == "believe" and source is not None and reading.words[source[0]] is not None and reading.words[source[0]].stem in quantities()


def _made_for(reading, r, clause, source):
    """`القائمة | تعدها المنظمة من أجل "حماية التراث"`: say whether what it would be held to be does not follow at once."""
    return r.cue.governs == ("obj",) and r.cue.act == "believe" and bool(clause.subjects) and clause.begin - clause.subjects[-1][1] > 2 * (clause.how == "object")


def _chamber_decides(reading, r, clause, source):
    """`| قررت المحكمة وقف الهدم`, `| وافق البرلمان على القانون`: say whether a court or a body that votes decides something."""
    return clause.how in ("object", "preposition") and source is not None and not r.form.pronoun and _is_chamber(reading, source)


def _chamber_decides_it(reading, r, clause, source):
    """`القانون الذي | أقره البرلمان`: say whether what is decided is only a pronoun."""
    return clause.how in ("object", "preposition") and source is not None and bool(r.form.pronoun) and _is_chamber(reading, source)


def _object_tells(reading, r, clause, source):
    """`| فسر مراقبون التغيير بأنه تصعيد`, `| كذب المدير هذه المعلومات`: say whether the object, or what it is held to be, makes the verb report."""
    return clause.how == "object" and source is not None and not r.form.pronoun and actor_like(reading, source) and (_held_that(reading, r, clause.begin) or _tells_with(reading, r, clause.begin))


def _attacks_with_words(reading, r, clause, source):
    """`| هاجم النائب سامي حداد الصحيفة`: say whether one person does so: with words."""
    return clause.how == "object" and source is not None and _is_one(reading, source) and not reading.is_place(clause.begin)


def _doubtful(reading, r, clause, source):
    """`| يسجل نجاحا`, `| يرفض العرض`: say whether the verb is doubtful, or is one without source that may as well be a passive or a noun."""
    if r.cue.strength == "doubtful":
        return True
    return source is None and (r.form.pos == "imperfect" and not (r.form.person == 1 and r.cue.act in _OF_ONESELF) or r.form.number == "d" and not _surely_dual(r, clause))


def _actor_said(reading, r, clause, source):
    """`| رحب الوزير بالقرار`, `| ورحب بالقرار`: say whether the source can act, or is dropped."""
    return source is None or actor_like(reading, source)


def _passes_on(reading, r, clause, source):
    """`| نسبت أربع مخالفات إلى الشركة`: say whether a preposition stands right behind the source of a verb of passing on."""
    return r.cue.act == "report" and clause.how == "preposition" and clause.begin - (reading.tokens.forms[clause.begin - 1] in COMMAS) == source[1]


def _name_passes_on(reading, r, clause, source):
    """`| نقلت الحديدي عن الأمير قوله`: say whether it is عن, or no known noun stands in the source."""
    return _passes_on(reading, r, clause, source) and (reading.keys[clause.begin] == "عن" or not any(reading.words[k] is not None and reading.words[k].stem.removeprefix("ال") in known_nouns() for k in range(*source)))


def _one_word_and_object(reading, r, clause, source):
    """`| أدان الغضب "العدوان"`: say whether nothing but one word stands between a perfect of praise, blame, demand and the like and its object."""
    return (clause.how in ("object", "quotation") and r.form.pos == "perfect" and not r.form.pronoun and clause.begin == source[1] == source[0] + 1 and r.cue.strength == "complement"
            and r.cue.act in _OF_ONESELF | {"declare", "accuse"})


def _name_and_object(reading, r, clause, source):
    """`| وعزا رضائي هذا التأخير إلى …`, `| وأدان رضائي "العدوان"`: say whether that word is a name, and a demonstrative or marks open the object."""
    if not _one_word_and_object(reading, r, clause, source):
        return False
    name, opened = reading.words[source[0]], reading.words[clause.begin]
    return name is not None and len(name.stem) > 3 and bare_noun(name) not in known_nouns() and (clause.begin in reading.opens or opened is not None and opened.particle == "demonstrative")


def _unknown_name_said(r, clause, source):
    """`| وأشار كيلي إلى`: say whether an unknown name stands right behind a perfect."""
    return clause.how == "preposition" and r.form.pos == "perfect" and clause.begin == source[1] and source[1] - source[0] <= 4 and r.cue.act in ("say", "declare", "demand", "warn", "welcome", "praise", "accept", "promise", "condemn")


def _otherwise(reading, r, clause, source):
    """In all other cases of these verbs."""
    return True


def is_press(reading, phrase):
    """Say whether a noun phrase is a paper, a channel or the like, by its head noun or its mention."""
    word, held = reading.words[phrase[0]], reading.mention_at.get(phrase[0])
    return bare_noun(word) in rule_words("press") or held is not None and reading.is_medium(held[0])


def casts_light(reading, phrase):
    """`سلطت الصحيفة الضوء على الأزمة`: say whether a noun phrase is a medium or one person, who do so with words."""
    return is_press(reading, phrase) or _is_medium(reading, phrase) or _is_one(reading, phrase) or phrase[1] - phrase[0] > 1 and reading.keys[phrase[0]] in reading.registry.first_names


def _held_that(reading, r, begin):
    """`فسر مراقبون التغيير بأنه تصعيد`, `صورت البلدية الاحتجاج على أنه مؤامرة`: say whether what the object at token begin is held to be follows with أن."""
    for k in range(begin + 1, min(begin + 10, reading.sentence_end(begin) - 1)):
        if "ب" in r.cue.objects and reading.keys[k][0] == "ب" and is_complementizer(reading.keys[k]) or r.cue.strength == "doubtful" and r.cue.act == "declare" and "علي" in r.cue.objects and reading.keys[k] == "علي" and is_complementizer(reading.keys[k + 1]):
            return True
    return False


def _tells_with(reading, r, begin):
    """`كذب المدير هذه المعلومات`, `تبنى التنظيم الهجوم`, `قدرت البلدية عدد الزوار بمليون`: say whether the object at token begin makes a verb of several senses report."""
    at = begin + (reading.words[begin] is not None and reading.words[begin].particle == "demonstrative")
    word = reading.words[at] if at < len(reading.words) else None
    if word is None:
        return False
    lemma, noun = fold(r.cue.lemma), bare_noun(word).removesuffix("ا")
    if lemma in rule_words("estimates"):
        return noun in rule_words("amount") and any(reading.words[k] is not None and reading.words[k].prep == "ب" for k in range(begin + 1, min(begin + 16, reading.sentence_end(begin))))
    return lemma in rule_words("gives_the_lie") and noun in rule_words("things_told") or lemma in rule_words("claims") and noun in rule_words("attack")


_OF_ONESELF = frozenset(("demand", "accept", "reject", "praise", "condemn", "thank", "welcome", "criticise"))
"""Acts that one does by saying so: `نرفض الخطة`, `أهنئ الفريق`."""


def goes_on_doing(reading, k):
    """`يتابع | نتائج الفحوص`, `تتابع | عن كثب الأوضاع`: say whether what stands behind a verb of going on, or its subject, is what is followed or done."""
    word = reading.words[k]
    if word is None or k in reading.opens or reading.keys[k] == "عن":
        return word is not None and reading.keys[k] == "عن"
    return not (word.particle or word.prep or word.conj or word.stem.endswith("ا")) and k not in reading.mention_in and reading.starts_noun_phrase(k) and bare_noun(word) not in manner_nouns() and not CUE_READINGS[reading.keys[k]] and bare_noun(word) not in rule_words("own_words")


def _is_deed(reading, i):
    """Say whether a verbal noun stands at token i, with or without ال or the ending of an object."""
    word = reading.words[i] if i < len(reading.words) else None
    return word is not None and i not in reading.mention_in and bool({word.stem, word.stem.removeprefix("ال"), word.stem.removesuffix("ا")} & verbal_nouns())


def _is_chamber(reading, phrase):
    """Say whether a noun phrase is a court or a body that votes: `المحكمة العليا`, `مجلس النواب`."""
    head = reading.words[phrase[0]]
    return head is not None and bool({bare_noun(head)} & (rule_words("court") | rule_words("chamber")))


def _is_one(reading, phrase):
    """Say whether a noun phrase means one person, named or by an office: `الوزير`, `وزير النقل`, `سامي حداد`."""
    held, head = reading.mention_at.get(phrase[0]), reading.words[phrase[0]]
    office = phrase[1] - phrase[0] > 1 and (behind := reading.words[phrase[0] + 1]) is not None and behind.definite and not behind.prep
    return held is not None and reading.is_person(held[0]) or head is not None and (head.definite or office) and bare_noun(head) in human_titles()


def _is_medium(reading, phrase):
    """Say whether a noun phrase is an agency, a paper or a channel, by its mention, its marks or its head noun."""
    first = phrase[0]
    if first + 1 < phrase[1] and reading.words[first] is not None and reading.words[first].particle == "quantifier":
        # `أحد المواقع الإخبارية`
        first += 1
    if first in reading.mention_at:
        return reading.is_medium(reading.mention_at[first][0])
    return first in reading.opens or bare_noun(reading.words[first]) in named_heads()


_TAKES_PRONOUN = frozenset(("say", "write", "declare", "report", "show"))
"""Acts whose object pronoun means what is said (`ما قالته`); elsewhere it needs a verb that takes an object."""


def _document_before(reading, clause):
    """Say whether the sentence before is about a document: `وذكرت الإحصائية … ووثقت 658 حالة`."""
    sentence = reading.tokens.sentence_of[min(clause.begin, len(reading.tokens) - 1)]
    for index in range(max(0, sentence - 3), sentence + 1):
        first, last = reading.tokens.bounds[index]
        for k in range(first, min(last, clause.begin)):
            if reading.words[k] is not None and reading.words[k].definite and bare_noun(reading.words[k]) in documents() and k and CUE_READINGS[reading.keys[k - 1]]:
                return True
    return False


def is_term(reading, clause):
    """Say whether the content is a name or single term in marks, which is no quotation: `رصدت "جسما غريبا"`."""
    return clause.how == "quotation" and reading.is_name(reading.opens[clause.begin])


def spoken_by(reading, rule, i, r, clause, nested=False):
    """Return a Draft for each of the clause's subjects (`قالت باريس ولندن إن`: two), or None where there is no content."""
    drafts = [draft_at(rule, reading, i, r, sources=[s], clause=clause) for s in clause.subjects]
    for draft in drafts:
        draft.kind = "nested" if nested else "finite"
        draft.sure = clause.how in SPEECH and r.cue.strength != "doubtful" and clause.subjects[0][0] == i + 1
        if clause.how == "colon":
            draft.confidence = 0.95
    return drafts if clause.begin is not None else None


_CASES = (
    ("with a pronoun", _takes_no_pronoun, False),
    ("matter", _orders_nothing, False),
    (None, _may_be_noun, False),
    ("waves", _waves_thing, False),
    ("directs", _directs_deed, True),
    ("directs", _is_no_noun, False),
    ("rules", _court_rules, True),
    ("rules", _otherwise, False),
    ("regards", _nobody_regards, False),
    ("reserves", _has_reservations, True),
    ("reserves", _reserved, False),
    ("talks", _talks_language, False),
    ("sets_out", _looks_over, False),
    ("turns_out", _turned_out, False),
    ("agrees", _agrees_with_thing, False),
    ("agrees", _agree_on_deed, False),
    ("proves", _proves_himself, False),
    ("finds", _comes_upon, False),
    ("witness", _witnessed_event, False),
    ("pleads", _pays, False),
    ("ends_with", _ends_with_deed, False),
    (("threaten", "say"), _waves_flags, False),
    ("endangers", _endangers_thing, False),
    ("new", _does_again, False),
    ("hangs", _suspends, False),
    ("goes_on_doing", _continues_deed, False),
    (None, _lacks_that, False),
    (("report",), _carries_in_marks, False),
    ("with a pronoun", _classes_it, True),
    (("learn",), _press_learns, True),
    (("learn",), _learns, False),
    (None, _always_reports, True),
    (None, _document_goes_on, True),
    (("show",), _records, False),
    (None, _wants_deed, True),
    (None, _wants, False),
    ("links", _joins_places, False),
    ("passes", _passed_by_nobody, False),
    (None, _quantity_held, False),
    (None, _made_for, False),
    ("decides", _chamber_decides, True),
    ("decides", _chamber_decides_it, False),
    (None, _object_tells, True),
    ("attacks", _attacks_with_words, True),
    (None, _doubtful, False),
    (None, _actor_said, True),
    (None, _name_passes_on, True),
    (None, _passes_on, False),
    (None, _name_and_object, True),
    (None, _one_word_and_object, False),
)
"""In the order tried: the class of rule_words.tsv, or the acts, whose verbs it is for (None: all verbs; "with a pronoun": those with one); the case; whether it is evidence enough where the case is met."""


def _is_for(verbs, lemma, act, pronoun):
    """Say whether a case is for a verb of this lemma and act, with a pronoun or without."""
    if isinstance(verbs, tuple):
        return act in verbs
    return verbs is None or (pronoun if verbs == "with a pronoun" else fold(lemma) in rule_words(verbs))


_CASES_OF = FormCache(lambda verb: tuple((case, answer) for verbs, case, answer in _CASES if _is_for(verbs, *verb)))
"""(Lemma, act, whether it has a pronoun) → the cases that are tried at such a verb, with their answers."""
