"""Rules for participles, verbal nouns, light verbs and attitudes that report. A rule's docstring is its template sentence."""

from functools import cache

from analysis.attribution.clause import BY_SAYING, Clause, read_clause
from analysis.attribution.complements import has_pronoun, is_complementizer, preposition_at, spoken_by_tongue
from analysis.attribution.adverbials import is_adverb, skip_adverbial
from analysis.attribution.evidence import SPEECH, affirmed, casts_light, draft_at, is_term, negation
from analysis.attribution.objects import is_adjective, is_possessive, of_nation, quoted_name_end, read_subjects
from analysis.attribution.features import actor_like, agrees, bare_noun, behind_rally, speaking_nouns
from analysis.attribution.memory import verb_by_place
from analysis.attribution.subjects import antecedent, subject_before
from analysis.cues import CUE_READINGS, FINITE, FINITE_CUES, LIGHT_READINGS, CueReading, attitudes, light_cues
from analysis.inflection import Form, without_pronoun
from analysis.inflection import pronoun_features
from analysis.text import fold
from analysis.wordlists import WORDS, accusative_noun, adjectives, common_nouns, documents, human_titles, known_nouns, manner_nouns, rule_words, verbal_nouns
from analysis.words import COMMAS, NUMBER, PUNCT, WORD, FormCache


def participle(reading, i, r):
    """…، مضيفا أن …: a participle carries the source of its clause on."""
    form = r.form
    if form.definite or form.prefix.strip("و") or form.pronoun:
        return None
    key = reading.keys[i]
    if i - 1 in reading.opens and reading.opens[i - 1].last == i + 1 and reading.tokens.forms[i - 2] not in COMMAS and not (i + 2 < len(reading.keys) and preposition_at(reading, i + 2, r.cue.prepositions)):
        # `أوضح أن الأرقام "مطمئنة"`: a single term in marks; not `كان "متخوفا" من الزيارة`.
        return None
    if reading.keys[i + 1:i + 2] == ["باسم"] or i > reading.sentence_start(i) and reading.keys[i - 1] in rule_words("but"):
        # `لكن متحدثا رسميا قال`: behind لكن it is a subject.
        return None
    if form.gender == "m" and form.number == "s" and not key.endswith("ا"):
        return None
    if form.number in ("p", "d") and not key.endswith("ين"):
        return None
    if form.gender == "f" and form.number == "s" and (_is_his_object(reading, i) or i > reading.sentence_start(i) and reading.words[i - 1] is not None and reading.words[i - 1].particle == "preposition"):
        # `في مذكرة إن …` is a memo.
        return None
    if form.gender == "f" and reading.words[i].stem in verbal_nouns() and fold(r.cue.lemma) in rule_words("going_on") and not (reading.words[i].conj or i and reading.tokens.forms[i - 1] in COMMAS):
        # `آلية متابعة`, but `أكدت الخبر، متابعة أن …`
        return None
    if reading.words[i].particle == "adverb" and not ((reading.words[i].conj or reading.tokens.forms[i - 1] in COMMAS) and _renews(reading, i)):
        return None
    if i > reading.sentence_start(i) and reading.words[i - 1] is not None and reading.words[i - 1].stem in rule_words("is_not"):
        # `ليس مستبعدا أن`: nobody rules it out.
        return None
    if r.cue.act == "believe" and i > reading.sentence_start(i) and reading.words[i - 1] is not None and reading.words[i - 1].particle == "auxiliary" and i > 1 and reading.keys[i - 2] in ("كما", "مما"):
        # `كما كان متوقعا`: nobody is named who expects it.
        return None
    if r.cue.lemma == "حمل" and i > reading.sentence_start(i) and reading.words[i - 1] is not None and reading.words[i - 1].particle == "auxiliary":
        # `الشاحنات كانت محملة بصواريخ`
        return None
    if r.cue.act == "accuse" and i + 1 < len(reading.words) and reading.words[i + 1] is not None and reading.words[i + 1].prep == "ب" and bare_noun(reading.words[i + 1]) in known_nouns():
        # `وهي متهمة بالتلاعب`, `جماعة متهمة بالقتل`: it is she who is accused.
        return None
    if r.cue.act in ("believe", "hope") and i > reading.sentence_start(i) and reading.words[i - 1] is not None and reading.words[i - 1].particle == "auxiliary" and i + 1 < len(reading.keys) and is_complementizer(reading.keys[i + 1]):
        # `وكان متوقعا أن يفوز`: nobody is named who expects it.
        return None
    clause = _held_responsible(reading, i, r.cue) or read_clause(reading, i, r.cue, form, subject_first=True)
    if clause.begin is None and i + 1 < len(reading.keys) and BY_SAYING[reading.keys[i + 1]] and "quote" in r.cue.governs:
        # `أوضح أن الجسر آمن، مضيفا بقوله: "…"`
        saying = next(s for s in CUE_READINGS[reading.keys[i + 1]] if s.cue.lemma == "قال" and s.form.pos == "noun")
        clause = read_clause(reading, i + 1, saying.cue, saying.form, subject_first=True)
    if clause.begin is None or clause.how not in SPEECH and (r.cue.strength == "doubtful" and not needed(r.cue) or _adjective(reading, i) or r.cue.act in ("demand", "threaten") and _predicate(reading, i)):
        return None
    if key in rule_words("often_adjective") and clause.how not in SPEECH and reading.tokens.forms[i - 1] not in COMMAS:
        # `بصورة غير متوقعة رسالته`, but `أعلنت النتائج، متوقعة ارتفاع الأرباح`
        return None
    if clause.how == "quotation" and not {"quote", "bare", "obj"} & set(r.cue.governs) and not r.cue.objects and not preposition_at(reading, clause.begin + 1, r.cue.prepositions):
        # `رفعوا لافتة كتب عليها "…"`: a banner
        return None
    if (fold(r.cue.lemma) in rule_words("talks") or r.cue.lemma == "خاطب" and any(FINITE_CUES[reading.keys[k]] for k in range(max(reading.sentence_start(i), i - 3), i))) and (clause.how in ("quotation", "colon") or bare_noun(reading.words[i + 1]) in rule_words("language")):
        # `قال متحدثا من مكتبه: "…"`, `قال متحدثا بالفرنسية إن …`
        return None
    if form.gender == "m" and form.number == "s" and reading.words[i].stem.removesuffix("ا") in common_nouns() and not reading.words[i].conj and LIGHT_READINGS[reading.keys[i - 1]]:
        # `قدمنا | مقترحا إلى الإدارة بأن …`: a noun.
        return None
    if clause.how == "object" and clause.begin == i + 1 and form.gender == "m" and _described(reading, i + 1):
        # `قدمت الحكومة مقترحا | جديدا`: a noun with its adjective.
        return None
    limit = None
    if clause.how in ("quotation", "colon") and reading.keys[i + 1] == "علي" and "علي" in r.cue.prepositions and any(FINITE_CUES[reading.keys[k]] for k in range(reading.sentence_start(i), i)):
        # `وتابع معلقا | على الحادث: "…"`: the quotation is the verb's.
        clause = Clause(begin=i + 1, how="preposition", end=i + 1)
    if clause.how == "clause" and clause.begin > i + 1 and r.cue.takes_object and r.cue.act in ("criticise", "condemn", "praise", "mock", "accuse") and reading.noun_phrase(i + 1, clause.begin) == clause.begin and any(FINITE_CUES[reading.keys[k]] for k in range(reading.sentence_start(i), i)):
        # `قال منتقدا | النقابة | إن …`: so is the clause.
        limit, clause = clause.begin, Clause(begin=i + 1, how="object", end=i + 1)
    draft = draft_at("participle", reading, i, r, clause=clause, kind="participle")
    draft.gender, draft.number, draft.continues, draft.limit = form.gender, form.number, True, limit
    opposed = _opposed(reading, i)
    if opposed is not None and agrees(reading, opposed, form):
        draft.sources = [opposed]
    return [draft]


