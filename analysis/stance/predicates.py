"""What a predicate shows: its agent's stance toward its object, and its teller's toward the agent."""

from analysis.attribution.objects import is_possessive
from analysis.cues import CUE_READINGS
from analysis.inflection import without_pronoun
from analysis.stance.consequences import against_whom, allied, attitude, backing, embedded, following_subject, presupposed, taken_up_whole, thanked
from analysis.stance.control import controllers, own_attempt
from analysis.stance.earlier import taken_up
from analysis.stance.finding import DOUBTFUL, LIKELY, SURE, Finding, negator, with_party
from analysis.stance.governed import meant_to
from analysis.stance.holders import examples_behind
from analysis.stance.lexicon import TRIGGERS, operators, turns, weapons
from analysis.stance.page import NOBODY, Who
from analysis.stance.people import particle_at, who, whos
from analysis.stance.pieces import pieces_after
from analysis.stance.plans import between, denied, feared, guilt_doubted, own_forces, own_merit, own_record, planned
from analysis.stance.polarity import bearing, demanded, idle, unwilling
from analysis.stance.predicate_roles import in_resolution, partners, possessed, predicate_roles
from analysis.stance.readings import choose, needed_before, needed_follows
from analysis.stance.roles import VERBAL, objects_of, pronoun_objects
from analysis.stance.subjects import after_bare_noun, conjuncts_back, skip_back
from analysis.stance.told import TOGETHER, accomplices, deed, fended_off, own_strike, turned_on, violence_between, violence_wanted
from analysis.stance.wishes import wished_of_another
from analysis.text import fold
from analysis.words import FormCache

READ_ELSEWHERE = ("demand", "describe", "permission", "distance")
"""Classes that rules of their own read."""


OFFERED = 0.65
"""Certainty of an offer of talks: it stands beside blame of the same party."""


def predicate_rule(page, i, trigger):
    """Return what a predicate implies: its agent toward its object, and its teller toward the agent."""
    if i in page.mention_in and not _answerable(page, i) or page.words[i].particle or trigger.needs is not None and trigger.needs.isdisjoint(page.sentence_words(i)):
        return ()
    forms = [x for x in trigger.told if _as_spelled(page, i, x[1].lemma)] if trigger.madda else trigger.told
    if "إ" in page.tokens.forms[i][:3]:
        # `إصابته` is a noun, `أصابته` a verb.
        forms = [x for x in forms if x[0].pos != "perfect" or x[1].lemma[0] != "أ"]
        if not forms:
            return ()
    form, predicate = choose(page, i, forms or trigger.forms)
    return _implied(page, i, form, predicate) if _as_spelled(page, i, predicate.lemma) else ()


def _implied(page, i, form, predicate):
    """Yield what a predicate, read as this form of it, implies."""
    for case in _TELLS_NOTHING_OF[form.pos, predicate.cls, predicate.lemma]:
        if case(page, i, form, predicate):
            return
    sign, stopped, doubted = _borne(page, i, form, predicate)
    if predicate.cls in READ_ELSEWHERE or not sign or predicate.needed and not (needed_follows(page, i, predicate.needed) or needed_before(page, i, form, predicate.needed)):
        return
    if predicate.object and not stopped and (wish := wished(page, i, form, sign)):
        yield from attitude(page, i, predicate, predicate.object * wish, page.tellers(i), objects_of(page, pieces_after(page, i), predicate.markers, 0), LIKELY, rule_name(predicate, form, sign, stopped))
        return
    if predicate.object and not stopped and (wanted := wished_of_another(page, i, form, predicate, sign)):
        yield from attitude(page, i, predicate, predicate.object, page.tellers(i), wanted, LIKELY, rule_name(predicate, form, sign, stopped))
        return
    if stopped and predicate.object > 0 and form.pronoun and form.pos == "noun" and page.voices[i] is None and _asked_of(page, i):
        return
    doers, objects, certainty = predicate_roles(page, i, form, predicate)
    doers = _doers(page, i, form, predicate, sign, stopped, doers, objects)
    if form.pos == "noun" and predicate.cls in ("harm", "strike") and predicate.lemma not in weapons() and sign > 0 and not stopped and (doers is None or form.number == "s" and not objects and predicate.noun_takes != "agent"):
        # `يجب تدمير الحزب`: whom the bare noun names is to suffer it.
        pieces = pieces_after(page, i)
        yield from violence_wanted(page, i, objects or (pieces[0].mentions[:1] if pieces and not pieces[0].marker else ()))
    if doers is None:
        if predicate.cls in TOGETHER:
            yield from accomplices(page, i, form, predicate, sign, (), objects)
        return
    if certainty < SURE and _not_done(page, i, form, predicate):
        return
    if sign > 0 and not stopped and page.denying(page.voices[i]):
        if predicate.cls in ("support", "help") and any(doer.party == teller.party for doer in doers for teller in page.tellers(i)):
            # `نفى ظريف تسليح الحوثيين`
            return
        if min(predicate.doer, predicate.object) < 0:
            yield from cleared(page, i, form, predicate, doers if predicate.doer < 0 else whos(objects), objects)
            return
    agents, value, sure = refused(page, i, sign, doers, certainty) if stopped else (doers, sign, certainty)
    if predicate.object and fitting(page, i, form, predicate, sign, stopped) and not procedure(page, i, form, predicate, value, agents):
        objects, sure = _toward_whom(page, i, form, predicate, agents, objects, sure)
        yield from _attitudes(page, i, form, predicate, value, agents, objects, sure, rule_name(predicate, form, sign, stopped))
        if agents is not doers and form.pos == "noun" and predicate.cls == "hostile" and sign > 0:
            # `رفضت موسكو العقوبات الأمريكية عليها`: what is refused is done all the same.
            yield from attitude(page, i, predicate, predicate.object, doers, objects, certainty, rule_name(predicate, form, sign, False))
        yield from backing(page, i, form, predicate, value, agents, objects)
        yield from against_whom(page, i, form, predicate, value, agents, objects)
        yield from thanked(page, i, form, predicate, value, agents, objects)
        yield from accomplices(page, i, form, predicate, value, doers, objects)
    if sign > 0 and not stopped:
        yield from violence_between(page, i, form, predicate, doers, [m for m in objects if not embedded(page, i, m)], certainty)
        yield from turned_on(page, i, predicate, doers, objects)
        yield from fended_off(page, i, predicate, doers)
    if not doubted and _deed_counts(page, i, form, predicate):
        if not stopped:
            yield from deed(page, i, predicate, sign, doers, objects, form, certainty)
        elif predicate.doer < 0 and certainty == SURE and (agents is not doers or predicate.cls in ("breach", "crime") or page.voices[i] is not None and predicate.cls == "fault"):
            # `طالبت بوقف قصف النظام`: the deed that is to stop is told.
            yield from deed(page, i, predicate, 1, doers, objects, form, LIKELY)


