"""Dates that are counted from another: weekdays, "two weeks ago", "the next day", "that year", times of day."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from timelines.extraction.lengths import length
from timelines.extraction.meanings import Candidate, Clock, Same, Shift, TimeOfDay, Weekday
from timelines.extraction.resolving import doubts
from timelines.extraction.resolving.context import Resolved, Story
from timelines.extraction.resolving.counting import HOURS, shifted, some_day, vague
from timelines.extraction.resolving.tense import Tense
from timelines.extraction.resolving.years import near_weekday, tense_of
from timelines.extraction.slots import Slot, add_months, around, day_slot, shift_years, widen

_TRIED = 8
"""How many dates back one is looked for that "later" can be counted from."""


def weekday(meaning: Weekday, candidate: Candidate, story: Story) -> Resolved:
    """A day of the week, in a narrative after the last day told."""
    unknown = f"XXXX-WXX-{meaning.weekday + 1}"
    reference = story.reference
    told = story.last_of("day") if story.narrative or meaning.from_text else None
    if told and told.year >= 1 and meaning.from_text:
        return Resolved(day_slot(near_weekday(meaning.weekday, told.first, meaning.lean, "past")))
    if told and told.year >= 1:
        return Resolved(day_slot(near_weekday(meaning.weekday, told.first, meaning.lean, "future")))
    if candidate.range_end and story.told and story.told[-1].slot.grain == "day" and reference is not None:
        return Resolved(day_slot(near_weekday(meaning.weekday, story.told[-1].slot.first, None, "future")))
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
    grammar, after = story.language.grammar, story.text[candidate.end : candidate.end + 60]
    if not (after[:1] in "'’" and after[1:2] == "s"):
        return tense_of(candidate, story)
    if grammar.looked_to.search(story.text, max(0, candidate.start - 24), candidate.start):
        return "open"
    if not grammar.coming.match(after):
        return "past"
    tense = tense_of(candidate, story)
    return tense if tense in ("past", "future") else "open"


def shift(meaning: Shift, candidate: Candidate, story: Story) -> Resolved:
    """So many units from the publication or from the last date told."""
    if meaning.base in ("either", "report"):
        return _either(meaning, candidate, story)
    if story.narrative and meaning.base == "now" and meaning.unit == "day" and candidate.rule == "day-word":
        return Resolved(None, "PRESENT_REF" if meaning.amount == 0 else vague(meaning))
    if meaning.unit in HOURS and meaning.base == "text":
        return _hours_on(meaning, candidate, story)
    anchor = _anchor(meaning, story, candidate.start)
    if anchor is None:
        return Resolved(None, vague(meaning), [doubts.no_reference()])
    return _not_ahead(shifted(meaning, anchor), meaning, candidate, story)


def _hours_on(meaning: Shift, candidate: Candidate, story: Story) -> Resolved:
    """ "An hour later": of a time or a day just told; else no more than the length."""
    told = story.just_told(candidate.start)
    if told is None or told.slot.year < 1:
        return Resolved(None, length(abs(meaning.amount), meaning.unit))
    if told.clock is None:
        return _not_ahead(shifted(meaning, told.slot), meaning, candidate, story)
    hour, minute = (int(part) for part in told.clock.value[1:].split(":")[:2])
    try:
        moment = datetime.combine(told.slot.first, time()) + timedelta(
            hours=hour + meaning.amount * HOURS[meaning.unit], minutes=minute
        )
    except OverflowError:
        return Resolved(None, vague(meaning))
    candidate.clock = Clock(f"T{moment:%H:%M}")
    return Resolved(day_slot(moment.date()))


def _not_ahead(found: Resolved, meaning: Shift, candidate: Candidate, story: Story) -> Resolved:
    """ "Three months later he died" lies behind: counted from the last date told that lets it, else from none."""
    counted = meaning.base == "text" and meaning.amount > 0 and not story.narrative
    if not counted or not _is_ahead(found.slot, story) or tense_of(candidate, story) not in ("past", "unknown"):
        return found
    for told in reversed(story.told[-_TRIED:]):
        other = shifted(meaning, told.slot)
        if other.slot and not _is_ahead(other.slot, story):
            return other
    return Resolved(None, vague(meaning))


def _is_ahead(slot: Slot | None, story: Story) -> bool:
    return bool(slot and story.reference and slot.year >= 1 and slot.first > story.reference)


def _either(meaning: Shift, candidate: Candidate, story: Story) -> Resolved:
    """ "A year earlier": of the quarter that the text reports on, of the year just written, or of the publication.

    "Over the weekend" goes by the tense.
    """
    reference = day_slot(story.reference) if story.reference else None
    if meaning.unit == "weekend":
        if reference is None:
            return Resolved(None, vague(meaning), [doubts.no_reference()])
        weekend = around(reference.first, "weekend")
        ahead = weekend.first > reference.first
        if ahead and not _runs_on(candidate, story):
            weekend = around(reference.first - timedelta(days=7), "weekend")
        return Resolved(weekend)
    if meaning.amount > 0 and not story.narrative:
        return _years_later(meaning, candidate, story)
    quarter = story.main_quarter
    if quarter is not None:
        return Resolved(shift_years(quarter, int(meaning.amount)))
    written = story.last and (story.told[-1].explicit or story.narrative) and meaning.base == "either"
    anchor = story.last if written else reference or story.last
    if anchor is None:
        return Resolved(None, vague(meaning), [doubts.no_reference()])
    return Resolved(widen(shift_years(anchor, int(meaning.amount)), "year"))


def _runs_on(candidate: Candidate, story: Story) -> bool:
    """ "Will open at the weekend", "is forecast through the weekend": the weekend to come."""
    tense = tense_of(candidate, story)
    runs_on = story.language.grammar.runs_on.search(story.text, max(0, candidate.start - 10), candidate.start)
    return tense == "future" or (tense == "present" and bool(runs_on))


def _years_later(meaning: Shift, candidate: Candidate, story: Story) -> Resolved:
    """ "A year later": of the last date told from which it does not lie ahead, unless the words look ahead."""
    coming = tense_of(candidate, story) == "future"
    for told in reversed(story.told[-_TRIED:]):
        year = widen(shift_years(told.slot, int(meaning.amount)), "year")
        if coming or not _is_ahead(year, story):
            return Resolved(year)
    return Resolved(None, vague(meaning))


def _anchor(meaning: Shift, story: Story, position: int) -> Slot | None:
    reference = day_slot(story.reference) if story.reference else None
    if meaning.base == "now" and not (story.narrative and meaning.unit not in ("day",) and story.last):
        return reference
    if meaning.unit in HOURS or meaning.unit in ("day", "night"):
        return (
            story.last_day(position)
            or (reference if meaning.base != "text" or not story.told else story.last)
            or reference
        )
    return story.last or reference


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
        return some_day(longer)
    day = story.last_day(candidate.start)
    if day is None and story.narrative and story.last:
        return some_day(story.last)
    day = day or _published(story)
    return Resolved(day) if day else _nothing_told()


def _published(story: Story) -> Slot | None:
    return day_slot(story.reference) if story.reference is not None else None


def _nothing_told() -> Resolved:
    return Resolved(None, "PAST_REF", [doubts.no_reference()])


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
    day = _day_by_clock(candidate, story)
    if day is not None:
        return Resolved(day)
    day = story.day_of_events(candidate.start, ahead=tense_of(candidate, story) == "future")
    if day is None and story.narrative and story.last:
        return some_day(story.last)
    day = day or (day_slot(story.reference) if story.reference else None)
    return Resolved(day) if day else Resolved(None, "XXXX-XX-XX", [doubts.no_reference()])


def _day_by_clock(candidate: Candidate, story: Story) -> Slot | None:
    """ "It vanished at 6:12", of a story that began on Sunday morning."""
    if candidate.clock is None or story.narrative or tense_of(candidate, story) == "future":
        return None
    return story.day_by_clock(candidate.start, int(candidate.clock.value[1:3]) % 24)


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
