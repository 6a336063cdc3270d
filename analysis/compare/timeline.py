"""Timeline: one measure of each outlet by day or week, with events marked."""

from collections import defaultdict
from datetime import date, timedelta

import pandas as pd
from matplotlib.lines import Line2D

from analysis.compare.contrasts import REPLICATES, SEED, Table, bounds, prepared
from analysis.compare.counting import MEASURES, SHARES
from analysis.compare.evidence import anchor, category_name, outlet_name
from analysis.compare.forest import mark_uncorrected, share
from analysis.errors import InputError
from analysis.figures.style import mirror, new_figure, rtl, style
from analysis.labels import Names, count, label
from analysis.palette import FAINT, INK, SOURCES, darker

MARKERS = "osD^vP"
COLUMNS = ["period", "outlet", "value", "low", "high", "n"]


def over_time(codings, measure, category, by="day", stories=None):
    """Return a DataFrame of one category's value by period and outlet: period (its first day), outlet, value, low, high, n.

    `by` is day or week (from Monday). Intervals come from resampling the stories of the period, and are missing where it has
    one story; `n` counts stories. Articles without a date are left out. Raises InputError where none has one.
    """
    if by not in ("day", "week") or measure not in MEASURES:
        raise InputError("must be day or week" if measure in MEASURES else "is no measure", where="by" if measure in MEASURES else "measure", value=by if measure in MEASURES else measure, remedy="see over_time")
    counted, stories = prepared(codings, stories)
    periods, rows = defaultdict(list), []
    for row in counted:
        if row.date:
            periods[_period(row.date, by)].append(row)
    if not periods:
        raise InputError("no article has a date", where="corpus", remedy="give dates as 2031-05-04")
    for period, some in sorted(periods.items()):
        outlets = sorted({row.outlet for row in some})
        table = Table(some, stories, outlets, measure)
        if category in table.categories:
            k, draws = table.categories.index(category), table.draws(REPLICATES, SEED)
            rows += [(period, outlet, float(table.values[o, k]), *bounds(table.values[o, k], draws[:, o, k], table.n[o]), int(table.n[o])) for o, outlet in enumerate(outlets)]
        elif measure != "naming":  # the whole is there and nothing of it is this category's
            rows += [(period, outlet, 0.0, None, None, int(table.n[o])) for o, outlet in enumerate(outlets)]
    return pd.DataFrame(rows, columns=COLUMNS).dropna(subset="value").astype({"low": "Float64", "high": "Float64"})


def _period(day, by):
    first = date.fromisoformat(day[:10])
    return (first - timedelta(days=first.weekday()) if by == "week" else first).isoformat()


def draw_timeline(codings, measure, category, language="en", by="day", events=None, stories=None):
    """Draw one category of a measure over time, a line for each outlet; `events` is {day: what happened}.

    Bars are 95 % intervals where a period has several stories; the outlets' points of a period stand side by side. Points link to the evidence of their outlet.
    """
    codings = list(codings)
    table, names = over_time(codings, measure, category, by, stories), Names(codings, language)
    days = pd.to_datetime(table["period"])
    with style():
        figure = new_figure(codings, "title.timeline", count("story", _stories(codings, table, stories), language), language, body=2.6, extra=label("note.uncorrected", language),
                            legend=[_legend(sorted(table["outlet"].unique()), language)])
        axes = figure.add_subplot()
        outlets = sorted(table["outlet"].unique())
        for i, (outlet, own) in enumerate(table.groupby("outlet")):
            _line(axes, days[own.index] + timedelta(hours=2 * i - len(outlets) + 1), own, i, "#" + anchor(measure, category, outlet))
        _mark_events(axes, events or {}, language)
        axes.set_ylabel(rtl(f"{category_name(names, measure, category)}: {label(f'measure.{measure}', language)}", language))
        if measure in SHARES:
            axes.yaxis.set_major_formatter(share)
        axes.axhline(0, color=FAINT, linewidth=0.6, zorder=0)
        axes.margins(x=0.04, y=0.12)
        ticks = sorted(set(days))[:: max(1, len(set(days)) // 8)]
        axes.set_xticks(ticks, [f"{tick:%Y-%m-%d}" for tick in ticks])
        mirror(axes, language)
        axes.yaxis.set_label_position("right" if language == "ar" else "left")
        mark_uncorrected(figure, [], language)
    return figure, table.assign(measure=measure, category=category)


def _stories(codings, table, stories):
    """Return how many stories the drawn outlets ran on dated days; a story that two of them ran counts once."""
    counted, stories = prepared(codings, stories)
    return len({stories[row.article_id] for row in counted if row.date and row.outlet in set(table["outlet"])})


def _line(axes, days, own, i, link):
    colour = darker(SOURCES[i % len(SOURCES)], 0.25)
    axes.plot(days, own["value"], color=colour, linewidth=1.1, zorder=2)
    axes.scatter(days, own["value"], s=24, marker=MARKERS[i % len(MARKERS)], facecolor=colour, edgecolor=INK, linewidth=0.5, zorder=3).set_urls([link] * len(own))
    known = own["low"].notna()
    axes.vlines(days[known], own["low"][known].astype(float), own["high"][known].astype(float), color=colour, linewidth=0.7)


def _mark_events(axes, events, language):
    for day, what in events.items():
        axes.axvline(pd.Timestamp(day), color=FAINT, linewidth=0.8, linestyle=(0, (3, 2)), zorder=0)
        axes.annotate(rtl(what, language), (pd.Timestamp(day), 1), xycoords=("data", "axes fraction"), xytext=(0, 2), textcoords="offset points", ha="center", va="bottom", fontsize=7.5, color=FAINT)


def _legend(outlets, language):
    return [Line2D([], [], color=darker(SOURCES[i % len(SOURCES)], 0.25), marker=MARKERS[i % len(MARKERS)], markersize=5, linewidth=1.1, label=rtl(outlet_name(outlet, language), language))
            for i, outlet in enumerate(outlets)]
