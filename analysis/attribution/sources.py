"""Who a source is: noun phrases become actors, and dropped subjects are resolved by agreement and recency."""

from typing import NamedTuple

from analysis.attribution.complements import is_complementizer
from analysis.attribution.objects import subject_end
from analysis.attribution.subjects import actor_like, bare_noun, phrase_features, speaking_nouns
from analysis.cues import FINITE_CUES
from analysis.text import fold
from analysis.wordlists import accusative_noun, common_nouns, documents, rule_words
from analysis.words import WORD


class Source(NamedTuple):
    """A resolved source: the actor's columns and the token range that names it here (None where it is implicit)."""

    actor: str
    name: str | None
    party: str | None
    type: str | None
    gender: str | None
    number: str | None
    span: tuple[int, int] | None
    head: str | None = None
    known: bool = True
    only_told: bool = False
    beside: tuple = ()
    """The others with whom it spoke, where they are taken together: `قال سامي وليلى …. وأضافا …`"""


class Memory:
    """The sources of an article so far, most recent last; nested sources and quoted ones never enter."""

    def __init__(self):
        self.entries = []

    def add(self, sources):
        """Enter those who spoke as the most recent: each, and all together where they are several."""
        self.entries += [*sources, *together(sources)]

    def latest(self, gender, number, goes_on=False, most=12):
        """Return the most recent source that agrees, or None. Where the verb goes on (`وأضاف`), it is one who has spoken."""
        for source in reversed(self.entries[-most:]):
            if agree(gender, number, source) and not (goes_on and source.only_told):
                return source
        return None

    def same_head(self, head):
        """Return the most recent source whose phrase had this head noun (`المصدر` after `مصدر عسكري`), or None."""
        return next((s for s in reversed(self.entries) if s.head == head), None)


def agree(gender, number, source):
    """Say whether a source agrees with a dropped subject in gender and number; what is unknown agrees with everything."""
    if source.beside:
        return number in ("d", "p") and (number == "p" or len(source.beside) == 1)
    if number == "p":
        return source.number == "p"
    if number == "d":
        return source.number in ("d", "p", None)
    if source.number == "p" and source.gender == "m":
        return False
    return gender is None or source.gender is None or gender == source.gender


def together(sources):
    """Return several sources as one that only a dual or plural verb can mean, in a list; an empty list for one alone."""
    return [sources[0]._replace(beside=tuple(sources[1:]))] if len(sources) > 1 else []


def by_cue(drafts):
    """Return the known sources of each cue, in order: joint sources are statements of their own that share their cue."""
    groups = {}
    for draft in drafts:
        if draft.resolved and draft.resolved[0].known:
            groups.setdefault(draft.cue or id(draft), []).extend(draft.resolved)
    return list(groups.values())


def resolve(reading, drafts, identify):
    """Give every draft its resolved sources. Drafts must be in text order and have their contents and parents.

    `identify(first, last)` returns the Source of a noun phrase.
    """
    memory, sentence, here = Memory(), -1, []
    for draft in drafts:
        if draft.sentence != sentence:
            _remember(memory, here)
            for between in range(sentence + 1, draft.sentence):
                memory.add(_told_of(reading, between, identify))
            sentence, here = draft.sentence, []
        if draft.sources:
            draft.resolved = [_named(reading, identify, memory, s, draft.sure) for s in draft.sources]
            if draft.gender == "f" and len(draft.resolved) == 1 and draft.resolved[0].type == "person":
                # `قالت عضو المجلس`: her verb tells.
                draft.resolved = [draft.resolved[0]._replace(gender="f")]
        else:
            found = _implicit(reading, draft, here, memory, identify)
            draft.resolved = [s._replace(span=None, only_told=False, beside=()) for s in (found, *found.beside)] if found else []
        here.append(draft)


