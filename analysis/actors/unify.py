"""Add an article's own actors to the registry: they win, and take over what is known of the actors that they name.

An actors file lists the names that one article uses, under its author's ids and parties. An actor of the file that shares a name
with a built-in one is that actor: it replaces it and inherits its other names, demonyms and offices. A built-in party takes the
file's id for it where the file's actors that match its actors mostly carry that id.
"""

from collections import Counter

from analysis.actors.registry import Holder, Registry
from analysis.actors.spelling import joined_variants, name_keys
from analysis.actors.terms import nouns, titles
from analysis.records import SOURCE_TYPES, Actor

WEAK = ("anonymous", "media", "civilians", "unaffiliated")
"""Parties that gather unrelated actors: never renamed as a whole."""


def unify(registry, actors):
    """Return a registry with the actors added; the given registry stays as it is."""
    matches = match_actors(registry, actors)
    parties = rename_parties(registry, actors, matches)
    ids = {old: actor.id for old, actor in matches.items()}
    merged = _copy(registry, ids, parties)
    for actor in actors:
        old = [registry.actors[o] for o, new in matches.items() if new.id == actor.id]
        merged.actors[actor.id] = _filled(actor, old)
        if actor.party_name or actor.party_name_en:
            merged.parties[actor.party] = (actor.party_name, actor.party_name_en)
    merged.states = {merged.party_of(ids.get(state, state)): ids.get(state, state) for state in registry.states.values()}
    merged.own = registry.own | {actor.id for actor in actors}
    merged.dated = registry.dated | {actor.id for actor in actors if actor.valid_from or actor.valid_to}
    _add_names(merged, actors)
    return merged


def match_actors(registry, actors):
    """Return built-in id → the file's Actor that stands for it.

    A built-in actor is matched by an equal id, or by a name that both list. Where several actors of the file name one, the one
    with the same id wins, then the one that names it first in its list.
    """
    wanted = {}
    for actor in actors:
        for rank, name in enumerate((actor.name, *actor.aliases)):
            keys = name_keys(name)
            for found in _named(registry, keys):
                wanted.setdefault(found, []).append((found != actor.id, rank, actor))
    for actor in actors:
        if actor.id in registry.actors and (_same_kind(registry.actors[actor.id], actor) or actor.id in wanted):
            wanted.setdefault(actor.id, []).append((False, 0, actor))
    return {old: min(claims, key=lambda c: c[:2])[2] for old, claims in wanted.items()}


def _same_kind(old, new):
    return new.party == old.party or new.type is not None and new.type == old.type or new.id == new.party == old.party


def _named(registry, keys):
    """Return the ids of the built-in actors that have this name without conditions."""
    if not keys:
        return []
    return list(dict.fromkeys(n.actor for n in registry.names.get(keys[0], ()) if n.tail == keys[1:] and not n.needs))


def rename_parties(registry, actors, matches):
    """Return built-in party → the file's party that stands for it.

    Only where the file's matching actors mostly agree, and where the file does not itself keep both parties apart.
    """
    votes, own = {}, {actor.party for actor in actors}
    for old, new in matches.items():
        party = registry.actors[old].party
        if party not in WEAK and new.party not in WEAK:
            weight = 3 if old == party else 1
            votes.setdefault(party, Counter())[new.party] += weight
    renamed = {}
    for party, counts in votes.items():
        best, n = counts.most_common(1)[0]
        if best != party and 2 * n > sum(counts.values()) and party not in own:
            renamed[party] = best
    return renamed


def _copy(registry, ids, parties):
    """Return a copy of the registry with actors and parties under their new ids."""
    merged = Registry()
    new = lambda actor: ids.get(actor, actor)
    merged.names = {first: tuple(n._replace(actor=ids[n.actor]) if n.actor in ids else n for n in rows) for first, rows in registry.names.items()} if ids else dict(registry.names)
    merged.actors = {i: (a._replace(party=parties[a.party]) if a.party in parties else a) for i, a in registry.actors.items() if i not in ids}
    merged.demonyms = {stem: (new(actor), needs) for stem, (actor, needs) in registry.demonyms.items()}
    merged.pairs = {stems: new(actor) for stems, actor in registry.pairs.items()}
    merged.people = {form: new(actor) for form, actor in registry.people.items()}
    merged.people_parties = {new(actor): party for actor, party in registry.people_parties.items()}
    merged.holders = {(office, new(where)): [Holder(new(h.person), h.valid_from, h.valid_to) for h in rows] for (office, where), rows in registry.holders.items()}
    merged.offices = {new(person): [(o, new(where), a, b) for o, where, a, b in rows] for person, rows in registry.offices.items()}
    merged.seats = {(new(state), office): new(seat) for (state, office), seat in registry.seats.items()}
    merged.renamed = {**registry.renamed, **ids}
    merged.first_names, merged.given, merged.homes, merged.outlets = registry.first_names, registry.given, registry.homes, registry.outlets
    merged.parties = {parties.get(party, party): names for party, names in registry.parties.items()}
    return merged


def _filled(actor, old):
    """Return the file's actor with type, gender, number and English name from the built-in ones where it gives none."""
    known = next((o for o in old if o.id == actor.id), old[0] if old else None) or _guessed(actor)
    return Actor(*[mine if mine is not None else theirs if field in ("type", "gender", "number", "name_en") else mine
                   for field, mine, theirs in zip(Actor._fields, actor, known)])


def _guessed(actor):
    """Return the actor with the type, gender and number that the first word of one of its names tells; else a person's.

        >>> _guessed(Actor("committee", "syrian_opposition", "لجان المتابعة"))[7:10], _guessed(Actor("haley", "usa", "هايلي", ("المندوبة هايلي",)))[7:10]
        (('institution', 'f', 'p'), ('person', 'f', 's'))
    """
    for name in (actor.name, *actor.aliases):
        keys = name_keys(name)
        title = titles().get(keys[0], ())[-1:] if keys else ()
        noun = nouns().get(keys[0], ())[-1:] if keys else ()
        if title:
            kind = {"anonymous": "anonymous", "people": "group", "fighters": "group"}.get(title[0].kind, "person" if title[0].number == "s" else "anonymous")
            return actor._replace(type=kind, gender=title[0].gender, number=title[0].number)
        if noun:
            return actor._replace(type=noun[0].type if noun[0].type in SOURCE_TYPES else "group", gender=noun[0].gender, number=noun[0].number)
    typed = {"anonymous": "anonymous", "media": "medium"}.get(actor.party, "state" if actor.id == actor.party else "person")
    return actor._replace(type=typed, number="s" if typed == "person" else None)


def _add_names(registry, actors):
    """Put the file's names in front of the built-in ones that are spelled the same, whatever their conditions."""
    from analysis.actors.registry import Name

    for actor in actors:
        for name in (actor.name, *actor.aliases):
            for keys in joined_variants(name_keys(name)):
                if not keys:
                    continue
                others = [n for n in registry.names.get(keys[0], ()) if n.tail != keys[1:] or n.actor in registry.own and n.actor != actor.id]
                registry.names[keys[0]] = tuple(sorted([Name(keys[1:], actor.id, "name", ()), *others], key=lambda n: (-len(n.tail), not n.needs)))
