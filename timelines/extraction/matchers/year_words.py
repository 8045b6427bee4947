"""Nineteen ninety-six, as broadcasts spell a year."""

from __future__ import annotations

from timelines.extraction import parts
from timelines.extraction.languages import Language
from timelines.extraction.meanings import Calendar, Candidate, Found

NAME = "year-words"


def read(found: Found, language: Language) -> Candidate | None:
    """A year in words."""
    year = parts.year_in_words(found.get("words"), language)
    return Candidate(found.match.start(), found.match.end(), NAME, Calendar(year=year)) if year else None
