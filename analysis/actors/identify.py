"""Say who a noun phrase means: always an actor, made of the phrase's words where no list and no mention knows it."""

from bisect import bisect_left, bisect_right
from operator import itemgetter

from analysis.actors.calling import as_called
from analysis.actors.holders import MEMORY, side_without_name
from analysis.actors.institutions import heads
from analysis.actors.newcomers import free_id, read_name
from analysis.actors.offices import UNNAMED
from analysis.actors.scan import Scan, home
from analysis.actors.spelling import slug
from analysis.actors.terms import definite, in_context
from analysis.actors.unify import WEAK
from analysis.records import Actor
from analysis.words import COMMAS, PUNCT, QUOTE, token_spans

STRONG = ("name", "title", "metonym", "new", "description")


def identify(tokens, first, last, mentions, registry, introduced=()):
    """Return the Actor that the tokens first … last - 1 name, with id, name, party, type, gender and number.

    A mention that begins the phrase says who it is; else the head noun does, with the party of a mention inside the phrase
    (`مصدر في الخارجية الروسية` → party russia); else the words are a new actor: unaffiliated, or anonymous. A document's actor is
    its issuer, with type document.

        >>> from analysis.actors import find_mentions, load_registry
        >>> from analysis.segment import segment
        >>> from analysis.text import article_from_text
        >>> from analysis.words import tokenize
        >>> a = article_from_text("قال مصدر في الخارجية الروسية إن الموقف لم يتغير.")
        >>> s = segment(a); t = tokenize(a, s); r = load_registry()
        >>> identify(t, 1, 5, find_mentions(a, s, t, r), r)[:2]
        ('source_russia_foreign_ministry', 'russia')
    """
    found = getattr(mentions, "introduced", None) or {}
    scan = Scan(tokens, registry)
    scan.introduced, scan.n = found, tokens.bounds[tokens.sentence_of[first]][1]
    while first < last - 1 and (tokens.kinds[first] in (QUOTE, PUNCT) or in_context(tokens.keys[first], "quantity") or tokens.keys[first] == "من" or tokens.keys[first + 1] == "من" and first and not definite(tokens.keys[first]) and in_context(tokens.keys[first - 1], "quantity") or _abbreviated(tokens, first)):
        first += 1
    inside = mentions_in(tokens, first, last, mentions)
    if not inside and (home_at := next((k for k in range(first, min(first + 3, last)) if in_context(tokens.keys[k], "home")), None)) is not None:
        return _at_home(scan, first, last, home_at, mentions)
    head = inside[0] if inside else None
    if head is not None and head[0].kind == "title" and len(inside) > 1 and inside[1][0].kind in ("name", "new") and inside[1][1] == head[2] and scan.type(inside[1][0].actor) == "person":
        # `المتحدثة باسم الخارجية | ماريا زاخاروفا`: the name tells, whoever else holds the office.
        head = (inside[1][0], *head[1:])
    whole = head is not None and (head[2] >= last or in_context(scan.keys[head[2]], "time"))
    if head is not None and head[1] <= first and (whole or head[0].kind in STRONG and head[0].kind != "description"):
        return as_called(scan, first, scan.actor(head[0].actor)) or _made(scan, first, last, None, "person")
    return _by_head(scan, first, last, inside, getattr(mentions, "issuers", None) or {})


def _abbreviated(tokens, i):
    """Say whether a title of one letter stands at token i: `د. سامي حداد`."""
    return len(tokens.keys[i]) == 1 and i + 1 < len(tokens) and tokens.forms[i + 1] == "."


def mentions_in(tokens, first, last, mentions):
    """Return [(mention, first token, token after)] of the mentions that touch the tokens first … last - 1."""
    spans = token_spans(tokens, mentions)
    # Mentions are in text order and do not overlap.
    begin, end = bisect_right(spans, first, key=itemgetter(1)), bisect_left(spans, last, key=itemgetter(0))
    return [(m, a, b) for m, (a, b) in zip(mentions[begin:end], spans[begin:end])]


def _at_home(scan, first, last, home_at, mentions):
    """`بلاده`, `رفض بلاده`: the state of the person named last; `سفير بلاده`: an office of that state. Nobody knows where no person is named."""
    before = bisect_left(mentions, scan.tokens.starts[first], key=lambda mention: mention.start)
    state = scan.actor(home(scan, scan.keys[home_at], (mention.actor for mention in reversed(mentions[max(0, before - MEMORY):before]))))
    known, words = scan.words[scan.keys[first]], scan.phrase(first, last)
    if state is None:
        return Actor("unknown", "unaffiliated", words, type="state", gender="f", number="s")
    if home_at > first and known is not None and known.titles:
        title = known.titles[-1]
        return Actor(f"{state.id}_{title.role}", state.party, words, type="person", gender=title.gender, number=title.number)
    return state


