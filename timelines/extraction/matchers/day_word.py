"""Today, yesterday, tomorrow, tonight, yesterday evening."""

from __future__ import annotations

from timelines.extraction import normalise, parts
from timelines.extraction.languages import Language
from timelines.extraction.meanings import Candidate, Found, Shift

NAME = "day-word"


def read(found: Found, language: Language) -> Candidate | None:
    """A day counted from the publication. dateparser says how far; "USA Today" is caught before."""
    word = found.get("word")
    days = normalise.day_shift(word, language.code)
    if days is None:
        return None
    candidate = Candidate(found.match.start(), found.match.end(), NAME, Shift("day", days, "now", "day"))
    if word == "tonight":
        candidate.part = "NI"
    return parts.with_time(candidate, found, language)
