"""Read an office: title + portfolio + adjectives + whose it is (adjective, construct state, باسم، لـ، في) + where it is sent.

`نائب وزير الخارجية الروسي`, `المتحدث باسم الكرملين`, `مندوبة أمريكا لدى مجلس الأمن`, `مصدر في الخارجية الروسية`. Who holds it is
found in `analysis.actors.holders`.
"""

from typing import NamedTuple

from analysis.actors.lookup import ITS
from analysis.actors.scan import Found, demonym_at, home, is_word, match_name, match_tail
from analysis.actors.terms import ARTICLE, definite, in_context, is_a, members, portfolios, without_article
from analysis.wordlists import WORDS, adjectives, documents, rule_words, verbal_nouns
from analysis.words import QUOTE

UNNAMED = ("anonymous", "official", "person", "trade", "fighters", "people")
"""Kinds of titles that may stand for somebody without a name."""

DESTINED = ("ambassador", "envoy", "envoy_un", "coordinator", "mediator", "representative", "deputy_ambassador", "deputy_envoy_un", "deputy_envoy")
"""Offices whose لدى / إلى / في names where they are sent, not whose they are."""

OF_NOBODY = ("president", "prime_minister", "minister", "king", "emir", "founder", "leader", "candidate", "pope")
"""Offices that are of a state or body, never of a person."""

OF_THE_STATE = "state"
"""What titles.tsv says of an office that needs no state beside it: `رئيس الوزراء`."""

ADJECTIVES = ("former", "official", "international", "military")
"""Classes of adjectives that say something about an office."""

TO, BY, AND, FEMININE, PLURAL, RELATION = "ل", "ب", "و", "ة", "ات", "ية"
DEEPEST, PIECES = 4, 7
REACH = 5
"""Tokens between a title and the preposition before the body that it belongs to."""


class Office(NamedTuple):
    """A title with what belongs to it. `last` is the token after it, its name not included; `institution` is an actor id or None.

    `destination` is where an envoy is sent; `tied` is False where only a nationality says whose it is; `former` with السابق;
    `home` where with ال it is of the state that the article is about, unless another is named.
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
    home: bool = False


def read_office(scan, i, known):
    """Return the Office that begins at token i, or None."""
    if scan.depth >= DEEPEST:
        return None
    said = scan.keys[i].endswith("ي") and i and is_word(scan, i - 1) and WORDS[scan.keys[i - 1]].stem in documents() | rule_words("occasion")
    for title in known.titles:
        if said and title.number == "s":
            # `في مؤتمر | صحفي`: an adjective.
            return None
        j = match_tail(scan, i + 1, title.tail) if title.tail else i + 1
        if j:
            scan.depth += 1
            office = _deputy(scan, title, j) or _complements(scan, title, j)
            scan.depth -= 1
            return office
    return None


def _deputy(scan, title, j):
    """`نائب وزير الخارجية الروسي`, `النائب الأول لوزير الخارجية الروسي`: the office of another office."""
    if title.kind != "deputy":
        return None
    while is_word(scan, j) and title.definite and in_context(scan.keys[j], "modifier"):
        j += 1
    inner = scan.words[scan.keys[j]] if is_word(scan, j) else None
    if inner is None or inner.cut and inner.prefix != TO or not inner.titles:
        return None
    office = read_office(scan, j, inner)
    return office and office._replace(role=f"{title.role}_{office.role}", kind="office", gender=title.gender, number=title.number, lemma=title.lemma)


def _complements(scan, title, j):
    """Read what belongs to a title from token j on, piece by piece."""
    home = title.of == OF_THE_STATE
    whose = scan.registry.now(title.of) if title.of and not home and title.definite else None
    office = Office(j, title.role, title.kind, title.gender, title.number, title.definite, whose, None, title.lemma, home=home)
    if title.portfolio:
        office = _with_portfolio(scan, office)
    nation, marks = False, set()
    for _ in range(PIECES):
        j = office.last
        if j >= scan.n:
            break
        if not is_word(scan, j):
            office = _quoted_body(scan, title, office)
            break
        adjective = _nationality(scan, title, office)
        if adjective is not None:
            office, nation = office._replace(institution=adjective[0].actor, last=adjective[1]), True
            marks |= set() if adjective[0].definite else {"plain"}
        elif in_context(scan.keys[j], "modifier") and not _is_year(scan, j) or title.role == "source" and in_context(scan.keys[j], "answerable"):
            # `مصدر مسؤول في الوزارة`: an official one
            marks |= {name for name in ADJECTIVES if in_context(scan.keys[j], name)}
            office = office._replace(last=j + 1)
        else:
            further = _with_complement(scan, title, office) or _unknown_body(scan, office) or _far_body(scan, title, office)
            if further is None:
                break
            marks |= {"plain"} if is_a(scan.keys[j], "within") or is_a(scan.keys[j], "out_of") or is_a(scan.keys[j], "on_behalf") else set()
            nation = nation and further.institution == office.institution
            office = further
    return _finished(scan, title, office, nation, marks)


def _finished(scan, title, office, nation, marks):
    """Draw the conclusions from a title's adjectives: whose it is, whether it is tied to a side, whether it means its holder."""
    institution = office.institution
    if institution is None and "international" in marks and title.role in DESTINED:
        institution = scan.registry.now("un")
    if institution and title.role == "spokesman":
        institution = _voice(scan, institution, "military" in marks)
    if institution is None and title.role == "spokesman" and "military" in marks:
        # `متحدث عسكري`: of the army of the state that the article is about
        institution = scan.clear_state()
    unnamed = title.kind == "office" and "plain" in marks and not office.definite
    tied = not nation or "official" in marks or title.kind not in ("anonymous", "person", "trade")
    return Office(office.last, office.role, "official" if unnamed else title.kind, office.gender, office.number, office.definite, institution, office.destination, office.lemma, "former" in marks, tied, office.home)


