"""Merge entries that tell the same, split them again, and answer "same as …?".

The entry that others are merged into keeps its headline, and its date unless another is chosen; it takes all their
citations, each of which remembers the event it came with (`Citation.origin`). The merged ones keep their own headline,
date and description, are shown nowhere, and come back whole when they are split out. All that one press changes is one
batch of decisions, undone and redone together.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import F, QuerySet
from django.db.models.functions import Coalesce
from django.utils import timezone
from simple_history.utils import bulk_update_with_history

from editorial import ordering, review
from editorial.errors import Refused, Stale
from timelines.extraction.types import Reading
from timelines.models import Citation, Decision, Entry, Event, Timeline

State = Entry.State


def merge(
    timeline_id: int,
    into: int,
    others: Iterable[int],
    actor: User,
    *,
    versions: Mapping[int, int] | None = None,
    date: Reading | None = None,
) -> Entry:
    """Give the citations of `others` to the entry `into`, which is accepted if any of them was.

    Raises `Stale` where an entry is not in the version (pk -> version) it was seen in; `Refused` where one is gone,
    set aside or merged already, and for a `date` that is more precise than all the sources together.
    """
    with transaction.atomic():
        # The lock, as in `review.take`.
        review.touch(Timeline(pk=timeline_id), actor)
        press = _Press(timeline_id, actor, "merge", [into, *others])
        target, rest = press.entries[into], [entry for pk, entry in press.entries.items() if pk != into]
        for entry in press.entries.values():
            _check(entry, (versions or {}).get(entry.pk))
        if not rest:
            raise Refused("Choose at least two entries to merge. Nothing was changed.")
        Citation.objects.filter(event__in=[entry.event_id for entry in rest]).update(
            origin=Coalesce("origin", F("event")), event=target.event
        )
        if any(entry.state == State.ACCEPTED for entry in rest):
            target.state = State.ACCEPTED
        for entry in rest:
            entry.state, entry.merged_into = State.MERGED, target
        if date is not None:
            review.check_precision(target, date)
            press.give_date(target, date)
        press.save()
    return target


def _check(entry: Entry, version: int | None) -> None:
    """Refuse what cannot be merged, or was not seen as it is."""
    name = f"“{ordering.short(entry.event.headline)}”"
    if entry.state == State.MERGED:
        raise Refused(f"{name} is merged into another entry already. Nothing was changed; look at the list again.")
    if entry.state == State.REJECTED:
        raise Refused(f"{name} is set aside. Restore it, then merge it.")
    if version is not None and version != entry.version:
        raise Stale(entry)


def add_to_same(entry_id: int, actor: User, *, version: int | None = None, slug: str | None = None) -> Entry:
    """Yes, it is the same: merge the proposal into the entry it seems to repeat. Gives that entry."""
    rows = Entry.objects.filter(timeline__slug=slug) if slug is not None else Entry.objects.all()
    entry = rows.select_related("same_as__merged_into").get(pk=entry_id)
    target = same_as(entry)
    if target is None or entry.state == State.MERGED:
        raise Refused("The entry that this one seemed to repeat is not on the timeline any more. Nothing was changed.")
    return merge(
        entry.timeline_id, target.pk, [entry.pk], actor, versions={} if version is None else {entry.pk: version}
    )


def keep_apart(entry_id: int, actor: User, *, version: int | None = None, slug: str | None = None) -> Entry:
    """No, it is another happening. Reading the article again does not ask anew."""
    with review.changing(entry_id, actor, "keep-apart", version, slug=slug) as entry:
        entry.same_as = None
    return entry


def same_as(entry: Entry) -> Entry | None:
    """The placed entry that a proposal seems to repeat, merged meanwhile or not; None where there is no question."""
    found = entry.same_as
    if found is not None and found.state == State.MERGED:
        found = found.merged_into
    return found if entry.state == State.PROPOSED and found is not None and found.state in Entry.PLACED else None


def merged_in(entry: Entry) -> list[Entry]:
    """The entries that were merged into this one, with their events: those that can be split out whole."""
    # One that nobody decided is what a taken-back split has left.
    return list(entry.merged_entries.filter(decided_at__isnull=False).select_related("event").order_by("position"))


def split(entry_id: int, merged_id: int, actor: User, *, version: int | None = None, slug: str | None = None) -> Entry:
    """Bring a merged entry back as it was, with its citations. Gives that entry.

    Where the date of the one it leaves rests on those citations alone, that one takes the finest of the dates left.
    """
    with transaction.atomic():
        review.take(entry_id, actor, slug)
        return _split(entry_id, merged_id, actor, version)


def _split(entry_id: int, merged_id: int, actor: User, version: int | None) -> Entry:
    press = _Press(None, actor, "split", [entry_id, merged_id])
    target, leaving = press.entries[entry_id], press.entries[merged_id]
    if version is not None and version != target.version:
        raise Stale(target)
    if leaving.merged_into_id != target.pk:
        raise Refused("That entry is not part of this one any more. Nothing was changed; look at the list again.")
    origins = _with_its_own(leaving)
    _bring_out(press, target, leaving, Citation.objects.filter(event=target.event, origin__in=origins))
    Citation.objects.filter(event=leaving.event, origin=leaving.event).update(origin=None)
    press.save()
    return leaving


def split_citation(
    entry_id: int, citation_id: int, actor: User, *, version: int | None = None, slug: str | None = None
) -> Entry:
    """Make one source of an entry an entry of its own; a merged entry that came with this source alone comes back."""
    with transaction.atomic():
        review.take(entry_id, actor, slug)
        entry = Entry.objects.select_related("event", "timeline").get(pk=entry_id)
        if version is not None and version != entry.version:
            raise Stale(entry)
        citations = list(entry.event.citations.select_related("expression", "origin"))
        citation = next((row for row in citations if row.pk == citation_id), None)
        if citation is None:
            raise Refused("That source is not part of this entry any more. Nothing was changed; look at it again.")
        origin = citation.origin
        if origin is not None and sum(row.origin_id == origin.pk for row in citations) == 1:
            whole = entry.merged_entries.filter(event=origin).first()
            if whole is not None:
                return _split(entry_id, whole.pk, actor, version)
        if len(citations) == 1:
            raise Refused("The entry rests on this source alone, so there is nothing to split.")
        made = _entry_of(entry, citation)
        press = _Press(None, actor, "split", [entry_id, made.pk])
        _bring_out(press, press.entries[entry_id], press.entries[made.pk], Citation.objects.filter(pk=citation_id))
        Citation.objects.filter(pk=citation_id).update(origin=None)
        press.save()
    return press.entries[made.pk]


def _entry_of(entry: Entry, citation: Citation) -> Entry:
    """A new entry for one source, merged into the entry it is to leave: what undoing the split goes back to."""
    event, expression = citation.origin or entry.event, citation.expression
    dated = expression if expression is not None and expression.edtf else entry.event
    own = Event(headline=event.headline, status=event.status, edtf=dated.edtf, mod=dated.mod)
    own.earliest, own.latest = dated.earliest, dated.latest
    own.save()
    position = ordering.place(entry.timeline, own)
    values: dict[str, Any] = {"state": State.MERGED, "merged_into": entry, "by_hand": True, "position": position}
    made = Entry(timeline=entry.timeline, event=own, **values)
    made.save()
    return made


def _bring_out(press: _Press, target: Entry, leaving: Entry, citations: QuerySet[Citation]) -> None:
    """Move the citations, give the entry that leaves its state and place back, and let the other say no more than its
    sources still do."""
    before = _finest(target.event)
    citations.update(event=leaving.event)
    left = _finest(target.event)
    if before is not None and left is not None and _width(before) <= _width(target.event) < _width(left):
        press.give_date(target, left)
    leaving.state = _state_before(leaving) or target.state
    leaving.merged_into = leaving.same_as = None
    press.settle(leaving)


def _width(dated: Reading | Event) -> timedelta:
    return review.width(dated.earliest, dated.latest)


def _finest(event: Event) -> Reading | None:
    """The most precise date that the event's sources give."""
    rows = [row.expression for row in event.citations.all().select_related("expression")]
    dated = [row for row in rows if row is not None and row.edtf]
    found = min(dated, key=lambda row: review.width(row.earliest, row.latest), default=None)
    return Reading(found.edtf, found.earliest, found.latest, found.mod or None) if found else None  # type: ignore[arg-type]


