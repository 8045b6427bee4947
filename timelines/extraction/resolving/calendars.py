"""Places in the calendar: dates, months, years, quarters, seasons, decades, centuries, named days."""

from __future__ import annotations

from datetime import date

from timelines.extraction.meanings import Calendar, Candidate, Holiday, Span
from timelines.extraction.resolving import anchoring, days, doubts
from timelines.extraction.resolving.context import Resolved, Story
from timelines.extraction.resolving.holidays import holiday
from timelines.extraction.resolving.years import (
    from_reference,
    from_story,
    is_ahead,
    is_done,
    is_to_come,
    lean_year,
    order_in_year,
    placed,
    tense_of,
    ways,
    year_of_weekday,
)
from timelines.extraction.slots import Slot, around, shift_years, valid_day


def calendar(meaning: Calendar, candidate: Candidate, story: Story) -> Resolved:
    """A date with or without its year; slips are mended and told."""
    if meaning.other_order:
        return _figures(meaning, candidate, story)
    if meaning.odd_year:
        return _odd_year(meaning, candidate, story)
    if meaning.day and not meaning.month:
        if meaning.lean is None and meaning.year_lean is None:
            return days.bare_day(meaning.day, candidate, story)
        return days.day_of_month(meaning, story)
    if meaning.year and story.main_quarter and _is_period(candidate, story):
        return Resolved(shift_years(story.main_quarter, meaning.year - story.main_quarter.year))
    year, doubt = _year(meaning, candidate, story)
    if year is None:
        return Resolved(None, _without_year(meaning), [doubts.no_reference()])
    return _checked(meaning, year, candidate, story, doubt)


def _is_period(candidate: Candidate, story: Story) -> bool:
    """ "the 1988 period" is the quarter reported on, in that year."""
    return candidate.rule == "year" and not story.text[candidate.end - 1].isdigit()


def _checked(meaning: Calendar, year: int, candidate: Candidate, story: Story, doubt: bool) -> Resolved:
    slot = placed(meaning, year)
    if meaning.nth is not None:
        slot = days.nth_weekday(meaning, slot)
    if candidate.week and slot.grain == "day" and valid_day(year, slot.month, slot.day) and 2 <= year <= 9998:
        slot = days.week(candidate, slot.first)
    warnings = [doubts.assumed_year(year, ways(meaning, year, story.reference))] if doubt else []
    written = story.text[candidate.start : candidate.end]
    others = doubts.far(year, story.years, story.reference) if meaning.year is not None else ()
    if others and not story.narrative:
        warnings.append(doubts.far_from_story(year, others))
    if meaning.month and meaning.day and not valid_day(year, meaning.month, meaning.day):
        warnings.append(doubts.impossible(year, meaning.month, meaning.day, written))
        return Resolved(Slot("month", year, meaning.month), "", warnings)
    if (
        meaning.weekday is not None
        and slot.grain == "day"
        and 1 <= year <= 9998
        and slot.first.weekday() != meaning.weekday
    ):
        warnings.append(doubts.weekday_mismatch(slot, written, meaning.weekday))
    return Resolved(slot, "", warnings)


def _year(meaning: Calendar, candidate: Candidate, story: Story) -> tuple[int | None, bool]:
    """The year, and whether it is a guess."""
    if meaning.year is not None:
        return meaning.year, False
    if candidate.range_end and story.told and story.candidates[story.position - 1].range_start:
        return _range_year(meaning, story), False
    if meaning.year_lean is not None:
        return lean_year(meaning.year_lean, story), False
    if meaning.lean is not None:
        return _leaning(meaning, story), False
    if story.narrative and (beside := _year_of_sentence(meaning, candidate, story)):
        return beside, False
    if story.narrative and story.spine and not is_to_come(candidate, story):
        return from_story(meaning, story.spine, anchoring.next_written(story, story.spine)), False
    if story.reference is None:
        return (from_story(meaning, story.last), True) if story.last else (None, False)
    return _by_tense(meaning, candidate, story, story.reference)


