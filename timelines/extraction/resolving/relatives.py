"""Dates that are counted from another: weekdays, "two weeks ago", "the next day", "that year", times of day."""

from __future__ import annotations

from datetime import timedelta

from timelines.extraction.lengths import length
from timelines.extraction.meanings import Candidate, Same, Shift, TimeOfDay, Unit, Weekday
from timelines.extraction.resolving import doubts
from timelines.extraction.resolving.context import Resolved, Story
from timelines.extraction.resolving.tense import Tense
from timelines.extraction.resolving.years import near_weekday, tense_of
from timelines.extraction.slots import Slot, add_months, around, day_slot, shift_years, widen

_DAYS = {"day": 1, "night": 1, "week": 7, "fortnight": 14, "weekend": 7}
_MONTHS = {"month": 1, "quarter": 3, "half": 6}
_YEARS = {"year": 1, "decade": 10, "century": 100, "millennium": 1000}
_WEEKS = 21
"""From here on weeks are counted by the week: "six weeks ago" is no day."""
_LAST_YEAR = 9900
_FAR_YEARS = 9999
"""EDTF and TIMEX3 write a year with four digits."""
_HOURS = {"second": 1 / 3600, "minute": 1 / 60, "hour": 1.0}


def weekday(meaning: Weekday, candidate: Candidate, story: Story) -> Resolved:
    """A day of the week, in a narrative after the last day told."""
    unknown = f"XXXX-WXX-{meaning.weekday + 1}"
    reference = story.reference
    told = story.last_of("day") if story.narrative or meaning.from_text else None
    if told and told.year >= 1 and meaning.from_text:
        return Resolved(day_slot(near_weekday(meaning.weekday, told.first, meaning.lean, "past")))
    if told and told.year >= 1:
        return Resolved(day_slot(near_weekday(meaning.weekday, told.first, meaning.lean, "future")))
    if reference is None:
        return Resolved(None, unknown, [doubts.no_reference()])
    if meaning.of_week is not None:
        monday = reference - timedelta(days=reference.weekday()) + timedelta(weeks=meaning.of_week)
        return Resolved(day_slot(monday + timedelta(days=meaning.weekday)))
    tense = "future" if meaning.weeks > 0 else _weekday_tense(candidate, story)
    day = near_weekday(meaning.weekday, reference, meaning.lean, tense)
    return Resolved(day_slot(day + timedelta(weeks=meaning.weeks)))


def _weekday_tense(candidate: Candidate, story: Story) -> Tense:
    """ "Wednesday's ruling" has been given, whatever the verb; "Tuesday's election" goes by it."""
    after = story.text[candidate.end : candidate.end + 40]
    if after[:1] in "'’" and after[1:2] == "s" and not story.language.grammar.coming.match(after):
        return "past"
    return tense_of(candidate, story)


def shift(meaning: Shift, candidate: Candidate, story: Story) -> Resolved:
    """So many units from the publication or from the last date told."""
    if meaning.base in ("either", "report"):
        return _either(meaning, candidate, story)
    if story.narrative and meaning.base == "now" and meaning.unit == "day" and candidate.rule == "day-word":
        return Resolved(None, "PRESENT_REF" if meaning.amount == 0 else _vague(meaning))
    anchor = _anchor(meaning, story, candidate.start)
    if anchor is None:
        return Resolved(None, _vague(meaning), [doubts.no_reference()])
    try:
        return _shifted(meaning, anchor)
    except (OverflowError, ValueError):
        return Resolved(None, "PAST_REF" if meaning.amount < 0 else "FUTURE_REF")


def _either(meaning: Shift, candidate: Candidate, story: Story) -> Resolved:
    """ "A year earlier": of the quarter that the text reports on, of the year just written, or of the publication.

    "Over the weekend" goes by the tense.
    """
    reference = day_slot(story.reference) if story.reference else None
    if meaning.unit == "weekend":
        if reference is None:
            return Resolved(None, _vague(meaning), [doubts.no_reference()])
        weekend = around(reference.first, "weekend")
        ahead = weekend.first > reference.first
        if ahead and tense_of(candidate, story) != "future":
            weekend = around(reference.first - timedelta(days=7), "weekend")
        return Resolved(weekend)
    quarter = story.main_quarter
    if quarter is not None:
        return Resolved(shift_years(quarter, int(meaning.amount)))
    written = story.last and (story.told[-1].explicit or story.narrative) and meaning.base == "either"
    anchor = story.last if written else reference or story.last
    if anchor is None:
        return Resolved(None, _vague(meaning), [doubts.no_reference()])
    return Resolved(widen(shift_years(anchor, int(meaning.amount)), "year"))


def _anchor(meaning: Shift, story: Story, position: int) -> Slot | None:
    reference = day_slot(story.reference) if story.reference else None
    if meaning.base == "now" and not (story.narrative and meaning.unit not in ("day",) and story.last):
        return reference
    if meaning.unit in _HOURS or meaning.unit in ("day", "night"):
        return (
            story.last_day(position)
            or (reference if meaning.base != "text" or not story.told else story.last)
            or reference
        )
    return story.last or reference


