"""The rule for verbal nouns with their agent (`قول الرئيس إن`, `دعوته إلى`), as named cases: what shows that such a noun reports nothing, who its agent is, and what stands against him.

A case's docstring begins with its example; `|` stands before the word or the content that it is about.
"""

from analysis.attribution.adverbials import is_adverb
from analysis.attribution.clause import Clause, read_clause
from analysis.attribution.complements import is_complementizer, preposition_at
from analysis.attribution.drafts import LATER, NO_CUE
from analysis.attribution.evidence import SPEECH, draft_at, is_term
from analysis.attribution.features import actor_like, bare_noun, behind_rally, speaking_nouns
from analysis.attribution.objects import is_adjective, is_possessive
from analysis.attribution.participles import before_preposition
from analysis.cues import CUE_READINGS
from analysis.inflection import pronoun_features, without_pronoun
from analysis.text import fold
from analysis.wordlists import documents, human_titles, manner_nouns, rule_words, verbal_nouns
from analysis.words import COMMAS, PUNCT, WORD


def noun_agent(reading, i, r):
    """قول الرئيس إن …; دعوته إلى …; وعود إيرانية بـ…: a verbal noun with its agent and content."""
    for case, answer in _REPORTS_NOTHING:
        if case(reading, i, r):
            return answer
    return _by_pronoun(reading, i, r) if r.form.pronoun else _by_noun(reading, i, r)


def _behind_other_prefix(reading, i, r):
    """`كدعوة | الحكومة`: say whether another prefix than و, ف, ب or ل stands before the noun."""
    return bool(r.form.prefix.strip("وبلف"))


def _in_regard(reading, i, r):
    """`تأخذ في | اعتبارها نتائج الدراسة`: say whether the noun is a fixed phrase with في."""
    if not i or reading.keys[i - 1] != "في":
        return False
    stem = reading.words[i].stem
    return any(base in rule_words("regard") for base in (stem, *(base for base, _ in without_pronoun(stem))))


def _is_asked(reading, i, r):
    """`وبسؤال المصدر عن الأسباب، قال …`, `ردا على | استفسار صحفي`: say whether he is asked who then answers: nothing is said there."""
    if r.cue.act != "ask":
        return False
    return r.form.prefix.endswith("ب") and not r.form.definite or i > 1 and reading.keys[i - 1] == "علي" and reading.keys[i - 2] in rule_words("in_answer")


def _without_saying(reading, i, r):
    """`من دون | تسمية النقابة`: say whether nothing is said."""
    return i > 0 and reading.keys[i - 1] in rule_words("without") and r.cue.act in ("call", "say", "declare")


def _is_first_name(reading, i, r):
    """`المحامي عن | أمل فتحي`: say whether the noun is somebody's name, with another name behind it."""
    if r.form.prefix or r.form.pronoun or reading.registry is None:
        return False
    names = reading.registry.first_names
    return reading.keys[i] in names and i + 1 < len(reading.keys) and reading.keys[i + 1] in names


def _in_case(reading, i, r):
    """`في حال | إصرار النقابة على الإضراب`: say whether it has not been done."""
    return i > 0 and reading.keys[i - 1] in rule_words("in_case")


def _closes_speech(reading, i, r):
    """`مختتما حديثه | بدعوة الجماهير إلى الهدوء`: say whether who speaks ends with it, so that the noun behind is whom he asks; the verb before has said it."""
    if r.form.prefix != "ب" or r.cue.act != "demand" or i < 2 or reading.words[i - 1] is None or reading.words[i - 1].stem not in rule_words("own_words"):
        return False
    return any(fold(o.cue.lemma) in rule_words("closing") for k in range(max(reading.sentence_start(i), i - 6), i - 1) for o in CUE_READINGS[reading.keys[k]])


_REPORTS_NOTHING = ((_behind_other_prefix, LATER), (_in_regard, LATER), (_is_asked, NO_CUE), (_without_saying, NO_CUE), (_is_first_name, LATER), (_in_case, NO_CUE), (_closes_speech, NO_CUE))
"""What shows right at a verbal noun that it reports nothing, in the order tried, with what `noun_agent` then answers."""


