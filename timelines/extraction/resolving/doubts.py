"""Warnings: why an editor should look at a date, in a sentence, with the ways to read it."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

from timelines.extraction.edtf import bounds, is_valid
from timelines.extraction.slots import Slot, valid_day, year_text
from timelines.extraction.types import DateWarning, Reading

_FAR, _FEW = 200, 2
"""A year is far from the story where it is so many years from each of at least two others."""
_NEAR = 60
"""How far from the article's other years a mended year may lie."""


def reading(edtf: str, note: str = "") -> Reading:
    """A reading with its days."""
    days = bounds(edtf) if is_valid(edtf) else (None, None)
    return Reading(edtf, days[0], days[1], None, note)


def no_reference() -> DateWarning:
    """A relative date in an article whose publication date is not known."""
    return DateWarning(
        "no-reference-date", "The publication date is not known, so this date cannot be counted from it."
    )


@lru_cache(maxsize=1024)
def assumed_year(year: int, ways: tuple[Slot, ...]) -> DateWarning:
    """The year is not written, and neither tense nor the text settles it. ``ways`` are the date in both years."""
    notes = ("the nearest that fits", "the other year")
    readings = tuple(reading(way.edtf(), note) for way, note in zip(ways, notes, strict=False))
    return DateWarning("assumed-year", f"The year is not written here. {year} is the nearest that fits.", readings)


def assumed_month(day: date, other: date) -> DateWarning:
    """The day's month is not written, and neither tense nor the text settles it."""
    readings = (reading(day.isoformat(), "the nearest"), reading(other.isoformat(), "the other month"))
    message = f"The month and the year are not written here. {day:%-d %B %Y} is the nearest that fits."
    return DateWarning("assumed-year", message, readings)


def far_from_story(year: int, others: tuple[int, ...]) -> DateWarning:
    """A written year centuries from all the others: perhaps history, perhaps a slip of the pen."""
    return DateWarning(
        "far-from-story", f"{year} is far from the other dates in this article: {_listed(list(others))}."
    )


@lru_cache(maxsize=4096)
def far(year: int, years: tuple[int, ...], reference: date | None) -> tuple[int, ...]:
    """The article's other years, where there are some and all are centuries from this one; else nothing."""
    others = sorted({*(y for y in years if y != year), *([reference.year] if reference else [])})
    if len(others) < _FEW or any(abs(other - year) < _FAR for other in others):
        return ()
    return tuple(others)


def weekday_mismatch(slot: Slot, written: str, weekday: int) -> DateWarning:
    """The weekday and the date do not belong together."""
    day = slot.first
    readings = [reading(slot.edtf(), "the date is right, the weekday is not")]
    year = next(
        (
            y
            for step in range(1, 8)
            for y in (day.year + step, day.year - step)
            if valid_day(y, day.month, day.day) and 0 < y < 9999 and date(y, day.month, day.day).weekday() == weekday
        ),
        None,
    )
    near = day + min((timedelta(days=n) for n in range(-3, 4)), key=lambda d: ((day + d).weekday() != weekday, abs(d)))
    readings.append(reading(near.isoformat(), "the weekday is right, the day is not"))
    if year is not None:
        readings.append(reading(date(year, day.month, day.day).isoformat(), "the year is not right"))
    return DateWarning(
        "weekday-mismatch", f"“{written}” does not fit: {day:%-d %B %Y} was a {day:%A}.", tuple(readings)
    )


def impossible(year: int, month: int, day: int, written: str) -> DateWarning:
    """A day that its month does not have."""
    last = next(d for d in range(31, 27, -1) if valid_day(year, month, d))
    next_month = (year, month + 1, 1) if month < 12 else (year + 1, 1, 1)
    readings = (
        reading(f"{year_text(year)}-{month:02d}-{last:02d}", "the last day of that month"),
        reading(f"{year_text(next_month[0])}-{next_month[1]:02d}-01", "the day after it"),
    )
    return DateWarning("impossible-date", f"“{written}”: that month has no day {day}.", readings)


def ambiguous(first: str, second: str, written: str) -> DateWarning:
    """A date in figures that is a different day in British and in American order."""
    return DateWarning(
        "ambiguous-order",
        f"“{written}” is a different day with the day first or the month first.",
        (reading(first, "as this article is read"), reading(second, "with day and month exchanged")),
    )


def mended_year(digits: str, years: tuple[int, ...], reference: date | None) -> int | None:
    """The year that the digits are a slip for, the nearest to the article's other years; None where none is near."""
    others = list(years) + ([reference.year] if reference else [])
    if not others:
        return None
    newest = max(others)
    ways = sorted(_slips(digits), key=lambda year: (abs(year - newest), year))
    return ways[0] if ways and abs(ways[0] - newest) <= _NEAR else None


def _slips(digits: str) -> set[int]:
    """Four-digit years one slip away: a digit missing, one too many, or two exchanged."""
    ways: set[str] = set()
    if len(digits) == 3:
        ways = {digits[:i] + d + digits[i:] for i in range(4) for d in "0123456789"}
    elif len(digits) == 5:
        ways = {digits[:i] + digits[i + 1 :] for i in range(5)}
    elif len(digits) == 4:
        ways = {digits[:i] + digits[i + 1] + digits[i] + digits[i + 2 :] for i in range(3)}
    return {int(way) for way in ways if 1500 <= int(way) <= 2100}


def year_typo(slot: Slot, digits: str, years: tuple[int, ...], reference: date | None) -> DateWarning:
    """A year that cannot be one, read as the nearest that can."""
    note = {3: "one digit missing in the year", 5: "one digit too many in the year"}.get(
        len(digits), "two digits exchanged in the year"
    )
    written = f"Y{digits}" if len(digits) > 4 else digits.zfill(4) + slot.edtf()[4:]
    others = sorted(set(years))
    if others:
        reason = f"the other dates in this article are {_listed(others)}"
        if len(others) == 1:
            reason = f"the other date in this article is {others[0]}"
    else:
        reason = f"the article was published in {reference.year}" if reference else "no other year is near"
    message = f"“{digits}” is read as a slip for {slot.year}: {reason}. The source stays as written."
    return DateWarning("year-typo", message, (reading(slot.edtf(), note), reading(written, "as written")))


def _listed(years: list[int]) -> str:
    if len(years) == 1:
        return str(years[0])
    if len(years) > 4:
        return f"from {years[0]} to {years[-1]}"
    return ", ".join(str(year) for year in years[:-1]) + f" and {years[-1]}"
