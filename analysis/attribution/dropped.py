"""Who is meant where the subject is dropped: by agreement, by the clause, and by who spoke last."""

from analysis.attribution.complements import has_pronoun, is_complementizer, said_therein
from analysis.attribution.dropped_subjects import clause_subject, mention_source, nearest_subject, object_said, phrase_source
from analysis.attribution.features import actor_like, bare_noun, behind_rally, is_text, phrase_features
from analysis.attribution.memory import PASSED_ON, agree, as_its_phrase, by_cue, outer, together, verb_by_place
from analysis.attribution.objects import subject_end
from analysis.attribution.subjects import antecedent, opens_aside, pronoun_subject
from analysis.cues import FINITE_CUES
from analysis.inflection import without_pronoun
from analysis.text import fold
from analysis.wordlists import accusative_noun, common_nouns, documents, publishes, rule_words, verbal_nouns
from analysis.words import COMMAS, PUNCT, WORD


def implicit_source(reading, draft, here, memory, identify):
    """Return the Source whom a statement without a named source means, or None.

    `here` holds the statements of its sentence that are resolved, `memory` the sources of the sentences before.
    """
    if draft.person == 1 or draft.parent is not None and draft.person == 2:
        return first_person(draft)
    if draft.rule in PASSED_ON:
        # `ونقلت عنها الوكالة قولها`: one who spoke before, not who passes it on.
        return memory.latest(draft.gender, draft.number)
    if draft.rule == "allusion":
        # `…، في إشارة إلى …`: what somebody said alludes to it; he is the outermost one.
        said = [d for d in here if d.resolved and d.resolved[0].known and d.depth == 0 and d.kind in ("finite", "participle")]
        if said:
            return said[-1].resolved[0]
        if not here and memory.entries:
            # Behind a quotation of several sentences: he who spoke it.
            return memory.entries[-1]
    if draft.kind in ("participle", "finite") and memory.entries and outer(draft) is None and not any(outer(d) is None for d in here) and (draft.kind == "participle" and not here or draft.kind == "finite" and reading.words[draft.anchor].conj) and _behind_long_quotation(reading, draft.anchor):
        # `قال المدير "…. …"، مضيفا …`, `قال المدير "…. …"، وأضاف …`: a quotation of several sentences ends right before it.
        return memory.entries[-1] if agree(draft.gender, draft.number, memory.entries[-1]) else memory.latest(draft.gender, draft.number)
    if draft.rule == "noun_demand" and (reading.words[draft.anchor].stem in rule_words("in_protest") or behind_rally(reading, draft.anchor)):
        return _protesters(reading, draft, identify)
    if draft.rule == "what_is_called":
        named = next((d.resolved[0] for d in reversed(here) if d.resolved and d.begin is not None and d.begin < draft.anchor and d.kind in ("finite", "participle") and agree(draft.gender, draft.number, d.resolved[0])), None)
        if named is not None:
            # `دعت الجماعة إلى إخراج مصر مما وصفته بـ…`: she who speaks.
            return named
    main = _main_subject(reading, draft, identify)
    if main is not None:
        return main
    if draft.rule in ("verb_alone", "relative_verb") and draft.kind != "participle" and draft.anchor and (relative := reading.words[draft.anchor - 1]) is not None and relative.particle == "relative" and relative.conj and draft.reading is not None and not draft.reading.form.pronoun:
        # `سياسة الحكومة الصارمة والتي | أمرت بترحيلهم`: the nearest party before it that agrees.
        nearest = next((found for k in range(draft.anchor - 2, reading.sentence_start(draft.anchor) - 1, -1) if (found := mention_source(reading, k, draft, identify)) is not None), None)
        if nearest is not None:
            return nearest
    did = _who_also(reading, draft, identify)
    if did is not None:
        return did
    giver = _before_what(reading, draft, identify) or _opens_its_clause(reading, draft, identify)
    if giver is not None:
        return giver
    if draft.kind == "participle" and here and here[-1].rule in ("relative_verb", "relative_clause") and here[-1].resolved and not here[-1].reading.form.pronoun and agree(draft.gender, draft.number, here[-1].resolved[0]) and not any(reading.kinds[k] == PUNCT for k in range(here[-1].anchor, draft.anchor)):
        # `اتهمت الوزارة النقابة التي رفضت العرض | قائلة …`
        return here[-1].resolved[0]
    text_of = _whose_text_opens(reading, draft, identify) if not any(d.kind == "finite" for d in here) else None
    if text_of is not None:
        return text_of
    holder = outer(draft)
    if holder is not None or draft.kind == "nested" and not draft.continues:
        return _inner(reading, draft, here, memory, identify)
    beside = [d for d in here if d.resolved and (outer(d) is None and d.kind in ("finite", "participle", "headline") or d.rule in PASSED_ON)]
    beside.sort(key=lambda d: d.rule in PASSED_ON)
    speaker = _speaker_there(reading, draft, identify)
    if speaker is not None:
        return speaker
    answers = _asked(reading, draft, identify) if not beside else None
    if answers is not None:
        return answers
    other = _accused(reading, draft, beside[-1:], identify) or _questioned(reading, draft, beside[-1:], memory, identify)
    if other is not None:
        return other
    if not beside and draft.kind == "finite" and reading.words[draft.anchor].conj:
        # `أغلق الجسر، وفق ما أعلنت النقابة أمس وأشارت إلى أن …`
        told = next((d.resolved[0] for d in reversed(here) if d.kind == "according" and d.resolved and d.anchor < draft.anchor <= d.cue[1] + 8 and d.anchor > reading.sentence_start(draft.anchor)), None)
        if told is not None and agree(draft.gender, draft.number, told):
            return told
    if draft.kind == "participle" and draft.continues and draft.number != "p" and (joint := next(iter(reversed(by_cue(beside))), ())) and len(joint) > 1 and agree(draft.gender, draft.number, joint[0]):
        # `رفضت روسيا وإيران الخطة، قائلة إن …`: both.
        return together(joint)[0]
    if draft.rule == "verb_alone" and draft.number == "s" and reading.words[draft.anchor].conj and (joint := next(iter(reversed(by_cue(beside))), ())) and len(joint) > 1 and all(s.type != "person" and agree(draft.gender, "s", s) for s in joint):
        # `رفضت روسيا وإيران الخطة، ودعت إلى …`: both, in the singular of the verb before them.
        return together(joint)[0]
    spoken_for = _spoken_for(reading, draft, here, beside)
    if spoken_for is not None:
        return spoken_for
    for sources in reversed(by_cue(beside)):
        for source in (*together(sources), *reversed(sources)):
            if agree(draft.gender, draft.number, source):
                return source
    if beside and (draft.kind == "participle" and beside[-1].resolved[0].gender is not None and agree(draft.gender, draft.number, beside[-1].resolved[0]) or _goes_on_from(reading, draft, beside[-1])):
        # `رحبت به خدمة الإطفاء قائلة …`, `نفى كلاين التهم وقال …`: also one of whom nothing is known.
        return beside[-1].resolved[0]
    if beside and draft.kind == "finite" and beside[-1].begin is not None and beside[-1].begin < draft.anchor - 1 and (beside[-1].how == "clause" or is_complementizer(reading.keys[beside[-1].begin + 1])):
        # `قال الوزير إن الشركة خسرت، لكنها أكدت …`: the subject of what he said.
        subject = phrase_source(reading, beside[-1].begin + 1 + (beside[-1].how != "clause"), draft, identify)
        if subject is not None:
            return subject
    if not beside:
        if draft.kind == "finite" and reading.tokens.forms[draft.anchor - 1] in COMMAS and reading.keys[reading.sentence_start(draft.anchor)].removeprefix("و") in rule_words("on_topic") and (goes_on := memory.latest(draft.gender, draft.number)) is not None:
            # `وبشأن مطالبة النقابة بفتح السوق، أوضح أن …`: he who spoke before, not whom the topic names.
            return goes_on
        for other in reversed([d for d in here if d.resolved and d.rule == "noun_agent" and outer(d) is None]) if draft.kind != "finite" or not object_said(reading, draft) else ():
            if agree(draft.gender, draft.number, other.resolved[0]):
                return other.resolved[0]
    if draft.continues and draft.kind == "participle" and not beside:
        # `بحسب الشرطة، فإن رجلا نقل إلى المستشفى، مشيرة إلى أنه …`
        told = next((d.resolved[0] for d in reversed(here) if d.kind == "according" and d.resolved and d.anchor == reading.sentence_start(draft.anchor) and agree(draft.gender, draft.number, d.resolved[0])), None)
        if told is not None:
            return told
    if draft.kind == "participle" and beside and all(other.gender is not None and other.number == "s" for other in beside[-1].resolved):
        # `قالت الوزارة إن المدير شدد على القرار، | معتبرا أن …`: only he agrees.
        told = next((d.resolved[0] for d in reversed(here) if d.resolved and d.kind == "finite" and beside[-1].anchor < d.anchor < draft.anchor and agree(draft.gender, draft.number, d.resolved[0])), None)
        if told is not None:
            return told
    if draft.continues and draft.kind != "according":
        subject = clause_subject(reading, draft, identify, reading.sentence_start(draft.anchor))
        if subject is None and draft.anchor == reading.sentence_start(draft.anchor) and draft.sentence > 0:
            # A participle behind a full stop goes on from the sentence before it: `أصدر المجلس قرارا. مطالبا بـ…`
            subject = clause_subject(reading, draft, identify, reading.tokens.bounds[draft.sentence - 1][0])
        if subject is not None:
            return subject
    elif draft.kind == "finite" and not beside and draft.anchor > reading.sentence_start(draft.anchor) and (reading.words[draft.anchor].conj or _behind_clause(reading, draft.anchor) or _likewise(reading, draft.anchor)):
        topic = _topic(reading, draft, identify) if pronoun_subject(reading, draft.anchor) else None
        subject = topic or clause_subject(reading, draft, identify, reading.sentence_start(draft.anchor))
        before = reading.words[draft.anchor - 1]
        goes_on = draft.reading is not None and fold(draft.reading.cue.lemma) in rule_words("going_on")
        if subject is not None and (subject.type == "person" or not goes_on and (reading.words[draft.anchor].conj or _likewise(reading, draft.anchor)) or pronoun_subject(reading, draft.anchor) or before is not None and (accusative_noun(before) or has_pronoun(before))):
            # `نشرت عضو المجلس شريطا وقالت إن …`
            return subject
    if draft.kind == "finite" and draft.number == "p" and reading.words[draft.anchor].conj and here and here[-1].rule in ("bare_relative", "relative_verb") and here[-1].resolved and (here[-1].resolved[0].number == "p" or here[-1].sources and reading.words[here[-1].sources[0][0]] is not None and reading.words[here[-1].sources[0][0]].stem.endswith(("ين", "ون"))):
        # `من نواب يدينون سياسته | ويتهمونه بالتقصير`
        return here[-1].resolved[0]
    if draft.kind == "finite" and not beside and object_said(reading, draft):
        # `اجتمع الوفد حيث يواصل القادة عملية | يقولون إنها سلمية`: the subject of the clause that holds the noun.
        start = reading.sentence_start(draft.anchor)
        start = next((k + 1 for k in range(draft.anchor - 2, start, -1) if reading.keys[k] in rule_words("where")), start)
        subject = nearest_subject(reading, draft, identify, start) or clause_subject(reading, draft, identify, start)
        if subject is not None:
            return subject
    subject = _and_had(reading, draft, identify) if not beside else None
    if subject is not None:
        return subject
    subject = _but_it(reading, draft, identify) if not beside else None
    if subject is not None:
        return subject
    goes_on = draft.reading is not None and fold(draft.reading.cue.lemma) in rule_words("going_on")
    return (memory.latest(draft.gender, draft.number, goes_on) or clause_subject(reading, draft, identify, reading.sentence_start(draft.anchor))
            or next((d.resolved[0] for d in reversed(beside)), None) or (memory.entries[-1] if memory.entries and draft.continues else None)
            or (memory.latest(draft.gender, draft.number) if goes_on else None)
            or next((source for source in reversed(memory.behind) if agree(draft.gender, draft.number, source)), None)
            or (memory.entries[-1] if goes_on and memory.entries and draft.gender == "m" else None))


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
    if draft.kind != "participle" or said is None or said.how != "clause" or not said.sources or draft.reading is None or fold(draft.reading.cue.lemma) in rule_words("going_on"):
        return None
    if not any(bare_noun(reading.words[k]) in rule_words("spokesman") for k in range(*said.sources[-1])):
        return None
    told = next((d.resolved[0] for d in reversed(here) if d.resolved and d.kind == "finite" and outer(d) is said), None)
    return told if told is not None and told.type == "person" and agree(draft.gender, draft.number, told) else None


