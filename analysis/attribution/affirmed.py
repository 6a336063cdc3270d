"""Whether a verb of saying is affirmed: not negated, unreal, impersonal or of another sense, so that it reports something."""

from analysis.attribution.complements import has_pronoun, is_complementizer
from analysis.attribution.features import agrees
from analysis.attribution.objects import is_title
from analysis.attribution.other_senses import other_sense
from analysis.cues import CUE_READINGS, FINITE, FINITE_CUES
from analysis.text import fold
from analysis.wordlists import common_nouns, rule_words, verbal_nouns
from analysis.words import COMMAS, QUOTE, WORD


def negation(reading, i):
    """Return the negation right before token i, without و or ف: لا, لم, لن, else None."""
    word = reading.words[i - 1] if i > reading.sentence_start(i) else None
    return word.stem if word is not None and word.stem in ("لا", "لم", "لن") else None


def affirmed(reading, i, r):
    """Say whether the cue is no verb of saying negated by لم, لن or لا, which reports nothing. `نفى`, `استبعد` and their kind always report."""
    before, start, finite, lemma = negation(reading, i), reading.sentence_start(i), r.form.pos in FINITE, fold(r.cue.lemma)
    if r.cue.act == "want" and i > start and reading.words[i - 1] is not None and reading.words[i - 1].stem in rule_words("if"):
        # `وإذا أراد الرجل أن`
        return False
    if r.form.pos == "perfect" and reading.inside[i] >= 0 and reading.keys[i].endswith("ت") and reading.keys[i - 1].removeprefix("و").removeprefix("ف") in rule_words("if"):
        # `"إذا | تحدثت سوف تسجن"`: whoever does.
        return False
    if finite and i > start and reading.keys[i - 1].removeprefix("و") in rule_words("whatever"):
        # `مهما قال: لن ننسى`
        return False
    imperfect = r.form.pos == "imperfect"
    if finite and (imperfect and (_unreal(reading, i, r) or _would(reading, i, r)) or _nobody_in_particular(reading, i)) or r.cue.act == "want" and _only_begins(reading, i, r):
        return False
    if r.cue.act in ("deny", "reject"):
        return True
    if lemma in rule_words("hides"):
        # `لم يخف الوزير قلقه` shows it.
        return before is not None
    if r.form.person == 1 and finite and (r.form.pos == "imperfect" and r.form.number == "s" or r.form.number == "p" and r.cue.act == "believe") and (_nobody_speaks(reading, i) or reading.inside[i] < 0 and r.form.number == "s" and i > start and reading.words[i - 1] is not None and reading.words[i - 1].particle == "auxiliary"):
        # `قبيلة أرحب`, `كان قد أضيف إلى القائمة`: outside somebody's words nobody says I.
        return False
    if finite and (other_sense(reading, i, r) or imperfect and _only_wished(reading, i, r) or _negated_before(reading, i)):
        return False
    if r.cue.act == "believe" and r.form.pos == "imperfect" and reading.keys[i + 1:i + 2] == ["من"] and reading.keys[i + 2:i + 3] and reading.keys[i + 2] not in rule_words("judged"):
        # `يعتبر من أهم الموانئ`
        return False
    if r.form.pos == "imperfect" and r.form.person == 3 and i - 2 >= start and reading.tokens.forms[i - 1] == "أن" and any(reading.keys[k] in rule_words("ought") for k in range(max(start, i - 3), i - 1)):
        # `لا ينبغي له أن يهدد السوق`
        return False
    if r.form.prefix and r.form.pos == "perfect" and i > start and reading.keys[i - 1] in rule_words("already"):
        # `قد ودعا البطولة`: right behind قد no و joins a verb.
        return False
    if lemma in rule_words("considered") and not r.form.pronoun and i + 1 < len(reading.words) and reading.words[i + 1] is not None and (reading.words[i + 1].stem in rule_words("serving_as") or reading.keys[i + 1][0] == "ك" and reading.keys[i + 1][1:] in common_nouns() | verbal_nouns()):
        # `الموقف يعتبر بمثابة تهديد`, `القانون يعتبر كإعلان حرب`
        return False
    if r.form.pos == "perfect" and i > start and reading.keys[i - 1] in rule_words("will_be"):
        # `سيكون ثمن ذلك باهظا`: no perfect stands behind it.
        return False
    if before in ("لم", "لن") or r.form.pos == "imperfect" and i - 2 >= start and reading.tokens.forms[i - 1] == "أن" and reading.keys[i - 2] in rule_words("without"):
        # `لم يؤكد`, `من دون أن يوضح السبب`
        return False
    return not (before == "لا" and (lemma in rule_words("required") or r.cue.act in ("say", "declare", "report", "write", "show", "threaten", "fear") or r.cue.strength == "doubtful"))


def _nobody_speaks(reading, i):
    """Say whether token i stands in no quotation, and behind neither a colon nor a verb that reports in its sentence."""
    before = range(reading.sentence_start(i), i)
    return reading.inside[i] < 0 and not any(reading.tokens.forms[k] == ":" or reading.kinds[k] == WORD and FINITE_CUES[reading.keys[k]] for k in before)


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
    if reading.tokens.forms[that] not in ("أن", "بأن") or that < 1 or reading.keys[that - 1] in rule_words("when_said") or reading.keys[that - 1] in rule_words("expected"):
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
