"""Weeks, recent years, the coming months, decades-long, the full year."""

from __future__ import annotations

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
    if bare and (not before.endswith(_CUES) or before.endswith("matter of ")):
        return None
    return _candidate(found, length(None, unit))


def _candidate(found: Found, value: str, kind: str = "DURATION") -> Candidate:
    return Candidate(
        found.match.start(), found.match.end(), NAME, Text("DATE" if kind == "DATE" else "DURATION", value)
    )
