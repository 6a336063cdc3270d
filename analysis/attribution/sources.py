"""Who a source is: noun phrases become actors, and dropped subjects are resolved by agreement and recency."""

from typing import NamedTuple

from analysis.attribution.subjects import actor_like


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


class Memory:
    """The sources of an article so far, most recent last; nested sources and quoted ones never enter."""

    def __init__(self):
        self.entries = []

    def add(self, source):
        if source is not None:
            self.entries.append(source)

    def latest(self, gender, number, most=12):
        """Return the most recent source that agrees, or None."""
        for source in reversed(self.entries[-most:]):
            if agree(gender, number, source):
                return source
        return None

    def same_head(self, head):
        """Return the most recent source whose phrase had this head noun (`المصدر` after `مصدر عسكري`), or None."""
        return next((s for s in reversed(self.entries) if s.head == head), None)


def agree(gender, number, source):
    """A dropped subject agrees in gender and number; what is unknown agrees with everything."""
    if number == "p":
        return source.number == "p"
    if number == "d":
        return source.number in ("d", "p", None)
    if source.number == "p" and source.gender == "m":
        return False
    return gender is None or source.gender is None or gender == source.gender


def resolve(reading, drafts, identify):
    """Give every draft its resolved sources. Drafts must be in text order and have their contents and parents.

    `identify(first, last)` returns the Source of a noun phrase.
    """
    memory, sentence, here = Memory(), -1, []
    for draft in drafts:
        if draft.sentence != sentence:
            _remember(memory, here)
            sentence, here = draft.sentence, []
        if draft.sources:
            draft.resolved = [_named(reading, identify, memory, s, draft.sure) for s in draft.sources]
        else:
            found = _implicit(reading, draft, here, memory, identify)
            draft.resolved = [found._replace(span=None)] if found else []
        here.append(draft)


def _named(reading, identify, memory, phrase, sure):
    source = identify(*phrase)._replace(known=sure or actor_like(reading, phrase))
    word = reading.words[phrase[0]]
    if word is not None and word.definite and phrase[1] - phrase[0] <= 2 and phrase[0] not in reading.mention_at:
        earlier = memory.same_head(word.stem[2:])
        if earlier is not None:
            return earlier._replace(span=phrase, gender=source.gender or earlier.gender)
    return source


def _remember(memory, drafts):
    """Enter the sources of a sentence, those of its main statements last."""
    main = [d for d in drafts if d.depth == 0 and d.kind in ("finite", "headline")]
    passed = [d for d in drafts if d.rule in ("passed_on_words", "passed_on_from")]
    for draft in (main or [d for d in drafts if d.depth == 0 and d.kind in ("according", "participle")]) + passed:
        if draft.resolved and draft.kind != "headline" and draft.resolved[0].known:
            memory.add(draft.resolved[0])


def _implicit(reading, draft, here, memory, identify):
    if draft.person == 1 or draft.parent is not None and draft.person == 2:
        return _first_person(draft)
    if draft.kind == "nested" or draft.parent is not None:
        return _inner(reading, draft, here, memory, identify)
    beside = [d for d in here if d.parent is draft.parent and d.resolved and d.kind in ("finite", "participle", "headline")]
    for other in reversed(beside):
        if agree(draft.gender, draft.number, other.resolved[0]) and other.resolved[0].known:
            return other.resolved[0]
    if draft.continues:
        subject = _clause_subject(reading, draft, identify)
        if subject is not None:
            return subject
    return memory.latest(draft.gender, draft.number) or _clause_subject(reading, draft, identify) or next((d.resolved[0] for d in reversed(beside)), None) or (memory.entries[-1] if memory.entries and draft.continues else None)


def _first_person(draft):
    """We and I inside a quotation are the quoted source."""
    outer = draft.parent
    while outer is not None:
        if outer.resolved:
            return outer.resolved[0]
        outer = outer.parent
    return None


def _inner(reading, draft, here, memory, identify):
    """The dropped subject of a nested statement: the nearest name before it that agrees, else the outer source."""
    start = reading.sentence_start(draft.anchor)
    if draft.parent is not None:
        start = max(start, draft.parent.span[0]) if draft.parent.span[0] < draft.anchor else start
    if not (draft.kind == "participle" or draft.rule == "noun_demand"):
        for k in range(draft.anchor - 1, start - 1, -1):
            found = reading.mention_at.get(k)
            if found is None or found[0].kind == "demonym" and reading.words[k] is not None and not reading.words[k].stem.endswith("ون"):
                continue
            source = identify(k, found[1])
            if agree(draft.gender, draft.number, source):
                return source
    outer = _first_person(draft)
    if outer is not None and agree(draft.gender, draft.number, outer):
        return outer
    for other in reversed(here):
        if other.resolved and other.depth == 0 and agree(draft.gender, draft.number, other.resolved[0]):
            return other.resolved[0]
    return memory.latest(draft.gender, draft.number) or outer


def _clause_subject(reading, draft, identify):
    """The subject of the clause that a participle belongs to: the first name of the sentence not after a preposition."""
    for k in range(reading.sentence_start(draft.anchor), draft.anchor):
        found = reading.mention_at.get(k)
        if found is None or found[0].kind == "demonym":
            continue
        before = reading.words[k - 1] if k > 0 else None
        if before is not None and before.particle == "preposition" or reading.words[k] is not None and reading.words[k].prep:
            continue
        source = identify(k, found[1])
        if agree(draft.gender, draft.number, source):
            return source
    return None
