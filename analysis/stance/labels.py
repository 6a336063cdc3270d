"""What the label of a party shows: hostile and honouring words, lists of terrorists, names of one's own side."""

from analysis.actors.lookup import find_demonym
from analysis.actors.registry import load_registry
from analysis.stance.finding import SURE, Finding, shown, with_party
from analysis.stance.holders import evaluate, exemplified, modified, near_before, spelled
from analysis.stance.lexicon import TRIGGERS, VERBS, Evaluation, turns
from analysis.stance.page import NARRATOR_WHO, Who
from analysis.stance.people import is_group, is_state, particle_at, who, whos
from analysis.stance.pieces import pieces_after
from analysis.stance.roles import verb_roles
from analysis.stance.subjects import ANY, antecedents, conjuncts_back
from analysis.text import fold
from analysis.wordlists import quantities
from analysis.words import QUOTE


def label_rule(page, i, trigger):
    """A hostile or honouring label shows the stance of whoever uses it; on one's own side it is the narrator's wording (ruling 15)."""
    if trigger.turn in ("own", "own_foe"):
        yield from own_side(page, i, 1 if trigger.turn == "own" else -1)
    if trigger.labels and trigger.labels[0][1].word in turns("militia"):
        yield from dependent(page, i)
    if trigger.labels and not trigger.labels[0][1].stance and trigger.labels[0][1].word in turns("extremist"):
        yield from _meant_by_all(page, i, called_before(page, i, *trigger.labels[0]) or counted_among(page, i, trigger.labels[0][1]) or extremist_name(page, i, *trigger.labels[0]))
    if not trigger.labels or not trigger.labels[0][1].stance or not spelled(page, i, trigger.labels[0][1].word) or (_is_surname(page, i) if trigger.labels[0][1].stance < 0 else _in_known_name(page, i) and fold(trigger.labels[0][1].word) not in turns("legitimate")) or _classed_by_verb(page, i):
        return
    form, label = trigger.labels[0]
    if fold(label.word) in turns("legitimate") and not _of_government(page, i):
        # `دعم الشرعية`, `مهاجر غير شرعي`
        return
    if label.word in turns("occupying") and not form.definite:
        # `يواصل المغرب احتلال الصحراء`: a deed, and what stands behind it suffers it.
        return
    if label.place == "within" and i not in page.mention_in:
        # `إيران عدو لإسرائيل` is an evaluation.
        return
    if fold(label.word) in turns("champion") and (_of_place(page, i + 1) or label.place == "adjective" and not form.definite):
        # `بطلة العالم`, `بطلة الفيلم`; not `قواتنا البطلة`
        return
    classed = _classed(page, i) if label.stance < 0 else []
    if classed:
        for teller in page.tellers(i):
            for target in classed:
                if teller.party != target.party:
                    yield Finding(teller, target, -1, "evaluation", *with_party(page, i, target.party), "label", SURE)
        return
    listing = on_list(page, i)
    if listing is not None:
        yield from listed(page, i, listing)
        return
    examples = exemplified(page, i + 1)
    targets = whos(examples) or counted_among(page, i, label)
    if not targets and label.stance < 0 and i in page.mention_in and _only_labels(page, page.mention_in[i]):
        # `الإرهابيين` as the name of an actor says who is meant, not more.
        targets = _of_group(page, i) or alluded_to(page, i) or ([who(page.mention_in[i])] if page.voices[i] is not None else [])
        if not targets:
            return
    targets = targets or labelled(page, i, form, label) or called_before(page, i, form, label) or alluded_to(page, i) or listed_as(page, i)
    if not targets:
        yield from evaluate(page, i, i + 1, Evaluation(label.word, "adjective" if label.place == "adjective" else "noun", label.stance), form)
        return
    last = page.last_token(examples[-1].end) if examples else i
    said_of = page.words[i - 1 - (page.reading.kinds[i - 1] == QUOTE)] if i > 1 else None
    # `نعى الوزير الكندي شهداء الجيش`: a noun that honours names them.
    predicate = not form.definite and said_of is not None and said_of.definite and (label.place == "adjective" or label.stance < 0)
    for teller in page.tellers(i):
        for target in targets:
            if predicate and teller.party == target.party:
                # `قال المسؤول الفلسطيني إن الاعتداءات على البلدات الفلسطينية | "إرهابية"`: the attacks are.
                continue
            if label.stance < 0 and target.party == "civilians":
                # `المرتزقة السوريين`: not those who live there.
                continue
            user = NARRATOR_WHO if teller.party == target.party and label.stance < 0 else teller
            yield Finding(user, target, label.stance, "evaluation", i, last, "label", SURE)