def _branch_of_army(page, i, form, predicate):
    """`قوات | الدفاع الجوي`: say whether the word is of a force's name."""
    return predicate.cls == "defend" and i + 1 < len(page.keys) and page.keys[i + 1] in turns("branch")


def _degree_or_list(page, i, form, predicate):
    """`الملف الأكثر | تحديا للاتحاد`, `قائمة | للإرهاب`: say whether the noun only says in what something is more, or what is listed."""
    if form.pos != "noun" or i - 1 < page.sentence(i)[0]:
        return False
    return page.keys[i - 1] in turns("degree") and not form.definite and page.tokens.forms[i].rstrip("\u064b").endswith("ا") or page.words[i - 1] is not None and page.words[i - 1].stem in turns("listing")


def _no_such_form(page, i, form, predicate):
    """`| قتلى` is not my killing; `نقل إلى | سجن المدينة`: no verb stands behind a preposition."""
    return form.pronoun == "ي" and page.tokens.forms[i].endswith("ى") or form.pos in VERBAL and not form.prefix and page.keys[i - 1] in turns("to_noun") and i - 1 >= page.sentence(i)[0]


def _proof_incriminates(page, i, form, predicate):
    """`تملك روسيا أدلة | تدين المرشح`: say whether it is proof that does so, nobody."""
    return form.pos in VERBAL and page.words[i - 1] is not None and page.words[i - 1].stem in turns("proof") and fold(predicate.lemma) in turns("incriminating")


def _in_charge(page, i, form, predicate):
    """`المنظمة | المسؤولة عن توفير التعليم`: say whether somebody is in charge of something, not to blame for it."""
    return predicate.lemma == "مسؤول عن" and any(page.keys[k] == "عن" and page.words[k + 1] is not None and page.words[k + 1].stem in turns("in_charge") for k in range(i + 1, min(i + 3, len(page.keys) - 1)))


def _notes_danger(page, i, form, predicate):
    """`| نوه الوزير بخطورة العمليات`: say whether it is noted how grave something is, which is no praise."""
    return fold(predicate.lemma) in turns("notes") and any(page.words[k] is not None and page.words[k].stem.removeprefix("ال") in turns("grave") and page.words[k].prep == "ب" for k in range(i + 1, min(i + 8, page.sentence(i)[1])))


def _tells_how(page, i, form, predicate):
    """`اعترضت | بنجاح طائرة برتغالية`: say whether the word only tells how something is done."""
    return page.keys[i] in turns("how")


def _only_stops(page, i, form, predicate):
    """`بعد | وقف المغرب للمحادثات مع إيران`: say whether what looks like a verb stops something, so that the noun behind it is read with it."""
    return form.pos in VERBAL and page.stopping(i)


def _idle_noun(page, i, form, predicate):
    """`لا تعتزم كندا | قصف المدينة`: say whether the verb of doing that governs a noun is negated; talks that are not held show something."""
    return form.pos == "noun" and predicate.cls != "talks" and idle(page, i)