def _described(reading, k):
    """Say whether an indefinite adjective in the accusative stands at k: `جديدا`, `شاملا`."""
    word = reading.words[k]
    return word is not None and k not in reading.mention_in and not word.definite and not word.prep and word.stem.endswith("ا") and (word.stem[:-1] in adjectives() or word.stem.endswith("يا") and word.stem not in common_nouns())


def _opposed(reading, i):
    """`لكن المدير | أغلق السوق، مؤكدا أن …`: the subject right behind لكن and before its verb, where no cue stands between the verb and token i; else None."""
    k = next((k for k in range(i - 1, reading.sentence_start(i) - 1, -1) if reading.words[k] is not None and (reading.words[k].stem in rule_words("against") or _but_that(reading, k)) or FINITE_CUES[reading.keys[k]]), None)
    if k is None or k + 1 >= i or reading.inside[k] != reading.inside[i] or FINITE_CUES[reading.keys[k]] or not reading.starts_noun_phrase(k + 1):
        return None
    end = reading.noun_phrase(k + 1, i)
    verb = end + (end < i and reading.words[end] is not None and reading.words[end].particle == "negation")
    acts = k + 1 < end and verb < i - 1 and reading.words[verb] is not None and (reading.words[verb].verb or verb > end)
    return (k + 1, end) if acts and actor_like(reading, (k + 1, end)) else None


def _but_that(reading, k):
    """`بيد أن`, `غير أن`, `إلا أن`: say whether the أن at token k opens a clause against what was said."""
    return reading.keys[k] == "ان" and k > reading.sentence_start(k) and reading.keys[k - 1] in rule_words("adversative")


def _held_responsible(reading, i, cue):
    """`محملا الشركة مسؤولية الحادث`: the Clause of a participle that means something only with a second object, where that follows; else None."""
    last, nouns = min(i + 14, reading.sentence_end(i)), needed(cue)
    if not nouns or i + 1 >= last or not reading.starts_noun_phrase(i + 1):
        return None
    found = any(reading.words[k] is not None and reading.words[k].stem.removeprefix("ال") in nouns for k in range(i + 2, last))
    return Clause(begin=i + 1, how="object", end=i + 1) if found else None


@cache
def needed(cue):
    """Return the nouns, without ال, of which a cue takes one for its second object (`obj+مسؤولية`); none for most cues."""
    return frozenset(noun.removeprefix("ال") for noun in (g.partition("+")[2] for g in cue.governs) if len(noun) > 3)


