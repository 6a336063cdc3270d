"""Figure 1: who speaks, and how much of the article's words each voice has."""

import pandas as pd
from matplotlib.patches import Patch

from analysis.figures.style import TICKS, mirror, new_figure, rtl, shortened, style
from analysis.labels import Names, and_list, count, label, label_or, percent
from analysis.measures import shares_by_coder, sources_by_words, voice_shares, words
from analysis.palette import FAINT, INK, source_colours

MOST = 12
"""Sources with a bar of their own; a corpus has hundreds, and the rest stand together."""
NONE = (None, None)
HATCH = {"direct": "//////", "indirect": "", "narrator": ""}


def draw_who_speaks(codings, language="en", kind=None):
    """Draw words by innermost voice as bars that sum to 100 %, direct speech hatched.

    Of several codings of one article the first gives the bars, and a line on each its range across the coders.
    `kind` keeps the bars of one voice alone: direct, indirect or narrator.
    """
    table = who_speaks_table(codings, language)
    shown = table if kind is None else table[table["voice"] == kind]
    bars = list(dict.fromkeys(shown["name"]))
    with style():
        figure = new_figure(codings, "title.who_speaks", count("word", len(words(codings)), language), language,
                            body=0.5 + 0.27 * max(2, len(bars)), legend=[_legend(shown, language)], extra=_notes(codings, table, language, kind))
        axes = figure.add_subplot()
        ends = _draw_bars(axes, shown, kind is None)
        for name, end in ends.items():
            n, share = (shown.loc[shown["name"] == name, column].sum() for column in ("words", "share"))
            axes.annotate(rtl(f"{percent(share)} ({n})", language), (end, name), xytext=(-4 if language == "ar" else 4, 0),
                          textcoords="offset points", va="center", ha="right" if language == "ar" else "left")
        _finish(axes, bars, max(ends.values(), default=0), language)
    return figure, table.drop(columns="colour")


def _draw_bars(axes, shown, with_range):
    """Draw the bars, with a line from the lowest to the highest coder's share; return where each ends."""
    ends = dict.fromkeys(shown["name"], 0.0)
    for row in shown.itertuples():
        axes.barh(row.name, row.share, left=ends[row.name], height=0.72, color=row.colour, edgecolor=INK, linewidth=0.4, hatch=HATCH[row.voice])
        ends[row.name] += row.share
    if with_range:
        for name, own in shown[_ranges(shown)].groupby("name", sort=False):
            low, high = own["low"].iloc[0], own["high"].iloc[0]
            axes.plot([low, high], [name, name], color=INK, linewidth=1.1, marker="|", markersize=6)
            ends[name] = max(ends[name], high)
    return ends


def _notes(codings, table, language, kind):
    """Say how words said jointly are counted, where there are any, and whose range the lines show; None for neither."""
    joint = label("note.joint", language) if table["words"].sum() > len(words(codings)) else None
    return " ".join(filter(None, (joint, _range_note(codings, table, language, kind)))) or None


def _ranges(table):
    """Say of each row whether the coders differ enough for a line to be seen: by more than half a point."""
    return table["high"] - table["low"] > 0.005


def _range_note(codings, table, language, kind):
    """Name the coders whose range the lines show, or who agree so closely that there is none."""
    if kind or not shares_by_coder(codings):
        return None
    return label("note.range" if _ranges(table).any() else "note.range_none", language, coders=and_list([label_or(f"coder.{c.coder}", c.coder, language) for c in codings], language))


def who_speaks_table(codings, language="en"):
    """Return source, name, voice, words and share by bar; sources beyond the twelve largest are one bar.

    `low` and `high` bound a source's whole share over the coders of one article; NA where there is one coder.
    """
    names, order = Names(codings, language), sources_by_words(codings)
    colours, shares, ranges = source_colours(order), voice_shares(codings), shares_by_coder(codings)
    largest = [s for s in order[:-1] if any(r.group == s for r in shares)][:MOST]
    rows = []
    for row in shares:
        own = row.group in largest or row.group == order[-1]
        name = names.actor(row.group) if own else label("other_sources", language)
        rows.append((row.group if own else "other", name, row.category, row.n, row.value, *(ranges.get(row.group, NONE) if own else NONE), colours[row.group]))
    table = pd.DataFrame(rows, columns=["source", "name", "voice", "words", "share", "low", "high", "colour"])
    return table.groupby(["source", "name", "voice"], sort=False, as_index=False).agg({"words": "sum", "share": "sum", "low": "first", "high": "first", "colour": "first"})


def _finish(axes, bars, longest, language):
    axes.set_ylim(len(bars) - 0.4, -0.6)
    axes.set_xlim(0, 1.22 * longest or 1)
    axes.set_yticks(range(len(bars)), [shortened(name, 36, language) for name in bars], **TICKS)
    step = next((s for s in (0.01, 0.02, 0.05, 0.1) if longest <= 6 * s), 0.2)
    ticks = [step * i for i in range(int(longest / step) + 1)]
    axes.set_xticks(ticks, [rtl(percent(tick), language) for tick in ticks])
    axes.set_xlabel(rtl(label("axis.share_of_words", language), language))
    axes.grid(axis="x", color=FAINT, alpha=0.25, linewidth=0.5)
    axes.set_axisbelow(True)
    mirror(axes, language)


def _legend(shown, language):
    voices = [v for v in HATCH if v in set(shown["voice"])]
    colour = {"narrator": source_colours(["narrator"])["narrator"]}
    return [Patch(facecolor=colour.get(v, "white"), edgecolor=INK, linewidth=0.4, hatch=HATCH[v], label=rtl(label(f"voice.{v}", language), language)) for v in voices]