def _with_portfolio(scan, office):
    """`وزير الخارجية`, `وزير خارجيته`: the office with what the minister is for."""
    portfolio, end, owner = read_ministers_portfolio(scan, office.last)
    if office.definite and portfolio is None and owner is None:
        # `استنكر الوزير الاتهامات`: behind the article no noun says what he is minister of.
        return office
    known = office.definite or is_word(scan, office.last) and definite(scan.keys[office.last])
    role = f"{portfolio}_minister" if portfolio else office.role
    return office._replace(role=role, definite=known, institution=owner or office.institution, last=end)


def _nationality(scan, title, office):
    """Return (Demonym, token after it) of the adjective that says whose an office is, or None.

    Definiteness and number agree: `الرئيس التركي`, but not `العقيد تركي المالكي`, `دعا البطريرك اللبنانيين`.
    """
    if office.institution is not None or scan.prefix(office.last):
        return None
    found = demonym_at(scan, office.last)
    if found is None or office.definite and not found[0].definite or title.number == "s" and found[0].number != "s":
        return None
    return found


def _voice(scan, institution, military):
    """Return for whom a spokesman speaks: `المتحدث العسكري المصري` for the army, `المتحدث باسم الرئيس ترامب` for the presidency."""
    if military and scan.type(institution) == "state":
        army = scan.registry.seat(institution, "army")
        return army if army in scan.registry.actors else institution
    if scan.type(institution) == "person" and any(row[0] in ("president", "king") for row in scan.registry.offices.get(institution, ())):
        return scan.registry.seat(scan.party(institution), "presidency")
    return institution


def _quoted_body(scan, title, office):
    """Return the office with a name in quotation marks: `رئيس تحرير «النهار»`; as it is where none stands."""
    j = office.last
    if office.institution is not None or office.definite or not title.tail or scan.kinds[j] != QUOTE:
        return office
    party = read_party(scan, j)
    if party is None:
        return office
    closed = party.last < scan.n and scan.kinds[party.last] == QUOTE
    return office._replace(institution=party.actor, last=party.last + closed)


