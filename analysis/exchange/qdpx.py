"""REFI-QDA project (.qdpx): one text source an article, one user a coder, codes for sources, forms, stances, frames, labels.

Opens in NVivo, MAXQDA, ATLAS.ti and QualCoder. Positions are code points, end exclusive. The exported text has \\n for
every line end and no byte order mark, since the tools drop or rewrite both and would shift all that follows; positions are
counted in it and counted back on import. A code's name says what it means (`cue`, `form: direct`, `stance: russia +`), so
codes that a researcher adds by the same pattern are read as well. What codes cannot say (rule, confidence, which cue goes
with which content) stands in each selection's description, as a comment to people and as data for the way back.
"""

import io
import re
import uuid
import zipfile
from collections import defaultdict
from datetime import UTC, datetime
from pathlib import Path
from xml.etree import ElementTree as xml

from analysis.codings.schema import HEADER, to_data
from analysis.exchange.codes import codes_of, described
from analysis.exchange.parts import ROW_TABLES, as_list, fields_of, parts_of
from analysis.exchange.plaintext import PlainText
from analysis.exchange.qdpx_reading import NAMESPACE, read
from analysis.records import NARRATOR

__all__ = ["export", "read"]

_GUIDS = uuid.UUID("6c4d2c1e-8f0b-5b1e-9f55-1f3c5b7a9d10")
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def export(codings, path):
    """Write codings of any number of articles and coders as one project."""
    project = Project(as_list(codings))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("project.qde", b'<?xml version="1.0" encoding="utf-8"?>\n' + xml.tostring(project.element, encoding="utf-8"))
        for article in project.articles.values():
            archive.writestr(f"sources/{guid('source', article.sha256)}.txt", PlainText(article.text).plain.encode("utf-8"))
    unfinished = Path(path).with_name(f".{Path(path).name}.tmp")
    unfinished.write_bytes(buffer.getvalue())
    unfinished.replace(path)


def guid(*parts):
    """Return the same GUID for the same thing, whenever it is exported."""
    return str(uuid.uuid5(_GUIDS, "\n".join(map(str, parts))))


class Project:
    """The project's XML, made element by element in the order that the standard's schema wants."""

    def __init__(self, codings):
        self.codings = codings
        self.articles = {coding.article.article_id: coding.article for coding in codings}
        self.made = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
        self.actors = {actor.id: actor for coding in reversed(self.codings) for actor in coding.actors}
        self.users = {coding.coder: guid("user", coding.coder) for coding in codings}
        self.element = xml.Element("Project", {"xmlns": NAMESPACE, "name": "Isnad", "origin": "Isnad", "creationDateTime": self.made})
        self._users()
        self._codes()
        self._variables()
        self._sources()

    def add(self, parent, tag, text=None, **attributes):
        element = xml.SubElement(parent, tag, {name: _ILLEGAL.sub("\ufffd", value) for name, value in attributes.items()})
        element.text = None if text is None else _ILLEGAL.sub("\ufffd", text)
        return element

    def _users(self):
        users = self.add(self.element, "Users")
        for coder, key in self.users.items():
            self.add(users, "User", guid=key, name=coder, id=coder)

    def _codes(self):
        """Write a code for each actor, form, sign toward a party, frame and label, under one heading each."""
        names = defaultdict(dict)
        for actor in self.actors.values():
            names["source"][f"source: {actor.id}"] = described(f"{actor.name} ({actor.party})", to_data(actor, ""))
        names["source"][f"source: {NARRATOR}"] = "the article's own voice"
        for coding in self.codings:
            for row in (row for table in ROW_TABLES for row in getattr(coding, table)):
                for name in (name for part in parts_of(row) for name in codes_of(row, part.role)):
                    names[name.split(":")[0]].setdefault(name, None)
        codes = self.add(self.add(self.element, "CodeBook"), "Codes")
        for heading, members in names.items():
            single = list(members) == [heading]
            parent = codes if single else self.add(codes, "Code", guid=guid("heading", heading), name=f"{heading}s", isCodable="false")
            for name, description in members.items():
                code = self.add(parent, "Code", guid=guid("code", name), name=name, isCodable="true")
                if description:
                    self.add(code, "Description", description)

    def _variables(self):
        variables = self.add(self.element, "Variables")
        for name in ("outlet", "date", "url"):
            self.add(variables, "Variable", guid=guid("variable", name), name=name, typeOfVariable="Text")

    def _sources(self):
        sources = self.add(self.element, "Sources")
        for article in self.articles.values():
            key = guid("source", article.sha256)
            source = self.add(sources, "TextSource", guid=key, name=article.article_id, plainTextPath=f"internal://{key}.txt", creationDateTime=self.made)
            headers = {c.coder: self._header(c) for c in self.codings if c.article.article_id == article.article_id}
            self.add(source, "Description", described(article.title or article.article_id, {"article_id": article.article_id, "sha256": article.sha256, "codings": headers}))
            plain = PlainText(article.text)
            for coding in self.codings:
                if coding.article.article_id == article.article_id:
                    self._selections(source, coding, plain)
            for name in ("outlet", "date", "url"):
                if getattr(article, name):
                    value = self.add(source, "VariableValue")
                    self.add(value, "VariableRef", targetGUID=guid("variable", name))
                    self.add(value, "TextValue", getattr(article, name))

    def _header(self, coding):
        """Return what describes a coding as a whole. Actors are named by id; those whose code describes another's in full."""
        actors = [actor.id if actor == self.actors[actor.id] else to_data(actor, "") for actor in coding.actors]
        return {name: getattr(coding, name) for name in HEADER} | {"actors": actors}

    def _selections(self, source, coding, plain):
        text, user = coding.article.text, self.users[coding.coder]
        for table in ROW_TABLES:
            for number, row in enumerate(getattr(coding, table)):
                for place, part in enumerate(parts_of(row)):
                    key = (coding.article.sha256, coding.coder, table, number, place)
                    words = " ".join(text[part.start:part.end].split())[:60] or "–"
                    span = {"startPosition": str(plain.to_plain(part.start)), "endPosition": str(plain.to_plain(part.end))}
                    selection = self.add(source, "PlainTextSelection", guid=guid("selection", *key), name=words, **span, creatingUser=user, creationDateTime=self.made)
                    data = {"table": table, "row": number, "role": part.role} | ({} if place else {"fields": fields_of(row, text)})
                    self.add(selection, "Description", described(f"{table} {number + 1}: {part.role.replace('_', ' ')}", data))
                    for name in codes_of(row, part.role):
                        code = self.add(selection, "Coding", guid=guid("coding", *key, name), creatingUser=user, creationDateTime=self.made)
                        self.add(code, "CodeRef", targetGUID=guid("code", name))
