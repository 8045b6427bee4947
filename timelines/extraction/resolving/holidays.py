"""The day of a named day in a year: fixed days, "fourth Thursday of November", Easter by the Gregorian computus."""

from __future__ import annotations

from datetime import date, timedelta

_NTH = {
    "thanksgiving": (11, 3, 4),
    "labor": (9, 0, 1),
    "mlk": (1, 0, 3),
    "presidents": (2, 0, 3),
    "columbus": (10, 0, 2),
    "mothers": (5, 6, 2),
    "fathers": (6, 6, 3),
    "remembrance": (11, 6, 2),
}
"""Month, weekday, and which of them."""


def holiday(rule: str, year: int) -> date | None:
    """The day in that year; None for a rule that is not known or a year out of range."""
    if not 1 <= year <= 9998:
        return None
    if rule[0].isdigit():
        return date(year, int(rule[:2]), int(rule[3:]))
    if rule.startswith("easter"):
        return easter(year) + timedelta(days=int(rule[6:])) if year >= 1583 else None
    if rule == "memorial":
        return _last(year, 5, 0)
    if rule == "election":
        return _nth(year, 11, 0, 1) + timedelta(days=1)
    if rule in ("blackfriday", "cybermonday"):
        return _nth(year, 11, 3, 4) + timedelta(days=1 if rule == "blackfriday" else 4)
    return _nth(year, *_NTH[rule]) if rule in _NTH else None


def _nth(year: int, month: int, weekday: int, which: int) -> date:
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (which - 1))


def _last(year: int, month: int, weekday: int) -> date:
    day = date(year, month, 31)
    return day - timedelta(days=(day.weekday() - weekday) % 7)


def easter(year: int) -> date:
    """Western Easter Sunday (Meeus, Jones and Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e, f = b // 4, b % 4, (b + 8) // 25
    g = (b - f + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    el = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * el) // 451
    month, day = divmod(h + el - 7 * m + 114, 31)
    return date(year, month, day + 1)
