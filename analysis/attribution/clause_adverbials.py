"""What stands between a cue and its content and is neither subject nor content: whose a preposition is, whom a speech is made to, when and where. `walk` is the walk of `clause`."""

from analysis.attribution.adverbials import is_adverb, object_of_preposition, skip_adverbial, skip_relative
from analysis.attribution.complements import blocked, is_complementizer, preposition_at, speech_later
from analysis.attribution.features import actor_like
from analysis.attribution.objects import is_adjective, is_possessive, is_title
from analysis.cues import CUE_READINGS, FINITE, FINITE_CUES
from analysis.inflection import without_pronoun
from analysis.wordlists import common_nouns, documents, rule_words, verbal_nouns
from analysis.words import COMMAS, QUOTE, WORD


def behind_addressee(walk, p):
    """Return (token, how) of what is told to the one who stands at p, or None."""
    reading = walk.reading
    end = reading.noun_phrase(p, walk.limit) if reading.starts_noun_phrase(p) and actor_like(reading, (p, p + 1)) else p
    told = next((k for k in range(p + 1, min(end + 1, walk.limit)) if _is_told(walk, k)), None)
    if told is not None and end > p:
        return told, "object"
    k = end
    while p < end and k < walk.limit and reading.kinds[k] == WORD and not is_complementizer(reading.keys[k]) and not preposition_at(reading, k, walk.cue.prepositions) and (step := skip_adverbial(reading, k, walk.limit)) > k:
        k = step
    if p < end < k or end < walk.limit and reading.tokens.forms[end] in COMMAS:
        told = _told_behind_day(walk, end)
        if told is not None:
            return told, "object"
    if p == end or k >= walk.limit or reading.kinds[k] != WORD:
        return None
    if is_complementizer(reading.keys[k]):
        return k, "clause"
    return (k, "preposition") if preposition_at(reading, k, walk.cue.prepositions) else None


def _told_behind_day(walk, k):
    """`أبلغ المدير النقابة، مساء الأحد، | اعتزامه الاستقالة`: return the verbal noun with its pronoun behind a day, or None."""
    reading = walk.reading
    while k < walk.limit and (reading.tokens.forms[k] in COMMAS or reading.words[k] is not None and is_adverb(reading, k)):
        k += 1
    word = reading.words[k] if k < walk.limit else None
    return k if word is not None and is_possessive(word) and any(base in verbal_nouns() for base, _ in without_pronoun(word.stem)) else None


def _is_told(walk, k):
    """`أبلغت الوزارة السفارة | رفضها الطلب`: say whether a verbal noun without ال stands at k, with its pronoun or without."""
    reading, word = walk.reading, walk.reading.words[k]
    before = reading.words[k - 1]
    if word is None or k in reading.mention_in or word.definite or word.prep or word.conj or word.particle or before is None or not (before.definite or k - 1 in reading.mention_in):
        return False
    return word.stem in verbal_nouns() or is_possessive(word) and any(base in verbal_nouns() for base, _ in without_pronoun(word.stem))


def words_follow(walk, p):
    """Say whether a colon or quotation stands behind the token at p with no verb of saying before it."""
    for k in range(p + 1, walk.limit):
        if walk.reading.tokens.forms[k] == ":" or k in walk.reading.opens:
            return True
        if walk.reading.kinds[k] == WORD and FINITE_CUES[walk.reading.keys[k]]:
            return False
    return False


def whether(walk, p, key):
    """`سأل المدير | عن ما إذا كان الجسر آمنا`, `تساءل | ما إذا`, `| فيما لو`: say whether a question of yes or no begins at p."""
    k = p + (key == "عن")
    return walk.reading.keys[k + 1:k + 2] in (["اذا"], ["لو"]) and (walk.reading.keys[k] == "ما" or k == p and key in rule_words("in_what"))


def according_to(walk, p):
    """Return the token at which an according-to phrase at p ends, before a colon, quotation or إن; p where none stands there."""
    reading, phrases = walk.reading, walk.reading.tokens.written[p].phrases
    if not phrases or reading.keys[p] == "علي" or not phrases.get(reading.keys[p + 1] if p + 1 < walk.limit else None, phrases[None]):
        return p
    return next((k for k in range(p + 2, min(p + 12, walk.limit)) if reading.tokens.forms[k] == ":" or k in reading.opens and not reading.is_name(reading.opens[k]) or reading.kinds[k] == WORD and is_complementizer(reading.keys[k])), p)


