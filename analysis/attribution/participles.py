"""Participles that report (`مؤكدا أن`, `مشيرة إلى`), `بالقول إن`, and `دأبت على نفي`."""

from functools import cache

from analysis.attribution.affirmed import negation
from analysis.attribution.clause import BY_SAYING, Clause, read_clause
from analysis.attribution.complements import is_complementizer, preposition_at
from analysis.attribution.evidence import SPEECH, draft_at
from analysis.attribution.features import actor_like, agrees, bare_noun, speaking_nouns
from analysis.attribution.memory import verb_by_place
from analysis.attribution.objects import read_subjects
from analysis.cues import CUE_READINGS, FINITE, FINITE_CUES, LIGHT_READINGS, attitudes
from analysis.inflection import without_pronoun
from analysis.text import fold
from analysis.wordlists import accusative_noun, adjectives, common_nouns, documents, known_nouns, rule_words, verbal_nouns
from analysis.words import COMMAS, NUMBER, PUNCT


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
    if form.gender == "f" and form.number == "s" and not reading.words[i].conj and (i == reading.sentence_start(i) and reading.words[i].stem in documents() or i > reading.sentence_start(i) and reading.words[i].stem in common_nouns() and reading.words[i - 1] is not None and reading.words[i - 1].verb):
        # `تحمل | لافتة كتبت عليها`, `| مذكرة الوزير`
        return None
    if _seems_so(reading, i):
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
    saying_at = i + 1 + (reading.keys[i + 1:i + 2] != [] and reading.keys[i + 1] in rule_words("own_words"))
    if clause.begin is None and saying_at < len(reading.keys) and BY_SAYING[reading.keys[saying_at]] and "quote" in r.cue.governs:
        # `أوضح أن الجسر آمن، مضيفا بقوله: "…"`, `مختتما حديثه | بالقول إن …`
        saying = next(s for s in CUE_READINGS[reading.keys[saying_at]] if s.cue.lemma == "قال" and s.form.pos == "noun")
        clause = read_clause(reading, saying_at, saying.cue, saying.form, subject_first=True)
    if clause.begin is None and r.cue.lemma == "قال" and i + 3 < reading.sentence_end(i):
        # `قائلة | لن أتراجع`, `قائلا، | لا بديل عن الحوار`: neither إن nor a mark.
        begin = i + 1 + (reading.kinds[i + 1] == PUNCT)
        clause = Clause(begin=begin, how="colon", end=begin)
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
    opposed = opposed_subject(reading, i)
    if opposed is not None and agrees(reading, opposed, form):
        draft.sources = [opposed]
    return [draft]


def _seems_so(reading, i):
    """`وتبدو الوحدة بين البلدين | مستبعدة، لكن …`: say whether the participle, right before a comma, is what something seems to be in a sentence that opens so."""
    first = reading.words[reading.sentence_start(i)]
    return i + 1 < len(reading.keys) and reading.tokens.forms[i + 1] in COMMAS and first is not None and first.stem in rule_words("seems")


def _described(reading, k):
    """Say whether an indefinite adjective in the accusative stands at k: `جديدا`, `شاملا`."""
    word = reading.words[k]
    return word is not None and k not in reading.mention_in and not word.definite and not word.prep and word.stem.endswith("ا") and (word.stem[:-1] in adjectives() or word.stem.endswith("يا") and word.stem not in common_nouns())


def opposed_subject(reading, i):
    """`لكن المدير | أغلق السوق، مؤكدا أن …`: the subject right behind لكن and before its verb, where no cue stands between the verb and token i; else None."""
    k = next((k for k in range(i - 1, reading.sentence_start(i) - 1, -1) if reading.words[k] is not None and (reading.words[k].stem in rule_words("against") or _but_that(reading, k)) or FINITE_CUES[reading.keys[k]]), None)
    if k is None or k + 1 >= i or reading.inside[k] != reading.inside[i] or FINITE_CUES[reading.keys[k]] or not reading.starts_noun_phrase(k + 1):
        return None
    end = reading.noun_phrase(k + 1, i)
    # `لكن الجيش | منعهم من دخولها`, `لكن الجيش | منع وصولهم`
    end = next((t for t in range(k + 2, end) if t not in reading.mention_in and _may_act(reading, t)), end)
    verb = end + (end < i and reading.words[end] is not None and reading.words[end].particle == "negation")
    acts = k + 1 < end and verb < i - 1 and reading.words[verb] is not None and (reading.words[verb].verb or verb > end or _may_act(reading, verb))
    return (k + 1, end) if acts and actor_like(reading, (k + 1, end)) else None


def _may_act(reading, k):
    """`لكن الجيش | منع وصوله`: say whether what reads as a verbal noun, bare behind a subject with ال, is its verb."""
    word, before = reading.words[k], reading.words[k - 1]
    if word is None or before is None or not before.definite or word.definite or word.prep or word.conj or word.particle:
        return False
    return bool({word.stem, *(base for base, _ in without_pronoun(word.stem))} & verbal_nouns())


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
        opposed = opposed_subject(reading, i)
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
    said_by = before_preposition(reading, i) if behind not in ("ب", "ل") else None
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
    said_by = None if on else before_preposition(reading, i)
    if not on and (said_by is None or reading.words[said_by[0] - 1].stem not in rule_words("drives")):
        return None
    draft = draft_at("by_saying", reading, i, r, sources=[said_by] if said_by is not None else [], begin=i + 1, kind="participle" if on else "nested", confidence=0.8)
    draft.gender, draft.number, draft.continues = None, None, on
    return [draft]


def before_preposition(reading, i):
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
    said_by = before_preposition(reading, i)
    verb = said_by[0] - 1 if said_by is not None else i - 2
    if reading.words[verb] is None or reading.words[verb].stem not in rule_words("keeps_on"):
        return None
    clause = read_clause(reading, i, r.cue, r.form, subject_first=True)
    if clause.begin is None:
        return None
    draft = draft_at("habitual", reading, i, r, sources=[said_by] if said_by is not None else [], clause=clause, confidence=0.8)
    draft.gender, draft.number = None, None
    return [draft]
