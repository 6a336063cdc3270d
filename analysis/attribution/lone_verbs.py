"""Reporting verbs whose subject is only in them, or stands far off: `وأضاف أن`, `وتابع: …`."""

from analysis.attribution.affirmed import affirmed, impersonal, somebody_before_comma
from analysis.attribution.clause import read_clause
from analysis.attribution.complements import follows_since, has_pronoun, said_therein
from analysis.attribution.evidence import SPEECH, draft_at, enough
from analysis.attribution.features import actor_like, agrees, bare_noun, is_text, phrase_features, speaking_nouns, word_features
from analysis.attribution.passives import announced, ascribed, done_to, is_considered, is_held, is_this_held, one_of_them, published, subject_follows, without_object
from analysis.attribution.subjects import pronoun_subject, subject_before
from analysis.attribution.verb_tests import deals_with, headline_goes_on, i_feel, shared
from analysis.cues import CUE_READINGS, FINITE, FINITE_CUES
from analysis.inflection import pronoun_features
from analysis.text import fold
from analysis.wordlists import adjectives, common_nouns, documents, known_nouns, named_heads, rule_words, verbal_nouns
from analysis.words import COMMAS, QUOTE


def verb_alone(reading, i, r):
    """وأضاف أن …; ودعا روسيا إلى …: the subject is dropped."""
    form = r.form
    if not affirmed(reading, i, r) or is_this_held(reading, i, r) or fold(r.cue.lemma) in rule_words("new") and subject_follows(reading, i, r) or _answers_no_word(reading, i, r) or _shown_by_matter(reading, i, r) or impersonal(reading, i, r) or _arrived(reading, i, r) or published(reading, i, r) or announced(reading, i, r):
        return []
    if form.pos == "imperfect" and (form.person == 2 or form.gender == "f" and form.number == "s" and reading.inside[i] >= 0 and reading.keys[i - 1] in rule_words("asks_you")):
        # `"هل تعتقد أنني …؟"`: the one spoken to.
        return []
    if form.number == "d" and _in_accusative(reading, i, form):
        return None
    if form.pronoun and r.cue.act in ("write", "report") and i > reading.sentence_start(i) and reading.words[i - 1] is not None and not reading.words[i - 1].definite and reading.words[i - 1].stem in documents():
        # `أفادت في بلاغ | نشرته على صفحتها أن …`: the document is published.
        return []
    if _is_feeling(reading, i, r) or form.pos == "perfect" and form.pronoun and r.cue.lemma == "رأى" and i and reading.keys[i - 1] in rule_words("what"):
        # `ما | رأيناه عبث بالتاريخ`: seen with the eyes.
        return []
    clause = read_clause(reading, i, r.cue, form, subject_first=(r.cue.takes_object or r.cue.addressee and pronoun_subject(reading, i)) and not form.pronoun)
    if clause.begin is None and not clause.subjects:
        return shared(reading, i, r, clause)
    if fold(r.cue.lemma) in rule_words("ascribes") and clause.how == "preposition" and ascribed(reading, i):
        return []
    if deals_with(reading, i, clause) or done_to(reading, i, clause) or without_object(reading, i, r, clause) or one_of_them(reading, i, r, clause) or clause.begin is not None and not clause.subjects and is_considered(reading, i, r, clause):
        return []
    if clause.how == "object" and form.pos == "perfect" and (_mid_clause_noun(reading, i) or _governed_in_marks(reading, i)) and not said_therein(reading, i):
        return None
    if clause.how == "object" and clause.begin == i + 1 and form.pos == "perfect" and _of_her(reading, i, form):
        return None
    if clause.how not in SPEECH and form.pos == "imperfect" and _tells_of_noun(reading, i) and not said_therein(reading, i):
        return []
    if i and (reading.keys[i - 1] == "ما" or reading.keys[i - 1] in rule_words("which") and form.pos == "imperfect") and not form.pronoun and (clause.how not in SPEECH or form.pos == "imperfect" and r.cue.lemma != "قال" and r.cue.act in ("say", "show", "declare")):
        # `ما يدعو للتفاؤل`, `لا يوجد ما يشير إلى أن`: what calls for something says nothing.
        return []
    if r.cue.addressee and r.cue.act == "say" and form.pos == "perfect" and not form.pronoun and clause.begin == i + 1 and clause.how == "clause" and reading.keys[i + 1].startswith("بان") and not reading.words[i].conj:
        # `حينما أخبر بأنه سيسافر`: with nobody told it is passive.
        return []
    if clause.how == "preposition" and not reading.words[i].conj and i > reading.sentence_start(i) and (before := reading.words[i - 1]) is not None and before.definite and before.stem[2:] in rule_words("meeting") and agrees(reading, (i - 1, i), form):
        # `إن المباحثات | تطرقت إلى الأزمة`: what was dealt with, nobody said.
        return []
    if r.cue.act in ("want", "believe") and form.pos == "imperfect" and i > reading.sentence_start(i) and reading.keys[i - 1] in rule_words("whoever"):
        # `من يريد أن يصرخ فليصرخ`, `يخطئ من يعتقد أن …`: anybody who does.
        return []
    if clause.how == "object" and clause.begin == i + 1 and not form.pronoun and (_inanimate_subject(reading, i, form) or _headline_noun(reading, i, form)):
        return []
    if clause.how == "object" and clause.begin == i + 1 and (is_held(reading, i, r) or _with_adjective(reading, i, r)):
        return []
    if clause.begin is None or clause.subjects and not form.pronoun or not (enough(reading, r, clause) or _says_of_himself(reading, i, r, clause) or _follows_imperfect(reading, i, r) or _is_twin(reading, i, r) or headline_goes_on(reading, i) or follows_since(reading, i) or form.pos == "imperfect" and form.person == 3 and said_therein(reading, i) and r.cue.strength != "doubtful" and r.cue.act != "believe"):
        return None
    draft = draft_at("verb_alone", reading, i, r, clause=clause, confidence=0.8)
    if r.cue.act == "believe" and clause.how == "clause" and somebody_before_comma(reading, i, form):
        draft.sources = [(reading.sentence_start(i), i - 1)]
        return [draft]
    if (text := _text_before_comma(reading, i, form) or _interviewed(reading, i, r)) is not None:
        draft.sources = [text]
        return [draft]
    if form.prefix.endswith("ل") and i > reading.sentence_start(i) and reading.words[i - 1] is not None and reading.words[i - 1].verb:
        # `الوزير عاد ليؤكد …`: the subject of the verb right before.
        draft.sources = subject_before(reading, i - 1, form)[:1]
    elif said_therein(reading, i) and (author := _author(reading, i)) is not None:
        draft.sources = [author]
    draft.gender, draft.number, draft.person = form.gender, form.number, form.person
    return [draft]


