"""What demands and obligations show: who asks a party to stop or to answer for something disapproves of it (ruling 14)."""

from analysis.inflection import pronoun_of
from analysis.stance.finding import LIKELY, SURE, Finding, negator, shown
from analysis.stance.holders import exemplified
from analysis.stance.lexicon import TRIGGERS, VERBS, operators, turns
from analysis.stance.page import NARRATOR_WHO, NOBODY, source_of
from analysis.stance.people import meant, particle_at, who
from analysis.stance.pieces import clause_start, group_slots, pieces_after
from analysis.stance.polarity import bearing, demanded
from analysis.stance.readings import choose, needed_follows
from analysis.stance.roles import VERBAL, cue_roles, objects_of, pronoun_objects, verb_roles
from analysis.text import fold
from analysis.words import QUOTE


def demand(page, i, trigger):
    """`طالبت واشنطن موسكو بوقف دعمها`, `جددت مطالبتها موسكو بوقف دعمها`: a demand to stop, addressed to a party."""
    renewed = i not in page.cue_at and page.voices[i] is not None and page.renewed(page.voices[i]) == i
    if not renewed and i not in page.cue_at:
        return
    form, predicate = choose(page, i, trigger.forms)
    if predicate.cls != "demand" or not bearing(page, i)[0]:
        return
    agents, addressees = cue_roles(page, i, form, predicate) if not renewed else (page.tellers(i), objects_of(page, pieces_after(page, i), predicate.markers, 0))
    if not addressees and i in page.cue_at:
        yield from _asked_to_stop(page, i, agents, predicate)
    for mention in addressees:
        stopping = stops(page, mention)
        for agent in agents:
            if agent.party == mention.party or mention.start < statement_content(page, i):
                continue
            if stopping and mention.party not in ("civilians", "international_community"):
                yield shown(page, agent, who(mention), -1, predicate.kind, i, mention, "demand to stop", LIKELY)
            elif predicate.lemma in turns("appealing") and mention.party != "international_community" and _help_asked(page, mention):
                # Who is implored for help is trusted to give it.
                yield shown(page, agent, who(mention), 1, predicate.kind, i, mention, "appeal", LIKELY)
            elif len(addressees) == 1 and mention.kind != "demonym" and _offered(page, mention) and agent.party not in turns("arbiter") and mention.party not in ("civilians", "media", "un", "international_community", *NOBODY):
                yield shown(page, agent, who(mention), 1, predicate.kind, i, mention, "offer", LIKELY)
            elif mention.party not in ("civilians", "media", "un", "international_community", *NOBODY) and owed(page, mention):
                yield shown(page, agent, who(mention), -1, predicate.kind, i, mention, "demand to answer", LIKELY)


def _asked_to_stop(page, i, agents, predicate):
    """`طالبت كندا بأن توقف البرتغال القصف`, `تصر على أن تنسحب البرتغال`: yield the demand on the subject of the clause whose verb is one of stopping or leaving."""
    begin = page.first_token(statement_content(page, i)) if page.cue_at[i][0].content else i
    verb = next((j + 1 for j in range(begin, min(begin + 3, page.sentence(i)[1] - 2)) if particle_at(page, j) == "complementizer"), None)
    if begin <= i or verb is None or not {page.keys[verb], page.words[verb].stem if page.words[verb] is not None else ""} & turns("to_cease"):
        return
    slots = group_slots(pieces_after(page, verb))
    for mention in slots[0] if slots and verb + 1 in page.mention_at else ():
        for agent in agents:
            if mention.party not in (agent.party, "civilians", "international_community", *NOBODY):
                yield shown(page, agent, who(mention), -1, predicate.kind, i, mention, "demand to stop", LIKELY)


def statement_content(page, i):
    """Return where the content of the statement at cue i begins; the addressee stands in it (ruling 1)."""
    content = page.cue_at[i][0].content if i in page.cue_at else ()
    return content[0][0] if content else 0


def condition(page, i, trigger):
    """`إيران تهدد بأفعال غير متوقعة إذا انسحبت أميركا`: a threat without an object is to whoever the condition names first, as subject of its verb."""
    form, predicate = choose(page, i, trigger.forms)
    if predicate.cls != "hostile" or predicate.needed and not needed_follows(page, i, predicate.needed) or cue_roles(page, i, form, predicate)[1] or bearing(page, i)[0] != 1:
        return
    for j in range(i + 1, page.sentence(i)[1] - 2):
        if page.keys[j] in turns("if"):
            mention = page.mention_in.get(j + 2) if acts(page, j + 1) and not page.preposition(j + 2) else None
            for statement in page.cue_at[i] if mention is not None else ():
                source = source_of(statement)
                if mention.party not in (source.party, "civilians"):
                    yield shown(page, source, who(mention), -1, "relation", i, mention, "conditional threat", LIKELY)
            return


