"""Tuesday, last Tuesday, Tuesday night, Tuesday last week, a week from Friday."""

from __future__ import annotations

import re

from timelines.extraction import parts
from timelines.extraction.languages import Language
from timelines.extraction.meanings import Candidate, Found, Text, Weekday

NAME = "weekday"
_INDEFINITE = re.compile(r"\b(?:an?|one|any|some)\s$", re.IGNORECASE)
_ENDED = re.compile(
    r"$|[.,;:!?)”\"]|\s(?:in|of|at|and|or|when|that|to|with|after|before|for|by|he|she|it|they|is|was|as)\b"
)
_FORWARD = frozenset({"from", "after"})


def read(found: Found, language: Language) -> Candidate | None:
    """A day of the week. "Mondays" repeats itself; "sun" and "sat" in small letters are words."""
    name = found.match.group("weekday")
    if name[0].islower() or (len(name.rstrip(".")) <= 4 and not _whole(found, name)):
        return None
    number = language.words.weekdays.get(name.rstrip(".").lower())
    if number is None or _some_day(found):
        return None
    if found.get("plural"):
        return _candidate(found, Text("SET", f"XXXX-WXX-{number + 1}"))
    weeks = int(parts.number(found.get("weeks"), language) or 0) if found.get("weeks") else 0
    if found.get("weekago"):
        weeks = 1 if found.get("weekago") == "week" else 2
    elif weeks and found.get("dir") not in _FORWARD:
        weeks = -weeks
    if found.get("part").endswith("s") and found.get("part"):
        return _candidate(found, Text("SET", f"XXXX-WXX-{number + 1}T{parts.part(found.get('part'), language)}"))
    if found.get("beforelast"):
        weeks = -1
    from_text = found.get("lean") in ("previous", "preceding", "following")
    meaning = Weekday(number, _lean(found, language), weeks, parts.lean(found.get("weekafter"), language), from_text)
    return parts.with_time(_candidate(found, meaning), found, language)


def _lean(found: Found, language: Language) -> int | None:
    words = found.get("lean")
    return None if words in ("that", "this") else parts.lean(words, language)


def _some_day(found: Found) -> bool:
    """ "It fell on a Thursday" names no day; "a Friday deadline" does."""
    match = found.match
    if not _INDEFINITE.search(found.text[max(0, match.start() - 6) : match.start()]):
        return False
    return bool(_ENDED.match(found.text[match.end() : match.end() + 10]))


def _whole(found: Found, name: str) -> bool:
    """Short forms ("Sun", "Sat") only with their full stop, in capitals at a line's start, or before a date."""
    return name.endswith(".") and name.rstrip(".").lower() not in ("sun", "sat", "wed")


def _candidate(found: Found, meaning: Weekday | Text) -> Candidate:
    return Candidate(found.match.start(), found.match.end(), NAME, meaning)
