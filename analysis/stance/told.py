"""What a told deed shows: its teller's stance toward the doer, toward who helps him, and toward whom his own side hits."""

from analysis.cues import CUE_READINGS
from analysis.inflection import without_pronoun
from analysis.stance.control import managed
from analysis.stance.finding import DOUBTFUL, LIKELY, SURE, Finding, harmed, shown, with_party
from analysis.stance.lexicon import TRIGGERS, VERBS, VICTIMS, of_class, operators, results, turns, weapons
from analysis.stance.page import NARRATOR_WHO, NOBODY
from analysis.stance.people import is_group, is_state, is_victim, particle_at, who
from analysis.stance.pieces import group_slots, pieces_after
from analysis.stance.plans import declares
from analysis.stance.polarity import demanded, due
from analysis.stance.readings import is_wrong
from analysis.stance.roles import VERBAL
from analysis.text import fold
from analysis.wordlists import quantities

NOT_AT_WAR = ("media", "un", "civilians", "anonymous", "sohr")
"""Parties that only tell of strikes."""

TOGETHER = ("ally", "talks")
"""Classes of what two parties do together: cooperation and talks."""


def accomplices(page, i, form, predicate, sign, doers, objects):
    """`اتهم الحوثيين بتهريب السلاح بالتعاون مع حزب الله`, `أطلقوا الصاروخ بدعم إيراني`: who helps in the wrong is blamed with the doer."""
    if form.pos != "noun" or not form.prefix.endswith("ب") or sign < 0 or not in_wrong(page, i):
        return
    named = i + 1 < len(page.keys) and (page.keys[i + 1] in turns("source") or i + 1 in page.mention_in and page.mention_in[i + 1].kind == "demonym")
    for target in [who(m) for m in objects] if predicate.cls in TOGETHER else doers if predicate.cls in ("support", "help") and named else ():
        for teller in page.tellers(i):
            if teller is not NARRATOR_WHO and target.party not in (teller.party, "civilians"):
                yield Finding(teller, target, -1, "deed", *with_party(page, i, target.party), "accomplice deed", LIKELY)


def in_wrong(page, i):
    """Say whether token i stands in what a source blames somebody for, or after a wrong told in the same clause."""
    here = page.voices[i]
    if here is None:
        return False
    if page.cue_class(here) == "blame":
        return True
    for k in range(i - 1, max(page.sentence(i)[0], i - 10) - 1, -1):
        if page.voices[k] is not here or page.words[k] is None and page.tokens.forms[k] in "؛.؟!":
            return False
        trigger = TRIGGERS[page.keys[k]] if page.is_verb(k) else None
        if is_wrong(page, k, trigger):
            return True
    return False


