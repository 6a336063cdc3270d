"""What a predicate shows: its agent's stance toward its object, and its teller's toward the agent."""

from analysis.actors.lookup import find_demonym
from analysis.attribution.objects import is_possessive
from analysis.cues import CUE_READINGS
from analysis.inflection import pronoun_of, without_pronoun
from analysis.stance.control import attempted, controllers, involved
from analysis.stance.earlier import taken_up
from analysis.stance.finding import DOUBTFUL, LIKELY, SURE, Finding, negator, shown, with_party
from analysis.stance.governed import as_means, backers, charged_with, had_by, last_named, may_mean_source, meant_to, paired_noun, persuades, stepped_in, warned_of, wrong_called
from analysis.stance.holders import examples_behind
from analysis.stance.leagues import is_league
from analysis.stance.lexicon import TRIGGERS, VERBS, VICTIMS, of_class, operators, results, turns, turns_against, weapons
from analysis.stance.nouns import from_whom, noun_roles, participle_roles, passive_roles
from analysis.stance.page import NARRATOR_WHO, NOBODY, Who
from analysis.stance.people import is_group, is_state, meant, particle_at, who, whos
from analysis.stance.pieces import clause_start, group_slots, pieces_after
from analysis.stance.plans import between, denied, feared, guilt_doubted, own_forces, own_merit, own_record, planned, received, sufferer
from analysis.stance.polarity import bearing, demanded, idle, unwilling
from analysis.stance.readings import choose, needed_before, needed_follows
from analysis.stance.roles import VERBAL, cue_roles, objects_of, pronoun_objects, verb_roles
from analysis.stance.subjects import after_bare_noun, by_phrase, carried_subject, happens_therein, pronoun_subject, skip_back, subjects_before
from analysis.stance.told import TOGETHER, accomplices, deed, fended_off, in_wrong, own_strike, turned_on, violence_between, violence_wanted
from analysis.text import fold

READ_ELSEWHERE = ("demand", "describe", "permission", "distance")
"""Classes that rules of their own read."""

TURNING = ("oppose", "blame", "praise", "support", "defend")
"""Classes whose object can be a verbal noun with an object of its own (`رفض إدانة دمشق`)."""

