"""The attribution rules, precise first. Each is tried at a cue word and returns Drafts; one rule wins a cue.

A rule's docstring is its template sentence. What the rules leave open (where content ends, who a dropped subject is,
what is nested in what) is settled afterwards by `extents` and `sources`.
"""

from analysis.attribution.according import PASSING, clause_before
from analysis.attribution.clause import (Clause, is_complementizer, preposition_at, read_clause, skip_adverbial, starts_quotation)
from analysis.cues import CUE_READINGS, LIGHT_READINGS, CueReading, attitudes, false_phrases, governing
from analysis.inflection import Form, without_pronoun
from analysis.attribution.drafts import Draft
from analysis.attribution.subjects import actor_like, agrees, antecedent, bare_noun, documents, is_document, is_oblique_plural, pronoun_subject, speaking_nouns, subject_before, word_features
from analysis.phrases import WORDS, common_nouns
from analysis.words import NUMBER, PUNCT, QUOTE, WORD

NEEDS_AGENT_FOR_PREPOSITION = frozenset(("say", "write", "declare", "report", "show", "other", "believe", "ask"))
IMPERSONAL_ACTS = frozenset(("believe", "say", "report", "hope", "fear", "show"))


def verb_before_quotation_end(reading, i, r):
    """«لن نتراجع»، قال الوزير: the quotation stands before the cue."""
    if r.form.pos not in ("perfect", "imperfect") or "quote" not in r.cue.governs or r.form.prefix.startswith(("و", "ف")):
        return None
    quotation = _quotation_before(reading, i)
    if quotation is None:
        return None
    clause = read_clause(reading, i, r.cue, r.form)
    if clause.begin is not None and clause.how != "quotation" or not clause.subjects and quotation.first != reading.sentence_start(quotation.first):
        return None
    draft = _draft("quotation_before", reading, i, r, sources=clause.subjects)
    draft.content = [(quotation.first, quotation.last + 1)]
    if clause.how == "quotation":
        # The cue stands in the middle: «هذه البداية»، تقول فلانة، «فالأدب لا يعرف الحدود».
        second = reading.opens[clause.begin]
        draft.content.append((second.first, second.last + 1))
    return [draft]


def _quotation_before(reading, i):
    j = i - 1
    while j >= 0 and reading.kinds[j] == PUNCT and reading.tokens.forms[j] in ("،", ","):
        j -= 1
    if j < 0 or reading.kinds[j] != QUOTE or reading.inside[j] < 0:
        return None
    quotation = reading.quotations[reading.inside[j]]
    return quotation if quotation.last == j and quotation.last - quotation.first > 2 else None


def as_said(reading, i, r):
    """انتهت الحرب، كما قال الوزير: كما or حسبما before a verb without content of its own."""
    if r.form.pos not in ("perfect", "imperfect") or i == 0 or reading.keys[i - 1] not in ("كما", "مثلما", "وكما") or "bare" not in r.cue.governs:
        return None
    clause = read_clause(reading, i, r.cue, r.form)
    if clause.begin is not None or not clause.subjects:
        return None
    draft = _draft("as_said", reading, i, r, sources=clause.subjects, kind="according")
    draft.cue = (i - 1, i + 1)
    draft.content = clause_before(reading, i - 1, clause.end, reading.sentence_end(i))
    return [draft] if draft.content else None


def document_holds(reading, i, r):
    """وجاء في البيان أن …: the document after في speaks."""
    if r.cue.lemma not in DOCUMENT_VERBS or r.form.pos not in ("perfect", "imperfect"):
        return None
    p = i + 1
    if p + 1 >= reading.sentence_end(i) or reading.keys[p] != "في":
        return None
    clause = read_clause(reading, p, r.cue, r.form._replace(gender=None))
    if not clause.subjects or clause.how not in SPEECH:
        return []
    return [_draft("document_holds", reading, i, r, sources=clause.subjects[:1], clause=clause)]


DOCUMENT_VERBS = frozenset(("جاء", "ورد"))


def what_is_called(reading, i, r):
    """ما وصفه بـ«العدوان»: words at a distance; the content is what follows the preposition."""
    if i == 0 or reading.keys[i - 1] != "ما" and not reading.keys[i].startswith("ما") or not r.form.pronoun or r.form.pos not in ("perfect", "imperfect"):
        return None
    clause = read_clause(reading, i, r.cue, r.form)
    if clause.begin is None:
        return None
    return [_draft("what_is_called", reading, i, r, sources=clause.subjects, clause=clause, kind="nested", confidence=0.8)]