def _by_pronoun(reading, i, r):
    """`دعوته إلى …`: the pronoun of the verbal noun means who speaks."""
    cue, form = r.cue, r.form
    if fold(cue.lemma) in rule_words("only_that") and not (i + 1 < reading.sentence_end(i) and reading.keys[i + 1].startswith("بان") and is_complementizer(reading.keys[i + 1])):
        return LATER
    if cue.act == "ask" and ("ب" in form.prefix or i and reading.keys[i - 1] in rule_words("when_asked")):
        # `وبسؤاله عما …`, `عند سؤاله عن …`: the pronoun is he who is asked.
        return LATER
    if _does_it(reading, i, form) or form.pronoun in ("كم", "ك") and cue.act in ("praise", "welcome", "thank"):
        # `أريد | تهنئتكم بالفوز`: you are congratulated.
        return NO_CUE
    clause = read_clause(reading, i, cue, form._replace(pronoun=""), subject_first=True)
    if not _noun_content(clause, cue, i, 4) or any(case(reading, i, cue, clause) for case in _NOT_BY_PRONOUN):
        return LATER
    draft = draft_at("noun_pronoun", reading, i, r, clause=clause, kind="nested", confidence=0.7)
    draft.gender, draft.number = pronoun_features(form.pronoun)
    if "ل" in form.prefix:
        # `استدعى السفير لمطالبته بـ…`: the pronoun is the one addressed, the clause's subject speaks.
        draft.gender, draft.number, draft.continues = None, None, True
    return [draft]


def _own_words_used(reading, i, cue, clause):
    """`قال موجها | كلامه إلى خصومه: "…"`: say whether it is told what somebody does with his words, which is no second cue."""
    return clause.how in SPEECH and reading.words[i].stem in rule_words("own_words")


def _said_of_him(reading, i, cue, clause):
    """`اتهامه | بالتقصير`, `إدانته | بالقتل`: say whether the pronoun can as well mean him of whom it is said, by what stands behind the noun."""
    return clause.how == "preposition" and cue.act in ("say", "report", "mock", "show", "other", "accuse", "ask", "condemn") or clause.how == "object" and cue.act == "accuse"


def _answers_question(reading, i, cue, clause):
    """`أجاب عن | سؤاله: "…"`: say whether what follows is the answer."""
    return cue.act == "ask"


def _no_object_behind(reading, i, cue, clause):
    """`دعوته | الأخيرة`, `ويبدو أن | مناشدته لم تلق جوابا`, `رفضه | هذا`: say whether an adjective, a negation or a demonstrative stands where the object would."""
    word = reading.words[clause.begin] if clause.how == "object" and clause.begin < len(reading.words) else None
    return word is not None and (is_adjective(word) or word.particle in ("negation", "demonstrative"))


def _quoted_behind_comma(reading, i, cue, clause):
    """`سيصوت المجلس على | مقترحه، "في أسرع وقت"`: say whether a comma cuts the quotation off from the noun."""
    return clause.how == "quotation" and reading.tokens.forms[i + 1] in COMMAS


_NOT_BY_PRONOUN = (_own_words_used, _said_of_him, _answers_question, _no_object_behind, _quoted_behind_comma)
"""What shows that the pronoun of a verbal noun is not who says what follows."""


