"""Accept, reject, restore, correct, add and move: what a person decides about entries.

Each verb locks the timeline, checks, changes, and writes down what was before and after (`Decision`), so that the same
person can take it back (`editorial.undoing`). A verb that would change nothing writes nothing: a double click is one
decision.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import F, QuerySet
from django.db.models.expressions import Combinable
from django.utils import timezone

from editorial import loading, moving, ordering, quoting, renumbering
from editorial.errors import Refused, Stale
from editorial.precision import check_precision, check_sources, readings_of, set_date
from timelines.extraction.types import Reading
from timelines.models import Article, Citation, Decision, Entry, Event, Timeline
from timelines.models.timelines import EntryQuerySet

EVENT_FIELDS = ("edtf", "mod", "earliest", "latest", "headline", "description", "status")
ENTRY_FIELDS = ("state", "position", "by_hand", "merged_into_id", "same_as_id", "assignee_id")

State = Entry.State


@dataclass(frozen=True, slots=True)
class Change:
    """What a person typed into the entry form, the date already read."""

    date: Reading
    headline: str
    description: str = ""
    status: str = Event.Status.PAST


def accept(entry_id: int, actor: User, *, version: int | None = None, slug: str | None = None) -> Entry:
    """Take the entry into the timeline, as it stands."""
    with changing(entry_id, actor, "accept", version, slug=slug) as entry:
        _set_state(entry, State.ACCEPTED)
    return entry


def accept_reading(
    entry_id: int, actor: User, index: int, *, version: int | None = None, slug: str | None = None
) -> Entry:
    """Choose one of a warned date's readings (counted from 0) and accept the entry with it."""
    with changing(entry_id, actor, "accept", version, slug=slug) as entry:
        readings = readings_of(entry)
        if not 0 <= index < len(readings):
            raise Refused("That reading is no longer offered. The entry is unchanged; choose again.")
        if not _re_date(entry, readings[index]):
            _set_state(entry, State.ACCEPTED)
        else:
            entry.state = State.ACCEPTED
            ordering.resettle(entry)
    return entry


def reject(entry_id: int, actor: User, *, version: int | None = None, slug: str | None = None) -> Entry:
    """Set the entry aside. It is kept and can be restored."""
    with changing(entry_id, actor, "reject", version, slug=slug) as entry:
        _set_state(entry, State.REJECTED)
    return entry


def restore(entry_id: int, actor: User, *, version: int | None = None, slug: str | None = None) -> Entry:
    """Bring an entry back to the proposals."""
    with changing(entry_id, actor, "restore", version, slug=slug) as entry:
        _set_state(entry, State.PROPOSED)
    return entry


def edit(
    entry_id: int,
    actor: User,
    change: Change | Callable[[Entry], Change],
    *,
    version: int,
    slug: str | None = None,
    verb: str = "edit",
    also: Mapping[str, Combinable] | None = None,
) -> Entry:
    """Put date, headline, description and status right. Raises `Stale` where somebody was faster, `Refused` where the
    date is more precise than every source of the entry.

    `change` may be what reads it, given the entry as it stands; what that raises leaves everything as it was. `also` is
    what it needs to know besides, asked together with the entry, which has it by these names.
    """
    with changing(entry_id, actor, verb, None, slug=slug, also=also) as entry:
        wanted = change(entry) if callable(change) else change
        if version != entry.version:
            raise Stale(entry)
        check_precision(entry, wanted.date)
        moved = _re_date(entry, wanted.date)
        event = entry.event
        event.headline, event.description, event.status = wanted.headline, wanted.description, wanted.status
        if moved:
            ordering.resettle(entry)
    return entry


def move(
    entry_id: int,
    actor: User,
    *,
    direction: moving.Direction | None = None,
    before: int | None = None,
    after: int | None = None,
    slug: str | None = None,
) -> Entry:
    """Give the entry another place. Raises `Refused` with the reason where the dates contradict it."""
    with changing(entry_id, actor, "move", None, slug=slug) as entry:
        entry.position = moving.move(entry, direction=direction, before=before, after=after)
    return entry


@transaction.atomic
def add(
    timeline: Timeline | int,
    actor: User,
    change: Change,
    *,
    article: Article | None = None,
    start: int | None = None,
    end: int | None = None,
) -> Entry:
    """A new accepted entry by hand, citing `article.text[start:end]` where that is given.

    Raises `Refused` where those words are not there, or say less than the date does.
    """
    if not isinstance(timeline, Timeline):
        timeline = Timeline.objects.get(pk=timeline)
    note(Timeline.objects.filter(pk=timeline.pk), actor)
    timeline.revision += 1  # from the lock on nobody else has raised it
    event = Event(headline=change.headline)
    _apply(event, change)
    words = None
    if article is not None and start is not None and end is not None:
        words, position = quoting.words_and_place(timeline, event, article, start, end)
    else:
        position = ordering.place(timeline, event)
    event.save()
    entry = Entry(
        timeline=timeline, event=event, state=State.ACCEPTED, by_hand=True, decided_by=actor, decided_at=timezone.now()
    )
    entry.position = position
    entry.save()
    cited = []
    if words is not None:
        words.save()
        cited = [words]
        check_sources(cited, change.date)
    after = snapshot(entry)
    Decision.objects.create(
        timeline=timeline, entry=entry, actor=actor, verb="add", before=after | {"state": State.REJECTED}, after=after
    )
    return loading.fresh(entry, cited)


