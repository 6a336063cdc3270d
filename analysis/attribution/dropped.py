"""Who is meant where the subject is dropped: by agreement, by the clause, and by who spoke last."""

from analysis.attribution.complements import has_pronoun, is_complementizer, said_therein
from analysis.attribution.dropped_inner import first_person, inner_source, several_before
from analysis.attribution.dropped_subjects import clause_subject, mention_source, nearest_subject, object_said, phrase_source
from analysis.attribution.dropped_texts import speaker_there, whose_text_opens
from analysis.attribution.features import actor_like, bare_noun, behind_rally
from analysis.attribution.memory import PASSED_ON, agree, as_its_phrase, by_cue, outer, together, verb_by_place
from analysis.attribution.objects import subject_end
from analysis.attribution.subjects import antecedent, opens_aside, pronoun_subject
from analysis.cues import FINITE_CUES
from analysis.inflection import without_pronoun
from analysis.text import fold
from analysis.wordlists import accusative_noun, common_nouns, publishes, rule_words
from analysis.words import COMMAS, PUNCT


def implicit_source(reading, draft, here, memory, identify):
    """Return the Source whom a statement without a named source means, or None.

    `here` holds the statements of its sentence that are resolved, `memory` the sources of the sentences before.
    """
    if draft.person == 1 or draft.parent is not None and draft.person == 2:
        return first_person(draft)
    if draft.rule in PASSED_ON:
        # `ونقلت عنها الوكالة قولها`: one who spoke before, not who passes it on.
        return memory.latest(draft.gender, draft.number)
    if draft.rule == "allusion" and (alludes := _who_alludes(here, memory)) is not None:
        return alludes
    if memory.entries and _quotation_goes_on(reading, draft, here):
        return memory.entries[-1] if agree(draft.gender, draft.number, memory.entries[-1]) else memory.latest(draft.gender, draft.number)
    if draft.rule == "noun_demand" and (reading.words[draft.anchor].stem in rule_words("in_protest") or behind_rally(reading, draft.anchor)):
        return _protesters(reading, draft, identify)
    told = _told_by_its_words(reading, draft, here, identify)
    if told is not None:
        return told
    if outer(draft) is not None or draft.kind == "nested" and not draft.continues:
        return inner_source(reading, draft, here, memory, identify)
    beside = [d for d in here if d.resolved and (outer(d) is None and d.kind in ("finite", "participle", "headline") or d.rule in PASSED_ON)]
    beside.sort(key=lambda d: d.rule in PASSED_ON)
    return _beside_others(reading, draft, here, beside, memory, identify) if beside else _alone(reading, draft, here, memory, identify)


def _told_by_its_words(reading, draft, here, identify):
    """Return whom the words around the verb or noun tell, whoever else speaks there, by the first of these cases that is met; else None."""
    return (_who_calls_it_so(draft, here)
            or _main_subject(reading, draft, identify)
            or _and_which(reading, draft, identify)
            or _who_also(reading, draft, identify)
            or _before_what(reading, draft, identify)
            or _opens_its_clause(reading, draft, identify)
            or _of_relative_clause(reading, draft, here)
            or (None if any(d.kind == "finite" for d in here) else whose_text_opens(reading, draft, identify)))


def _beside_others(reading, draft, here, beside, memory, identify):
    """Return who is meant where others (`beside`, in order) speak in the same sentence, by the first of these cases that is met."""
    last = beside[-1]
    return (speaker_there(reading, draft, identify)
            or _accused(reading, draft, last, identify)
            or _questioned(reading, draft, last, memory, identify)
            or _several_go_on(reading, draft, beside)
            or _spoken_for(reading, draft, here, beside)
            or _nearest_that_agrees(draft, beside)
            or _unknown_goes_on(reading, draft, last)
            or _subject_of_said(reading, draft, last, identify)
            or _told_before_participle(draft, here, last)
            or _participle_of_clause(reading, draft, identify)
            or _of_several_told(reading, draft, here)
            or _last_resort(reading, draft, beside, memory, identify))