def _in_name_of_body(page, i, form, predicate):
    """`اللجنة الكندية | للتضامن مع النرويج`, `لجنة الأمن | والدفاع`: say whether the noun is of the name of a body, which tells what it is for."""
    if form.pos != "noun" or form.pronoun or predicate.cls not in ("support", "defend", "ally") or not (form.prefix == "ل" or form.definite):
        return False
    for k in range(i - 1, max(page.sentence(i)[0], i - 5) - 1, -1):
        word = page.words[k]
        if word is None or word.particle or page.is_verb(k) and k not in page.mention_in:
            return False
        if word.stem.removeprefix("ال") in turns("body_for"):
            return word.definite or not form.prefix.endswith("ل") or k + 1 < i and page.words[k + 1].definite
        if not word.definite and k not in page.mention_in:
            return False
    return False


def _praised_conduct(page, i, form, predicate):
    """`أشاد الوزير بموقف كندا | الداعم للنرويج`: say whether the word only says which conduct is praised."""
    if form.pos != "participle" or not form.definite or predicate.object <= 0 or page.voices[i] is None or page.cue_class(page.voices[i]) != "praise" or i - 1 not in page.mention_in:
        return False
    last = page.mention_in[i - 1]
    heads = [page.first_token(m.start) - 1 for m in (*conjuncts_back(page, i - 1), last)]
    return any(k >= page.sentence(i)[0] and page.words[k] is not None and page.words[k].stem in turns("conduct") for k in heads)


def _denies_report(page, i, form, predicate):
    """`| كذبت الوزارة هذه المزاعم`: say whether a word of lying has a claim for its object, which is called a lie."""
    if form.pos not in VERBAL or predicate.cls != "breach" or fold(predicate.lemma) not in turns("lying"):
        return False
    for k in range(i + 1, min(i + 8, page.sentence(i)[1])):
        word = page.words[k]
        if word is not None and (word.prep and k > i + 1 and k not in page.mention_in and word.stem.removeprefix("ال") in turns("claim") or page.is_verb(k) and k not in page.mention_in):
            return False
        if word is not None and not word.prep and word.stem.removeprefix("ال") in turns("claim") | turns("reports"):
            return True
    return False


def _of_opinion(page, i, form, predicate):
    """`| اختلفت كندا في الرأي مع البرتغال`: say whether it is only views that differ."""
    return any(page.keys[k] == "في" and page.words[k + 1] is not None and page.words[k + 1].stem.removeprefix("ال") in turns("opinion") for k in range(i + 1, min(i + 4, len(page.keys) - 1)))


def _measure_aims(page, i, form, predicate):
    """`| يستهدف القرار مسؤولين`, `العقوبات التي | تستهدف الشركات`: say whether it is a document or measure that is aimed at somebody: nobody strikes."""
    before = i - 2 if particle_at(page, i - 1) == "relative" else i - 1
    return any(page.sentence(i)[0] <= k < page.sentence(i)[1] and page.words[k] is not None and not page.words[k].prep and page.words[k].stem.removeprefix("ال") in turns("measure") for k in (i + 1, before))


_TELLS_NOTHING = (
    (lambda pos, cls, lemma: fold(lemma) in turns("differing"), _of_opinion),
    (lambda pos, cls, lemma: pos in VERBAL and fold(lemma) in turns("aiming"), _measure_aims),
    (lambda pos, cls, lemma: pos == "participle", _praised_conduct),
    (lambda pos, cls, lemma: cls == "breach", _denies_report),
    (lambda pos, cls, lemma: pos == "noun", _in_name_of_body),
    (lambda pos, cls, lemma: cls == "defend", _branch_of_army),
    (lambda pos, cls, lemma: pos == "noun", _degree_or_list),
    (lambda pos, cls, lemma: True, _no_such_form),
    (lambda pos, cls, lemma: pos in VERBAL, _proof_incriminates),
    (lambda pos, cls, lemma: lemma == "مسؤول عن", _in_charge),
    (lambda pos, cls, lemma: fold(lemma) in turns("notes"), _notes_danger),
    (lambda pos, cls, lemma: True, _tells_how),
    (lambda pos, cls, lemma: pos in VERBAL, _only_stops),
    (lambda pos, cls, lemma: pos == "noun", _idle_noun),
)
"""For which predicates a case is, read as which form; what shows, right at its word, that such a predicate implies nothing."""

_TELLS_NOTHING_OF = FormCache(lambda verb: tuple(case for applies, case in _TELLS_NOTHING if applies(*verb)))
"""(Form's kind, class, lemma) → the cases that are tried at such a predicate."""


