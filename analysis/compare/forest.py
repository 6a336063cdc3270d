"""Forest plot: the differences between outlets with their intervals, a panel for each measure."""

from matplotlib.lines import Line2D

from analysis.compare.contrasts import as_frame
from analysis.compare.counting import MEASURES, SHARES
from analysis.compare.evidence import anchor, category_name, outlet_name
from analysis.figures.style import TICKS, empty_figure, mirror, new_figure, rtl, shortened, style
from analysis.labels import Names, count, label, percent
from analysis.palette import FAINT, INK

MOST = 24
"""Contrasts that a printed figure holds, the surest first; the CSV has all."""
ROW = 0.21
SURE = 0.05
"""Contrasts with a q below this are drawn full."""


def draw_forest(contrasts, codings, language="en", measure=None):
    """Draw each contrast as a point with its 95 % interval: full where q < 0.05, hollow where chance may do it.

    Every point links to the evidence of its category (`evidence-<measure>-<category>`). `measure` keeps one measure alone.
    Contrasts that are not corrected with blind hand-coded samples say so in the figure.
    """
    table, names = as_frame(contrasts), Names(codings, language)
    chosen = [c for c in contrasts if measure in (None, c.measure)][:MOST]
    panels = [m for m in MEASURES if any(c.measure == m for c in chosen)]
    heights = [sum(c.measure == m for c in chosen) + 1.6 for m in panels]
    notes = [stamp(chosen, language), label("note.forest", language)] + [label("note.surest", language, n=len(chosen))] * (len(chosen) < len(contrasts))
    n = count("contrast", len(contrasts), language)
    with style():
        if not chosen:
            return empty_figure(codings, "title.forest", n, language, "no_contrasts"), table
        figure = new_figure(codings, "title.forest", n, language, body=0.3 + ROW * sum(heights), legend=[_legend(language)],
                            extra=" ".join(filter(None, notes)))
        axes = figure.subplots(len(panels), 1, squeeze=False, height_ratios=heights)[:, 0]
        for axis, name in zip(axes, panels):
            _panel(axis, name, sorted((c for c in chosen if c.measure == name), key=lambda c: (c.category, c.first, c.second)), names, language)
        mark_uncorrected(figure, chosen, language)
    return figure, table


def share(value, _=None):
    """Return a share or a difference of shares for an axis, with a true minus sign.

        >>> share(-0.3)
        '−30%'
    """
    return percent(value).replace("-", "−")


def points(contrasts):
    """Return the points that the figure links to, for `opened`."""
    return [(c.measure, c.category, outlet) for c in contrasts[:MOST] for outlet in (None, c.first, c.second)]


def stamp(contrasts, language):
    """Return the caution about coding error that belongs into the figure, or None where all contrasts are corrected."""
    return None if contrasts and all(c.corrected for c in contrasts) else label("note.uncorrected", language)


def mark_uncorrected(figure, contrasts, language):
    """Stamp the figure itself: it is copied without its caption."""
    if stamp(contrasts, language):
        figure.text(0.01 if language == "ar" else 0.99, 1 - 0.1 / figure.get_figheight(), rtl(label("stamp.uncorrected", language), language), ha="left" if language == "ar" else "right", va="top",
                    fontsize=8, color="#B00020", bbox={"boxstyle": "square,pad=0.25", "facecolor": "none", "edgecolor": "#B00020", "linewidth": 0.7})


def _panel(axis, measure, contrasts, names, language):
    axis.axvline(0, color=FAINT, linewidth=0.7)
    for y, c in enumerate(contrasts):
        sure, link = c.q < SURE, f"#{anchor(c.measure, c.category)}"
        axis.plot([c.low, c.high], [y, y], color=INK, linewidth=1.1 if sure else 0.6, solid_capstyle="butt")
        point = axis.scatter([c.difference], [y], s=26, facecolor=INK if sure else "white", edgecolor=INK, linewidth=0.8, zorder=3)
        point.set_urls([link])
    axis.set_ylim(len(contrasts) - 0.4, -0.6)
    axis.set_yticks(range(len(contrasts)), [_row_name(c, names, language) for c in contrasts], **TICKS)
    axis.set_title(rtl(label(f"measure.{measure}", language), language), loc="right" if language == "ar" else "left", fontsize=9, fontweight="bold")
    if measure in SHARES:
        axis.xaxis.set_major_formatter(share)
    axis.margins(x=0.08)
    axis.spines["left"].set_visible(False)
    mirror(axis, language)


def _row_name(contrast, names, language):
    # Two names in a row: only a short one keeps its transliteration.
    first, second = (shortened(outlet_name(outlet, language), 18, language) for outlet in (contrast.first, contrast.second))
    return rtl(f"{shortened(category_name(names, contrast.measure, contrast.category), 26, language)}: {label('compare.pair', language, first=first, second=second)}", language)


def _legend(language):
    kinds = {"forest.sure": INK, "forest.unsure": "white"}
    return [Line2D([], [], marker="o", color=INK, markerfacecolor=fill, markersize=5, linewidth=0.8, label=rtl(label(key, language), language)) for key, fill in kinds.items()]
