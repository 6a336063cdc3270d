"""Read a REFI-QDA project (.qdpx) back: the rows as they were, as a person changed them elsewhere, and new ones."""

import logging
import zipfile
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from xml.etree import ElementTree as xml

from analysis.codings.nesting import nest
from analysis.errors import InputError
from analysis.exchange.codes import data_in, meaning_of
from analysis.exchange.parts import ROW_TABLES, Part, coding_of, row_data
from analysis.exchange.plaintext import PlainText
from analysis.records import NARRATOR
from analysis.segment import segment
from analysis.text import article_from_text

NAMESPACE = "urn:QDA-XML:project:1.0"
TABLE_OF = {"content": "statements", "stance": "stances", "frame": "frames", "naming": "namings"}
ROLE_OF = {"stance": "evidence", "frame": "evidence", "naming": "label"}


@dataclass
class Row:
    """A row on its way back: its fields as exported (empty where it is new), its parts, and what its codes say."""

    table: str
    fields: dict = field(default_factory=dict)
    parts: list = field(default_factory=list)
    said: dict = field(default_factory=dict)


def read(path, articles=None):
    """Return the codings of a project, one for each article and coder.

    Codes win over what the descriptions say, so changes made elsewhere count. A selection without this project's data is a
    new row where its codes follow the pattern (`form: direct` with `source: putin`; `stance: russia +`); without a source it
    is the source's in whose content it stands, else the narrator's. Other selections are passed over, with a warning.
    Without `articles` the text is the project's own. Raises InputError for what is no project and for another text.
    """
    with _opened(path) as archive:
        root = _project(archive, path)
        codes = {code.get("guid"): code.get("name") for code in root.iter(_tag("Code"))}
        actors = {data["id"]: data for code in root.iter(_tag("Code")) if (data := data_in(_description(code)))}
        users = {user.get("guid"): user.get("name") for user in root.iter(_tag("User"))}
        found = []
        for source in root.iter(_tag("TextSource")):
            text = _text(archive, source, path)
            about = data_in(_description(source)) or {"article_id": source.get("name"), "codings": {}}
            article = _article(about, text, articles, path)
            where = f"{path}, {source.get('name')}"
            try:
                found += _codings(source, article, about["codings"], codes, users, actors, where)
            except (IndexError, KeyError, TypeError, AttributeError) as error:
                raise InputError(f"holds a selection that cannot be read: {type(error).__name__} {error}", where=where, remedy="export the project again") from None
    return found


def _tag(name):
    return f"{{{NAMESPACE}}}{name}"


def _description(element):
    return element.findtext(_tag("Description"))


def _opened(path):
    try:
        return zipfile.ZipFile(path)
    except FileNotFoundError:
        raise InputError("no such file", where=str(path), remedy="check the path") from None
    except zipfile.BadZipFile:
        raise InputError("is no REFI-QDA project (not a zip file)", where=str(path), remedy="export a project (.qdpx) from the other tool") from None


def _project(archive, path):
    name = next((name for name in archive.namelist() if name.lower().endswith(".qde")), None)
    if name is None:
        raise InputError("is no REFI-QDA project (holds no .qde file)", where=str(path), remedy="export a project (.qdpx) from the other tool")
    try:
        return xml.fromstring(archive.read(name))
    except xml.ParseError as error:
        raise InputError(f"is not XML: {error}", where=f"{path}, {name}", remedy="export the project again") from None


def _text(archive, source, path):
    """Return the text of a source, whatever the case of the folder's name; a byte order mark that a tool added is dropped."""
    inline, file = source.findtext(_tag("PlainTextContent")), source.get("plainTextPath", "").removeprefix("internal://")
    if inline is not None:
        return inline
    name = next((name for name in archive.namelist() if PurePosixPath(name).name.lower() == file.lower() and file), None)
    if name is None:
        raise InputError("its text is not in the project", where=f"{path}, {source.get('name')}", value=file, remedy="export the project with its sources")
    return PlainText(archive.read(name).decode("utf-8")).plain


def _article(about, text, articles, path):
    if articles is None:
        return article_from_text(text, about["article_id"])
    article = articles.get(about["article_id"])
    if article is None:
        raise InputError("its article is not given", where=str(path), value=about["article_id"], remedy="name the article's folder with --article")
    if PlainText(article.text).plain != text:
        raise InputError("was coded on another text than the article's", where=str(path), value=about["article_id"], remedy="give the text that was exported")
    return article


def _codings(source, article, headers, codes, users, actors, where):
    plain, rows, new = PlainText(article.text), defaultdict(dict), defaultdict(list)
    skipped = 0
    for element in source.iter(_tag("PlainTextSelection")):
        coder = users.get(element.get("creatingUser")) or "imported"
        meanings = [m for c in element.iter(_tag("CodeRef")) if (m := meaning_of(codes.get(c.get("targetGUID")) or ""))]
        said = {name: value for _, fields in meanings for name, value in fields.items()}
        start, end = (plain.to_text(int(element.get(name))) for name in ("startPosition", "endPosition"))
        data, kinds = data_in(_description(element)), {kind for kind, _ in meanings}
        if not kinds:
            skipped += 1
        elif data:
            row = rows[coder].setdefault((data["table"], data["row"]), Row(data["table"]))
            row.fields |= data.get("fields", {})
            row.parts.append(Part(data["role"], start, end))
            row.said |= said
        else:
            new[coder].append((start, end, kinds, said))
    if skipped:
        logging.getLogger("isnad").warning("isnad: %s: %d selections bear no code of this project and were passed over", where, skipped)
    return [_coding(article, coder, headers.get(coder), actors, list(rows[coder].values()), new[coder], where) for coder in dict.fromkeys([*headers, *rows, *new])]