def _by_noun(reading, i, r):
    """`قول الرئيس إن …`, `انتقادات من النقابة`: the noun behind the verbal noun, or behind من, means who speaks."""
    limit = reading.sentence_end(i)
    if reading.keys[i] in rule_words("addressing"):
        # `قالت الوزيرة | مخاطبة العمال: "…"`: whom she turns to.
        return LATER
    if (demand := _demand_at_rally(reading, i, r, limit)) is not None:
        return [demand]
    if _demanded_of(reading, i, r):
        return NO_CUE
    if (own := _of_ones_own(reading, i, r)) is not None:
        return [own]
    if i + 1 >= limit or reading.kinds[i + 1] == PUNCT or reading.words[i].stem in rule_words("urged"):
        # `حث المنظمات على المساعدة`: who urges them is not said.
        return LATER
    cue, first, by = _agent_at(reading, i, r, limit)
    if first >= limit or any(case(reading, i, cue, r.form, first) for case in _NO_AGENT) or not _can_be_agent(reading, first, limit):
        return LATER
    if cue.takes_object and cue.act in ("deny", "reject", "condemn"):
        # `نفي موسكو للاتهامات`: a verbal noun marks its object with ل.
        cue = cue._replace(prepositions=cue.prepositions | {"ل"})
    clause = read_clause(reading, first - 1, cue, r.form)
    if fold(cue.lemma) in rule_words("answers") and clause.how == "preposition" and reading.keys[clause.begin] == "علي":
        # `رد طهران على الانسحاب`: what will be done.
        return NO_CUE
    if _goes_on_refusing(reading, clause):
        return LATER
    for mend in _MENDS:
        mend(reading, cue, r.form, clause, first)
    if _calls_him(reading, cue, clause):
        return _calling(reading, i, r, first)
    if any(case(reading, i, cue, r.form, clause, first, by) for case in _NOT_ITS_CLAUSE) or not _near_enough(clause, cue):
        return LATER
    return [draft_at("noun_agent", reading, i, r, sources=[s], clause=clause, kind="nested", confidence=0.75) for s in clause.subjects]


def _demand_at_rally(reading, i, r, limit):
    """`وقفة احتجاجية | لمطالبة الحكومة بدفع الرواتب`: the Draft of what is demanded at a rally, of whom stands behind the noun; else None."""
    if i + 1 >= limit or "ل" not in r.form.prefix or r.form.definite or r.cue.act != "demand" or not r.cue.takes_object or not behind_rally(reading, i):
        return None
    draft = draft_at("noun_demand", reading, i, r, clause=Clause(begin=i + 1, how="object", end=i + 1), kind="nested", confidence=0.6)
    draft.continues, draft.gender, draft.number = True, None, None
    return draft


def _demanded_of(reading, i, r):
    """`دعا النواب الرئيس | لمطالبة موسكو بتوضيح`, `لمطالبة السلطات بفتح السوق، تظاهر المئات`: say whether it is demanded of the name behind the noun."""
    if i + 1 not in reading.mention_at or "ل" not in r.form.prefix or r.form.definite or r.cue.act != "demand" or not r.cue.objects:
        return False
    return i == reading.sentence_start(i) or preposition_at(reading, reading.mention_at[i + 1][1], {"ب"})


def _agent_at(reading, i, r, limit):
    """Return (cue, the token at which the agent begins, whether من stands before it): behind the noun, an adjective of it, and من."""
    cue, first, adjective = r.cue, i + 1, reading.words[i + 1]
    if r.form.number == "p" and first + 1 < limit and reading.keys[first + 1] == "من" and adjective is not None and not (adjective.definite or adjective.particle or adjective.prep or adjective.conj) and adjective.stem.endswith("ة") and not ("من" in cue.prepositions and first in reading.mention_at):
        # `انتقادات شديدة | من النقابة`, not `تحذيرات تركية من كارثة`
        first += 1
    if reading.keys[first] != "من":
        return cue, first, False
    if cue.act in ("criticise", "accuse", "condemn"):
        # `واجه انتقادات من النقابة | بسبب الإهمال`
        cue = cue._replace(prepositions=cue.prepositions | {"بسبب"})
    on_behalf = first + 1 < limit and reading.keys[first + 1] in rule_words("behalf")
    return cue, first + 1 + on_behalf, True


def _relational(reading, i, cue, form, first):
    """`في إفادة | صحفية`: say whether an adjective stands where the agent would."""
    word = reading.words[first]
    return first not in reading.mention_at and not form.definite and reading.words[i].stem.endswith("ة") and word is not None and not word.definite and word.stem.endswith("ية") and not word.conj


def _condemned(reading, i, cue, form, first):
    """`إدانة | هذه التصريحات`: say whether a demonstrative shows what is condemned or welcomed."""
    return cue.act in ("condemn", "deny", "reject", "criticise", "praise", "welcome") and reading.words[first] is not None and reading.words[first].particle == "demonstrative"


def _all_told(reading, i, cue, form, first):
    """`تنبيه | جميع السكان إلى الخطر`: say whether all who are told stand behind the noun."""
    word = reading.words[first]
    return bool(cue.objects) and word is not None and word.particle == "quantifier" and word.stem in rule_words("all") and reading.keys[first + 1:first + 2] != ["من"]