def _unknown_body(scan, office):
    """Return the office with `باسم` and the words of a body that nothing knows, or None."""
    j = office.last
    if office.institution is not None or not is_a(scan.keys[j], "on_behalf") or not is_word(scan, j + 1):
        return None
    end = j + 2
    while end < j + 5 and is_word(scan, end) and definite(scan.keys[end]) and (not definite(scan.keys[end - 1]) or _is_adjective(scan.keys[end])):
        end += 1
    return office._replace(last=end)


def _far_body(scan, title, office):
    """`قائد عمليات حفظ السلام في الأمم المتحدة`, `محلل الشؤون العسكرية في شبكة CNN`: the office with a body named behind nouns that nothing knows, or None."""
    if office.institution is not None or title.kind in ("rank", "anonymous") or title.role in DESTINED or office.definite and not title.tail:
        return None
    for k in range(office.last, min(office.last + REACH, scan.n)):
        if not is_word(scan, k):
            return None
        known, word = scan.words[scan.keys[k]], WORDS[scan.keys[k]]
        inside = is_a(scan.keys[k], "within") or known is not None and known.prefix == BY and known.nouns
        if inside and k > office.last:
            body = read_party(scan, k if known is not None and known.prefix == BY else k + 1)
            return _owned(office, body) if body is not None and scan.type(body.actor) in ("institution", "group", "medium") else None
        if word.verb is not None or word.particle is not None or word.conj or word.prep or known is not None and (known.titles or known.demonym or match_name(scan, k, known) is not None):
            return None
    return None


def _is_adjective(key):
    """Say whether a definite word is an adjective: `باسم الشرطة الفيدرالية`, but `باسم الشرطة | التعليق`."""
    bare = without_article(key)
    return bare in adjectives() or bare.endswith(("ي", "ية", "ين", "اء")) and bare not in verbal_nouns()


def _is_year(scan, j):
    """`العام الماضي` is no adjective of a title."""
    return is_a(scan.keys[j], "year") and j + 1 < scan.n and in_context(scan.keys[j + 1], "time")


def _with_complement(scan, title, office):
    """Return the office with the complement at its end: whose it is, or where it is sent; None where there is none."""
    key, known, sendable = scan.keys[office.last], scan.words[scan.keys[office.last]], title.role in DESTINED
    if is_a(key, "on_behalf"):
        return _owned(office, _read_side(scan, office.last + 1)) if office.institution is None else None
    if is_a(key, "within") or is_a(key, "toward") or is_a(key, "out_of"):
        return _after_preposition(scan, title, office, sendable)
    if known is None and not is_a(key, "home"):
        return None
    if known is not None and known.cut:
        return _after_proclitic(scan, title, office, known, sendable)
    if office.institution is not None or title.definite and not title.tail or _takes_no_noun(scan, title, office):
        return None
    party = _read_side(scan, office.last)
    # `رئيس الوزراء نتنياهو` names him; `مستشار ترامب` is his.
    if party is not None and scan.type(party.actor) == "person" and (title.definite or title.role in OF_NOBODY):
        return None
    return _owned(office, party)


def _read_side(scan, j):
    """Return the Found of the actor that the phrase at token j names, or of the group, no state, whose members it does (`باسم الحوثيين`); or None."""
    party = read_party(scan, j)
    found = demonym_at(scan, j) if party is None and is_word(scan, j) else None
    group = found is not None and found[0].definite and found[0].number == "p" and scan.type(found[0].actor) != "state"
    return Found(j, found[1], found[0].actor, "demonym") if group else party


def _takes_no_noun(scan, title, office):
    """Say whether no noun in construct state can follow: behind a plural in ون, an adjective, or a whole phrase (`شهود عيان`, `مصدر أمني`)."""
    key = scan.keys[office.last - 1]
    return title.kind in UNNAMED and bool(title.tail) or title.number == "p" and key.endswith("ون") or not title.definite and in_context(key, "modifier") and not definite(key)


def _owned(office, party):
    return party and office._replace(institution=office.institution or party.actor, last=party.last)