def _whose_text_opens(reading, draft, identify):
    """`وفي رد | لوزير الخارجية، قال إن …`, `وفي أولى تصريحات | الوزير، قال …`, `وبسؤال | حارس السوق أكد أن …`: whose words the sentence opens with, behind في, or who is questioned, if he agrees; else None."""
    start, i = reading.sentence_start(draft.anchor), draft.anchor
    word = reading.words[start]
    if draft.rule == "verb_alone" and word is not None and word.prep == "ب" and word.stem in rule_words("questioning") and start + 1 < i:
        return mention_source(reading, start + 1, draft, identify) or phrase_source(reading, start + 1, draft, identify)
    if draft.kind != "finite" and draft.rule != "noun_demand" or word is None or word.particle != "preposition" or word.stem != "في" or i < start + 3:
        return None
    noun = start + 1 + (reading.keys[start + 1] in rule_words("first_or_last"))
    text = reading.words[noun]
    if text is None or text.definite or text.stem in rule_words("letter") or not {text.stem, text.stem.removesuffix("ا")} & (documents() | rule_words("spoken") | rule_words("reply")):
        return None
    for k in range(noun + 1, min(noun + 5, i)):
        if reading.words[k] is None or reading.words[k].particle or reading.words[k].conj:
            return None
        if reading.words[k].prep == "ل":
            return _behind_li(reading, k, draft, identify)
        if k == noun + 1 and k in reading.mention_at and not reading.words[k].prep:
            return mention_source(reading, k, draft, identify)
        if reading.words[k].prep:
            return None
    return None


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
            return phrase_source(reading, k + 1, draft, identify) or (_several_before(reading, draft, k + 1, identify) if several else None)
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


