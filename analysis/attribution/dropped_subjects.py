"""Whom the clause before a verb without subject names: its subject, the nearest one, or the source that a noun phrase or mention stands for."""

from analysis.actors.mentions import HEAD
from analysis.attribution.adverbials import skip_adverbial
from analysis.attribution.complements import has_pronoun
from analysis.attribution.features import actor_like, bare_noun, phrase_features, speaking_nouns
from analysis.attribution.memory import agree, as_its_phrase, as_its_verb, together, verb_by_place
from analysis.attribution.objects import is_title, subject_end
from analysis.cues import CUE_READINGS, FINITE_CUES
from analysis.datelines import dateline_end
from analysis.inflection import without_pronoun
from analysis.text import fold
from analysis.wordlists import common_nouns, documents, human_titles, known_nouns, quantities, rule_words, verbal_nouns
from analysis.words import COMMAS, NUMBER, PUNCT, WORD


def object_said(reading, draft):
    """Say whether a verb without و right behind a noun is followed by إن with a pronoun: `سجون قالت إنها …`."""
    i = draft.anchor
    before, after = reading.words[i - 1], reading.words[i + 1] if i + 1 < len(reading.words) else None
    what = before is not None and reading.keys[i - 1] in rule_words("of_what")
    return (not reading.words[i].conj and before is not None and (what or before.particle not in ("complementizer", "conjunction", "subordinator", "pronoun"))
            and has_pronoun(after))


def _is_object(reading, i):
    """`عين | وزيرا جديدا`, `أصدرت | بيانا`: say whether a known noun in the accusative without ال stands at i, with no noun with ال behind it (`ثلثا النواب`)."""
    word, form = reading.words[i], reading.tokens.forms[i]
    held = reading.mention_in.get(i)
    if word is None or word.definite or word.particle or word.prep or word.conj or held is not None and held.kind not in ("title", "new") or not word.stem.endswith("ا"):
        return False
    if held is not None:
        # `انتخب | رئيسا لفرنسا`
        return word.stem[:-1] in human_titles() and reading.mention_at.get(i) is not None
    after, bare = reading.words[i + 1] if i + 1 < len(reading.words) else None, word.stem[:-1]
    known = bare in known_nouns() or bare in speaking_nouns() or bare in documents()
    return "\u064b" in form[-2:] or known and not (after is not None and after.definite)


def nearest_subject(reading, draft, identify, start):
    """`بعد تهديد النقابة بالإضراب، نشرت الشرطة صورة لما | قالت إنه بيان`: the subject right behind the last verb before the draft's, as a source, if he can speak and agrees; else None."""
    for k in range(draft.anchor - 2, start - 1, -1):
        if reading.kinds[k] != WORD or k in reading.mention_in or not (reading.words[k].verb or FINITE_CUES[reading.keys[k]]) or reading.keys[k + 1] in rule_words("of_what"):
            continue
        if reading.words[k - 1] is not None and k > start and reading.words[k - 1].particle in ("relative", "complementizer"):
            return None
        first = k + 1
        if not reading.starts_noun_phrase(first) or _cannot_act(reading, first) or _is_object(reading, first):
            continue
        end = subject_end(reading, first, draft.anchor, True)
        source = as_its_verb(reading, k, as_its_phrase(reading, (first, end), identify(first, end))) if end > first and actor_like(reading, (first, end)) else None
        return source if source is not None and agree(draft.gender, draft.number, source) else None
    return None


def phrase_source(reading, i, draft, identify):
    """The noun phrase that begins at i as a source, if it can speak and agrees."""
    if i < draft.anchor and reading.kinds[i] == NUMBER:
        # `أن 50 شركة أعلنت …`
        i += 1
    if i >= draft.anchor or not reading.starts_noun_phrase(i):
        return None
    end = subject_end(reading, i, draft.anchor, True) if draft.anchor + 1 < len(reading.keys) and reading.keys[draft.anchor + 1] in rule_words("therein") else reading.noun_phrase(i, draft.anchor)
    if end == i or not actor_like(reading, (i, end)):
        return None
    source = identify(i, end)
    second = reading.mention_at.get(end) if draft.number in ("d", "p") and end < draft.anchor and reading.words[end] is not None and reading.words[end].conj else None
    if second is not None:
        # `إن ترامب وماكرون تعهدا`
        source = source._replace(beside=(identify(end, second[1]),))
    return source if agree(draft.gender, draft.number, source) else None


