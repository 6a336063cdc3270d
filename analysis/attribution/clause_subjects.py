"""Whether the subject of a clause begins at a token, and what belongs to it behind: titles, names, appositions. `walk` is the walk of `clause`."""

from analysis.attribution.adverbials import is_adverb, object_of_preposition, own_attitude, skip_adverbial
from analysis.attribution.complements import is_complementizer, preposition_at
from analysis.attribution.features import actor_like, speaking_nouns
from analysis.attribution.objects import is_adjective, is_possessive, is_title, subject_end
from analysis.cues import CUE_READINGS, FINITE, FINITE_CUES
from analysis.inflection import pronoun_of, without_pronoun
from analysis.text import fold
from analysis.wordlists import accusative_noun, common_nouns, documents, human_titles, known_nouns, manner_nouns, name_links, rule_words, verbal_nouns
from analysis.words import COMMAS, NUMBER, QUOTE, WORD


def begins_subject(walk, p):
    """Say whether the subject can begin at p: a noun phrase that is no adverb, no object in the accusative and no circumstance."""
    reading = walk.reading
    if p == walk.i + 1 and walk.form.gender == "f" and reading.keys[p] in rule_words("addressing") and walk.form.pos in FINITE and not walk.takes_object:
        # `لكنها استدركت | مخاطبة العمال: "…"`
        return False
    if p == walk.i + 1 and walk.form.gender == "f" and p + 1 < walk.limit and any(r.form.pos == "participle" and not r.form.definite for r in CUE_READINGS[reading.keys[p]]) and (
            is_complementizer(reading.keys[p + 1]) or reading.kinds[p + 1] == QUOTE or reading.tokens.forms[p + 1] == ":"):
        # `وأضافت قائلة إن …`
        return False
    if walk.form.pronoun and walk.cue.act in ("declare", "believe") and reading.tokens.forms[p].endswith(("ا", "اً", "ًا")) and not reading.words[p].definite and p not in reading.mention_in:
        # `حركة تصنفها | تنظيما إرهابيا`: what she is held to be.
        return False
    # Without one of these endings a word is in no accusative, and no feminine participle.
    ending = reading.keys[p][-1] in ("ا", "ة")
    if not (reading.starts_noun_phrase(p) or _unknown_name(reading, p, walk.i, walk.limit)) or is_adverb(reading, p) or ending and _accusative(reading, p):
        return False
    if p > walk.i + 1 and reading.words[p] is not None and reading.words[p].conj and (p not in reading.mention_at or reading.mention_at[p][0].start > reading.tokens.starts[p]) and not (reading.words[p - 1] is not None and reading.words[p - 1].particle == "pronoun"):
        # `البئر التي اكتشفت أمس | ومقرر أن …`, `وأضاف، مع نظيريه الأردني سامي حداد، | والعراقي نبيل فارس، …`: with و it goes on from something else.
        return False
    word = reading.words[p]
    if p > walk.i + 1 and walk.form.pos in FINITE and word is not None and not word.definite and p not in reading.mention_at and word.stem in verbal_nouns() and reading.words[p - 1] is not None and reading.words[p - 1].particle != "pronoun_prepositional" and not actor_like(reading, (p, p + 1)):
        # `وقال ردا على سؤال عن معاهدة | حظر السلاح: …`: what is done says nothing.
        return False
    return not (ending and p == walk.i + 1 and walk.form.pos in FINITE and (_in_a_mood(reading, p) or _circumstance(reading, p) or not walk.form.pronoun and _turned(reading, p)))


def seat_end(walk, p):
    """`أكد المرصد السوري | ومقره لندن | مقتل مدنيين`: return the token after where a body has its seat, or p."""
    q = p + 1 + (walk.reading.keys[p + 1:p + 2] == ["في"])
    seat = q < walk.limit and (q in walk.reading.mention_at or walk.reading.starts_noun_phrase(q))
    return subject_end(walk.reading, q, walk.limit, True) if seat else p


def own_words(walk, p):
    """`تابع حديثه قائلا`, `ختم كلمته`: behind a verb of saying without object his own words are no subject."""
    word = walk.reading.words[p]
    if walk.takes_object or walk.form.pos not in FINITE or word.prep:
        return False
    # `ختم | مقاله بالقول إن …`
    return word.stem in rule_words("own_words") or fold(walk.cue.lemma) in rule_words("closing") and p not in walk.reading.mention_in and any(base in documents() for base, _ in without_pronoun(word.stem))