def time_clause(walk, p):
    """`أضاف | بعد أن عاد الوزير، | إن …`: return the token after a clause with أن that tells when it was said, where what is said follows; else p. Who does what in it says nothing."""
    reading = walk.reading
    if walk.cue.act != "say" or walk.form.pos not in FINITE or reading.keys[p + 1:p + 2] != ["ان"]:
        return p
    end = skip_relative(reading, p + 1, walk.limit, walk.cue)
    end += end < walk.limit and reading.tokens.forms[end] in COMMAS
    return end if end < walk.limit and (is_complementizer(reading.keys[end]) or end in reading.opens) else p


def joined_to_addressee(walk, p):
    """`في رسالة وجهها إلى الأمين العام | ورئيس المجلس | إن …`: say whether what stands with و at p goes on from the one behind إلى, ل, مع or بين, and إن or a mark follows."""
    reading, word = walk.reading, walk.reading.words[p]
    if word.particle or word.verb or CUE_READINGS[reading.keys[p]] or p - 1 < walk.clause.end or not speech_later(reading, p + 1, walk.limit, walk.cue):
        return False
    for k in range(p - 1, max(walk.clause.end, walk.i + 1) - 1, -1):
        before = reading.words[k]
        if before is None or before.verb or before.conj:
            return False
        if before.particle == "preposition" or before.prep and k not in reading.mention_in or before.prep and k in reading.mention_at:
            return (before.stem if before.particle else before.prep) in ("الي", "مع", "بين", "ل") and k > walk.i + 1
    return False


def in_occasion(walk, p):
    """Say whether an occasion without ال stands not far before p: `في مؤتمر صحفي يوم الأحد | عقد`."""
    return any(walk.reading.words[k] is not None and walk.reading.words[k].stem in rule_words("occasion") and walk.reading.keys[k - 1] in rule_words("said_in") for k in range(max(walk.clause.end + 1, p - 9), p))


def among_others(walk, p):
    """`طالبت جهات متعددة | منها الأمم المتحدة | بالتحقيق`, `طالبت دول | على رأسها كندا | بالتحقيق`: return the token after those who are named out of the subject, or p."""
    reading = walk.reading
    k = p + (reading.keys[p] in ("من", "علي", "في"))
    if k >= walk.limit or reading.keys[k] not in rule_words("among"):
        return p
    end = reading.noun_phrase(k + 1, walk.limit) if k + 1 < walk.limit else k + 1
    while end < walk.limit and end > k + 1 and reading.words[end] is not None and reading.words[end].conj and end in reading.mention_at:
        end = reading.mention_at[end][1]
    return end if end > k + 1 else p


def passed_by_others(walk, p):
    """`أكد الرئيس في تصريحات سابقة، نقلتها شبكة الضحى، أن …`: behind a comma or a document a verb with its pronoun tells who published what is said; it is no cue of its own."""
    reading = walk.reading
    before = reading.words[p - 1]
    # `في تصريح | نقلته الوكالات | إن …`
    told = (reading.tokens.forms[p - 1] in COMMAS and walk.subject_known or before is not None and not before.definite and before.stem in documents()) and any(r.form.pronoun and r.form.pos == "perfect" and r.cue.act == "report" for r in CUE_READINGS[reading.keys[p]])
    came = before is not None and not before.definite and before.stem in documents() and (reading.words[p].stem in rule_words("received") or reading.keys[p] in rule_words("received"))
    if told and reading.tokens.forms[p - 1] in COMMAS or came:
        # `في بيان | ورد للوكالة | أن …`
        reading.taken.add(p)
    return told or came


def tells_how(walk, p):
    """Say whether a participle in the accusative, with its pronoun's noun behind it, stands at p."""
    word, after = walk.reading.words[p], walk.reading.words[p + 1] if p + 1 < walk.limit else None
    return word.stem[0] == "م" and len(word.stem) > 4 and walk.reading.tokens.forms[p].rstrip("\u064b").endswith("ا") and not word.definite and p not in walk.reading.mention_in and after is not None and is_possessive(after)