def _alone(reading, draft, here, memory, identify):
    """Return who is meant where nobody else speaks in the same sentence, by the first of these cases that is met."""
    return (speaker_there(reading, draft, identify)
            or _asked(reading, draft, identify)
            or _according_to_whom(reading, draft, here)
            or _goes_on_after_topic(reading, draft, memory)
            or _agent_of_noun(reading, draft, here)
            or _according_to_opening(reading, draft, here)
            or _behind_full_stop(reading, draft, memory)
            or _of_relative_verb(reading, draft, here)
            or (_participle_of_clause(reading, draft, identify) if draft.continues and draft.kind != "according" else _verb_of_clause(reading, draft, identify))
            or _of_several_told(reading, draft, here)
            or _beyond_thing(reading, draft, identify)
            or _and_had(reading, draft, identify)
            or _but_it(reading, draft, identify)
            or _last_resort(reading, draft, [], memory, identify))


def _last_resort(reading, draft, beside, memory, identify):
    """Return who spoke last in the sentences before, if he agrees, else the subject of the clause, else whoever is left; None where nobody is."""
    goes_on = _goes_on(draft)
    return (memory.latest(draft.gender, draft.number, goes_on) or clause_subject(reading, draft, identify, reading.sentence_start(draft.anchor))
            or next((d.resolved[0] for d in reversed(beside)), None) or (memory.entries[-1] if memory.entries and draft.continues else None)
            or (memory.latest(draft.gender, draft.number) if goes_on else None)
            or next((source for source in reversed(memory.behind) if agree(draft.gender, draft.number, source)), None)
            or (memory.entries[-1] if goes_on and memory.entries and draft.gender == "m" else None))


def _goes_on(draft):
    """`وأضاف`, `وتابع`: say whether the verb only goes on from one of saying."""
    return draft.reading is not None and fold(draft.reading.cue.lemma) in rule_words("going_on")


def _agreeing(draft, source):
    """Return the source, if it agrees with the draft; else None."""
    return source if source is not None and agree(draft.gender, draft.number, source) else None


def _who_alludes(here, memory):
    """`قال الوزير …، | في إشارة إلى …`: who speaks outermost in the sentence; with nobody there, who spoke the quotation of several sentences before it; else None."""
    said = [d for d in here if d.resolved and d.resolved[0].known and d.depth == 0 and d.kind in ("finite", "participle")]
    if said:
        return said[-1].resolved[0]
    return memory.entries[-1] if not here and memory.entries else None


def _quotation_goes_on(reading, draft, here):
    """`قال المدير "…. …"، | مضيفا …`, `قال المدير "…. …"، | وأضاف …`: say whether a quotation of several sentences ends right before the statement."""
    if draft.kind not in ("participle", "finite") or outer(draft) is not None or any(outer(d) is None for d in here):
        return False
    opens = not here if draft.kind == "participle" else reading.words[draft.anchor].conj
    return opens and _behind_long_quotation(reading, draft.anchor)


def _who_calls_it_so(draft, here):
    """`دعت الجماعة إلى إخراج مصر مما | وصفته بـ…`: she who speaks; else None."""
    if draft.rule != "what_is_called":
        return None
    return next((d.resolved[0] for d in reversed(here) if d.resolved and d.begin is not None and d.begin < draft.anchor and d.kind in ("finite", "participle") and agree(draft.gender, draft.number, d.resolved[0])), None)


def _and_which(reading, draft, identify):
    """`سياسة الحكومة الصارمة والتي | أمرت بترحيلهم`: the nearest party before it that agrees; else None."""
    i = draft.anchor
    if draft.rule not in ("verb_alone", "relative_verb") or draft.kind == "participle" or not i or draft.reading is None or draft.reading.form.pronoun:
        return None
    relative = reading.words[i - 1]
    if relative is None or relative.particle != "relative" or not relative.conj:
        return None
    return next((found for k in range(i - 2, reading.sentence_start(i) - 1, -1) if (found := mention_source(reading, k, draft, identify)) is not None), None)


