"""Signed network: which parties' sources speak for or against which parties, in one outlet or in all."""

from matplotlib.lines import Line2D
from matplotlib.patches import FancyArrowPatch

from analysis.compare.evidence import anchor, outlet_name
from analysis.compare.forest import mark_uncorrected
from analysis.compare.matrices import matrices_table
from analysis.figures.style import empty_figure, new_figure, rtl, shortened, style
from analysis.labels import Names, count, label
from analysis.palette import FAVOURABLE, INK, UNFAVOURABLE
from analysis.records import NARRATOR

MOST = 8
"""Parties on each side that a printed figure holds, those with most evidence first; the CSV has all."""
BOTH = "#7A5C8E"
DASHED, DOTTED = (0, (4, 1.5)), (0, (1, 1))


def draw_network(codings, language="en", outlet=None):
    """Draw an arrow from each party's sources (and the narrator) to each party they speak for or against.

    Blue and full is favourable evidence, vermilion and dashed unfavourable, violet and dotted both; the number counts
    evidence spans, and the width grows with it. `outlet` keeps one outlet alone.
    """
    codings = [coding for coding in codings if outlet in (None, coding.article.outlet)]
    table = matrices_table(codings).groupby(["source_party", "target"], as_index=False)[["favourable", "unfavourable"]].sum()
    table["n"] = table["favourable"] + table["unfavourable"]
    names, sides = Names(codings, language), [_largest(table, column) for column in ("source_party", "target")]
    shown = table[table["source_party"].isin(sides[0]) & table["target"].isin(sides[1])]
    n = count("span", int(table["n"].sum()), language) + (f" ({outlet_name(outlet, language)})" if outlet else "")
    with style():
        if table.empty:
            return empty_figure(codings, "title.network", n, language, "no_stances"), table
        figure = new_figure(codings, "title.network", n, language, body=0.5 + 0.5 * max(2, *map(len, sides)), legend=[_legend(language)], extra=" ".join([label("note.uncorrected", language), label("note.network", language)]))
        axes = figure.add_subplot()
        axes.set_axis_off()
        heights = [{party: (len(side) - 1) / 2 - i for i, party in enumerate(side)} for side in sides]
        numbers = []
        for row in shown.itertuples():
            _arrow(axes, heights[0][row.source_party], heights[1][row.target], row, table["n"].max(), outlet, numbers)
        for x, side, align in ((0, heights[0], "right"), (1, heights[1], "left")):
            for party, y in side.items():
                name = label("narrator.short", language) if party == NARRATOR else names.party(party)
                axes.text(x, y, shortened(name, 26, language), ha=_flipped(align, language), va="center", fontsize=9, bbox={"boxstyle": "round,pad=0.25", "facecolor": "white", "edgecolor": INK, "linewidth": 0.6})
        axes.set_xlim((-0.45, 1.45) if language == "en" else (1.45, -0.45))
        axes.set_ylim(-max(map(len, sides)) / 2, max(map(len, sides)) / 2)
        mark_uncorrected(figure, [], language)
    return figure, table


def _largest(table, column):
    """Return the parties with most evidence; the narrator comes first."""
    order = table.groupby(column)["n"].sum().sort_values(ascending=False, kind="stable").index.tolist()[:MOST]
    return sorted(order, key=lambda party: party != NARRATOR)


def _flipped(align, language):
    return align if language == "en" else {"left": "right", "right": "left"}[align]


def _place(start, end, taken):
    """Return where on an arrow its number is clear of the numbers `taken` [(x, y), …]; heights are in rows of parties."""
    places = [(x, start + x * (end - start)) for x in (0.22, 0.32, 0.42, 0.52, 0.62, 0.12)]
    return next(((x, y) for x, y in places if all(abs(x - a) > 0.09 or abs(y - b) > 0.3 for a, b in taken)), places[0])


def _arrow(axes, start, end, row, most, outlet, taken):
    colour, line = (BOTH, DOTTED) if row.favourable and row.unfavourable else (FAVOURABLE, "solid") if row.favourable else (UNFAVOURABLE, DASHED)
    link = "#" + anchor("narrator" if row.source_party == NARRATOR else "sources", row.target, outlet)
    axes.add_patch(FancyArrowPatch((0.03, start), (0.97, end), arrowstyle="-|>", mutation_scale=9, linewidth=0.8 + 3 * row.n / most, linestyle=line, color=colour, shrinkA=0, shrinkB=0, url=link))
    numbers = "/".join([f"+{row.favourable}"] * (row.favourable > 0) + [f"−{row.unfavourable}"] * (row.unfavourable > 0))
    taken.append(_place(start, end, taken))
    axes.text(*taken[-1], numbers, color=colour, fontsize=8.5, ha="center", va="center", url=link, bbox={"boxstyle": "square,pad=0.1", "facecolor": "white", "linewidth": 0})


def _legend(language):
    kinds = [("sign.favourable", FAVOURABLE, "solid"), ("sign.unfavourable", UNFAVOURABLE, (0, (2, 0.9))), ("sign.both", BOTH, DOTTED)]
    return [Line2D([], [], color=colour, linestyle=line, linewidth=1.8, label=rtl(label(key, language), language)) for key, colour, line in kinds]