def which_is_denied(reading, i, r):
    """…، وهو ما نفته موسكو: what is denied or confirmed is the content of the statement before."""
    if not r.form.pronoun or r.form.pos not in ("perfect", "imperfect") or reading.keys[i - 2:i] not in (["وهو", "ما"], ["وهي", "ما"], ["الامر", "الذي"]):
        return None
    clause = read_clause(reading, i, r.cue, r.form)
    if clause.begin is not None or not clause.subjects:
        return None
    content = clause_before(reading, i - 2, clause.end, reading.sentence_end(i))
    drafts = [_draft("which_is_denied", reading, i, r, sources=[s], confidence=0.75) for s in clause.subjects]
    for draft in drafts:
        draft.content, draft.echoes = list(content), True
    return drafts if content else None


def relative_verb(reading, i, r):
    """الوزير الذي قال إن …: the source is what the relative pronoun refers to, unless a subject follows the verb."""
    if r.form.pos not in ("perfect", "imperfect") or r.form.prefix.startswith(("و", "ف")):
        return None
    j = i - 1
    while j > 0 and reading.words[j] is not None and reading.words[j].particle in ("auxiliary", "adverb", "negation"):
        j -= 1
    if j < 0 or reading.words[j] is None or reading.words[j].particle != "relative":
        return _bare_relative(reading, i, r)
    if not affirmed(reading, i, r):
        return []
    takes_object = not r.form.pronoun and bool(r.cue.objects or "obj" in r.cue.governs)
    clause = read_clause(reading, i, r.cue, r.form)
    if clause.subjects and clause.begin is not None and agrees(reading, clause.subjects[0], r.form) and actor_like(reading, clause.subjects[0]) and enough(reading, r, clause, clause.subjects[0]):
        return _spoken(reading, "relative_clause", i, r, clause, nested=True)
    clause = read_clause(reading, i, r.cue, r.form, subject_first=takes_object)
    found = antecedent(reading, j) if _relative_agrees(reading.words[j].stem, r.form) else None
    if clause.begin is None or not enough(reading, r, clause, found):
        return None
    return [_draft("relative_verb", reading, i, r, sources=[found] if found else [], clause=clause, kind="nested", confidence=0.8 if found else 0.6)]


def _bare_relative(reading, i, r):
    """لافتات تطالب بـ…; تقرير يفيد بأن …: an indefinite noun that can speak, with its verb right behind it."""
    word = reading.words[i - 1] if i else None
    if r.form.pos != "imperfect" or r.form.person != 3 or word is None or word.definite or word.particle or word.verb or i - 1 in reading.mention_in or i - 1 == reading.sentence_start(i):
        return None
    phrase = (i - 1, i)
    if not actor_like(reading, phrase) or not agrees(reading, phrase, r.form) or word_features(word.stem)[0] is None and word.stem.removesuffix("ا") not in speaking_nouns():
        return None
    clause = read_clause(reading, i, r.cue, r.form, subject_first=True)
    if clause.begin is None or not affirmed(reading, i, r) or not enough(reading, r, clause, phrase):
        return None
    return [_draft("bare_relative", reading, i, r, sources=[phrase], clause=clause, kind="nested", confidence=0.7)]


def _relative_agrees(relative, form):
    """الذين takes a plural verb, التي a feminine one; else what is referred to is no subject (`عناصره الذين قال إنهم`)."""
    if relative.endswith("الذين"):
        return form.number == "p"
    if relative.endswith("التي"):
        return form.gender == "f"
    return form.gender == "m" and form.number == "s" if relative.endswith("الذي") else True


def subject_verb(reading, i, r):
    """موسكو تأمل في …; لكن الوزير قال إن …: the subject stands before its verb in the same clause."""
    if r.form.pos not in ("perfect", "imperfect") or r.form.prefix.startswith("و") or r.form.person in (1, 2):
        return None
    subjects = subject_before(reading, i, r.form)
    if not subjects or not actor_like(reading, subjects[0]) and _subject_follows(reading, i, r):
        return None
    if not affirmed(reading, i, r):
        return []
    clause = read_clause(reading, i, r.cue, r.form, subject_first=True)
    if clause.begin is None or not enough(reading, r, clause, subjects[0]):
        return None
    return [_draft("subject_verb", reading, i, r, sources=[s], clause=clause, confidence=0.85) for s in subjects]


def _subject_follows(reading, i, r):
    """Say whether an actor stands right behind the verb: then what stands before it is another clause's."""
    following = read_clause(reading, i, r.cue, r.form).subjects
    return bool(following) and following[0][0] == i + 1 and actor_like(reading, following[0])


