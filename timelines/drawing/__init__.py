"""Where the bars lie: width is vagueness. Geometry alone, in pixels; templates draw it, words stand beside it.

Three drawings of one idea: a bar is as wide as its source leaves the date open, and no wider. Only what would be too
narrow to see gets the smallest visible width. Months are equally wide, so a month is a twelfth and quarters meet their
ticks.
"""

from timelines.drawing.rule import precision_rule
from timelines.drawing.shapes import Bar, Label, Look, Mark, Rule, Strip, Zone, num
from timelines.drawing.strip import MOST_BARS, density_strip, mini_strip

__all__ = [
    "MOST_BARS",
    "Bar",
    "Label",
    "Look",
    "Mark",
    "Rule",
    "Strip",
    "Zone",
    "density_strip",
    "mini_strip",
    "num",
    "precision_rule",
]