def _renewed(reading, i):
    """`جدد المجلس | مطالبة الوزير بـ…`: say whether a masculine verb that wants an object and its one-word subject stand right before."""
    before = reading.words[i - 1]
    return i - 2 >= reading.sentence_start(i) and before is not None and before.definite and any(
        r.form.pos == "perfect" and r.form.gender == "m" and r.form.number == "s" and r.cue.takes_object and not r.form.pronoun for r in CUE_READINGS[reading.keys[i - 2]])


def _is_his_object(reading, i):
    """`استنكر الوزير سامي حداد، | مطالبة النواب بـ…`: behind a masculine verb that wants an object, its subject and a comma, a feminine form is the noun; so it is, without comma, behind any verb of rejecting, blaming or welcoming (`رفضت الوزارة | مطالبة النواب بـ…`)."""
    if not any(r.form.pos == "noun" for r in CUE_READINGS[reading.keys[i]]):
        return False
    if _renewed(reading, i):
        return True
    comma = reading.tokens.forms[i - 1] in COMMAS
    if not comma and (reading.words[i - 1] is None or i + 1 >= len(reading.words) or not reading.starts_noun_phrase(i + 1)):
        return False
    j = next((k for k in range(i - 1 - comma, max(reading.sentence_start(i), i - 14) - 1, -1) if FINITE_CUES[reading.keys[k]]), None)
    r = next((r for r in CUE_READINGS[reading.keys[j]] if r.form.pos in FINITE), None) if j is not None else None
    if r is None or comma and r.form.gender != "m" or not comma and (r.cue.act not in ("reject", "criticise", "condemn", "welcome") or r.form.pronoun) or not r.cue.takes_object or "quote" in r.cue.governs[:1]:
        return False
    subjects, end = read_subjects(reading, j + 1, i - comma, False)
    return bool(subjects) and end == i - comma


def _renews(reading, i):
    """`مجددا دعوته إلى الحوار`: with an attitude behind it the adverb is a participle."""
    word = reading.words[i + 1] if i + 1 < len(reading.words) else None
    return word is not None and not word.definite and not word.particle and bool({word.stem, *(base for base, _ in without_pronoun(word.stem))} & (verbal_nouns() | attitudes().keys()))


def _adjective(reading, i):
    """Right behind an indefinite noun or a number a participle is its adjective: `تقارير مؤكدة عن`, `17 متهما`; so is one joined to another (`مقاوما ومدافعا عن`)."""
    before = reading.words[i - 1] if i else None
    if before is not None and reading.words[i].conj and before.stem.endswith("ا") and not before.particle and i - 1 not in reading.mention_in and not CUE_READINGS[reading.keys[i - 1]]:
        return True
    if before is None:
        # `في يونيو 2017 متهمة إياها`, `بين عامي 2009 و2014 واصفا إياها`: a year has no adjective.
        return i > 0 and reading.kinds[i - 1] == NUMBER and not (len(reading.tokens.forms[i - 1]) == 4 and (reading.words[i].stem.endswith("ة") or reading.tokens.forms[i - 1][:2] in ("19", "20")))
    if reading.words[i].stem.endswith("ين") and before.stem.endswith(("ة", "اخري")) and before.stem not in speaking_nouns():
        # `خرجوا إلى الشارع مرة أخرى | مطالبين بـ…`: of another number.
        return False
    if (accusative_noun(before) or before.stem.endswith("يا")) and reading.words[i].stem.endswith("ة"):
        # `فرضت عليها حظرا تجاريا متهمة إياها بـ…`: of another gender.
        return False
    return not before.definite and before.particle is None and not before.verb and i - 1 not in reading.mention_in and not before.stem.endswith(("ه", "ها", "هم")) and reading.words[i].stem.endswith(("ة", "ين")) and not reading.words[i].conj


def _predicate(reading, i):
    """`كانت إيطاليا مطالبة بالفوز`, `إن الوزارة مطالبة بالرد`: behind كان or أن and its subject, with no comma between, the participle is passive."""
    for k in range(i - 1, reading.sentence_start(i) - 1, -1):
        word = reading.words[k]
        if word is not None and word.particle == "auxiliary":
            # `كان | مهددا بالترحيل`
            return k + 1 == i and "ب" in (reading.words[i + 1].prep if i + 1 < len(reading.words) and reading.words[i + 1] is not None else "") or reading.noun_phrase(k + 1, i) == i > k + 1
        if word is not None and word.particle == "complementizer":
            return i > k + 1 and reading.noun_phrase(k + 1, i) == i and not reading.tokens.forms[i].endswith(("ا", "اً", "ًا", "ين"))
    return False