def _of_relative_clause(reading, draft, here):
    """`اتهمت الوزارة النقابة التي رفضت العرض | قائلة …`: who speaks in the relative clause right before the participle, if he agrees; else None."""
    if draft.kind != "participle" or not here or here[-1].rule not in ("relative_verb", "relative_clause") or not here[-1].resolved or here[-1].reading.form.pronoun:
        return None
    if any(reading.kinds[k] == PUNCT for k in range(here[-1].anchor, draft.anchor)):
        return None
    return _agreeing(draft, here[-1].resolved[0])


def _several_go_on(reading, draft, beside):
    """`رفضت روسيا وإيران الخطة، | قائلة إن …`, `رفضت روسيا وإيران الخطة، | ودعت إلى …`: both, in the singular of the verb before them; else None."""
    joint = next(iter(reversed(by_cue(beside))), ())
    if len(joint) < 2:
        return None
    participle = draft.kind == "participle" and draft.continues and draft.number != "p" and agree(draft.gender, draft.number, joint[0])
    verb = draft.rule == "verb_alone" and draft.number == "s" and reading.words[draft.anchor].conj and all(s.type != "person" and agree(draft.gender, "s", s) for s in joint)
    return together(joint)[0] if participle or verb else None


def _nearest_that_agrees(draft, beside):
    """`قال الوزير إن …، | وأضافت المديرة …، | وأكدت أن …`: the nearest known one who speaks in the sentence, or several together, that agrees; else None."""
    for sources in reversed(by_cue(beside)):
        for source in (*together(sources), *reversed(sources)):
            if agree(draft.gender, draft.number, source):
                return source
    return None


def _unknown_goes_on(reading, draft, last):
    """`رحبت به خدمة الإطفاء | قائلة …`, `نفى كلاين التهم | وقال …`: who spoke last, also one of whom nothing is known; else None."""
    participle = draft.kind == "participle" and last.resolved[0].gender is not None and agree(draft.gender, draft.number, last.resolved[0])
    return last.resolved[0] if participle or _goes_on_from(reading, draft, last) else None


def _subject_of_said(reading, draft, last, identify):
    """`قال الوزير إن الشركة خسرت، | لكنها أكدت …`: the subject of what he said; else None."""
    if draft.kind != "finite" or last.begin is None or last.begin >= draft.anchor - 1 or not (last.how == "clause" or is_complementizer(reading.keys[last.begin + 1])):
        return None
    return phrase_source(reading, last.begin + 1 + (last.how != "clause"), draft, identify)


def _told_before_participle(draft, here, last):
    """`قالت الوزارة إن المدير شدد على القرار، | معتبرا أن …`: who speaks in what is said, where only he agrees; else None."""
    if draft.kind != "participle" or not all(other.gender is not None and other.number == "s" for other in last.resolved):
        return None
    return next((d.resolved[0] for d in reversed(here) if d.resolved and d.kind == "finite" and last.anchor < d.anchor < draft.anchor and agree(draft.gender, draft.number, d.resolved[0])), None)


def _according_to_whom(reading, draft, here):
    """`أغلق الجسر، وفق ما أعلنت النقابة أمس | وأشارت إلى أن …`: according to whom it is told, right before; else None."""
    if draft.kind != "finite" or not reading.words[draft.anchor].conj:
        return None
    start = reading.sentence_start(draft.anchor)
    return _agreeing(draft, next((d.resolved[0] for d in reversed(here) if d.kind == "according" and d.resolved and d.anchor < draft.anchor <= d.cue[1] + 8 and d.anchor > start), None))


def _according_to_opening(reading, draft, here):
    """`بحسب الشرطة، فإن رجلا نقل إلى المستشفى، | مشيرة إلى أنه …`: according to whom it is told, where the sentence opens so; else None."""
    if draft.kind != "participle" or not draft.continues:
        return None
    start = reading.sentence_start(draft.anchor)
    return next((d.resolved[0] for d in reversed(here) if d.kind == "according" and d.resolved and d.anchor == start and agree(draft.gender, draft.number, d.resolved[0])), None)


