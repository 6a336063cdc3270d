"""Rules for constructions around a finite verb that tell more than the verb alone. A rule's docstring is its template sentence."""

from analysis.attribution.according import PASSING
from analysis.attribution.according_content import clause_before, rest
from analysis.attribution.adverbials import skip_adverbial
from analysis.attribution.background import main_verb
from analysis.attribution.clause import Clause, read_clause
from analysis.attribution.complements import said_therein, spoken_by_tongue
from analysis.attribution.evidence import SPEECH, draft_at, spoken_by
from analysis.attribution.features import actor_like, agrees, bare_noun
from analysis.attribution.objects import read_subjects
from analysis.attribution.subjects import subject_before
from analysis.attribution.verbs import of_no_list
from analysis.text import fold
from analysis.cues import CUE_READINGS, FINITE, FINITE_CUES, CueReading, governing
from analysis.inflection import Form, without_pronoun
from analysis.wordlists import accusative_noun, common_nouns, documents, named_heads, publishes, rule_words, verbal_nouns
from analysis.words import COMMAS, PUNCT, QUOTE


def passed_on(reading, i, r):
    """نُقل عن مصادر أن …: a passive with a stated origin."""
    if r.form.pos == "passive" and r.cue.lemma == "قال" and said_therein(reading, i):
        # `وزعت منشورات | قيل فيها إن …`
        clause = read_clause(reading, i + 1, r.cue, r.form, subject_first=True)
        return [draft_at("passed_on", reading, i, r, clause=clause, kind="nested", confidence=0.7)] if clause.how in SPEECH else []
    passive = r.form.pos == "passive" or r.form.pos == "perfect" and r.form.gender == "m" and ("\u064f" in reading.tokens.forms[i] or i == reading.sentence_start(i))
    if not passive or fold(r.cue.lemma) not in rule_words("hands_on") or i + 2 >= reading.sentence_end(i) or reading.keys[i + 1] != "عن":
        return None
    if r.form.pos == "passive" and r.form.prefix.startswith("و") and "\u064f" not in reading.tokens.forms[i] and any(other.form.pos == "imperfect" and other.cue is r.cue for other in CUE_READINGS[reading.keys[i]]) and i > 0:
        # `وينقل عن نائب قوله إن …`: whoever spoke before passes it on.
        return None
    before = subject_before(reading, i, r.form._replace(pos="perfect"))
    if before and actor_like(reading, before[0]):
        # `وكان المستشار نقل عن الأمير قوله`: he passes it on.
        return None
    clause = read_clause(reading, i + 1, PASSING, r.form._replace(gender=None))
    if not clause.subjects or clause.begin is None:
        return None
    drafts = spoken_by(reading, "passed_on", i, r, clause)
    for draft in drafts:
        draft.cue = (i, i + 2)
    return drafts


