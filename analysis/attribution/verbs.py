"""Rules for finite reporting verbs, precise first. A rule's docstring is its template sentence."""

from dataclasses import replace

from analysis.attribution.adverbials import is_adverb
from analysis.attribution.affirmed import affirmed
from analysis.attribution.clause import Clause, read_clause
from analysis.attribution.complements import has_pronoun, is_complementizer, preposition_at, said_therein
from analysis.attribution.drafts import LATER, NO_CUE
from analysis.attribution.evidence import SPEECH, draft_at, enough, goes_on_doing, spoken_by
from analysis.attribution.features import actor_like, agrees, bare_noun, is_common, is_document, is_oblique_plural, is_text, phrase_features, speaking_nouns
from analysis.attribution.objects import is_adjective, is_possessive, is_title
from analysis.attribution.passives import indefinite_accusative, is_accused, is_considered, is_held, is_reckoned, is_this_held, subject_follows, told_of, without_object
from analysis.attribution.subjects import pronoun_subject, subject_before
from analysis.attribution.verb_tests import continues_sentence, deals_with, headline_goes_on, i_feel, shared
from analysis.cues import CUE_READINGS, FINITE_CUES
from analysis.inflection import without_pronoun
from analysis.text import fold
from analysis.wordlists import accusative_noun, adjectives, carries_on, common_nouns, documents, human_titles, known_nouns, publishing_verbs, rule_words, verbal_nouns
from analysis.words import COMMAS, NUMBER, QUOTE, WORD, FormCache


def subject_verb(reading, i, r):
    """موسكو تأمل في …; لكن الوزير قال إن …: the subject stands before its verb in the same clause."""
    again = r.form.prefix == "و" and i > reading.sentence_start(i) + 1 and reading.keys[i - 1] in rule_words("did_again")
    if r.form.prefix.startswith("و") and not again or r.form.prefix.startswith("ف") and not set(reading.keys[reading.sentence_start(i):i]) & rule_words("as_for") or r.form.person in (1, 2) or i and reading.keys[i - 1] in rule_words("what") or said_therein(reading, i) and r.cue.act != "believe":
        # `نشر النائب تدوينة قال فيها`: what stands before the verb is where it is said.
        return None
    if r.form.pos == "perfect" and i_feel(reading, i, r):
        return []
    # `الوزير سبق | وأكد أن …`: the subject stands before the first of the two verbs.
    subjects = subject_before(reading, i - again, r.form)
    if not subjects or _shown(reading, i, subjects[-1]) or not actor_like(reading, subjects[0]) and subject_follows(reading, i, r) or subjects[-1][1] < i and _its_own_subject(reading, i, r, subjects):
        # `وصل سامي مع ابنته إلى مدينة | تقول الشرطة إنها آمنة`: behind a verb without object stands its subject.
        return None
    if not affirmed(reading, i, r) or told_of(reading, i, r, subjects[0]):
        return []
    clause = read_clause(reading, i, r.cue, r.form, subject_first=True)
    if clause.begin is None and not clause.subjects:
        clause.subjects = subjects
        return shared(reading, i, r, clause)
    if clause.begin is not None and clause.how not in SPEECH and r.cue.act == "threaten" and len(subjects) == 1 and _thing_acts(reading, subjects[0], i):
        return []
    if clause.begin is None or not (enough(reading, r, clause, subjects[0]) or len(subjects) == 1 and _lone_name(reading, subjects[0], i, r)):
        return None
    if _said_of_it(reading, i, r, clause, subjects[0]):
        return None
    if is_considered(reading, i, r, clause) or _shows_of_itself(reading, r, subjects[0]) or without_object(reading, i, r, clause) or _is_quoted_so(reading, i, r, clause) and not actor_like(reading, subjects[0]) or _has_object(reading, i, r, clause):
        return []
    drafts = [draft_at("subject_verb", reading, i, r, sources=[s], clause=clause, confidence=0.85) for s in subjects]
    # `لكن مكدوجل قالت إن …. وأضافت`
    drafts[0].sure = r.cue.act == "say" and clause.how in SPEECH and len(subjects) == 1 and _lone_name(reading, subjects[0], i, r)
    return drafts


def _said_of_it(reading, i, r, clause, phrase):
    """`شنت كندا، الخميس، غارات على أهداف | قالت إنها عسكرية`: say whether the pronoun of إن takes up the indefinite thing right before a verb of saying: it is said of it, by another."""
    before = reading.words[i - 1] if i > reading.sentence_start(i) else None
    return (r.cue.act == "say" and clause.begin == i + 1 and has_pronoun(reading.words[i + 1]) and phrase[0] > reading.sentence_start(i) and reading.tokens.forms[phrase[0] - 1] in COMMAS
            and before is not None and not before.definite and not before.particle and i - 1 not in reading.mention_in and not actor_like(reading, phrase))


