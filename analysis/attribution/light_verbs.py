"""Light verbs with a noun of speech (`وجه انتقادات إلى`), and adjectives and nouns of attitude (`واثقة من أن`, `مخاوف من`)."""

from functools import cache

from analysis.attribution.adverbials import is_adverb, skip_adverbial
from analysis.attribution.affirmed import affirmed, negation
from analysis.attribution.clause import Clause, read_clause
from analysis.attribution.complements import has_pronoun, is_complementizer, preposition_at
from analysis.attribution.evidence import casts_light, draft_at
from analysis.attribution.features import actor_like, agrees
from analysis.attribution.objects import of_nation, read_subjects
from analysis.attribution.participles import opposed_subject
from analysis.attribution.subjects import subject_before
from analysis.cues import FINITE_CUES, LIGHT_READINGS, CueReading, attitudes, light_cues
from analysis.inflection import Form, without_pronoun
from analysis.text import fold
from analysis.wordlists import WORDS, adjectives, common_nouns, documents, rule_words, verbal_nouns
from analysis.words import COMMAS, NUMBER, WORD, FormCache


def light_verb(reading, i):
    """وجهت المعارضة انتقادات إلى …: a light verb whose noun says what is done; the content starts at the noun."""
    for form, nouns in LIGHT_READINGS[reading.keys[i]]:
        if form.pos == "participle":
            return _light_participle(reading, i, form, nouns)
        if any(case(reading, i, form) for case in _NO_LIGHT_VERB):
            return []
        if form.pronoun and (directed := _directed(reading, i, form, nouns)) is not None:
            return [directed]
        if negation(reading, i) or form.pronoun and form.lemma != "حمل" or not affirmed(reading, i, CueReading(nouns[0][1], form)):
            return []
        subjects = subject_before(reading, i, form) if not form.prefix.startswith("و") else []
        aside = range(*_aside(reading, i)) if form.lemma == "حمل" else ()
        found = _find_noun(reading, i, form, nouns, aside)
        if found is not None:
            noun, cue, in_marks = found
            return _with_noun(reading, i, noun, form, cue, subjects or in_marks, aside)
    return []


def _behind_preposition(reading, i, form):
    """`التأكد من | تحمل الجناة المسؤولية`: say whether the word is a noun."""
    before = reading.words[i - 1] if i else None
    return before is not None and before.particle == "preposition" and not reading.words[i].conj and before.stem not in rule_words("what")


def _written_passive(reading, i, form):
    """`| وحُمّل مسؤولية الحادث`: say whether damma on the first letter makes a passive of the verb."""
    return form.pos == "perfect" and reading.tokens.forms[i].lstrip("وف")[1:2] == "\u064f"


def _in_construct(reading, i, form):
    """`قبول | عرض المساعدة`: say whether the word is a noun, right behind a verbal noun in construct state."""
    before = reading.words[i - 1] if i > reading.sentence_start(i) else None
    if form.pos != "perfect" or form.gender != "m" or form.number != "s" or before is None or before.particle or before.verb or before.definite or reading.words[i].conj:
        return False
    return i - 1 not in reading.mention_in and reading.words[i].stem in common_nouns() and before.stem in verbal_nouns()


def _bearing_of_burden(reading, i, form):
    """`ضرورة | تحمل الشركة، مسؤولية ما جرى`: say whether the word is the noun of bearing, behind one that takes a clause."""
    before = reading.words[i - 1] if i > reading.sentence_start(i) else None
    return form.lemma == "حمل" and form.pos == "imperfect" and before is not None and before.stem in rule_words("takes_clause") and not reading.words[i].conj and reading.words[i].stem in verbal_nouns()


_NO_LIGHT_VERB = (_behind_preposition, _written_passive, _in_construct, _bearing_of_burden)
"""What shows that a word that looks like a light verb is none, or has nobody who does it."""


