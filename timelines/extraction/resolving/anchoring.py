"""Whether a document is news, counted from its publication, or a narrative, counted from date to date."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from timelines.extraction.meanings import Calendar, Candidate, Shift, Weekday
from timelines.extraction.resolving.context import Story
from timelines.extraction.resolving.years import order_in_year, order_of, stride
from timelines.extraction.slots import Slot

_FEW = 4


def written_years(candidates: Iterable[Candidate]) -> tuple[int, ...]:
    """The years written in full in the article, each once, in order."""
    years = {c.meaning.year for c in candidates if isinstance(c.meaning, Calendar) and c.meaning.year is not None}
    return tuple(sorted(years))


def is_narrative(candidates: list[Candidate], reference: date | None) -> bool:
    """A narrative tells mostly of years other than its own and hardly ever says "today", "Tuesday" or "last month"."""
    if reference is None:
        return False
    dated = [c.meaning.year for c in candidates if isinstance(c.meaning, Calendar) and c.meaning.year is not None]
    far = sum(1 for year in dated if year < reference.year)
    news = sum(1 for c in candidates if _of_the_day(c))
    return far >= _FEW and far > 3 * news


def _of_the_day(candidate: Candidate) -> bool:
    meaning = candidate.meaning
    if isinstance(meaning, Shift):
        return meaning.base == "now"
    return isinstance(meaning, Weekday) or (isinstance(meaning, Calendar) and meaning.lean is not None)


def is_main_quarter(candidate: Candidate, slot: Slot, story: Story) -> bool:
    """Whether an article reports on this quarter from here on: the first one told, or a later one with its own report.

    A quarter of years ago is told in passing, and one still to come is not reported on.
    """
    if slot.grain != "quarter" or slot.year < 1:
        return False
    if story.reference is None:
        return story.main_quarter is None
    gone = (story.reference - slot.first).days
    if story.main_quarter is None:
        return abs(gone) < _RECENT
    before = max(story.sentence_at(candidate.start).start, candidate.start - _REPORT)
    reported = story.language.grammar.reporting.search(story.text, before, candidate.start)
    return candidate.rule == "quarter" and bool(reported) and 0 < gone < _RECENT


_REPORT = 40
_RECENT = 500
_AHEAD = 2
_OPENING = 14
_PLANS = ("next ", "Next ", "last ", "Last ")
"""What a history quotes of plans and looks back to; "the following summer" goes on."""


def is_spine(candidate: Candidate, story: Story) -> bool:
    """Whether a narrative goes on from this date.

    It does not from a year named in passing, from a year counted back ("the previous year"), or from a date of another
    year after which the next written dates are back in the year before it.
    """
    meaning = candidate.meaning
    if not isinstance(meaning, Calendar):
        return not (isinstance(meaning, Shift) and meaning.unit in ("year", "decade", "century", "month"))
    if meaning.year is None:
        return meaning.lean is None or not story.text.startswith(_PLANS, candidate.start)
    if not meaning.month and not meaning.sub:
        opens = candidate.start - story.sentence_at(candidate.start).start <= _OPENING
        return opens and not candidate.range_end and not digresses(meaning.year, story)
    return not digresses(meaning.year, story)


def next_written(story: Story, here: Slot) -> int | None:
    """The `stride` of the next date written with its year and month that does not lie before ``here``."""
    now = stride(here.year, order_of(here))
    for candidate in story.candidates[story.position + 1 : story.position + _AHEAD_FAR]:
        meaning = candidate.meaning
        if isinstance(meaning, Calendar) and meaning.year is not None and (meaning.month or meaning.sub):
            place = stride(meaning.year, order_in_year(meaning))
            if place >= now:
                return place + (_MONTH if not meaning.day else 0)
    return None


_AHEAD_FAR = 13
_MONTH = 31


def digresses(year: int, story: Story) -> bool:
    """Whether the next dates are of the year that the narrative is in, and not of this one."""
    here = story.spine
    if here is None or here.year == year:
        return False
    index = story.position
    ahead = [
        c.meaning.year
        for c in story.candidates[index + 1 : index + 14]
        if isinstance(c.meaning, Calendar) and c.meaning.year is not None and c.meaning.month
    ][:_AHEAD]
    return here.year in ahead and year not in ahead