def _repeats_no_words(reading, i, cue, form, first):
    """`تكرار | إطلاق الصواريخ`: say whether no words are repeated."""
    return cue.lemma in rule_words("repeats") and read_clause(reading, i, cue, form).how not in SPEECH


def _no_that(reading, i, cue, form, first):
    """`تصريحات | وزير الخارجية في المؤتمر`: say whether بأن is missing behind a noun that needs it."""
    return fold(cue.lemma) in rule_words("only_that") and not _that_follows(reading, first)


_NO_AGENT = (_relational, _condemned, _all_told, _repeats_no_words, _no_that)
"""What shows that the word behind a verbal noun is not who says what follows."""


def _can_be_agent(reading, first, limit):
    """`قول | الرئيس`, `قول | الأخير`: say whether somebody stands at token `first`, with no preposition of his own."""
    if reading.words[first] is not None and reading.words[first].prep:
        return False
    return first in reading.mention_at or reading.keys[first] in rule_words("latter") or actor_like(reading, (first, max(reading.noun_phrase(first, limit), first + 1)))


def _goes_on_refusing(reading, clause):
    """`رفضت مقترح المدير | مشددة على أن …`: say whether a participle stands where the object would: it goes on from who refuses."""
    if clause.how != "object" or not reading.tokens.forms[clause.begin].endswith(("ة", "ا", "اً", "ين")):
        return False
    return {o.form.pos for o in CUE_READINGS[reading.keys[clause.begin]] if not o.form.definite} == {"participle"}


def _names_possessed(reading, cue, form, clause, first):
    """`تأكيدات | حليفتها كوريا الجنوبية بشأن …`: the name behind a noun with a possessive pronoun is no object, but belongs to the agent."""
    if clause.begin is None or clause.begin != first + 1 or clause.begin not in reading.mention_at or reading.words[first] is None or not is_possessive(reading.words[first]) or len(clause.subjects) != 1:
        return
    end = reading.mention_at[clause.begin][1]
    again = read_clause(reading, end - 1, cue, form, subject_first=True)
    clause.subjects, clause.begin, clause.how = [(first, end)], again.begin, again.how


def _of_it(reading, cue, form, clause, first):
    """`انتقاد النقابة | لها`, `رفض البلدية | له`: the pronoun of ل is the content."""
    if clause.begin is not None or not clause.subjects or cue.act not in ("criticise", "condemn", "reject", "accept", "welcome"):
        return
    last = clause.subjects[-1][1]
    if last < reading.sentence_end(first) and reading.words[last] is not None and reading.words[last].particle == "pronoun_prepositional" and reading.keys[last].startswith("ل"):
        clause.begin, clause.how = last, "preposition"


def _behind_degree(reading, cue, form, clause, first):
    """`رفض النقابة | القاطع للقرار`, `رفضها | التام أي مساس`: the adjective is of the verbal noun, and the content stands behind it."""
    if clause.how != "object" or not clause.subjects or clause.begin != clause.subjects[-1][1] or reading.words[clause.begin] is None or reading.words[clause.begin].stem.removeprefix("ال") not in rule_words("degree"):
        return
    behind = reading.words[clause.begin + 1] if clause.begin + 1 < reading.sentence_end(first) else None
    if behind is not None and (behind.prep in cue.prepositions or behind.particle in ("quantifier", "demonstrative")):
        clause.begin, clause.how = clause.begin + 1, "preposition" if behind.prep else "object"


def _part_accused(reading, cue, form, clause, first):
    """`اتهام طهران | لندن بدعم …`: of two parties in a row the second is the accused."""
    if cue.act != "accuse" or clause.how != "preposition" or not clause.subjects:
        return
    first, last = clause.subjects[0]
    second = next((k for k in range(first + 1, last) if k in reading.mention_at and reading.mention_at[k][0].kind != "demonym"), None)
    if second is not None and first in reading.mention_at and reading.mention_at[second][0].actor != reading.mention_at[first][0].actor:
        clause.subjects, clause.begin, clause.how = [(first, second)], second, "object"