def verb_subject(reading, i, r):
    """قال الوزير في مؤتمر صحفي إن …: verb, subject, content."""
    if r.form.pos not in ("perfect", "imperfect") or r.form.person in (1, 2) or r.form.number in ("p", "d"):
        return None
    clause = read_clause(reading, i, r.cue, r.form)
    if not clause.subjects:
        return None
    if not affirmed(reading, i, r):
        return []
    if _is_object(reading, r, clause) or (r.cue.objects or "obj" in r.cue.governs) and not r.form.pronoun and pronoun_subject(reading, i):
        return None
    if clause.begin is None:
        return _shared(reading, i, r, clause)
    if clause.how == "object" and _common(reading, clause.subjects[0]):
        return None
    if not agrees(reading, clause.subjects[0], r.form) or not enough(reading, r, clause, clause.subjects[0]):
        return None
    return _spoken(reading, "verb_subject", i, r, clause)


def _shared(reading, i, r, clause):
    """وعلق الوزير قائلا: «…»: the verb shares the content of the participle that follows it in its clause."""
    if "quote" not in r.cue.governs and r.cue.strength != "always" or reading.words[i].particle is not None:
        return None
    for k in range(clause.end, min(reading.sentence_end(i), clause.end + 14)):
        if reading.tokens.forms[k] in (".", "؛", ":") or reading.kinds[k] == QUOTE and k in reading.opens and not reading.is_name(reading.opens[k]):
            return None
        for other in CUE_READINGS[reading.keys[k]] if reading.kinds[k] == WORD else ():
            if other.form.pos == "participle" and not other.form.definite or other.cue.lemma == "قال" and other.form.prefix in ("", "ب"):
                inner = read_clause(reading, k, other.cue, other.form, subject_first=True)
                if inner.begin is None:
                    return None
                return [_draft("shared_content", reading, i, r, sources=s, clause=inner, confidence=0.8) for s in [[s] for s in clause.subjects] or [[]]]
            if other.form.pos in ("perfect", "imperfect"):
                return None
    return None


def _common(reading, phrase):
    """A common noun that can neither speak nor be a name is no source: `تعتبر أكثر أمنا`."""
    word = reading.words[phrase[0]]
    return word is not None and (word.stem[2:] if word.definite else word.stem) in common_nouns() and not actor_like(reading, phrase)


def _is_object(reading, r, clause):
    """Say whether the noun phrase after a verb that takes an object is the object of a dropped subject."""
    if r.form.pronoun or not (r.cue.objects or "obj" in r.cue.governs):
        return False
    first = clause.subjects[0]
    if not agrees(reading, first, r.form) or is_oblique_plural(reading, first):
        return True
    if clause.how in SPEECH and not r.cue.objects:
        return False
    head = reading.words[first[0]]
    if clause.how not in SPEECH and head is not None and not head.definite and first[0] not in reading.mention_at and head.stem.endswith(("ه", "ها", "هم")) and head.stem not in speaking_nouns() and bare_noun(head) == head.stem:
        # `وأعلن سيطرته على …`: his control is what he announced.
        return True
    if clause.how == "preposition" and r.cue.objects and first[1] == clause.begin and reading.words[r_token(reading, first)] is not None and _continues_sentence(reading, first, r):
        return True
    return clause.how != "object" and not actor_like(reading, first)


def r_token(reading, phrase):
    """The verb's token: the one before its first noun phrase."""
    return phrase[0] - 1


def _continues_sentence(reading, first, r):
    """و + verb behind a statement of the same gender in the sentence: `نددت الخارجية بـ…، وطالبت القوات بـ…`."""
    i = first[0] - 1
    if not reading.words[i].conj:
        return False
    return any(o.form.pos in ("perfect", "imperfect") and o.form.gender == r.form.gender and o.cue.strength != "doubtful" and o.form.pos == r.form.pos
               for k in range(reading.sentence_start(i), i) for o in CUE_READINGS[reading.keys[k]])


def _spoken(reading, rule, i, r, clause, nested=False):
    drafts = [_draft(rule, reading, i, r, sources=[s], clause=clause) for s in clause.subjects]
    for draft in drafts:
        draft.kind = "nested" if nested else "finite"
        draft.sure = clause.how in SPEECH and r.cue.strength != "doubtful" and clause.subjects[0][0] == i + 1
        if clause.how == "colon":
            draft.confidence = 0.95
    return drafts if clause.begin is not None else None


