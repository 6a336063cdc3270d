"""Who is meant where the subject of a nested statement is dropped: the one who says what holds it, the subject of its clause, or a name before it."""

from analysis.attribution.complements import has_pronoun, is_complementizer, said_therein
from analysis.attribution.dropped_subjects import mention_source, object_said, phrase_source
from analysis.attribution.features import actor_like, phrase_features
from analysis.attribution.memory import agree, outer, together
from analysis.attribution.objects import subject_end
from analysis.text import fold
from analysis.wordlists import common_nouns, rule_words, verbal_nouns
from analysis.words import WORD


def first_person(draft):
    """We and I inside a quotation are the quoted source."""
    holder = outer(draft)
    while holder is not None:
        if holder.resolved:
            return holder.resolved[0]
        holder = outer(holder)
    return None


def inner_source(reading, draft, here, memory, identify):
    """The dropped subject of a nested statement.

    The subject of the clause that holds it (`أن موسكو … وتأمل`), the outer source where that clause has a pronoun
    (`أنه يأمل`), else the nearest name before it that agrees.
    """
    holder, source = outer(draft), first_person(draft)
    agrees = source is not None and agree(draft.gender, draft.number, source)
    if agrees and _held_by_speaker(draft, source) or source is not None and source.type == "person" and _opens_as_mine(reading, draft, holder):
        return source
    beside = _joined_to(reading, draft, holder, here)
    if beside is not None:
        return beside
    start = _clause_start(reading, draft, holder)
    if holder is not None and holder.span[0] < draft.anchor:
        told_of = _told_of(reading, draft, holder, start, identify)
        if told_of is not None:
            return told_of
        if agrees and any(case(reading, draft, start) for case in _SPEAKER_MEANT):
            return source
        subject = _subject_therein(reading, draft, start, identify)
        if subject is not None:
            return subject
    found = _named_before(reading, draft, start, identify) or _told_therein(reading, draft, holder, here)
    if found is not None or agrees:
        return found or source
    other = next((d.resolved[0] for d in reversed(here) if d.resolved and d.depth == 0 and agree(draft.gender, draft.number, d.resolved[0])), None)
    if other is not None:
        return other
    alone = source is not None and not source.beside
    if draft.number == "p" and reading.inside[draft.anchor] >= 0 and alone and source.type == "person":
        # `قال المدير "إنهم يكرهوننا. | يعتقدون أن …"`: not he, whoever they are.
        return several_before(reading, draft, start, identify) or memory.latest(draft.gender, draft.number)
    two = _two_before(reading, draft, start, identify) if draft.number == "d" and alone else None
    return two or memory.latest(draft.gender, draft.number) or source


def _held_by_speaker(draft, source):
    """`قالت الوزارة إن الفصائل التي | تعتبرها إرهابية …`, `قالت المتحدثة إن … العملية التي | تمنت أن تتم`: say whether the speaker herself holds or hopes it of those of whom the relative clause tells."""
    return draft.rule == "relative_verb" and draft.reading is not None and (bool(draft.reading.form.pronoun) or source.gender is not None and draft.reading.cue.act == "hope")


def _clause_start(reading, draft, holder):
    """Return the token at which the clause begins that holds a nested statement: behind the object in `هدد نظيره | بأنه سيرسل … ويضيف`."""
    start = reading.sentence_start(draft.anchor)
    if holder is None or holder.span[0] >= draft.anchor:
        return start
    start = max(start, holder.span[0])
    if holder.how != "object":
        return start
    return next((k for k in range(start, draft.anchor) if reading.kinds[k] == WORD and is_complementizer(reading.keys[k])), start)


def _told_of(reading, draft, holder, start, identify):
    """`اتهم الوزير المسؤولين بأنهم يكذبون حين | يزعمون أن …`: those of whom it is said; else None."""
    if holder.how != "object" or draft.number != "p" or not _pronoun_opens(reading, draft, start):
        return None
    return next((found for k in range(start - 1, holder.span[0] - 1, -1) if (found := mention_source(reading, k, draft, identify)) is not None), None)