def _in_accusative(reading, i, form):
    """`رفض الحاضرون | طلبا بأن …`, `قال إنه راض، | آملا أن …`: say whether what reads as a dual is a noun behind its verb's subject, or a participle."""
    others, before = {o.form.pos for o in CUE_READINGS[reading.keys[i]]}, reading.words[i - 1] if i > reading.sentence_start(i) else None
    if reading.tokens.forms[i].startswith("آ"):
        return "participle" in others
    return form.pos == "perfect" and "noun" in others and not reading.words[i].conj and before is not None and not (before.particle or before.verb or has_pronoun(before)) and i - 1 not in reading.mention_in


def _is_feeling(reading, i, r):
    """`أظن`, `أتمنى` in one's own words, `قال إنه | يعتقد أن …`: mere feelings, which belong to what is said (codebook, ruling 5)."""
    form = r.form
    written = reading.tokens.forms[i].lstrip("وف")
    # `آمل أن …`
    own = form.person == 1 and form.number == "s" or reading.inside[i] >= 0 and (written[:1] == "آ" or any(o.form.person == 1 and o.form.number == "s" for o in CUE_READINGS[reading.keys[i]]))
    if i_feel(reading, i, r):
        return True
    if r.cue.act in ("believe", "want") and own or r.cue.act in ("hope", "fear", "want") and form.pos in FINITE and not form.pronoun and (own or form.person == 1):
        return True
    k = i - 1 - (reading.kinds[i - 1] == QUOTE)
    k -= k > 0 and reading.keys[k] == "لا"
    if fold(r.cue.lemma) not in rule_words("feels") or form.pos != "imperfect" or form.person != 3 or form.pronoun or k <= reading.sentence_start(i) or not has_pronoun(reading.words[k]):
        return False
    behind = next((t for t in range(k - 1, max(reading.sentence_start(k), k - 20) - 1, -1) if FINITE_CUES[reading.keys[t]] or reading.words[t] is not None and (reading.words[t].verb or reading.words[t].particle == "complementizer")), k)
    return any(o.form.pos in FINITE and o.cue.act == "say" for o in CUE_READINGS[reading.keys[behind]])


