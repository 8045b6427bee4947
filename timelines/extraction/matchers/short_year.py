"""'98."""

from __future__ import annotations

import re

from timelines.extraction import parts
from timelines.extraction.languages import Language
from timelines.extraction.meanings import Calendar, Candidate, Found

NAME = "short-year"
_CUE = re.compile(
    r"\b(?:in|of|since|until|by|from|to|through|before|after|late|early|mid|and|or|summer|spring|fall|autumn"
    r"|winter|class|election|than)[\s-]+['’‘`]$|[-–]['’‘`]$",
    re.IGNORECASE,
)


def read(found: Found, language: Language) -> Candidate | None:
    """Two digits after an apostrophe, where a word that years take stands before; else it is a quotation mark."""
    start = found.match.start() - 1
    if not _CUE.search(found.text[max(0, start - 12) : start + 1]):
        return None
    return Candidate(start, found.match.end(), NAME, Calendar(year=parts.full_year(found.get("year"))))
