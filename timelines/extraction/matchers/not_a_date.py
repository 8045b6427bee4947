"""What looks like a date and is none: Boeing 737, World Cup 2022, 24/7, may, sat, 75 percent."""

from __future__ import annotations

from timelines.extraction.languages import Language
from timelines.extraction.meanings import Candidate, Found

NAME = "not-a-date"


def read(found: Found, language: Language) -> Candidate | None:
    """The span, with no meaning: it keeps every other rule out."""
    return Candidate(found.match.start(), found.match.end(), NAME, None)