def _shows_of_itself(reading, r, phrase):
    """`نوع السفينة يشير إلى أن …`: what a thing shows nobody says."""
    return r.form.pos == "imperfect" and r.cue.act in ("say", "declare") and is_common(reading, phrase) and not is_document(reading, phrase)


def _is_quoted_so(reading, i, r, clause):
    """`الضربات تعتبر "انتهاكا صارخا"`: say whether a noun in ا opens the quotation right behind a verb of holding."""
    word = reading.words[i + 2] if clause.begin == i + 1 and i + 1 in reading.opens and i + 2 < len(reading.words) else None
    return word is not None and fold(r.cue.lemma) in rule_words("considered") and not r.form.pronoun and r.form.pos == "imperfect" and not word.definite and word.stem.endswith("ا")


def _has_object(reading, i, r, clause):
    """`اعترضت القوات | صاروخين على ارتفاع كبير`: say whether a noun stands right behind a verb that takes none in its sense of saying."""
    if fold(r.cue.lemma) not in rule_words("without_object") or r.form.pronoun or clause.how not in ("preposition", "quotation") or clause.begin <= i + 1:
        return False
    word = reading.words[i + 1]
    return reading.kinds[i + 1] == NUMBER or word is not None and not word.particle and reading.starts_noun_phrase(i + 1) and not is_adverb(reading, i + 1)


def _opens_clause(reading, first):
    """Say whether token `first` stands right behind أن, لكن or the like, or at the head of its sentence."""
    before = reading.words[first - 1] if first > reading.sentence_start(first) else None
    return first == reading.sentence_start(first) or before is not None and before.particle in ("complementizer", "conjunction", "subordinator") and (before.particle != "subordinator" or before.stem in rule_words("against"))


def _thing_acts(reading, subject, i):
    """`لكن | الأمطار هددت بإفساد الحفل`: say whether a thing with ال opens the clause right before the verb; it says nothing."""
    word = reading.words[subject[0]]
    if subject[1] != i or word is None or not word.definite or subject[0] in reading.mention_in or actor_like(reading, subject) or not _opens_clause(reading, subject[0]):
        return False
    return bare_noun(word) in common_nouns() or bare_noun(word) in verbal_nouns()


def _lone_name(reading, subject, i, r):
    """`غير أن | كاردوسو رفض القرار`: say whether one or two words that no list knows stand between what opens the clause and its verb, so that they are a name."""
    if subject[1] != i or subject[1] - subject[0] > 2 or r.form.prefix or r.form.number == "d" or r.cue.strength == "doubtful" or not _opens_clause(reading, subject[0]) or r.form.pronoun or any(o.form.pos == "noun" for o in CUE_READINGS[reading.keys[i]]) and subject[0] == reading.sentence_start(i):
        return False
    return all(of_no_list(reading, k) for k in range(*subject))


def of_no_list(reading, k):
    """Say whether the word at token k is written like a name and is in no list of nouns."""
    word = reading.words[k]
    if word is None or len(word.stem) < 4 or word.stem.startswith(("ست", "سي", "سن")) or word.definite or word.particle or word.verb or word.prep or word.conj or is_possessive(word) or word.stem.endswith(("ة", "ات", "ين", "ون", "ت", "ان", "ية")):
        return False
    return not any(noun in known for noun in (word.stem, word.stem.removesuffix("ا")) for known in (known_nouns(), speaking_nouns(), adjectives()))


def _shown(reading, i, phrase):
    """`نشرت الوكالة صورا ومقاطع فيديو | قالت إنها …`: say whether the phrase right before the verb is what the pronoun of إن means: a thing without ال behind another noun."""
    head, behind = reading.words[phrase[0]], reading.words[i + 1] if i + 1 < reading.sentence_end(i) else None
    if head is None or head.definite or phrase[1] != i or phrase[0] in reading.mention_in or behind is None or not is_complementizer(reading.keys[i + 1]) or not has_pronoun(behind):
        return False
    before = reading.words[phrase[0] - 1] if phrase[0] > reading.sentence_start(i) else None
    if before is None or head.conj and accusative_noun(before):
        return before is not None
    return reading.kinds[phrase[0] - 1] != QUOTE and not _opens_clause(reading, phrase[0]) and not actor_like(reading, phrase) and bare_noun(head) in known_nouns()


def in_byline(reading, i):
    """`ليلى حسن فرد تكتب لـCNN: …`: say whether the word at i stands in a headline right before another verb, so that it is of the name."""
    return reading.sentences[reading.tokens.sentence_of[i]].paragraph == 0 and i + 1 < len(reading.words) and reading.words[i + 1] is not None and any(r.form.pos == "imperfect" for r in CUE_READINGS[reading.keys[i + 1]])


