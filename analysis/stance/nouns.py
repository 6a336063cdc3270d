"""Who does it and to whom, for verbal nouns and participles: construct state, demonym, by-phrase, relative clause, reciprocal."""

from analysis.attribution.objects import is_adjective
from analysis.stance.control import controllers
from analysis.stance.lexicon import TRIGGERS, VERBS, VICTIMS, heads, operators, turns, weapons
from analysis.stance.people import agrees, is_group, is_state, is_victim, particle_at, who, whos
from analysis.stance.pieces import Piece, group_slots, named_by, pieces_after
from analysis.stance.plans import received
from analysis.stance.roles import backed, envoys_of, issued, objects_of, pronoun_objects
from analysis.stance.subjects import adverb_of_side, antecedents, by_phrase, conjuncts_back, happens_therein, held_under, share_conduct, subjects_before
from analysis.text import fold
from analysis.wordlists import documents, quantities, rule_words, verbal_nouns
from analysis.words import QUOTE


def noun_roles(page, i, form, predicate):
    """Return (agents, objects) of a verbal noun; agents is None where none is in sight."""
    pieces = pieces_after(page, i)
    if predicate.cls == "fight":
        # `القتال لصالح النظام`, `القتال دعما للنظام`: not whom, but for whom.
        aid = next((n for n, p in enumerate(pieces) if page.words[p.first] is not None and page.words[p.first].stem in turns("in_aid")), None)
        pieces = [p for p in pieces[:aid] if page.keys[p.first] not in turns("favour")]
    marked = tuple(m for m in predicate.markers if m != "direct") + (("ل",) if "direct" in predicate.markers else ())
    if "مع" in predicate.markers:
        # `انسحاب واشنطن من الاتفاق بين طهران والغرب`: the agreement is between them.
        opened = next((n for n, p in enumerate(pieces[:2]) if p.marker or p.mentions), 0)
        both = reciprocal(page, pieces if predicate.cls != "hostile" else pieces[opened:opened + 2] if pieces and pieces[opened].marker == "بين" else ())
        if len(both) > 1:
            return whos(both), both
        if page.voices[i] is not None and any(p.marker == "بين" and page.keys[p.first] in turns("both") for p in pieces[:3]):
            if len({teller.party for teller in page.tellers(i)}) > 1:
                # `أكد الزعيمان عزمهما على التعاون بين البلدين`: each with the other.
                return page.tellers(i), [m for teller in page.tellers(i) for m in _last_of(page, i, teller.party)]
            other = counterpart(page, i)
            if other is not None:
                return page.tellers(i), [other]
    got = received(page, i, pieces, predicate.cls in ("blame", "oppose") or predicate.cls != "help" and not form.pronoun and not form.prefix.endswith("ل")) if predicate.cls in ("support", "help", "blame", "oppose", "praise") else None
    if got is not None:
        return got
    source = from_whom(page, i) if predicate.cls in ("support", "help") and form.prefix.endswith("ب") else None
    if source is not None and pieces_after(page, source - 1) and pieces_after(page, source - 1)[0].mentions:
        # `هجوما بدعم من روسيا`, `بدعم وإسناد من روسيا`
        return whos(pieces_after(page, source - 1)[0].mentions[:1]), []
    if predicate.object and predicate.noun_takes == "object" and "direct" in predicate.markers:
        pieces = _under_one_adjective(page, pieces)
    bare = pieces[0] if pieces and not pieces[0].marker and not pieces[0].joined else None
    if bare is not None and not bare.mentions and predicate.cls in ("strike", "harm", "crime") and (government := _governmental(page, bare)) is not None:
        return whos([government]), objects_of(page, pieces[1:], marked, 0)
    if bare is None or not bare.mentions:
        rest = pieces[1:] if bare is not None else pieces
        if doer_behind_l(page, form, predicate, bare, rest) or bare is None and (page.voices[i] is not None or page.keys[i - 1] in turns("cause")) and _struck_by(form, predicate, rest):
            return whos(rest[0].mentions[:1]), []
        objects = issued(page, pieces) if "direct" in predicate.markers and bare is not None else []
        # `احتجاز نحو مئة شخص من الأقلية`
        counted = pieces[0] if bare is None and pieces and pieces[0].marker in rule_words("about_as_many") else bare
        # `قتل عشرة عناصر من داعش`: they are of it, it does not kill them.
        own = form.pronoun and predicate.noun_takes == "agent" and predicate.object
        # `قلقه من القصف من جانب البرتغال`: it is his.
        return (None if own else by_phrase(page, rest, predicate.doer >= 0 or fold(predicate.lemma) in turns("launching") or form.pronoun and predicate.noun_takes == "agent" or predicate.cls in ("harm", "crime") and not form.pronoun and counted is not None and _people(page, counted.first)) or relative_doer(page, i, pieces, predicate)) or _where_held(page, predicate, rest), objects or objects_of(page, rest, marked, 0) or laid_by(page, i, pieces, predicate, marked)
    if _of_another(page, i, bare):
        return None, []
    slots = group_slots(pieces)
    objects = objects_of(page, pieces[1:], marked, 0)
    if _demonym_of(page, i, bare) or form.definite and _adjective_name(page, i, bare.mentions[0]):
        # `صواريخ حوثية` are of their make, whoever fires them; `قتلوا بنيران كندية`: they were shot by Canadians.
        # `اعتقال سوري`: he is arrested.
        one = predicate.cls == "harm" and predicate.noun_takes == "object" and not form.definite
        return None if predicate.lemma in weapons() and not (predicate.lemma in turns("gunfire") and form.prefix.endswith("ب")) or one else whos(slots[0]), objects
    if predicate.noun_takes == "object" and len(pieces) > 1 and pieces[1].marker == "ل" and (objects or predicate.doer < 0 and has_complement(pieces, ("ل",))):
        return whos(slots[0]), objects
    if condemns(page, form, predicate, pieces):
        return whos(slots[0]), objects
    by = by_phrase(page, pieces[1:], True)
    if by and not form.pronoun:
        # `دعم الأسد من قبل موسكو`
        return by, slots[0]
    second = slots[1] if len(slots) > 1 and "direct" in predicate.markers else []
    if second and page.keys[page.first_token(second[0].start) - 1] in turns("ally_of") | turns("two_allies") | turns("anger"):
        # `برعاية روسيا وإيران، حليفتي دمشق`, `أثار دعم كندا للحزب غضب النرويج`
        second = []
    if not objects and not second and _takes_land(page, bare, predicate):
        # `ضم روسيا القرم`
        return whos(slots[0]), []
    if not objects and not second and undertaken(page, i, form, predicate, slots[0][0]):
        return None, slots[0]
    if predicate.noun_takes == "object" and not objects and second and slots[0][0].party != second[0].party and page.first_token(slots[0][0].start) == i + 1 and not backed(page, page.first_token(second[0].start) - 1) and not (predicate.cls in ("blame", "help") and _laid(page, slots[0][0], predicate)):
        # `تصنيف واشنطن الحزب تنظيما إرهابيا`, `طرد روسيا دبلوماسيين من هولندا`
        return whos(slots[0]), envoys_of(page, pieces, second[0]) or second
    if predicate.noun_takes == "object" and not predicate.needed and not objects and not form.pronoun and len(slots) > 1 and not slots[1] and _done_to_somebody(page, pieces, slots[0][0], i):
        # `اعتقال السلطات الكندية المحامية`
        return whos(slots[0]), []
    if carries(page, bare) and takes_agent(page, form, predicate, bool(objects or second) or has_complement(pieces, marked), slots[0][0]):
        return whos(slots[0]), objects or second
    return by_phrase(page, pieces[1:], predicate.doer >= 0), slots[0]


