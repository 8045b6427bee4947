"""The day before, the week after, a day later, the month before last."""

from __future__ import annotations

from timelines.extraction import parts
from timelines.extraction.languages import Language
from timelines.extraction.lengths import length
from timelines.extraction.meanings import Base, Candidate, Found, Meaning, Shift, Text, Unit

NAME = "day-before"
_BACK = frozenset({"before", "prior", "earlier", "previous", "previously", "ago"})


def read(found: Found, language: Language) -> Candidate | None:
    """One unit from the last date told, or from the publication ("the week before last", "a year ago").

    Before a clause ("a month after the airline gave up") it is only a length: what it is counted from is not a date.
    """
    match = found.match
    word: str = found.get("unit")
    unit: Unit = "day" if word == "night" else word  # type: ignore[assignment]
    direction, tail = found.get("dir"), found.get("tail")
    article = found.get("article")
    if not article and not tail and direction not in ("before", "earlier", "later"):
        return None
    if not tail and found.get("clause") and direction in ("before", "after", "following", "prior"):
        if not article:
            return None
        if article == "the":
            return None
        return Candidate(match.start(), match.end("unit"), NAME, Text("DURATION", length(1, unit)))
    if found.get("exact"):
        return Candidate(match.start(), match.end("exact"), NAME, Shift(unit, -1, "now", parts.exact(found)))
    end = match.end("tail") if tail else match.end("dir")
    part = "NI" if word == "night" else None
    return Candidate(match.start(), end, NAME, _meaning(unit, direction, tail), part=part)


def _meaning(unit: Unit, direction: str, tail: str) -> Meaning:
    back = direction in _BACK
    steps = 2 if tail else 1
    base: Base = "now" if tail else "text"
    if unit == "year" and not tail:
        return Shift(unit, -1 if back else 1, "report" if direction == "ago" else "either", None)
    if direction == "ago":
        base = "now"
    grain = None if unit == "week" and base == "text" else unit
    return Shift(unit, -steps if back else steps, base, grain)