def _behind_li(reading, k, draft, identify):
    """`رد | لوزير الخارجية`: the phrase behind ل at token k as a source, if it can speak and agrees; else None."""
    end = reading.mention_at[k][1] if k in reading.mention_at else reading.phrase_end(k + 1, draft.anchor, k)
    source = identify(k, end) if actor_like(reading, (k, end)) else None
    return source if source is not None and agree(draft.gender, draft.number, source) else None


def _likewise(reading, i):
    """`فتحت النقابة تحقيقا، | كما طلبت من الإدارة …`: say whether the verb at i goes on from the first of its sentence."""
    return reading.keys[i - 1] in rule_words("likewise") and i - 1 > reading.sentence_start(i)


def _protesters(reading, draft, identify):
    """`أضرب العمال احتجاجا على …`: the subject of the clause; behind `شهدت البلاد مظاهرات احتجاجا على …` nobody is named."""
    start = reading.sentence_start(draft.anchor)
    # `تونس: أضرب العمال احتجاجا على …`: not the place before a headline's colon.
    start = next((k + 1 for k in range(start, min(start + 5, draft.anchor - 1)) if reading.tokens.forms[k] == ":"), start)
    subject = clause_subject(reading, draft, identify, start)
    if any(reading.words[k] is not None and reading.words[k].particle == "relative" and behind_rally(reading, k) for k in range(max(start + 1, draft.anchor - 4), draft.anchor)):
        # `علقت الحكومة على المظاهرات التي خرجت للمطالبة بـ…`
        return None
    return None if subject is not None and behind_rally(reading, draft.anchor) and subject.party not in ("anonymous", "civilians", "unaffiliated") else subject


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


