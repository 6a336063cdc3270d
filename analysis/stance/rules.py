"""The rules of stance, each at a trigger word. A rule yields Findings; its name goes into the row."""

from typing import NamedTuple

from analysis.stance.lexicon import VICTIMS, operators
from analysis.stance.page import NARRATOR_WHO, Who, source_of
from analysis.stance.pieces import pieces_after
from analysis.stance.polarity import asked, bearing
from analysis.stance.roles import VERBAL, antecedents, controllers, noun_roles, objects_of, particle_at, subjects_before, verb_roles, who, whos
from analysis.words import PUNCT, QUOTE

SURE, LIKELY, DOUBTFUL = 0.8, 0.6, 0.4


class Finding(NamedTuple):
    """One stance before it becomes a row: evidence is tokens first … last."""

    source: Who
    target: Who
    sign: int
    kind: str
    first: int
    last: int
    rule: str
    certainty: float


def findings(page, i, trigger):
    """Yield the Findings at token i."""
    if asked(page, i):
        return
    if trigger.forms and i not in page.mention_in:
        form, predicate = choose(page, i, trigger.forms)
        yield from predicate_findings(page, i, form, predicate)
    if trigger.evaluations:
        yield from evaluation_findings(page, i, trigger.evaluations)
    for keys, evaluation in trigger.idioms:
        yield from idiom_findings(page, i, keys, evaluation)


def choose(page, i, forms):
    """Pick the reading that fits the words around: a noun after a preposition or with ال, a verb after an auxiliary or at a clause start."""
    nouns = [x for x in forms if x[0].pos not in VERBAL]
    verbs = [x for x in forms if x[0].pos in VERBAL]
    if not nouns or not verbs:
        return (verbs or nouns)[0]
    if nouns[0][0].definite or nouns[0][0].prefix.strip("وف") or i == page.sentence(i)[0] and i not in page.cue_at and page.tokens.sentence_of[i]:
        return nouns[0] if nouns[0][0].definite or nouns[0][0].prefix.strip("وف") else verbs[0]
    if i == page.sentence(i)[0]:
        return verbs[0]
    before = page.words[i - 1]
    if before is None:
        return verbs[0] if page.reading.kinds[i - 1] in (PUNCT, QUOTE) else nouns[0]
    if before.particle in ("auxiliary", "negation", "relative", "complementizer", "subordinator", "adverb") or i - 1 in page.mention_in or i in page.cue_at and before.particle is None:
        return verbs[0]
    return nouns[0]


def predicate_findings(page, i, form, predicate):
    """Yield what a predicate implies: its agent toward its object, and its teller toward the agent."""
    sign, teller = bearing(page, i), page.teller(i)
    agents, objects, certainty = predicate_roles(page, i, form, predicate)
    if not sign or not agents:
        return
    name = f"{predicate.cls} {'verb' if form.pos in VERBAL else 'noun' if form.pos == 'noun' else 'participle'}"
    if predicate.object:
        yield from attitude(page, i, predicate, predicate.object * sign, agents, objects, certainty, name)
    if predicate.doer and i not in page.cue_at:
        yield from deed(page, i, predicate, predicate.doer * sign, agents, form, certainty)


def predicate_roles(page, i, form, predicate):
    """Return (agents, objects, certainty)."""
    if i in page.cue_at:
        return cue_roles(page, i, form, predicate)
    if form.pos in VERBAL:
        agents, objects = verb_roles(page, i, form, predicate.markers)
        if predicate.cls == "harm" and not objects and not has_object(page, i, form):
            agents = None
        return agents, objects, SURE
    if form.pos == "participle":
        agents, objects = participle_roles(page, i, form, predicate)
        return agents, objects, SURE
    if form.pos == "passive participle":
        agents, objects = passive_roles(page, i, form, predicate)
        return agents, objects, SURE
    agents, objects = noun_roles(page, i, form, predicate)
    if agents:
        return agents, objects, SURE
    return controllers(page, i), objects, LIKELY


def has_object(page, i, form):
    """A harm verb with one bare phrase after it is a passive (`قتل خمسة جنود`), unless its subject stands before it."""
    bare = [p for p in pieces_after(page, i) if not p.marker and not p.joined]
    return len(bare) > 1 or bool(form.pronoun) or bool(bare) and (bool(subjects_before(page, i)) or particle_at(page, i - 1) == "relative")


def cue_roles(page, i, form, predicate):
    """A reporting verb: its source is the agent; the object is what its content begins with, or stands between the two."""
    statements = page.cue_at[i]
    agents = list(dict.fromkeys(source_of(s) for s in statements))
    names = {a.actor for a in agents}
    begin = page.first_token(statements[0].content[0][0]) if statements[0].content else i + 1
    pieces = pieces_after(page, begin - 1, begin) if begin > i else []
    objects = [m for m in objects_of(pieces, predicate.markers, 0)]
    if not objects:
        objects = objects_of(pieces_after(page, i), tuple(m for m in predicate.markers if m != "direct"), 0)
    if not objects and "direct" in predicate.markers:
        objects = [m for p in pieces_after(page, i) if not p.marker for m in p.mentions if m.actor not in names and page.first_token(m.start) < begin and source_text_free(statements[0], m)]
    return agents, [m for m in objects if m.actor not in names], SURE