def verb_alone(reading, i, r):
    """وأضاف أن …; ودعا روسيا إلى …: the subject is dropped."""
    form = r.form
    if form.pos not in ("perfect", "imperfect"):
        return None
    if not affirmed(reading, i, r) or impersonal(reading, i, r):
        return []
    if r.cue.act == "believe" and (form.person == 1 and form.number == "s" or reading.inside[i] >= 0 and any(o.form.person == 1 and o.form.number == "s" for o in CUE_READINGS[reading.keys[i]])):
        # `أظن`, `أعتقد` in one's own words are mere feelings (codebook, ruling 5).
        return []
    clause = read_clause(reading, i, r.cue, form, subject_first=bool((r.cue.objects or "obj" in r.cue.governs) and not form.pronoun))
    if clause.begin is None and not clause.subjects:
        return _shared(reading, i, r, clause)
    if form.pronoun and r.cue.act == "believe" and clause.begin is None and clause.subjects and not reading.words[clause.subjects[0][0]].definite:
        # `واعتبرتها قوة احتلال`: the noun phrase is what she is held to be.
        clause.begin, clause.how, clause.subjects = clause.subjects[0][0], "object", []
    if reading.keys[i - 1:i] == ["ما"] and not form.pronoun and clause.how not in SPEECH:
        # `ما يدعو للتفاؤل`: what calls for something says nothing.
        return []
    if clause.how == "object" and clause.begin == i + 1 and not form.pronoun and _inanimate_subject(reading, i, form):
        return []
    if clause.begin is None or clause.subjects and not form.pronoun or not (enough(reading, r, clause) or _follows_imperfect(reading, i, r)):
        return None
    draft = _draft("verb_alone", reading, i, r, clause=clause, confidence=0.8)
    draft.gender, draft.number, draft.person = form.gender, form.number, form.person
    return [draft]


def _inanimate_subject(reading, i, form):
    """`كشفت الشمس عن الآثار`: at the head of its sentence a verb is followed by its subject, also by one that cannot speak."""
    if reading.words[i].conj or i != reading.sentence_start(i):
        return False
    phrase = i + 1, reading.noun_phrase(i + 1, reading.sentence_end(i))
    return phrase[1] > phrase[0] and reading.words[i + 1] is not None and reading.words[i + 1].definite and agrees(reading, phrase, form)


def _follows_imperfect(reading, i, r):
    """وتعتبر أنقرة …، وتخشى من …: an imperfect with و goes on from one of the same gender in its sentence."""
    if not reading.words[i].conj or r.cue.strength == "doubtful":
        return False
    return any(o.form.pos == "imperfect" and o.form.gender == r.form.gender and o.form.number == "s" and o.cue.strength != "doubtful"
               for k in range(reading.sentence_start(i), i) for o in CUE_READINGS[reading.keys[k]])


def passed_on(reading, i, r):
    """نُقل عن مصادر أن …: a passive with a stated origin."""
    passive = r.form.pos == "passive" or r.form.pos == "perfect" and r.form.gender == "m" and ("\u064f" in reading.tokens.forms[i] or i == reading.sentence_start(i))
    if not passive or r.cue.lemma not in ("نقل", "روى") or i + 2 >= reading.sentence_end(i) or reading.keys[i + 1] != "عن":
        return None
    clause = read_clause(reading, i + 1, PASSING, r.form._replace(gender=None))
    if not clause.subjects or clause.begin is None:
        return None
    drafts = _spoken(reading, "passed_on", i, r, clause)
    for draft in drafts:
        draft.cue = (i, i + 2)
    return drafts


def participle(reading, i, r):
    """…، مضيفا أن …: a participle carries the source of its clause on."""
    form = r.form
    if form.pos != "participle" or form.definite or form.prefix.strip("و") or form.pronoun:
        return None
    key = reading.keys[i]
    if reading.keys[i + 1:i + 2] == ["باسم"]:
        return None
    if form.gender == "m" and form.number == "s" and not key.endswith("ا"):
        return None
    if form.number in ("p", "d") and not key.endswith("ين"):
        return None
    clause = read_clause(reading, i, r.cue, form, subject_first=True)
    if clause.begin is None or clause.how not in SPEECH and (r.cue.strength == "doubtful" or _adjective(reading, i)):
        return None
    draft = _draft("participle", reading, i, r, clause=clause, kind="participle")
    draft.gender, draft.number, draft.continues = form.gender, form.number, True
    return [draft]


def _adjective(reading, i):
    """Right behind an indefinite noun or a number a participle is its adjective: `تقارير مؤكدة عن`, `17 متهما`."""
    before = reading.words[i - 1] if i else None
    if before is None:
        return i > 0 and reading.kinds[i - 1] == NUMBER
    return not before.definite and before.particle is None and not before.verb and i - 1 not in reading.mention_in and not before.stem.endswith(("ه", "ها", "هم")) and reading.words[i].stem.endswith(("ة", "ين")) and not reading.words[i].conj


def by_saying(reading, i, r):
    """ختم كلمته بالقول إن …: the noun carries the source of its clause on."""
    if r.cue.lemma != "قال" or r.form.pos != "noun" or r.form.prefix != "ب":
        return None
    clause = read_clause(reading, i, r.cue, r.form, subject_first=True)
    if clause.begin is None or clause.begin > i + 2:
        return None
    draft = _draft("by_saying", reading, i, r, clause=clause, kind="participle")
    draft.gender, draft.number, draft.continues = None, None, True
    return [draft]


