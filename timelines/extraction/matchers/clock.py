"""10:35 a.m., noon Thursday, 6:12 local time, 0230 GMT, 5 p.m. tomorrow: a time gives its day.

Which day a time with a zone gives is decided in `joining`.
"""

from __future__ import annotations

import re

from timelines.extraction import normalise, parts
from timelines.extraction.languages import Language
from timelines.extraction.meanings import Candidate, Clock, Found, Meaning, Shift, TimeOfDay, Weekday

NAME = "clock"
_NAME_BEFORE = re.compile(r"[A-Z][a-z]+\s+$")
_YEAR_BEFORE = re.compile(r"\b(?:in|since|of)\s+$", re.IGNORECASE)
_SCORE = re.compile(
    r"(?:\b(?:at|by|until|till|around|about|from|after|before|to|and|since|between|near|nearly|almost|past|just|approximately|shortly|roughly)\s+|[(–-]|^|\n)$",
    re.IGNORECASE,
)


def read(found: Found, language: Language) -> Candidate | None:
    """A time of day. Bare figures ("won 6:12") need a word that times take before them, or a.m. or a zone after."""
    match, words = found.match, found.get("clock")
    bare = words[-1].isdigit()
    before = found.text[max(0, match.start() - 14) : match.start()]
    hour = ":" in words or found.get("inpart") or found.get("hours")
    if words.isdigit() and len(words) == 4 and _YEAR_BEFORE.search(before):
        return None
    if bare and not found.get("zone") and not found.get("utc") and not (hour and _SCORE.search(before)):
        return None
    if found.match.group("clock")[0].isupper() and _NAME_BEFORE.search(before):
        return None
    clock = parts.clock(words, language, found.get("zone"))
    if clock is None:
        return None
    if found.get("inpart") in ("afternoon", "evening") and bare:
        clock = Clock(f"T{min(23, int(clock.value[1:3]) + 12):02d}{clock.value[3:]}", clock.zone)
    return Candidate(match.start(), match.end(), NAME, _day(found, language), clock=clock)


def _day(found: Found, language: Language) -> Meaning:
    if found.get("weekday"):
        number = language.words.weekdays.get(found.get("weekday").rstrip("."))
        return Weekday(number) if number is not None else TimeOfDay()
    if found.get("word"):
        return Shift("day", normalise.day_shift(found.get("word"), language.code) or 0, "now", "day")
    if found.get("lastpart"):
        return Shift("day", -1 if found.get("lastpart").startswith("last") else 0, "now", "day")
    return TimeOfDay()
