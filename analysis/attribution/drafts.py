"""What a rule finds: the parts of a statement as token ranges, before its content is ended and its source resolved."""

from dataclasses import dataclass, field

LATER, NO_CUE = None, ()
"""What a rule answers that finds no Draft: the word is left to the rules behind it, or it is no cue."""


@dataclass(slots=True)
class Draft:
    """One statement in the making. Token ranges are (first, last + 1).

    rule           name of the rule that found it; sentence: index of the sentence that holds the cue
    cue            token range of the cue, or None
    sources        one range a joint source; empty where the subject is implicit
    content        finished content ranges; while None, the content starts at `begin` and is ended by extents
    begin          first token of the content
    gender, number what the verb form says of an implicit subject; person 1 inside a quotation is the quoted source
    echoes         True where the content is that of the statement before it (وهو ما نفته)
    anchor         the token by which drafts are ordered, known once all rules are tried (see `settle`)
    how            how the content begins: clause, quotation, colon, preposition or object
    sure           True where verb and content leave no doubt that the subject is a source
    continues      True for participles and the like, which take the source of the clause before them
    """

    rule: str
    sentence: int
    cue: tuple[int, int] | None
    reading: object = None
    sources: list[tuple[int, int]] = field(default_factory=list)
    begin: int | None = None
    content: list[tuple[int, int]] | None = None
    gender: str | None = None
    number: str | None = None
    person: int | None = None
    continues: bool = False
    confidence: float = 0.9
    limit: int | None = None
    kind: str = "finite"
    parent: object = None
    depth: int = 0
    endorsement: str = "neutral"
    sure: bool = False
    how: str | None = None
    echoes: bool = False
    form: str = "indirect"
    resolved: list = field(default_factory=list)
    anchor: int | None = None

    def settle(self):
        """Note the draft's anchor: the cue's first token, or the content's."""
        self.anchor = self.cue[0] if self.cue else self.begin if self.begin is not None else self.content[0][0]

    @property
    def span(self):
        """(first, last + 1) of the content."""
        return self.content[0][0], self.content[-1][1]
