"""Figure 2: how each source stands to each party, by sign, with the number of evidence spans."""

from collections import Counter

import pandas as pd
from matplotlib.patches import Patch, Polygon, Rectangle

from analysis.figures.style import TICKS, UPRIGHT, empty_figure, label_columns, new_figure, rtl, shortened, style
from analysis.labels import Names, count, label
from analysis.measures import sources_by_words, stance_cells
from analysis.palette import FAINT, FAVOURABLE, UNFAVOURABLE
from analysis.records import NARRATOR

CELL = 0.34
"""Height of a row in inches: the number in it stays readable in print."""
ROWS, COLUMNS = 15, 12
"""Quoted sources and parties that a printed figure holds; the CSV has all."""


def draw_stance_matrix(codings, language="en", kind=None):
    """Draw source × party; the colour is the sign, the number counts evidence spans, blank means none was found.

    In the SVG every cell is a link to `#evidence-<source>-<party>`, which the report's evidence table answers.
    `kind` keeps one kind of stance alone: evaluation, relation, deed or policy.
    """
    cells, table = stance_cells(codings, kind), stance_matrix_table(codings, language, kind)
    rows, columns = _largest(codings, cells)
    silent = len(sources_by_words(codings)) - len({NARRATOR, *(c.source for c in cells)})
    names = Names(codings, language)
    n = count("span", sum(len(c.stances) for c in cells), language) + (f" ({label(f'kind.{kind}', language)})" if kind else "")
    shown = [c for c in cells if c.source in rows and c.target in columns]
    notes = [label("note.largest", language)] * (len(shown) < len(cells)) + [label("note.silent", language, n=count("source", silent, language))] * (silent > 0)
    with style():
        if not cells:
            return empty_figure(codings, "title.stance_matrix", n, language, "no_stances"), table
        figure = new_figure(codings, "title.stance_matrix", n, language, width="double" if len(columns) > 3 else "single",
                            body=(0.45 if len(columns) <= UPRIGHT else 1.1) + CELL * len(rows), legend=[_legend(language)], extra=" ".join(notes))
        axes = figure.add_subplot()
        for cell in shown:
            _draw_cell(axes, cell, columns.index(cell.target), rows.index(cell.source))
        _frame(axes, [names.actor(r) for r in rows], [names.party(c) for c in columns], language)
    return figure, table


def _largest(codings, cells):
    """Return the sources that have a stance, those with most words first (the narrator last), and the parties with most evidence, in the order of the article."""
    judging = {NARRATOR, *(cell.source for cell in cells)}
    sources, evidence = [s for s in sources_by_words(codings) if s in judging], Counter()
    for cell in cells:
        evidence[cell.target] += len(cell.stances)
    most = [party for party, _ in evidence.most_common(COLUMNS)]
    return [*sources[:-1][:ROWS], sources[-1]], [party for party in evidence if party in most]


def stance_matrix_table(codings, language="en", kind=None):
    """Return one row a cell: source, party, sign, the two counts, and the sentences and words behind them."""
    names = Names(codings, language)
    rows = [(c.source, names.actor(c.source), c.target, names.party(c.target), c.sign, c.favourable, c.unfavourable,
             " ".join(dict.fromkeys(f"{s.article_id}:{s.sentence_id}" for s in c.stances)), " | ".join(s.evidence for s in c.stances))
            for c in stance_cells(codings, kind)]
    return pd.DataFrame(rows, columns=["source", "source_name", "party", "party_name", "sign", "favourable", "unfavourable", "sentences", "evidence"])


def _draw_cell(axes, cell, x, y):
    """Fill one cell by its sign: one colour, or two triangles where there is evidence of both signs."""
    link = f"#evidence-{cell.source}-{cell.target}"
    colour = UNFAVOURABLE if cell.sign == "unfavourable" else FAVOURABLE
    axes.add_patch(Rectangle((x - 0.46, y - 0.44), 0.92, 0.88, facecolor=colour, linewidth=0, url=link))
    if cell.sign == "both":
        axes.add_patch(Polygon([(x + 0.46, y - 0.44), (x + 0.46, y + 0.44), (x - 0.46, y + 0.44)], facecolor=UNFAVOURABLE, linewidth=0, url=link))
        axes.text(x - 0.22, y - 0.14, f"+{cell.favourable}", color="white", ha="center", va="center", fontsize=9, fontweight="bold", url=link)
        axes.text(x + 0.22, y + 0.18, f"−{cell.unfavourable}", color="white", ha="center", va="center", fontsize=9, fontweight="bold", url=link)
    else:
        text = f"+{cell.favourable}" if cell.sign == "favourable" else f"−{cell.unfavourable}"
        axes.text(x, y + 0.03, text, color="white", ha="center", va="center", fontsize=10, fontweight="bold", url=link)


def _frame(axes, rows, columns, language):
    """Set the labels, the parties above; an Arabic matrix is read from the right."""
    axes.set_xlim(-0.5, len(columns) - 0.5)
    axes.set_ylim(len(rows) - 0.5, -0.5)
    label_columns(axes, columns, language)
    axes.set_yticks(range(len(rows)), [shortened(r, 36, language) for r in rows], **TICKS)
    axes.tick_params(length=0)
    for i in range(len(columns) + 1):
        axes.axvline(i - 0.5, color=FAINT, alpha=0.35, linewidth=0.5)
    for i in range(len(rows) + 1):
        axes.axhline(i - 0.5, color=FAINT, alpha=0.35, linewidth=0.5)
    axes.spines[:].set_visible(False)
    if language == "ar":
        axes.invert_xaxis()
        axes.yaxis.tick_right()


def _legend(language):
    colours = {"favourable": FAVOURABLE, "unfavourable": UNFAVOURABLE}
    handles = [Patch(facecolor=colour, label=rtl(label(f"sign.{name}", language), language)) for name, colour in colours.items()]
    return handles + [Patch(facecolor="none", edgecolor=FAINT, linewidth=0.5, label=rtl(label("sign.none", language), language))]