def _sent(office, party):
    return party and office._replace(destination=office.destination or party.actor, last=party.last)


def _after_proclitic(scan, title, office, known, sendable):
    """`الأمين العام للأمم المتحدة`; after another owner only where an envoy is sent (`لمجلس الأمن`), never an addressee (`لرويترز`)."""
    by, to = known.prefix == BY, known.prefix == TO
    if by and title.kind in UNNAMED and office.institution is None and (known.nouns or known.bare):
        # `مصدر بوزارة الخارجية السعودية`, `مصدر بالخارجية`
        body = read_party(scan, office.last)
        return _owned(office, body) if body is not None and scan.type(body.actor) not in ("medium", "person", "anonymous") else None
    if not (by or to) or by and not sendable or title.kind in UNNAMED or office.institution is not None and not sendable:
        return None
    party = _read_side(scan, office.last)
    if party is None or scan.type(party.actor) in ("medium", "person", "anonymous"):
        return None
    return _sent(office, party) if office.institution is not None or by else _owned(office, party)


def _after_preposition(scan, title, office, sendable):
    """`لدى الأمم المتحدة`, `في الخارجية الروسية`, `إلى سوريا`; a place (`في دمشق`) is no complement, save for envoys."""
    key = scan.keys[office.last]
    if not sendable and (is_a(key, "toward") or office.institution is not None or is_a(key, "out_of") and title.kind not in UNNAMED) or key == "من" and office.institution is not None:
        # `طلب السفير الروسي | من السلطات تنظيم لقاء`
        return None
    party = _read_side(scan, office.last + 1)
    if party is None or party.cut:
        return None
    if sendable:
        return _sent(office, party)
    known = scan.words[scan.keys[party.first]]
    place = scan.type(party.actor) == "state" and not (known is not None and known.nouns) and not (title.role == "official" and title.definite and title.number == "p" and key == "في")
    # `المسؤولون في إيران`, but `مسؤول في دمشق`
    return None if place or scan.type(party.actor) == "person" else _owned(office, party)


def read_ministers_portfolio(scan, j):
    """Return (role of the portfolio at token j or None, token after it with what `و` adds to it, whose it is by a pronoun)."""
    end, portfolio = read_portfolio(scan, j)
    if portfolio is None and is_word(scan, j):
        key = scan.keys[j]
        row = portfolios().get(of_which(key))
        if row:
            return row[-1][1], j + 1, _owner_meant(scan, j)
        end = j + 1 if definite(key) and scan.words[key] is None else j
    if end == j:
        return portfolio, j, None
    while end < (further := _one_more(scan, end)):
        end = further
    return portfolio, end, None


def _one_more(scan, j):
    """Return the token after what `و` adds to a portfolio at token j, with its adjectives: `وزير الداخلية | والجماعات المحلية | والتهيئة العمرانية`, `وزير التجارة | وترقية الصادرات`; j where it adds nothing."""
    if not is_word(scan, j) or not scan.keys[j].startswith(AND) or not _nothing_else(scan.words[scan.keys[j]]):
        return j
    noun, end = scan.keys[j].removeprefix(AND), j + 1
    if not definite(noun):
        # Work on something: `وترقية الصادرات`
        work = noun in verbal_nouns() and is_word(scan, end) and definite(scan.keys[end]) and scan.words[scan.keys[end]] is None
        return end + 1 if work else j
    while is_word(scan, end) and definite(scan.keys[end]) and scan.words[scan.keys[end]] is None and (_describes(scan, noun, end) or is_word(scan, end + 1) and demonym_at(scan, end + 1)):
        end += 1
    return end


def _describes(scan, noun, j):
    """Say whether the definite word at token j is an adjective of a portfolio's noun, and no surname: it agrees with it, and a masculine one stands before a first name."""
    key = scan.keys[j]
    if noun.endswith((FEMININE, PLURAL)):
        return key.endswith(FEMININE) and (key.endswith(RELATION) or without_article(key) in adjectives())
    return without_article(key) in adjectives() or key.endswith(RELATION[:1]) and is_word(scan, j + 1) and scan.keys[j + 1] in scan.registry.first_names