def _named(reading, identify, memory, phrase, sure):
    source = identify(*phrase)._replace(known=sure or actor_like(reading, phrase))
    number = "d" if _dual_construct(reading, phrase) else phrase_features(reading, phrase)[1]
    if number in ("d", "p") and source.number != "p" and (phrase[0] not in reading.mention_at or reading.mention_at[phrase[0]][0].kind == "title"):
        # `قادة الاتحاد`, `خصوم الحكومة`: the head noun tells that they are several.
        source = source._replace(gender="m" if source.gender is None else source.gender, number=number)
    word = reading.words[phrase[0]]
    if word is not None and word.definite and phrase[1] - phrase[0] <= 2 and phrase[0] not in reading.mention_at:
        earlier = memory.same_head(word.stem[2:])
        if earlier is not None:
            return earlier._replace(span=phrase, gender=source.gender or earlier.gender, number=source.number or earlier.number)
    return source


def _dual_construct(reading, phrase):
    """Say whether a phrase is of two by its head: `رئيسا البلدين`, `وزيرا الخارجية`."""
    head, following = reading.words[phrase[0]], reading.words[phrase[0] + 1] if phrase[1] - phrase[0] > 1 else None
    return head is not None and following is not None and following.definite and head.stem.endswith("ا") and head.stem[:-1] in speaking_nouns()


def _told_of(reading, sentence, identify):
    """The person that a sentence without statements is about, in a list: the name or title right behind its first verb."""
    first, last = reading.tokens.bounds[sentence]
    for k in range(first, min(last - 1, first + 6)):
        if reading.kinds[k] == WORD and k not in reading.mention_in and (reading.words[k].verb or k == first and _verb_by_place(reading, k)):
            found = reading.mention_at.get(k + 1)
            if found is not None and found[0].kind in ("name", "title", "new") and reading.is_person(found[0]):
                return [_as_its_verb(reading, k, identify(k + 1, found[1]))._replace(only_told=True)]
            return []
    return []


def _as_its_verb(reading, k, source):
    """Return a source as feminine where its verb at k is: `نشرت عضو المجلس …` (`عضو` alone does not tell), `نشرت ألوية العمالقة …`."""
    stem = reading.words[k].stem
    feminine = stem.startswith("ت") if reading.words[k].verb == "imperfect" else stem.endswith("ت")
    if feminine and source.type != "person":
        return source._replace(gender="f", number=None)
    return source._replace(gender="f") if feminine else source


def _verb_by_place(reading, k):
    """An unknown word that opens a sentence right before a title or name is its verb: `وصعد وزير الخارجية …`; so is كان."""
    word = reading.words[k]
    if word.particle == "auxiliary":
        return True
    return word.particle is None and not word.prep and not word.definite and word.stem not in common_nouns() and word.stem not in speaking_nouns()


PASSED_ON = ("passed_on_words", "passed_on_from")


def outer(draft):
    """Return the statement that holds this one, or None; according-to statements are passed over: they hold whole sentences."""
    parent = draft.parent
    while parent is not None and parent.kind == "according":
        parent = parent.parent
    return parent


def _remember(memory, drafts):
    """Enter the sources of a sentence: of its main statements, else of according-to phrases; those passed on last."""
    top = [d for d in drafts if outer(d) is None]
    main = [d for d in top if d.kind == "finite"] or [d for d in top if d.kind in ("according", "participle")]
    for sources in by_cue(main) + by_cue(d for d in drafts if d.rule in PASSED_ON):
        memory.add(sources)


