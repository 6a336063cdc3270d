"""Choose an actor by typing, or make a new one."""

import re

from analysis.errors import InputError
from analysis.labels import transliterate
from analysis.records import Actor
from analysis.text import fold

LIMIT = 12
"""Actors offered at a time."""


def search(query, first, others, limit=LIMIT):
    """Return the actors that a few typed letters may mean: best match first, then those of the coding, then the others.

    Letters match the beginning of a name or alias, of one of its words, or any part of it, in Arabic (however it is
    spelt) or English.

        >>> known = [Actor("putin", "russia", "فلاديمير بوتين", name_en="Vladimir Putin"), Actor("iran", "iran", "إيران")]
        >>> [a.id for a in search("بوت", known, [])], [a.id for a in search("ايران", known, [])], [a.id for a in search("Vlad", known, [])]
        (['putin'], ['iran'], ['putin'])
    """
    letters = _folded(query)
    ranked = []
    for group, actors in enumerate((first, others)):
        for place, actor in enumerate(actors):
            rank = _rank(letters, actor)
            if rank is not None and (group == 0 or letters):
                ranked.append((rank, group, place, actor))
    found = {actor.id: actor for *_, actor in sorted(ranked, key=lambda row: row[:3])}
    return list(found.values())[:limit]


def _rank(letters, actor):
    """Return 0 where a name begins with the letters, 1 where a word does, 2 where they stand within, None where not at all."""
    names = [_folded(name) for name in (actor.name, *actor.aliases, actor.name_en, actor.id) if name]
    if any(name.startswith(letters) for name in names):
        return 0
    words = [word for name in names for word in name.split()]
    if any(word.startswith(letters) or word.removeprefix("ال").startswith(letters) for word in words):
        return 1
    return 2 if any(letters in name for name in names) else None


def _folded(text):
    return " ".join(fold(word) for word in text.lower().split())


def new_actor(name, party, aliases, name_en, known):
    """Return a new Actor with an id made of its name. `party` is a party's id or name; empty: the actor is its own party.

        >>> new_actor("المجلس المحلي", "سوريا", ("المجلس",), None, {"syria": Actor("syria", "syria", "سوريا")})[:5]
        ('almjls_almhli', 'syria', 'المجلس المحلي', ('المجلس',), None)
    """
    name, name_en = _clean(name), _clean(name_en)
    if not name:
        raise InputError("needs a name", where="new actor", value=name, remedy="write its name as the article does")
    same = next((a for a in known.values() if _folded(a.name) == _folded(name)), None)
    if same:
        raise InputError("is there already", where="new actor", value=same.name, remedy="choose it from the list")
    actor_id = _new_id(name_en or name, {*known, *(a.party for a in known.values())})
    party, party_name = _party(_clean(party), known.values(), actor_id)
    return Actor(actor_id, party, name, tuple(dict.fromkeys(filter(None, map(_clean, aliases)))), name_en, party_name=party_name)


def _party(typed, known, actor_id):
    """Return (id, Arabic name) of the party that was typed: a known one by id or name, else a new one."""
    if not typed:
        return actor_id, None
    for actor in known:
        if typed in (actor.party, actor.party_name, actor.party_name_en) or actor.id == actor.party and typed in (actor.name, actor.name_en):
            return actor.party, actor.party_name
    return _new_id(typed, ()), None if typed.isascii() else typed


def _new_id(name, taken):
    """Return an id of a-z, 0-9 and _ that is not taken yet."""
    latin = name if name.isascii() else transliterate(name).replace("-", "")
    base = re.sub("[^a-z0-9]+", "_", latin.lower()).strip("_") or "actor"
    return next(i for n in range(1, len(taken) + 2) if (i := base if n == 1 else f"{base}_{n}") not in taken)


def _clean(text):
    return " ".join((text or "").split()) or None