def _is_surname(page, i):
    """`قال اللواء رحيم صفوي`: say whether what reads as a label is part of a person's name."""
    mention = page.mention_in.get(i)
    if mention is None or not page.reading.is_person(mention):
        return False
    actor = page.reading.registry.actor(mention.actor) if page.reading.registry is not None else None
    return mention.text == page.tokens.forms[i] and not page.words[i].definite or actor is not None and page.keys[i] in fold(actor.name).split()


def _in_known_name(page, i):
    """`منظمة مجاهدي خلق`, `كتائب الشهيد عز الدين القسام`: say whether an honouring word is part of a longer name that the built-in registry knows; whoever says it only names."""
    if i not in page.mention_in:
        return False
    names = load_registry().names
    return any(k <= i <= k + len(name.tail) and list(name.tail) == page.keys[k + 1:k + 1 + len(name.tail)]
               for k in range(max(i - 2, 0), i + 1) for name in names.get(page.words[k].stem if page.words[k] is not None else "", ()) if name.tail)


def _of_place(page, j):
    """`أبطال أوروبا`, `بطل العالم`: say whether a place, whose champions they are, stands at token j, or a contest two before (`دوري أبطال …`)."""
    if j > 1 and page.keys[j - 2] in turns("contest"):
        return True
    if j in page.mention_at:
        mention = page.mention_at[j][0]
        return not page.reading.is_person(mention) and " " not in mention.text and not mention.text.startswith("ال") or is_state(page, mention.actor)
    return j < len(page.keys) and page.keys[j] in turns("contest")


def _classed_by_verb(page, i):
    """`وتصنفهم أنقرة "تنظيمات إرهابية"`: say whether a verb that takes the label for its complement stands before it; its subject calls them so."""
    for k in range(i - 1, max(page.sentence(i)[0], i - 7) - 1, -1):
        trigger = TRIGGERS[page.keys[k]] if page.is_verb(k) else None
        if trigger is not None and any(not {page.keys[i], page.words[i].stem, page.words[i].stem.removeprefix("ال")}.isdisjoint(predicate.needed) for _, predicate in trigger.forms if predicate.object < 0 and predicate.cls not in ("fight", "effort")):
            return page.voices[i] is page.voices[k]
    return False


def _classed(page, i):
    """`جبهة النصرة المصنفة ضمن الكيانات الإرهابية`: return the party right before the participle that puts it among those the label names, as a list."""
    for k in range(i - 1, max(page.sentence(i)[0], i - 5) - 1, -1):
        word = page.words[k]
        if word is not None and word.stem.removeprefix("ال") in turns("classed"):
            return [who(page.mention_in[k - 1])] if k - 1 in page.mention_in else []
        if word is not None and word.conj:
            return []
    return []


def dependent(page, i):
    """`ميليشيا الحوثي الإيرانية`, `الميليشيات الحوثية التابعة لإيران`: who names a militia by the foreign power behind it disapproves of it."""
    named = [page.mention_in[j] for j in (i, i + 1) if j in page.mention_in]
    if not named or is_state(page, named[0].party):
        return
    last = page.last_token(named[0].end)
    if _foreign(page, last, named[0].party):
        for teller in page.tellers(i):
            if teller.party != named[0].party:
                yield Finding(teller, who(named[0]), -1, "evaluation", i, last, "label", SURE)
        return
    after = last + 1
    master = page.mention_in.get(after)
    if master is None and after + 1 < len(page.keys) and page.words[after] is not None and page.words[after].stem.removeprefix("ال") in turns("servant"):
        master = page.mention_in.get(after + 1) or page.mention_in.get(after + 2)
    if master is None or not is_state(page, master.party) or master.party == named[0].party:
        return
    for teller in page.tellers(i):
        if teller.party not in (named[0].party, master.party):
            yield Finding(teller, who(named[0]), -1, "evaluation", i, page.last_token(master.end), "label", SURE)


def _foreign(page, last, party):
    """Say whether a militia's name ends in the adjective of a state that is not its own: `ميليشيات الحوثي الإيرانية`."""
    registry = page.reading.registry
    found = find_demonym(registry, page.keys[last]) if registry is not None else None
    actor = registry.actor(found.actor) if found is not None else None
    return actor is not None and actor.party != party and is_state(page, actor.party)


def _of_government(page, i):
    """`الحكومة اليمنية الشرعية`: say whether an adjective stands in or right behind a name that begins with a word for a government."""
    mention = page.mention_in.get(i) or page.mention_in.get(i - 1)
    first = page.first_token(mention.start) if mention is not None else i - 1
    if first < i and page.words[i].conj:
        # `شرعية الحكومة وشرعية الدولة`
        return False
    return page.words[first] is not None and page.words[first].stem.removeprefix("ال") in turns("government")