def _coding(article, coder, header, actors, rows, new, where):
    """Return the Coding that a coder's selections describe."""
    header = dict(header or {"coder": coder, "coder_type": "person", "coder_note": "Imported from a REFI-QDA project."})
    rows += _new_rows(article, new)
    listed = [actors.get(a) if isinstance(a, str) else a for a in header.pop("actors", actors)]
    known = {actor["id"]: actor for actor in listed if actor}
    _complete(rows, actors, known, coder)
    tables = {table: [row_data(table, row.fields, row.parts, article.text) for row in rows if row.table == table and _whole(row)] for table in ROW_TABLES}
    ids = {row["statement_id"] for row in tables["statements"]}
    changed = any(row["parent"] not in (None, *ids) for row in tables["statements"]) or any(row.table == "statements" and not _whole(row) for row in rows) or new
    for row in tables["statements"] if changed else ():
        row |= {"parent": None, "depth": 0}
    for row in (row for table in ROW_TABLES[1:] for row in tables[table]):
        row["statement_id"] = row["statement_id"] if row["statement_id"] in ids else None
    coding = coding_of(article, header | {"actors": list(known.values())}, tables, where)
    return coding.changed(statements=nest(coding.statements)) if changed else coding


def _whole(row):
    """Say whether a row still has what makes it one: a statement its content, another row its words."""
    return any(part.role in ("content", "evidence", "label") for part in row.parts)


def _new_rows(article, new):
    """Return the rows of selections made in the other tool; cues and source words go to the new statement of their sentence."""
    sentences = segment(article)
    sentence = lambda place: next((s.sentence_id for s in reversed(sentences) if s.start <= place), 0)
    rows = []
    for start, end, kinds, said in new:
        for kind in kinds & TABLE_OF.keys():
            rows.append(Row(TABLE_OF[kind], {}, [Part(ROLE_OF.get(kind, kind), start, end)], dict(said)))
    for start, end, kinds, _ in new:
        for kind in kinds & {"cue", "source_text"}:
            statements = [r for r in rows if r.table == "statements" and sentence(r.parts[0].start) == sentence(start) and not any(p.role == kind for p in r.parts)]
            if statements:
                min(statements, key=lambda r: abs(r.parts[0].start - start)).parts.append(Part(kind, start, end))
    return rows


def _complete(rows, actors, known, coder):
    """Fill in the fields of each row from its codes, from its actors and, for a new row, from where it stands."""
    contents = [(row, part) for row in rows if row.table == "statements" for part in row.parts if part.role == "content"]
    numbers = {table: max((row.fields.get(f"{table[:-1]}_id", -1) for row in rows if row.table == table), default=-1) for table in ("statements", "stances")}
    for row in sorted(rows, key=lambda row: row.table != "statements"):
        is_new, start = not row.fields, row.parts[0].start
        over = [r for r, part in contents if row.table != "statements" and part.start <= start < part.end]
        holder = min(over, key=lambda r: sum(p.end - p.start for p in r.parts), default=None)
        if is_new:
            row.fields |= _fresh(row.table, holder, coder)
        if is_new and row.table in numbers:
            numbers[row.table] += 1
            row.fields[f"{row.table[:-1]}_id"] = numbers[row.table]
        _recode(row, actors, known)


def _fresh(table, holder, coder):
    """Return the fields of a new row that its codes do not say."""
    inside = {"statement_id": holder.fields["statement_id"] if holder else None, "source": holder.fields["source"] if holder else NARRATOR}
    if table == "statements":
        return {"source": NARRATOR, "source_name": None, "source_party": None, "source_type": None, "form": "indirect", "parent": None, "depth": 0, "coder": coder, "status": "made"}
    if table == "stances":
        party = holder.fields["source_party"] if holder else None
        return inside | {"source_party": party, "target_actor": None, "kind": "evaluation", "coder": coder, "status": "made"}
    if table == "namings":
        return inside | {"voice": NARRATOR if holder is None else "direct" if holder.fields["form"] == "direct" else "indirect"}
    return inside | {"rule": None, "coder": coder}


def _recode(row, actors, known):
    """Let the codes have the last word; a new source brings its name and party, a new sign its score."""
    before = dict(row.fields)
    row.fields |= row.said
    source = row.fields["source"]
    if source != NARRATOR and source not in known:
        known[source] = actors.get(source) or {"id": source, "party": source, "name": source, "aliases": []}
    if source != before["source"] and "source_party" in row.fields:
        actor = known.get(source)
        row.fields["source_party"] = actor and actor["party"]
        if "source_name" in row.fields:
            row.fields |= {"source_name": actor and actor["name"], "source_type": actor and actor.get("type")}
    if row.table == "stances":
        if row.fields.get("polarity") != before.get("polarity"):
            row.fields["score"] = float(row.fields["polarity"])
        party = row.fields["target"]
        if party not in {actor["party"] for actor in known.values()}:
            known[party] = {"id": party, "party": party, "name": party, "aliases": []}
    if row.table == "statements" and source == NARRATOR:
        raise InputError("a statement has no source", where="a new selection", value=row.fields["form"], remedy="give it a code like `source: putin` beside its form")
