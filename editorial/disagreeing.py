"""Sources that give one event dates which cannot all be true, and the editor's choice among them.

They disagree where no day fits all of two of them; a vaguer date that contains a finer one is no disagreement.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeVar

from django.contrib.auth.models import User
from django.db.models import F, Max, Min, OuterRef, Subquery
from django.db.models.lookups import GreaterThan

from editorial import loading, ordering, precision, review
from editorial.errors import Refused
from timelines.extraction.types import Reading
from timelines.models import Citation, Entry, Event, TemporalExpression, Timeline
from timelines.wording import date_words


class Says(Protocol):
    """A source of an event with the words that date it, where some do."""

    @property
    def citation(self) -> int: ...
    @property
    def dated(self) -> TemporalExpression | None: ...
    @property
    def publisher(self) -> str: ...


S = TypeVar("S", bound=Says)


@dataclass(frozen=True, slots=True)
class Account:
    """One of the dates that the sources give: in words, who gives it, and whether the event has it now.

    `citation` is the number of the first source that gives it: what the choice is made by.
    """

    words: str
    citation: int
    sources: tuple[Says, ...]
    is_taken: bool

    @property
    def capital(self) -> str:
        """The date as a line begins with it."""
        return self.words[:1].upper() + self.words[1:]


def accounts(event: Event, sources: Sequence[S]) -> tuple[Account, ...]:
    """The dates that the sources give, the earliest first, where two of them cannot both be true; else nothing."""
    given: dict[tuple[str, str], list[S]] = {}
    days = []
    for source in sources:
        row = source.dated
        if row is not None and row.edtf:
            given.setdefault((row.edtf, row.mod), []).append(source)
            days.append((row.earliest, row.latest))
    if not apart(days):
        return ()
    found = [
        Account(date_words(edtf, mod or None), rows[0].citation, tuple(rows), (edtf, mod) == (event.edtf, event.mod))
        for (edtf, mod), rows in given.items()
    ]
    begins = {rows[0].citation: rows[0].dated for rows in given.values()}
    return tuple(sorted(found, key=lambda account: _begin(begins[account.citation])))


def apart(days: Iterable[tuple[date | None, date | None]]) -> bool:
    """Whether two of these dates (first and last day) have no day in common."""
    rows = list(days)
    begins = [first for first, _ in rows if first is not None]
    ends = [last for _, last in rows if last is not None]
    # The one that begins last and the one that ends first are the farthest apart.
    return bool(begins and ends) and max(begins) > min(ends)


def sources_apart() -> GreaterThan:
    """The same, asked of the database about the event of each entry: to annotate a query of entries with."""
    rows = Citation.objects.filter(event=OuterRef("event")).order_by().values("event")
    begin = Subquery(rows.annotate(day=Max("expression__earliest")).values("day"))
    return GreaterThan(begin, Subquery(rows.annotate(day=Min("expression__latest")).values("day")))


def counted(timelines: Sequence[Timeline]) -> Counter[int]:
    """How many entries of each timeline, by its number, have such sources, in one query. Rejected ones do not count."""
    rows = (
        Entry.objects.filter(timeline__in=timelines)
        .placed()
        .order_by()
        .values("pk", "timeline")
        .annotate(begin=Max("event__citations__expression__earliest"), end=Min("event__citations__expression__latest"))
        .filter(begin__gt=F("end"))
    )
    return Counter(row["timeline"] for row in rows)


def choose_source(
    entry_id: int, actor: User, citation: int, *, version: int | None = None, slug: str | None = None
) -> Entry:
    """Give the entry the date that one of its sources gives. What the others say stays beside it."""
    with review.changing(entry_id, actor, "choose-source", version, slug=slug) as entry:
        row = next((row.expression for row in loading.citations(entry.event) if row.pk == citation), None)
        if row is None or not row.edtf:
            raise Refused("That source is not part of this entry any more. Nothing was changed; choose again.")
        mod = row.mod or None
        precision.set_date(entry.event, Reading(row.edtf, row.earliest, row.latest, mod))  # type: ignore[arg-type]
        ordering.resettle(entry)
    return entry


def _begin(row: TemporalExpression | None) -> tuple[date, date]:
    if row is None:
        return date.max, date.max
    return row.earliest or date.min, row.latest or date.max
