"""What may stand between a cue and its content: adverbials, relative clauses, parentheses."""

import re

from analysis.attribution.complements import in_strongest, is_cognate, is_complementizer, preposition_at
from analysis.attribution.features import actor_like, is_text, numerals, speaking_nouns
from analysis.attribution.objects import apposition_end, is_adjective, is_possessive, is_title
from analysis.cues import CUE_READINGS, FINITE, attitudes
from analysis.inflection import without_pronoun
from analysis.text import fold
from analysis.wordlists import WORDS, accusative_noun, addressees, common_nouns, documents, human_titles, known_nouns, manner_nouns, named_heads, noun_features, publishing_verbs, rule_words, verbal_nouns
from analysis.words import COMMAS, LATIN, NUMBER, PUNCT, QUOTE, WORD, FormCache


def skip_adverbial(reading, p, limit):
    """Return the token after an adverbial that begins at p, or p if none does.

    Adverbs, times and dates, and prepositional phrases (`في مؤتمر صحفي`, `لوكالة الأنباء`, `للصحفيين`).
    """
    word = reading.words[p]
    if word is None or word.particle == "preposition" and p in reading.mention_at and reading.mention_at[p][0].start == reading.tokens.starts[p]:
        return p
    if reading.governed_name(p) and not word.prep:
        # `قال | لبي بي سي | إن`
        return reading.mention_at[p][1]
    if _OPENS_PHRASE[reading.keys[p]] and (end := _set_phrase_end(reading, p, limit)) > p:
        return end
    if is_adverb(reading, p):
        return p + 1
    if is_cognate(reading, p) and p + 1 < limit:
        return p + 2
    if (end := reading.anonymity_end(p)) > p:
        return end
    if word.particle == "pronoun_prepositional" and not word.conj:
        return p + 1
    if reading.keys[p] in rule_words("for_the") and p + 1 < limit and reading.keys[p + 1] in rule_words("time"):
        # `لأول مرة | تفضيل حل الدولتين`
        return p + 2
    if reading.keys[p] == "علي" and reading.keys[p + 1:p + 2] == ["لسان"] and p + 2 < limit:
        # `دانت البلاد | على لسان وزيرها سامي حداد | قتل المدنيين`
        end = max(reading.noun_phrase(p + 2, limit), p + 3)
        return apposition_end(reading, next((k for k in range(p + 4, end) if k not in reading.mention_in and reading.words[k] is not None and not reading.words[k].definite and reading.words[k].stem in verbal_nouns()), end), limit)
    if word.particle == "according":
        return object_of_preposition(reading, p + 1 + (p + 1 < limit and reading.words[p + 1] is not None and reading.words[p + 1].particle == "preposition"), limit)
    if word.particle == "preposition" and not (word.conj and p + 1 >= limit):
        return object_of_preposition(reading, p + 1, limit)
    if word.prep:
        return object_of_preposition(reading, p, limit)
    if word.particle is None and word.stem.endswith("ا") and len(word.stem) > 4 and p not in reading.mention_at and not word.conj and word.verb is None and not CUE_READINGS[reading.keys[p]]:
        return p + 1
    return p


_OPENS_PHRASE = FormCache(lambda key: key in ("من", "فيما", "امس") or WORDS[key].particle == "quantifier" or WORDS[key].stem in rule_words("upon") or any(key in rule_words(name) for name in ("in_answer", "instead_of", "several_of", "repeatedly", "without")))
"""Folded form → whether it is one with which the phrases of `_set_phrase_end` begin."""


def _set_phrase_end(reading, p, limit):
    """Return the token after a set phrase that begins at p, as below, or p if none does."""
    word = reading.words[p]
    if _is_upon(reading, p):
        # `أعلن الوزير بناء على طلب من النقابة | تأجيل …`
        p = object_of_preposition(reading, p + 2, limit)
        return object_of_preposition(reading, p + 1, limit) if p < limit and reading.keys[p] == "من" else p
    if (end := answer_end(reading, p, limit)) > p:
        return end
    if word.particle == "quantifier" and reading.keys[p + 1:p + 2] == ["من"] and p + 2 < limit and reading.keys[p + 2] in rule_words("times"):
        # `انتقد الوزير أكثر من مرة | خطة النقابة`
        return p + 3
    if p + 1 < limit and (reading.keys[p] in rule_words("several_of") and reading.keys[p + 1] in rule_words("repeatedly") or reading.keys[p] in rule_words("repeatedly") and reading.keys[p + 1] in rule_words("several_of")):
        # `هدد الوزير عدة مرات | بالإضراب`
        return p + 2
    if (end := _saying_nothing(reading, p, limit)) > p:
        return end
    if reading.keys[p] == "فيما" and p + 2 < limit and reading.keys[p + 1] in rule_words("concerning"):
        # `أكد الوزير | فيما يخص الأسعار | أن …`
        return object_of_preposition(reading, p + 2, limit)
    if reading.keys[p:p + 2] in (["امس", "الاول"], ["فيما", "بعد"]):
        return p + 2
    return p


