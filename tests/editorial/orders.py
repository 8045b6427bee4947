"""Timelines of entries named by one letter each, and the order they stand in."""

from __future__ import annotations

from itertools import combinations
from typing import Any

from editorial import ordering
from editorial.review import Change
from tests.factories import make_entry, make_event, make_timeline
from timelines.extraction.edtf import bounds
from timelines.extraction.types import Reading
from timelines.models import Entry, Event, Timeline


def reading(edtf: str) -> Reading:
    days = bounds(edtf)
    return Reading(edtf, days.earliest, days.latest)


def change(edtf: str, headline: str = "Something happened") -> Change:
    return Change(reading(edtf), headline)


def told(timeline: Timeline) -> list[Entry]:
    """The placed entries in order."""
    return list(timeline.entries.placed().in_order().select_related("event"))


def names(timeline: Timeline) -> str:
    return "".join(entry.event.headline for entry in told(timeline))


def contradictions(timeline: Timeline) -> list[tuple[str, str]]:
    """Every pair that stands in the wrong order, by the definition itself and without the code's queries."""

    def over_before(first: Event, second: Event) -> bool:
        return first.latest is not None and second.earliest is not None and first.latest < second.earliest

    events = [entry.event for entry in told(timeline)]
    return [(a.edtf, b.edtf) for a, b in combinations(events, 2) if over_before(b, a)]


def a_story(*dates: str, **fields: Any) -> tuple[Timeline, list[Entry]]:
    """Entries A, B, C ... at the places that `ordering.place` gives them."""
    timeline = make_timeline()
    return timeline, [
        placed(timeline, edtf, headline, **fields) for edtf, headline in zip(dates, "ABCDEFG", strict=False)
    ]


def placed(timeline: Timeline, edtf: str, headline: str = "New", **fields: Any) -> Entry:
    event = make_event(edtf, headline=headline)
    return make_entry(timeline, event=event, position=ordering.place(timeline, event), **fields)
