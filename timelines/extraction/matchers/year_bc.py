"""490 BC, 499-493 BC, AD 79, 476 CE."""

from __future__ import annotations

from timelines.extraction.languages import Language
from timelines.extraction.meanings import Calendar, Candidate, Found

NAME = "year-bc"


def read(found: Found, language: Language) -> Candidate | tuple[Candidate, ...] | None:
    """A year with its era; there is no year 0. Years before Christ are counted astronomically: 490 BC is -489."""
    match = found.match
    words = found.get("adyear") or found.get("year")
    if not int(words) or (found.get("second") and not int(found.get("second"))):
        return None
    before = not found.get("adyear") and found.get("era").startswith("b")
    first = Calendar(year=_year(words, before))
    if not found.get("second"):
        return Candidate(match.start(), match.end(), NAME, first)
    second = Calendar(year=_year(found.get("second"), before))
    ordered = (first.year or 0) < (second.year or 0)
    return (
        Candidate(match.start(), match.end("year"), NAME, first, range_start=ordered),
        Candidate(match.start("second"), match.end(), NAME, second, range_end=ordered),
    )


def _year(words: str, before: bool) -> int:
    return 1 - int(words) if before else int(words)
