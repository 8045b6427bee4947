"""EDTF (ISO 8601-2): what is valid, how precise it is, which days it covers.

An own reader of level 0 and 1 and of those parts of level 2 that news needs (seasons and quarters 21-41, unspecified
digits, an approximate or uncertain part, one-of sets). The package ``edtf`` reads the same strings to the same days,
which the tests check, but needs 2 to 15 ms a string, and answers with `time.struct_time`; here a string takes
microseconds, and hostile input cannot make a grammar backtrack.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal, NamedTuple

from timelines.extraction.types import Mod

Precision = Literal["day", "month", "season", "year", "decade", "century", "interval", "set"]

_PART = re.compile(
    r"(?P<year>-?\d{4}|-?\d{3}X|-?\d{2}XX|-?\dXXX|XXXX|Y-?\d{5,9})[?~%]?"
    r"(?:-(?P<month>\d\d|XX|\dX)[?~%]?(?:-(?P<day>\d\d|XX|\dX)[?~%]?)?)?"
)
_QUARTERS = {n: (3 * (n - 33) + 1, 3 * (n - 33) + 3) for n in range(33, 37)}
_SUBYEAR = {
    21: (3, 5),
    22: (6, 8),
    23: (9, 11),
    24: (12, 14),
    25: (3, 5),
    26: (6, 8),
    27: (9, 11),
    28: (12, 14),
    29: (9, 11),
    30: (12, 14),
    31: (3, 5),
    32: (6, 8),
    **_QUARTERS,
    37: (1, 4),
    38: (5, 8),
    39: (9, 12),
    40: (1, 6),
    41: (7, 12),
}
"""Months of the codes 21 to 41: seasons by whole months (winter into the next year), quarters, thirds, halves."""


class Bounds(NamedTuple):
    """First and last day; None where that side is open, unknown or outside the years 1 to 9999."""

    earliest: date | None
    latest: date | None


class _Point(NamedTuple):
    first: tuple[int, int, int]
    last: tuple[int, int, int]
    precision: Precision


@lru_cache(maxsize=4096)
def is_valid(edtf: str) -> bool:
    """Whether the string is an EDTF date, interval or one-of set that the engine can read."""
    return _read(edtf) is not None


@lru_cache(maxsize=4096)
def precision(edtf: str) -> Precision | None:
    """How precise the date is; None where the string is not EDTF."""
    points = _read(edtf)
    if points is None:
        return None
    if edtf[:1] in "[{":
        return "set"
    if "/" in edtf:
        return "interval"
    return points[0].precision if points[0] else None


@lru_cache(maxsize=4096)
def bounds(edtf: str, mod: Mod | None = None) -> Bounds:
    """The days an EDTF date covers, narrowed by TIMEX3's mod (early 2022: 1 January to 30 April).

    Raises ValueError where the string is not EDTF.
    """
    points = _read(edtf)
    if points is None:
        raise ValueError(f"not an EDTF date: {edtf!r}")
    first = _date(points[0].first) if points[0] else None
    last = _date(points[-1].last) if points[-1] else None
    if mod is None or first is None or last is None:
        return Bounds(first, last)
    return _narrow(first, last, mod)


def _narrow(first: date, last: date, mod: Mod) -> Bounds:
    one = timedelta(days=1)
    if mod == "BEFORE":
        return Bounds(None, first - one if first > date.min else None)
    if mod == "AFTER":
        return Bounds(last + one if last < date.max else None, None)
    if mod == "ON_OR_BEFORE":
        return Bounds(None, last)
    if mod == "ON_OR_AFTER":
        return Bounds(first, None)
    if mod in ("START", "MID", "END") and last > first:
        return _third(first, last, ("START", "MID", "END").index(mod))
    return Bounds(first, last)


def _third(first: date, last: date, part: int) -> Bounds:
    """The first, middle or last third: by whole months for a year, by tens of days for a month."""
    days = (last - first).days + 1
    if first.day == 1 and first.month == 1 and 365 <= days <= 366:
        return Bounds(
            date(first.year, 4 * part + 1, 1), date(first.year, 4 * part + 4, monthrange(first.year, 4 * part + 4)[1])
        )
    if days > 366 and first.month == first.day == 1 and last.month == 12 and last.day == 31:
        years = last.year - first.year + 1
        low, high = round(years * part / 3), round(years * (part + 1) / 3) - 1
        return Bounds(date(first.year + low, 1, 1), date(first.year + high, 12, 31))
    if first.day == 1 and 28 <= days <= 31 and last.month == first.month:
        return Bounds(first + timedelta(days=10 * part), last if part == 2 else first + timedelta(days=10 * part + 9))
    low, high = days * part // 3, days * (part + 1) // 3 - 1
    return Bounds(first + timedelta(days=low), last if part == 2 else first + timedelta(days=max(low, high)))


def _read(edtf: str) -> tuple[_Point | None, ...] | None:
    """The points of a date, an interval or a set, None for an open or unknown end; None where it is not EDTF."""
    if not edtf or len(edtf) > 200:
        return None
    if edtf[0] in "[{" and edtf[-1] == {"[": "]", "{": "}"}[edtf[0]]:
        return _read_set(edtf[1:-1])
    if "/" not in edtf:
        point = _point(edtf)
        return None if point is None else (point, point)
    ends = edtf.split("/")
    if len(ends) != 2 or all(end in ("", "..") for end in ends):
        return None
    points = tuple(None if end in ("", "..") else _point(end) for end in ends)
    if any(point is None and end not in ("", "..") for point, end in zip(points, ends, strict=True)):
        return None
    if points[0] and points[1] and points[0].first > points[1].last:
        return None
    return points


def _read_set(inside: str) -> tuple[_Point | None, ...] | None:
    points: list[_Point] = []
    for item in inside.split(","):
        low, dots, high = item.strip().partition("..")
        for end in (low, high) if dots else (low,):
            if not end:
                continue
            point = _point(end)
            if point is None:
                return None
            points.append(point)
    if not points:
        return None
    opens, closes = inside.strip().startswith(".."), inside.strip().endswith("..")
    points.sort()
    return (None if opens else points[0], None if closes else max(points, key=lambda p: p.last))


def _point(text: str) -> _Point | None:
    match = _PART.fullmatch(text)
    if not match:
        return None
    low, high, precise = _years(match["year"])
    month, day = match["month"], match["day"]
    if month is None:
        return _Point((low, 1, 1), (high, 12, 31), precise)
    if month.isdigit() and int(month) > 12:
        return _subyear(low, high, int(month), day)
    return _months(low, high, month, day)


def _years(text: str) -> tuple[int, int, Precision]:
    if text[0] == "Y":
        return int(text[1:]), int(text[1:]), "year"
    unknown = text.count("X")
    digits = text.replace("X", "")
    if not digits or digits == "-":
        return 0, 9999, "century"
    if text[0] == "-":
        return int(text.replace("X", "9")), int(text.replace("X", "0")), _PRECISIONS[unknown]
    return int(text.replace("X", "0")), int(text.replace("X", "9")), _PRECISIONS[unknown]


_PRECISIONS: tuple[Precision, ...] = ("year", "decade", "century", "century", "century")


def _subyear(low: int, high: int, code: int, day: str | None) -> _Point | None:
    if code not in _SUBYEAR or day is not None or low != high:
        return None
    first, last = _SUBYEAR[code]
    year, month = high + (last - 1) // 12, (last - 1) % 12 + 1
    return _Point((low, first, 1), (year, month, _length(year, month)), "season")


def _months(low: int, high: int, month: str, day: str | None) -> _Point | None:
    months = [m for m in range(1, 13) if _fits(month, m)]
    if not months:
        return None
    if day is None:
        precise: Precision = "month" if low == high and month.isdigit() else "year"
        return _Point((low, months[0], 1), (high, months[-1], _length(high, months[-1])), precise)
    days = [d for d in range(1, max(_length(high, m) for m in months) + 1) if _fits(day, d)]
    if not days:
        return None
    last = min(days[-1], _length(high, months[-1]))
    precise = "day" if day.isdigit() and month.isdigit() else "month"
    return _Point((low, months[0], days[0]), (high, months[-1], last), precise)


def _fits(mask: str, number: int) -> bool:
    return all(want in ("X", got) for want, got in zip(mask, f"{number:02d}", strict=True))


def _length(year: int, month: int) -> int:
    return monthrange(year if 1 <= year <= 9999 else 2000 + year % 400, month)[1]


def _date(ymd: tuple[int, int, int]) -> date | None:
    return date(*ymd) if 1 <= ymd[0] <= 9999 else None