def _her_relative(word):
    """`ووصفت | زوجها بأنه نزيه`: say whether a word is a man of her kin or circle, by her pronoun: not who speaks in the feminine."""
    return word is not None and not word.prep and not word.conj and any(pronoun == "ها" and base in rule_words("his_kin") for base, pronoun in without_pronoun(word.stem))


def _names_deed(reading, i, r, clause):
    """Say whether a perfect without و or pronoun that is a noun too has a thing with ال right behind it, and a verb behind that: `رفض الاقتراح | يترك انطباعا`."""
    phrase, word = clause.subjects[0], reading.words[clause.subjects[0][0]]
    if r.form.pos != "perfect" or r.form.prefix or r.form.pronoun or word is None or not any(o.form.pos == "noun" and not o.form.pronoun for o in CUE_READINGS[reading.keys[i]]):
        return False
    end = next((k for k in range(phrase[0] + 1, min(phrase[0] + 4, reading.sentence_end(i))) if reading.words[k] is not None and reading.words[k].verb == "imperfect"), None)
    thing = bare_noun(word) in known_nouns() and (word.definite or bare_noun(word) in documents())
    return end is not None and end <= phrase[1] + 1 and thing and phrase[0] not in reading.mention_in and (not actor_like(reading, phrase) or bare_noun(word) in documents())


def _its_own_subject(reading, i, r, before):
    """`… إلى مدينة | تقول الشرطة إنها آمنة`: say whether behind a verb without object, at some distance from the noun before it, somebody stands who agrees with it and says something."""
    if r.cue.takes_object or r.cue.addressee or r.form.number != "s" or any(reading.words[k] is not None and reading.words[k].particle == "auxiliary" for k in range(before[-1][1], i)):
        return False
    clause = read_clause(reading, i, r.cue, r.form)
    return clause.how in SPEECH and subject_follows(reading, i, r) and agrees(reading, clause.subjects[0], r.form)


def verb_subject(reading, i, r):
    """قال الوزير في مؤتمر صحفي إن …: verb, subject, content."""
    if r.form.person in (1, 2) or r.form.number in ("p", "d"):
        return LATER
    clause = read_clause(reading, i, r.cue, r.form)
    if not clause.subjects:
        return LATER
    for case, answer in _NOT_ITS_SUBJECT[r.cue.lemma]:
        if case(reading, i, r, clause):
            return answer
    if clause.begin is None:
        return _paired(reading, i, r, clause) or shared(reading, i, r, clause)
    for case, answer in _NOT_ITS_CONTENT[r.cue.lemma]:
        if case(reading, i, r, clause):
            return answer
    if _subject_behind_object(reading, r, clause):
        return [_object_before_subject(reading, i, r, clause)]
    if not (agrees(reading, clause.subjects[0], r.form) or _each_of(reading, clause.subjects[0]) or _has_age(reading, clause.subjects[0]) or _unknown_surname(reading, i, r, clause) or _slip(reading, i, r, clause)):
        return LATER
    if is_reckoned(reading, r, clause):
        return NO_CUE
    answered = _answered(reading, i, r, clause)
    if answered is not None:
        return answered
    lone = _lone_name_behind(reading, r, clause)
    if not (lone or enough(reading, r, clause, clause.subjects[0]) or _attacks_saying(reading, i, r, clause)):
        return LATER
    if is_accused(reading, r, clause):
        return NO_CUE
    drafts = spoken_by(reading, "verb_subject", i, r, clause)
    if drafts and lone:
        # `أشادت أوكونيل بدور الأردن. كما أثنت على …`
        drafts[0].sure = True
    return drafts


def _of_her_kin(reading, i, r, clause):
    """`ووصفت | زوجها بأنه نزيه`: say whether a man of her kin stands right behind a feminine verb: he does not speak."""
    first = clause.subjects[0][0]
    return r.form.gender == "f" and first == i + 1 and _her_relative(reading.words[first])


def _asked_question(reading, i, r, clause):
    """`الصحفي الذي سأله | هذا السؤال`: say whether what stands behind a verb of asking is the question."""
    return fold(r.cue.lemma) == "سال" and any(reading.keys[k] in rule_words("a_question") for k in range(*clause.subjects[0]))


def _held_or_dealt_with(reading, i, r, clause):
    """`وتعتبر هذه | أكبر عملية في تاريخ المدينة`, `تطرق | الحديث إلى الأزمة`: say whether it is told what something is held to be, or with what a talk deals."""
    return is_this_held(reading, i, r) or deals_with(reading, i, clause)