def by_saying(reading, i, r):
    """ختم كلمته بالقول إن …; حرص الوزير على التأكيد أن …; رد بالإشارة إلى أن …: the noun carries the source of its clause on."""
    if r.cue.act in ("threaten", "demand", "condemn"):
        return _goes_as_far(reading, i, r)
    if r.cue.act not in ("say", "declare"):
        return None
    if r.cue.endorsement == "distancing" and r.form.prefix == "ب" and not r.form.pronoun and is_complementizer(reading.keys[i + 1] if i + 1 < len(reading.keys) else ""):
        # `أغلق المدير السوق بحجة أن الجسر ضعيف`
        draft = draft_at("by_saying", reading, i, r, clause=Clause(begin=i + 1, how="clause", end=i + 1), kind="participle")
        draft.gender, draft.number, draft.continues = None, None, True
        opposed = _opposed(reading, i)
        draft.sources = [opposed] if opposed is not None else []
        return [draft]
    if not (r.form.definite or r.form.pronoun):
        return None
    behind = r.form.prefix.lstrip("و") or (reading.keys[i - 1] if i > reading.sentence_start(i) else "")
    if behind not in rule_words("to_saying") or r.cue.lemma != "قال" and (behind == "في" or r.form.pronoun) or r.form.pronoun and behind not in ("ب", "خلال"):
        return None
    if r.form.prefix == "ب" and r.cue.lemma == "أكد" and reading.words[i - 1] is not None and (reading.words[i - 1].verb == "imperfect" or reading.inside[i] >= 0 and reading.keys[i - 1][:1] == "ن"):
        # `نعرف | بالتأكيد أنه سيأتي`: an adverb.
        return None
    if behind == "ل" and r.cue.endorsement == "distancing":
        # `ممثل للادعاء`: the prosecution.
        return None
    clause = read_clause(reading, i, r.cue, r.form, subject_first=True)
    if clause.begin is None or clause.begin > i + 2 or r.cue.lemma != "قال" and clause.how != "clause" and not any(is_complementizer(key) for key in reading.keys[clause.begin:clause.begin + 2]):
        return None
    if behind not in ("في", "ب") and any(negation(reading, k) for k in range(max(reading.sentence_start(i), i - 5), i)):
        # `لم يصل إلى حد القول إن`
        return []
    said_by = _before_preposition(reading, i) if behind not in ("ب", "ل") else None
    if said_by is not None:
        return [draft_at("by_saying", reading, i, r, sources=[said_by], clause=clause, kind="nested", confidence=0.8)]
    draft = draft_at("by_saying", reading, i, r, clause=clause, kind="participle")
    draft.gender, draft.number, draft.continues = None, None, True
    return [draft]


def _goes_as_far(reading, i, r):
    """`انتقد المدير النقابة، وصولا إلى | التهديد بـ…`, `دفع الحريق البلدية إلى | المطالبة بـ…`, `أجمعت النقابات على | التنديد بـ…`: the Draft of a noun of demand or threat behind what leads to it, in a list; else None."""
    if not r.form.definite or r.form.prefix or i < 2 or i + 1 >= reading.sentence_end(i) or reading.keys[i - 1] not in ("الي", "علي") or not preposition_at(reading, i + 1, r.cue.prepositions | r.cue.objects):
        return None
    on = reading.keys[i - 2] in rule_words("leading_to")
    said_by = None if on else _before_preposition(reading, i)
    if not on and (said_by is None or reading.words[said_by[0] - 1].stem not in rule_words("drives")):
        return None
    draft = draft_at("by_saying", reading, i, r, sources=[said_by] if said_by is not None else [], begin=i + 1, kind="participle" if on else "nested", confidence=0.8)
    draft.gender, draft.number, draft.continues = None, None, on
    return [draft]


def _before_preposition(reading, i):
    """`سارع الوزير | إلى القول إن …`, `دفع الفلسطينيين | إلى القول …`: the noun phrase that ends before the preposition, behind its verb; else None."""
    end = i - 1 - (reading.keys[i - 1] == "حد")
    for k in range(end - 1, max(reading.sentence_start(i), end - 8), -1):
        before = reading.words[k - 1]
        if before is None or before.particle == "preposition":
            return None
        if reading.starts_noun_phrase(k) and _is_verb(reading, k - 1) and reading.noun_phrase(k, end) == end and actor_like(reading, (k, end)):
            return k, end
    return None


def _is_verb(reading, k):
    """Say whether the word at k is a verb, known or by its place: at the head of its sentence, behind ما or a relative pronoun."""
    word, before = reading.words[k], reading.words[k - 1] if k > reading.sentence_start(k) else None
    if word.verb or before is None:
        return bool(word.verb) or k == reading.sentence_start(k) and verb_by_place(reading, k)
    return word.particle is None and not word.definite and (before.particle == "relative" or before.stem in rule_words("what"))


def habitual(reading, i, r):
    """دأبت الشركة على نفي التقارير: the noun behind على is what somebody keeps saying."""
    if r.form.pronoun or r.form.prefix or r.cue.strength == "doubtful" or i < 2 or reading.keys[i - 1] != "علي":
        return None
    said_by = _before_preposition(reading, i)
    verb = said_by[0] - 1 if said_by is not None else i - 2
    if reading.words[verb] is None or reading.words[verb].stem not in rule_words("keeps_on"):
        return None
    clause = read_clause(reading, i, r.cue, r.form, subject_first=True)
    if clause.begin is None:
        return None
    draft = draft_at("habitual", reading, i, r, sources=[said_by] if said_by is not None else [], clause=clause, confidence=0.8)
    draft.gender, draft.number = None, None
    return [draft]


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
    """`نسبت الوكالة لسامي حداد | القول إن …`: the Draft of the noun behind a verb of ascribing and the one whose words they are; else None."""
    if i + 1 >= reading.sentence_end(i) or not is_complementizer(reading.keys[i + 1]):
        return None
    verb = next((k for k in range(i - 2, max(reading.sentence_start(i), i - 16) - 1, -1) if any(o.form.pos in FINITE and fold(o.cue.lemma) in rule_words("ascribes") for o in CUE_READINGS[reading.keys[k]])), None)
    if verb is None:
        return None
    for k in range(verb + 1, i):
        first = k + (reading.keys[k] == "الي")
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
        said_by = _before_preposition(reading, i) if i > reading.sentence_start(i) and reading.keys[i - 1] == "الي" else None
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


