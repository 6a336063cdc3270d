"""Dumbbell: how far the outlet's own voice stands from the sources that it quotes, toward each party."""

from matplotlib.lines import Line2D

from analysis.compare.contrasts import as_frame, outlet_values
from analysis.compare.evidence import anchor, outlet_name
from analysis.compare.forest import mark_uncorrected
from analysis.figures.style import TICKS, empty_figure, mirror, new_figure, rtl, shortened, style
from analysis.labels import Names, count, label
from analysis.measures import kept
from analysis.palette import FAINT, INK, NARRATION, SOURCES, darker

MOST = 5
"""Parties that a printed figure holds, those with most evidence first; the CSV has all."""
VOICES = {"narrator": ("s", NARRATION, -0.14), "sources": ("o", SOURCES[0], 0.14)}
"""Marker, colour and how far from the middle of its row each voice stands, so that its interval is its own."""


def draw_dumbbell(codings, language="en", stories=None):
    """Draw for each party and outlet the narrator's and the sources' net evidence an article, joined by a line.

    Net evidence is favourable minus unfavourable; thin lines are 95 % intervals from resampled stories, in the colour of their
    voice. Points link to their evidence.
    """
    codings = list(codings)
    values = outlet_values(codings, stories=stories, measures=("narrator", "sources"))
    weight = {}
    for v in values:
        weight[v.category] = weight.get(v.category, 0) + abs(v.value)
    parties, outlets = sorted(weight, key=lambda party: (-weight[party], party))[:MOST], sorted({v.outlet for v in values})
    names, place = Names(codings, language), {}
    for i, party in enumerate(parties):
        place |= {(party, outlet): i * (len(outlets) + 1) + j for j, outlet in enumerate(outlets)}
    n = count("span", sum(len(kept(c.stances)) for c in codings), language)
    with style():
        if not parties:
            return empty_figure(codings, "title.dumbbell", n, language, "no_stances"), as_frame(values)
        figure = new_figure(codings, "title.dumbbell", n, language, body=0.6 + 0.2 * (len(place) + len(parties)), legend=[_legend(language)],
                            extra=f"{label('note.dumbbell', language)} {label('note.uncorrected', language)}")
        axes = figure.add_subplot()
        _draw(axes, [v for v in values if v.category in parties], place)
        axes.axvline(0, color=FAINT, linewidth=0.7, zorder=0)
        axes.set_yticks(list(place.values()), [shortened(outlet_name(outlet, language), 24, language) for _, outlet in place], **TICKS)
        axes.set_ylim(max(place.values()) + 0.6, -1.2)
        for party in parties:
            axes.annotate(rtl(names.party(party), language), (1 if language == "ar" else 0, place[party, outlets[0]] - 0.75), xycoords=("axes fraction", "data"),
                          xytext=(-4 if language == "ar" else 4, 0), textcoords="offset points", ha="right" if language == "ar" else "left", va="center", fontweight="bold")
        axes.set_xlabel(rtl(label("axis.net", language), language))
        mirror(axes, language)
        mark_uncorrected(figure, [], language)
    return figure, as_frame(values)


def _draw(axes, values, place):
    at = {(v.category, v.outlet, v.measure): v for v in values}
    for (party, outlet), y in place.items():
        pair = [at[party, outlet, measure] for measure in VOICES if (party, outlet, measure) in at]
        axes.plot([v.value for v in pair], [y + VOICES[v.measure][2] for v in pair], color=FAINT, linewidth=2.2, zorder=1, solid_capstyle="round")
        for v in pair:
            marker, colour, off = VOICES[v.measure]
            if v.low is not None:
                axes.plot([v.low, v.high], [y + off, y + off], color=darker(colour, 0.25), linewidth=0.8, zorder=2)
            axes.scatter([v.value], [y + off], s=34, marker=marker, facecolor=colour, edgecolor=INK, linewidth=0.8, zorder=3).set_urls(["#" + anchor(v.measure, party, outlet)])


def _legend(language):
    return [Line2D([], [], linestyle="", marker=marker, markerfacecolor=colour, markeredgecolor=INK, markersize=5.5, label=rtl(label(f"voice.{name}" if name == "narrator" else "voice.sources", language), language))
            for name, (marker, colour, _) in VOICES.items()]