def deed(page, i, predicate, sign, agents, objects, form, certainty):
    """Yield the tellers' stance toward the doers of a good or harmful deed."""
    if sign > 0 and (predicate.cls == "strike" or predicate.lemma in turns("hitting")):
        yield from own_violence(page, i, agents, objects or belonging(page, i))
    if not told(page, i, predicate, sign, agents, objects, form, certainty):
        return
    value = predicate.doer * sign
    if unproven(page, i):
        # `أكدت البرتغال أنه لا دليل على تورطها`: in its own words it is cleared.
        yield from (Finding(teller, agent, 1, "evaluation", *with_party(page, i, agent.party), "accusation dismissed", LIKELY) for teller in page.tellers(i) for agent in agents if value < 0 and agent.party == teller.party not in (*NOT_AT_WAR, *NOBODY))
        return
    if value > 0 and (predicate.cls == "ally" and form.pos == "participle" and len(agents) > 1 or page.voices[i] is not None and (_is_feared(page, i) or _is_hoped(page, i)) or any(page.keys[k] in turns("as_long_as") for k in range(max(page.sentence(i)[0], i - 2), i))):
        # `خشيت كندا من أن يؤدي نجاح البرتغال إلى الحرب`, `تأمل أن تلتزم البرتغال`, `ستبقى في الاتفاق طالما التزمت إيران به`; `روسيا وإيران، حليفتا دمشق`, are called so, not praised.
        return
    for teller in _announcers(page, i) or page.tellers(i):
        if value < 0 and approved(page, i):
            # `أيدت كندا الضربات التي نفذتها النرويج`
            continue
        if value < 0 and any(agent.party == teller.party for agent in agents):
            # `الغارات الروسية والسورية` in a Syrian's words: he blames nobody for what his own side does too.
            continue
        if value < 0 < predicate.object and any(mention.party == teller.party for mention in objects):
            # `زودت كندا النرويج بالأسلحة` in a Norwegian's words
            continue
        if predicate.doer < 0 and (form.pos == "noun" and not _as_reason(page, i) or teller is NARRATOR_WHO or teller.party == "media") and alleged(page, i):
            continue
        if teller is NARRATOR_WHO and predicate.doer < 0 and form.pos == "noun" and form.prefix.endswith("ل") and certainty < SURE:
            # `تعتزم واشنطن استخدام الفيتو لعرقلة القرار`: what a deed is for is not told as done.
            continue
        for agent in agents:
            if value > 0 and predicate.cls in ("duty", "effort") and agent in page.tellers(i) and (agent != teller or form.pronoun == "هما"):
                # `أعلنت كندا والنرويج أنهما ملتزمتان`: each speaks for itself; `أكدا حرصهما على التعاون`: each of the other.
                continue
            joint = value > 0 and predicate.cls == "effort" and len(agents) > 1 and form.pos in VERBAL and certainty == SURE and is_state(page, agent.party) and any(each.party == teller.party for each in agents)
            # `قال الجعفري إن القوات السورية والروسية فتحت معابر`: his own side shares the merit.
            if (deserves(predicate, value, agent, teller) or joint) and not (predicate.cls in TOGETHER and agent.party == teller.party and _between(page, i)):
                sure = certainty if teller is not NARRATOR_WHO else narrated(page, i, form, predicate, agents)
                yield Finding(teller, agent, value, "deed", *with_party(page, i, agent.party), f"{predicate.cls} deed", sure)


def _announcers(page, i):
    """`أعلنت الوزارة مقتل شابين، إثر | إطلاق جنود النار عليهما`: return the sources of a death whose words end at the comma before the cause that the noun at token i tells: they tell that too; else []."""
    k = i - 1
    if page.voices[i] is not None or k - 2 < page.sentence(i)[0] or page.keys[k] not in turns("cause_of_death") or page.words[k - 1] is not None or page.tokens.forms[k - 1] not in "،,":
        return []
    statement = page.voices[k - 2]
    first = page.first_token(statement.content[0][0]) if statement is not None and statement.content else None
    dead = first is not None and any(page.words[n] is not None and page.words[n].stem in turns("death") for n in (first, first + 1))
    return page.tellers(k - 2) if dead else []


def _is_hoped(page, i):
    """`تأمل كندا أن تلتزم البرتغال بالقواعد`: say whether the verb at token i, right behind أن, is what its teller hopes for: it is not done."""
    cue = page.cue_token(page.voices[i])
    return cue is not None and page.keys[i - 1] == "ان" and page.is_verb(i) and any(r.cue.act == "hope" for r in CUE_READINGS[page.keys[cue]])


def _is_feared(page, i):
    """Say whether token i stands in the words of somebody who fears something."""
    cue = page.cue_token(page.voices[i])
    return cue is not None and any(r.cue.act == "fear" for r in CUE_READINGS[page.keys[cue]])


