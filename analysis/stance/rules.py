"""The rules of stance, each at a trigger word. A rule yields Findings; its name goes into the row."""

from typing import NamedTuple

from analysis.stance.lexicon import VICTIMS, Evaluation
from analysis.stance.page import NARRATOR_WHO, Who, source_of
from analysis.stance.pieces import pieces_after
from analysis.stance.polarity import asked, bearing, demanded
from analysis.stance.roles import VERBAL, antecedents, by_phrase, controllers, is_victim, noun_roles, objects_of, particle_at, subjects_before, verb_roles, who, whos
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
        if not predicate.needed or needed_follows(page, i, predicate.needed):
            yield from predicate_findings(page, i, form, predicate)
    if trigger.labels:
        yield from label_findings(page, i, *trigger.labels[0])
    elif trigger.evaluations:
        yield from evaluation_findings(page, i, *trigger.evaluations[0])
    for keys, evaluation in trigger.idioms:
        n = len(keys)
        if tuple(page.keys[i + 1:i + n]) == keys[1:]:
            yield from evaluate(page, i, i + n, evaluation)


def choose(page, i, forms):
    """Pick the reading that fits the words around: a noun after a preposition or with ال, a verb after an auxiliary or at a clause start."""
    forms = [x for x in forms if not x[1].needed or needed_follows(page, i, x[1].needed)] or forms
    nouns, verbs = [x for x in forms if x[0].pos not in VERBAL], [x for x in forms if x[0].pos in VERBAL]
    if not nouns or not verbs:
        return (verbs or nouns)[0]
    if nouns[0][0].definite or nouns[0][0].prefix.strip("وف") or page.voices[i] is not None and i and page.voices[i - 1] is not page.voices[i]:
        return nouns[0]
    if i == page.sentence(i)[0]:
        return verbs[0]
    before = page.words[i - 1]
    if before is None:
        return verbs[0] if page.reading.kinds[i - 1] in (PUNCT, QUOTE) else nouns[0]
    if before.particle in ("auxiliary", "negation", "relative", "complementizer", "subordinator", "adverb") or i - 1 in page.mention_in or i in page.cue_at and before.particle is None:
        return verbs[0]
    return nouns[0]


def needed_follows(page, i, needed):
    """Say whether one of the words that make a predicate of this verb follows within three words."""
    return any(page.words[j] is not None and page.words[j].stem in needed for j in range(i + 1, min(i + 4, page.sentence(i)[1])))


def predicate_findings(page, i, form, predicate):
    """Yield what a predicate implies: its agent toward its object, and its teller toward the agent."""
    sign, stopped = bearing(page, i)
    if not sign:
        return
    agents, objects, certainty = predicate_roles(page, i, form, predicate)
    if stopped:
        sign, agents, certainty = refused(page, i, sign, agents, certainty)
    if not agents:
        return
    name = f"{predicate.cls} {'verb' if form.pos in VERBAL else 'noun' if form.pos == 'noun' else 'participle'}"
    if predicate.object and (predicate.cls != "talks" or demanded(page, i, ("readiness",))):
        yield from attitude(page, i, predicate, predicate.object * sign, agents, objects, certainty, name)
    if predicate.doer and not stopped and i not in page.cue_at:
        yield from deed(page, i, predicate, sign, agents, form, certainty)


def refused(page, i, sign, agents, certainty):
    """`رفضت موسكو إدانة دمشق`: who refuses or stops the deed takes the opposite side; the deed itself is not told."""
    if certainty == SURE and agents:
        governing = controllers(page, i)
        return (-sign, governing, LIKELY) if governing else (sign, agents, DOUBTFUL)
    return -sign, agents, LIKELY


def predicate_roles(page, i, form, predicate):
    """Return (agents, objects, certainty)."""
    if i in page.cue_at:
        return (*cue_roles(page, i, form, predicate), SURE)
    if form.pos in VERBAL:
        agents, objects = verb_roles(page, i, form, predicate.markers)
        if predicate.cls == "harm" and not objects and not has_object(page, i, form):
            agents = None
        if agents is None and predicate.object:
            return controllers(page, i), objects, LIKELY
        return agents, objects, SURE
    if form.pos == "participle":
        return (*participle_roles(page, i, form, predicate), SURE)
    if form.pos == "passive participle":
        return (*passive_roles(page, i, form, predicate), SURE)
    agents, objects = noun_roles(page, i, form, predicate)
    return (agents, objects, SURE) if agents else (controllers(page, i, not predicate.object), objects, LIKELY)


