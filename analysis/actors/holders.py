"""Who an office means: the person named after it or before it, the one whom the article put there, the holder at its date.

Where nobody is known, the office is an actor of its own (`russia_ambassador`); a title for nobody in particular (`مسؤول أمريكي`)
is an anonymous actor of its side.
"""

from analysis.actors.newcomers import COMMAS, credible, ends, free_id, is_dotted_name, is_verb, may_be_name, new_name_before, new_person, of_no_noun, read_name
from analysis.actors.lookup import ITS
from analysis.actors.offices import AND, BY, DESTINED, FEMININE, UNNAMED, Office, of_which, read_office
from analysis.actors.scan import Found, demonym_at, is_word, match_name
from analysis.actors.spelling import slug
from analysis.actors.terms import ARTICLE, definite, in_context, is_a
from analysis.records import Actor
from analysis.wordlists import WORDS, known_nouns, named_heads
from analysis.words import QUOTE, WORD

MEMORY = 200
"""Mentions back that a definite office is looked for."""

FURTHEST = 8
"""Tokens between an office and the name of its holder."""

PRESS = ("journalist", "correspondent", "presenter", "editor")


def resolve_office(scan, i, known, office):
    """Return the Found of an office with its person, or None where the words name nobody."""
    if office.role == "counterpart":
        if scan.last_role is None or office.institution is None:
            return None
        office = office._replace(role=scan.last_role)
    party = scan.party(office.institution) if office.institution and office.tied else None
    if office.number == "d" and office.kind == "office":
        pair = _pair(scan, i, known, office, party)
        if pair is not None:
            return pair
        if office.lemma + "ا" == scan.keys[i]:
            # `كان وزيرا للدفاع`: one, in the accusative.
            office = office._replace(number="s")
    named = (_person_after(scan, office, party) or _person_further(scan, office, party)) if office.number == "s" else None
    if named is not None:
        if (side := _home_side(scan, office)) is not None:
            _take_side(scan, named.actor, side)
        remember(scan, office, named.actor)
        return Found(i, named.last, named.actor, named.kind, known.cut)
    apposed = office.kind in ("rank", "deputy") and office.institution is not None and i > 0 and scan.keys[i - 1] in COMMAS and not scan.prefix(i)
    # `سامي حداد، | النائب التونسي، `
    if office.kind in ("rank", "deputy") and not apposed or office.kind in ("trade", "people", "fighters") and office.institution is None and office.lemma not in scan.recent:
        return None
    if office.number == "s":
        before = _person_before(scan, i, party) or (office.definite or office.institution) and new_name_before(scan, i, party, office.gender)
        if before:
            side = "media" if office.role in PRESS else party or _home_side(scan, office)
            if side:
                # `قال سامي منصور، المتحدث باسم حزب الله`: what he is tells his side.
                _take_side(scan, before, side)
            remember(scan, office, before)
            return Found(i, office.last, before, "title", known.cut)
    if office.role == "spokesman" and office.institution is None and office.last > i + 2:
        return _spokesman(scan, i, known, office)
    return _unnamed(scan, i, known, office, party) if office.kind in UNNAMED else _holder(scan, i, known, office, party)


def _home_side(scan, office):
    """Return the party of the state that the article is about for an office of a state that names none (`سامي حداد، وزير التموين،`), or None.

    A nationality further behind tells it of a portfolio that no list knows: `وزير شؤون القدس الإسرائيلي`.
    """
    if not office.home or office.former or office.institution is not None:
        return None
    k = office.last
    while k < office.last + 3 and is_word(scan, k):
        adjective = demonym_at(scan, k)
        if adjective is not None and adjective[0].definite and adjective[0].number == "s" and not scan.prefix(k) and scan.type(adjective[0].actor) == "state":
            return scan.party(adjective[0].actor)
        k += 1
    state = scan.clear_state()
    return state and scan.party(state)


def _take_side(scan, person, side):
    """Give a party to a person whom the text introduced without one."""
    if person in scan.introduced and scan.party(person) == "unaffiliated":
        scan.introduced[person] = scan.introduced[person]._replace(party=side)


def _person_after(scan, office, party):
    """Return the Found of the person's name that follows an office, with the bracket that closes behind it (`الوزير (سامي حداد)`), or None."""
    j = office.last
    k = scan.after_marks(j)
    if k - j > 3 or not is_word(scan, k):
        return None
    found = _name_at(scan, office, party, j, k)
    if found is None or "(" not in scan.keys[j:k]:
        return found
    return found._replace(last=found.last + 1) if found.last < scan.n and scan.keys[found.last] == ")" else None


