"""Rules for verbal nouns that report (`دعوة موسكو إلى`, `مطالبته بـ`), for what a noun passes on and for allusions. A rule's docstring is its template sentence."""

from analysis.attribution.adverbials import is_adverb
from analysis.attribution.clause import Clause, read_clause
from analysis.attribution.complements import is_complementizer, preposition_at, spoken_by_tongue
from analysis.attribution.evidence import SPEECH, draft_at, is_term
from analysis.attribution.features import actor_like, bare_noun, behind_rally, speaking_nouns
from analysis.attribution.memory import verb_by_place
from analysis.attribution.objects import is_adjective, is_possessive, quoted_name_end
from analysis.attribution.participles import before_preposition
from analysis.attribution.subjects import antecedent
from analysis.cues import CUE_READINGS, FINITE
from analysis.inflection import pronoun_features, without_pronoun
from analysis.text import fold
from analysis.wordlists import documents, human_titles, manner_nouns, rule_words, verbal_nouns
from analysis.words import COMMAS, PUNCT, WORD


def noun_from_passed_on(reading, i, r):
    """نقلت الوكالة عن لافروف قوله إن …: the noun's pronoun means the one after عن."""
    if r.cue.lemma == "قال" and r.form.definite and not r.form.prefix and (ascribed := _ascribed(reading, i, r)) is not None:
        return [ascribed]
    if not r.form.pronoun or r.cue.act == "condole" or fold(r.cue.lemma) in rule_words("only_that"):
        # `عبر عن خالص | تعازيه`: nobody passes them on.
        return None
    window = range(i - 1, max(reading.sentence_start(i), i - 16), -1)
    given = ("عن", "وعن") if any(reading.keys[k] in ("عن", "وعن") for k in window) else ("الي",)
    for start in window:
        if reading.keys[start] in rule_words("tongue") and spoken_by_tongue(reading, start - 1):
            given = (*given, reading.keys[start])
        if reading.keys[start] == "عن" and reading.is_own_name(start + 1) and reading.words[start + 1].stem.endswith(("ه", "ها", "هم")):
            # `نقلت عن مصدر رفض الكشف عن اسمه | قوله إن …`
            continue
        if reading.keys[start][:2] == "عن" and reading.words[start] is not None and reading.words[start].particle == "pronoun_prepositional":
            # `ونقلت عنها الوكالة قولها إن …`
            clause = read_clause(reading, i, r.cue, r.form, subject_first=True)
            if clause.begin is None:
                return None
            draft = draft_at("passed_on_words", reading, i, r, clause=clause, kind="aside")
            draft.gender, draft.number = pronoun_features(r.form.pronoun)
            return [draft]
        if r.cue.act not in ("say", "declare", "report") and (reading.keys[start] not in given or reading.noun_phrase(start + 1, i) != i and not _behind_aside(reading, start, i)):
            # Other nouns must follow at once: `عن الوزارة وصفها القتلى بأنهم`.
            continue
        if reading.keys[start] in given:
            # `عن الشيخ وصفه لإيران بالقوية`
            cue = r.cue._replace(prepositions=r.cue.prepositions | {"ل"}) if r.cue.objects else r.cue
            clause = read_clause(reading, i, cue, r.form, subject_first=True)
            end = _name_end(reading, start + 1, i)
            if clause.begin is None or end is None or r.cue.act not in ("say", "declare", "report") and start + 1 not in reading.mention_at and bare_noun(reading.words[start + 1]) in verbal_nouns():
                return None
            draft = draft_at("passed_on_words", reading, i, r, sources=[(start + 1, end)], clause=clause, kind="nested")
            # `نقلت الوكالة عن كيلي قوله …. وأضاف`: whose words are passed on speaks, whatever he is called.
            draft.sure = r.cue.act == "say" and clause.how in SPEECH
            return [draft]
    return None


