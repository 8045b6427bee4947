"""The strip above the list: all that is not set aside on one axis, as events or, where there are many, by the month."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from django.db.models import CharField, Count, Q
from django.db.models.functions import Cast, Substr

from editorial import source
from editorial.finding import Wanted
from editorial.marking import doubtful
from timelines.drawing import MOST_BARS, Mark, Strip, density_strip
from timelines.models import Entry, Timeline
from timelines.models.timelines import EntryQuerySet

WIDE, NARROW = 752, 340
"""Pixels the strip is drawn for: beside the source, and on a phone."""


def strips_of(
    timeline: Timeline, wanted: Wanted, *, any_entry: str, any_find: str, shown: Iterable[int] = ()
) -> tuple[Strip, ...]:
    """The strip, drawn wide and narrow; none where there is nothing.

    It leads to the entries on the page by their id, to others by `any_entry` with the number behind it, and where
    months are drawn by `any_find` with the year.
    """
    entries = wanted.entries(timeline).filter(state__in=Entry.PLACED).order_by("position")
    pks = set(shown)
    rows = list(entries.annotate(doubtful=doubtful()).values_list(*_FIELDS)[: MOST_BARS + 1])
    if len(rows) > MOST_BARS:
        marks = [_month_mark(row, any_find) for row in _by_month(entries)]
    else:
        marks = [_mark(row, any_entry, pks) for row in rows]
    wide = density_strip(marks, WIDE, labels="after", least=1)
    narrow = density_strip(marks, NARROW, labels="after", short=True, least=1)
    return (wide, narrow) if wide and narrow else ()


_FIELDS = (
    *("pk", "state", "doubtful", "event__edtf", "event__mod", "event__earliest", "event__latest"),
    "event__status",
)
Row = tuple[int, str, bool, str, str, date | None, date | None, str]


def _mark(row: Row, any_entry: str, shown: set[int]) -> Mark:
    pk, stored, is_doubtful, edtf, mod, earliest, latest, status = row
    state = source.state_of(stored, doubtful=is_doubtful)
    href = f"#e-{pk}" if pk in shown else f"{any_entry}{pk}#e-{pk}"
    return Mark(edtf, mod or None, earliest, latest, status, state, state == "check", href)


def _by_month(entries: EntryQuerySet) -> Iterable[tuple[str | None, str | None, int]]:
    """First and last month of each, as "2019-06", and how many have those: counted by the database."""
    months = {
        "first": Substr(Cast("event__earliest", CharField()), 1, 7),
        "last": Substr(Cast("event__latest", CharField()), 1, 7),
    }
    dated = entries.filter(Q(event__earliest__isnull=False) | Q(event__latest__isnull=False)).order_by()
    return dated.values(**months).annotate(number=Count("pk")).values_list("first", "last", "number")


def _month_mark(row: tuple[str | None, str | None, int], any_find: str) -> Mark:
    """All events that may lie in the same months, as one mark."""
    first, last, number = row
    begins = date.fromisoformat(f"{first}-01") if first else None
    ends = _end_of(date.fromisoformat(f"{last}-01")) if last else None
    year = (first or last or "")[:4]
    edtf = f"{first or '..'}/{last or '..'}"
    return Mark(edtf, None, begins, ends, href=f"{any_find}{year}", number=number)


def _end_of(month: date) -> date:
    """Its last day."""
    return (month.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
