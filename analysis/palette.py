"""Colours of sources and of stance signs: the same in figures, reader and report, told apart by colour-blind readers.

Sources take Paul Tol's "light" scheme (Technical note SRON/EPS/TN/09-002, 2021), made to carry black text; signs take
blue and vermilion of Okabe and Ito (2008). Signs are never shown by colour alone: a mark or its place says the same.
"""

from analysis.records import NARRATOR

SOURCES = ("#77AADD", "#EEDD88", "#44BB99", "#FFAABB", "#99DDFF", "#EE8866", "#BBCC33", "#AAAA00")
OTHER = "#C8BFB4"
NARRATION = "#E4E4E4"
FAVOURABLE, UNFAVOURABLE = "#0072B2", "#D55E00"
TONES = {"favourable": FAVOURABLE, "neutral": "#8C8C8C", "hostile": UNFAVOURABLE}
INK, FAINT = "#1A1A1A", "#767676"


def source_colours(sources):
    """Return {source: colour}: one colour each for the first eight, one for all others, grey for the narrator.

        >>> source_colours(["narrator", "putin"])
        {'narrator': '#E4E4E4', 'putin': '#77AADD'}
    """
    quoted = [s for s in dict.fromkeys(sources) if s != NARRATOR]
    colours = {s: SOURCES[i] if i < len(SOURCES) else OTHER for i, s in enumerate(quoted)}
    return {s: colours.get(s, NARRATION) for s in dict.fromkeys(sources)}


def sign_colour(polarity):
    """Return the colour of a polarity: blue for +1, vermilion for −1."""
    return FAVOURABLE if polarity > 0 else UNFAVOURABLE


def darker(colour, share=0.45):
    """Return a colour mixed with black, to draw a line on its own ground.

        >>> darker("#FFFFFF", 0.5)
        '#7F7F7F'
    """
    return "#" + "".join(f"{int(int(colour[i:i + 2], 16) * (1 - share)):02X}" for i in (1, 3, 5))
