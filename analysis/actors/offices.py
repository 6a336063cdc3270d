"""Offices: `وزير الخارجية الروسي سيرغي لافروف` is one mention of one person, with or without the name.

title + portfolio + adjectives + state (adjective, construct, باسم، لـ، في، لدى) + name. The person is the one who is named,
else the one whom the article named in this office before, else the holder at the article's date, else a new actor.
"""

from typing import NamedTuple

from analysis.actors.newcomers import new_person, read_name
from analysis.actors.scan import Found, is_word, match_name, match_tail, same_sentence
from analysis.actors.terms import in_context, portfolios
from analysis.records import Actor

ANONYMOUS = ("anonymous", "person", "fighters", "people")
DESTINED = ("ambassador", "envoy", "coordinator", "mediator", "representative", "deputy_ambassador", "deputy_envoy")
"""Offices whose لدى / إلى / في names where they are sent, not whose they are."""

DEEPEST = 4


class Office(NamedTuple):
    """A title with what belongs to it. `last` is the token after it, its name not included; `institution` is an actor id or None."""

    last: int
    role: str
    kind: str
    gender: str
    number: str
    definite: bool
    institution: str | None
    destination: str | None
    lemma: str
    former: bool = False


def read_office(scan, i, known):
    """Return the Office that begins at token i, or None."""
    if scan.depth >= DEEPEST:
        return None
    for title in known.titles:
        j = match_tail(scan, i + 1, title.tail) if title.tail else i + 1
        if j:
            scan.depth += 1
            try:
                return _deputy(scan, title, j) or _complements(scan, title, j)
            finally:
                scan.depth -= 1
    return None


def _deputy(scan, title, j):
    """`نائب وزير الخارجية الروسي`: the office of another office."""
    if title.kind != "deputy" or not is_word(scan, j):
        return None
    inner = scan.words[scan.keys[j]]
    if inner is None or inner.cut or not inner.titles:
        return None
    office = read_office(scan, j, inner)
    return office and office._replace(role=f"{title.role}_{office.role}", kind="office", gender=title.gender, number=title.number, lemma=title.lemma)


def _complements(scan, title, j):
    role, institution, destination, former = title.role, None, None, False
    if title.portfolio:
        end, portfolio = read_portfolio(scan, j)
        role, j = (f"{portfolio}_minister", end) if portfolio else (role, j)
    for _ in range(7):
        if not same_sentence(scan, j - 1, j) or not is_word(scan, j):
            break
        key, known = scan.keys[j], scan.words[scan.keys[j]]
        if known is not None and known.demonym and not known.cut and institution is None and not known.names:
            institution, j = known.demonym.actor, j + 1
        elif in_context(key, "modifier"):
            former, j = former or key.startswith(("السابق", "سابق", "الاسبق")), j + 1
        elif key in ("باسم", "بلسان"):
            party = read_party(scan, j + 1)
            if party is None:
                break
            institution, j = party.actor, party.last
        else:
            party, sent = _complement(scan, title, j, known, institution)
            if party is None:
                break
            j = party.last
            if sent:
                destination = destination or party.actor
            else:
                institution = institution or party.actor
    return Office(j, role, title.kind, title.gender, title.number, title.definite, institution, destination, title.lemma, former)


def _complement(scan, title, j, known, institution):
    """Return (Found of the state or institution that a title's complement at token j names, whether it is a destination)."""
    key = scan.keys[j]
    if key in ("في", "لدي", "الي", "من", "عن"):
        if key in ("من", "عن") and title.kind not in ANONYMOUS:
            return None, False
        party = read_party(scan, j + 1)
        if party is not None and scan.words[scan.keys[j + 1]] is not None and scan.words[scan.keys[j + 1]].cut:
            return None, False
        sent = title.role in DESTINED or institution is not None or key == "الي"
        if party is not None and not sent and key == "في" and scan.type(party.actor) == "state" and party.kind != "name" and title.kind == "office":
            return None, False
        return party, sent
    if known is None:
        return None, False
    if known.cut and known.prefix in ("ل", "ب"):
        party = read_party(scan, j)
        return party, institution is not None or title.role in DESTINED and known.prefix == "ب"
    if not known.cut and institution is None and (not title.definite or title.role in ("chief_of_staff", "speaker", "delegation_head")):
        return read_party(scan, j), False
    return None, False


def read_portfolio(scan, j):
    """Return (token after the portfolio at token j, its role), or (j, None)."""
    if not is_word(scan, j):
        return j, None
    key = scan.keys[j]
    bare = key[2:] if key.startswith("ال") else key
    for tail, role, _ in portfolios().get(bare, ()):
        end = j + 1
        for word in tail:
            if end >= scan.n or scan.keys[end] not in (word, "ال" + word, "وال" + word[1:] if word.startswith("و") else word):
                break
            end += 1
        else:
            return end, role
    return j, None