REPAID = ("hostile", "fight", "support", "help", "defend", "rescue")
"""Classes of what is done to a party, for which that party blames or thanks the doer."""

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
    if predicate.cls == "defend" and i + 1 < len(page.keys) and page.keys[i + 1] in turns("branch"):
        # `قوات الدفاع الجوي` is a force.
        return
    if form.pos == "noun" and (page.keys[i - 1] in turns("degree") and not form.definite and page.tokens.forms[i].rstrip("\u064b").endswith("ا") or page.words[i - 1] is not None and page.words[i - 1].stem in turns("listing")) and i - 1 >= page.sentence(i)[0]:
        # `الملف الأكثر تحديا للاتحاد`, `قائمة للإرهاب`
        return
    if form.pronoun == "ي" and page.tokens.forms[i].endswith("ى") or form.pos in VERBAL and not form.prefix and page.keys[i - 1] in turns("to_noun") and i - 1 >= page.sentence(i)[0]:
        # `قتلى` is not my killing; `نقل إلى سجن المدينة`: no verb stands behind a preposition.
        return
    if fold(predicate.lemma) in turns("incriminating") and form.pos in VERBAL and page.words[i - 1] is not None and page.words[i - 1].stem in turns("proof"):
        # `تملك روسيا أدلة تدين المرشح`
        return
    if predicate.lemma == "مسؤول عن" and any(page.keys[k] == "عن" and page.words[k + 1] is not None and page.words[k + 1].stem in turns("in_charge") for k in range(i + 1, min(i + 3, len(page.keys) - 1))):
        # `المنظمة المسؤولة عن توفير التعليم`
        return
    if page.keys[i] in turns("how"):
        # `اعترضت بنجاح طائرة برتغالية`
        return
    if form.pos in VERBAL and page.stopping(i):
        # `بعد وقف المغرب للمحادثات مع إيران`
        return
    if form.pos == "noun" and predicate.cls != "talks" and idle(page, i):
        return
    sign, stopped, doubted = bearing(page, i)
    if predicate.cls == "talks" and form.pos == "noun" and unwilling(page, i):
        sign = -1
    # `وقف العمليات واحترام السيادة`: what is good and joined is not to stop; nor is what it is done for (`سحب السفير تضامنا مع كندا`).
    stopped = stopped and not (predicate.object > 0 and page.words[i].conj) and not (form.pos == "noun" and not form.pronoun and meant_to(page, i, form, predicate))
    if predicate.cls in READ_ELSEWHERE or not sign or predicate.needed and not (needed_follows(page, i, predicate.needed) or needed_before(page, i, form, predicate.needed)):
        return
    if predicate.object and sign > 0 and not stopped and wished(page, i, form):
        yield from attitude(page, i, predicate, predicate.object, page.tellers(i), objects_of(page, pieces_after(page, i), predicate.markers, 0), LIKELY, rule_name(predicate, form, sign, stopped))
        return
    if stopped and predicate.object > 0 and form.pronoun and form.pos == "noun" and page.voices[i] is None and _asked_of(page, i):
        return
    doers, objects, certainty = predicate_roles(page, i, form, predicate)
    if not doers and objects and form.pos == "noun" and (fold(predicate.lemma) in turns("protesting") or predicate.lemma == "احتج" and (form.number == "p" or page.words[i - 1] is not None and page.words[i - 1].stem in turns("protests"))):
        # `خرجت مظاهرات ضد الرئيس`, `احتجاجات على الزيارة`, `مظاهرات احتجاج على الزيارة`
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
    if form.pos == "noun" and predicate.cls in ("harm", "strike") and predicate.lemma not in weapons() and sign > 0 and not stopped and (doers is None or form.number == "s" and not objects and predicate.noun_takes != "agent"):
        # `يجب تدمير الحزب`: whom the bare noun names is to suffer it.
        pieces = pieces_after(page, i)
        yield from violence_wanted(page, i, objects or (pieces[0].mentions[:1] if pieces and not pieces[0].marker else ()))
    if doers is None:
        if predicate.cls in TOGETHER:
            yield from accomplices(page, i, form, predicate, sign, (), objects)
        return
    if form.pos == "noun" and certainty < SURE and predicate.object < 0 and predicate.cls in ("hostile", "fight") and _worried_about(page, i):
        return
    agents, value, sure = refused(page, i, sign, doers, certainty) if stopped else (doers, sign, certainty)
    if form.pos == "noun" and predicate.cls in ("fight", "hostile") and certainty < SURE and any(page.keys[k] in turns("likelihood") for k in range(max(page.sentence(i)[0], i - 4), i)):
        # `بسبب احتمال شن ضربات على سوريا`
        return
    if page.denying(page.voices[i]) and predicate.cls in ("support", "help") and sign > 0 and not stopped and any(doer.party == teller.party for doer in doers for teller in page.tellers(i)):
        # `نفى ظريف تسليح الحوثيين`
        return
    if page.denying(page.voices[i]) and min(predicate.doer, predicate.object) < 0 < sign and not stopped:
        yield from cleared(page, i, form, predicate, doers if predicate.doer < 0 else whos(objects), objects)
        return
    if predicate.object and fitting(page, i, form, predicate, sign, stopped) and not procedure(page, i, form, predicate, value, agents):
        objects, sure = with_pronoun(page, i, form, predicate, agents, objects, sure)
        # `أشاد بالعلاقات العمانية الماليزية`: ties are praised for the other's sake.
        objects = [m for m in objects if m.kind != "demonym" or all(m.party != a.party for a in agents)] if len(objects) > 1 and i in page.cue_at and predicate.cls in ("praise", "blame") else objects
        more = agents + whos(with_examples(page, i, agents)), objects + [m for mention in objects for m in examples_behind(page, mention)]
        yield from attitude(page, i, predicate, predicate.object * value, *more, sure, rule_name(predicate, form, sign, stopped))
        if page.voices[i] is not None and page.cue_class(page.voices[i]) in ("praise", "support") and sure >= LIKELY and _presupposed(page, i, predicate):
            # `رحبت البحرين بتصنيف واشنطن الحزب إرهابيا`: who welcomes the deed shares the attitude.
            yield from attitude(page, i, predicate, predicate.object * value, [t for t in page.tellers(i) if t not in agents and all(t.party != m.party for m in objects)], objects, LIKELY, rule_name(predicate, form, sign, stopped))
        if predicate.cls == "ally" and form.pos == "participle" and value > 0:
            yield from allied(page, i, predicate, agents, objects)
        if agents is not doers and form.pos == "noun" and predicate.cls == "hostile" and sign > 0:
            # `رفضت موسكو العقوبات الأمريكية عليها`: what is refused is done all the same.
            yield from attitude(page, i, predicate, predicate.object, doers, objects, certainty, rule_name(predicate, form, sign, False))
        yield from backing(page, i, form, predicate, value, agents, objects)
        yield from against_whom(page, i, form, predicate, value, agents, objects)
        yield from thanked(page, i, form, predicate, value, agents, objects)
        yield from accomplices(page, i, form, predicate, value, doers, objects)
    if sign > 0 and not stopped:
        yield from violence_between(page, i, form, predicate, doers, [m for m in objects if not embedded(page, i, m)], certainty)
    if sign > 0 and not stopped:
        yield from turned_on(page, i, predicate, doers, objects)
        yield from fended_off(page, i, predicate, doers)
    if predicate.cls == "rescue" and form.pos == "noun" and (form.pronoun or form.prefix.endswith("ب") or page.tokens.forms[i - 1] == ":" or _thanked_for(page, i)):
        # `طلب القس بالإفراج عنه`, `شكرهم على إنقاذه`: whose merit it is, is seldom said beside the noun.
        return
    if predicate.doer and not doubted and (i not in page.cue_at or predicate.needed and (predicate.cls == "breach" or predicate.cls == "fault" and page.voices[i] is not None)):
        if not stopped:
            yield from deed(page, i, predicate, sign, doers, objects, form, certainty)
        elif predicate.doer < 0 and certainty == SURE and (agents is not doers or predicate.cls in ("breach", "crime") or page.voices[i] is not None and predicate.cls == "fault"):
            # `طالبت بوقف قصف النظام`: the deed that is to stop is told.
            yield from deed(page, i, predicate, 1, doers, objects, form, LIKELY)


