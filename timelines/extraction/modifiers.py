"""What stands before a date and belongs to it: early, mid-, late, about, since, until, by, before, after, the.

Read leftwards from each candidate, so that no rule needs to know these words.
"""

from __future__ import annotations

from timelines.extraction import parts
from timelines.extraction.languages import Language
from timelines.extraction.meanings import Calendar, Candidate, Holiday, Same, Shift, Span, TimeOfDay, Weekday
from timelines.extraction.types import Mod

_LOOK = 30
_PLACES = ("START", "MID", "END", "APPROX")
_DATED = (Calendar, Span, Weekday, Holiday, Shift, Same, TimeOfDay)
_LIMITS: frozenset[str] = frozenset({"ON_OR_AFTER", "ON_OR_BEFORE", "BEFORE", "AFTER"})


def modify(text: str, candidate: Candidate, language: Language, floor: int) -> None:
    """Give `candidate` its mod, and a start that takes in words of place ("early", "about"); never before `floor`.

    "over" counts only before a number ("over 20 years ago"): "over the weekend" is no more than the weekend.
    """
    if not isinstance(candidate.meaning, _DATED):
        return
    _name_week(text, candidate, language, floor)
    _name_period(text, candidate, language)
    for _ in range(2):
        match = language.modifier.before(text, max(floor, candidate.start - _LOOK), candidate.start)
        if not match or not match["mod"]:
            return
        words = " ".join(match["mod"].lower().split())
        mod: Mod = language.words.mods[words]  # type: ignore[assignment]
        if mod == "MORE_THAN" and candidate.rule != "ago":
            return
        if mod in _LIMITS:
            candidate.mod = candidate.mod or _limit(mod, candidate)
            return
        if mod in _PLACES and candidate.mod is None and not _day_with_place(mod, candidate):
            candidate.mod = mod
        candidate.start -= len(match.group())


def _name_week(text: str, candidate: Candidate, language: Language, floor: int) -> None:
    """ "The week of 6 March" runs from Monday to Sunday around the day; "beginning" and "ending" say more."""
    if not isinstance(candidate.meaning, Calendar) or candidate.meaning.day is None or candidate.clock:
        return
    match = language.week_of.before(text, max(floor, candidate.start - _LOOK), candidate.start)
    if match and not candidate.range_start:
        candidate.start -= len(match.group())
        kind = next((name for name, words in match.groupdict().items() if words), "around")
        candidate.week = kind  # type: ignore[assignment]


def _name_period(text: str, candidate: Candidate, language: Language) -> None:
    """ "The year to March 2019" tells of all its months; its words stay those of the date."""
    meaning = candidate.meaning
    if not isinstance(meaning, Calendar) or not meaning.month or candidate.week or candidate.clock:
        return
    match = language.period_ended.before(text, max(0, candidate.start - _PERIOD), candidate.start)
    if match:
        number = parts.number(match["n"], language) if match["n"] else 1
        unit = language.words.units[match["unit"].lower()]
        candidate.ended = (unit, int(number or 1))  # type: ignore[assignment]


_PERIOD = 50


def _limit(mod: Mod, candidate: Candidate) -> Mod | None:
    """A limit before a time of day ("by 5 p.m.") does not open the day."""
    return None if candidate.clock or isinstance(candidate.meaning, TimeOfDay) else mod


def _day_with_place(mod: Mod, candidate: Candidate) -> bool:
    """ "late Friday", "early on 3 May": part of the day, which the day's own mod would misplace."""
    meaning = candidate.meaning
    one_day = (
        isinstance(meaning, Weekday | Holiday)
        or (isinstance(meaning, Calendar) and meaning.day is not None)
        or (isinstance(meaning, Shift) and meaning.grain == "day")
    )
    return one_day and mod != "APPROX"