def _find_noun(reading, i, form, nouns, aside):
    """`وجه الوزير أمس | انتقادات إلى …`: return (token, cue, subject in marks) of the noun of the light verb at i, some words behind it, or None."""
    burden, limit, named, in_marks = form.lemma == "حمل", reading.sentence_end(i), i, []
    for k in range(i + 1, min(i + (24 if burden else 16), limit)):
        word = reading.words[k]
        if k in aside or k <= named or word is not None and word.stem in rule_words("earnest"):
            continue
        if k in reading.opens and reading.is_name(reading.opens[k]) and not burden and (k == i + 1 or reading.noun_phrase(i + 1, limit) > k):
            # `كشفت صحيفة | "الضحى" | النقاب عن …`, `وجهت | «الضحى» | انتقادات إلى …`
            named = reading.opens[k].last
            in_marks = [(k, named + 1)] if k == i + 1 else in_marks
            continue
        if _passed_over(reading, i, k, form, nouns):
            continue
        if word is None or (word.particle == "relative" or word.verb) and not burden:
            return None
        cue = _cue_of_noun(reading, i, k, nouns)
        if cue is not None:
            return k, cue, in_marks
    return None


def _passed_over(reading, i, k, form, nouns):
    """Say whether token k, a number or a mark, may stand between the light verb at i and its noun."""
    if reading.kinds[k] == NUMBER and k + 1 < reading.sentence_end(i) and reading.words[k + 1] is not None and not reading.words[k + 1].particle:
        # `وجه الادعاء | 17 تهمة إلى …`
        return True
    if reading.words[k] is not None:
        return False
    if reading.tokens.forms[k] == "/":
        # `في تشرين الأول/أكتوبر`
        return True
    if form.lemma == "حمل" and reading.tokens.forms[k] not in ("،", ",", ":", "؛"):
        return True
    return reading.tokens.forms[k] in COMMAS and (fold(form.lemma) in rule_words("issues") or is_adverb(reading, k - 1) or _between_commas(reading, i, k) or _noun_behind(reading, k, nouns, 2 if form.lemma == "حمل" else 0))


def _noun_behind(reading, comma, nouns, most):
    """`رفع الأمير، | الشكر إلى …`, `حمل الوزير، | إسرائيل، مسؤولية …`: say whether the noun of the light verb stands right behind the comma, or that of a burden with at most so many commas (`most`) between and no verb."""
    commas = 0
    for k in range(comma + 1, min(comma + (10 if most else 2), reading.sentence_end(comma))):
        word = reading.words[k]
        commas += reading.tokens.forms[k] in COMMAS
        if commas > most or word is not None and (word.verb or word.particle in ("complementizer", "relative") or FINITE_CUES[reading.keys[k]]):
            return False
        if any(noun in _LIGHT_NOUNS[reading.keys[k]] for noun, _ in nouns):
            return True
    return False


def _cue_of_noun(reading, i, k, nouns):
    """Return the cue of the light verb's noun, if it begins at token k, or None."""
    can_be = _LIGHT_NOUNS[reading.keys[k]]
    earnest = k - 1 if k > i + 1 and reading.words[k - 1] is not None and reading.words[k - 1].stem in rule_words("earnest") else k
    # `تقدم | بالشكر`, `تقدم | بخالص الشكر` is no `تقدم شكرا`
    with_b = reading.words[earnest].prep == "ب"
    if not can_be and not with_b:
        return None
    return next((cue for noun, cue in nouns if (noun in can_be or with_b and k > earnest and noun == ("ب" + reading.keys[k],)) and (len(noun) == 1 or tuple(reading.keys[k:k + len(noun)]) == noun) and (not with_b or noun[0][0] == "ب")), None)