def light_verb(reading, i):
    """وجهت المعارضة انتقادات إلى …: a light verb whose noun says what is done; the content starts at the noun."""
    for form, nouns in LIGHT_READINGS[reading.keys[i]]:
        if form.pos == "participle":
            return _light_participle(reading, i, form, nouns)
        if reading.words[i - 1] is not None and i and reading.words[i - 1].particle == "preposition" and not reading.words[i].conj and reading.words[i - 1].stem not in rule_words("what"):
            # `التأكد من | تحمل الجناة المسؤولية`: a noun.
            return []
        before = reading.words[i - 1] if i > reading.sentence_start(i) else None
        if form.pos == "perfect" and reading.tokens.forms[i].lstrip("وف")[1:2] == "\u064f":
            # `وحُمّل مسؤولية الحادث`: a passive.
            return []
        if form.pos == "perfect" and form.gender == "m" and form.number == "s" and before is not None and not (before.particle or before.verb or before.definite or reading.words[i].conj) and i - 1 not in reading.mention_in and reading.words[i].stem in common_nouns() and before.stem in verbal_nouns():
            # `قبول | عرض المساعدة`
            return []
        if form.pronoun and (directed := _directed(reading, i, form, nouns)) is not None:
            return [directed]
        if negation(reading, i) or form.pronoun and form.lemma != "حمل" or not affirmed(reading, i, CueReading(nouns[0][1], form)):
            return []
        subjects = subject_before(reading, i, form) if not form.prefix.startswith("و") else []
        burden = form.lemma == "حمل"
        aside, named = range(*_aside(reading, i)) if burden else (), i
        for k in range(i + 1, min(i + (24 if burden else 16 if fold(form.lemma) in rule_words("issues") else 12), reading.sentence_end(i))):
            word = reading.words[k]
            if k in aside or k <= named or word is not None and word.stem in rule_words("earnest"):
                continue
            if k in reading.opens and reading.is_name(reading.opens[k]) and not burden and (k == i + 1 or reading.noun_phrase(i + 1, reading.sentence_end(i)) > k):
                # `كشفت صحيفة | "الضحى" | النقاب عن …`, `وجهت | «الضحى» | انتقادات إلى …`
                named = reading.opens[k].last
                subjects = subjects or ([(k, named + 1)] if k == i + 1 else [])
                continue
            if reading.kinds[k] == NUMBER and k + 1 < reading.sentence_end(i) and reading.words[k + 1] is not None and not reading.words[k + 1].particle:
                # `وجه الادعاء 17 تهمة إلى …`
                continue
            if word is None and (burden and reading.tokens.forms[k] not in ("،", ",", ":", "؛") or reading.tokens.forms[k] in COMMAS and (fold(form.lemma) in rule_words("issues") or is_adverb(reading, k - 1) or _between_commas(reading, i, k))):
                continue
            if word is None or (word.particle == "relative" or word.verb) and not burden:
                break
            can_be = _LIGHT_NOUNS[reading.keys[k]]
            earnest = k - 1 if k > i + 1 and reading.words[k - 1] is not None and reading.words[k - 1].stem in rule_words("earnest") else k
            # `تقدم | بالشكر`, `تقدم | بخالص الشكر` is no `تقدم شكرا`
            with_b = reading.words[earnest].prep == "ب"
            cue = next((cue for noun, cue in nouns if (noun in can_be or with_b and k > earnest and noun == ("ب" + reading.keys[k],)) and (len(noun) == 1 or tuple(reading.keys[k:k + len(noun)]) == noun) and (not with_b or noun[0][0] == "ب")), None) if can_be or with_b else None
            if cue is None:
                continue
            if word.stem in rule_words("issued_text") and not _about_something(reading, k):
                # `أصدر بيانا قال فيه إن …`, `أصدر أحكاما في بعض القضايا`
                return []
            if fold(form.lemma) in rule_words("draws") and not any(reading.keys[t] == "الي" for t in range(k + 1, min(k + 5, reading.sentence_end(i)))):
                # `لفت الانتباه بقوة`
                return []
            if burden and k == i + 1 and any(without_pronoun(word.stem)):
                # `دعاهم إلى تحمل مسؤوليتهم`: to bear their own.
                return []
            if not subjects and k == i + 1 and word.definite and form.pos == "perfect" and form.gender == "m" and form.number == "s" and reading.words[i].stem in rule_words("mutual"):
                # `استمر | تبادل الاتهامات`
                return []
            r = CueReading(cue, form)
            # `النقابة تحمل | المدير كامل المسؤولية`
            clause = Clause(begin=i + 1 if burden and subjects and k > i + 1 and reading.starts_noun_phrase(i + 1) else k, how="object")
            while clause.begin == k > i + 1 and reading.words[k - 1] is not None and reading.words[k - 1].stem in rule_words("earnest"):
                # `تقدم | بخالص الشكر إلى …`
                clause.begin = k = k - 1
            if reading.kinds[k - 1] == NUMBER or reading.keys[k - 1] in rule_words("few"):
                # `وجه الادعاء | 17 تهمة إلى …`, `وجه | عدة تهم`
                clause.begin = k = k - 1
            if not subjects and form.number == "s" and k > i + 1:
                read = read_clause(reading, i, cue, form, limit=k)
                subjects = [(a, min(b, k)) for n, (a, b) in enumerate(read.subjects) if n or agrees(reading, (a, b), form) or reading.keys[a - 1] == "من"]
                if burden and subjects and subjects[-1][1] < k:
                    clause.begin = _made_responsible(reading, max(subjects[-1][1], aside[-1] + 1 if aside else 0), k)
                elif burden and len(subjects) == 1:
                    # `وحملت الحكومة المسؤولية`: the one before the noun is made responsible.
                    clause.begin, subjects = subjects[0][0], []
            while burden and clause.begin < k and (reading.tokens.forms[clause.begin] in COMMAS or is_adverb(reading, clause.begin)):
                # `حمل الوزير | الأربعاء، | السلطات مسؤولية …`
                clause.begin += 1
            if burden and reading.words[clause.begin] is not None and reading.words[clause.begin].particle == "relative":
                return []
            if k > i + 1 and form.lemma == "وجه" and form.pos == "perfect" and reading.words[i + 1] is not None and (reading.words[i + 1].particle == "pronoun_prepositional" or reading.words[i + 1].prep == "ل" or reading.keys[i + 1] == "الي") and not any(a > i for a, _ in subjects):
                # `بلدانا وجهت إليها انتقادات`, `وجهت للمدير تهمة`: passive.
                return []
            if fold(form.lemma) in rule_words("feels") and (not subjects or form.person != 3):
                # `قالت إنها "تشعر بالقلق"`: mere feelings of the one who speaks.
                return []
            if not subjects and form.lemma == "وجه" and form.pos == "perfect" and cue.act in ("accuse", "demand") and k == i + 1 and word.definite:
                # `ووجه الاتهام للشركة`: with nobody in sight it is passive.
                return []
            if not subjects and form.lemma == "وجه" and form.pos == "perfect" and cue.act == "accuse" and k == i + 1 and form.gender == "f" and form.number == "s" and word.stem.endswith(("ات", "ة")):
                # `ووجهت اتهامات للشركة`, `وجهت تهمة القتل إليه`: the verb agrees with the noun.
                return []
            if not subjects and form.pos == "imperfect":
                subjects = _text_before(reading, i)
            if word.stem in rule_words("spotlight") and (not subjects and form.pos == "imperfect" or not all(casts_light(reading, s) for s in subjects)):
                # `الحادث يسلط الضوء على …`: only a paper or a person casts light on something with words.
                return []
            draft = [draft_at("light_verb", reading, i, r, sources=[s] if s else [], clause=clause, confidence=0.8) for s in subjects or [None]]
            return draft
    return []


