"""What a predicate shows: its agent's stance toward its object, and its teller's toward the agent."""

from analysis.stance.finding import DOUBTFUL, LIKELY, SURE, Finding, harmed, shown, with_party
from analysis.stance.lexicon import TRIGGERS, turns
from analysis.stance.page import NARRATOR_WHO, source_of
from analysis.stance.pieces import group_slots, pieces_after
from analysis.stance.polarity import bearing, demanded
from analysis.stance.control import controllers
from analysis.stance.nouns import noun_roles
from analysis.stance.people import is_victim, meant, particle_at, who, whos
from analysis.stance.roles import VERBAL, cue_roles, objects_of, pronoun_objects, verb_roles
from analysis.stance.subjects import antecedents, subjects_before
from analysis.words import PUNCT, QUOTE


NO_ROLES = ("demand", "appeal", "describe", "permission", "distance")
"""Classes that rules of their own read."""

TURNING = ("oppose", "blame", "praise", "support", "defend")
"""Classes whose object can be a verbal noun with an object of its own (`رفض إدانة دمشق`)."""

OFFERED = 0.65
"""Certainty of an offer of talks: it stands beside blame of the same party."""


def choose(page, i, forms):
    """Pick the reading that fits the words around: noun or verb first, then the predicate whose object or needed word follows."""
    forms = [x for x in forms if x[1].needed and needed_follows(page, i, x[1].needed)] or [x for x in forms if not x[1].needed] or forms
    nouns, verbs = [x for x in forms if x[0].pos not in VERBAL], [x for x in forms if x[0].pos in VERBAL]
    fitting = nouns if nouns and (not verbs or reads_as_noun(page, i, nouns[0][0], verbs[0][0])) else verbs
    if len({p for _, p in fitting}) > 1:
        fitting = sorted(fitting, key=lambda x: not governs(page, i, x))
    return fitting[0]


def reads_as_noun(page, i, noun, verb):
    """Say whether a form that can be both is a noun here: after a preposition or with ال; a verb after an auxiliary or at a clause start."""
    if noun.definite or noun.prefix.strip("وف") or page.voices[i] is not None and i and page.voices[i - 1] is not page.voices[i]:
        return True
    if i == page.sentence(i)[0]:
        return False
    if verb.pos == "perfect" and verb.pronoun and not page.words[i].conj and particle_at(page, i - 1) != "relative":
        # `أعلن رفضه`: with a pronoun the noun is meant.
        return True
    if particle_at(page, i - 2) == "preposition":
        # `في ظل تعاون روسيا وإيران`
        return True
    before = page.words[i - 1]
    if before is None:
        return page.reading.kinds[i - 1] not in (PUNCT, QUOTE)
    if before.particle in ("auxiliary", "negation", "relative", "complementizer", "subordinator", "adverb"):
        return False
    return not (i - 1 in page.mention_in or i in page.cue_at and before.particle is None)


def governs(page, i, reading):
    """Say whether what a predicate governs stands after it: `يكذب على` lies, `يكذب التقرير` denies."""
    form, predicate = reading
    markers = {p.marker for p in pieces_after(page, i)}
    return bool(markers & set(predicate.markers)) or "direct" in predicate.markers and "" in markers or not predicate.markers and form.pos not in VERBAL


def needed_follows(page, i, needed):
    """Say whether one of the words that make a predicate of this verb follows within five words."""
    return any(page.words[j] is not None and page.words[j].stem in needed for j in range(i + 1, min(i + 6, page.sentence(i)[1])))


def predicate_rule(page, i, trigger):
    """Yield what a predicate implies: its agent toward its object, and its teller toward the agent."""
    if i in page.mention_in or page.words[i].particle and "أ" not in page.tokens.forms[i]:
        # `هنا` (here) folds to the same form as `هنأ` (congratulated).
        return
    form, predicate = choose(page, i, trigger.forms)
    sign, stopped, doubted = bearing(page, i)
    if predicate.cls in NO_ROLES or not sign or predicate.needed and not needed_follows(page, i, predicate.needed):
        return
    agents, objects, certainty = predicate_roles(page, i, form, predicate)
    if agents is None:
        return
    told, predicate_sign = agents, sign
    if stopped:
        sign, agents, certainty = refused(page, i, sign, agents, certainty)
    name = rule_name(predicate, form, predicate_sign, stopped)
    if predicate.object and fitting(page, i, predicate, predicate_sign, stopped) and not procedure(page, i, form, predicate, sign, agents):
        yield from attitude(page, i, predicate, predicate.object * sign, agents, *with_pronoun(page, i, form, predicate, agents, objects, certainty), name)
        yield from backing(page, i, form, predicate, sign, agents, objects)
    if predicate.doer and i not in page.cue_at and not doubted and not (stopped and (predicate.doer > 0 or certainty == DOUBTFUL)):
        yield from deed(page, i, predicate, sign if not stopped else 1, told, form, LIKELY if stopped else certainty)