def read_owned(scan, i, known):
    """`تركيا التي يقول رئيسها`, `تركيا ورئيسها`: return the Found of an office with a pronoun of the body named before it, or None."""
    last = scan.rows[-1] if scan.rows else None
    end = i if known.prefix else i - 2 if i > 1 and WORDS[scan.keys[i - 2]].particle == "relative" else None
    if last is None or end is None or last.last not in (end, end - (scan.keys[end - 1] in COMMAS)) or known.prefix and last.last != end:
        return None
    owner, title = scan.actor(last.actor), known.owned[0]
    if owner.type == "person" or owner.gender not in (None, ITS["ها" if known.key.endswith("ها") else "ه"]):
        return None
    return resolve_office(scan, i, known, Office(i + 1, title.role, title.kind, title.gender, "s", True, last.actor, None, title.lemma, False, True))


def _pair(scan, i, known, office, party):
    """Read the two holders of an office: `الوزيران السوري سامي حداد والأردني كريم نصار`, `الرئيسان الروسي والتركي`.

    Returns the Found of the first, the second being kept for its own place; None where there are no two.
    """
    one = office._replace(number="s")
    first = _person_after(scan, one, party) if office.institution else None
    k = scan.after_marks(first.last) if first else office.last
    side = demonym_at(scan, k) if office.institution and is_word(scan, k) and scan.prefix(k) == AND else None
    if side is None or not side[0].definite or side[0].number != "s":
        return None
    other, word = one._replace(institution=side[0].actor, last=side[1]), scan.words[scan.keys[k]]
    second = _person_after(scan, other, scan.party(other.institution))
    if (first is None) != (second is None):
        return None
    if second is None:
        scan.kept[k] = _holder(scan, k, word, other, scan.party(other.institution))
        return _holder(scan, i, known, one, party)
    remember(scan, other, second.actor)
    remember(scan, one, first.actor)
    scan.kept[k] = Found(k, second.last, second.actor, second.kind, word.cut)
    return Found(i, first.last, first.actor, first.kind, known.cut)


def _name_at(scan, office, party, j, k):
    """Return the Found of the name at token k, behind the marks that follow an office that ends before token j."""
    comma = any(scan.keys[m] in COMMAS for m in range(j, k))
    known = scan.words[scan.keys[k]]
    if known is None or not known.cut:
        found = match_name(scan, k, known)
        longer = known is not None and known.titles and (not comma or known.titles[0].kind == "rank") and _second_title(scan, k, known, party)
        if longer and (found is None or longer.last > found.last):
            return longer
        if found is not None:
            return found if scan.type(found.actor) == "person" and compatible(scan, found.actor, party) else None
    return None if office.kind in ("anonymous", "people", "fighters") else _new_name(scan, office, k, comma, party)


def _person_further(scan, office, party):
    """The person named after words of the office that nothing knows: `رئيس هيئة المنافذ سامي حداد`, `أستاذ التاريخ في الجامعة، سامي حداد، إن`.

    The name must begin with a first name that means nothing else. It must end the phrase; behind an office without a preposition
    (`وقالت نائبة البرلمان ليلى حداد في بيان`) it need only end surely. No verb and no clause may come before it.
    """
    if office.kind in ("anonymous", "people", "fighters", "rank"):
        return None
    apart = office.kind not in ("office", "deputy")
    for k in range(office.last + 1, min(office.last + FURTHEST, scan.n)):
        apart = apart or scan.kinds[k - 1] != WORD or WORDS[scan.keys[k - 1]].particle is not None or WORDS[scan.keys[k - 1]].prep == BY
        if scan.keys[k - 1] not in COMMAS and not _of_the_phrase(scan, office, k - 1):
            return None
        if scan.kinds[k] == WORD and (scan.keys[k] in scan.registry.given or is_a(scan.keys[k], "servant") or is_dotted_name(scan, k) or _begins_name(scan, k) or may_be_name(scan, k, False) and of_no_noun(scan, k, k + 2)):
            found = match_name(scan, k)
            if found is not None and scan.type(found.actor) == "person" and not found.cut:
                return found if compatible(scan, found.actor, party) and (ends(scan, found.last) or (not apart or _closed(scan, k)) and _name_ends(scan, k, found.last)) else None
            end, party = read_name(scan, k), party or _nationality(scan, office.last, k)
            known = _surname_of(scan, k, end, party)
            return Found(k, end, known or new_person(scan, k, end, party, office.gender), "name" if known else "new") if end > k + 1 and (ends(scan, end) or (not apart or _closed(scan, k)) and _name_ends(scan, k, end)) else None
        if scan.keys[k - 1] in COMMAS:
            return None
    return None