def wished(page, i, form):
    """`على العالم أن يعاقب البرتغال`, `يجب على أوروبا أن تدعم النرويج`: say whether the verb at token i is what a source says that somebody else, behind على, has to do: the source wants it."""
    if form.pos != "imperfect" or form.pronoun or page.voices[i] is None or page.tokens.forms[i - 1] != "أن":
        return False
    for k in range(i - 2, max(page.sentence(i)[0], i - 7) - 1, -1):
        if page.voices[k] is not page.voices[i] or page.is_verb(k) or page.words[k] is None:
            return False
        if page.keys[k] == "علي":
            before = page.words[k - 1] if k > page.sentence(i)[0] else None
            own = page.mention_in.get(k + 1)
            needed = before is None or before.particle == "complementizer" or operators().get(page.keys[k - 1]) == "necessity" or page.voices[k - 1] is not page.voices[k]
            return needed and (own is None or who(own) not in page.tellers(i))
    return False


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
    if sign < 0 and not stopped and predicate.cls == "blame" and form.pos in VERBAL and page.voices[i] is None and not _in_resolution(page, i):
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
    if not objects and predicate.cls in ("praise", "blame", "support", "oppose") and (earlier := taken_up(page, i, predicate, agents)):
        return earlier, min(certainty, LIKELY)
    if objects:
        return objects, certainty
    if predicate.cls == "defend" and form.pos in VERBAL and _own_affair(page, i):
        return _partners(page, i, agents[:1]), certainty
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
    return _partners(page, i, [a for a in acting or () if all(a.party != b.party for b in agents)])


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
    first, last = page.sentence(i)
    found = []
    for agent in agents:
        near = min((j for j in range(first, last) if j in page.mention_in and who(page.mention_in[j]) == agent), key=lambda j: abs(j - i), default=None)
        if near is not None:
            found += examples_behind(page, page.mention_in[near])
    return found


def possessed(page, i, predicate, barred):
    """`أشاد بجهوده`, `انتقد سياسته`, `شكك في مصداقيتها`: return whom the pronoun of an object that names nobody means, as a list."""
    statement = page.cue_at[i][0] if i in page.cue_at else None
    begin = page.first_token(statement.content[0][0]) if statement is not None and statement.content else i + 1
    piece = next(iter(pieces_after(page, begin - 1, begin) if begin > i else ()), None)
    word = page.words[piece.first] if piece is not None else None
    if word is None or piece.mentions or word.definite or not is_possessive(word) or not (piece.marker or "direct") in predicate.markers:
        return []
    found = meant(page, i, pronoun_of(word.stem), barred)
    return [found] if found is not None else []