def said_outright(walk, p):
    """`وقال المدير | لن نغلق السوق`: words that can only open a main clause, with neither إن nor mark before them, and none behind."""
    if walk.cue.strength == "doubtful" or walk.cue.act != "say" or walk.form.pos not in FINITE or walk.form.pronoun:
        return False
    if p == walk.clause.end and walk.form.pos == "perfect" and p + 1 < walk.limit and is_complementizer(walk.reading.keys[p + 1]) and _my_view(walk, p):
        # `وتابع | أتوقع أن تفتح السوق`
        return True
    if "bare" not in walk.cue.governs:
        return False
    word = walk.reading.words[p]
    we = walk.reading.keys[p].startswith("سن") and len(word.stem) > 4 and walk.subject_known and not word.particle and word.stem not in common_nouns() and p not in walk.reading.mention_in
    ours = we or walk.form.pos == "perfect" and any(r.form.person == 1 and r.form.number == "p" and r.form.pos == "imperfect" for r in CUE_READINGS[walk.reading.keys[p]])
    if p > walk.clause.end:
        # `قال المدير، | نأمل أن تفتح السوق`
        return walk.form.pos == "perfect" and bool(walk.clause.subjects) and ours
    if ours and not we:
        # `وأضاف | نتمنى أن تفتح السوق`
        return True
    # `وقال المدير | سنغلق السوق`
    return (walk.reading.keys[p] in rule_words("outright") or we) and not speech_later(walk.reading, p + 1, walk.limit, walk.cue)


def _my_view(walk, p):
    """`أتوقع`, `نأمل`: say whether the word at p can only be a view or wish of one's own in the present; `أعتقد` is no perfect of اعتقد."""
    readings = [r for r in CUE_READINGS[walk.reading.keys[p]] if r.form.pos == "imperfect" or not (r.cue.lemma[0] == "ا" and walk.reading.tokens.forms[p][0] == "أ")]
    return bool(readings) and all(r.form.person == 1 and r.form.pos == "imperfect" and r.cue.act in ("believe", "hope", "want", "fear") for r in readings)


def another_governs(walk, p, preposition):
    """`الفريق المعني | باليمن`: an adjective that takes ب; and a ب far behind a verb that mostly governs others (`تحدث إلى نظيره عند شن هجوم | بالأسلحة`)."""
    if preposition == "علي" and walk.reading.words[p - 1] is not None and walk.reading.words[p - 1].stem.removeprefix("ال") in rule_words("takes_on"):
        # `أكد مصدر مطلع | على القضية أن …`
        return True
    if preposition == "علي" and walk.takes_clause and _comments(walk, p):
        # `أكد الوزير في تعليقه | على القرار أن …`
        return True
    if preposition == "عن" and walk.reading.words[p - 1] is not None and walk.reading.words[p - 1].stem.removeprefix("ال") in rule_words("issued"):
        # `أعلن الوزير في بيان صادر | عن مكتبه أن …`
        return True
    if preposition == "من" and walk.reading.words[p - 1] is not None and walk.reading.words[p - 1].particle == "time_noun" and not walk.reading.words[p - 1].definite and not rule_words("when_said").isdisjoint(walk.reading.keys[p - 3:p - 1]):
        # `حذر الوزير بعد يومين | من الهجوم من …`
        return True
    if preposition == "الي" and _told_to(walk, p) or preposition in ("ل", "ب") and _of_visit(walk, p, preposition):
        return True
    if preposition != "ب":
        return False
    if walk.reading.words[p].stem.removeprefix("ال") in rule_words("platform") and p > walk.clause.end:
        # `أفادت في بلاغ على صفحتها | بالفيسبوك أن …`
        return True
    if walk.reading.is_own_name(p) and walk.reading.words[p - 1] is not None and is_title(walk.reading.words[p - 1]):
        # `ذكرت الوزارة عن المتحدث | باسمها قوله إن …`
        return True
    before = walk.reading.words[p - 1]
    if p > walk.clause.end + 1 and before is not None and is_possessive(before) and any(base in rule_words("occasion") or base in rule_words("spoken") for base, _ in without_pronoun(before.stem)) and _governed_later(walk, p + 1):
        # `ندد الوزير خلال كلمته | بالمؤتمر بالقرار`
        return True
    if p - walk.clause.end < 5 and walk.takes_clause and walk.clause.subjects and _where_he_is(walk, p):
        return True
    far = walk.cue.governs[0] != "ب" and walk.takes_clause and p - max(walk.clause.end, walk.i + 1) > 8 and walk.reading.tokens.forms[p - 1] not in COMMAS
    return far or p == walk.clause.end and walk.reading.keys[p - 1] in rule_words("takes_by")