def document_holds(reading, i, r):
    """وجاء في البيان أن …: the document after في speaks, or who is behind على لسان; أصدر الحزب بيانا جاء فيه أن …: that before the verb."""
    p = i + 1
    if fold(r.cue.lemma) in rule_words("comes_in") and i > reading.sentence_start(i) and reading.keys[i - 1] in rule_words("what") and reading.words[p:p + 1] != [None] and p < reading.sentence_end(i) and reading.words[p].prep == "ب":
        # `وصف ما | جاء بالكتاب بأنه خيال`: what stands there is spoken of.
        return []
    if p + 1 >= reading.sentence_end(i) or (reading.words[p] is None or reading.words[p].prep != "ب") and fold(r.cue.lemma) not in rule_words("comes_in"):
        return None
    if reading.words[p] is not None and reading.words[p].prep == "ب" and reading.words[p].definite and reading.words[p].stem[2:] in documents():
        # `وذكر بالبيان أن …`
        clause = read_clause(reading, p, r.cue, r.form._replace(gender=None), subject_first=True)
        return [draft_at("document_holds", reading, i, r, sources=[(p, p + 1)], clause=clause)] if clause.how in SPEECH else None
    if fold(r.cue.lemma) in rule_words("comes_in") and said_therein(reading, i):
        return _held_therein(reading, i, r)
    if fold(r.cue.lemma) in rule_words("comes_in") and reading.keys[p] == "عن":
        return _comes_from(reading, i, r)
    tongue = reading.keys[p] == "علي" and spoken_by_tongue(reading, p) and not (i and reading.keys[i - 1] in rule_words("what"))
    if fold(r.cue.lemma) not in rule_words("comes_in") or reading.keys[p] != "في" and not tongue:
        return None
    p += bool(tongue)
    clause = read_clause(reading, p, r.cue, r.form._replace(gender=None))
    if clause.subjects and clause.begin is None and i and reading.words[i - 1] is not None and reading.words[i - 1].stem in rule_words("as"):
        return _as_it_stands(reading, i, r, clause)
    if not clause.subjects or clause.how not in SPEECH or tongue and clause.begin > clause.subjects[0][1] + 1 or clause.subjects[0][1] < clause.begin and reading.words[clause.begin - 1] is not None and reading.words[clause.begin - 1].stem in rule_words("own_words"):
        # `جاء على لسان الوزير قوله إن …`: the noun is the cue.
        return []
    # `وجاء في | نص البيان: …`: no noun in the document's name is a cue.
    reading.taken.update(range(*clause.subjects[0]))
    return [draft_at("document_holds", reading, i, r, sources=clause.subjects[:1], clause=clause)]


def came_out(reading, i):
    """`صدر عن مكتب الوزير البيان الآتي: "…"`: the drafts of a verb of issuing at the head of its sentence."""
    if reading.words[i].stem not in rule_words("comes_out") or i > reading.sentence_start(i) + 1 or i + 2 >= reading.sentence_end(i) or reading.keys[i + 1] != "عن":
        return []
    cue = governing(reading.words[i].stem, ("ان", "quote"), "doubtful", "neutral", "show")
    return _comes_from(reading, i, CueReading(cue, Form(cue.lemma, "perfect", 3, None, "s")))


def _comes_from(reading, i, r):
    """`صدر عن مكتب الوزير البيان الآتي: "…"`, `وجاء عن المجلس أن …`: what comes from somebody he says."""
    clause = read_clause(reading, i + 1, r.cue, r.form._replace(gender=None))
    if not clause.subjects or clause.how not in SPEECH or not actor_like(reading, clause.subjects[0]) or any(FINITE_CUES[reading.keys[k]] for k in range(clause.subjects[0][1], clause.begin)):
        # `صدر عن الوزارة بيان | أكد أن …`
        return []
    first, last = clause.subjects[0]
    last = next((k for k in range(first + 1, last) if k not in reading.mention_in and reading.words[k] is not None and reading.words[k].stem.removeprefix("ال") in documents()), last)
    return [draft_at("document_holds", reading, i, r, sources=[(first, last)], clause=clause)]


def _held_therein(reading, i, r):
    """`تغريدة جاء فيها «…»`: the nearest document before the verb."""
    clause = read_clause(reading, i + 1, r.cue, r.form, subject_first=True)
    held = next((k for k in range(i - 1, max(reading.sentence_start(i), i - 16) - 1, -1) if bare_noun(reading.words[k]).removesuffix("ا") in documents()), None)
    follows = i + 5 if reading.keys[i + 2:i + 4] == ["ما", "يلي"] else i + 2 + (clause.how == "colon")
    if held is None or clause.begin != follows or clause.how not in SPEECH:
        return []
    source = _publisher(reading, held) or _whence(reading, held) or (held, max(reading.noun_phrase(held, i), held + 1))
    return [draft_at("document_holds", reading, i, r, sources=[source], clause=clause, kind="nested")]


def _whence(reading, held):
    """`صدر عن الحركة بيان`: from whom the document at `held` came out, or None."""
    k = next((k for k in range(held - 2, max(reading.sentence_start(held), held - 12) - 1, -1) if reading.keys[k + 1] == "عن" and reading.words[k] is not None and reading.words[k].stem in rule_words("comes_out")), None)
    return (k + 2, held) if k is not None and k + 2 < held and reading.noun_phrase(k + 2, held) == held else None


