"""What an according-to phrase is about: the rest of its sentence, or the clause before it."""

from analysis.attribution.adverbials import is_adverb
from analysis.attribution.complements import is_complementizer
from analysis.attribution.features import bare_noun
from analysis.attribution.objects import is_possessive, is_title
from analysis.cues import FINITE_CUES
from analysis.datelines import dateline_end
from analysis.wordlists import common_nouns, rule_words, verbal_nouns
from analysis.words import COMMAS, PUNCT, QUOTE, WORD

_COMMAS = ("،", ",", "-", "–", "؛")
_DASHES = ("-", "–", "—", "ـ")


def rest(reading, end, limit):
    """Return the content range of what is said behind a phrase that opens its sentence, in a list."""
    begin = end
    while begin < limit and reading.kinds[begin] == PUNCT:
        begin += 1
    while begin + 1 < limit and is_adverb(reading, begin) and reading.tokens.forms[begin + 1] in _COMMAS:
        # `نقلا عن الوزارة، الاثنين، أن …`
        begin += 2
    told = next((k for k in range(begin, limit - 1) if reading.tokens.forms[k] in _COMMAS and reading.keys[k + 1] in rule_words("then")), None)
    if told is not None and told > begin and not any(FINITE_CUES[reading.keys[k]] for k in range(begin, told) if reading.kinds[k] == WORD):
        # `وفقا لشهادات ناجين وخبراء من البلدة، | فإن بعضهم …`
        begin = told + 1
    # An apposition (`بحسب المرصد، ومقره لندن، …`, `بحسب التجار، الذين غادروا، …`) ends at its second comma.
    if begin < limit and (reading.keys[begin] in rule_words("aside") | rule_words("seated") or reading.words[begin] is not None and reading.words[begin].particle == "relative" and begin > end):
        begin = next((k + 1 for k in range(begin, limit) if reading.tokens.forms[k] in _COMMAS), limit)
    last = limit
    while last > begin and reading.kinds[last - 1] == PUNCT:
        last -= 1
    return [(begin, last)] if last > begin else []


def clause_before(reading, i, end, limit):
    """Return the content ranges of the clause that the phrase qualifies: back to the sentence's start, and on where the phrase only interrupts it."""
    start = dateline_end(reading.tokens, reading.sentence_start(i), i)
    outer = reading.inside[i]
    if outer >= 0 and reading.quotations[outer].first >= start:
        start = reading.quotations[outer].first + 1
    start = _result(reading, start, i)
    last = i
    while last > start and (reading.kinds[last - 1] == PUNCT or reading.keys[last - 1] == "وذلك"):
        # `أغلق السوق، | وذلك وفقا للشرطة`
        last -= 1
    while start < last and reading.kinds[start] == PUNCT:
        start += 1
    if last <= start:
        return []
    content = [(start, last)]
    if reading.tokens.forms[i - 1] in _DASHES:
        # `وقال الوزير - وفقا لوكالة الضحى اليوم - | إن …`: the phrase ends with its second dash.
        end = next((k for k in range(end, min(end + 14, limit)) if reading.tokens.forms[k] in _DASHES), end)
    if last - start <= 4 and last < i and _object_behind(reading, end, limit):
        return [(start, last)] + rest(reading, end, limit)
    if last - start <= 24 and (_goes_on(reading, end, limit) or _verb_behind(reading, i, end, limit) or last - start <= 8 and last < i and _complement_behind(reading, end, limit)):
        return [(start, last)] + rest(reading, end, limit)
    if end < limit and reading.kinds[end] == WORD and reading.kinds[i - 1] != PUNCT and not reading.words[end].conj and reading.words[end].particle != "relative" and reading.keys[end - 1] not in rule_words("close_to"):
        stop = limit
        while stop > end and reading.kinds[stop - 1] == PUNCT:
            stop -= 1
        if stop > end:
            content.append((end, stop))
    return content


def _result(reading, start, i):
    """`أعلنت النقابة إضرابا، | الأمر الذي أدى إلى إغلاق السوق، وفقا للشرطة`: return where the clause before the phrase at i tells what came of somebody else's words, else `start`."""
    toll = next((k for k in range(i - 3, start, -1) if reading.words[k] is not None and reading.words[k].conj and reading.words[k].stem in rule_words("toll") and reading.tokens.forms[k - 1] in COMMAS), None)
    if toll is not None:
        # `هز انفجار السوق، | وأسفر عن مقتل ثلاثة، وفق الشرطة`
        return toll
    if not any(FINITE_CUES[reading.keys[k]] for k in range(start, min(start + 3, i)) if reading.kinds[k] == WORD):
        return start
    return next((k for k in range(i - 3, start, -1) if reading.keys[k] in rule_words("outcome") and _leads_to(reading, k)), start)


def _leads_to(reading, k):
    """`الأمر | الذي أدى إلى …`, `وهو | ما يرفع …`: say whether, outside any quotation, what came of it follows; what will come of it is said by the one who speaks."""
    which, verb = reading.words[k + 1], reading.keys[k + 2]
    return reading.inside[k] < 0 and which is not None and (which.particle == "relative" or reading.keys[k + 1] in rule_words("what")) and not verb.startswith(("سي", "ست"))


def _verb_behind(reading, i, end, limit):
    """`قال المدير إن السوق، بحسب الشرطة، | سيغلق غدا`: say whether the verb that the أن-clause before the phrase lacks stands behind it and its comma."""
    word = reading.words[end + 1] if end + 1 < limit and reading.tokens.forms[end] in _COMMAS else None
    if word is None or word.conj or not word.verb:
        return False
    for k in range(i - 1, reading.sentence_start(i), -1):
        if reading.kinds[k] == WORD and (is_complementizer(reading.keys[k]) or reading.words[k].verb):
            return is_complementizer(reading.keys[k])
    return False


def _complement_behind(reading, end, limit):
    """Say whether a comma and a preposition or an object follow: `وتسبب القصف، بحسب المصدر، | بدمار كبير`, `وأكد الحزب، على لسان رئيسه، | تمسكه بالخطة`."""
    if end + 1 >= limit or reading.tokens.forms[end] not in _COMMAS:
        return False
    word = reading.words[end + 1]
    return word is not None and not word.conj and (word.particle == "preposition" or bool(word.prep) or word.stem in verbal_nouns() or is_possessive(word) and not word.verb)


def _object_behind(reading, end, limit):
    """Say whether a comma and a noun with whose it is follow, the object that the interrupted clause lacks: `أعدت فرنسا، بحسب دبلوماسيين، | مسودة القرار`."""
    if end + 2 >= limit or reading.tokens.forms[end] not in _COMMAS:
        return False
    word, after = reading.words[end + 1], reading.words[end + 2]
    if word is None or after is None or word.definite or word.conj or word.prep or word.particle or end + 1 in reading.mention_in or is_title(word):
        return False
    return after.definite and not after.conj and not after.prep and bare_noun(word) in common_nouns()


def _goes_on(reading, end, limit):
    """Say whether the clause that the phrase interrupts goes on with what is said: `قال فلان، وفقا للوكالة، إن …`."""
    for k in range(end, min(end + 4, limit)):
        if k > end and reading.words[k] is not None and reading.words[k].conj and FINITE_CUES[reading.keys[k]]:
            # `أغلق السوق، وفق ما أعلنت الشرطة، | وأشارت إلى أنه …`
            return False
        if reading.kinds[k] == WORD and is_complementizer(reading.keys[k]) or reading.tokens.forms[k] == ":":
            return True
        if reading.kinds[k] == QUOTE and k in reading.opens:
            return not reading.is_name(reading.opens[k])
    return False