def _goes_on_after_topic(reading, draft, memory):
    """`وبشأن مطالبة النقابة بفتح السوق، | أوضح أن …`: he who spoke before, not whom the topic names; else None."""
    if draft.kind != "finite" or reading.tokens.forms[draft.anchor - 1] not in COMMAS or reading.keys[reading.sentence_start(draft.anchor)].removeprefix("و") not in rule_words("on_topic"):
        return None
    return memory.latest(draft.gender, draft.number)


def _agent_of_noun(reading, draft, here):
    """`جاء ذلك بعد دعوة النقابة إلى الإضراب، | مؤكدة أن …`: the agent of a verbal noun in the sentence, if he agrees; else None."""
    if draft.kind == "finite" and object_said(reading, draft):
        return None
    return next((d.resolved[0] for d in reversed(here) if d.resolved and d.rule == "noun_agent" and outer(d) is None and agree(draft.gender, draft.number, d.resolved[0])), None)


def _behind_full_stop(reading, draft, memory):
    """`أوضح الوزير أن الجسر آمن. | معتبرا أن …`: he who spoke in the sentence before; else None."""
    if draft.kind != "participle" or draft.anchor != reading.sentence_start(draft.anchor) or memory.spoken_in is None or memory.spoken_in[0] != draft.sentence - 1:
        return None
    return next((source for source in reversed(memory.entries[memory.spoken_in[1]:]) if agree(draft.gender, draft.number, source)), None)


def _of_relative_verb(reading, draft, here):
    """`تلقى الوزير اتصالا من نظيره القبرصي، الذي شكره على دعمه، | مؤكدا أن …`: of whom a relative clause tells that he spoke, where a participle goes on from it behind a comma and he agrees; else None."""
    last = here[-1] if here else None
    if last is None or draft.kind != "participle" or not draft.continues or last.rule != "relative_verb" or not last.resolved or last.content[-1][1] != draft.anchor - 1 or reading.tokens.forms[draft.anchor - 1] not in COMMAS:
        return None
    return _agreeing(draft, last.resolved[0]) if last.resolved[0].type in ("person", "anonymous") else None


def _participle_of_clause(reading, draft, identify):
    """`أصدر المجلس قرارا | مطالبا بـ…`, `أصدر المجلس قرارا. | مطالبا بـ…`: the subject of the clause, or behind a full stop of the sentence before; else None."""
    if not draft.continues or draft.kind == "according":
        return None
    start = reading.sentence_start(draft.anchor)
    subject = clause_subject(reading, draft, identify, start)
    if subject is None and draft.anchor == start and draft.sentence > 0:
        return clause_subject(reading, draft, identify, reading.tokens.bounds[draft.sentence - 1][0])
    return subject


def _verb_of_clause(reading, draft, identify):
    """`نشرت عضو المجلس شريطا | وقالت إن …`: the subject of the clause before the verb, which goes on from it; else None."""
    i = draft.anchor
    start = reading.sentence_start(i)
    if draft.kind != "finite" or i <= start or not (reading.words[i].conj or _behind_clause(reading, i) or _likewise(reading, i)):
        return None
    topic = _topic(reading, draft, identify) if pronoun_subject(reading, i) else None
    subject = topic or clause_subject(reading, draft, identify, start)
    if subject is None or subject.type == "person" or not _goes_on(draft) and (reading.words[i].conj or _likewise(reading, i)):
        return subject
    before = reading.words[i - 1]
    return subject if pronoun_subject(reading, i) or before is not None and (accusative_noun(before) or has_pronoun(before)) else None


def _of_several_told(reading, draft, here):
    """`من نواب يدينون سياسته | ويتهمونه بالتقصير`: those of whom a relative clause tells, where the plural verb goes on from its own; else None."""
    if draft.kind != "finite" or draft.number != "p" or not reading.words[draft.anchor].conj or not here or here[-1].rule not in ("bare_relative", "relative_verb") or not here[-1].resolved:
        return None
    head = reading.words[here[-1].sources[0][0]] if here[-1].sources else None
    return here[-1].resolved[0] if here[-1].resolved[0].number == "p" or head is not None and head.stem.endswith(("ين", "ون")) else None


