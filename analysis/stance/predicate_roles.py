"""Who does and who undergoes what a predicate tells, by the form of its word."""

from analysis.attribution.objects import is_possessive
from analysis.inflection import pronoun_of
from analysis.stance.control import attempted, controllers, involved
from analysis.stance.finding import LIKELY, SURE, negator
from analysis.stance.governed import as_means, backers, charged_with, had_by, last_named, may_mean_source, meant_to, paired_noun, persuades, stepped_in, warned_of, wrong_called
from analysis.stance.leagues import is_league
from analysis.stance.lexicon import VERBS, operators, results, turns
from analysis.stance.nouns import condemns, noun_roles, participle_roles, passive_roles
from analysis.stance.page import NOBODY, Who, source_of
from analysis.stance.people import is_group, meant, particle_at, who
from analysis.stance.pieces import REACH, clause_start, group_slots, pieces_after
from analysis.stance.plans import received, sufferer, turned_to
from analysis.stance.readings import needed_before
from analysis.stance.roles import VERBAL, cue_roles, objects_of, verb_roles
from analysis.stance.subjects import ANY, by_phrase, carried_subject, happens_therein, pronoun_subject, subjects_before
from analysis.stance.told import TOGETHER
from analysis.text import fold

TURNING = ("oppose", "blame", "praise", "support", "defend")
"""Classes whose object can be a verbal noun with an object of its own (`رفض إدانة دمشق`)."""


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
        return _of_cue(page, i, form, predicate)
    if form.pos in VERBAL:
        return _verb(page, i, form, predicate)
    if form.pos == "participle":
        return (*participle_roles(page, i, form, predicate), SURE)
    if form.pos == "passive participle":
        return (*passive_roles(page, i, form), SURE)
    return _noun(page, i, form, predicate)


def _of_cue(page, i, form, predicate):
    """Return the roles of a predicate that is a statement's cue: its source is the agent."""
    agents, objects = cue_roles(page, i, form, predicate)
    objects = warned_of(page, i, predicate) or objects
    if predicate.lemma in turns("mutual") and any(piece.marker == "ب" and not piece.mentions for piece in pieces_after(page, i)):
        # `يتبادلان اتهامات بالتحالف مع النظام`: it is what they are accused of.
        objects = []
    nobody = all(a.party in NOBODY for a in agents)
    if nobody and in_resolution(page, i, turns("against")):
        # `استخدمت روسيا الفيتو ضد مشروع قرار يدين النظام`: not she who blames him.
        return None, [], LIKELY
    behind = controllers(page, i, together=True) if nobody and in_resolution(page, i) else None
    if behind:
        return behind, objects, LIKELY
    if nobody and form.pos in VERBAL:
        # The source has no name that the attribution could read: `أدان كل من روسيا وفرنسا إيران`.
        named, undergoing, sure = _verb(page, i, form, predicate)
        # `ندد قادة بينهم …`: behind a long list of them the words of the statement tell the object.
        return named, undergoing or [m for m in objects if page.first_token(m.start) > i + REACH], sure
    if objects:
        return agents, objects, SURE
    if form.pos == "noun" and predicate.noun_takes == "object" and i + 1 in page.mention_at and who(page.mention_at[i + 1][0]) in agents and not condemns(page, form, predicate, pieces_after(page, i)):
        # `يجب إدانة حزب الله`: the name behind this noun is whom it is done to.
        return controllers(page, i), [page.mention_at[i + 1][0]], LIKELY
    if form.pos in VERBAL and _together(page, i, form, predicate, agents):
        # `اتفقت روسيا وتركيا على تعزيز التعاون`
        objects = partners(page, i, agents)
    if form.pos == "noun" and predicate.object and predicate.cls in TURNING:
        # `واجهت البرتغال اتهامات من قبل كندا`
        got = received(page, i, pieces_after(page, i), predicate.cls in ("blame", "oppose"))
        objects = [m for m in got[1] if who(m) not in agents] if got is not None else []
    return agents, objects, SURE


def _noun(page, i, form, predicate):
    """Return the roles of a verbal noun: those of its own phrase, else what the words around it tell."""
    for case in _BEFORE_PHRASE:
        if (roles := case(page, i, form, predicate)) is not None:
            return roles
    agents, objects = noun_roles(page, i, form, predicate)
    if predicate.cls in ("strike", "harm") and not objects:
        objects = sufferer(page, i, form)
    if predicate.cls == "praise" and not objects:
        objects = turned_to(page, i, form)
    league = page.mention_in.get(i - 1) if predicate.cls == "fight" and form.prefix == "ل" else None
    if league is not None and objects and is_league(page, league):
        # `التحالف الدولي لقتال داعش`
        return [who(league), *(page.tellers(i) if page.voices[i] is not None else ())], objects, SURE
    if agents:
        return (None, objects, LIKELY) if charged_with(page, i, form, agents) else (agents, objects, SURE)
    for case in _WITHOUT_AGENT:
        if (roles := case(page, i, form, predicate, objects)) is not None:
            return roles
    return _governed(page, i, form, predicate, objects)


