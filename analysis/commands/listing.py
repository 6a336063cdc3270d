"""A coding as lines of plain text for the terminal: the columns to look at, Arabic last so that columns stay aligned.

Actors and parties have their English names, as in the figures; the other formats have their ids.
"""

from analysis.labels import Names, sign
from analysis.text import MARKS

MISSING = "–"
WIDEST, WIDEST_NAME = 60, 40


def listing(coding):
    """Return a coding as text: a headline, the statements, the stances. A stance is between parties; a source is one actor.

        >>> from analysis.records import Coding
        >>> from analysis.text import article_from_text
        >>> print(listing(Coding(article_from_text("قال الوزير إن الأمر انتهى."))))
        text: 0 sentences, 0 statements, 0 stances
        <BLANKLINE>
          no source is found to speak for or against a party
        <BLANKLINE>
    """
    article, names = coding.article, Names(coding)
    counts = ", ".join(f"{len(rows)} {noun}{'s' * (len(rows) != 1)}" for noun, rows in (("sentence", coding.sentences), ("statement", coding.statements), ("stance", coding.stances)))
    blocks = [f"{article.article_id}: {counts}"]
    if coding.statements:
        blocks.append(columns([("who says what", "party", "form", "", "")] + [_statement(s, article.text, names) for s in coding.statements]))
    if coding.stances:
        blocks.append(columns([("which party speaks for (+) or against (−)", "", "which party", "kind", "")] + [_stance(s, names) for s in coding.stances]))
    else:
        blocks.append("  no source is found to speak for or against a party")
    if any(tone.coder != "rules" for tone in coding.tones):
        blocks.append(columns([("tone of the sentences", "", "")] + [_tone(t, coding) for t in sorted(coding.tones, key=lambda t: t.sentence_id)]))
    if coding.proposals:
        blocks.append(columns([("proposed as new actors", "", "")] + [(p.kind, p.coder, p.text) for p in coding.proposals]))
    return "\n\n".join(blocks) + "\n"


def columns(rows):
    """Return rows of cells as aligned lines; the last cell is cut to one line of at most 60 characters."""
    rows = [[str(cell or MISSING) if cell != "" else "" for cell in row] for row in rows]
    rows = [[*row[:-1], one_line(row[-1])] for row in rows]
    widths = [max(map(_width, column)) for column in list(zip(*rows))[:-1]]
    return "\n".join(
        "  " + "  ".join([cell + " " * (width - _width(cell)) for cell, width in zip(row, widths)] + [row[-1]]).rstrip() for row in rows
    )


def one_line(text, widest=WIDEST):
    """Return text on one line, cut at the end if it is long."""
    text = " ".join(text.split())
    return text if len(text) <= widest else text[: widest - 1] + "…"


def _statement(statement, text, names):
    said = " … ".join(text[start:end] for start, end in statement.content)
    party = statement.source_party and names.party(statement.source_party)
    return one_line(names.actor(statement.source), WIDEST_NAME), party, statement.form, statement.cue, said


def _stance(stance, names):
    who = names.actor(stance.source) if stance.source_party in (None, "unaffiliated") else names.party(stance.source_party)
    return one_line(who, WIDEST_NAME), sign(stance.polarity), one_line(names.party(stance.target), WIDEST_NAME), stance.kind, stance.evidence


def _tone(tone, coding):
    sentence = next(s for s in coding.sentences if s.sentence_id == tone.sentence_id)
    return tone.coder, f"{tone.score:+.2f}", coding.article.text[sentence.start:sentence.end]


def _width(cell):
    """Count the columns a cell takes in a terminal: harakat and direction marks take none."""
    return len(MARKS.sub("", cell)) + cell.count("ـ")