def labelled(page, i, form, label):
    """Return the Whos that a label word stands for, or []."""
    if label.word in turns("occupation") and i and page.words[i - 1] is not None and page.words[i - 1].stem in turns("occupied"):
        # `القدس المحتلة` blames the occupier.
        return [Who("israel", "israel")]
    if i in page.mention_in:
        return [who(page.mention_in[i])]
    if label.place == "adjective":
        if not form.definite:
            return called_of(page, i) or _near_called(page, i)
        if not form.prefix.endswith("ب"):
            return modified(page, i)
        # `وتصفها تركيا بالإرهابية`: not she who calls others so.
        return called_of(page, i) or [target for target in modified(page, i) if target not in page.tellers(i)]
    after = page.mention_at.get(i + 1)
    return [who(after[0])] if after is not None else _of_group(page, i)


def called_of(page, i):
    """`الحزب الذي تعتبره تركيا "إرهابيا"`: return the Whos of those whom the pronoun of the verb of calling means, behind a relative pronoun."""
    statement = page.voices[i]
    cue = page.cue_token(statement) if statement is not None and statement.cue_start is not None else None
    if cue is None or not cue or particle_at(page, cue - 1) != "relative" or not page.cue_reading(statement)[0] or not page.cue_reading(statement)[0].pronoun:
        return []
    found = antecedents(page, cue - 1)
    if found and page.cue_reading(statement)[0].pronoun == "هما" and (last := page.last_token(found[-1].end)) in page.mention_in:
        # `الحزب والجماعة، الذين تعتبرهما تركيا إرهابيين`
        return whos(conjuncts_back(page, last))
    return whos(found)


def _near_called(page, i):
    """`إيران إرهابية`: return the Who right before an indefinite label, as a list; `وتعدها أنقرة إرهابية` calls another so."""
    near, statement = near_before(page, i), page.voices[i]
    calling = statement is not None and page.cue_class(statement) == "describe" and page.cue_reading(statement)[0] and page.cue_reading(statement)[0].pronoun
    return [found for found in near if not calling or found not in page.tellers(i)]


def alluded_to(page, i):
    """`دحر الميليشيات المتمردة، في إشارة إلى الحوثيين`: return the party right behind an allusion after the label, as a list of one Who."""
    last = page.sentence(i)[1]
    for j in range(i + 1, min(i + 9, last - 3)):
        if page.keys[j] == "في" and page.keys[j + 1] in turns("allusion") and page.keys[j + 2] == "الي":
            return [who(page.mention_at[j + 3][0])] if j + 3 in page.mention_at else []
        if page.is_verb(j) or page.words[j] is not None and page.words[j].particle in ("complementizer", "relative", "subordinator"):
            return []
    return []


def listed_as(page, i):
    """`دعا المجتمع الدولي إلى تصنيف الحوثيين منظمة إرهابية`: return the party between a noun of classing and the label, right before what it is to be, as a list of one Who."""
    near = range(i - 1, max(page.sentence(i)[0], i - 8) - 1, -1) if page.voices[i] is not None else ()
    noun = next((k for k in near if page.words[k] is not None and page.words[k].stem in turns("classing") and not page.is_verb(k)), None)
    named = next((page.mention_in[k] for k in (i - 1, i - 2) if k in page.mention_in), None) if noun is not None else None
    return [who(named)] if named is not None and page.first_token(named.start) > noun and not any(page.is_verb(k) for k in range(noun + 1, i)) else []


def counted_among(page, i, label):
    """`حزب الله والحوثيين وجماعات إرهابية أخرى`, `داعش وغيره من التنظيمات الإرهابية`: return the Whos of those named before, whom the label counts among others."""
    noun = i - 1 if label.place == "adjective" else i
    if page.words[noun] is None:
        return []
    if i + 1 < len(page.keys) and page.keys[i + 1] in turns("others") and page.words[noun].conj:
        j = noun - 1
    elif page.keys[noun - 1] == "من" and page.keys[noun - 2] in turns("and_others"):
        j = noun - 3
    else:
        return []
    first, found = page.sentence(i)[0], []
    while j >= first and j in page.mention_in:
        mention = page.mention_in[j]
        start = page.first_token(mention.start)
        if page.keys[start - 1] == "في":
            # `الحوثيين في اليمن`
            j = start - 2
            continue
        found.append(mention)
        joined, j = page.words[start] is not None and page.words[start].conj, start - 1
        if not joined and not (j > first and page.tokens.forms[j] in "،,"):
            break
        j -= not joined
    return whos(reversed(found))


