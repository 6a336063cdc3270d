"""The words around names: offices and titles, nouns of institutions, portfolios and neighbouring words, read once from their lists."""

from functools import cache

from analysis.actors.spelling import cells
from analysis.inflection import with_construct
from analysis.lexicon import read_table
from analysis.text import fold
from analysis.words import FormCache, entry

PROCLITICS = frozenset("وفبل")

SHAPES = {"", "construct", "adjective", "adjective_last", "portfolio", "fixed"}
KINDS = {"office", "deputy", "rank", "official", "person", "trade", "anonymous", "fighters", "people", "none"}
SCOPES = {"called", "state", "own", "portfolio", "people", "opposition", "party", "named", "private", "medium", "document", "force"}


ARTICLE = "ال"

MINISTRY_ROLE = "ministry"
MINISTRY = "وزارة"
"""The head noun of `الخارجية الروسية`."""


@entry
class Title:
    """One form of a title. `tail` are the words after the first; `lemma` is the first word without ال; `of` whose it always is."""

    tail: tuple[str, ...]
    role: str
    kind: str
    gender: str
    number: str
    definite: bool
    portfolio: bool
    lemma: str
    of: str | None


@entry
class Noun:
    """One form of a noun of institutions, groups, media or documents. `alone`: `yes` or `subject` where with ال it can mean that of the state the article is about."""

    tail: tuple[str, ...]
    role: str
    scope: str
    type: str
    gender: str
    number: str
    definite: bool
    lemma: str
    alone: str = ""


@cache
def titles():
    """Return folded first word → its Titles, longest first."""
    columns = {"masculine": None, "feminine": None, "plural": None, "role": None, "kind": KINDS, "shape": SHAPES, "of": None}
    found = {}
    for row in read_table("titles.tsv", columns):
        for form, gender, number in _inflected(row):
            for words, definite in _defined(form, row["shape"]):
                title = Title(words[1:], row["role"], row["kind"], gender, number, definite, row["shape"] == "portfolio", without_article(fold((row["masculine"] if number == "d" and row["kind"] == "office" else form).split()[0])), row["of"])
                found.setdefault(words[0], []).append(title)
    return _longest_first(found)


@cache
def nouns():
    """Return folded first word → its Nouns, longest first."""
    columns = {"noun": None, "plural": None, "role": None, "scope": SCOPES, "type": None, "gender": {"m", "f"}, "shape": {"", "adjective"}, "alone": {"", "yes", "subject"}}
    found = {}
    for row in read_table("institutions.tsv", columns):
        for form, number in [(row["noun"], "s"), *((p, "p") for p in cells(row["plural"]))]:
            gender = row["gender"] if number == "s" else "f"
            for words, definite in _defined(form, row["shape"]):
                noun = Noun(words[1:], row["role"], row["scope"], row["type"], gender, number, definite, fold(form.split()[0]), row["alone"])
                found.setdefault(words[0], []).append(noun)
    return _longest_first(found)


@cache
def portfolios():
    """Return first word of a portfolio without ال → [(its other words, role, "yes" or "alone" where it can mean its ministry)], longest first."""
    found = {}
    for row in read_table("portfolios.tsv", {"portfolio": None, "role": None, "bare": {"", "yes", "alone"}}):
        words = [without_article(fold(w)) for w in row["portfolio"].split()]
        found.setdefault(words[0], []).append((tuple(words[1:]), row["role"], row["bare"]))
    return {first: sorted(rows, key=lambda r: -len(r[0])) for first, rows in found.items()}


@cache
def role_words():
    """Return the English words of the roles that titles, institutions and portfolios give to ids: minister, foreign, spokesman."""
    roles = [row.role for table in (titles(), nouns()) for rows in table.values() for row in rows] + [role for rows in portfolios().values() for _, role, _ in rows]
    return frozenset(word for role in roles for word in role.split("_")) | {MINISTRY_ROLE}


@cache
def contexts():
    """Return folded word → the classes of neighbouring words that it belongs to."""
    found = {}
    for row in read_table("contexts.tsv", {"context": None, "words": None}):
        for word in cells(row["words"]):
            found[fold(word)] = (*found.get(fold(word), ()), row["context"])
    return found


def is_a(key, name):
    """Say whether a folded word as it stands belongs to a class of neighbouring words."""
    return name in _OWN_CLASSES[key]


_OWN_CLASSES = FormCache(lambda key: contexts().get(key, ()))
"""Folded form → the classes of neighbouring words that it belongs to as it stands."""


@cache
def members(name):
    """Return the folded words of a class, as they are listed."""
    return tuple(word for word, classes in contexts().items() if name in classes)


def definite(key):
    """Say whether a folded word has the article."""
    return key.startswith(ARTICLE) and len(key) > 3


def without_article(key):
    """Return a folded word without the article.

        >>> without_article("الدفاع"), without_article("والصناعة")
        ('دفاع', 'والصناعة')
    """
    return key[len(ARTICLE):] if definite(key) else key


def in_context(key, name):
    """Say whether a folded word belongs to a class of neighbouring words, a proclitic before it or not.

        >>> in_context("صحيفة", "paper"), in_context("وصحيفة", "paper"), in_context("قال", "paper")
        (True, True, False)
    """
    return name in _CLASSES[key]


_CLASSES = FormCache(lambda key: contexts().get(key, ()) + (contexts().get(key[1:], ()) if key[:1] in PROCLITICS else ()))
"""Folded form → the classes of neighbouring words that it belongs to, a proclitic before it or not."""


def _inflected(row):
    """Yield (form, gender, number) of a title's row."""
    # سياسيون has no singular here: سياسي is an adjective.
    yield row["masculine"], "m", "p" if row["masculine"].endswith("ون") else "s"
    if row["feminine"]:
        yield row["feminine"], "f", "s"
    for form in dict.fromkeys(form for plural in cells(row["plural"]) for form in with_construct(plural) if form != row["masculine"]):
        # A broken plural of things agrees like a feminine singular: `قالت مصادر`.
        yield (form, "f", "s") if row["role"] == "source" and form.endswith("ر") else (form, "m", "d" if form.endswith("ان") and row["kind"] == "anonymous" else "p")
    if row["kind"] == "office" and row["plural"] and not row["plural"].endswith("ون") and " " not in row["masculine"]:
        # `الرئيسان`, `وزيرا الخارجية`
        yield from ((row["masculine"] + ending, "m", "d") for ending in (("ان", "ين", "ا") if row["shape"] == "portfolio" else ("ان", "ين")))


def _defined(form, shape):
    """Yield (folded words, definite) for a title without and with the article.

    The article goes to the only word, to the last of a construct (`رئيس الوزراء`), to both words of noun and adjective
    (`الأمين العام`), or to the last two of a construct with an adjective (`رئيس المكتب السياسي`).
    """
    words = tuple(fold(w) for w in form.split())
    if shape == "fixed" or definite(words[0]) and len(words[0]) > 5:
        yield words, True
        return
    yield words, False
    if len(words) == 1 or shape == "adjective":
        yield tuple(ARTICLE + w for w in words), True
    elif shape == "adjective_last":
        yield (*words[:-2], *(ARTICLE + w for w in words[-2:])), True
    else:
        yield (*words[:-1], ARTICLE + words[-1]), True


def _longest_first(table):
    return {first: tuple(sorted(rows, key=lambda r: -len(r.tail))) for first, rows in table.items()}