def _under_one_adjective(page, pieces):
    """`مواجهة | الأطماع والتهديدات البرتغالية`: return the phrases after a verbal noun, those joined nouns with ال that share the last one's adjective of a state made one."""
    n = next((n for n, piece in enumerate(pieces) if piece.mentions), 0)
    joined = n and not pieces[0].joined and all(not p.marker and (k == 0 or p.joined) and page.words[p.first] is not None and page.words[p.first].definite for k, p in enumerate(pieces[:n + 1]))
    named = pieces[n].mentions[0] if joined else None
    if named is None or named.kind != "demonym" or page.first_token(named.start) != pieces[n].first + 1:
        return pieces
    return [Piece("", pieces[0].first, pieces[n].end, False, pieces[n].mentions), *pieces[n + 1:]]


def condemns(page, form, predicate, pieces):
    """`إدانة كندا للهجوم`, `إدانة كندا واستنكارها للهجوم`, `إدانة كندا لأي اعتداء`: say whether the party behind a noun of judging things is who judges; `إدانة كندا لقصفها المدينة` is of her."""
    if fold(predicate.lemma) not in turns("judges_things") or form.pronoun or len(pieces) < 2 or not pieces[0].mentions:
        return False
    word, trigger = page.words[pieces[1].first], TRIGGERS[page.keys[pieces[1].first]]
    if pieces[1].joined and trigger is not None and not pieces[1].marker:
        return any(f.pronoun and f.pos == "noun" and p.cls == predicate.cls for f, p in trigger.forms)
    return pieces[1].marker == "ل" and word is not None and (word.definite or word.stem in turns("all_such"))


