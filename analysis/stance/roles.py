"""Who does it and to whom: a shallow reading of the clause around a predicate.

Arabic news puts the verb first (`اتهم الكرملين واشنطن`), the subject first (`روسيا خرقت الاتفاق`), or hides the doer
in a construct state (`قصف النظام لحلب`), an adjective (`الغارات الروسية`), a phrase (`من قبل`), a relative clause
(`الأسد الذي تدعمه موسكو`) or the verb that governs a verbal noun (`بدأت روسيا قصف حلب`). Each case is one small
function here. No syntax tree is built. Parties are returned as lists: `روسيا وإيران` are two.
"""

from analysis.attribution.subjects import word_features
from analysis.inflection import Form, pronoun_features
from analysis.stance.lexicon import TRIGGERS, VERBS, VICTIMS, operators, turns
from analysis.stance.page import Who, source_of
from analysis.stance.pieces import bars, clause_start, group_slots, leads, named_by, pieces_after
from analysis.words import QUOTE

VERBAL = ("perfect", "imperfect")
ANY = Form("", "perfect", 3)


def who(mention):
    """Return the Who of a mention."""
    return Who(mention.actor, mention.party)


def whos(mentions):
    """Return the distinct Whos of mentions, in order."""
    return list(dict.fromkeys(who(m) for m in mentions))


def skip_back(page, i):
    """Return the last token before i that is no auxiliary, negation or adverb."""
    j, first = i - 1, page.sentence(i)[0]
    while j >= first and page.words[j] is not None and page.words[j].particle in ("auxiliary", "negation", "adverb", "pronoun") and j not in page.mention_in:
        j -= 1
    return j


def particle_at(page, j):
    """Return the particle class of token j, or None."""
    word = page.words[j] if j >= 0 else None
    return word.particle if word is not None else None


def agrees(page, mention, form, before):
    """Say whether a mention can be the subject of a verb form: gender always, number only where the subject stands before the verb."""
    gender, number = features(page, mention)
    if gender is None or form.gender is None:
        return True
    if before and form.number == "s" and number == "p" and gender == "m":
        return False
    if before and form.number == "p" and number == "s":
        return False
    return gender == form.gender or number == "p" and not before


def features(page, mention):
    """Return (gender, number) of a mention: of the person it names, else of its head word, None where unclear."""
    if mention.kind == "demonym":
        return None, None
    actor = page.reading.registry.actor(mention.actor) if page.reading.registry else None
    if actor is not None and actor.type == "state" and mention.kind in ("name", "metonym"):
        # `العراق يستدعي`, `العراق تستدعي`: usage differs.
        return None, "s"
    if " " not in mention.text and page.reading.features(mention)[0]:
        return page.reading.features(mention)
    word = page.words[page.first_token(mention.start)]
    if actor is not None and actor.type == "person" or word is None:
        return page.reading.features(mention)
    gender, number = word_features(word.stem)
    if word.stem.endswith("ان"):
        # `الطيران` is no dual.
        number = None
    return (gender, number) if gender or " " in mention.text else page.reading.features(mention)


def subjects_before(page, i, form=ANY):
    """Return the mentions that are the subject before a verb (`إن روسيا وسوريا لم تسمحا`), or []."""
    j, found, passed = clause_start(page, i), [], False
    while j < i:
        word = page.words[j]
        if j in page.mention_at:
            mention, after = page.mention_at[j]
            if page.preposition(j):
                passed = True
            elif not found and not passed or found and word is not None and word.conj and not passed:
                found.append(mention)
            if not found:
                return []
            j = max(after, j + 1)
            continue
        if word is not None:
            if page.is_verb(j) or not found and bars(page, j):
                return []
            if word.particle == "preposition" or word.prep:
                passed = True
                if not found:
                    return []
        j += 1
    return found if len(found) != 1 or agrees(page, found[0], form, True) else []


