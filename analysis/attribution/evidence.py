"""When verb, content and source together are evidence enough for a statement."""

from analysis.attribution.complements import classes, has_pronoun, is_complementizer, preposition_at
from analysis.attribution.drafts import Draft
from analysis.attribution.features import actor_like, agrees, bare_noun, is_document, phrase_features
from analysis.attribution.objects import is_title
from analysis.cues import CUE_READINGS, FINITE
from analysis.inflection import without_pronoun
from analysis.text import fold
from analysis.wordlists import common_nouns, documents, human_titles, known_nouns, manner_nouns, name_links, named_heads, quantities, rule_words, speaking_nouns, verbal_nouns
from analysis.words import COMMAS, QUOTE, WORD

SPEECH = ("clause", "quotation", "colon")
"""Ways in which content begins that hardly anything but reported speech has."""


def draft_at(rule, reading, i, r, *, sources=(), clause=None, begin=None, kind="finite", confidence=0.9):
    """Return the Draft of a statement with its cue at token i; content from `clause`, or from `begin` behind a preposition."""
    begin, how = (clause.begin, clause.how) if clause is not None else (begin, "preposition")
    return Draft(rule, reading.tokens.sentence_of[i], (i, i + 1), r, list(sources), begin, how=how, confidence=confidence, kind=kind,
                 gender=r.form.gender, number=r.form.number, person=r.form.person)


def negation(reading, i):
    """Return the negation right before token i, without و or ف: لا, لم, لن, else None."""
    word = reading.words[i - 1] if i > reading.sentence_start(i) else None
    return word.stem if word is not None and word.stem in ("لا", "لم", "لن") else None


def affirmed(reading, i, r):
    """Say whether the cue is no verb of saying negated by لم, لن or لا, which reports nothing. `نفى`, `استبعد` and their kind always report."""
    before = negation(reading, i)
    if r.cue.act == "want" and i > reading.sentence_start(i) and reading.words[i - 1] is not None and reading.words[i - 1].stem in rule_words("if"):
        # `وإذا أراد الرجل أن`
        return False
    if r.form.pos in FINITE and i > reading.sentence_start(i) and reading.keys[i - 1].removeprefix("و") in rule_words("whatever"):
        # `مهما قال: لن ننسى`
        return False
    if r.form.pos in FINITE and (_unreal(reading, i, r) or _would(reading, i, r) or _nobody_in_particular(reading, i)) or _only_begins(reading, i, r):
        return False
    if r.cue.act in ("deny", "reject"):
        return True
    if fold(r.cue.lemma) in rule_words("hides"):
        # `لم يخف الوزير قلقه` shows it.
        return before is not None
    if r.form.person == 1 and r.form.pos in FINITE and (r.form.pos == "imperfect" and r.form.number == "s" or r.form.number == "p" and r.cue.act == "believe") and (_nobody_speaks(reading, i) or reading.inside[i] < 0 and r.form.number == "s" and i > reading.sentence_start(i) and reading.words[i - 1] is not None and reading.words[i - 1].particle == "auxiliary"):
        # `قبيلة أرحب`, `كان قد أضيف إلى القائمة`: outside somebody's words nobody says I.
        return False
    if r.form.pos in FINITE and (_other_sense(reading, i, r) or _only_wished(reading, i, r) or _negated_before(reading, i)):
        return False
    if r.cue.act == "believe" and r.form.pos == "imperfect" and reading.keys[i + 1:i + 2] == ["من"] and reading.keys[i + 2:i + 3] and reading.keys[i + 2] not in rule_words("judged"):
        # `يعتبر من أهم الموانئ`
        return False
    if r.form.pos == "imperfect" and r.form.person == 3 and i - 2 >= reading.sentence_start(i) and reading.tokens.forms[i - 1] == "أن" and any(reading.keys[k] in rule_words("ought") for k in range(max(reading.sentence_start(i), i - 3), i - 1)):
        # `لا ينبغي له أن يهدد السوق`
        return False
    if r.form.prefix and r.form.pos == "perfect" and i > reading.sentence_start(i) and reading.keys[i - 1] in rule_words("already"):
        # `قد ودعا البطولة`: right behind قد no و joins a verb.
        return False
    if fold(r.cue.lemma) in rule_words("considered") and not r.form.pronoun and i + 1 < len(reading.words) and reading.words[i + 1] is not None and (reading.words[i + 1].stem in rule_words("serving_as") or reading.keys[i + 1][0] == "ك" and reading.keys[i + 1][1:] in common_nouns() | verbal_nouns()):
        # `الموقف يعتبر بمثابة تهديد`, `القانون يعتبر كإعلان حرب`
        return False
    if r.form.pos == "perfect" and i > reading.sentence_start(i) and reading.keys[i - 1] in rule_words("will_be"):
        # `سيكون ثمن ذلك باهظا`: no perfect stands behind it.
        return False
    if before in ("لم", "لن") or r.form.pos == "imperfect" and i - 2 >= reading.sentence_start(i) and reading.tokens.forms[i - 1] == "أن" and reading.keys[i - 2] in rule_words("without"):
        # `لم يؤكد`, `من دون أن يوضح السبب`
        return False
    return not (before == "لا" and (fold(r.cue.lemma) in rule_words("required") or r.cue.act in ("say", "declare", "report", "write", "show", "threaten", "fear") or r.cue.strength == "doubtful"))


def _nobody_speaks(reading, i):
    """Say whether token i stands in no quotation, and behind neither a colon nor a verb that reports in its sentence."""
    before = range(reading.sentence_start(i), i)
    return reading.inside[i] < 0 and not any(reading.tokens.forms[k] == ":" or reading.kinds[k] == WORD and any(r.form.pos in FINITE for r in CUE_READINGS[reading.keys[k]]) for k in before)


