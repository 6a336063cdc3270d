"""Read an office: title + portfolio + adjectives + whose it is (adjective, construct state, باسم، لـ، في) + where it is sent.

`نائب وزير الخارجية الروسي`, `المتحدث باسم الكرملين`, `مندوبة أمريكا لدى مجلس الأمن`, `مصدر في الخارجية الروسية`. Who holds it is
found in `analysis.actors.holders`.
"""

from typing import NamedTuple

from analysis.actors.scan import demonym_at, is_word, match_name, match_tail, same_sentence
from analysis.actors.terms import in_context, portfolios
from analysis.words import QUOTE

UNNAMED = ("anonymous", "official", "person", "trade", "fighters", "people")
"""Kinds of titles that may stand for somebody without a name."""

DESTINED = ("ambassador", "envoy", "envoy_un", "coordinator", "mediator", "representative", "deputy_ambassador", "deputy_envoy_un", "deputy_envoy")
"""Offices whose لدى / إلى / في names where they are sent, not whose they are."""

OF_NOBODY = ("president", "prime_minister", "minister", "king", "emir", "founder", "leader", "candidate", "pope")
"""Offices that are of a state or body, never of a person."""

DEEPEST, PIECES = 4, 7


class Office(NamedTuple):
    """A title with what belongs to it. `last` is the token after it, its name not included; `institution` is an actor id or None.

    `tied` is False where only a nationality says whose it is; `former` with السابق.
    """

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
    tied: bool = True


def read_office(scan, i, known):
    """Return the Office that begins at token i, or None."""
    if scan.depth >= DEEPEST:
        return None
    for title in known.titles:
        j = match_tail(scan, i + 1, title.tail) if title.tail else i + 1
        if j:
            scan.depth += 1
            office = _deputy(scan, title, j) or _complements(scan, title, j)
            scan.depth -= 1
            return office
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
    role, institution, destination, definite = title.role, scan.registry.now(title.of) if title.of and title.definite else None, None, title.definite
    former = official = nation = foreign = military = plain = False
    if title.portfolio:
        portfolio, end, own = read_ministers_portfolio(scan, j)
        definite = definite or is_word(scan, j) and scan.keys[j].startswith("ال")
        role, institution, j = f"{portfolio}_minister" if portfolio else role, own or institution, end
    for _ in range(PIECES):
        if not same_sentence(scan, j - 1, j):
            break
        if not is_word(scan, j):
            quoted = _quoted_body(scan, j) if institution is None and not definite and title.tail else None
            institution, j = quoted or (institution, j)
            break
        key, known = scan.keys[j], scan.words[scan.keys[j]]
        adjective = demonym_at(scan, j) if institution is None and known is not None and not known.cut else None
        if adjective is not None and (adjective[0].definite or not definite) and (title.number != "s" or adjective[0].number == "s"):
            # Definiteness and number agree: `الرئيس التركي`, but not `العقيد تركي المالكي`, `دعا البطريرك اللبنانيين`.
            institution, nation, plain, j = adjective[0].actor, True, plain or not adjective[0].definite, adjective[1]
        elif in_context(key, "modifier") and not _is_year(scan, j):
            former, official = former or key.startswith(("السابق", "سابق", "الاسبق")), official or in_context(key, "official")
            foreign, military = foreign or key in ("الدولي", "الدولية"), military or key == "العسكري"
            j += 1
        else:
            party, sent = _complement(scan, title, j, known, institution)
            if party is None:
                end = _unknown_body(scan, j) if institution is None else j
                if end == j:
                    break
                definite, j = True, end
                continue
            plain = plain or key in ("في", "من", "باسم")
            j, nation = party.last, nation and institution is not None
            institution, destination = (institution, destination or party.actor) if sent else (institution or party.actor, destination)
    if institution is None and foreign and title.role in DESTINED:
        institution = scan.registry.now("un")
    tied = not nation or official or title.kind not in ("anonymous", "person", "trade")
    if institution and title.role == "spokesman":
        institution = _voice(scan, institution, military)
    kind = "official" if title.kind == "office" and plain and not definite else title.kind
    return Office(j, role, kind, title.gender, title.number, definite, institution, destination, title.lemma, former, tied)


def _voice(scan, institution, military):
    """Return for whom a spokesman speaks: `المتحدث العسكري المصري` for the army, `المتحدث باسم الرئيس ترامب` for the presidency."""
    if military and scan.type(institution) == "state":
        return scan.registry.seat(institution, "army")
    if scan.type(institution) == "person" and any(row[0] in ("president", "king") for row in scan.registry.offices.get(institution, ())):
        return scan.registry.seat(scan.party(institution), "presidency")
    return institution


