"""So far from a date that is named: the day before Thanksgiving, two weeks after 3 May, the eve of Easter.

Read leftwards from each day, as modifiers are, so that no rule need know of it; what other rules took of the words
("two weeks") goes into the one expression.
"""

from __future__ import annotations

from timelines.extraction import parts
from timelines.extraction.languages import Language
from timelines.extraction.meanings import Calendar, Candidate, Holiday, Shift, Unit, Weekday

RULE = "stepping"
_LOOK = 48


def step(text: str, candidates: list[Candidate], language: Language) -> list[Candidate]:
    """The candidates with each day joined to the words that count from it."""
    stepped: list[Candidate] = []
    for candidate in candidates:
        found = language.step.before(text, max(0, candidate.start - _LOOK), candidate.start)
        if found and names_a_day(candidate):
            start = candidate.start - len(found.group())
            counted = _counted(found.groupdict(), language)
            if counted and not (stepped and stepped[-1].start < start < stepped[-1].end):
                stepped = [other for other in stepped if other.end <= start]
                candidate.start, candidate.rule, candidate.steps = start, RULE, counted
        stepped.append(candidate)
    return stepped


def names_a_day(candidate: Candidate) -> bool:
    """Whether a candidate is one day, with no time of day of its own."""
    meaning = candidate.meaning
    if candidate.clock or candidate.part or candidate.range_start or candidate.range_end:
        return False
    if isinstance(meaning, Holiday):
        return not meaning.span
    if isinstance(meaning, Calendar):
        return meaning.day is not None
    return isinstance(meaning, Weekday) or (isinstance(meaning, Shift) and meaning.grain == "day")


def _counted(groups: dict[str, str | None], language: Language) -> tuple[int, Unit, Unit] | None:
    """How many, of what, and the precision: "the week before" is a week, "a week before" a day."""
    if groups["eve"]:
        return -1, "day", "day"
    words, name = (groups["n"] or "").lower(), (groups["unit"] or "").lower()
    unit: Unit = language.words.units[name]  # type: ignore[assignment]
    the = words == "the"
    number = 1 if the else parts.number(words, language)
    if number is None or number != int(number) or (the and name.endswith("s")):
        return None
    unit = "day" if unit == "night" else unit
    back = (groups["dir"] or "").lower().startswith(("before", "prior"))
    return int(-number if back else number), unit, unit if the else "day"