def _light_participle(reading, i, form, nouns):
    """`…، موجها | انتقادات إلى الشركة`, `…، ملقية | باللوم على خصومها`: the participle of a light verb behind a comma, with its noun right behind it."""
    key, k = reading.keys[i], i + 1
    if reading.tokens.forms[i - 1] not in COMMAS or form.definite or form.prefix.strip("و") or form.pronoun or not key.endswith(("ا", "ة", "ين")) or k >= reading.sentence_end(i) or reading.words[k] is None:
        return []
    k += reading.words[k].stem in rule_words("earnest")
    cue = next((cue for noun, cue in nouns if noun in _LIGHT_NOUNS[reading.keys[k]] and tuple(reading.keys[k:k + len(noun)])[1:] == noun[1:]), None) if k < reading.sentence_end(i) else None
    if cue is None or reading.words[k].stem in rule_words("issued_text"):
        return []
    draft = draft_at("participle", reading, i, CueReading(cue, form), clause=Clause(begin=i + 1, how="object"), kind="participle", confidence=0.8)
    draft.gender, draft.number, draft.continues = form.gender, form.number, True
    return [draft]


def _directed(reading, i, form, nouns):
    """`اتهامات وجهها محقق إلى العمال`, `انتقادات | وجهتها النقابة للبلدية`: the Draft of the noun right before a light verb with its pronoun and its subject, with what follows; else None."""
    k, limit = i - 1, reading.sentence_end(i)
    cue = next((cue for noun, cue in nouns if k >= reading.sentence_start(i) and noun == (reading.words[k].stem if reading.words[k] is not None else "",)), None)
    if cue is None or form.pronoun not in ("ه", "ها") or i + 1 >= limit or not reading.starts_noun_phrase(i + 1):
        return None
    end = max(reading.noun_phrase(i + 1, limit), i + 2)
    begin = next((p for p in range(end, min(end + 5, limit)) if reading.keys[p] == "الي" or reading.words[p] is not None and reading.words[p].prep in ("ل", "ب") and (p == end or reading.words[p].prep == "ل")), None)
    if begin is None or not actor_like(reading, (i + 1, end)) or not agrees(reading, (i + 1, end), form):
        return None
    return draft_at("noun_agent", reading, k, CueReading(cue, form._replace(pronoun="")), sources=[(i + 1, end)], clause=Clause(begin=begin, how="preposition", end=begin), kind="nested", confidence=0.75)