def _negated_before(reading, i):
    """`لم تنف الوزارة أو تؤكد الخبر`: say whether أو joins the verb at i to one that لم, لن or لا negates."""
    if i < 2 or reading.keys[i - 1] != "او":
        return False
    return any(reading.words[k] is not None and reading.words[k].particle == "negation" and reading.words[k].stem in ("لم", "لن") for k in range(max(reading.sentence_start(i), i - 7), i - 1))


def _only_wished(reading, i, r):
    """`رفض أن يؤكد الخبر`, `يأمل أن تنصح النقابة`: behind أن what is refused or hoped for is not said."""
    if r.form.pos != "imperfect" or i < 2 or reading.tokens.forms[i - 1] != "أن":
        return False
    for k in range(i - 2, max(reading.sentence_start(i), i - 5) - 1, -1):
        if reading.words[k] is None:
            return False
        if CUE_READINGS[reading.keys[k]] and k not in reading.mention_in:
            return any(o.cue.act in ("reject", "hope") and o.form.pos in FINITE for o in CUE_READINGS[reading.keys[k]])
    return False


def _unreal(reading, i, r):
    """`يجب على المجلس أن | يدين الهجوم`, `حتى | تضمن الهدوء`: what somebody is to do, or does so that something follows, is not done yet; but `قبل أن يضيف`, `من المتوقع أن يعلن`."""
    if r.form.pos != "imperfect" or r.form.person == 1 and r.form.number == "s" or i <= reading.sentence_start(i):
        return False
    if reading.keys[i - 1] in rule_words("so_that") or r.cue.act == "learn" and r.form.prefix.endswith("ل"):
        # also `حان الوقت لتدرك النقابة أن …`
        return True
    that = i - 1 - (reading.kinds[i - 1] == QUOTE)
    if reading.tokens.forms[that] not in ("أن", "بأن") or that < 1 or reading.keys[that - 1] in rule_words("when_said") | rule_words("expected"):
        return False
    # `يهم الوزارة أن توضح …`
    return rule_words("glad_to").isdisjoint(reading.keys[max(reading.sentence_start(i), that - 6):that])


def _would(reading, i, r):
    """`لم يقرر ما إذا كان | سيعلن استقالته`: behind كان a future is not said."""
    return r.form.prefix.endswith("س") and i > reading.sentence_start(i) and reading.words[i - 1] is not None and reading.words[i - 1].stem in rule_words("had")


def _nobody_in_particular(reading, i):
    """`إن | اعتقد أحد أن هذا ممكن`: say whether anyone, and so nobody in particular, is the subject of the verb at i."""
    return i + 2 < len(reading.keys) and reading.keys[i + 1] in rule_words("anyone") and reading.kinds[i + 2] == WORD and is_complementizer(reading.keys[i + 2])


def _only_begins(reading, i, r):
    """`| نريد أن نؤكد أن …`: say whether a verb of wishing in the first person only leads to what the speaker says."""
    if r.cue.act != "want" or r.form.person != 1 or i + 2 >= len(reading.keys) or reading.tokens.forms[i + 1] != "أن":
        return False
    return any(o.form.person == 1 and o.form.pos == "imperfect" and o.cue.act in ("say", "declare", "report") for o in CUE_READINGS[reading.keys[i + 2]])


def _is_most(reading, i):
    """Say whether an elative goes on with the noun at i (`وأبرز | دليل`, `وأبرز | الأسباب أن`): neither with أن nor with one who can speak."""
    word = reading.words[i]
    if is_complementizer(reading.keys[i]) or word.particle is None and (bare_noun(word) in human_titles() or reading.keys[i] in reading.registry.first_names or reading.keys[i] in rule_words("honorific")):
        return False
    return not word.definite or bare_noun(word) in common_nouns() and bare_noun(word) not in speaking_nouns()


def _sets_out(reading, i):
    """`أبرز | وزير المناجم كمال نصار أهمية …`, `وأبرز | السيد نصار دور …`: say whether the elative at i can only be a verb, since it opens its clause and one definite person stands behind it."""
    if i + 1 >= reading.sentence_end(i) or i > reading.sentence_start(i) and not reading.words[i].conj and reading.kinds[i - 1] == WORD:
        return False
    held = reading.mention_at.get(i + 1)
    if held is None:
        word, last = reading.words[i + 1], reading.words[max(reading.noun_phrase(i + 1, reading.sentence_end(i)), i + 2) - 1]
        if word is None or last is None or phrase_features(reading, (i + 1, i + 2))[1] == "p" or not word.definite and word.stem.endswith("ي"):
            return False
        return (word.definite or last.definite) and (bare_noun(word) in human_titles() or bare_noun(word) in documents() or reading.keys[i + 1] in rule_words("honorific"))
    return reading.is_person(held[0]) and reading.features(held[0])[1] != "p" and (held[0].kind in ("name", "new") or any(reading.words[k] is not None and reading.words[k].definite for k in range(i + 1, held[1])))


def _is_object_noun(reading, i):
    """Say whether the word at token i, which looks like a verb, stands behind the subject of a verb that takes an object: it is that object."""
    for k in range(i - 1, max(reading.sentence_start(i), i - 6) - 1, -1):
        word = reading.words[k]
        if word is None or word.particle and k not in reading.mention_in:
            return False
        if any(r.form.pos in FINITE and r.cue.takes_object and not r.form.pronoun for r in CUE_READINGS[reading.keys[k]]) and k not in reading.mention_in:
            return k < i - 1
    return False