def approved(page, i):
    """Say whether token i names, or is the verb of, the violence that a source supports: by its cue, or by the noun that opens its words (`عبر عن تأييده للضربات التي نفذتها روما`)."""
    statement = page.voices[i]
    if statement is None or not statement.content:
        return False
    first = page.first_token(statement.content[0][0])
    first += particle_at(page, first) == "preposition"
    opening = TRIGGERS[page.keys[first]] if first < i else None
    backed = page.cue_class(statement) == "support" or opening is not None and any(form.pos == "noun" and p.cls == "support" and not p.needed for form, p in opening.forms)
    return backed and any(page.words[k] is not None and page.words[k].definite and of_class(TRIGGERS[page.keys[k]], "strike", pos=("noun",)) for k in range(max(first, i - 4), i + 1))


def unproven(page, i):
    """`لا دليل على أن البرتغال خالفت الاتفاق`, `لا يحمل أدلة على تورط البرتغال`: say whether the clause, or the noun, of a deed is what nothing proves."""
    opening = next((j for j in range(i - 1, max(page.sentence(i)[0], i - 8), -1) if page.words[j] is not None and page.words[j].particle == "complementizer"), None)
    near = [*range(max(page.sentence(i)[0], i - 3), i)] if page.keys[i - 1] == "علي" else []
    near += range(max(page.sentence(i)[0], opening - 4), opening) if opening is not None else ()
    proof = next((k for k in near if page.words[k] is not None and page.words[k].stem.removeprefix("ال") in turns("proof")), None)
    return proof is not None and any(operators().get(page.keys[k]) == "negation" for k in range(max(page.sentence(i)[0], proof - 4), proof))


def _between(page, i):
    """`التعاون العسكري بين إيران وروسيا`: say whether the ties are only said to be between parties; one's own side is not praised so."""
    return any(page.keys[j] == "بين" for j in range(i + 1, min(i + 6, page.sentence(i)[1])))


def _as_reason(page, i):
    """`ستعاقب روما بسبب استخدامها المفترض للسلاح`: say whether the noun at token i is the reason that a source acts on: the doubt is not its own."""
    return page.keys[i - 1] in turns("reason_of") or page.keys[i - 1] == "علي" and page.keys[i - 2] in turns("reason_of")


def alleged(page, i):
    """`غارة مشتبه بها من قبل الجيش`: say whether a word right behind the deed leaves open whether it was done."""
    return any(page.words[j] is not None and page.words[j].stem.removeprefix("ال") in turns("alleged") for j in range(i + 1, min(i + 4, page.sentence(i)[1])))


def own_violence(page, i, agents, objects):
    """`بلاده ستدمر مواقع داعش`: who speaks of his own side's violence is hostile to whom it hits."""
    for teller in page.tellers(i):
        if teller is not NARRATOR_WHO and any(agent.party == teller.party for agent in agents):
            for mention in objects:
                if mention.party != teller.party and not is_victim(page, mention):
                    yield shown(page, teller, who(mention), -1, "relation", i, mention, "fight told", LIKELY)


def belonging(page, i):
    """`قصفت مواقع لحزب الله`, `دمرت منشآت تابعة للحزب`, `قتلت عشرة من مقاتلي الحزب`: return the mentions of whose a nameless thing is that is struck, behind its ل, or the من of a number."""
    pieces = pieces_after(page, i)
    struck = next((n for n, piece in enumerate(pieces[:3]) if not piece.marker and not piece.mentions and page.words[piece.first] is not None and (not page.words[piece.first].definite or _of_somebody(page, piece.end - 1))), None)
    if struck is None or len(pieces) == struck + 1:
        return []
    owner = pieces[struck + 1]
    counted = owner.marker == "من" and page.words[pieces[struck].first].stem in quantities() | turns("number")
    return list(owner.mentions[:1]) if (owner.marker == "ل" or counted) and owner.mentions and page.first_token(owner.mentions[0].start) <= owner.first + 1 else []


def _of_somebody(page, j):
    """`المواقع التابعة للحزب`: say whether the participle at token j leads to whose a thing is."""
    return page.words[j] is not None and page.words[j].stem.removeprefix("ال") in turns("servant")