def _of_visit(walk, p, preposition):
    """`انتقد الوزير خلال زيارته | لمدينة عدن القرار`, `عقب اجتماعه | بنظيره`, `في حديث خاص | للضحى`: say whether the noun of an adverbial governs the ب or ل at p."""
    reading, k = walk.reading, p - 1
    before = reading.words[k]
    if before is None or k <= walk.clause.end:
        return False
    if is_possessive(before):
        bases = [base for base, _ in without_pronoun(before.stem)]
        return any(base in rule_words("visits" if preposition == "ل" else "meets_with") for base in bases) and (preposition == "ل" or actor_like(reading, (p, p + 1)) or is_possessive(reading.words[p]))
    k -= not before.definite and is_adjective(before)
    spoken = reading.words[k]
    return preposition == "ل" and spoken is not None and not spoken.definite and spoken.stem in rule_words("occasion") and reading.keys[k - 1] == "في"


def clause_to_come(walk, p):
    """`حذر الوزير بعد يومين | من الهجوم من أن …`, `توقع في حديث خاص | للضحى أن …`: say whether the preposition at p belongs to the adverbial before it, since the clause that the verb governs stands behind its noun."""
    reading, prepositions = walk.reading, walk.cue.prepositions
    if walk.cue.act == "report" or walk.cue.act in ("demand", "learn") and reading.keys[p] in ("من", "علي") or reading.keys[p] != "في" and reading.tokens.forms[p - 1] in COMMAS:
        # `نقلت عن مصادر أن`, `طلب من الأمين العام أن`
        return False
    aside = any(reading.tokens.forms[k] in COMMAS for k in range(walk.clause.end, p - (reading.keys[p] != "في")))
    for k in range(p + 1, min(p + 10, walk.limit)):
        word, comma = reading.words[k], reading.tokens.forms[k - 1] in COMMAS
        if comma and not aside:
            return False
        if is_complementizer(reading.keys[k]):
            before = reading.words[k - 1]
            if reading.keys[k][0] != "ا" or before is not None and before.particle == "preposition":
                return reading.keys[k][0] == "ب" and "ب" in prepositions or k - 1 > p and not before.conj and bool(preposition_at(reading, k - 1, prepositions))
            # `اعترف خلال الجلسة بفكرة | أن …`: the clause of a noun without ال.
            return "ان" in walk.cue.governs and not blocked(reading, k, p - 1) and (comma or before is not None and (before.definite or k - 1 in reading.mention_in))
        if word is None and reading.tokens.forms[k] not in COMMAS or word is not None and (word.verb or word.particle in ("relative", "subordinator") or CUE_READINGS[reading.keys[k]] and k not in reading.mention_in):
            return False
    return False


def _comments(walk, p):
    """Say whether a noun of commenting or answering behind في, with a pronoun of who does it, stands before the preposition at p."""
    k = p - 1 - (walk.reading.words[p - 1] is not None and walk.reading.words[p - 1].particle == "pronoun_prepositional")
    word = walk.reading.words[k]
    return k > walk.i + 1 and word is not None and walk.reading.keys[k - 1] == "في" and any(base in rule_words("commenting") for base in (word.stem, *(base for base, _ in without_pronoun(word.stem))))


def _told_to(walk, p):
    """`أشار الوزير، في حديث | إلى إذاعة الضحى، إلى أن …`: say whether whom a speech is made to stands at p, since what the verb governs is still to come."""
    before, earlier = walk.reading.words[p - 1], walk.reading.words[p - 2]
    addressed = before is not None and (not before.definite and before.stem in rule_words("occasion") or earlier is not None and earlier.stem in rule_words("occasion") and before.stem in rule_words("addressed_it"))
    if not addressed or p + 1 >= walk.limit or walk.reading.words[p + 1] is not None and walk.reading.words[p + 1].stem.removeprefix("ال") in verbal_nouns():
        return False
    end = object_of_preposition(walk.reading, p + 1, walk.limit)
    end += end < walk.limit and walk.reading.tokens.forms[end] in COMMAS
    return walk.reading.keys[end:end + 1] == ["الي"]