def _accused_behind_li(reading, cue, form, clause, first):
    """`اتهامات أنقرة | لها برعاية الإرهاب`, `اتهام الوزير | للنقابة بالتقصير`: with the accused behind ل the noun behind is who accuses."""
    if clause.how != "preposition" or not clause.subjects or not (cue.act == "accuse" or cue.objects and reading.words[clause.begin].prep == "ب"):
        return
    accused = clause.subjects[-1][1]
    word = reading.words[accused] if accused < clause.begin else None
    if word is not None and (word.prep == "ل" or word.particle == "pronoun_prepositional" and reading.keys[accused].startswith("ل")):
        clause.begin = accused


_MENDS = (_names_possessed, _of_it, _behind_degree, _part_accused, _accused_behind_li)
"""What the clause behind a verbal noun needs that one behind a verb does not, in order: each sets subject and beginning right where its case is met."""


def _calls_him(reading, cue, clause):
    """`سارع الوزير إلى | وصف المقال بأنه …`, `إلى | تهنئة الفريق بالفوز`: say whether the noun behind is he who is called or thanked."""
    if not cue.objects or cue.act == "accuse" or not clause.subjects or clause.begin != clause.subjects[-1][1] or clause.how not in ("clause", "preposition") or reading.keys[clause.begin][0] != "ب":
        return False
    return fold(cue.lemma) in rule_words("calls") or fold(cue.lemma) in rule_words("thanked")


def _calling(reading, i, r, first):
    """`سارع | الوزير إلى وصف المقال بأنه …`: the Draft of who stands before the preposition of the noun, as a list; else None."""
    said_by = before_preposition(reading, i) if i > reading.sentence_start(i) and reading.keys[i - 1] == "الي" else None
    return [draft_at("noun_agent", reading, i, r, sources=[said_by], clause=Clause(begin=first, how="object", end=first), kind="nested", confidence=0.75)] if said_by is not None else LATER


def _rejects_paper(reading, i, cue, form, clause, first, by):
    """`بعد رفض | مشروع قرار لحماية المدينة`: say whether the noun behind is what is rejected."""
    if cue.act not in ("reject", "accept") or not cue.takes_object or not clause.subjects:
        return False
    paper = any(reading.words[k] is not None and reading.words[k].stem in documents() for k in range(*clause.subjects[0]))
    return paper and not reading.words[clause.subjects[0][0]].definite


def _accuser_unsaid(reading, i, cue, form, clause, first, by):
    """`اتهام | دمشق باستخدام…`, `إدانة | الحزب بارتكاب …`: say whether the noun behind is the accused; who accuses is not said."""
    return not by and (cue.act == "accuse" or cue.act == "condemn" and cue.takes_object) and clause.how == "preposition" and reading.words[clause.begin].prep == "ب"


def _only_term(reading, i, cue, form, clause, first, by):
    """`وصف الرئيس | "الحزب الوطني"`: say whether nothing but a name or a single term stands in the marks."""
    return clause.how == "quotation" and is_term(reading, clause)


def _in_apposition(reading, i, cue, form, clause, first, by):
    """`تأبين والد سامي حداد، | القيادي الراحل`: say whether behind a comma the noun phrase is an apposition, no object."""
    return clause.how == "object" and bool(clause.subjects) and clause.begin == clause.subjects[-1][1] + 1 and reading.tokens.forms[clause.begin - 1] in COMMAS and not _closes_name(reading, clause)


def _too_far(reading, i, cue, form, clause, first, by):
    """`بدعوة من الحكومة عن تشكيل لجان | مشتركة`, `إعلان ترامب إلى إبطال صفقات | بمليارات`: say whether an object follows neither at once nor behind a day."""
    close = clause.how == "object" or clause.how == "preposition" and cue.act == "declare" and not cue.objects and reading.words[clause.begin].prep == "ب"
    if not close or not clause.subjects:
        return False
    between = range(_behind_manner(reading, clause.subjects[-1][1], clause.begin), clause.begin)
    return any(reading.words[k] is not None and not is_adverb(reading, k) and not _in_month(reading, k) for k in between)