def of_which(key):
    """Return the portfolio that a word with a pronoun names, or None.

        >>> of_which("خارجيتها"), of_which("دفاعه"), of_which("حداد")
        ('خارجية', 'دفاع', None)
    """
    for pronoun in members("pronoun_ending"):
        if key.endswith(pronoun) and key.removesuffix(pronoun) + FEMININE in portfolios():
            return key.removesuffix(pronoun) + FEMININE
    return next((key.removesuffix(pronoun) for pronoun in ITS if key.endswith(pronoun) and key.removesuffix(pronoun) in portfolios()), None)


def _owner_meant(scan, j):
    """`أدانت بريطانيا الهجوم على روسيا، وقال وزير خارجيتها`: return the state that a pronoun on the word at token j means, or None where it is in doubt.

    It is the one that the clause is about, not one behind a preposition (`القرار المغربي بقطع العلاقات مع إيران`); with no state in the
    sentence, the one named last.
    """
    first = scan.tokens.bounds[scan.tokens.sentence_of[j]][0]
    if not scan.keys[j].endswith("ها"):
        return next((state for found in reversed(scan.rows) if (state := _state_of(scan, found, "m"))), None)
    said = next((k for k in range(j - 1, first, -1) if is_a(scan.keys[k], "clause_start")), first)
    states = [(found, state) for found in scan.rows if (state := _state_of(scan, found, "f"))]
    for begin in (said, first):
        here = [(found, state) for found, state in states if found.first >= begin]
        about = {state for n, (found, state) in enumerate(here) if not _is_beside(scan, found, here[n - 1][0] if n else None)} or {state for _, state in here}
        if about:
            return about.pop() if len(about) == 1 else None
    return states[-1][1] if states else None


def _state_of(scan, found, gender):
    """Return the state that a pronoun of a gender on an office can mean by what was found: a state, or that of a person of this gender; or None."""
    actor = scan.actor(found.actor)
    if actor.type == "state":
        return found.actor if gender == "f" or actor.gender is None and found.kind != "demonym" else None
    return scan.registry.states.get(actor.party) if actor.type == "person" and actor.gender == gender else None


def _is_beside(scan, found, before):
    """Say whether a state stands behind a preposition, or right behind another as its object (`اتهمت بريطانيا | روسيا`)."""
    k = found.first
    governed = k > 0 and is_a(scan.keys[k - 1], "beside") or k > 1 and found.kind == "demonym" and is_a(scan.keys[k - 2], "against")
    return governed or bool(found.cut and scan.prefix(k)[-1:] in (TO, BY)) or before is not None and before.last == k and before.actor != found.actor


def _nothing_else(known):
    return known is None or not (known.titles or known.demonym or any(not name.tail for name in known.names))


def read_portfolio(scan, j):
    """Return (token after the portfolio at token j, its role), or (j, None)."""
    if not is_word(scan, j):
        return j, None
    for tail, role, _ in portfolios().get(without_article(scan.keys[j]), ()):
        end = j + 1
        for word in tail:
            if end >= scan.n or scan.keys[end] not in (word, ARTICLE + word, AND + ARTICLE + word[1:] if word.startswith(AND) else word):
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
    if is_a(scan.keys[j], "home"):
        state = home(scan, scan.keys[j], (found.actor for found in reversed(scan.rows)))
        return state and Found(j, j + 1, state, "description")
    known = scan.words[scan.keys[j]]
    best = match_name(scan, j, known)
    if known is None:
        return best
    found = read_institution(scan, j, known) if known.nouns or known.bare else None
    best = found if found is not None and (best is None or found.last > best.last) else best
    if known.titles:
        office = read_office(scan, j, known)
        if office is not None and office.kind not in UNNAMED and (best is None or office.last >= best.last):
            best = resolve_office(scan, j, known, office) or best
    return best or describe(scan, j, known)