def _with_noun(reading, i, k, form, cue, subjects, aside):
    """Return the drafts of the light verb at i with its noun at token k, and its subjects where they stand before it; none where nothing is said."""
    noun, burden = reading.words[k], form.lemma == "حمل"
    if any(case(reading, i, k, form, subjects) for case in _SAYS_NOTHING):
        return []
    begin, k = _content_begin(reading, i, k, burden and (bool(subjects) or form.person == 1))
    if not subjects and form.number == "s" and k > i + 1:
        subjects, begin = _subjects_between(reading, i, k, form, cue, aside, begin)
    while burden and begin < k and (reading.tokens.forms[begin] in COMMAS or is_adverb(reading, begin)):
        # `حمل الوزير | الأربعاء، | السلطات مسؤولية …`
        begin += 1
    if burden and reading.words[begin] is not None and reading.words[begin].particle == "relative" or any(case(reading, i, k, form, cue, noun, subjects) for case in _BY_NOBODY):
        return []
    if not subjects and form.pos == "imperfect":
        subjects = _text_before(reading, i)
    if noun.stem in rule_words("spotlight") and (not subjects and form.pos == "imperfect" or not all(casts_light(reading, s) for s in subjects)):
        # `الحادث يسلط الضوء على …`: only a paper or a person casts light on something with words.
        return []
    return [draft_at("light_verb", reading, i, CueReading(cue, form), sources=[s] if s else [], clause=Clause(begin=begin, how="object"), confidence=0.8) for s in subjects or [None]]


def _text_issued(reading, i, k, form, subjects):
    """`أصدر | بيانا قال فيه إن …`, `أصدر | أحكاما في بعض القضايا`: say whether what the text is about does not follow."""
    return reading.words[k].stem in rule_words("issued_text") and not _about_something(reading, k)


def _draws_attention(reading, i, k, form, subjects):
    """`لفت | الانتباه بقوة`: say whether إلى is missing."""
    return fold(form.lemma) in rule_words("draws") and not any(reading.keys[t] == "الي" for t in range(k + 1, min(k + 5, reading.sentence_end(i))))


def _bears_his_own(reading, i, k, form, subjects):
    """`دعاهم إلى تحمل | مسؤوليتهم`: say whether somebody is to bear his own."""
    return form.lemma == "حمل" and k == i + 1 and any(without_pronoun(reading.words[k].stem))


def _exchange(reading, i, k, form, subjects):
    """`استمر تبادل | الاتهامات`: say whether the word is a noun with another behind it."""
    return not subjects and k == i + 1 and reading.words[k].definite and form.pos == "perfect" and form.gender == "m" and form.number == "s" and reading.words[i].stem in rule_words("mutual")


_SAYS_NOTHING = (_text_issued, _draws_attention, _bears_his_own, _exchange)
"""What shows that nothing is said with a light verb and its noun."""


def _content_begin(reading, i, k, burdened):
    """Return (the content's beginning, the noun's) of a light verb with its noun at token k; `burdened` says that whoever stands right behind it is made responsible."""
    # `النقابة تحمل | المدير كامل المسؤولية`
    begin = i + 1 if burdened and k > i + 1 and reading.starts_noun_phrase(i + 1) else k
    while begin == k > i + 1 and reading.words[k - 1] is not None and reading.words[k - 1].stem in rule_words("earnest"):
        # `تقدم | بخالص الشكر إلى …`
        begin = k = k - 1
    if reading.kinds[k - 1] == NUMBER or reading.keys[k - 1] in rule_words("few"):
        # `وجه الادعاء | 17 تهمة إلى …`, `وجه | عدة تهم`
        begin = k = k - 1
    return begin, k


def _subjects_between(reading, i, k, form, cue, aside, begin):
    """Return (the subjects, the content's beginning) where the subject can only stand between the light verb at i and its noun at k."""
    read = read_clause(reading, i, cue, form, limit=k)
    subjects = [(a, min(b, k)) for n, (a, b) in enumerate(read.subjects) if n or agrees(reading, (a, b), form) or reading.keys[a - 1] == "من"]
    if form.lemma != "حمل":
        return subjects, begin
    if subjects and subjects[-1][1] < k:
        return subjects, _made_responsible(reading, max(subjects[-1][1], aside[-1] + 1 if aside else 0), k)
    if len(read.subjects) == 1 and read.subjects[0][1] >= k:
        # `وحملت | الحكومة المسؤولية`, `وحمّل | إيران المسؤولية`: the one before the noun is made responsible.
        return [], read.subjects[0][0]
    return subjects, begin


