"""One look for every figure: print sizes, fonts, direction, small type; and the one way to save a figure with its numbers."""

import re
import textwrap
from contextlib import contextmanager
from pathlib import Path

import fontpkg
from fontTools.subset import Options
from matplotlib import style as matplotlib_style
from matplotlib.figure import Figure
from matplotlib.font_manager import fontManager
from matplotlib.patches import Patch

from analysis.labels import ARABIC, LRM, RLM, check_language, count, label, label_or
from analysis.measures import as_list, status
from analysis.palette import FAINT, INK
from analysis.rows import safe_text

WIDTH = {"single": 3.5, "double": 7.2}
"""Inches: one and two columns of a journal page (89 and 183 mm)."""

STYLE = {
    "font.family": ["Amiri", "DejaVu Sans"],
    "font.size": 9,
    "axes.titlesize": 9.5,
    "axes.labelsize": 9,
    "xtick.labelsize": 9,
    "ytick.labelsize": 9,
    "legend.fontsize": 8.5,
    "legend.frameon": False,
    "legend.handlelength": 1.2,
    "legend.handleheight": 0.9,
    "legend.columnspacing": 1.2,
    "legend.labelspacing": 0.1,
    "legend.borderpad": 0.1,
    "axes.labelpad": 1,
    "text.color": INK,
    "axes.labelcolor": INK,
    "axes.edgecolor": FAINT,
    "axes.linewidth": 0.6,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "xtick.color": INK,
    "ytick.color": INK,
    "xtick.major.width": 0.6,
    "ytick.major.width": 0,
    "hatch.linewidth": 0.7,
    "text.parse_math": False,
    "pdf.fonttype": 42,
    "svg.fonttype": "path",
    "svg.hashsalt": "isnad",
    "savefig.dpi": 300,
}
NO_DATES = {"png": {}, "svg": {"Date": None}, "pdf": {"CreationDate": None}}
SMALL, TITLE = 7.5, 11
"""Points of the note and of the title."""
ABOVE, BELOW, LINE, ROW, ACROSS = 0.36, 0.12, 0.15, 0.22, 4
"""Inches of the title, of the margin below, of a line of the note and of the legend; handles in a line of the legend at most."""
UPRIGHT = 8
"""Columns up to which their names stand upright."""
TRANSLITERATION = re.compile(r" \[[^\]]*\]$")
TICKS = {"va": "center", "linespacing": 0.85}
"""Tick labels in Amiri: its lines are tall, so they are centred by their box and set closer."""


@contextmanager
def style():
    """Set fonts and style while a figure is drawn or saved; what the notebook has set stays as it is."""
    if not any(font.name == "Amiri" for font in fontManager.ttflist):
        for name in ("Amiri-Regular.ttf", "Amiri-Bold.ttf"):
            fontManager.addfont(Path(fontpkg.path("Amiri")).with_name(name))
    # "default" first: another library's style (seaborn.set_theme in a notebook) must not reach a printed figure.
    with matplotlib_style.context(["default", STYLE]):
        yield


def new_figure(codings, title, n, language="en", *, width="double", body=2.0, legend=(), extra=None):
    """Return a Figure with its title, its legend and, in small type, its n, coding status and any further caution.

    `title`   key of labels.tsv
    `n`       what was counted, such as "380 words"
    `body`    inches of height left for the axes with their labels; the layout keeps them there
    `legend`  groups of handles, each group on lines of its own
    """
    lines, rows = note(codings, n, check_language(language), WIDTH[width], extra), _legend_rows(legend, WIDTH[width])
    under = BELOW + LINE * len(lines)
    height = ABOVE + body + ROW * len(rows) + under
    figure = Figure(figsize=(WIDTH[width], height), dpi=150, layout="constrained")
    x, align = (0.99, "right") if language == "ar" else (0.01, "left")
    figure.text(x, 1 - 0.08 / height, rtl(label(title, language), language), ha=align, va="top", fontsize=TITLE, fontweight="bold")
    for i, line in enumerate(reversed(lines)):
        figure.text(x, (0.06 + LINE * i) / height, rtl(line, language), ha=align, va="bottom", fontsize=SMALL, color=FAINT)
    _add_legend(figure, rows, under / height, language)
    figure.get_layout_engine().set(w_pad=0.05, h_pad=0.03, rect=(0, (under + ROW * len(rows)) / height, 1, body / height))
    return figure


def empty_figure(codings, title, n, language, sentence):
    """Return a Figure that says in one sentence that there is nothing to draw (`sentence`: key of labels.tsv)."""
    figure = new_figure(codings, title, n, language, body=0.6)
    height = figure.get_figheight()
    figure.text(0.5, 1 - (ABOVE + 0.3) / height, rtl(label(sentence, language), language), ha="center", va="center")
    return figure


def note(codings, n, language, inches, extra=None):
    """Return the lines under a figure: what was counted, on which articles, coded how."""
    sentences = [label("note.n", language, n=n, articles=articles(codings, language)), coding_status(codings, language) + "."]
    return textwrap.wrap(" ".join([*sentences, extra] if extra else sentences), int(inches * 21))


