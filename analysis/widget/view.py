"""What the browser sees of an annotation, and what it asks for. Offsets are converted here, both ways, and nowhere else."""

from analysis.errors import InputError
from analysis.labels import Names, label_or
from analysis.measures import sources_by_words
from analysis.palette import NARRATION, SOURCES, OTHER, darker
from analysis.records import ENDORSEMENTS, FORMS, NARRATOR, STANCE_KINDS
from analysis.widget.actors import search
from analysis.widget.items import FILTERS
from analysis.widget.offsets import Utf16, words
from analysis.widget.opening import take_over
from analysis.widget.strings import Refused, strings

OPERATIONS = {
    "accept": lambda work, item: work.accept(item),
    "accept_sentence": lambda work, sentence: work.accept_sentence(sentence),
    "choose": lambda work, item: work.choose(item),
    "reject": lambda work, item: work.reject(item),
    "add_statement": lambda work, span, actor, cue=None: f"statements/{work.add_statement(*span, actor, cue)}",
    "set_source": lambda work, statement, actor: work.set_source(statement, actor),
    "set_source_text": lambda work, statement, span=(): work.set_source_text(statement, *span),
    "set_cue": lambda work, statement, span=(): work.set_cue(statement, *span),
    "set_content": lambda work, statement, span: work.set_content(statement, span),
    "add_content": lambda work, statement, span: work.add_content(statement, *span),
    "set_form": lambda work, statement, form: work.set_form(statement, form),
    "set_endorsement": lambda work, statement, endorsement: work.set_endorsement(statement, endorsement),
    "add_stance": lambda work, span, actor, polarity: f"stances/{work.add_stance(*span, actor, polarity)}",
    "set_target": lambda work, stance, actor: work.edit_stance(stance, target=actor),
    "set_polarity": lambda work, stance, polarity: work.edit_stance(stance, polarity=polarity),
    "set_kind": lambda work, stance, kind: work.edit_stance(stance, kind=kind),
    "set_evidence": lambda work, stance, span: work.edit_stance(stance, evidence=span),
    "add_actor": lambda work, name, party, aliases, name_en: work.add_actor(name, party=party, aliases=aliases, name_en=name_en),
    "undo": lambda work: work.undo(),
    "redo": lambda work: work.redo(),
    "filter": lambda work, name: work.set_filter(name),
    "take_over": take_over,
    "reanchor": lambda work: work.reanchor(),
}
"""What the browser can ask for, by name. Spans are (start, end); what is returned is the item to look at next, or None."""


