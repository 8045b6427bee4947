"""The place that an entry will need, asked together with the entry: one query less for each change of a date.

Whoever changes a date knows the new one before the entry is read, and holds the timeline's lock already, so that the
answers stay true until the entry is given its place. `ordering.resettle` makes use of them where they are about what
the entry has become, and asks anew where they are not.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Subquery, Value
from django.db.models.expressions import Combinable

from editorial import ordering
from timelines.models import Entry, Event


@dataclass(frozen=True, slots=True)
class Foresight:
    """An entry by its number, and what it will be: its days, whether it has a place in the order, and its position;
    without one it stays at that which is stored."""

    pk: int
    earliest: date | None
    latest: date | None
    placed: bool = True
    position: int | None = None

    def questions(self) -> ordering.Questions:
        """To be asked together with the entry. They depend on no row of the answer, so that each is answered once."""
        own = Entry.objects.filter(pk=self.pk)
        here: Combinable = Subquery(own.values("position")[:1]) if self.position is None else Value(self.position)
        event = Event(earliest=self.earliest, latest=self.latest) if self.placed else None
        among = Entry.objects.filter(timeline=Subquery(own.values("timeline")[:1]))
        return ordering.place_questions(among, self.pk, event, here)

    def tell(self, entry: Entry) -> None:
        """Let the entry, as it was read with these questions, remember the answers."""
        position = entry.position if self.position is None else self.position
        answers = {name: getattr(entry, name) for name in self.questions()}
        entry._foreseen = (position, self.placed, self.earliest, self.latest), answers  # type: ignore[attr-defined]