def _about_something(reading, k):
    """`أصدر قرارا | بإغلاق السوق`, `أصدر بيانا مشتركا | بشأن الجسر`: say whether what the text at k is about follows, behind an adjective or at once."""
    after = reading.words[k + 1] if k + 1 < reading.sentence_end(k) else None
    if after is not None and after.verb == "imperfect" and not FINITE_CUES[reading.keys[k + 1]] and reading.words[k].stem in rule_words("decree"):
        # `أصدر الملك مرسوما | يرفع الحظر`
        return True
    following = [j for j in (k + 1, k + 2) if j < reading.sentence_end(k) and reading.words[j] is not None]
    return any(reading.keys[j] in rule_words("about_what") or reading.words[j].prep == "ب" and reading.words[j].stem.removeprefix("ال") in verbal_nouns() or reading.words[j].prep == "ل" and reading.words[k].definite for j in following if j == k + 1 or following[0] == k + 1)


def _text_before(reading, i):
    """`مشروع قرار | يلقي باللوم على …`: return the text without ال that ends right before token i and whose verb stands there, as a list."""
    first = next((k for k in range(i - 1, max(reading.sentence_start(i), i - 3) - 1, -1) if reading.words[k] is not None and reading.words[k].stem.removesuffix("ا") in documents()), None)
    if first is None or any(reading.words[k] is None or reading.words[k].definite or reading.words[k].particle for k in range(first, i)):
        return []
    return [(first, i)]


def _aside(reading, i):
    """`وحمل سامي، الذي يزور المنطقة، جماعات مسلحة مسؤولية الهجوم`: return (first, last + 1) token of the relative clause between two commas behind the verb at i; (0, 0) where none stands."""
    opening = next((k for k in range(i + 1, min(i + 10, reading.sentence_end(i) - 1)) if reading.tokens.forms[k] in COMMAS), None)
    if opening is None or reading.words[opening + 1] is None or reading.words[opening + 1].particle != "relative":
        return 0, 0
    closing = next((k for k in range(opening + 2, min(opening + 20, reading.sentence_end(i))) if reading.tokens.forms[k] in COMMAS), None)
    return (opening, closing + 1) if closing is not None else (0, 0)


def _between_commas(reading, i, k):
    """Say whether the comma at k opens or closes an apposition behind the verb at i: `وجه سامي، الناطق باسم الوزارة، انتقادات`."""
    commas = [c for c in range(i + 1, min(i + 14, reading.sentence_end(i))) if reading.tokens.forms[c] in COMMAS][:2]
    return len(commas) == 2 and k in commas and commas[1] - commas[0] > 1


def _made_responsible(reading, begin, noun):
    """Return where the content of `حمل المجلس في بيان الحكومة مسؤولية …` begins: at the party made responsible."""
    after = skip_adverbial(reading, begin, noun)
    while after < noun and is_adverb(reading, after):
        # `في بيان تلقت الوكالة نسخة منه الأحد الحكومة مسؤولية …`
        after += 1
    if after < noun and any(reading.words[k] is not None and reading.words[k].verb for k in range(after, noun)):
        # `في بيان تلقت الوكالة نسخة منه الحكومة مسؤولية …`: the party named last before the noun.
        after = max((k for k in range(after, noun) if k in reading.mention_at), default=noun)
    return after if after < noun else begin


def _light_nouns(key):
    """Return the nouns of light verbs that can begin with a folded form; one of a single word may carry a pronoun."""
    word, nouns = WORDS[key], _nouns_by_first_word()
    bare = [base for base, _ in without_pronoun(word.stem)] + ([] if word.conj else [word.stem])
    return frozenset(nouns.get(key, ())).union(noun for base in bare for noun in nouns.get(base, ()) if len(noun) == 1)


@cache
def _nouns_by_first_word():
    found = {}
    for noun, _ in (row for listed in light_cues().values() for row in listed):
        found.setdefault(noun[0], set()).add(noun)
    return found


_LIGHT_NOUNS = FormCache(_light_nouns)


def _felt_for(reading, i, form):
    """`الوزير واثق | بنجاح الخطة`, `إن الوزير واثق | "بنجاحها"`: an adjective of attitude with what it governs, right behind who has it at the head of the sentence or behind أن; else None."""
    word, first, begin = reading.words[i], reading.sentence_start(i), i + 1
    cue = attitudes().get(word.stem)
    if cue is None or word.prep or word.conj or word.stem in verbal_nouns() or i == first:
        return None
    marked = begin in reading.opens and begin + 1 < reading.sentence_end(i)
    if begin + marked >= reading.sentence_end(i) or not preposition_at(reading, begin + marked, cue.prepositions):
        return None
    # `قالت إن | موسكو قلقة من الخطر`
    inner = next((k + 1 for k in range(i - 2, max(first, i - 9) - 1, -1) if reading.kinds[k] == WORD and is_complementizer(reading.keys[k])), None)
    if inner is not None and cue.act not in ("fear", "criticise") and not (begin + 1 < reading.sentence_end(i) and reading.kinds[begin + 1] == WORD and is_complementizer(reading.keys[begin + 1])):
        # `إن البلدية مستعدة للحوار`: what is said of her; but `إن المسؤولين واثقون من أن …`.
        return None
    if inner is not None and inner in reading.mention_at and any(reading.mention_at[k][0].party == reading.mention_at[inner][0].party for k in range(first, inner) if k in reading.mention_at):
        # `أعلنت الخارجية الروسية أن | روسيا قلقة من الخطر`: her own, who speaks.
        return None
    first = first if inner is None else inner
    subjects, end = read_subjects(reading, first, i, False) if first < i and reading.starts_noun_phrase(first) else ([], i)
    if not subjects or end != i or not all(actor_like(reading, s) and (s[0] in reading.mention_at or reading.words[s[0]] is not None and reading.words[s[0]].definite) for s in subjects):
        return None
    return [draft_at("attitude", reading, i, CueReading(cue, form), sources=[s], clause=Clause(begin=begin, how="preposition", end=begin), kind="nested", confidence=0.7) for s in subjects]