def _publisher(reading, held):
    """`أصدرت الوزارة بيانا`, `الوزارة أصدرت بيانا`: who brought out the document at `held`, or None."""
    k = next((k for k in range(held - 1, max(reading.sentence_start(held), held - 12) - 1, -1) if reading.words[k] is not None and reading.words[k].stem in publishes()), None)
    if k is None or reading.words[held].definite or reading.words[held].prep not in ("", None, "ب"):
        return None
    form = Form(reading.words[k].stem, "perfect", 3, "f" if reading.keys[k].endswith("ت") else "m", "s")
    after = (k + 1, reading.noun_phrase(k + 1, held)) if k + 1 < held and reading.starts_noun_phrase(k + 1) else None
    if after is not None and (actor_like(reading, after) or reading.words[after[0]] is not None and reading.words[after[0]].definite and agrees(reading, after, form)):
        return after if after[0] not in reading.mention_at or not reading.is_medium(reading.mention_at[after[0]][0]) else None
    before = subject_before(reading, k, form)
    return before[0] if before else None


def _as_it_stands(reading, i, r, clause):
    """`الهدنة سارية، كما جاء في البيان`: the document behind في has the clause."""
    draft = draft_at("as_said", reading, i, r, sources=clause.subjects[:1], kind="according")
    draft.cue = (i - 1, i + 1)
    first = i - 1 == reading.sentence_start(i)
    draft.content = rest(reading, clause.end, reading.sentence_end(i)) if first else clause_before(reading, i - 1, clause.end, reading.sentence_end(i))
    return [draft] if draft.content else []


def verb_before_quotation_end(reading, i, r):
    """«لن نتراجع»، قال الوزير: the quotation stands before the cue."""
    if "quote" not in r.cue.governs or r.form.prefix.startswith(("و", "ف")):
        return None
    quotation = _quotation_before(reading, i)
    if quotation is None:
        return None
    clause = read_clause(reading, i, r.cue, r.form)
    if _is_subject(reading, quotation, i, clause):
        return None
    thus = quotation.last < i - 1 and _thus(reading, i) < i
    middle = clause.how in ("quotation", "object") and clause.begin in reading.opens and (reading.tokens.forms[clause.begin - 1] in COMMAS or not reading.is_name(reading.opens[clause.begin]))
    if clause.begin is not None and clause.how != "quotation" and not middle and not thus or not clause.subjects and quotation.first != reading.sentence_start(quotation.first):
        return None
    draft = draft_at("quotation_before", reading, i, r, sources=clause.subjects)
    draft.content = [(quotation.first, quotation.last + 1)]
    if clause.how == "quotation" or middle:
        # The cue stands in the middle: «هذه البداية»، تقول فلانة، «فالأدب لا يعرف الحدود».
        second = reading.opens[clause.begin]
        draft.content.append((second.first, second.last + 1))
    return [draft]


def _is_subject(reading, quotation, i, clause):
    """`"هيومن رايتس ووتش" تتهم …`, `"الضحى" تكشف تفاصيل …`: a name in marks right before the verb, behind which nobody stands who could speak."""
    if quotation.last != i - 1 or not reading.is_name(quotation):
        return False
    named = reading.mention_at.get(quotation.first + 1)
    return named is not None and named[0].kind != "demonym" and named[1] == quotation.last or bool(clause.subjects) and not actor_like(reading, clause.subjects[0])


_BETWEEN = {False: ("،", ","), True: ("،", ",", ".", "…", "-", "–")}
"""Marks between a quotation and the cue behind it, and behind هكذا."""


