"""Compare outlets on the same events: who gets to speak, for and against whom, in which words; with honest error bars.

    compare(codings)                 every difference between outlets, with interval, p and q
    outlet_values(codings)           every outlet's own values
    over_time(codings, m, c)         one value by day or week
    evidence(codings, m, c, outlet)  the sentences behind a number
    opened(figure, points, codings)  a page on which each point of a figure leads to its sentences

`draw_forest`, `draw_matrices`, `draw_dumbbell`, `draw_timeline` and `draw_network` give (Figure, DataFrame), as in
analysis.figures. What is counted is said in analysis.compare.counting.
"""

from analysis.compare.contrasts import as_frame, compare, outlet_values
from analysis.compare.counting import MEASURES
from analysis.compare.dumbbell import draw_dumbbell
from analysis.compare.evidence import evidence, opened
from analysis.compare.forest import draw_forest, points
from analysis.compare.matrices import draw_matrices
from analysis.compare.network import draw_network
from analysis.compare.timeline import draw_timeline, over_time

__all__ = ["MEASURES", "as_frame", "compare", "draw_dumbbell", "draw_forest", "draw_matrices", "draw_network", "draw_timeline", "evidence", "opened", "outlet_values", "over_time", "points"]