def acts(page, j):
    """Say whether token j is a verb whose subject does something, not one of suffering (`تعرضت سوريا`)."""
    form = VERBS[page.keys[j]] if page.is_verb(j) else None
    return page.is_verb(j) and (form is None or form.lemma not in ("undergoer", "receiver"))


def permission(page, i, trigger):
    """`لن نسمح لإيران بالتوسع`, `لا نسمح بأن يشمل الاتفاق الجماعات الإرهابية مثل داعش`: a permission denied by whoever speaks."""
    form, predicate = next(((f, p) for f, p in trigger.forms if p.cls == "permission"), (None, None))
    if form is None:
        return
    if form.pos == "noun":
        yield from _impermissible(page, i, predicate)
        return
    agents = verb_roles(page, i, form, predicate.markers)[0] or ()
    own = {teller.party for teller in page.tellers(i)}
    if form.pos not in VERBAL or bearing(page, i)[0] != -1 or not any(a.party in own or page.voices[i] is None for a in agents):
        return
    pieces = pieces_after(page, i)
    # `لن تسمح بوجود إيراني في سوريا`
    targets = objects_of(page, pieces, ("ل",), 0) or pronoun_objects(page, i, form, ("ل",), {a.party for a in agents}) or [m for p in pieces[:1] if p.marker == "ب" and not _is_predicate(page.keys[p.first]) for m in p.mentions[:1] if m.kind == "demonym"]
    if not targets:
        # The clause after بأن: the names that it gives, an example first.
        begin = next((j for j in range(i + 1, min(i + 4, page.sentence(i)[1])) if particle_at(page, j) == "complementizer"), None)
        targets = begin and (exemplified_in(page, begin) or [m for p in pieces_after(page, begin, begin + 2) for m in p.mentions[:1]][:1]) or ()
    for mention in targets:
        for agent in agents:
            if agent.party != mention.party and mention.party != "civilians":
                yield shown(page, agent, who(mention), -1, "policy", i, mention, "permission denied", SURE)


def _impermissible(page, i, predicate):
    """`لا يمكن السماح لإيران بالتوسع`, `ضرورة عدم السماح لإيران بالتوسع`, `تعهد بعدم السماح لإيران بالتوسع`: what a source says is not to be allowed to a party."""
    operator, first = operators().get(page.words[i - 1].stem) if page.words[i - 1] is not None else None, page.sentence(i)[0]
    if page.voices[i] is None or i - 1 < first:
        return
    denied = operator == "negation" and (page.opens_words(i - 1) and page.cue_class(page.voices[i]) not in ("blame", "describe") or demanded(page, i))
    barred = i - 2 >= first and page.is_verb(i - 1) and operators().get(page.keys[i - 1]) in ("possibility", "necessity") and operators().get(page.keys[i - 2]) == "negation"
    if denied or barred:
        for mention in objects_of(page, pieces_after(page, i), ("ل",), 0):
            for teller in page.tellers(i):
                if teller.party != mention.party and mention.party != "civilians":
                    yield shown(page, teller, who(mention), -1, "policy", i, mention, "permission denied", SURE)


def distance(page, i, trigger):
    """`زعم`, `ادعى`: who reports so doubts the source (codebook, stance rule 4)."""
    if i not in page.cue_at or not any(p.cls == "distance" for _, p in trigger.forms) or page.cue_at[i][0].endorsement != "distancing":
        # `يدعون الأطراف إلى الحوار` call on them.
        return
    around = page.voices[i]
    for statement in page.cue_at[i]:
        source = source_of(statement)
        for teller in page.tellers(i) if around is None or around.rule not in ("according_after", "told_by_another", "as_said") else (NARRATOR_WHO,):
            # `زعمت كندا أن …، وفقا لوكالة الأنباء`: the word is the narrator's choice.
            if teller.party != source.party:
                yield Finding(teller, source, -1, "evaluation", i, i, "distancing cue", SURE)


def exemplified_in(page, begin):
    """Return the mentions that `مثل` and its like give within a clause."""
    for j in range(begin, min(begin + 14, page.sentence(begin)[1])):
        if page.words[j] is not None and page.words[j].stem in turns("example"):
            return exemplified(page, j)
    return []