def _thus(reading, i):
    """`"لن نستسلم"، هكذا رد المدرب`, `بهذه الكلمات وصف …`: return the token where the words before the cue begin that point back to a quotation, or i."""
    if i and reading.keys[i - 1] in rule_words("thus"):
        return i - 1
    return i - 2 if i > 1 and reading.words[i - 1] is not None and reading.words[i - 1].definite and reading.keys[i - 2] in rule_words("thus") else i


def _quotation_before(reading, i):
    j = _thus(reading, i) - 1
    while j >= 0 and reading.kinds[j] == PUNCT and reading.tokens.forms[j] in _BETWEEN[j < i - 1]:
        j -= 1
    if j < 0 or reading.kinds[j] != QUOTE or reading.inside[j] < 0:
        return None
    quotation = reading.quotations[reading.inside[j]]
    return quotation if quotation.last == j and quotation.last - quotation.first > 2 else None


def done_thereby(reading, i, r):
    """أغلق المدير السوق كما وعد بذلك الوزير: what is said stands before it, and its speaker behind بذلك."""
    p, limit = i + 1, reading.sentence_end(i)
    if p + 1 >= limit or reading.keys[p] not in rule_words("thereby") or "ب" not in r.cue.prepositions | r.cue.objects or r.form.person != 3 or r.form.number != "s" or not reading.starts_noun_phrase(p + 1):
        return None
    subject = p + 1, reading.noun_phrase(p + 1, limit)
    if not actor_like(reading, subject) or not agrees(reading, subject, r.form):
        return None
    draft = draft_at("verb_subject", reading, i, r, sources=[subject], begin=p)
    draft.content = [(p, p + 1)]
    return [draft]


def as_said(reading, i, r):
    """انتهت الحرب، كما قال الوزير: كما or حسبما before a verb without content of its own."""
    if i == 0 or reading.words[i - 1] is None or reading.words[i - 1].stem not in rule_words("as"):
        return None
    asked = _asked_for(reading, i, r) or (_closes_with_subject(reading, i, r) and (i + 1, i + 2)) or None
    if "bare" not in r.cue.governs and not asked and (r.cue.act not in ("say", "write") or not r.cue.takes_clause):
        return None
    clause = Clause([asked], None, None, asked[1]) if asked else read_clause(reading, i, r.cue, r.form)
    if "bare" not in r.cue.governs and clause.subjects and not (actor_like(reading, clause.subjects[0]) or of_no_list(reading, clause.subjects[0][0])):
        return None
    if i + 2 < len(reading.keys) and of_no_list(reading, i + 1) and i + 2 >= reading.sentence_end(i) - (reading.tokens.forms[i + 2] == ".") and (not clause.subjects or clause.subjects == [(i + 1, i + 2)]):
        # `"لن نغلق السوق"، كما صرح | سولزبرغر.`
        clause.subjects, clause.begin, clause.end = [(i + 1, i + 2)], None, i + 2
    if (comma := _main_clause(reading, i, clause)) is not None:
        clause.begin, clause.end = None, comma
    elif "bare" not in r.cue.governs and i - 1 == reading.sentence_start(i):
        return None
    if clause.how == "object" and clause.begin == clause.end and clause.subjects and reading.noun_phrase(clause.begin, reading.sentence_end(i)) >= _last_word(reading, i):
        # `كما ذكرت وكالة الأنباء الروسية تاس.`: all that follows names the source.
        clause.subjects[-1], clause.begin = (clause.subjects[-1][0], _last_word(reading, i)), None
        clause.end = clause.subjects[-1][1]
    if clause.begin is not None and clause.begin == clause.end and clause.subjects and (end := _goes_on_naming(reading, clause)) > clause.end:
        clause.subjects[-1], clause.begin, clause.end = (clause.subjects[-1][0], end), None, end
    if clause.begin is not None or not clause.subjects or not actor_like(reading, clause.subjects[0]) and reading.words[clause.subjects[0][0]] is not None and reading.words[clause.subjects[0][0]].particle == "quantifier":
        # `كما انتقد كافة التدخلات`: what is criticised.
        return None
    if not asked and "obj" in r.cue.governs and not r.form.pronoun and _names_thing(reading, clause.subjects[0]):
        # `كما أكد ضرورة الإصلاح`, `كما أكد رفضه للخطة`: what is stressed.
        return None
    draft = draft_at("as_said", reading, i, r, sources=clause.subjects, kind="according")
    draft.cue = (i - 1, i + 1)
    first = i - 1 == reading.sentence_start(i)
    draft.content = rest(reading, clause.end, reading.sentence_end(i)) if first else clause_before(reading, i - 1, clause.end, reading.sentence_end(i))
    return [draft] if draft.content else None