def answer_end(reading, p, limit):
    """`أوضح الوزير | ردا على سؤال صحفي | أن …`, `| نيابة عن الرئيس |`: return the token after what is answered, or for whom somebody speaks, at p; or p where nothing is."""
    if p + 2 >= limit or not (reading.keys[p] in rule_words("in_answer") and reading.keys[p + 1] in ("علي", "عن") or reading.keys[p] in rule_words("instead_of") and reading.keys[p + 1] == "عن"):
        return p
    return object_of_preposition(reading, p + 2, limit)


def _saying_nothing(reading, p, limit):
    """`أكد الوزير | من دون أن يذكر تفاصيل | أن …`: return the token after what somebody does not do at p, or p where nothing of the kind stands."""
    k = p + (reading.keys[p] == "من")
    if k + 3 >= limit or reading.keys[k] not in rule_words("without") or reading.keys[k + 1] != "ان" or reading.kinds[k + 2] != WORD or not reading.words[k + 2].verb:
        return p
    return reading.noun_phrase(k + 3, limit) if reading.starts_noun_phrase(k + 3) else k + 3


def _entitled(word):
    """`كتابه المعنون | "الحرب"`, `حركة | "الأمل"`: say whether a name in marks belongs to the word before it."""
    return word is not None and word.stem.removeprefix("ال") in named_heads() | rule_words("entitled")


def _ends_sentence(reading, p):
    """Say whether nothing but a mark stands in the sentence from token p on."""
    end = reading.sentence_end(p - 1)
    return p >= end or p + 1 == end and reading.kinds[p] == PUNCT


