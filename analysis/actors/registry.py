"""The registry: every known actor, the names by which texts call it, and who held which office when."""

from dataclasses import replace
from functools import cache
from typing import NamedTuple

from analysis.actors.lookup import Words, demonym_endings
from analysis.actors.spelling import cells, condition, joined_variants, name_keys, outlet_key, spellings
from analysis.actors.terms import ARTICLE, contexts
from analysis.lexicon import read_table
from analysis.wordlists import particles
from analysis.records import Actor
from analysis.text import fold
from analysis.words import entry

GENDERS, NUMBERS = {"", "m", "f"}, {"", "s", "p"}
LIST_TYPES = {"bodies.tsv": "institution", "groups.tsv": "group"}


@entry
class Name:
    """One name: the words after the first, whose it is, its mention kind, and the conditions of which one must hold."""

    tail: tuple[str, ...]
    actor: str
    kind: str
    needs: tuple[str, ...]

    def _replace(self, **fields):
        return replace(self, **fields)


class Holder(NamedTuple):
    """A person in an office: from and to are ISO dates, None where open."""

    person: str
    valid_from: str | None
    valid_to: str | None


class Registry:
    """Actors with their names. Made by `load_registry`; `with_actors` adds an article's own.

    actors     id → Actor
    names      first folded word → its Names, longest first, those with conditions before those without
    demonyms   folded stem (`روس`) → (actor, conditions); people: listed plural (`اتراك`) → actor
    pairs      (stem, stem of its adjective) → actor: `كوري شمالي`
    holders    (office, institution) → Holders, earliest first; offices: person → [(office, institution, from, to)]
    seats      (state, office of an institution) → the institution's id
    parties    party → (Arabic name, English name)
    words      folded form → what it may be; filled as forms are first seen (`analysis.actors.lookup`)
    own        ids of the actors that `with_actors` added; dated: those of them whose names hold only between two days
    renamed    built-in id → the id that an article's own actor took its place with; states: party → the state's actor
    homes      first folded word of a state's own news agency or a medium of one country → [(other words, state, whether it is an agency)]; outlets: key of the name of a medium that reports for one country → the state
    first_names  words that begin a person's name; given: those of them that mean nothing else
    """

    __slots__ = ("actors", "names", "demonyms", "pairs", "people", "people_parties", "holders", "offices", "seats", "parties", "words", "own", "renamed", "states", "dated", "first_names", "given", "homes", "outlets")

    def __init__(self):
        self.actors, self.names, self.demonyms, self.pairs, self.people, self.people_parties = {}, {}, {}, {}, {}, {}
        self.holders, self.offices, self.seats, self.parties, self.own = {}, {}, {}, {}, frozenset()
        self.first_names = self.given = self.dated = frozenset()
        self.renamed, self.states, self.homes, self.outlets = {}, {}, {}, {}
        self.words = Words(self)

    def actor(self, actor_id):
        """Return the actor with this id, or None."""
        return self.actors.get(actor_id)

    def now(self, actor_id):
        """Return the id under which a built-in actor stands here."""
        return self.renamed.get(actor_id, actor_id)

    def opposition(self, state):
        """Return the id of the opposition in a state, and of its party where the registry has none."""
        built_in = next((old for old, new in self.renamed.items() if new == state and old in self.states.values()), state)
        return self.now(f"{built_in.removesuffix('_government')}_opposition")

    def party_of(self, actor_id):
        """Return the party of an actor; an unknown id is its own party."""
        actor = self.actors.get(actor_id)
        return actor.party if actor else actor_id

    def party_name(self, party, language="ar"):
        """Return the name of a party in Arabic (ar) or English (en); the id where it has none.

            >>> load_registry().party_name("russia"), load_registry().party_name("syrian_government", "en")
            ('روسيا', 'Syrian government')
        """
        names = self.parties.get(party)
        if names is None:
            actor = self.actors.get(party)
            names = (actor.name, actor.name_en) if actor else (None, None)
        return names[1 if language == "en" else 0] or party

    def seat(self, state, office):
        """Return the id of a state's institution (`russia`, `defence_ministry`), its own where it is listed."""
        return self.seats.get((state, office)) or f"{state.removesuffix('_government')}_{office}"

    def holders_of(self, office, institution, date=None):
        """Return the ids of the persons who held an office, on a date (ISO) if one is given, else at any time."""
        rows = self.holders.get((office, institution), ())
        if date is None:
            return [row.person for row in rows]
        return [row.person for row in rows if (row.valid_from or "") <= date and (row.valid_to is None or date <= row.valid_to)]

    def with_actors(self, actors):
        """Return a registry to which an article's own actors are added; they win over the built-in ones."""
        from analysis.actors.unify import unify

        return unify(self, actors)

    def add(self, actor, names, kind="name"):
        """Add an actor and its names (as a word list writes them: alternatives and conditions)."""
        self.actors[actor.id] = actor
        for name in names:
            self.add_name(name, actor.id, kind)

    def add_name(self, name, actor_id, kind):
        """Add one name of an actor, in each of its spellings."""
        bare, needs = condition(name)
        for spelling in spellings(bare):
            for keys in joined_variants(name_keys(spelling)):
                if keys:
                    self.names.setdefault(keys[0], []).append(Name(keys[1:], actor_id, kind, needs))

    def sort_names(self, firsts=None):
        """Put the names of each first word in the order in which they are tried."""
        for first in firsts if firsts is not None else list(self.names):
            unique = dict.fromkeys(self.names[first])
            self.names[first] = tuple(sorted(unique, key=lambda n: (-len(n.tail), not n.needs)))


