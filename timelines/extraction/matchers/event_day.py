"""9/11, 7/7, D-Day: events that are named by their day."""

from __future__ import annotations

from timelines.extraction.languages import Language
from timelines.extraction.meanings import Calendar, Candidate, Found

NAME = "event-day"


def read(found: Found, language: Language) -> Candidate | None:
    """The day that gave the event its name."""
    if found.get("nine"):
        meaning = Calendar(year=2001, month=9, day=11)
    elif found.get("seven"):
        meaning = Calendar(year=2005, month=7, day=7)
    else:
        meaning = Calendar(year=1944, month=6, day=6)
    return Candidate(found.match.start(), found.match.end(), NAME, meaning)
