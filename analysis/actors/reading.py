"""Read an `actors.yml`: the actors of one article or corpus, checked entry by entry."""

import datetime
import re
from pathlib import Path

from analysis.errors import InputError
from analysis.records import NARRATOR, SOURCE_TYPES, Actor

TEXTS = ("id", "party", "name", "name_en", "party_name", "party_name_en", "type", "gender", "number", "from", "to")
KEYS = (*TEXTS, "aliases")
ALLOWED = {"type": SOURCE_TYPES, "gender": ("m", "f"), "number": ("s", "d", "p")}

_ID = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]*")
_DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


def read_actors(path):
    """Return the Actors of an actors.yml, in its order.

    The file is a list of entries `{id, party, name, aliases, name_en?, party_name?, party_name_en?, type?, gender?, number?,
    from?, to?}`; `from` and `to` are days (2017-01-01) between which the names hold. Raises InputError with the entry's number,
    the key, the value and the remedy.
    """
    path, where = Path(path), str(path)
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise InputError("no such file", where=where, remedy="check the path") from None
    except UnicodeDecodeError:
        raise InputError("is not UTF-8", where=where, remedy="save the file as UTF-8") from None
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}", where=where, remedy="check the file") from None
    return actors_of(_parsed(text, where), where)


def actors_of(entries, where="actors.yml"):
    """Return the Actors of a list of entries, as `actors.yml` holds them.

        >>> actors_of([{"id": "lavrov", "party": "russia", "name": "لافروف", "aliases": ["سيرغي لافروف"]}])[0].party
        'russia'
    """
    if entries is None:
        return []
    if not isinstance(entries, list):
        raise InputError("must be a list of actors", where=where, value=type(entries).__name__, remedy="begin each actor with '- id: …'")
    actors, seen = [], {}
    for number, entry in enumerate(entries, 1):
        place = f"{where}, entry {number}"
        actor = _actor(entry, place)
        if actor.id in seen:
            raise InputError(f"id is taken by entry {seen[actor.id]}", where=place, value=actor.id, remedy="give each actor its own id")
        seen[actor.id] = number
        actors.append(actor)
    return actors


def _parsed(text, where):
    # PyYAML takes 15 ms to import: only where an actors file is read.
    import yaml

    try:
        return yaml.safe_load(text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f"{where}, line {mark.line + 1}" if mark else where
        raise InputError("is not valid YAML", where=place, value=getattr(error, "problem", None) or str(error).splitlines()[0], remedy="mend the line; put names with a colon or # in quotation marks") from None
    except (ValueError, RecursionError) as error:
        raise InputError("is not valid YAML", where=where, value=str(error), remedy="mend the file") from None


def _actor(entry, place):
    if not isinstance(entry, dict):
        raise InputError("must hold 'key: value' lines", where=place, value=entry, remedy="begin each actor with '- id: …'")
    for key in entry:
        if key not in KEYS:
            raise InputError("unknown key", where=place, value=key, remedy="use " + ", ".join(KEYS))
    cells = {key: _text(entry.get(key), key, place) for key in TEXTS}
    for key in ("id", "party", "name"):
        if cells[key] is None:
            raise InputError(f"{key} is missing", where=place, value=cells["id"] or cells["name"], remedy=f"add a line '{key}: …'")
    for key in ("id", "party"):
        _check_id(cells[key], key, place)
    for key, allowed in ALLOWED.items():
        if cells[key] is not None and cells[key] not in allowed:
            raise InputError(f"{key} is not one of {', '.join(allowed)}", where=place, value=cells[key], remedy="correct it or leave it out")
    start, end = _day(cells["from"], "from", place), _day(cells["to"], "to", place)
    if start and end and end < start:
        raise InputError("to is before from", where=place, value=cells["to"], remedy="exchange the two days")
    return Actor(cells["id"], cells["party"], cells["name"], _aliases(entry.get("aliases"), place), cells["name_en"], cells["party_name"], cells["party_name_en"],
                 cells["type"], cells["gender"], cells["number"], start, end)


def _text(value, key, place):
    """Return a scalar as text, None where it is empty. YAML reads some words as dates, numbers or truth values."""
    if value is None:
        return None
    if isinstance(value, (datetime.date, int, float)) and not isinstance(value, bool):
        return str(value)
    if not isinstance(value, str):
        raise InputError(f"{key} must be text", where=place, value=value, remedy=f"write {key}: \"…\" in quotation marks")
    return value.strip() or None


def _check_id(value, key, place):
    if not _ID.fullmatch(value):
        raise InputError(f"{key} may hold only Latin letters, digits and _", where=place, value=value, remedy="write it like syrian_government")
    if key == "id" and value == NARRATOR:
        raise InputError("narrator is the article's own voice", where=place, value=value, remedy="take another id")


def _aliases(value, place):
    if value is None:
        return ()
    if not isinstance(value, list):
        raise InputError("aliases must be a list", where=place, value=value, remedy="write aliases: [\"…\", \"…\"]")
    return tuple(filter(None, (_text(alias, "an alias", place) for alias in value)))


def _day(value, key, place):
    if value is None:
        return None
    if not _DAY.fullmatch(value):
        raise InputError(f"{key} is not a day", where=place, value=value, remedy="write it as 2017-01-31")
    try:
        datetime.date.fromisoformat((value + "-01-01")[:10])
    except ValueError:
        raise InputError(f"{key} is not a day", where=place, value=value, remedy="write it as 2017-01-31") from None
    return value
