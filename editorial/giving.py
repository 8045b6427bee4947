"""Citations that go from one event to another, and home again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from editorial import batches, loading
from timelines.models import Citation, Event


def give_citations(events: Sequence[Event], given: Mapping[int, Sequence[tuple[int, int | None]]]) -> None:
    """Let events (by their numbers) have these citations, and no others: [number, number of the event it came with].
    Those that came with another event go back to it. One query.

    `events` are those at hand, each with the citations it has now; they are kept true.
    """
    if not given:
        return
    at_hand = {row.pk: row for event in events for row in event.citations.all()}
    was = {pk: (row.event_id, row.origin_id) for pk, row in at_hand.items()}
    becomes: dict[int, tuple[int, int | None]] = dict(was)
    for event_id, rows in given.items():
        wanted = {pk for pk, _ in rows}
        for pk, (holder, origin) in becomes.items():
            if holder == event_id and origin is not None and pk not in wanted:
                becomes[pk] = (origin, None)
        becomes |= {pk: (event_id, origin) for pk, origin in rows}
    moved = {pk: place for pk, place in becomes.items() if was.get(pk) != place}
    if moved:
        Citation.objects.filter(pk__in=moved).update(
            event_id=batches.each_its_own(Citation, "event_id", {pk: event for pk, (event, _) in moved.items()}),
            origin_id=batches.each_its_own(Citation, "origin_id", {pk: origin for pk, (_, origin) in moved.items()}),
        )
    for event in events:
        _take(event, at_hand, becomes)


def _take(event: Event, at_hand: Mapping[int, Citation], becomes: Mapping[int, tuple[int, int | None]]) -> None:
    """Let the event at hand have the citations that the database has given it."""
    own = sorted(pk for pk, (holder, _) in becomes.items() if holder == event.pk)
    if not at_hand.keys() >= set(own):
        loading.forget(event)
        return
    for pk in own:
        at_hand[pk].event, at_hand[pk].origin_id = event, becomes[pk][1]
    loading.give(event, [at_hand[pk] for pk in own])