def _speaker_there(reading, draft, identify):
    """`خطاب ألقاه الرئيس، أشاد فيه بـ…`, `نشر الرئيس تغريدة يقول فيها …`: with a pronoun that points back to a speech or text, whoever gave it; else None."""
    i = draft.anchor
    if draft.kind != "finite" or i + 1 >= len(reading.keys) or reading.keys[i + 1] not in rule_words("therein"):
        return None
    if reading.words[i - 1] is not None and is_text(reading.words[i - 1]) and (source := _issuer(reading, draft, identify, i - 1)) is not None:
        return source
    caller = _caller(reading, draft, identify)
    if caller is not None:
        return caller
    for k in range(i - 2, reading.sentence_start(i) - 1, -1):
        word = reading.words[k]
        if word is not None and k not in reading.mention_in and not word.definite and {word.stem, *(base for base, _ in without_pronoun(word.stem))} & publishes():
            sent = any(reading.words[n] is not None and reading.words[n].stem.removesuffix("ا") in rule_words("letter") for n in range(k + 1, i))
            source = None if sent else _speaks_in(reading, draft, identify, k + 1)
            source = source or phrase_source(reading, k + 1, draft, identify)
            if source is not None and not (reading.words[k + 1] is not None and {reading.words[k + 1].stem, reading.words[k + 1].stem.removesuffix("ا")} & documents()):
                return source
        if word is not None and not word.definite and not word.prep and is_text(word):
            # `تصريحات أدلى بها الوزير أمس | قال فيها …`; `وكانت النقابة قد أصدرت بيانا قبل أيام، | دعت فيه …`
            owner = None if word.stem in rule_words("letter") else _speaks_in(reading, draft, identify, k) or _issuer(reading, draft, identify, k)
            source = owner or _maker(reading, draft, identify, k) or clause_subject(reading, draft, identify, reading.sentence_start(i))
            if source is not None and not (source.span is not None and source.span[0] <= k < source.span[1]):
                return source
    return _maker(reading, draft, identify, reading.sentence_start(i)) if reading.tokens.forms[i - 1] in COMMAS else None