def _said_of_demand(reading, i, cue, form, clause, first, by):
    """`إن | طلب الوزارة خطوة حمقاء`: say whether it is said of the demand what it is."""
    return clause.how == "object" and reading.tokens.forms[i - 1] == "إن" and reading.words[clause.begin] is not None and not reading.words[clause.begin].definite and clause.begin not in reading.mention_in


def _asked_of_him(reading, i, cue, form, clause, first, by):
    """`مطالبة | موسكو بأن تكشف الحقيقة`, `مطالبة | الرئيس بالتنحي`: say whether the noun behind is he who is to do it; who asks is not said."""
    return fold(cue.lemma) in rule_words("asks") and bool(clause.subjects) and clause.begin == clause.subjects[-1][1] and reading.keys[clause.begin].startswith(("بال", "بان"))


def _anothers_colon(reading, i, cue, form, clause, first, by):
    """`قالت المتحدثة عن | المزاعم الروسية: "…"`: say whether the words are hers."""
    return clause.how == "colon" and form.definite


def _criticised_for(reading, i, cue, form, clause, first, by):
    """`انتقاد | المنظمة بسبب تشكيل مجلسها`: say whether it is she who is criticised."""
    return not by and cue.act in ("criticise", "condemn") and any(reading.keys[k] in rule_words("because") for k in _between(clause))


def _relatives_words(reading, i, cue, form, clause, first, by):
    """`طلب لندن وباريس | اللتين "تعهدتا …"`: say whether the quoted words belong to a relative clause."""
    return clause.how == "quotation" and any(reading.words[k] is not None and reading.words[k].particle == "relative" for k in _between(clause))


def _was_carried_out(reading, i, cue, form, clause, first, by):
    """`تم | تصنيف المدينة كأقل المدن أمنا`: say whether who does so is not said."""
    return i > 0 and reading.words[i - 1] is not None and reading.words[i - 1].stem in rule_words("carried_out")


def _especially(reading, i, cue, form, clause, first, by):
    """`بطلب من الحكومة، وخاصة | الوزير`: say whether one of them is named where the content would begin."""
    return clause.begin is not None and reading.keys[clause.begin - 1] in rule_words("especially")


def _participles_clause(reading, i, cue, form, clause, first, by):
    """`رد الوزير على كلام المدير | قائلا إن …`: say whether the clause is a participle's."""
    return any(o.form.pos == "participle" and not o.form.definite and reading.keys[k].endswith(("ا", "ة", "ين")) for k in _between(clause) for o in CUE_READINGS[reading.keys[k]])


def _alleged_in_marks(reading, i, cue, form, clause, first, by):
    """`مزاعم | "العنف" تطيح بالوزير`: say whether what is alleged stands in marks."""
    return first in reading.opens and first + 1 not in reading.mention_at


def _verbs_clause(reading, i, cue, form, clause, first, by):
    """`نصيحة المسؤولين | وقيل له إن …`: say whether the clause is another verb's."""
    return any(reading.words[k] is not None and reading.surely_verb(k) for k in _between(clause))


_NOT_ITS_CLAUSE = (_rejects_paper, _accuser_unsaid, _only_term, _in_apposition, _too_far, _said_of_demand, _asked_of_him, _anothers_colon, _criticised_for, _relatives_words,
                   _was_carried_out, _especially, _participles_clause, _alleged_in_marks, _verbs_clause)
"""What shows that the noun behind a verbal noun does not say what follows."""


def _between(clause):
    """Return the tokens between a clause's last subject and its content; none where either is missing."""
    return range(clause.subjects[-1][1], clause.begin) if clause.subjects and clause.begin is not None else ()


def _near_enough(clause, cue):
    """Say whether the clause has a subject and its content close by: an object follows its subject at once, but for what was passed over."""
    if not clause.subjects:
        return False
    last = clause.begin - 1 if clause.how == "object" else clause.subjects[-1][1] - 1
    return _noun_content(clause, cue, last, 10 if clause.how == "clause" else 5)