def _asked_for(reading, i, r):
    """`رفضت الدول عودة روسيا، كما طلب | الرئيس.`: return the phrase of who demanded or proposed what stands before كما, where it ends the sentence; else None."""
    if r.cue.act != "demand" or r.form.pos != "perfect" or r.form.pronoun or i - 1 == reading.sentence_start(i) or reading.tokens.forms[i - 2] in COMMAS and reading.words[i - 1].conj:
        return None
    last = _last_word(reading, i)
    phrase = i + 1, last
    whole = i + 1 < last and reading.starts_noun_phrase(i + 1) and reading.noun_phrase(i + 1, reading.sentence_end(i)) >= last
    return phrase if whole and actor_like(reading, phrase) and agrees(reading, phrase, r.form) else None


def _closes_with_subject(reading, i, r):
    """`أغلق السوق، كما | أعلنت المحافظة.`: say whether one feminine word with ال, that a feminine verb agrees with, closes the sentence behind it."""
    word = reading.words[i + 1] if i + 1 < reading.sentence_end(i) else None
    last = reading.sentence_end(i) - (reading.tokens.forms[reading.sentence_end(i) - 1] == ".")
    return word is not None and i + 2 == last and word.definite and word.stem.endswith("ة") and not word.prep and r.form.gender == "f" and not r.form.pronoun and word.stem[2:] not in verbal_nouns()


def _main_clause(reading, i, clause):
    """`وكما أعلن البنك |، ارتفعت الأسعار`: return the comma before the main clause, which is what was said, or None."""
    if i - 1 != reading.sentence_start(i) or not clause.subjects or clause.begin is not None and clause.how != "object":
        return None
    end = clause.end + 1 if clause.begin is None else clause.begin
    return next((k for k in range(clause.subjects[-1][1], min(end, reading.sentence_end(i) - 1)) if reading.tokens.forms[k] in COMMAS and main_verb(reading, k + 1)), None)


def _goes_on_naming(reading, clause):
    """`كما أوضح المصدر | نفسه`, `كما أعلن التحالف | بقيادة الرياض`: return where the name of the source ends that seems to end before the content."""
    p = clause.begin
    if reading.keys[p] in rule_words("selfsame") and clause.how == "object":
        return p + 1
    if reading.keys[p] in rule_words("led_by") and clause.how == "preposition" and reading.starts_noun_phrase(p + 1):
        return reading.noun_phrase(p + 1, reading.sentence_end(p))
    return p


def _names_thing(reading, phrase):
    """Say whether the head of a phrase is a listed noun that cannot speak, with its pronoun or without."""
    word = reading.words[phrase[0]]
    if word is None or actor_like(reading, phrase):
        return False
    bare = bare_noun(word)
    return any(noun in common_nouns() or noun in verbal_nouns() for noun in (bare, *(base for base, _ in without_pronoun(bare))))