def antecedents(page, relative):
    """Return the mentions to which a relative pronoun refers: the last ones before it in the same noun phrase."""
    j, first, steps = relative - 1, page.sentence(relative)[0], 0
    if j >= first and page.words[j] is not None and page.words[j].stem in turns("matter"):
        return []
    while j >= first and steps < 6:
        if j in page.mention_in:
            if any(bars(page, k) for k in range(max(first, j - 3), j + 1) if k not in page.mention_in):
                return []
            return _conjuncts_back(page, j) if page.keys[relative] in ("اللتان", "اللتين", "اللذان", "اللذين") else [page.mention_in[j]]
        word = page.words[j]
        if word is not None and (page.is_verb(j) or word.particle) or word is None and page.tokens.forms[j] not in "،,#\"":
            return []
        j -= 1
        steps += 1
    return []


def _conjuncts_back(page, j):
    """Return the two mentions joined by و that end at token j (`روسيا والصين اللتين`)."""
    last = page.mention_in[j]
    while page.mention_in.get(j) is last:
        j -= 1
    other = page.mention_in.get(j)
    return [other, last] if other is not None and other is not last else [last]


def verb_roles(page, i, form, markers):
    """Return (agents, objects) of the verb at token i as lists of Who and of mentions; agents is None where it has none in sight.

    `form` is the verb's Form, `markers` the prepositions that mark its object ("direct": a bare object).
    """
    before, pieces = skip_back(page, i), pieces_after(page, i)
    if form.person == 1:
        return page.tellers(i), objects_of(page, pieces, markers, 0)
    by = by_phrase(page, pieces, True)
    if particle_at(page, before) == "relative" and before >= page.sentence(i)[0]:
        return (by, antecedents(page, before)) if by else _relative_roles(page, before, form, pieces, markers)
    if _after_bare_noun(page, i, before):
        slots = group_slots(pieces)
        if form.pronoun and slots and slots[0] and not by:
            # `طائرات أطلقها الحوثيون`: the pronoun means the noun before, the subject follows.
            return whos(slots[0]), []
        return by, objects_of(page, pieces, markers, 0)
    subjects = [] if page.words[i].conj else subjects_before(page, i, form)
    if by:
        return by, subjects or (group_slots(pieces) or [[]])[0]
    if _pronoun_subject(page, before):
        return pronoun_agents(page, i), objects_of(page, pieces, markers, 0)
    if subjects:
        return whos(subjects), objects_of(page, pieces, markers, 0)
    slots = group_slots(pieces)
    if slots and slots[0] and agrees(page, slots[0][0], form, False):
        return whos(slots[0]), objects_of(page, pieces, markers, 1)
    if slots and not slots[0]:
        return None, objects_of(page, pieces, markers, 1)
    before = i - 1
    follows = page.words[i].conj or page.words[before] is not None and page.words[before].conj and page.words[before].particle == "adverb" or page.keys[before] in ("ما", "مما") or before < page.sentence(i)[0] or page.words[before] is None
    return carried_subject(page, i, form) if follows else None, objects_of(page, pieces, markers, 0)


def _after_bare_noun(page, i, before):
    """`قرار يدين النظام`, `عمليات تسببت بمقتل مدنيين`: an indefinite noun before the verb is its subject, and no party."""
    direct, first = before == i - 1, page.sentence(i)[0]
    while before > first and (page.reading.kinds[before] == QUOTE or page.words[before] is not None and page.words[before].prep == "ب"):
        # `قرارا بالإجماع يدعم`: marks and an adverbial are passed over.
        before -= 1
    word = page.words[before] if before >= page.sentence(i)[0] else None
    return direct and word is not None and word.particle is None and not word.definite and not page.is_verb(before) and before not in page.mention_in and not page.words[i].conj and before > first and (word.stem in turns("resolution") or not page.mention_in.get(before - 1))