def _beyond_thing(reading, draft, identify):
    """`اجتمع الوفد حيث يواصل القادة عملية | يقولون إنها سلمية`: the subject of the clause that holds the noun; else None."""
    if draft.kind != "finite" or not object_said(reading, draft):
        return None
    start = reading.sentence_start(draft.anchor)
    start = next((k + 1 for k in range(draft.anchor - 2, start, -1) if reading.keys[k] in rule_words("where")), start)
    return nearest_subject(reading, draft, identify, start) or clause_subject(reading, draft, identify, start)


def _topic(reading, draft, identify):
    """`لكن الرئيس لديه رأي آخر، فهو | يصفها بالكارثة`: the person with whom the sentence opens, if he agrees; else None."""
    start = reading.sentence_start(draft.anchor)
    start += start not in reading.mention_at and reading.words[start] is not None and reading.words[start].particle in ("conjunction", "subordinator")
    found = reading.mention_at.get(start)
    return mention_source(reading, start, draft, identify) if found is not None and reading.is_person(found[0]) else None


def _main_subject(reading, draft, identify):
    """`وإذ أشار إلى الأزمة، | أكد الوزير أن …`: a clause that opens the sentence has the subject of the main clause behind it."""
    start, i = reading.sentence_start(draft.anchor), draft.anchor
    opens = " ".join(reading.keys[start:i])
    if draft.kind != "finite" or not draft.content or opens.removeprefix("و") not in rule_words("opens_clause"):
        return None
    comma = draft.content[-1][1]
    verb, limit = comma + 1, reading.sentence_end(i)
    if verb + 1 >= limit or reading.tokens.forms[comma] not in COMMAS or not FINITE_CUES[reading.keys[verb]] or reading.words[verb].conj or not reading.starts_noun_phrase(verb + 1):
        return None
    end = reading.noun_phrase(verb + 1, limit)
    if not actor_like(reading, (verb + 1, end)):
        return None
    source = identify(verb + 1, end)
    return source if agree(draft.gender, draft.number, source) else None


def _spoken_for(reading, draft, here, beside):
    """`صرح المتحدث باسم الوزارة بأن الوزير أكد …، | معربا عن …`: behind what a spokesman tells of a person, a participle goes on from that person; else None."""
    said = max((d for d in beside if d.kind == "finite" and d.anchor < draft.anchor), key=lambda d: d.anchor, default=None)
    if draft.kind != "participle" or said is None or said.how != "clause" or not said.sources or draft.reading is None or _goes_on(draft):
        return None
    if not any(bare_noun(reading.words[k]) in rule_words("spokesman") for k in range(*said.sources[-1])):
        return None
    told = next((d.resolved[0] for d in reversed(here) if d.resolved and d.kind == "finite" and outer(d) is said), None)
    return told if told is not None and told.type == "person" and agree(draft.gender, draft.number, told) else None


def _before_what(reading, draft, identify):
    """`بعدما نشر | رئيس الوزراء ما قال إنه دليل`: who stands right before ما, behind a verb, if he agrees; else None."""
    k = draft.anchor - 2
    if draft.kind != "finite" or k <= reading.sentence_start(k) or reading.keys[k + 1] != "ما" or k not in reading.mention_in:
        return None
    first = next((t for t in range(k, max(k - 6, reading.sentence_start(k)), -1) if t in reading.mention_at and reading.mention_at[t][1] == k + 1), None)
    before = reading.words[first - 1] if first is not None else None
    if before is None or not (before.verb or FINITE_CUES[reading.keys[first - 1]] or before.stem in publishes() or verb_by_place(reading, first - 1) and first - 1 == reading.sentence_start(k)):
        return None
    return mention_source(reading, first, draft, identify)