def _confronted(page, i, form, predicate):
    """`في | مواجهة روسيا الداعم الأول للنظام`: the name right behind is who is faced; else None."""
    if predicate.lemma not in turns("confronting") or page.keys[i - 1] != "في" or i + 1 not in page.mention_at:
        return None
    faced = page.mention_at[i + 1][0]
    if any(page.first_token(m.start) > page.last_token(faced.end) for m in noun_roles(page, i, form, predicate)[1]):
        return controllers(page, i, together=True) or last_named(page, i, {faced.party}), [faced], LIKELY
    return None


def _answers_for(page, i, form, predicate):
    """`تحميل إيران مسؤولية | إرسال الصواريخ إلى الحوثيين`: who is made answerable for it does it; else None."""
    blamed = page.mention_in.get(i - 2) if form.pos == "noun" and page.words[i - 1] is not None and page.words[i - 1].stem in turns("answerable_for") else None
    return ([who(blamed)], noun_roles(page, i, form, predicate)[1], LIKELY) if blamed is not None and blamed.kind != "demonym" else None


def _persuaded(page, i, form, predicate):
    """`أقنعت كندا البرتغال | بدعم النرويج`: who persuades another to do it; else None."""
    persuader = persuades(page, i, form)
    return (persuader, noun_roles(page, i, form, predicate)[1] or [m for p in pieces_after(page, i)[:1] for m in p.mentions[:1]], LIKELY) if persuader is not None else None


def _directed(page, i, form, predicate):
    """`استياؤها من | الاتهامات الموجهة لكندا`: by whom they are is said behind من قبل, or not at all; else None."""
    if not form.definite or predicate.object >= 0 or i + 1 >= len(page.words) or page.words[i + 1] is None or page.words[i + 1].stem.removeprefix("ال") not in turns("directed"):
        return None
    return by_phrase(page, pieces_after(page, i)), noun_roles(page, i, form, predicate)[1], LIKELY


_BEFORE_PHRASE = (_directed, _confronted, _answers_for, _persuaded)
"""Cases in which the words before a verbal noun tell its roles, whatever its own phrase says, in the order tried."""


def _exclaimed(page, i, form, predicate, objects):
    """`كتب الوزير: | شكرا للنرويج`: who speaks thanks; else None."""
    opens = predicate.cls == "praise" and page.voices[i] is not None and page.tokens.forms[i].rstrip("\u064b").endswith("ا") and (page.opens_words(i) or page.words[i - 1] is None)
    return (page.tellers(i), objects, LIKELY) if opens and objects else None


def _fronted(page, i, form, predicate, objects):
    """`وفي | انتقاد لكندا، قال الوزير النرويجي إن …`: who speaks or acts behind the comma of the adverbial that opens the sentence; else None."""
    first, last = page.sentence(i)
    if not objects or predicate.cls not in TURNING or form.pronoun or i - 1 != first or page.keys[first] not in turns("in_doing"):
        return None
    verb = next((k + 1 for k in range(i + 1, min(i + 12, last - 2)) if page.words[k] is None and page.tokens.forms[k] in "،,"), None)
    if verb is None or not page.is_verb(verb):
        return None
    doers = [source_of(s) for s in page.cue_at[verb]] if verb in page.cue_at else verb_roles(page, verb, VERBS[page.keys[verb]] or ANY, ())[0]
    return ([d for d in doers or () if all(d.party != m.party for m in objects)] or None, objects, LIKELY)


def _own_threats(page, i, form, predicate, objects):
    """`جددت كندا | تهديداتها للبرتغال`: her own; else None."""
    own = form.pronoun and predicate.doer < 0 and predicate.object and objects and page.voices[i] is not None and page.opens_words(i)
    return (page.tellers(i), objects, LIKELY) if own else None


def _pronoun_does(page, i, form, predicate, objects):
    """`| انتهاكاته`: the pronoun is the doer; else None."""
    if not form.pronoun or predicate.doer >= 0 or not (predicate.noun_takes == "agent" or form.number == "p"):
        return None
    doer = meant(page, i, form.pronoun, {t.party for t in page.tellers(i)})
    return [who(doer)] if doer else None, objects, LIKELY