def _quoted_body(scan, j):
    """Return (actor, token after the closing mark) of a name in quotation marks: `رئيس تحرير «النهار»`; None where none stands."""
    party = read_party(scan, j) if scan.kinds[j] == QUOTE else None
    if party is None:
        return None
    return party.actor, party.last + (party.last < scan.n and scan.kinds[party.last] == QUOTE)


def _unknown_body(scan, j):
    """Return the token after `باسم` and the words of a body that nothing knows, or j."""
    if scan.keys[j] not in ("باسم", "بلسان") or not is_word(scan, j + 1) or not same_sentence(scan, j, j + 1):
        return j
    end = j + 2
    while end < j + 5 and is_word(scan, end) and scan.keys[end].startswith("ال") and same_sentence(scan, j, end):
        end += 1
    return end


def _is_year(scan, j):
    """`العام الماضي` is no adjective of a title."""
    return scan.keys[j] == "العام" and j + 1 < scan.n and in_context(scan.keys[j + 1], "time")


def _complement(scan, title, j, known, institution):
    """Return (Found of the actor that a title's complement at token j names or None, whether it is where the office is sent)."""
    key, sendable = scan.keys[j], title.role in DESTINED
    if key in ("باسم", "بلسان"):
        return (read_party(scan, j + 1), False) if institution is None else (None, False)
    if key in ("في", "لدي", "الي", "من"):
        return _after_preposition(scan, title, j, institution, sendable)
    if known is None:
        return None, False
    if known.cut:
        if known.prefix not in ("ل", "ب") or known.prefix == "ب" and not sendable or title.kind in UNNAMED or institution is not None and not sendable:
            return None, False
        party = read_party(scan, j)
        if party is None or scan.type(party.actor) in ("medium", "person", "anonymous"):
            return None, False
        return party, institution is not None or known.prefix == "ب"
    if institution is None and (not title.definite or title.tail):
        party = read_party(scan, j)
        # `رئيس الوزراء نتنياهو` names him; `مستشار ترامب` is his.
        if party is not None and scan.type(party.actor) == "person" and (title.definite or title.role in OF_NOBODY):
            return None, False
        return party, False
    return None, False


def _after_preposition(scan, title, j, institution, sendable):
    """`لدى الأمم المتحدة`, `في الخارجية الروسية`, `إلى سوريا`; a place (`في دمشق`) is no complement, save for envoys."""
    key = scan.keys[j]
    if not sendable and (key == "الي" or institution is not None or key == "من" and title.kind not in UNNAMED):
        return None, False
    party = read_party(scan, j + 1)
    if party is None or party.cut:
        return None, False
    if sendable:
        return party, True
    place = scan.type(party.actor) == "state" and not scan.words[scan.keys[party.first]].nouns
    return (None, False) if place or scan.type(party.actor) == "person" else (party, False)


def read_ministers_portfolio(scan, j):
    """Return (role of the portfolio at token j or None, token after it with what `و` adds to it, whose it is by a pronoun)."""
    end, portfolio = read_portfolio(scan, j)
    if portfolio is None and is_word(scan, j):
        key = scan.keys[j]
        for pronoun in ("ته", "تها", "تهم"):
            row = portfolios().get(key.removesuffix(pronoun) + "ة") if key.endswith(pronoun) else None
            if row:
                return row[-1][1], j + 1, next((f.actor for f in reversed(scan.rows) if scan.type(f.actor) == "state"), None)
        end = j + 1 if key.startswith("ال") and scan.words[key] is None else j
    if end == j:
        return portfolio, j, None
    while is_word(scan, end) and scan.keys[end].startswith("وال") and _nothing_else(scan.words[scan.keys[end]]):
        end += 1
        if is_word(scan, end + 1) and scan.keys[end].startswith("ال") and scan.words[scan.keys[end]] is None and demonym_at(scan, end + 1):
            end += 1
    return portfolio, end, None


def _nothing_else(known):
    return known is None or not (known.titles or known.names or known.demonym)


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
    from analysis.actors.descriptions import describe
    from analysis.actors.holders import resolve_office
    from analysis.actors.institutions import read_institution

    j = scan.after_marks(j, comma=False)
    if not is_word(scan, j):
        return None
    known = scan.words[scan.keys[j]]
    best = match_name(scan, j, known)
    if known is None:
        return best
    found = read_institution(scan, j, known) if known.nouns or known.key.startswith("ال") else None
    best = found if found is not None and (best is None or found.last > best.last) else best
    if known.titles:
        office = read_office(scan, j, known)
        if office is not None and office.kind not in UNNAMED and (best is None or office.last >= best.last):
            best = resolve_office(scan, j, known, office) or best
    return best or describe(scan, j, known)