def _follows_thing(reading, i, r, clause):
    """`يتابع | نتائج الفحوص، ما يعني أنه …`: say whether what is followed or done stands right behind a verb of going on."""
    first = clause.subjects[0][0]
    if first != i + 1 or clause.begin is None or clause.begin <= clause.subjects[-1][1] or reading.tokens.forms[clause.begin - 1] in COMMAS or fold(r.cue.lemma) not in rule_words("goes_on_doing"):
        return False
    return bare_noun(reading.words[first]) in known_nouns() and goes_on_doing(reading, first) and not actor_like(reading, clause.subjects[0])


def _manner_in_marks(reading, i, r, clause):
    """`ينظر | "بجدية كبيرة" إلى المرشحين`: say whether a preposition opens the marks where the subject would stand."""
    first = clause.subjects[0][0]
    return first in reading.opens and reading.words[first + 1] is not None and bool(reading.words[first + 1].prep)


def _is_noun(reading, i, r, clause):
    """`| رفض الاقتراح يترك انطباعا`: say whether the verb is a noun, with what it is about."""
    return clause.subjects[0][0] == i + 1 and _names_deed(reading, i, r, clause)


def _anothers_subject(reading, i, r, clause):
    """`لكن طرحه لم يقنع | الوزير`, `من يتابع ما يقول | الوزير`: say whether the subject is another verb's."""
    first = clause.subjects[0][0]
    if first <= i + 1:
        return False
    return any(reading.words[k] is not None and reading.words[k].particle == "negation" for k in range(i + 1, first)) or r.form.pos == "imperfect" and i > reading.sentence_start(i) and reading.keys[i - 1] in rule_words("whoever")


def _his_and_anothers(reading, i, r, clause):
    """`لكن | طرحه لم يقنع الوزير`: say whether the subject is another verb's, and what looks like a verb has a pronoun: it is a noun."""
    return bool(r.form.pronoun) and _anothers_subject(reading, i, r, clause)


def _considered(reading, i, r, clause):
    """`كان يعتبر | شريكا محتملا`, `ويعتبر سامي حداد | مديرا ناجحا`: say whether the verb of holding is passive: an accusative stands right behind it, or as its one object behind its subject."""
    if r.form.pos != "imperfect" or r.form.pronoun or fold(r.cue.lemma) not in rule_words("considered"):
        return False
    return clause.subjects[0][0] == i + 1 and indefinite_accusative(reading, i + 1) or clause.how == "object" and clause.begin == clause.subjects[-1][1] and indefinite_accusative(reading, clause.begin)


def _unaffirmed(reading, i, r, clause):
    """`لم يؤكد الوزير الخبر`: say whether the verb reports nothing (see `affirmed`)."""
    return not affirmed(reading, i, r)


def _preposition_with_plural(reading, i, r, clause):
    """`| وبين المتهمين 35 شخصا`: say whether what looks like a verb is a preposition, by the case of the plural behind it."""
    return reading.words[i].particle == "preposition" and is_oblique_plural(reading, clause.subjects[0])


def _name_given(reading, i, r, clause):
    """`عملية سمتها | "درع الشمال"`: say whether only a name is given, which says nothing."""
    return r.form.pronoun and r.cue.endorsement == "distancing" and clause.subjects[0][0] in reading.opens


def _object_of_dropped(reading, i, r, clause):
    """`ودعا | جميع أطراف القتال إلى …`, `أنه يؤيد | القرار`: say whether the noun phrase is the object of a dropped subject."""
    return _is_object(reading, r, clause) or (r.cue.takes_object or r.cue.addressee) and not r.form.pronoun and pronoun_subject(reading, i)


def _by_lemma(*cases):
    """Return a table of lemma → the (case, answer) that are tried at its verb, of cases that each begin with the class of rule_words.tsv whose verbs it is for (None: all verbs)."""
    return FormCache(lambda lemma: tuple((case, answer) for verbs, case, answer in cases if verbs is None or fold(lemma) in rule_words(verbs)))


_NOT_ITS_SUBJECT = _by_lemma(
    (None, _of_her_kin, LATER), (None, _asked_question, LATER), (None, _held_or_dealt_with, NO_CUE), ("goes_on_doing", _follows_thing, NO_CUE), (None, _manner_in_marks, LATER), (None, _is_noun, NO_CUE),
    (None, _his_and_anothers, NO_CUE), (None, _anothers_subject, LATER), ("considered", _considered, NO_CUE), (None, _unaffirmed, NO_CUE), (None, _preposition_with_plural, NO_CUE), (None, _name_given, NO_CUE), (None, _object_of_dropped, LATER))
"""What shows that the noun phrase behind a verb is not who speaks, in the order tried, with what `verb_subject` then answers."""