def _borne(page, i, form, predicate):
    """Return (sign, whether it is stopped or refused, whether it is doubted) of a predicate, by the words that bear on it."""
    sign, stopped, doubted = bearing(page, i)
    if predicate.cls == "talks" and form.pos == "noun" and unwilling(page, i):
        sign = -1
    # `وقف العمليات واحترام السيادة`: what is good and joined is not to stop; nor is what it is done for (`سحب السفير تضامنا مع كندا`).
    stopped = stopped and not (predicate.object > 0 and page.words[i].conj) and not (form.pos == "noun" and not form.pronoun and meant_to(page, i, form, predicate))
    return sign, stopped, doubted


def _doers(page, i, form, predicate, sign, stopped, doers, objects):
    """Return the doers of a predicate: those of `predicate_roles` but whom its words rule out, else those whom the words around it tell; None where nobody is."""
    if objects and form.pos == "noun" and (not doers and _protests(page, i, form, predicate) or _protested_in(page, i, form, predicate, doers)):
        doers = [Who("civilians", "civilians")]
    if doers and predicate.needed:
        # `تصنفهم تنظيمات إرهابية`: what they are called is not who calls them so.
        called = {who(page.mention_in[j]) for j in range(i + 1, min(i + 8, page.sentence(i)[1])) if j in page.mention_in and page.keys[j] in predicate.needed}
        doers = [doer for doer in doers if doer not in called] or None
    if form.pos == "noun" and fold(predicate.lemma) in turns("fending_off") and not page.preposition(i + 1) and not predicate.needed.isdisjoint((page.keys[i + 1], page.words[i + 1].stem if page.words[i + 1] is not None else "")):
        # `اعتراض صاروخ برتغالي`: whose it is that is stopped.
        doers = None
    if doers is None and form.pos == "noun" and sign < 0 < -predicate.doer:
        doers = denied(page, i)
    if doers is None and sign > 0 and not stopped:
        doers = own_merit(page, i, form, predicate) or own_forces(page, i, form, predicate, objects) or own_strike(page, i, form, predicate)
    if doers is None and form.pos in VERBAL and sign < 0 and predicate.doer < 0:
        doers = own_record(page, i)
    return doers


def _protests(page, i, form, predicate):
    """`خرجت مظاهرات ضد الرئيس`, `احتجاجات على الزيارة`, `مظاهرات احتجاج على الزيارة`: say whether people protest."""
    return fold(predicate.lemma) in turns("protesting") or predicate.lemma == "احتج" and (form.number == "p" or page.words[i - 1] is not None and page.words[i - 1].stem in turns("protests"))


def _protested_in(page, i, form, predicate, doers):
    """`خرج الآلاف في مظاهرات احتجاجا على الزيارة`, `المظاهرات التي شهدتها المدينة احتجاجا على الزيارة`: say whether people in the streets do it, where none but an outlet or somebody unknown is told to."""
    if predicate.lemma != "احتج" or form.pronoun or not page.tokens.forms[i].rstrip("\u064b").endswith("ا") or any(doer.party not in ("media", *NOBODY) for doer in doers or ()):
        return False
    return any(page.words[k] is not None and page.words[k].stem.removeprefix("ال") in turns("protests") for k in range(max(page.sentence(i)[0], i - 9), i))


def _not_done(page, i, form, predicate):
    """`قلقها إزاء | محاكمة القيادي`, `بسبب احتمال شن | ضربات على سوريا`: say whether a hostile act is only feared, condemned or likely."""
    if form.pos != "noun" or predicate.cls not in ("fight", "hostile"):
        return False
    return predicate.object < 0 and _worried_about(page, i) or any(page.keys[k] in turns("likelihood") for k in range(max(page.sentence(i)[0], i - 4), i))


def _toward_whom(page, i, form, predicate, agents, objects, sure):
    """Return (objects, certainty) of an attitude, with whom a pronoun means."""
    objects, sure = with_pronoun(page, i, form, predicate, agents, objects, sure)
    if len(objects) > 1 and i in page.cue_at and predicate.cls in ("praise", "blame"):
        # `أشاد بالعلاقات العمانية الماليزية`: ties are praised for the other's sake.
        objects = [m for m in objects if m.kind != "demonym" or all(m.party != a.party for a in agents)]
    return objects, sure


def _attitudes(page, i, form, predicate, value, agents, objects, sure, rule):
    """Yield the attitude of the agents toward the objects, with the examples given of either, and that of who welcomes it or is allied in it."""
    more = agents + whos(with_examples(page, i, agents)), objects + [m for mention in objects for m in examples_behind(page, mention)]
    yield from attitude(page, i, predicate, predicate.object * value, *more, sure, rule)
    if page.voices[i] is not None and page.cue_class(page.voices[i]) in ("praise", "support") and sure >= LIKELY and presupposed(page, i, predicate):
        # `رحبت البحرين بتصنيف واشنطن الحزب إرهابيا`: who welcomes the deed shares the attitude.
        yield from attitude(page, i, predicate, predicate.object * value, [t for t in page.tellers(i) if t not in agents and all(t.party != m.party for m in objects)], objects, LIKELY, rule)
    if predicate.cls == "ally" and form.pos == "participle" and value > 0:
        yield from allied(page, i, predicate, agents, objects)