def object_of_preposition(reading, p, limit):
    """Return the token after a preposition's noun phrase; it stops before a title or name that begins anew."""
    if p >= limit:
        return limit
    if reading.kinds[p] == QUOTE and p in reading.opens:
        return reading.opens[p].last + 1 if reading.is_name(reading.opens[p]) or _heard_there(reading, p, limit) else p
    if reading.tokens.forms[p] == "(" and (end := skip_parenthesis(reading, p, min(p + 6, limit))) > p + 2:
        # `صرح لـ | (كونا) | السفير سامي حداد بأن …`
        return end
    start, complete = p, False
    while p < limit:
        word, kind = reading.words[p], reading.kinds[p]
        if kind == QUOTE and p in reading.opens and reading.is_name(reading.opens[p]) and p > start and not (reading.words[p - 1] is not None and reading.words[p - 1].particle):
            after = reading.opens[p].last + 1
            told = p == start + 1 and reading.words[start] is not None and reading.words[start].stem in documents()
            if (complete or told) and after - p > 3 and p + 1 not in reading.mention_in and _ends_sentence(reading, after) and not _entitled(reading.words[p - 1]):
                # `قال سامي حداد من الدفاع المدني | "قتل شخصان".`, `في بيان | "السوق مغلق".`
                break
            if complete and after - p == 3 and after < limit and reading.words[after] is not None and reading.words[after].definite:
                # `أعلنت فصائل في الجنوب السوري | "فشل" المفاوضات`
                break
            p, complete = after, True
            continue
        if kind in (LATIN, NUMBER):
            # `كشف مسؤول لـCNN | تفاصيل جديدة`
            complete = complete or kind == LATIN
            p += 1
            continue
        if p > start and reading.tokens.forms[p] == "/" and p + 1 < limit and _is_month(reading, p - 1) and _is_month(reading, p + 1):
            # `في 7 مايو/ أيار الجاري`
            p += 2
            continue
        if word is not None and p > start and word.prep == "ل" and p in reading.mention_at and reading.words[p - 1] is not None and is_possessive(reading.words[p - 1]) and not word.conj:
            # `خلال زيارته لأنقرة`: where he goes belongs to his visit.
            p, complete = reading.mention_at[p][1], True
            continue
        if p > start and word is not None and _meets(reading, start, p):
            # `أكد الملك خلال لقائه رئيس الوزراء | أهمية التعاون`
            p = max(reading.noun_phrase(p, limit), p + 1)
            break
        if word is None or p > start and (word.conj or word.prep or word.verb or reading.keys[p] in publishing_verbs() or reading.anonymity_end(p) > p or was_held(reading, p) or _got_it(word) or _begins_anew(reading, start, p)):
            break
        if p in reading.mention_at and p > start and reading.mention_at[p][0].kind != "demonym":
            if complete or p > start + 1 and (before := reading.words[p - 1]) is not None and not before.definite and not before.particle and p - 1 not in reading.mention_in and is_adjective(before) and reading.words[p - 2] is not None and (reading.words[p - 2].stem in known_nouns() or reading.words[p - 2].stem in rule_words("occasion")):
                # `انتقد الوزير خلال مؤتمر صحفي | روسيا`: behind its adjective an indefinite noun is in no construct.
                break
            p, complete = reading.mention_at[p][1], True
            continue
        if word.particle in ("adverb", "time_noun", "month", "quantifier", "demonstrative"):
            complete = complete or word.particle == "adverb" and p > start
            p += 1
            continue
        if word.particle:
            if p == start and word.particle == "preposition":
                p += 1
                continue
            break
        if p in reading.mention_at:
            p, complete = reading.mention_at[p][1], True
            continue
        if p == start + 2 and in_strongest(reading, start) and not is_adjective(word):
            # `أدانت الوزارة بأشد العبارات | القصف`
            break
        if complete and p == start + 1 and reading.words[start] is not None and reading.words[start].prep == "ب" and reading.words[start].definite and reading.words[start].stem.removeprefix("ال") in manner_nouns() and not is_adjective(word):
            # `رفضت بالإجماع | الالتماس`
            break
        if p == start + 1 and word.stem in verbal_nouns() and not word.definite and _unknown_place(reading, start):
            # `ناشطون من حوران | إجراء الانتخابات`
            break
        if complete and accusative_noun(word):
            # `رفضت محكمة في العاصمة | طعنا في الحكم`
            break
        if complete and not word.definite and (word.stem in common_nouns() and not word.stem.endswith(("ا", "ي", "ية")) or word.stem in verbal_nouns() or word.stem in rule_words("noun_in_iya")):
            # `للصحافة | اعتقال المراسلين`: a construct begins behind a noun with the article.
            break
        complete = word.definite or is_possessive(word) or reading.is_place(p)
        p += 1
    return copy_end(reading, _told_there(reading, start, max(p, start + 1), limit), limit)


def _told_there(reading, start, p, limit):
    """`رفض الوزير في تصريح | لقناة الضحى | القرار`, `في حديث | لـ"الضحى" | القانون`: return the token after the medium to which the speech at `start` is made, or p where none stands there."""
    spoken, word = reading.words[start], reading.words[p] if p + 1 < limit else None
    if word is None or p > start + 2 or spoken is None or spoken.definite or spoken.stem not in rule_words("occasion") and spoken.stem not in rule_words("spoken"):
        return p
    bare = word.stem.rstrip("ـ") == "ل"
    if not bare and not (word.prep == "ل" and not word.conj and word.stem in named_heads() and word.stem in addressees()):
        return p
    if reading.kinds[p + 1] == QUOTE:
        return reading.opens[p + 1].last + 1 if p + 1 in reading.opens and reading.is_name(reading.opens[p + 1]) else p
    end = p + 1
    while end < limit and reading.words[end] is not None and (end == p + 1 or reading.words[end].definite and is_adjective(reading.words[end])):
        end += 1
    object_follows = end < limit and reading.words[end] is not None and reading.words[end].definite
    return end if object_follows and not bare else p