def _says_of_himself(reading, i, r, clause):
    """`قالت الوزيرة إنها | تؤيد الخطة`, `إنه | "يتطلع إلى اللقاء"`: the pronoun of أن is the subject of an attitude right behind it."""
    k = i - 1 - (reading.kinds[i - 1] == QUOTE)
    if k <= reading.sentence_start(i) or r.form.pos != "imperfect" or r.form.person != 3 or r.form.pronoun or r.cue.strength == "doubtful" or r.cue.act not in ("accept", "hope", "believe", "reject", "fear", "welcome") or clause.how not in ("object", "preposition"):
        return False
    if not has_pronoun(reading.words[k]) or not FINITE_CUES[reading.keys[k - 1]] and not any(CUE_READINGS[reading.keys[t]] for t in range(reading.sentence_start(i), k)):
        return False
    return pronoun_features(reading.words[k].stem[2:] if reading.words[k].stem.startswith("ان") else reading.words[k].stem[3:])[0] in (None, r.form.gender)


def _text_before_comma(reading, i, form):
    """`تبنى المجلس قرارا، | يدعو إلى هدنة`, `صدور قرار من المجلس، | يدعو إلى هدنة`: return the indefinite document before the comma that an imperfect goes on to tell of, or whose it is (`بيان للنقابة، | انتقد القرار`) where a perfect does; else None."""
    start = reading.sentence_start(i)
    if i - 1 <= start or form.pos not in ("imperfect", "perfect") or form.person != 3 or form.pronoun or reading.words[i].conj or reading.tokens.forms[i - 1] not in COMMAS:
        return None
    for k in range(i - 2, max(start, i - 8), -1):
        word = reading.words[k]
        if word is None or word.verb and k not in reading.mention_in:
            return None
        if not word.definite and word.stem.removesuffix("ا") in documents() and k not in reading.mention_in:
            issuer = k + 1 + (reading.keys[k + 1] == "من")
            whose = issuer in reading.mention_at and reading.mention_at[issuer][1] == i - 1 and (issuer > k + 1 or form.pos == "perfect" and reading.words[issuer] is not None and reading.words[issuer].prep == "ل")
            if not (whose or form.pos == "imperfect" and k + 1 == i - 1) or not agrees(reading, (k, k + 1), form):
                return None
            return (issuer, i - 1) if form.pos == "perfect" else (k, i - 1)
    return None


def _interviewed(reading, i, r):
    """`أجرت الصحيفة مقابلة مع سامي حداد، | يقول: …`: return the phrase of the one with whom the press talked, right before the comma, or None."""
    start = reading.sentence_start(i)
    if r.cue.act != "say" or r.form.pos != "imperfect" or r.form.person != 3 or i - 3 <= start or reading.tokens.forms[i - 1] not in COMMAS:
        return None
    for k in range(i - 3, max(start, i - 10), -1):
        if reading.keys[k] == "مع" and reading.words[k - 1] is not None and reading.words[k - 1].stem.removesuffix("ا") in rule_words("interview"):
            return (k + 1, i - 1) if actor_like(reading, (k + 1, i - 1)) and agrees(reading, (k + 1, i - 1), r.form) else None
    return None