def said_in_passing(reading, i, r):
    """هذا الاتفاق، تقول الصحيفة، لن يستمر; لا مفر من الحرب يقول الكاتب: the verb with its source interrupts or closes what is said."""
    before = reading.words[i - 1] if i > reading.sentence_start(i) else None
    if r.cue.act not in ("say", "write") or "bare" not in r.cue.governs or r.form.pos not in FINITE or r.form.prefix or r.form.pronoun or r.form.person != 3 or r.form.number != "s":
        return None
    comma = before is None and i > reading.sentence_start(i) + 2 and reading.tokens.forms[i - 1] in COMMAS
    if not comma and (before is None or before.particle or before.verb or r.form.pos == "perfect"):
        return None
    if comma and _only_adverbials(reading, i):
        return None
    clause = read_clause(reading, i, r.cue, r.form)
    if clause.begin is not None or len(clause.subjects) != 1 or clause.subjects[0][0] != i + 1 or not agrees(reading, clause.subjects[0], r.form) or not actor_like(reading, clause.subjects[0]):
        return None
    end, limit, first = clause.subjects[0][1], reading.sentence_end(i), reading.words[i + 1]
    end = next((k for k in range(i + 2, end) if reading.words[k] is not None and reading.words[k].verb and k not in reading.mention_in), end)
    clause.subjects = [(i + 1, end)]
    closed = end >= limit or reading.words[end] is None and reading.tokens.forms[end] not in (":", "(")
    if not closed and (comma or bare_noun(first) not in named_heads() and bare_noun(first) not in rule_words("reviewer")) or not (first is not None and first.definite or i + 1 in reading.mention_at or bare_noun(first) in named_heads()):
        return None
    draft = draft_at("said_in_passing", reading, i, r, sources=clause.subjects, kind="according", confidence=0.75)
    draft.content = clause_before(reading, i, end, limit)
    return [draft] if draft.content and draft.content[0][1] - draft.content[0][0] > 1 else None


def _only_adverbials(reading, i):
    """`وفي حسابه، قال الأمير: …`: say whether nothing but adverbials stands before the comma before the verb at i."""
    k = reading.sentence_start(i)
    while k < i - 1 and (step := skip_adverbial(reading, k, i) if reading.words[k] is not None else k + 1) > k:
        k = step
    return k >= i - 1


def _last_word(reading, i):
    """Return the token after the last word of the sentence that holds token i."""
    end = reading.sentence_end(i)
    while end > i and reading.kinds[end - 1] == PUNCT:
        end -= 1
    return end


def _which_are_called(reading, i, r):
    """`الجماعات | التي تصنفها "إرهابية"`, `التي تعتبرها منظمة إرهابية`: say whether the verb at i, behind a relative pronoun it takes up, is one of calling with its complement right behind it, so that who calls them so is named before."""
    before, after = reading.words[i - 1], reading.words[i + 1] if i + 1 < reading.sentence_end(i) else None
    if before is None or before.particle != "relative" or r.form.pos != "imperfect" or r.form.person != 3 or r.form.pronoun not in ("ه", "ها", "هم") or not r.cue.objects and fold(r.cue.lemma) not in rule_words("named_so"):
        return False
    quoted = i + 1 in reading.opens
    return quoted or after is not None and not (after.definite or after.conj or after.particle or after.verb) and i + 1 not in reading.mention_in and (after.prep == "ب" or not after.prep and not actor_like(reading, (i + 1, i + 2)) or after.stem in rule_words("called_so"))


