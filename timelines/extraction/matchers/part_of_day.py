"""This morning, last night, the same evening, overnight."""

from __future__ import annotations

import re

from timelines.extraction import parts
from timelines.extraction.languages import Language
from timelines.extraction.meanings import Candidate, Found, Shift, TimeOfDay

NAME = "part-of-day"
_CUE = re.compile(
    r"\b(?:in|during|by|on|of|that|since|until|for|through|throughout|at|before|after)\s+(?:an?\s+)?$", re.IGNORECASE
)


def read(found: Found, language: Language) -> Candidate | None:
    """A part of a day. With "this" and "last" it is counted from the publication, else from the last day told."""
    match = found.match
    if found.get("overnight"):
        return _candidate(found, TimeOfDay(), "NI")
    part, lean = parts.part(found.get("part"), language), found.get("lean")
    if lean == "this":
        return _candidate(found, Shift("day", 0, "now", "day"), part)
    if lean == "last":
        return _candidate(found, Shift("day", -1, "now", "day"), part) if part in ("NI", "EV") else None
    if lean in ("the next", "next", "the following"):
        return _candidate(found, Shift("day", 1, "text", "day"), part)
    if lean == "the previous":
        return _candidate(found, Shift("day", -1, "text", "day"), part)
    if lean in ("that", "the same") or found.get("sameday"):
        return _candidate(found, Shift("day", 0, "text", "day"), part)
    if (
        lean == "the"
        and _CUE.search(found.text[max(0, match.start() - 12) : match.start()])
        and part in ("MO", "AF", "EV")
    ):
        return _candidate(found, TimeOfDay(), part)
    return None


def _candidate(found: Found, meaning: Shift | TimeOfDay, part: str | None) -> Candidate:
    return Candidate(found.match.start(), found.match.end(), NAME, meaning, part=part)
