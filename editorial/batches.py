"""Many entries saved at once, with their history: in the same few queries for one as for five hundred."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import Any

from django.contrib.auth.models import User
from django.db.models import F
from django.utils import timezone
from simple_history.utils import bulk_update_with_history

from editorial.review import EVENT_FIELDS
from timelines.models import Entry, Event, Timeline

OWN = ("by_hand", "decided_by_id", "decided_at")
"""Of an entry, what any decision may change beside what it is about."""

ABOUT = ("state", "merged_into_id", "same_as_id", "assignee_id")
"""What a decision may be about; the place is looked at by itself."""

FEW = 12
"""Groups of entries alike that are saved a query each."""


def save_all(
    timeline: Timeline, actor: User, entries: Sequence[Entry], events: Sequence[Event], changed: Collection[str]
) -> None:
    """Save these entries as new versions, and these of their events.

    `changed` says what of the entries, by the names that `review.snapshot` gives. The place may always have changed.
    """
    if events:
        for event in events:
            event.updated_at = timezone.now()
        bulk_update_with_history(events, Event, [*EVENT_FIELDS, "updated_at"], batch_size=500, default_user=actor)
    own = [*OWN, *(name for name in ABOUT if name in changed)]
    for entry in entries:
        entry.version += 1
    if len(entries) == 1:
        bulk_update_with_history(entries, Entry, ["version", *own, "position"], default_user=actor)
    else:
        _save_alike(entries, own)
        _save_places(timeline, entries)
        bulk_update_with_history(entries, Entry, [], batch_size=500, default_user=actor)


def _save_alike(entries: Sequence[Entry], fields: Sequence[str]) -> None:
    """Save these fields, with one query for all that get the same; one by one the database would read a page of SQL."""
    groups: dict[tuple[Any, ...], list[int]] = defaultdict(list)
    for entry in entries:
        groups[tuple(getattr(entry, name) for name in fields)].append(entry.pk)
    if len(groups) > FEW:
        Entry.objects.bulk_update(entries, ["version", *fields], batch_size=500)
        return
    for values, pks in groups.items():
        Entry.objects.filter(pk__in=pks).update(version=F("version") + 1, **dict(zip(fields, values, strict=True)))


def _save_places(timeline: Timeline, entries: Sequence[Entry]) -> None:
    """Save the positions that are not stored yet."""
    stored = dict(timeline.entries.filter(pk__in=[entry.pk for entry in entries]).values_list("pk", "position"))
    moved = [entry for entry in entries if stored[entry.pk] != entry.position]
    Entry.objects.bulk_update(moved, ["position"], batch_size=500)