def _implicit(reading, draft, here, memory, identify):
    if draft.person == 1 or draft.parent is not None and draft.person == 2:
        return _first_person(draft)
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
    holder = outer(draft)
    if holder is not None or draft.kind == "nested" and not draft.continues:
        return _inner(reading, draft, here, memory, identify)
    beside = [d for d in here if d.resolved and (outer(d) is None and d.kind in ("finite", "participle", "headline") or d.rule in PASSED_ON)]
    beside.sort(key=lambda d: d.rule in PASSED_ON)
    denier = _accused(reading, draft, beside[-1:], identify)
    if denier is not None:
        return denier
    for sources in reversed(by_cue(beside)):
        for source in (*together(sources), *reversed(sources)):
            if agree(draft.gender, draft.number, source):
                return source
    if not beside:
        for other in reversed([d for d in here if d.resolved and d.rule == "noun_agent" and outer(d) is None]):
            if agree(draft.gender, draft.number, other.resolved[0]):
                return other.resolved[0]
    if draft.continues and draft.kind != "according":
        subject = _clause_subject(reading, draft, identify, reading.sentence_start(draft.anchor))
        if subject is None and draft.anchor == reading.sentence_start(draft.anchor) and draft.sentence > 0:
            # A participle behind a full stop goes on from the sentence before it: `أصدر المجلس قرارا. مطالبا بـ…`
            subject = _clause_subject(reading, draft, identify, reading.tokens.bounds[draft.sentence - 1][0])
        if subject is not None:
            return subject
    elif draft.kind == "finite" and not beside and draft.anchor > reading.sentence_start(draft.anchor) and (reading.words[draft.anchor].conj or _behind_clause(reading, draft.anchor)):
        subject = _clause_subject(reading, draft, identify, reading.sentence_start(draft.anchor))
        if subject is not None and (subject.type == "person" or reading.words[draft.anchor - 1] is not None and accusative_noun(reading.words[draft.anchor - 1])):
            # `نشرت عضو المجلس شريطا وقالت إن …`
            return subject
    goes_on = draft.reading is not None and fold(draft.reading.cue.lemma) in rule_words("going_on")
    return (memory.latest(draft.gender, draft.number, goes_on) or _clause_subject(reading, draft, identify, reading.sentence_start(draft.anchor))
            or next((d.resolved[0] for d in reversed(beside)), None) or (memory.entries[-1] if memory.entries and draft.continues else None))


def _behind_clause(reading, i):
    """Say whether the verb at i follows a comma and a clause of its sentence, no adverbial: `أجرى سامي مقابلة، انتقد فيها …`."""
    first, before = reading.words[reading.sentence_start(i)], reading.words[i - 1]
    if first is None or first.particle == "preposition" or first.prep:
        return False
    if before is None:
        return reading.tokens.forms[i - 1] in ("،", ",")
    # `جاء ذلك في مقابلة لسامي، حيث قال …`, `أصدر النادي بيانا استنكر فيه …`
    if before.particle == "complementizer" and len(before.stem) > 2:
        # `ترك الوزير الباب مفتوحا، كما أنه رفض التعليق`
        return True
    return before.stem in rule_words("where") or before.particle == "auxiliary" and i - 1 > reading.sentence_start(i) and not before.conj or accusative_noun(before)


def _accused(reading, draft, before, identify):
    """`اتهمت واشنطن الشركة بـ…، لكنها تنفي`: who was accused denies it, if he agrees; else None."""
    if not before or draft.reading is None or draft.reading.cue.act != "deny" or before[0].reading is None or before[0].reading.cue.act != "accuse":
        return None
    first, last = before[0].span
    return next((source for k in range(first, last) if (source := _mention_source(reading, k, draft, identify)) is not None), None)


def _first_person(draft):
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
    source = _first_person(draft)
    if holder is not None and holder.span[0] < draft.anchor:
        start = max(start, holder.span[0])
        if holder.how == "object":
            # `هدد نظيره بأنه سيرسل … ويضيف`: the clause begins behind the object.
            start = next((k for k in range(start, draft.anchor) if reading.kinds[k] == WORD and is_complementizer(reading.keys[k])), start)
        if source is not None and reading.kinds[start] == WORD and reading.words[start].particle == "complementizer" and len(reading.words[start].stem) > 2 and agree(draft.gender, draft.number, source):
            return source
        if source is not None and reading.keys[draft.anchor - 1] == "ان" and reading.keys[draft.anchor - 2] in rule_words("when_said") and agree(draft.gender, draft.number, source):
            # `إن الرئيس قوي، قبل أن يضيف`: he who said it adds.
            return source
        if source is not None and draft.kind != "participle" and _object_said(reading, draft) and agree(draft.gender, draft.number, source):
            # `تقريرا عن سجون قالت إنها …`: the pronoun is that of the noun before the verb; who speaks is the outer source.
            return source
        subject = _phrase_source(reading, start + 1, draft, identify) if draft.rule == "verb_alone" else None
        if subject is not None:
            return subject
    if draft.kind != "participle" and draft.rule != "noun_demand":
        for k in range(draft.anchor - 1, start - 1, -1):
            subject = _mention_source(reading, k, draft, identify)
            if subject is not None:
                return subject
    if source is not None and agree(draft.gender, draft.number, source):
        return source
    for other in reversed(here):
        if other.resolved and other.depth == 0 and agree(draft.gender, draft.number, other.resolved[0]):
            return other.resolved[0]
    return memory.latest(draft.gender, draft.number) or source


