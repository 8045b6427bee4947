"""The 11th of this month, the third of last month."""

from __future__ import annotations

from timelines.extraction import parts
from timelines.extraction.languages import Language
from timelines.extraction.meanings import Calendar, Candidate, Found

NAME = "day-of-month"


def read(found: Found, language: Language) -> Candidate | None:
    """A day by its number and the month that leans on the publication; "that month" is the last one told."""
    word = found.get("dayword")
    day = language.words.ordinals.get(word.replace(" ", "-")) if word else parts.day(found.get("day"))
    lean = parts.lean(found.get("lean"), language)
    meaning = Calendar(day=day, lean=lean, year_lean=parts.SAME_YEAR if lean is None else None)
    return Candidate(found.match.start(), found.match.end(), NAME, meaning)
