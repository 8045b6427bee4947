"""June 29, June 29th, Jan. 6, Tuesday, June 29, 2019, June 29 last year."""

from __future__ import annotations

from timelines.extraction import parts
from timelines.extraction.languages import Language
from timelines.extraction.meanings import Candidate, Found

NAME = "month-day"


def read(found: Found, language: Language) -> Candidate | None:
    """A month's name and a day. "may 5" in small letters is a verb and a number, as "march 20" is."""
    name = found.match.group("month")
    if name[0].islower() and name.lower().rstrip(".") in ("may", "march", "mar", "dec", "jan", "sep"):
        return None
    word = found.get("dayword")
    day = language.words.ordinals.get(word.replace(" ", "-")) if word else parts.day(found.get("day"))
    meaning = parts.calendar(found, language, parts.month(name, language), day)
    return parts.with_time(Candidate(found.match.start(), found.match.end(), NAME, meaning), found, language)
