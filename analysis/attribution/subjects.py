"""Who is the subject: noun phrases before a verb, and what a relative pronoun refers to."""

from analysis.actors.mentions import HEAD
from analysis.attribution.adverbials import skip_adverbial
from analysis.attribution.background import opener_end
from analysis.attribution.features import actor_like, bare_noun, phrase_features, speaking_nouns, title_of_woman
from analysis.attribution.objects import is_adjective, is_possessive, of_body, opens_name, publisher_end, quoted_name_end, second_trade
from analysis.cues import CUE_READINGS, FINITE_CUES
from analysis.datelines import dateline_end
from analysis.wordlists import accusative_noun, common_nouns, documents, known_nouns, named_heads, rule_words, verbal_nouns
from analysis.words import COMMAS, NUMBER, QUOTE, FormCache


def subject_before(reading, i, form):
    """Return the conjuncts of the subject that stands before the verb at token i in its clause, or [].

    Clause borders are tried from the nearest back; between the phrase and the verb only adverbials, auxiliaries, an
    apposition or a parenthesis may stand.
    """
    start = reading.sentence_start(i)
    if reading.tokens.sentence_of[i] < HEAD:
        # `موسكو 12 آذار (الوكالة) | أكدت الوزارة …`
        start = min(dateline_end(reading.tokens, start, reading.sentence_end(i)), i)
    if pronoun_subject(reading, i) or reading.keys[i - 1] in ("حين", "ان") and reading.keys[i - 2:i] in (["في", "حين"], ["قبل", "ان"]) or i > start and reading.keys[i - 1] in rule_words("rather"):
        # `وصل الوفد، في حين | قال مصدر إن …`, `قال الوزير، قبل أن | يضيف`, `لا يرفض الخطة وإنما | ينتقدها`
        return []
    happened = happened_to(reading, i)
    if happened is not None:
        return [happened]
    told = _told_who(reading, start, i, form)
    if told is not None:
        return [told]
    tried, second, opening = 0, [], _opening_end(reading, start, i)
    for s in range(i - 1, max(start, i - 26) - 1, -1):
        if s != opening and not _clause_border(reading, s, start):
            continue
        first = s
        while first < i and reading.words[first] is not None and reading.words[first].particle in ("conjunction", "subordinator", "complementizer", "auxiliary") and not _names(reading, first):
            first += 1
        if first < i and first not in reading.mention_in and (_is_verb(reading, first, start) or _did_something(reading, first) or _was_doing(reading, first, start)):
            # `كشفت الشركة وثائق | بينت أن …`: another verb, not a noun.
            continue
        if start < first < i and reading.kinds[first - 1] == QUOTE and reading.words[first] is not None and reading.words[first].definite and is_adjective(reading.words[first]) and first - 1 not in reading.opens:
            # `شبكة "ABC" | الأمريكية ذكرت`
            continue
        if first < i and first > start and reading.tokens.forms[first - 1] in COMMAS and reading.keys[first] in rule_words("one_of") and start in reading.mention_at and reading.mention_at[start][1] == first - 1 and reading.is_person(reading.mention_at[start][0]):
            # `سامي حداد، أحد قادة الحزب، قال …`: what he is.
            continue
        if first < i and (reading.starts_noun_phrase(first) or _behind_but(reading, first) or _named_in_marks(reading, first, i)):
            subjects = _up_to(reading, first, i)
            more = second and len(subjects) > len(second) and subjects[-1] == second[-1] and subjects[0][0] in reading.mention_at and all(a in reading.mention_at or actor_like(reading, (a, b)) for a, b in subjects)
            if more:
                # `السعودية والإمارات ومصر أعلنت`: the verb agrees with the last.
                second = subjects
            joined = reading.words[first] is not None and reading.words[first].conj and not reading.words[first].definite and first > start and reading.words[first - 1] is not None and reading.words[first - 1].definite
            if subjects and joined and first not in reading.mention_at and not actor_like(reading, subjects[0]):
                # `المركز، التابع لوزارة الاتصالات | وتكنولوجيا المعلومات قال إن …`
                continue
            # Where the first found is joined too, there may be one before it still.
            if not (more and reading.words[first] is not None and reading.words[first].conj) and subjects and _fits(reading, subjects, form) and (len(subjects) > 1 or not second):
                if len(subjects) > 1 and reading.words[first] is not None and reading.words[first].conj:
                    subjects = _with_first(reading, subjects, start, i)
                if len(subjects) > 1 or form.number == "s" and first not in reading.mention_at and not _joined_to_name(reading, first, start) or not reading.words[first] or not reading.words[first].conj:
                    return subjects
                # `الوزير سامي حداد وقادة آخرون حذروا`: there may be a first conjunct.
                second = subjects
        tried += 1
        if tried > 3 + len(second):
            break
    return second