def _ascribed(reading, i, r):
    """`نسبت الوكالة لسامي حداد | القول إن …`, `نقلت الوكالة عن سامي حداد | القول إن …`: the Draft of the noun behind a verb of ascribing and the one whose words they are; else None."""
    if i + 1 >= reading.sentence_end(i) or not is_complementizer(reading.keys[i + 1]):
        return None
    verb = next((k for k in range(i - 2, max(reading.sentence_start(i), i - 16) - 1, -1) if any(o.form.pos in FINITE and (fold(o.cue.lemma) in rule_words("ascribes") or o.cue.act == "report") for o in CUE_READINGS[reading.keys[k]])), None)
    if verb is None:
        return None
    told = not any(fold(o.cue.lemma) in rule_words("ascribes") for o in CUE_READINGS[reading.keys[verb]])
    for k in range(verb + 1, i):
        first = k + (reading.keys[k] == ("عن" if told else "الي"))
        if told and first == k:
            continue
        if first == k and (reading.words[k] is None or reading.words[k].prep != "ل"):
            continue
        end = reading.phrase_end(reading.mention_at[first][1] if first in reading.mention_at else first + 1, i, first)
        if all(is_adverb(reading, t) for t in range(end, i)) and actor_like(reading, (first, end)):
            return draft_at("passed_on_words", reading, i, r, sources=[(first, end)], clause=Clause(begin=i + 1, how="clause", end=i + 1), kind="nested")
    return None


def _behind_aside(reading, about, i):
    """`نقلت الوكالة عن الوزير، الذي يزور البلاد، | تنديده بـ…`: say whether only the name and a relative clause between commas stand between عن and token i."""
    end = reading.noun_phrase(about + 1, i)
    return (about + 1 < end < i - 2 and reading.tokens.forms[end] in COMMAS and reading.tokens.forms[i - 1] in COMMAS
            and reading.words[end + 1] is not None and reading.words[end + 1].particle == "relative")


def _name_end(reading, first, limit):
    """The end of the noun phrase (with an apposition) that begins at `first` and reaches to `limit`, or None."""
    end = quoted_name_end(reading, first, limit) if first in reading.opens else reading.noun_phrase(first, limit)
    if end == first:
        return None
    rest = limit
    while rest > end and reading.kinds[rest - 1] == PUNCT:
        rest -= 1
    if any(reading.words[k] is not None and (reading.words[k].verb or reading.words[k].particle == "relative") for k in range(end, rest)):
        # `عن جنود يعتقد أنهم …، قولهم`: the clause is no part of the name.
        return end
    return rest if rest - first <= 12 else end


def allusion(reading, i, r):
    """…، في إشارة إلى …: the noun after في carries the source on."""
    if r.form.pronoun or r.form.definite or i == 0 or reading.keys[i - 1] not in ("في", "وفي"):
        return None
    if "الي" not in r.cue.prepositions:
        return _hit_at(reading, i, r)
    after = i + 1 < reading.sentence_end(i) and reading.words[i + 1] is not None and reading.words[i + 1].particle == "pronoun_prepositional"
    # `في إشارة | على ما يبدو | إلى القضية`
    after = 3 if reading.keys[i + 1:i + 3] == ["علي", "ما"] and i + 3 < len(reading.keys) and reading.keys[i + 3] in rule_words("seems") else after
    clause, begin = read_clause(reading, i + after, r.cue, r.form, subject_first=True), i + 1 + after
    adjective = reading.words[begin] if begin + 1 < reading.sentence_end(i) else None
    begin += adjective is not None and not (adjective.definite or adjective.particle or adjective.prep or adjective.conj) and adjective.stem.endswith("ة")
    if r.cue.governs[0] == "الي" and begin < reading.sentence_end(i) and reading.words[begin] is not None and reading.words[begin].prep == "ل" and not reading.words[begin].conj:
        # `في إشارة | للقرار`, `في إشارة واضحة | لزيارته`
        clause.begin = begin
    if clause.begin is None or clause.begin > i + 3 + (after > 1):
        return None
    draft = draft_at("allusion", reading, i, r, clause=clause, kind="participle", confidence=0.8)
    draft.cue, draft.continues = (i - 1, i + 1), True
    return [draft]


def _take_doer(reading, draft, comma, limit):
    """`احتجاجا على القرار، | أضرب العمال`: give the draft the subject behind the verb behind the comma, where there is one."""
    if reading.words[comma + 1] is not None and reading.starts_noun_phrase(comma + 2) and (reading.words[comma + 1].verb == "perfect" or verb_by_place(reading, comma + 1)):
        draft.sources, draft.continues = [(comma + 2, reading.noun_phrase(comma + 2, limit))], False


