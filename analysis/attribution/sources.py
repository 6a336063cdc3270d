"""Who a source is: noun phrases become actors, and sentences fill the memory from which dropped subjects are taken."""

from analysis.attribution.dropped import implicit_source
from analysis.attribution.memory import PASSED_ON, Memory, as_its_phrase, as_its_verb, by_cue, outer, verb_by_place
from analysis.attribution.features import actor_like
from analysis.wordlists import rule_words
from analysis.words import WORD


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
            found = implicit_source(reading, draft, here, memory, identify)
            draft.resolved = [s._replace(span=None, only_told=False, beside=()) for s in (found, *found.beside)] if found else []
        here.append(draft)


def _named(reading, identify, memory, phrase, sure):
    source = as_its_phrase(reading, phrase, identify(*phrase)._replace(known=sure or actor_like(reading, phrase)))
    word = reading.words[phrase[0]]
    if word is not None and word.stem in rule_words("his_honour"):
        # `وأعرب سموه عن …`: he who spoke or was told of before.
        earlier = next((e for e in reversed(memory.entries) if e.type == "person" and not e.beside), None)
        return earlier._replace(span=phrase) if earlier is not None else source
    if word is not None and word.definite and phrase[1] - phrase[0] <= 2 and phrase[0] not in reading.mention_at:
        earlier = memory.same_head(word.stem[2:])
        if earlier is not None:
            return earlier._replace(span=phrase, gender=source.gender or earlier.gender, number=source.number or earlier.number)
    return source


def _told_of(reading, sentence, identify):
    """The person that a sentence without statements is about, in a list: the name or title right behind its first verb."""
    first, last = reading.tokens.bounds[sentence]
    for k in range(first, min(last - 1, first + 6)):
        if reading.kinds[k] == WORD and k not in reading.mention_in and (reading.words[k].verb or k == first and verb_by_place(reading, k)):
            found = reading.mention_at.get(k + 1)
            if found is not None and found[0].kind in ("name", "title", "new") and reading.is_person(found[0]):
                return [as_its_verb(reading, k, identify(k + 1, found[1]))._replace(only_told=True)]
            return []
    return []


def _remember(memory, drafts):
    """Enter the sources of a sentence: of its main statements, else of according-to phrases; those passed on last."""
    top = [d for d in drafts if outer(d) is None]
    main = [d for d in top if d.kind == "finite"] or [d for d in top if d.kind in ("according", "participle")]
    for sources in by_cue(main) + by_cue(d for d in drafts if d.rule in PASSED_ON):
        memory.add(sources)