def _vague(meaning: Shift) -> str:
    return "PAST_REF" if meaning.amount < 0 else "FUTURE_REF" if meaning.amount > 0 else "PRESENT_REF"


def _shifted(meaning: Shift, anchor: Slot) -> Resolved:
    unit, amount = meaning.unit, meaning.amount
    if unit in _YEARS:
        return _by_years(meaning, anchor, amount * _YEARS[unit])
    if anchor.year < 1:
        return Resolved(anchor if amount == 0 else None, _vague(meaning))
    if unit in _MONTHS:
        months = amount * _MONTHS[unit]
        day = add_months(anchor.first, int(months // 1))
        if meaning.grain == "day":
            return Resolved(day_slot(day))
        return Resolved(
            around(day, "quarter" if unit == "quarter" else "month"),
            fuzzy=meaning.grain is None and amount != int(amount),
        )
    if unit in _HOURS:
        hours = amount * _HOURS[unit]
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
        return Resolved(anchor)
    start = anchor.first
    if anchor.grain == "weekend" or (meaning.base == "text" and anchor.grain == "week"):
        start = anchor.first
    day = start + timedelta(days=days)
    if meaning.grain:
        return Resolved(around(day, meaning.grain))
    coarse = meaning.unit in ("week", "fortnight")
    if coarse and anchor.grain == "day" and abs(days) >= _WEEKS:
        return Resolved(around(day, "week"))
    return Resolved(day_slot(day) if anchor.grain == "day" else around(day, anchor.grain), fuzzy=coarse)


def _by_years(meaning: Shift, anchor: Slot, years: float) -> Resolved:
    moved = shift_years(anchor, int(years // 1) if years >= 0 else -int(-years // 1))
    if not -_FAR_YEARS <= moved.year <= _FAR_YEARS:
        return Resolved(None, _vague(meaning))
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


def same(meaning: Same, candidate: Candidate, story: Story) -> Resolved:
    """The day, month or year of the last date told; the publication's, where none was told."""
    if meaning.in_news and not story.narrative:
        return Resolved(None, meaning.in_news)
    if meaning.unit == "quarter":
        return _same_quarter(story)
    if meaning.unit == "day":
        return _same_day(candidate, story)
    grains = {"month": ("day", "month"), "week": ("day", "week"), "weekend": ("day", "weekend")}.get(meaning.unit)
    anchor = (story.last_of(*grains) if grains else story.last) or _published(story)
    return Resolved(widen(anchor, meaning.unit)) if anchor else _nothing_told()


def _same_quarter(story: Story) -> Resolved:
    if story.main_quarter:
        return Resolved(story.main_quarter)
    if story.reference is not None:
        return Resolved(around(add_months(story.reference, -3), "quarter"))
    anchor = story.last_of("quarter", "day", "month")
    return Resolved(widen(anchor, "quarter")) if anchor else _nothing_told()


def _same_day(candidate: Candidate, story: Story) -> Resolved:
    longer = story.longer_than_day(candidate.start)
    if longer is not None:
        return _some_day(longer)
    day = story.last_day(candidate.start)
    if day is None and story.narrative and story.last:
        return _some_day(story.last)
    day = day or _published(story)
    return Resolved(day) if day else _nothing_told()


def _published(story: Story) -> Slot | None:
    return day_slot(story.reference) if story.reference is not None else None


def _nothing_told() -> Resolved:
    return Resolved(None, "PAST_REF", [doubts.no_reference()])


def _some_day(slot: Slot) -> Resolved:
    """A day of a month or year that is not told: 1998-10-XX."""
    unknown = {"month": "-XX", "year": "-XX-XX"}.get(slot.grain)
    return Resolved(slot, slot.timex() + unknown if unknown else "")


def time_of_day(meaning: TimeOfDay, candidate: Candidate, story: Story) -> Resolved:
    """The day a time belongs to: one told in the same sentence, else the last one told, else the publication's."""
    sentence = story.sentence_at(candidate.start)
    for told in reversed(story.told):
        if told.position < sentence.start:
            break
        if told.slot.grain == "day":
            return Resolved(told.slot)
    ahead = _ahead(candidate, story, sentence.end)
    if ahead is not None:
        return ahead
    day = story.day_of_events(candidate.start)
    if day is None and story.narrative and story.last:
        return _some_day(story.last)
    day = day or (day_slot(story.reference) if story.reference else None)
    return Resolved(day) if day else Resolved(None, "XXXX-XX-XX", [doubts.no_reference()])


def _ahead(candidate: Candidate, story: Story, end: int) -> Resolved | None:
    """A day named after the time in the same sentence ("at 5 p.m. local time on Tuesday")."""
    from timelines.extraction.resolving import meaning_of

    index = story.position
    for other in story.candidates[index + 1 : index + 4]:
        if other.start >= end:
            break
        if isinstance(other.meaning, Weekday) or other.rule in ("month-day", "day-month", "day-word", "iso-date"):
            found = meaning_of(other, story)
            return Resolved(found.slot) if found.slot and found.slot.grain == "day" else None
    return None
