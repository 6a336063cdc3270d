"""Who stands behind a verbal noun that names no doer: the subject of the verb that governs it, or the source whose words it opens."""

from analysis.attribution.objects import is_possessive
from analysis.inflection import pronoun_of, without_pronoun
from analysis.stance.lexicon import TRIGGERS, VERBS, operators, turns
from analysis.stance.people import meant, particle_at, whos
from analysis.stance.roles import accused, pronoun_agents, verb_roles
from analysis.stance.subjects import ANY, after_bare_noun, conjuncts_back, pronoun_subject, subjects_before
from analysis.wordlists import WORDS, quantities
from analysis.words import FormCache


def controllers(page, i, doer=False, form=None, together=False, merit=False):
    """Return who governs an agentless verbal noun at i: the verb's subject, the sources whose content begins with it, or None.

    `بدأت روسيا قصف حلب`, `دعا إلى محاسبة النظام`, `شدد على ضرورة مكافحة داعش`, `يجب محاسبة النظام`.
    With `doer`, only a light verb's subject counts (`قامت بقصف`); that of other verbs never does (`انتقدت القصف`); with
    `together` any verb's does (`أطلقت تركيا عملية بالتعاون مع موسكو`); with `merit` that of managing to do it (`تمكن الجيش من تحرير`).
    """
    j, first, here, steps, purpose = i - 1, page.sentence(i)[0], page.voices[i], 0, together
    keys, words, of, comma = page.keys, page.words, operators(), False
    while j >= first and steps < 20:
        word = words[j]
        if page.voices[j] is not here and not (here is not None and page.within(j, here)) or j in page.cue_at:
            return None if doer else _from_border(page, j, here)
        if word is not None and word.particle in ("complementizer", "subordinator", "relative"):
            return _from_complementizer(page, i, j) if here is not None and not doer else None
        if doer and j == i - 1 and (_against(page, j) or _from_it(page, j) and not (merit and managed(page, i) is not None) or _completed(page, j, i)):
            return None
        if doer and _ASIDE[keys[j]]:
            # `نفذت ضربات ردا على هجوم`, `أصدرت بيانا بشأن هجوم`, `عاقبته لاتهامه بارتكاب جرائم`: the verb does not do what stands in an adjunct or charge.
            return None
        if doer and _by_people(page, j):
            return None
        if word is not None and of.get(word.stem) == "necessity" and not (doer and page.is_verb(j)):
            return page.tellers(i) if here is not None and not doer else None
        if comma and page.is_verb(j) and (together and particle_at(page, j - 1) == "relative" or not doer and after_bare_noun(page, j, j - 1)):
            # `بدأت كندا عملية في مناطق | تسيطر عليها النرويج، في تحد للبرتغال`: the verb before is the clause's own.
            comma, j, steps = False, j - 1 - (particle_at(page, j - 1) == "relative"), steps + 1
            continue
        comma = comma or word is None and page.tokens.forms[j] in "،,"
        if page.is_verb(j):
            if here is not None and not doer and keys[j + 1] in turns("exists"):
                # `لن تكون هناك مفاوضات مع واشنطن`: he who says so.
                return page.tellers(i)
            return _governor(page, j, purpose or form is not None and form.prefix.endswith("ل"))
        purpose = purpose or keys[j] in turns("purpose")
        if word is None and page.tokens.forms[j] in "؛:.؟!":
            return None
        j -= 1
        steps += 1
    return page.tellers(i) if j < first and here is not None and not doer else None


def _against(page, j):
    """`تعمل على مكافحة الجرائم`: say whether the noun at token j turns against what stands behind it."""
    trigger = TRIGGERS[page.keys[j]] if page.words[j] is not None and page.words[j].particle is None else None
    return trigger is not None and any(form.pos == "noun" and predicate.cls == "fight" and not predicate.needed for form, predicate in trigger.forms)