def _increases(reading, i, r, clause):
    """`وزاد | الغموض عندما قالت المديرة إن …`: say whether a thing increases."""
    return fold(r.cue.lemma) in rule_words("increases") and clause.begin > clause.subjects[-1][1] and not actor_like(reading, clause.subjects[0]) and bare_noun(reading.words[clause.subjects[0][0]]) in known_nouns()


def _carried_away(reading, i, r, clause):
    """`نقلت الشرطة | إلى المدينة عشرين طفلا فصلوا عن أهلهم`: say whether somebody is brought somewhere."""
    return clause.how == "preposition" and fold(r.cue.lemma) in rule_words("carries") and reading.keys[clause.subjects[-1][1]] == "الي"


def _thing_with_object(reading, i, r, clause):
    """`يهدد | الجفاف المدينة`: say whether a common noun stands before an object, or before what is believed with no clause or quotation: it does not speak."""
    return (clause.how == "object" or r.cue.act == "believe" and clause.how not in SPEECH) and is_common(reading, clause.subjects[0])


def _hangs_thing(reading, i, r, clause):
    """`علقت | معطفها على الباب`: say whether a thing is hung."""
    head = reading.words[clause.subjects[0][0]]
    return clause.how == "preposition" and head is not None and fold(r.cue.lemma) in rule_words("hangs") and is_possessive(head) and not actor_like(reading, clause.subjects[0])


def _subject_is_what(reading, i, r, clause):
    """`ما | يهدد أمن المنطقة`: say whether ما is the verb's subject, or the object is what something is held to be (see `is_held`)."""
    if clause.how != "object":
        return False
    return is_held(reading, i, r) or i > reading.sentence_start(i) and not r.form.pronoun and reading.keys[i - 1] in rule_words("what") and reading.keys[i - 2] not in rule_words("often")


_NOT_ITS_CONTENT = _by_lemma(("increases", _increases, NO_CUE), ("carries", _carried_away, NO_CUE), (None, _thing_with_object, LATER), ("hangs", _hangs_thing, NO_CUE), (None, _subject_is_what, NO_CUE))
"""What shows that the content behind a verb and its subject is not what somebody says, in the order tried, with what `verb_subject` then answers."""


def _object_before_subject(reading, i, r, clause):
    """`انتقدت بوتين | بعض الجماعات`: the Draft of a verb whose object stands before its subject."""
    clause.subjects, clause.begin = [(clause.begin, max(reading.noun_phrase(clause.begin, reading.sentence_end(i)), clause.begin + 1))], clause.subjects[0][0]
    draft = draft_at("verb_subject", reading, i, r, sources=clause.subjects[:1], clause=clause)
    draft.content = [(clause.begin, clause.subjects[0][0])]
    return draft


def _attacks_saying(reading, i, r, clause):
    """`هاجم الوزير الصحيفة | قائلا إنها …`: say whether the attack is one of words, by what he says behind it."""
    if clause.how != "object" or "quote" not in r.cue.governs or r.cue.act != "criticise":
        return False
    attack = replace(clause, begin=None, end=max(reading.noun_phrase(clause.begin, reading.sentence_end(i)), clause.begin + 1))
    return bool(shared(reading, i, r, attack)) or _says_later(reading, attack.end)


def _lone_name_behind(reading, r, clause):
    """`كشف | سولزبرغر عن تفاصيل اللقاء`, `حذر | سولزبرغر "لن نقبل بالقرار"`: say whether one or two words that no list knows, and so a name, stand between a perfect and its preposition or quotation."""
    first, last = clause.subjects[0]
    quoted = clause.how in ("object", "quotation") and clause.begin in reading.opens and not reading.is_name(reading.opens[clause.begin])
    if len(clause.subjects) > 1 or clause.how != "preposition" and not quoted or not FINITE_CUES[reading.keys[first - 1]] or clause.begin != last or last - first > 2 or r.form.pos != "perfect" or r.form.pronoun or r.cue.strength == "doubtful" or not quoted and preposition_at(reading, last, r.cue.objects):
        return False
    return all(of_no_list(reading, k) for k in range(first, last))


def _has_age(reading, phrase):
    """`قال أركان حداد (30 سنة) إن …`: an age in parentheses makes a person of whatever stands before it."""
    return any(reading.tokens.forms[k] == "(" and reading.kinds[k + 1] == NUMBER and reading.keys[k + 2] in rule_words("years") for k in range(phrase[0] + 1, phrase[1] - 2))


def _says_later(reading, p):
    """Say whether قائلا stands behind token p in its sentence."""
    return any(o.cue.lemma == "قال" and o.form.pos == "participle" for k in range(p, reading.sentence_end(p - 1)) for o in CUE_READINGS[reading.keys[k]])