def noun_from_passed_on(reading, i, r):
    """نقلت الوكالة عن لافروف قوله إن …: the noun's pronoun means the one after عن."""
    if r.form.pos != "noun" or not r.form.pronoun or r.cue.act not in ("say", "declare", "report"):
        return None
    for start in range(i - 1, max(reading.sentence_start(i), i - 16), -1):
        if reading.keys[start] in ("عن", "وعن", "الي"):
            clause = read_clause(reading, i, r.cue, r.form, subject_first=True)
            end = _name_end(reading, start + 1, i)
            if clause.begin is None or end is None:
                return None
            return [_draft("passed_on_words", reading, i, r, sources=[(start + 1, end)], clause=clause, kind="nested")]
    return None


def _name_end(reading, first, limit):
    """The end of the noun phrase (with an apposition) that begins at `first` and reaches to `limit`, or None."""
    end = reading.noun_phrase(first, limit)
    if end == first:
        return None
    rest = limit
    while rest > end and reading.kinds[rest - 1] == PUNCT:
        rest -= 1
    return rest if rest - first <= 12 else end


def allusion(reading, i, r):
    """…، في إشارة إلى …: the noun after في carries the source on."""
    if r.form.pos != "noun" or r.form.pronoun or r.form.definite or i == 0 or reading.keys[i - 1] not in ("في", "وفي"):
        return None
    if "الي" not in r.cue.prepositions:
        return None
    after = i + 1 < reading.sentence_end(i) and reading.words[i + 1] is not None and reading.words[i + 1].particle == "pronoun_prepositional"
    clause = read_clause(reading, i + after, r.cue, r.form, subject_first=True)
    if clause.begin is None and i + 1 + after < reading.sentence_end(i) and reading.words[i + 1 + after] is not None and reading.words[i + 1 + after].prep == "ل":
        clause.begin = i + 1 + after
    if clause.begin is None or clause.begin > i + 3:
        return None
    draft = _draft("allusion", reading, i, r, clause=clause, kind="participle", confidence=0.8)
    draft.cue, draft.continues = (i - 1, i + 1), True
    return [draft]


def noun_agent(reading, i, r):
    """قول الرئيس إن …; دعوته إلى …; وعود إيرانية بـ…: a verbal noun with its agent and content."""
    form = r.form
    if form.pos != "noun" or form.prefix.strip("وبلف"):
        return None
    cue, limit = r.cue, reading.sentence_end(i)
    if form.pronoun:
        clause = read_clause(reading, i, cue, form._replace(pronoun=""), subject_first=True)
        if clause.how == "preposition" and cue.act in ("say", "report", "mock", "show", "other", "accuse", "ask", "condemn") or not _noun_content(clause, cue, i, 4) or clause.how == "object" and reading.words[clause.begin] is not None and reading.words[clause.begin].stem.endswith(("ي", "ية")):
            return None
        draft = _draft("noun_pronoun", reading, i, r, clause=clause, kind="nested", confidence=0.7)
        draft.gender, draft.number = _pronoun(form)
        if "ل" in form.prefix:
            # `استدعى السفير لمطالبته بـ…`: the pronoun is the one addressed, the clause's subject speaks.
            draft.gender, draft.number, draft.continues = None, None, True
        return [draft]
    first = i + 1
    if first >= limit or reading.kinds[first] == PUNCT:
        return None
    if reading.keys[first] == "من":
        first += 2 if first + 1 < limit and reading.keys[first + 1] in ("قبل", "جانب", "طرف") else 1
    if first >= limit or reading.words[first] is not None and reading.words[first].prep or not (first in reading.mention_at or actor_like(reading, (first, first + 1))):
        return None
    clause = read_clause(reading, first - 1, cue, form)
    if cue.act == "accuse" and clause.how == "preposition" and reading.words[clause.begin].prep == "ب" or clause.how == "quotation" and _term(reading, clause):
        # `اتهام دمشق باستخدام…`: the noun behind is the accused; who accuses is not said.
        return None
    if not clause.subjects or not _noun_content(clause, cue, clause.subjects[-1][1] - 1, 10 if clause.how == "clause" else 5):
        return None
    return [_draft("noun_agent", reading, i, r, sources=[s], clause=clause, kind="nested", confidence=0.75) for s in clause.subjects]


def _pronoun(form):
    from analysis.inflection import pronoun_features

    return pronoun_features(form.pronoun)


def _noun_content(clause, cue, last, gap):
    """A noun cue needs its content close by, introduced by أن, by a quotation, or by the governed preposition."""
    if clause.begin is None or clause.begin - last > gap:
        return False
    if clause.how in SPEECH:
        return True
    if cue.strength == "doubtful":
        return False
    return clause.how == "preposition" or cue.act not in NEEDS_AGENT_FOR_PREPOSITION or cue.strength == "always" and clause.begin - last <= 1