def _with_first(reading, subjects, start, i):
    """`السعودية | والإمارات ومصر يدينون`: return conjuncts that begin with و with the one before them, where one stands right there and can speak."""
    first = subjects[0][0]
    for k in range(first - 1, max(start, first - 6) - 1, -1):
        word = reading.words[k]
        if word is None or word.verb or word.particle:
            break
        if not word.conj and not word.prep and (k == start or _clause_border(reading, k, start)) and (k in reading.mention_at or actor_like(reading, (k, first))):
            longer = _up_to(reading, k, i)
            return longer if len(longer) > len(subjects) and longer[-len(subjects):] == subjects else subjects
    return subjects


def _opening_end(reading, start, i):
    """`ومن جانبه | الوزير أكد أن …`: return the token behind whose side opens the sentence, with no comma, or `start`."""
    opens = i > start + 2 and reading.keys[start].removeprefix("و") == "من" and reading.keys[start + 1] in rule_words("own_side")
    return start + 2 if opens else start


def _told_who(reading, start, i, form):
    """`سامي حداد، وهو مفتش سابق، ومؤسس شركة، | حذر من …`: return the phrase that opens the sentence and whom a clause with وهو tells of, before the first verb at i; or None."""
    comma = next((k for k in range(start + 1, min(start + 8, i - 2)) if reading.tokens.forms[k] in COMMAS), None)
    if comma is None or form.number != "s" or reading.words[i].conj or reading.words[i].prep:
        return None
    gender = "m" if reading.keys[comma + 1] in rule_words("and_he") else "f" if reading.keys[comma + 1] in rule_words("and_she") else None
    if gender is None or gender != form.gender or not reading.starts_noun_phrase(start) or reading.words[start].prep:
        return None
    verb = next((k for k in range(comma + 2, i) if reading.words[k] is not None and k not in reading.mention_in and (reading.words[k].verb or FINITE_CUES[reading.keys[k]] or reading.words[k].particle in ("relative", "complementizer"))), None)
    return (start, comma) if verb is None and all(reading.words[k] is not None and not reading.words[k].verb for k in range(start, comma)) else None


def _joined_to_name(reading, first, start):
    """`الأمم المتحدة | ومنظمات دولية اتهمت`: say whether و at token `first` joins a noun to a name that opens the clause."""
    if reading.words[first] is None or not reading.words[first].conj or first - 1 not in reading.mention_in:
        return False
    k = first - 1
    while k > start and k not in reading.mention_at:
        k -= 1
    return k == start or reading.words[k - 1] is not None and reading.words[k - 1].particle in ("conjunction", "complementizer")


def happened_to(reading, i):
    """`سبق للوزير أن قال`: return the phrase of him to whom it happened that he said so (the verb at token i), or None."""
    if reading.keys[i - 1] != "ان":
        return None
    for k in range(i - 2, max(reading.sentence_start(i), i - 10), -1):
        if reading.words[k] is not None and reading.words[k].prep == "ل" and reading.words[k - 1] is not None and reading.words[k - 1].stem in rule_words("happened"):
            return k, i - 1
    return None


def _behind_but(reading, i):
    """`لكن | متحدثا رسميا قال`: behind لكن the subject has the ending of an object."""
    return i > 0 and reading.keys[i - 1] in rule_words("but") and _is_accusative(reading, i)


_PERFECT_CUES = FormCache(lambda key: any(r.form.pos == "perfect" for r in CUE_READINGS[key]))
"""Folded form → whether it can be a perfect of saying."""