def _nationality(scan, first, k):
    """`رئيس جهاز الأمن الكندي | سامي حداد`: return the party of the nationality right before the name at token k, or None; no state's is one of a private body (`رئيس الحزب الكندي`)."""
    adjective = demonym_at(scan, k - 1)
    if adjective is None or not adjective[0].definite or adjective[0].number != "s" or adjective[1] != k:
        return None
    private = any(noun.scope == "private" for j in range(first - 1, k - 1) if scan.words[scan.keys[j]] is not None for noun in scan.words[scan.keys[j]].nouns)
    return None if private else scan.party(adjective[0].actor)


def _begins_name(scan, k):
    """`عضو اللجنة المالية جمال حداد`: a first name that can mean something else is one behind a noun with ال, before a word that is no common noun."""
    if scan.keys[k] not in scan.registry.first_names or not definite(scan.keys[k - 1]) or is_verb(scan, k) or k + 1 >= scan.n or scan.kinds[k + 1] != WORD:
        return False
    after = scan.keys[k + 1]
    return may_be_name(scan, k + 1, True) and after.removeprefix("ال") not in known_nouns()


def _closed(scan, k):
    """Say whether the words before the name at token k are complete: they end in a noun with ال (`القيادي في الحركة`), or name a firm
    (`المدير التنفيذي لشركة تسلا`) or a place (`قائد القوات في كوريا`), so that the name is not that of a street or university."""
    known = scan.words[scan.keys[k - 1]]
    if known is not None and any(not name.tail and (name.kind == "place" or scan.type(name.actor) == "state") for name in known.names):
        return True
    return definite(scan.keys[k - 1]) or k > 1 and scan.keys[k - 2].removeprefix("لل").removeprefix("ل").removeprefix("ب") in named_heads() and scan.keys[k - 1] not in named_heads()


def _name_ends(scan, first, end):
    """Say whether a name surely ends before token end: two words with a surname in ال, or others where no noun follows."""
    if definite(scan.keys[end - 1]):
        return end == first + 2
    if scan.kinds[end] != WORD:
        return True
    word = WORDS[scan.keys[end]]
    return word.particle is not None or word.verb is not None or word.conj or bool(word.prep)


def _of_the_phrase(scan, office, k):
    """Say whether token k can stand inside an office's phrase: a noun, an adjective, a preposition, a mark around a name.

    A title of the other gender, or behind من, is somebody else's: `التقى الوزير نائبة البرلمان ليلى حداد`.
    """
    if scan.kinds[k] != WORD:
        return scan.kinds[k] == QUOTE
    known = scan.words[scan.keys[k]]
    if known is not None and not known.cut and any(title.number == "s" and not title.definite and title.gender != office.gender for title in known.titles):
        return False
    if known is not None and known.titles and (scan.keys[k - 1] in ("من", "الي") or known.cut and scan.keys[k].startswith("ل")):
        # `طلب الملك | من رئيس الوزراء سامي حداد`, `بعث رئيس المجلس رسالة | للرئيس سامي حداد`: two people.
        return False
    word = WORDS[scan.keys[k]]
    return word.verb is None and not word.conj and word.particle in (None, "preposition") and scan.keys[k] not in scan.registry.first_names


def _surname_of(scan, first, end, party):
    """Return the known person whose surname ends a name that is spelled in a new way, of the same party or first name; or None.

    `ديمترى بيسكوف` after `المتحدث باسم الكرملين`, `أنور بن محمد قرقاش` after `وزير الدولة الإماراتي`.
    """
    found = match_name(scan, end - 1) if end - 1 > first else None
    if found is None or found.cut or scan.type(found.actor) != "person" or found.actor in scan.introduced:
        return None
    namesake = any(name.actor == found.actor for name in scan.registry.names.get(scan.keys[first], ()))
    return found.actor if namesake and compatible(scan, found.actor, party) or scan.party(found.actor) == party else None


def _second_title(scan, k, known, party):
    """`ولي العهد السعودي الأمير محمد بن سلمان`: a rank between office and name."""
    if not any(title.definite and title.kind in ("rank", "office") for title in known.titles):
        return None
    inner = read_office(scan, k, known)
    found = inner and inner.definite and inner.number == "s" and _person_after(scan, inner, party)
    return found or None