def carried_subject(page, i, form):
    """`… وتدعم المعارضة`: a verb without a subject goes on with that of the verb before it in the same sentence and voice."""
    here, first = page.voices[i], max(page.sentence(i)[0], i - 34)
    told = page.keys[i - 1] in ("ما", "مما")
    for j in range(i - 1, first - 1, -1):
        if page.voices[j] is not here and not told:
            continue
        if page.is_verb(j) and VERBS[page.keys[j]] is not None:
            subjects = subjects_before(page, j, VERBS[page.keys[j]])
            if not subjects:
                slots = group_slots(pieces_after(page, j))
                subjects = slots[0] if slots else []
            if subjects:
                return whos(subjects) if agrees(page, subjects[0], form, True) or len(subjects) > 1 else None
    return None


def _pronoun_subject(page, j):
    """`أنه`, `إنها`, `إننا` before the verb: the speaker speaks of himself more often than not."""
    return j >= 0 and page.keys[j] in ("انه", "انها", "انهم", "اننا", "انني", "اني", "نحن", "بانه", "بانها", "باننا", "انا")


def pronoun_agents(page, i):
    """Return whom `أنه` means inside somebody's words: the accused after a verb of blame, else the source itself."""
    statement = page.voices[i]
    if statement is not None and page.cue_class(statement) in ("blame", "hostile", "describe"):
        return accused(page, statement)
    return page.tellers(i)


def accused(page, statement):
    """Return the Whos that a statement's cue blames or describes, or None."""
    cue = page.first_token(statement.cue_start)
    form, predicate = TRIGGERS[page.keys[cue]].forms[0]
    agents, objects = cue_roles(page, cue, form, predicate)
    return whos(objects or pronoun_objects(page, cue, form, (), {a.party for a in agents})) or None


def _relative_roles(page, relative, form, pieces, markers):
    """`الأسد الذي تدعمه موسكو`: with a pronoun the antecedent is the object; `روسيا التي تدعم الأسد`: else the agent."""
    known, slots = antecedents(page, relative) or _copula(page, relative), group_slots(pieces)
    if form.pronoun and slots and slots[0]:
        return whos(slots[0]), known
    return whos(known) or None, objects_of(page, pieces, markers, 0)


def _copula(page, relative):
    """`الطرف الذي يعرقل المساعدات هو النظام`: the name after the pronoun is meant, where no other party stands before it."""
    for j in range(relative + 2, min(relative + 12, page.sentence(relative)[1] - 1)):
        if particle_at(page, j) == "pronoun":
            return [page.mention_at[j + 1][0]] if j + 1 in page.mention_at else []
        if page.words[j] is None and page.tokens.forms[j] in "،؛:.":
            return []
    return []


def objects_of(page, pieces, markers, skipped):
    """Return the mentions that are the object: bare ones after `skipped` slots, or those behind one of the markers; joined ones too."""
    if "direct" in markers:
        slots = group_slots(pieces)
        if len(slots) > skipped and slots[skipped]:
            return slots[skipped]
    found, taking = [], None
    for n, piece in enumerate(pieces):
        if taking is not None and not (piece.joined and piece.marker == taking):
            break
        if taking is not None or piece.marker in markers or f"{piece.marker} {page.words[piece.first].stem if page.words[piece.first] else ''}" in markers:
            found += named_by(piece) or _through(pieces, n)
            taking = piece.marker
    return found


def _through(pieces, n):
    """`للتحاور مع ممثلين للنظام`, `فصائل من المعارضة`: a head without a party hands on to the phrase after ل or من."""
    return pieces[n + 1].mentions[:1] if n + 1 < len(pieces) and pieces[n + 1].marker in ("ل", "من") and not pieces[n + 1].joined else ()


def pronoun_objects(page, i, form, markers, barred):
    """Return the mention meant by `عليه`, `ضدها` after a predicate or by its own pronoun (`محاسبتهم`); [] where none fits."""
    pronoun = form.pronoun
    if not pronoun:
        for j in range(i + 1, min(i + 5, page.sentence(i)[1])):
            if particle_at(page, j) == "pronoun_prepositional":
                key = page.words[j].stem
                if any(key.startswith(m[:2]) for m in markers if m != "direct"):
                    pronoun = next((p for p in ("هما", "هم", "ها", "ه") if key.endswith(p)), "")
                break
    found = meant(page, i, pronoun, barred) if pronoun else None
    return [found] if found else []