def light_verb(reading, i):
    """وجهت المعارضة انتقادات إلى …: a light verb whose noun says what is done; the content starts at the noun."""
    for form, nouns in LIGHT_READINGS[reading.keys[i]]:
        if i and reading.keys[i - 1] in ("لا", "ولا", "لم", "ولم", "لن", "ولن"):
            return []
        if not affirmed(reading, i, CueReading(nouns[0][1], form)):
            return []
        subjects = subject_before(reading, i, form) if not form.prefix.startswith("و") else []
        for k in range(i + 1, min(i + 12, reading.sentence_end(i))):
            word = reading.words[k]
            if word is None or word.particle == "relative" or word.verb:
                break
            cue = next((cue for noun, cue in nouns if reading.keys[k] == noun or word.stem == noun and not word.conj or _with_pronoun(word.stem, noun)), None)
            if cue is None:
                continue
            r = CueReading(cue, form)
            clause = Clause(begin=k, how="object")
            if not subjects and form.number == "s" and k > i + 1:
                read = read_clause(reading, i, cue, form, limit=k)
                subjects = [(a, min(b, k)) for a, b in read.subjects if agrees(reading, (a, b), form)]
                if cue.act == "accuse" and subjects and subjects[0][1] < k and word.stem.endswith("مسؤولية"):
                    clause.begin = subjects[0][1]
            draft = [_draft("light_verb", reading, i, r, sources=[s] if s else [], clause=clause, confidence=0.8) for s in subjects or [None]]
            return draft
    return []


def _with_pronoun(stem, noun):
    return any(base == noun for base, _ in without_pronoun(stem)) if stem.startswith(noun[:-1]) else False


def attitude(reading, i):
    """موسكو واثقة من أن …; هم على ثقة بأن …: an adjective or noun of attitude with a clause."""
    word, limit = reading.words[i], reading.sentence_end(i)
    if word.stem.removesuffix("ا") not in attitudes() and word.stem not in attitudes() or word.definite or i + 1 >= limit:
        return []
    begin = i + 1
    if reading.kinds[begin] != WORD or not is_complementizer(reading.keys[begin]) and not (
            reading.words[begin].particle == "preposition" and begin + 1 < limit and reading.kinds[begin + 1] == WORD and is_complementizer(reading.keys[begin + 1])):
        return []
    form = Form(word.stem, "participle", None, None, None)
    cue = attitudes().get(word.stem) or attitudes()[word.stem.removesuffix("ا")]
    start = i - 1 if reading.keys[i - 1:i] == ["علي"] else i
    subjects = subject_before(reading, start, form)
    draft = _draft("attitude", reading, i, CueReading(cue, form), sources=subjects[:1], begin=begin, kind="nested", confidence=0.7)
    draft.how, draft.continues = "clause", not subjects
    return [draft]


def noun_demand(reading, i, r):
    """مظاهرات للمطالبة بـ…: a verbal noun of demand or accusation with its content and no agent."""
    form = r.form
    if form.pos != "noun" or form.pronoun or r.cue.act not in ("demand", "accuse") or r.cue.strength == "doubtful":
        return None
    if not (form.definite or "ل" in form.prefix) or not reading.words[i].stem.endswith(("ة", "ات")):
        return None
    begin = i + 1
    if begin >= reading.sentence_end(i) or not (preposition_at(reading, begin, r.cue.prepositions | r.cue.objects) or is_complementizer(reading.keys[begin])):
        return None
    found = antecedent(reading, i) if form.definite and not form.prefix and reading.words[i - 1] is not None and reading.words[i - 1].definite else None
    draft = _draft("noun_demand", reading, i, r, sources=[found] if found else [], begin=begin, kind="nested", confidence=0.6)
    draft.continues = not found
    draft.gender = draft.number = None
    return [draft]


def affirmed(reading, i, r):
    """A verb of saying that is negated by لم, لن or ما, or asked, reports nothing."""
    before = reading.keys[i - 1] if i > reading.sentence_start(i) else ""
    if r.cue.act == "deny":
        return True
    if before in ("لم", "ولم", "لن", "ولن", "فلم"):
        return False
    return not (before in ("لا", "ولا") and (r.cue.act in ("say", "declare", "report", "write", "show") or r.cue.strength == "doubtful"))


