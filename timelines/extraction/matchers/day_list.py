"""May 3, 4 and 5; 3, 5 and 9 May 2019."""

from __future__ import annotations

import re

from timelines.extraction import parts
from timelines.extraction.languages import Language
from timelines.extraction.meanings import Calendar, Candidate, Found

NAME = "day-list"
_DAY = re.compile(r"\d+(?:st|nd|rd|th)?", re.IGNORECASE)


def read(found: Found, language: Language) -> tuple[Candidate, ...] | None:
    """Three or more days of one month, each a date of its own; the month belongs to the day beside it."""
    match, turned = found.match, "2" if found.get("month2") else ""
    name = match.group("month" + turned)
    if not name[0].isupper():
        return None
    month = parts.month(name, language)
    year = parts.full_year(found.get("year" + turned)) if found.get("year" + turned) else None
    spans = [day.span() for day in _DAY.finditer(found.text, match.start("days" + turned), match.end("days" + turned))]
    days = [parts.day(found.text[start:end]) for start, end in spans]
    if days != sorted(set(days)):
        return None
    spans[0] = (min(spans[0][0], match.start()), spans[0][1])
    spans[-1] = (spans[-1][0], match.end())
    return tuple(
        Candidate(start, end, NAME, Calendar(year=year, month=month, day=day))
        for (start, end), day in zip(spans, days, strict=True)
    )
