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
    if found.get("times"):
        return _times_ago(found, language)
    name = found.match.group("weekday")
    if name[0].islower() or (len(name.rstrip(".")) <= 4 and not _whole(found, name)):
        return None
    number = language.words.weekdays.get(name.rstrip(".").lower())
    if number is None or _some_day(found):
        return None
    if found.get("plural"):
        return _candidate(found, Text("SET", f"XXXX-WXX-{number + 1}"))
    weeks = _weeks(found, language)
    if found.get("part").endswith("s") and found.get("part"):
        return _candidate(found, Text("SET", f"XXXX-WXX-{number + 1}T{parts.part(found.get('part'), language)}"))
    from_text = found.get("lean") in ("previous", "preceding", "following")
    meaning = Weekday(number, _lean(found, language), weeks, parts.lean(found.get("weekafter"), language), from_text)
    return parts.with_time(_candidate(found, meaning), found, language)


def _weeks(found: Found, language: Language) -> int:
    """How many weeks away the day is: "two weeks from Friday", "the Monday before last"."""
    if found.get("beforelast"):
        return -1
    if found.get("weekago"):
        return 1 if found.get("weekago") == "week" else 2
    weeks = int(parts.number(found.get("weeks"), language) or 0) if found.get("weeks") else 0
    return weeks if found.get("dir") in _FORWARD else -weeks


def _times_ago(found: Found, language: Language) -> Candidate | None:
    """ "Two Sundays ago" is the Sunday before the last one."""
    number, times = language.words.weekdays[found.get("onday")], parts.number(found.get("times"), language)
    capital = found.match.group("onday")[0].isupper()
    return _candidate(found, Weekday(number, -1, 1 - int(times or 1))) if capital else None


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
