"""On the 14th; never the 14th floor, the 14th Amendment or a golf course's 14th."""

from __future__ import annotations

import re

from timelines.extraction import parts
from timelines.extraction.languages import Language
from timelines.extraction.meanings import Calendar, Candidate, Found

NAME = "bare-day"
_CUE = re.compile(r"\b(?:on|by|until|till|from)\s+$", re.IGNORECASE)
_GOES_ON = re.compile(
    r"\s*(?:$|\n|[.,;:!?)\"”—–])|\s+(?:and|but|at|when|after|before|as|to|with|he|she|it|they|we|the|his|her|its|police"
    r"|officials|that|because|while|until|amid|in\s+(?:the\s+(?:morning|afternoon|evening)|[A-Z]))\b"
)
_COUNTED = re.compile(
    r"\b(?:holes?|birdies?|bogeys?|par|eagles?|greens?|tee|fairway|putt|bunker|lap|floors?|storeys?|ballot|overs?|wicket"
    r"|innings?|round|attempt|century|fence|stage|page|place|position|row|minute|amendment)\b",
    re.IGNORECASE,
)
_AROUND = 90


def read(found: Found, language: Language) -> Candidate | None:
    """A day by its number alone. It takes a preposition of days before it and no noun that is counted around it."""
    match, text = found.match, found.text
    if not _CUE.search(text[max(0, match.start() - 8) : match.start()]):
        return None
    if not _GOES_ON.match(match.group("after")):
        return None
    if _COUNTED.search(text[max(0, match.start() - _AROUND) : match.end() + _AROUND]):
        return None
    return Candidate(match.start(), match.end(), NAME, Calendar(day=parts.day(found.get("day"))))