def _new_name(scan, office, k, comma, party):
    """Return the Found of a name that no list knows, after an office that is definite or somebody's."""
    if not (office.definite or office.institution or office.role == "spokesman"):
        return None
    end = read_name(scan, k)
    least = 1 if office.kind == "rank" else 2
    if end - k < least or not (ends(scan, end) or end < scan.n and scan.kinds[end] == QUOTE if comma else credible(scan, k, end)):
        return None
    known = _surname_of(scan, k, end, party)
    if known is not None:
        return Found(k, end, known, "name")
    return Found(k, end, new_person(scan, k, end, "media" if office.role in PRESS else party, office.gender), "new")


def _person_before(scan, i, party):
    """`بيسكوف، المتحدث باسم الكرملين`, `بيسكوف المتحدث باسم الكرملين`: the person named just before; without a comma only of that party."""
    last = scan.rows[-1] if scan.rows else None
    comma = scan.keys[i - 1] in COMMAS if i else False
    if last is None or last.last != i - comma or scan.type(last.actor) != "person" or not comma and (party is None or scan.prefix(i)):
        return None
    return last.actor if last.kind in ("name", "new") and compatible(scan, last.actor, party) else None


def compatible(scan, person, party):
    """Say whether a person can hold an office of a party: it is the person's own, or one of the two is unknown."""
    own = scan.party(person)
    return party is None or own == party or own in ("unaffiliated", "anonymous") or own.startswith(party.removesuffix("_government"))


def remember(scan, office, person):
    """Enter an incumbent into the article's memory."""
    if office.institution:
        scan.incumbents[(office.role, office.institution)] = person
        scan.last_role = office.role
        scan.call_again(office.institution)
    elif office.definite and office.kind == "office" and "_" in office.role:
        scan.own[head_of(office), office.role] = person
    call_by(scan, head_of(office), office.role, person)


def call_by(scan, head, role, person):
    """Let a person be called by the head noun of an office from here on; الرئيس stays the president's where a prime minister or speaker is named behind him."""
    if role == "president":
        scan.presides.add(head)
    elif head in scan.presides:
        return
    scan.recent[head] = person


def head_of(office):
    """Return the noun by which the holder of an office is called later (`وزير`, `وزيرة`)."""
    return office.lemma if office.gender == "m" or office.lemma.endswith(FEMININE) else office.lemma + FEMININE


def _unnamed(scan, i, known, office, party):
    """`مصدر عسكري`, `مسؤول أمريكي`, `المصدر نفسه`: somebody without a name."""
    earlier = scan.recent.get(office.lemma)
    if office.definite and office.institution is None and earlier:
        return Found(i, office.last, earlier, "description", known.cut)
    if office.institution is None and (office.kind in ("person", "official") and office.number == "s" or office.kind in ("people", "fighters", "trade")):
        return None
    actor_id = f"{office.role}_{office.institution}" if office.institution else office.role
    typed = "group" if office.kind in ("fighters", "people") else "anonymous"
    actor = Actor(actor_id, side_without_name(scan, office.role, office.kind, office.institution, party), scan.phrase(i, office.last), type=typed, gender=office.gender, number=office.number)
    scan.introduce(actor)
    call_by(scan, office.lemma, office.role, actor_id)
    if office.institution:
        scan.call_again(office.institution)
    return Found(i, office.last, actor_id, "new", known.cut)


def side_without_name(scan, role, kind, institution, party):
    """Return the party of somebody without a name.

    Opponents are the opposition of their state (of Syria, where the article is about it); a people without a party of its own
    are civilians; journalists are media; others are their institution's, else anonymous.
    """
    if role == "opponent" and (institution or scan.names_party("syrian_government")):
        return scan.registry.party_of(scan.registry.opposition(institution or scan.registry.now("syrian_government")))
    if kind == "people":
        return scan.registry.people_parties.get(institution, "civilians")
    return "media" if role in PRESS else party or "anonymous"


