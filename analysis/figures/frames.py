"""Figure 6: where words of the frame vocabulary stand, by source. Exploratory: a lexicon sees words, not frames."""

import pandas as pd
from matplotlib.colors import LinearSegmentedColormap

from analysis.figures.style import TICKS, UPRIGHT, empty_figure, label_columns, new_figure, rtl, shortened, style
from analysis.labels import Names, count, label, label_or
from analysis.measures import as_list, frame_shares, sources_by_words
from analysis.palette import FAINT

MOST = 12
SHADES = LinearSegmentedColormap.from_list("isnad", ["#F2F2F2", "#7FA8A8", "#1F4E5F"])


def draw_frames(codings, language="en", kind=None):
    """Draw source × frame: the number counts places, the shade is places per 100 words of that source.

    `kind` keeps one frame alone.
    """
    table = frames_table(codings, language)
    shown = table if kind is None else table[table["frame"] == kind]
    rows = [s for s in sources_by_words(codings) if s in set(shown["source"])]
    rows = [*rows[:-1][:MOST], *rows[-1:]]
    columns = sorted(set(shown["frame"]))
    n = count("place", sum(len(coding.frames) for coding in as_list(codings)), language)
    with style():
        if shown.empty:
            return empty_figure(codings, "title.frames", n, language, "no_frames"), table
        figure = new_figure(codings, "title.frames", n, language,
                            body=(0.45 if len(columns) <= UPRIGHT else 1.1) + 0.32 * max(2, len(rows)), extra=label("note.frames", language))
        axes = figure.add_subplot()
        scale = shown["per_100_words"].max()
        for row in shown[shown["source"].isin(rows)].itertuples():
            depth = row.per_100_words / scale
            axes.barh(rows.index(row.source), 0.94, left=columns.index(row.frame) - 0.47, height=0.9, color=SHADES(depth), linewidth=0)
            axes.text(columns.index(row.frame), rows.index(row.source) + 0.03, rtl(f"{row.n} ({row.per_100_words:.1f})", language), ha="center", va="center",
                      fontsize=8.5, color="white" if depth > 0.55 else "black")
        _frame(axes, [dict(zip(table["source"], table["name"]))[r] for r in rows], [dict(zip(table["frame"], table["frame_name"]))[c] for c in columns], language)
    return figure, table


def frames_table(codings, language="en"):
    """Return source, frame, number of places, and places per 100 words of that source."""
    names = Names(codings, language)
    rows = [(r.group, names.actor(r.group), r.category, label_or(f"frame.{r.category}", r.category.replace("_", " "), language), r.n, 100 * r.value)
            for r in frame_shares(codings)]
    return pd.DataFrame(rows, columns=["source", "name", "frame", "frame_name", "n", "per_100_words"])


def _frame(axes, rows, columns, language):
    axes.set_xlim(-0.5, len(columns) - 0.5)
    axes.set_ylim(len(rows) - 0.5, -0.5)
    label_columns(axes, columns, language)
    axes.set_yticks(range(len(rows)), [shortened(r, 36, language) for r in rows], **TICKS)
    axes.tick_params(length=0)
    axes.spines[:].set_visible(False)
    for i in range(len(rows) + 1):
        axes.axhline(i - 0.5, color=FAINT, alpha=0.25, linewidth=0.5)
    if language == "ar":
        axes.invert_xaxis()
        axes.yaxis.tick_right()