def _governmental(page, bare):
    """`القصف الحكومي على الغوطة`: return a mention of the government, named most often, whose the adjective of a strike is; or None."""
    if all(page.words[k] is None or page.words[k].stem not in turns("governmental") for k in range(bare.first, min(bare.first + 2, bare.end))):
        return None
    named = {}
    for mention, _ in page.mention_at.values():
        if mention.party.endswith("_government"):
            named.setdefault(mention.party, []).append(mention)
    return max(named.values(), key=len)[-1] if named else None


def _done_to_somebody(page, pieces, mention, i):
    """Say whether a body or state stands right behind the noun at token i, and a noun with ال that is no adjective behind its phrase: the deed is its."""
    if page.first_token(mention.start) != i + 1 or page.reading.is_person(mention) or mention.kind in ("demonym", "new") or len(pieces) < 2 or pieces[1].marker or pieces[1].joined:
        return False
    word = page.words[pieces[1].first]
    return word is not None and word.definite and not is_adjective(word)


def _laid(page, mention, predicate):
    """`تحميل البرتغال مسؤولية دعم داعش`: say whether the word that makes the predicate stands right behind the name, to whom it is done then."""
    after = page.last_token(mention.end) + 1
    return after < len(page.keys) and page.words[after] is not None and not {page.keys[after], page.words[after].stem}.isdisjoint(predicate.needed)


def _takes_land(page, bare, predicate):
    """`ضم روسيا القرم`, `ضم روسيا أجزاء من البلاد`: say whether the word that makes the predicate stands right behind the name that opens the bare phrase."""
    if predicate.cls != "breach" or not predicate.needed or page.first_token(bare.mentions[0].start) != bare.first:
        return False
    return _laid(page, bare.mentions[0], predicate)


def _where_held(page, predicate, rest):
    """`اعتقال ناشطات في السعودية`: what a state does in its own country is its deed; return the state behind في, or None."""
    place = next((p for p in rest if p.marker == "في" and p.mentions), None) if predicate.lemma in turns("state_act") else None
    named = place is not None and page.first_token(place.mentions[0].start) == place.first and place.mentions[0].kind != "demonym"
    return whos(place.mentions[:1]) if named and is_state(page, place.mentions[0].actor) else None


def from_whom(page, i):
    """`بدعم من روسيا`, `بدعم وإسناد من روسيا`, `بدعم مباشر من روسيا`: return the token of من right behind the noun at token i, or behind another joined to it or its adjective; or None."""
    joined = page.words[i + 1] if i + 2 < len(page.words) else None
    between = joined is not None and joined.particle is None and not joined.definite and not joined.prep and (joined.conj or is_adjective(joined))
    j = i + 2 if between and i + 1 not in page.mention_in else i + 1
    if j == i + 2 and joined.conj and page.words[j] is not None and not page.words[j].definite and page.words[j].stem.endswith("ين"):
        # `بإسناد ودعم كبيرين من كندا`
        j += 1
    return j if j < page.sentence(i)[1] and page.keys[j] == "من" else None


def reciprocal(page, pieces):
    """Return the mentions of `التعاون بين روسيا وإيران`, or []."""
    for n, piece in enumerate(pieces):
        if not n and not piece.marker and len(named_by(piece)) == 2 and piece.mentions[0].kind == "demonym" and any(teller.party == m.party for teller in page.tellers(page.first_token(piece.mentions[0].start)) for m in named_by(piece)):
            # `أكدت مصر عمق العلاقات المصرية السودانية`
            return list(named_by(piece))
        if piece.marker == "بين" and piece.mentions:
            found = list(piece.mentions[:1])
            for other in pieces[n + 1:]:
                if not other.joined:
                    break
                found += other.mentions[:1]
            return found
    return []