def own_strike(page, i, form, predicate):
    """`أعلن الجيش الكندي تدمير مواقع لداعش`: return the sources whose words open with a strike that names no doer, as a thing done; or None."""
    if form.pos != "noun" or form.pronoun or form.definite or predicate.lemma not in turns("hitting") or page.voices[i] is None or not page.opens_words(i) or not declares(page, i):
        return None
    tellers = page.tellers(i)
    return tellers if not {teller.party for teller in tellers} & {*NOT_AT_WAR, *NOBODY} and belonging(page, i) else None


def violence_between(page, i, form, predicate, agents, objects, certainty):
    """`شن الحوثيون هجمات على السعودية`: told by the narrator, who attacks a party is hostile to it; not `لتدمير الأسلحة السورية`, of whose aim it is told, nor `صواريخ إيران`, which nobody fires."""
    area = _area_struck(page, i) if page.voices[i] is None and agents and not objects and predicate.lemma in turns("hitting") else []
    if page.voices[i] is None and predicate.cls == "harm" and predicate.lemma in turns("hitting") and form.pos in VERBAL and agents:
        # `قصفت كندا مواقع للجيش البرتغالي`
        objects = objects or belonging(page, i) or area
    elif area:
        # `شاركت كندا في قصف أحياء المعارضة`
        objects = area
    elif page.voices[i] is not None or predicate.cls != "strike":
        return
    objects = objects or _struck_in_clause(page, i)
    if predicate.lemma in weapons() or certainty < SURE and form.prefix.endswith("ل") or demanded(page, i):
        return
    if any(page.keys[k] in turns("may") for k in range(max(page.sentence(i)[0], i - 4), i)):
        # `تكهنات بأن بريطانيا قد تشن هجوما على روسيا`
        return
    for agent in agents:
        for mention in objects:
            if agent.party not in ("civilians", mention.party, *NOBODY) and mention.party != "terrorist_groups" and not is_victim(page, mention) and not _of_people(page, mention):
                yield shown(page, agent, who(mention), -1, "relation", i, mention, "fight told", certainty)


def fended_off(page, i, predicate, agents):
    """`صد الجيش هجوما للحوثيين`, `أحبط هجوما حوثيا`, `صد الهجوم الذي شنه الحوثيون`: who stops an attack is against whose it is."""
    if fold(predicate.lemma) not in turns("fending_off") or demanded(page, i):
        return
    for mention in _attackers(page, i):
        for agent in agents:
            if agent.party not in (mention.party, "civilians", *NOBODY) and (page.voices[i] is None or agent in page.tellers(i)):
                yield shown(page, agent, who(mention), -1, "relation", i, mention, "fight told", LIKELY)


def _attackers(page, i):
    """Return the mentions of whose the attack is behind token i: its adjective, behind its ل or من, or the subject of the verb that takes it up."""
    pieces = pieces_after(page, i)
    n = next((n for n, piece in enumerate(pieces[:3]) if any(_is_attack(page, k) for k in range(piece.first, min(piece.first + 2, piece.end)))), None)
    if n is None:
        return []
    if pieces[n].mentions and pieces[n].mentions[-1].kind == "demonym":
        return list(pieces[n].mentions[-1:])
    after = pieces[n + 1] if n + 1 < len(pieces) else None
    if after is not None and after.marker in ("ل", "من") and after.mentions and not (after.marker == "من" and is_state(page, after.mentions[0].actor)) and page.first_token(after.mentions[0].start) <= after.first + 1:
        return list(after.mentions[:1])
    verb = next((k for k in range(pieces[n].end, min(pieces[n].end + 3, page.sentence(i)[1])) if page.is_verb(k)), None)
    form = VERBS[page.keys[verb]] if verb is not None else None
    slots = group_slots(pieces_after(page, verb)) if form is not None and form.pronoun and not page.words[verb].conj else []
    return slots[0][:1] if slots else []