def read_party(scan, j):
    """Return the Found of the actor that the noun phrase at token j names (`الكرملين`, `الخارجية الروسية`, `الرئيس الأسد`), or None."""
    from analysis.actors.institutions import read_institution

    j = scan.after_marks(j, comma=False)
    if not is_word(scan, j):
        return None
    known = scan.words[scan.keys[j]]
    if known is None:
        return match_name(scan, j)
    found = [match_name(scan, j, known)]
    if known.nouns or known.key.startswith("ال"):
        found.append(read_institution(scan, j, known))
    if known.titles:
        office = read_office(scan, j, known)
        if office is not None and office.kind not in ANONYMOUS:
            found.append(resolve_office(scan, j, known, office))
    return max((f for f in found if f is not None), key=lambda f: f.last, default=None)


def resolve_office(scan, i, known, office):
    """Return the Found of an office with its person, or None where the words name nobody."""
    party = scan.party(office.institution) if office.institution else None
    if office.kind != "none":
        named = _person_after(scan, office, party)
        if named is not None:
            _remember(scan, office, named.actor)
            return Found(i, named.last, named.actor, named.kind, known.cut)
    if office.kind in ("rank", "none", "deputy") or office.kind in ("people", "fighters") and office.institution is None:
        return None
    if office.kind in ANONYMOUS:
        return _anonymous(scan, i, known, office, party)
    return _holder(scan, i, known, office, party)


def _person_after(scan, office, party):
    """Return the Found of the person's name that follows an office, or None."""
    if office.number != "s":
        return None
    j = office.last
    k = scan.after_marks(j)
    if k >= scan.n or not same_sentence(scan, j - 1, k) or k - j > 3 or not is_word(scan, k):
        return None
    known = scan.words[scan.keys[k]]
    if known is None or not known.cut:
        found = match_name(scan, k, known)
        if found is not None and scan.type(found.actor) == "person":
            other = scan.party(found.actor)
            if party is None or other == party or other in ("unaffiliated", "anonymous") or scan.party(other) == party:
                return found
            return None
        if found is not None:
            return None
    comma = scan.keys[j] in ("،", ",") if j < scan.n else False
    if office.kind == "anonymous" or office.kind in ("people", "fighters") or comma and not office.definite and office.institution is None:
        return None
    if not (office.definite or office.institution or office.kind in ("office",)):
        return None
    end = read_name(scan, k)
    if end - k < (2 if comma or office.kind in ("office", "person", "deputy") else 1) or comma and end < scan.n and scan.keys[end] not in ("،", ",", ")", ".", "إن", "ان", "»", '"', "”"):
        return None
    return Found(k, end, new_person(scan, k, end, party, office.gender), "new")


def _remember(scan, office, person):
    if office.institution:
        scan.incumbents[(office.role, office.institution)] = person
    scan.recent[office.lemma if office.gender == "m" else office.lemma + "ة"] = person


def _anonymous(scan, i, known, office, party):
    """`مصدر عسكري`, `مسؤول أمريكي`: nobody by name."""
    if office.definite and office.number == "s" and office.kind == "person" and office.institution is None:
        earlier = scan.recent.get(office.lemma)
        return earlier and Found(i, office.last, earlier, "description", known.cut)
    if office.kind == "person" and office.institution is None and office.number == "s":
        return None
    actor_id = f"{office.role}_{office.institution}" if office.institution else office.role
    typed = "group" if office.kind in ("fighters", "people") else "anonymous"
    actor = Actor(actor_id, party or "anonymous", scan.tokens.words(i, office.last), type=typed, gender=office.gender, number=office.number)
    scan.introduce(actor)
    scan.recent[office.lemma] = actor_id
    return Found(i, office.last, actor_id, "new", known.cut)


def _holder(scan, i, known, office, party):
    """The person whom an office means where no name follows."""
    if office.number != "s":
        return Found(i, office.last, office.institution, "title", known.cut) if office.institution else None
    if office.institution is None:
        earlier = scan.recent.get(office.lemma if office.gender == "m" else office.lemma + "ة")
        return Found(i, office.last, earlier, "description", known.cut) if earlier and office.definite else None
    person = find_holder(scan, office)
    if person is None:
        role = f"{office.role}_{office.destination}" if office.destination else office.role
        actor = Actor(f"{office.institution}_{role}", party, scan.tokens.words(i, office.last), type="person", gender=office.gender, number="s")
        person = scan.introduce(actor)
    _remember(scan, office, person)
    return Found(i, office.last, person, "title", known.cut)


def find_holder(scan, office):
    """Return the person in an office: whom the text put there, else who is named in the article, else by date, else None."""
    role, institution = office.role, office.institution
    place = office.destination and office.destination.removesuffix("_government")
    for wanted in ((f"{role}_{place}", "envoy_un" if place in ("un", "security_council") else role) if place else (role,)):
        if (wanted, institution) in scan.incumbents and not office.former:
            return scan.incumbents[(wanted, institution)]
        holders = scan.registry.holders_of(wanted, institution)
        named = [person for person in holders if person in scan.seen]
        if named:
            return named[-1]
        if holders and scan.date and not office.former:
            current = scan.registry.holders_of(wanted, institution, scan.date)
            if current:
                return current[-1]
    return None
