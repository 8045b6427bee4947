"""2019-06-29, 2019-06, 2019-06-29T14:05Z."""

from __future__ import annotations

from timelines.extraction import parts
from timelines.extraction.languages import Language
from timelines.extraction.meanings import Calendar, Candidate, Clock, Found

NAME = "iso-date"


def read(found: Found, language: Language) -> Candidate | None:
    """A date as machines write it. "2003-06" alone is left to the year range, unless a day or a month word follows."""
    day = found.get("day")
    if found.text[max(0, found.match.start() - 1) : found.match.start()] == "-":
        return None
    month = int(found.get("month"))
    if not day and (month > 12 or month > int(found.get("year")) % 100):
        return None
    meaning = Calendar(year=int(found.get("year")), month=int(found.get("month")), day=int(day) if day else None)
    candidate = Candidate(found.match.start(), found.match.end(), NAME, meaning)
    if found.get("clock"):
        candidate.clock = Clock(f"T{found.get('clock')}", parts.zone_hours(found.get("zone"), language))
    return candidate
