"""The quarter, the year, year-earlier, the year-ago period, year-end."""

from __future__ import annotations

import re

from timelines.extraction.languages import Language
from timelines.extraction.meanings import Candidate, Found, Same, Shift, Text, Unit

NAME = "period"
_CUE = re.compile(r"\b(?:in|for|of|during|over|through|throughout|from|by|since)\s+$", re.IGNORECASE)


def read(found: Found, language: Language) -> Candidate | None:
    """A unit that the text has just been speaking of ("in the quarter"), and the one a year before it."""
    match = found.match
    if found.get("yearend"):
        return Candidate(match.start(), match.end(), NAME, Same("year"), mod="END")
    if found.get("ago") or found.get("lastyear"):
        return Candidate(match.start(), match.end(), NAME, Shift("year", -1, "either", None))
    unit: str = found.get("same")
    if unit in ("period", "day", "decade", "week", "month"):
        return None
    if not _CUE.search(found.text[max(0, match.start() - 12) : match.start()]):
        return None
    if unit == "year":
        return (
            Candidate(match.start(), match.end(), NAME, Text("DURATION", "P1Y"))
            if not found.get("end")
            else Candidate(match.start(), match.end(), NAME, Same("year"), mod="END")
        )
    if unit == "weekend":
        return Candidate(match.start(), match.end(), NAME, Shift("weekend", 0, "now", "weekend"))
    same: Unit = unit  # type: ignore[assignment]
    return Candidate(match.start(), match.end(), NAME, Same(same))