def cite(event: Event, article: Article, start: int, end: int) -> Citation:
    """Let `article.text[start:end]` support `event`, with the expression inside it that says its date, else with the
    most precise one."""
    words = quoting.words(event, article, start, end)
    words.save()
    return words


def snapshot(entry: Entry, *, citations: bool = False) -> dict[str, Any]:
    """What `undo` needs to know of an entry and its event, as JSON types.

    With `citations` also which citations the event has: [its number, the number of the event it came with], in order.
    """
    values = {name: getattr(entry, name) for name in ENTRY_FIELDS}
    values |= {name: getattr(entry.event, name) for name in EVENT_FIELDS}
    values = {key: value.isoformat() if isinstance(value, date) else value for key, value in values.items()}
    if citations:
        rows = Citation.objects.filter(event_id=entry.event_id).order_by("pk").values_list("pk", "origin_id")
        values["citations"] = [list(row) for row in rows]
    return values


def lock(timeline_id: int) -> Timeline:
    """The timeline, with nobody else changing it until the transaction ends. Who locks a Job too does that before."""
    return Timeline.objects.select_for_update(no_key=True).get(pk=timeline_id)


def touch(timeline: Timeline, actor: User | None) -> None:
    """Note that the timeline changed: a new revision, by whom, when."""
    note(Timeline.objects.filter(pk=timeline.pk), actor)
    timeline.revision += 1  # under its lock the row held that number


def note(timelines: QuerySet[Timeline], actor: User | None) -> int:
    """The same of a timeline that was not read before; it is locked from then on. How many there are: one or none."""
    return timelines.update(revision=F("revision") + 1, updated_by=actor, updated_at=timezone.now())


def hold(timeline: int | str, actor: User) -> EntryQuerySet:
    """The entries of a timeline (its number or slug), which is locked and noted as changed: what comes to nothing is to
    be rolled back. Raises `Entry.DoesNotExist` where there is no such timeline."""
    name = "pk" if isinstance(timeline, int) else "slug"
    if not note(Timeline.objects.filter(**{name: timeline}), actor):
        raise Entry.DoesNotExist
    return Entry.objects.filter(**{f"timeline__{name}": timeline})


@contextmanager
def changing(
    entry_id: int,
    actor: User,
    verb: str,
    version: int | None,
    *,
    slug: str | None = None,
    batch: UUID | None = None,
    citations: bool = False,
    also: Mapping[str, Combinable] | None = None,
) -> Iterator[Entry]:
    """Lock, check, then change: gives the entry to change and saves what the block did to it, with its Decision.

    The entry comes with all that its row shows. With `slug` it is that timeline's or not there (`Entry.DoesNotExist`).
    Changes with the same `batch` are undone and redone together. `citations`: the block merges or splits, giving
    citations to the event or taking some away, and undo shall bring them home; all else leaves a merged entry alone.
    """
    with transaction.atomic():
        take(entry_id, actor, slug)
        found = Entry.objects.filter(pk=entry_id)
        entry = (
            found.select_related("event", "timeline").get() if citations else loading.one(found.annotate(**also or {}))
        )
        timeline = entry.timeline
        merged = entry.state == State.MERGED and not citations
        if merged or (version is not None and version != entry.version):
            raise Stale(entry)
        before = snapshot(entry, citations=citations)
        yield entry
        after = snapshot(entry, citations=citations)
        if before == after:
            transaction.set_rollback(True)  # nothing has changed, the timeline has not either
            return
        entry.changed = frozenset(name for name in after if before[name] != after[name])
        # Its number may have changed under it, to make room.
        before["position"] = renumbering.number_now(timeline, before["position"])
        entry.by_hand = after["by_hand"] = True
        if any(before[name] != after[name] for name in EVENT_FIELDS):
            entry.event.save()
        now = timezone.now()
        if before["state"] != after["state"]:
            entry.decided_by, entry.decided_at = actor, now
        entry.version += 1
        entry.save()
        Decision.objects.create(
            timeline=timeline,
            entry=entry,
            actor=actor,
            verb=verb,
            batch=batch,
            before=before,
            after=after,
            made_at=now,
        )


def take(entry_id: int, actor: User, slug: str | None = None) -> None:
    """Lock the timeline of an entry and note that it changes, in one go: what comes to nothing is rolled back.

    Raises `Entry.DoesNotExist` where the entry is gone, or is not in the timeline that `slug` names.
    """
    timelines = Timeline.objects.filter(pk__in=Entry.objects.filter(pk=entry_id).values("timeline"))
    if slug is not None:
        timelines = timelines.filter(slug=slug)
    if not note(timelines, actor):
        raise Entry.DoesNotExist


def _set_state(entry: Entry, state: str) -> None:
    """Change the state, and find the place again where a rejected entry comes back."""
    was, entry.state = entry.state, state
    if was not in Entry.PLACED and state in Entry.PLACED:
        ordering.resettle(entry)


def _apply(event: Event, change: Change) -> None:
    """Write what was typed into the event."""
    set_date(event, change.date)
    event.headline, event.description, event.status = change.headline, change.description, change.status


def _re_date(entry: Entry, reading: Reading) -> bool:
    """Give the entry's event the date of a reading. Whether its place may have to change."""
    event = entry.event
    days = (event.earliest, event.latest)
    set_date(event, reading)
    return days != (event.earliest, event.latest)
