"""Institutions and groups made of a noun and a state or party: `الحكومة السورية`, `وزارة الدفاع الروسية`, `قوات حفتر`."""

from typing import NamedTuple

from analysis.actors.newcomers import free_id, is_verb
from analysis.actors.scan import Found, demonym_at, is_word, match_name, match_tail
from analysis.actors.spelling import slug
from analysis.actors.terms import MINISTRY, definite, in_context, is_a, portfolios, without_article
from analysis.actors.unify import WEAK
from analysis.records import Actor
from analysis.wordlists import WORDS, adjectives
from analysis.words import LATIN, QUOTE, WORD

DEEPEST = 4

ABROAD = ("embassy", "consulate", "mission", "delegation", "army", "forces", "air_force", "navy", "intelligence", "occupation")
"""Bodies that can be where they are not at home."""


class Head(NamedTuple):
    """The noun of an institution's phrase. `last` is the token after it and its portfolio."""

    last: int
    role: str
    scope: str
    type: str
    gender: str
    number: str
    definite: bool
    lemma: str
    alone: str | None = None


def read_institution(scan, i, known):
    """Return the Found of an institution that begins at token i and is made of its words, or None."""
    if scan.depth >= DEEPEST or not (known.nouns or known.bare):
        return None
    scan.depth += 1
    try:
        for head in heads(scan, i, known):
            found = _institution(scan, i, known, head)
            if found is not None:
                return found
        return None
    finally:
        scan.depth -= 1


def heads(scan, i, known):
    """Yield the Heads that can begin at token i, longest first; `الخارجية` alone is a ministry."""
    from analysis.actors.offices import read_portfolio

    for noun in known.nouns:
        j = match_tail(scan, i + 1, noun.tail) if noun.tail else i + 1
        if not j:
            continue
        if noun.scope == "portfolio":
            end, portfolio = read_portfolio(scan, j)
            if portfolio:
                yield Head(end, f"{portfolio}_ministry", "own", noun.type, noun.gender, noun.number, True, noun.lemma)
            continue
        yield Head(j, noun.role, noun.scope, noun.type, noun.gender, noun.number, noun.definite, noun.lemma, noun.alone)
    if known.bare:
        for tail, role, bare in portfolios().get(without_article(known.key), ()):
            if bare and not tail:
                yield Head(i + 1, f"{role}_ministry", "bare", "institution", "f", "s", True, MINISTRY)


def _institution(scan, i, known, head):
    owner, last = read_owner(scan, head)
    if head.role == "agency" and (end := _through_news(scan, head.last)) and match_name(scan, i) is None:
        # `الوكالة السورية الرسمية للأنباء`
        words = scan.phrase(i, end)
        return Found(i, end, scan.introduce(Actor(free_id(scan, slug(words), words), "media", words, type="medium", gender="f", number="s")), "new", known.cut)
    if owner is None:
        owner, last = _seat_of(scan, head)
    if head.scope == "medium":
        return _medium(scan, i, known, head, owner, last)
    if owner is None and head.last > i + 1 and stands_alone(scan, i, head.last, head):
        actor_id = scan.recent.get(head.role) or (state := scan.clear_state()) and compose(scan, head, state, scan.phrase(i, last))
        return actor_id and Found(i, head.last, actor_id, "description", known.cut)
    if owner is None and head.role.endswith("_ministry") and head.scope == "own":
        actor_id = scan.recent.get(head.role) or (scan.main_state and compose(scan, head, scan.main_state, scan.phrase(i, last)))
        return actor_id and Found(i, head.last, actor_id, "description", known.cut)
    if head.scope == "opposition" and not head.definite and not _feminine_adjective(scan, head.last):
        # `رغم معارضة بريطانيا القرار`: what Britain objects to.
        return None
    if owner is None or head.scope in ("document", "called", "none") or head.scope in ("bare", "force") and not _feminine_adjective(scan, head.last):
        return None
    actor_id = compose(scan, head, owner, scan.phrase(i, last))
    if actor_id and head.scope in ("own", "bare"):
        scan.recent[head.role] = actor_id
    return actor_id and Found(i, last, actor_id, "name", known.cut)


def stands_alone(scan, i, last, noun):
    """Say whether a noun with ال at the tokens i … last - 1 can mean the body of the state that the article is about.

    Not with a further adjective (`الشرطة الأهلية`); one that means something else as well (`القضاء على الفقر`) only behind a verb or باسم.
    """
    if not noun.definite or not noun.alone or noun.scope != "state" and last < scan.n and _further_adjective(scan.keys[last]):
        return False
    return noun.alone == "yes" or i > 0 and (is_a(scan.keys[i - 1], "on_behalf") or is_verb(scan, i - 1)) and not (last < scan.n and is_a(scan.keys[last], "beside"))


