"""One press for many entries: accept or reject what is selected, all past events or all vague dates of an article
or of the whole timeline.

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

from editorial import batches, renumbering, settling
from editorial.errors import Refused
from editorial.review import hold, snapshot
from timelines.models import Citation, Decision, Entry, Event, Timeline
from timelines.models.timelines import EntryQuerySet

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


def selected(timeline: int | str, actor: User, aim: Aim, seen: Mapping[int, int | None]) -> Outcome:
    """Give these entries of a timeline (its number or slug) a state. `seen` says in which version each was looked at,
    None where that is not known. Raises `Entry.DoesNotExist` where there is no such timeline."""
    if not seen:
        raise Refused("Nothing is selected. Select entries with their boxes, then press again.")
    with transaction.atomic():
        entries = hold(timeline, actor)
        return _decide(entries.filter(pk__in=seen).select_related("event", "timeline").in_order(), actor, aim, seen)


def every(timeline: int | str, actor: User, which: Which, article: int | None, count: int) -> Outcome:
    """Accept all past events of an article, or reject its vague ones; those of the whole timeline without an article.
    `count` is how many the person was told of.

    Raises `Refused` where it would touch another number of entries by now, else as `selected`.
    """
    with transaction.atomic():
        found = _found(hold(timeline, actor).select_related("timeline"), article)[which]
        if len(found) != count:
            number = str(len(found)) if found else "none"
            raise Refused(f"There were {count} when you looked, now there are {number}. Nothing was changed.")
        aim: Aim = "accepted" if which == "past" else "rejected"
        return _decide(found, actor, aim, dict.fromkeys(entry.pk for entry in found))


def offers(timeline: Timeline, article: int | None) -> dict[Which, Offer]:
    """What could be decided with one press among an article's proposals, or the timeline's without one. One query.

    Past: what the article tells as past, unless its date is to be checked or another entry may say the same.
    Vague: wider than a year, or "about", "before", "after", or resting on nothing but how long or how often.
    """
    found = _found(timeline.entries.all(), article)
    return {
        "past": Offer(tuple(row.pk for row in found["past"]), to_check=len(found["check"])),
        "vague": Offer(tuple(row.pk for row in found["vague"])),
    }


def _found(entries: EntryQuerySet, article: int | None) -> dict[Which | Literal["check"], list[Entry]]:
    """The proposals (of an article) by what can be done with them at once; `check`: past, but to be looked at."""
    cited = Citation.objects.filter(event=OuterRef("event"))
    dated = cited.filter(Q(expression=None) | ~Q(expression__type__in=("DURATION", "SET")))
    asked = entries.proposed()
    if article is not None:
        asked = asked.filter(Exists(cited.filter(article=article)))
    rows = list(asked.select_related("event").annotate(dated=Exists(dated)).in_order())
    past = [row for row in rows if row.event.status == Event.Status.PAST]
    return {
        "past": [row for row in past if not row.warnings and row.same_as_id is None],
        "check": [row for row in past if row.warnings or row.same_as_id is not None],
        "vague": [row for row in rows if not getattr(row, "dated", True) or is_vague(row.event)],
    }


def is_vague(event: Event) -> bool:
    """Whether the event's date leaves open more than a year, or an unsaid span."""
    wide = event.earliest is None or event.latest is None or _days(event.earliest, event.latest) > A_YEAR
    return wide or event.mod in LOOSE or "~" in event.edtf or "?" in event.edtf


def _days(earliest: date, latest: date) -> timedelta:
    return latest - earliest + timedelta(days=1)


def _decide(found: Iterable[Entry], actor: User, aim: Aim, seen: Mapping[int, int | None]) -> Outcome:
    """Change what is as it was seen; the timeline is locked."""
    entries = list(found)
    outcome = Outcome(left=len(seen) - len(entries))
    for entry in entries:
        entry.timeline = entries[0].timeline
        if entry.state == aim:
            outcome.already += 1
        elif entry.state == State.MERGED or seen[entry.pk] not in (None, entry.version):
            outcome.left += 1
        else:
            outcome.changed.append(entry)
    if outcome.changed:
        _change(entries[0].timeline, actor, aim, outcome.changed)
    else:
        transaction.set_rollback(True)  # nothing has changed, the timeline has not either
    return outcome


def _change(timeline: Timeline, actor: User, aim: Aim, entries: list[Entry]) -> None:
    """Set the state of all of them, write one decision each, and save."""
    now, before = timezone.now(), [snapshot(entry) for entry in entries]
    back = {entry.pk: entry for entry in _coming_back(entries, aim)}
    settling.settle_all(timeline, list(back.values()), [entry for entry in entries if entry.pk not in back])
    decisions, batch = [], uuid4() if len(entries) > 1 else None
    for entry, was in zip(entries, before, strict=True):
        entry.state, entry.by_hand = State(aim), True
        entry.decided_by, entry.decided_at = actor, now
        # Its number may have changed under it, to make room.
        was["position"] = renumbering.number_now(timeline, was["position"])
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
    batches.save_all(actor, entries, [], {"state"} | ({"position"} if back else set()))


def _coming_back(entries: Iterable[Entry], aim: Aim) -> Iterable[Entry]:
    """Those that get a place by this, with their new state."""
    for entry in entries:
        if aim in Entry.PLACED and entry.state not in Entry.PLACED:
            entry.state = State(aim)
            yield entry
