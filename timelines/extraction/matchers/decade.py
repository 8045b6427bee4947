"""The 1990s, the '90s, the nineties."""

from __future__ import annotations

import re

from timelines.extraction.languages import Language
from timelines.extraction.meanings import Candidate, Found, Span

NAME = "decade"
_AGE = re.compile(
    r"\b(?:his|her|their|my|your|our|in\s+(?:his|her|their))\s+(?:early\s+|late\s+|mid-?\s*)?$", re.IGNORECASE
)


def read(found: Found, language: Language) -> Candidate | None:
    """A decade; "in her 30s" and "in the low 80s" are none."""
    text, match = found.text, found.match
    if found.get("year"):
        return Candidate(match.start(), match.end(), NAME, Span(found.get("year")[:3]))
    if found.get("bcyear"):
        prefix = f"{int(found.get('bcyear')) // 10:03d}"
        return Candidate(match.start(), match.end(), NAME, Span(prefix, before_christ=True))
    before = text[max(0, match.start() - 22) : match.start()]
    if _AGE.search(before):
        return None
    if found.get("short"):
        marked = text[match.start("short") - 1] in "'’‘`" or match.group("short")[0] in "'’‘`"
        if not marked:
            return None
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
    return Candidate(match.start(), match.end(), NAME, Span(f"19{language.words.decades[word]}"))
