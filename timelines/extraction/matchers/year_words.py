"""Nineteen ninety-six, as broadcasts spell a year."""

from __future__ import annotations

from timelines.extraction import parts
from timelines.extraction.languages import Language
from timelines.extraction.meanings import Calendar, Candidate, Found

NAME = "year-words"


def read(found: Found, language: Language) -> Candidate | None:
    """A year in words."""
    century = parts.number(found.get("century"), language)
    rest = parts.number(found.get("tens") or "", language) if found.get("tens") else 0
    ones = parts.number(found.get("ones") or found.get("oh"), language) if found.get("ones") or found.get("oh") else 0
    if not century:
        return None
    year = int(century * 100 + (rest or 0) + (ones or 0))
    return Candidate(found.match.start(), found.match.end(), NAME, Calendar(year=year))
