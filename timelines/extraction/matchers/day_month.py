"""29 June, 29 June 2019, the 6th of January, Sunday 3 May."""

from __future__ import annotations

from timelines.extraction import parts
from timelines.extraction.languages import Language
from timelines.extraction.meanings import Candidate, Found

NAME = "day-month"


def read(found: Found, language: Language) -> Candidate | None:
    """A day and a month's name. "5 may" in small letters is a number and a verb."""
    name = found.match.group("month")
    if name[0].islower() and name.lower().rstrip(".") in ("may", "march", "mar", "dec", "jan", "sep", "sun", "sat"):
        return None
    word = found.get("dayword")
    day = language.words.ordinals.get(word.replace(" ", "-")) if word else parts.day(found.get("day"))
    meaning = parts.calendar(found, language, parts.month(name, language), day)
    return parts.with_time(Candidate(found.match.start(), found.match.end(), NAME, meaning), found, language)