def _answered(reading, i, r, clause):
    """`ردت الوزارة على النقابة معتبرة أن …`: what is answered is the participle's content; else None."""
    if fold(r.cue.lemma) not in rule_words("answers") or clause.how != "preposition" or reading.keys[clause.begin] != "علي":
        return None
    end = reading.noun_phrase(clause.begin + 1, reading.sentence_end(i))
    while end > clause.begin + 1 and end < reading.sentence_end(i) and reading.tokens.forms[end] in COMMAS:
        end += 1
    if end == clause.begin + 1 or end >= reading.sentence_end(i) or not any(o.form.pos == "participle" and not o.form.definite for o in CUE_READINGS[reading.keys[end]]):
        return None
    answer = Clause(list(clause.subjects), None, None, end)
    return shared(reading, i, r, answer)


def _subject_behind_object(reading, r, clause):
    """Say whether a man's name behind a feminine verb is its object, and several or a body behind it, which can speak, its subject."""
    found = reading.mention_at.get(clause.subjects[0][0])
    if r.form.gender != "f" or r.form.pronoun or clause.how != "object" or len(clause.subjects) > 1 or found is None or found[1] != clause.subjects[0][1] or clause.begin != found[1] or found[0].kind != "name" or reading.words[clause.subjects[0][0]] is None or is_title(reading.words[clause.subjects[0][0]]) or not reading.is_person(found[0]) or reading.features(found[0])[0] != "m":
        return False
    phrase = clause.begin, max(reading.noun_phrase(clause.begin, reading.sentence_end(clause.begin)), clause.begin + 1)
    head = phrase[0] + (reading.words[phrase[0]] is not None and reading.words[phrase[0]].particle == "quantifier")
    return head < phrase[1] and actor_like(reading, (head, phrase[1])) and phrase_features(reading, (head, phrase[1]))[0] == "f"


def _unknown_surname(reading, i, r, clause):
    """`وقال العطية: …`, `وأكد شوامرة أن …`: right behind a masculine verb that takes no object, or right before أن, a lone word in ة that no list knows is a man's name."""
    first, last = clause.subjects[0]
    word = reading.words[first]
    if last - first > 1 or first != i + 1 or word is None or word.prep or word.conj or not word.stem.endswith("ة") or (r.cue.takes_object or r.cue.addressee) and not (clause.how == "clause" and clause.begin == last) or clause.how not in SPEECH:
        return False
    bare = word.stem.removeprefix("ال")
    return not any(bare in known for known in (common_nouns(), speaking_nouns(), adjectives(), verbal_nouns()))


def _slip(reading, i, r, clause):
    """`وقال القيادة العامة إنه …`: between a verb of saying and إن or a mark an actor is the subject, whatever the gender."""
    if r.cue.lemma == "قال" and clause.how in SPEECH and clause.subjects[0][0] == i + 1 and r.form.gender == "f" and reading.mention_at.get(i + 1, (None,))[0] is not None and reading.is_person(reading.mention_at[i + 1][0]):
        # `وقالت النائب العام ليلى حداد في بيان "…"`
        return True
    going_on = fold(r.cue.lemma) in rule_words("going_on") and clause.how == "clause"
    behind = clause.begin - 1 if (going_on or clause.how == "clause" and r.cue.lemma == "قال") and reading.tokens.forms[clause.begin - 1] in COMMAS else clause.begin
    if clause.subjects[0][0] != i + 1 or behind != clause.subjects[-1][1] or not actor_like(reading, clause.subjects[0]):
        return False
    return going_on or r.cue.act == "say" and (clause.how == "quotation" and fold(r.cue.lemma) in rule_words("going_on") or clause.how == "clause" and reading.tokens.forms[clause.begin][0] == "إ")


def _each_of(reading, phrase):
    """`دعا كل من روسيا وفرنسا`: the verb agrees with كل."""
    return phrase[0] >= 2 and reading.keys[phrase[0] - 1] == "من" and reading.keys[phrase[0] - 2] in rule_words("each")


def _paired(reading, i, r, clause):
    """أدانت كندا واستنكرت القرار: the subject between two joined verbs of one form is that of both, and what follows is their content; or None."""
    k = clause.subjects[0][1]
    if not r.cue.takes_object or r.form.pronoun or len(clause.subjects) > 1 or k >= reading.sentence_end(i) or reading.words[k] is None or not reading.words[k].conj or not actor_like(reading, clause.subjects[0]) or not agrees(reading, clause.subjects[0], r.form):
        return None
    for other in CUE_READINGS[reading.keys[k]]:
        if other.cue.takes_object and not other.form.pronoun and (other.form.pos, other.form.person, other.form.gender, other.form.number) == (r.form.pos, r.form.person, r.form.gender, r.form.number):
            inner = read_clause(reading, k, other.cue, other.form, subject_first=True)
            if inner.begin in (k + 1, k + 2) and (inner.begin == k + 1 or reading.words[k + 1] is not None and (reading.words[k + 1].prep == "ب" or reading.words[k + 1].particle == "adverb")) and not inner.subjects and inner.how == "object":
                # Also `أدانت كندا واستنكرت بشدة القرار`.
                return spoken_by(reading, "verb_subject", i, r, replace(inner, subjects=clause.subjects))
    return None


