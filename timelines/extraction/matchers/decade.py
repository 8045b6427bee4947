"""The 1990s, the '90s, the nineties."""

from __future__ import annotations

import re

from timelines.extraction.languages import Language
from timelines.extraction.meanings import Candidate, Found, Span

NAME = "decade"
_NINETEENTH = 190
_CENTURIES = 1900
"""The 1800s are a century; of the 1900s and 2000s only the first ten years are surely meant."""
_NOT_YEARS = re.compile(
    r"\b(?:temperatures?|degrees?|highs?|lows?|heat|cold|weather|warm\w*|cool\w*|humid\w*|mercury|forecast|aged?|ages|scor\w+"
    r"|it\s+(?:was|is|will\s+be)\s+in|shot|round|points?|percent|percentile|per\s+cent|mph|km/h|speeds?|pulse|low|mid|high|upper|number)\b",
    re.IGNORECASE,
)
_LOOK = 70
_AGE = re.compile(
    r"\b(?:his|her|their|my|your|our|in\s+(?:his|her|their))\s+(?:early\s+|late\s+|mid-?\s*)?$", re.IGNORECASE
)


def _unmarked(found: Found, before: str) -> Candidate | None:
    """ "In the 90s" is a decade unless the words around measure something."""
    match = found.match
    if not match.group().lower().startswith("the ") or not re.search(r"\b(?:in|of|since|from|late|early)\s+$", before):
        return None
    if _NOT_YEARS.search(found.text[max(0, match.start() - _LOOK) : match.end() + _LOOK]):
        return None
    return Candidate(match.start(), match.end(), NAME, Span(f"19{found.get('short')[0]}"))


def read(found: Found, language: Language) -> Candidate | None:
    """A decade; "in her 30s" and "in the low 80s" are none."""
    text, match = found.text, found.match
    if found.get("year"):
        year = found.get("year")
        whole = year.endswith("00") and int(year) < _CENTURIES
        return Candidate(match.start(), match.end(), NAME, Span(year[:2] if whole else year[:3]))
    if found.get("bcyear"):
        prefix = f"{int(found.get('bcyear')) // 10:03d}"
        return Candidate(match.start(), match.end(), NAME, Span(prefix, before_christ=True))
    before = text[max(0, match.start() - 22) : match.start()]
    if _AGE.search(before):
        return None
    if found.get("short"):
        marked = text[match.start("short") - 1] in "'’‘`" or match.group("short")[0] in "'’‘`"
        if not marked:
            return _unmarked(found, before)
        tens = int(re.sub(r"\D", "", found.get("short"))) // 10
        start = match.start("short") if match.group("short")[0] in "'’‘`" else match.start("short") - 1
        start = min(start, match.start())
        return Candidate(start, match.end(), NAME, Span(f"19{tens}"))
    word = found.get("word").replace("-", " ").split()[-1]
    if (
        not match.group().lower().startswith("the ")
        and not re.search(r"\b(?:early|late|mid)[-\s]+$", before)
        and not found.get("word").startswith("nineteen")
    ):
        return None
    return Candidate(match.start(), match.end(), NAME, Span(str(_NINETEENTH + language.words.decades[word])))
