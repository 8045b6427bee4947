"""FY2019, fiscal 1990, the fiscal year 2019."""

from __future__ import annotations

from timelines.extraction import parts
from timelines.extraction.languages import Language
from timelines.extraction.meanings import Calendar, Candidate, Found

NAME = "fiscal-year"


def read(found: Found, language: Language) -> Candidate | None:
    """A financial year, taken for the calendar year it is named after: its own months are not in the text."""
    words = found.get("year") or found.get("short")
    return Candidate(found.match.start(), found.match.end(), NAME, Calendar(year=parts.full_year(words)))