def what_is_called(reading, i, r):
    """ما وصفه بـ«العدوان»: words at a distance; the content is what follows the preposition."""
    whom = i and reading.keys[i - 1] in ("من", "لمن", "بمن") and r.form.pronoun == "هم" and (fold(r.cue.lemma) in rule_words("named_so") or r.cue.objects)
    # `توقيف من أسمتهم الوزارة "ناشطين"`
    which = i > 1 and not whom and _which_are_called(reading, i, r)
    if i == 0 or not whom and not which and reading.keys[i - 1] not in rule_words("what") and not reading.keys[i].startswith("ما") or not r.form.pronoun:
        return None
    if r.form.pronoun in ("ك", "كم"):
        # `ما رأيكم في القرار؟`
        return []
    if r.cue.act == "want" or r.cue.act == "believe" and r.form.person in (1, 2):
        # `ما تعتزمه الشركة`, `ما نراه هو …`
        return None
    clause = read_clause(reading, i, r.cue, r.form)
    word = reading.words[i + 1] if i + 1 < reading.sentence_end(i) else None
    if not whom and fold(r.cue.lemma) in rule_words("named_so") and clause.how != "quotation" and word is not None and not (word.definite or word.particle or word.prep or word.conj or word.verb) and i + 1 not in reading.mention_in and reading.keys[i + 1] not in reading.registry.first_names and not actor_like(reading, (i + 1, max(reading.noun_phrase(i + 1, reading.sentence_end(i)), i + 2))):
        # `ما أسماه | إهمال التجار`: no noun of a deed is who calls it so.
        clause.subjects, clause.begin, clause.how = [], i + 1, "object"
    if not clause.subjects and (clause.begin is None or clause.how in ("quotation", "object")) and clause.begin != i + 1 and fold(r.cue.lemma) in rule_words("named_so") and i + 1 < len(reading.keys) and reading.starts_noun_phrase(i + 1) and (not whom or i + 1 in reading.mention_at or reading.words[i + 1] is not None and reading.words[i + 1].definite):
        # `ما أسماه | الوزير | "المؤامرة"`
        clause.subjects, clause.begin = read_subjects(reading, i + 1, reading.sentence_end(i), True)
        clause.how = "object"
        if clause.begin >= reading.sentence_end(i) or not (clause.begin in reading.opens or reading.starts_noun_phrase(clause.begin)):
            return None
    if not clause.subjects and clause.begin is not None and clause.begin > i + 1 and fold(r.cue.lemma) in rule_words("named_so") and _is_thing(reading, i + 1):
        # `ما أسماه | حملة منظمة بتمويل خارجي`
        clause.begin, clause.how = i + 1, "object"
    if which:
        clause.subjects, clause.begin, clause.how = [], i + 1, clause.how or "object"
    if whom and clause.subjects and clause.subjects[0][0] in reading.opens:
        # `من سماهم "المافيا"`
        clause.begin, clause.how, clause.subjects = clause.subjects[0][0], "quotation", []
    if whom and clause.begin is None and not clause.subjects and i + 1 < reading.sentence_end(i):
        clause.begin, clause.how = i + 1, "object"
    if r.cue.act == "believe" and clause.how == "preposition" and clause.begin == i + 1 and reading.keys[i + 1] == "في":
        # `ما رأته | في زيارتها للمخيم`: with her eyes.
        return []
    if clause.begin is None or clause.begin >= reading.sentence_end(i):
        return None
    if reading.keys[clause.begin][0] == "ب" and clause.begin > i + 1 and any("ب" in o.cue.objects and o.form.pos in FINITE for k in range(max(reading.sentence_start(i), i - 6), i - 1) for o in CUE_READINGS[reading.keys[k]]):
        # `ووصف المتحدث ما تداولته المواقع | بأنه …`: so the first verb calls it.
        return []
    if clause.how == "clause" and clause.begin > i + 1 and reading.words[clause.begin - 1] is not None and reading.words[clause.begin - 1].verb and clause.begin - 1 not in reading.mention_in:
        # `ما أعلنته النقابة لا يعني | أن …`: the clause is another verb's.
        return []
    return [draft_at("what_is_called", reading, i, r, sources=clause.subjects, clause=clause, kind="nested", confidence=0.8)]


def _is_thing(reading, k):
    """Say whether an object without ال stands at token k, not who speaks: `هجوما`, `حملة`."""
    word = reading.words[k]
    return word is not None and k not in reading.mention_in and not (word.definite or word.particle or word.prep or word.conj or word.verb) and (accusative_noun(word) or word.stem in common_nouns() and word.stem.endswith("ة")) and not actor_like(reading, (k, k + 1))


def _sentence_before(reading, i):
    """`أغلق السوق. وهو ما نفته النقابة.`: return the range of the sentence before that of token i, without its last mark, as a list; [] at the head of the text."""
    sentence = reading.tokens.sentence_of[i]
    if not sentence:
        return []
    first, last = reading.tokens.bounds[sentence - 1]
    while last > first and reading.kinds[last - 1] == PUNCT:
        last -= 1
    return [(first, last)] if last > first else []