def _is_attack(page, k):
    """Say whether token k is a noun of attacking."""
    trigger = TRIGGERS[page.keys[k]] if page.words[k] is not None and k not in page.mention_in else None
    return trigger is not None and any(form.pos == "noun" and predicate.cls in ("strike", "harm") and predicate.lemma not in weapons() for form, predicate in trigger.forms)


def turned_on(page, i, predicate, agents, objects):
    """`انقلاب الحوثيين على الحكومة`: told by the narrator, who turns on a government is against it."""
    if page.voices[i] is None and fold(predicate.lemma) in turns("turning_on"):
        yield from (shown(page, agent, who(mention), -1, "relation", i, mention, "fight told", LIKELY) for agent in agents for mention in objects if agent.party not in (mention.party, *NOBODY))


def _struck_in_clause(page, i):
    """`شنت ضربات استهدفت مواقع تابعة للجيش`: return the mentions of what the relative clause of a strike says that it hits."""
    verb = next((k for k in range(i + 1, min(i + 7, page.sentence(i)[1] - 1)) if page.is_verb(k)), None)
    if verb is None or page.words[verb].stem not in turns("hits") or page.words[verb].conj or particle_at(page, verb - 1) == "complementizer":
        return []
    slots = group_slots(pieces_after(page, verb))
    return slots[0] if slots and slots[0] else belonging(page, verb)


def _area_struck(page, i):
    """`قصف أحياء المعارضة`, `قصفت مناطق الحزب`: return the mention of the armed side whose area is hit, right behind a word of shelling and a word for a place, as a list."""
    near = next((page.mention_at[k + 1][0] for k in range(i + 1, min(i + 5, page.sentence(i)[1] - 1)) if page.words[k] is not None and page.words[k].stem in turns("held_area") and k + 1 in page.mention_at), None)
    armed = near is not None and near.kind != "demonym" and (is_group(page, near) or near.party.endswith("_opposition"))
    return [near] if armed else []


def _of_people(page, mention):
    """`استهدف المتظاهرين الفلسطينيين`: say whether people without arms are named, whatever party they are of."""
    first = page.first_token(mention.start)
    return bool(VICTIMS[page.keys[first]]) or mention.kind == "demonym" and bool(VICTIMS[page.keys[first - 1]])


def violence_wanted(page, i, objects):
    """`يجب ضرب قواعد سوريا`: who says that it is necessary to strike a party is hostile to it."""
    needed = any(operators().get(page.keys[k]) == "necessity" for k in range(max(page.sentence(i)[0], i - 3), i))
    if page.voices[i] is None or not needed or not demanded(page, i):
        return
    for teller in page.tellers(i):
        for mention in objects:
            if mention.party != teller.party and not is_victim(page, mention):
                yield shown(page, teller, who(mention), -1, "relation", i, mention, "threat", LIKELY)