def _of_group(page, i):
    """`قتل عشرات الإرهابيين من تنظيم داعش`: return the armed group behind من to which those whom the label names belong, as a list."""
    after = page.mention_at.get(i + 2) if i + 2 < len(page.keys) and page.keys[i + 1] == "من" else None
    actor = page.reading.registry.actor(after[0].actor) if after is not None and page.reading.registry is not None else None
    return [who(after[0])] if actor is not None and actor.type == "group" else []


def _meant_by_all(page, i, targets):
    """Yield the tellers' disapproval of a group that they call by nothing but an extremist's label."""
    for teller in page.tellers(i):
        for target in targets:
            if target.party != teller.party:
                yield Finding(teller, target, -1, "evaluation", i - 1, i, "label", SURE)


def extremist_name(page, i, form, label):
    """`تنظيم داعش المتطرف`: return the armed group whose name stands right before the adjective, as a list of one Who."""
    mention = page.mention_in.get(i - 1)
    actor = page.reading.registry.actor(mention.actor) if form.definite and label.place == "adjective" and mention is not None and not page.words[i].conj and page.reading.registry is not None else None
    return [who(mention)] if actor is not None and actor.type == "group" and is_group(page, mention) else []


CALLED_WITHIN = 120
"""Tokens before `التنظيم المتطرف` within which the group that it means is named."""


def called_before(page, i, form, label):
    """`التنظيم المتطرف`, `الجماعة الإرهابية`: return the last armed group before whose name holds the noun, as a list of one Who; [] where there is none."""
    if label.place != "adjective" or not form.definite or page.words[i - 1] is None or page.keys[i - 1] not in turns("group_name"):
        return []
    noun, registry = page.keys[i - 1].removeprefix("ال"), page.reading.registry
    for j in range(i - 2, max(-1, i - CALLED_WITHIN), -1):
        mention = page.mention_in.get(j)
        actor = registry.actor(mention.actor) if mention is not None and registry is not None else None
        if actor is not None and actor.type == "group" and any(fold(name).split()[0] == noun for name in (actor.name, *actor.aliases)):
            return [who(mention)]
    return []


def _only_labels(page, mention):
    """Say whether an actor has no other name than `الإرهابيين`, alone or with general nouns (`الجماعات الإرهابية`)."""
    actor = page.reading.registry.actor(mention.actor) if page.reading.registry else None
    words = [fold(word) for word in actor.name.split()] if actor is not None else ()
    terrorist = [_is_terrorist(key) for key in words]
    return any(terrorist) and all(found or key.removeprefix("ال") in turns("carrier") for key, found in zip(words, terrorist))


def _is_terrorist(key):
    """Say whether a folded word is a form of a label for terrorists, which names no side by itself."""
    return TRIGGERS[key] is not None and any(fold(label.word) in turns("terrorist") for _, label in TRIGGERS[key].labels)


def on_list(page, i):
    """Return the token of a word for a list within three words before token i, or None."""
    near = range(i - 1, max(page.sentence(i)[0], i - 3) - 1, -1)
    return next((j for j in near if page.words[j] is not None and page.words[j].stem in turns("listing")), None)


def listed(page, i, j):
    """`وضعت واشنطن حزب الله على لائحة المنظمات الإرهابية`: who lists a party so disapproves of it."""
    for k in range(j - 1, max(page.sentence(i)[0], j - 18) - 1, -1):
        if page.words[k] is not None and page.words[k].stem.removeprefix("ال") in turns("classed"):
            # `الوحيدة المصنفة على قائمة الإرهاب`: by whom is not said.
            return
        if page.is_verb(k):
            agents, objects = verb_roles(page, k, VERBS[page.keys[k]] or ANY, ("direct",))
            for agent in agents or ():
                for mention in objects:
                    if agent.party != mention.party:
                        yield shown(page, agent, who(mention), -1, "evaluation", i, mention, "listing", SURE)
            return


def own_side(page, i, sign):
    """`إخواننا في السعودية`, `شركائنا البريطانيين`, `عدوتنا كندا`: the name after it is a friend's, or a foe's."""
    if page.words[i - 1] is not None and page.words[i - 1].stem in quantities():
        # `ازدواجية بعض الأشقاء في الجامعة العربية`
        return
    for piece in pieces_after(page, i)[:2]:
        for mention in piece.mentions[:1]:
            for teller in page.tellers(i):
                if teller is not NARRATOR_WHO and teller.party != mention.party:
                    yield Finding(teller, who(mention), sign, "relation", i, page.last_token(mention.end), "own side", SURE)
            return
