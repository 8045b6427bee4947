"""Which year, month or week is meant where the source leaves it out."""

from __future__ import annotations

from datetime import date, timedelta

from timelines.extraction.meanings import Calendar, Candidate
from timelines.extraction.parts import SAME_YEAR
from timelines.extraction.resolving.context import Story
from timelines.extraction.resolving.tense import Tense, tense_at
from timelines.extraction.slots import SEASON_MONTHS, Slot, valid_day

_CLOSE_DAYS, _CLOSE_MONTH = 62, 31
"""A day so shortly ahead is meant, whatever the tense: a date of ten months ago would have its year."""
_JUST_GONE = 31
"""A day so shortly gone is meant, too."""
_JUST_PLANNED = 2
"""A plan told in the past ("was due to leave Tuesday") is of a day so shortly gone, else of the one to come."""
_SINCE = 40
_TOLD = 120
_FORWARD = 0.6
"""In a narrative time runs on: a step back counts as longer than a step forward."""


def tense_of(candidate: Candidate, story: Story) -> Tense:
    """The tense around a candidate."""
    if candidate.mod == "ON_OR_AFTER":
        return "past"
    if story.language.grammar.since.search(story.text, max(0, candidate.start - _SINCE), candidate.start):
        return "past"
    before = story.text[max(0, candidate.start - 6) : candidate.start].lower()
    if candidate.rule == "month" and before.endswith((" a ", " an ", " its ", " their ", " his ", " her ")):
        return "unknown"
    sentence = story.sentence_at(candidate.start)
    tense = tense_at(story.text, sentence, candidate.start, candidate.end, story.language)
    limit = candidate.mod == "ON_OR_BEFORE" and (tense in ("present", "unknown") or _told_to(candidate, story))
    return "future" if limit else tense


def is_to_come(candidate: Candidate, story: Story) -> bool:
    """Whether a narrative that reaches the present tells here what "will" be: that is ahead of its publication."""
    reference = story.reference
    if reference is None or not story.years or story.years[-1] < reference.year - 1:
        return False
    sentence = story.sentence_at(candidate.start)
    words = story.text[max(sentence.start, candidate.start - _TOLD) : candidate.start].lower().replace("’", "'").split()
    return not story.language.grammar.will.isdisjoint(words) and tense_of(candidate, story) == "future"


def _told_to(candidate: Candidate, story: Story) -> bool:
    """ "ordered the company to pay by Friday" looks ahead, though the order lies behind."""
    start = max(story.sentence_at(candidate.start).start, candidate.start - _TOLD)
    return bool(story.language.grammar.told_to.search(story.text[start : candidate.start]))


def placed(meaning: Calendar, year: int) -> Slot:
    """The slot of a calendar place in a year; a day that does not exist gives its month."""
    if meaning.month and meaning.day:
        return Slot("day", year, meaning.month, meaning.day)
    if meaning.month:
        return Slot("month", year, meaning.month)
    if meaning.sub:
        grain = {"Q": "quarter", "H": "half"}.get(meaning.sub[0] if meaning.sub[1].isdigit() else "", "season")
        return Slot(grain, year, sub=meaning.sub)  # type: ignore[arg-type]
    return Slot("year", year)


def order_in_year(meaning: Calendar) -> int:
    """Where in a year it lies, in days, roughly: for choosing the nearest year only."""
    if meaning.sub:
        month = (
            SEASON_MONTHS[meaning.sub][0]
            if meaning.sub in SEASON_MONTHS
            else int(meaning.sub[1]) * (3 if meaning.sub[0] == "Q" else 6) - 2
        )
        return month * 31
    return (meaning.month or 1) * 31 + (meaning.day or 0)


def lean_year(lean: int, story: Story) -> int | None:
    """The year of "last year", "this year", "next year", "that year"."""
    if lean == SAME_YEAR:
        if story.last:
            return story.last.year
        return story.reference.year if story.reference else None
    if story.narrative and story.last:
        return story.last.year + lean
    return story.reference.year + lean if story.reference else None


def is_done(candidate: Candidate, story: Story) -> bool:
    """Whether a verb of what has happened stands right before the date ("fell on 29 June"): no day ahead is meant."""
    start = max(story.sentence_at(candidate.start).start, candidate.start - _SINCE)
    found = story.language.grammar.done_before.search(story.text[start : candidate.start])
    return bool(found) and not _is_plan(found["verb"].lower(), story) if found else False


def _is_plan(verb: str, story: Story) -> bool:
    grammar = story.language.grammar
    return verb in grammar.to_come or verb in grammar.intends