def _further_adjective(key):
    bare = without_article(key)
    return is_a(key, "international") or definite(key) and not in_context(key, "modifier") and not in_context(key, "time") and WORDS[key].particle is None and (bare.endswith(("ي", "ية")) or bare in adjectives())


def _through_news(scan, j):
    """Return the token after `للأنباء` within four tokens of token j, or 0."""
    return next((k + 1 for k in range(j, min(j + 4, scan.n)) if is_a(scan.keys[k], "news")), 0)


def _seat_of(scan, head):
    """`وزارة الصحة في غزة`, `الشرطة في لندن`: return (state, token after) of where a body with ال is that acts at home, or (None, head.last); of a press office also whose it is (`الدائرة الإعلامية في الحزب`)."""
    if head.role == "press_office" and is_word(scan, head.last):
        return _of_the_press_office(scan, head.last)
    found = match_name(scan, head.last + 1) if head.definite and head.scope in ("own", "bare", "state") and head.role not in (*ABROAD, "state") and head.last < scan.n and is_a(scan.keys[head.last], "within") and is_word(scan, head.last + 1) else None
    if found is None or found.cut or scan.type(found.actor) != "state":
        return None, head.last
    return found.actor, found.last


def _of_the_press_office(scan, j):
    """`الدائرة الإعلامية | في الحزب`, `المكتب الصحفي | للكرملين`, `المكتب الإعلامي | بالوزارة`: return (body, token after) of whose a press office before token j is, or (None, j)."""
    from analysis.actors.offices import read_party

    inside = is_a(scan.keys[j], "within")
    body = read_party(scan, j + inside)
    if body is None or scan.type(body.actor) not in ("group", "institution", "state") or (scan.prefix(j) not in ("ل", "ب") if not inside else body.cut):
        return None, j
    return body.actor, body.last


def _feminine_adjective(scan, j):
    adjective = demonym_at(scan, j)
    return adjective is not None and adjective[0].gender == "f" and not scan.prefix(j)


def read_owner(scan, head):
    """Return (actor id of the state, party or person whose the institution is, token after), or (None, head.last)."""
    from analysis.actors.offices import read_party

    j = head.last
    for _ in range(4):
        if not is_word(scan, j):
            return None, head.last
        adjective = demonym_at(scan, j) if not scan.prefix(j) else None
        if adjective is not None and (adjective[0].definite or not head.definite) and adjective[0].number == "s" and not (head.definite and (head.gender, head.number, adjective[0].gender) == ("m", "s", "f")):
            # `هدد الحرس الثوري | السعودية`: no adjective of a masculine noun.
            return adjective[0].actor, adjective[1]
        if not in_context(scan.keys[j], "modifier"):
            break
        j += 1
    if head.definite and j == head.last or j > head.last:
        return None, head.last
    if head.role == "delegation" and in_context(scan.keys[j], "sending") and j + 1 < scan.n and is_word(scan, j + 1):
        # `وفد | من الاتحاد الأوروبي`
        j += 1
    known = scan.words[scan.keys[j]]
    if known.cut if known is not None else not is_a(scan.keys[j], "home"):
        return None, head.last
    party = read_party(scan, j)
    return (party.actor, party.last) if party is not None else (None, head.last)


def compose(scan, head, owner, words):
    """Return the id of the actor that a noun and its owner make, introducing it where the registry has none."""
    registry, party = scan.registry, scan.party(owner)
    state = owner if scan.type(owner) == "state" else registry.states.get(party)
    short = (state or party).removesuffix("_government")
    if head.scope == "state":
        return registry.seats.get((state, head.role)) or state or owner
    if head.scope in ("named", "private", "people", "opposition") and scan.type(owner) != "state":
        return None
    if head.scope == "people" and _beside_government(scan, head):
        # `حكومة | وشعب السودان`: the state.
        return owner
    if head.scope == "people":
        party = registry.people_parties.get(owner) or "civilians"
        return _introduce(scan, f"{short}_people", party, head, words)
    if head.scope == "opposition":
        found = registry.opposition(owner)
        return found if found in registry.actors else _introduce(scan, found, found, head, words)
    if head.scope in ("named", "private"):
        # A nationality makes no company, university or party a part of the state.
        return _introduce(scan, free_id(scan, slug(words), words), party if head.scope == "named" else "unaffiliated", head, words)
    seat = registry.seat(state or party, head.role) if head.scope in ("own", "bare", "force") else f"{short}_{head.role}"
    return seat if seat in registry.actors else _introduce(scan, seat, party, head, words)


