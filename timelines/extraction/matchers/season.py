"""Summer 2020, the summer of 2020, the summer."""

from __future__ import annotations

import re

from timelines.extraction import parts
from timelines.extraction.languages import Language
from timelines.extraction.meanings import Calendar, Candidate, Found

NAME = "season"
_CUE = re.compile(
    r"\b(?:in|of|since|until|by|from|through|during|before|after|into|late|early|over|throughout|for|and|to|following)\s+(?:the\s+)?(?:early\s+|late\s+)?$",
    re.IGNORECASE,
)


def read(found: Found, language: Language) -> Candidate | None:
    """A season. "fall" and "spring" alone are verbs more often than not, so they need "the" and a preposition."""
    match = found.match
    word, sub = found.get("season"), language.words.seasons[found.get("season")]
    meaning = parts.calendar(found, language, None, None)
    meaning = Calendar(year=meaning.year, sub=sub, year_lean=meaning.year_lean)
    dated = meaning.year is not None or meaning.year_lean is not None
    if not dated and not _cued(found, word):
        return None
    return Candidate(match.start(), match.end(), NAME, meaning)


def _cued(found: Found, word: str) -> bool:
    before = found.text[max(0, found.match.start() - 24) : found.match.start()]
    article = found.match.group().lower().startswith("the")
    if not _CUE.search(before):
        return False
    if word in ("fall", "spring"):
        return article and not found.match.group("after").lstrip().startswith(("of ", "in "))
    return not re.match(
        r"\s+(?:of|season|sports?|camp|home|olympic|games|palace|break|holidays?|vacation)\b",
        found.match.group("after"),
    )
