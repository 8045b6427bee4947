"""The 19th century, the fifth century BC."""

from __future__ import annotations

from timelines.extraction.languages import Language
from timelines.extraction.meanings import Candidate, Found, Span

NAME = "century"


def read(found: Found, language: Language) -> Candidate | None:
    """A century by its number: the 19th has the years 18XX."""
    number = (
        int(found.get("n")) if found.get("n") else language.words.ordinals.get(found.get("word").replace(" ", "-"), 0)
    )
    if not 1 <= number <= 30:
        return None
    meaning = Span(f"{number - 1:02d}", before_christ=bool(found.get("bc")))
    return Candidate(found.match.start(), found.match.end(), NAME, meaning)