def _year_of_sentence(meaning: Calendar, candidate: Candidate, story: Story) -> int | None:
    """ "The campaign of 1813 began in April", "the following year he came back. On 1 March": the year just told.

    A year that is only touched on gives nothing.
    """
    if not story.told or not meaning.month:
        return None
    told = story.told[-1]
    apart = story.sentence_number(candidate.start) - story.sentence_number(told.position)
    near = (told.explicit and apart == 0) or (told.onward and apart <= 1)
    if told.slot.grain != "year" or not near:
        return None
    year, here = told.slot.year, story.spine
    if here is None or abs(year - here.year) <= _NEAR_YEARS:
        return year
    return None if year > here.year or anchoring.digresses(year, story) else year


_NEAR_YEARS = 2


def _by_tense(meaning: Calendar, candidate: Candidate, story: Story, reference: date) -> tuple[int, bool]:
    """The year in the news: that of a date just written, that in which the weekday fits, else by tense."""
    tense = tense_of(candidate, story)
    nearby = _sentence_year(candidate, story) if tense != "future" else None
    if nearby is not None:
        return from_story(meaning, nearby), False
    fitting = year_of_weekday(meaning, reference, tense) if meaning.weekday is not None else None
    if fitting is not None:
        return fitting, False
    done = tense == "past" and is_done(candidate, story)
    reported = bool(meaning.sub and story.language.grammar.results.match(story.text, candidate.end))
    year = from_reference(meaning, reference, tense, done or reported, _range_length(meaning, candidate, story))
    against = tense == "past" and is_ahead(meaning, year, reference)
    return year, (tense == "unknown" or against) and not meaning.sub


def _range_year(meaning: Calendar, story: Story) -> int:
    """The last half of a range lies at or after the first."""
    first = story.told[-1].slot
    earlier = bool(meaning.month and first.month) and (meaning.month, meaning.day or 31) < (first.month, first.day)
    return first.year + 1 if earlier else first.year


def _range_length(meaning: Calendar, candidate: Candidate, story: Story) -> int:
    """How many days, roughly, a range without a year lasts from here; 0 where none begins."""
    last = story.candidates[story.position + 1].meaning if candidate.range_start else None
    if not isinstance(last, Calendar) or last.year is not None or not (last.month and meaning.month):
        return 0
    return (order_in_year(last) - order_in_year(meaning)) % 372


def _sentence_year(candidate: Candidate, story: Story) -> Slot | None:
    """A date with its year written shortly before in the same sentence, of a year long gone or far ahead."""
    if not story.told or story.reference is None:
        return None
    told = story.told[-1]
    if not told.explicit or told.slot.grain not in ("day", "month"):
        return None
    same = story.sentence_number(told.position) == story.sentence_number(candidate.start)
    return told.slot if same and abs(told.slot.year - story.reference.year) > 1 else None


def _leaning(meaning: Calendar, story: Story) -> int | None:
    """ "last May" is the May before the publication's month, "this May" the year's own, "next May" the one to come."""
    reference = _today(story)
    if reference is None:
        return None
    lean = meaning.lean or 0
    if meaning.sub == "WI" and lean < 1 and reference.month <= _WINTER + lean:
        return reference.year - 1 + lean
    place = meaning.month or {"SP": 3, "SU": 6, "FA": 9, "WI": 12}.get(meaning.sub or "", 1)
    if lean == 0:
        return reference.year
    if lean == -1:
        ended = place < reference.month if meaning.month else place + 2 < reference.month
        return reference.year if ended else reference.year - 1
    return reference.year if place > reference.month else reference.year + 1


_WINTER = 3
"""In January a winter is still that of the year before; in March it may be told of as this one."""


def _today(story: Story) -> date | None:
    if story.narrative and story.last and story.last.year >= 1:
        return story.last.first
    return story.reference


def _without_year(meaning: Calendar) -> str:
    if meaning.month:
        return f"XXXX-{meaning.month:02d}" + (f"-{meaning.day:02d}" if meaning.day else "")
    return f"XXXX-{meaning.sub}" if meaning.sub else "XXXX"


