"""A move that a person asks for: a step up or down, or to another entry, as far as the dates leave it open.

Costs one query, whatever the number of entries: only what the entry passes on its way is looked at.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from django.db.models import F, Q, Subquery, Value
from django.db.models.functions import Abs, Coalesce

from editorial.errors import Refused
from editorial.ordering import BOTTOM, ask, first_place, last_place, number_between, short, strictly_before
from timelines.models import Entry, Event
from timelines.models.timelines import EntryQuerySet
from timelines.wording import date_words

Direction = Literal["up", "down"]


def move(
    entry: Entry, *, direction: Direction | None = None, before: int | None = None, after: int | None = None
) -> int:
    """The position that the move asks for; the present one where the entry stands there already.

    One of: a step up or down, right before another entry, right behind another (by their numbers). Raises `Refused`
    where the dates contradict it, naming the entry in the way, and for an entry that is set aside.
    """
    if entry.state not in Entry.PLACED:
        raise Refused("This entry is set aside and has no place. Restore it, then move it.")
    if entry.pk in (before, after):
        return entry.position
    others = entry.timeline.entries.placed().exclude(pk=entry.pk)
    goal = _goal(entry, others, direction=direction, before=before, after=after)
    if goal is None:
        raise Refused("Say where the entry should go.")
    way = _way(entry, others, goal)
    if way.goal is None:
        raise Refused(_NOWHERE[direction])
    if way.behind == way.stands:
        return entry.position
    if way.met is not None:
        met = others.select_related("event").get(pk=way.met)
        event = entry.event
        raise Refused(_reason(event, met.event) if strictly_before(event, met.event) else _reason(met.event, event))
    return number_between(entry.timeline, way.behind, way.following)


_NOWHERE: dict[Direction | None, str] = {
    "up": "This is the first entry already.",
    "down": "This is the last entry already.",
    None: "The entry beside it is gone. Nothing was moved; look at the list again.",
}


@dataclass(frozen=True, slots=True)
class Goal:
    """Where an entry should go: right behind the position, or right before it."""

    position: Subquery
    behind: bool


@dataclass(frozen=True, slots=True)
class Way:
    """What a move meets. `goal` is the number of the entry beside which it shall go, None where there is none; `behind`
    the position it comes right behind (None: before all), `stands` the one it is right behind now; `following` the next
    number taken; `met` the first entry that forbids it."""

    goal: int | None
    behind: int | None
    stands: int | None
    following: int | None
    met: int | None


def _goal(
    entry: Entry, others: EntryQuerySet, *, direction: Direction | None, before: int | None, after: int | None
) -> Goal | None:
    if direction == "up":
        return Goal(last_place(others.filter(position__lt=entry.position)), behind=False)
    if direction == "down":
        return Goal(first_place(others.filter(position__gt=entry.position)), behind=True)
    beside = before if before is not None else after
    return None if beside is None else Goal(first_place(others.filter(pk=beside)), behind=before is None)


def _way(entry: Entry, others: EntryQuerySet, goal: Goal) -> Way:
    """Ask for all of it at once. Only what is passed on the way can forbid a move: the present place is right."""
    event, here = entry.event, entry.position
    behind = goal.position if goal.behind else last_place(others.filter(position__lt=goal.position))
    slot = Coalesce(behind, Value(BOTTOM))
    wrong = Q(pk__in=[])
    if event.latest is not None:
        wrong |= Q(event__earliest__gt=event.latest, position__gt=here, position__lte=slot)
    if event.earliest is not None:
        wrong |= Q(event__latest__lt=event.earliest, position__lt=here, position__gt=slot)
    met = others.filter(wrong)
    # Of several, the first that it meets on its way: from above or from below.
    met = met.annotate(far=Abs(F("position") - Value(here))).order_by("far")
    row = ask(
        entry.timeline,
        goal=goal.position,
        behind=behind,
        stands=last_place(others.filter(position__lt=here)),
        following=first_place(entry.timeline.entries.filter(position__gt=slot)),
        met=Subquery(met.values("pk")[:1]),
    )
    return Way(**row)


def _reason(first: Event, second: Event) -> str:
    """Why two events cannot change places."""
    return (
        f"{date_words(first.edtf, first.mod or None)} (“{short(first.headline)}”) is before "
        f"{date_words(second.edtf, second.mod or None)} (“{short(second.headline)}”). "
        "Only entries whose dates overlap can change places; to move it, correct its date."
    )
