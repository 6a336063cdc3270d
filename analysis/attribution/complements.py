"""How content is introduced: أن and its kind, the governed preposition, and what tells one from the start of an adverbial."""

from analysis.cues import CUE_READINGS, FINITE, FINITE_CUES, according
from analysis.inflection import PRONOUNS
from analysis.wordlists import WORDS, documents, manner_nouns, rule_words, verbal_nouns
from analysis.words import COMMAS, NUMBER, QUOTE, WORD, FormCache

_JOINED = {"عما": "عن", "عمن": "عن", "مما": "من", "ممن": "من", "بما": "ب", "لما": "ل"}
"""Prepositions written together with ما or من."""


def classes(cue):
    """Say whether a cue of declaring takes what something is held to be for an object, too: `تصنفه تنظيما إرهابيا`."""
    return cue.act == "declare" and "obj" in cue.governs and "ب" in cue.objects


def has_pronoun(word):
    """Say whether a word is أن or إن with a pronoun (أنه، بأنها، إننا)."""
    return word is not None and word.particle == "complementizer" and word.stem.endswith(("ه", "ها", "هم", "هما", "هن", "نا", "ني"))


def said_therein(reading, i):
    """Say whether فيه or its kind stands right behind the verb at i: `بتصريح قال فيه إن …`, `اتصالا أكد خلاله أن …`."""
    return i + 1 < len(reading.keys) and reading.keys[i + 1] in rule_words("wherein")


def follows_since(reading, i):
    """`وإذ تدين النقابة القرار، فإنها | تطالب بإلغائه`: say whether the verb at i is that of the main clause behind one with إذ."""
    return i > reading.sentence_start(i) and has_pronoun(reading.words[i - 1]) and reading.keys[i - 1].startswith("فان") and reading.keys[reading.sentence_start(i)].removeprefix("و") == "اذ"


_COMPLEMENTIZERS = frozenset("ان" + suffix for suffix in ("", "ا", *PRONOUNS))

is_complementizer = FormCache(lambda key: (key[1:] if key[:2] == "با" else key) in _COMPLEMENTIZERS).__getitem__
"""Say whether a folded form is أن، إن، بأن or one of them with a pronoun."""


def preposition_at(reading, i, wanted):
    """Return the governed preposition that stands at token i (its own word or a proclitic), else None."""
    word = reading.words[i] if i < len(reading.words) and _MAY_GOVERN[reading.keys[i]] else None
    if word is None or not wanted or word.particle == "preposition" and i in reading.mention_at and reading.mention_at[i][0].start == reading.tokens.starts[i]:
        # `وأكد علي شمخاني`: a name is no preposition.
        return None
    key = reading.keys[i]
    if word.prep == "ل" and not word.definite and any(r.form.pos == "imperfect" for r in CUE_READINGS[key]) and not any(r.form.pos == "noun" for r in CUE_READINGS[key]):
        # `لتعلن الشركة`: in order to.
        return None
    if key in ("مما", "ممن") and "من" in wanted and i + 1 < len(reading.keys) and FINITE_CUES[reading.keys[i + 1]]:
        # `حذر مما وصفه بـ…`
        return "من"
    if "عن" in wanted and spoken_by_tongue(reading, i):
        return "عن"
    if word.particle == "preposition" and _JOINED.get(word.stem, word.stem) in wanted:
        return _JOINED.get(word.stem, word.stem)
    if word.particle == "pronoun_prepositional":
        return None
    if word.prep in wanted and word.prep and i not in reading.mention_at or word.prep in wanted and word.prep and reading.mention_at[i][0].start > reading.tokens.starts[i]:
        return word.prep if key not in according() else None
    if key in ("ب", "ل") and key in wanted:
        return key
    return None


_MAY_GOVERN = FormCache(lambda key: key in ("مما", "ممن", "ب", "ل") or bool(WORDS[key].prep) or WORDS[key].particle == "preposition")
"""Folded form → whether it can be, or begin with, a preposition that a cue governs."""


def is_cognate(reading, p):
    """`نفى | نفيا قاطعا | أن`, `رفض الخطة | رفضا تاما`: say whether at p stands the noun of a verb of saying that with its adjective only tells how."""
    word = reading.words[p]
    return (word is not None and word.stem.endswith("ا") and not word.conj and p + 1 < len(reading.keys) and reading.keys[p + 1] in rule_words("utterly")
            and any(r.form.pos == "noun" for r in CUE_READINGS[word.stem] or CUE_READINGS[word.stem[:-1]]))