def _meets(reading, start, p):
    """`خلال لقائه | وفدا من النقابة`, `لدى استقباله | السفير`: say whether a noun of meeting with its pronoun stands at `start`, and whom one meets at p."""
    word, met = reading.words[p], reading.words[start]
    if met is None or p > start + 2 or word.prep or word.conj or word.verb or not without_pronoun(met.stem) or not any(base in rule_words("meets") for base, pronoun in without_pronoun(met.stem) if pronoun != "هما"):
        return False
    if word.definite and any(base in rule_words("meets_event") for base, _ in without_pronoun(met.stem)):
        # `لدى مخاطبته أمس | اللقاء الجامع`
        return True
    return p in reading.mention_at and reading.mention_at[p][0].kind != "demonym" or word.stem.removesuffix("ا") in speaking_nouns() or actor_like(reading, (p, p + 1)) and word.stem not in verbal_nouns()


def _unknown_place(reading, p):
    """`ناشطون من | حوران`: say whether what stands behind من or في at token p is in no list of nouns and looks like none."""
    word = reading.words[p]
    return reading.keys[p - 1] in rule_words("where_from") and word is not None and not (word.prep or word.conj or word.definite or word.particle) and len(word.stem) > 3 and word.stem not in known_nouns() and word.stem not in common_nouns() and not word.stem.startswith("م") and not word.stem.endswith(("ات", "ين", "ي", "ية"))


def _heard_there(reading, p, limit):
    """`في حديث إلى | "صوت الوادي"، أن …`: say whether a few words in marks at p are whom it was told, since a clause with أن begins right behind them."""
    quotation = reading.opens[p]
    after = quotation.last + 1
    after += after < limit and reading.tokens.forms[after] in COMMAS
    return quotation.closed and quotation.last - p <= 4 and after < limit and reading.kinds[after] == WORD and is_complementizer(reading.keys[after])


def was_held(reading, p):
    """`في مؤتمر صحفي | عقد في بيروت`: say whether a passive that tells where an occasion was stands at p, with its preposition behind it."""
    after = reading.words[p + 1] if reading.keys[p] in rule_words("was_held") and p + 1 < len(reading.words) else None
    return after is not None and (after.particle == "preposition" or after.prep in ("ب", "ل"))


def _is_upon(reading, p):
    return reading.words[p].stem in rule_words("upon") and p + 2 < len(reading.words) and reading.words[p + 1] is not None and reading.words[p + 1].particle == "preposition"


def _is_month(reading, p):
    return reading.words[p] is not None and reading.words[p].particle == "month"


def copy_end(reading, p, limit):
    """`في بيان | تلقت الوكالة نسخة منه | إدانتها`, `في بيان | تلقته وكالة الضحى (وض) | أن`: return the token after the clause that says who got it, or p where none begins."""
    if p >= limit or reading.words[p] is None:
        return p
    if _got_it(reading.words[p]):
        end = max(reading.noun_phrase(p + 1, limit), p + 1)
        return skip_parenthesis(reading, end, limit) if end < limit and reading.tokens.forms[end] == "(" else end
    if reading.words[p].stem not in rule_words("received") and reading.words[p].stem not in rule_words("came_by"):
        return p
    return next((k + 1 for k in range(p + 1, min(p + 9, limit)) if reading.keys[k] in rule_words("of_it")), p)


def _got_it(word):
    """`في بيان | تلقته الوكالة`: say whether a word is a verb of receiving whose object stands before it."""
    return word.stem.endswith("ه") and word.stem[:-1] in rule_words("received")


def _is_deed(word):
    """Say whether a noun with ال is for a deed (الرفض، الاتهامات), neither somebody nor a text; it is no adjective."""
    bare = word.stem[2:]
    return (bare in verbal_nouns() or bare.endswith("ات") and bare in common_nouns()) and bare not in speaking_nouns() and bare not in documents()


def _is_thing(word, before=None):
    """Say whether a noun with ال is certainly neither an adjective nor what somebody is called, so that it can stand behind no other noun with ال."""
    bare = word.stem[2:]
    if not word.definite or word.particle or word.prep or word.conj or is_adjective(word) or bare in human_titles() or bare.removesuffix("ة") in numerals() or _ACTIVE(bare) or bare.endswith("ية"):
        return False
    features = noun_features().get(bare)
    if features == ("m", "p") and before is not None:
        # not `الدول | الأعضاء`
        return not before.stem.endswith("ات") and before.stem[2:] not in noun_features()
    return bare in verbal_nouns() or features is not None or bare in common_nouns() and (bare.endswith(("ون", "ين")) or bare[0] != "م" and bare.endswith(("ة", "ات")))