def _where_he_is(walk, p):
    """`أفاد الناطق باسم النيابة | بالمحكمة الابتدائية، بأن …`, `صرح مدير الري | بالساحل أن …`: say whether ب at p tells where the subject sits, since a clause is still to come."""
    reading, word = walk.reading, walk.reading.words[p]
    if not (word.definite or reading.is_place(p)) or word.stem.removeprefix("ال") in verbal_nouns() or is_complementizer(reading.keys[p]):
        return False
    for k in range(p + 1, min(p + 12, walk.limit)):
        if reading.kinds[k] == WORD:
            if is_complementizer(reading.keys[k]):
                return not blocked(reading, k, p) and (reading.keys[k][0] == "ب" or reading.tokens.forms[k - 1] in COMMAS or k <= p + 3)
            if CUE_READINGS[reading.keys[k]] and k not in reading.mention_in or reading.words[k].verb or reading.words[k].particle in ("relative", "subordinator"):
                return False
        elif reading.kinds[k] == QUOTE or reading.tokens.forms[k] == ":":
            return False
    return False


def _governed_later(walk, p):
    """Say whether what the cue governs with ب stands behind token p, before any other cue."""
    for k in range(p, walk.limit):
        if walk.reading.kinds[k] == WORD:
            if preposition_at(walk.reading, k, {"ب"}):
                return True
            if any(r.form.pos in FINITE or r.form.pos == "participle" and not r.form.definite for r in CUE_READINGS[walk.reading.keys[k]]):
                return False
    return False


def his_words(walk, p):
    """Say whether p is the noun of saying behind `نقلت عنه`."""
    about = walk.reading.words[p - 1]
    return walk.cue.act == "report" and p == walk.i + 2 and walk.reading.words[p].stem in rule_words("own_words") and about is not None and about.particle == "pronoun_prepositional"


def said_to_be(walk, p):
    """Say whether بأن follows behind token p before any comma, mark or cue."""
    for k in range(p + 1, min(p + 14, walk.limit)):
        if walk.reading.kinds[k] != WORD or CUE_READINGS[walk.reading.keys[k]]:
            return False
        if is_complementizer(walk.reading.keys[k]):
            return walk.reading.keys[k][0] == "ب"
    return False


def region_end(walk, p):
    """`عبرت الجمعية | بجهة سوس | عن رفضها`, `أدانت النقابة | بإقليم الناظور | القرار`: return the token after the region of a body, behind its name and before what is said, or p."""
    reading, word = walk.reading, walk.reading.words[p]
    if word.prep != "ب" or word.conj or word.definite or word.stem not in rule_words("place_noun") or not walk.clause.subjects or p != walk.clause.end or is_title(reading.words[walk.clause.subjects[-1][0]]):
        return p
    end = reading.noun_phrase(p, walk.limit) if reading.starts_noun_phrase(p) else reading.phrase_end(p + 1, walk.limit, p)
    if end >= walk.limit or end <= p:
        return p
    said = preposition_at(reading, end, walk.cue.prepositions) or is_complementizer(reading.keys[end]) or walk.cue.takes_object and reading.kinds[end] == WORD and reading.starts_noun_phrase(end)
    return end if said else p


def in_town(walk, p):
    """`وصف الوزير في ندوة | بجنيف القرار بأنه …`, `أدانت وزارة الصحة | بغزة القصف`: say whether ب and a town stand at p, behind the subject of a verb whose object is to come."""
    reading, word = walk.reading, walk.reading.words[p]
    if word.prep != "ب" or word.conj or not walk.cue.governs[0].startswith("obj") or not walk.clause.subjects or p < walk.clause.end or p + 1 >= walk.limit:
        return False
    place = any(name.kind in ("place", "metonym") and not name.tail for name in reading.names.get(word.stem, ()))
    return place and (reading.starts_noun_phrase(p + 1) or reading.tokens.forms[p + 1] in COMMAS)