def _issuer(reading, draft, identify, text):
    """`صدر عن | النقابة بيان أكدت فيه …`: who stands behind صدر عن before the noun for a text at token `text`, if she agrees; else None."""
    for k in range(text - 2, reading.sentence_start(text), -1):
        if reading.keys[k] == "عن" and reading.words[k - 1] is not None and reading.words[k - 1].stem in rule_words("issued"):
            return phrase_source(reading, k + 1, draft, identify)
    return None


def _caller(reading, draft, identify):
    """`تلقى الوزير اتصالا هاتفيا من | نظيره القبرصي، أكد خلاله …`, `رسالة من | الرئيس قال فيها …`: from whom a call or a letter comes, if he agrees; else None."""
    for k in range(draft.anchor - 2, reading.sentence_start(draft.anchor) + 1, -1):
        word = reading.words[k]
        if word is None or word.verb or word.particle in ("relative", "complementizer"):
            return None
        if reading.keys[k] == "من" and any(reading.words[n] is not None and reading.words[n].stem.removesuffix("ا") in rule_words("call") for n in range(k - 1, max(k - 3, 0), -1)):
            return mention_source(reading, k + 1, draft, identify) or phrase_source(reading, k + 1, draft, identify)
    return None


def _maker(reading, draft, identify, begin):
    """`خطاب ألقاه | الرئيس`, `تصريحات أدلى بها | الوزير`: the person right behind a verb with its pronoun, behind token `begin`, as a source that agrees; else None."""
    for k in range(draft.anchor - 2, begin, -1):
        found = reading.mention_at.get(k)
        if found is not None and reading.is_person(found[0]) and not (reading.words[k] is not None and reading.words[k].prep):
            maker = reading.words[k - 1]
            source = identify(k, found[1])
            if maker is not None and (maker.particle == "pronoun_prepositional" or maker.particle is None and any(without_pronoun(maker.stem))) and agree(draft.gender, draft.number, source):
                return source
    return None


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