def predicate_roles(page, i, form, predicate):
    """Return (agents or None, objects, certainty)."""
    if i in page.cue_at:
        agents, objects = cue_roles(page, i, form, predicate)
        objects = warned_of(page, i, predicate) or objects
        if predicate.lemma in turns("mutual") and any(piece.marker == "ب" and not piece.mentions for piece in pieces_after(page, i)):
            # `يتبادلان اتهامات بالتحالف مع النظام`: it is what they are accused of.
            objects = []
        nobody = all(a.party in NOBODY for a in agents)
        if nobody and _in_resolution(page, i, turns("against")):
            # `استخدمت روسيا الفيتو ضد مشروع قرار يدين النظام`: not she who blames him.
            return None, [], LIKELY
        behind = controllers(page, i, together=True) if nobody and _in_resolution(page, i) else None
        if behind:
            return behind, objects, LIKELY
        if nobody and form.pos in VERBAL:
            # The source has no name that the attribution could read: `أدان كل من روسيا وفرنسا إيران`.
            return _verb(page, i, form, predicate)
        if not objects and form.pos == "noun" and predicate.noun_takes == "object" and i + 1 in page.mention_at and who(page.mention_at[i + 1][0]) in agents:
            # `يجب إدانة حزب الله`: the name behind this noun is whom it is done to.
            return controllers(page, i), [page.mention_at[i + 1][0]], LIKELY
        if not objects and form.pos in VERBAL and _together(page, i, form, predicate, agents):
            # `اتفقت روسيا وتركيا على تعزيز التعاون`
            objects = _partners(page, i, agents)
        if not objects and form.pos == "noun" and predicate.object and predicate.cls in TURNING:
            # `واجهت البرتغال اتهامات من قبل كندا`
            got = received(page, i, pieces_after(page, i), predicate.cls in ("blame", "oppose"))
            objects = [m for m in got[1] if who(m) not in agents] if got is not None else []
        return agents, objects, SURE
    if form.pos in VERBAL:
        return _verb(page, i, form, predicate)
    if form.pos == "participle":
        return (*participle_roles(page, i, form, predicate), SURE)
    if form.pos == "passive participle":
        return (*passive_roles(page, i, form), SURE)
    if predicate.lemma in turns("confronting") and page.keys[i - 1] == "في" and i + 1 in page.mention_at:
        # `في مواجهة روسيا الداعم الأول للنظام`: who is faced.
        faced = [page.mention_at[i + 1][0]]
        if any(page.first_token(m.start) > page.last_token(faced[0].end) for m in noun_roles(page, i, form, predicate)[1]):
            return controllers(page, i, together=True) or last_named(page, i, {faced[0].party}), faced, LIKELY
    blamed = page.mention_in.get(i - 2) if form.pos == "noun" and page.words[i - 1] is not None and page.words[i - 1].stem in turns("answerable_for") else None
    if blamed is not None and blamed.kind != "demonym":
        # `تحميل إيران مسؤولية إرسال الصواريخ إلى الحوثيين`
        return [who(blamed)], noun_roles(page, i, form, predicate)[1], LIKELY
    if (persuader := persuades(page, i, form)) is not None:
        return persuader, noun_roles(page, i, form, predicate)[1] or [m for p in pieces_after(page, i)[:1] for m in p.mentions[:1]], LIKELY
    agents, objects = noun_roles(page, i, form, predicate)
    if predicate.cls in ("strike", "harm") and not objects:
        objects = sufferer(page, i, form)
    league = page.mention_in.get(i - 1) if predicate.cls == "fight" and form.prefix == "ل" else None
    if league is not None and objects and is_league(page, league):
        # `التحالف الدولي لقتال داعش`
        return [who(league), *(page.tellers(i) if page.voices[i] is not None else ())], objects, SURE
    if agents and charged_with(page, i, form, agents):
        return None, objects, LIKELY
    if agents:
        return agents, objects, SURE
    if form.pronoun and predicate.doer < 0 and predicate.object and objects and page.voices[i] is not None and page.opens_words(i):
        # `جددت كندا | تهديداتها للبرتغال`: her own.
        return page.tellers(i), objects, LIKELY
    if form.pronoun and predicate.doer < 0 and (predicate.noun_takes == "agent" or form.number == "p"):
        # `انتهاكاته`: the pronoun is the doer.
        doer = meant(page, i, form.pronoun, {t.party for t in page.tellers(i)})
        return [who(doer)] if doer else None, objects, LIKELY
    if form.pronoun in ("هم", "هما") and predicate.noun_takes == "agent":
        # `بعد رفضهم استمرار واشنطن`: several people, not the one who tells it.
        doers = meant(page, i, form.pronoun, ())
        if doers and who(doers) in page.tellers(i):
            # `أبدى زعماء كندا والنرويج دعمهم`: all who say it.
            return page.tellers(i), objects, LIKELY
        several = controllers(page, i) if not doers else None
        # `أدان ماكرون وميركل الهجوم وقدموا دعمهم`: the subjects of the verb that governs it.
        return [who(doers)] if doers else several if several and len(several) > 1 else None, objects, LIKELY
    holder = had_by(page, i, form, predicate)
    if holder:
        return holder, objects, SURE
    called = wrong_called(page, i, form, predicate)
    if called:
        return called, objects, SURE
    part = involved(page, i)
    if part:
        # `أنباء عن تورط البرتغال في قصف`: the narrator does not say that it did.
        return part if page.voices[i] is not None or predicate.cls == "fight" else None, objects, LIKELY
    attempt = attempted(page, i)
    if attempt:
        # In narration a wrong that is only planned is no stance of the narrator's, nor anybody else's deed.
        return attempt if page.voices[i] is not None or predicate.object else None, objects, LIKELY
    stepped = stepped_in(page, i) if predicate.cls == "support" and objects and meant_to(page, i, form, predicate) else []
    if stepped:
        return stepped, objects, LIKELY
    together = predicate.cls in TOGETHER and (form.prefix.endswith("ب") or predicate.lemma in turns("in_common")) or predicate.cls == "relief" or meant_to(page, i, form, predicate)
    paired = paired_noun(page, i)
    if paired is not None:
        return paired, objects, LIKELY
    governing = controllers(page, i, not predicate.object, form, together, predicate.doer > 0) or (controllers(page, i, together=True) if as_means(page, i) else None)
    if not governing and predicate.cls == "fight" and objects and page.voices[i] is not None and not form.pronoun and all(is_group(page, m) for m in objects):
        # `قال إن دور بلاده يتركز على قتال التنظيم`: who speaks of the fight against an armed group is against it.
        return page.tellers(i), objects, LIKELY
    if not governing and objects and page.voices[i] is None and not form.pronoun and (predicate.cls == "fight" or predicate.lemma in turns("confronting")) and (form.prefix.endswith("ل") or page.keys[i - 1] == "في"):
        named = last_named(page, i, {m.party for m in objects})
        return (named or []) + [b for b in backers(page, i) if b not in (named or [])] or None, objects, LIKELY
    if form.pronoun and objects and predicate.object and predicate.noun_takes == "agent" and not (governing and may_mean_source(page, i, form)):
        doer = meant(page, i, form.pronoun, ())
        if doer is not None and any(mention.actor == doer.actor for mention in objects):
            # `ابن أحد مساعدي سالم انتقد لدفاعه عن سالم`: another defends him.
            doer = None
        return [who(doer)] if doer else governing, objects, LIKELY
    return governing, objects, LIKELY


