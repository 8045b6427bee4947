"""A time and the day beside it are one expression: "the morning of 31 January 1965", "5 p.m. EST, Nov. 9"."""

from __future__ import annotations

from timelines.extraction.languages import Language
from timelines.extraction.meanings import Calendar, Candidate, Shift, TimeOfDay, Weekday

_FAR = 14


def join_times(text: str, candidates: list[Candidate], language: Language) -> list[Candidate]:
    """The candidates with each time of day joined to the day that directly follows it."""
    joined: list[Candidate] = []
    for candidate in candidates:
        before = joined[-1] if joined else None
        if before and _is_time(before) and _is_day(candidate) and _touch(text, before, candidate, language):
            candidate.start = before.start
            candidate.clock, candidate.part = before.clock, before.part
            joined.pop()
        joined.append(candidate)
    return [candidate for candidate in joined if not _is_bare_night(text, candidate)]


def _is_time(candidate: Candidate) -> bool:
    return isinstance(candidate.meaning, TimeOfDay) and bool(candidate.clock or candidate.part)


def _is_day(candidate: Candidate) -> bool:
    meaning = candidate.meaning
    if candidate.clock or candidate.part:
        return False
    day = isinstance(meaning, Calendar) and meaning.day is not None
    return day or isinstance(meaning, Weekday) or (isinstance(meaning, Shift) and meaning.grain == "day")


def _touch(text: str, time: Candidate, day: Candidate, language: Language) -> bool:
    between = text[time.end : day.start]
    return len(between) <= _FAR and bool(language.time_link.fullmatch(between))


def _is_bare_night(text: str, candidate: Candidate) -> bool:
    """ "the night" without its date says too little."""
    return (
        candidate.rule == "part-of-day"
        and isinstance(candidate.meaning, TimeOfDay)
        and candidate.part == "NI"
        and text[candidate.start : candidate.start + 3].lower() == "the"
    )