def _hit_at(reading, i, r):
    """`قال المدير، في انتقاد | للبلدية، إن …`, `في اتهام لاذع | لها`: a noun of criticism behind في with ل, an adjective between, carries the source on; else None."""
    adjective = reading.words[i + 1] if i + 2 < reading.sentence_end(i) else None
    begin = i + 1 + (adjective is not None and not (adjective.prep or adjective.particle or adjective.definite or adjective.conj or adjective.verb))
    word = reading.words[begin] if begin < reading.sentence_end(i) else None
    if r.cue.act not in ("accuse", "criticise", "condemn") or r.form.number == "p" or word is None or word.prep != "ل" or begin > i + 1 and i + 1 in reading.mention_in:
        # not `في اتهامات المدير للنقابة`
        return None
    draft = draft_at("allusion", reading, i, r, clause=Clause(begin=begin, how="preposition", end=begin), kind="participle", confidence=0.8)
    draft.continues = True
    first, limit = reading.sentence_start(i), reading.sentence_end(i)
    comma = next((k for k in range(begin, limit - 2) if reading.tokens.forms[k] in COMMAS), None)
    if first == i - 1 and comma is not None:
        # `في انتقاد للبلدية، | نشر سامي حداد صورة`: the source is who does it.
        draft.limit = comma
        _take_doer(reading, draft, comma, limit)
    elif first < i - 1 and reading.noun_phrase(first, i - 1) == i - 1 and actor_like(reading, (first, i - 1)):
        # `البلدية في انتقاد للنقابة: …`
        draft.sources, draft.continues = [(first, i - 1)], False
    return [draft]


NEEDS_AGENT_FOR_PREPOSITION = frozenset(("say", "write", "declare", "report", "show", "other", "believe", "ask"))


def cue_asks_him(r):
    """`وبسؤال المصدر عن الأسباب، قال …`: say whether the noun behind is he who is asked."""
    return r.cue.act == "ask" and r.form.prefix.endswith("ب") and not r.form.definite


