"""One press for many entries: accept or reject what is selected, all past events of an article, all vague dates.

Each press locks once, leaves alone what changed since it was seen, and is one batch of decisions: undone and redone as
one. It costs a fixed number of queries.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal
from uuid import uuid4

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from editorial import batches, settling
from editorial.errors import Refused
from editorial.review import lock, snapshot, touch
from timelines.models import Citation, Decision, Entry, Event, Timeline

State = Entry.State

Aim = Literal["accepted", "rejected"]
VERBS: dict[Aim, str] = {"accepted": "accept", "rejected": "reject"}

Which = Literal["past", "vague"]

A_YEAR = timedelta(days=366)

LOOSE = frozenset({"APPROX", "BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER", "LESS_THAN", "MORE_THAN"})
"""The mods that leave a date open to an unsaid degree; the start, middle or end of something does not."""


@dataclass(slots=True)
class Outcome:
    """What one press came to."""

    changed: list[Entry] = field(default_factory=list)
    already: int = 0
    """Entries that had the state before."""
    left: int = 0
    """Entries left alone: changed, merged or gone since they were seen."""


@dataclass(frozen=True, slots=True)
class Offer:
    """What one press would touch: the entries, and how many that come near are left for a person to look at."""

    entries: tuple[int, ...] = ()
    to_check: int = 0


def selected(timeline_id: int, actor: User, aim: Aim, seen: Mapping[int, int | None]) -> Outcome:
    """Give these entries a state. `seen` says in which version each was looked at, None where that is not known."""
    if not seen:
        raise Refused("Nothing is selected. Select entries with their boxes, then press again.")
    with transaction.atomic():
        return _decide(lock(timeline_id), actor, aim, seen)


def every(timeline_id: int, actor: User, which: Which, article: int, count: int) -> Outcome:
    """Accept all past events of an article, or reject its vague ones; `count` is how many the person was told of.

    Raises `Refused` where it would touch another number of entries by now.
    """
    with transaction.atomic():
        timeline = lock(timeline_id)
        found = offers(timeline, article)[which].entries
        if len(found) != count:
            number = str(len(found)) if found else "none"
            raise Refused(f"There were {count} when you looked, now there are {number}. Nothing was changed.")
        return _decide(timeline, actor, "accepted" if which == "past" else "rejected", dict.fromkeys(found))


def offers(timeline: Timeline, article: int) -> dict[Which, Offer]:
    """What could be decided with one press among an article's proposals. One query.

    Past: what the article tells as past, unless its date is to be checked or another entry may say the same.
    Vague: wider than a year, or "about", "before", "after", or resting on nothing but how long or how often.
    """
    cited = Citation.objects.filter(event=OuterRef("event"))
    entries = timeline.entries.proposed().filter(Exists(cited.filter(article=article)))
    dated = cited.filter(Q(expression=None) | ~Q(expression__type__in=("DURATION", "SET")))
    rows = list(entries.select_related("event").annotate(dated=Exists(dated)).in_order())
    past = [row for row in rows if row.event.status == Event.Status.PAST]
    clear = [row for row in past if not row.warnings and row.same_as_id is None]
    vague = tuple(row.pk for row in rows if not getattr(row, "dated", True) or is_vague(row.event))
    return {
        "past": Offer(tuple(row.pk for row in clear), to_check=len(past) - len(clear)),
        "vague": Offer(vague),
    }


def is_vague(event: Event) -> bool:
    """Whether the event's date leaves open more than a year, or an unsaid span."""
    wide = event.earliest is None or event.latest is None or _days(event.earliest, event.latest) > A_YEAR
    return wide or event.mod in LOOSE or "~" in event.edtf or "?" in event.edtf


def _days(earliest: date, latest: date) -> timedelta:
    return latest - earliest + timedelta(days=1)


def _decide(timeline: Timeline, actor: User, aim: Aim, seen: Mapping[int, int | None]) -> Outcome:
    """Change what is as it was seen; the timeline is locked."""
    outcome = Outcome()
    entries = list(timeline.entries.filter(pk__in=seen).select_related("event").in_order())
    outcome.left = len(seen) - len(entries)
    for entry in entries:
        entry.timeline = timeline
        if entry.state == aim:
            outcome.already += 1
        elif entry.state == State.MERGED or seen[entry.pk] not in (None, entry.version):
            outcome.left += 1
        else:
            outcome.changed.append(entry)
    if outcome.changed:
        _change(timeline, actor, aim, outcome.changed)
    return outcome


def _change(timeline: Timeline, actor: User, aim: Aim, entries: list[Entry]) -> None:
    """Set the state of all of them, write one decision each, and save."""
    now, before = timezone.now(), [snapshot(entry) for entry in entries]
    back = {entry.pk: entry for entry in _coming_back(entries, aim)}
    settling.settle_all(timeline, list(back.values()), [entry for entry in entries if entry.pk not in back])
    held = dict(timeline.entries.filter(pk__in=[entry.pk for entry in entries]).values_list("pk", "position"))
    decisions, batch = [], uuid4() if len(entries) > 1 else None
    for entry, was in zip(entries, before, strict=True):
        entry.state, entry.by_hand = State(aim), True
        entry.decided_by, entry.decided_at = actor, now
        # Its number may have changed under it, to make room.
        was["position"] = held[entry.pk]
        decisions.append(
            Decision(
                timeline=timeline,
                entry=entry,
                actor=actor,
                verb=VERBS[aim],
                batch=batch,
                before=was,
                after=snapshot(entry),
                made_at=now,
            )
        )
    Decision.objects.bulk_create(decisions)
    batches.save_all(timeline, actor, entries, [], {"state"})
    touch(timeline, actor)


def _coming_back(entries: Iterable[Entry], aim: Aim) -> Iterable[Entry]:
    """Those that get a place by this, with their new state."""
    for entry in entries:
        if aim in Entry.PLACED and entry.state not in Entry.PLACED:
            entry.state = State(aim)
            yield entry