def told(page, i, predicate, sign, agents, objects, form, certainty):
    """Say whether a deed is told as one: not wanted, not a duty merely done, not an effort or success that is denied."""
    if predicate.lemma in results() and (sign < 0 or page.keys[i - 1] in turns("what") and not _violence_before(page, i)):
        # `القصف لم يسفر عن قتلى`; `دخلت سوريا الحرب، ما أدى إلى مقتل الآلاف`
        return False
    if form.pos == "noun" and predicate.cls == "hostile" and not page.words[i].conj and page.keys[i - 1] in turns("cause") | turns("amid"):
        # `أخلى الجيش مطاراته إثر التهديدات الأمريكية`
        return False
    if _harmless(page, i, predicate) or form.pos == "noun" and fold(predicate.lemma) in turns("answering_for") and (form.definite or _doubted_by_noun(page, i)):
        # `تحديد المسؤولية`, `تشكيكه بمسؤولية روسيا`
        return False
    if predicate.cls == "hostile" and sign < 0:
        # `هذا ليس تهديدا`
        return False
    own = {teller.party for teller in page.tellers(i)}
    if predicate.cls in TOGETHER:
        # `أشارت كندا إلى التعاون بين البرتغال والنرويج`: who has no part in it praises neither for it, unless he supports it.
        takes_part = form.pos in VERBAL and objects or not own.isdisjoint(agent.party for agent in agents) or _supported(page, i)
        return bool(takes_part) and certainty == SURE and sign > 0 and page.voices[i] is not None and (form.pos in VERBAL and bool(objects) or len(agents) > 1) and not demanded(page, i)
    if predicate.cls == "rescue" and sign > 0 and all(agent.party in own for agent in agents):
        # `طالبت مصر بالإفراج عن صياد`, `اتفاقية حماية المدنيين`: who asks or speaks of it does not do it.
        named = certainty == SURE or any(k in page.mention_in for k in range(max(page.sentence(i)[0], i - 2), i))
        return named and not demanded(page, i, ("necessity", "readiness")) and not page.demanding(page.voices[i])
    if predicate.cls == "rescue" and form.prefix.endswith("ل") and page.words[i - 1] is not None and page.words[i - 1].stem in turns("bond"):
        # `توصلوا إلى اتفاق لإجلاء الجرحى`: only agreed.
        return False
    if predicate.cls == "effort" and (towards_wrong(page, i, form, predicate) or "media" in own or form.pos == "noun" and page.words[i - 1] is not None and page.words[i - 1].stem in turns("hope")):
        return False
    if form.pos == "noun" and predicate.lemma in turns("own_only") and _only_meant(page, i, form):
        return False
    if sign < 0 and fold(predicate.lemma) in turns("not_turned"):
        # `لا نخفي قلقنا` is no merit.
        return False
    if predicate.cls == "duty" and form.pos == "participle" and not _keeps_a_word(page, i):
        # `نحن ملتزمون بضمان ألا تمتلك إيران سلاحا`: a plan, no duty that is met.
        return False
    kept = form.pos in VERBAL and (predicate.markers == ("ب",) or predicate.needed and "ب" in predicate.markers) and page.voices[i] is not None and certainty == SURE and not any(agent.party in own for agent in agents)
    ours = (form.pos == "participle" or form.pos in VERBAL and predicate.needed and page.voices[i] is not None and certainty == SURE) and all(agent.party in own for agent in agents)
    if predicate.cls == "duty" and sign > 0 and not kept and not ours or predicate.cls in ("effort", "success") and sign < 0:
        return False
    if fold(predicate.lemma) in turns("launching") and form.pos == "perfect" and sign > 0 and certainty == SURE and page.voices[i] is not None and not own & {"media", "anonymous", None}:
        # `قال الوزير الكندي إن البرتغال أطلقت الصاروخ`
        return True
    cleared = sign < 0 and form.pos in VERBAL and page.voices[i] is not None and all(agent.party in own for agent in agents) and not demanded(page, i)
    if fold(predicate.lemma) in turns("unyielding"):
        # `لن نستسلم`: that somebody gives in is no blame; that one's own side does not is a merit.
        return cleared
    if fold(predicate.lemma) in turns("aiming") and cleared:
        # `قالت كندا إن قواتها لم تستهدف أحدا`: of one's own side it clears.
        return True
    if predicate.cls in ("rescue", "strike") and not ((harmed(page, i, agents) or _suffered(page, i, form)) and not (form.pos == "noun" and form.pronoun)) and not (predicate.doer < 0 and hit(page, i, agents, objects)):
        return False
    return not demanded(page, i) and not (predicate.doer > 0 and due(page, i))


def _supported(page, i):
    """`أعربت كندا عن دعمها القوي | للتعاون بين البلدين`: say whether a word of support or praise stands near before token i in the same words."""
    return any(page.words[k] is not None and page.voices[k] is page.voices[i] and of_class(TRIGGERS[page.keys[k]], "support", "praise") for k in range(max(page.sentence(i)[0], i - 5), i))


