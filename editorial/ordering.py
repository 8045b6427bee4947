"""An Entry's place among Entries whose dates overlap.

The rule: an entry never stands before one that its date says came earlier. One event is strictly before another when
its latest day is before the other's earliest day; where neither is, a person may order them as the story needs.
Positions are whole numbers with wide gaps, so that a new entry goes between two others without moving any. Rejected
entries keep their number but bind nobody.

Callers hold the timeline's lock (`editorial.review.changing`, `editorial.pipeline`), so positions do not race.
"""

from __future__ import annotations

from typing import Literal

from django.db.models import Max, Min, Q

from editorial.errors import Refused
from timelines.models import Entry, Event, Timeline
from timelines.models.timelines import EntryQuerySet
from timelines.wording import date_words

STEP = 2**32
"""The gap between neighbours at the end of the list: 32 entries can be halved into one place before renumbering."""


def strictly_before(first: Event, second: Event) -> bool:
    """Whether the dates say that `first` was over before `second` began."""
    return first.latest is not None and second.earliest is not None and first.latest < second.earliest


def place(timeline: Timeline, event: Event, *, leaving_out: int | None = None) -> int:
    """A free position for `event`: after all that is strictly before it, before all that is strictly after it.

    Within that room it goes behind the last entry that begins no later, so that inserting moves nothing.
    """
    entries = timeline.entries.placed()
    if leaving_out is not None:
        entries = entries.exclude(pk=leaving_out)
    after = _edge(entries, Q(event__latest__lt=event.earliest) if event.earliest else None, Max)
    before = _edge(entries, Q(event__earliest__gt=event.latest) if event.latest else None, Min)
    room = entries
    if after is not None:
        room = room.filter(position__gt=after)
    if before is not None:
        room = room.filter(position__lt=before)
    last = room.filter(_begins_no_later(event)).aggregate(at=Max("position"))["at"]
    return between(timeline, last if last is not None else after)


def _edge(entries: EntryQuerySet, condition: Q | None, pick: type[Max] | type[Min]) -> int | None:
    """The highest or lowest position among the entries that must stay on one side."""
    if condition is None:
        return None
    edge: int | None = entries.filter(condition).aggregate(at=pick("position"))["at"]
    return edge


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
    return int(after + (following - after) // 2)


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
    return moved


Direction = Literal["up", "down"]


def move(
    entry: Entry, *, direction: Direction | None = None, before: Entry | None = None, after: Entry | None = None
) -> int:
    """The position that the move asks for.

    One of: a step up or down, right before another entry, right behind another. Raises `Refused` where the dates
    contradict it, naming the entry in the way.
    """
    placed = entry.timeline.entries.placed().select_related("event").exclude(pk=entry.pk)
    if direction == "up":
        before = placed.filter(position__lt=entry.position).order_by("-position").first()
        if before is None:
            raise Refused("This is the first entry already.")
    elif direction == "down":
        after = placed.filter(position__gt=entry.position).order_by("position").first()
        if after is None:
            raise Refused("This is the last entry already.")
    if before is not None:
        previous = placed.filter(position__lt=before.position).aggregate(at=Max("position"))["at"]
    elif after is not None:
        previous = after.position
    else:
        raise Refused("Say where the entry should go.")
    _check_room(entry, placed, previous)
    return between(entry.timeline, previous)


def _check_room(entry: Entry, placed: EntryQuerySet, previous: int | None) -> None:
    """Refuse a place behind `previous` where an entry that must stay behind is before it, or the other way round."""
    event = entry.event
    ahead = placed.filter(position__lte=previous) if previous is not None else placed.none()
    behind = placed.filter(position__gt=previous) if previous is not None else placed
    if event.latest is not None:
        wrong = ahead.filter(event__earliest__gt=event.latest).first()
        if wrong is not None:
            raise Refused(_reason(event, wrong.event))
    if event.earliest is not None:
        wrong = behind.filter(event__latest__lt=event.earliest).order_by("-position").first()
        if wrong is not None:
            raise Refused(_reason(wrong.event, event))


def _reason(first: Event, second: Event) -> str:
    """Why two events cannot change places."""
    return (
        f"{date_words(first.edtf, first.mod or None)} (“{_short(first.headline)}”) is before "
        f"{date_words(second.edtf, second.mod or None)} (“{_short(second.headline)}”). "
        "Only entries whose dates overlap can change places; to move it, correct its date."
    )


def _short(headline: str, limit: int = 60) -> str:
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
    """Keep the entry where it is if its date allows, else give it the place its date asks for (not saved)."""
    taken = entry.timeline.entries.exclude(pk=entry.pk).filter(position=entry.position).exists()
    if taken or not fits(entry):
        entry.position = place(entry.timeline, entry.event, leaving_out=entry.pk)