def clause_behind_comma(walk, p):
    """`وذكر مراسل الشؤون | المحلية في بيروت، سامي حداد، | أن …`: return the أن right behind a comma that opens what is said, with no cue before it, or None."""
    reading = walk.reading
    if not walk.takes_clause or walk.form.pos not in FINITE or walk.form.pronoun or walk.cue.act not in ("say", "declare") and walk.cue.strength != "always":
        return None
    # `ونفى سامي حداد | المسؤول في وزارة الخارجية | أن يكون …`
    apposed = p == walk.clause.end and reading.words[p].definite
    for k in range(p + 1, walk.limit):
        if reading.kinds[k] == WORD and is_complementizer(reading.keys[k]):
            opens = reading.tokens.forms[k - 1] in COMMAS or apposed and k > p + 1 and reading.words[k - 1] is not None and reading.words[k - 1].definite and not CUE_READINGS[reading.keys[k - 1]]
            after = reading.words[k + 1] if k + 1 < walk.limit else None
            return k if opens and reading.keys[k].startswith("ان") and reading.keys[k] != "انا" and not (after is not None and after.conj) else None
        if reading.tokens.forms[k] == ":" or reading.kinds[k] == WORD and k not in reading.mention_in and FINITE_CUES[reading.keys[k]]:
            return None
    return None


def right_behind(walk, p):
    """Say whether nothing but adverbials and commas stand between the subject and token p."""
    k = walk.clause.end
    while k < p:
        step = k + 1 if walk.reading.tokens.forms[k] in COMMAS else skip_adverbial(walk.reading, k, p) if walk.reading.words[k] is not None else k
        if step == k:
            return False
        k = step
    before = walk.reading.words[p - 1]
    # `في مؤتمر عقده الوزير`: with a pronoun, behind an indefinite noun, it is that noun's clause.
    closed = before is None or before.definite or before.particle is not None or bool(pronoun_of(before.stem)) or p - 1 in walk.reading.mention_in
    following = walk.reading.words[p + 1] if p + 1 < walk.limit else None
    # `في بيان دعمها لأوكرانيا`
    felt = own_attitude(walk.reading, p) and following is not None and (following.prep == "ل" or following.particle == "preposition")
    return p == walk.clause.end or closed or felt or not pronoun_of(walk.reading.words[p].stem)


def ranked_end(walk, p):
    """Return the token after the rank and name at p of who holds the office that is the subject, with a place between and the object behind; or p."""
    reading, held = walk.reading, walk.reading.mention_at.get(p)
    if held is None or len(walk.clause.subjects) != 1 or reading.keys[p] not in rule_words("honorific") or not reading.is_person(held[0]) or reading.keys[walk.clause.end] != "في" or p == walk.clause.end:
        return p
    first, last = walk.clause.subjects[0]
    head, behind = reading.words[first], reading.words[held[1]] if held[1] < walk.limit else None
    if head is None or not is_title(head) or any(reading.kinds[k] != WORD for k in range(first, p)) or behind is None or behind.prep or not reading.starts_noun_phrase(held[1]):
        return p
    named = reading.mention_in.get(last - 1)
    return p if named is not None and named.kind in ("name", "new") and reading.is_person(named) and last - 1 > first else held[1]


def apposition_end(walk, p):
    """Return the token after what belongs to the subject's name behind it, or p: a title behind a verb of saying (`أكد سامي حداد | المستشار الخاص للرئيس، على`),
    or a name between commas with the clause behind it (`أكد المتحدث باسم النقابة التي تضم العمال، سامي حداد، أن`)."""
    reading, limit, word = walk.reading, walk.limit, walk.reading.words[p]
    described = _described(walk, p)
    if described > p:
        return described
    if not walk.clause.subjects or word is None or walk.cue.act not in ("say", "declare", "report") and not (walk.takes_clause and not walk.cue.objects and _clause_behind(walk, p)):
        return p
    if walk.cue.objects and p in reading.mention_at and p - 1 in reading.mention_in and reading.mention_at[p][0].party not in (reading.mention_in[p - 1].party, "unaffiliated"):
        # `وصف الرئيس الفرنسي | الرئيس السوري بالمتهور`
        return p
    if p == walk.clause.end and word.definite and is_title(word) and p - 1 in reading.mention_in and reading.is_person(reading.mention_in[p - 1]):
        return max(reading.phrase_end(p + 1, limit, p), p + 1)
    name = reading.mention_at.get(p) if not walk.cue.objects else None
    if name is not None and reading.is_person(name[0]) and reading.tokens.forms[p - 1] in COMMAS and name[1] + 1 < limit and reading.tokens.forms[name[1]] in COMMAS:
        return name[1] + 1 if is_complementizer(reading.keys[name[1] + 1]) or preposition_at(reading, name[1] + 1, walk.cue.prepositions) else p
    return p