def noun_agent(reading, i, r):
    """قول الرئيس إن …; دعوته إلى …; وعود إيرانية بـ…: a verbal noun with its agent and content."""
    form = r.form
    if form.prefix.strip("وبلف") or i and reading.keys[i - 1] == "في" and any(base in rule_words("regard") for base in (reading.words[i].stem, *(base for base, _ in without_pronoun(reading.words[i].stem)))):
        # `تأخذ في اعتبارها نتائج الدراسة`
        return None
    if cue_asks_him(r) or i and (reading.keys[i - 1] in rule_words("without") and r.cue.act in ("call", "say", "declare") or r.cue.act == "ask" and i > 1 and reading.keys[i - 1] == "علي" and reading.keys[i - 2] in rule_words("in_answer")):
        # `من دون تسمية النقابة`, `ردا على استفسار صحفي`: nothing is said there.
        return []
    if not form.prefix and not form.pronoun and reading.registry is not None and reading.keys[i] in reading.registry.first_names and reading.keys[i + 1:i + 2] and reading.keys[i + 1] in reading.registry.first_names:
        # `المحامي عن أمل فتحي`: a name.
        return None
    cue, limit = r.cue, reading.sentence_end(i)
    if i and reading.keys[i - 1] in rule_words("in_case"):
        # `في حال إصرار النقابة على الإضراب`: it has not done so.
        return []
    if form.pronoun:
        if fold(cue.lemma) in rule_words("only_that") and not (i + 1 < limit and reading.keys[i + 1].startswith("بان") and is_complementizer(reading.keys[i + 1])):
            return None
        if cue.act == "ask" and ("ب" in form.prefix or i and reading.keys[i - 1] in rule_words("when_asked")):
            # `وبسؤاله عما …`, `عند سؤاله عن …`: the pronoun is he who is asked.
            return None
        if _does_it(reading, i, form) or form.pronoun in ("كم", "ك") and cue.act in ("praise", "welcome", "thank"):
            # `أريد | تهنئتكم بالفوز`: you are congratulated.
            return []
        clause = read_clause(reading, i, cue, form._replace(pronoun=""), subject_first=True)
        if clause.how in SPEECH and reading.words[i].stem in rule_words("own_words"):
            # `قال موجها كلامه إلى خصومه: "…"`: what somebody does with his words is no second cue.
            return None
        if clause.how == "preposition" and cue.act in ("say", "report", "mock", "show", "other", "accuse", "ask", "condemn") or clause.how == "object" and cue.act == "accuse" or not _noun_content(clause, cue, i, 4) or clause.how == "object" and reading.words[clause.begin] is not None and is_adjective(reading.words[clause.begin]):
            return None
        opened = reading.words[clause.begin] if clause.begin < len(reading.words) else None
        if cue.act == "ask" or clause.how == "object" and opened is not None and opened.particle in ("negation", "demonstrative"):
            # `أجاب عن سؤاله: "…"`, `ويبدو أن مناشدته لم تلق جوابا`
            return None
        if clause.how == "quotation" and reading.tokens.forms[i + 1] in COMMAS:
            # `سيصوت المجلس على مقترحه، | "في أسرع وقت"`
            return None
        draft = draft_at("noun_pronoun", reading, i, r, clause=clause, kind="nested", confidence=0.7)
        draft.gender, draft.number = _pronoun(form)
        if "ل" in form.prefix:
            # `استدعى السفير لمطالبته بـ…`: the pronoun is the one addressed, the clause's subject speaks.
            draft.gender, draft.number, draft.continues = None, None, True
        return [draft]
    first = i + 1
    if reading.keys[i] in rule_words("addressing"):
        # `قالت الوزيرة | مخاطبة العمال: "…"`: whom she turns to.
        return None
    if first < limit and "ل" in form.prefix and not form.definite and cue.act == "demand" and cue.takes_object and behind_rally(reading, i):
        # `وقفة احتجاجية | لمطالبة الحكومة بدفع الرواتب`: of whom it is demanded.
        draft = draft_at("noun_demand", reading, i, r, clause=Clause(begin=first, how="object", end=first), kind="nested", confidence=0.6)
        draft.continues, draft.gender, draft.number = True, None, None
        return [draft]
    opens = i == reading.sentence_start(i)
    if first in reading.mention_at and "ل" in form.prefix and not form.definite and cue.act == "demand" and cue.objects and (opens or preposition_at(reading, reading.mention_at[first][1], {"ب"})):
        # `دعا النواب الرئيس | لمطالبة موسكو بتوضيح`, `لمطالبة السلطات بفتح السوق، تظاهر المئات`: of whom it is demanded.
        return []
    if (own := _of_ones_own(reading, i, r)) is not None:
        return [own]
    if first >= limit or reading.kinds[first] == PUNCT or reading.words[i].stem in rule_words("urged"):
        # `حث المنظمات على المساعدة`: who urges them is not said.
        return None
    adjective = reading.words[first]
    if form.number == "p" and first + 1 < limit and reading.keys[first + 1] == "من" and adjective is not None and not (adjective.definite or adjective.particle or adjective.prep or adjective.conj) and adjective.stem.endswith("ة") and not ("من" in cue.prepositions and first in reading.mention_at):
        # `انتقادات شديدة | من النقابة`, not `تحذيرات تركية من كارثة`
        first += 1
    by = reading.keys[first] == "من"
    if by and cue.act in ("criticise", "accuse", "condemn"):
        # `واجه انتقادات من النقابة | بسبب الإهمال`
        cue = cue._replace(prepositions=cue.prepositions | {"بسبب"})
    if by:
        first += 2 if first + 1 < limit and reading.keys[first + 1] in rule_words("behalf") else 1
    if first < limit and first not in reading.mention_at and not form.definite and reading.words[i].stem.endswith("ة") and reading.words[first] is not None and not reading.words[first].definite and reading.words[first].stem.endswith("ية") and not reading.words[first].conj:
        # `في إفادة | صحفية`: an adjective.
        return None
    if cue.act in ("condemn", "deny", "reject", "criticise", "praise", "welcome") and first < limit and reading.words[first] is not None and reading.words[first].particle == "demonstrative":
        # `إدانة | هذه التصريحات`: what is condemned.
        return None
    if cue.objects and first < limit and reading.words[first] is not None and reading.words[first].particle == "quantifier" and reading.words[first].stem in rule_words("all") and reading.keys[first + 1:first + 2] != ["من"]:
        # `تنبيه | جميع السكان إلى الخطر`: who is told.
        return None
    if cue.lemma in rule_words("repeats") and read_clause(reading, i, cue, form).how not in SPEECH:
        return None
    if fold(cue.lemma) in rule_words("only_that") and not (first < limit and _that_follows(reading, first)):
        return None
    if first >= limit or reading.words[first] is not None and reading.words[first].prep or not (first in reading.mention_at or reading.keys[first] in rule_words("latter") or actor_like(reading, (first, max(reading.noun_phrase(first, limit), first + 1)))):
        return None
    if cue.takes_object and cue.act in ("deny", "reject", "condemn"):
        # `نفي موسكو للاتهامات`: a verbal noun marks its object with ل.
        cue = cue._replace(prepositions=cue.prepositions | {"ل"})
    clause = read_clause(reading, first - 1, cue, form)
    if fold(cue.lemma) in rule_words("answers") and clause.how == "preposition" and reading.keys[clause.begin] == "علي":
        # `رد طهران على الانسحاب`: what will be done.
        return []
    if clause.how == "object" and reading.tokens.forms[clause.begin].endswith(("ة", "ا", "اً", "ين")) and {r.form.pos for r in CUE_READINGS[reading.keys[clause.begin]] if not r.form.definite} == {"participle"}:
        # `رفضت مقترح المدير | مشددة على أن …`: the participle goes on from who refuses.
        return None
    if clause.begin is not None and clause.begin == first + 1 and clause.begin in reading.mention_at and reading.words[first] is not None and is_possessive(reading.words[first]) and len(clause.subjects) == 1:
        # `تأكيدات حليفتها | كوريا الجنوبية بشأن …`: the name of who has the possessive pronoun.
        end = reading.mention_at[clause.begin][1]
        again = read_clause(reading, end - 1, cue, form, subject_first=True)
        clause.subjects, clause.begin, clause.how = [(first, end)], again.begin, again.how
    if clause.begin is None and clause.subjects and cue.act in ("criticise", "condemn", "reject", "accept", "welcome") and (last := clause.subjects[-1][1]) < limit and reading.words[last] is not None and reading.words[last].particle == "pronoun_prepositional" and reading.keys[last].startswith("ل"):
        # `انتقاد النقابة | لها`, `رفض البلدية | له`
        clause.begin, clause.how = last, "preposition"
    if cue.objects and fold(cue.lemma) in rule_words("calls") | rule_words("thanked") and cue.act != "accuse" and clause.subjects and clause.begin == clause.subjects[-1][1] and clause.how in ("clause", "preposition") and reading.keys[clause.begin][0] == "ب":
        # `سارع الوزير إلى وصف | المقال بأنه …`, `إلى تهنئة | الفريق بالفوز`: he who is called or thanked.
        said_by = before_preposition(reading, i) if i > reading.sentence_start(i) and reading.keys[i - 1] == "الي" else None
        return [draft_at("noun_agent", reading, i, r, sources=[said_by], clause=Clause(begin=first, how="object", end=first), kind="nested", confidence=0.75)] if said_by is not None else None
    if cue.act in ("reject", "accept") and cue.takes_object and clause.subjects and any(reading.words[k] is not None and reading.words[k].stem in documents() for k in range(*clause.subjects[0])) and not reading.words[clause.subjects[0][0]].definite:
        # `بعد رفض | مشروع قرار لحماية المدينة`: what is rejected.
        return None
    if clause.how == "object" and clause.subjects and clause.begin == clause.subjects[-1][1] and reading.words[clause.begin] is not None and reading.words[clause.begin].stem.removeprefix("ال") in rule_words("degree") and clause.begin + 1 < limit:
        # `رفض النقابة القاطع | للقرار`, `رفضها التام | أي مساس`: the adjective is of the verbal noun.
        behind = reading.words[clause.begin + 1]
        if behind is not None and (behind.prep in cue.prepositions or behind.particle in ("quantifier", "demonstrative")):
            clause.begin, clause.how = clause.begin + 1, "preposition" if behind.prep else "object"
    if cue.act == "accuse" and clause.how == "preposition" and clause.subjects:
        _part_accused(reading, clause)
    addressed = clause.how == "preposition" and clause.subjects and (cue.act == "accuse" or cue.objects and reading.words[clause.begin].prep == "ب")
    accused = clause.subjects[-1][1] if addressed else None
    if accused is not None and accused < clause.begin and reading.words[accused] is not None and (reading.words[accused].prep == "ل" or reading.words[accused].particle == "pronoun_prepositional" and reading.keys[accused].startswith("ل")):
        # `اتهامات أنقرة | لها برعاية الإرهاب`, `اتهام الوزير | للنقابة بالتقصير`: with the accused behind ل the noun behind is who accuses.
        clause.begin = accused
    elif not by and (cue.act == "accuse" or cue.act == "condemn" and cue.takes_object) and clause.how == "preposition" and reading.words[clause.begin].prep == "ب" or clause.how == "quotation" and is_term(reading, clause):
        # `اتهام دمشق باستخدام…`, `إدانة الحزب بارتكاب …`: the noun behind is the accused; who accuses is not said.
        return None
    if clause.how == "object" and clause.subjects and clause.begin == clause.subjects[-1][1] + 1 and reading.tokens.forms[clause.begin - 1] in COMMAS and not _closes_name(reading, clause):
        # Behind a comma a noun phrase is an apposition: `تأبين والد سامي حداد، القيادي الراحل`.
        return None
    close = clause.how == "object" or clause.how == "preposition" and cue.act == "declare" and not cue.objects and reading.words[clause.begin].prep == "ب"
    if close and clause.subjects and any(reading.words[k] is not None and not is_adverb(reading, k) and not _in_month(reading, k) for k in range(_behind_manner(reading, clause.subjects[-1][1], clause.begin), clause.begin)):
        # `بدعوة من الحكومة عن تشكيل لجان | مشتركة`, `إعلان ترامب إلى إبطال صفقات | بمليارات`: an object follows at once, or behind a day.
        return None
    if clause.how == "object" and reading.tokens.forms[i - 1] == "إن" and reading.words[clause.begin] is not None and not reading.words[clause.begin].definite and clause.begin not in reading.mention_in:
        # `إن طلب الوزارة خطوة حمقاء`: what is said of the demand.
        return None
    if fold(cue.lemma) in rule_words("asks") and clause.subjects and clause.begin == clause.subjects[-1][1] and reading.keys[clause.begin].startswith(("بال", "بان")):
        # `مطالبة موسكو بأن تكشف الحقيقة`, `مطالبة الرئيس بالتنحي`: he who is to do it; who asks is not said.
        return None
    if clause.how == "colon" and form.definite:
        # `قالت المتحدثة عن المزاعم الروسية: "…"`: the words are hers.
        return None
    if not by and cue.act in ("criticise", "condemn") and clause.subjects and clause.begin is not None and any(reading.keys[k] in rule_words("because") for k in range(clause.subjects[-1][1], clause.begin)):
        # `انتقاد المنظمة بسبب تشكيل مجلسها`: it is she who is criticised.
        return None
    if clause.subjects and clause.how == "quotation" and any(reading.words[k] is not None and reading.words[k].particle == "relative" for k in range(clause.subjects[-1][1], clause.begin)):
        # `طلب لندن وباريس اللتين "تعهدتا …"`: the words belong to the relative clause.
        return None
    if reading.words[i - 1] is not None and i and reading.words[i - 1].stem in rule_words("carried_out"):
        # `تم تصنيف المدينة كأقل المدن أمنا`: who does so is not said.
        return None
    if clause.begin is not None and reading.keys[clause.begin - 1] in rule_words("especially"):
        # `بطلب من الحكومة، وخاصة | الوزير`
        return None
    if clause.subjects and clause.begin is not None and any(o.form.pos == "participle" and not o.form.definite and reading.keys[k].endswith(("ا", "ة", "ين")) for k in range(clause.subjects[-1][1], clause.begin) for o in CUE_READINGS[reading.keys[k]]):
        # `رد الوزير على كلام المدير قائلا إن …`: the clause is the participle's.
        return None
    if first in reading.opens and first + 1 not in reading.mention_at:
        # `مزاعم "العنف" تطيح بالوزير`: what is alleged.
        return None
    if clause.subjects and clause.begin is not None and any(reading.words[k] is not None and reading.surely_verb(k) for k in range(clause.subjects[-1][1], clause.begin)):
        # `نصيحة المسؤولين وقيل له إن …`: the clause is another verb's.
        return None
    # An object follows its subject at once, but for what was passed over.
    last = clause.begin - 1 if clause.how == "object" else clause.subjects[-1][1] - 1 if clause.subjects else i
    if not clause.subjects or not _noun_content(clause, cue, last, 10 if clause.how == "clause" else 5):
        return None
    return [draft_at("noun_agent", reading, i, r, sources=[s], clause=clause, kind="nested", confidence=0.75) for s in clause.subjects]


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