def _verb(page, i, form, predicate):
    if i > page.sentence(i)[0] and page.keys[i - 1] in turns("whoever") and particle_at(page, i - 2) != "pronoun" and page.keys[i - 2] not in turns("first_of"):
        # `كشف من اختطف الصحفي`: nobody is named who did it.
        return None, [], LIKELY
    agents, objects = verb_roles(page, i, form, predicate.markers)
    if predicate.lemma in results() and agents and page.words[i].conj and agents == carried_subject(page, i, form):
        # `الهجوم الذي وقع فجرا وأسفر عن مقتل خمسة`: what came before has this result, no party.
        return None, objects, LIKELY
    if not objects and predicate.object and needed_before(page, i, form, predicate.needed):
        # `الضربات التي وجهتها واشنطن إلى دمشق`: the pronoun takes up what is dealt, not to whom.
        objects = objects_of(page, pieces_after(page, i), predicate.markers, 1)
    if not objects and _together(page, i, form, predicate, agents):
        objects = _partners(page, i, agents)
    if predicate.cls == "harm" and "direct" in predicate.markers and not objects and not has_object(page, i, form):
        # `ستة مدنيين قتلوا بيد القوات الكندية`
        agents = by_phrase(page, pieces_after(page, i), True)
    if agents is None and predicate.object and _in_resolution(page, i):
        return controllers(page, i, together=True), objects, LIKELY
    return agents, objects, SURE


def _together(page, i, form, predicate, agents):
    """`تتعاون روسيا وإيران`: say whether several agents do it each with the other; not `نسقت روسيا وإيران هدنة`."""
    return (predicate.cls in TOGETHER or predicate.lemma in turns("mutual")) and agents and len(agents) > 1 and form.person == 3 and (predicate.needed or not _more_follows(page, i))


def _more_follows(page, i):
    """Say whether an object stands behind the names after the verb at token i, in their phrase as it reads."""
    bare = [p for p in pieces_after(page, i) if not p.marker]
    return bool(bare) and (not bare[-1].mentions or page.last_token(bare[-1].mentions[-1].end) < bare[-1].end - 1)


def _partners(page, i, agents):
    """Return the nearest mention of each agent of the verb at token i in its sentence."""
    first, last = page.sentence(i)
    near = sorted((j for j in range(first, last) if j in page.mention_in), key=lambda j: abs(j - i))
    nearest = {who(page.mention_in[j]): page.mention_in[j] for j in reversed(near)}
    return [nearest[agent] for agent in agents if agent in nearest]


def _in_resolution(page, i, behind=None):
    """`قرار يدين النظام`: say whether a text that speaks stands within three words before; with `behind`, right behind one of these words."""
    near = (k for k in range(max(page.sentence(i)[0], i - 3), i) if page.words[k] is not None and page.words[k].stem in turns("resolution"))
    return any(behind is None or page.keys[k - 1] in behind or page.keys[k - 2] in behind for k in near)


def has_object(page, i, form):
    """A harm verb with one bare phrase after it is a passive (`قتل خمسة جنود`), unless its subject stands before it."""
    bare = group_slots(pieces_after(page, i))
    if len(bare) > 1 or form.pronoun:
        return True
    if particle_at(page, i - 1) == "relative" and happens_therein(page, i):
        # `الهجوم الذي قتل فيه جنود`
        return False
    # `أعلن الجيش أنه قصف مواقع`
    return bool(bare) and (bool(subjects_before(page, i)) or particle_at(page, i - 1) == "relative" or pronoun_subject(page, i - 1))


def attitude(page, i, predicate, sign, agents, objects, certainty, name):
    """Yield the agents' stance toward the objects."""
    for agent in agents:
        if not counts(page, i, predicate, agent, certainty, name):
            yield from repaid(page, i, predicate, sign, agent, objects, certainty)
            continue
        for mention in objects:
            if predicate.cls == "ally" and page.voices[i] is not None and all(mention.party == teller.party != agent.party for teller in page.tellers(i)) and name.endswith("participle"):
                # `إسرائيل حليفنا`: who says so is the other's ally, whatever the other thinks.
                continue
            if not (agent.party == mention.party and not self_counts(page, i, predicate, agent, sign) or (sign < 0 or predicate.cls in ("help", "rescue")) and (mention.party == "civilians" or mention.kind == "demonym" and predicate.cls not in TURNING and VICTIMS[page.keys[page.first_token(mention.start) - 1]])
                    or predicate.cls in TURNING and not predicate.needed and embedded(page, i, mention)
                    or predicate.lemma in turns("passing_over") and _behind_deed(page, i, mention)
                    or mention.kind == "demonym" and fold(predicate.lemma) in turns("convicting")
                    or fold(predicate.lemma) in turns("letting_go") and not name.endswith("refused")):
                nation = _nation(page, predicate, mention)
                yield shown(page, agent, nation or who(mention), sign, predicate.kind, i, mention, name, min(certainty, LIKELY) if nation else certainty)