def spoken_by_tongue(reading, i):
    """`نقلت الوكالة | على لسان الوزير قوله إن …`: say whether what stands at i passes words on as عن does."""
    return reading.keys[i] == "علي" and i + 1 < len(reading.keys) and reading.keys[i + 1] in rule_words("tongue")


def in_strongest(reading, p):
    """`ندد الحزب | بأشد العبارات | بالقصف`: say whether ب with an elative stands at p before a noun with ال that says how."""
    word, following = reading.words[p], reading.words[p + 1] if p + 1 < len(reading.words) else None
    return word is not None and word.prep == "ب" and word.stem[0] == "ا" and len(word.stem) <= 4 and following is not None and following.definite and not following.prep and following.stem[2:] in manner_nouns()


def governed(reading, p, cue):
    """Say whether the preposition at p is the governed one rather than the start of an adverbial."""
    key = reading.keys[p]
    following = reading.words[p + 1] if p + 1 < len(reading.words) else None
    if reading.words[p].prep == "ب" and reading.words[p].stem in manner_nouns() and not (cue.governs[0] == "ب" and (reading.words[p].definite and cue.act == "demand" or not cue.takes_object and following is not None and not (following.particle or following.conj or following.prep or following.verb))):
        # `طالب بسرعة معاقبة القاتل` is no manner.
        return following is not None and following.stem.removeprefix("ال" if cue.act == "demand" else "") in verbal_nouns() and not (following.prep or following.conj)
    if in_strongest(reading, p):
        return False
    if spoken_by_tongue(reading, p):
        return cue.act == "report" and "عن" in cue.prepositions
    if key == "من" and following is not None and following.stem in rule_words("own_side"):
        # `حذر الوزير | من جانبه | من الفوضى`, `| من جديد |`
        return False
    if key == "علي" and following is not None and following.stem in rule_words("medium"):
        # `كتب على تويتر أن`, `قال على هامش القمة إن`
        return False
    if key == "علي" and names_platform(reading, p + 1):
        return False
    if key == "في" and following is not None and not following.definite and (following.stem in documents() or following.stem in rule_words("occasion")) and not _in_construct(reading, p + 1):
        # `رأت في بيان أن …`
        return False
    if reading.words[p].prep == "ل" and p in reading.mention_at and reading.is_medium(reading.mention_at[p][0]):
        # `قال لوكالة الأنباء إن`
        return False
    if key == "ب" and cue.takes_clause and "ب" not in cue.governs[0] and p + 1 in reading.opens and reading.is_name(reading.opens[p + 1]):
        # `مدير الحملات بـ"غلوبال ويتنس"`: the name belongs to the source, but not `منوها بـ"استجابة الأشقاء"`, `نوه الوزير بـ"صمود السكان"`.
        return bool(CUE_READINGS[reading.keys[p - 1]]) or cue.act in ("say", "warn", "praise") and "ب" in cue.governs[:2] and reading.words[p + 2] is not None and reading.words[p + 2].stem in verbal_nouns()
    return not (key.startswith("بوصف") and reading.words[p].particle is None)


def names_platform(reading, i):
    """`على موقع "تويتر"`, `بموقع التواصل الاجتماعي`: say whether the noun at i and what follows name where one writes."""
    word, after = reading.words[i] if i < len(reading.words) else None, i + 1
    if word is None or word.stem.removeprefix("ال") not in rule_words("posted_on") or after >= len(reading.keys):
        return False
    return reading.keys[after] in rule_words("platform") or after in reading.opens and reading.keys[after + 1] in rule_words("platform")


def _in_construct(reading, i):
    """Say whether a definite noun follows the noun at i: `في بيان الوزارة`."""
    word = reading.words[i + 1] if i + 1 < len(reading.words) else None
    return word is not None and (word.definite or i + 1 in reading.mention_at)