def _holder(scan, i, known, office, party):
    """The person whom an office means where no name stands beside it."""
    if office.number != "s":
        return Found(i, office.last, office.institution, "title", known.cut) if office.institution else None
    if office.institution is None:
        # `رئيس الوزراء حيدر السلمان`, `رئيس وزراء كينيا` … `رئيس الوزراء`: the one whose state needs no name.
        earlier = scan.own.get((head_of(office), office.role)) or scan.recent.get(head_of(office))
        if earlier and (scan.home is not None and "_" in office.role or office.role.endswith("_minister")) and scan.party(earlier) != "unaffiliated" and not _held_by(scan, office.role, earlier):
            # `وزير الخارجية الليبي`, then `وزير المالية`: another office.
            earlier = None
        state = None if earlier or office.former or not (office.definite and office.home) else scan.clear_state()
        if state is None:
            return Found(i, office.last, earlier, "description", known.cut) if earlier and office.definite else None
        office, party = office._replace(institution=state), scan.party(state)
    person = find_holder(scan, office)
    if person is None:
        role = f"{office.role}_{office.destination}" if office.destination else office.role
        actor = Actor(f"{office.institution}_{role}", party, _called(scan, i, office), type="person", gender=office.gender, number="s")
        person = scan.introduce(actor)
    remember(scan, office, person)
    return Found(i, office.last, person, "title", known.cut)


def _held_by(scan, role, person):
    """Say whether somebody is known to hold or to have held an office of this role."""
    return any(p == person and r == role for (r, _), p in scan.incumbents.items()) or any(held == role for held, *_ in scan.registry.offices.get(person, ())) or person.endswith(role)


def _called(scan, i, office):
    """Return the words of an office, a pronoun in them replaced by whom it means: `وزير خارجيتها` is `وزير الخارجية (المغرب)`, `رئيسها` is `الرئيس (تركيا)`."""
    words, whose, key = scan.phrase(i, office.last), scan.actor(office.institution), scan.keys[office.last - 1]
    portfolio, known = of_which(key), scan.words[key]
    if whose is not None and portfolio is not None and office.last == i + 2:
        return f"{words.split()[0]} {ARTICLE}{portfolio} ({whose.name})"
    if whose is not None and known is not None and known.owned and office.last == i + 1:
        return f"{ARTICLE}{words[:-2] if key.endswith('ها') else words[:-1]} ({whose.name})"
    return words


def _spokesman(scan, i, known, office):
    """`المتحدث باسم القبة الجديدة`: of a body that nothing knows."""
    words = scan.phrase(i, office.last)
    typed, party = ("person", "unaffiliated") if office.definite else ("anonymous", "anonymous")
    if any(in_context(scan.keys[k], "state_body") for k in range(i + 1, office.last)) and (side := demonym_at(scan, office.last - 1)) is not None:
        # `متحدث باسم السلطة القضائية الإيرانية`
        party = scan.party(side[0].actor)
    actor = Actor(free_id(scan, slug(words), words), party, words, type=typed, gender=office.gender, number="s")
    return Found(i, office.last, scan.introduce(actor), "new", known.cut)


def find_holder(scan, office):
    """Return the person in an office: whom the text put there, else who is named in the article, else by date, else None."""
    if office.role == "minister":
        return _named_minister(scan, office.institution)
    for role in _roles(scan, office):
        key = (role, office.institution)
        if key in scan.incumbents and not office.former:
            return scan.incumbents[key]
        # Without a date, whoever of them the article names anywhere.
        named = [person for person in scan.registry.holders_of(*key) if person in scan.seen or scan.date is None and scan.names_party(person)]
        if named:
            return named[-1]
        current = scan.registry.holders_of(*key, scan.date) if scan.date and not office.former else ()
        if current:
            return current[-1]
    return None


def _named_minister(scan, state):
    """`الوزير الروسي`: the minister of that state whom the article named last."""
    for found in scan.rows[:-MEMORY:-1]:
        offices = [row[0] for row in scan.registry.offices.get(found.actor, ())] + [role for (role, _), p in scan.incumbents.items() if p == found.actor]
        if scan.party(found.actor) == scan.party(state) and any(role.endswith("_minister") for role in offices):
            return found.actor
    return None


def _roles(scan, office):
    """Return the names under which an office may be listed, best first.

    `envoy_syria` for the envoy to Syria; where no destination is said, the one whom the article named or the one to the state it is
    about; a leader is the president where no leader is listed; an assistant of a minister is a deputy.
    """
    role, where = office.role, office.institution
    if role == "leader":
        return ("leader", "president", "king")
    if role.startswith("assistant_"):
        return (role, role.replace("assistant_", "deputy_"))
    if role not in DESTINED:
        return (role,)
    place = office.destination and office.destination.removesuffix("_government")
    if place:
        return ("envoy_un",) if place in ("un", "security_council") else (f"{role}_{place}",)
    sent = [r for r, w in reversed(scan.incumbents) if w == where and r.startswith((role, "envoy_un"))]
    if sent or role not in ("envoy", "mediator"):
        return (*sent, role)
    state = scan.main_state
    return (role, f"envoy_{state.removesuffix('_government')}") if state else (role,)