def counterpart(page, i):
    """`التعاون بين البلدين`: return the last mention of the country named most often before token i that is not the source's own, or None."""
    own, seen = {teller.party for teller in page.tellers(i)}, {}
    for j, (mention, _) in page.mention_at.items():
        if j < i and mention.party not in own and is_state(page, mention.party):
            seen.setdefault(mention.party, []).append(mention)
    return max(seen.values(), key=len)[-1] if seen else None


def _last_of(page, i, party):
    """Return the last mention of a party before token i, as a list."""
    return [mention for j, (mention, _) in page.mention_at.items() if j < i and mention.party == party][-1:]


def doer_behind_l(page, form, predicate, bare, rest):
    """`القصف المكثف لقوات النظام`: after a noun with ال or an adjective the phrase behind ل is the doer, unless the deed is done to people; `انتصار للجيش`: he has it; `تورط مباشر للنظام`: a noun without an object of its own has its doer there."""
    if predicate.lemma in turns("won") and predicate.cls == "success" and not form.definite and not form.pronoun and rest and rest[0].marker == "ل" and rest[0].mentions:
        return bare is None or page.words[bare.first] is not None and not page.words[bare.first].definite
    if predicate.object or predicate.doer >= 0 or predicate.noun_takes == "object" or "ل" in predicate.markers:
        return False
    if form.pronoun or not form.definite and fold(predicate.lemma) not in turns("having_part"):
        return False
    if bare is not None and (page.words[bare.first] is None or page.words[bare.first].definite != form.definite):
        return False
    return bool(rest) and rest[0].marker == "ل" and bool(rest[0].mentions) and not is_victim(page, rest[0].mentions[0])


def _struck_by(form, predicate, rest):
    """Say whether somebody who can fight stands behind ل right after an indefinite noun of striking (`قتلوا في قصف للنظام`); a place there is what is struck."""
    if predicate.lemma not in turns("raid") or form.definite or form.pronoun or not rest or rest[0].marker != "ل" or not rest[0].mentions:
        return False
    return rest[0].mentions[0].kind != "metonym"


def takes_agent(page, form, predicate, has_object, mention):
    """Say whether the noun after a verbal noun is its agent: `انتهاكات روسيا` is, `محاربة روسيا` is not, `قصف روسيا` is with an object."""
    if fold(predicate.lemma) in turns("struck") and mention.kind == "metonym" and not has_object and form.number != "p":
        # `اعتداء لندن`
        return False
    if form.pronoun or predicate.noun_takes == "object" or is_victim(page, mention) and predicate.cls in ("harm", "strike"):
        return False
    if predicate.noun_takes == "agent" or form.definite:
        return True
    if predicate.noun_takes == "either":
        killed = predicate.cls == "harm" and form.number != "p" and (mention.kind == "new" or page.reading.is_person(mention) and predicate.lemma in turns("bodily") or _counted(page, mention))
        # `قتل ليلى حداد`: somebody whom the text itself introduces is killed, not killing; `رغم معارضة بريطانيا`: she objects.
        before = TRIGGERS[page.keys[page.first_token(mention.start) - 1]] if predicate.cls == "oppose" else None
        return has_object or before is not None and any(p is predicate for _, p in before.forms) or form.number == "p" or predicate.cls in ("harm", "strike") and not killed
    return has_object