def load_registry(path=None):
    """Return the built-in registry, with the actors of an actors.yml added if a path is given (read anew at each call).

        >>> load_registry().actor("lavrov").party
        'russia'
    """
    if path is None:
        return _built_in()
    from analysis.actors.parties import check_parties
    from analysis.actors.reading import read_actors

    registry = _built_in()
    return registry.with_actors(check_parties(read_actors(path), registry, str(path)))


@cache
def _built_in():
    """Read the lists once; 60 ms."""
    registry = Registry()
    _add_states(registry)
    for name, kind in LIST_TYPES.items():
        _add_list(registry, name, kind)
    _add_media(registry)
    _add_metonyms(registry)
    for row in read_table("places.tsv", {"state": None, "names": None}):
        for name in cells(row["names"]):
            registry.add_name(name, row["state"], "place")
    _add_persons(registry)
    _add_offices(registry)
    for row in read_table("parties.tsv", {"party": None, "name": None, "name_en": None}):
        registry.parties[row["party"]] = (row["name"], row["name_en"])
    registry.sort_names()
    registry.first_names, registry.given = first_names(registry)
    return registry


def first_names(registry):
    """Return (the first names of the listed persons and of given_names.tsv, those of them that are not also common words)."""
    found = {first for first, names in registry.names.items() if any(n.tail and registry.actors[n.actor].type == "person" for n in names)}
    found.update(fold(row["name"]) for row in read_table("given_names.tsv", {"name": None}))
    known = contexts()
    return frozenset(found), frozenset(w for w in found if len(w) > 2 and w not in particles() and not {"name_particle", "no_given"} & set(known.get(w, ())))


def _add_states(registry):
    columns = {"id": None, "name": None, "aliases": None, "name_en": None, "capital": None, "demonym": None, "people": None, "people_party": None, "gender": ("", "both")}
    for row in read_table("states.tsv", columns):
        state, bare = row["id"], condition(row["name"])[0]
        registry.states[state] = state
        registry.add(Actor(state, state, bare, tuple(cells(row["aliases"])), row["name_en"], type="state", gender=None if row["gender"] else "f", number="s"),
                     [row["name"], *cells(row["aliases"])])
        for capital in cells(row["capital"]):
            registry.add_name(capital, state, "metonym")
        _add_demonyms(registry, state, row["demonym"])
        for plural in cells(row["people"]):
            registry.people[fold(plural)] = registry.people[fold(plural) + "ا"] = state
        if row["people_party"]:
            registry.people_parties[state] = row["people_party"]