def impersonal(reading, i, r):
    """يُذكر أن، يُتوقع أن، من المتوقع: agentless, so narration."""
    form = r.form
    if form.pos != "imperfect" or form.gender != "m" or form.number != "s" or r.cue.act not in IMPERSONAL_ACTS:
        return False
    following = reading.keys[i + 1] if i + 1 < len(reading.keys) else ""
    if not is_complementizer(following):
        return False
    return i == reading.sentence_start(i) or reading.words[i].conj or reading.tokens.forms[i - 1] in ("،", ",", "و") or reading.keys[i - 1] in ("كما", "فيما", "هذا", "ما")


SPEECH = ("clause", "quotation", "colon")
"""Ways in which content begins that hardly anything but reported speech has."""


def enough(reading, r, clause, source=None):
    """Say whether verb, content and source together are evidence enough for a statement.

    A lemma that always reports needs nothing more. The others need a clause or quotation as content, or an actor as
    source; without a source, and for the codebook's doubtful cases, only a clause or quotation will do.
    """
    if r.form.pronoun and r.form.pos in ("perfect", "imperfect") and r.cue.act not in _TAKES_PRONOUN and not (r.cue.objects or "obj" in r.cue.governs or r.cue.addressee):
        return False
    if r.form.number == "d" and clause.how not in SPEECH and source is None:
        return False
    if r.cue.strength == "always" or clause.how in SPEECH and not _term(reading, clause):
        return True
    if r.cue.act == "show" and clause.how in ("object", "quotation") and not (source is not None and is_document(reading, source)):
        # To record or list something reports it only where a document or a watching body does it.
        return source is None and r.form.pos == "perfect" and _document_before(reading, clause)
    if r.cue.strength == "doubtful" or source is None and (r.form.pos == "imperfect" or r.form.number == "d"):
        return False
    if source is None or actor_like(reading, source):
        return True
    # An unknown name right behind a perfect: `وأشار كيلي إلى`.
    return clause.how == "preposition" and r.form.pos == "perfect" and clause.begin == source[1] and source[1] - source[0] <= 4 and r.cue.act in ("say", "declare", "demand", "warn", "welcome", "praise")


_TAKES_PRONOUN = frozenset(("say", "write", "declare", "report", "show"))
"""Acts whose object pronoun means what is said (`ما قالته`); elsewhere it needs a verb that takes an object."""


def _document_before(reading, clause):
    """Say whether the sentence before is about a document: `وذكرت الإحصائية … ووثقت 658 حالة`."""
    sentence = reading.tokens.sentence_of[clause.begin]
    for index in range(max(0, sentence - 3), sentence + 1):
        first, last = reading.tokens.bounds[index]
        for k in range(first, min(last, clause.begin)):
            if reading.words[k] is not None and reading.words[k].definite and bare_noun(reading.words[k]) in documents() and k and CUE_READINGS[reading.keys[k - 1]]:
                return True
    return False


def _term(reading, clause):
    """A name or single term in marks is no quotation: `رصدت "جسما غريبا"`."""
    return clause.how == "quotation" and reading.is_name(reading.opens[clause.begin])


RULES = (passed_on, document_holds, verb_before_quotation_end, as_said, what_is_called, which_is_denied, relative_verb, subject_verb, verb_subject, verb_alone,
         participle, by_saying, noun_from_passed_on, allusion, noun_agent, noun_demand)
"""In the order in which they are tried at a cue; an empty list says that the word is no cue here."""


def _draft(rule, reading, i, r, *, sources=(), clause=None, begin=None, kind="finite", confidence=0.9):
    begin, how = (clause.begin, clause.how) if clause is not None else (begin, "preposition")
    return Draft(rule, reading.tokens.sentence_of[i], (i, i + 1), r, list(sources), begin, how=how, confidence=confidence, kind=kind,
                 gender=r.form.gender, number=r.form.number, person=r.form.person)


class _Triggers(dict):
    """Folded form → (cue readings, light verb?, attitude?) or None for the great many words that trigger no rule."""

    def __missing__(self, key):
        if len(self) > 300_000:
            self.clear()
        word = WORDS[key]
        held = not word.definite and (word.stem in attitudes() or word.stem.removesuffix("ا") in attitudes())
        found = CUE_READINGS[key], bool(LIGHT_READINGS[key]), held
        found = self[key] = found if any(found) else None
        return found


TRIGGERS = _Triggers()


