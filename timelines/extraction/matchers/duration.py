"""Two weeks, a ten-year war, the past three months, 22 months, a couple of years."""

from __future__ import annotations

from timelines.extraction import parts
from timelines.extraction.languages import Language
from timelines.extraction.lengths import length
from timelines.extraction.meanings import Candidate, Found, Text

NAME = "duration"


def read(found: Found, language: Language) -> Candidate | None:
    """A length of time, as TIMEX3's P2W; "a second" is left alone, as "a day" is where it means each day."""
    unit = language.words.units[found.get("unit")]
    if unit in ("second",):
        return None
    if found.get("vague") or (found.get("n") in ("a", "an") and found.get("unit").endswith("s")):
        return _candidate(found, length(None, unit))
    number = 2.0 if found.get("couple") else parts.number(found.get("n"), language)
    if number is None or (unit == "quarter" and number > 20) or _is_age(found):
        return None
    if found.get("to") and unit in ("month", "day", "week") and number > 9:
        return _candidate(found, length(None, unit))
    if unit == "quarter" and number > 1:
        number, unit = number * 3, "month"
    if _bare_article(found, unit):
        return Candidate(found.match.start(), found.match.end(), NAME, Text("SET", length(1, unit)))
    if found.get("half"):
        number += 0.5
    return _candidate(found, length(number, unit))


def _is_age(found: Found) -> bool:
    """ "37 years old", "a six-year-old boy"."""
    return bool(found.get("age"))


def _bare_article(found: Found, unit: str) -> bool:
    """ "eight dollars a day" and "twice a year": an article after a number or a noun of money is a rate."""
    if found.get("n") not in ("a", "an"):
        return False
    before = found.text[max(0, found.match.start() - 24) : found.match.start()].rstrip().lower()
    return (
        before.endswith(
            (
                "times",
                "once",
                "twice",
                "percent",
                "cents",
                "dollars",
                "barrels",
                "share",
                "people",
                "million",
                "billion",
                "hours",
                "days",
                "minutes",
                "tons",
                "euros",
                "pounds",
                "%",
            )
        )
        or before[-1:].isdigit()
    )


def _candidate(found: Found, value: str) -> Candidate:
    return Candidate(found.match.start(), found.match.end(), NAME, Text("DURATION", value))