def meant(page, i, pronoun, barred):
    """Return the last mention before token i in its sentence that a third-person pronoun can mean; parties in `barred` are passed over."""
    gender, number = pronoun_features(pronoun)
    if gender is None and number is None:
        return None
    for j in range(i - 1, page.sentence(i)[0] - 1, -1):
        mention = page.mention_in.get(j)
        if mention is None or mention.kind == "demonym" or mention.party in barred or j > page.sentence(i)[0] and page.mention_in.get(j - 1) is mention:
            continue
        has = features(page, mention)
        if number == "p" and has[1] != "p":
            continue
        if (has[0] is None or gender is None or has[0] == gender or number == "p") and (number != "p" or has[1] in ("p", None)) and not (number == "s" and gender == "m" and has[1] == "p"):
            return mention
    return None


def noun_roles(page, i, form, predicate):
    """Return (agents, objects) of a verbal noun; agents is None where none is in sight."""
    pieces = pieces_after(page, i)
    marked = tuple(m for m in predicate.markers if m != "direct") + (("ل",) if "direct" in predicate.markers else ())
    if "مع" in predicate.markers:
        both = reciprocal(page, pieces)
        if len(both) > 1:
            return whos(both), both
    bare = pieces[0] if pieces and not pieces[0].marker and not pieces[0].joined else None
    if bare is None or not bare.mentions:
        rest = pieces[1:] if bare is not None else pieces
        return by_phrase(page, rest, predicate.doer >= 0) or relative_doer(page, i, pieces), objects_of(page, rest, marked, 0)
    slots = group_slots(pieces)
    objects = objects_of(page, pieces[1:], marked, 0)
    if _demonym_of(page, i, bare):
        return whos(slots[0]), objects
    if predicate.noun_takes == "object" and objects and pieces[1].marker == "ل":
        return whos(slots[0]), objects
    second = slots[1] if len(slots) > 1 and "direct" in predicate.markers else []
    if takes_agent(page, form, predicate, bool(objects or second), slots[0][0]):
        return whos(slots[0]), objects or second
    return by_phrase(page, pieces[1:], predicate.doer >= 0), slots[0]


def reciprocal(page, pieces):
    """Return the mentions of `التعاون بين روسيا وإيران`, or []."""
    for n, piece in enumerate(pieces):
        if piece.marker == "بين" and piece.mentions:
            found = list(piece.mentions[:1])
            for other in pieces[n + 1:]:
                if not other.joined:
                    break
                found += other.mentions[:1]
            return found
    return []


def takes_agent(page, form, predicate, has_object, mention):
    """Say whether the noun after a verbal noun is its agent: `انتهاكات روسيا` is, `محاربة روسيا` is not, `قصف روسيا` is with an object."""
    if form.pronoun or predicate.noun_takes == "object" or is_victim(page, mention) and predicate.cls in ("harm", "strike"):
        return False
    if predicate.noun_takes == "agent" or form.definite:
        return True
    if predicate.noun_takes == "either":
        return has_object or form.number == "p" or predicate.cls in ("harm", "strike")
    return has_object


def is_victim(page, mention):
    """Say whether a mention names civilians: harm to them is told, never blame on them."""
    return mention.party == "civilians" or VICTIMS[page.keys[page.first_token(mention.start)]]


def _demonym_of(page, i, bare):
    """`الدعم الروسي`: a demonym right after the noun is its agent (adjectives may stand between)."""
    mention = bare.mentions[0]
    if mention.kind != "demonym":
        return False
    j, word = bare.first, page.words[bare.first]
    if page.mention_in.get(j) is mention:
        return True
    # An adjective between agrees: `الدعم العسكري الروسي`, `دعم عسكري روسي`; `طرد دبلوماسيين روس` is no such case.
    return word is not None and page.mention_in.get(j + 1) is mention and (word.definite and page.words[i].definite or not word.definite and word.stem.endswith(("ي", "يا", "ية")))