def _part_accused(reading, clause):
    """`اتهام طهران لندن بدعم …`: of two parties in a row the second is the accused."""
    first, last = clause.subjects[0]
    second = next((k for k in range(first + 1, last) if k in reading.mention_at and reading.mention_at[k][0].kind != "demonym"), None)
    if second is not None and first in reading.mention_at and reading.mention_at[second][0].actor != reading.mention_at[first][0].actor:
        clause.subjects, clause.begin, clause.how = [(first, second)], second, "object"


def _pronoun(form):
    return pronoun_features(form.pronoun)


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


def noun_demand(reading, i, r):
    """مظاهرات للمطالبة بـ…: a verbal noun of demand or accusation with its content and no agent; or one that says why people act: تظاهروا احتجاجا على …."""
    form = r.form
    if reading.words[i].stem in rule_words("in_protest"):
        return _in_protest(reading, i, r)
    voiced = "ل" in form.prefix and not form.pronoun and bare_noun(reading.words[i]) in rule_words("voiced")
    if not voiced and (form.pronoun or r.cue.act not in ("demand", "accuse") or r.cue.strength == "doubtful"):
        return None
    if not voiced and (not (form.definite or "ل" in form.prefix) or not reading.words[i].stem.endswith(("ة", "ات"))):
        return None
    if form.definite and not form.prefix and reading.words[i - 1] is not None and i and reading.words[i - 1].stem in rule_words("rises"):
        # `تعالت الدعوات إلى الهدنة`: whose they are is not said.
        return []
    begin = i + 1
    if begin >= reading.sentence_end(i) or not (preposition_at(reading, begin, r.cue.prepositions | r.cue.objects) or is_complementizer(reading.keys[begin])):
        return None
    found = antecedent(reading, i) if form.definite and not form.prefix and reading.words[i - 1] is not None and reading.words[i - 1].definite else None
    draft = draft_at("noun_demand", reading, i, r, sources=[found] if found else [], begin=begin, kind="nested", confidence=0.6)
    draft.continues = not found
    draft.gender = draft.number = None
    return [draft]


