"""Two weeks ago, a year earlier, three days later, 50 years ago, several years ago."""

from __future__ import annotations

import re

from timelines.extraction import parts
from timelines.extraction.languages import Language
from timelines.extraction.meanings import Base, Candidate, Found, Shift, Text, Unit

NAME = "ago"
_PAST = frozenset({"ago", "earlier", "before", "previously", "prior", "back", "since"})
_NOW = frozenset({"ago", "hence", "from now", "back", "from today"})
_AFTER_SOMETHING = re.compile(
    r"\s+(?:the|his|her|its|their|a|an|it|he|she|they|that|being|taking|leaving|winning|[A-Z])\b"
)


def read(found: Found, language: Language) -> Candidate | None:
    """So many units from the publication ("ago") or from the last date told ("earlier", "later")."""
    match, direction = found.match, found.get("dir")
    past = direction in _PAST
    unit: Unit = language.words.units[found.get("unit")]  # type: ignore[assignment]
    if direction in ("before", "after", "prior", "since", "back", "into"):
        return None
    if unit == "year" and not (found.get("n") or found.get("couple") or found.get("vague")):
        return None
    start, end = match.start(), match.end("exact") if found.get("exact") else match.end("dir")
    amount = _amount(found, language)
    if amount is None:
        return (
            Candidate(start, end, NAME, Text("DATE", "PAST_REF" if past else "FUTURE_REF"))
            if found.get("vague") or direction == "ago" or _told(found)
            else None
        )
    base: Base = "now" if direction in _NOW else "text"
    return Candidate(start, end, NAME, Shift(unit, -amount if past else amount, base, parts.exact(found)))


def _told(found: Found) -> bool:
    """ "He died weeks later"; not "weeks later than planned", "days later or never"."""
    return found.get("dir") in ("earlier", "later") and not _COMPARED.match(found.text, found.match.end())


_COMPARED = re.compile(r"\s+(?:than|or)\b")


def _amount(found: Found, language: Language) -> float | None:
    if found.get("couple"):
        return 2
    if found.get("n"):
        half = 0.5 if re.search(r"and\s+a\s+half", found.match.group()) and "half" not in found.get("n") else 0
        number = parts.number(found.get("n"), language)
        return None if number is None else number + half
    return None
