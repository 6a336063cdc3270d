"""Figure 5: how each party's favourable and unfavourable evidence adds up from the first paragraph to the last."""

import pandas as pd
from matplotlib.patches import Patch

from analysis.figures.style import TICKS, empty_figure, new_figure, rtl, style, wrapped
from analysis.labels import Names, count, label
from analysis.measures import accumulation, as_list
from analysis.palette import FAINT, FAVOURABLE, INK, UNFAVOURABLE

PARTIES = 8
"""The parties with most evidence have a panel each."""
SERIES = [("quoted", 1), ("narrator", 1), ("quoted", -1), ("narrator", -1)]
ACROSS = 4


def draw_stances_along(codings, language="en", kind=None):
    """Draw a panel a party: favourable evidence grows upward, unfavourable downward; the narrator's is hatched.

    The x axis counts paragraphs; several articles are laid over each other by paragraph. `kind` keeps one kind of stance.
    """
    table = stances_along_table(codings, language, kind)
    evidence = table.groupby("party", sort=False)[["quoted_favourable", "narrator_favourable", "quoted_unfavourable", "narrator_unfavourable"]].max().sum(axis=1)
    parties = list(evidence.sort_values(ascending=False, kind="stable").index[:PARTIES])
    n = count("span", len(accumulation(codings, kind)), language)
    across = min(ACROSS, max(1, len(parties)))
    down = -(-len(parties) // across)
    with style():
        if not parties:
            return empty_figure(codings, "title.stances_along", n, language, "no_stances"), table
        figure = new_figure(codings, "title.stances_along", n, language,
                            body=0.35 + 1.4 * down, legend=[_legend(language)])
        panels = figure.subplots(down, across, squeeze=False, sharex=True, sharey=True)
        panels = panels[:, ::-1].ravel() if language == "ar" else panels.ravel()
        for axes, party in zip(panels, parties):
            _draw(axes, table[table["party"] == party], language)
        for axes in panels[len(parties):]:
            axes.set_axis_off()
        for axes in panels[::across]:
            _outer(axes, language)
        _scale(panels[0], table, language)
    return figure, table


def stances_along_table(codings, language="en", kind=None):
    """Return, for each party and paragraph, the evidence up to its end: by voice (quoted, narrator) and sign."""
    names, steps = Names(codings, language), accumulation(codings, kind)
    last = max((s.paragraph for c in as_list(codings) for s in c.sentences), default=0)
    rows = []
    for party in dict.fromkeys(s.target for s in steps):
        for paragraph in range(last + 1):
            counts = [sum((s.target, s.voice, s.polarity) == (party, *series) and s.paragraph <= paragraph for s in steps) for series in SERIES]
            rows.append((party, names.party(party), paragraph + 1, *counts))
    columns = [f"{voice}_{'favourable' if sign > 0 else 'unfavourable'}" for voice, sign in SERIES]
    return pd.DataFrame(rows, columns=["party", "party_name", "paragraph", *columns])


def _draw(axes, table, language):
    x = [0.5, *(table["paragraph"] + 0.5)]
    for sign, colour, ending in ((1, FAVOURABLE, "favourable"), (-1, UNFAVOURABLE, "unfavourable")):
        base = [0] * len(x)
        for voice, hatch in (("quoted", None), ("narrator", "//////")):
            counts = sign * table[f"{voice}_{ending}"]
            top = [b + c for b, c in zip(base, [*counts, counts.iloc[-1]])]
            axes.fill_between(x, base, top, step="post", facecolor=colour if not hatch else "white", edgecolor=colour, hatch=hatch, linewidth=0.5)
            base = top
    axes.axhline(0, color=INK, linewidth=0.6)
    axes.set_title(wrapped(table["party_name"].iloc[0], 24, language), loc="right" if language == "ar" else "left", fontweight="bold", linespacing=0.9)
    axes.grid(axis="y", color=FAINT, alpha=0.25, linewidth=0.5)
    axes.set_axisbelow(True)
    axes.spines["bottom"].set_visible(False)
    axes.tick_params(axis="x", length=2)
    if axes.get_subplotspec().is_last_row():
        axes.set_xlabel(rtl(label("axis.paragraph", language), language))


def _outer(axes, language):
    """Label the y axis of the first panel of a row: the one on the reading side."""
    side = "right" if language == "ar" else "left"
    axes.yaxis.set_label_position(side)
    axes.set_ylabel(rtl(label("axis.evidence", language), language))
    for panel in axes.figure.axes:
        if panel.get_subplotspec().rowspan == axes.get_subplotspec().rowspan:
            panel.spines[["left", "right"]].set_visible(False)
            panel.spines[side].set_visible(True)
            panel.tick_params(labelleft=False, labelright=False)
    axes.tick_params(**{f"label{side}": True})


def _scale(axes, table, language):
    """Count whole spans upward and downward, paragraphs from the reading side."""
    most = int((table["quoted_favourable"] + table["narrator_favourable"]).max())
    least = int((table["quoted_unfavourable"] + table["narrator_unfavourable"]).max())
    last = int(table["paragraph"].max())
    step = max(1, (most + least) // 6)
    ticks = [*range(0, -least - 1, -step)][::-1] + [*range(step, most + 1, step)]
    axes.set_yticks(ticks, [f"+{t}" if t > 0 else f"−{-t}" if t else "0" for t in ticks], **TICKS)
    axes.set_ylim(-least - 0.5, most + 0.5)
    axes.set_xlim(0.5, last + 0.5)
    axes.set_xticks(range(1, last + 1, max(1, last // 6)))
    if language == "ar":
        axes.invert_xaxis()


def _legend(language):
    return [Patch(facecolor=c if voice == "quoted" else "white", edgecolor=c, hatch=None if voice == "quoted" else "//////", linewidth=0.5,
                  label=rtl(label(f"series.{voice}.{'favourable' if sign > 0 else 'unfavourable'}", language), language))
            for voice, sign in SERIES for c in [FAVOURABLE if sign > 0 else UNFAVOURABLE]]
