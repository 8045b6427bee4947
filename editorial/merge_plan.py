"""What a merge would do, for the panel that asks: which entries, which of them stays, which dates may be chosen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from editorial import quoting
from editorial.errors import Refused
from editorial.rows import Row, rows_of
from timelines.extraction import bounds, is_valid
from timelines.extraction.types import Reading
from timelines.models import Entry, Timeline
from timelines.wording import date_words


@dataclass(frozen=True, slots=True)
class Offer:
    """A date to give the entry: its value in the form, in words, and who says it."""

    value: str
    words: str
    said: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """The entries to merge in their order; `into` is the number of the one that stays."""

    rows: tuple[Row, ...]
    into: int
    offers: tuple[Offer, ...]

    @property
    def number(self) -> int:
        """How many entries."""
        return len(self.rows)

    @property
    def describes(self) -> bool:
        """Whether any of them has a description."""
        return any(row.entry.event.description for row in self.rows)

    @property
    def stays(self) -> Row:
        """The entry that stays."""
        return next(row for row in self.rows if row.entry.pk == self.into)


def plan(timeline: Timeline, pks: Iterable[int], into: int | None = None) -> Plan:
    """Raises `Refused` where there are not two entries to merge. Without `into` the most precise of the
    accepted ones stays, else of all."""
    rows = [row for row in rows_of(timeline, list(pks)) if row.entry.state in Entry.PLACED]
    if len(rows) < 2:
        raise Refused("Select at least two entries that are not set aside, then merge them.")
    best = min(rows, key=_rank).entry.pk
    return Plan(tuple(rows), into if into in {row.entry.pk for row in rows} and into else best, _offers(rows))


def _rank(row: Row) -> tuple[bool, timedelta]:
    """The less, the more likely it is the one to stay: accepted, then the most precise."""
    return not row.is_accepted, quoting.width(row.entry.event.earliest, row.entry.event.latest)


def _offers(rows: Sequence[Row]) -> tuple[Offer, ...]:
    """The different dates of entries and sources that the sources support, the earliest first; none where all agree."""
    given: dict[tuple[str, str], list[str]] = {}
    for row in rows:
        given.setdefault((row.entry.event.edtf, row.entry.event.mod), [])
        for quoted in row.quoted:
            if quoted.dated is not None and quoted.dated.edtf:
                given.setdefault((quoted.dated.edtf, quoted.dated.mod), []).append(quoted.publisher)
    finest = min(
        (quoting.width(quoted.dated.earliest, quoted.dated.latest) for row in rows for quoted in row.quoted
         if quoted.dated is not None and quoted.dated.edtf),
        default=None,
    )  # fmt: skip
    found = []
    for (edtf, mod), said in given.items():
        days = bounds(edtf, mod or None)
        if finest is None or quoting.width(*days) >= finest:
            found.append(Offer(f"{edtf}|{mod}", date_words(edtf, mod or None), tuple(dict.fromkeys(said))))
    return tuple(sorted(found, key=lambda offer: offer.value)) if len(given) > 1 else ()


def reading(value: str) -> Reading | None:
    """The date of an offer's value; None for the empty one. Raises `Refused` for what is no offer."""
    if not value:
        return None
    edtf, _, mod = value.partition("|")
    if not is_valid(edtf):
        raise Refused("That date is none of those offered. Nothing was merged; choose again.")
    days = bounds(edtf, mod or None)
    return Reading(edtf, days.earliest, days.latest, mod or None)  # type: ignore[arg-type]
