"""This morning, last night, the same evening, an early morning raid, overnight."""

from __future__ import annotations

import re

from timelines.extraction import parts
from timelines.extraction.languages import Language
from timelines.extraction.meanings import Candidate, Found, Shift, TimeOfDay

NAME = "part-of-day"
_CUE = re.compile(
    r"\b(?:in|during|by|on|of|that|since|until|for|through|throughout|at|before|after|following)\s+$", re.IGNORECASE
)


_AT = re.compile(r"\b(?:at|by|before|after|until|till|since|around|about|from|towards?)\s+$", re.IGNORECASE)
_LIGHT = ("dawn", "dusk", "sunrise", "sunset", "daybreak", "nightfall")
_DAWN_OF = re.compile(
    r"\s+of\s+(?!(?-i:[A-Z])|\d|the\s+(?-i:[A-Z\d])|(?:that|the\s+same|the\s+next)\s+day)"
    r"|\s+(?:to|till|until)\s+(?:dusk|dawn|sun|nightfall)",
    re.IGNORECASE,
)
"""After "dawn": what has no day ("of an era", "to dusk")."""
_ENDED = re.compile(r"\s*(?:$|[,.;:])|\s+(?:on|and|when|as|the|he|she|it|they)\b")


def read(found: Found, language: Language) -> Candidate | None:
    """A part of a day. With "this" and "last" it is counted from the publication, else from the last day told.

    A pre-dawn raid was not made at dawn.
    """
    if found.get("overnight"):
        return _candidate(found, Shift("day", 0, "now", "day"), "NI")
    if found.text[max(0, found.match.start() - 4) : found.match.start()].lower() == "pre-":
        return None
    part = parts.part(found.get("part"), language)
    meaning = _meaning(found, part)
    return _candidate(found, meaning, part) if meaning else None


def _meaning(found: Found, part: str | None) -> Shift | TimeOfDay | None:
    lean = found.get("lean")
    if lean == "this":
        return Shift("day", 0, "now", "day")
    if lean == "last":
        return Shift("day", -1, "now", "day") if part in ("NI", "EV") else None
    if lean in ("the next", "next", "the following", "the previous"):
        return Shift("day", -1 if lean == "the previous" else 1, "text", "day")
    if lean in ("that", "the same") or found.get("sameday"):
        return Shift("day", 0, "text", "day")
    if found.get("raid") and part != "NI":
        return TimeOfDay()
    before = found.text[max(0, found.match.start() - 12) : found.match.start()]
    return TimeOfDay() if _is_told(found, before) else None


def _is_told(found: Found, before: str) -> bool:
    """ "In the morning", "at dawn", "by early morning"; not "at the dawn of an era"."""
    word, words = found.match.group("part"), found.match.group().lower()
    if word in _LIGHT:
        cued = _AT.search(before) if word == words else _CUE.search(before)
        return bool(cued) and not _DAWN_OF.match(found.text, found.match.end())
    if found.get("lean") == "the" or words.startswith("mid"):
        return bool(_CUE.search(before))
    placed = words.startswith(("early", "late")) and not found.get("lean")
    return placed and bool(_AT.search(before)) and bool(_ENDED.match(found.text, found.match.end()))


def _candidate(found: Found, meaning: Shift | TimeOfDay, part: str | None) -> Candidate:
    return Candidate(found.match.start(), found.match.end(), NAME, meaning, part=part)