def _is_verb(reading, k, start):
    """Say whether a perfect of saying stands at k, not a noun that looks like it: with ت, or at the head of the sentence before a definite noun."""
    if not _PERFECT_CUES[reading.keys[k]]:
        return False
    following = reading.words[k + 1] if k == start and k + 1 < len(reading.words) else None
    named = reading.mention_at.get(k + 1) if following is not None and reading.words[k].conj else None
    # `ولوح نتانياهو بصورة | أوضح أنها …`
    return reading.keys[k].endswith("ت") or following is not None and following.definite and not following.prep or named is not None and reading.is_person(named[0]) and not following.prep


def _was_doing(reading, k, start):
    """`كانت | تفعل ما كانت تظن أنه …`: say whether a word that no list knows and that looks like an imperfect stands right behind كان."""
    word, before = reading.words[k], reading.words[k - 1] if k > start else None
    if word is None or before is None or before.stem not in rule_words("had") or word.definite or word.conj or word.prep or len(word.stem) < 3 or word.stem[0] not in "يت":
        return False
    return word.stem not in known_nouns() and word.stem not in speaking_nouns() and reading.keys[k] not in reading.registry.first_names


def _did_something(reading, k):
    """`وزعت الولايات المتحدة قرارا | يدين …`: say whether a word in ت that no list knows has a party behind it, so that it is a verb."""
    word, found = reading.words[k], reading.mention_at.get(k + 1)
    if word is None or word.definite or word.particle or not word.stem.endswith("ت") or word.stem.endswith("ات") or len(word.stem) < 3 or found is None or found[0].kind == "demonym":
        return False
    return not (reading.words[k + 1] is not None and reading.words[k + 1].prep) and reading.keys[k] not in known_nouns() and word.stem not in known_nouns()


def _named_in_marks(reading, first, i):
    """Say whether a name in quotation marks begins at `first` and ends before the verb at i: `"الضحى" تكشف …`."""
    if not opens_name(reading, first) or reading.opens[first].last >= i:
        return False
    word = reading.words[first + 1]
    if first + 1 in reading.mention_at or word is None or word.definite or word.stem in named_heads():
        return True
    return not (reading.surely_verb(first + 1) or word.stem.endswith("ا") or is_possessive(word) or word.stem in common_nouns() or word.stem in verbal_nouns())


def pronoun_subject(reading, i):
    """Say whether a pronoun is the subject of the verb at i: `وهو أبدى`, `لكنها تنفي`, `كما أنها استنكرت`."""
    j = i - 1
    while j > 0 and (reading.words[j] is not None and reading.words[j].particle in ("auxiliary", "adverb", "negation") or j in reading.opens):
        j -= 1
    word = reading.words[j] if j >= 0 else None
    if word is None:
        return False
    if word.particle == "pronoun":
        return True
    return word.particle in ("complementizer", "conjunction", "subordinator") and len(word.stem) > 2 and word.stem.endswith(("ه", "ها", "هم", "هما", "نا", "ني")) and word.stem not in ("لكن", "ولكن")


def _names(reading, i):
    return i in reading.mention_at


def _clause_border(reading, s, start):
    if s == start:
        return True
    before = reading.words[s - 1]
    if s in reading.mention_in and s not in reading.mention_at:
        # `هيومن رايتس ووتش`: no و of a clause inside a name.
        return False
    if before is None:
        form = reading.tokens.forms[s - 1]
        return form in (":", "،", ",", "-", "–", "—", "؛", ".", "..", "…", "/", "|") or reading.kinds[s - 1] == QUOTE
    if before.particle in ("conjunction", "subordinator", "complementizer", "auxiliary"):
        return True
    return reading.words[s] is not None and reading.words[s].conj and not _second_adjective(reading, s)


def _second_adjective(reading, s):
    """`نقابات محلية | ووطنية أشارت إلى …`: say whether و at token s joins an adjective to those that stand behind its noun, a plural."""
    word, k = reading.words[s], s - 1
    if not word.stem.endswith("ية") or word.prep or not is_adjective(word) or CUE_READINGS[reading.keys[s]] or s in reading.mention_at and reading.mention_at[s][0].kind != "demonym":
        return False
    while k > s - 4 and k > 0 and (before := reading.words[k]) is not None and before.stem.endswith("ية") and is_adjective(before) and before.definite == word.definite and not (before.prep or before.conj):
        k -= 1
    noun = reading.words[k]
    if k == s - 1 or noun is None or noun.particle or noun.definite != word.definite:
        return False
    # An adjective in ية belongs to a plural, unless the noun is a feminine itself: `الصحف المحلية والدولية`, `الحكومة السورية | والروسية`
    return (not noun.stem.endswith("ة") and bare_noun(noun) in speaking_nouns() or noun.stem.endswith("ات")) and reading.noun_phrase(k, s + 1) == s + 1