def _completed(page, j, i):
    """`دعمها للإرهاب`: say whether the noun at token i is the word that makes a predicate of the noun at j."""
    trigger = TRIGGERS[page.keys[j]] if page.words[j] is not None and j not in page.mention_in else None
    return trigger is not None and any(form.pos == "noun" and (form.pronoun or not page.is_verb(j)) and not predicate.needed.isdisjoint((page.words[i].stem, page.words[i].stem.removeprefix("ال"))) for form, predicate in trigger.forms)


def _by_people(page, j):
    """`أحد المخططين لتنفيذ هجوم`, `مرتكبي جرائم`: say whether token j names the people who do, or plan, what stands behind it."""
    word = page.words[j]
    if word is None or word.particle or j in page.mention_in:
        return False
    stem = word.stem.removeprefix("ال")
    if stem in turns("wrongdoer"):
        return True
    after = page.words[j + 1]
    return word.definite and stem.startswith("م") and stem.endswith(("ين", "ون")) and after is not None and after.prep in ("ل", "ب") and not after.conj


_ASIDE = FormCache(lambda key: key in turns("adjunct") or key in turns("about") or WORDS[key].stem.removeprefix("ال") in turns("charging"))
"""Folded form → whether it opens an adjunct, or is a noun of charging somebody with what stands behind it (`لاتهامه بارتكاب جرائم`)."""


def _from_it(page, j):
    """`تطهير البلاد من الإرهاب`, not `سلسلة من الهجمات`: say whether من at token j leads to what the doer of the clause turns against."""
    before = page.words[j - 1] if page.keys[j] == "من" and j else None
    return before is not None and before.stem not in turns("number") and before.stem not in quantities()


def managed(page, i):
    """`تمكن الجيش من تحرير المدينة`: return the verb of managing to do what the noun at token i names, or None."""
    if page.keys[i - 1] not in turns("managing_to"):
        return None
    verb = page.verb_before(i - 1, 11)
    return verb if verb is not None and page.words[verb].stem in turns("managing") and page.voices[verb] is page.voices[i] else None


def attempted(page, i):
    """`مساعي إيران لزعزعة`, `المحاولات الروسية المستمرة لدعم`: whose attempt, plan or wish a verbal noun at i completes, or None."""
    return _attempted(page, i) or _also_decided(page, i)


def _also_decided(page, i):
    """`قرار كندا الانسحاب من الاتفاق | وإعادة فرض العقوبات`: return whose decision a joined verbal noun at token i, behind another, is; or None."""
    first = page.sentence(i)[0]
    head = i if page.words[i].conj else i - 1
    if head <= first or page.words[head] is None or not page.words[head].conj or head != i and page.words[head].stem not in turns("again"):
        return None
    for k in range(head - 1, max(first, head - 12), -1):
        if page.is_verb(k) or page.words[k] is None:
            return None
        if k in page.mention_at and page.words[k - 1] is not None and page.words[k - 1].stem.removeprefix("ال") in turns("decision"):
            return whos([page.mention_at[k][0]])
    return None


def _behind_aim(page, i):
    """`الجهود الكندية الرامية إلى | عزل الحزب`, `الهادفة لتكثيف | الضغط عليه`: return the token before a definite participle of aiming, behind whose preposition the noun at token i stands, its noun of increase between them or not; else None."""
    j, first = i - 1, page.sentence(i)[0]
    marked = page.words[i].prep == "ل"
    if not marked and j > first and page.words[j] is not None and page.words[j].stem in turns("increase"):
        marked, j = page.words[j].prep == "ل", j - 1
    if not marked and j > first and page.keys[j] == "الي":
        marked, j = True, j - 1
    word = page.words[j] if marked and j > first + 1 else None
    return j - 1 if word is not None and word.definite and word.stem.removeprefix("ال") in turns("aiming") else None