def mention_source(reading, k, draft, identify):
    """The mention that begins at token k as a source, if it agrees; adjectives of nationality do not count."""
    found = reading.mention_at.get(k)
    if found is None or found[0].kind == "demonym" and reading.words[k] is not None and not reading.words[k].stem.endswith("ون"):
        return None
    if k and _where(reading, found[0], reading.words[k - 1]):
        return None
    source = identify(k, found[1])
    return source if agree(draft.gender, draft.number, source) else None


def _where(reading, mention, before):
    """`(شرق لبنان)`: say whether a state is only where something happens."""
    return before is not None and before.stem in rule_words("quarter") and reading.is_state(mention)


def _behind_told(reading, verb, first, limit):
    """`تحدثت لوكالتنا | المواطنة ليلى حداد، وقالت إن …`: return the token behind one word for whom a verb of saying tells, where somebody with a title or a name stands there; else `first`."""
    if first + 2 >= limit or reading.words[first] is None or not any(r.cue.act == "say" for r in CUE_READINGS[reading.keys[verb]]):
        return first
    told = first + 1 if reading.words[first].prep == "ل" else first + 2 if reading.keys[first] in rule_words("told_to") else first
    behind = reading.words[told] if told > first else None
    return told if behind is not None and (behind.definite and is_title(behind) or told in reading.mention_at and reading.is_person(reading.mention_at[told][0])) else first


def clause_subject(reading, draft, identify, start):
    """The subject of the clause that a participle belongs to: behind the sentence's first verb, else its first name."""
    if start == reading.sentence_start(start) and reading.tokens.sentence_of[start] < HEAD:
        # `دبي (CNN) – استعرضت الوزارة الملف ودافعت …`
        start = min(dateline_end(reading.tokens, start, reading.sentence_end(start)), draft.anchor)
        start += start < draft.anchor and reading.kinds[start] == PUNCT
    if reading.keys[start].removeprefix("و") in rule_words("in_answer") or draft.rule == "by_saying" and (head := reading.words[start]) is not None and (head.particle in ("preposition", "adverb", "time_noun") or head.prep):
        # `وردا على سؤال عن السوق، | اكتفى الوزير بالقول إن …`, `وخلال المؤتمر، | اكتفى الوزير بالقول إن …`
        start = next((k + 1 for k in range(start, draft.anchor - 1) if reading.tokens.forms[k] in COMMAS), start)
    opening = skip_adverbial(reading, start, draft.anchor) if start < draft.anchor and reading.kinds[start] == WORD else start
    crowd = next((found for k in {start, opening} if (found := _crowd(reading, k + 1, draft.anchor, identify)) is not None), None) if draft.number == "p" or draft.rule == "noun_demand" else None
    if crowd is not None:
        return crowd
    last = draft.anchor - 1
    if draft.kind == "participle" and start < last < start + 10 and reading.kinds[last] == WORD and last not in reading.mention_in and reading.words[last].verb and not reading.words[last].conj:
        # `العمال يتظاهرون | مطالبين بـ…`
        before = _before_verb(reading, draft, identify, start, last)
        if before is not None:
            return before
    for k in range(start, min(last, start + 10)):
        if reading.kinds[k] == WORD and k not in reading.mention_in and not (k > start and reading.keys[k - 1] == "من") and (reading.words[k].verb or FINITE_CUES[reading.keys[k]] or k in (start, opening) and _opens_as_verb(reading, draft, k)):
            # Behind قد stands the verb.
            first = _behind_told(reading, k, k + 1 + (reading.keys[k] in rule_words("already") and k + 2 < draft.anchor), draft.anchor)
            if k > start and draft.kind == "finite" and reading.mention_at.get(start, (None, start))[1] == k:
                # `لافروف يلتقي نظيره الألماني ويؤكد`: the subject stands before the first verb.
                source = as_its_verb(reading, k, identify(start, k))
                if agree(draft.gender, draft.number, source):
                    return source
            before = _before_verb(reading, draft, identify, start, k)
            if before is not None:
                return before
            if _his_text(reading, first):
                return None
            end = subject_end(reading, first, draft.anchor, True) if reading.starts_noun_phrase(first) and not _cannot_act(reading, first) and not _is_object(reading, first) else first
            if end > first and (draft.rule == "by_saying" or actor_like(reading, (first, end)) or (draft.number in ("d", "p") or draft.rule == "noun_demand") and phrase_features(reading, (first, end))[1] in ("d", "p") or end - first <= 3 and not reading.words[first].definite):
                source = as_its_verb(reading, k, as_its_phrase(reading, (first, end), identify(first, end)))
                if draft.number == "d" and (both := _with_others(reading, draft, identify, end, source)).beside and agree(draft.gender, draft.number, both):
                    # `بحث سامي حداد وكريم نصار الأزمة، وأكدا أن …`
                    return both
                if agree(draft.gender, draft.number, source) or draft.rule == "noun_demand":
                    return _with_others(reading, draft, identify, end, source)
            break
    for k in range(start, draft.anchor):
        found = reading.mention_at.get(k)
        if found is None or found[0].kind == "demonym" or found[0].kind in ("title", "new") and _is_object(reading, k):
            continue
        before = reading.words[k - 1] if k > 0 else None
        if draft.kind == "finite" and before is not None and before.particle == "complementizer" and k == start + 2 and FINITE_CUES[reading.keys[start]] and not _is_recalled(reading, start):
            # `ويعتقد أن الوزير يريد الاستقرار، وقال إن …`: whom it is believed of does not go on; but `ويذكر أن النقابة أغلقت السوق، | وطالبت بـ…`.
            continue
        if before is not None and (before.particle == "preposition" and not (k == start + 1 and before.stem in rule_words("comments_too") and reading.is_person(found[0])) or _where(reading, found[0], before)) or reading.words[k] is not None and reading.words[k].prep or reading.is_medium(found[0]) or reading.keys[k] in rule_words("medium"):
            continue
        source = identify(k, found[1])
        if agree(draft.gender, draft.number, source):
            return source
    return _whose_words(reading, draft, identify, start)