def _deed_counts(page, i, form, predicate):
    """Say whether a predicate's deed shows its teller's stance toward the doer."""
    if not predicate.doer or predicate.cls == "rescue" and form.pos == "noun" and (form.pronoun or form.prefix.endswith("ب") or page.tokens.forms[i - 1] == ":" or _thanked_for(page, i)):
        # `طلب القس بالإفراج عنه`, `شكرهم على إنقاذه`: whose merit it is, is seldom said beside the noun.
        return False
    return i not in page.cue_at or predicate.needed and (predicate.cls == "breach" or predicate.cls == "fault" and page.voices[i] is not None)


def wished(page, i, form, sign):
    """`على العالم أن يعاقب البرتغال`, `يجب على أوروبا أن تدعم النرويج`, `على المجلس ألا يدين النرويج`, `لا ينبغي للمجلس أن يدين النرويج`: return +1 where the verb at token i is what a source says that somebody else, behind على, has to do, and so wants, -1 where he is not to do it, else 0."""
    if form.pos != "imperfect" or form.pronoun or page.voices[i] is None or page.tokens.forms[i - 1] not in ("أن", "ألا", "لا"):
        return 0
    if page.tokens.forms[i - 1] == "أن" and _ought_not(page, i):
        return -1
    for k in range(i - 2, max(page.sentence(i)[0], i - 7) - 1, -1):
        if page.voices[k] is not page.voices[i] or page.is_verb(k) or page.words[k] is None:
            return 0
        if page.keys[k] == "علي":
            before = page.words[k - 1] if k > page.sentence(i)[0] else None
            own = page.mention_in.get(k + 1)
            needed = before is None or before.particle == "complementizer" or operators().get(page.keys[k - 1]) == "necessity" or page.voices[k - 1] is not page.voices[k]
            return sign if needed and (own is None or who(own) not in page.tellers(i)) else 0
    return 0


def _ought_not(page, i):
    """`لا ينبغي للمجلس | أن يدين النرويج`: say whether the verb at token i stands behind أن and whom, behind ل, it is said not to behove."""
    verb = page.verb_before(i, 7)
    if verb is None or page.words[verb].stem not in turns("ought_to") or negator(page, verb) == verb or page.voices[verb] is not page.voices[i] or page.words[verb + 1] is None or page.words[verb + 1].prep != "ل":
        return False
    named = page.mention_in.get(verb + 1)
    return named is None or who(named) not in page.tellers(i)


def _worried_about(page, i):
    """`قلقها إزاء محاكمة القيادي`: say whether what the noun at token i names is what somebody is worried about or condemns: he does not do it."""
    if not (particle_at(page, i - 1) == "preposition" or page.words[i].prep == "ب"):
        return False
    j = i - 1 - (particle_at(page, i - 1) == "preposition")
    trigger = TRIGGERS[page.keys[j]] if j >= page.sentence(i)[0] and page.words[j] is not None else None
    return trigger is not None and any(p.cls == "blame" and not p.needed for _, p in trigger.forms)


def _asked_of(page, i):
    """`تطلب من طهران التخلي عن دعمها للنظام`: say whether a noun of asking or demanding stands before the words that stop what the noun at token i names: it goes on as yet."""
    return any(page.words[k] is not None and page.words[k].stem in turns("asking") for k in range(max(page.sentence(i)[0], i - 9), i))


def _thanked_for(page, i):
    """`وجهت كندا الشكر للنرويج على إنقاذ الجرحى`: say whether the noun at token i is what another is thanked for."""
    near = range(max(page.sentence(i)[0], i - 8), i - 1) if page.keys[i - 1] == "علي" else ()
    return any(TRIGGERS[page.keys[k]] and any(p.cls == "praise" for _, p in TRIGGERS[page.keys[k]].forms) for k in near)


def _answerable(page, i):
    """`الحوثيون مسؤولون عن الهجوم`: say whether a word that could be officials is what is said of somebody."""
    mention = page.mention_in[i]
    return mention.kind == "new" and mention.party == "anonymous" and not page.words[i].definite and i + 1 < len(page.keys) and page.keys[i + 1] == "عن" and i - 1 in page.mention_in


def _as_spelled(page, i, lemma):
    """`تأمر` commands, `تآمر` plots: say whether the alef as written allows the lemma."""
    return "آ" not in lemma or "آ" in page.tokens.forms[i] or "أ" not in page.tokens.forms[i]


