"""Small multiples: the stance matrix of each outlet side by side, by party."""

from collections import Counter

import pandas as pd
from matplotlib.patches import Patch, Polygon, Rectangle

from analysis.compare.evidence import anchor, outlet_name
from analysis.compare.forest import mark_uncorrected
from analysis.figures.style import TICKS, empty_figure, label_columns, new_figure, rtl, shortened, style
from analysis.labels import Names, count, label
from analysis.measures import kept
from analysis.palette import FAINT, FAVOURABLE, UNFAVOURABLE
from analysis.records import NARRATOR

ROWS, COLUMNS, ACROSS = 6, 5, 3
"""Parties as sources and as targets, and panels side by side, that a printed figure holds; the CSV has all."""
CELL = 0.34


def draw_matrices(codings, language="en"):
    """Draw for each outlet who speaks for (+) and against (−) whom, by party; the narrator is the first row.

    Colours and numbers are those of the stance matrix of one article: sign and evidence spans. The panels have the same rows
    and columns, so that places can be compared. A cell links to the evidence of its outlet's narrator or sources.
    """
    codings = list(codings)
    table = matrices_table(codings)
    names, outlets = Names(codings, language), sorted(table["outlet"].unique())
    targets = _most(table, "target", COLUMNS)
    sources = [NARRATOR, *_most(table[table["source_party"] != NARRATOR], "source_party", ROWS)]
    lines = -(-len(outlets) // ACROSS)
    n = count("span", int(table[["favourable", "unfavourable"]].to_numpy().sum()), language)
    with style():
        if table.empty:
            return empty_figure(codings, "title.matrices", n, language, "no_stances"), table
        figure = new_figure(codings, "title.matrices", n, language,
                            body=lines * (0.9 + CELL * len(sources)), legend=[_legend(language)], extra=" ".join([label("note.uncorrected", language), label("note.matrices", language)]))
        panels = figure.subplots(lines, min(ACROSS, len(outlets)), squeeze=False).ravel()
        order = outlets if language == "en" else [outlet for i in range(0, len(outlets), ACROSS) for outlet in reversed(outlets[i:i + ACROSS])]
        for i, axes in enumerate(panels):
            _panel(axes, order[i], table, sources, targets, names, first=i % ACROSS == (0 if language == "en" else min(ACROSS, len(outlets)) - 1)) if i < len(order) else axes.set_visible(False)
        mark_uncorrected(figure, [], language)
    return figure, table


def matrices_table(codings):
    """Return outlet, party of the source, target and the evidence spans of each sign."""
    counts = Counter()
    for coding in codings:
        for s in kept(coding.stances):
            counts[coding.article.outlet, NARRATOR if s.source == NARRATOR else s.source_party or s.source, s.target, s.polarity] += 1
    cells = dict.fromkeys(key[:3] for key in counts)
    rows = [(*cell, counts[*cell, 1], counts[*cell, -1]) for cell in cells]
    return pd.DataFrame(rows, columns=["outlet", "source_party", "target", "favourable", "unfavourable"]).sort_values(["outlet", "source_party", "target"], ignore_index=True)


def cells(table):
    """Return the points that the figure links to, for `opened`."""
    return [("narrator" if row.source_party == NARRATOR else "sources", row.target, row.outlet) for row in table.itertuples()]


def _most(table, column, n):
    total = (table["favourable"] + table["unfavourable"]).groupby(table[column]).sum()
    return total.sort_values(ascending=False, kind="stable").index[:n].tolist()


def _panel(axes, outlet, table, sources, targets, names, first):
    language = names.language
    for row in table[(table["outlet"] == outlet) & table["source_party"].isin(sources) & table["target"].isin(targets)].itertuples():
        link = "#" + anchor("narrator" if row.source_party == NARRATOR else "sources", row.target, outlet)
        _cell(axes, targets.index(row.target), sources.index(row.source_party), row.favourable, row.unfavourable, link)
    axes.set_xlim((-0.5, len(targets) - 0.5) if language == "en" else (len(targets) - 0.5, -0.5))
    axes.set_ylim(len(sources) - 0.5, -0.5)
    label_columns(axes, [names.party(t) for t in targets], language)
    shown = [shortened(label("narrator.short", language) if s == NARRATOR else names.party(s), 22, language) for s in sources]
    axes.set_yticks(range(len(sources)), shown if first else [], **TICKS)
    axes.set_xlabel(rtl(outlet_name(outlet, language), language), fontweight="bold")
    axes.tick_params(length=0)
    if language == "ar":
        axes.yaxis.tick_right()
    axes.spines[:].set_visible(False)
    for i in range(len(targets) + 1):
        axes.axvline(i - 0.5, color=FAINT, alpha=0.35, linewidth=0.5)
    for i in range(len(sources) + 1):
        axes.axhline(i - 0.5, color=FAINT, alpha=0.35, linewidth=0.5)


def _cell(axes, x, y, favourable, unfavourable, link):
    axes.add_patch(Rectangle((x - 0.46, y - 0.44), 0.92, 0.88, facecolor=FAVOURABLE if favourable else UNFAVOURABLE, linewidth=0, url=link))
    if favourable and unfavourable:
        axes.add_patch(Polygon([(x + 0.46, y - 0.44), (x + 0.46, y + 0.44), (x - 0.46, y + 0.44)], facecolor=UNFAVOURABLE, linewidth=0, url=link))
    text = "/".join([f"+{favourable}"] * (favourable > 0) + [f"−{unfavourable}"] * (unfavourable > 0))
    axes.text(x, y + 0.03, text, color="white", ha="center", va="center", fontsize=8.5, url=link)


def _legend(language):
    colours = {"favourable": FAVOURABLE, "unfavourable": UNFAVOURABLE}
    return [Patch(facecolor=colour, label=rtl(label(f"sign.{name}", language), language)) for name, colour in colours.items()]