def _opens_its_clause(reading, draft, identify):
    """`إلا أن | محطة الضحى المملوكة للدولة في تونس قالت …`: who stands behind what opens the verb's clause, with no other verb between, if he can speak and agrees; else None."""
    i, relative = draft.anchor, False
    start = reading.sentence_start(i)
    if draft.rule != "verb_alone" or draft.person != 3 or reading.words[i].conj or reading.words[i].prep or said_therein(reading, i) or pronoun_subject(reading, i) or draft.begin == i + 1 and i + 1 in reading.mention_at and draft.how == "object":
        return None
    for k in range(i - 1, max(start, i - 30) - 1, -1):
        word = reading.words[k]
        if word is None or k in reading.mention_in:
            continue
        if word.particle == "relative":
            relative = True
        elif word.particle in ("complementizer", "conjunction", "subordinator") or word.particle == "auxiliary" and (k == start or word.conj):
            if word.particle == "complementizer" and reading.tokens.forms[i - 1] in COMMAS and opens_aside(reading, i):
                # `وإذ أكد أن الجسر آمن، | دعا إلى فتحه`
                return None
            opener = k if word.particle != "auxiliary" or word.stem in rule_words("had") else None
            if opener is None or k == i - 1 or has_pronoun(word) or reading.keys[k] in rule_words("likewise"):
                return None
            head = reading.words[k + 1 + (reading.words[k + 1] is not None and reading.words[k + 1].particle == "quantifier")]
            # `فإن جميع المشاركين في المؤتمر | تحدثوا …`
            several = draft.number == "p" and head is not None and head.definite and (head.stem.endswith(("ين", "ون")) or head.stem in rule_words("everybody"))
            return phrase_source(reading, k + 1, draft, identify) or (several_before(reading, draft, k + 1, identify) if several else None)
        elif word.particle is None and (word.verb or FINITE_CUES[reading.keys[k]]) and not relative:
            return None
    return None


def _who_also(reading, draft, identify):
    """`الوزير الذي | زار المصنع أمس وطالب بإغلاقه`: whom a relative clause tells of, where a verb with و goes on from its own; else None."""
    i = draft.anchor
    if draft.rule != "verb_alone" or draft.person != 3 or draft.number not in ("s", "p") or draft.reading.form.prefix != "و":
        return None
    several = draft.number == "p"
    for k in range(i - 1, max(reading.sentence_start(i), i - 12), -1):
        word, before = reading.words[k], reading.words[k - 1]
        if word is None:
            return None
        if k in reading.mention_in:
            continue
        if before is not None and before.particle == "relative":
            if before.conj or word.particle or any(pronoun[0] == "ه" and len(base) > 2 for base, pronoun in without_pronoun(word.stem)) or k == i - 1 or (word.verb or draft.reading.form.pos) != draft.reading.form.pos or k + 1 < i and reading.words[k + 1] is not None and reading.words[k + 1].particle == "pronoun_prepositional":
                return None
            if several and not (before.stem.endswith("الذين") and word.stem.endswith(("ون", "وا"))):
                return None
            if not several and (before.stem.endswith("الذين") or before.stem.endswith("التي") != (draft.gender == "f") or not (word.stem.endswith("ت") if draft.reading.form.pos == "perfect" else word.stem.startswith("ت")) == (draft.gender == "f")):
                return None
            found = antecedent(reading, k - 1)
            source = as_its_phrase(reading, found, identify(*found)) if found and actor_like(reading, found) else None
            return source if source is not None and agree(draft.gender, draft.number, source) else None
        if word.particle in ("complementizer", "conjunction", "subordinator", "auxiliary", "relative") or word.verb or FINITE_CUES[reading.keys[k]]:
            return None
    return None


def _likewise(reading, i):
    """`فتحت النقابة تحقيقا، | كما طلبت من الإدارة …`: say whether the verb at i goes on from the first of its sentence."""
    return reading.keys[i - 1] in rule_words("likewise") and i - 1 > reading.sentence_start(i)