def _odd_year(meaning: Calendar, candidate: Candidate, story: Story) -> Resolved:
    year = doubts.mended_year(meaning.odd_year, story.years, story.reference)
    if year is None:
        if len(meaning.odd_year) > 4:
            return Resolved(None, meaning.odd_year)
        return _checked(meaning, int(meaning.odd_year), candidate, story, False)
    resolved = _checked(meaning, year, candidate, story, False)
    if resolved.slot:
        warning = doubts.year_typo(resolved.slot, meaning.odd_year, story.years, story.reference)
        resolved.warnings.append(warning)
    return resolved


def _figures(meaning: Calendar, candidate: Candidate, story: Story) -> Resolved:
    """03/04/2024: as the article's other dates in figures, else as is not after the publication, else day first."""
    year, month, day = meaning.year or 0, meaning.month or 1, meaning.day or 1
    british, american = Slot("day", year, month, day), Slot("day", year, day, month)
    first, second = (american, british) if _american(story, british, american) else (british, american)
    written = story.text[candidate.start : candidate.end]
    return Resolved(first, "", [doubts.ambiguous(first.edtf(), second.edtf(), written)])


def _american(story: Story, british: Slot, american: Slot) -> bool:
    if story.month_first is not None:
        return story.month_first
    if story.reference is None:
        return False
    return british.first > story.reference >= american.first


def span(meaning: Span, story: Story) -> Resolved:
    """A decade or century."""
    if len(meaning.prefix) == 3 and meaning.before_christ:
        return Resolved(Slot("decade", -int(meaning.prefix) * 10 - 8), f"BC{meaning.prefix}")
    if len(meaning.prefix) == 3:
        return Resolved(Slot("decade", int(meaning.prefix) * 10))
    if meaning.before_christ:
        return Resolved(Slot("century", -int(meaning.prefix) * 100 - 99), f"BC{meaning.prefix}")
    return Resolved(Slot("century", int(meaning.prefix) * 100))


def named_day(meaning: Holiday, candidate: Candidate, story: Story) -> Resolved:
    """A named day; without its year by lean, story or tense."""
    year = meaning.year or _year_beside(candidate, story)
    if year is None:
        base = story.last if story.narrative and story.last else None
        reference = base.first if base and base.year >= 1 else story.reference
        if reference is None:
            return Resolved(
                None, "XXXX-" + meaning.rule if meaning.rule[0].isdigit() else "XXXX-XX-XX", [doubts.no_reference()]
            )
        year = _holiday_year(meaning, candidate, story, reference)
    day = holiday(meaning.rule, year)
    if day is None:
        return Resolved(None, "XXXX-XX-XX")
    if meaning.span == "year":
        return Resolved(Slot("year", day.year))
    if meaning.span in ("week", "weekend"):
        return Resolved(around(day, "week"))
    if meaning.span:
        return Resolved(Slot("month", day.year, day.month), fuzzy=True)
    return Resolved(Slot("day", day.year, day.month, day.day))


_BESIDE = 5


def _year_beside(candidate: Candidate, story: Story) -> int | None:
    """ "Independence Day, 4 July 2020": the year of the date that stands beside the name."""
    for step in (1, -1):
        at = story.position + step
        other = story.candidates[at] if 0 <= at < len(story.candidates) else None
        if other is None or not isinstance(other.meaning, Calendar) or not other.meaning.day:
            continue
        gap = max(other.start, candidate.start) - min(other.end, candidate.end)
        if 0 < gap <= _BESIDE and not story.text[min(other.end, candidate.end) :][:gap].strip(" ,–—-("):
            return other.meaning.year
    return None


def _holiday_year(meaning: Holiday, candidate: Candidate, story: Story, reference: date) -> int:
    day = holiday(meaning.rule, reference.year) or reference
    if meaning.lean == 0:
        return reference.year
    tense = {-1: "past", 1: "future"}.get(meaning.lean or 0) or tense_of(candidate, story)
    if tense == "past":
        strictly = meaning.lean == -1
        if meaning.span in ("week", "weekend") and not strictly:
            day = around(day, "week").first
        return reference.year if day < reference or (day == reference and not strictly) else reference.year - 1
    if tense == "future":
        return reference.year if day >= reference else reference.year + 1
    return min(
        (reference.year - 1, reference.year, reference.year + 1),
        key=lambda y: abs(((holiday(meaning.rule, y) or day) - reference).days),
    )