def _passive_directed(reading, i, k, form, cue, noun, subjects):
    """`بلدانا وجهت إليها | انتقادات`, `وجهت للمدير | تهمة`: say whether the verb is passive, by whom it is directed at right behind it."""
    if k <= i + 1 or form.lemma != "وجه" or form.pos != "perfect" or reading.words[i + 1] is None or any(first > i for first, _ in subjects):
        return False
    return reading.words[i + 1].particle == "pronoun_prepositional" or reading.words[i + 1].prep == "ل" or reading.keys[i + 1] == "الي"


def _own_feeling(reading, i, k, form, cue, noun, subjects):
    """`قالت إنها "تشعر | بالقلق"`: say whether these are mere feelings of the one who speaks."""
    return fold(form.lemma) in rule_words("feels") and (not subjects or form.person != 3)


def _accusation_directed(reading, i, k, form, cue, noun, subjects):
    """`ووجه | الاتهام للشركة`, `ووجهت | اتهامات للشركة`, `وجهت | تهمة القتل إليه`: say whether the verb is passive, with nobody in sight who does it, or since it agrees with the noun."""
    if subjects or form.lemma != "وجه" or form.pos != "perfect" or k != i + 1:
        return False
    return cue.act in ("accuse", "demand") and noun.definite or cue.act == "accuse" and form.gender == "f" and form.number == "s" and noun.stem.endswith(("ات", "ة"))


_BY_NOBODY = (_passive_directed, _own_feeling, _accusation_directed)
"""What shows that nobody is named who does with words what a light verb and its noun tell."""


def _light_participle(reading, i, form, nouns):
    """`…، موجها | انتقادات إلى الشركة`, `…، ملقية | باللوم على خصومها`: the participle of a light verb behind a comma, with its noun right behind it."""
    key, k = reading.keys[i], i + 1
    if reading.tokens.forms[i - 1] not in COMMAS or form.definite or form.prefix.strip("و") or form.pronoun or not key.endswith(("ا", "ة", "ين")) or k >= reading.sentence_end(i) or reading.words[k] is None:
        return []
    # `موجها لهم | الشكر`
    k += reading.words[k].particle == "pronoun_prepositional" and k + 1 < reading.sentence_end(i) and reading.words[k + 1] is not None
    k += reading.words[k].stem in rule_words("earnest")
    cue = next((cue for noun, cue in nouns if noun in _LIGHT_NOUNS[reading.keys[k]] and tuple(reading.keys[k:k + len(noun)])[1:] == noun[1:]), None) if k < reading.sentence_end(i) else None
    if cue is None or reading.words[k].stem in rule_words("issued_text"):
        return []
    draft = draft_at("participle", reading, i, CueReading(cue, form), clause=Clause(begin=i + 1 + (reading.words[i + 1].particle == "pronoun_prepositional"), how="object"), kind="participle", confidence=0.8)
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
    """Return where the content of `حمل المجلس في بيان الحكومة مسؤولية …`, `حمل المدير، خلال مؤتمر صحفي، الحكومة مسؤولية …` begins: at the party made responsible."""
    while begin + 1 < noun and reading.tokens.forms[begin] in COMMAS:
        adverbial = skip_adverbial(reading, begin + 1, noun) > begin + 1 or is_adverb(reading, begin + 1)
        close = next((k for k in range(begin + 1, noun) if reading.tokens.forms[k] in COMMAS), None) if adverbial else None
        begin = close if close is not None else begin + 1
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
    against = opposed_subject(reading, i) if word.prep == "ب" else None
    # `لكن الجيش منعهم | بدعوى أن …`
    subjects = [against] if against is not None else subject_before(reading, start, form)
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
