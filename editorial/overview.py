"""What the list of timelines shows of each: who changed it last, and the time it covers as a drawing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from editorial.disagreeing import counted
from timelines.drawing import Mark, mini_strip
from timelines.models import Entry, Timeline
from timelines.wording import covers_words

DRAWN = 5_000
"""Distinct dates drawn on one page of the list; beyond that the bars are too many to tell apart anyway."""


def add_strips(timelines: Iterable[Timeline]) -> None:
    """Give each timeline `strip` (a small drawing or None), `covers`, `last_editor_name` and `disagreeing_count`.

    In two queries.
    """
    timelines = list(timelines)
    disagreeing = counted(timelines)
    marks: dict[int, list[Mark]] = defaultdict(list)
    dates = (
        Entry.objects.filter(timeline__in=timelines)
        .placed()
        .order_by()
        .values_list("timeline", "event__edtf", "event__mod", "event__earliest", "event__latest", "event__status")
        .distinct()
    )
    for timeline_id, edtf, mod, earliest, latest, status in dates[:DRAWN]:
        marks[timeline_id].append(Mark(edtf, mod or None, earliest, latest, status))
    for timeline in timelines:
        shown = {
            "strip": mini_strip(marks[timeline.pk]),
            "covers": covers_words(marks[timeline.pk], to="year"),
            "last_editor_name": _name(timeline),
            "disagreeing_count": disagreeing[timeline.pk],
        }
        for name, value in shown.items():
            setattr(timeline, name, value)


def _name(timeline: Timeline) -> str:
    """Who changed it last; empty where it was the reader of articles."""
    user = timeline.updated_by
    return user.get_full_name() or user.get_username() if user else ""