def _other_sense(reading, i, r):
    """Say whether what stands beside a verb gives it another sense than saying.

    `نشر على صفحته` (was published), `شددت القيود على` (tightened), `سترد على أي هجوم` (will strike back), `هذا أمر` (a matter).
    """
    lemma = fold(r.cue.lemma)
    word, after = reading.words[i], reading.words[i + 1] if i + 1 < reading.sentence_end(i) else None
    before = reading.words[i - 1] if i > reading.sentence_start(i) else None
    held = reading.quotations[reading.inside[i]] if reading.inside[i] >= 0 else None
    if held is not None and held.first and held.last - held.first <= 4 and reading.keys[held.first - 1].removeprefix("ال") in named_heads():
        # `وكالة "فرات نيوز"`
        return True
    if lemma in rule_words("matter"):
        return before is not None and (before.particle in ("demonstrative", "pronoun") or before.particle == "complementizer" and has_pronoun(before))
    if lemma in rule_words("elative") and r.form.pos == "perfect" and r.form.gender == "m" and r.form.number == "s" and (r.cue.takes_object or not r.form.pronoun) and (
            before is not None and before.particle == "preposition" and not word.conj or after is not None and i + 1 not in reading.mention_at and _is_most(reading, i + 1) or r.cue.takes_object and (r.form.pronoun or not _sets_out(reading, i))):
        # `من أبرز المعارضين`, `وأبرز دليل على ذلك أن`
        return True
    if r.cue.act in ("threaten", "say") and after is not None and after.prep == "ب" and bare_noun(after) in rule_words("carried"):
        # `يهتفون ويلوحون بالأعلام`
        return True
    if lemma in rule_words("belongs") and r.form.pos == "perfect" and not word.conj and after is not None and after.prep == "ل" and before is not None:
        # `مختبر تابع لوزارة الدفاع`
        return True
    if lemma in rule_words("altogether") and not word.conj and before is not None and before.definite and (after is None or reading.keys[i + 1] != "علي"):
        # `رسالة للعالم أجمع`
        return True
    if lemma in rule_words("displays") and after is not None and after.particle == "pronoun_prepositional":
        # `وعرض فيها بعض الصور`
        return True
    behind_noun = not word.conj and before is not None and not before.definite and before.particle is None and i - 1 not in reading.mention_in
    if behind_noun and lemma in rule_words("mentions") and r.form.pos == "imperfect" and (after is None or (after.prep or after.particle == "preposition") and reading.keys[i + 1] not in rule_words("therein")):
        # `لم تقدم مساعدة تذكر للمنكوبين`
        return True
    if behind_noun and lemma in rule_words("price") and r.form.pos == "perfect" and r.form.number == "s":
        # `سيدفعون ثمن ذلك`
        return True
    if lemma in rule_words("price") and r.form.pos == "perfect" and any(reading.words[k] is not None and reading.words[k].stem in rule_words("pays") for k in range(max(reading.sentence_start(i), i - 6), i)):
        # `يدفع العمال ثمن الإهمال`
        return True
    if before is not None and is_title(before) and reading.keys[i] in reading.registry.first_names and not word.conj and after is not None and (reading.keys[i + 1] in name_links() or reading.keys[i + 1] in rule_words("child_of")):
        # `الدكتورة أمل بنت خميس`
        return True
    if lemma in rule_words("answers") and r.form.pos == "perfect" and r.form.gender == "m" and r.form.number == "s" and not word.conj and after is not None and after.definite and is_title(after) and _is_object_noun(reading, i):
        # `استغرب سامي حداد رد الوزير`
        return True
    if after is None:
        return False
    if lemma in rule_words("across") and r.form.pos == "perfect" and r.form.gender == "m" and not word.conj and (after.stem in rule_words("medium") or after.definite and after.stem[2:] in verbal_nouns() or i + 1 in reading.mention_in and reading.is_medium(reading.mention_in[i + 1])):
        # `كشف عبر تويتر عن …`
        return True
    if lemma in rule_words("receives") and any(key in rule_words("copy") for key in reading.keys[i + 1:min(i + 6, reading.sentence_end(i))]):
        # `بلاغ توصلت الجريدة بنسخة منه`
        return True
    if lemma in rule_words("entrusts"):
        # `تعهد إليه المهمات`
        return after.particle == "pronoun_prepositional" and after.stem.startswith("الي")
    if lemma in rule_words("alive") and reading.tokens.forms[i].endswith("ا"):
        # `عثر على الطيار حيا بعد ثلاثين عاما`
        return not (after.definite or i + 1 in reading.mention_in or reading.keys[i + 1] == "علي" or actor_like(reading, (i + 1, i + 2)))
    if lemma in rule_words("unheard"):
        return not word.conj and after.particle == "preposition" and not r.form.pronoun and r.form.gender == "m"
    if lemma in rule_words("tightens"):
        # `شددت القيود على السفر`, not `شدد الحمداني على أن …`: no noun of the language is a surname.
        return _is_tightened(reading, i + 1) or any(_is_tightened(reading, k) and (reading.words[k - 1].definite or k - 1 in reading.mention_in) for k in range(i + 2, _upon(reading, i)))
    if lemma in rule_words("answers") and r.form.pos == "imperfect" and (r.form.prefix.endswith("س") or before is not None and reading.keys[i - 1] in rule_words("will")):
        # `ستردّ موسكو على العقوبات`: what will be done.
        return not any(reading.kinds[k] == QUOTE or reading.tokens.forms[k] == ":" for k in range(i + 1, min(i + 16, reading.sentence_end(i))))
    if lemma in rule_words("answers") and (_gives_back(reading, i) or any(reading.words[k] is not None and reading.words[k].prep == "ب" and reading.words[k].stem.removeprefix("ال") in rule_words("fired") for k in range(i + 1, min(i + 5, reading.sentence_end(i))))):
        # `ردوا علينا بالقنابل`
        return True
    if lemma in rule_words("carries") and (reading.keys[i + 1] == "الي" or after.particle == "pronoun_prepositional" and reading.keys[i + 1].startswith("الي")):
        # `نقلت إلى مدينته عشرين طفلا`
        return True
    if lemma in rule_words("answers") and (after.particle == "preposition" and after.stem == "من" or after.stem in rule_words("of_answer")):
        # `تقديم رد رسمي على العمدة`, `أول رد من الوزير على القناة`
        return True
    if lemma in rule_words("answers"):
        by = next((reading.words[k] for k in range(i + 1, min(i + 6, reading.sentence_end(i))) if reading.words[k] is not None and reading.words[k].prep == "ب" and k not in reading.mention_in), None)
        if by is not None and (by.stem in rule_words("reprisal") or any(base in rule_words("reprisal") for base, _ in without_pronoun(by.stem))):
            # `ردت موسكو بطرد دبلوماسيين`, `رد الجنود على الحشد بقصفه`
            return True
        return any(reading.words[k] is not None and reading.words[k].stem.removeprefix("ال") in rule_words("blow") for k in range(i + 1, min(i + 6, reading.sentence_end(i))) if reading.keys[k - 1] == "علي" or reading.keys[k - 2] == "علي")
    return False


