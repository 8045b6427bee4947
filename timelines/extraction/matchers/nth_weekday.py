"""The first Monday in June 2021, the last Sunday of October, the third Thursday in November."""

from __future__ import annotations

from dataclasses import replace

from timelines.extraction import parts
from timelines.extraction.languages import Language
from timelines.extraction.meanings import Candidate, Found

NAME = "nth-weekday"
_LAST = ("last", "final")


def read(found: Found, language: Language) -> Candidate | None:
    """A weekday by its number in a month that is named."""
    month = found.match.group("month")
    weekday = language.words.weekdays.get(found.get("weekday").rstrip("."))
    if month[0].islower() or weekday is None:
        return None
    which = -1 if found.get("nth") in _LAST else language.words.ordinals[found.get("nth")]
    meaning = parts.calendar(found, language, parts.month(month, language), None)
    meaning = replace(meaning, weekday=weekday, nth=which)
    return parts.with_time(Candidate(found.match.start(), found.match.end(), NAME, meaning), found, language)
