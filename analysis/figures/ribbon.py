"""Figure 3: the article as a ribbon of its words, right to left, coloured by source, with stance evidence above and below."""

import pandas as pd
from matplotlib.lines import Line2D
from matplotlib.patches import Patch, Rectangle

from analysis.figures.style import TICKS, new_figure, rtl, shortened, style
from analysis.labels import Names, count, label
from analysis.measures import as_list, kept, sources_by_words, words
from analysis.palette import FAINT, INK, OTHER, sign_colour, source_colours
from analysis.records import NARRATOR

MOST = 6
"""Articles in one figure; more would not be readable in print."""
LANE = 0.19
"""Inches between the lanes of two parties."""


def draw_ribbon(codings, language="en", kind=None):
    """Draw the words of one article (or of up to six, one below the other) in the order in which they are read.

    Each word takes the colour of its innermost source; joint sources share its height. Favourable evidence stands above,
    unfavourable below, one lane a party; a filled mark is a quoted source's, a hollow one the narrator's.
    `kind` keeps one kind of stance alone.
    """
    codings = as_list(codings)[:MOST]
    table = ribbon_table(codings, language, kind)
    lanes = [_lanes(table[table["article_id"] == c.article.article_id]) for c in codings]
    heights = [0.62 + LANE * (len(up) + len(down)) for up, down in lanes]
    n = " + ".join(count(noun, int((table["what"] == what).sum()), language) for noun, what in (("word", "word"), ("span", "stance")))
    colours, names = source_colours(sources_by_words(codings)), Names(codings, language)
    with style():
        figure = new_figure(codings, "title.ribbon", n, language, body=0.1 + sum(heights), legend=[_sources(table, colours, names), _marks(language) if "stance" in set(table["what"]) else []])
        axes = figure.subplots(len(codings), 1, squeeze=False, height_ratios=heights)[:, 0]
        for ax, coding, (up, down) in zip(axes, codings, lanes):
            _draw(ax, table[table["article_id"] == coding.article.article_id], colours, up, down, names)
    return figure, table


def ribbon_table(codings, language="en", kind=None):
    """Return the words (index, paragraph, sources, voice) and the stance evidence (index of its first word, source, party, sign)."""
    names, rows = Names(codings, language), []
    for coding in as_list(codings):
        found, article_id = words(coding), coding.article.article_id
        rows += [(article_id, "word", i, w.paragraph, " ".join(w.sources), w.voice, None, None, None) for i, w in enumerate(found)]
        for s in sorted(kept(coding.stances), key=lambda s: s.start):
            if kind in (None, s.kind):
                first = next((i for i, w in enumerate(found) if w.end > s.start), len(found) - 1)
                rows.append((article_id, "stance", first, found[first].paragraph, s.source, None, s.target, names.party(s.target), s.polarity))
    table = pd.DataFrame(rows, columns=["article_id", "what", "word", "paragraph", "source", "voice", "party", "party_name", "polarity"])
    return table.astype({"polarity": "Int64"})


def _lanes(table):
    """Return the parties with favourable and those with unfavourable evidence, in the order of the article."""
    stances = table[table["what"] == "stance"]
    return tuple(list(dict.fromkeys(stances.loc[stances["polarity"] == sign, "party"])) for sign in (1, -1))


def _draw(axes, table, colours, up, down, names):
    """Draw one ribbon: heights are counted in lanes, the ribbon itself is two lanes high."""
    found = table[table["what"] == "word"]
    for row in found.itertuples():
        sources = row.source.split()
        for k, source in enumerate(sources):
            axes.add_patch(Rectangle((row.word, -1 + 2 * k / len(sources)), 1.02, 2 / len(sources), facecolor=colours[source], linewidth=0))
    _paragraphs(axes, found)
    for row in table[table["what"] == "stance"].itertuples():
        y = 1.8 + up[::-1].index(row.party) if row.polarity > 0 else -1.8 - down.index(row.party)
        colour = sign_colour(row.polarity)
        axes.plot([row.word + 0.5] * 2, [y, 1 if row.polarity > 0 else -1], color=colour, linewidth=0.4, alpha=0.5)
        axes.plot(row.word + 0.5, y, marker="^" if row.polarity > 0 else "v", markersize=5.5, color=colour, markeredgewidth=0.9,
                  markerfacecolor="white" if row.source == NARRATOR else colour)
    axes.set_xlim(len(found), 0)
    axes.set_ylim(-1.8 - len(down), 1.8 + len(up))
    ticks = [(1.8 + i, p) for i, p in enumerate(up[::-1])] + [(-1.8 - i, p) for i, p in enumerate(down)]
    axes.set_yticks([y for y, _ in ticks], [shortened(names.party(p), 30, names.language) for _, p in ticks], **TICKS)
    axes.yaxis.tick_right()
    axes.tick_params(length=0)
    axes.spines[:].set_visible(False)


def _paragraphs(axes, found):
    """Mark where paragraphs begin by a white gap and their number under the ribbon's edge."""
    starts = found.groupby("paragraph")["word"].min()
    for start in starts:
        axes.plot([start] * 2, [-1, 1], color="white", linewidth=1.6)
    ends = list(starts[1:]) + [len(found)]
    for number, (start, end) in enumerate(zip(starts, ends), 1):
        axes.text((start + end) / 2, 0, str(number), ha="center", va="center", fontsize=7.5, color=FAINT)
    axes.set_xticks([])


def _sources(table, colours, names):
    """Return the legend of the sources that have words of their own."""
    spoken = set(" ".join(table.loc[table["what"] == "word", "source"]).split())
    own = {names.actor(s): colour for s, colour in colours.items() if s in spoken and colour != OTHER}
    others = {label("other_sources", names.language): OTHER} if any(colours[s] == OTHER for s in spoken) else {}
    return [Patch(facecolor=colour, edgecolor=INK, linewidth=0.3, label=shortened(name, 40, names.language)) for name, colour in (own | others).items()]


def _marks(language):
    def mark(shape, sign, fill, key):
        colour = sign_colour(sign)
        return Line2D([], [], linestyle="", marker=shape, color=colour, markerfacecolor=colour if fill else "white", markersize=5.5, label=rtl(label(key, language), language))

    return [mark("^", 1, True, "mark.favourable"), mark("v", -1, True, "mark.unfavourable"), mark("v", -1, False, "mark.narrator")]