def _protesters(reading, draft, identify):
    """`أضرب العمال احتجاجا على …`: the subject of the clause; behind `شهدت البلاد مظاهرات احتجاجا على …` those who protest there."""
    start = reading.sentence_start(draft.anchor)
    # `تونس: أضرب العمال احتجاجا على …`: not the place before a headline's colon.
    start = next((k + 1 for k in range(start, min(start + 5, draft.anchor - 1)) if reading.tokens.forms[k] == ":"), start)
    subject = clause_subject(reading, draft, identify, start)
    if not behind_rally(reading, draft.anchor):
        return subject
    told_of = any(reading.words[k] is not None and reading.words[k].particle == "relative" and behind_rally(reading, k) for k in range(max(start + 1, draft.anchor - 4), draft.anchor))
    # `علقت الحكومة على المظاهرات التي خرجت للمطالبة بـ…`, `شهدت البلاد مظاهرات للمطالبة بـ…`
    witnesses = subject is not None and subject.span is not None and subject.span[0] > start and reading.keys[subject.span[0] - 1].removeprefix("و") in rule_words("sees_event")
    named = subject is not None and not told_of and not witnesses and subject.party in ("anonymous", "civilians", "unaffiliated") and (subject.number == "p" or subject.type == "person")
    return subject if named else _who_rallies(reading, draft.anchor, identify)


def _who_rallies(reading, i, identify):
    """Return the protesters, whom the words before token i name only by their rally: as the text calls them nearest to it, else by the rally."""
    around = range(max(i - _NEAR, 0), min(i + _NEAR, len(reading.words)))
    called = [k for k in around if reading.words[k] is not None and reading.words[k].stem.removeprefix("ال") in rule_words("protesters")]
    if called:
        k = min(called, key=lambda k: abs(k - i))
        return identify(k, k + 1)._replace(span=None)
    rally = next(k for k in range(i - 1, -1, -1) if reading.words[k] is not None and reading.words[k].stem.removeprefix("ال") in rule_words("rally"))
    return identify(rally, rally + 1)._replace(actor="protesters", party="civilians", type="group", gender="m", number="p", span=None)


_NEAR = 250
"""How many tokens before and after a rally its protesters are looked for."""


def _goes_on_from(reading, draft, before):
    """Say whether a participle or a verb with و goes on from a verb whose subject is a lone word that no list knows: `نفى كلاين التهم، وقال …`, or is the main verb behind it: `وإذ نفى كلاين التهم، قال …`."""
    main = reading.tokens.forms[draft.anchor - 1] in COMMAS and opens_aside(reading, draft.anchor)
    if draft.kind != "participle" and (draft.kind != "finite" or not (reading.words[draft.anchor].conj or main)) or before.rule not in ("verb_subject", "subject_verb") or len(before.sources) != 1 or before.sources[0][1] != before.sources[0][0] + 1:
        return False
    word, form = reading.words[before.sources[0][0]], before.reading.form
    return word is not None and not (word.definite or word.conj or word.particle or word.verb) and len(word.stem) > 2 and word.stem not in common_nouns() and (form.gender, form.number) == (draft.gender, draft.number)


def _behind_long_quotation(reading, i):
    """Say whether a quotation that began in a sentence before ends right before token i, or before its comma."""
    last = i - 1 - (reading.tokens.forms[i - 1] in COMMAS)
    held = reading.inside[last] if last >= 0 else -1
    return held >= 0 and reading.quotations[held].last == last and reading.tokens.sentence_of[reading.quotations[held].first] < reading.tokens.sentence_of[i]


def _and_had(reading, draft, identify):
    """`لن تقبل النقابة العرض، وقد | رفضت …`: the subject of the verb nearest before وقد in its sentence, if it agrees; else None."""
    i = draft.anchor
    if draft.kind != "finite" or reading.keys[i - 1] != "وقد" or i - 1 <= reading.sentence_start(i):
        return None
    for k in range(i - 3, reading.sentence_start(i) - 1, -1):
        word = reading.words[k]
        if word is not None and k not in reading.mention_in and (word.verb or FINITE_CUES[reading.keys[k]]) and reading.starts_noun_phrase(k + 1):
            end = subject_end(reading, k + 1, i, True)
            source = identify(k + 1, end) if actor_like(reading, (k + 1, end)) else None
            if source is not None and agree(draft.gender, draft.number, source):
                return source
    return None