def _attempted(page, i):
    """The same for a noun right behind the name, or its adjective."""
    first, aimed = page.sentence(i)[0], _behind_aim(page, i)
    j = i - 1 if aimed is None else aimed
    if page.words[j] is not None and not page.words[j].definite and operators().get(page.words[j].stem) == "stop" and j not in page.mention_in:
        # `قرار كندا إنهاء المساعدات`
        j -= 1
    if j > first and j not in page.mention_in and page.words[j] is not None and page.words[j].particle is None and (page.words[j].definite or page.words[j].stem in turns("increase")):
        # `طلب من كندا لزيادة الضغط على البرتغال`
        j -= 1
    own = own_attempt(page, i)
    if own is not None:
        return own
    mention = page.mention_in.get(j)
    asked = _asked_by(page, j) if mention is not None else None
    if asked is not None:
        return asked
    for k in range(page.first_token(mention.start) - 1, max(first, page.first_token(mention.start) - 4) - 1, -1) if mention is not None else ():
        word = page.words[k]
        if word is None or word.particle or page.is_verb(k):
            return None
        if (word.stem[2:] if word.definite else word.stem) in turns("attempt"):
            return whos([mention])
        if word.prep:
            return None
    return None


def own_attempt(page, i):
    """`دعم القوات الكردية في محاولتها | إخراج التنظيم`, `في سعيها إلى | طرده`: return the Who of the pronoun of a noun of attempt behind في, right before the noun at token i, as a list; or None."""
    j = i - 1 - (page.keys[i - 1] == "الي")
    word = page.words[j] if j > page.sentence(i)[0] and page.keys[j - 1] == "في" else None
    if word is None or not is_possessive(word) or not any(base in turns("attempt") - turns("decision") for base, _ in without_pronoun(word.stem)):
        return None
    found = meant(page, j, pronoun_of(word.stem), ())
    return whos([found]) if found is not None else None


def _asked_by(page, j):
    """`بناء على طلب من كندا والنرويج لزيادة الضغط`: return the Whos of whose request the names that end at token j are, behind من; or None."""
    found = conjuncts_back(page, j)
    of = page.first_token(found[0].start) - 1
    if of <= page.sentence(j)[0] or page.keys[of] != "من" or page.words[of - 1] is None or page.words[of - 1].stem not in turns("request"):
        return None
    return whos(found)


def involved(page, i):
    """`تورط البرتغال في تسليح الحزب`, `الدور الكندي في دعم النرويج`: return the Whos of whose part it is in what the verbal noun at token i names, or None."""
    first, j = page.sentence(i)[0], i - 2
    while page.keys[i - 1] == "في" and j > first and j in page.mention_in:
        mention = page.mention_in[j]
        j = page.first_token(mention.start) - 1
        noun = page.words[j - (page.words[j] is None)]
        if noun is not None and noun.stem.removeprefix("ال") in turns("part_in"):
            return whos([mention])
    return None


def _from_complementizer(page, i, j):
    """`أنه عازم على محاربة داعش`, `إن بلاده مصممة على محاربة داعش`: the clause's subject, where it is the source's own side."""
    if pronoun_subject(page, j):
        return pronoun_agents(page, i)
    own = {teller.party for teller in page.tellers(i)}
    return [w for w in whos(subjects_before(page, i)) if w.party in own] or None


def _from_border(page, j, here):
    """The content begins with the noun, or a cue governs it: the source is the one who wants or does it."""
    statement = page.cue_at[j][0] if page.cue_at.get(j) else here
    if statement is None:
        return None
    first = page.words[page.first_token(statement.content[0][0])] if statement.content else None
    if page.cue_class(statement) == "blame" or page.cue_class(statement) == "hostile" and not (first is not None and first.prep == "ب"):
        # `اتهم إيران بتسليح حزب الله`: the accused does it; not `هدد بطرد السفير`.
        return accused(page, statement)
    if page.cue_class(statement) == "describe" and page.cue_reading(statement)[0].pronoun:
        # `ما تعتبره انحيازا لإسرائيل`: not she who calls it so.
        return None
    return page.tellers_of(statement)


def _governor(page, j, purpose):
    """Return the subject of the light verb at j, of any verb where the noun is its purpose (`أطلقت عملية لقتال داعش`), or None."""
    form = VERBS[page.keys[j]] or ANY
    if form.lemma != "doer" and not (purpose and form.lemma not in ("undergoer", "receiver")):
        return None
    return verb_roles(page, j, form, ())[0]