def undertaken(page, i, form, predicate, mention):
    """`بدأت روسيا دعم إيران`, `أرسلت موسكو طائرات لدعم دمشق`: somebody else does what the noun names, and the bare noun is its object."""
    # `دعا إلى | دعم دمشق`, `رفضت واشنطن | وقف دعم إسرائيل`
    ended = operators().get(page.keys[i - 1]) == "stop"
    start = i - 1 if ended or page.keys[i - 1] in turns("keeping") or page.keys[i - 1] == "الي" and page.demanding(page.voices[i]) else i
    if page.demanding(page.voices[i]) and predicate.cls in ("support", "help") and mention.kind != "demonym" and not form.pronoun and ended:
        # `دعت كندا النرويج إلى وقف دعم البرتغال`
        return True
    opens = page.opens_words(start)
    prefix = form.prefix.strip("وف")
    purpose = prefix == "ل" and predicate.cls in ("support", "help")
    if predicate.cls not in ("support", "help", "strike", "harm") or form.definite or form.pronoun or prefix and not purpose and not (opens and (prefix == "ب" or start < i)) or mention.kind == "demonym":
        return False
    voice = page.voices[i]
    if opens:
        if predicate.cls in ("strike", "harm"):
            return False
        return (ended or page.cue_class(voice) not in ("blame", "praise", "oppose")) and all(t.party != mention.party for t in page.tellers(i))
    governing = controllers(page, i, prefix != "ل", form)
    return bool(governing) and all(agent.party != mention.party for agent in governing)


def _people(page, j):
    """Say whether token j begins a phrase for people who are harmed: a number, a word for victims, a plural without ال."""
    word = page.words[j]
    if word is None or word.prep:
        return word is None
    return word.stem in quantities() or word.stem in turns("number") or VICTIMS[page.keys[j]] or not word.definite and word.stem.endswith(("ين", "ون"))


def _counted(page, mention):
    """`قتل عشرات الإرهابيين`: say whether people are only counted, right before a name."""
    word = page.words[page.first_token(mention.start) - 1]
    return word is not None and (word.stem in quantities() or word.stem in turns("number"))


def has_complement(pieces, marked):
    """`قصف النظام للمدينة`, `انتهاك روسيا لاتفاق الهدنة`: say whether what is done to stands right behind the bare noun, named or not."""
    return len(pieces) > 1 and pieces[1].marker in marked and pieces[1].first == pieces[0].end


def carries(page, bare):
    """Say whether the party named in the phrase after a verbal noun can do it: `هجمات طائرات النظام`, not `منع وصول عباس`."""
    word = page.words[bare.first]
    stem = word.stem[2:] if word is not None and word.definite else word.stem if word is not None else ""
    if bare.first in page.mention_in and page.mention_in[bare.first].kind == "new" and stem in heads():
        # `هدم قرية الزيتون السورية`: a place.
        return False
    if bare.first in page.mention_in or word is None:
        return True
    return stem in turns("carrier") or stem in quantities()


def _of_another(page, i, bare):
    """`مركز مكافحة الجريمة الفرنسي`, `مذكرة اعتقال أوروبية`: say whether the adjective right behind the noun is of another gender, so that it goes with a noun before."""
    word, noun = page.words[bare.first], page.words[i]
    if bare.first != i + 1 or bare.mentions[0].kind != "demonym" or word is None:
        return False
    if noun.stem.endswith("ة"):
        return noun.definite and word.stem.endswith("ي")
    before = page.words[i - 1] if i > page.sentence(i)[0] else None
    # `حملة تضامن أوروبية` is of Europeans all the same.
    document = before is not None and not before.definite and before.stem in documents() and before.stem.endswith("ة") and not noun.conj and not noun.prep
    return document and word.stem.endswith("ية") and not word.definite


def _demonym_of(page, i, bare):
    """`الدعم الروسي`: a demonym right after the noun is its agent (adjectives may stand between)."""
    mention = bare.mentions[0]
    if mention.kind != "demonym" or mention.text.endswith(("ين", "ون")) and (not page.words[i].stem.endswith(("ين", "ون", "ان")) or page.words[i].stem.removeprefix("ال") in verbal_nouns()):
        # `محاسبة الحوثيين`, `انسحاب الحوثيين`, `حرمان الحوثيين`
        return False
    j, word = bare.first, page.words[bare.first]
    if page.mention_in.get(j) is mention:
        return True
    # An adjective between agrees: `الدعم العسكري الروسي`, `دعم عسكري روسي`; `طرد دبلوماسيين روس` is no such case.
    return word is not None and page.mention_in.get(j + 1) is mention and (word.definite and page.words[i].definite or not word.definite and word.stem.endswith(("ي", "يا", "ية")))


def _adjective_name(page, i, mention):
    """`الاتهامات السعودية`: say whether a country's name right behind a noun with ال is the adjective of the same form."""
    return page.mention_in.get(i + 1) is mention and mention.kind == "name" and " " not in mention.text and mention.text.startswith("ال") and mention.text.endswith("ية")


