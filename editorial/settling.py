"""Places for many entries at once: what `ordering.resettle` does for one, in a fixed number of queries."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date
from itertools import accumulate

from editorial import ordering, renumbering
from editorial.ordering import Row
from timelines.models import Entry, Timeline

ASIDE = Entry.State.REJECTED


def settle_all(timeline: Timeline, entries: Sequence[Entry], beside: Sequence[Entry] = ()) -> None:
    """Keep each entry at the position it has been given if that is free and its date allows it, else find it a place
    (not saved). Their dates and states are those they shall have; the database still holds the old ones.

    `beside` are entries that stay where they are: should all numbers change to make room, they learn their new ones.
    """
    if not entries:
        return
    wanted = {entry.pk: entry for entry in entries}
    stored = list(
        timeline.entries.order_by("position").values_list("pk", "position", "state", "event__earliest", "event__latest")
    )
    others: list[Row] = [row[1:] for row in stored if row[0] not in wanted]
    held = {position: pk for pk, position, *_ in stored}
    around = _Around(others)
    kept: list[Entry] = []
    homeless: list[Entry] = []
    for entry in sorted(entries, key=lambda entry: entry.position):
        free = held.get(entry.position, entry.pk) == entry.pk
        held[entry.position] = held.get(entry.position, entry.pk)
        if free and (entry.state not in Entry.PLACED or (around.fits(entry) and _in_order([*kept, entry]))):
            kept.append(entry)
        else:
            homeless.append(entry)
    if homeless:
        # The numbers they have now stay taken until they are saved, but bind nobody.
        taken: list[Row] = [(row[1], ASIDE, None, None) for row in stored if row[0] in wanted]
        _place(timeline, homeless, _merged([*others, *(_row(entry) for entry in kept)], taken), [*kept, *beside])


def _place(timeline: Timeline, homeless: Sequence[Entry], rows: list[Row], standing: Sequence[Entry]) -> None:
    """Give each the place its date asks for, among these rows."""
    events = [entry.event for entry in homeless]
    numbers = ordering.place_among(rows, events)
    if numbers is None:
        carry = renumbering.renumber(timeline)
        for entry in standing:
            entry.position = carry(entry.position)
        numbers = ordering.place_among([(carry(row[0]), *row[1:]) for row in rows], events)
    if numbers is None:
        raise RuntimeError("No numbers are free after renumbering")
    for entry, number in zip(homeless, numbers, strict=True):
        entry.position = number


class _Around:
    """Which places the other entries leave to a date."""

    def __init__(self, rows: Sequence[Row]) -> None:
        placed = [row for row in rows if row[1] in Entry.PLACED]
        self.positions = [row[0] for row in placed]
        # Up to each place the latest beginning; from each place on the earliest end.
        self.begun = list(accumulate((row[2] or date.min for row in placed), max))
        self.ended = list(accumulate((row[3] or date.max for row in reversed(placed)), min))[::-1]

    def fits(self, entry: Entry) -> bool:
        """Whether nothing before it begins after its end, and nothing behind it ends before its beginning."""
        at = bisect_left(self.positions, entry.position)
        event = entry.event
        early = at == 0 or event.latest is None or self.begun[at - 1] <= event.latest
        late = at == len(self.positions) or event.earliest is None or self.ended[at] >= event.earliest
        return early and late


def _in_order(kept: Sequence[Entry]) -> bool:
    """Whether the last of these may stand behind all the others."""
    last = kept[-1].event
    return last.latest is None or all(
        entry.event.earliest is None or entry.event.earliest <= last.latest
        for entry in kept[:-1]
        if entry.state in Entry.PLACED
    )


def _row(entry: Entry) -> Row:
    return entry.position, entry.state, entry.event.earliest, entry.event.latest


def _merged(rows: list[Row], taken: list[Row]) -> list[Row]:
    """In order, each number once: where one is both held now and to be held, what it shall be counts."""
    numbers = {row[0]: row for row in taken} | {row[0]: row for row in rows}
    return [numbers[position] for position in sorted(numbers)]
