"""The stances that follow from what a predicate tells: the doer's, the teller's, of allies, of who is thanked, repaid or backed."""

from analysis.actors.lookup import find_demonym
from analysis.attribution.objects import is_possessive
from analysis.cues import CUE_READINGS
from analysis.stance.control import controllers
from analysis.stance.finding import LIKELY, SURE, Finding, shown, with_party
from analysis.stance.governed import last_named
from analysis.stance.lexicon import TRIGGERS, VERBS, VICTIMS, of_class, turns, turns_against, weapons
from analysis.stance.nouns import from_whom, noun_roles
from analysis.stance.page import NARRATOR_WHO, NOBODY, Who
from analysis.stance.people import is_state, is_victim, particle_at, who, whos
from analysis.stance.pieces import clause_start, pieces_after
from analysis.stance.polarity import demanded
from analysis.stance.predicate_roles import TURNING
from analysis.stance.readings import choose, needed_follows
from analysis.stance.roles import VERBAL, verb_roles
from analysis.stance.subjects import ANY
from analysis.stance.told import TOGETHER, in_wrong
from analysis.text import fold

REPAID = ("hostile", "fight", "support", "help", "defend", "rescue")
"""Classes of what is done to a party, for which that party blames or thanks the doer."""


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


def whole_before(page, i):
    """`فرضت كندا رسوما، في خطوة | انتقدتها النرويج`, `…، الأمر الذي | رحبت به النرويج`: return the comma behind which the words before token i take up the whole clause before, or None."""
    first = page.sentence(i)[0]
    comma = next((k for k in range(i - 1, max(first, i - 5) - 1, -1) if page.words[k] is None and page.tokens.forms[k] in "،,"), None)
    return comma if comma is not None and comma > first and " ".join(page.keys[comma + 1:i]) in turns("whole") else None


def whose_clause(page, comma):
    """`فرضت كندا رسوما | ، في خطوة …`: return the mention of the subject of the clause before the comma, whose deed it tells, or None."""
    first, start = page.sentence(comma)[0], clause_start(page, comma - 1)
    verb = next((k for k in range(start, comma) if page.is_verb(k) and page.words[k].stem not in turns("being")), None)
    if verb is not None and verb in page.cue_at and any(particle_at(page, k) == "complementizer" for k in range(verb, comma)):
        # `قال الوزير إن …`: he only tells of it.
        return None
    # `أعلنت كندا انسحابها، في خطوة انتقدتها النرويج`: who announces the deed does it.
    doers = verb_roles(page, verb, VERBS[page.keys[verb]] or ANY, ())[0] or () if verb is not None else page.tellers(comma - 1)
    found = next((page.mention_in[k] for k in range(start if verb is not None else first, comma) if k in page.mention_in and who(page.mention_in[k]) in doers), None)
    return found if found is not None and not is_victim(page, found) else None


def taken_up_whole(page, i, form, agents):
    """`فرضت كندا رسوما، في خطوة | انتقدتها النرويج`: return the subject of the clause before the comma, which the pronoun of the verb at token i takes up, as a list; [] where that is the agents' own deed."""
    taking_up = form.pos in VERBAL and (form.pronoun or particle_at(page, i + 1) == "pronoun_prepositional")
    comma = whole_before(page, i) if taking_up else None
    found = whose_clause(page, comma) if comma is not None else None
    return [] if found is None or any(found.party == agent.party for agent in agents) else [found]


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
    if predicate.cls not in REPAID and not (fold(predicate.lemma) in turns("attacking") and (_partner_at(page, i + 1) or any(_partner(page, mention) for mention in objects))) or not page.is_verb(i) or page.voices[i] is None or demanded(page, i, ("necessity", "readiness")):
        return
    pronoun = TRIGGERS[page.keys[i]].forms[0][0].pronoun
    if certainty < SURE and not (pronoun and particle_at(page, i - 1) != "relative") and not _partner_at(page, i + 1):
        # `قالت موسكو إن لندن تعاديها`, not `إيران التي تدعمه`
        return
    # `قال إن أميركا تعادينا`
    us = pronoun in turns("first_person")
    us = us or _partner_at(page, i + 1) or any(_partner(page, mention) for mention in objects)
    for teller in page.tellers(i):
        if agent.party not in (teller.party, "civilians", *NOBODY) and (us or any(mention.party == teller.party or _people_of(page, mention, teller) for mention in objects)):
            yield Finding(teller, agent, sign, "deed", *with_party(page, i, agent.party), f"{predicate.cls} deed", LIKELY)


def _partner(page, mention):
    """`يهاجمون شريكنا كندا`: say whether a noun with the pronoun of who speaks, right before a name, calls it a partner."""
    return _partner_at(page, page.first_token(mention.start) - 1)


def _partner_at(page, k):
    """`شريكنا المقرب، كندا`: say whether token k is such a noun."""
    return 0 <= k < len(page.words) and page.words[k] is not None and page.words[k].stem in turns("partner")


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
    if predicate.cls in ("support", "praise") and _given_by_them(page, i):
        return True
    return certainty >= LIKELY and presupposed(page, i, predicate) or certainty == SURE and name.endswith("noun") and _stands_as_fact(page, i, predicate, agent)


def _given_by_them(page, i):
    """`قالت ماي إن القادة أدانوا الهجوم وقدموا | دعمهم لبريطانيا`: say whether a verb of giving, told as done, stands right before the noun of support with its pronoun."""
    word, verb = page.words[i], page.words[i - 1]
    return word is not None and is_possessive(word) and not word.prep and not word.conj and page.is_verb(i - 1) and verb.stem in turns("giving_support") and page.voices[i - 1] is page.voices[i] and i - 1 not in page.cue_at and particle_at(page, i - 2) not in ("negation", "complementizer", "auxiliary")


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


def presupposed(page, i, predicate):
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
    first = page.first_token(mention.start)
    before = page.words[first - 1 - (particle_at(page, first - 1) == "preposition")] if first - 2 > i else None
    # `استياؤها من الاتهامات الموجهة لكندا`: against whom the charges are.
    return before is not None and before.definite and before.stem[2:] in turns("directed")


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