def relative_doer(page, i, pieces, predicate):
    """`الهجمات التي شنتها روسيا`, `خروقات ارتكبها النظام`: the subject of the verb that follows, or None."""
    j = relative_verb(page, i, pieces, predicate)
    if j is None or not VERBS[page.keys[j]].pronoun and particle_at(page, j + 1) != "pronoun_prepositional" and not _taken_up(page, j):
        # `قوة احتلال تنهب ثروات البرتغال`: nothing takes the noun up; who is named suffers it.
        return None
    clause = pieces_after(page, j)
    slots = group_slots(clause)
    # `غارات شنتها دمشق | مع حليفتها موسكو`
    together = [m for p in clause[1:2] if p.marker == "مع" for m in p.mentions[:1]] if slots and slots[0] and predicate.cls in ("strike", "harm", "crime", "breach") else []
    return whos(slots[0] + together) if slots and slots[0] else None


def _taken_up(page, j):
    """`الجريمة التي كانت كندا تنوي ارتكابها`: say whether a verbal noun near behind the verb at token j takes the noun before it up by its pronoun."""
    for k in range(j + 1, min(j + 6, page.sentence(j)[1])):
        if k not in page.mention_in and (page.words[k] is None or page.words[k].particle or page.words[k].prep):
            return False
        trigger = TRIGGERS[page.keys[k]]
        if trigger is not None and any(form.pos == "noun" and form.pronoun for form, _ in trigger.forms):
            return True
    return False


def laid_by(page, i, pieces, predicate, marked):
    """`العقوبات التي فرضتها واشنطن على طهران`: return the mentions to whom the noun is done, behind the verb that takes it up, or []."""
    j = relative_verb(page, i, pieces, predicate)
    return objects_of(page, pieces_after(page, j), tuple(m for m in marked if m != "direct"), 1) if j is not None and VERBS[page.keys[j]].pronoun else []


def relative_verb(page, i, pieces, predicate):
    """Return the verb of the relative clause behind the noun at token i, whose subject does what the noun names, or None."""
    bare = pieces[0] if pieces and not pieces[0].marker else None
    first = page.words[bare.first] if bare is not None else None
    if first is not None and not first.conj and predicate.cls in ("breach", "fault") and predicate.noun_takes != "agent" and not (first.definite and page.words[i].definite or not first.definite and not page.words[i].definite and is_adjective(first)):
        # `عرقلة مشروع قدمته الكويت`: the clause is that of the noun's object.
        return None
    j = bare.end if bare is not None else i + 1
    limit = page.sentence(i)[1]
    while j < limit and (page.reading.kinds[j] == QUOTE or particle_at(page, j) in ("relative", "adverb", "auxiliary") or page.words[j] is None and page.tokens.forms[j] in "،," and page.words[i].definite and particle_at(page, j + 1) == "relative" and not page.words[j + 1].conj):
        # `القصف العنيف، التي | تشنه`
        j += 1
    if j >= limit or page.words[j] is None or page.words[j].conj or not page.is_verb(j):
        return None
    form = VERBS[page.keys[j]]
    trigger = TRIGGERS[page.keys[j]]
    if form is None or form.person == 1 or form.lemma != "doer" and not (trigger and any(p.doer < 0 for _, p in trigger.forms)):
        return None
    if happens_therein(page, j):
        # `الهجوم الذي قتل فيه جنود`: they are its victims.
        return None
    if page.words[i].definite and not form.pronoun and not any(particle_at(page, k) == "relative" for k in range(i + 1, j)):
        # `بعد ساعات من القصف | تمكنت قوات النظام من صد الهجوم`: another clause.
        return None
    return j