def from_reference(meaning: Calendar, reference: date, tense: Tense, done: bool = False, length: int = 0) -> int:
    """The year by tense: the past one at or before the publication, the coming one at or after, else the nearest.

    ``done`` says that the past tense is the date's own, so that not even tomorrow is meant; of a quarter, that its
    figures are told of ("will report fourth-quarter results", in January). ``length`` is that of the range, in days,
    which a date opens: "from Jan. 1 to June 30" is as near as its nearer end.
    """
    place, today = order_in_year(meaning), reference.month * 31 + reference.day
    if meaning.month and not meaning.day:
        today = reference.month * 31
    if meaning.sub and meaning.sub[0] in "QH":
        return _reported(place, today, reference, tense, done)
    if tense == "past":
        close = not done and place - today <= (_CLOSE_DAYS if meaning.day else _CLOSE_MONTH)
        return reference.year if place <= today or close else reference.year - 1
    if tense == "future":
        just_gone = bool(meaning.day) and 0 <= today - place <= _JUST_GONE
        return reference.year if place >= today or just_gone else reference.year + 1
    return min(
        (reference.year - 1, reference.year, reference.year + 1),
        key=lambda year: _away((year - reference.year) * 372 + place - today, length),
    )


def _away(days: int, length: int) -> int:
    return max(days, -(days + length), 0)


def ways(meaning: Calendar, year: int, reference: date | None) -> tuple[Slot, ...]:
    """A place in the year that was assumed for it and in the nearest other one; nothing where it has no such day."""
    if reference is None:
        return ()
    ahead = (year - reference.year) * 372 + order_in_year(meaning) - (reference.month * 31 + reference.day) > 0
    years = (year, year - 1 if ahead else year + 1)
    if meaning.month and meaning.day and not all(valid_day(y, meaning.month, meaning.day) for y in years):
        return ()
    return tuple(placed(meaning, y) for y in years) if min(years) >= 1 else ()


def is_ahead(meaning: Calendar, year: int, reference: date) -> bool:
    """Whether the day or month lies after the publication."""
    if year != reference.year:
        return year > reference.year
    here = (reference.month, reference.day if meaning.day else 0)
    return bool(meaning.month) and (meaning.month or 0, meaning.day or 0) > here


def year_of_weekday(meaning: Calendar, reference: date, tense: Tense) -> int | None:
    """The nearest year in which the day falls on the weekday written beside it, on the side that the tense tells of."""
    years = [
        year
        for year in (reference.year, reference.year - 1, reference.year + 1)
        if 1 <= year <= 9998
        and valid_day(year, meaning.month or 0, meaning.day or 0)
        and date(year, meaning.month or 1, meaning.day or 1).weekday() == meaning.weekday
        and not (tense == "past" and year > reference.year)
        and not (tense == "future" and year < reference.year)
    ]
    return years[0] if years else None


def _reported(place: int, today: int, reference: date, tense: Tense, figures: bool) -> int:
    """A quarter is reported on after it has begun, whatever the tense ("expects to report third-quarter profit")."""
    if place <= today:
        return reference.year + 1 if tense == "future" and today - place > 240 else reference.year
    return reference.year - 1 if tense == "past" or (figures and place - today > _HALF_YEAR) else reference.year


_HALF_YEAR = 186


def from_story(meaning: Calendar, slot: Slot, bound: int | None = None) -> int:
    """The year that carries the narrative on from the last date told, with the smaller step forward preferred.

    ``bound`` is the `stride` of a date that the text comes to later: no long step goes past it.
    """
    place, here = order_in_year(meaning), order_of(slot)
    if slot.grain in ("year", "decade", "century"):
        return slot.year

    def distance(year: int) -> float:
        step = (year - slot.year) * 372 + place - here
        return step * _FORWARD if step >= 0 else -step

    year = min((slot.year - 1, slot.year, slot.year + 1), key=distance)
    step = (year - slot.year) * 372 + place - here
    late = bound is not None and stride(year, place) > bound + (_SEASON if meaning.sub else 0)
    return year - 1 if late and step > _STEP else year


_STEP, _SEASON = 100, 93


def stride(year: int, place: int) -> int:
    """A place in a year as a number of days, roughly: for comparing only."""
    return year * 372 + place


def order_of(slot: Slot) -> int:
    """Where in its year a slot lies."""
    if slot.sub:
        return order_in_year(Calendar(sub=slot.sub))
    return (slot.month or 1) * 31 + slot.day


def near_weekday(weekday: int, reference: date, lean: int | None, tense: Tense) -> date:
    """The day of that weekday: last, next, or by tense the one at or before, at or after the publication."""
    back = (reference.weekday() - weekday) % 7
    if lean == -1:
        return reference - timedelta(days=back or 7)
    if lean == 1:
        return reference + timedelta(days=(7 - back) % 7 or 7)
    if tense == "future" or (tense == "open" and back > _JUST_PLANNED):
        return reference + timedelta(days=(7 - back) % 7)
    return reference - timedelta(days=back)
