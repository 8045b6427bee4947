"""Many entries saved at once, with their history: in the same few queries for one as for a hundred."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from django.contrib.auth.models import User
from django.db import connection
from django.db.models import Case, F, Model, Value, When
from django.db.models.functions import Cast
from django.utils import timezone

from editorial.review import EVENT_FIELDS
from timelines.models import Entry, Event

OWN = ("by_hand", "decided_by_id", "decided_at")
"""Of an entry, what any decision may change beside what it is about."""

ABOUT = ("state", "position", "merged_into_id", "same_as_id", "assignee_id")
"""What a decision may be about."""

AT_ONCE = 5_000
"""Entries that are saved with one query."""


def save_all(
    actor: User, entries: Sequence[Entry], events: Sequence[Event], changed: Collection[str], made: Entry | None = None
) -> None:
    """Save these entries as new versions, and these of their events.

    `changed` says what of the entries, by the names that `review.snapshot` gives. `made` is one that was inserted, with
    its event, and remembered nowhere yet: its history begins in the same queries.
    """
    for event in events:
        event.updated_at = timezone.now()
    if events:
        Event.objects.bulk_update(events, [*EVENT_FIELDS, "updated_at"])
    _remember(actor, Event, events, made.event if made else None)
    for entry in entries:
        entry.version += 1
    own = [*OWN, *(name for name in ABOUT if name in changed)]
    for some in _few(entries):
        Entry.objects.filter(pk__in=[entry.pk for entry in some]).update(
            version=F("version") + 1,
            **{name: each_its_own(Entry, name, {entry.pk: getattr(entry, name) for entry in some}) for name in own},
        )
    _remember(actor, Entry, entries, made)


def _remember(actor: User, model: type[Event | Entry], changed: Sequence[Model], made: Model | None) -> None:
    """A line of history for each, in one query."""
    past: Any = model.history.model
    now = timezone.now()
    lines = [(row, "~") for row in changed] + ([(made, "+")] if made else [])
    past.objects.bulk_create(
        [
            past(
                history_date=now,
                history_user=actor,
                history_type=kind,
                **{field.attname: getattr(row, field.attname) for field in past.tracked_fields},
            )
            for row, kind in lines
        ]
    )


def each_its_own(model: type[Model], name: str, values: Mapping[int, Any]) -> Any:
    """What rows (by their numbers) get in one field: the value, where all get the same, so that the query stays
    short."""
    first = next(iter(values.values()))
    if all(value == first for value in values.values()):
        return first
    field: Any = model._meta.get_field(name.removesuffix("_id"))
    field = getattr(field, "target_field", field) if field.is_relation else field
    each = Case(
        *(When(pk=pk, then=Value(value, output_field=field)) for pk, value in values.items()), output_field=field
    )
    return Cast(each, output_field=field) if connection.features.requires_casted_case_in_updates else each


def _few(entries: Sequence[Entry]) -> Iterable[Sequence[Entry]]:
    return (entries[at : at + AT_ONCE] for at in range(0, len(entries), AT_ONCE))