def participle_roles(page, i, form, predicate):
    """`حزب الله الموالي للنظام`: the noun before is the agent; `منددا بروسيا`: the subject of the clause is."""
    markers = predicate.markers + (("ل",) if "direct" in predicate.markers else ())
    # `رئيس المرصد المعارض، لوكالة الأنباء`: a mark parts the two.
    # `المرصد المعارض ومقره بريطانيا`: nor is what is joined its object.
    parted = i + 1 < len(page.keys) and (page.tokens.forms[i + 1] in "،," or page.keys[i + 1] in rule_words("seated"))
    objects = [m for m in objects_of(page, pieces_after(page, i), markers, 0) if m.kind != "demonym"] if not parted else []
    first = page.sentence(i)[0]
    if not objects and (predicate.cls == "support" or predicate.cls == "ally" and form.definite) and particle_at(page, i + 1) == "pronoun_prepositional":
        # `الفصائل الموالية لها`, `القوات المتحالفة معها`; `والموالين لها` are people of their own.
        objects = pronoun_objects(page, i, form._replace(pronoun=""), markers, _parties_before(page, i)) if not page.words[i].conj and i - 1 in page.mention_in else []
    ranked = counted_as(page, i) if objects and not form.prefix.strip("وف") else []
    if ranked or fold(predicate.lemma) in turns("following"):
        # `مقتل عدد من منتقدي كندا`: nobody is named.
        return whos(ranked) or None, objects
    if predicate.cls in ("ally", "hostile") and not form.definite and objects:
        # `كثفت روسيا علاقاتها مع السعودية، خصم إيران`
        called = called_ally(page, i, form)
        if called:
            return whos(called), objects
    if i > first and i - 1 in page.mention_in and predicate.doer and not form.definite and held_under(page, i - 1):
        return None, objects
    if i > first and i - 1 in page.mention_in:
        # `كندا والنرويج معاديتان للبرتغال`, `موقف كندا والنرويج الداعم للبرتغال`
        return whos(conjuncts_back(page, i - 1)) if form.number == "d" or form.definite and form.number != "p" and share_conduct(page, i - 1) else [who(page.mention_in[i - 1])], objects
    if predicate.cls == "ally" and (form.prefix.strip("وف") or particle_at(page, i - 1) == "preposition"):
        # `الإطاحة بحليف روسيا`: somebody else is the ally.
        return None, objects
    if form.definite and _of_several(page, i, form) and i - 1 > first and page.tokens.forms[i - 1] in "،," and i - 2 in page.mention_in:
        # `روسيا وإيران، الحليفين الرئيسين للنظام`
        return whos(conjuncts_back(page, i - 2)), objects
    if form.definite:
        return whos(antecedents(page, relative_before(page, i))) or None, objects
    if predicate.cls in ("oppose", "support", "ally", "hostile") and particle_at(page, i - 1) == "auxiliary" and particle_at(page, i - 2) == "relative":
        # `الكاتب الذي كان معارضا لكندا`
        return whos(antecedents(page, i - 2)) or None, objects
    before = page.words[i - 1] if i > first else None
    if before is not None and before.particle is None and not before.definite and not page.is_verb(i - 1):
        # `أداة دعاية موالية للكرملين`: the noun before is no party; `إيران دولة راعية للإرهاب`: it tells what one is.
        return whos(subjects_before(page, i)) or None if predicate.doer < 0 else None, objects
    return whos(subjects_before(page, i)) or (controllers(page, i) or _circumstance(page, i) if predicate.cls != "ally" else None), objects


def counted_as(page, i):
    """`يعد كلارك من أقرب حلفاء كندا`, `كلارك، أحد منتقدي البرتغال`, `النرويج وغيرها من حلفاء كندا`: return the mention of whom a plural noun counts among somebody's friends or foes, as a list."""
    k, first = i - 1, page.sentence(i)[0]
    while k > first and page.words[k] is not None and page.words[k].stem in turns("ranking"):
        k -= 1
    ranked = k < i - 1
    if page.keys[k] == "من":
        k -= 1
        if page.keys[k] in turns("and_others"):
            k, ranked = k - 1, True
    elif not ranked:
        return []
    passed = k
    while k > first and (page.words[k] is None and page.tokens.forms[k] in "،," or particle_at(page, k) == "pronoun" or page.keys[k].lstrip("و") in turns("being")):
        k -= 1
    if particle_at(page, k) == "relative":
        return antecedents(page, k)
    mention = page.mention_in.get(k)
    opening = page.first_token(mention.start) - 1 if mention is not None else first
    known = ranked or k < passed or opening >= first and page.keys[opening].lstrip("و") in turns("being")
    return [mention] if mention is not None and known and mention.kind != "demonym" and mention.party != "civilians" else []


