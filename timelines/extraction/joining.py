"""A time and the day beside it are one expression: "the morning of 31 January 1965", "5 p.m. EST, Nov. 9".

**The day of a time with a zone** is the day that the words give, as TIDES 2005 (3.2.5) and TIMEX3 have it: a time is
written down in the zone it is stated in and is never carried over to another. "11 p.m. EST Monday" is Monday, though it
was Tuesday already in Greenwich; a weekday beside it is counted in that zone; "23:30-05:00" stays on its own day. A
second clock in brackets ("9:30 p.m. EDT Thursday (0130 GMT Friday)") is the same moment said again for readers
elsewhere: it keeps its TIMEX3 value, and no day is offered for it.
"""

from __future__ import annotations

from timelines.extraction.languages import Language
from timelines.extraction.meanings import Calendar, Candidate, Shift, TimeOfDay, Weekday

_FAR = 14
_WIDEST_BRACKET = 60


def join_times(text: str, candidates: list[Candidate], language: Language) -> list[Candidate]:
    """The candidates with each time of day joined to the day beside it, and to itself in another zone."""
    joined: list[Candidate] = []
    for candidate in _said_once(text, candidates, language):
        before = joined[-1] if joined else None
        if before and _is_overnight(text, before, candidate, language):
            candidate.start, candidate.part = before.start, before.part
            joined.pop()
        elif (
            before
            and _is_time(before)
            and (_is_day(candidate) or _is_part(before, candidate))
            and _touch(text, before, candidate, language)
        ):
            candidate.start = before.start
            candidate.clock, candidate.part = before.clock, before.part
            joined.pop()
        joined.append(candidate)
    return [candidate for candidate in joined if not _is_bare_night(text, candidate)]


def _said_once(text: str, candidates: list[Candidate], language: Language) -> list[Candidate]:
    """The candidates, those marked that say a time again in another zone.

    Where the day follows on the bracket, "1704 GMT (10:04 a.m. PDT) on Friday", the bracket is part of its words.
    """
    kept: list[Candidate] = []
    for number, candidate in enumerate(candidates):
        end = _same_moment(text, kept[-1], candidate, language) if kept else 0
        if not end:
            kept.append(candidate)
            continue
        following = candidates[number + 1] if number + 1 < len(candidates) else None
        if following and _is_time(kept[-1]) and _is_day(following) and _links(text, end, following, language):
            kept[-1].end = end
        else:
            candidate.said_again = True
            kept.append(candidate)
    return kept


def _same_moment(text: str, first: Candidate, second: Candidate, language: Language) -> int:
    """Where the bracket closes that says the time ``first`` again; 0 where there is none."""
    if second.start - first.end > _FAR or not (second.clock and second.clock.zone is not None):
        return 0
    if not (first.clock or _is_day(first)) or not language.zone_bracket.fullmatch(text, first.end, second.start):
        return 0
    end = text.find(")", second.end, second.end + _WIDEST_BRACKET) + 1
    return 0 if "(" in text[second.end : end] or "\n" in text[second.end : end] else end


def _is_time(candidate: Candidate) -> bool:
    return isinstance(candidate.meaning, TimeOfDay) and bool(candidate.clock or candidate.part)


def _is_day(candidate: Candidate) -> bool:
    meaning = candidate.meaning
    if candidate.clock or candidate.part:
        return False
    day = isinstance(meaning, Calendar) and meaning.day is not None
    return day or isinstance(meaning, Weekday) or (isinstance(meaning, Shift) and meaning.grain == "day")


def _is_part(time: Candidate, part: Candidate) -> bool:
    """ "9 p.m. the previous evening": the part of day tells which day."""
    return bool(time.clock and part.part) and isinstance(part.meaning, Shift) and part.clock is None


def _touch(text: str, time: Candidate, day: Candidate, language: Language) -> bool:
    return not time.said_again and _links(text, time.end, day, language)


def _links(text: str, end: int, day: Candidate, language: Language) -> bool:
    between = text[end : day.start]
    return len(between) <= _FAR and bool(language.time_link.fullmatch(between))


def _is_overnight(text: str, night: Candidate, day: Candidate, language: Language) -> bool:
    """ "Overnight into Sunday", "overnight Saturday": the day is said, so it is not the publication's."""
    if night.rule != "part-of-day" or night.part != "NI" or night.clock or not _is_day(day):
        return False
    alone = text[night.start : night.end].lower() == "overnight"
    return alone and bool(language.overnight_link.fullmatch(text, night.end, day.start))


def _is_bare_night(text: str, candidate: Candidate) -> bool:
    """ "the night" without its date says too little."""
    return (
        candidate.rule == "part-of-day"
        and isinstance(candidate.meaning, TimeOfDay)
        and candidate.part == "NI"
        and text[candidate.start : candidate.start + 3].lower() == "the"
    )
