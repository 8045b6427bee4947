"""The day before, the week after, a day later, the month before last."""

from __future__ import annotations

from timelines.extraction.languages import Language
from timelines.extraction.meanings import Base, Candidate, Found, Shift, Unit

NAME = "day-before"
_BACK = frozenset({"before", "prior", "earlier", "previous", "previously", "ago"})


def read(found: Found, language: Language) -> Candidate | None:
    """One unit from the last date told, or from the publication ("the week before last", "a year ago")."""
    word: str = found.get("unit")
    unit: Unit = "day" if word == "night" else word  # type: ignore[assignment]
    back = found.get("dir") in _BACK
    tail = found.get("tail")
    steps = 2 if tail in ("last", "yesterday", "next", "tomorrow") else 1
    base: Base = "now" if tail in ("last", "yesterday", "next", "tomorrow") or found.get("dir") == "ago" else "text"
    if found.get("dir") == "following" and not found.match.group().lower().startswith("the"):
        return None
    meaning = Shift(unit, -steps if back else steps, base, unit)
    return Candidate(found.match.start(), found.match.end(), NAME, meaning)
