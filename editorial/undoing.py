"""Undo and redo: each person takes back their own decisions in a timeline, the last one first, and may do them again.

Decisions made with one press (`Decision.batch`) go together, all or none. What somebody else has changed since is never
touched: the step is refused, and says who.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from editorial import ordering
from editorial.errors import Refused
from editorial.review import EVENT_FIELDS, lock, snapshot, touch
from timelines.models import Citation, Decision, Entry, Event


@transaction.atomic
def undo(timeline_id: int, actor: User) -> Decision:
    """Take back this person's last decision in the timeline. Raises `Refused` where there is none, or where somebody
    has changed the entry since."""
    timeline = lock(timeline_id)
    decision = (
        Decision.objects.filter(timeline=timeline, actor=actor, undone_at=None).select_related("entry__event").first()
    )
    if decision is None:
        raise Refused("There is nothing of yours to undo here.")
    entry = decision.entry
    changed = changed_by(decision)
    now = snapshot(entry, citations="citations" in changed)
    if any(now[key] != decision.after[key] for key in changed):
        raise Refused("Somebody has changed this entry since. It stays as it is; edit it to change it again.")
    decision.undone_at = timezone.now()
    decision.save(update_fields=["undone_at"])
    write_back(entry, {key: decision.before[key] for key in changed})
    touch(timeline, actor)
    return decision


def changed_by(decision: Decision) -> set[str]:
    """What a decision changed. What was not written down in older ones is as it was."""
    return {key for key in decision.after if decision.before.get(key) != decision.after[key]}


def write_back(entry: Entry, values: dict[str, Any]) -> None:
    """Set the entry and its event to remembered values; a place that is taken or contradicts the dates is changed."""
    for key, kept in values.items():
        value = date.fromisoformat(kept) if kept and key in ("earliest", "latest") else kept
        if key == "citations":
            _give_citations(entry.event, kept)
        else:
            setattr(entry.event if key in EVENT_FIELDS else entry, key, value)
    if any(key in EVENT_FIELDS for key in values):
        entry.event.save()
    _credit(entry)
    ordering.resettle(entry)
    entry.version += 1
    entry.save()


def _give_citations(event: Event, rows: list[tuple[int, int | None]]) -> None:
    """Let these citations support `event`, and no others: [number, number of the event it came with]. Those that came
    with another event go back to it."""
    others = Citation.objects.filter(event=event, origin__isnull=False).exclude(pk__in=[pk for pk, _ in rows])
    others.update(event=F("origin"), origin=None)
    for origin in {origin for _, origin in rows}:
        given = [pk for pk, came_with in rows if came_with == origin]
        Citation.objects.filter(pk__in=given).update(event=event, origin=origin)


def _credit(entry: Entry) -> None:
    """Say of the entry who decided it, and whether anybody's hand is in it, by what is not undone."""
    decisions = list(entry.decisions.order_by("pk").select_related("actor"))
    standing = [decision for decision in decisions if decision.undone_at is None]
    # By hand it may have been from the start; else it is so while at least one decision stands.
    entry.by_hand = bool(standing) or decisions[0].before["by_hand"]
    states = [decision for decision in standing if decision.before["state"] != decision.after["state"]]
    entry.decided_by = states[-1].actor if states else None
    entry.decided_at = states[-1].made_at if states else None