def _accused_before(reading, i, r):
    """`تتهم باريس طهران بالتجسس، وهو ما تنفيه`: whoever denies without being named is who was named last before it and agrees; return the tokens, or None."""
    for k in range(i - 3, reading.sentence_start(i) - 1, -1):
        mention, end = reading.mention_at.get(k, (None, k))
        if mention is not None and mention.kind != "demonym" and not reading.is_medium(mention) and not reading.is_place(k) and not (reading.words[k - 1] is not None and reading.words[k - 1].particle == "preposition" and reading.keys[k - 1] == "في") and agrees(reading, (k, end), r.form):
            return k, end
    return None


def told_by_another(reading, i, r):
    """توفيت الوزيرة، على ما أفادت الشرطة وأكدته النقابة; وفقا لما ذكره المركز، ونقلته الوكالة: another one passes on or confirms what is told according to somebody."""
    if not reading.words[i].conj or r.form.pronoun not in ("ه", "ها") or r.form.pos != "perfect" or r.cue.act not in ("report", "say", "declare", "write", "deny"):
        return None
    k = next((k for k in range(i - 1, max(reading.sentence_start(i), i - 16), -1) if reading.tokens.written[k].phrases is not None and reading.keys[k + 1] in ("ما", "لما")), None)
    clause = read_clause(reading, i, r.cue, r.form) if k is not None else None
    if clause is None or clause.begin is not None or not clause.subjects or not actor_like(reading, clause.subjects[0]):
        return None
    content = clause_before(reading, k, clause.end, reading.sentence_end(i))
    drafts = [draft_at("told_by_another", reading, i, r, sources=[s], kind="according", confidence=0.8) for s in clause.subjects]
    for draft in drafts:
        draft.content = list(content)
    return drafts if content else None


def _taken_up(reading, i, r):
    """Return where the words begin that take up what was said before the verb at i: `وهو ما نفته`, `، ما أكدته`, `، التهمة التي تنفيها`; None where none do."""
    if reading.keys[i - 2:i] in (["وهو", "ما"], ["وهي", "ما"], ["وهذا", "ما"], ["الامر", "الذي"]):
        return i - 2
    if i - 2 <= reading.sentence_start(i) or r.cue.act not in ("declare", "deny", "reject") or not r.form.pronoun:
        return None
    if reading.keys[i - 1] == "ما":
        return i - 1 if r.form.pos == "perfect" and fold(r.cue.lemma) not in rule_words("named_so") and reading.tokens.forms[i - 2] in COMMAS else None
    which, noun = reading.words[i - 1], reading.words[i - 2]
    charged = which is not None and which.particle == "relative" and not which.conj and noun is not None and noun.definite and noun.stem[2:] in rule_words("charged_with")
    return i - 2 if charged and reading.tokens.forms[i - 3] in COMMAS else None


def which_is_denied(reading, i, r):
    """…، وهو ما نفته موسكو: what is denied or confirmed is the content of the statement before."""
    after = reading.words[i + 1] if i + 1 < reading.sentence_end(i) else None
    resumed = r.form.pronoun or after is not None and after.particle == "pronoun_prepositional" and r.cue.act not in ("say", "report", "show")
    begin = _taken_up(reading, i, r) if resumed else None
    if begin is None:
        return None
    clause = read_clause(reading, i, r.cue, r.form)
    denier = _accused_before(reading, i, r) if r.cue.act == "deny" and not clause.subjects else None
    if (clause.begin is not None or not clause.subjects) and denier is None:
        return None
    end = i + 1 if denier is not None else clause.end
    content = clause_before(reading, begin, end, reading.sentence_end(i)) if begin > reading.sentence_start(i) else _sentence_before(reading, i)
    drafts = [draft_at("which_is_denied", reading, i, r, sources=[s], confidence=0.75) for s in ([denier] if denier is not None else clause.subjects)]
    for draft in drafts:
        draft.content, draft.echoes = list(content), True
    return drafts if content else None
