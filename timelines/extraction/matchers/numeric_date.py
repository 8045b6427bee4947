"""29/06/2019, 6/29/2019, 29.06.2019, 2019/06/29. Where both orders are possible both are told."""

from __future__ import annotations

from timelines.extraction import parts
from timelines.extraction.languages import Language
from timelines.extraction.meanings import Calendar, Candidate, Found

NAME = "numeric-date"


def read(found: Found, language: Language) -> Candidate | None:
    """A date in figures. Two numbers that could both be a month are ambiguous; the article decides later."""
    if found.get("year3"):
        meaning = Calendar(year=int(found.get("year3")), month=int(found.get("month3")), day=int(found.get("day3")))
        return _candidate(found, meaning, language)
    first = int(found.get("a") or found.get("a2"))
    second = int(found.get("b") or found.get("b2"))
    year = parts.full_year(found.get("year") or found.get("year2"))
    if found.get("sep") == "." and len(found.get("year")) < 4:
        return None
    if first > 12:
        return _candidate(found, Calendar(year=year, month=second, day=first, month_first=False), language)
    if second > 12:
        return _candidate(found, Calendar(year=year, month=first, day=second, month_first=True), language)
    dotted = found.get("sep") == "."
    meaning = Calendar(year=year, month=second, day=first, other_order=not dotted and first != second)
    return _candidate(found, meaning, language)


def _candidate(found: Found, meaning: Calendar, language: Language) -> Candidate | None:
    if not meaning.month or not meaning.day or meaning.month > 12 or meaning.day > 31:
        return None
    return parts.with_time(Candidate(found.match.start(), found.match.end(), NAME, meaning), found, language)