def has_object(page, i, form):
    """A harm verb with one bare phrase after it is a passive (`قتل خمسة جنود`), unless its subject stands before it."""
    bare = [p for p in pieces_after(page, i) if not p.marker and not p.joined]
    return len(bare) > 1 or bool(form.pronoun) or bool(bare) and (bool(subjects_before(page, i)) or particle_at(page, i - 1) == "relative")


def cue_roles(page, i, form, predicate):
    """A reporting verb: its sources are the agents; the object is what its content begins with, or stands between the two."""
    statements = page.cue_at[i]
    agents = list(dict.fromkeys(source_of(s) for s in statements))
    names = {a.actor for a in agents}
    content = statements[0].content
    begin = page.first_token(content[0][0]) if content else i + 1
    objects = objects_of(page, pieces_after(page, begin - 1, begin), predicate.markers, 0) if begin > i else []
    if not objects:
        objects = objects_of(page, pieces_after(page, i), tuple(m for m in predicate.markers if m != "direct"), 0)
    if not objects and "direct" in predicate.markers and begin > i:
        between = [m for p in pieces_after(page, i) if not p.marker and p.first < begin for m in p.mentions]
        objects = [m for m in between if statements[0].source_start is None or m.end <= statements[0].source_start or m.start >= statements[0].source_end]
    return agents, [m for m in objects if m.actor not in names]


def participle_roles(page, i, form, predicate):
    """`حزب الله الموالي للنظام`: the noun before is the agent; `منددا بروسيا`: the subject of the clause is."""
    objects = objects_of(page, pieces_after(page, i), predicate.markers + (("ل",) if "direct" in predicate.markers else ()), 0)
    if i - 1 >= page.sentence(i)[0] and i - 1 in page.mention_in:
        return [who(page.mention_in[i - 1])], objects
    if form.definite:
        return whos(antecedents(page, i)) or None, objects
    subjects = subjects_before(page, i)
    return whos(subjects) if subjects else controllers(page, i), objects


def passive_roles(page, i, form, predicate):
    """`المدعومة من إيران`, `مسنودة بطيران التحالف`: the phrase after من or ب is the agent, the noun before the object."""
    agents = objects_of(page, pieces_after(page, i), ("من", "ب"), 0)
    objects = antecedents(page, i) if i - 1 in page.mention_in or form.definite else subjects_before(page, i)
    return whos(agents) or None, objects


def attitude(page, i, predicate, sign, agents, objects, certainty, name):
    """The agent's stance toward the object. Inside the words of somebody else it counts only where it is itself reported speech."""
    tellers = page.tellers(i)
    for agent in agents:
        if agent is NARRATOR_WHO or tellers[0] is not NARRATOR_WHO and i not in page.cue_at and all(agent.party != t.party for t in tellers):
            continue
        for mention in objects:
            if (mention.party != agent.party or sign > 0 and predicate.cls not in ("ally", "talks", "hostile")) and not (sign < 0 and is_victim(page, mention)):
                yield shown(page, agent, who(mention), sign, predicate.kind, i, mention, name, certainty)


def deed(page, i, predicate, sign, agents, form, certainty):
    """The tellers' stance toward the doer of a good or harmful deed."""
    if predicate.cls == "duty" and sign > 0 or predicate.cls == "success" and sign < 0 or demanded(page, i):
        return
    for teller in page.tellers(i):
        for agent in agents:
            own = agent.party == teller.party
            value = predicate.doer * sign
            if predicate.cls in ("rescue", "strike") and not harmed(page, i) or agent.party == "civilians" and value < 0:
                continue
            if own and value < 0 or not own and predicate.doer * sign > 0 and predicate.doer < 0:
                continue
            sure = certainty if teller is not NARRATOR_WHO else narrated(page, i, predicate)
            yield Finding(teller, agent, value, "deed", i, i, f"{predicate.cls} deed", sure)