def _but_it(reading, draft, identify):
    """`ووضعت طهران حواجز. | لكنها قالت …`: the subject of the sentence before, where that sentence reports nothing; else None."""
    start = reading.sentence_start(draft.anchor)
    if draft.kind != "finite" or draft.anchor > start + 2 or draft.sentence == 0 or reading.keys[start] not in rule_words("adversative") or not any(without_pronoun(reading.keys[start])):
        return None
    first, last = reading.tokens.bounds[draft.sentence - 1]
    return None if any(FINITE_CUES[reading.keys[k]] for k in range(first, last)) else clause_subject(reading, draft, identify, first)


def _asked(reading, draft, identify):
    """`عندما سئل الوزير عن الأزمة، أجاب …`: who was asked before the verb in its sentence, if he agrees; else None."""
    start = reading.sentence_start(draft.anchor)
    k = next((k for k in range(draft.anchor - 1, start - 1, -1) if reading.words[k] is not None and reading.words[k].stem in rule_words("asked")), None)
    if k is None or draft.kind != "finite":
        return None
    source = phrase_source(reading, k + 1, draft, identify)
    if source is None and k + 2 < draft.anchor and (word := reading.words[k + 1]) is not None and word.definite and not word.particle and reading.words[k + 2] is not None and reading.words[k + 2].particle == "preposition":
        # `ولما سئل الخوري عن ذلك`: a surname that no list knows.
        source = identify(k + 1, k + 2)
    return source if source is not None and agree(draft.gender, draft.number, source) else None


def _behind_clause(reading, i):
    """Say whether the verb at i follows a comma and a clause of its sentence, no adverbial: `أجرى سامي مقابلة، انتقد فيها …`."""
    first, before = reading.words[reading.sentence_start(i)], reading.words[i - 1]
    if first is None or first.particle == "preposition" or first.prep:
        return False
    if before is None:
        return reading.tokens.forms[i - 1] in COMMAS
    # `جاء ذلك في مقابلة لسامي، حيث قال …`, `أصدر النادي بيانا استنكر فيه …`
    if has_pronoun(before) or pronoun_subject(reading, i):
        # `ترك الوزير الباب مفتوحا، كما أنه رفض التعليق`, `لم تعلن النقابة موقفا، لكنها أعربت عن قلقها`
        return True
    if before.stem in rule_words("what"):
        # `قدم رئيس الوزراء ما قال إنه دليل`
        return True
    if before.particle == "subordinator" or reading.keys[i - 1] == "ان" and reading.keys[i - 2] in rule_words("when_said"):
        # `لكن الوزير قوض ذلك عندما | أكد أنه …`
        return True
    return before.stem in rule_words("where") or before.particle == "auxiliary" and i - 1 > reading.sentence_start(i) and not before.conj or accusative_noun(before)


def _accused(reading, draft, last, identify):
    """`اتهمت واشنطن الشركة بـ…، لكنها تنفي`: who was accused denies it, if he agrees; else None."""
    if draft.reading is None or draft.reading.cue.act != "deny" or last.reading is None or last.reading.cue.act != "accuse":
        return None
    first, last = last.span
    return next((source for k in range(first, last) if (source := mention_source(reading, k, draft, identify)) is not None), None)


def _questioned(reading, draft, last, memory, identify):
    """`وسأله القاضي عن العقد، | فأجاب بأنه …`, `سألت المحكمة المتهم عن العقد | فأجاب …`: who was asked answers, if he agrees; else None."""
    if draft.kind != "finite" or draft.reading is None or fold(draft.reading.cue.lemma) not in rule_words("answers") or last.reading is None or last.reading.cue.act != "ask":
        return None
    if last.reading.form.pronoun:
        return memory.latest(draft.gender, draft.number)
    return phrase_source(reading, last.sources[-1][1], draft, identify) if last.sources else None