def _behind_manner(reading, p, limit):
    """`إدانة النقابة بأشد العبارات | القرار`, `رفضها القاطع | أي تنازل`: return the token behind how it is said, or what adjective the verbal noun has, or p."""
    word = reading.words[p] if p < limit else None
    if word is not None and word.stem.removeprefix("ال") in rule_words("degree"):
        return p + 1
    if word is None or word.prep != "ب" or word.stem not in manner_nouns():
        return p
    following = reading.words[p + 1] if p + 1 < limit else None
    return p + 2 if following is not None and following.definite and not following.particle else p + 1


def _that_follows(reading, first):
    """`تصريحات | وزير الخارجية بأن …`, `تصريحات | ماكرون أن …`: say whether بأن stands right behind the noun phrase at `first`, or أن behind a name."""
    if first >= len(reading.keys):
        return False
    end = reading.noun_phrase(first, reading.sentence_end(first))
    if end >= reading.sentence_end(first) or reading.kinds[end] != WORD or not is_complementizer(reading.keys[end]) or "إ" in reading.tokens.forms[end]:
        return False
    return reading.keys[end][0] == "ب" or end - 1 in reading.mention_in


def _of_ones_own(reading, i, r):
    """`غادر القاعة بعد إعلان | عزمه الترشح`: the Draft of a noun of saying without an agent whose object is a deed of the speaker's own; else None."""
    word = reading.words[i + 1] if i + 1 < reading.sentence_end(i) else None
    if word is None or r.cue.act != "declare" or r.form.definite or r.form.prefix.endswith("ل") or "obj" not in r.cue.governs or word.definite or word.prep or word.conj or i + 1 in reading.mention_in or not any(o.form.pos == "noun" and o.form.pronoun for o in CUE_READINGS[reading.keys[i + 1]]):
        return None
    pronoun = next((ending for base, ending in without_pronoun(word.stem) if base in verbal_nouns()), None)
    if pronoun is None:
        return None
    draft = draft_at("noun_pronoun", reading, i, r, clause=Clause(begin=i + 1, how="object", end=i + 1), kind="nested", confidence=0.7)
    draft.gender, draft.number = pronoun_features(pronoun)
    return draft


def _closes_name(reading, clause):
    """`إعلان الرئيس، سامي حداد، انسحاب بلاده`: say whether the comma before a verbal noun closes a name in apposition."""
    first, last = clause.subjects[-1]
    return any(reading.tokens.forms[k] in COMMAS for k in range(first, last)) and bare_noun(reading.words[clause.begin]) in verbal_nouns()


def _in_month(reading, k):
    """`إعلان واشنطن | في مايو انسحابها`: say whether في at token k stands before a month."""
    return reading.keys[k] == "في" and k + 1 < len(reading.words) and reading.words[k + 1] is not None and reading.words[k + 1].particle == "month" or k > 0 and "/" in (reading.tokens.forms[k], reading.tokens.forms[k - 1]) and (reading.words[k - 1] is None or reading.words[k - 1].particle == "month")


def _does_it(reading, i, form):
    """`ورفضها زعماء القبائل`: people right behind an object pronoun are the subject of a verb that looks like the verbal noun."""
    after = i + 1
    opens = i == reading.sentence_start(i) or reading.kinds[i - 1] == PUNCT or reading.words[i - 1] is not None and reading.words[i - 1].particle in ("conjunction", "subordinator")
    if not opens or form.prefix.strip("وف") or after >= reading.sentence_end(i) or not reading.starts_noun_phrase(after):
        return False
    word = reading.words[after]
    return word is not None and (not word.definite and bare_noun(word) in speaking_nouns() or bare_noun(word) in human_titles() and not form.prefix)


NEEDS_AGENT_FOR_PREPOSITION = frozenset(("say", "write", "declare", "report", "show", "other", "believe", "ask"))
"""Acts whose verbal noun needs more than an object behind it."""


def _noun_content(clause, cue, last, gap):
    """A noun cue needs its content close by, introduced by أن, by a quotation, or by the governed preposition."""
    if clause.begin is None or clause.begin - last > gap:
        return False
    if clause.how in SPEECH:
        return True
    if cue.strength == "doubtful":
        return False
    if clause.how == "object" and cue.act == "declare" and clause.begin - last <= 1:
        return True
    return clause.how == "preposition" or cue.act not in NEEDS_AGENT_FOR_PREPOSITION or cue.strength == "always" and clause.begin - last <= 1
