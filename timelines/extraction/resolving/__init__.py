"""From what the matchers understood to dates: in text order, each against the publication and the dates told before."""

from __future__ import annotations

from datetime import date

from timelines.extraction.languages import Language
from timelines.extraction.meanings import Calendar, Candidate, Holiday, Same, Shift, Span, Text, TimeOfDay, Weekday
from timelines.extraction.resolving import anchoring, calendars, counting, express, relatives
from timelines.extraction.resolving.context import Resolved, Story, Told
from timelines.extraction.slots import Slot
from timelines.extraction.types import Expression, Span as TextSpan

_FIRST_YEAR, _LAST_YEAR = 2, 9800


def resolve(
    text: str, candidates: list[Candidate], sentences: tuple[TextSpan, ...], reference: date | None, language: Language
) -> list[Expression]:
    """One expression for each candidate, in text order.

    A publication at the very ends of the calendar, from where nothing can be counted, is as good as unknown.
    """
    if reference is not None and not _FIRST_YEAR <= reference.year <= _LAST_YEAR:
        reference = None
    story = Story(
        text,
        language,
        reference,
        anchoring.is_narrative(candidates, reference),
        sentences,
        candidates,
        anchoring.written_years(candidates),
    )
    resolved: list[tuple[Candidate, Resolved]] = []
    for number, candidate in enumerate(candidates):
        story.position = number
        if _only_in_narratives(text, candidate) and not story.narrative:
            continue
        found = meaning_of(candidate, story)
        resolved.append((candidate, found))
        if found.slot is not None and anchoring.is_main_quarter(candidate, found.slot, story):
            story.main_quarter = found.slot
        if found.slot is not None and _carries(candidate, story):
            story.told.append(_told(candidate, found.slot, story))
    return express.expressions(text, resolved, story)


def _told(candidate: Candidate, slot: Slot, story: Story) -> Told:
    meaning = candidate.meaning
    return Told(
        candidate.start,
        slot,
        _explicit(candidate),
        anchoring.is_spine(candidate, story),
        candidate.end,
        candidate.part,
        candidate.clock,
        isinstance(meaning, Shift) and meaning.unit == "year" and meaning.amount > 0,
    )


def _only_in_narratives(text: str, candidate: Candidate) -> bool:
    """ "former" and "future" are times in a history and mere words in the news; "$2 million a year" is a rate there."""
    if candidate.rule == "duration" and isinstance(candidate.meaning, Text) and candidate.meaning.type == "SET":
        return True
    return candidate.rule == "reference" and text[candidate.start : candidate.end].lower() in ("former", "future")


def _explicit(candidate: Candidate) -> bool:
    return isinstance(candidate.meaning, Calendar) and candidate.meaning.year is not None


def _carries(candidate: Candidate, story: Story) -> bool:
    """Whether later dates may be counted from this one."""
    meaning = candidate.meaning
    if candidate.said_again or (story.narrative and isinstance(meaning, Shift) and meaning.base == "now"):
        return False
    if isinstance(meaning, Shift) and meaning.base == "report":
        return story.main_quarter is None
    return not isinstance(meaning, Text) and not (isinstance(meaning, Shift) and meaning.base == "either")


def meaning_of(candidate: Candidate, story: Story) -> Resolved:
    """What one candidate comes to in the story so far."""
    found = _meaning_of(candidate, story)
    return counting.stepped(candidate.steps, found) if candidate.steps and found.slot else found


def _meaning_of(candidate: Candidate, story: Story) -> Resolved:
    meaning = candidate.meaning
    if isinstance(meaning, Calendar):
        return calendars.calendar(meaning, candidate, story)
    if isinstance(meaning, Weekday):
        return relatives.weekday(meaning, candidate, story)
    if isinstance(meaning, Shift):
        return relatives.shift(meaning, candidate, story)
    if isinstance(meaning, TimeOfDay):
        return relatives.time_of_day(meaning, candidate, story)
    return _others(candidate, story)


def _others(candidate: Candidate, story: Story) -> Resolved:
    meaning = candidate.meaning
    if isinstance(meaning, Same):
        return relatives.same(meaning, candidate, story)
    if isinstance(meaning, Span):
        return calendars.span(meaning, story)
    if isinstance(meaning, Holiday):
        return calendars.named_day(meaning, candidate, story)
    return Resolved(None, meaning.value if isinstance(meaning, Text) else "")