def procedure(page, i, form, predicate, sign, agents):
    """Say whether cooperation or talks are only reported: `بحث الرئيسان التعاون بين البلدين`, `دون التنسيق مع`."""
    if predicate.cls not in ("ally", "talks") or form.pos in VERBAL:
        return False
    if page.demanding(page.voices[i]):
        # `طالب روسيا بالتعاون مع الأمم المتحدة`: it is not the source that cooperates.
        return True
    return sign < 0 or form.pos == "noun" and page.voices[i] is None and i not in page.cue_at and len(agents) > 1


def with_pronoun(page, i, form, predicate, agents, objects, certainty):
    """Return (objects, certainty); where no object is named, the one that a pronoun means (`الضغط عليه`, `محاسبتهم`)."""
    certainty = certainty if predicate.cls != "talks" else OFFERED
    if objects:
        return objects, certainty
    own = form if form.pos in VERBAL or predicate.noun_takes == "object" else form._replace(pronoun="")
    return pronoun_objects(page, i, own, predicate.markers, {a.party for a in agents}), min(certainty, LIKELY)


def rule_name(predicate, form, sign, stopped):
    """Return the rule's name: class and form of the predicate, and what turned it."""
    kind = "verb" if form.pos in VERBAL else "noun" if form.pos == "noun" else "participle"
    return f"{predicate.cls} {kind}" + (", negated" if sign < 0 else "") + (", refused" if stopped else "")


def fitting(page, i, predicate, sign, stopped):
    """Talks count where they are offered, removals where they are demanded, possession of banned weapons where it is denied."""
    if predicate.cls == "talks":
        return demanded(page, i, ("readiness",))
    if predicate.cls == "denial":
        return sign < 0 or stopped
    if predicate.cls == "removal":
        return demanded(page, i) or page.demanding(page.voices[i]) or any(page.demanding(s) for k in range(max(page.sentence(i)[0], i - 3), i) for s in page.cue_at.get(k, ()))
    return True


def backing(page, i, form, predicate, sign, agents, objects):
    """`تشن قوات النظام هجوما بدعم روسي`: the subject of the clause is who is backed."""
    if predicate.cls in ("support", "help") and form.pos == "noun" and form.prefix.endswith("ب") and not objects and sign > 0:
        backed = controllers(page, i)
        for agent in agents:
            for target in backed or ():
                if target.party != agent.party and (page.voices[i] is None or agent in page.tellers(i)):
                    yield Finding(agent, target, 1, predicate.kind, i, i + 1, "support phrase", LIKELY)


def refused(page, i, sign, agents, certainty):
    """`رفضت موسكو إدانة دمشق`: who refuses or stops the deed takes the opposite side."""
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
        if predicate.cls == "harm" and "direct" in predicate.markers and not objects and not has_object(page, i, form):
            agents = None
        if agents is None and predicate.object and any(page.words[k] is not None and page.words[k].stem in turns("resolution") for k in range(max(page.sentence(i)[0], i - 3), i)):
            return controllers(page, i), objects, LIKELY
        return agents, objects, SURE
    if form.pos == "participle":
        return (*participle_roles(page, i, form, predicate), SURE)
    if form.pos == "passive participle":
        return (*passive_roles(page, i, form, predicate), SURE)
    agents, objects = noun_roles(page, i, form, predicate)
    if not agents and form.pronoun and predicate.doer < 0 and (predicate.noun_takes == "agent" or form.number == "p"):
        doer = meant(page, i, form.pronoun, {t.party for t in page.tellers(i)} if predicate.doer < 0 else ())
        return [who(doer)] if doer else None, objects, LIKELY
    return (agents, objects, SURE) if agents else (controllers(page, i, not predicate.object, form), objects, LIKELY)


def has_object(page, i, form):
    """A harm verb with one bare phrase after it is a passive (`قتل خمسة جنود`), unless its subject stands before it."""
    bare = group_slots(pieces_after(page, i))
    return len(bare) > 1 or bool(form.pronoun) or bool(bare) and (bool(subjects_before(page, i)) or particle_at(page, i - 1) == "relative")