_ACTIVE = re.compile("[^ا]ا..ة$").match
"""`دائرة`, `قائمة`: a feminine that is as often an adjective."""


def _begins_anew(reading, start, p):
    """Say whether another phrase begins at p: a definite or construct one behind an indefinite one (`في بيان | هذه الخطوة`,
    `في مؤتمر صحفي | مقتل المدنيين`), or one behind a place (`لأنقرة | التوصل إلى …`)."""
    word, before = reading.words[p], reading.words[p - 1]
    if p == start + 1 and reading.keys[p - 1] in rule_words("own_side") and reading.keys[p - 2] in ("من", "ومن"):
        # `انتقد الوزير من جانبه | القرار`
        return True
    if before is None and p not in reading.mention_in:
        # `أعلنت البلاد في عام 1991 | استقلالها`: nothing is counted by a year.
        if reading.kinds[p - 1] == QUOTE:
            # `أكد على موقع "تويتر" | تضامنه`
            return is_possessive(word) or _is_thing(word)
        year = reading.kinds[p - 1] == NUMBER and len(reading.tokens.forms[p - 1]) == 4 and reading.tokens.forms[p - 1].isdigit()
        return year and (is_possessive(word) or word.stem in verbal_nouns() or word.definite and not is_adjective(word) and not word.particle)
    if before is None or p in reading.mention_in:
        return False
    if before.particle == "adverb" and word.definite and not word.particle and not is_adjective(word):
        # `رفض الوزير في كلمة أمس | الخطة`
        return True
    held = reading.mention_in.get(p - 1)
    if held is not None:
        return word.particle == "quantifier" or word.particle == "demonstrative" and reading.keys[p] not in rule_words("there_is") or held.kind in ("name", "metonym") and (word.definite and not is_adjective(word) or is_possessive(word)) or held.kind == "demonym" and before.definite and p > start + 1 and (_is_thing(word) or is_possessive(word))
    if reading.is_place(p - 1):
        return word.particle == "quantifier" or word.definite and not is_adjective(word) or is_possessive(word)
    since = start and reading.words[start - 1] is not None and reading.words[start - 1].particle == "preposition" and not before.definite
    # `أعلن الأردن قبل أسبوع | عدم قدرته`
    if before.particle == "adverb" and reading.keys[p - 1] in rule_words("only"):
        # `أحصت الوزارة قبل ستة أيام فقط | عددا أكبر`
        return True
    if p == start + 1 and reading.keys[p - 1] in rule_words("opening_of"):
        # `طالب الوزير في بداية الاجتماع | بالهدوء`, `في أول بيان له | بالهدوء`
        return False
    if before.particle in ("time_noun", "adverb", "month") and (since or before.particle == "month" or reading.keys[p - 1].startswith("ال")) and (is_possessive(word) or word.stem in verbal_nouns() or reading.keys[p - 1].startswith("ال") and (_is_thing(word) or word.particle == "quantifier")):
        # `في بيان الجمعة | مسؤوليتها`
        return True
    if is_possessive(before) and word.definite and not word.particle and not is_adjective(word) and not word.stem.endswith(("ة", "ات", "ين", "ون")) and word.stem[2:] in common_nouns() and word.stem[2:] not in speaking_nouns() and word.stem[2:] not in human_titles():
        # `ثمن الوزير خلال مشاوراته | المستوى المتميز`
        return True
    if before.definite and (word.particle == "demonstrative" and reading.keys[p] not in rule_words("there_is") and not is_title(before) or word.definite and not word.particle and not word.prep and not is_adjective(word) and _is_deed(word) and not before.stem.endswith("ات")):
        # `نفى الوزير في البرلمان | الاتهامات`: a noun with ال is no construct.
        return True
    if before.definite and p > start and (_is_thing(word, before) and before.stem[2:] not in human_titles() and before.stem[2:] not in rule_words("platform") or word.particle == "quantifier" and p + 1 < len(reading.words) and reading.words[p + 1] is not None and reading.words[p + 1].definite):
        # `انتقد الوزير أمام البرلمان | الدول الأوروبية`: nor a second noun with ال.
        return True
    own = is_possessive(word) and any(base in verbal_nouns() or base in common_nouns() or base in speaking_nouns() for base, _ in without_pronoun(word.stem))
    if before.definite and own and word.stem not in rule_words("oneself") and reading.keys[start - 1] != "من":
        # `نفى الوزير أمام المجلس | صلته بالشركة`: nor is one with a pronoun.
        return True
    if before.definite or before.particle or is_possessive(before) and word.particle == "demonstrative":
        return False
    if p == start + 1 and (is_text(before) or before.stem in rule_words("occasion")) and own_attitude(reading, p):
        # `أعلنت الوزارة في بيان | رفضها للقرار`
        return True
    following = reading.words[p + 1] if p + 1 < len(reading.words) else None
    if p == start + 2 and reading.words[start] is not None and reading.words[start].stem in rule_words("way"):
        # `رفضت الشركة بشكل جازم | الطلبات`
        return True
    if word.particle == "quantifier":
        return p - 1 > start or before.prep != "" or before.stem in documents()
    if word.particle == "demonstrative":
        return following is not None and following.definite
    construct = word.stem in verbal_nouns() or word.stem in common_nouns() and following is not None and following.definite
    begins = construct and not word.definite and not is_adjective(word) and following is not None and not following.particle and not following.prep
    if before.stem in documents() and p - 1 == start and not before.prep:
        # `في بيان | وقف الحرب`, `في بيان | السيطرة على البلدة`
        return begins or word.definite and word.stem[2:] in verbal_nouns() and word.stem[2:] not in documents()
    if begins and p - 1 > start and reading.words[start] is not None and reading.words[start].stem in reading.registry.first_names:
        # `لسامي حداد | ضرورة فتح السوق`
        return True
    return (begins or word.definite or own) and p - 1 > start and len(before.stem) > 3 and is_adjective(before)


