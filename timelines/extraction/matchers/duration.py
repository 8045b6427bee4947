"""Two weeks, a ten-year war, the past three months, 22 months, a couple of years."""

from __future__ import annotations

import re

from timelines.extraction import parts
from timelines.extraction.languages import Language
from timelines.extraction.lengths import length
from timelines.extraction.meanings import Candidate, Found, Text

NAME = "duration"
_RATE = re.compile(r"\s{1,4}(?:an?|per|each|every)\s{1,4}(?:day|week|month|year)\b")
_AS = re.compile(r"\bas\s+$")
_WILL = re.compile(r"\b(?:will|would|could|may|might|can|shall|to)\s+$")
_SUBJECT = re.compile(r"\b(?:he|she|they|who|it|we|i|that)\s+$")


def read(found: Found, language: Language) -> Candidate | None:
    """A length of time, as TIMEX3's P2W; "a second" is left alone, as "a day" is where it means each day."""
    unit = language.words.units[found.get("unit")]
    if unit in ("second",):
        return None
    if found.get("vague") == "many" and _AS.search(found.text, max(0, found.match.start() - 4), found.match.start()):
        return None
    if found.get("vague") or (found.get("n") in ("a", "an") and found.get("unit").endswith("s")):
        return _candidate(found, length(None, unit))
    number = 2.0 if found.get("couple") else parts.number(found.get("n"), language)
    if number is None or _is_age(found) or _is_rate(found, unit):
        return None
    return _one_day(found) if found.get("n") == "one" and unit == "day" else _counted(found, number, unit)


def _counted(found: Found, number: float, unit: str) -> Candidate | None:
    if unit == "quarter" and number > 20:
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


def _is_rate(found: Found, unit: str) -> bool:
    """ "24 hours a day", "five days a week"."""
    return unit in ("minute", "hour", "day") and bool(_RATE.match(found.text, found.match.end()))


def _one_day(found: Found) -> Candidate | None:
    """ "It will one day be sold" tells of a day to come, "he one day left" of none; else it is a length."""
    match = found.match
    before = found.text[max(0, match.start() - 12) : match.start()].lower()
    if match.group()[3:4] == " " and _WILL.search(before):
        return Candidate(match.start(), match.end(), NAME, Text("DATE", "FUTURE_REF"))
    return None if _SUBJECT.search(before) else _candidate(found, length(1, "day"))


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
