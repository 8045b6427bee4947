"""A stretch of the calendar at a named precision, and its three spellings: TIMEX3 value, EDTF, days.

Years are astronomical: 1 BC is 0, 490 BC is -489. TIMEX3 writes it BC0490, EDTF -0489. Days before year 1 have no
`datetime.date`, so such a slot has no bounds.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

Grain = Literal["day", "week", "weekend", "month", "season", "quarter", "half", "year", "decade", "century"]

SEASON_EDTF = {"SP": "21", "SU": "22", "FA": "23", "WI": "24"}
QUARTER_EDTF = {
    "Q1": "33",
    "Q2": "34",
    "Q3": "35",
    "Q4": "36",
    "H1": "40",
    "H2": "41",
}
SEASON_MONTHS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 14)}
"""Northern seasons by whole months; winter runs into the next year, as the northern news means it."""
MIN_YEAR, MAX_YEAR = 1, 9999


@dataclass(frozen=True, slots=True)
class Slot:
    """One place in the calendar. ``sub`` is Q1…Q4, H1, H2, SP, SU, FA, WI; a decade's ``year`` is its first.

    A week is named by its Monday, a weekend by its Saturday: then ``month`` and ``day`` are that day's.
    """

    grain: Grain
    year: int
    month: int = 0
    day: int = 0
    sub: str = ""

    def timex(self) -> str:
        """The TIMEX3 value: 1998-02-13, 1998-02, 1998-W07, 1998-Q1, 1998-SU, 199, 19."""
        return _TIMEX[self.grain](self)

    def edtf(self) -> str:
        """The EDTF: weeks and weekends as an interval of days, a decade as 199X, a season as 1998-22."""
        return _EDTF[self.grain](self)

    def bounds(self) -> tuple[date | None, date | None]:
        """First and last day, or (None, None) before year 1 or after 9999."""
        if not MIN_YEAR <= self.year <= MAX_YEAR - 101:
            return None, None
        return _first(self), _last(self)

    @property
    def first(self) -> date:
        """The first day (years outside 1 to 9999 are held to that range)."""
        if self.year < MIN_YEAR:
            return date.min
        return _first(self) if self.year <= MAX_YEAR - 101 else date.max


def year_text(year: int) -> str:
    """An EDTF year: four digits, a sign before year 0."""
    return f"-{-year:04d}" if year < 0 else f"{year:04d}"


def _timex_year(year: int) -> str:
    return f"BC{1 - year:04d}" if year < 1 else f"{year:04d}"


def _month_span(slot: Slot) -> tuple[int, int]:
    if slot.sub in SEASON_MONTHS:
        return SEASON_MONTHS[slot.sub]
    number = int(slot.sub[1])
    return (number * 3 - 2, number * 3) if slot.sub[0] == "Q" else (number * 6 - 5, number * 6)


def _first(slot: Slot) -> date:
    if slot.grain in ("day", "week", "weekend"):
        return date(slot.year, slot.month, slot.day)
    if slot.grain == "month":
        return date(slot.year, slot.month, 1)
    if slot.grain in ("season", "quarter", "half"):
        return date(slot.year, _month_span(slot)[0], 1)
    return date(slot.year, 1, 1)


def _last(slot: Slot) -> date:
    if slot.grain == "day":
        return date(slot.year, slot.month, slot.day)
    if slot.grain in ("week", "weekend"):
        return date(slot.year, slot.month, slot.day) + timedelta(days=6 if slot.grain == "week" else 1)
    if slot.grain in ("season", "quarter", "half"):
        month = _month_span(slot)[1]
        year, month = slot.year + (month - 1) // 12, (month - 1) % 12 + 1
        return date(year, month, monthrange(year, month)[1])
    if slot.grain == "month":
        return date(slot.year, slot.month, monthrange(slot.year, slot.month)[1])
    return date(slot.year + {"year": 0, "decade": 9, "century": 99}[slot.grain], 12, 31)


def _week(slot: Slot) -> str:
    year, week, _ = date(slot.year, slot.month, slot.day).isocalendar()
    return f"{year:04d}-W{week:02d}"


def _days(slot: Slot) -> str:
    return f"{_first(slot).isoformat()}/{_last(slot).isoformat()}"


def _decade(slot: Slot) -> str:
    return f"BC{-slot.year // 10:03d}" if slot.year < 1 else f"{slot.year // 10:03d}"


def _century(slot: Slot) -> str:
    return f"BC{-slot.year // 100:02d}" if slot.year < 1 else f"{slot.year // 100:02d}"


_TIMEX: Mapping[str, Callable[[Slot], str]] = {
    "day": lambda s: f"{_timex_year(s.year)}-{s.month:02d}-{s.day:02d}",
    "week": _week,
    "weekend": lambda s: _week(s) + "-WE",
    "month": lambda s: f"{_timex_year(s.year)}-{s.month:02d}",
    "season": lambda s: f"{_timex_year(s.year)}-{s.sub}",
    "quarter": lambda s: f"{_timex_year(s.year)}-{s.sub}",
    "half": lambda s: f"{_timex_year(s.year)}-{s.sub}",
    "year": lambda s: _timex_year(s.year),
    "decade": _decade,
    "century": _century,
}
_EDTF: Mapping[str, Callable[[Slot], str]] = {
    "day": lambda s: f"{year_text(s.year)}-{s.month:02d}-{s.day:02d}",
    "week": _days,
    "weekend": _days,
    "month": lambda s: f"{year_text(s.year)}-{s.month:02d}",
    "season": lambda s: f"{year_text(s.year)}-{SEASON_EDTF[s.sub]}",
    "quarter": lambda s: f"{year_text(s.year)}-{QUARTER_EDTF[s.sub]}",
    "half": lambda s: f"{year_text(s.year)}-{QUARTER_EDTF[s.sub]}",
    "year": lambda s: year_text(s.year),
    "decade": lambda s: f"{s.year // 10:03d}X" if s.year > 0 else f"-{(-s.year) // 10:03d}X",
    "century": lambda s: f"{s.year // 100:02d}XX" if s.year > 0 else f"-{(-s.year) // 100:02d}XX",
}


def day_slot(day: date) -> Slot:
    """That day."""
    return Slot("day", day.year, day.month, day.day)


def around(day: date, grain: str) -> Slot:
    """The week, weekend, month, quarter, half, season, year, decade or century that holds a day."""
    if grain in ("day", "night"):
        return day_slot(day)
    if grain in ("week", "fortnight", "weekend"):
        start = day - timedelta(days=day.weekday())
        if grain == "weekend":
            start += timedelta(days=5)
        return Slot("weekend" if grain == "weekend" else "week", start.year, start.month, start.day)
    if grain in ("decade", "century", "millennium"):
        size = 10 if grain == "decade" else 100
        return Slot("decade" if size == 10 else "century", day.year // size * size)
    return _part_of_year(day, grain)


def _part_of_year(day: date, grain: str) -> Slot:
    if grain == "month":
        return Slot("month", day.year, day.month)
    if grain == "quarter":
        return Slot("quarter", day.year, sub=f"Q{(day.month + 2) // 3}")
    if grain == "half":
        return Slot("half", day.year, sub="H1" if day.month < 7 else "H2")
    return Slot("year", day.year)


def widen(slot: Slot, grain: str) -> Slot:
    """The slot of a coarser (or the same) precision around `slot`; finer asks give the slot back."""
    if grain == "year" and slot.grain not in ("decade", "century"):
        return Slot("year", slot.year)
    if grain == "month" and slot.month:
        return Slot("month", slot.year, slot.month)
    if grain in ("decade", "century", "millennium"):
        size = 10 if grain == "decade" else 100
        return Slot("decade" if size == 10 else "century", slot.year // size * size)
    if slot.grain == "day" and slot.year >= MIN_YEAR:
        return around(slot.first, grain)
    return slot


def add_months(day: date, months: int) -> date:
    """`day` so many months on, on the last day of the month where it is shorter. Raises OverflowError out of range."""
    total = day.year * 12 + day.month - 1 + months
    year, month = divmod(total, 12)
    if not MIN_YEAR <= year <= MAX_YEAR:
        raise OverflowError(year)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def shift_years(slot: Slot, years: int) -> Slot:
    """The same place in another year; 29 February becomes 28."""
    year = slot.year + years
    day = slot.day
    if slot.month == 2 and day == 29 and slot.grain == "day" and not _is_leap(year):
        day = 28
    return replace(slot, year=year, day=day)


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def valid_day(year: int, month: int, day: int) -> bool:
    """Whether the calendar has that day (proleptic Gregorian, also before year 1)."""
    if not 1 <= month <= 12 or day < 1:
        return False
    longest = (31, 29 if _is_leap(year) else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]
    return day <= longest