def _suffered(page, i, form):
    """`400 ألف شخص تحاصرهم قوات النظام`: say whether the pronoun of a verb takes up a noun for people right before it."""
    return form.pos in VERBAL and form.pronoun in ("هم", "ها", "ه") and i > page.sentence(i)[0] and i - 1 not in page.mention_in and VICTIMS[page.keys[i - 1]]


def _harmless(page, i, predicate):
    """`خطف قلوب المشجعين`, `احتلت كندا المركز الأول`, `حملة تطعيم تستهدف الأطفال`, `اعتقلت مشتبها به`: say whether words beside a word of harm take the harm out of it."""
    if predicate.cls not in ("harm", "breach", "strike", "crime"):
        return _no_fault(page, i, predicate)
    beside = (page.words[k] for k in range(max(page.sentence(i)[0], i - 7), min(i + 6, page.sentence(i)[1])) if k != i)
    stems = {word.stem.removeprefix("ال") for word in beside if word is not None}
    if predicate.lemma in turns("seizing") and any(page.words[k] is not None and page.words[k].stem.removeprefix("ال") in turns("rank") for k in range(i + 1, min(i + 5, page.sentence(i)[1]))):
        return True
    return not stems.isdisjoint(turns("harmless")) or predicate.lemma in turns("arresting") and not stems.isdisjoint(turns("suspect"))


def _no_fault(page, i, predicate):
    """`استغل الرئيس القمة`, `تواصل القوات توغلها باتجاه معقل الحزب`: say whether it is an occasion that is made use of, or an enemy whom one advances on."""
    lemma, behind = fold(predicate.lemma), range(i + 1, min(i + 4, page.sentence(i)[1]))
    if lemma in turns("making_use"):
        return any(page.words[k] is not None and page.words[k].stem.removeprefix("ال") in turns("chance") for k in behind)
    return lemma in turns("pushing_in") and any(page.keys[k] in turns("headed_for") for k in behind)


def _violence_before(page, i):
    """Say whether a strike or harm is told before token i in its sentence and voice."""
    for k in range(page.sentence(i)[0], i - 1):
        trigger = TRIGGERS[page.keys[k]] if page.words[k] is not None and page.voices[k] is page.voices[i] else None
        if of_class(trigger, "strike", "harm", "crime", "breach"):
            return True
    return False


def _doubted_by_noun(page, i):
    """Say whether a noun of doubt stands right before the noun at token i."""
    trigger = TRIGGERS[page.keys[i - 1]] if page.words[i - 1] is not None else None
    return trigger is not None and any(fold(p.lemma) in turns("doubting") for _, p in trigger.forms)


def _keeps_a_word(page, i):
    """`ملتزمة بالاتفاق`, `ملتزمون بحماية المدنيين`: say whether it is a rule, a word given or somebody's good that the participle at token i is committed to."""
    j = next((k for k in range(i + 1, min(i + 4, page.sentence(i)[1])) if page.words[k] is not None and page.words[k].prep == "ب"), None)
    word = page.words[j] if j is not None and particle_at(page, i + 1) != "pronoun_prepositional" else None
    return word is None or word.particle is not None or word.stem.removeprefix("ال") in turns("kept") or any(base in turns("kept") for base, _ in without_pronoun(word.stem))


def _only_meant(page, i, form):
    """`يريد استعادة السيطرة`, `بهدف السيطرة`: say whether what is a merit once it is done is only wanted, planned or tried."""
    near = range(max(page.sentence(i)[0], i - 3), i)
    return form.prefix.endswith("ل") or demanded(page, i, ("readiness",)) or any(page.words[k] is not None and (page.words[k].stem in turns("attempt") or page.keys[k] in turns("purpose") or page.words[k].stem in turns("aspiring")) for k in near)


