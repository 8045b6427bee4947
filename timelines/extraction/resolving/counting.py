"""Counting from a date: so many days, weeks, months, years on, at the precision that the words have."""

from __future__ import annotations

from datetime import timedelta

from timelines.extraction.lengths import length
from timelines.extraction.meanings import Shift, Unit
from timelines.extraction.resolving.context import Resolved
from timelines.extraction.slots import Slot, add_months, around, day_slot, shift_years, widen

_DAYS = {"day": 1, "night": 1, "week": 7, "fortnight": 14, "weekend": 7}
_MONTHS = {"month": 1, "quarter": 3, "half": 6}
_YEARS = {"year": 1, "decade": 10, "century": 100, "millennium": 1000}
_WEEKS = 21
"""From here on weeks are counted by the week: "six weeks ago" is no day."""
_LAST_YEAR = 9900
_FAR_YEARS = 9999
"""EDTF and TIMEX3 write a year with four digits."""
HOURS = {"second": 1 / 3600, "minute": 1 / 60, "hour": 1.0}


def vague(meaning: Shift) -> str:
    """PAST_REF, PRESENT_REF or FUTURE_REF, by which way it counts."""
    return "PAST_REF" if meaning.amount < 0 else "FUTURE_REF" if meaning.amount > 0 else "PRESENT_REF"


def shifted(meaning: Shift, anchor: Slot) -> Resolved:
    """So many units from `anchor`; a word of TIMEX3 alone where it cannot be counted or leaves the calendar."""
    try:
        return _counted(meaning, anchor)
    except (OverflowError, ValueError):
        return Resolved(None, "PAST_REF" if meaning.amount < 0 else "FUTURE_REF")


def _counted(meaning: Shift, anchor: Slot) -> Resolved:
    unit, amount = meaning.unit, meaning.amount
    if unit in _YEARS:
        return _by_years(meaning, anchor, amount * _YEARS[unit])
    if anchor.year < 1:
        return Resolved(anchor if amount == 0 else None, vague(meaning))
    if unit in _MONTHS:
        months = amount * _MONTHS[unit]
        day = add_months(anchor.first, int(months // 1))
        if meaning.grain == "day":
            return Resolved(day_slot(day))
        return Resolved(
            around(day, "quarter" if unit == "quarter" else "month"),
            fuzzy=meaning.grain is None and amount != int(amount),
        )
    if unit in HOURS:
        hours = amount * HOURS[unit]
        if anchor.grain != "day":
            return Resolved(None, length(abs(amount), unit))
        days = int(hours / 24) if abs(hours) >= 24 else 0
        return Resolved(day_slot(anchor.first + timedelta(days=days)))
    return _by_days(meaning, anchor, amount * _DAYS[unit])


def _by_days(meaning: Shift, anchor: Slot, days: float) -> Resolved:
    if anchor.grain not in ("day", "week", "weekend"):
        if (
            abs(days) < 28
            and anchor.grain in ("year", "month", "season", "quarter", "half", "decade", "century")
            and days
        ):
            return Resolved(None, "FUTURE_REF" if days > 0 else "PAST_REF")
        return some_day(anchor)
    day = anchor.first + timedelta(days=days)
    if meaning.grain:
        return Resolved(around(day, meaning.grain))
    coarse = meaning.unit in ("week", "fortnight")
    if coarse and anchor.grain == "day" and abs(days) >= _WEEKS:
        return Resolved(around(day, "week"))
    return Resolved(day_slot(day) if anchor.grain == "day" else around(day, anchor.grain), fuzzy=coarse)


def _by_years(meaning: Shift, anchor: Slot, years: float) -> Resolved:
    moved = shift_years(anchor, int(years // 1) if years >= 0 else -int(-years // 1))
    if not -_FAR_YEARS <= moved.year <= _FAR_YEARS:
        return Resolved(None, vague(meaning))
    if meaning.base == "either" and anchor.grain in ("quarter", "half", "month"):
        return Resolved(moved)
    grain = meaning.grain or ("year" if meaning.unit == "year" or abs(meaning.amount) > 1 else meaning.unit)
    if meaning.unit in ("decade", "century") and meaning.grain is None:
        grain = "year"
    return Resolved(widen(moved, grain), fuzzy=meaning.grain is None and abs(years) >= 10 and years % 10 == 0)


def stepped(steps: tuple[int, Unit, Unit], found: Resolved) -> Resolved:
    """ "The day before Thanksgiving", "two weeks after 3 May": counted from the day that was found."""
    amount, unit, grain = steps
    slot = found.slot
    if slot is None or slot.grain != "day" or not 1 <= slot.year <= _LAST_YEAR:
        return found
    days = timedelta(days=amount * int(_DAYS.get(unit, 0)))
    try:
        day = add_months(slot.first, amount) if unit == "month" else slot.first + days
    except OverflowError:
        return found
    return Resolved(around(day, grain), "", found.warnings, fuzzy=grain == "day" and unit == "month")


def some_day(slot: Slot) -> Resolved:
    """A day of a month or year that is not told: 1998-10-XX."""
    unknown = {"month": "-XX", "year": "-XX-XX"}.get(slot.grain)
    return Resolved(slot, slot.timex() + unknown if unknown else "")