def _is_tightened(reading, k):
    """`القيود`, `قبضته`: say whether at k stands a noun of the language, with ال or its pronoun, that cannot speak."""
    word = reading.words[k]
    if word is None or word.particle or word.verb or word.prep or k in reading.mention_in:
        return False
    nouns = [bare_noun(word)] if word.definite else [base for base, _ in without_pronoun(word.stem)]
    return any(noun in known_nouns() for noun in nouns) and not actor_like(reading, (k, max(reading.noun_phrase(k, reading.sentence_end(k)), k + 1)))


def _upon(reading, i):
    """Return the token of على among the six behind the verb at i, where what stands before it is one row of nouns; else the token behind the verb."""
    for k in range(i + 1, min(i + 7, reading.sentence_end(i))):
        if reading.keys[k] == "علي" and k not in reading.mention_in:
            return k
        if reading.words[k] is None or reading.words[k].particle or reading.words[k].prep:
            return i + 1
    return i + 1


def _gives_back(reading, i):
    """`رد المتحف إلى مصر التمثال`: the first preposition behind the verb is إلى, and nothing behind it is said."""
    last = min(i + 12, reading.sentence_end(i))
    first = next((k for k in range(i + 1, min(i + 6, last)) if reading.words[k] is not None and (reading.words[k].particle == "preposition" or reading.words[k].prep)), None)
    return first is not None and reading.keys[first] == "الي" and not any(reading.kinds[k] == QUOTE and not reading.is_name(reading.opens[k]) for k in range(first, last) if k in reading.opens) and not any(reading.keys[k] == "علي" or reading.tokens.forms[k] == ":" for k in range(first, last))


IMPERSONAL_ACTS = frozenset(("believe", "say", "report", "hope", "fear", "show"))


def is_hollow(stem):
    """Say whether an imperfect shows a long vowel before its last letter, which its passive would not: `يقول`, `يضيف`."""
    return len(stem) == 4 and stem[2] in "وي"


def impersonal(reading, i, r):
    """Say whether the cue has no agent and so is narration: `يُذكر أن`, `يُتوقع أن` at the head of a clause."""
    form = r.form
    if form.pos != "imperfect" or form.gender != "m" or form.number != "s" or r.cue.act not in IMPERSONAL_ACTS or is_hollow(reading.words[i].stem) or r.cue.act == "say" and fold(r.cue.lemma) not in rule_words("told_of"):
        return False
    following = reading.keys[i + 1] if i + 1 < len(reading.keys) else ""
    if not is_complementizer(following):
        return False
    before = reading.words[i - 1] if i > reading.sentence_start(i) else None
    if before is not None and r.cue.act in ("believe", "hope", "fear") and before.particle is None and not before.verb and not before.prep:
        # `الحرارة يتوقع أن تستمر`: with no subject before it nobody expects it.
        return True
    if r.cue.act != "say" and somebody_before_comma(reading, i, form):
        return False
    if reading.words[i].conj and fold(r.cue.lemma) in rule_words("never_passive"):
        # `ويرى أن …`
        return False
    if reading.words[i].conj and any(o.form.pos == "imperfect" and o.form.gender == "m" and o.form.number == "s" and o.cue.strength != "doubtful" for k in range(reading.sentence_start(i), i) for o in CUE_READINGS[reading.keys[k]]) or reading.words[i].conj and reading.sentence_start(i) < i and _does_something(reading, reading.sentence_start(i)):
        # `لا يعترف المجلس بالخطوة، ويعتبر أن …`: it goes on from the verb before.
        return False
    if i == reading.sentence_start(i) or reading.words[i].conj or reading.tokens.forms[i - 1] in ("،", ",", "و", "-", "–", "—", "(", ")"):
        return True
    return reading.keys[i - 1] in ("كما", "فيما", "هذا", "ما") or reading.keys[i - 1] in rule_words("where")