def _nation(page, predicate, mention):
    """`عقوبات على شركات برتغالية`: return the Who of the state whose companies or people are punished, or None."""
    if mention.party != "unaffiliated" or fold(predicate.lemma) not in turns("sanctioning") or not page.reading.registry:
        return None
    last = page.words[page.last_token(mention.end)]
    demonym = find_demonym(page.reading.registry, last.stem) if last is not None and page.last_token(mention.end) > page.first_token(mention.start) else None
    state = page.reading.registry.actor(demonym.actor) if demonym is not None and is_state(page, demonym.actor) else None
    return Who(state.id, state.party) if state is not None else None


def allied(page, i, predicate, agents, objects):
    """`إسرائيل حليفة بلاده`: who calls a party an ally of his own is one."""
    for mention in objects:
        for agent in agents:
            ally = next((page.mention_in[j] for j in range(i - 1, page.sentence(i)[0] - 1, -1) if j in page.mention_in and who(page.mention_in[j]) == agent), None)
            if ally is not None and agent.party != mention.party and any(mention.party == teller.party for teller in page.tellers(i)):
                yield shown(page, who(mention), agent, 1, predicate.kind, i, ally, "ally participle", SURE)


def thanked(page, i, form, predicate, sign, agents, objects):
    """`قالت كندا إن قواتها تقدمت بدعم من النرويج`: who tells of help to his own side thanks the helper for it: his side, and no other, is named before it in the clause."""
    if predicate.cls not in ("support", "help", "ally") or form.pos != "noun" or not form.prefix.endswith("ب") or sign < 0 or page.voices[i] is None or page.demanding(page.voices[i]) or in_wrong(page, i):
        return
    helpers = whos(objects) if predicate.cls == "ally" else agents if not objects else ()
    named = {page.mention_in[j].party for j in range(clause_start(page, i), i) if j in page.mention_in}
    for teller in page.tellers(i):
        for helper in helpers:
            if helper.party not in (teller.party, "civilians", *NOBODY) and teller.party in named <= {teller.party, helper.party}:
                yield Finding(teller, helper, 1, "deed", *with_party(page, i, helper.party), "support deed", LIKELY)


def foes(page, i):
    """Return the mentions that open the phrase behind ضد, or behind في مواجهة, after token i."""
    for piece in pieces_after(page, i):
        head = piece.first + (page.keys[piece.first] in turns("in_face_of"))
        if (piece.marker == "ضد" or head > piece.first and piece.marker == "في") and piece.mentions and page.first_token(piece.mentions[0].start) == head:
            return list(piece.mentions[:1])
    return []


def against_whom(page, i, form, predicate, sign, agents, objects):
    """`تقاتل إيران إلى جانب دمشق ضد المعارضة`, `تدعم كندا النرويج ضد القراصنة`: who fights beside somebody, or backs him in it, is against whom they fight."""
    if not (fold(predicate.lemma) in turns("side_by_side") or predicate.cls in ("support", "help") and form.pos in (*VERBAL, "noun")) or sign < 0:
        return
    for agent in agents if objects else ():
        for mention in foes(page, i):
            if counts(page, i, predicate, agent, SURE, "fight verb") and mention.party not in (agent.party, "civilians"):
                yield shown(page, agent, who(mention), -1, predicate.kind, i, mention, "fight verb", SURE)


def repaid(page, i, predicate, sign, agent, objects, certainty):
    """`قال لافروف إن بريطانيا تعادي روسيا`: who tells what another does to his own side blames or thanks him for it."""
    if predicate.cls not in REPAID or not page.is_verb(i) or page.voices[i] is None or demanded(page, i, ("necessity", "readiness")):
        return
    pronoun = TRIGGERS[page.keys[i]].forms[0][0].pronoun
    if certainty < SURE and not (pronoun and particle_at(page, i - 1) != "relative"):
        # `قالت موسكو إن لندن تعاديها`, not `إيران التي تدعمه`
        return
    # `قال إن أميركا تعادينا`
    us = pronoun in turns("first_person")
    for teller in page.tellers(i):
        if agent.party not in (teller.party, "civilians", *NOBODY) and (us or any(mention.party == teller.party or _people_of(page, mention, teller) for mention in objects)):
            yield Finding(teller, agent, sign, "deed", *with_party(page, i, agent.party), f"{predicate.cls} deed", LIKELY)


def _people_of(page, mention, teller):
    """`واشنطن تعادي الشعب الإيراني` in an Iranian's words: say whether a mention names the people of the teller's state."""
    state = page.reading.registry.states.get(teller.party) if page.reading.registry else None
    return state is not None and mention.actor == f"{state.removesuffix('_government')}_people"