def _speaks_in(reading, draft, identify, begin):
    """`نشرت الشرطة تسجيلا لليلى حداد قالت فيه …`: whose the published text is, behind ل, if she agrees; else None."""
    for k in range(draft.anchor - 1, begin, -1):
        word, before = reading.words[k], reading.words[k - 1]
        if word is not None and word.prep == "ل" and before is not None and not before.definite and bare_noun(before) not in verbal_nouns() and k in reading.mention_at:
            return mention_source(reading, k, draft, identify)
    return None


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


def _accused(reading, draft, before, identify):
    """`اتهمت واشنطن الشركة بـ…، لكنها تنفي`: who was accused denies it, if he agrees; else None."""
    if not before or draft.reading is None or draft.reading.cue.act != "deny" or before[0].reading is None or before[0].reading.cue.act != "accuse":
        return None
    first, last = before[0].span
    return next((source for k in range(first, last) if (source := mention_source(reading, k, draft, identify)) is not None), None)


def _questioned(reading, draft, before, memory, identify):
    """`وسأله القاضي عن العقد، | فأجاب بأنه …`, `سألت المحكمة المتهم عن العقد | فأجاب …`: who was asked answers, if he agrees; else None."""
    if not before or draft.kind != "finite" or draft.reading is None or fold(draft.reading.cue.lemma) not in rule_words("answers") or before[0].reading is None or before[0].reading.cue.act != "ask":
        return None
    if before[0].reading.form.pronoun:
        return memory.latest(draft.gender, draft.number)
    return phrase_source(reading, before[0].sources[-1][1], draft, identify) if before[0].sources else None


def first_person(draft):
    """We and I inside a quotation are the quoted source."""
    holder = outer(draft)
    while holder is not None:
        if holder.resolved:
            return holder.resolved[0]
        holder = outer(holder)
    return None


