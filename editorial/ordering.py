"""An Entry's place among Entries whose dates overlap.

The rule: an entry never stands before one that its date says came earlier. One event is strictly before another when
its latest day is before the other's earliest day; where neither is, a person may order them as the story needs.
Positions are whole numbers with wide gaps, so that a new entry goes between two others without moving any. Rejected
and merged entries keep their number but bind nobody.

Callers hold the timeline's lock (`editorial.review.changing`, `editorial.pipeline`), so positions do not race.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from datetime import date
from itertools import accumulate
from typing import Literal

from django.db.models import Max, Min, Q

from editorial.errors import Refused
from timelines.models import Decision, Entry, Event, Timeline
from timelines.models.timelines import EntryQuerySet
from timelines.wording import date_words

STEP = 2**40
"""The gap between neighbours at the end of the list, and after renumbering."""

NEAR = 2**28
"""How far behind its neighbour an entry goes where there is room: 4,095 fit into a gap of `STEP` one behind the other,
28 right behind the same one."""


def strictly_before(first: Event, second: Event) -> bool:
    """Whether the dates say that `first` was over before `second` began."""
    return first.latest is not None and second.earliest is not None and first.latest < second.earliest


def place(timeline: Timeline, event: Event, *, leaving_out: int | None = None) -> int:
    """A free position for `event`: behind the last entry that begins no later, and before all that its date precedes.

    What is strictly before it begins earlier too, so that it goes behind all of that. Inserting moves nothing.
    """
    entries = timeline.entries.placed()
    if leaving_out is not None:
        entries = entries.exclude(pk=leaving_out)
    room = entries.filter(_begins_no_later(event))
    if event.latest is not None:
        before = entries.filter(event__earliest__gt=event.latest).aggregate(at=Min("position"))["at"]
        if before is not None:
            room = room.filter(position__lt=before)
    return between(timeline, room.aggregate(at=Max("position"))["at"])


def place_all(timeline: Timeline, events: Sequence[Event]) -> list[int]:
    """A free position for each of many new events: where `place` puts them, the earliest first, in a fixed number of
    queries."""
    rows = list(
        timeline.entries.order_by("position").values_list("position", "state", "event__earliest", "event__latest")
    )
    numbers = place_among(rows, events)
    if numbers is None:
        carry = renumber(timeline)
        numbers = place_among([(carry(row[0]), *row[1:]) for row in rows], events)
    return numbers or []


Row = tuple[int, str, date | None, date | None]
"""What a place depends on, of an entry: position, state, earliest and latest day."""


def place_among(rows: Sequence[Row], events: Sequence[Event]) -> list[int] | None:
    """What `place_all` says, among these rows in order. None where a gap between two numbers is too small."""
    placed = [state in Entry.PLACED for _, state, _, _ in rows]
    begins = [day or date.min for _, _, day, _ in rows]
    # The latest beginning up to each row: where it first exceeds an event's end stands what must stay behind it.
    reached = list(accumulate((day if at else date.min for day, at in zip(begins, placed, strict=True)), max))
    slots: dict[int, list[int]] = {}
    for index in sorted(range(len(events)), key=lambda index: _span(events[index])):
        event = events[index]
        end = len(rows) if event.latest is None else bisect_right(reached, event.latest)
        behind = (at for at in range(end - 1, -1, -1) if placed[at] and _before_or_with(rows[at][2:], event))
        # Those of `events` that have their place already begin no later either.
        slot = max([next(behind, -1), *(slot for slot in slots if slot < end)])
        slots.setdefault(slot, []).append(index)
    numbers = _numbers([row[0] for row in rows], slots)
    return None if numbers is None else [numbers[index] for index in range(len(events))]


def _span(event: Event) -> tuple[date, date]:
    return event.earliest or date.min, event.latest or date.max


def _before_or_with(row: tuple[date | None, date | None], event: Event) -> bool:
    """What `_begins_no_later` asks the database, of an entry's earliest and latest day."""
    earliest, latest = row
    if earliest is None or event.earliest is None:
        return earliest is None
    if earliest != event.earliest or event.latest is None:
        return earliest <= event.earliest
    return latest is not None and latest <= event.latest