def counts(page, i, predicate, agent, certainty, name):
    """Say whether an agent's attitude is a stance here: in narration, in its own words, or where it is itself reported speech."""
    tellers = page.tellers(i)
    if agent is NARRATOR_WHO:
        return False
    if i in page.cue_at:
        return True
    if agent.party == "media" and certainty < SURE:
        # `كانت الصواريخ تحمل عبارة الموت لأمريكا، وفقا لوكالة الأنباء`: an attitude that the outlet only passes on.
        return False
    return tellers[0] is NARRATOR_WHO or any(agent.party == teller.party for teller in tellers) or _taken_for_granted(page, i, predicate, agent, certainty, name)


def _taken_for_granted(page, i, predicate, agent, certainty, name):
    """Say whether a source's words do not claim another's attitude but take it as known."""
    if certainty == SURE and name.endswith("participle") and _by_attribute(page, i):
        return True
    if agent.party == "civilians" or predicate.cls in TOGETHER and _only_wanted(page, i):
        return False
    return certainty >= LIKELY and _presupposed(page, i, predicate) or certainty == SURE and name.endswith("noun") and _stands_as_fact(page, i, predicate, agent)


def _only_wanted(page, i):
    """`أعربت كندا عن دعمها للتعاون بين روما وباريس`: say whether the words that hold token i open with a noun of support: what is wanted is not there yet."""
    first = page.first_token(page.voices[i].content[0][0])
    first += particle_at(page, first) == "preposition"
    opening = TRIGGERS[page.keys[first]] if first < i else None
    return of_class(opening, "support", pos=("noun",))


def _stands_as_fact(page, i, predicate, agent):
    """`قال المحلل إن العقوبات التي تفرضها واشنطن على طهران مؤثرة`, `إن دعم إيران للحوثيين يطيل الحرب`: say whether a definite noun takes for granted whose attitude it is, whoever speaks."""
    own = {teller.party for teller in page.tellers(i)}
    if predicate.cls in TOGETHER and any(k in page.mention_in and page.mention_in[k].party in own for k in range(i + 1, min(i + 7, page.sentence(i)[1]))):
        # `قالت برلين إن التعاون بين برلين وباريس مهم` is hers.
        return False
    if page.words[i].definite:
        return True
    found = page.mention_at.get(i + 1)
    if page.words[i].prep or found is None or who(found[0]) != agent:
        return False
    # `تسليح إيران للحوثيين`, not `تسليم تركيا منظومة`
    return predicate.noun_takes != "object" or found[1] < len(page.words) and page.words[found[1]] is not None and page.words[found[1]].prep == "ل"


def _by_attribute(page, i):
    """`شبكة "أنصار الدولة" المؤيدة لداعش`, `الحزب المدعوم من كندا`: say whether a definite participle at token i only tells which party is meant, whoever speaks; not `الميليشيات المدعومة من كندا`, which charges."""
    kinds = {form.pos for form, _ in TRIGGERS[page.keys[i]].forms} if page.words[i].definite else ()
    return "participle" in kinds or "passive participle" in kinds and not _of_militia(page, i)


def _of_militia(page, i):
    """Say whether the name, or its noun, before the participle at token i is that of a militia."""
    before = range(max(page.sentence(i)[0], i - 4), i)
    return any(page.words[k] is not None and page.words[k].stem.removeprefix("ال") in turns("militia") for k in before)


def _presupposed(page, i, predicate):
    """`أيدت السعودية انسحاب ترامب من الاتفاق مع إيران`: say whether token i stands in what a source welcomes or rejects as done: its words tell of it, they do not claim it."""
    statement = page.voices[i]
    first = page.first_token(statement.content[0][0])
    if _is_reason(page, i, predicate, statement):
        return True
    # `أعرب عن رفضه لعقوبات واشنطن على موسكو`
    first += particle_at(page, first) == "preposition"
    opening = TRIGGERS[page.keys[first]] if first < i else None
    judging = opening is not None and any(form.pos == "noun" and predicate.cls in TURNING and not predicate.needed for form, predicate in opening.forms)
    if not judging and (page.cue_class(statement) not in TURNING or any(r.cue.act == "accuse" for r in CUE_READINGS[page.keys[page.cue_token(statement)]])):
        return False
    return not any(particle_at(page, k) in ("complementizer", "relative", "subordinator") or page.is_verb(k) for k in range(first, i))


def _is_reason(page, i, predicate, statement):
    """`حذر روسيا لدعمها دمشق`, `بسبب دعمها دمشق`: say whether a verbal noun with its pronoun is the reason for what is said: whoever says so takes it as known."""
    word = page.words[i]
    if word is None or not is_possessive(word):
        return False
    return page.keys[i - 1] in turns("reason") or word.prep == "ل" and not page.demanding(statement) and predicate.cls != "help"


def self_counts(page, i, predicate, agent, sign):
    """Say whether an attitude toward one's own side is a stance: self-praise in one's own words, or a defence of it."""
    if predicate.cls == "defend":
        return True
    return sign > 0 and predicate.cls not in (*TOGETHER, "hostile", "fight", "rescue") and (agent in page.tellers(i) or i in page.cue_at)