def _is_recalled(reading, k):
    """`ويذكر أن`: say whether the verb at k has nobody for its subject."""
    return any(r.form.pos == "imperfect" and r.form.gender == "m" and r.form.number == "s" and fold(r.cue.lemma) in rule_words("told_of") for r in CUE_READINGS[reading.keys[k]])


def _crowd(reading, i, limit, identify):
    """`تجمع نحو | عشرة آلاف كردي`, `تدفق | المئات إلى الشوارع`: those who are counted at token i, as a source in the plural; else None."""
    if i >= limit or reading.words[i - 1] is None or reading.words[i - 1].definite or reading.words[i - 1].particle or reading.words[i - 1].prep:
        return None
    i += reading.keys[i] in rule_words("about_as_many")
    word = reading.words[i] if i < limit else None
    if word is None or word.stem not in rule_words("numeral") and word.stem.removeprefix("ال") not in rule_words("crowd"):
        return None
    end = max(reading.phrase_end(i + 1, limit, i), i + 1)
    # `خرج | الآلاف`: ordinary people.
    party = {"party": "civilians"} if end == i + 1 else {}
    return identify(i, end)._replace(gender="m", number="p", **party)


def _with_others(reading, draft, identify, end, source):
    """`قطعت تونس والجزائر علاقاتهما بالشركة، متهمة إياها …`: return the subject that ends at `end` with those who are joined to it, for a participle, a dual or a plural."""
    others = []
    while (draft.kind == "participle" or draft.number in ("d", "p")) and end < draft.anchor and end in reading.mention_at and reading.words[end] is not None and reading.words[end].conj:
        # `وزراء الخارجية الروسي سيرغي لافروف | والإيراني محمد جواد ظريف`
        found, last = reading.mention_at[end]
        if found.kind == "demonym":
            nation, last = last, subject_end(reading, end, draft.anchor, True)
            if draft.number != "p" or last == nation:
                break
        others.append(identify(end, last))
        end = last
    if not others and draft.number == "d" and end < draft.anchor and reading.words[end] is not None and reading.words[end].conj and reading.starts_noun_phrase(end):
        # `التقى المدير | ونظيره الفرنسي، وتعهدا بـ…`
        last = max(reading.noun_phrase(end, draft.anchor), end + 1)
        others = [identify(end, last)] if actor_like(reading, (end, last)) else []
    return together([source, *others])[0] if others else source


def _before_verb(reading, draft, identify, start, k):
    """`لكن المصدر كذب النبأ مؤكدا …`: return who stands right before the clause's verb at k, behind nothing but a conjunction, as a source, or None."""
    for first in range(start, min(start + 2, k)):
        if reading.starts_noun_phrase(first) and not (first > start and reading.words[first - 1] is not None and reading.words[first - 1].particle == "preposition") and (reading.words[first] is None or reading.words[first].stem not in rule_words("happened")) and reading.noun_phrase(first, k) == k and actor_like(reading, (first, k)):
            source = as_its_verb(reading, k, as_its_phrase(reading, (first, k), identify(first, k)))
            return source if agree(draft.gender, draft.number, source) else None
    return None


