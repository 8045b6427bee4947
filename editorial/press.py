"""What one press changes in several entries, merging or splitting them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import uuid4

from django.contrib.auth.models import User
from django.utils import timezone

from editorial import batches, loading, ordering, precision, renumbering, review, settling
from timelines.extraction.types import Reading
from timelines.models import Decision, Entry, Event


class Press:
    """The entries that one press changes, as they were; in a fixed number of queries, however many they are.

    They come with their citations, and are of one timeline. Its lock is taken, and that it changes is noted.
    """

    def __init__(self, actor: User, verb: str, entries: Sequence[Entry], made: Entry | None = None) -> None:
        self.actor, self.verb = actor, verb
        self.timeline = entries[0].timeline
        self.entries: dict[int | None, Entry] = {entry.pk: entry for entry in entries}
        self.made = made
        """One more, that comes to be by this press. Its event is stored, without its history; it has no number yet."""
        if made:
            self.entries[None] = made
        self.events: list[Event] = []
        """Those that got another date."""
        self.before = self._snapshots()

    def _snapshots(self) -> dict[int | None, dict[str, Any]]:
        """As `review.snapshot`, with citations."""
        return {
            pk: review.snapshot(entry) | {"citations": [[row.pk, row.origin_id] for row in entry.event.citations.all()]}
            for pk, entry in self.entries.items()
        }

    def give_date(self, entry: Entry, reading: Reading) -> None:
        """Set the date; `settle` finds the place it asks for."""
        precision.set_date(entry.event, reading)
        self.events.append(entry.event)

    def settle(self, entries: Sequence[Entry]) -> None:
        """Find the places that the dates of these entries allow."""
        beside = [entry for entry in self.entries.values() if entry not in entries]
        if len(entries) == 1:
            ordering.resettle(entries[0])
            for entry in beside:
                entry.position = renumbering.number_now(self.timeline, entry.position)
        else:
            settling.settle_all(self.timeline, entries, beside)
        for kept in self.before.values():
            # The numbers may have changed under them, to make room.
            kept["position"] = renumbering.number_now(self.timeline, kept["position"])

    def save(self) -> None:
        """Write all of it down, with its decisions."""
        after, now, batch = self._snapshots(), timezone.now(), uuid4()
        changed: set[str] = set()
        for pk, entry in self.entries.items():
            entry.by_hand = after[pk]["by_hand"] = True
            if self.before[pk]["state"] != entry.state:
                entry.decided_by, entry.decided_at = self.actor, now
            entry.changed = frozenset(name for name in after[pk] if self.before[pk][name] != after[pk][name])
            changed |= entry.changed
        loading.tell_merged(list(self.entries.values()))
        stood = [entry for entry in self.entries.values() if entry is not self.made]
        if self.made:
            self.before[None]["position"] = self.made.position
            self.made.skip_history_when_saving = True  # type: ignore[attr-defined]
            self.made.save()
        batches.save_all(self.actor, stood, self.events, changed, self.made)
        common = {"timeline": self.timeline, "actor": self.actor, "verb": self.verb, "batch": batch, "made_at": now}
        Decision.objects.bulk_create(
            Decision(entry=entry, before=self.before[pk], after=after[pk], **common)
            for pk, entry in self.entries.items()
        )