def _beside_government(scan, head):
    """Say whether the noun of a people that ends before token `head.last` is joined to a leadership or government before it, with whose owner it shares."""
    i = head.last - 1
    return i > 0 and scan.prefix(i).startswith("و") and in_context(scan.keys[i - 1].removeprefix("و"), "leadership")


def _introduce(scan, actor_id, party, head, words):
    # Things in the plural agree like a feminine singular (`أعلنت الفصائل`).
    return scan.introduce(Actor(actor_id, party, words, type=head.type, gender=head.gender, number="s"))


def _medium(scan, i, known, head, owner, last):
    """`صحف سعودية`, `وكالة أنباء روسية`, `صحيفة «النداء»`: a medium by its state or by its name."""
    after = scan.after_marks(head.last, comma=False)
    named = match_name(scan, after) if after < scan.n else None
    if named is not None and scan.type(named.actor) == "medium" and not named.cut:
        end = named.last + (named.last < scan.n and scan.kinds[named.last] == QUOTE and named.first > head.last)
        return Found(i, _through_demonym(scan, end), named.actor, "name", known.cut)
    if head.role == "site" and not head.definite and (body := _body_at(scan, head.last, named)) is not None:
        words = scan.phrase(i, body.last)
        return Found(i, body.last, scan.introduce(Actor(free_id(scan, slug(words), words), scan.actor(body.actor).party, words, type="medium", gender=head.gender, number="s")), "new", known.cut)
    earlier = scan.recent.get(head.lemma)
    if owner is not None and head.definite and head.last == i + 1 and scan.type(earlier) == "medium":
        return Found(i, last, earlier, "description", known.cut)
    if owner is not None and scan.type(owner) == "state" and head.role != "site":
        return Found(i, last, _media_of(scan, head, owner, scan.phrase(i, last)), "new", known.cut)
    j = head.last
    if head.number == "p" and head.role in ("media", "agency"):
        return Found(i, head.last, scan.introduce(Actor(head.role, "media", scan.phrase(i, head.last), type="medium", gender="f", number="s")), "new", known.cut)
    if head.definite or j >= scan.n or head.number != "s":
        return None
    end = _title_end(scan, j)
    if end == j:
        return None
    name = scan.phrase(i, end)
    actor = Actor(slug(scan.tokens.words(j, end)), "media", name, type="medium", gender=head.gender, number="s")
    if actor.id in scan.registry.actors:
        actor = actor._replace(id=f"{actor.id}_medium")
    return Found(i, end, scan.introduce(actor), "new", known.cut)


def _body_at(scan, j, named):
    """`موقع | وزارة الخزانة الأمريكية`: return the Found of the body at token j that speaks on its own site, or None for a state, a person, a medium or one of no known party."""
    known = scan.words[scan.keys[j]] if j < scan.n else None
    found = named or (read_institution(scan, j, known) if known is not None else None)
    actor = scan.actor(found.actor) if found is not None else None
    return found if actor is not None and actor.type in ("institution", "group") and actor.party not in WEAK else None


def _through_demonym(scan, j):
    adjective = demonym_at(scan, j) if j < scan.n and not scan.prefix(j) else None
    return adjective[1] if adjective is not None and adjective[0].definite else j


def _media_of(scan, head, owner, words):
    return scan.introduce(Actor(f"{owner.removesuffix('_government')}_{head.role}", "media", words, type="medium", gender=head.gender, number="s"))


def _title_end(scan, j):
    """Return the token after a medium's name: the words in quotation marks, or those before a demonym, or one word."""
    if scan.kinds[j] == QUOTE:
        for k in range(j + 1, min(j + 7, scan.n)):
            if scan.kinds[k] == QUOTE:
                return k + 1 if k > j + 1 else j
        return j
    for k in range(j, min(j + 4, scan.n)):
        if scan.kinds[k] not in (WORD, LATIN):
            return j
        known = scan.words[scan.keys[k]]
        if k > j and known is not None and known.demonym and known.demonym.definite and not known.cut:
            return k + 1
        if known is not None and (known.cut or known.titles):
            return j
    return j + 1 if scan.kinds[j] == LATIN else j