def cleared(page, i, form, predicate, accused, objects):
    """`نفت موسكو تورط دمشق`: who denies an accusation against another defends him (codebook, ruling 12); not `نفت تورطها`, `نفت تسليح دمشق`, `نفت أي صلة بدمشق`, `نفت تعرضها لهجوم`."""
    if predicate.doer >= 0 or form.pronoun or form.pos == "noun" and "direct" in predicate.markers and not objects or any(page.keys[k] in turns("suffered") for k in range(max(page.sentence(i)[0], i - 4), i)):
        return
    if fold(predicate.lemma) in turns("claims"):
        # `نفت كندا مزاعم البرتغال`: who claims is not cleared.
        return
    if predicate.cls == "denial":
        # `نفت كندا أي صلة بالبرتغال` clears nobody; `نفت أي صلة للبرتغال بالهجوم` does.
        accused = whos(m for m in objects if page.preposition(page.first_token(m.start)) == "ل")
    for teller in page.tellers(i):
        for party in accused:
            if party.party not in (teller.party, "civilians", *NOBODY):
                yield Finding(teller, party, 1, "evaluation", *with_party(page, i, party.party), "accusation dismissed", LIKELY)


def refused(page, i, sign, agents, certainty):
    """`رفضت موسكو إدانة دمشق`: return (agents, sign, certainty); who refuses or stops the deed takes the opposite side."""
    if certainty == SURE:
        governing = controllers(page, i)
        return (governing, -sign, LIKELY) if governing else (agents, sign, DOUBTFUL)
    return agents, -sign, LIKELY


def rule_name(predicate, form, sign, stopped):
    """Return the rule's name: class and form of the predicate, and what turned it."""
    kind = "verb" if form.pos in VERBAL else "noun" if form.pos == "noun" else "participle"
    return f"{predicate.cls} {kind}" + (", negated" if sign < 0 else "") + (", refused" if stopped else "")


def fitting(page, i, form, predicate, sign, stopped):
    """Talks count where they are offered, removals and relief where they are demanded, possession of banned weapons where it is denied."""
    if sign < 0 and not stopped and (predicate.cls in ("fault", "fight") or predicate.cls in ("blame", "oppose") and form.pos == "noun" and "لا" not in page.keys[max(page.sentence(i)[0], i - 3):i] or predicate.cls == "ally" and form.pos in VERBAL and page.voices[i] is None):
        # Not `لا أساس لاتهام روسيا`; but `لا نتجاهل إرهاب إيران`, `لا نقاتل النظام`, `دون توجيه اتهام إلى موسكو`, `لا تقيم روما علاقات مع بكين` take nobody's side.
        return False
    if form.pos == "noun" and fold(predicate.lemma) in turns("threatening") and not (form.pronoun or form.definite) and "ضد" in page.keys[i + 1:i + 3]:
        # `كانت واشنطن على علم بتهديدات ضد الصحفي`: nobody is named who threatens.
        return False
    if stopped and predicate.lemma in turns("undertaking"):
        # `أوقفت كندا عملياتها ضد داعش` is no favour.
        return False
    if predicate.cls == "fight" and page.voices[i] is None and form.pos == "imperfect" and page.keys[i - 1] in turns("may"):
        # `تكهنات بأن بريطانيا قد تشن هجوما على روسيا`
        return False
    if predicate.cls == "hostile" and form.pos == "noun" and i + 2 < len(page.keys) and page.keys[i + 1] == "علي" and page.words[i + 2] is not None and page.words[i + 2].stem in turns("reply"):
        # `رفضت كندا الرد على مطالب البرتغال`: an answer to words.
        return False
    if sign < 0 and not stopped and predicate.cls == "hostile" and form.pos in VERBAL and page.voices[i] is None:
        # `لم تطرد كندا أي دبلوماسي`
        return False
    if guilt_doubted(page, i, predicate) or sign < 0 and fold(predicate.lemma) in turns("not_turned"):
        # `لن تكون منحازة لصالح كندا`, `لا نستغرب هذا` take nobody's side.
        return False
    if sign < 0 and not stopped and predicate.cls == "blame" and form.pos in VERBAL and page.voices[i] is None and not in_resolution(page, i):
        # `لم تنتقد كندا البرتغال صراحة`
        return False
    if sign < 0 and not stopped and predicate.cls in ("support", "help") and form.pos == "noun" and form.prefix.endswith("ل"):
        # `لم تتدخل الطائرات لدعم النظام`
        return False
    if predicate.cls == "hostile" and form.pos == "noun" and sign < 0:
        # `حث لندن على عدم الخروج من الاتفاق مع إيران` takes nobody's side.
        return False
    if predicate.cls == "talks" and (sign < 0 or stopped):
        # `لن نتفاوض مع واشنطن`, `لا مفاوضات مع واشنطن`, `رفضت طهران الحوار مع واشنطن`
        return sign < 0 and (form.pos in VERBAL or negator(page, i) < i or unwilling(page, i)) or stopped
    if predicate.lemma in turns("meeting"):
        return demanded(page, i, ("readiness",))
    if predicate.cls == "talks":
        return demanded(page, i, ("readiness",) if page.voices[i] is None else ("readiness", "necessity")) or promised(page, i) or announced(page, i)
    if predicate.cls == "denial":
        return sign < 0 or stopped
    if predicate.cls == "relief" and (form.pos in VERBAL or any(page.words[k] is not None and page.words[k].stem in turns("consent") for k in range(max(page.sentence(i)[0], i - 5), i))):
        # `وافق أوباما على رفع العقوبات عن كوبا`
        return True
    if predicate.cls == "removal" and page.keys[i - 1] in turns("pursuing") and page.voices[i] is not None:
        # `تعهد بمواصلة الضغط على`
        return True
    if fold(predicate.lemma) in turns("driving_out") and form.pos == "noun" and (form.prefix.endswith("ل") or page.keys[i - 1] in turns("purpose") or tried(page, i)):
        # `وصلت القوات بهدف إخراج القوات العراقية`
        return True
    if predicate.cls == "removal" and form.pos == "noun" and own_attempt(page, i):
        # `في محاولتها إخراج التنظيم`
        return True
    if predicate.cls == "removal" and i + 1 < len(page.keys) and form.pos == "noun" and page.words[i + 1] is not None and page.words[i + 1].prep == "ل":
        # `دعاهما إلى الخروج للحديث مع الصحفيين`
        return False
    if predicate.cls == "removal" and page.words[i - 1] is not None and page.words[i - 1].stem in turns("increase"):
        # `طلب لزيادة الضغط على البرتغال`
        return True
    if predicate.cls == "removal" and page.keys[i - 1] in turns("adjunct") or predicate.cls == "relief" and page.keys[i - 1] in turns("purpose"):
        # `طالب بضمانات بعد انسحاب واشنطن`, `عليها التغيير من أجل رفع العقوبات`
        return False
    if predicate.cls in ("removal", "relief"):
        before = (s for k in range(max(page.sentence(i)[0], i - 3), i) for s in page.cue_at.get(k, ()))
        return demanded(page, i) or page.demanding(page.voices[i]) or any(page.demanding(s) for s in before)
    return True