def embedded(page, i, mention):
    """`رفضت موسكو إدانة دمشق`: the party is the object of a verbal noun that stands between; that noun tells the stance."""
    for k in range(i + 1, min(page.first_token(mention.start), i + 6)):
        if page.words[k] is not None and page.words[k].stem in turns("handing_over") and k not in page.mention_in:
            # `رفضت المحكمة تسليم سالم إلى كندا`
            return True
        trigger = TRIGGERS[page.keys[k]] if page.words[k] is not None and k not in page.mention_in else None
        for form, predicate in (choose(page, k, trigger.forms),) if trigger and trigger.forms else ():
            if form.pos == "noun" and (predicate.object or predicate.cls in ("strike", "harm", "crime")) and predicate.cls != "denial" and predicate.lemma not in weapons() and (not predicate.needed or predicate.cls == "crime" and needed_follows(page, k, predicate.needed)) and mention in noun_roles(page, k, form, predicate)[1]:
                return True
    return False


def _behind_deed(page, i, mention):
    """`تجاهل تدخل إيران`: say whether a deed stands between the predicate at token i and a name."""
    between = range(i + 1, page.first_token(mention.start))
    return any(form.pos == "noun" for k in between if k not in page.mention_in and TRIGGERS[page.keys[k]] for form, _ in TRIGGERS[page.keys[k]].forms)


def right_before(page, i):
    """`تقدم الجيش اليمني، بإسناد من التحالف`, `تقدم للجيش اليمني بإسناد من التحالف`: return who is named right before a phrase of support, as a list; not `قرى من داعش بمساعدة كندا`."""
    near = page.mention_in.get(i - 1 - (page.tokens.forms[i - 1] in "،,"))
    first = page.first_token(near.start) if near is not None and near.kind != "demonym" else 0
    head = page.words[first - 1] if first else None
    owner = head is not None and not page.preposition(first) and head.stem in turns("site") | turns("territory") | turns("held_by")
    # `استعادة جيوب المعارضة، بمساعدة إيران`: whose thing it is, is not who is backed.
    return [who(near)] if first and not owner and page.preposition(first) in ("", "ل") and page.keys[first - 1] not in turns("whereabouts") | turns("taken_from") else []


def opening_subject(page, i):
    """The party right behind the verb that opens the sentence, where its phrase ends before token i: `سيطرت القوات السورية بدعم روسي على المدينة`; else []."""
    first = page.sentence(i)[0]
    if first + 1 >= i or page.words[first] is None or page.words[first].particle or first in page.mention_in or page.voices[first] is not page.voices[i]:
        return []
    found = page.mention_at.get(first + 1)
    return [who(found[0])] if found is not None and found[0].kind != "demonym" and found[1] <= i and found[0].party not in NOBODY else []


def following_subject(page, i):
    """`بدعم من الطيران الروسي، استعادت قوات النظام القرية`: return the Whos of the subject of the verb behind a phrase that opens the sentence; else []."""
    first, last = page.sentence(i)
    if any(page.is_verb(j) or page.words[j] is None and page.tokens.forms[j] in "،,:" for j in range(first, i)):
        return []
    verb = next((j for j in range(i + 1, min(i + 9, last)) if page.is_verb(j)), None)
    form = VERBS[page.keys[verb]] if verb is not None and page.voices[verb] is page.voices[i] and not page.words[verb].conj else None
    return verb_roles(page, verb, form, ())[0] or [] if form is not None else []


def backing(page, i, form, predicate, sign, agents, objects):
    """`تشن قوات النظام هجوما بدعم روسي`: the subject of the clause is who is backed."""
    if predicate.cls not in ("support", "help") or form.pos != "noun" or not (form.prefix.endswith("ب") or page.keys[i - 1] in turns("thanks_to")) or objects or sign < 0:
        return
    if any(turns_against(TRIGGERS[page.keys[k]]) and any(p.cls == "blame" for _, p in TRIGGERS[page.keys[k]].forms) for k in range(max(page.sentence(i)[0], i - 4), i)):
        # `بعد اتهامها بدعم مجموعات كردية`
        return
    if any(page.words[k] is not None and page.words[k].stem.removeprefix("ال") in turns("negotiation") for k in range(max(page.sentence(i)[0], i - 6), i)):
        # `اتفاق الهدنة الموقع في محادثات أستانا برعاية روسيا`: talks are held under it.
        return
    followed = from_whom(page, i) is not None or i + 1 in page.mention_in
    backed = right_before(page, i) if followed else []
    for agent in agents:
        # `بعد وصول الجيش العراقي بإسناد من إيران`: who is named right before is backed.
        for target in backed or controllers(page, i, together=True) or opening_subject(page, i) or following_subject(page, i) or (last_named(page, i, {agent.party}) or () if page.keys[i + 1:i + 2] == ["من"] else ()):
            if target.party != agent.party and (page.voices[i] is None or agent in page.tellers(i)):
                yield Finding(agent, target, 1, predicate.kind, i, i + 1, "support phrase", LIKELY)
