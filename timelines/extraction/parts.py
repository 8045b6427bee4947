"""Words to numbers: the small readings that several matchers share (a month, a year, a number in words, a clock)."""

from __future__ import annotations

import re

from timelines.extraction import normalise
from timelines.extraction.languages import Language
from timelines.extraction.meanings import Calendar, Candidate, Clock, Found, Unit

_DIGITS = re.compile(r"\d+")
_CLOCK = re.compile(r"(\d{1,2})(?:[:.]?(\d\d))?\s?(a|p)?", re.IGNORECASE)
_OFFSET = re.compile(r"([+-])(\d\d):?(\d\d)")
_HALF = re.compile(r"\s+1/2|½|[\s-]+and[\s-]+a[\s-]+half|^half\b")
PIVOT = 30
"""'29 is 2029, '30 is 1930: two-digit years in the news look back."""


def month(words: str, language: Language) -> int | None:
    """1 to 12. dateparser is asked for each spelling once; our table stands where it is silent."""
    name = words.rstrip(".").lower()
    return normalise.month_of(name, language.code) or language.words.months.get(name)


def day(words: str) -> int:
    """The number in "29", "29th"."""
    match = _DIGITS.search(words)
    return int(match.group()) if match else 0


def full_year(words: str) -> int:
    """The year in "2019", "'98", "98"."""
    match = _DIGITS.search(words)
    year = int(match.group()) if match else 0
    if match and len(match.group()) == 2:
        return year + (2000 if year < PIVOT else 1900)
    return year


def number(words: str, language: Language) -> float | None:
    """The number in "two", "twenty-five", "2 1/2", "1,200", "a hundred"; None where there is none."""
    text = " ".join(words.lower().split())
    if text.startswith("a quarter"):
        return 0.25
    half = 0.5 if _HALF.search(text) else 0.0
    text = _HALF.sub("", text).replace(",", "").strip()
    if not text or text in ("a", "an"):
        return half if words.lower().lstrip().startswith("half") else 1 + half
    total, current = 0.0, 0.0
    for word in re.split(r"[-\s]+", text):
        value = _value(word, language)
        if value is None:
            continue
        if value in (100, 1000, 1_000_000, 12) and current:
            current *= value
        else:
            current += value
    total += current
    return total + half if total or half else None


def _value(word: str, language: Language) -> float | None:
    try:
        return float(word)
    except ValueError:
        return language.words.numbers.get(word)


def lean(words: str, language: Language) -> int | None:
    """-1 for last, 0 for this, 1 for next; None where nothing was said."""
    text = " ".join(words.lower().split())
    if not text:
        return None
    for word in (text, text.removeprefix("of ").removeprefix("the ").removeprefix("of the ").split(" year")[0]):
        if word in language.words.leans:
            return language.words.leans[word]
    return None


def clock(words: str, language: Language, zone: str = "") -> Clock | None:
    """The time of day as TIMEX3 has it, "T22:00"; None where the words give no hour."""
    text = words.lower().strip()
    hours = zone_hours(zone or text, language)
    if text.startswith(("noon", "midday")):
        return Clock("T12:00", hours)
    if text.startswith("midnight"):
        return Clock("T24:00", hours)
    match = _CLOCK.match(text)
    if not match:
        return None
    hour, minute = int(match[1]), match[2] or "00"
    if match[3] == "p" and hour < 12:
        hour += 12
    if match[3] == "a" and hour == 12:
        hour = 0
    return Clock(f"T{hour:02d}:{minute}", hours)


def zone_hours(words: str, language: Language) -> float | None:
    """Hours east of UTC of a zone's name or offset ("EST", "+05:30", "Z"); None where it is none we know."""
    text = words.strip()
    if text.upper() == "Z":
        return 0.0
    match = _OFFSET.fullmatch(text)
    if match:
        return (int(match[2]) + int(match[3]) / 60) * (1 if match[1] == "+" else -1)
    for word in text.lower().split():
        if word in language.words.zones:
            return language.words.zones[word]
    return None


def part(words: str, language: Language) -> str | None:
    """MO, AF, EV or NI."""
    return language.words.parts_of_day.get(words.lower())


def exact(found: Found) -> Unit | None:
    """The precision of "ten years ago today" or "this week"; None where the count alone is told."""
    words = found.get("exact")
    if not words:
        return None
    return "day" if words == "today" else "week" if words.endswith("week") else "month"


def with_time(candidate: Candidate, found: Found, language: Language) -> Candidate:
    """`candidate` with the time or part of day that its groups ``clock`` and ``part`` hold."""
    if found.get("clock"):
        candidate.clock = clock(found.get("clock"), language, found.get("zone"))
    if found.get("part"):
        candidate.part = part(found.get("part"), language)
    return candidate


def calendar(found: Found, language: Language, month_number: int | None, day_number: int | None) -> Calendar:
    """A `Calendar` of that month and day with the year that the usual groups hold, if any."""
    year: int | None = None
    if found.get("year"):
        year = full_year(found.get("year"))
    elif found.get("shortyear"):
        year = full_year(found.get("shortyear"))
    elif found.get("bcyear"):
        era_after = "bc" in found.match.group().lower().replace(".", "")
        year = 1 - int(found.get("bcyear")) if era_after else int(found.get("bcyear"))
    elif found.get("wordyear"):
        year = year_in_words(found.get("wordyear"), language)
    weekday = None
    if "weekday" in found.match.groupdict() and found.get("weekday"):
        weekday = language.words.weekdays.get(found.get("weekday").rstrip("."))
    relative = found.get("relyear")
    return Calendar(
        year=year,
        month=month_number,
        day=day_number,
        weekday=weekday,
        year_lean=year_lean(relative, language),
        odd_year=found.get("oddyear"),
    )


def year_in_words(words: str, language: Language) -> int | None:
    """1997 of "nineteen ninety-seven", 2019 of "two thousand and nineteen"."""
    if words.startswith("two thousand"):
        rest = words.removeprefix("two thousand").strip().removeprefix("and ")
        return 2000 + int(number(rest, language) or 0)
    century, _, rest = words.replace("-", " ").partition(" ")
    hundreds = number(century, language)
    years = 0.0 if rest == "hundred" else number(rest.removeprefix("oh "), language)
    return None if hundreds is None or years is None else int(hundreds * 100 + years)


SAME_YEAR = 9
"""A `year_lean` that means "that year": the year of the last date told."""


def year_lean(words: str, language: Language) -> int | None:
    """-1, 0 or 1 for last, this or next year, `SAME_YEAR` for that year, None for nothing."""
    if not words:
        return None
    if "that" in words or "same" in words:
        return SAME_YEAR
    return lean(words, language)