def towards_wrong(page, i, form, predicate):
    """`قادر على تكبيد الشعب خسائر`: say whether what is striven for, right behind the predicate, is a wrong, and not one that it is against (`تحارب الإرهاب`)."""
    for j in range(i + 1, min(i + 4, page.sentence(i)[1])):
        if page.keys[j] in predicate.needed and (form.pos in VERBAL or fold(predicate.lemma) in turns("fending_off")):
            return False
        trigger = TRIGGERS[page.keys[j]] if page.words[j] is not None and page.words[j].particle is None else None
        if trigger is not None and trigger.forms:
            return any(f.pos == "noun" and p.cls in ("harm", "breach", "crime", "fault") and not p.needed for f, p in trigger.forms)
    return False


def hit(page, i, agents, objects):
    """`هجوم إيراني على إسرائيل` in an Israeli's words: say whether the strike hits the teller's own side."""
    own = {teller.party for teller in page.tellers(i)}
    if NARRATOR_WHO in page.tellers(i):
        return False
    # `غارة إسرائيلية استهدفت دمشق` in a Syrian's words: a place of his is named behind the deed.
    behind = (page.mention_in[j] for j in range(i + 1, min(i + 9, page.sentence(i)[1])) if j in page.mention_in and page.voices[j] is page.voices[i] and who(page.mention_in[j]) not in agents)
    return any(mention.party in own for mention in objects) or any(mention.party in own and mention.kind != "demonym" for mention in behind) or not any(agent.party in own for agent in agents) and _hits_us(page, i, own)


def _hits_us(page, i, own):
    """`استهدفت الصواريخ البرتغالية أحد مواقعنا`: say whether the strike hits what the teller calls ours."""
    if own & {"media", "anonymous", None}:
        return False
    for j in range(i + 1, min(i + 7, page.sentence(i)[1])):
        word = page.words[j]
        if word is None or page.is_verb(j) or page.voices[j] is not page.voices[i] or word.particle in ("complementizer", "relative", "subordinator"):
            return False
        if word.particle is None and not word.definite and len(word.stem) > 4 and word.stem.endswith("نا"):
            return True
    return False


def deserves(predicate, value, agent, teller):
    """Say whether a teller takes a stance of this value toward a doer: nobody blames himself, and only one's own side is cleared of a deed."""
    if agent.party == teller.party:
        # `قال السكان إننا نقدم المساعدة`: people, media and nameless sources are no side that praises itself.
        return value > 0 and agent.party not in ("civilians", "media", "anonymous")
    if predicate.cls == "effort" or agent.party == "civilians" and (value < 0 or predicate.cls == "rescue"):
        return False
    if predicate.cls == "rescue" and teller.party in ("media", "anonymous"):
        # `أفرجت الشرطة الكندية عنه، كما ذكرت مصادر`: who only reports it praises nobody.
        return False
    return not (predicate.doer < 0 < value)


def narrated(page, i, form, predicate, agents):
    """Return the certainty of the narrator's own stance: a breach, a crime, harm to civilians, a claim that he doubts, a victory; else none."""
    if predicate.cls in ("breach", "crime"):
        return LIKELY
    if predicate.cls in ("harm", "strike"):
        return LIKELY if harmed(page, i, agents) or _suffered(page, i, form) else DOUBTFUL
    if predicate.lemma in turns("claims"):
        # `المزاعم الروسية`: who calls it so doubts it; not `مزاعم تدخل روسيا`.
        return LIKELY if i + 1 in page.mention_at else DOUBTFUL
    if form.pos == "imperfect" and page.keys[i - 1] == "ان":
        # `بعد أن ينتصر النظام` is not told as done.
        return DOUBTFUL
    return SURE if predicate.lemma in turns("victory") and (form.pos in VERBAL or predicate.lemma in turns("won") or managed(page, i) is not None) else DOUBTFUL
