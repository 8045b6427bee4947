"""May 3-5, 3 to 5 May 2019."""

from __future__ import annotations

from timelines.extraction import parts
from timelines.extraction.languages import Language
from timelines.extraction.meanings import Calendar, Candidate, Found

NAME = "day-range"


def read(found: Found, language: Language) -> tuple[Candidate, ...] | None:
    """Two days of one month; the first carries the range. "3 and 5 May" are two days, "3 and 4 May" run on."""
    match, turned = found.match, "2" if found.get("month2") else ""
    name = match.group("month" + turned)
    first, last = parts.day(found.get("a" + turned)), parts.day(found.get("b" + turned))
    if not name[0].isupper() or last <= first:
        return None
    listed = bool(found.get("and" + turned)) and last - first > 1
    month = parts.month(name, language)
    year = parts.full_year(found.get("year" + turned)) if found.get("year" + turned) else None
    middle = match.end("a" + turned)
    return (
        Candidate(match.start(), middle, NAME, Calendar(year=year, month=month, day=first), range_start=not listed),
        Candidate(
            match.start("b" + turned),
            match.end(),
            NAME,
            Calendar(year=year, month=month, day=last),
            range_end=not listed,
        ),
    )
