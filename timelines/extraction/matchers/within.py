"""In two weeks, within ten days, in three years' time."""

from __future__ import annotations

from timelines.extraction import parts
from timelines.extraction.languages import Language
from timelines.extraction.meanings import Candidate, Found, Shift, Unit

NAME = "within"
_PREFIX = {"year": "P{}Y", "month": "P{}M", "week": "P{}W", "day": "P{}D", "hour": "PT{}H", "minute": "PT{}M"}


def read(found: Found, language: Language) -> Candidate | None:
    """Only "in two weeks' time" names a day; "in two weeks" and "within" are lengths."""
    if not found.get("tail") or not found.get("n"):
        return None
    unit: Unit = language.words.units[found.get("unit")]  # type: ignore[assignment]
    number = parts.number(found.get("n"), language)
    if number is None:
        return None
    return Candidate(found.match.start(), found.match.end(), NAME, Shift(unit, number, "now"))