def _numbers(taken: list[int], slots: dict[int, list[int]]) -> dict[int, int] | None:
    """Index of an event -> its number, for the events in each slot (behind which of the taken numbers; -1: before all).

    None where a gap is too small for them.
    """
    numbers: dict[int, int] = {}
    for slot, members in slots.items():
        low = taken[slot] if slot >= 0 else None
        high = taken[slot + 1] if slot + 1 < len(taken) else None
        step = STEP
        if low is None:
            low = 0 if high is None else high - STEP * (len(members) + 1)
        elif high is not None:
            step = min(NEAR, (high - low) // (len(members) + 1))
        if step == 0:
            return None
        numbers |= {index: low + step * count for count, index in enumerate(members, start=1)}
    return numbers


def _begins_no_later(event: Event) -> Q:
    """Entries that belong before `event` when the dates leave it open: earlier begin first, then earlier end."""
    if event.earliest is None:
        return Q(event__earliest__isnull=True)
    sooner = Q(event__earliest__isnull=True) | Q(event__earliest__lt=event.earliest)
    same = Q(event__earliest=event.earliest)
    if event.latest is not None:
        same &= Q(event__latest__lte=event.latest)
    return sooner | same


def between(timeline: Timeline, after: int | None) -> int:
    """A free position right behind the position `after`; before everything where it is None."""
    entries = timeline.entries.all()
    if after is None:
        first = entries.aggregate(at=Min("position"))["at"]
        return STEP if first is None else first - STEP
    following = entries.filter(position__gt=after).aggregate(at=Min("position"))["at"]
    if following is None:
        return after + STEP
    if following - after < 2:
        renumbered = _renumber(timeline)
        return between(timeline, renumbered[after])
    return int(after + min(NEAR, (following - after) // 2))


def renumber(timeline: Timeline) -> Callable[[int], int]:
    """Give every entry a new number with full gaps, in the same order. What an old number is now, held or not."""
    return _carried(list(_renumber(timeline).items()))


def _renumber(timeline: Timeline) -> dict[int, int]:
    """Give every entry a new number with full gaps, in the same order. Old position -> new position."""
    entries = list(timeline.entries.order_by("position").only("pk", "position"))
    top = max(abs(entry.position) for entry in entries) + STEP * (len(entries) + 2)
    moved: dict[int, int] = {}
    # Twice, so that no number is given while its old holder still has it: the database forbids that at every moment.
    for offset in (top, 0):
        for index, entry in enumerate(entries, start=1):
            moved.setdefault(entry.position, STEP * index)
            entry.position = STEP * index + offset
        Entry.objects.bulk_update(entries, ["position"], batch_size=200)
    _renumber_decisions(timeline, _carried(list(moved.items())))
    return moved


def _carried(moved: list[tuple[int, int]]) -> Callable[[int], int]:
    """Old number -> new number, for those too that nobody holds any more: between the same two entries as before."""
    olds = [old for old, _ in moved]

    def carry(number: int) -> int:
        at = bisect_left(olds, number)
        if at < len(olds) and olds[at] == number:
            return moved[at][1]
        if at in (0, len(olds)):
            old, new = moved[0 if at == 0 else -1]
            return new + number - old
        (low, new_low), (high, new_high) = moved[at - 1], moved[at]
        share = (number - low) * (new_high - new_low) // (high - low)
        return new_low + min(max(share, 1), new_high - new_low - 1)

    return carry


def _renumber_decisions(timeline: Timeline, carry: Callable[[int], int]) -> None:
    """Let what can be undone or done again remember places by their new numbers."""
    remembered = []
    for decision in Decision.objects.filter(timeline=timeline).iterator():
        if decision.before["position"] != decision.after["position"]:
            for side in (decision.before, decision.after):
                side["position"] = carry(side["position"])
            remembered.append(decision)
    Decision.objects.bulk_update(remembered, ["before", "after"], batch_size=200)


Direction = Literal["up", "down"]


def move(
    entry: Entry, *, direction: Direction | None = None, before: Entry | None = None, after: Entry | None = None
) -> int:
    """The position that the move asks for; the present one where the entry stands there already.

    One of: a step up or down, right before another entry, right behind another. Raises `Refused` where the dates
    contradict it, naming the entry in the way, and for an entry that is set aside.
    """
    if entry.state not in Entry.PLACED:
        raise Refused("This entry is set aside and has no place. Restore it, then move it.")
    placed = entry.timeline.entries.placed().select_related("event").exclude(pk=entry.pk)
    if direction is not None:
        before, after = _next(entry, placed, direction)
    if before is not None:
        previous = _behind(placed, before)
    elif after is not None:
        previous = after.position
    else:
        raise Refused("Say where the entry should go.")
    if direction is None and previous in (entry.position, _behind(placed, entry)):
        return entry.position
    _check_room(entry, placed, previous)
    return between(entry.timeline, previous)


def _next(entry: Entry, placed: EntryQuerySet, direction: Direction) -> tuple[Entry | None, Entry | None]:
    """What one step asks for: to go before the entry above, or behind the one below."""
    if direction == "up":
        above = placed.filter(position__lt=entry.position).order_by("-position").first()
        if above is None:
            raise Refused("This is the first entry already.")
        return above, None
    below = placed.filter(position__gt=entry.position).order_by("position").first()
    if below is None:
        raise Refused("This is the last entry already.")
    return None, below


def _behind(placed: EntryQuerySet, entry: Entry) -> int | None:
    """The position that `entry` comes right behind; None where it is the first."""
    at: int | None = placed.filter(position__lt=entry.position).aggregate(at=Max("position"))["at"]
    return at


def _check_room(entry: Entry, placed: EntryQuerySet, previous: int | None) -> None:
    """Refuse a place behind `previous` where an entry that must stay behind is before it, or the other way round."""
    event = entry.event
    top = Q(pk__in=[]) if previous is None else Q(position__lte=previous)
    wrong = Q(pk__in=[])
    if event.latest is not None:
        wrong |= top & Q(event__earliest__gt=event.latest)
    if event.earliest is not None:
        wrong |= ~top & Q(event__latest__lt=event.earliest)
    # Of several, the first that it meets on its way.
    down = previous is not None and previous > entry.position
    met = placed.filter(wrong).order_by("position" if down else "-position").first()
    if met is not None:
        raise Refused(_reason(event, met.event) if strictly_before(event, met.event) else _reason(met.event, event))


def _reason(first: Event, second: Event) -> str:
    """Why two events cannot change places."""
    return (
        f"{date_words(first.edtf, first.mod or None)} (“{short(first.headline)}”) is before "
        f"{date_words(second.edtf, second.mod or None)} (“{short(second.headline)}”). "
        "Only entries whose dates overlap can change places; to move it, correct its date."
    )


def short(headline: str, limit: int = 60) -> str:
    """A headline cut to fit inside a sentence."""
    return headline if len(headline) <= limit else headline[: limit - 1].rstrip() + "…"


def fits(entry: Entry) -> bool:
    """Whether the entry's present position agrees with the dates of all others."""
    placed = entry.timeline.entries.placed().exclude(pk=entry.pk)
    wrong = Q(pk__in=[])
    if entry.event.latest is not None:
        wrong |= Q(position__lt=entry.position, event__earliest__gt=entry.event.latest)
    if entry.event.earliest is not None:
        wrong |= Q(position__gt=entry.position, event__latest__lt=entry.event.earliest)
    return not placed.filter(wrong).exists()


def resettle(entry: Entry) -> None:
    """Keep the entry where it is if that is free and its date allows it, else find it a place (not saved).

    Where another has its number by now, it goes right before that one; where its date forbids that, to the place its
    date asks for. An entry that is set aside only needs a number of its own.
    """
    others = entry.timeline.entries.exclude(pk=entry.pk)
    if others.filter(position=entry.position).exists():
        previous = others.filter(position__lt=entry.position).aggregate(at=Max("position"))["at"]
        entry.position = between(entry.timeline, previous)
    if entry.state in Entry.PLACED and not fits(entry):
        entry.position = place(entry.timeline, entry.event, leaving_out=entry.pk)