def _clause_behind(walk, p):
    """`نفى سامي حداد | المسؤول في الوزارة أن …`: say whether أن follows behind token p before any mark and any other verb of saying."""
    for k in range(p + 1, min(p + 14, walk.limit)):
        if walk.reading.kinds[k] != WORD or FINITE_CUES[walk.reading.keys[k]]:
            return False
        if is_complementizer(walk.reading.keys[k]):
            return True
    return False


def _described(walk, p):
    """`وتنفي سوريا، | الموقعة على المعاهدة، | ذلك`, `أعلنت شركة "النور" | المالكة للسوق | عن …`: return the token after a participle with its preposition that tells what the subject is, or p."""
    reading, word = walk.reading, walk.reading.words[p]
    comma = reading.tokens.forms[p - 1] in COMMAS
    after = reading.words[p + 1] if p + 1 < walk.limit else None
    if not walk.clause.subjects or p - comma != walk.clause.end or after is None or not word.definite or p in reading.mention_in or not (after.particle == "preposition" or after.prep == "ل" and not after.definite):
        return p
    if not comma and reading.kinds[p - 1] != QUOTE or word.stem[2:] in verbal_nouns() or word.stem[2:] in common_nouns() or word.stem.endswith(("ين", "ون", "ات")):
        return p
    end = object_of_preposition(reading, p + 1 + (after.particle == "preposition"), walk.limit)
    closed = end < walk.limit and reading.tokens.forms[end] in COMMAS
    return end + closed if closed or not comma else p


def accused_of_clause(walk, p):
    """`اتهم الوزير الشركة بأنها …`: the noun before بأن is its object where the cue takes one with ب."""
    if "ب" not in walk.cue.objects:
        return False
    return next((walk.reading.keys[k].startswith("با") for k in range(p + 1, walk.limit) if is_complementizer(walk.reading.keys[k])), False)


def thing_in_marks(walk, p, first):
    """`أكد الوزير الاثنين | "حقه المطلق"`, `انتقد الوزير، الأحد | "الانتهاك الصارخ"`: say whether the first word of the quotation at p is for a thing; with ال only behind a time or comma, where it names no medium."""
    before = walk.reading.words[p - 1]
    if first.definite and not (before is None or before.particle in ("adverb", "time_noun")):
        return False
    return any(base in common_nouns() or base in verbal_nouns() for base in (first.stem.removeprefix("ال"), *(base for base, _ in without_pronoun(first.stem))))


def names_subject(walk, quotation):
    """`رفضت "رابطة الصيادين" | نشر أسماء أعضائها`: say whether a name of several words right behind a verb with an object is its subject, because an object without ال begins behind it."""
    reading, k = walk.reading, quotation.last + 1
    word = reading.words[k] if k < walk.limit and walk.takes_object and walk.form.pos in FINITE and not walk.form.pronoun else None
    if word is not None and quotation.first + 1 in reading.mention_at and reading.mention_at[quotation.first + 1][1] == quotation.last and not word.conj and not word.prep and (word.definite or k in reading.mention_at) and not is_adjective(word):
        # `دان "حزب الوفاء" | الغارة`: an actor in marks, with a noun behind him.
        return True
    if word is None or quotation.last - quotation.first <= 2 or word.definite or word.conj or word.prep or is_adjective(word):
        return False
    return word.particle in ("quantifier", "demonstrative") or word.stem in verbal_nouns() or word.particle is None and not word.verb and word.stem in common_nouns()


def _in_a_mood(reading, p):
    """`وأردف | مبتسما: "…"`, `ردت | غاضبة: "…"`: an adjective in the accusative or feminine that tells how it is said."""
    word = reading.words[p]
    return word is not None and p not in reading.mention_in and reading.keys[p][-1:] in ("ا", "ة") and reading.keys[p][:-1] in rule_words("in_a_mood")


def _circumstance(reading, p):
    """`وأضافت موجهة رسالة إلى خصومها`: a feminine participle with a noun or preposition behind it tells what she does; a noun that can speak is she."""
    word, following = reading.words[p], reading.words[p + 1] if p + 1 < len(reading.words) else None
    if word is None or following is None or p in reading.mention_in or word.definite or word.stem[0] != "م" or not word.stem.endswith("ة") or len(word.stem) < 5 or reading.keys[p + 1] in name_links():
        # not `أكدت | ميمونة بنت سالم أن …`
        return False
    return word.stem not in speaking_nouns() and word.stem not in common_nouns() and not following.definite and (following.particle in (None, "preposition")) and p + 1 not in reading.mention_in