def _state_before(entry: Entry) -> str | None:
    """The state it had when it was merged."""
    merged = entry.decisions.filter(undone_at=None, after__state=State.MERGED).order_by("-pk").first()
    return str(merged.before["state"]) if merged else None


def _with_its_own(entry: Entry) -> list[int]:
    """The event of a merged entry, and those of the entries that were merged into it before."""
    events, layer = [entry.event_id], [entry.pk]
    while layer:
        rows = list(Entry.objects.filter(merged_into__in=layer).values_list("pk", "event_id"))
        events += [event for _, event in rows]
        layer = [pk for pk, _ in rows]
    return events


@dataclass
class _Press:
    """The entries that one press changes, as they were; in a fixed number of queries, however many they are.

    They have to be of that timeline, where one is named. Its lock is taken, and that it changes is noted.
    """

    timeline_id: int | None
    actor: User
    verb: str
    pks: Sequence[int]
    batch: UUID = field(default_factory=uuid4)
    entries: dict[int, Entry] = field(init=False)
    before: dict[int, dict[str, Any]] = field(init=False)

    def __post_init__(self) -> None:
        rows = Entry.objects.select_related("event", "timeline").filter(pk__in=self.pks)
        found = {row.pk: row for row in rows if self.timeline_id in (None, row.timeline_id)}
        if len(found) < len(set(self.pks)):
            raise Refused("One of these entries is not in this timeline any more. Nothing was changed; look again.")
        self.entries = {pk: found[pk] for pk in self.pks}
        self.before = self._snapshots()

    def _snapshots(self) -> dict[int, dict[str, Any]]:
        """As `review.snapshot`, with citations."""
        given: dict[int, list[list[int | None]]] = {entry.event_id: [] for entry in self.entries.values()}
        rows = Citation.objects.filter(event__in=given).order_by("pk").values_list("event_id", "pk", "origin_id")
        for event, pk, origin in rows:
            given[event].append([pk, origin])
        return {pk: review.snapshot(entry) | {"citations": given[entry.event_id]} for pk, entry in self.entries.items()}

    def give_date(self, entry: Entry, reading: Reading) -> None:
        """Set the date, and another place where it asks for one."""
        review.set_date(entry.event, reading)
        entry.event.save()
        self.settle(entry)

    def settle(self, entry: Entry) -> None:
        """Find the place that the entry's date allows."""
        was = entry.position
        ordering.resettle(entry)
        if entry.position != was:
            # Its number may have changed under it, to make room.
            held = Entry.objects.values_list("position", flat=True).get(pk=entry.pk)
            self.before[entry.pk]["position"] = held
            Entry.objects.filter(pk=entry.pk).update(position=entry.position)

    def save(self) -> None:
        """Write all of it down, with its decisions."""
        after, now = self._snapshots(), timezone.now()
        for pk, entry in self.entries.items():
            entry.by_hand = after[pk]["by_hand"] = True
            if self.before[pk]["state"] != entry.state:
                entry.decided_by, entry.decided_at = self.actor, now
            entry.version += 1
        fields = ["state", "by_hand", "merged_into", "same_as", "decided_by", "decided_at", "version"]
        bulk_update_with_history(list(self.entries.values()), Entry, fields, default_user=self.actor)
        common = {"actor": self.actor, "verb": self.verb, "batch": self.batch, "made_at": now}
        Decision.objects.bulk_create(
            Decision(entry=entry, timeline=entry.timeline, before=self.before[pk], after=after[pk], **common)
            for pk, entry in self.entries.items()
        )
