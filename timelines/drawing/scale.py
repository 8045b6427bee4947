"""The scale under the axis: which ticks and which words there is room for, from centuries down to days.

Two lines of words: below the ticks of years, months or days stand the years or months that hold them, where the ticks
alone would not say.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from math import floor
from typing import Literal, NamedTuple

from timelines.wording import MONTHS

YEAR_ROOM, MONTH_ROOM, DAY_ROOM = 52, 34, 24
"""Pixels from tick to tick that a year, a month's short name, a day's number needs."""
YEARS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)
_MONTHS = (1, 3, 6)
_DAYS: dict[int, tuple[int, ...]] = {
    1: tuple(range(1, 32)),
    2: tuple(range(1, 30, 2)),
    5: (1, 6, 11, 16, 21, 26),
    10: (1, 11, 21),
    15: (1, 16),
}
_LONGEST = 30.44


class Level(NamedTuple):
    """Ticks every so many units."""

    unit: Literal["year", "month", "day"]
    step: int


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on the axis (months since the year 0) and the words that begin there."""

    at: float
    words: str


def level(scale: float) -> Level:
    """The finest ticks whose words have room, at so many pixels a month."""
    for step in _DAYS:
        if scale * step / _LONGEST >= DAY_ROOM:
            return Level("day", step)
    for step in _MONTHS:
        if scale * step >= MONTH_ROOM:
            return Level("month", step)
    return Level("year", next((step for step in YEARS if 12 * step * scale >= YEAR_ROOM), YEARS[-1]))


def ticks(start: float, end: float, scale: float) -> tuple[list[Tick], list[Tick]]:
    """From month `start` to `end`: the ticks, and what holds them, beginning with what holds the first."""
    unit, step = level(scale)
    if unit == "year":
        first = floor(start / 12 / step) * step
        return _inside((Tick(12.0 * y, str(y)) for y in range(first, floor(end / 12) + 1, step)), start, end), []
    if unit == "month":
        first = floor(start / step) * step
        fine = (Tick(float(m), MONTHS[m % 12][:3]) for m in range(first, floor(end) + 1, step))
        years = [Tick(12.0 * y, str(y)) for y in range(floor(start / 12), floor(end / 12) + 1)]
        return _inside(fine, start, end), years
    months = range(floor(start), floor(end) + 1)
    days = (Tick(m + (d - 1) / _length(m), str(d)) for m in months for d in _DAYS[step] if d <= _length(m))
    return _inside(days, start, end), [Tick(float(m), f"{MONTHS[m % 12]} {m // 12}") for m in months]


def _inside(found: Iterable[Tick], start: float, end: float) -> list[Tick]:
    return [tick for tick in found if start - 1e-9 <= tick.at <= end and tick.at >= 12]


def _length(month: int) -> int:
    return monthrange(min(9999, max(1, month // 12)), month % 12 + 1)[1]


def day_at(month: float) -> date:
    """The day on which so many months since the year 0 have gone by: what `shapes.month_at` turns into months."""
    whole = min(max(floor(month + 1e-9), 12), 12 * 9999 + 11)
    length = _length(whole)
    return date(whole // 12, whole % 12 + 1, min(length, 1 + max(0, floor((month - whole) * length + 1e-6))))