def _author(reading, i):
    """`انتشر تسجيل | للوزير سامي حداد، | يتحدث فيه عن …`: return the phrase of the person whose text, behind ل, the words at token i stand in, or None."""
    for k in range(max(reading.sentence_start(i), i - 14), i):
        word = reading.words[k]
        if word is None or not is_text(word) or word.stem in rule_words("letter"):
            continue
        giver = next((t for t in range(max(reading.sentence_start(i), k - 6), k) if t in reading.mention_at and reading.mention_at[t][1] == k), None)
        if giver is not None and word.stem in rule_words("spoken") and reading.words[giver] is not None and reading.words[giver].prep == "ل":
            # `كان للوزير | تصريح قال فيه`
            return (giver, k)
        behind = next((t for t in range(k + 1, min(k + 7, i)) if reading.words[t] is None or reading.words[t].prep == "ل" or reading.surely_verb(t)), None)
        if behind is None or reading.words[behind] is None or reading.words[behind].prep != "ل" or word.stem.removesuffix("ا") not in rule_words("spoken") and any(reading.tokens.forms[t].rstrip("\u064b").endswith("ا") for t in range(k, behind)):
            # not `قدمت اللجنة تقريرا للمجلس تقول فيه`
            continue
        end = reading.mention_at[behind][1] if behind in reading.mention_at else reading.phrase_end(behind + 1, i, behind)
        if behind in reading.mention_at and reading.is_medium(reading.mention_at[behind][0]) or bare_noun(reading.words[behind]) in named_heads():
            # `تصريحا لقناة الضحى | أكد فيه`: whom it was made to.
            continue
        many = phrase_features(reading, (behind, end))[1] == "p"
        return (behind, end) if actor_like(reading, (behind, end)) and not (many and CUE_READINGS[reading.keys[i]][0].form.number == "s") else None
    return None


def _arrived(reading, i, r):
    """`في بيان ورد لوكالة الضحى أن …`, `ورد لـCNN`, `ورد إلى الصحيفة`: what has come to somebody says nothing."""
    following = reading.words[i + 1] if i + 1 < len(reading.words) else None
    return (fold(r.cue.lemma) in rule_words("received") or reading.keys[i] in rule_words("received")) and following is not None and (following.prep == "ل" or reading.keys[i + 1].rstrip("ـ") in ("ل", "الي"))


def _with_adjective(reading, i, r):
    """`دفع ثمن باهظ`: say whether a form that is a noun too has its adjective right behind it."""
    word, before = reading.words[i + 1], reading.words[i - 1] if i else None
    if word is None or word.definite or i + 1 in reading.mention_in or word.stem.endswith("ا") or before is None or before.particle or reading.words[i].conj:
        return False
    return r.form.pos == "perfect" and not reading.keys[i].endswith("ت") and not (word.particle or word.prep or word.conj or word.verb) and (word.stem in adjectives() or word.stem not in known_nouns())


def _tells_of_noun(reading, i):
    """`لا دلائل حسية تؤكد مقتله`: right behind an indefinite noun an imperfect tells of it, and a thing says nothing."""
    before = reading.words[i - 1] if i > reading.sentence_start(i) else None
    return (before is not None and not reading.words[i].conj and not before.particle and not before.definite and not before.verb and i - 1 not in reading.mention_in
            and (before.stem in common_nouns() or before.stem in verbal_nouns() or before.stem.endswith("ية")))


def _governed_in_marks(reading, i):
    """`دعا السلطات إلى «| كشف الجناة»`: say whether a mark opens right before token i, and a preposition stands before it, so that the word is a noun."""
    return i > 1 and i - 1 in reading.opens and reading.words[i - 2] is not None and (reading.words[i - 2].particle == "preposition" or reading.keys[i - 2] in ("ب", "ل"))


def _mid_clause_noun(reading, i):
    """Behind another word of its clause, with no subject, a form that is a noun too is one: `تدرس طلب هلسنكي`."""
    if i == reading.sentence_start(i) or reading.words[i].conj or reading.words[i - 1] is None or reading.words[i - 1].particle not in (None, "pronoun_prepositional"):
        return False
    return any(r.form.pos == "noun" for r in CUE_READINGS[reading.keys[i]])


def _of_her(reading, i, form):
    """`السبب هو رفض تونس | إعادة فتح الحدود`: say whether a masculine form that is a noun too has a feminine name and a verbal noun behind it, and so is the noun."""
    found = reading.mention_at.get(i + 1)
    if found is None or form.gender != "m" or reading.words[i].conj or found[1] >= len(reading.words) or reading.words[found[1]] is None or not any(r.form.pos == "noun" for r in CUE_READINGS[reading.keys[i]]):
        return False
    return reading.features(found[0])[0] == "f" and reading.words[found[1]].stem in verbal_nouns() and not reading.words[found[1]].definite