def narrated(page, i, predicate):
    """The narrator blames only for a breach, a crime or harm to civilians."""
    if predicate.cls in ("breach", "crime"):
        return LIKELY
    if predicate.cls in ("harm", "strike"):
        return LIKELY if harmed(page, i) else DOUBTFUL
    return SURE if predicate.lemma in ("انتصر",) else DOUBTFUL


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


def label_findings(page, i, form, label):
    """A hostile or honouring label shows the stance of whoever uses it; on one's own side it is the narrator's wording."""
    if not label.stance:
        return
    target = labelled(page, i, form, label)
    if target is None:
        yield from evaluate(page, i, i + 1, Evaluation(label.word, "adjective" if label.place == "adjective" else "noun", label.stance, "strong"), form)
        return
    for teller in page.tellers(i):
        if teller.party == target.party and label.stance < 0:
            teller = NARRATOR_WHO
        yield Finding(teller, target, label.stance, "evaluation", i, i, "label", SURE)


def labelled(page, i, form, label):
    """Return the Who that a label word stands for, or None."""
    if label.word == "محتل" and i and page.keys[i - 1] in ("القدس", "والقدس", "الضفة", "الاراضي", "فلسطين", "الجولان", "الغربية", "الفلسطينية", "السوري"):
        return Who("israel", "israel")
    if i in page.mention_in:
        return who(page.mention_in[i])
    if label.place == "adjective":
        found = antecedents(page, i)
        return who(found[-1]) if found else None
    after = page.mention_at.get(i + 1)
    if after is not None and not page.words[i].definite:
        return who(after[0])
    return None


def evaluation_findings(page, i, form, evaluation):
    """Yield what a strong evaluative adjective or noun says of the party it is attached to."""
    if evaluation.strength == "strong":
        yield from evaluate(page, i, i + 1, evaluation, form)


def evaluate(page, i, end, evaluation, form=None):
    """Find the parties an evaluation holds for, and yield the tellers' stance toward them."""
    sign, stopped = bearing(page, i)
    if not sign or stopped:
        return
    targets, certainty = holders(page, i, end, evaluation, form)
    value = evaluation.polarity * sign
    for teller in page.tellers(i):
        if teller is NARRATOR_WHO and certainty < 0.7:
            continue
        for target in targets:
            if value > 0 or target.party not in (teller.party, "civilians"):
                yield Finding(teller, target, value, "evaluation", i, end - 1, "evaluation " + evaluation.cls, certainty)


def holders(page, i, end, evaluation, form):
    """Return (Whos of whom an evaluative word is said, certainty)."""
    if i in page.mention_in:
        return [who(page.mention_in[i])], 0.8
    if evaluation.cls == "adjective" and form.definite:
        found = antecedents(page, i)
        if found:
            return whos(found), 0.7
    if evaluation.cls == "noun":
        doers = by_phrase(page, pieces_after(page, end - 1))
        if doers:
            return doers, 0.7
    subjects = subjects_before(page, i)
    if subjects:
        return whos(subjects), LIKELY
    if evaluation.cls != "idiom" or evaluation.word.startswith("غير "):
        found = _near_before(page, i)
        if found:
            return found, 0.7
    return (_holder_after(page, i, end, evaluation) if evaluation.cls != "idiom" else []), 0.55


def _holder_after(page, i, end, evaluation):
    """`الهجمة البربرية لقوات الأسد`, `جنون ترامب`: the phrase after ل, or a name right after the noun."""
    pieces = pieces_after(page, end - 1)
    if not pieces or not pieces[0].mentions or page.first_token(pieces[0].mentions[0].start) != pieces[0].first:
        return []
    first = pieces[0]
    if first.marker == "ل" or evaluation.cls == "noun" and not first.marker and not first.joined and first.first == end:
        return whos([m for n, p in enumerate(pieces) if n == 0 or p.joined and all(q.joined for q in pieces[1:n]) for m in p.mentions[:1]])
    return []


def _near_before(page, i):
    """Return the Who of the mention in the noun phrase right before token i, or None; quotation marks are passed over."""
    j, first, steps = i - 1, page.sentence(i)[0], 0
    while j >= first and steps < 4:
        if j in page.mention_in:
            return [who(page.mention_in[j])]
        word = page.words[j]
        if word is None and page.reading.kinds[j] != QUOTE or word is not None and (page.is_verb(j) or word.particle):
            return None
        j -= 1
        steps += 1
    return None