def _pronoun_opens(reading, draft, start):
    """`أنه | يأمل`: say whether the clause opens with a pronoun."""
    return reading.kinds[start] == WORD and has_pronoun(reading.words[start])


def _whom_he_calls(reading, draft, start):
    """`إن الحملة ضد من | وصفهم بالمتمردين ستستمر`: say whether the verb calls those behind من something."""
    return draft.rule in ("what_is_called", "verb_alone") and draft.reading.form.pronoun and reading.keys[draft.anchor - 1] in rule_words("whom")


def _before_adding(reading, draft, start):
    """`إن الرئيس قوي، قبل أن | يضيف`: say whether it tells what he who speaks says next."""
    return reading.keys[draft.anchor - 1] == "ان" and reading.keys[draft.anchor - 2] in rule_words("when_said")


def _said_of_thing(reading, draft, start):
    """`تقريرا عن سجون | قالت إنها …`: say whether the pronoun is that of the noun before the verb."""
    return draft.kind != "participle" and object_said(reading, draft)


def _in_his_text(reading, draft, start):
    """`وجه النائب سؤالا إلى الوزير | استفسر فيه عن …`: say whether he says it in the text that he sends."""
    return said_therein(reading, draft.anchor) and outer(draft).rule == "light_verb"


_SPEAKER_MEANT = (_in_his_text, _pronoun_opens, _whom_he_calls, _before_adding, _said_of_thing)
"""What shows that the dropped subject of a nested statement is the outer source, if it agrees."""


def _subject_therein(reading, draft, start, identify):
    """`إن | ترامب بات مقتنعا بـ…`, `أن | موسكو … وتأمل`: the subject of the clause that begins at token `start`; else None."""
    before = reading.words[draft.anchor - 1]
    predicate = draft.kind == "participle" and before is not None and before.particle == "auxiliary"
    subject = phrase_source(reading, start + 1, draft, identify) if draft.rule in ("verb_alone", "light_verb") or predicate else None
    return subject or _did_before(reading, draft, start, identify)


def _named_before(reading, draft, start, identify):
    """`إن | إيران تبني قواعد في سوريا، ومنها تريد …`: the nearest name before it that agrees, rather one that stands behind no preposition; else None."""
    if draft.kind == "participle" or draft.rule == "noun_demand":
        return None
    for governed in (False, True):
        for k in range(draft.anchor - 1, start - 1, -1):
            subject = mention_source(reading, k, draft, identify) if governed or not _is_governed(reading, k) else None
            if subject is not None:
                return subject
    return None


def _told_therein(reading, draft, holder, here):
    """`وكالة الضحى: أعلن الوزير بدء العمل | مضيفا أن …`, `قال المكتب إن "الوزير أكد أهمية اللقاء، | مشيرا إلى …"`: who speaks within what is said, behind the agency's name or inside the marks; else None."""
    if draft.kind != "participle" or holder is None:
        return None
    inner = [d for d in reversed(here) if d.resolved and outer(d) is holder and d.anchor < draft.anchor]
    headline = next((d.resolved[0] for d in inner if d.kind == "finite"), None) if holder.rule == "headline_colon" else None
    if headline is not None and agree(draft.gender, draft.number, headline):
        return headline
    marks = reading.inside[draft.anchor]
    said = next((d.resolved[0] for d in inner if d.rule in ("subject_verb", "verb_subject") and d.reading.cue.act in ("say", "declare") and reading.inside[d.anchor] == marks), None) if marks >= 0 else None
    return said if said is not None and agree(draft.gender, draft.number, said) else None