def blocked(reading, p, i):
    """Say whether أن at p belongs to the word before it (بعد أن، ضرورة أن), not to the cue at i."""
    following = reading.words[p + 1] if p + 1 < len(reading.words) else None
    if reading.keys[p - 2:p] == ["من", "قبل"] and following is not None and not following.verb:
        # `زعمت الشركة من قبل أن السوق مغلقة`: before a noun it says once before.
        return False
    if p - 2 > i and reading.keys[p - 2] in rule_words("what") and any(r.form.pos == "perfect" and r.cue.takes_clause and not r.form.pronoun for r in CUE_READINGS[reading.keys[p - 1]]):
        # `شريط يظهر ما قالوا | إنه قصف`
        return True
    if p - 1 > i and reading.keys[p][0] == "ب" and reading.words[p - 1] is not None and reading.words[p - 1].stem.removeprefix("ال") in rule_words("known_as"):
        # `قال سامي حداد المعروف | بأنه محلل: "…"`
        return True
    return p - 1 > i and reading.keys[p - 1] in rule_words("takes_clause")


def behind_day(reading, k, limit):
    """`أبلغ الوزير المجلس | ، الأربعاء، | بأن …`: return the token behind the second of two commas with nothing but a time between them, the first at k, or None."""
    if reading.tokens.forms[k] not in COMMAS:
        return None
    close = next((c for c in range(k + 1, min(k + 6, limit - 1)) if reading.tokens.forms[c] in COMMAS), None)
    if close is None or close == k + 1 or not all(reading.kinds[c] == NUMBER or reading.words[c] is not None and reading.words[c].particle in ("adverb", "time_noun", "month") for c in range(k + 1, close)):
        return None
    return close + 1


def clause_later(reading, p, limit, cue):
    """Say whether an أن-clause that the cue can govern follows before any comma, quotation or other cue."""
    for k in range(p, limit):
        if reading.kinds[k] != WORD:
            after = behind_day(reading, k, limit)
            return after is not None and clause_later(reading, after, limit, cue)
        if is_complementizer(reading.keys[k]):
            return not blocked(reading, k, p - 1) and (reading.keys[k][0] != "ب" or "ب" in cue.prepositions or "ب" in cue.objects)
        if reading.keys[k] == "في" and k + 1 < limit and reading.words[k + 1] is not None and (reading.words[k + 1].stem in documents() or reading.words[k + 1].stem in rule_words("occasion")):
            # `أعلنت عائلة سامي حداد في بيان أن …`
            return clause_later(reading, k + 2, limit, cue)
        if CUE_READINGS[reading.keys[k]] or reading.words[k].verb or reading.words[k].particle in ("preposition", "relative", "subordinator"):
            return False
    return False


def speech_later(reading, p, limit, cue):
    """Say whether a quotation, or a clause that the cue can govern, follows before any other cue verb."""
    for k in range(p, limit):
        if reading.kinds[k] == WORD:
            if is_complementizer(reading.keys[k]):
                return cue.takes_clause and (reading.keys[k][0] != "ب" or "ب" in cue.prepositions) and not blocked(reading, k, p - 1)
            if any(r.form.pos in ("perfect", "imperfect", "participle") and not r.form.definite for r in CUE_READINGS[reading.keys[k]]) and k not in reading.mention_in:
                return False
        elif reading.kinds[k] == QUOTE and k in reading.opens:
            if not reading.is_name(reading.opens[k]):
                return True
        elif reading.tokens.forms[k] == ":":
            return True
    return False


def later_complement(reading, p, limit, cue, clause_only=False):
    """Say whether a complement other than this quotation follows a name in marks."""
    for k in range(p, min(p + 14, limit)):
        if reading.kinds[k] == WORD and reading.words[k].particle != "preposition" and any(r.form.pos in FINITE and not r.form.pronoun for r in CUE_READINGS[reading.keys[k]]):
            # not `تلقت "الضحى" نسخة منه | عبر البريد، إن …`
            return False
        if clause_only and not (reading.kinds[k] == WORD and is_complementizer(reading.keys[k])):
            continue
        if clause_only and k > p and reading.words[k - 1] is not None and reading.words[k - 1].particle == "preposition" and reading.words[k - 1].stem not in cue.prepositions:
            # `أكد "حقه" في أن يعفو`: the noun's clause.
            return False
        if reading.kinds[k] == WORD and (is_complementizer(reading.keys[k]) or preposition_at(reading, k, cue.prepositions)):
            return True
        if reading.kinds[k] == QUOTE and k in reading.opens or reading.tokens.forms[k] == ":":
            return True
    return False
