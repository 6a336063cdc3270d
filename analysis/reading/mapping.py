"""Which column, JSON key or XML element holds what: names the user gives, checked."""

from typing import NamedTuple

from analysis.errors import InputError

FIELDS = ("article_id", "title", "text", "outlet", "date", "url")


class Mapping(NamedTuple):
    """Where each field of an article stands in a record. Several places for one field are joined by line ends.

    In CSV and Parquet a place is a column; in JSON a key, or keys joined by dots (`source.name`); in XML a path
    (`body/p`, `@id`) from the element that `record` names.
    """

    article_id: tuple[str, ...] = ("article_id",)
    title: tuple[str, ...] = ("title",)
    text: tuple[str, ...] = ("text",)
    outlet: tuple[str, ...] = ("outlet",)
    date: tuple[str, ...] = ("date",)
    url: tuple[str, ...] = ("url",)
    record: str | None = None

    def places(self):
        """Return {field: its places}."""
        return {field: getattr(self, field) for field in FIELDS}


def read_mapping(source):
    """Return the Mapping of a YAML file, of a dict, or of None (every column has the name of its field).

    Example of a file, for a dump with one <doc> element an article:

        record: doc
        article_id: "@id"
        title: headline
        text: body/p

        >>> read_mapping({"text": ["lead", "body"], "outlet": "source.name"}).text
        ('lead', 'body')
    """
    if source is None or isinstance(source, Mapping):
        return source or Mapping()
    where, data = ("mapping", source) if isinstance(source, dict) else (str(source), _load(source))
    return Mapping(**{name: _places(name, value, where) for name, value in data.items()})


def _load(path):
    import yaml

    try:
        with open(path, encoding="utf-8-sig") as file:
            data = yaml.safe_load(file)
    except FileNotFoundError:
        raise InputError("no such file", where=str(path), remedy="check the path") from None
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise InputError("is not valid YAML", where=str(path), value=str(error).splitlines()[0], remedy="mend the file") from None
    if not isinstance(data, dict):
        raise InputError("must hold 'field: column' lines", where=str(path), value=data, remedy="write lines like  text: body")
    return data


def _places(name, value, where):
    if name not in Mapping._fields:
        raise InputError("is no field of an article", where=where, value=name, remedy="use " + ", ".join(Mapping._fields))
    places = value if isinstance(value, list) else [value]
    if not places or not all(isinstance(place, str) and place for place in places):
        raise InputError("must be a name or a list of names", where=f"{where}, {name}", value=value, remedy=f"write  {name}: column")
    if name == "record":
        return places[0]
    return tuple(places)