def release(page, i, trigger):
    """`طالبت بإطلاق سراح القس المعتقل في تركيا`: who demands a prisoner's freedom stands by him, and disapproves of whoever holds him."""
    form, predicate = choose(page, i, trigger.forms)
    statement = page.cue_at[i][0]
    if predicate.cls != "demand" or not statement.content or bearing(page, i)[0] != 1:
        return
    begin = page.first_token(statement.content[0][0])
    asked_for = _first_of(page, max(i + 1, begin), begin + 5, "release")
    held = _first_of(page, asked_for + 1, asked_for + 9, "held") if asked_for is not None else None
    holder = next((page.mention_in[j] for j in range(held + 1, min(held + 5, page.sentence(i)[1])) if j in page.mention_in), None) if held is not None else None
    if holder is not None and any(page.is_verb(j) or page.words[j] is None and page.tokens.forms[j] in "،,؛" for j in range(held + 1, page.first_token(holder.start))):
        # `إلى الإفراج عن المحتجزين، وحثت المبعوث على …`
        holder = None
    freed = next((page.mention_in[j] for j in range(asked_for + 1, min(asked_for + 4, page.sentence(i)[1])) if j in page.mention_in), None) if asked_for is not None else None
    for sign, mention in ((-1, holder), (1, freed if freed is not holder else None)):
        for each in page.cue_at[i] if mention is not None else ():
            source = source_of(each)
            if mention.party not in (source.party, "civilians"):
                yield shown(page, source, who(mention), sign, predicate.kind, i, mention, "release demanded", LIKELY)


def _first_of(page, first, last, cls):
    """Return the first of the tokens first … last - 1 of one sentence whose noun is in a class of turns.tsv, or None."""
    return next((j for j in range(first, min(last, page.sentence(first - 1)[1])) if page.words[j] is not None and page.words[j].stem.removeprefix("ال") in turns(cls)), None)


def stops(page, mention):
    """Say whether what is demanded right after the addressee is to stop or not to do something."""
    last = page.last_token(mention.end)
    for j in range(last + 1, min(last + 9, page.sentence(last)[1])):
        word = page.words[j]
        if word is None or j in page.mention_in or word.conj and j < last + 3 or word.particle in ("preposition", "adverb", "time_noun"):
            continue
        following = page.words[j + 1] if j + 1 < len(page.words) else None
        if operators().get(word.stem) == "negation" and following is not None and operators().get(following.stem) == "stop":
            # `على عدم التخلي عن الاتفاق`
            return False
        return operators().get(word.stem) in ("stop", "negation") or word.stem in turns("putting") and page.keys[j + 1:j + 2] == ["حد"] or page.keys[j + 1:j + 2] == ["سراح"] or word.stem.removeprefix("ال") in turns("leaving")
    return False


def owed(page, mention):
    """`طالبت كندا البرتغال بكشف دورها`, `دعت البرتغال إلى أن تحترم تعهداتها`: say whether what is demanded right after the addressee is what only one who is at fault is asked for."""
    last = page.last_token(mention.end)
    words = (j for j in range(last + 1, min(last + 6, page.sentence(last)[1])) if page.words[j] is not None and not page.words[j].particle and operators().get(page.keys[j]) != "necessity")
    first = next(words, None)
    return first is not None and not page.words[first].conj and page.words[first].stem.removeprefix("ال") in turns("owed")


def _offered(page, mention):
    """`دعت كندا البرتغال إلى الحوار`, `إلى العمل معا`: say whether what is asked of the addressee is to talk or work together with who asks, and with nobody else."""
    last, end = page.last_token(mention.end), page.sentence(page.first_token(mention.start))[1]
    j = last + 1
    if j + 1 >= end or page.keys[j] != "الي" or page.words[j + 1] is None or page.words[j + 1].stem.removeprefix("ال") not in turns("common_cause"):
        return False
    return page.keys[j + 1].removeprefix("ال") not in turns("with_together") and (j + 2 == end or page.words[j + 2] is None or page.words[j + 2].conj) or page.keys[j + 2:j + 3] == ["معا"]


def _help_asked(page, mention):
    """`ناشدت النرويج التدخل`, `ناشدتها بتقديم المساعدة`: say whether the first noun behind the addressee is one of help."""
    last = page.last_token(mention.end)
    first = next((j for j in range(last + 1, min(last + 6, page.sentence(last)[1])) if page.words[j] is not None and not page.words[j].particle and j not in page.mention_in), None)
    return first is not None and page.words[first].stem.removeprefix("ال") in turns("help_asked")


def _is_predicate(key):
    return TRIGGERS[key] is not None and bool(TRIGGERS[key].forms)