def participle_roles(page, i, form, predicate):
    """`حزب الله الموالي للنظام`: the noun before is the agent; `منددا بروسيا`: the subject of the clause is."""
    objects = [m for m in objects_of(page, pieces_after(page, i), predicate.markers + (("ل",) if "direct" in predicate.markers else ()), 0) if m.kind != "demonym"]
    if i - 1 >= page.sentence(i)[0] and i - 1 in page.mention_in:
        return [who(page.mention_in[i - 1])], objects
    if form.definite:
        return whos(antecedents(page, _relative_before(page, i))) or None, objects
    before = page.words[i - 1] if i > page.sentence(i)[0] else None
    if before is not None and before.particle is None and not before.definite and not page.is_verb(i - 1):
        # `أداة دعاية موالية للكرملين`: the noun before is no party.
        return None, objects
    subjects = subjects_before(page, i)
    return whos(subjects) if subjects else controllers(page, i), objects


def _relative_before(page, i):
    """`التحالف الذي تقوده السعودية والمدعوم من واشنطن`: a joined participle goes with the relative pronoun before it."""
    if page.words[i].conj:
        for j in range(i - 1, max(page.sentence(i)[0], i - 7) - 1, -1):
            if particle_at(page, j) == "relative":
                return j
    return i


def passive_roles(page, i, form, predicate):
    """`المدعومة من إيران`, `مسنودة بطيران التحالف`: the phrase after من or ب is the agent, the noun before the object."""
    agents = objects_of(page, pieces_after(page, i), ("من", "ب"), 0)
    objects = antecedents(page, _relative_before(page, i)) if i - 1 in page.mention_in or form.definite else subjects_before(page, i)
    return whos(agents) or None, objects


def attitude(page, i, predicate, sign, agents, objects, certainty, name):
    """The agent's stance toward the object. Inside the words of somebody else it counts only where it is itself reported speech."""
    tellers = page.tellers(i)
    for agent in agents:
        if agent is NARRATOR_WHO or tellers[0] is not NARRATOR_WHO and i not in page.cue_at and all(agent.party != t.party for t in tellers):
            continue
        if predicate.cls == "fight" and tellers[0] is NARRATOR_WHO and i not in page.cue_at and (certainty == SURE or " verb" in name):
            # A plain report of fighting is no stance (ruling 11); a goal is (`تعهدت بمحاربة داعش`).
            continue
        for mention in objects:
            if agent.party == mention.party and predicate.cls != "defend" and (sign < 0 or predicate.cls in ("ally", "talks", "hostile", "fight") or agent not in tellers and i not in page.cue_at):
                continue
            if not (sign < 0 and is_victim(page, mention)) and not (predicate.cls in TURNING and not predicate.needed and embedded(page, i, mention)):
                yield shown(page, agent, who(mention), sign, predicate.kind, i, mention, name, certainty)


def embedded(page, i, mention):
    """`رفضت موسكو إدانة دمشق`: the party is the object of a verbal noun that stands between; that noun tells the stance."""
    for k in range(i + 1, min(page.first_token(mention.start), i + 6)):
        trigger = TRIGGERS[page.keys[k]] if page.words[k] is not None and k not in page.mention_in else None
        for form, predicate in trigger.forms if trigger else ():
            if form.pos == "noun" and predicate.object and not predicate.needed and mention in noun_roles(page, k, form, predicate)[1]:
                return True
    return False


def deed(page, i, predicate, sign, agents, form, certainty):
    """The tellers' stance toward the doer of a good or harmful deed."""
    if predicate.cls in ("ally", "talks") and (certainty != SURE or sign < 0 or form.pos not in VERBAL and len(agents) < 2 or page.voices[i] is None):
        return
    if predicate.cls == "duty" and sign > 0 or predicate.cls == "effort" and sign < 0 or predicate.cls == "success" and sign < 0 or demanded(page, i):
        return
    for teller in page.tellers(i):
        for agent in agents:
            own = agent.party == teller.party
            value = predicate.doer * sign
            if predicate.cls == "effort" and not own:
                continue
            if predicate.cls in ("rescue", "strike") and not harmed(page, i) or agent.party == "civilians" and value < 0:
                continue
            if own and value < 0 or not own and predicate.doer * sign > 0 and predicate.doer < 0:
                continue
            sure = certainty if teller is not NARRATOR_WHO else narrated(page, i, predicate)
            yield Finding(teller, agent, value, "deed", *with_party(page, i, agent.party), f"{predicate.cls} deed", sure)


def narrated(page, i, predicate):
    """The narrator blames only for a breach, a crime or harm to civilians."""
    if predicate.cls in ("breach", "crime"):
        return LIKELY
    if predicate.cls in ("harm", "strike"):
        return LIKELY if harmed(page, i) else DOUBTFUL
    return SURE if predicate.lemma in ("انتصر",) else DOUBTFUL