def own_attitude(reading, p):
    """Say whether p is a reporting or attitude noun with its pronoun (رفضها، استعداده)."""
    told = any(r.form.pos == "noun" and r.form.pronoun for r in CUE_READINGS[reading.keys[p]])
    return told or any(base in attitudes() for base, _ in without_pronoun(reading.words[p].stem))


def skip_relative(reading, p, limit, cue):
    """Return the token at which a relative clause that begins at p ends: the comma, or the cue's own complement."""
    depth, inner = 0, p
    for k in range(p + 1, limit):
        key = reading.keys[k]
        if k <= inner:
            continue
        if k == inner + 1 and k in reading.opens and k > p + 1:
            # `أيده سامي حداد، الذي اعتبر أن | «الطرفين منهكان»`: what the verb within says.
            inner = reading.opens[k].last
            continue
        if reading.kinds[k] == QUOTE and k in reading.opens and depth > 0 and reading.words[p].particle == "subordinator":
            # `شهد المؤتمر تصفيقا عندما قال رئيسه "…"`: the inner verb's quotation.
            return limit
        if reading.tokens.forms[k] in ("،", ",", "؛", ":") or reading.kinds[k] == QUOTE and k in reading.opens:
            return k
        if depth == 0 and cue.takes_object and k > p + 2 and reading.kinds[k] == WORD and _object_behind(reading, k, reading.tokens.forms[p - 1] in COMMAS):
            return k
        if depth == 0 and cue.takes_clause and k > p + 2 and reading.tokens.forms[p - 1] not in COMMAS and reading.kinds[k] == WORD and _deed_behind(reading, k, cue):
            return k
        if depth == 0 and reading.kinds[k] == WORD and k > p + 1 and (preposition := preposition_at(reading, k, cue.prepositions)) and (
                not cue.takes_clause or cue.act == "demand" and (preposition in cue.objects or preposition == cue.governs[0]) and k + 1 < limit and not reading.is_place(k + 1) and k + 1 not in reading.mention_in or preposition == "عن" and k > p + 2 and not any(r.form.pos == "noun" and preposition in r.cue.prepositions for r in CUE_READINGS[reading.keys[k - 1]])):
            return k
        if reading.kinds[k] == WORD and is_complementizer(key):
            if depth == 0 or cue.lemma == "قال" and "إ" in reading.tokens.forms[k] and not any(r.cue.lemma == "قال" for t in range(p + 1, k) for r in CUE_READINGS[reading.keys[t]]):
                # `قال الوزير الذي اقترح الخطة | إنها …`: إن stands behind قال alone.
                return k - 1 if preposition_at(reading, k - 1, cue.prepositions) and reading.words[k - 1].particle == "preposition" else k
            depth, inner = depth - 1, k
        elif any(r.form.pos in FINITE and not r.form.pronoun and r.cue.takes_clause for r in CUE_READINGS[key]) and not talks_to(reading, k) and reading.anonymity_end(k) == k and not (k == p + 1 and takes_noun(reading, k)):
            depth = 1
    return limit