def threat(page, i, trigger):
    """`هدد أردوغان بضرب شمال العراق`, `دعا إلى تدمير إسرائيل`: who threatens or demands violence is hostile to whom it is to hit."""
    content = page.cue_at[i][0].content
    begin = page.first_token(content[0][0]) if content else 0
    begin += particle_at(page, begin) == "preposition"
    noun = TRIGGERS[page.keys[begin]] if i < begin < len(page.keys) else None
    if noun is None or not any(f.pos == "noun" and p.cls in ("harm", "strike", "fight") and (not p.needed or needed_follows(page, begin, p.needed)) for f, p in noun.forms) or bearing(page, i)[0] != 1:
        return
    for j in range(begin + 1, min(begin + 5, page.sentence(begin)[1])):
        if page.keys[j] in turns("taken_from"):
            # `هدد بإعدام نساء خطفهن من المدينة`
            return
        if j in page.mention_in:
            mention = page.mention_in[j]
            for statement in page.cue_at[i]:
                source = source_of(statement)
                if source.party != mention.party:
                    yield shown(page, source, who(mention), -1, "relation", i, mention, "threat", SURE)
            return


def retaliation(page, i, trigger):
    """`وأكد أن بلاده سترد إذا استمرت لندن`: who will respond is hostile to the other party that the sentence names, after it or before."""
    tellers, (first, last) = page.tellers(i), page.sentence(i)
    own = {teller.party for teller in tellers}
    subject = page.mention_in.get(i - 1)
    if trigger.turn != "retaliation" or page.voices[i] is None or subject is not None and subject.party not in own or _replies(page, i):
        return
    barred = own | {"media", "civilians", "un"}
    taken_up = i + 1 < last and particle_at(page, i + 1) == "pronoun_prepositional" and meant(page, i, pronoun_of(page.words[i + 1].stem), barred)
    if taken_up:
        # `على طهران أن تدرك أن كندا سترد عليها`
        for teller in tellers:
            yield shown(page, teller, who(taken_up), -1, "relation", i, taken_up, "retaliation", LIKELY)
        return
    for j in (*range(i + 1, last), *range(i - 1, first - 1, -1)):
        mention = page.mention_in.get(j)
        if mention is not None and mention.party not in barred and not _where(page, mention):
            for teller in tellers:
                yield shown(page, teller, who(mention), -1, "relation", i, mention, "retaliation", LIKELY)
            return


def _where(page, mention):
    """`تنقل أسلحة إلى قواتها في سوريا`: say whether a name tells where something is."""
    return page.keys[page.first_token(mention.start) - 1] == "في"


def _replies(page, i):
    """`سترد على الطلب`: an answer to words is no threat."""
    return any(page.words[j] is not None and page.words[j].stem in turns("reply") for j in range(i + 1, min(i + 4, page.sentence(i)[1])))


def obligation(page, i, trigger):
    """`على روسيا أن تتعاون`, `على لندن تقديم الأدلة`, `النظام يجب أن يحاسب`: told of a party at the start of a clause, it is a demand."""
    if trigger.turn != "obligation" or page.voices[i] is None:
        return
    barred = _barred(page, i)
    if barred is not None or page.keys[i] in turns("right"):
        for teller in page.tellers(i) if barred is not None else ():
            if barred.party not in (teller.party, "un", *NOBODY) and barred.party not in turns("arbiter"):
                yield Finding(teller, who(barred), -1, "policy", min(i, page.first_token(barred.start)), max(i, page.last_token(barred.end)), "obligation", LIKELY)
        return
    mention, after = _answering(page, i) if page.keys[i] not in turns("on_it") else _pronoun_due(page, i)
    if page.keys[i] in turns("on_it") and mention is None:
        return
    if page.keys[i] in turns("possible"):
        mention, after = _unending(page, i)
        if mention is None:
            return
    elif mention is None:
        if i + 1 not in page.mention_at or not _opens(page, i) or page.words[i].conj and "علي" in page.keys[max(i - 12, page.sentence(i)[0]):i]:
            # `التأثير على الرهبان وعلى السلطات`
            return
        mention, after = page.mention_at[i + 1]
    if after < page.sentence(i)[1] and _what_is_due(page, after) and not _against_another(page, after, mention):
        for teller in page.tellers(i):
            if teller is not NARRATOR_WHO and teller.party not in (mention.party, *NOBODY) and mention.party not in turns("arbiter"):
                yield Finding(teller, who(mention), -1, "policy", min(i, page.first_token(mention.start)), max(after, page.last_token(mention.end)), "obligation", LIKELY)