def _turned(reading, p):
    """`وتابع | متوجها إلى خصومه: "…"`: an indefinite participle in ا before a preposition tells how it is said."""
    word, following = reading.words[p], reading.words[p + 1] if p + 1 < len(reading.words) else None
    if word is None or following is None or p in reading.mention_in or word.definite or word.conj or word.prep:
        return False
    if is_possessive(word) and any(base.endswith(("و", "ت", "ي")) or base in known_nouns() or base in speaking_nouns() for base, _ in without_pronoun(word.stem)):
        # `موظفوها بالمدينة`
        return False
    if word.stem.endswith("نا") and {word.stem[:-2], word.stem[:-3] + "ة"} & speaking_nouns():
        # `مراسلنا في المدينة`, `مراسلتنا`
        return False
    return word.stem[0] == "م" and len(word.stem) > 4 and reading.tokens.forms[p].rstrip("\u064b").endswith("ا") and (following.particle == "preposition" or following.prep in ("ل", "ب"))


def in_accusative(reading, p):
    """`نشرت | تقريرا جديدا`: say whether a noun in ا is an object; what is counted (`98 عضوا`) and two of a kind (`زعيما الحزبين`) are none."""
    word, following = reading.words[p], reading.words[p + 1] if p + 1 < len(reading.words) else None
    if word is None or p in reading.mention_in or not accusative_noun(word) or reading.keys[p] in reading.registry.first_names or reading.kinds[p - 1] == NUMBER:
        return False
    return not (following is not None and (following.definite or p + 1 in reading.mention_in) and (word.stem[:-1] in human_titles() or word.stem[:-1] in speaking_nouns()))


def _accusative(reading, p):
    """A noun in ا is no subject: `وقال | ردا على سؤال`, `نشرت | تقريرا جديدا`."""
    word, following = reading.words[p], reading.words[p + 1] if p + 1 < len(reading.words) else None
    if in_accusative(reading, p):
        return True
    if word is None or following is None or not word.stem.endswith("ا") or p in reading.mention_in or following.particle != "preposition" and following.prep != "ل":
        return False
    bare = word.stem.removesuffix("ا")
    return bare in verbal_nouns() or bare in common_nouns() or any(r.form.pos == "noun" for r in CUE_READINGS[bare])


def _name_goes_on(reading, p, limit):
    """Say whether up to three words that are no nouns stand at p before an office with ال, إن or a mark: the rest of a name."""
    k = p
    while k < min(p + 3, limit) and (word := reading.words[k]) is not None and not (word.particle or word.verb or word.definite or word.conj or word.prep) and word.stem not in known_nouns() and word.stem not in speaking_nouns():
        k += 1
    if k == p or k >= limit:
        return False
    return reading.words[k] is not None and reading.words[k].definite and is_title(reading.words[k]) or is_complementizer(reading.keys[k]) or reading.tokens.forms[k] in ("،", ",", ":") or reading.kinds[k] == QUOTE


def _unknown_name(reading, p, i, limit):
    """A word that looks like an imperfect, or like ب before a word that nobody knows, is a name right between cue and content: `واعتبر يزبك أن`, `قال بروجردي إن`, `قال بروجردي في تصريحات: "…"`."""
    word = reading.words[p]
    # `وأشار غالي إلى أن …`: right behind a perfect no second one stands.
    past = word.verb == "perfect" and not (word.conj or word.prep) and p + 2 < limit and (is_complementizer(reading.keys[p + 1]) or reading.words[p + 1] is not None and reading.words[p + 1].particle == "preposition" and is_complementizer(reading.keys[p + 2])) and any(r.form.pos == "perfect" for r in CUE_READINGS[reading.keys[i]])
    if past and p == i + 1 and all(r.cue.strength == "doubtful" for r in CUE_READINGS[reading.keys[p]]):
        return True
    looks = word.verb == "imperfect" or word.prep == "ب" and not word.definite and not word.conj and len(word.stem) > 3 and p not in reading.mention_in and not (word.stem in known_nouns() or is_possessive(word))
    if p != i + 1 or not looks or p + 1 >= limit or CUE_READINGS[reading.keys[p]]:
        return False
    if word.prep and word.stem not in manner_nouns() and any(r.cue.act == "say" and not r.cue.takes_object for r in CUE_READINGS[reading.keys[i]]) and _name_goes_on(reading, p + 1, limit):
        # `قال بدران كارلو | المستشار بالوزارة، إن …`
        return True
    if word.prep and word.stem not in manner_nouns() and (reading.tokens.forms[p + 1] in COMMAS or reading.words[p + 1] is not None and reading.words[p + 1].particle == "preposition"):
        return any(r.cue.lemma == "قال" for r in CUE_READINGS[reading.keys[i]])
    return is_complementizer(reading.keys[p + 1]) or reading.kinds[p + 1] == QUOTE or reading.tokens.forms[p + 1] == ":"
