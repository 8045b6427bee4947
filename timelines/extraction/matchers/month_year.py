"""June 2019, June of 2019, Feb. '98, June last year."""

from __future__ import annotations

from timelines.extraction import parts
from timelines.extraction.languages import Language
from timelines.extraction.meanings import Candidate, Found

NAME = "month-year"


def read(found: Found, language: Language) -> Candidate | None:
    """A month's name and a year. "may 2000" and "march 2000 miles" in small letters are verbs and numbers."""
    name = found.match.group("month")
    if name[0].islower() and name.lower().rstrip(".") in ("may", "march", "mar", "dec", "jan", "sep"):
        return None
    meaning = parts.calendar(found, language, parts.month(name, language), None)
    return Candidate(found.match.start(), found.match.end(), NAME, meaning)
