"""490 BC, 499-493 BC, AD 79, 476 CE."""

from __future__ import annotations

from timelines.extraction.languages import Language
from timelines.extraction.meanings import Calendar, Candidate, Found

NAME = "year-bc"


def read(found: Found, language: Language) -> Candidate | tuple[Candidate, ...] | None:
    """A year with its era. Years before Christ are counted astronomically: 490 BC is -489."""
    match = found.match
    if found.get("adyear"):
        return Candidate(match.start(), match.end(), NAME, Calendar(year=int(found.get("adyear"))))
    before = found.get("era").startswith("b")
    first = Calendar(year=_year(found.get("year"), before))
    if not found.get("second"):
        return Candidate(match.start(), match.end(), NAME, first)
    second = Calendar(year=_year(found.get("second"), before))
    return (
        Candidate(match.start(), match.end("year"), NAME, first, range_start=True),
        Candidate(match.start("second"), match.end(), NAME, second, range_end=True),
    )


def _year(words: str, before: bool) -> int:
    return 1 - int(words) if before else int(words)
