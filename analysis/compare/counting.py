"""Count in each article what outlets are compared on: every measure is a part of a whole, by category.

    voice      share of all words that stand in a party's voice (the innermost); the narrator is a category too
    narrator   stance of the outlet's own voice: favourable minus unfavourable evidence an article, by party
    sources    the same of all whom the outlet quotes or shows acting, by party they are for or against
    naming     share of hostile labels among those the outlet's own voice gives a party
    frames     share of sentences with a word of the frame's vocabulary (exploratory), by frame
    agency     share of the harmful deeds told, in whatever voice, that are ascribed to a party as their doer
"""

from collections import Counter
from typing import NamedTuple

from analysis.correction import words_by_party
from analysis.errors import InputError
from analysis.measures import kept
from analysis.records import NARRATOR

MEASURES = ("voice", "narrator", "sources", "naming", "frames", "agency")
SHARES = ("voice", "naming", "frames", "agency")
"""The measures between 0 and 1; the others are evidence spans an article, and signed."""


class Counted(NamedTuple):
    """What one article counts. `parts` and `wholes` go by (measure, category); a whole of (measure, None) is every category's."""

    article_id: str
    outlet: str
    date: str | None
    parts: dict
    wholes: dict


def count_article(coding):
    """Return the Counted of a coding; rows that a person has rejected do not count.

        >>> from analysis.pipeline import analyze
        >>> from analysis.text import article_from_text
        >>> counted = count_article(analyze(article_from_text("قال لافروف إن الأمر انتهى.", outlet="الصحيفة")))
        >>> counted.parts["voice", "russia"], counted.wholes["voice", None]
        (3.0, 5)
    """
    article = coding.article
    if not article.outlet:
        raise InputError("names no outlet, and outlets are to be compared", where=f"article {article.article_id}", remedy="give it in the metadata.csv of the texts (columns file, outlet, date; as in corpus/compare), in the article's article.yml or in a column outlet, and code anew; or leave the article out")
    parts, wholes = Counter(), Counter()
    for measure in (_voice, _stances, _naming, _frames):
        measure(coding, parts, wholes)
    return Counted(article.article_id, article.outlet, article.date, dict(parts), dict(wholes))


def _voice(coding, parts, wholes):
    shares, words = words_by_party(coding)
    parts.update({("voice", party): n for party, n in shares.items()})
    wholes["voice", None] = words


def _stances(coding, parts, wholes):
    for stance in kept(coding.stances):
        parts["narrator" if stance.source == NARRATOR else "sources", stance.target] += stance.polarity
        if is_harm(stance):
            parts["agency", stance.target] += 1
            wholes["agency", None] += 1
    wholes["narrator", None] = wholes["sources", None] = 1


def is_harm(stance):
    """Say whether a stance ascribes a harmful deed to a party."""
    return stance.kind == "deed" and stance.polarity < 0


def _naming(coding, parts, wholes):
    for naming in coding.namings:
        if naming.voice == NARRATOR:
            parts["naming", naming.party] += naming.tone == "hostile"
            wholes["naming", naming.party] += 1


def _frames(coding, parts, wholes):
    parts.update(Counter(("frames", frame) for frame, _ in {(f.frame, f.sentence_id) for f in coding.frames}))
    wholes["frames", None] = len(coding.sentences)


def categories(counted, measure):
    """Return the categories of a measure that occur, sorted."""
    return sorted({category for row in counted for name, category in (*row.parts, *row.wholes) if name == measure and category is not None})


def part_and_whole(row, measure, category):
    """Return one article's part and whole of a category: (0, whole) where the category does not occur in it."""
    return row.parts.get((measure, category), 0), row.wholes.get((measure, category), row.wholes.get((measure, None), 0))