def _barred(page, i):
    """`البرتغال يجب | ألا تمتلك السلاح`, `يجب | ألا تحصل البرتغال عليه`, `لا ينبغي | للبرتغال التدخل`: return the mention of who must not do something, or None."""
    (first, last), negated = page.sentence(i), negator(page, i) < i
    if page.keys[i] in turns("on_it") | turns("possible") or i + 2 >= last or not page.is_verb(i):
        return None
    before = page.mention_in.get(i - 1) if i > first else None
    before = before if before is not None and _heads_clause(page, i, before) and not page.preposition(page.first_token(before.start)) and before.kind != "demonym" else None
    if negated:
        named = page.mention_in.get(i + 1 + (page.keys[i + 1] == "علي"))
        marked = named is not None and (page.preposition(i + 1) == "ل" or page.keys[i + 1] == "علي")
        return named if marked else None
    verb = i + 2 if page.tokens.forms[i + 1] == "ألا" else i + 3 if page.keys[i + 1:i + 3] == ["ان", "لا"] else None
    if verb is None or verb + 1 >= last:
        return None
    behind = page.mention_in.get(verb + 1) if page.keys[verb] in turns("not_to_have") and not page.preposition(verb + 1) else None
    return before or behind


def _pronoun_due(page, i):
    """`لم تغير قطر سلوكها وعليها أن توقف تمويلها`: return (mention, token of أن) of whom the pronoun of على means, who is not the source, or (None, 0)."""
    if page.sentence(i)[1] <= i + 2 or page.keys[i + 1] != "ان" or not page.words[i].conj and not _opens(page, i):
        return None, 0
    found = meant(page, i, pronoun_of(page.words[i].stem), {teller.party for teller in page.tellers(i)})
    return (found, i + 1) if found is not None else (None, 0)


def _against_another(page, j, mention):
    """`على تركيا محاربة داعش`: say whether what is due at token j is to be done against a third party: who says so is against that."""
    last = page.sentence(j)[1]
    j += page.keys[j] == "ان"
    trigger = TRIGGERS[page.keys[j]] if j < last else None
    if trigger is None or not any(p.cls == "fight" or fold(p.lemma) in turns("shunning") for _, p in trigger.forms):
        return False
    named = [page.mention_in[k].party for k in range(j + 1, min(j + 6, last)) if k in page.mention_in]
    return bool(named) and named[0] != mention.party and all(named[0] != teller.party for teller in page.tellers(j))


def _unending(page, i):
    """`لا يمكن للنظام الاستمرار بمهاجمة المدنيين`: return (mention, token behind it) of who cannot go on, or (None, 0)."""
    if page.keys[i] not in turns("possible") or negator(page, i) == i:
        return None, 0
    found, after = page.mention_at.get(i + 1, (None, 0))
    if found is None or page.preposition(i + 1) != "ل":
        return None, 0
    near = page.keys[after:min(after + 12, page.sentence(i)[1])]
    return (found, after) if not turns("going_on_with").isdisjoint(near[:6]) else (None, 0)


def _answering(page, i):
    """`النظام يجب أن يحاسب`, `يجب أن يرحل النظام`: return (mention, token of أن) of who must answer or stop, right before يجب or behind its verb, or (None, 0)."""
    if page.sentence(i)[1] <= i + 2 or page.keys[i + 1] != "ان" or page.keys[i + 2] not in turns("to_answer") | turns("owed") | turns("due_of"):
        return None, 0
    found, _ = page.mention_at.get(i + 3, (None, 0)) if page.keys[i + 2] in turns("to_answer") else (None, 0)
    before = page.mention_in.get(i - 1) if i > page.sentence(i)[0] and negator(page, i) == i else None
    if found is None and before is not None and _heads_clause(page, i, before) and not page.preposition(page.first_token(before.start)):
        found = before
    return (found, i + 1) if negator(page, i) == i else (None, 0)


def _heads_clause(page, i, mention):
    """Say whether a name opens the clause of token i, a quotation mark before it or not."""
    start, first = clause_start(page, i), page.first_token(mention.start)
    return start == first or start == first - 1 and page.reading.kinds[start] == QUOTE


def _what_is_due(page, j):
    """Say whether أن or a verbal noun follows: what the party must do."""
    word = page.words[j]
    return page.keys[j] == "ان" or word is not None and word.particle is None and not word.conj and not word.prep


def _opens(page, i):
    """A clause begins here: the sentence, a mark, a complementizer, or و."""
    if i > page.sentence(i)[0] and operators().get(page.keys[i - 1]) == "necessity":
        # `يجب على إيران أن تنسحب`
        return True
    return i == page.sentence(i)[0] or page.words[i - 1] is None or particle_at(page, i - 1) == "complementizer" or page.words[i].conj