def _in_protest(reading, i, r):
    """`أضرب العمال احتجاجا على القرار`, `احتجاجا على القرار، أضرب العمال`: the source is who does it."""
    begin, first, limit = i + 1, reading.sentence_start(i), reading.sentence_end(i)
    if begin >= limit or not preposition_at(reading, begin, r.cue.prepositions):
        return None
    draft = draft_at("noun_demand", reading, i, r, begin=begin, kind="nested", confidence=0.6)
    draft.continues, draft.gender, draft.number = True, None, None
    if r.cue.act == "say":
        # `قال الوزير تعليقا على القرار إن …`: what he says of it is the other verb's.
        end = next((k for k in range(begin + 1, limit) if reading.tokens.forms[k] in ("،", ",", ":", ".", "؛", "..") or k in reading.opens and not reading.is_name(reading.opens[k])
                    or is_complementizer(reading.keys[k]) and reading.keys[k - 1] != "عن" or any(o.form.pos in FINITE and o.cue.lemma == "قال" for o in CUE_READINGS[reading.keys[k]])), limit)
        draft.begin, draft.content, draft.how = None, [(begin, end)], "preposition"
        if first < i and reading.noun_phrase(first, i) == i and actor_like(reading, (first, i)):
            # `المدير تعليقا على الإضراب: "…"`
            draft.sources, draft.continues = [(first, i)], False
    comma = next((k for k in range(begin, limit - 2) if reading.tokens.forms[k] in COMMAS), None) if i == first else None
    if comma is not None:
        _take_doer(reading, draft, comma, limit)
    return [draft]