def apply_rules(reading, skip=()):
    """Try the rules at every cue word of the article but those in `skip`; return the drafts."""
    drafts, begun = [], {}
    for i, trigger in enumerate([TRIGGERS[key] for key in reading.keys]):
        if trigger is None or reading.kinds[i] != WORD or i in reading.mention_in or i in skip or i in reading.taken:
            continue
        readings, is_light, is_attitude = trigger
        light = light_verb(reading, i) if is_light else []
        if light:
            drafts.extend(light)
            begun[light[0].begin] = light[0]
            continue
        if not readings:
            drafts.extend(attitude(reading, i) if is_attitude else [])
            continue
        if (reading.words[i].stem, reading.keys[i + 1] if i + 1 < len(reading.keys) else "") in false_phrases():
            continue
        outer = begun.get(i) or begun.get(i - 1)
        if outer is not None and _carried_by(readings, outer, reading, i):
            continue
        for draft in _first(reading, i, readings):
            earlier = begun.get(draft.begin)
            if earlier is not None and draft.begin is not None and i - earlier.cue[0] <= 8 and draft.kind != "participle" and draft.reading.cue.lemma == "قال" and earlier.cue[0] != i:
                # `وتابع فلان يقول: …`, `وأضاف قوله`: the second word of saying only carries the first one on.
                continue
            drafts.append(draft)
            if draft.begin is not None:
                begun[draft.begin] = draft
            drafts.extend(_passed_from(reading, draft))
    return drafts


def _carried_by(readings, outer, reading, i):
    """An attitude noun right after its verb (`جدد دعوته`, `أعرب عن أسفه`) is that verb's content, not a cue of its own.

    With an agent of its own (`ترفض كييف مزاعم موسكو`) it is one.
    """
    if outer.begin == i and outer.reading is not None and outer.reading.cue.objects:
        # `وصف إعلان ترمب بأنه شجاع`: the clause is the verb's.
        return True
    if i + 1 < len(reading.keys) and reading.kinds[i + 1] == WORD and (i + 1 in reading.mention_at and reading.mention_at[i + 1][0].kind != "demonym" or actor_like(reading, (i + 1, i + 2))) and not any(r.form.pronoun for r in readings):
        return False
    if outer.begin == i and outer.how == "object" and outer.cue is not None and outer.cue[0] != i and not reading.words[i].definite:
        return True
    return outer.cue is not None and outer.cue[0] != i and any(r.form.pos == "noun" and (r.form.pronoun or outer.begin == i - 1 or not r.form.definite) for r in readings) and not any(
        r.form.pos in ("perfect", "imperfect") and not r.form.pronoun for r in readings)


def _passed_from(reading, draft):
    """نقلت الوكالة عن مصدر أن …: the one after عن is a source too, with عن as its cue where there is no قوله."""
    if draft.reading.cue.act != "report" or draft.begin is None or reading.keys[draft.begin] != "عن":
        return
    limit = reading.sentence_end(draft.begin)
    clause = read_clause(reading, draft.begin, PASSING, draft.reading.form, limit)
    if clause.subjects and clause.begin is not None and not any(
            r.form.pos == "noun" and r.form.pronoun for k in range(draft.begin, clause.begin) for r in CUE_READINGS[reading.keys[k]]):
        yield Draft("passed_on_from", draft.sentence, (draft.begin, draft.begin + 1), draft.reading, [clause.subjects[0]], clause.begin, kind="nested", confidence=0.85)


def _first(reading, i, readings):
    if reading.words[i].particle == "preposition":
        readings = [CueReading(governing(r.cue.lemma, narrowed, "complement", r.cue.endorsement, r.cue.act), r.form) for r in readings
                    if (narrowed := tuple(g for g in r.cue.governs if g in r.cue.prepositions or g == "ان" and reading.words[i].conj))]
    if "\u064f" in reading.tokens.forms[i][1:3]:
        # Written with damma on its first letter it is a passive: `وأُبلغت قيادات`.
        readings = [r for r in readings if r.form.pos in ("passive", "noun", "participle") or r.cue.lemma in ("نقل", "روى")]
    if _noun_here(reading, i):
        readings = [r for r in readings if r.form.pos in ("noun", "participle")]
    for rule in RULES:
        for r in readings:
            if (r.cue.lemma in DOCUMENT_VERBS) != (rule is document_holds):
                continue
            found = rule(reading, i, r)
            if found is not None:
                return found
    return []


def _noun_here(reading, i):
    """After a preposition, a quantifier or another verb a form that could be a verb is a noun: `بعد رفض`, `رفضت طلب`."""
    if i == reading.sentence_start(i) or reading.words[i].conj:
        return False
    before = reading.words[i - 1]
    if before is None:
        return False
    if before.particle in ("preposition", "quantifier") and before.stem not in ("من", "حتي"):
        return True
    if before.definite and i >= 2 and reading.keys[i - 2] in ("من", "ومن") or before.prep in ("ل", "ب") and not before.definite or before.stem in ("تم", "يتم", "سيتم", "تمت", "جري"):
        return True
    if before.verb and before.particle is None and reading.words[i].verb is None:
        return True
    return any(r.form.pos in ("perfect", "imperfect") and ("obj" in r.cue.governs) for r in CUE_READINGS[reading.keys[i - 1]]) and not any(
        r.form.pos == "imperfect" for r in CUE_READINGS[reading.keys[i]])
