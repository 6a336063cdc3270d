"""Figure 4: which labels stand for each party, in direct speech, in indirect speech, and in the narrator's own words."""

import pandas as pd
from matplotlib.lines import Line2D

from analysis.figures.style import TICKS, empty_figure, new_figure, rtl, shortened, style
from analysis.labels import Names, count, label, percent
from analysis.measures import label_shares
from analysis.palette import FAINT, TONES
from analysis.records import TONES as TONE_ORDER
from analysis.records import VOICES

PARTIES, LABELS = 8, 5
"""The most often named parties, and for each its most frequent labels, that a printed figure holds; the CSV has all."""
MORE = 3
"""Parties, and labels of a party, that are drawn besides because a label takes sides."""
MARKS = {"favourable": "^", "neutral": "o", "hostile": "v"}


def draw_naming(codings, language="en", kind=None):
    """Draw label × voice for each party: the dot's area is the label's share of that party's namings in that voice.

    Colour and mark give the label's tone. A label in indirect speech may be the outlet's wording, not the source's.
    `kind` keeps one party alone.
    """
    table = naming_table(codings, language)
    shown = _largest(table if kind is None else table[table["party"] == kind])
    rows = [row for party, own in shown.groupby("party", sort=False) for row in [(party, None)] + [(party, text) for text in dict.fromkeys(own["label"])]]
    n = count("naming", int(table["n"].sum()), language)
    note = label("note.naming", language)
    if len(shown) < len(table) and kind is None:
        note = f"{label('note.most_named', language, n=int(shown['n'].sum()))} {note}"
    with style():
        if not rows:
            return empty_figure(codings, "title.naming", n, language, "no_namings"), table
        figure = new_figure(codings, "title.naming", n, language,
                            body=0.35 + 0.225 * max(4, len(rows)), legend=[_legend(language)], extra=note)
        axes = figure.add_subplot()
        for row in shown.itertuples():
            _draw(axes, row, VOICES.index(row.voice), rows.index((row.party, row.label)), language)
        _frame(axes, rows, dict(zip(shown["party"], shown["party_name"])), language)
    return figure, table


def naming_table(codings, language="en"):
    """Return party, label, tone, voice, number and share of the party's namings in that voice."""
    names = Names(codings, language)
    rows = [(r.party, names.party(r.party), r.label, r.tone, r.voice, r.n, r.share) for r in label_shares(codings)]
    return pd.DataFrame(rows, columns=["party", "party_name", "label", "tone", "voice", "n", "share"])


def _largest(table):
    """Keep the most often named parties and their most frequent labels (the rows come in that order), with a few more whose label takes sides."""
    sided = table[table["tone"] != "neutral"]
    parties = _most(table["party"], sided["party"], PARTIES)
    labels = {p: _most(table.loc[table["party"] == p, "label"], sided.loc[sided["party"] == p, "label"], LABELS) for p in parties}
    return table.loc[pd.Series([r.label in labels.get(r.party, ()) for r in table.itertuples()], dtype=bool)]


def _most(values, sided, most):
    """Return the first different values, and MORE of those that take sides."""
    first = list(dict.fromkeys(values))[:most]
    return first + [value for value in dict.fromkeys(sided) if value not in first][:MORE]


def _draw(axes, row, x, y, language):
    axes.scatter(x, y, s=25 + 105 * row.share, color=TONES[row.tone], marker=MARKS[row.tone], linewidth=0, zorder=3)
    axes.annotate(rtl(f"{row.n} ({percent(row.share)})", language), (x, y), xytext=(-9 if language == "ar" else 9, -0.5), textcoords="offset points",
                  va="center", ha="right" if language == "ar" else "left", fontsize=8)


def _frame(axes, rows, party_names, language):
    """Write each party's name on a row of its own above its labels."""
    axes.set_xlim(-0.3, len(VOICES) - 0.35)
    axes.set_ylim(len(rows) - 0.4, -0.6)
    axes.set_xticks(range(len(VOICES)), [rtl(label(f"voice.{v}", language), language) for v in VOICES])
    axes.xaxis.tick_top()
    axes.set_yticks(range(len(rows)), [shortened(text, 36, "ar") if text else shortened(party_names[party], 36, language) for party, text in rows], **TICKS)
    axes.tick_params(length=0)
    axes.spines[:].set_visible(False)
    if language == "ar":
        axes.invert_xaxis()
        axes.yaxis.tick_right()
    for y, ((_, text), tick) in enumerate(zip(rows, axes.get_yticklabels())):
        tick.set_fontweight("normal" if text else "bold")
        axes.axhline(y if text else y - 0.5, color=FAINT, alpha=0.15 if text else 0.7, linewidth=0.5)


def _legend(language):
    return [Line2D([], [], linestyle="", marker=MARKS[t], color=TONES[t], markersize=6, label=rtl(label(f"tone.{t}", language), language)) for t in TONE_ORDER]
