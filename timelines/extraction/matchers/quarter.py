"""The third quarter of 2019, Q3 2019, the first half, fourth-quarter profit."""

from __future__ import annotations

import re

from timelines.extraction import parts
from timelines.extraction.languages import Language
from timelines.extraction.meanings import Calendar, Candidate, Found

NAME = "quarter"
_ORDINALS = {"first": 1, "opening": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}
_FISCAL = re.compile(r"fiscal|FY")
_SPORT = re.compile(
    r"\b(?:touchdown|goal|yards?|game|score[ds]?|kick|pass|halftime|minutes?\s+(?:into|of)|quarterback|match|lead|rebounds?)\b",
    re.IGNORECASE,
)


def read(found: Found, language: Language) -> Candidate | None:
    """A quarter or half of a year; of a match it is none."""
    match = found.match
    around = found.text[max(0, match.start() - 60) : match.end() + 60]
    sub = _sub(found)
    if sub is None or _SPORT.search(around) or _of_something_else(found, sub):
        return None
    year, lean = _year(found, language)
    fiscal = bool(_FISCAL.search(match.group()))
    if found.get("yearago"):
        return Candidate(match.start(), match.end(), NAME, Calendar(sub=sub, year_lean=-1, fiscal=fiscal))
    if sub and not year and lean is None and not found.get("ordinal"):
        return None if sub[0] == "H" else Candidate(match.start(), match.end(), NAME, Calendar(sub=sub))
    return Candidate(match.start(), match.end(), NAME, Calendar(year=year, sub=sub, year_lean=lean, fiscal=fiscal))


def _sub(found: Found) -> str | None:
    if found.get("q") or found.get("qq"):
        return f"Q{found.get('q') or found.get('qq')}"
    if found.get("h") or found.get("hh"):
        return f"H{found.get('h') or found.get('hh')}"
    ordinal, what = found.get("ordinal"), found.get("what")
    if ordinal in ("final", "last", "latter"):
        number = 2 if what == "half" else 4
        if what != "half" and ordinal != "final" and not (found.get("year") or found.get("shortyear")):
            return None
    else:
        number = _ORDINALS[ordinal]
    if what == "half":
        return f"H{number}" if number <= 2 else None
    return f"Q{number}" if what == "quarter" else None


def _of_something_else(found: Found, sub: str) -> bool:
    """ "the first half of the 20th century" and "second half of the match" are not halves of a year."""
    dated = any(found.get(name) for name in ("year0", "leanyear0", "year", "shortyear", "leanyear", "same"))
    return sub[0] == "H" and not dated and not any(found.get(name) for name in ("qyear", "fyear", "tightyear"))


def _year(found: Found, language: Language) -> tuple[int | None, int | None]:
    for name in ("year0", "year", "shortyear", "qyear", "fyear", "tightyear"):
        if found.get(name):
            return parts.full_year(found.get(name)), None
    words = found.get("leanyear0") or found.get("leanyear") or found.get("leanq")
    if words:
        return None, parts.SAME_YEAR if "that" in words else parts.lean(words, language)
    return None, parts.SAME_YEAR if found.get("same") else None
