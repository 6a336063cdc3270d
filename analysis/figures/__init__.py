"""The six figures. Each is drawn by one function of the same form and comes with the table of its numbers.

    draw_who_speaks      words by innermost voice, direct and indirect speech told apart
    draw_stance_matrix   source × party: sign and number of evidence spans
    draw_ribbon          the article's words in order, coloured by source, with stance marks
    draw_naming          the labels of each party by voice
    draw_stances_along   how favourable and unfavourable evidence adds up from first to last paragraph
    draw_frames          frame vocabulary by source (exploratory)

`draw_x(codings, language="en") -> (Figure, DataFrame)` takes one Coding or several; the figures of stance take `kind` too.
"""

from analysis.figures.frames import draw_frames
from analysis.figures.naming import draw_naming
from analysis.figures.ribbon import draw_ribbon
from analysis.figures.stance_matrix import draw_stance_matrix
from analysis.figures.stances_along import draw_stances_along
from analysis.figures.style import save
from analysis.figures.who_speaks import draw_who_speaks

FIGURES = {
    "who_speaks": draw_who_speaks,
    "stance_matrix": draw_stance_matrix,
    "ribbon": draw_ribbon,
    "naming": draw_naming,
    "stances_along": draw_stances_along,
    "frame_vocabulary": draw_frames,
}
"""File name → the function that draws it."""


def save_figures(codings, folder, language="en"):
    """Draw every figure, save it into the folder, and return {file name: {ending: path}}."""
    return {name: save(*draw(codings, language=language), folder, name) for name, draw in FIGURES.items()}