def tried(page, i):
    """`تحاول كندا إخراج القوات البرتغالية`, `تسعى إلى إخراجها`: say whether the noun at token i is what a verb of trying governs, right behind it, its subject or its preposition."""
    verb = page.verb_before(i, 7)
    return verb is not None and page.words[verb].stem in turns("trying") and page.voices[verb] is page.voices[i] and negator(page, verb) == verb


def announced(page, i):
    """`قالت كندا إنها ستجري محادثات مع البرتغال`: say whether talks are what a source says that it will hold."""
    verb = next((j for j in range(i, max(page.sentence(i)[0], i - 5), -1) if page.is_verb(j)), None) if page.voices[i] is not None else None
    return verb is not None and page.voices[verb] is page.voices[i] and page.keys[verb].lstrip("وف").startswith(("سي", "ست", "سن", "سا")) and not page.keys[verb].startswith("است")


def promised(page, i):
    """`تعهدت ماي بالعمل مع واشنطن`: say whether token i stands in what a source promises."""
    cue = page.cue_token(page.voices[i]) if page.voices[i] is not None else None
    return cue is not None and any(r.cue.act == "promise" for r in CUE_READINGS[page.keys[cue]])


def procedure(page, i, form, predicate, sign, agents):
    """Say whether cooperation or talks are only reported: `بحث الرئيسان التعاون بين البلدين`, `دون التنسيق مع`."""
    if predicate.cls not in TOGETHER or form.pos in VERBAL or predicate.cls == "talks" and sign < 0:
        return False
    if page.demanding(page.voices[i]):
        # `طالب روسيا بالتعاون مع الأمم المتحدة`: it is not the source that cooperates; `دعا إلى التعاون مع روسيا`: it is.
        return _asks_another(page, i)
    reported = form.pos == "noun" and page.voices[i] is None and i not in page.cue_at and len(agents) > 1
    return sign < 0 or reported and (fold(predicate.lemma) not in turns("growing_closer") or _topic(page, i))


def _topic(page, i):
    """`بحثا سبل تعزيز العلاقات بين البلدين`: say whether what the noun at token i names is only what is spoken of."""
    return any(page.words[k] is not None and page.words[k].stem in turns("topic") for k in range(max(page.sentence(i)[0], i - 14), i))


def _asks_another(page, i):
    """Say whether the demand in whose words token i stands is made to somebody: by the pronoun of its verb, or named before i."""
    statement = page.voices[i]
    form = page.cue_reading(statement)[0]
    before = range(max(page.cue_token(statement), page.sentence(i)[0]), i)
    return form is not None and bool(form.pronoun) and form.pos in VERBAL or any(k in page.mention_in and who(page.mention_in[k]) not in page.tellers(i) for k in before)


def _not_own(owned, predicate, agents):
    """`انتقد ترامب الاتفاق الذي وقعته أميركا وروسيا`: who is against what is his own, too, is not so against the others whose it is."""
    return [] if predicate.object < 0 and any(mention.party == agent.party for mention in owned for agent in agents) else owned


