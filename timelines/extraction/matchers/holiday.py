"""Christmas Day, Thanksgiving, New Year's Eve, Easter 2019, last Thanksgiving."""

from __future__ import annotations

from timelines.extraction import parts
from timelines.extraction.languages import Language
from timelines.extraction.meanings import Candidate, Found, Holiday

NAME = "holiday"


def read(found: Found, language: Language) -> Candidate | None:
    """A named day. In small letters ("easter egg") and as part of a name it is none."""
    name = found.match.group("holiday")
    if not name[0].isupper():
        return None
    rule = language.words.holidays.get(found.get("holiday"))
    if rule is None:
        rule = language.words.holidays.get(found.get("holiday").replace("saint", "st."))
    if rule is None:
        return None
    year = found.get("year") or found.get("shortyear")
    lean = parts.lean(found.get("lean") or found.get("relyear"), language)
    meaning = Holiday(rule, parts.full_year(year) if year else None, lean, found.get("span"))
    return Candidate(found.match.start(), found.match.end(), NAME, meaning)
