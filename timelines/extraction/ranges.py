"""Two dates that are the ends of one range: "from June to August 2019", "between 1994 and 1997", "3 May – 4 June".

Each end stays an expression of its own, as TIMEX3 has it; the first carries the EDTF interval, so that a range gives
one proposal. An end without a year takes the other's.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from timelines.extraction.languages import Language
from timelines.extraction.meanings import Calendar, Candidate, Weekday


def join(text: str, candidates: list[Candidate], language: Language, always: bool = False) -> None:
    """Mark the ends of ranges among candidates in text order. ``always`` takes "and" for "to", as in a date box."""
    for first, last in pairwise(candidates):
        if first.range_start or first.range_end or last.range_end or last.start - first.end > 12:
            continue
        between = text[first.end : last.start]
        if not language.range_link.fullmatch(between) or not _alike(first, last) or first.rule == "event-day":
            continue
        joining = language.range_and.fullmatch(between)
        if joining and not always and not language.range_open.search(text[max(0, first.start - 20) : first.start]):
            continue
        _share_year(first, last)
        first.range_start, last.range_end = True, True


def share_years(text: str, candidates: list[Candidate], language: Language) -> None:
    """ "June and July 2019", "3 May or 4 May 2019": a date without a year takes that of the one it is listed with."""
    for first, last in zip(reversed(candidates[:-1]), reversed(candidates), strict=False):
        if (
            last.start - first.end <= 8
            and language.listing.fullmatch(text[first.end : last.start])
            and _alike(first, last)
        ):
            _share_year(first, last)


def _alike(first: Candidate, last: Candidate) -> bool:
    one, two = first.meaning, last.meaning
    if isinstance(one, Weekday) and isinstance(two, Weekday):
        return True
    if not isinstance(one, Calendar) or not isinstance(two, Calendar):
        return False
    return (
        bool(one.month) == bool(two.month)
        and (one.sub is None) == (two.sub is None)
        and not (one.year is None and two.year is None and not one.month and not one.sub)
        and (one.month, one.day, one.sub, one.year) != (two.month, two.day, two.sub, two.year)
    )


def _share_year(first: Candidate, last: Candidate) -> None:
    one, two = first.meaning, last.meaning
    if isinstance(one, Weekday) and isinstance(two, Weekday):
        if one.lean is None and one.of_week is None and two.of_week is not None:
            first.meaning = replace(one, of_week=two.of_week)
        return
    if not isinstance(one, Calendar) or not isinstance(two, Calendar):
        return
    if one.year is None and two.year is not None and one.year_lean is None and one.lean is None:
        year = two.year
        if one.month and two.month and (one.month, one.day or 0) > (two.month, two.day or 0):
            year -= 1
        first.meaning = replace(one, year=year)
