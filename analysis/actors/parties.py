"""Catch a party's id that is misspelt in an actors file: a new party may be named freely, a slip must not make one."""

from collections import Counter

from analysis.errors import InputError


def check_parties(actors, registry, where="actors.yml"):
    """Raise InputError where an entry's party is a slip of a known one; return the actors.

    A party is known if the registry has it, if an entry of the file has that id, or if an entry gives its `party_name`.
    Another one is taken for a slip if a single entry uses it and one letter more, one fewer, or two exchanged make it a
    known party. A slip that puts one letter for another passes: so do many ids that are rightly different.

        >>> from analysis.actors.reading import actors_of
        >>> from analysis.actors.registry import load_registry
        >>> check_parties(actors_of([{"id": "lavrov", "party": "rusia", "name": "لافروف"}]), load_registry())
        Traceback (most recent call last):
        analysis.errors.InputError: actors.yml, entry 1: unknown party ('rusia'); did you mean russia? If not, add a line 'party_name: …'
    """
    known = {*registry.parties, *(actor.party for actor in registry.actors.values())}
    defined = {actor.id for actor in actors} | {actor.party for actor in actors if actor.party_name or actor.party_name_en}
    uses = Counter(actor.party for actor in actors)
    for number, actor in enumerate(actors, 1):
        if actor.party not in known | defined and uses[actor.party] == 1:
            meant = next((party for party in sorted(known) if is_slip(actor.party, party)), None)
            if meant:
                raise InputError("unknown party", where=f"{where}, entry {number}", value=actor.party, remedy=f"did you mean {meant}? If not, add a line 'party_name: …'")
    return actors


def is_slip(written, meant):
    """Say whether one letter more or fewer, or two neighbours exchanged, turn the one into the other (five letters or more).

        >>> is_slip("rusia", "russia"), is_slip("trukey", "turkey"), is_slip("us_army", "uk_army")
        (True, True, False)
    """
    if min(len(written), len(meant)) < 5 or abs(len(written) - len(meant)) > 1:
        return False
    if len(written) == len(meant):
        places = [i for i, (a, b) in enumerate(zip(written, meant)) if a != b]
        return len(places) == 2 and places[1] == places[0] + 1 and written[places[0]] == meant[places[1]] and written[places[1]] == meant[places[0]]
    short, long = sorted((written, meant), key=len)
    return any(long[:i] + long[i + 1:] == short for i in range(len(long)))