def _parties_before(page, i):
    """Return the parties of the names right before token i, which a pronoun behind it does not mean: `الميليشيات الأفغانية والسورية الموالية لها`."""
    found, j = set(), i - 1
    while j in page.mention_in and (j == i - 1 or page.mention_in[j] is page.mention_in[j + 1] or page.mention_in[j].kind == "demonym"):
        found.add(page.mention_in[j].party)
        j -= 1
    return found


def called_ally(page, i, form):
    """`روسيا، حليفة دمشق، تقصف`, `الحزب، وهو حليف دمشق`, `حلفاء دمشق من الإيرانيين`: return the mentions of whom an indefinite noun calls an ally, before its comma or pronoun or behind its من, or []."""
    if particle_at(page, i - 1) == "pronoun" and page.words[i - 1].conj and page.tokens.forms[i - 2] in "،,":
        known = page.mention_in.get(i - 3)
        return [known] if known is not None and known.kind != "demonym" and known.party != "civilians" else []
    pieces = pieces_after(page, i)
    behind = [p for n, p in enumerate(pieces[:4]) if p.marker == "من" and p.mentions and (n == 1 and p.first - pieces[0].end < 2 or n > 1 and p.joined)]
    if behind:
        return [m for p in behind for m in named_by(p)]
    near = page.mention_in.get(i - 2) if i - 2 >= page.sentence(i)[0] and page.words[i - 1] is None and page.tokens.forms[i - 1] in "،," and not form.prefix else None
    fits = near is not None and near.party != "civilians" and (form.gender == "m" and is_group(page, near) or agrees(page, near, form, True))
    return _beside(page, near) + (conjuncts_back(page, i - 2) if _of_several(page, i, form) else [near]) if fits else []


def _of_several(page, i, form):
    """`الحليفان`, `حليفتا`, `حلفاء`: say whether a participle is of two or more; listed forms do not tell their number."""
    return form.number in ("d", "p") or page.words[i].stem.endswith(("ان", "ين")) or page.keys[i] in turns("two_allies")


def _beside(page, mention):
    """`إيران، إلى جانب روسيا، حليف دمشق`: return the mention before the comma and the preposition that set another beside it, as a list."""
    j, first = page.first_token(mention.start) - 1, page.sentence(page.first_token(mention.start))[0]
    comma = next((k for k in range(j, max(first, j - 3), -1) if page.tokens.forms[k] in "،,"), None)
    if comma is None or comma == j or any(page.keys[k] not in turns("set_beside") for k in range(comma + 1, j + 1)) or comma - 1 not in page.mention_in:
        return []
    return [page.mention_in[comma - 1]]


def _circumstance(page, i):
    """`قال إن الخيارات مفتوحة، ملقيا باللوم على روسيا`: return the sources of the words in which an indefinite accusative participle stands behind a comma: they do it while they speak; or None."""
    opens = page.words[i - 1] is None and page.tokens.forms[i - 1] in "،," and page.tokens.forms[i].rstrip("\u064b").endswith("ا")
    return page.tellers(i) if opens and page.voices[i] is not None else None


def passive_roles(page, i, form):
    """`المدعومة من إيران`, `مسنودة بطيران التحالف`, `المدعومة إيرانيا`: the phrase after من or ب, or the adverb, is the agent, the noun before the object."""
    pieces = pieces_after(page, i)
    agents = [page.mention_in[i + 1]] if adverb_of_side(page, i + 1) else objects_of(page, pieces, ("من", "ب"), 0)
    attached = i - 1 in page.mention_in or form.definite
    near = page.mention_in.get(i - 2) if not attached and page.tokens.forms[i - 1] in "،," else None
    if near is not None and near.party != "civilians" and not page.preposition(page.first_token(near.start)):
        # `نفذت القوات اليمنية، مسنودة بطيران التحالف، عملية`
        return whos(agents), [near]
    return whos(agents) or by_phrase(page, pieces, True), antecedents(page, relative_before(page, i)) if attached else subjects_before(page, i)


def relative_before(page, i):
    """`التحالف الذي تقوده السعودية والمدعوم من واشنطن`: a joined participle goes with the relative pronoun before it."""
    if page.words[i].conj:
        for j in range(i - 1, max(page.sentence(i)[0], i - 7) - 1, -1):
            if particle_at(page, j) == "relative":
                return j
    return i