def _legend_rows(groups, inches):
    """Return the handles line by line, as many on a line as their names leave room for; short lines are filled up."""
    longest = max((len(handle.get_label()) for group in groups for handle in group), default=0)
    across = max(1, min(ACROSS, int(inches / (0.38 + 0.052 * longest))))
    return [row + [Patch(alpha=0, label="")] * (across - len(row)) for group in groups for row in _batched(group, across)]


def _add_legend(figure, rows, bottom, language):
    """Set the legend just above the note; in Arabic it is read from the right, each mark right of its text."""
    rows = [row[::-1] for row in rows] if language == "ar" else rows
    columns = [column for column in zip(*rows) if any(h.get_label() for h in column)]
    if columns:
        figure.legend(handles=[handle for column in columns for handle in column], ncols=len(columns), loc="lower center", borderaxespad=0.2,
                      bbox_to_anchor=(0.5, bottom), markerfirst=language != "ar").set_in_layout(False)


def _batched(items, size):
    """Return the items in lists of `size` (itertools.batched needs Python 3.12)."""
    return [list(items[i:i + size]) for i in range(0, len(items), size)]


def articles(codings, language):
    """Name the one article, or count them."""
    ids = list(dict.fromkeys(c.article.article_id for c in as_list(codings)))
    return label("one_article", language, article=ids[0]) if len(ids) == 1 else count("article", len(ids), language)


def coding_status(codings, language):
    """Say how the codings came about: machine-coded, confirmed in part or in full, or hand-coded; and by which coder."""
    found = status(codings)
    coders = ", ".join(dict.fromkeys(coder_name(c, language) for c in as_list(codings)))
    return label(f"status.{found.kind}", language, n=found.n, confirmed=found.confirmed, changed=found.changed, coders=coders)


def coder_name(coding, language):
    """Name a coder and what it is: the rules, a model, or a person."""
    kind, name = label(f"coder_type.{coding.coder_type}", language), label_or(f"coder.{coding.coder}", coding.coder, language)
    return name if name == kind else f"{name}, {kind}" if language == "en" else f"{name}، {kind}"


def rtl(text, language="ar"):
    """Make each line of a label run in its language's direction: an Arabic one that begins with a digit, an English one with an Arabic name."""
    if language == "ar":
        return "\n".join(RLM + line for line in text.split("\n"))
    return "\n".join(LRM + line if ARABIC.match(line) else line for line in text.split("\n"))


def shortened(text, width, language="en"):
    """Keep a label on one line; a longer one loses its transliteration, then ends in … (the CSV has it whole)."""
    text = text if len(text) <= width else TRANSLITERATION.sub("", text)
    return rtl(text if len(text) <= width else text[:width - 1].rstrip() + "…", language)


def wrapped(text, width, language="en"):
    """Break a label into lines of about `width` characters, never inside a word."""
    return rtl("\n".join(textwrap.wrap(text, width, break_long_words=False)), language)


def label_columns(axes, names, language):
    """Write the names of columns above them: in lines of their own width, aslant where there are many."""
    axes.xaxis.tick_top()
    if len(names) <= UPRIGHT:
        axes.set_xticks(range(len(names)), [wrapped(name, max(9, 88 // max(8, len(names))), language) for name in names], linespacing=TICKS["linespacing"])
    else:
        side = "right" if language == "ar" else "left"
        slant = -40 if language == "ar" else 40
        axes.set_xticks(range(len(names)), [shortened(name, 26, language) for name in names], rotation=slant, ha=side, rotation_mode="anchor")


def mirror(axes, language):
    """Turn the x axis of an Arabic figure around, so that it is read from right to left with its labels on the right."""
    if language == "ar":
        axes.invert_xaxis()
        axes.yaxis.tick_right()
        axes.spines[["left", "right"]].set_visible(False)
        axes.spines["right"].set_visible(True)


@contextmanager
def _fonts_without_shaping():
    """Leave the shaping tables out of the fonts in a PDF, whose text is shaped already: to cut them takes most of the time."""
    whole = Options._drop_tables_default
    Options._drop_tables_default = [*whole, "GSUB", "GPOS", "GDEF"]
    try:
        yield
    finally:
        Options._drop_tables_default = whole


def save(figure, table, folder, name):
    """Write a figure as PNG, SVG and PDF and its numbers as CSV; return {ending: path}.

    Fonts are embedded and no date is written, so that the same numbers give the same bytes. The CSV begins with a byte
    order mark, without which Excel shows Arabic as broken letters, and no cell of it can run as a formula.
    """
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    paths = {ending: folder / f"{name}.{ending}" for ending in ("png", "svg", "pdf", "csv")}
    with style():
        # Laid out once: the three files must look the same, and layout is a third of the time.
        figure.draw_without_rendering()
        figure.set_layout_engine("none")
        with _fonts_without_shaping():
            for ending, metadata in NO_DATES.items():
                figure.savefig(paths[ending], metadata=metadata)
    safe = table.map(lambda cell: safe_text(cell) if isinstance(cell, str) else cell)
    safe.to_csv(paths["csv"], index=False, encoding="utf-8-sig", lineterminator="\n", float_format="%.6g")
    return paths
