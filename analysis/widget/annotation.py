"""What a person can do to a coding: review its rows, correct them, make new ones. Plain Python; the widget only shows it."""

from analysis.codings.schema import anchor, with_sentence
from analysis.errors import InputError
from analysis.records import ENDORSEMENTS, FORMS, NARRATOR, STANCE_KINDS, Stance, Statement
from analysis.widget import items
from analysis.widget.actors import new_actor
from analysis.widget.changes import READ
from analysis.widget.links import exchanged, relinked, with_voice
from analysis.widget.offsets import trim
from analysis.widget.session import Session
from analysis.widget.strings import Refused

QUOTES = "\"“”„«»"


class Annotation(Session):
    """A coding that a person works on.

    Rows and sentences are called by `table/id`: `statements/3`, `stances/0`, `sentences/12`. Offsets are code points; spans
    are trimmed of white space. Every operation is one step for `undo`. Operations raise InputError and change nothing where
    they cannot be done.

        >>> from analysis.records import Coding
        >>> from analysis.segment import segment
        >>> from analysis.text import article_from_text
        >>> article = article_from_text("قال الوزير إن الأمر انتهى.")
        >>> work = Annotation(Coding(article, coder="sara", coder_type="person", sentences=segment(article)))
        >>> number = work.add_statement(11, 25, work.add_actor("الوزير", party="iraq", name_en="Minister"))
        >>> work.set_cue(number, 0, 3)
        >>> work.coding.statements[0].source, work.coding.statements[0].cue, work.progress()
        ('minister', 'قال', (1, 1))
        >>> work.undo(), work.coding.statements[0].cue
        ('statements/0', None)
    """

    def __init__(self, coding, store=None, *, history=(), registry=(), against=None):
        """`registry` are further actors to choose from; `against` another Coding of the article to compare with."""
        super().__init__(coding, store, history)
        self.registry = {actor.id: actor for actor in registry}
        self.against = against
        self.filter = "all"
        self.versions, self.differing = {}, {}

    def adjudicates(self, versions=(), differing=()):
        """Where two codings are adjudicated: say which rows are versions of each other, and whose each one is on which they differ."""
        self.versions = {**dict(versions), **{b: a for a, b in versions}}
        self.differing = dict(differing)

    def statement(self, number):
        """Return a statement by its id."""
        return self._row("statements", number)

    def stance(self, number):
        """Return a stance by its id."""
        return self._row("stances", number)

    def active(self, table):
        """Return the rows of a table that are not rejected."""
        return [row for row in self.tables[table].values() if row.status != "rejected"]

    def items(self, name=None):
        """Return the names of what to visit, in order; `name` is a filter: all, unreviewed, doubtful or disagreements."""
        return items.FILTERS[name or self.filter](self)

    def set_filter(self, name):
        """Choose what `items` returns."""
        self.filter = _check(name, tuple(items.FILTERS), "filter")
        self.on_change()

    def progress(self):
        """Return (reviewed, all) of the items."""
        every = items.all_items(self)
        return sum(items.is_reviewed(self, item) for item in every), len(every)

    def likely_source(self, start):
        """Return the source of the last statement before a place, or None: in Arabic news the last speaker mostly goes on."""
        before = [s for s in self.active("statements") if anchor(s) < start]
        return max(before, key=anchor).source if before else None

    # Review

    def accept(self, *names):
        """Accept rows as they are; mark a sentence as read, with nothing to code in it."""
        after = {}
        for table, key in map(self._parsed, names):
            after |= {(READ, key): True} if table == "sentences" else {(table, key): self.accepted(self._row(table, key))}
        self._change("accept", after)

    def accept_sentence(self, number):
        """Accept all that is not yet reviewed in a sentence, as one step."""
        names = items.of_sentence(self, number)
        self.accept(*(name for name in names if not items.is_reviewed(self, name)))

    def reject(self, name):
        """Reject a suggested row (it stays in the file, marked), delete one made by hand, or mark a sentence as not read.

        The stances of a statement go with it.
        """
        table, key = self._parsed(name)
        if table == "sentences":
            return self._change("unread", {(READ, key): None})
        after = {(table, key): _rejected(self._row(table, key))}
        if table == "statements":
            gone = after[table, key] is None
            for s in self.tables["stances"].values():
                if s.statement_id == key:
                    row = _rejected(s)
                    after["stances", s.stance_id] = row._replace(statement_id=None) if row and gone else row
        return self._change("reject", after)

    def choose(self, name):
        """Where two codings are adjudicated: take this version of a row and drop the other."""
        table, key = self._parsed(name)
        if name not in self.versions:
            raise Refused("refused.no_version")
        other = self._parsed(self.versions[name])
        self._change("choose", exchanged(self.tables, table, self.accepted(self._row(table, key)), self._row(*other)))

    # Statements

    def add_statement(self, start, end, source, cue=None):
        """Make a statement with some words as its content; return its id. `source` is an actor's id, `cue` (start, end) or None."""
        span, actor = trim(self.article.text, start, end), self.actor(source)
        number = max(self.tables["statements"], default=-1) + 1
        row = Statement(self.article.article_id, number, 0, actor.id, *[None] * 9, (span,), self._form(span), coder=self.coder, status="made")
        row = _spoken_by(row, actor)
        self._change("add_statement", {("statements", number): self._quoting(row, "cue", "cue", cue) if cue else row}, actor)
        return number

    def set_source(self, number, source):
        """Say who speaks; the statement's stances follow."""
        row, actor = self.statement(number), self.actor(source)
        after = {("statements", number): self._edited(_spoken_by(row, actor), row)}
        for s in self.tables["stances"].values():
            if s.statement_id == number:
                after["stances", s.stance_id] = s._replace(source=actor.id, source_party=actor.party)
        self._change("set_source", after, actor)

    def set_source_text(self, number, *span):
        """Mark the words that name the source (start, end), or none."""
        self._edit("set_source_text", number, lambda row: self._quoting(row, "source_text", "source", span))

    def set_cue(self, number, *span):
        """Mark the words that report (start, end), or none."""
        self._edit("set_cue", number, lambda row: self._quoting(row, "cue", "cue", span))

    def set_content(self, number, *spans):
        """Mark what is said: one (start, end) or several; those that overlap or touch become one."""
        merged = _merged(trim(self.article.text, *span) for span in spans)
        if not merged:
            raise Refused("refused.no_content")
        self._edit("set_content", number, lambda row: row._replace(content=merged))

    def add_content(self, number, start, end):
        """Add words to what is said."""
        self.set_content(number, *self.statement(number).content, (start, end))

    def set_form(self, number, form):
        """Say whether the speech is direct, indirect or mixed."""
        _check(form, FORMS, "form")
        self._edit("set_form", number, lambda row: row._replace(form=form))

    def set_endorsement(self, number, endorsement):
        """Say whether the cue is neutral, endorses what is said, or casts doubt on it."""
        _check(endorsement, ENDORSEMENTS, "endorsement")
        self._edit("set_endorsement", number, lambda row: row._replace(endorsement=endorsement))

    # Stances

    def add_stance(self, start, end, target, polarity, kind="evaluation"):
        """Make a stance with some words as its evidence; return its id. `target` is an actor's id; its party is what counts.

        Its source is that of the innermost statement around the words, else the narrator.
        """
        span, actor = trim(self.article.text, start, end), self.actor(target)
        _check(polarity, (1, -1), "polarity")
        number = max(self.tables["stances"], default=-1) + 1
        row = Stance(self.article.article_id, number, 0, None, NARRATOR, None, actor.party, actor.id, _check(kind, STANCE_KINDS, "kind"),
                     polarity, float(polarity), self.article.text[slice(*span)], *span, coder=self.coder, status="made")
        self._change("add_stance", {("stances", number): with_voice(row, self.active("statements"))}, actor)
        return number

    def edit_stance(self, number, *, target=None, polarity=None, kind=None, evidence=None):
        """Change a stance's target (an actor's id), polarity (+1, −1), kind or evidence (start, end).

        A turned polarity is the person's judgement, which no rule has found; else the rule stays, to show where the row came from.
        """
        before = row = self.stance(number)
        actor = self.actor(target) if target else None
        if actor:
            row = row._replace(target=actor.party, target_actor=actor.id)
        if polarity is not None:
            row = row._replace(polarity=_check(polarity, (1, -1), "polarity"), score=float(polarity))
            if polarity != before.polarity:
                row = row._replace(rule=None)  # `breach deed` cannot have found that somebody is for a party
        if kind is not None:
            row = row._replace(kind=_check(kind, STANCE_KINDS, "kind"))
        if evidence is not None:
            start, end = trim(self.article.text, *evidence)
            row = with_voice(row._replace(evidence=self.article.text[start:end], start=start, end=end), self.active("statements"))
        self._change("edit_stance", {("stances", number): self._edited(row, before)}, actor)

    # Actors

    def actor(self, actor_id):
        """Return an actor of the coding or of the registry."""
        actor = self.tables["actors"].get(actor_id) or self.registry.get(actor_id)
        if actor is None:
            raise InputError("is no actor", where="actor", value=actor_id, remedy="choose one from the list, or add a new one")
        return actor

    def add_actor(self, name, *, party, aliases=(), name_en=None):
        """Add somebody to the coding's actors; return the new id. `party` is a party's id, or the name of a new one."""
        actor = new_actor(name, party, aliases, name_en, {**self.registry, **self.tables["actors"]})
        self._change("add_actor", {}, actor)
        return actor.id

    # How rows are made and changed

    def _change(self, action, after, *actors):
        """Make one step: the new rows, the actors they name, and what follows for nesting and for whose stance it is."""
        new = {("actors", a.id): a for a in actors if a and a.id not in self.tables["actors"]}
        after = {k: with_sentence(row, self.starts) if k[0] in ("statements", "stances") and row else row for k, row in after.items()}
        self.do(action, {**new, **after, **relinked(self.tables, after)})

    def _edit(self, action, number, change):
        before = self.statement(number)
        self._change(action, {("statements", number): self._edited(change(before), before)})

    def _parsed(self, name):
        """Return (table, id) of an item's name."""
        table, _, key = str(name).partition("/")
        if table not in ("statements", "stances", "sentences") or not key.isdecimal() or table == "sentences" and int(key) >= len(self.starts):
            raise InputError("is nothing of this coding", where="item", value=name, remedy="write it like statements/3, stances/0 or sentences/12")
        return table, int(key)

    def _row(self, table, number):
        if number not in self.tables[table]:
            raise InputError("is not there (any more)", where=table, value=number, remedy="choose another row")
        return self.tables[table][number]

    def accepted(self, row):
        """Return a row as accepted; one that this coder made or edited stays so."""
        if row.status == "made":
            return row
        return row._replace(status="edited" if row.coder == self.coder else "accepted")

    def _edited(self, row, before):
        """Return a row as changed by this coder, if it was changed. Its rule stays, to show where it came from."""
        if row == before:
            return row
        return row._replace(status="made" if before.status == "made" else "edited", coder=self.coder)

    def _form(self, span):
        """Guess the form of speech from the quotation marks."""
        words = self.article.text[slice(*span)].rstrip(".،")
        if words[:1] in QUOTES and words[-1:] in QUOTES:
            return "direct"
        return "mixed" if any(q in words for q in QUOTES) else "indirect"

    def _quoting(self, row, words, field, span):
        """Return a statement with its cue or source words at a span, or without."""
        start, end = trim(self.article.text, *span) if span else (None, None)
        quoted = self.article.text[start:end] if span else None
        return row._replace(**{words: quoted, f"{field}_start": start, f"{field}_end": end})


def _rejected(row):
    return None if row.status == "made" else row._replace(status="rejected")


def _spoken_by(row, actor):
    return row._replace(source=actor.id, source_name=actor.name, source_party=actor.party, source_type=actor.type)


def _merged(spans):
    """Return spans in order; those that overlap or touch become one."""
    merged = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def _check(value, allowed, where):
    if value not in allowed:
        raise InputError("is not possible here", where=where, value=value, remedy="use one of " + ", ".join(map(str, allowed)))
    return value
