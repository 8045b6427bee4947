"""FY2019, fiscal 1990, the 2019-20 financial year.

Whose financial year it is, and so which months it has, is not in the words: in the United States it ends in
September of the year that names it, in Britain and India it runs into the year after. It keeps the name's year as its
TIMEX3 value and is offered as about that year (EDTF ``2019~``), or as both years where both are named, never as twelve
months of the calendar.
"""

from __future__ import annotations

from timelines.extraction import parts
from timelines.extraction.languages import Language
from timelines.extraction.meanings import Calendar, Candidate, Found

NAME = "fiscal-year"


def read(found: Found, language: Language) -> Candidate | tuple[Candidate, ...] | None:
    """A financial year by its name; "2019-20" is its first year and its second."""
    match = found.match
    way = "3" if found.get("year3") else ""
    year = parts.full_year(found.get("year" + way) or found.get("short"))
    second = found.get("second" + way)
    if not second:
        return Candidate(match.start(), match.end(), NAME, Calendar(year=year, fiscal=True))
    last = int(second) if len(second) == 4 else year // 100 * 100 + int(second)
    if last != year + 1:
        return None
    middle = match.start("second" + way)
    return (
        Candidate(match.start(), middle - 1, NAME, Calendar(year=year), range_start=True),
        Candidate(middle, match.end(), NAME, Calendar(year=last), range_end=True),
    )