def _feared_by(reading, i, form, limit):
    """`وسط مخاوف الحكومة | من ارتفاع الأسعار`, `يثير قلق أنقرة من أن …`: a noun of fear with whose it is, and what it governs right behind; else None. What somebody utters (`أعرب عن قلق بلاده`) is his own."""
    cue, first = attitudes().get(reading.words[i].stem), i + 1
    if cue is not None and cue.act in ("fear", "criticise") and reading.keys[i - 1:i] != ["عن"] and (end := of_nation(reading, i)) and preposition_at(reading, end, cue.prepositions):
        # `قلق فرنسي بالغ من الهجوم`
        return draft_at("noun_agent", reading, i, CueReading(cue, form), sources=[(first, end)], clause=Clause(begin=end, how="preposition", end=end), kind="nested", confidence=0.7)
    if cue is None or cue.act != "fear" or reading.words[i].stem in adjectives() or reading.keys[i - 1:i] == ["عن"] or not reading.starts_noun_phrase(first) or reading.words[first] is None or not (reading.words[first].definite or first in reading.mention_at) or reading.words[first].prep or reading.words[first].conj:
        return None
    end = reading.noun_phrase(first, limit)
    if end >= limit or not preposition_at(reading, end, cue.prepositions) or reading.words[end].particle != "preposition" or not actor_like(reading, (first, end)):
        return None
    said = end + 1 < limit and reading.kinds[end + 1] == WORD and is_complementizer(reading.keys[end + 1])
    return draft_at("noun_agent", reading, i, CueReading(cue, form), sources=[(first, end)], clause=Clause(begin=end, how="clause" if said else "preposition", end=end), kind="nested", confidence=0.7)


def attitude(reading, i):
    """موسكو واثقة من أن …; هم على ثقة بأن …: an adjective or noun of attitude with a clause."""
    word, limit = reading.words[i], reading.sentence_end(i)
    if word.stem.removesuffix("ا") not in attitudes() and word.stem not in attitudes() or word.definite or i + 1 >= limit:
        return []
    begin = i + 1
    adjective = reading.words[begin]
    if reading.keys[i - 1:i] == ["علي"] and adjective is not None and begin + 1 < limit and not (adjective.definite or adjective.particle or adjective.verb or adjective.prep or adjective.conj) and adjective.stem.endswith("ة") == word.stem.endswith("ة"):
        # `على ثقة تامة بأن`
        begin += 1
    form = Form(word.stem, "participle", None, None, None)
    if (begin in reading.opens or reading.kinds[begin] == WORD and not is_complementizer(reading.keys[begin])) and (felt := _felt_for(reading, i, form)) is not None:
        return felt
    if (feared := _feared_by(reading, i, form, limit)) is not None:
        return [feared]
    if reading.kinds[begin] != WORD or not is_complementizer(reading.keys[begin]) and not (
            reading.words[begin].particle == "preposition" and begin + 1 < limit and reading.kinds[begin + 1] == WORD and is_complementizer(reading.keys[begin + 1])):
        return []
    cue = attitudes().get(word.stem) or attitudes()[word.stem.removesuffix("ا")]
    start = i - 1 if reading.keys[i - 1:i] == ["علي"] else i
    if reading.words[start - 1] is not None and start > 0 and reading.words[start - 1].stem in rule_words("first_person"):
        # `لست متأكدا أن`: mere feelings (codebook, ruling 5).
        return []
    if start > 1 and is_complementizer(reading.keys[start - 2]) and reading.words[start - 1] is not None and reading.words[start - 1].stem in rule_words("be"):
        # `عليه أن يكون واثقا`: what somebody ought to think is not what he thinks.
        return []
    subjects = subject_before(reading, start, form)
    own = reading.words[start - 1] if start else None
    if not subjects and cue.act in ("fear", "hope", "welcome", "thank", "praise") and (reading.inside[i] >= 0 or own is not None and has_pronoun(own)):
        # `قالت إنها سعيدة بأن …`: mere feelings of the one who speaks.
        return []
    if not subjects and start == i and reading.keys[i - 1] in rule_words("there_is") and i or start == i and cue.act == "fear" and word.stem in rule_words("for_fear"):
        # `هناك مخاوف من أن`, `خوفا من أن`: nobody is named who fears it.
        return []
    draft = draft_at("attitude", reading, i, CueReading(cue, form), sources=subjects[:1], begin=begin, kind="nested", confidence=0.7)
    draft.how, draft.continues = "clause", not subjects
    return [draft]