def _up_to(reading, first, i):
    """Read subjects from `first`; return them if only what may stand between subject and verb is left before i."""
    end = quoted_name_end(reading, first, i) if first in reading.opens else reading.noun_phrase(first, i)
    if end == first and _behind_but(reading, first):
        end = reading.phrase_end(first + 1, i, first)
    if end == first:
        return []
    head = reading.words[first]
    if end == first + 1 < i and head is not None and not head.definite and head.stem in documents() and reading.words[end] is not None and reading.words[end].prep == "ل" and not reading.words[end].conj:
        # `كان استطلاع | لآراء الناخبين | أظهر …`
        end = max(reading.phrase_end(end + 1, i, end), end)
    end = publisher_end(reading, of_body(reading, first, end, i, False, frozenset()), i)
    subjects = [(first, end)]
    while end < i and reading.words[end] is not None and reading.words[end].conj and reading.starts_noun_phrase(end) and not CUE_READINGS[reading.keys[end]]:
        stop = max(reading.noun_phrase(end, i), end + 1)
        if len(subjects) == 1 and second_trade(reading, first, end, i):
            subjects = []
        subjects.append((end if subjects else first, stop))
        end = stop
    while end < i:
        word = reading.words[end]
        if (stop := reading.blessing_end(end)) > end:
            # `سمو الأمير | حفظه الله | قال`
            end = stop
            continue
        if word is None:
            if reading.kinds[end] == NUMBER:
                # `كان تقرير صادر عام 2008 قد دعا`
                end += 1
                continue
            if end == i - 1 and end in reading.opens:
                return subjects
            if end == i - 1 and first == reading.sentence_start(i) and reading.tokens.forms[end] in COMMAS and first in reading.mention_at and reading.mention_at[first][0].kind in ("name", "metonym") and len(subjects) == 1:
                # `مصر، أكدت تضامنها`
                return subjects
            if reading.tokens.forms[end] in COMMAS and end + 1 <= i:
                stop = _aside(reading, end + 1, i) or _closes(reading, first, end, i) or _belongs_to(reading, end + 1, i)
                if stop is None:
                    return []
                end = stop
                continue
            if reading.tokens.forms[end] in ("(", "-", "–"):
                stop = next((k + 1 for k in range(end + 1, i) if reading.tokens.forms[k] in (")", "-", "–")), None)
                if stop is None or stop == end + 2 or stop == i and reading.tokens.forms[end] != "(":
                    # Two dashes in a row, or one before the verb, close a dateline.
                    return []
                end = stop
                continue
            return []
        if word.particle in ("auxiliary", "negation", "adverb", "month", "time_noun") and not (word.conj and word.particle == "auxiliary" and not (reading.keys[end][0] == "ف" and reading.keys[reading.sentence_start(i)].removeprefix("و") == "اما")):
            end += 1
            continue
        if word.particle == "relative" and not word.conj and reading.tokens.forms[i - 1] in COMMAS and actor_like(reading, subjects[0]) and not _joined_inside(reading, first) and not any(reading.tokens.forms[k] in COMMAS for k in range(end, i - 1)):
            # `والرياض التي تقود ائتلافا عسكريا، تتهم …`
            return subjects
        if word.particle == "relative" and not word.conj and first and reading.words[first - 1] is not None and reading.words[first - 1].particle == "complementizer" and _is_whole_relative(reading, end, i):
            # `فإن المسودة التي اطلعت عليها الوكالة | تدعو إلى …`
            return subjects
        if word.particle == "relative" and not word.conj and actor_like(reading, subjects[0]) and _tells_who(reading, end, i):
            # `الوزير الذي يزور المنطقة | شدد على …`
            return subjects
        if word.particle == "relative" and reading.keys[i - 1] == "قد" and first and reading.words[first - 1] is not None and reading.words[first - 1].particle == "auxiliary":
            # `وكان الوزير الذي زار المدينة قد قال`: what قد follows is the verb of كان.
            return subjects
        step = skip_adverbial(reading, end, i)
        if step == end:
            return []
        end = step
    if _is_accusative(reading, first) and (not actor_like(reading, subjects[0]) or i + 1 < len(reading.words) and reading.words[i + 1] is not None and reading.words[i + 1].particle == "pronoun_prepositional"):
        # `أصدر النادي بيانا استنكر فيه …`: the club, not the statement.
        return []
    if actor_like(reading, subjects[0]):
        return subjects
    last = reading.words[i - 1]
    if last is not None and last.prep and not last.definite and last.stem in common_nouns():
        # `زعمت الشركة، نجاح تجربتها لطائرة | قالت إنها …`: the verb belongs to the plane.
        return []
    return subjects if end - first <= 5 else []


