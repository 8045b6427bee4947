"""Days that are named by their place in a month or a week: "on the 14th", "the first Monday in June", "the week of"."""

from __future__ import annotations

from datetime import date, timedelta

from timelines.extraction.meanings import Calendar, Candidate
from timelines.extraction.resolving import doubts
from timelines.extraction.resolving.context import Resolved, Story
from timelines.extraction.resolving.years import tense_of
from timelines.extraction.slots import Slot, add_months, around, day_slot, valid_day

_FRIDAY = 4
_SENTENCES = 2
"""How many sentences back a month may be written that "the 14th" belongs to."""


def day_of_month(meaning: Calendar, story: Story) -> Resolved:
    """The 11th of this, last or next month, or of the month last told."""
    told = story.last_of("day", "month") if meaning.lean is None or story.narrative else None
    start = told.first if told and told.year >= 1 else story.reference
    if start is None:
        return Resolved(None, "XXXX-XX", [doubts.no_reference()])
    try:
        month = add_months(start, meaning.lean or 0)
    except OverflowError:
        return Resolved(None, "XXXX-XX")
    if not valid_day(month.year, month.month, meaning.day or 0):
        return Resolved(Slot("month", month.year, month.month))
    return Resolved(Slot("day", month.year, month.month, meaning.day or 1))


def bare_day(day: int, candidate: Candidate, story: Story) -> Resolved:
    """ "On the 14th": of the month written shortly before, else by tense the 14th gone or the one to come."""
    month = _month_before(candidate, story)
    if month and valid_day(month.year, month.month, day):
        return Resolved(Slot("day", month.year, month.month, day))
    unknown = f"XXXX-XX-{day:02d}"
    if story.reference is None:
        return Resolved(None, unknown, [doubts.no_reference()])
    if not _YEARS[0] <= story.reference.year <= _YEARS[1]:
        return Resolved(None, unknown)
    near = _of_number(day, story.reference)
    gone = [found for found in near if found <= story.reference][-1]
    ahead = next(found for found in near if found >= story.reference)
    tense = tense_of(candidate, story)
    if tense in ("past", "future"):
        return Resolved(day_slot(gone if tense == "past" else ahead))
    ways = sorted((gone, ahead), key=lambda found: abs(found - story.reference))  # type: ignore[operator]
    return Resolved(day_slot(ways[0]), "", [doubts.assumed_month(*ways)] if gone != ahead else [])


_YEARS = (2, 9997)


def _month_before(candidate: Candidate, story: Story) -> Slot | None:
    """The last date told, where its month was written and it stands near."""
    if not story.told or not story.position:
        return None
    told, before = story.told[-1], story.candidates[story.position - 1]
    written = isinstance(before.meaning, Calendar) and before.meaning.month and before.start == told.position
    if not (written or story.narrative) or told.slot.grain not in ("day", "month") or told.slot.year < 1:
        return None
    apart = story.sentence_number(candidate.start) - story.sentence_number(told.position)
    return told.slot if apart <= _SENTENCES else None


def _of_number(day: int, reference: date) -> list[date]:
    """The days of that number in the three months before and after, in order."""
    firsts = [add_months(reference.replace(day=1), step) for step in range(-3, 4)]
    return [first.replace(day=day) for first in firsts if valid_day(first.year, first.month, day)]


def week(candidate: Candidate, day: date) -> Slot:
    """The seven days or the weekend that a day stands for."""
    if candidate.week == "weekend" and day.weekday() == _FRIDAY:
        return around(day + timedelta(days=1), "weekend")
    if candidate.week in ("around", "weekend"):
        return around(day, "weekend" if candidate.week == "weekend" else "week")
    first = day if candidate.week == "from" else day - timedelta(days=6)
    return Slot("week", first.year, first.month, first.day)


def nth_weekday(meaning: Calendar, month: Slot) -> Slot:
    """The second Tuesday of a month; a fifth one that it does not have leaves the month."""
    if meaning.nth is None or meaning.weekday is None or not 1 <= month.year <= 9998:
        return month
    days = [
        day
        for day in range(1, 32)
        if valid_day(month.year, month.month, day) and date(month.year, month.month, day).weekday() == meaning.weekday
    ]
    index = meaning.nth - 1 if meaning.nth > 0 else meaning.nth
    return Slot("day", month.year, month.month, days[index]) if index < len(days) else month


_MONTHS = {"month": 1, "quarter": 3, "year": 12}


def period_ending(last: Slot, unit: str, number: int) -> str | None:
    """The EDTF interval of so many units that end with that day or month; None where it cannot be counted."""
    if last.grain not in ("day", "month") or not _YEARS[0] <= last.year <= _YEARS[1] or number > _MOST:
        return None
    try:
        if last.grain == "month":
            first = add_months(last.first, 1 - number * _MONTHS[unit])
            return f"{first:%Y-%m}/{last.edtf()}"
        after = last.first + timedelta(days=1)
        begun = after - timedelta(weeks=number) if unit == "week" else add_months(after, -number * _MONTHS[unit])
    except (KeyError, OverflowError):
        return None
    return f"{begun.isoformat()}/{last.edtf()}"


_MOST = 60