def _is_object(reading, r, clause):
    """Say whether the noun phrase after a verb that takes an object is the object of a dropped subject."""
    first = clause.subjects[0]
    head = reading.words[first[0]]
    if r.cue.act == "demand" and r.cue.objects and (verb := reading.words[first[0] - 1]) is not None and verb.conj and not r.form.pronoun and head is not None and head.stem in rule_words("all") and first[0] + 1 < first[1] and clause.how in ("preposition", "clause"):
        # `ودعا | جميع أطراف القتال إلى …`
        return True
    if _only_told(reading, r, clause):
        return True
    if not r.form.pronoun and r.cue.act == "want" and head is not None and not actor_like(reading, first) and bare_noun(head) in known_nouns() and (head.definite and clause.how == "object" or not head.definite and head.stem in verbal_nouns()):
        # `أرادت إثبات أنها صادقة`, `تريد الخلافة والحكم`
        return True
    if r.cue.objects and r.form.pos == "imperfect" and not r.form.pronoun and clause.how == "preposition" and headline_goes_on(reading, first[0] - 1):
        # `بوتين يلتقي ميركل | ويدعو الاتحاد الأوروبي للمساهمة`
        return True
    if head is not None and head.stem in rule_words("oneself"):
        # `ويصف | نفسه بأنه …`
        return True
    if r.form.pronoun or not r.cue.takes_object:
        return False
    if r.cue.objects and clause.how in ("preposition", "clause") and reading.keys[first[0] - 1] in rule_words("wherein") and first[1] == clause.begin and _whose_text(reading, first[0] - 2, r.form):
        # `نشرت الوزارة بيانا دعت فيه | النقابة إلى الحوار`
        return True
    if clause.begin is None and head is not None and first[0] not in reading.mention_in and first[1] < len(reading.keys) and carries_on(reading.keys[first[1]]) and not (head.definite or head.particle or head.stem in known_nouns() or head.stem in verbal_nouns()):
        # `أوضحت كلارا بونتي | قائلة: "…"`: a name that nothing knows.
        return False
    if fold(r.cue.lemma) in rule_words("repeats") and head is not None and not head.definite and first[0] not in reading.mention_in and head.stem in common_nouns() and head.stem not in speaking_nouns() and head.stem not in documents() and head.stem not in human_titles():
        # `وكرر | موقف بلاده بأن …`
        return True
    if _each_of(reading, first) or r.cue.act in ("say", "declare", "show") and not r.cue.addressee and clause.how == "clause" and reading.keys[clause.begin] == "ان" and first[1] == clause.begin and head is not None and head.definite and agrees(reading, first, r.form):
        # `وذكر المؤشر أن …`
        return False
    if head is not None and not head.definite and head.particle is None and head.stem in verbal_nouns() and first[0] not in reading.mention_at and not actor_like(reading, (first[0], first[0] + 1)) and head.stem.endswith("ة") != (r.form.gender == "f"):
        # `وتؤكد عزم الرئيس سحب القوات`, `وأكد إدانة الهجوم`: a deed of the other gender is what she says.
        return True
    if r.cue.objects and not r.cue.takes_clause and "obj" not in r.cue.governs and "quote" in r.cue.governs and clause.how == "clause" and len(clause.subjects) == 1:
        # `كما وصف الرئيس بأنه تاجر`: it is he who is called so.
        return reading.keys[clause.begin][0] == "ب" and (not actor_like(reading, first) or not any(reading.kinds[k] == WORD and k not in reading.mention_in for k in range(first[1], clause.begin)))
    if fold(r.cue.lemma) in rule_words("calls") and "obj" not in r.cue.governs and len(clause.subjects) == 1 and clause.how in ("preposition", "quotation") and reading.keys[clause.begin][:1] != "و" and not any(reading.kinds[k] == WORD for k in range(first[1], clause.begin)):
        # `وكان قد وصف | الرئيس بـ"التاجر"`
        return True
    if not agrees(reading, first, r.form) or is_oblique_plural(reading, first):
        return True
    if clause.how == "clause" and (r.cue.objects or r.cue.addressee) and reading.keys[clause.begin][0] == "ب" and first[1] == clause.begin and continues_sentence(reading, first, r):
        # `انتقد الوزير العقوبات وطمأن الشعب بأن …`
        return True
    if clause.how in SPEECH and not r.cue.objects:
        return False
    head = reading.words[first[0]]
    if fold(r.cue.lemma) in rule_words("calls") and head is not None and is_possessive(head) and head.particle is None and first[1] == clause.begin and reading.keys[clause.begin + (clause.begin in reading.opens)][:1] == "ب":
        # `يصف | خطابه "بالمضحك"`
        return True
    if clause.how not in SPEECH and head is not None and not head.definite and first[0] not in reading.mention_at and head.stem.endswith(("ه", "ها", "هم")) and head.stem not in speaking_nouns() and bare_noun(head) == head.stem and not actor_like(reading, (first[0], first[0] + 1)):
        # `وأعلن سيطرته على …`: his control is what he announced.
        return True
    if clause.how == "preposition" and r.cue.objects and clause.subjects[-1][1] == clause.begin and continues_sentence(reading, first, r):
        return True
    if (clause.how == "preposition" or clause.how == "clause" and reading.keys[clause.begin][0] == "ب") and r.cue.lemma == "اتهم" and r.form.pos == "perfect" and _whose_clause_goes_on(reading, _before_therein(reading, first[0] - 1)) and _behind_phrases(reading, first[1], clause.begin) == clause.begin:
        return True
    return clause.how != "object" and r.cue.governs[0] not in r.cue.objects and not actor_like(reading, first) and not _lone_name_behind(reading, r, clause)