def _two_before(reading, draft, start, identify):
    """`إن الرئيس الأميركي، ونظيره الكوري، طلبا منه …`: the first two parties named from token `start` on, behind no preposition, as one source; else None."""
    named = [identify(k, reading.mention_at[k][1]) for k in range(start, draft.anchor) if k in reading.mention_at and reading.mention_at[k][0].kind not in ("demonym", "metonym") and not _is_governed(reading, k)]
    second = next((n for n in named[1:] if n.actor != named[0].actor), None)
    return together([named[0], second])[0] if second is not None else None


def several_before(reading, draft, start, identify):
    """`قال إن | الناخبين "اعترفوا بالخطأ"`, `الجميع سيدركون أن …`: the nearest noun for several people before the verb, from token `start` on, as a source; else None."""
    for k in range(draft.anchor - 1, start - 1, -1):
        word = reading.words[k]
        if word is None or word.prep or not word.definite or k in reading.mention_in and k not in reading.mention_at or reading.keys[k] not in rule_words("everybody") and phrase_features(reading, (k, k + 1))[1] != "p":
            continue
        bare = word.stem.removeprefix("ال")
        if reading.keys[k] in rule_words("everybody") or actor_like(reading, (k, k + 1)) or bare.endswith(("ون", "ين")) and bare not in verbal_nouns() and bare[:-2] not in common_nouns():
            return identify(k, max(reading.noun_phrase(k, draft.anchor), k + 1))._replace(gender="m", number="p")
    return None


def _joined_to(reading, draft, holder, here):
    """`قال إن المبعوث انتقد الحكومة | وبرر موقف خصومها`: a verb with و goes on from the one beside it in the same content, if its subject agrees; else None."""
    if holder is None or draft.rule != "verb_alone" or not reading.words[draft.anchor].conj and reading.keys[draft.anchor - 1] not in rule_words("adversative"):
        return None
    beside = next((d.resolved[0] for d in reversed(here) if d.resolved and outer(d) is holder and d.kind == "finite" and d.rule == "subject_verb"), None)
    return beside if beside is not None and agree(draft.gender, draft.number, beside) else None


def _did_before(reading, draft, start, identify):
    """`قال "إن الانفجار وقع أمس، وقامت اللجنة بالتحقيق، | وخلصت إلى …"`: the subject right behind the nearest perfect before a perfect with و, from token `start` on, if it agrees; else None."""
    i = draft.anchor
    if draft.rule != "verb_alone" or draft.person != 3 or draft.reading.form.pos != "perfect" or not reading.words[i].conj or fold(draft.reading.cue.lemma) in rule_words("going_on"):
        return None
    for k in range(i - 2, start, -1):
        word = reading.words[k]
        if word is None or word.verb != "perfect" or k in reading.mention_in or not reading.starts_noun_phrase(k + 1) or word.stem.endswith("ت") != (draft.gender == "f") or reading.words[k - 1] is not None and reading.words[k - 1].particle == "relative":
            continue
        end = subject_end(reading, k + 1, i, True)
        source = identify(k + 1, end) if end > k + 1 and actor_like(reading, (k + 1, end)) else None
        return source if source is not None and agree(draft.gender, draft.number, source) else None
    return None


def _opens_as_mine(reading, draft, holder):
    """`وقال سامي: "| أوضحت أن السوق آمنة"`: say whether a perfect in ت opens the quotation, so that it is the first person; `أرادت`, `دعت` can be she alone."""
    form, mark = draft.reading and draft.reading.form, draft.anchor - 1 - (reading.keys[draft.anchor - 1] in rule_words("already"))
    singular = draft.rule == "verb_alone" and form is not None and (form.pos, form.person, form.gender, form.number) == ("perfect", 3, "f", "s")
    return singular and form.lemma[-1] not in "اى" and reading.words[draft.anchor].stem[-3] != "ا" and mark in reading.opens and holder is not None and holder.begin == mark


def _is_governed(reading, k):
    """Say whether the name at token k stands behind a preposition."""
    word, before = reading.words[k], reading.words[k - 1] if k else None
    return word is not None and bool(word.prep) or before is not None and before.particle == "preposition"
