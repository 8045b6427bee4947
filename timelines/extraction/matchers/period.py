"""The quarter, the weekend, the end of the month, year-earlier, the year-ago period, year-end."""

from __future__ import annotations

import re

from timelines.extraction.languages import Language
from timelines.extraction.lengths import length
from timelines.extraction.meanings import Calendar, Candidate, Found, Holiday, Meaning, Same, Shift, Text, Unit
from timelines.extraction.types import Mod

NAME = "period"
_CUE = re.compile(r"\b(?:in|into|for|of|during|over|through|throughout|from|by|since|on)\s+$", re.IGNORECASE)
_NEW_YEAR = re.compile(r"\b(?:in|into|for|by|until|till|before|after|early|during|from)\s+$", re.IGNORECASE)
_AT = re.compile(r"\bat\s+$", re.IGNORECASE)
_HAPPENED = re.compile(
    r"['’]s\b|\s+(?:attacks?|storms?|bombings?|blasts?|violence|clashes|protests?|rall(?:y|ies)|votes?|elections?|raids?|shootings?|killings?"
    r"|talks|fighting|unrest|summit|meetings?|crash|fires?|floods?|flooding|riots?|march(?:es)?|strikes?|snow|rains?)\b"
)
"""After "the weekend": what happened at the last one."""
_EDGES: dict[str, Mod] = {"beginning": "START", "start": "START", "middle": "MID"}


def read(found: Found, language: Language) -> Candidate | None:
    """A unit that the text has just been speaking of ("in the quarter"), and the one a year before it."""
    match = found.match
    if found.get("edge"):
        unit: Unit = found.get("edgeunit")  # type: ignore[assignment]
        mod = _EDGES.get(found.get("edge"), "END")
        return Candidate(match.start(), match.end(), NAME, Shift(unit, 0, "now", unit), mod=mod)
    if found.get("yearend") == "year-end":
        return Candidate(match.start(), match.end(), NAME, Calendar(month=12, day=31))
    if found.get("yearend"):
        return Candidate(match.start(), match.end(), NAME, Shift("year", 0, "now", "year"), mod="END")
    if found.get("endunit"):
        ending: Unit = found.get("endunit")  # type: ignore[assignment]
        return Candidate(match.start(), match.end(), NAME, Shift(ending, 0, "now", ending), mod="END")
    if found.get("newyear"):
        cued = _NEW_YEAR.search(found.text[max(0, match.start() - 12) : match.start()])
        return Candidate(match.start(), match.end(), NAME, Holiday("01-01", span="year"), mod="START") if cued else None
    meaning = _meaning(found)
    return Candidate(match.start(), match.end(), NAME, meaning) if meaning else None


def _meaning(found: Found) -> Meaning:
    if found.get("inunit"):
        unit: Unit = found.get("inunit")  # type: ignore[assignment]
        return Shift(unit, 0, "text" if unit == "day" else "now", unit)
    if found.get("agounit") == "nine months":
        return Text("DURATION", length(9, "month"))
    if found.get("ago") or found.get("lastyear") or found.get("qago"):
        return Shift("year", -1, "either", None)
    before = found.text[max(0, found.match.start() - 12) : found.match.start()]
    weekend = found.get("same") == "weekend" and (_AT.search(before) or _HAPPENED.match(found.text, found.match.end()))
    if not _CUE.search(before) and not weekend:
        return None
    if found.get("same") == "year":
        return Same("year", length(1, "year"))
    if found.get("same") == "fiscal year":
        return Text("DURATION", length(1, "year"))
    if found.get("same") == "weekend":
        return Shift("weekend", 0, "either", "weekend")
    return Same("quarter")
