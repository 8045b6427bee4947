"""Last month, this week, next year, last May, next summer, that year, the previous day, last year's third quarter."""

from __future__ import annotations

from timelines.extraction import parts
from timelines.extraction.languages import Language
from timelines.extraction.lengths import length
from timelines.extraction.meanings import Base, Calendar, Candidate, Found, Meaning, Same, Shift, Text, Unit
from timelines.extraction.types import Mod

NAME = "relative-unit"
_SAME = ("that", "same", "that same")
_TEXT = ("previous", "prior", "preceding", "following", "ensuing", "subsequent")
_EDGES: dict[str, Mod] = {
    "end": "END",
    "close": "END",
    "latter part": "END",
    "latter half": "END",
    "rest": "END",
    "remainder": "END",
    "beginning": "START",
    "start": "START",
    "early part": "START",
    "middle": "MID",
}


def read(found: Found, language: Language) -> Candidate | None:
    """A unit, month or season leaning on the publication ("last") or on the text ("the following")."""
    match = found.match
    words = found.get("lean")
    meaning = _meaning(found, language, words)
    if meaning is None:
        return None
    candidate = Candidate(match.start(), match.end(), NAME, meaning)
    candidate.mod = _EDGES.get(found.get("edge")) or ("END" if found.get("end") else None)
    if found.get("part"):
        candidate.part = parts.part(found.get("part"), language)
    return candidate


def _meaning(found: Found, language: Language, words: str) -> Meaning:
    same = words in _SAME
    lean = 0 if same else parts.lean(words, language) or 0
    if found.get("month"):
        return _month(found, language, lean, same)
    if found.get("season"):
        sub = language.words.seasons[found.get("season")]
        return Calendar(sub=sub, year_lean=parts.SAME_YEAR) if same else Calendar(sub=sub, lean=lean)
    return _unit(found, words, lean, same)


def _unit(found: Found, words: str, lean: int, same: bool) -> Meaning:
    unit = found.get("unit")
    if found.get("sub"):
        return _sub(found, lean, same)
    if unit == "day" and words == "this":
        return None
    special = _special(found, words, unit, lean)
    if special is not None:
        return special
    if unit == "period" or (unit == "century" and not same and lean == 0):
        return None
    if same:
        return Same(_as_unit(unit))
    if unit in ("day", "night") and words in ("last", "past", "latest", "current"):
        return None
    if words in ("past", "latest") and unit not in ("quarter", "year", "weekend"):
        return None
    article = _has_article(found)
    base: Base = "text" if words in _TEXT or (article and words == "next") else "now"
    return Shift(_as_unit(unit), lean, base, _as_unit(unit))


def _special(found: Found, words: str, unit: str, lean: int) -> Meaning:
    """What is more than a unit that leans: the latest quarter, last year's quarter, the past decade."""
    if words == "latest" and unit in ("quarter", "period"):
        return Same("quarter")
    if found.get("bare"):
        return Shift("year", lean, "either", None) if lean else Same("quarter")
    article = _has_article(found)
    if words in ("past", "last") and unit in ("decade", "century") and (article or words == "past"):
        return Text("DURATION", length(1, unit))
    return None


def _has_article(found: Found) -> bool:
    """ "The next year", not "the start of next year"."""
    before = found.text[max(0, found.match.start("lean") - 4) : found.match.start("lean")].lower()
    return before.strip() == "the"


def _sub(found: Found, lean: int, same: bool) -> Meaning:
    """ "last year's third quarter"."""
    number = {"first": 1, "second": 2, "third": 3, "fourth": 4}.get(found.get("sub"), 4)
    letter = "Q" if found.get("subunit") == "quarter" else "H"
    sub = f"{letter}{min(number, 2) if letter == 'H' else number}"
    return Calendar(sub=sub, year_lean=parts.SAME_YEAR if same else lean)


def _as_unit(word: str) -> Unit:
    units: dict[str, Unit] = {"night": "day", "fortnight": "fortnight"}
    return units.get(word, word)  # type: ignore[arg-type]


def _month(found: Found, language: Language, lean: int, same: bool) -> Meaning:
    name = found.match.group("month")
    if not name[0].isupper():
        return None
    day = parts.day(found.get("day")) if found.get("day") else None
    return Calendar(
        month=parts.month(name, language),
        day=day,
        lean=None if same else lean,
        year_lean=parts.SAME_YEAR if same else None,
    )