def _his_text(reading, i):
    """`ووجه | خطابه إلى خصومه قائلا …`: say whether the noun with a pronoun at i is for what is said, and so an object."""
    word = reading.words[i]
    return word is not None and i not in reading.mention_in and any(base in documents() or base in rule_words("spoken") for base, _ in without_pronoun(word.stem))


def _cannot_act(reading, i):
    """Say whether no subject of a verb of saying begins at i: a demonstrative, or a noun of a thing or deed that is no party."""
    word = reading.words[i]
    if word is None or i in reading.mention_in or word.particle == "quantifier" or word.stem in quantities():
        return False
    bare = bare_noun(word)
    return word.particle == "demonstrative" or (bare in common_nouns() or bare in verbal_nouns()) and bare not in speaking_nouns() and bare not in documents() and not actor_like(reading, (i, i + 1))


def _opens_as_verb(reading, draft, k):
    """Say whether the word at k, the first of its sentence, is a verb by its place, with somebody behind it who can be meant."""
    if draft.rule == "noun_demand" and reading.words[k].particle is None and not reading.words[k].definite and not reading.words[k].prep and reading.starts_noun_phrase(k + 1) and actor_like(reading, (k + 1, reading.noun_phrase(k + 1, draft.anchor))):
        # `تظاهر عمال المصنع احتجاجا على …`: whether a verb or a verbal noun, it is they.
        return True
    first = reading.mention_at.get(k + 1)
    if draft.number == "d" and first is not None and reading.words[k].particle is None and not reading.words[k].definite and first[1] < draft.anchor and reading.words[first[1]] is not None and reading.words[first[1]].conj:
        # `بحث الوزير ونظيره الأزمة، | وأكدا …`
        return True
    if draft.number == "p" and draft.kind == "finite" and not (reading.words[k].particle or reading.words[k].definite or reading.words[k].prep) and _several(reading, k + 1):
        # `ودخل الجنود المدينة | وأعلنوا …`, though دخل is a noun too.
        return True
    if not (verb_by_place(reading, k) or reading.keys[k].removeprefix("و") in rule_words("arouses") and "أ" in reading.tokens.forms[k]):
        return False
    before = reading.words[draft.anchor - 1]
    if (draft.kind == "participle" or before is not None and before.particle == "subordinator") and k + 1 < len(reading.keys) and (reading.keys[k + 1] in rule_words("one_of") or reading.words[k + 1] is not None and not reading.words[k + 1].prep and bare_noun(reading.words[k + 1]) in human_titles()):
        # `صعّد أحد المحامين هجومه، | واصفا …`, `وقاطعه مدير الجلسة | قائلا …`
        return True
    return k + 1 in reading.mention_at or draft.rule == "by_saying" or reading.words[k].particle == "auxiliary" or (draft.number == "p" or draft.rule == "noun_demand") and _several(reading, k + 1)


def _several(reading, i):
    """Say whether a noun for several people begins at i: `اقتحم | الطلاب`, `تظاهر | عدد من العمال`."""
    i += i < len(reading.keys) and reading.keys[i] in rule_words("about_as_many")
    word = reading.words[i] if i < len(reading.words) else None
    if word is None or not (word.definite or word.stem in quantities() or word.stem in rule_words("numeral")):
        return False
    if word.stem in rule_words("numeral") or word.stem.removeprefix("ال") in rule_words("crowd"):
        # `تجمع نحو عشرة آلاف كردي`, `تدفق المئات إلى الشوارع`
        return True
    phrase = i, reading.noun_phrase(i, reading.sentence_end(i))
    return phrase[1] > i and actor_like(reading, phrase) and phrase_features(reading, phrase)[1] == "p"


def _whose_words(reading, draft, identify, start):
    """`جاء ذلك في تدوينة لأوباما على فيسبوك، حيث قال …`: the person behind ل, if he agrees; else None."""
    for k in range(start + 1, draft.anchor):
        found, before = reading.mention_at.get(k), reading.words[k - 1]
        if found is not None and reading.words[k] is not None and reading.words[k].prep == "ل" and reading.is_person(found[0]) and bare_noun(before) in documents():
            source = identify(k, found[1])
            if agree(draft.gender, draft.number, source):
                return source
    return None