def somebody_before_comma(reading, i, form):
    """`النائب سامي حداد، | يرى أن …`: say whether nothing but somebody stands before the comma, of whom the clause is not told (`سامي حداد، يعتقد أنه …`)."""
    start = reading.sentence_start(i)
    if i - 1 <= start or reading.tokens.forms[i - 1] not in COMMAS or reading.words[i].conj or has_pronoun(reading.words[i + 1]):
        return False
    whole = start in reading.mention_at and reading.mention_at[start][1] == i - 1 or reading.starts_noun_phrase(start) and reading.noun_phrase(start, i - 1) == i - 1
    named = start in reading.mention_at and reading.is_person(reading.mention_at[start][0])
    return whole and (named or is_title(reading.words[start])) and agrees(reading, (start, i - 1), form)


def _does_something(reading, start):
    """`ويشارك سامي في المسيرة، ويعتبر أن …`: say whether the sentence opens with a masculine imperfect and somebody who can act."""
    word = reading.words[start]
    return word is not None and word.verb == "imperfect" and word.stem.startswith("ي") and start + 1 < len(reading.words) and reading.starts_noun_phrase(start + 1) and not is_complementizer(reading.keys[start + 1])


def _found_by(reading, r, clause, source):
    """`وجدت الدراسة أن`, `أثبت محققون أن`, not `اكتشف العامل أن`: say whether a document, or who looks into things by trade, is the source."""
    if source is None:
        return r.form.prefix.startswith("و") and _document_before(reading, clause)
    pointed = reading.words[source[0]] is not None and reading.words[source[0]].particle in ("demonstrative", "quantifier")
    heads = [k for k in range(source[0] + pointed, min(source[0] + pointed + 2, source[1])) if reading.words[k] is not None]
    return any(is_document(reading, (k, k + 1)) or bare_noun(reading.words[k]) in rule_words("finders") for k in heads)


def _how_it_is_done(reading, begin):
    """`وجه الوزير | بسرعة الانتهاء من الجسر`: say whether a noun of manner at token `begin` is in construct with a verbal noun."""
    following = reading.words[begin + 1] if begin + 1 < reading.sentence_end(begin) else None
    return reading.words[begin].stem in manner_nouns() and following is not None and following.stem.removeprefix("ال") in verbal_nouns()


def _with_what(reading, begin):
    """`هددت الشرطة المشاركين في المسيرة بالسجن`: say whether ب tells not far behind token begin what somebody is threatened with."""
    return reading.keys[begin][0] == "ب" or any(reading.words[k] is not None and reading.words[k].prep == "ب" for k in range(begin, min(begin + 8, reading.sentence_end(begin))))


def _is_somebody(reading, begin):
    """Say whether somebody is named at token begin, in quotation marks or without them."""
    return begin in reading.opens or begin in reading.mention_in or actor_like(reading, (begin, max(reading.noun_phrase(begin, reading.sentence_end(begin)), begin + 1)))


def _set_out(reading, clause, source):
    """`استعرض أهم التحديات`, not `استعرض الملف` or `استعرض … "الحرس الملكي"`; what could be the subject is no object."""
    if clause.begin in reading.opens:
        return source is None or clause.begin <= source[1]
    return _goes_on(reading, clause.begin) and (source is not None or not actor_like(reading, (clause.begin, clause.begin + 1)))


def _goes_on(reading, begin):
    """Say whether the noun phrase from token begin on has a second word."""
    after = reading.words[begin + 1] if begin + 1 < reading.sentence_end(begin) else None
    return after is not None and not after.conj and after.particle in (None, "relative", "preposition") and not reading.surely_verb(begin + 1)


def _is_threat(reading, k):
    """`لوح | بالانسحاب`, `بفرض عقوبات`, `بورقة العقوبات`: say whether a deed or a means of pressure stands behind the preposition at k."""
    nouns = [word for word in reading.words[k:k + 3] if word is not None]
    return any(word.stem.removeprefix("ال") in verbal_nouns() or word.stem.removeprefix("ال") in rule_words("pressure") for word in nouns[:2]) or not any(word.stem.removeprefix("ال") in common_nouns() for word in nouns[:1])


