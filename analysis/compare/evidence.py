"""Open a number: the sentences behind a point of a comparison, as a table and as a page whose figure leads to them."""

import io
import re
from html import escape
from typing import NamedTuple

import pandas as pd

from analysis.compare.counting import is_harm
from analysis.errors import InputError
from analysis.figures.style import style
from analysis.labels import Names, label, label_or, sign, with_letters
from analysis.measures import kept
from analysis.palette import FAINT, INK
from analysis.reader import Page
from analysis.records import NARRATOR

SHOWN = 40
"""Rows of evidence for one point on a page; the table has all."""


class Evidence(NamedTuple):
    """One passage behind a point: `start` and `end` are code points of the article's text, `text` its sentence."""

    outlet: str
    date: str | None
    article_id: str
    sentence_id: int
    source: str
    sign: str
    evidence: str
    rule: str | None
    text: str
    start: int
    end: int


def evidence(codings, measure, category, outlet=None):
    """Return the passages behind one point as a DataFrame, in the order of the articles.

    For `voice` they are what sources of the party say (for the narrator, the sentences that hold no statement), for
    `narrator`, `sources` and `agency` the stance evidence, for `naming` every label of the outlet's own voice, for `frames`
    the words of the vocabulary.
    """
    if measure not in FIND:
        raise InputError("is no measure", where="measure", value=measure, remedy="use " + ", ".join(FIND))
    rows = [row for coding in codings if outlet in (None, coding.article.outlet) for row in _rows(coding, measure, category)]
    return pd.DataFrame(rows, columns=Evidence._fields)


def _rows(coding, measure, category):
    article, sentences = coding.article, {s.sentence_id: s for s in coding.sentences}
    for row, start, end, mark in sorted(FIND[measure](coding, category), key=lambda found: found[1]):
        sentence = sentences[row.sentence_id]
        rule = getattr(row, "rule", None)
        yield Evidence(article.outlet, article.date, article.article_id, row.sentence_id, getattr(row, "source", NARRATOR), mark,
                       article.text[start:end], rule, article.text[sentence.start:max(sentence.end, end)], start, end)


def _voice(coding, category):
    if category == NARRATOR:
        told = {s.sentence_id for s in kept(coding.statements)}
        return [(s, s.start, s.end, "") for s in coding.sentences if s.sentence_id not in told]
    return [(s, start, end, "") for s in kept(coding.statements) if (s.source_party or s.source) == category for start, end in s.content]


def _stances(coding, category, test):
    return [(s, s.start, s.end, sign(s.polarity)) for s in kept(coding.stances) if s.target == category and test(s)]


FIND = {
    "voice": _voice,
    "narrator": lambda coding, category: _stances(coding, category, lambda s: s.source == NARRATOR),
    "sources": lambda coding, category: _stances(coding, category, lambda s: s.source != NARRATOR),
    "naming": lambda coding, category: [(n, n.start, n.end, n.tone) for n in coding.namings if n.party == category and n.voice == NARRATOR],
    "frames": lambda coding, category: [(f, f.start, f.end, "") for f in coding.frames if f.frame == category],
    "agency": lambda coding, category: _stances(coding, category, is_harm),
}
"""Measure → the function that finds the rows behind a category: (row, start, end, mark)."""


def anchor(measure, category, outlet=None):
    """Return the name under which a page shows the evidence of a point; figures link to `#` + this.

        >>> anchor("naming", "russia", "صحيفة المنارة")
        'evidence-naming-russia-صحيفة_المنارة'
    """
    return re.sub(r"[\s\"'<>&#%]+", "_", "-".join(filter(None, ("evidence", measure, category, outlet))))


def opened(figure, points, codings, language="en"):
    """Return a Page: the figure, each of whose points leads to the sentences behind it.

    `points` are (measure, category, outlet or None), those that the figure's links name. Text of articles is escaped.
    """
    codings = list(codings)
    names = Names(codings, language)
    parts = [_section(codings, names, *point) for point in dict.fromkeys(points)]
    return Page(f'<div class="isnad-compare">{svg(figure)}{"".join(parts)}</div>')


def svg(figure):
    """Return a figure as an SVG element to stand in a page; its links lead to places of that page, not into a new window."""
    out = io.StringIO()
    with style():
        figure.savefig(out, format="svg", metadata={"Date": None})
    drawn = out.getvalue()
    return re.sub(r'<a xlink:href="(#[^"]*)"[^>]*>', r'<a href="\1">', drawn[drawn.index("<svg"):])


def _section(codings, names, measure, category, outlet):
    """Return what is behind one point, closed until it is asked for; a link to the heading inside opens it."""
    rows = evidence(codings, measure, category, outlet)
    title = label("compare.behind", names.language, measure=label(f"measure.{measure}", names.language), category=category_name(names, measure, category), outlet=outlet or label("compare.all", names.language), n=len(rows))
    items = "".join(_item(row, names) for row in rows.head(SHOWN).itertuples(index=False))
    more = f"<p>{escape(label('compare.more', names.language, n=len(rows) - SHOWN))}</p>" if len(rows) > SHOWN else ""
    return f'<details><summary style="cursor:pointer;color:{INK}">{escape(title)}</summary><div id="{escape(anchor(measure, category, outlet))}">{items}{more}</div></details>'


def _item(row, names):
    before, _, after = row.text.partition(row.evidence)
    mark = f"<sup>{escape(row.sign)}</sup>" if row.sign else ""
    place = escape(" · ".join(str(part) for part in (row.outlet, row.date, row.article_id, names.actor(row.source), row.rule) if part))
    return (f'<p dir="rtl" lang="ar" style="text-align:right;margin:.3em 0">{escape(before)}<mark>{escape(row.evidence)}</mark>{mark}{escape(after)}'
            f'<br><span dir="auto" style="color:{FAINT};font-size:.8em">{place}</span></p>')


def outlet_name(outlet, language):
    """Return an outlet's name for a figure; in English an Arabic name stands with its transliteration in brackets.

        >>> outlet_name("الميزان", "en"), outlet_name("Al Arabiya", "ar")
        ('الميزان [al-Mizan]', 'Al Arabiya')
    """
    return with_letters(outlet) if language == "en" else outlet


def category_name(names, measure, category):
    """Return the name of a party or frame in the language of the figure."""
    if measure == "frames":
        return label_or(f"frame.{category}", category.replace("_", " "), names.language)
    return label("narrator.short", names.language) if category == NARRATOR else names.party(category)
