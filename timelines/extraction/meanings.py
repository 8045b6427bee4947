"""What a matcher understood of a span, before anything is counted from a date.

A matcher answers with one `Meaning`; `resolving` turns it into days with the publication date and the text around.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from re import Match
from typing import Literal, NamedTuple

from timelines.extraction.types import DateWarning, Mod

Unit = Literal[
    "second",
    "minute",
    "hour",
    "day",
    "night",
    "week",
    "fortnight",
    "weekend",
    "month",
    "quarter",
    "half",
    "year",
    "decade",
    "century",
    "millennium",
]
Base = Literal["now", "text", "either", "report"]
"""What is counted from: the publication, the last date told, or the quarter reported on, else the last year written
("either") or the publication ("report")."""


class Clock(NamedTuple):
    """A time of day: ``value`` as TIMEX3 writes it ("T22:00"), ``zone`` in hours from UTC, or None where unsaid."""

    value: str
    zone: float | None = None


@dataclass(frozen=True, slots=True)
class Calendar:
    """A place in the calendar; what is None was not said. ``year`` below 1 counts back from 1 BC as 0.

    ``sub`` is a TIMEX3 part of a year (Q3, H1, SU); ``lean`` says which year or month was meant ("last May": -1).
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    sub: str | None = None
    weekday: int | None = None
    lean: int | None = None
    year_lean: int | None = None
    odd_year: str = ""
    fiscal: bool = False
    """A financial year or a part of one, whose months are not known."""
    nth: int | None = None
    """Which of the month's ``weekday`` ("the second Tuesday of June": 2), -1 for the last."""
    other_order: bool = False
    month_first: bool | None = None
    """Of a date in figures whose order only one reading allows: whether the month stands first."""


@dataclass(frozen=True, slots=True)
class Span:
    """A decade ("197") or a century ("19"): the digits that all its years begin with."""

    prefix: str
    before_christ: bool = False


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week (Monday is 0), which way it leans, and weeks to add ("Tuesday last week": -1).

    ``from_text`` counts the lean from the last day told ("the previous Friday").
    """

    weekday: int
    lean: int | None = None
    weeks: int = 0
    of_week: int | None = None
    from_text: bool = False


@dataclass(frozen=True, slots=True)
class Shift:
    """So many units away: from the publication ("now"), from the last date told ("text"), or from what fits.

    ``grain`` is the precision of the answer; None means what news means by it: days for weeks, months for months.
    """

    unit: Unit
    amount: float
    base: Base
    grain: Unit | None = None


@dataclass(frozen=True, slots=True)
class Same:
    """The unit around the last date told: "that year", "the same day".

    In news "the year" is rather a length; ``in_news`` then holds its TIMEX3 value.
    """

    unit: Unit
    in_news: str = ""


@dataclass(frozen=True, slots=True)
class Holiday:
    """A named day: "12-25", or the name of a rule ("thanksgiving", "easter+1")."""

    rule: str
    year: int | None = None
    lean: int | None = None
    span: str = ""


@dataclass(frozen=True, slots=True)
class TimeOfDay:
    """A time or part of a day, whose day must be found in the text."""

    lean: int | None = None


@dataclass(frozen=True, slots=True)
class Text:
    """A value that needs no date: durations (P3M), sets (P1D), PRESENT_REF, PAST_REF, FUTURE_REF."""

    type: Literal["DATE", "DURATION", "SET"]
    value: str


Meaning = Calendar | Span | Weekday | Shift | Same | Holiday | TimeOfDay | Text | None


@dataclass(slots=True)
class Candidate:
    """A span that one rule takes for a time. ``meaning`` None is a span that looks like a date and is not."""

    start: int
    end: int
    rule: str
    meaning: Meaning
    part: str | None = None
    clock: Clock | None = None
    mod: Mod | None = None
    steps: tuple[int, Unit, Unit] | None = None
    """So many units from the day that is named ("two weeks after 3 May"), and the precision of what is meant."""
    week: Literal["", "around", "from", "to", "weekend"] = ""
    """The day stands for its week ("the week of 6 March", "the week beginning 6 March") or its weekend."""
    ended: tuple[Unit, int] | None = None
    """The day or month closes a period of so many units ("the three months ended 30 June"): ("month", 3)."""
    range_end: bool = False
    """The second half of a range, whose first half carries the whole."""
    range_start: bool = False
    said_again: bool = False
    """The same time is told beside it, in another zone or by its last day: it has a value and gives no day."""
    warnings: list[DateWarning] = field(default_factory=list)


class Found(NamedTuple):
    """What a rule's reader gets: the regex match, whose groups it reads, and the text around."""

    match: Match[str]
    text: str

    def get(self, name: str) -> str:
        """The group in lower case with single spaces; "" where it took no part or the pattern has none of that name."""
        if name not in self.match.re.groupindex:
            return ""
        value = self.match.group(name)
        if not value or value.isalnum():
            return value.lower() if value else ""
        return " ".join(value.lower().replace("’", "'").split())