class View:
    """One annotation in one language, for the browser: offsets are UTF-16 units there."""

    def __init__(self, work, language="ar", glosses=None):
        self.work, self.language, self.glosses = work, language, glosses or {}
        self.there = Utf16(work.article.text)
        self._colours = {}
        for source in sources_by_words(work.coding):
            self._colour(source)

    # From the browser

    def perform(self, operation, arguments):
        """Carry out what the browser asks for; return the item to look at next, or None. Raises InputError."""
        known = OPERATIONS.get(operation)
        if known is None:
            raise InputError("is nothing one can do", where="widget", value=operation)
        here = {name: self._span(value) if name in ("span", "cue") and value else value for name, value in arguments.items()}
        try:
            return known(self.work, **here)
        except TypeError as error:
            raise InputError(f"was asked for wrongly: {error}", where="widget", value=operation) from None

    def _span(self, span):
        if not isinstance(span, list) or len(span) != 2:
            raise InputError("is no span", where="widget", value=span)
        return self.there.points(span[0]), self.there.points(span[1])

    def choices(self, query, at=None):
        """Return the actors that a few typed letters may mean; with nothing typed, the likeliest source at a place first."""
        first = self._by_use()
        likely = self.work.likely_source(self.there.points(at)) if at is not None and not query else None
        first.sort(key=lambda actor: actor.id != likely)
        names = Names(self.work.coding, self.language)
        return [self._choice(actor, names) for actor in search(query, first, self.work.registry.values())]

    def _by_use(self):
        """Return the coding's actors, those that speak most first."""
        uses = {}
        for row in (*self.work.active("statements"), *self.work.active("stances")):
            for actor_id in (row.source, getattr(row, "target_actor", None)):
                uses[actor_id] = uses.get(actor_id, 0) + 1
        return sorted(self.work.tables["actors"].values(), key=lambda actor: -uses.get(actor.id, 0))

    def _choice(self, actor, names):
        known = actor.id in self.work.tables["actors"]
        name = names.actor(actor.id) if known else (actor.name if self.language == "ar" else actor.name_en or actor.name)
        return {"id": actor.id, "name": name, "party": names.party(actor.party) if known else actor.party_name or self._registry_party(actor),
                "colour": self._colours.get(actor.id)}

    def _registry_party(self, actor):
        head = self.work.registry.get(actor.party)
        name = head and (head.name if self.language == "ar" else head.name_en)
        return name or label_or(f"party.{actor.party}", actor.party.replace("_", " "), self.language)

    # To the browser

    def page(self):
        """Return what stays the same while one works: the text, its sentences and words, and what the interface says."""
        article, there = self.work.article, self.there
        return {
            "text": article.text,
            "sentences": [[there.units(s.start), there.units(s.end), s.paragraph] for s in self.work.coding.sentences],
            "words": [there.units(place) for span in words(article.text) for place in span],
            "glosses": self.glosses,
            "title": article.title or article.article_id,
            "coder": self.work.coder,
            "blind": self.work.blind and not self.work.differing,
            "sides": sorted(set(self.work.differing.values())),
            "language": self.language,
            "strings": strings(self.language),
            "forms": FORMS,
            "endorsements": ENDORSEMENTS,
            "kinds": STANCE_KINDS,
            "filters": [name for name in FILTERS if self._is_offered(name)],
        }

    def _is_offered(self, name):
        """Say whether a filter makes sense: who codes blind has no suggestion to doubt or to differ from."""
        return not self.work.blind or name in ("all", "unreviewed") or name == "disagreements" and bool(self.work.differing)

    def state(self):
        """Return what changes: the rows, the actors they name, what to visit, and what can be undone."""
        work, coding = self.work, self.work.coding
        names = Names(coding, self.language)
        done, every = work.progress()
        return {
            "statements": [self._statement(row) for row in coding.statements],
            "stances": [self._stance(row) for row in coding.stances],
            "read": sorted(work.tables["read"]),
            "actors": {i: self._actor(i, names) for i in self._named(coding)},
            "parties": {p: names.party(p) for p in {*(a.party for a in coding.actors), *(s.target for s in coding.stances)}},
            "filter": work.filter,
            "items": work.items(),
            "progress": [done, every],
            "undo": work.undoable,
            "redo": work.redoable,
            "refusal": self._refusal(),
        }

    def _statement(self, row):
        return {
            "item": f"statements/{row.statement_id}", "id": row.statement_id, "sentence": row.sentence_id, "source": row.source,
            "words": self._there(row.source_start, row.source_end), "cue": self._there(row.cue_start, row.cue_end),
            "content": [self._there(*span) for span in row.content], "form": row.form, "endorsement": row.endorsement, "depth": row.depth,
            "certainty": row.confidence, "rule": row.rule, "status": row.status, **self._adjudicated(f"statements/{row.statement_id}"),
        }

    def _stance(self, row):
        return {
            "item": f"stances/{row.stance_id}", "id": row.stance_id, "sentence": row.sentence_id, "statement": row.statement_id,
            "source": row.source, "target": row.target, "kind": row.kind, "polarity": row.polarity,
            "span": self._there(row.start, row.end), "certainty": abs(row.score), "rule": row.rule, "status": row.status, **self._adjudicated(f"stances/{row.stance_id}"),
        }

    def _adjudicated(self, item):
        """Return whose row it is and its other version, where two codings are adjudicated."""
        return {"from": self.work.differing.get(item), "other": self.work.versions.get(item)}

    def _there(self, start, end):
        return None if start is None else [self.there.units(start), self.there.units(end)]

    def _named(self, coding):
        return [NARRATOR, *dict.fromkeys(s.source for s in (*coding.statements, *coding.stances))]

    def _actor(self, actor_id, names):
        actor, colour = self.work.tables["actors"].get(actor_id), self._colour(actor_id)
        return {"name": names.actor(actor_id), "party": actor and names.party(actor.party), "colour": colour, "dark": darker(colour)}

    def _colour(self, source):
        """Return a source's colour: the one it got when it was first seen, so that no other source's changes."""
        if source == NARRATOR:
            return NARRATION
        taken = len(self._colours)
        return self._colours.setdefault(source, SOURCES[taken] if taken < len(SOURCES) else OTHER)

    def _refusal(self):
        """Say why nothing can be changed, and what re-anchoring would do where that is why."""
        refusal = self.work.refusal
        if refusal is None:
            return None
        said = {"key": refusal.key, "text": refusal.text(self.language)}
        if self.work.stale is not None:
            moved, lost = self.work.preview()
            said["placed"] = len(moved.statements) + len(moved.stances)
            said["lost"] = [_quoted(u.row) for u in lost]
        return said

    def error(self, error):
        """Return an error's text in the reader's language, where there is one."""
        return error.text(self.language) if isinstance(error, Refused) else str(error)


def _quoted(row):
    """Return the words by which a row that found no place can be recognised."""
    return row.get("evidence") or " ".join(filter(None, [row.get("source_text"), row.get("cue"), *(c["text"] for c in row.get("content", ()))]))