def source_text_free(statement, mention):
    """Say whether a mention stands outside the words that name the source."""
    return statement.source_start is None or mention.end <= statement.source_start or mention.start >= statement.source_end


def participle_roles(page, i, form, predicate):
    """`حزب الله الموالي للنظام`: the noun before is the agent; `منددا بروسيا`: the subject of the clause is."""
    pieces = pieces_after(page, i)
    marked = predicate.markers + (("ل",) if "direct" in predicate.markers else ())
    objects = objects_of(pieces, marked, 0)
    before = i - 1
    if before >= page.sentence(i)[0] and before in page.mention_in:
        return [who(page.mention_in[before])], objects
    if form.definite:
        return whos(antecedents(page, i)) or None, objects
    subjects = subjects_before(page, i)
    return whos(subjects) or None, objects


def passive_roles(page, i, form, predicate):
    """`المدعومة من إيران`, `مسنودة بطيران التحالف`: the phrase after من or ب is the agent, the noun before the object."""
    agents = objects_of(pieces_after(page, i), ("من", "ب"), 0)
    before = i - 1
    if before >= page.sentence(i)[0] and before in page.mention_in:
        objects = [page.mention_in[before]]
    else:
        objects = antecedents(page, i) or subjects_before(page, i)
    return whos(agents) or None, objects


def attitude(page, i, predicate, sign, agents, objects, certainty, name):
    """The agent's stance toward the object. Inside the words of somebody else it is a stance only where it is itself reported speech."""
    teller = page.teller(i)
    for agent in agents:
        if teller is not NARRATOR_WHO and i not in page.cue_at and agent.party != teller.party:
            continue
        for mention in objects:
            if mention.party == agent.party and sign < 0:
                continue
            yield shown(page, agent, who(mention), sign, predicate.kind, i, mention, name, certainty)


def deed(page, i, predicate, sign, agents, form, certainty):
    """The teller's stance toward the doer of a good or harmful deed."""
    teller = page.teller(i)
    for agent in agents:
        if agent.party == teller.party and sign < 0:
            continue
        if predicate.cls == "success" and sign < 0:
            continue
        sure = certainty if teller is not NARRATOR_WHO else narrated(page, i, predicate)
        yield Finding(teller, agent, sign, "deed", i, i, f"{predicate.cls} deed", sure)


def narrated(page, i, predicate):
    """The narrator blames only for a breach, a crime or harm to civilians."""
    if predicate.cls in ("breach", "crime"):
        return LIKELY
    if predicate.cls in ("harm", "strike"):
        return LIKELY if harmed(page, i) else DOUBTFUL
    return DOUBTFUL


def harmed(page, i):
    """Say whether words for civilians or their places follow the predicate within its clause."""
    end = min(page.sentence(i)[1], i + 14)
    return any(VICTIMS[page.keys[j]] for j in range(i + 1, end))


def shown(page, source, target, sign, kind, i, mention, rule, certainty):
    """Make a Finding whose evidence runs from the predicate to the target's mention, in whichever order they stand."""
    first, last = page.first_token(mention.start), page.last_token(mention.end)
    if last < i - 20 or first > i + 20:
        first = last = i
    return Finding(source, target, sign, kind, min(i, first), max(i, last), rule, certainty)


def evaluation_findings(page, i, evaluations):
    """Yield what an evaluative adjective or noun says of the party it is attached to."""
    evaluation = evaluations[0][1]
    if evaluation.strength == "strong":
        yield from evaluate(page, i, i + 1, evaluation)


def idiom_findings(page, i, keys, evaluation):
    """Yield what a fixed phrase says of a party."""
    n = len(keys)
    if tuple(page.keys[i + 1:i + n]) == keys[1:]:
        yield from evaluate(page, i, i + n, evaluation)


def evaluate(page, i, end, evaluation):
    """Find the party an evaluation holds for, and yield the teller's stance toward it."""
    teller, sign = page.teller(i), bearing(page, i)
    if not sign:
        return
    targets, certainty = holders(page, i, end)
    if teller is NARRATOR_WHO and certainty < 0.7:
        return
    for target in targets:
        if target.party == teller.party and evaluation.polarity * sign < 0:
            continue
        yield Finding(teller, target, evaluation.polarity * sign, "evaluation", i, end - 1, "evaluation " + evaluation.cls, certainty)


def holders(page, i, end):
    """Return (Whos of whom an evaluative word is said, certainty)."""
    if i in page.mention_in:
        return [who(page.mention_in[i])], 0.8
    j, first, steps = i - 1, page.sentence(i)[0], 0
    while j >= first and steps < 4:
        if j in page.mention_in:
            return [who(page.mention_in[j])], 0.7
        word = page.words[j]
        if word is None and page.reading.kinds[j] != QUOTE or word is not None and (word.verb or word.particle):
            break
        j -= 1
        steps += 1
    subjects = subjects_before(page, i)
    if subjects:
        return whos(subjects), LIKELY
    for piece in pieces_after(page, end - 1):
        if piece.marker in ("", "ل", "من", "قبل") and piece.mentions:
            return [who(piece.mentions[0])], 0.55
        if piece.mentions or piece.marker:
            break
    return [], 0
