"""An Entry's place among Entries whose dates overlap.

The rule: an entry never stands before one that its date says came earlier. One event is strictly before another when
its latest day is before the other's earliest day; where neither is, a person may order them as the story needs.
Positions are whole numbers with wide gaps, so that a new entry goes between two others without moving any. Rejected
and merged entries keep their number but bind nobody.

Callers hold the timeline's lock (`editorial.review.changing`, `editorial.pipeline`), so positions do not race.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from itertools import accumulate
from typing import Any

from django.db.models import Case, Exists, IntegerField, Q, Subquery, Value, When
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce

from editorial.renumbering import STEP, renumber
from timelines.models import Entry, Event, Timeline
from timelines.models.timelines import EntryQuerySet

NEAR = 2**28
"""How far behind its neighbour an entry goes where there is room: 4,095 fit into a gap of `STEP` one behind the other,
28 right behind the same one."""

Questions = dict[str, Any]
"""Name of an answer -> the expression that gives it."""

BOTTOM, TOP = -(2**63), 2**63 - 1
"""Before and behind all positions."""


def strictly_before(first: Event, second: Event) -> bool:
    """Whether the dates say that `first` was over before `second` began."""
    return first.latest is not None and second.earliest is not None and first.latest < second.earliest


def place(timeline: Timeline, event: Event) -> int:
    """A free position for `event`: behind the last entry that begins no later, and before all that its date precedes.

    What is strictly before it begins earlier too, so that it goes behind all of that. Inserting moves nothing.
    """
    row = ask(timeline, **slot_questions(timeline, event))
    return number_between(timeline, row["behind"], row["following"])


def slot_questions(timeline: Timeline, event: Event) -> Questions:
    """What `place` asks: `number_between` makes a position of the answers."""
    return _slot(timeline.entries.all(), event, near=None)


def _slot(entries: EntryQuerySet, event: Event, *, near: Combinable | None, other_than: int | None = None) -> Questions:
    """`behind`: the position that `event` comes right behind, None for before all; `following`: the next number taken.

    The search starts at the position `near`, or at the end, and costs the entries between there and the slot. It rests
    on the order being right: all that stands before an entry whose latest day is no later than the event's begins no
    later than that day either, so nothing that must stay behind the event can be found there.
    """
    placed = entries.exclude(pk=other_than).placed() if other_than else entries.placed()
    end: Combinable = Value(TOP)
    if event.latest is not None:
        surely = placed.filter(event__latest__lte=event.latest)
        if near is not None:
            surely = surely.filter(position__lt=near)
        start = Coalesce(last_place(surely), Value(BOTTOM))
        end = Coalesce(first_place(placed.filter(position__gt=start, event__earliest__gt=event.latest)), end)
    behind = last_place(placed.filter(_begins_no_later(event), position__lt=end))
    return {
        "behind": behind,
        "following": first_place(entries.filter(position__gt=Coalesce(behind, Value(BOTTOM)))),
    }


def first_place(entries: EntryQuerySet) -> Subquery:
    """The lowest position among the entries, to be asked for."""
    return Subquery(entries.order_by("position").values("position")[:1])


def last_place(entries: EntryQuerySet) -> Subquery:
    """The highest position among the entries, to be asked for."""
    return Subquery(entries.order_by("-position").values("position")[:1])


def ask(timeline: Timeline, **questions: Combinable) -> dict[str, Any]:
    """The answers, in one query."""
    answers: dict[str, Any] = dict(Timeline.objects.filter(pk=timeline.pk).values(**questions).get())
    return answers


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
    behind = Value(BOTTOM if after is None else after)
    row = ask(timeline, following=first_place(timeline.entries.filter(position__gt=behind)))
    return number_between(timeline, after, row["following"])


def number_between(timeline: Timeline, after: int | None, following: int | None) -> int:
    """A free position between two numbers, of which `following` is the next one taken."""
    if after is None:
        return STEP if following is None else following - STEP
    if following is None:
        return after + STEP
    if following - after < 2:
        return between(timeline, renumber(timeline)(after))
    return after + min(NEAR, (following - after) // 2)


def short(headline: str, limit: int = 60) -> str:
    """A headline cut to fit inside a sentence."""
    return headline if len(headline) <= limit else headline[: limit - 1].rstrip() + "…"


def resettle(entry: Entry) -> None:
    """Keep the entry where it is if that is free and its date allows it, else find it a place (not saved). One query,
    none where it was asked before (`editorial.foreseeing`).

    Where another has its number by now, it goes right before that one; where its date forbids that, to the place its
    date asks for. An entry that is set aside only needs a number of its own.
    """
    timeline, here = entry.timeline, entry.position
    row: dict[str, Any]
    wanted, row = getattr(entry, "_foreseen", (None, {}))
    if wanted != what_place_rests_on(entry):
        event = entry.event if entry.state in Entry.PLACED else None
        row = ask(timeline, **place_questions(timeline.entries.all(), entry.pk, event, Value(here)))
    if row.get("wrong"):
        entry.position = number_between(timeline, row["behind"], row["following"])
    elif row["taken"]:
        entry.position = number_between(timeline, row["previous"], here)


def what_place_rests_on(entry: Entry) -> tuple[Any, ...]:
    """What `resettle` asks about, of the entry itself."""
    event = entry.event
    return entry.position, entry.state in Entry.PLACED, event.earliest, event.latest


def place_questions(entries: EntryQuerySet, pk: int, event: Event | None, here: Combinable) -> Questions:
    """What `resettle` asks about the entry `pk` at the position `here`, among all entries of its timeline; `event` has
    its date, None where it is set aside."""
    others = entries.exclude(pk=pk)
    asked: Questions = {
        "taken": Exists(others.filter(position=here)), "previous": last_place(others.filter(position__lt=here))
    }  # fmt: skip
    if event is not None:
        asked |= {"wrong": _wrong(others.placed(), event, here), **_slot(entries, event, near=here, other_than=pk)}
    return asked


def _wrong(placed: EntryQuerySet, event: Event, here: Combinable) -> Any:
    """Whether the entry's present place contradicts the dates of others. One that has its number is behind it.

    Asked of the nearest on each side that can say: all that stands before an entry whose latest day is no later than
    this one's begins no later than that, and the same the other way round, as long as the order is right.
    """
    wrong: list[Any] = []
    if event.latest is not None:
        before = placed.filter(position__lt=here).filter(
            Q(event__earliest__gt=event.latest) | Q(event__latest__lte=event.latest)
        )
        wrong.append(_says(before.order_by("-position"), Q(event__earliest__gt=event.latest)))
    if event.earliest is not None:
        behind = placed.filter(position__gte=here).filter(
            Q(event__latest__lt=event.earliest) | Q(event__earliest__gte=event.earliest)
        )
        wrong.append(_says(behind.order_by("position"), Q(event__latest__lt=event.earliest)))
    return wrong[0] if len(wrong) == 1 else wrong[0].bitor(wrong[1])


def _says(entries: EntryQuerySet, wrong: Q) -> Combinable:
    """1 where the first of these entries is a wrong one, else 0."""
    told = Case(When(wrong, then=1), default=0, output_field=IntegerField())
    return Coalesce(Subquery(entries.annotate(told=told).values("told")[:1]), Value(0))
