"""The rows of every table: each record type is the schema of its table.

Offsets are code points of the untouched article text, end exclusive. Missing is None.
The words are those of DESIGN: source, narrator, cue, content, statement, target, stance, naming, frame.
"""

from dataclasses import dataclass, field, replace
from typing import NamedTuple

NARRATOR = "narrator"

MENTION_KINDS = ("name", "title", "metonym", "demonym", "description", "pronoun", "new")
SOURCE_TYPES = ("person", "institution", "state", "group", "document", "medium", "anonymous")
FORMS = ("direct", "indirect", "mixed")
ENDORSEMENTS = ("neutral", "endorsing", "distancing")
STANCE_KINDS = ("evaluation", "relation", "deed", "policy")
VOICES = ("direct", "indirect", "narrator")
TONES = ("favourable", "neutral", "hostile")
STATUSES = ("suggested", "accepted", "edited", "made", "rejected")
"""How a coded row came about: the program suggested it; a person accepted, edited, made or rejected it."""

CODER_TYPES = ("rules", "model", "person")


class Article(NamedTuple):
    """One article. `text` is the untouched file; a headline followed by an empty line is `title`."""

    article_id: str
    title: str | None
    outlet: str | None
    date: str | None
    url: str | None
    language: str
    text: str
    sha256: str


class Sentence(NamedTuple):
    """One sentence. `paragraph` counts the article's non-empty lines from 0; the headline is paragraph 0."""

    article_id: str
    sentence_id: int
    paragraph: int
    start: int
    end: int


class Actor(NamedTuple):
    """Anyone who can speak or be evaluated, as `actors.yml` and the registry list them."""

    id: str
    party: str
    name: str
    aliases: tuple[str, ...] = ()
    name_en: str | None = None
    party_name: str | None = None
    party_name_en: str | None = None
    type: str | None = None
    gender: str | None = None
    number: str | None = None
    valid_from: str | None = None
    valid_to: str | None = None


class Mention(NamedTuple):
    """One place where the text names or means an actor."""

    article_id: str
    sentence_id: int
    start: int
    end: int
    text: str
    actor: str
    party: str
    kind: str


class Statement(NamedTuple):
    """One attribution: the article says that a source says the content. `parent` is the enclosing statement's id."""

    article_id: str
    statement_id: int
    sentence_id: int
    source: str
    source_name: str | None
    source_party: str | None
    source_type: str | None
    source_text: str | None
    source_start: int | None
    source_end: int | None
    cue: str | None
    cue_start: int | None
    cue_end: int | None
    content: tuple[tuple[int, int], ...]
    form: str
    depth: int = 0
    parent: int | None = None
    endorsement: str = "neutral"
    confidence: float = 1.0
    rule: str | None = None
    coder: str = "rules"
    status: str = "suggested"
    optional: bool = False


class Stance(NamedTuple):
    """One piece of evidence that a source favours (+1) or disfavours (-1) a party. `score` is polarity × certainty, −1…1."""

    article_id: str
    stance_id: int
    sentence_id: int
    statement_id: int | None
    source: str
    source_party: str | None
    target: str
    target_actor: str | None
    kind: str
    polarity: int
    score: float
    evidence: str
    start: int
    end: int
    rule: str | None = None
    coder: str = "rules"
    status: str = "suggested"
    optional: bool = False


class Naming(NamedTuple):
    """One label that stands for a party, by the voice that uses it."""

    article_id: str
    sentence_id: int
    statement_id: int | None
    source: str
    voice: str
    party: str
    label: str
    tone: str
    start: int
    end: int


class Frame(NamedTuple):
    """One place where a word of a frame's vocabulary stands, and whose words they are."""

    article_id: str
    sentence_id: int
    statement_id: int | None
    source: str
    frame: str
    evidence: str
    start: int
    end: int
    rule: str | None = None
    coder: str = "rules"


class Tone(NamedTuple):
    """The tone of a sentence by one coder, −1…1. `n_words`: tone words it rests on (0: nothing is known); None for a model."""

    article_id: str
    sentence_id: int
    score: float
    n_words: int | None
    coder: str = "rules"


class Proposal(NamedTuple):
    """One place where a model sees the name of a person or an organisation that the registry does not know."""

    article_id: str
    sentence_id: int
    start: int
    end: int
    text: str
    kind: str
    coder: str


class Summary(NamedTuple):
    """One number that a figure shows. `value` is a count, a share 0–1 or a mean; `low` and `high` bound it over a corpus."""

    group: str
    category: str
    n: int
    value: float
    low: float | None = None
    high: float | None = None


@dataclass(slots=True)
class Coding:
    """One article as one coder coded it: the unit that is stored, corrected, compared and scored.

    `coder_type` is rules, model or person; `coder_note` says honestly how the coding was made.
    `actors` are those that its rows refer to by id. Tones and proposals follow from the text; a stored coding leaves them out.
    """

    article: Article
    coder: str = "rules"
    coder_type: str = "rules"
    coder_note: str | None = None
    codebook: str | None = None
    created: str | None = None
    modified: str | None = None
    blind: bool | None = None
    actors: list[Actor] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    stances: list[Stance] = field(default_factory=list)
    namings: list[Naming] = field(default_factory=list)
    frames: list[Frame] = field(default_factory=list)
    tones: list[Tone] = field(default_factory=list)
    proposals: list[Proposal] = field(default_factory=list)

    def changed(self, **fields):
        """Return a copy with some fields replaced; a coding is never changed in place."""
        return replace(self, **fields)

    def actor(self, actor_id):
        """Return the actor with this id, or None."""
        return next((a for a in self.actors if a.id == actor_id), None)
