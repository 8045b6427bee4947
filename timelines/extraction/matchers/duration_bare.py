"""Weeks, recent years, the coming months, decades-long, the full year."""

from __future__ import annotations

import re

from timelines.extraction.languages import Language
from timelines.extraction.lengths import length
from timelines.extraction.meanings import Candidate, Found, Shift, Text

NAME = "duration-bare"
_CUES = (
    "for ",
    "in ",
    "within ",
    "over ",
    "after ",
    "last ",
    "take ",
    "took ",
    "of ",
    "spent ",
    "during ",
    "than ",
    "lasted ",
    "through ",
)


_FILLED = re.compile(
    r"\s+of\s+(?!(?:the|his|her|its|their|our|my|your|this|that|these|those|old|yore|age|it|them)\b)[a-z]{3}"
)
_SOME_DAYS = re.compile(
    r"(?:\b(?:the|his|her|its|their|our|my|your|these|those|no|happy|early|final|last|first|dark|own)|['’]s)\s+$"
)


def read(found: Found, language: Language) -> Candidate | None:
    """Units in the plural without a number; only where a preposition says that they are a length.

    The early hours are a part of the night, and "a matter of days" says only how soon.
    """
    if found.get("one"):
        return _candidate(found, length(1, found.get("one")))
    if found.get("full") == "full" and found.get("fullunit") == "year":
        return Candidate(found.match.start(), found.match.end(), NAME, Shift("year", 0, "now", "year"))
    if found.get("full"):
        return _candidate(found, length(1, found.get("fullunit"))) if found.get("fullunit") != "season" else None
    unit = language.words.units[found.get("unit")]
    reference = found.get("ref")
    if reference == "the early" and unit == "hour":
        return None
    if reference in ("recent", "past") and unit in ("year", "day"):
        return _candidate(found, "PAST_REF", "DATE")
    if reference == "future" or (reference == "coming" and unit in ("month", "quarter")):
        return _candidate(found, "FUTURE_REF", "DATE")
    before = found.text[max(0, found.match.start() - 10) : found.match.start()].lower()
    bare = not (reference or found.get("long") or found.get("ahead"))
    if bare and not _is_length(found, before):
        return None
    return _candidate(found, length(None, unit))


def _is_length(found: Found, before: str) -> bool:
    """ "For weeks", "months of fighting"; not "the days of empire", "a matter of days"."""
    if before.endswith("matter of "):
        return False
    filled = _FILLED.match(found.text, found.match.end()) and not _SOME_DAYS.search(before)
    return before.endswith(_CUES) or bool(filled)


def _candidate(found: Found, value: str, kind: str = "DURATION") -> Candidate:
    return Candidate(
        found.match.start(), found.match.end(), NAME, Text("DATE" if kind == "DATE" else "DURATION", value)
    )
