"""The precision rule: a hairline of one year beside each date, with a bar as wide as the date is vague."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from math import ceil

from timelines.drawing.shapes import Bar, Look, Mark, Rule, bar, look_of, month_after, month_at, num

SMALLEST, SMALLEST_HOLLOW = 3, 5
"""Pixels a day is drawn with: the sign of a day, since a 365th of the rule could not be seen."""


@lru_cache(maxsize=4096)
def precision_rule(
    edtf: str, mod: str | None, earliest: date | None, latest: date | None, status: str = "past", *, year: float = 72
) -> Rule:
    """The rule beside a date: the hairline is the year it begins in, `year` pixels long.

    It goes on into the next year where the range does. A range that ends later still has a cut in its bar, and one
    that the source leaves open an arrow.
    """
    look = look_of(Mark(edtf, mod), status)
    if earliest is None or latest is None:
        return Rule(year, _hairline(year, 4), _open_bar(earliest, latest, look, year))
    origin = 12 * earliest.year
    begin, end = month_at(earliest) - origin, month_after(latest) - origin
    if end > 24:
        return Rule(year, _hairline(year, 4), _cut_bar(begin * year / 12, look, year))
    quarters = max(4, ceil(end / 3 - 1e-9))
    length = quarters * year / 4
    width = max((end - begin) * year / 12, SMALLEST_HOLLOW if look == "planned" else SMALLEST)
    x = min(begin * year / 12, length - width)
    return Rule(length, _hairline(length, quarters), (bar(x, 2, width, 5, look),))


def _open_bar(earliest: date | None, latest: date | None, look: Look, year: float) -> tuple[Bar, ...]:
    """An arrow to the side which the source leaves open."""
    look = "planned" if look == "planned" else "plain"
    if earliest is not None:
        x = (month_at(earliest) / 12 - earliest.year) * year
        return (Bar(x, year + 6 - x, look, f"M{num(x)} 2H{num(year)}V0l6 4.5-6 4.5V7H{num(x)}z"),)
    if latest is not None:
        x = max(3.0, (month_after(latest) / 12 - latest.year) * year)
        return (Bar(-6, x + 6, look, f"M{num(x)} 2H0V0l-6 4.5 6 4.5V7H{num(x)}z"),)
    return ()


def _cut_bar(x: float, look: Look, year: float) -> tuple[Bar, ...]:
    """A bar that runs on past the year, with a cut to say that it is longer than drawn."""
    look = "planned" if look == "planned" else "plain"
    first = Bar(x, year + 4 - x, look, f"M{num(x)} 2H{num(year + 4)}l-3 5H{num(x)}z")
    return first, Bar(year + 4, 9, look, f"M{num(year + 7)} 2h6v5h-9z")


@lru_cache(maxsize=64)
def _hairline(length: float, quarters: int) -> str:
    edges = [num(min(length * i / quarters + 0.5, length - 0.5)) for i in range(quarters + 1)]
    return f"M0 8.5H{num(length)}" + "".join(f"M{x} 8.5v3" for x in edges)