def enough(reading, r, clause, source=None):
    """Say whether verb, content and source together are evidence enough for a statement.

    A lemma that always reports needs nothing more. The others need a clause or quotation as content, or an actor as
    source; without a source, and for the codebook's doubtful cases, only a clause or quotation will do.
    """
    if r.form.pronoun and r.form.pos in FINITE and r.cue.act not in _TAKES_PRONOUN and not (r.cue.takes_object or r.cue.addressee):
        return False
    if clause.how == "object" and fold(r.cue.lemma) in rule_words("matter") and not any(preposition_at(reading, k, r.cue.objects) or reading.keys[k].startswith("با") and is_complementizer(reading.keys[k]) for k in range(clause.begin, min(clause.begin + 12, reading.sentence_end(clause.begin)))):
        # `لم يكن قد أمر أو فكر في الاغتيال`: who is ordered is ordered something.
        return False
    dual = fold(r.cue.lemma) in rule_words("dual_verb")
    whole = r.form.pos == "perfect" and (clause.how == "preposition" and (len(r.cue.lemma) > 3 or dual) or clause.how == "object" and dual)
    if r.form.number == "d" and clause.how not in SPEECH and source is None and not whole and not (r.form.pos == "perfect" and r.form.gender == "f"):
        # `ردا على` is a noun; `أعربا عن قلقهما`, `وأكدا أهمية العمل`, `ودعتا الأطراف` can be none.
        return False
    if fold(r.cue.lemma) in rule_words("waves") and clause.how == "preposition" and not _is_threat(reading, clause.begin):
        # `لوح بعلم`: a thing is waved, a deed threatened with.
        return False
    if fold(r.cue.lemma) in rule_words("directs") and r.form.pos != "noun":
        # `وجه الأمير بتشكيل لجنة`
        return clause.how == "preposition" and not r.form.pronoun and source is not None and actor_like(reading, source) and clause.begin <= reading.blessing_end(source[1]) + 2 and not any(reading.words[k] is not None and (reading.words[k].stem in documents() or reading.words[k].particle) for k in range(*source)) and not reading.words[clause.begin].definite and (bare_noun(reading.words[clause.begin]) in verbal_nouns() or _how_it_is_done(reading, clause.begin))
    if fold(r.cue.lemma) in rule_words("rules"):
        # `قضت المحكمة بسجنه`, not `قضى متأثرا بجروحه`
        return source is not None and not r.form.pronoun and bare_noun(reading.words[source[0]]) in rule_words("court")
    if fold(r.cue.lemma) in rule_words("regards") and (source is None or clause.how == "preposition" and reading.keys[clause.begin] == "علي"):
        # `ينظر إليه على أنه …`: nobody is named; not `ينظر القاضي على مدى شهر في القضية`
        return False
    if fold(r.cue.lemma) in rule_words("reserves") and r.form.pos == "imperfect" and clause.how == "preposition" and source is not None:
        # `تتحفظ باريس على العقوبات`; `تحفظت الشرطة على السيارة` is a deed
        return actor_like(reading, source)
    if fold(r.cue.lemma) in rule_words("talks") and clause.how == "preposition" and bare_noun(reading.words[clause.begin]) in rule_words("language"):
        # `يتحدث بالعبرية`
        return False
    if fold(r.cue.lemma) in rule_words("sets_out") and clause.how == "object" and not _set_out(reading, clause, source):
        return False
    if fold(r.cue.lemma) in rule_words("turns_out") and r.form.pos == "imperfect" and r.form.gender == "f" and clause.how == "clause" and not (source is not None and is_document(reading, source)):
        # `وتبين الوثائق أن`, not `وتبين للمحققين أن`, where it turned out
        return False
    if fold(r.cue.lemma) in rule_words("agrees") and clause.how == "quotation" and clause.subjects and reading.keys[clause.subjects[-1][1]] == "مع":
        # `لا يتفق مع معتقداتها، و"…"`
        return False
    if fold(r.cue.lemma) in rule_words("agrees") and clause.how == "preposition" and reading.keys[clause.begin] == "علي" and not (clause.begin + 1 < len(reading.keys) and is_complementizer(reading.keys[clause.begin + 1])):
        # `اتفقت البلديتان على خطة` is a deed of both; `اتفقتا على أن …` is not.
        return False
    if fold(r.cue.lemma) in rule_words("proves") and clause.how == "clause" and has_pronoun(reading.words[clause.begin]) and (source is None or not (is_document(reading, source) or source[0] not in reading.mention_at)):
        return False
    if fold(r.cue.lemma) in rule_words("finds") and not _found_by(reading, r, clause, source):
        return False
    if fold(r.cue.lemma) in rule_words("witness") and clause.how == "clause" and clause.begin > (source[1] if source is not None else clause.end) + 1:
        # `شهدت المنطقة هجوما … بأنه`
        return False
    if fold(r.cue.lemma) in rule_words("pleads") and (clause.how != "clause" or reading.keys[clause.begin][0] != "ب" or clause.begin > (source[1] if source is not None else clause.end) + 1):
        # `ويدفع المحامون بأن …`, not `دفع مبلغا لمن تقول إن …`
        return False
    if fold(r.cue.lemma) in rule_words("ends_with") and clause.how == "preposition" and not any(o.form.pos == "noun" for o in CUE_READINGS[reading.keys[clause.begin]]):
        # `يختتم جولته بزيارة`
        return False
    if r.cue.act in ("threaten", "say") and clause.how == "preposition" and bare_noun(reading.words[clause.begin]) in rule_words("carried"):
        # `لوحوا بالأعلام`
        return False
    if fold(r.cue.lemma) in rule_words("endangers") and clause.how == "object" and not _is_somebody(reading, clause.begin) and not _with_what(reading, clause.begin):
        # `يهدد الملاحة`: a thing is endangered
        return False
    if fold(r.cue.lemma) in rule_words("new") and clause.how == "object" and _is_deed(reading, clause.begin) and bare_noun(reading.words[clause.begin]) not in rule_words("stands") and not any(o.form.pos == "noun" for o in CUE_READINGS[reading.keys[clause.begin]]):
        # `جددت الجماعة اقتحام المبنى`: a deed done again.
        return False
    if fold(r.cue.lemma) in rule_words("new") and clause.how == "object" and reading.words[clause.begin] is not None and any(base in rule_words("blow") for base, _ in without_pronoun(reading.words[clause.begin].stem)):
        # `جدد الجيش غاراته`
        return False
    if clause.cue is not None and clause.begin is not None and _tells_of_deed(reading, r, clause, source):
        return False
    if r.cue.governs == ("ان",) and clause.how != "clause" and not (clause.how == "colon" and any(is_complementizer(key) for key in reading.keys[clause.begin + (clause.begin in reading.opens):][:1])):
        # `أبرز المدن: دوما`, `سجلت "الأهداف"`, not `وبين الوزير :" ان …`
        return False
    if r.cue.act == "report" and clause.how in ("quotation", "colon") and not {"quote", "bare"} & set(r.cue.governs):
        # `نقل الغاز عبر "خط الشمال"`
        return False
    if r.form.pronoun and r.form.pos == "imperfect" and clause.begin is not None and classes(r.cue):
        # `الحزب الذي تصنفه منظمة إرهابية`
        return True
    if r.cue.act == "learn":
        press, learnt = source is not None and is_press(reading, source), source is not None and fold(r.cue.lemma) in rule_words("comes_to_know") and _is_medium(reading, source)
        # `علمت «الضحى» أن الوزير استقال`; `علم الوزير أن الجسر مغلق` reports nothing.
        return learnt and clause.how in ("preposition", "clause") or press and clause.how in ("preposition", "object")
    if r.cue.strength == "always" or clause.how in SPEECH and not is_term(reading, clause):
        return True
    if r.cue.act == "show" and clause.how in ("object", "quotation") and not (source is not None and is_document(reading, source)):
        # To record or list something reports it only where a document or a watching body does it.
        return source is None and r.form.pos == "perfect" and _document_before(reading, clause)
    if r.cue.act == "want" and clause.how == "object" and r.form.pos == "imperfect" and r.form.person == 3:
        # `أن الوزير يريد فتح السوق`, `إنه يريد هجوما`: a deed that is wanted.
        return fold(r.cue.lemma) not in rule_words("plans") and _is_deed(reading, clause.begin) and source is not None and actor_like(reading, source)
    if fold(r.cue.lemma) in rule_words("links") and r.form.pos in FINITE and source not in clause.subjects:
        # `طريق يربط بين المدينتين`
        return False
    if fold(r.cue.lemma) in rule_words("passes") and clause.how == "object" and (source is None and not r.form.prefix.startswith("و") or r.form.pronoun):
        # `أقر القانون عام 1996`: by whom is not said.
        return False
    if clause.how == "object" and r.cue.act == "believe" and source is not None and reading.words[source[0]] is not None and reading.words[source[0]].stem in quantities():
        # `ويقدر عدد المقاتلين بألفين`
        return False
    if r.cue.governs == ("obj",) and r.cue.act == "believe" and clause.subjects and clause.begin - clause.subjects[-1][1] > 2 * (clause.how == "object"):
        # `القائمة تعدها المنظمة من أجل "حماية التراث"`
        return False
    if fold(r.cue.lemma) in rule_words("decides") and clause.how in ("object", "preposition") and source is not None and _is_chamber(reading, source):
        # `قررت المحكمة وقف الهدم`, `وافق البرلمان على القانون`
        return not r.form.pronoun
    if clause.how == "object" and source is not None and actor_like(reading, source) and not r.form.pronoun and (_held_that(reading, r, clause.begin) or _tells_with(reading, r, clause.begin)):
        return True
    if fold(r.cue.lemma) in rule_words("attacks") and clause.how == "object" and source is not None and _is_one(reading, source) and not reading.is_place(clause.begin):
        # `هاجم النائب سامي حداد الصحيفة`: one person does so with words.
        return True
    if r.cue.strength == "doubtful" or source is None and (r.form.pos == "imperfect" and not (r.form.person == 1 and r.cue.act in _OF_ONESELF) or r.form.number == "d" and not whole):
        return False
    if source is None or actor_like(reading, source):
        return True
    if r.cue.act == "report" and clause.how == "preposition" and clause.begin - (reading.tokens.forms[clause.begin - 1] in COMMAS) == source[1]:
        # `نقلت الحديدي عن الأمير قوله`, not `نسبت أربع مخالفات إلى الشركة`
        return reading.keys[clause.begin] == "عن" or not any(reading.words[k] is not None and reading.words[k].stem.removeprefix("ال") in known_nouns() for k in range(*source))
    if clause.how in ("object", "quotation") and r.form.pos == "perfect" and not r.form.pronoun and clause.begin == source[1] == source[0] + 1 and r.cue.strength == "complement" and r.cue.act in _OF_ONESELF | {"declare", "accuse"}:
        # `وعزا رضائي | هذا التأخير إلى …`, `وأدان رضائي | "العدوان"`
        name, opened = reading.words[source[0]], reading.words[clause.begin]
        return name is not None and len(name.stem) > 3 and bare_noun(name) not in known_nouns() and (clause.begin in reading.opens or opened is not None and opened.particle == "demonstrative")
    # An unknown name right behind a perfect: `وأشار كيلي إلى`.
    return clause.how == "preposition" and r.form.pos == "perfect" and clause.begin == source[1] and source[1] - source[0] <= 4 and r.cue.act in ("say", "declare", "demand", "warn", "welcome", "praise", "accept", "promise", "condemn")