def _is_whole_relative(reading, relative, i):
    """Say whether a relative clause of one verb, with the pronoun of what it tells of and its subject, ends right before token i."""
    taken_up = next((k for k in range(relative + 2, min(relative + 4, i)) if reading.words[k] is not None and reading.words[k].particle == "pronoun_prepositional"), None)
    if taken_up is None and (reading.words[relative + 1] is None or not reading.words[relative + 1].stem.endswith(("ها", "ه", "هم"))):
        return False
    first = (taken_up or relative + 1) + 1
    return first < i and reading.starts_noun_phrase(first) and reading.noun_phrase(first, i) == i and i - first <= 5


def _tells_who(reading, relative, i):
    """Say whether a relative clause of a verb that reports nothing and what belongs to it, with no comma, ends right before the verb at i."""
    k = relative + 1
    while k < i and reading.words[k] is not None and reading.words[k].particle in ("negation", "auxiliary"):
        k += 1
    verb = reading.words[k] if k < i else None
    if verb is None or verb.particle or verb.definite or verb.prep or k in reading.mention_in or reading.words[i].conj or k + 1 == i:
        return False
    k += 1
    while k < i:
        step = reading.noun_phrase(k, i) if reading.words[k] is not None and reading.starts_noun_phrase(k) else skip_adverbial(reading, k, i)
        if step <= k:
            return False
        k = step
    return True


def _joined_inside(reading, i):
    """`من الحزبين الديمقراطي | والجمهوري الذي …`: say whether و at token i goes on from a noun with ال right before it."""
    before = reading.words[i - 1] if i else None
    return reading.words[i] is not None and reading.words[i].conj and before is not None and before.definite


def _is_accusative(reading, i):
    """Say whether an indefinite noun at i has the ending of an object (بيانا)."""
    word = reading.words[i]
    return word is not None and i not in reading.mention_in and (accusative_noun(word) or word.stem.endswith("ا") and word.stem[:-1] in speaking_nouns())


def _closes(reading, first, comma, i):
    """A comma right before the verb closes an apposition (`وكان الرئيس، فلان، قد قال`, `أما فلان، فقد أعلن`)."""
    if first and reading.words[first - 1] is not None and reading.words[first - 1].particle == "complementizer" and opens_aside(reading, first):
        return None
    opened = any(reading.tokens.forms[k] in COMMAS for k in range(first, comma)) or first and reading.words[first - 1] is not None and reading.words[first - 1].particle in ("auxiliary", "conjunction", "complementizer")
    bare = all(reading.words[k] is not None and reading.words[k].particle in ("auxiliary", "negation", "adverb") for k in range(comma + 1, i))
    return comma + 1 if opened and bare else None


def opens_aside(reading, i):
    """`وإذ أكد أن الجسر | آمن، دعا …`, `وبينما قال إن …`: say whether the sentence that holds token i begins with a clause beside its main verb."""
    start = reading.sentence_start(i)
    return reading.words[start] is not None and (reading.keys[start].removeprefix("و") in rule_words("border") or opener_end(reading, start) > start)