def by_phrase(page, pieces, strict=False):
    """Return the Whos in `من قبل X وY`, `من جانب X`, `على يد X`, unless `strict` also `من X`; None where there is none."""
    for n, piece in enumerate(pieces[:5 if strict else 3]):
        lead = leads(page, piece)
        if piece.mentions and (lead in turns("by") or lead == "من" and not strict):
            found = list(piece.mentions[:1])
            for other in pieces[n + 1:]:
                if not other.joined:
                    break
                found += other.mentions[:1]
            return whos(found)
    return None


def relative_doer(page, i, pieces):
    """`الهجمات التي شنتها روسيا`, `خروقات ارتكبها النظام`: the subject of the verb that follows, or None."""
    j = pieces[0].end if pieces and not pieces[0].marker else i + 1
    limit = page.sentence(i)[1]
    while j < limit and particle_at(page, j) in ("relative", "adverb", "auxiliary"):
        j += 1
    if j >= limit or page.words[j] is None or page.words[j].conj or not page.is_verb(j):
        return None
    form = VERBS[page.keys[j]]
    trigger = TRIGGERS[page.keys[j]]
    if form is None or form.person == 1 or form.lemma != "doer" and not (trigger and trigger.forms and trigger.forms[0][1].doer < 0):
        return None
    slots = group_slots(pieces_after(page, j))
    return whos(slots[0]) if slots and slots[0] else None


def controllers(page, i, doer=False, form=None):
    """Return who governs an agentless verbal noun at i: the verb's subject, the sources whose content begins with it, or None.

    `بدأت روسيا قصف حلب`, `دعا إلى محاسبة النظام`, `شدد على ضرورة مكافحة داعش`, `يجب محاسبة النظام`.
    With `doer`, only a light verb's subject counts (`قامت بقصف`); that of other verbs never does (`انتقدت القصف`).
    """
    j, first, here, steps, purpose = i - 1, page.sentence(i)[0], page.voices[i], 0, False
    while j >= first and steps < 20:
        if page.voices[j] is not here and not (here is not None and page.within(j, here)) or page.cue_at.get(j):
            return None if doer else _from_border(page, j, here)
        if particle_at(page, j) in ("complementizer", "subordinator", "relative"):
            return pronoun_agents(page, i) if _pronoun_subject(page, j) and here is not None and not doer else None
        if page.words[j] is not None and operators().get(page.words[j].stem) == "necessity":
            return page.tellers(i) if here is not None and not doer else None
        if page.is_verb(j):
            return _governor(page, j, form is not None and form.prefix.endswith("ل") or purpose)
        purpose = purpose or page.keys[j] in turns("purpose")
        if page.words[j] is None and page.tokens.forms[j] in "؛:.؟!":
            return None
        j -= 1
        steps += 1
    return page.tellers(i) if j < first and here is not None and not doer else None


def _from_border(page, j, here):
    """The content begins with the noun, or a cue governs it: the source is the one who wants or does it."""
    statement = page.cue_at[j][0] if page.cue_at.get(j) else here
    if statement is None:
        return None
    if page.cue_class(statement) in ("blame", "hostile"):
        # `اتهم إيران بتسليح حزب الله`: the accused does it.
        return accused(page, statement)
    return page.tellers_of(statement)


def _governor(page, j, purpose):
    """Return the subject of the light verb at j, of any verb where the noun is its purpose (`أطلقت عملية لقتال داعش`), or None."""
    form = VERBS[page.keys[j]] or ANY
    if form.lemma != "doer" and not (purpose and form.lemma != "undergoer"):
        return None
    return verb_roles(page, j, form, ())[0]


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