def with_pronoun(page, i, form, predicate, agents, objects, certainty):
    """Return (objects, certainty); where no object is named, the one that a pronoun means (`الضغط عليه`, `محاسبتهم`)."""
    certainty = certainty if predicate.cls != "talks" else OFFERED
    objects = objects or _despite_whom(page, i, form, predicate, agents) or _not_own(planned(page, i, form, predicate), predicate, agents) or between(page, i, form, predicate) or feared(page, i, predicate) or _bound_by_adjective(page, i, predicate)
    if not objects and predicate.cls in ("praise", "blame", "support", "oppose") and (earlier := taken_up(page, i, predicate, agents) or taken_up_whole(page, i, form, agents)):
        return earlier, min(certainty, LIKELY)
    if objects:
        return objects, certainty
    if predicate.cls == "defend" and form.pos in VERBAL and _own_affair(page, i):
        return partners(page, i, agents[:1]), certainty
    if predicate.cls == "praise" and form.pos == "noun" and page.demanding(page.voices[i]):
        # `حثت كندا البرتغال على احترام تعهداتها`
        return [], certainty
    if predicate.cls == "blame" and form.pos == "noun" and form.pronoun and form.prefix.endswith("ل"):
        # `الناشط المسجون لإدانته`: by whom is not said.
        return [], certainty
    if form.pos in VERBAL and form.pronoun and (after_bare_noun(page, i, skip_back(page, i)) or page.keys[i - 1] in turns("what")):
        # `وهو ما ترفضه روسيا`: the whole that was said before.
        # `أي مشروع تعارضه إسرائيل`: the pronoun means the noun before.
        return [], certainty
    own, barred = form if form.pos in VERBAL or predicate.noun_takes == "object" else form._replace(pronoun=""), {a.party for a in agents}
    if page.voices[i] is not None and page.voices[i].form == "direct":
        # `قال المدير: "… وأن تبررها"`: in his own quoted words nobody speaks of himself as another.
        barred |= {teller.party for teller in page.tellers(i)}
    found = pronoun_objects(page, i, own, predicate.markers, barred)
    if not found and (predicate.cls in ("blame", "praise") or predicate.cls == "support" and form.pos in VERBAL):
        found = possessed(page, i, predicate, barred)
    return found, min(certainty, LIKELY)


def _despite_whom(page, i, form, predicate, agents):
    """`واصلت تركيا العملية رغم انتقادات فرنسا`: return the mentions of the subject of the clause, in narration, in spite of whose critics it acts, as a list."""
    despite = page.keys[i - 1] in turns("despite") or page.keys[i - 1] == "من" and page.keys[i - 2] in turns("despite")
    if page.voices[i] is not None or form.pos != "noun" or predicate.cls not in ("blame", "oppose") or form.pronoun or not despite:
        return []
    acting = controllers(page, i, together=True) or following_subject(page, i)
    return partners(page, i, [a for a in acting or () if all(a.party != b.party for b in agents)])


def _bound_by_adjective(page, i, predicate):
    """`أبقت روسيا على الاتفاق النووي الإيراني`: return the mention of the adjective of nationality, right behind the agreement and its own adjective, that says with whom it is, as a list."""
    if "مع" not in predicate.markers or not predicate.needed:
        return []
    k = next((k for k in range(i + 1, min(i + 5, page.sentence(i)[1])) if page.words[k] is not None and page.words[k].definite and not predicate.needed.isdisjoint((page.keys[k], page.words[k].stem)) and page.words[k].stem.removeprefix("ال") in turns("bond")), None)
    found = next((page.mention_in[j] for j in (k + 1, k + 2) if j in page.mention_in), None) if k is not None else None
    return [found] if found is not None and found.kind == "demonym" and found.text.startswith("ال") else []


def _own_affair(page, i):
    """`دافع الرئيس عن أدائه`, `عن سياسة حكومته`: say whether what is defended, a noun of conduct or government behind عن, is by its pronoun the defender's own."""
    begin = next((j for j in range(i + 1, min(i + 14, page.sentence(i)[1] - 1)) if page.keys[j] == "عن"), None)
    for j in (begin + 1, begin + 2) if begin is not None and begin + 2 < len(page.words) else ():
        word = page.words[j]
        if word is None or word.particle or word.definite or j in page.mention_in:
            return False
        if is_possessive(word) and any(base in turns("conduct") | turns("matter_of_state") | turns("carrier") for base, _ in without_pronoun(word.stem)):
            return True
    return False


def with_examples(page, i, agents):
    """`يتلقى التمويل من حكومات غربية، بما في ذلك بريطانيا`: return the mentions given as examples of the agents."""
    named = [(j, page.mention_in[j]) for j in range(*page.sentence(i)) if j in page.mention_in] if agents else ()
    found = []
    for agent in agents:
        near = min((j for j, mention in named if mention.actor == agent.actor and mention.party == agent.party), key=lambda j: abs(j - i), default=None)
        if near is not None:
            found += examples_behind(page, page.mention_in[near])
    return found