def _add_demonyms(registry, actor_id, cell):
    """Add the stems of a demonym: one word, `كور+شمال` for a noun with its adjective, `جنوب أفريق` for a fixed word before it."""
    for stem in cells(cell):
        bare, needs = condition(stem)
        if " " in bare:
            first, last = bare.split()
            for ending in demonym_endings():
                for article in ("", ARTICLE):
                    registry.add_name(f"{article}{first} {last}{ending}", actor_id, "demonym")
            continue
        noun, pair, adjective = bare.partition("+")
        if pair:
            registry.pairs[(fold(noun), fold(adjective))] = actor_id
        registry.demonyms.setdefault(fold(noun), (actor_id, ("composed",) if pair else needs))


def _add_list(registry, name, default_type):
    columns = {"id": None, "party": None, "type": {"institution", "group"}, "name": None, "aliases": None, "name_en": None,
               "demonym": None, "gender": GENDERS, "number": NUMBERS, "office": None}
    for row in read_table(name, columns):
        bare = condition(row["name"])[0]
        actor = Actor(row["id"], row["party"] or row["id"], bare, tuple(cells(row["aliases"])), row["name_en"],
                      type=row["type"] or default_type, gender=row["gender"], number=row["number"] or "s")
        registry.add(actor, [row["name"], *cells(row["aliases"])])
        _add_demonyms(registry, row["id"], row["demonym"])
        for office in cells(row["office"]):
            registry.seats[(actor.party, office)] = row["id"]


def _add_media(registry):
    columns = {"id": None, "type": {"agency", "channel", "paper", "site", "company"}, "name": None, "aliases": None, "name_en": None, "gender": GENDERS, "home": None}
    for row in read_table("media.tsv", columns):
        company = row["type"] == "company"
        actor = Actor(row["id"], row["id"] if company else "media", condition(row["name"])[0], tuple(cells(row["aliases"])), row["name_en"],
                      type="institution" if company else "medium", gender=row["gender"], number="s")
        registry.add(actor, [row["name"], *cells(row["aliases"])])
        names = [condition(name)[0] for name in (row["name"], *cells(row["aliases"]))] if row["home"] else ()
        for name in names:
            first, *tail = name_keys(name)
            registry.homes.setdefault(first, []).append((tuple(tail), row["home"], row["type"] == "agency"))
        registry.outlets.update((outlet_key(name), row["home"]) for name in (row["id"], row["name_en"], *names) if names and name)


def _add_metonyms(registry):
    columns = {"id": None, "state": None, "office": None, "name": None, "aliases": None, "name_en": None, "gender": GENDERS}
    for row in read_table("metonyms.tsv", columns):
        actor = Actor(row["id"], registry.party_of(row["state"]), condition(row["name"])[0], tuple(cells(row["aliases"])), row["name_en"],
                      type="institution", gender=row["gender"], number="s")
        registry.add(actor, [row["name"], *cells(row["aliases"])], "metonym")
        if row["office"]:
            registry.seats.setdefault((row["state"], row["office"]), row["id"])


def _add_persons(registry):
    columns = {"id": None, "party": None, "name": None, "aliases": None, "name_en": None, "gender": {"m", "f"}}
    for row in read_table("persons.tsv", columns):
        name = spellings(row["name"])[0]
        actor = Actor(row["id"], row["party"], name, tuple(cells(row["aliases"])), row["name_en"], type="person", gender=row["gender"], number="s")
        registry.add(actor, [row["name"], *cells(row["aliases"])])


def _add_offices(registry):
    for row in read_table("offices.tsv", {"office": None, "institution": None, "person": None, "from": None, "to": None}):
        office, institution, person = row["office"], row["institution"], row["person"]
        registry.holders.setdefault((office, institution), []).append(Holder(person, row["from"], row["to"]))
        registry.offices.setdefault(person, []).append((office, institution, row["from"], row["to"]))