def _belongs_to(reading, p, i):
    """`المركز، | التابع لوزارة الاتصالات قال إن …`: return i where a definite adjective with its preposition, and nothing but nouns behind it, stands between the comma and the verb; else None."""
    word, behind = reading.words[p], reading.words[p + 1] if p + 1 < i else None
    if word is None or not word.definite or word.conj or word.prep or p in reading.mention_in or behind is None or not (behind.prep or behind.particle == "preposition") or bare_noun(word) in common_nouns():
        return None
    return i if not any(reading.words[k] is None or reading.words[k].verb and k not in reading.mention_in or reading.words[k].particle in ("complementizer", "relative") for k in range(p + 1, i)) else None


def _aside(reading, p, i):
    """Return the token after an apposition or relative clause between commas, or None."""
    for k in range(p, i):
        if reading.tokens.forms[k] in COMMAS:
            return k + 1
    return None


def _fits(reading, subjects, form):
    """A verb after its subject agrees with it in gender and number."""
    gender, number = phrase_features(reading, subjects[0])
    if len(subjects) > 1:
        return form.number in ("p", "d") or form.gender == "f"
    if form.number == "d" and subjects[0][0] in reading.mention_at:
        # `ترامب وماي يعتبران`: of one party alone no dual is said.
        return number == "d"
    if form.number == "p":
        # `جماعة الحوثي يرفضون`: a group is spoken of as its people.
        head = reading.words[subjects[0][0]]
        return number == "p" or number is None or form.gender == "m" and head is not None and head.stem.removeprefix("ال") in rule_words("collective")
    if form.number == "d":
        return number != "s"
    if gender == "m" and number == "p":
        # `الإخوان تدعو إلى …`: of the group as one.
        named = reading.mention_at.get(subjects[0][0])
        return form.gender == "f" and named is not None and named[0].kind == "name" and not reading.is_person(named[0])
    return gender is None or form.gender is None or gender == form.gender or form.gender == "f" and title_of_woman(reading, subjects[0])


def antecedent(reading, relative):
    """Return the token range of the noun phrase that a relative pronoun refers to, or None."""
    end = relative
    while end > 0 and reading.words[end - 1] is None and reading.tokens.forms[end - 1] in COMMAS:
        end -= 1
    first = end - 1
    while first > max(reading.sentence_start(relative), end - 9):
        before = reading.words[first - 1]
        mention = reading.mention_in.get(first)
        if mention is not None and reading.mention_in.get(first - 1) is mention:
            first -= 1
            continue
        if first in reading.mention_at and before is not None and not (before.definite and reading.mention_at[first][0].kind == "demonym") and (before.definite or reading.mention_in.get(first - 1) is not None):
            break
        if before is None or before.particle or before.verb or reading.words[first] is None or reading.words[first].conj or reading.words[first].prep:
            break
        if FINITE_CUES[reading.keys[first - 1]]:
            break
        first -= 1
    # `استقبل وفدا | برئاسة سامي حداد الذي أوضح …`
    first += first < end - 1 and reading.keys[first] in rule_words("led_by")
    if first >= end or reading.words[first] is not None and reading.words[first].particle or reading.words[first] is None and first == end - 1:
        return None
    beyond = _beyond(reading, first, end, reading.words[relative])
    if beyond is not None:
        return beyond
    return _agreeing(reading, first, end, reading.words[relative]), end


def _beyond(reading, first, end, relative):
    """`تجار الحبوب في بيروت، | الذين رفضوا`, `سامي حداد المقيم في الولايات المتحدة | والذي ينفي`: the noun phrase before a preposition whose country the pronoun cannot mean; else None."""
    held = reading.mention_at.get(first)
    before = reading.words[first - 1] if first else None
    place = held[1] == end and reading.is_state(held[0]) if held is not None else end == first + 1 and reading.is_place(first)
    if not place or before is None or before.particle != "preposition" or before.stem != "في":
        return None
    feminine, plural = relative.stem.endswith("التي"), relative.stem.endswith("الذين")
    gender = phrase_features(reading, (first, end))[0]
    if feminine and gender is None and held is not None and reading.tokens.forms[end] in COMMAS:
        return _state_that_acts(reading, first)
    if feminine or not (plural or relative.stem.endswith("الذي") and (gender == "f" or reading.words[end - 1].stem.endswith("ة"))):
        return None
    floor = max(reading.sentence_start(first), first - 12)
    for k in range(floor, first - 1):
        stop = reading.noun_phrase(k, first - 1)
        if stop > k and all(reading.words[t] is not None and reading.words[t].definite and reading.words[t].stem[2:] in rule_words("situated") for t in range(stop, first - 1)):
            speaks = reading.is_person(reading.mention_at[k][0]) if not plural and k in reading.mention_at else plural or actor_like(reading, (k, stop)) or reading.keys[k] in reading.registry.first_names
            if speaks and agree_with(phrase_features(reading, (k, stop)), False, plural):
                return k, stop
    return None


