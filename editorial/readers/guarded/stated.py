"""Reads a date somebody stated as the date of publication. Never guesses, and knows no clock."""

from __future__ import annotations

import re
from datetime import date

_ISO = re.compile(r"\s*(\d{4})-(\d{2})-(\d{2})(?!\d)")
_COMPACT = re.compile(r"\s*(\d{4})(\d{2})(\d{2})(?:T|\s*$)")
_DAY_FIRST = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)?\s+([A-Za-z]{3,9})\.?,?\s+(\d{4})\b")
_MONTH_FIRST = re.compile(r"\b([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b")
_NUMBERS = re.compile(r"\b(\d{1,2})([/.-])(\d{1,2})\2(\d{4})\b")
_MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july", "aug august",
         "sep sept september", "oct october", "nov november", "dec december"),
        start=1,
    )
    for name in names.split()
}  # fmt: skip


def day(words: str) -> date | None:
    """The one day `words` name: ISO 8601, English months, or numbers that can be read in one order only.

    Takes the first 100 characters. The time of day is left out: the day is the one on the publisher's own calendar.
    """
    words = words[:100]
    for pattern in (_ISO, _COMPACT):
        if found := pattern.match(words):
            return _day(*(int(part) for part in found.groups()))
    if found := _DAY_FIRST.search(words):
        return _named(found[3], found[2], found[1])
    if found := _MONTH_FIRST.search(words):
        return _named(found[3], found[1], found[2])
    return _numbers(words)


def settled(words: str) -> bool:
    """Whether `words` are of a form only `day` may judge: 2021-02-30 names no day, 05/06/2021 names two."""
    words = words[:100]
    return bool(_ISO.match(words) or _COMPACT.match(words) or _NUMBERS.search(words))


def _numbers(words: str) -> date | None:
    found = _NUMBERS.search(words)
    if not found:
        return None
    first, second, year = int(found[1]), int(found[3]), int(found[4])
    if found[2] == ".":  # dots are written day first only
        return _day(year, second, first)
    readings = {_day(year, second, first), _day(year, first, second)} - {None}
    return readings.pop() if len(readings) == 1 else None


def _named(year: str, month: str, day_of_month: str) -> date | None:
    number = _MONTHS.get(month.lower())
    return _day(int(year), number, int(day_of_month)) if number else None


def _day(year: int, month: int, day_of_month: int) -> date | None:
    try:
        return date(year, month, day_of_month)
    except ValueError:
        return None