def _by_head(scan, first, last, inside, issuers):
    key = scan.keys[first]
    known = scan.words[key]
    party = next((m.party for m, a, b in inside if (m.kind in STRONG or m.kind == "demonym") and (a == first or m.party != "civilians")), None)
    owner = next((m.actor for m, a, b in inside), None)
    if known is not None and known.titles:
        return _titled(scan, first, last, known.titles[-1], party, inside)
    if known is not None and known.nouns:
        noun = next(heads(scan, first, known), None) or known.nouns[-1]
        return _own_site(scan, first, last, noun, inside) or _institution(scan, first, last, noun, party, issuers.get(first) or owner)
    kin = _kin(scan, first, last, inside, party)
    if kin is not None:
        return kin
    person = next((m for m, a, b in inside if a <= first + 2 and scan.type(m.actor) == "person"), None)
    if person is not None:
        return scan.actor(person.actor)
    if inside and inside[0][0].kind == "demonym" and inside[0][1] == first:
        return scan.actor(inside[0][0].actor)
    end = read_name(scan, first)
    if end >= min(first + 2, last):
        # `قال ستار تركي`: behind a name without a title what looks like a nationality is of the name.
        return _made(scan, first, min(end, last), next((m.party for m, a, b in inside if m.kind in STRONG or m.kind == "demonym" and definite(scan.keys[a])), None), "person")
    named = _name_at_end(scan, first, last)
    if named:
        return _made(scan, named, last, party, "person")
    return _made(scan, first, last, party, "group" if party else "person")


def _kin(scan, first, last, inside, party):
    """`زوجة الرئيس`, `أسرة سامي حداد`, `أنصار ترامب`: somebody else than the person, where only that person's name follows; else None."""
    households = in_context(scan.keys[first], "household")
    if not households and not in_context(scan.keys[first], "relative") or (inside[0][1] != first + 1 if inside else read_name(scan, first + 1) < last):
        return None
    people = [(a, b) for m, a, b in inside if m.kind in ("name", "new", "title") and scan.type(m.actor) == "person"]
    own = people[0][1] if people and people[0][1] < last else None
    if own is not None and own + 1 < last and scan.keys[own] in COMMAS:
        own += 1
    if own is not None and not households and (read_name(scan, own) >= last or own in (a for _, a, _ in inside)):
        # `زوجة الرئيس بشار الأسد، | أسماء الأسد`: her own name.
        return _made(scan, own, last, party, "person", "f" if scan.keys[first].endswith("ة") else "m")
    if inside and (len(people) != 1 or people[0][1] < last) or not households and any(scan.tokens.kinds[k] == PUNCT for k in range(first, last)):
        # `زوجة الرئيس | ميلانيا ترامب`, `خطيبة الصحفي، | ليلى حداد`: her own name.
        return None
    gender = "f" if scan.keys[first].endswith("ة") else "m"
    return _made(scan, first, last, party, "group", gender, "s" if gender == "f" else "p") if households else _made(scan, first, last, party, "person", gender)


def _titled(scan, first, last, title, party, inside):
    """A phrase that begins with a title: a person by name, or somebody without one."""
    person = next((m for m, a, b in inside if scan.type(m.actor) == "person" and m.kind in ("name", "new")), None)
    if person is not None:
        return scan.actor(person.actor)
    named = _name_at_end(scan, first, last) if title.number == "s" else None
    if named:
        return _made(scan, named, last, party, "person", title.gender)
    if title.kind in UNNAMED:
        typed = "group" if title.kind in ("people", "fighters") else "anonymous"
        actor_id = f"{title.role}_{party}" if party else title.role
        return Actor(actor_id, side_without_name(scan, title.role, title.kind, party, party), scan.phrase(first, last), type=typed, gender=title.gender, number=title.number)
    return _made(scan, first, last, party, "person", title.gender, title.number)


def _name_at_end(scan, first, last):
    """Return the token where a person's name begins that ends the phrase (`الباحث في المعهد سمير عطية`), or None."""
    return next((k for k in range(first + 1, last - 1) if scan.keys[k] in scan.registry.first_names and read_name(scan, k) >= last), None)


def _own_site(scan, first, last, noun, inside):
    """`موقع وزارة الخزانة الأمريكية`: the Actor of the site on which a body speaks, of that body's party; else None."""
    body = inside[0][0] if noun.role == "site" and inside else None
    if body is None or body.kind == "demonym" or scan.type(body.actor) not in ("institution", "group") or body.party in WEAK:
        return None
    words = scan.phrase(first, last)
    return Actor(slug(words), body.party, words, type="medium", gender=noun.gender, number="s")


def _institution(scan, first, last, noun, party, owner):
    """A phrase that begins with a noun of institutions, media or documents."""
    words = scan.phrase(first, last)
    if noun.type == "document":
        issuer = scan.actor(owner) if owner else None
        if any(in_context(scan.keys[k], "press") for k in range(first, last)):
            return Actor(slug(words), "media", words, type="document", gender=noun.gender, number="s")
        party = issuer.party if issuer else "media" if noun.number == "p" and noun.role == "report" else "unaffiliated"
        return Actor(issuer.id if issuer else noun.role, party, words, type="document", gender=noun.gender, number="s")
    if noun.type == "medium":
        return Actor(slug(words), "media", words, type="medium", gender=noun.gender, number="s")
    typed = noun.type if noun.type in ("institution", "group", "state") else "institution"
    return Actor(free_id(scan, slug(words), words), party or "unaffiliated", words, type=typed, gender=noun.gender, number="s")


def _made(scan, first, last, party, typed, gender=None, number="s"):
    words = scan.phrase(first, last)
    if gender is None and typed == "group":
        number = "p"
    return Actor(free_id(scan, slug(words), words), party or "unaffiliated", words, type=typed, gender=gender, number=number)