def is_press(reading, phrase):
    """Say whether a noun phrase is a paper, a channel or the like, by its head noun or its mention."""
    word, held = reading.words[phrase[0]], reading.mention_at.get(phrase[0])
    return bare_noun(word) in rule_words("press") or held is not None and reading.is_medium(held[0])


def casts_light(reading, phrase):
    """`سلطت الصحيفة الضوء على الأزمة`: say whether a noun phrase is a medium or one person, who do so with words."""
    return is_press(reading, phrase) or _is_medium(reading, phrase) or _is_one(reading, phrase) or phrase[1] - phrase[0] > 1 and reading.keys[phrase[0]] in reading.registry.first_names


def _held_that(reading, r, begin):
    """`فسر مراقبون التغيير بأنه تصعيد`, `صورت البلدية الاحتجاج على أنه مؤامرة`: say whether what the object at token begin is held to be follows with أن."""
    for k in range(begin + 1, min(begin + 10, reading.sentence_end(begin) - 1)):
        if "ب" in r.cue.objects and reading.keys[k][0] == "ب" and is_complementizer(reading.keys[k]) or r.cue.strength == "doubtful" and r.cue.act == "declare" and "علي" in r.cue.objects and reading.keys[k] == "علي" and is_complementizer(reading.keys[k + 1]):
            return True
    return False