def _whose_text(reading, i, form):
    """`نشرت الوزارة بيانا، | دعت فيه …`: say whether the verb at i is of the gender of the one before it whose object is the text."""
    k = i - 1 - (reading.tokens.forms[i - 1] in COMMAS)
    start = reading.sentence_start(i)
    while k > start and reading.words[k] is not None and (reading.words[k].particle or reading.words[k].definite or is_adjective(reading.words[k]) or k in reading.mention_in or reading.words[k].prep):
        k -= 1
    if k <= start or reading.words[k] is None or not is_text(reading.words[k]):
        return False
    verb = next((t for t in range(k - 1, start - 1, -1) if reading.words[t] is not None and (reading.words[t].verb == "perfect" or reading.keys[t].removeprefix("و") in publishing_verbs() or any(f.form.pos == "perfect" for f in CUE_READINGS[reading.keys[t]]))), None)
    return verb is not None and reading.noun_phrase(verb + 1, k) == k and agrees(reading, (verb + 1, k), form)


def _only_told(reading, r, clause):
    """`وحث | المجتمع الدولي على دعم اللاجئين`, `وهنأ | أبناء المدينة بالفوز`: with و, the one noun between a verb that needs an addressee and its preposition is he."""
    first, last = clause.subjects[0]
    head, verb = reading.words[first], reading.words[first - 1]
    if verb is None or not verb.conj or r.form.pronoun or head is None or len(clause.subjects) > 1 or last != clause.begin:
        return False
    if clause.how in ("object", "clause") and fold(r.cue.lemma) in rule_words("appeals_to"):
        # `وناشدت | المنظمات التدخل`, `وناشد | الحكومة أن تفتح السوق`
        what = reading.words[clause.begin]
        return clause.how == "clause" or what is not None and bare_noun(what) in verbal_nouns()
    if clause.how != "preposition":
        return False
    if r.cue.objects and r.cue.act == "demand" and head.stem.removeprefix("ال") in rule_words("told_only"):
        return True
    named = reading.mention_at.get(first)
    return fold(r.cue.lemma) in rule_words("thanked") and not (named is not None and (reading.is_person(named[0]) or reading.is_state(named[0]))) and bare_noun(head) not in human_titles()


def _before_therein(reading, k):
    """`بيان أصدرته النقابة | واتهمت فيه الشركة بالإهمال`: return the verb's token where the word at k points back to a text, else k."""
    return k - 1 if reading.keys[k] in rule_words("therein") else k


def _behind_phrases(reading, k, limit):
    """`واتهم أعضاء في المجلس عن حزب العمال | بالكذب`: return the token behind phrases with في, عن or من that belong to a noun that ends at k."""
    while k < limit and reading.keys[k] in ("في", "عن", "من") and k + 1 < limit and reading.starts_noun_phrase(k + 1):
        k = max(reading.noun_phrase(k + 1, limit), k + 2)
    return k


def _whose_clause_goes_on(reading, i):
    """`قطعت السعودية علاقاتها … بعدما | اتهمت الدوحة بدعم …`: behind a subordinator, or with و, the one noun behind the verb is who is accused."""
    before = reading.words[i - 1] if i > reading.sentence_start(i) else None
    return before is not None and (before.particle == "subordinator" or reading.keys[i - 1] == "ان" and reading.keys[i - 2] in rule_words("when_said")) or reading.words[i] is not None and reading.words[i].conj