def _inner(reading, draft, here, memory, identify):
    """The dropped subject of a nested statement.

    The subject of the clause that holds it (`أن موسكو … وتأمل`), the outer source where that clause has a pronoun
    (`أنه يأمل`), else the nearest name before it that agrees.
    """
    holder, start = outer(draft), reading.sentence_start(draft.anchor)
    source = first_person(draft)
    if draft.rule == "relative_verb" and draft.reading is not None and source is not None and agree(draft.gender, draft.number, source) and (draft.reading.form.pronoun or source.gender is not None and draft.reading.cue.act == "hope"):
        # `قالت المتحدثة إن … العملية التي تمنت أن تتم`
        # `قالت الوزارة إن الفصائل التي تعتبرها إرهابية …`: the pronoun is theirs; she holds them to be so.
        return source
    if source is not None and source.type == "person" and _opens_as_mine(reading, draft, holder):
        return source
    beside = _joined_to(reading, draft, holder, here)
    if beside is not None:
        return beside
    if holder is not None and holder.span[0] < draft.anchor:
        start = max(start, holder.span[0])
        if holder.how == "object":
            # `هدد نظيره بأنه سيرسل … ويضيف`: the clause begins behind the object.
            start = next((k for k in range(start, draft.anchor) if reading.kinds[k] == WORD and is_complementizer(reading.keys[k])), start)
            if draft.number == "p" and reading.kinds[start] == WORD and has_pronoun(reading.words[start]):
                # `اتهم الوزير المسؤولين بأنهم يكذبون حين | يزعمون أن …`: those of whom it is said.
                told_of = next((found for k in range(start - 1, holder.span[0] - 1, -1) if (found := mention_source(reading, k, draft, identify)) is not None), None)
                if told_of is not None:
                    return told_of
        if source is not None and reading.kinds[start] == WORD and has_pronoun(reading.words[start]) and agree(draft.gender, draft.number, source):
            return source
        if source is not None and draft.rule in ("what_is_called", "verb_alone") and draft.reading.form.pronoun and reading.keys[draft.anchor - 1] in rule_words("whom") and agree(draft.gender, draft.number, source):
            # `إن الحملة ضد من | وصفهم بالمتمردين ستستمر`
            return source
        if source is not None and reading.keys[draft.anchor - 1] == "ان" and reading.keys[draft.anchor - 2] in rule_words("when_said") and agree(draft.gender, draft.number, source):
            # `إن الرئيس قوي، قبل أن يضيف`: he who said it adds.
            return source
        if source is not None and draft.kind != "participle" and object_said(reading, draft) and agree(draft.gender, draft.number, source):
            # `تقريرا عن سجون قالت إنها …`: the pronoun is that of the noun before the verb; who speaks is the outer source.
            return source
        predicate = draft.kind == "participle" and reading.words[draft.anchor - 1] is not None and reading.words[draft.anchor - 1].particle == "auxiliary"
        # `إن ترامب بات مقتنعا بـ…`
        subject = phrase_source(reading, start + 1, draft, identify) if draft.rule in ("verb_alone", "light_verb") or predicate else None
        subject = subject or _did_before(reading, draft, start, identify)
        if subject is not None:
            return subject
    if draft.kind != "participle" and draft.rule != "noun_demand":
        # `إن إيران تبني قواعد في سوريا، ومنها تريد …`: rather one that stands behind no preposition.
        for governed in (False, True):
            for k in range(draft.anchor - 1, start - 1, -1):
                subject = mention_source(reading, k, draft, identify) if governed or not _is_governed(reading, k) else None
                if subject is not None:
                    return subject
    if draft.kind == "participle" and holder is not None and holder.rule == "headline_colon":
        # `وكالة الضحى: أعلن الوزير بدء العمل مضيفا أن …`: the agency's name stands before another's words.
        said = next((d.resolved[0] for d in reversed(here) if d.resolved and outer(d) is holder and d.kind == "finite" and d.anchor < draft.anchor), None)
        if said is not None and agree(draft.gender, draft.number, said):
            return said
    if draft.kind == "participle" and holder is not None and reading.inside[draft.anchor] >= 0:
        # `قال المكتب إن "الوزير أكد أهمية اللقاء، | مشيرا إلى …"`: inside the marks it goes on from who speaks there.
        said = next((d.resolved[0] for d in reversed(here) if d.resolved and outer(d) is holder and d.rule in ("subject_verb", "verb_subject") and d.reading.cue.act in ("say", "declare") and d.anchor < draft.anchor and reading.inside[d.anchor] == reading.inside[draft.anchor]), None)
        if said is not None and agree(draft.gender, draft.number, said):
            return said
    if source is not None and agree(draft.gender, draft.number, source):
        return source
    for other in reversed(here):
        if other.resolved and other.depth == 0 and agree(draft.gender, draft.number, other.resolved[0]):
            return other.resolved[0]
    if draft.number == "p" and reading.inside[draft.anchor] >= 0 and source is not None and source.type == "person" and not source.beside:
        # `قال المدير "إنهم يكرهوننا. يعتقدون أن …"`: not he, whoever they are.
        return _several_before(reading, draft, start, identify) or memory.latest(draft.gender, draft.number)
    if draft.number == "d" and source is not None and not source.beside:
        return _two_before(reading, draft, start, identify) or memory.latest(draft.gender, draft.number) or source
    return memory.latest(draft.gender, draft.number) or source


def _two_before(reading, draft, start, identify):
    """`إن الرئيس الأميركي، ونظيره الكوري، طلبا منه …`: the first two parties named from token `start` on, behind no preposition, as one source; else None."""
    named = [identify(k, reading.mention_at[k][1]) for k in range(start, draft.anchor) if k in reading.mention_at and reading.mention_at[k][0].kind not in ("demonym", "metonym") and not _is_governed(reading, k)]
    second = next((n for n in named[1:] if n.actor != named[0].actor), None)
    return together([named[0], second])[0] if second is not None else None


def _several_before(reading, draft, start, identify):
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