def _several_do(page, i, form, predicate, objects):
    """`بعد | رفضهم استمرار واشنطن`: several people, not the one who tells it; else None."""
    if form.pronoun not in ("هم", "هما") or predicate.noun_takes != "agent":
        return None
    doers = meant(page, i, form.pronoun, ())
    opens = page.voices[i] is not None and (page.opens_words(i) or page.opens_words(i - 1) and particle_at(page, i - 1) == "preposition")
    if doers and who(doers) in page.tellers(i) or opens and page.cue_class(page.voices[i]) is None and page.voices[i].rule == "verb_subject" and (predicate.cls in ("support", "praise", "oppose") or fold(predicate.lemma) in turns("regret")):
        # `أبدى زعماء كندا والنرويج دعمهم`, `عبر الأوروبيون عن أسفهم للقرار`: all who say it.
        return page.tellers(i), objects, LIKELY
    several = controllers(page, i) if not doers else None
    # `أدان ماكرون وميركل الهجوم وقدموا دعمهم`: the subjects of the verb that governs it.
    return [who(doers)] if doers else several if several and len(several) > 1 else None, objects, LIKELY


def _able(page, i, form, predicate, objects):
    """`قالوا إن لديهم القدرة على | ضرب العاصمة`, `إنهم قادرون على | ضربها`: who says so of himself; else None."""
    word = page.words[i - 2] if page.keys[i - 1] == "علي" and i - 2 > page.sentence(i)[0] else None
    if word is None or page.voices[i] is None or page.voices[i - 2] is not page.voices[i] or word.stem.removeprefix("ال") not in turns("ability") or predicate.cls not in ("strike", "fight", "hostile") and predicate.lemma not in turns("hitting"):
        return None
    start = clause_start(page, i - 2)
    own = all(page.mention_in[k].party in {t.party for t in page.tellers(i)} for k in range(start, i) if k in page.mention_in)
    ours = pronoun_subject(page, start - 1) or page.keys[start].lstrip("وف").startswith("لدي") or any(k in page.mention_in for k in range(start, i))
    return (page.tellers(i), objects, LIKELY) if own and ours and negator(page, i - 2) == i - 2 and not any(operators().get(page.keys[k]) == "negation" for k in range(start, i)) else None


def _had(page, i, form, predicate, objects):
    """`لكندا | علاقات جيدة مع النرويج`, `الغارات الأمريكية | انتهاك للقانون`: who has it, or whose deed is called so; else None."""
    holder = had_by(page, i, form, predicate) or wrong_called(page, i, form, predicate)
    return (holder, objects, SURE) if holder else None


def _involved(page, i, form, predicate, objects):
    """`أنباء عن تورط البرتغال في | قصف`: who is involved in it; the narrator does not say that it did; else None."""
    part = involved(page, i)
    return (part if page.voices[i] is not None or predicate.cls == "fight" else None, objects, LIKELY) if part else None


def _attempted(page, i, form, predicate, objects):
    """`حاولت كندا | قصف المدينة`: who tries to do it. In narration a wrong that is only planned is no stance of the narrator's, nor anybody else's deed; else None."""
    attempt = attempted(page, i)
    return (attempt if page.voices[i] is not None or predicate.object else None, objects, LIKELY) if attempt else None


def _stepped_in(page, i, form, predicate, objects):
    """`تدخلت روسيا | لدعم النظام`: who stepped in for it; else None."""
    stepped = stepped_in(page, i) if predicate.cls == "support" and objects and meant_to(page, i, form, predicate) else None
    return (stepped, objects, LIKELY) if stepped else None


def _paired(page, i, form, predicate, objects):
    """`قيام كندا بدعم | وتدريب الحزب`: who does what the noun joined to it names; else None."""
    paired = paired_noun(page, i)
    return (paired, objects, LIKELY) if paired is not None else None


_WITHOUT_AGENT = (_exclaimed, _fronted, _own_threats, _pronoun_does, _several_do, _able, _had, _involved, _attempted, _stepped_in, _paired)
"""Who does what a verbal noun without an agent of its own tells, by the words around it, in the order tried."""


