"""The time between two neighbouring events, in honest words: "47 days", "4½ to 5½ years", "at least 5 years"."""

from __future__ import annotations

from datetime import date
from math import ceil, floor
from typing import Literal, Protocol

from timelines.extraction.edtf import bounds, is_valid

SMALLEST = 28
"""Days that must surely lie between two events before the gap is worth a line."""
_SLACK = 0.15
"""Months by which a span may miss a whole number and still be called by it: 6.97 months are 7."""
_LONG = 60
"""Months from which on the farther bound no longer matters: "at least 5 years"."""

_Way = Literal["down", "up", "near"]


class Dated(Protocol):
    """What carries a date: an Event, an entry of an Edition. `earliest` and `latest` are None where open."""

    @property
    def edtf(self) -> str: ...
    @property
    def mod(self) -> str | None: ...
    @property
    def earliest(self) -> date | None: ...
    @property
    def latest(self) -> date | None: ...


def is_about(item: Dated) -> bool:
    """Whether the source itself says that the date is not exact ("about", "perhaps")."""
    return item.mod == "APPROX" or any(mark in item.edtf for mark in "~%?")


def known_start(item: Dated) -> tuple[date | None, date | None]:
    """The days on which it may have begun: for "since 13 July 2019" that day alone."""
    begin, slash, end = item.edtf.partition("/")
    if slash and end == ".." and is_valid(begin):
        return bounds(begin)
    return item.earliest, item.latest


def gap_words(a: Dated, b: Dated) -> str | None:
    """The time from `a` to `b` which follows it, as vague as the two dates leave it.

    None where they may touch or overlap, where less than `SMALLEST` days surely lie between, or where `a` goes on.
    """
    first, last = known_start(b)
    if a.latest is None or first is None:
        return None
    days = (first - a.latest).days
    if days < SMALLEST:
        return None
    least = _months(a.latest, first)
    if a.earliest is None or last is None:
        return f"at least {_amount(least, 'down')}"
    most = _months(a.earliest, last)
    if is_about(a) or is_about(b):
        return f"about {_amount((least + most) / 2, 'near')}"
    if a.earliest == a.latest and first == last:
        return _exactly(days, least)
    return _between(least, most)


def _months(a: date, b: date) -> float:
    return (b.year - a.year) * 12 + b.month - a.month + (b.day - a.day) / 30.44


def _exactly(days: int, months: float) -> str:
    if days < 100:
        return f"{days} days"
    words = _amount(months, "near")
    step = 1 if months < 24 else 6 if months < _LONG else 12
    return words if abs(months / step - round(months / step)) < 0.001 else f"about {words}"


def _between(least: float, most: float) -> str:
    if least + _SLACK >= _LONG:
        if most - least > 6.5:
            return f"at least {_amount(least, 'down')}"
        return f"about {_amount((least + most) / 2, 'near')}"
    years = most - _SLACK > 24
    low = _amount(least, "down", years=years and least >= 12)
    high = _amount(most, "up", years=years)
    if low == high:
        return f"about {low}"
    number, _, unit = low.partition(" ")
    same = unit.rstrip("s") == high.partition(" ")[2].rstrip("s")
    return f"{number} to {high}" if same else f"{low} to {high}"


def _amount(months: float, way: _Way, *, years: bool | None = None) -> str:
    """So many months, or from two years on (or as `years` says) years: by halves below five, whole ones above."""
    if years is False or (years is None and months + _SLACK < 24):
        number = _fit(months, 1, way)
        return f"{number} month" if number == 1 else f"{number} months"
    if months + _SLACK >= _LONG and not (way == "up" and months < _LONG + 12):
        return f"{_fit(months, 12, way)} years"
    whole, half = divmod(_fit(months, 6, way), 2)
    return f"{whole or ''}{'½' if half else ''} year{'s' if whole + half > 1 else ''}"


def _fit(months: float, step: int, way: _Way) -> int:
    """Whole steps of so many months, at least one."""
    if way == "near":
        return max(1, round(months / step))
    return max(1, floor((months + _SLACK) / step) if way == "down" else ceil((months - _SLACK) / step))