def _headline_noun(reading, i, form):
    """`| رفض مشاركة تونس في المؤتمر`: say whether a form that is a noun too opens the headline."""
    opens = i == 0 and form.pos == "perfect" and not form.prefix
    return opens and not reading.sentences[0].paragraph and any(r.form.pos == "noun" for r in CUE_READINGS[reading.keys[i]]) and not any(reading.tokens.forms[k] in (":", "..", "...", "…") for k in range(i, reading.sentence_end(i)))


def _inanimate_subject(reading, i, form):
    """`كشفت الشمس عن الآثار`: at the head of its sentence a verb is followed by its subject, also by one that cannot speak."""
    start = reading.sentence_start(i)
    if form.person != 3 or form.number != "s" or reading.words[i].conj or i != start and not (i - start <= 2 and all(reading.words[k] is not None and reading.words[k].particle == "auxiliary" for k in range(start, i))):
        return False
    phrase = i + 1, reading.noun_phrase(i + 1, reading.sentence_end(i))
    return phrase[1] > phrase[0] and any(reading.words[k] is not None and reading.words[k].definite for k in range(*phrase)) and agrees(reading, phrase, form)


def _is_twin(reading, i, r):
    """يرحب ويدعم جهود …: the second of two verbs that share their object."""
    return reading.words[i].conj and i > reading.sentence_start(i) and any(o.form.pos == r.form.pos and o.cue.strength != "doubtful" and not o.form.pronoun for o in CUE_READINGS[reading.keys[i - 1]])


def _follows_imperfect(reading, i, r):
    """وتعتبر أنقرة …، وتخشى من …: an imperfect with و goes on from one of the same gender in its sentence."""
    if not reading.words[i].conj or r.cue.strength == "doubtful":
        return False
    return any(o.form.pos == "imperfect" and o.form.gender == r.form.gender and (o.form.number == "s" or o.form.number == r.form.number and r.form.person == 3 and not r.form.pronoun) and o.cue.strength != "doubtful"
               for k in range(reading.sentence_start(i), i) for o in CUE_READINGS[reading.keys[k]])


def _answers_no_word(reading, i, r):
    """`العملية | رد على القصف`, `معتبرا أنها | رد ملائم`: say whether what reads as `he replied` is said of a feminine noun, and so is the noun."""
    if fold(r.cue.lemma) not in rule_words("answers") or r.form.pos != "perfect" or r.form.gender != "m" or r.form.prefix or r.form.pronoun or i <= reading.sentence_start(i):
        return False
    before = reading.words[i - 1]
    if before is None:
        return False
    if before.particle == "complementizer":
        return before.stem.endswith("ها")
    return before.definite and not before.prep and word_features(bare_noun(before))[0] == "f"


def _shown_by_matter(reading, i, r):
    """`إن زيارة الوزير لمصر، | تؤكد عمق العلاقات`: say whether the verb tells what a deed or matter shows that stands right behind أن, or opens the quotation, with no verb between."""
    if r.cue.act not in ("declare", "show", "say") or r.form.person != 3 or r.form.number != "s" or r.form.pronoun or r.form.prefix or r.cue.lemma == "قال":
        return False
    for k in range(i - 1, max(reading.sentence_start(i) - 1, i - 26), -1):
        if reading.words[k] is not None and reading.words[k].particle == "complementizer" and not has_pronoun(reading.words[k]) or k in reading.opens and reading.inside[i] == reading.inside[k]:
            head = reading.words[k + 1]
            noun = bare_noun(head) if head is not None and not (head.particle or head.prep) else ""
            matter = noun in verbal_nouns() and noun not in speaking_nouns() and noun not in documents() and not CUE_READINGS[reading.keys[k + 1]]
            return k + 2 < i and k + 1 not in reading.mention_in and matter and phrase_features(reading, (k + 1, k + 2))[0] == r.form.gender
        if reading.surely_verb(k) or reading.words[k] is not None and reading.words[k].particle in ("relative", "subordinator", "complementizer", "conjunction"):
            return False
    return False