def talks_to(reading, k):
    """`العمال الذين | تحدثوا إلى الصحيفة`: say whether a verb of talking stands at k with whom one talks to behind it, so that it needs no clause."""
    after = reading.keys[k + 1] if k + 1 < len(reading.keys) else ""
    return (after in rule_words("talked_to") or after[:2] == "لل") and any(fold(r.cue.lemma) in rule_words("talks") for r in CUE_READINGS[reading.keys[k]])


def takes_noun(reading, k):
    """`قال الوزير الذي | رفض الخطة إن …`: say whether a verb that mostly takes a noun stands at k with a thing right behind it."""
    after = reading.words[k + 1] if k + 1 < len(reading.words) else None
    thing = after is not None and after.definite and k + 1 not in reading.mention_in and (after.stem[2:] in verbal_nouns() or after.stem[2:] in documents() or after.stem[2:] in common_nouns() and after.stem[2:] not in speaking_nouns())
    return thing and all(r.cue.governs[0] == "obj" for r in CUE_READINGS[reading.keys[k]] if r.form.pos in FINITE)


def _object_behind(reading, k, inserted):
    """Say whether a phrase that the relative clause before it cannot hold begins at k: `رفض الوزير الذي يزور أنقرة | هذه الاتهامات`. One that is inserted between commas goes on to the second."""
    word, before = reading.words[k], reading.words[k - 1]
    if before is None or word.conj or word.prep or not (before.definite or is_possessive(before) or k - 1 in reading.mention_in or reading.is_place(k - 1)):
        return False
    if not inserted and (before.definite or (reading.is_place(k - 1) or k - 1 in reading.mention_in) and k not in reading.mention_in) and _is_thing(word, before):
        # `رفض الوزير الذي يزور المنطقة | القرار`
        return True
    following = reading.words[k + 1] if k + 1 < len(reading.words) else None
    if following is None:
        return False
    if word.particle == "demonstrative":
        return following.definite
    if word.particle == "quantifier":
        return True
    noun = word.stem in verbal_nouns() or word.stem in common_nouns() and following.definite
    return noun and word.particle is None and not word.definite and not is_adjective(word)


def _deed_behind(reading, k, cue):
    """`شدد الوزير الذي يزور المنطقة | على ضرورة الحوار`, `… | برفض الخطة`: say whether the preposition that the cue mostly takes stands at k, with a deed behind it and a whole noun phrase before it."""
    before = reading.words[k - 1]
    if preposition_at(reading, k, cue.prepositions) != next((g for g in cue.governs if g in cue.prepositions), "") or before is None or not (before.definite or before.particle in ("adverb", "time_noun") or is_adjective(before) or reading.is_place(k - 1)):
        return False
    word = reading.words[k]
    deed = reading.words[k + 1] if word.particle == "preposition" and k + 1 < len(reading.words) else word
    return deed is not None and deed.stem.removeprefix("ال") in verbal_nouns()


def skip_parenthesis(reading, p, limit):
    """Return the token after the parenthesis that opens at p, or p + 1 if it is not closed within 15 tokens."""
    for k in range(p + 1, min(p + 16, limit)):
        if reading.tokens.forms[k] == ")":
            return k + 1
    return p + 1


def is_adverb(reading, p):
    """Say whether token p is an adverb, a time or a month (and not a name like ماي), or begins `أكثر من مرة`."""
    word = reading.words[p]
    if p in reading.mention_in or word is None:
        return False
    if word.stem in rule_words("upon") and _is_upon(reading, p):
        return True
    following = reading.words[p + 1] if p + 1 < len(reading.words) else None
    if word.particle == "demonstrative" and not word.conj and following is not None and following.particle == "time_noun" and reading.keys[p + 1].startswith("ال"):
        # `هذا | الأسبوع`
        return True
    return word.particle in ("adverb", "time_noun", "month") or word.particle == "quantifier" and reading.keys[p + 1:p + 2] == ["من"] and p + 2 < len(reading.keys) and reading.keys[p + 2] in rule_words("times")
