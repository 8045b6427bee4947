"""EDTF in the reader's words: "29 June 2019", "about January 2022", "early 2024", "since 13 July 2019".

The words never say more than the date does, and every function here is total: what is not EDTF comes back as it
was given. British order and spelling. The gaps between dates (`gap_words`) have a module of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from timelines.gaps import Dated, gap_words, is_about

__all__ = [
    "MONTHS",
    "Dated",
    "covers_words",
    "date_words",
    "dated_words",
    "gap_words",
    "is_about",
    "machine_date",
    "month_note",
    "year_heading",
]

# fmt: off
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)
# fmt: on
_SEASONS = ("spring", "summer", "autumn", "winter")
SUBYEARS = {
    **{code: _SEASONS[(code - 21) % 4] for code in range(21, 33)},
    33: "first quarter of",
    34: "second quarter of",
    35: "third quarter of",
    36: "fourth quarter of",
    37: "first four months of",
    38: "middle four months of",
    39: "last four months of",
    40: "first half of",
    41: "second half of",
}
_POINT = re.compile(
    r"(?P<year>Y?-?[\dX]{4,9})[?~%]?(?:-[?~%]?(?P<month>[\dX]{2})[?~%]?(?:-[?~%]?(?P<day>[\dX]{2})[?~%]?)?)?"
    r"(?:T(?P<time>\d\d(?::\d\d)?)(?::\d\d)?(?P<zone>Z|[+-]\d\d(?::?\d\d)?)?)?"
)
_PREPOSITIONS = ("since ", "from ", "until ", "before ", "after ", "by ")
_NEEDS_THE = re.compile(r"(first|second|third|fourth|middle|last) |(early |mid-|late )?\d+(st|nd|rd|th) ")
_EARLY = {"START": "early", "MID": "mid", "END": "late"}
_SIDES = {"BEFORE": "before {}", "AFTER": "after {}", "ON_OR_BEFORE": "by {}", "ON_OR_AFTER": "from {} on"}


class _Point(NamedTuple):
    """One date of an EDTF string; `sub` is a code of 21 to 41, `marks` are the qualifiers "?~%" found in it."""

    year: str
    month: int | None = None
    day: int | None = None
    sub: int | None = None
    time: str = ""
    marks: str = ""

    @property
    def plain(self) -> bool:
        """A year of four digits from 1000 on, with nothing unknown, doubted or finer than a day."""
        return self.year.isdigit() and self.year >= "1000" and not (self.sub or self.time or self.marks)


@lru_cache(maxsize=8192)
def date_words(edtf: str, mod: str | None = None, *, status: str = "past") -> str:
    """The date for readers. For what lies ahead ("planned") an open end reads "from 2027", not "since 2027".

    Callers that need "planned for 2 August 2019" use `dated_words`.
    """
    text = edtf.strip()
    if text[:1] in ("[", "{") and text[-1:] in ("]", "}"):
        words_of_set = _set_words(text, edtf)
        return words_of_set if words_of_set == edtf else _with_mod(words_of_set, mod, None)
    if "/" in text:
        words = _interval_words(text, status)
        return edtf if words is None else _with_mod(words, mod, None)
    point = _point(text)
    return edtf if point is None else _with_mod(_words(point), mod, point)


def dated_words(edtf: str, mod: str | None = None, *, status: str = "past") -> str:
    """As `date_words`, with what a plan adds: "planned for 2 August 2019", "planned before 2030"."""
    words = date_words(edtf, mod, status=status)
    if status != "planned":
        return words
    if words.startswith(_PREPOSITIONS):
        return f"planned {words}"
    return f"planned for the {words}" if _NEEDS_THE.match(words) else f"planned for {words}"


def machine_date(edtf: str, mod: str | None = None) -> str | None:
    """What `<time datetime>` may hold: a year, month, day or time exactly as precise as the date.

    None where HTML has no form for it: about, perhaps, before, ranges, decades, seasons, years before 1 or after 9999.
    A `mod` of START, MID or END keeps the year or month it is part of.
    """
    point = _point(edtf.strip())
    if point is None or point.marks or point.sub or not point.year.isdigit() or point.year == "0000":
        return None
    if len(point.year) != 4 or (mod or "START") not in _EARLY:
        return None
    parts = [point.year] + [f"{number:02d}" for number in (point.month, point.day) if number]
    if point.time:
        clock = re.search(r"T(.*)", edtf)
        return "-".join(parts) + f"T{clock[1]}" if clock and ":" in clock[1] else "-".join(parts)
    return "-".join(parts)


def covers_words(items: Iterable[Dated], *, to: str = "month") -> str:
    """From when to when a timeline goes: "about 2002 to April 2022", or with `to="year"` "about 2002 to 2022".

    Empty where there is nothing dated.
    """
    dated = [item for item in items if item.earliest or item.latest]
    if not dated:
        return ""
    first = min(dated, key=lambda item: item.earliest or item.latest or date.max)
    last = max(dated, key=lambda item: item.latest or item.earliest or date.min)
    start, end = _cover(first, 0, to), _cover(last, -1, to)
    if start == end:
        return start
    a, b = _point(_end(first, 0)), _point(_end(last, -1))
    if to == "month" and a and b and a.plain and b.plain and a.year == b.year and a.month and b.month:
        return f"{start.removesuffix(' ' + a.year)} to {end}"
    return f"{start} to {end}"


def year_heading(item: Dated) -> str:
    """What an entry stands under: "2019", "1990s", "19th century", "up to 2019", "44 BC"."""
    if item.earliest is None and item.latest is not None:
        return f"up to {item.latest.year}"
    point = _point(_end(item, 0))
    if point is not None and item.mod != "AFTER":
        return _year(point.year).removeprefix("the ")
    return str(item.earliest.year) if item.earliest else "Undated"


def month_note(item: Dated) -> str:
    """What to say beside the year: "June", "summer", or "month not given"."""
    point = _point(_end(item, 0))
    if point is None or (point.month is None and point.sub is None):
        return "month not given"
    return MONTHS[point.month - 1] if point.month else SUBYEARS[point.sub or 21].removesuffix(" of")


@lru_cache(maxsize=8192)
def _point(text: str) -> _Point | None:
    match = _POINT.fullmatch(text)
    if match is None:
        return None
    marks = "".join(sorted(set(text) & set("?~%")))
    month, day = (int(part) if part and part.isdigit() else None for part in (match["month"], match["day"]))
    if month is not None and month > 12:
        return _Point(match["year"], sub=month, marks=marks) if month in SUBYEARS and match["day"] is None else None
    if month == 0 or day == 0 or (day or 0) > 31:
        return None
    time = _clock(match["time"], match["zone"]) if day else ""
    return _Point(match["year"], month, day if month else None, time=time, marks=marks)


def _clock(time: str | None, zone: str | None) -> str:
    if not time:
        return ""
    hours = time if ":" in time else f"{time}:00"
    if not zone:
        return hours
    return f"{hours} UTC" if zone == "Z" else f"{hours} (UTC{zone.replace('-', '−')})"


def _words(point: _Point) -> str:
    year = _year(point.year)
    if point.sub:
        words = _subyear_words(point.sub, point.year, year)
    elif point.month:
        day = f"{point.day} " if point.day else ""
        words = f"{day}{MONTHS[point.month - 1]}{_of_year(point.year, year)}"
    else:
        words = year
    if point.time:
        words = f"{words}, {point.time}"
    if set(point.marks) & set("~%"):
        words = f"about {words}"
    return f"perhaps {words}" if set(point.marks) & set("?%") else words


def _of_year(digits: str, year: str) -> str:
    if "X" in digits:
        return ", year not known" if not any(c.isdigit() for c in digits) else f" in {_with_the(year)}"
    return f" of the {year}" if year.startswith("year ") else f" {year}"


def _with_the(words: str) -> str:
    return f"the {words}" if words[:1].isdigit() else words


def _subyear_words(sub: int, digits: str, year: str) -> str:
    name = SUBYEARS[sub]
    if sub in (24, 28, 30) and digits.isdigit() and "1000" <= digits < "9999":
        following = str(int(digits) + 1)
        return f"{name} {digits}–{following if digits.endswith('99') else following[2:]}"
    return f"{name} {year}" if not year.startswith("year ") else f"{name} the {year}"


def _year(digits: str) -> str:
    unknown, number = digits.count("X"), digits.lstrip("Y")
    if not any(c.isdigit() for c in number):
        return "an unknown year"
    if number.startswith("-"):
        low, high = (1 - int(number.replace("X", digit)) for digit in "90")
        return f"{low} BC" if low == high else f"{low} to {high} BC"
    if unknown == 0:
        return _plain_year(int(number))
    first = int(number.replace("X", "0"))
    if unknown == 1:
        return f"the {first}s" if first >= 100 else f"years {max(first, 1)} to {first + 9}"
    size, name = (100, "century") if unknown == 2 else (10**unknown, "millennium")
    return f"{_ordinal(first // size + 1)} {name}"


def _plain_year(value: int) -> str:
    if value == 0:
        return "1 BC"
    return str(value) if 1000 <= value <= 9999 else f"year {value:,}"


def _ordinal(number: int) -> str:
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _with_mod(words: str, mod: str | None, point: _Point | None) -> str:
    if mod == "APPROX":
        return words if "about " in words else f"about {words}"
    if mod in _SIDES:
        return words if words.startswith(_PREPOSITIONS) else _SIDES[mod].format(words)
    if mod not in _EARLY:
        return words
    part, whole = _EARLY[mod], words.removeprefix("the ")
    simple = point is not None and not (point.day or point.marks or (point.sub or 0) > 32 or whole.startswith("year"))
    if simple:
        return words[: len(words) - len(whole)] + (f"mid-{whole}" if part == "mid" else f"{part} {whole}")
    if point is not None and point.day:
        return f"the middle of {words}" if part == "mid" else f"{part} on {words}"
    whole = f"the {words}" if point is not None and not point.marks else words
    return f"the middle of {whole}" if part == "mid" else f"{part} in {whole}"


def _interval_words(text: str, status: str) -> str | None:
    left, _, right = text.partition("/")
    a, b = _point(left), _point(right)
    since = "from" if status == "planned" else "since"
    if a and b:
        return _range_words(a, b)
    if a and right == "..":
        return f"{since} {_words(a)}"
    if b and left == "..":
        return f"until {_words(b)}"
    if a and not right:
        return f"from {_words(a)}, end not known"
    return f"until {_words(b)}, start not known" if b and not left else None


def _range_words(a: _Point, b: _Point) -> str:
    first, last = _words(a), _words(b)
    if first == last:
        return first
    if a.plain and b.plain and bool(a.day) == bool(b.day) and bool(a.month) == bool(b.month):
        if not a.month:
            return f"{first}–{last}"
        if a.day and (a.year, a.month) == (b.year, b.month):
            return f"{a.day}–{last}"
        if a.year == b.year:
            return f"{first.removesuffix(' ' + a.year)} to {last}"
    return f"{first} to {last}"


def _set_words(text: str, edtf: str) -> str:
    words = []
    for item in text[1:-1].split(","):
        low, dots, high = item.strip().partition("..")
        a, b = _point(low), _point(high)
        if (low and not a) or (high and not b) or not (a or b):
            return edtf
        if a and b:
            words.append(_range_words(a, b))
        elif point := a or b:
            words.append(_words(point) + (f" or {'later' if a else 'earlier'}" if dots else ""))
    link = " or " if text[0] == "[" else " and "
    return link.join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else words[0]


def _end(item: Dated, side: int) -> str:
    """The left (0) or right (-1) date of an interval or set, the other where that one is open; a plain date itself."""
    ends = [end for end in re.split(r"/|\.\.|,", item.edtf.strip(" []{}")) if end.strip()]
    return ends[side].strip() if ends else ""


def _cover(item: Dated, side: int, to: str) -> str:
    point = _point(_end(item, side))
    if point is None or item.mod in _SIDES:
        return date_words(item.edtf, item.mod)
    cut = point._replace(month=None, sub=None, day=None, time="") if to == "year" else point._replace(day=None, time="")
    return _with_mod(_words(cut), "APPROX" if item.mod == "APPROX" else None, cut)