def _tells_with(reading, r, begin):
    """`كذب المدير هذه المعلومات`, `تبنى التنظيم الهجوم`, `قدرت البلدية عدد الزوار بمليون`: say whether the object at token begin makes a verb of several senses report."""
    at = begin + (reading.words[begin] is not None and reading.words[begin].particle == "demonstrative")
    word = reading.words[at] if at < len(reading.words) else None
    if word is None:
        return False
    lemma, noun = fold(r.cue.lemma), bare_noun(word).removesuffix("ا")
    if lemma in rule_words("estimates"):
        return noun in rule_words("amount") and any(reading.words[k] is not None and reading.words[k].prep == "ب" for k in range(begin + 1, min(begin + 16, reading.sentence_end(begin))))
    return lemma in rule_words("gives_the_lie") and noun in rule_words("things_told") or lemma in rule_words("claims") and noun in rule_words("attack")


_OF_ONESELF = frozenset(("demand", "accept", "reject", "praise", "condemn", "thank", "welcome", "criticise"))
"""Acts that one does by saying so: `نرفض الخطة`, `أهنئ الفريق`."""


def _tells_of_deed(reading, r, clause, source):
    """`علقت الشركة | عملياتها ومن المقرر أن …`, `واصل الوفد | سحب سلاحه في عملية "سريعة"`: say whether a thing stands between a verb, or its subject, and the content that some other word opens."""
    lemma, behind = fold(r.cue.lemma), source[1] if source is not None and source[0] > clause.cue else clause.cue + 1
    if clause.begin == behind or clause.how == "colon" or reading.tokens.forms[clause.begin - 1] == ":" or behind >= reading.sentence_end(clause.cue):
        return False
    if lemma in rule_words("hangs"):
        return clause.how == "clause" and reading.keys[clause.begin] == "ان" and reading.kinds[clause.begin - 1] == WORD
    return lemma in rule_words("goes_on_doing") and goes_on_doing(reading, behind)


def goes_on_doing(reading, k):
    """`يتابع | نتائج الفحوص`, `تتابع | عن كثب الأوضاع`: say whether what stands behind a verb of going on, or its subject, is what is followed or done."""
    word = reading.words[k]
    if word is None or k in reading.opens or reading.keys[k] == "عن":
        return word is not None and reading.keys[k] == "عن"
    return not (word.particle or word.prep or word.conj or word.stem.endswith("ا")) and k not in reading.mention_in and reading.starts_noun_phrase(k) and bare_noun(word) not in manner_nouns() and not CUE_READINGS[reading.keys[k]] and bare_noun(word) not in rule_words("own_words")


def _is_deed(reading, i):
    """Say whether a verbal noun stands at token i, with or without ال or the ending of an object."""
    word = reading.words[i] if i < len(reading.words) else None
    return word is not None and i not in reading.mention_in and bool({word.stem, word.stem.removeprefix("ال"), word.stem.removesuffix("ا")} & verbal_nouns())


def _is_chamber(reading, phrase):
    """Say whether a noun phrase is a court or a body that votes: `المحكمة العليا`, `مجلس النواب`."""
    head = reading.words[phrase[0]]
    return head is not None and bool({bare_noun(head)} & (rule_words("court") | rule_words("chamber")))


def _is_one(reading, phrase):
    """Say whether a noun phrase means one person, named or by an office: `الوزير`, `وزير النقل`, `سامي حداد`."""
    held, head = reading.mention_at.get(phrase[0]), reading.words[phrase[0]]
    office = phrase[1] - phrase[0] > 1 and (behind := reading.words[phrase[0] + 1]) is not None and behind.definite and not behind.prep
    return held is not None and reading.is_person(held[0]) or head is not None and (head.definite or office) and bare_noun(head) in human_titles()


def _is_medium(reading, phrase):
    """Say whether a noun phrase is an agency, a paper or a channel, by its mention, its marks or its head noun."""
    first = phrase[0]
    if first + 1 < phrase[1] and reading.words[first] is not None and reading.words[first].particle == "quantifier":
        # `أحد المواقع الإخبارية`
        first += 1
    if first in reading.mention_at:
        return reading.is_medium(reading.mention_at[first][0])
    return first in reading.opens or bare_noun(reading.words[first]) in named_heads()


_TAKES_PRONOUN = frozenset(("say", "write", "declare", "report", "show"))
"""Acts whose object pronoun means what is said (`ما قالته`); elsewhere it needs a verb that takes an object."""


def _document_before(reading, clause):
    """Say whether the sentence before is about a document: `وذكرت الإحصائية … ووثقت 658 حالة`."""
    sentence = reading.tokens.sentence_of[min(clause.begin, len(reading.tokens) - 1)]
    for index in range(max(0, sentence - 3), sentence + 1):
        first, last = reading.tokens.bounds[index]
        for k in range(first, min(last, clause.begin)):
            if reading.words[k] is not None and reading.words[k].definite and bare_noun(reading.words[k]) in documents() and k and CUE_READINGS[reading.keys[k - 1]]:
                return True
    return False


def is_term(reading, clause):
    """Say whether the content is a name or single term in marks, which is no quotation: `رصدت "جسما غريبا"`."""
    return clause.how == "quotation" and reading.is_name(reading.opens[clause.begin])


def spoken_by(reading, rule, i, r, clause, nested=False):
    """Return a Draft for each of the clause's subjects (`قالت باريس ولندن إن`: two), or None where there is no content."""
    drafts = [draft_at(rule, reading, i, r, sources=[s], clause=clause) for s in clause.subjects]
    for draft in drafts:
        draft.kind = "nested" if nested else "finite"
        draft.sure = clause.how in SPEECH and r.cue.strength != "doubtful" and clause.subjects[0][0] == i + 1
        if clause.how == "colon":
            draft.confidence = 0.95
    return drafts if clause.begin is not None else None