def _object_said(reading, draft):
    """Say whether a verb without و right behind a noun is followed by إن with a pronoun: `سجون قالت إنها …`."""
    i = draft.anchor
    before, after = reading.words[i - 1], reading.words[i + 1] if i + 1 < len(reading.words) else None
    return (not reading.words[i].conj and before is not None and before.particle not in ("complementizer", "conjunction", "subordinator", "pronoun") and after is not None
            and after.particle == "complementizer" and len(after.stem) > 2)


def _phrase_source(reading, i, draft, identify):
    """The noun phrase that begins at i as a source, if it can speak and agrees."""
    if i >= draft.anchor or not reading.starts_noun_phrase(i):
        return None
    end = reading.noun_phrase(i, draft.anchor)
    if not actor_like(reading, (i, end)):
        return None
    source = identify(i, end)
    second = reading.mention_at.get(end) if draft.number in ("d", "p") and end < draft.anchor and reading.words[end] is not None and reading.words[end].conj else None
    if second is not None:
        # `إن ترامب وماكرون تعهدا`
        source = source._replace(beside=(identify(end, second[1]),))
    return source if agree(draft.gender, draft.number, source) else None


def _mention_source(reading, k, draft, identify):
    """The mention that begins at token k as a source, if it agrees; adjectives of nationality do not count."""
    found = reading.mention_at.get(k)
    if found is None or found[0].kind == "demonym" and reading.words[k] is not None and not reading.words[k].stem.endswith("ون"):
        return None
    source = identify(k, found[1])
    return source if agree(draft.gender, draft.number, source) else None


def _clause_subject(reading, draft, identify, start):
    """The subject of the clause that a participle belongs to: behind the sentence's first verb, else its first name."""
    for k in range(start, min(draft.anchor - 1, start + 10)):
        if reading.kinds[k] == WORD and k not in reading.mention_in and (reading.words[k].verb or FINITE_CUES[reading.keys[k]] or k == start and k + 1 in reading.mention_at and _verb_by_place(reading, k)):
            first = k + 1
            end = subject_end(reading, first, draft.anchor, True) if reading.starts_noun_phrase(first) else first
            if end > first and (draft.rule == "by_saying" or actor_like(reading, (first, end)) or end - first <= 3 and not reading.words[first].definite):
                source = _as_its_verb(reading, k, identify(first, end))
                if agree(draft.gender, draft.number, source):
                    return source
            break
    for k in range(start, draft.anchor):
        found = reading.mention_at.get(k)
        if found is None or found[0].kind == "demonym":
            continue
        before = reading.words[k - 1] if k > 0 else None
        if before is not None and before.particle == "preposition" or reading.words[k] is not None and reading.words[k].prep or reading.is_medium(found[0]) or reading.keys[k] in rule_words("medium"):
            continue
        source = identify(k, found[1])
        if agree(draft.gender, draft.number, source):
            return source
    return _whose_words(reading, draft, identify, start)


def _whose_words(reading, draft, identify, start):
    """`جاء ذلك في تدوينة لأوباما على فيسبوك، حيث قال …`: the person behind ل, if he agrees; else None."""
    for k in range(start + 1, draft.anchor):
        found, before = reading.mention_at.get(k), reading.words[k - 1]
        if found is not None and reading.words[k] is not None and reading.words[k].prep == "ل" and reading.is_person(found[0]) and before is not None and bare_noun(before) in documents():
            source = identify(k, found[1])
            if agree(draft.gender, draft.number, source):
                return source
    return None
