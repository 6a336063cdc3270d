"""Statement table of the kind that Discourse Network Analyzer makes (CSV): who stands for or against whom.

One row a stance: person and organization are the source and its party, the concept is the target party, agreement is 1 for
favourable and 0 for unfavourable. Start and stop are code points, end exclusive. Keeps stances alone; statements, cues,
namings and frames are lost. The columns after `text` are this project's and bring the rest of the row back; a table
without them is read by the names of persons, organizations and concepts among the given actors.
"""

import csv
import io
from pathlib import Path

from analysis.codings.schema import HEADER, to_data
from analysis.codings.store import write_atomically
from analysis.errors import InputError
from analysis.exchange.parts import as_list, article_of, coding_of
from analysis.measures import kept
from analysis.records import NARRATOR, Actor
from analysis.rows import plain_text, safe_text

STANDARD = ("ID", "time", "docId", "docTitle", "docAuthor", "docSource", "docSection", "docType", "person", "organization", "concept", "agreement", "start", "stop", "text")
OWN = ("coder", "source", "source_party", "target", "kind", "rule", "status", "optional")
NARRATOR_NAME = "(narrator)"


def export(codings, path):
    """Write the stances of codings as one table, in the order of the articles and their text."""
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, (*STANDARD, *OWN), lineterminator="\n")
    writer.writeheader()
    rows = [row for coding in as_list(codings) for row in _rows(coding)]
    writer.writerows({"ID": number} | row for number, row in enumerate(rows, 1))
    write_atomically("\ufeff" + out.getvalue(), path)


def _rows(coding):
    article, names = coding.article, _party_names(coding.actors)
    for stance in sorted(kept(coding.stances), key=lambda s: s.start):
        actor = coding.actor(stance.source)
        yield {name: safe_text(value) if isinstance(value, str) else value for name, value in {
            "time": article.date, "docId": article.article_id, "docTitle": article.title, "docAuthor": article.outlet, "docSource": article.url, "docType": "news",
            "person": actor.name if actor else NARRATOR_NAME, "organization": names.get(stance.source_party, stance.source_party),
            "concept": names.get(stance.target, stance.target), "agreement": int(stance.polarity > 0), "start": stance.start, "stop": stance.end, "text": stance.evidence,
            "coder": coding.coder, **{name: getattr(stance, name) for name in OWN[1:]},
        }.items()}


def _party_names(actors):
    """Return {party: its name}: the party's own, else that of the actor with the party's id."""
    named = {a.party: a.party_name for a in actors if a.party_name}
    return {a.id: a.name for a in actors if a.id == a.party} | named


def read(path, articles, actors=()):
    """Return the codings of a table, one for each article and coder, with their stances.

    `actors` are needed where the table lacks this project's columns: persons and organizations are looked up by name. Raises
    InputError with the line for a name that is not among them, and for words that do not stand at their place.
    """
    lines = _lines(path)
    groups = {}
    for number, line in enumerate(lines, 2):
        groups.setdefault((line["docId"], line.get("coder") or "imported"), []).append((f"{path}, line {number}", line))
    return [_coding(article_id, coder, rows, articles, list(actors), str(path)) for (article_id, coder), rows in groups.items()]


def _lines(path):
    try:
        text = Path(path).read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise InputError("no such file", where=str(path), remedy="check the path") from None
    except UnicodeDecodeError:
        raise InputError("is not UTF-8", where=str(path), remedy="save it as CSV UTF-8") from None
    first = text.split("\n", 1)[0]
    lines = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=first.count)))
    missing = [name for name in ("docId", "person", "organization", "concept", "agreement", "start", "stop") if not lines or name not in lines[0]]
    if missing:
        raise InputError("columns are missing", where=str(path), value=", ".join(missing), remedy="the first line must name " + ", ".join(STANDARD))
    return [{name: plain_text(cell) if cell else None for name, cell in line.items() if name} for line in lines]


def _coding(article_id, coder, rows, articles, actors, path):
    article = article_of(articles, article_id, None, path)
    known = {actor.id: actor for actor in actors}
    stances = [_stance(number, line, article.text, coder, known, where) for number, (where, line) in enumerate(rows)]
    header = dict.fromkeys(HEADER) | {"coder": coder, "coder_type": "person", "coder_note": "Imported from a statement table (Discourse Network Analyzer)."}
    return coding_of(article, header | {"actors": [to_data(actor, "") for actor in known.values()]}, {"statements": [], "stances": stances}, path)


def _stance(number, line, text, coder, known, where):
    start, end = (_whole(line[name], f"{where}, {name}") for name in ("start", "stop"))
    if line["agreement"] not in ("0", "1"):
        raise InputError("must be 0 or 1", where=f"{where}, agreement", value=line["agreement"], remedy="write 1 for favourable, 0 for unfavourable")
    if not 0 <= start < end <= len(text) or line.get("text") not in (None, text[start:end]):
        raise InputError(f"are not the words at {start}–{end}", where=f"{where}, text", value=line.get("text"), remedy="give the article that was coded")
    source = line.get("source") or _source(line, known, where)
    party = line.get("source_party") or (known[source].party if source in known else None)
    target = line.get("target") or _party(line["concept"], known, f"{where}, concept")
    if source != NARRATOR:
        known.setdefault(source, Actor(source, party or source, line["person"] or source))
    if target not in {actor.party for actor in known.values()}:
        known[target] = Actor(target, target, line["concept"] or target)
    polarity = 1 if line["agreement"] == "1" else -1
    return {
        "stance_id": number, "sentence_id": 0, "statement_id": None, "source": source, "source_party": party, "target": target, "target_actor": None,
        "kind": line.get("kind") or "evaluation", "polarity": polarity, "score": float(polarity), "evidence": text[start:end], "start": start, "end": end,
        "rule": line.get("rule"), "coder": coder, "status": line.get("status") or "made", "optional": line.get("optional") == "True",
    }


def _whole(cell, where):
    try:
        return int(cell)
    except (TypeError, ValueError):
        raise InputError("is not a whole number", where=where, value=cell, remedy="count code points from the start of the text") from None


def _source(line, known, where):
    """Return the actor whom the person, or else the organization, names."""
    if line["person"] == NARRATOR_NAME or not (line["person"] or line["organization"]):
        return NARRATOR
    for name in (line["person"], line["organization"]):
        actor = next((a for a in known.values() if name and name in (a.id, a.name, *a.aliases)), None)
        if actor:
            return actor.id
    raise InputError("is no known actor", where=f"{where}, person", value=line["person"] or line["organization"], remedy="add the name to actors.yml and give it with --actors")


def _party(name, known, where):
    party = next((a.party for a in known.values() if name in (a.party, a.party_name, a.name, *a.aliases)), None)
    if party is None:
        raise InputError("is no known party", where=where, value=name, remedy="add the name to actors.yml and give it with --actors")
    return party