def _governed(page, i, form, predicate, objects):
    """Return the roles of a verbal noun without an agent that a verb or another noun governs: its subject does it, but for these cases."""
    together = predicate.cls in TOGETHER and (form.prefix.endswith("ب") or predicate.lemma in turns("in_common")) or predicate.cls == "relief" or meant_to(page, i, form, predicate)
    governing = controllers(page, i, not predicate.object, form, together, predicate.doer > 0) or (controllers(page, i, together=True) if as_means(page, i) else None)
    if not governing and objects and not form.pronoun:
        if predicate.cls == "fight" and page.voices[i] is not None and all(is_group(page, m) or m.party == "terrorist_groups" for m in objects):
            # `قال إن دور بلاده يتركز على قتال التنظيم`: who speaks of the fight against an armed group is against it.
            return page.tellers(i), objects, LIKELY
        if page.voices[i] is None and (predicate.cls == "fight" or predicate.lemma in turns("confronting")) and (form.prefix.endswith("ل") or page.keys[i - 1] == "في"):
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
    crowd = _by_crowd(page, i, form, predicate)
    if crowd is not None:
        return crowd
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
        objects = partners(page, i, agents)
    if predicate.cls == "harm" and "direct" in predicate.markers and not objects and not has_object(page, i, form):
        # `ستة مدنيين قتلوا بيد القوات الكندية`
        agents = by_phrase(page, pieces_after(page, i), True)
    if agents is None and predicate.object and in_resolution(page, i):
        return controllers(page, i, together=True), objects, LIKELY
    return agents, objects, SURE


def _by_crowd(page, i, form, predicate):
    """`| أحرق متظاهرون القنصلية الإيرانية`, `توجه المحتجون إلى المدينة، حيث | أحرقوا مقر الحزب`: people protesting storm what stands for a party; else None."""
    if fold(predicate.lemma) not in turns("storming") or form.pronoun or form.pos not in VERBAL:
        return None
    near = (i + 1,) if form.number == "s" else range(page.sentence(i)[0], i)
    if not any(page.words[k] is not None and page.words[k].stem.removeprefix("ال") in turns("crowd") for k in near):
        return None
    seat = next((k for k in range(i + 1, min(i + 6, page.sentence(i)[1] - 1)) if page.words[k] is not None and not predicate.needed.isdisjoint((page.keys[k], page.words[k].stem))), None)
    whose = [page.mention_in[k] for k in (seat, seat + 1, seat + 2) if k in page.mention_in] if seat is not None else []
    return ([Who("civilians", "civilians")], whose[:1], SURE) if whose else None


def _together(page, i, form, predicate, agents):
    """`تتعاون روسيا وإيران`: say whether several agents do it each with the other; not `نسقت روسيا وإيران هدنة`."""
    return (predicate.cls in TOGETHER or predicate.lemma in turns("mutual")) and agents and len(agents) > 1 and form.person == 3 and (predicate.needed or not _more_follows(page, i))


def _more_follows(page, i):
    """Say whether an object stands behind the names after the verb at token i, in their phrase as it reads."""
    bare = [p for p in pieces_after(page, i) if not p.marker]
    return bool(bare) and (not bare[-1].mentions or page.last_token(bare[-1].mentions[-1].end) < bare[-1].end - 1)


def partners(page, i, agents):
    """Return the nearest mention of each agent of the verb at token i in its sentence."""
    first, last = page.sentence(i)
    near = sorted((j for j in range(first, last) if j in page.mention_in), key=lambda j: abs(j - i))
    nearest = {who(page.mention_in[j]): page.mention_in[j] for j in reversed(near)}
    return [nearest[agent] for agent in agents if agent in nearest]


def in_resolution(page, i, behind=None):
    """`قرار يدين النظام`: say whether a text that speaks stands within three words before; with `behind`, right behind one of these words."""
    near = (k for k in range(max(page.sentence(i)[0], i - 3), i) if page.words[k] is not None and page.words[k].stem in turns("resolution"))
    return any(behind is None or page.keys[k - 1] in behind or page.keys[k - 2] in behind for k in near)


def has_object(page, i, form):
    """A harm verb with one bare phrase after it is a passive (`قتل خمسة جنود`), unless its subject stands before it."""
    bare = group_slots(pieces_after(page, i))
    therein = particle_at(page, i - 1) == "relative" and happens_therein(page, i)
    if therein and not form.pronoun and bare and bare[0] and bare[0][0].kind not in ("name", "metonym") and not any(bare[1:]):
        # `الهجوم الذي قتل فيه جنود وكان محكما`
        return False
    if len(bare) > 1 or form.pronoun:
        return True
    if therein:
        # `الهجوم الذي قتل فيه جنود`
        return False
    # `أعلن الجيش أنه قصف مواقع`
    return bool(bare) and (bool(subjects_before(page, i)) or particle_at(page, i - 1) == "relative" or pronoun_subject(page, i - 1))