def _state_that_acts(reading, first):
    """`مدارس تديرها الإمارات في اليمن، | التي رفضت التقرير`: the state in the feminine that is the subject of the verb before a country of either gender at token `first`, with only the preposition between; else None."""
    k = first - 2
    while k > reading.sentence_start(first) and k in reading.mention_in and k not in reading.mention_at:
        k -= 1
    found, verb = reading.mention_at.get(k), reading.words[k - 1] if k > 0 else None
    if found is None or found[1] != first - 1 or not reading.is_state(found[0]) or phrase_features(reading, (k, found[1]))[0] != "f" or verb is None:
        return None
    hers = verb.stem[0] == "ت" or verb.stem.endswith("ت")
    return (k, found[1]) if hers and (verb.verb or not (verb.particle or verb.definite) and verb.stem not in known_nouns() and verb.stem.endswith(("ها", "ه", "هم"))) else None


def _agreeing(reading, first, end, relative):
    """Return where in first … end - 1 the noun begins that a relative pronoun means: `تصريحات الرئيس، سامي حداد، | الذي هدد`: not the statements."""
    gender, number = phrase_features(reading, (first, end))
    feminine, plural = relative.stem.endswith("التي"), relative.stem.endswith("الذين")
    last = reading.words[end - 1]
    if first < end - 1 and first and (FINITE_CUES[reading.keys[first - 1]] or reading.words[first - 1] is not None and reading.words[first - 1].verb) and end - 1 not in reading.mention_in and last is not None and last.definite and not is_adjective(last) and reading.words[end - 2] is not None and reading.words[end - 2].definite and agree_with(phrase_features(reading, (end - 1, end)), feminine, plural):
        # `رفض السكان | الخطة التي اقترحتها البلدية`: subject and object.
        return end - 1
    if relative.stem.endswith("الذي") and (gender == "f" or number == "p") or feminine and gender == "m" and number == "s" or plural and number == "s":
        for k in range(first + 1, end):
            found, word = reading.mention_at.get(k), reading.words[k]
            # `حمل العميد | الجهات التي عارضت الخطة المسؤولية`
            noun = k == end - 1 and word is not None and word.definite and not is_adjective(word) and reading.words[k - 1] is not None and reading.words[k - 1].definite
            if (found is not None and found[0].kind != "demonym" or noun) and agree_with(phrase_features(reading, (k, end)), feminine, plural):
                return k
    held = reading.mention_at.get(next((k for k in range(end - 1, first, -1) if k in reading.mention_at and reading.mention_at[k][1] == end), -1))
    head = reading.words[first]
    if held is not None and reading.is_person(held[0]) and held[0].kind in ("name", "new") and head is not None and first not in reading.mention_in and not actor_like(reading, (first, end)) and bare_noun(head) in known_nouns() and not (feminine and reading.features(held[0])[0] != "f") and agree_with(phrase_features(reading, (end - 1, end) if end - 1 in reading.mention_at else (first + 1, end)), feminine, plural):
        # `أخطاء سلفه سامي حداد، | الذي رفض …`: what cannot speak is not meant.
        return next(k for k in range(first + 1, end) if k in reading.mention_at and reading.mention_at[k][1] == end)
    return first


def agree_with(features, feminine, plural):
    """Say whether a noun with (gender, number) can be meant by a relative pronoun that is feminine or plural."""
    gender, number = features
    return number != "s" if plural else gender != "m" if feminine else gender != "f" and number != "p"


def relative_agrees(relative, form):
    """الذين takes a plural verb, التي a feminine one; else what is referred to is no subject (`عناصره الذين قال إنهم`)."""
    if relative.endswith("الذين"):
        return form.number == "p"
    if relative.endswith("التي"):
        return form.gender == "f"
    return form.gender == "m" and form.number == "s" if relative.endswith("الذي") else True
