"""Now, currently, recently, the past, the future: times that name no day."""

from __future__ import annotations

from timelines.extraction.languages import Language
from timelines.extraction.meanings import Candidate, Found, Text

NAME = "reference"


def read(found: Found, language: Language) -> Candidate | None:
    """PRESENT_REF, PAST_REF or FUTURE_REF of TIMEX3. "Now," and "Now for" open a sentence as "well," does."""
    if found.match.group() == "Now" and found.text.startswith((",", " for "), found.match.end()):
        return None
    if found.get("present") or found.get("current"):
        value = "PRESENT_REF"
    elif found.get("former") == "future":
        value = "FUTURE_REF"
    else:
        value = "PAST_REF" if found.get("past") or found.get("recent") or found.get("former") else "FUTURE_REF"
    return Candidate(found.match.start(), found.match.end(), NAME, Text("DATE", value))
