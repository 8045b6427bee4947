"""Undo and redo: each person takes back their own decisions in a timeline, the last one first, and may do them again.

Decisions made with one press (`Decision.batch`) go together, all or none. What somebody else has changed since is never
touched: the step is refused, and says who. A place in the order is given back as nearly as the other dates allow.

What is undone can be done again until the person decides something new: a decision is to be redone while none of theirs
with a higher number stands. Both live in the database, so that they survive a reload and have no end.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import BooleanField, Exists, ExpressionWrapper, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from editorial import batches, loading, ordering, settling
from editorial.deeds import person_words, shortened
from editorial.errors import Refused
from editorial.foreseeing import Foresight
from editorial.giving import give_citations
from editorial.review import EVENT_FIELDS, note, snapshot
from timelines.models import Decision, Entry, Timeline

Kept = dict[str, Any]
"""Remembered values by their names, as `review.snapshot` makes them."""

CITATIONS = "citations"

PLACING = ("position", "earliest", "latest")
"""What a place depends on, beside whether there is one."""


class Blocked(Refused):
    """Somebody has changed since what was to be undone or redone. `first` is the first decision of the step."""

    def __init__(self, message: str, first: int) -> None:
        super().__init__(message)
        self.first = first


@dataclass(frozen=True, slots=True)
class Steps:
    """Whether there is anything to undo, and to redo."""

    undo: bool = False
    redo: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """What was taken back or done again: the decisions of one press, the first one first."""

    decisions: tuple[Decision, ...]
    steps: Steps
    """What there is to undo and redo after it."""

    @property
    def entry(self) -> Entry:
        """The first entry of it."""
        return self.decisions[0].entry

    @property
    def first(self) -> int:
        """The number of its first decision."""
        return self.decisions[0].pk


def steps(timeline: Timeline, actor: User) -> Steps:
    """What this person can do in the timeline. One query: only what was undone last can have the highest number."""
    own = Decision.objects.filter(timeline=timeline, actor=actor)
    last = own.annotate(any=Exists(own.filter(undone_at=None))).values_list("undone_at", "any").first()
    return Steps(undo=last[1], redo=last[0] is not None) if last else Steps()


@transaction.atomic
def undo(timeline: int | str, actor: User, *, past: int | None = None) -> Step:
    """Take back what this person did last in the timeline, named by its number or slug; with `past`, what they did
    before that decision.

    Raises `Refused` where there is nothing, `Blocked` where somebody has changed it since, and `Entry.DoesNotExist`
    where there is no such timeline.
    """
    standing = _own(timeline, actor).filter(undone_at=None)
    wanted = standing if past is None else standing.filter(pk__lt=past)
    asked = _asked(wanted, lambda press: Exists(standing.exclude(pk__in=press)), back=True)
    if asked is None:
        raise Refused("There is nothing of yours to undo here.")
    # Where a newer one of theirs stands, what is older than that cannot be done again.
    return _turn(actor, asked, back=True, left=Steps(undo=asked.more, redo=past is None))


@transaction.atomic
def redo(timeline: int | str, actor: User) -> Step:
    """Do again what this person took back last. Raises `Refused` where there is nothing, or nothing any more since they
    decided something new, and else as `undo`."""
    own = _own(timeline, actor)
    newest = Coalesce(Subquery(own.filter(undone_at=None).values("pk")[:1]), 0)
    wanted = own.filter(pk__gt=newest).order_by("-undone_at", "pk")
    asked = _asked(wanted, lambda press: Exists(own.filter(pk__gt=OuterRef("pk"))), back=False)
    if asked is None:
        raise Refused("There is nothing of yours to redo here.")
    return _turn(actor, asked, back=False, left=Steps(undo=True, redo=asked.more))


def _own(timeline: int | str, actor: User) -> QuerySet[Decision]:
    """This person's decisions in the timeline, the newest first; nobody else changes it until the transaction ends."""
    found = Timeline.objects.filter(**{"pk" if isinstance(timeline, int) else "slug": timeline})
    if not note(found, actor):
        raise Entry.DoesNotExist
    # One number, not a set of them: the index then gives the newest without looking at the others.
    number = timeline if isinstance(timeline, int) else Subquery(found.values("pk")[:1])
    return Decision.objects.filter(timeline=number, actor=actor)


Stories = dict[int, list[Decision]]
"""Entry -> all decisions about it, the oldest first."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """The decisions of one press, the oldest first, each with its entry; and the stories of these entries."""

    decisions: list[Decision]
    stories: Stories
    entries: dict[int, Entry]
    more: bool = False
    """Whether there are others like it."""


def _asked(
    wanted: QuerySet[Decision], more: Callable[[QuerySet[Decision, Any]], Exists], *, back: bool
) -> _Asked | None:
    """The first of these decisions with those of the same press; None where there are none. Two queries.

    `more` asks whether there are others, given the press; `back`: they are to be taken back.
    """
    first = Q(pk=Subquery(wanted.values("pk")[:1])) | Q(batch=Subquery(wanted.values("batch")[:1]))
    press = wanted.filter(first).order_by()
    is_turned = ExpressionWrapper(Q(pk__in=press.values("pk")), output_field=BooleanField())
    rows: Any = Decision.objects.filter(entry__in=press.values("entry")).order_by("pk").select_related("actor")
    stories: Stories = defaultdict(list)
    decisions: list[Any] = []
    for row in rows.annotate(is_turned=is_turned, more=more(press.values("pk"))):
        stories[row.entry_id].append(row)
        if row.is_turned:
            decisions.append(row)
    if not decisions:
        return None
    entries = _entries(decisions, back=back)
    for decision in decisions:
        decision.entry = entries[decision.entry_id]
    return _Asked(decisions, stories, entries, decisions[-1].more)


def _entries(decisions: Sequence[Decision], *, back: bool) -> dict[int, Entry]:
    """The entries of the decisions, with all that their rows show where that is asked for: of one entry, and where
    citations move."""
    found = Entry.objects.filter(pk__in={decision.entry_id for decision in decisions})
    if len(decisions) == 1:
        foresight = _foresight(decisions[0], back=back)
        rows: Iterable[Entry] = loading.several(found.annotate(**foresight.questions()))
        for row in rows:
            foresight.tell(row)
    elif any(CITATIONS in changed_by(decision) for decision in decisions):
        rows = loading.several(found)
    else:
        rows = found.select_related("event", "timeline")
    return {row.pk: row for row in rows}


def _foresight(decision: Decision, *, back: bool) -> Foresight:
    """What the entry will most likely be after the step: where others have changed the rest of it, its place is asked
    for anew."""
    becomes, changed = decision.before if back else decision.after, changed_by(decision)
    first, last = (date.fromisoformat(becomes[key]) if becomes[key] else None for key in ("earliest", "latest"))
    position = becomes["position"] if "position" in changed else None
    return Foresight(decision.entry_id, first, last, becomes["state"] in Entry.PLACED, position)


def _turn(actor: User, asked: _Asked, *, back: bool, left: Steps) -> Step:
    """Check all, then change all: each entry gets what it had before (or after) its decision. `left` is what there is
    to undo and redo then."""
    decisions, stories, entries = asked.decisions, asked.stories, asked.entries
    given = _given(decisions, entries, stories, back=back)
    undone_at = timezone.now() if back else None
    turned = {decision.pk for decision in decisions}
    Decision.objects.filter(pk__in=turned).update(undone_at=undone_at)
    timeline = decisions[0].entry.timeline
    for pk, entry in entries.items():
        entry.timeline = timeline
        entry.changed = frozenset(given[pk])
        for row in stories[pk]:
            row.undone_at = undone_at if row.pk in turned else row.undone_at
        _credit(entry, stories[pk])
    _write_back(timeline, actor, entries, given)
    return Step(tuple(decisions), left)


def _given(
    decisions: Sequence[Decision], entries: dict[int, Entry], stories: Stories, *, back: bool
) -> dict[int, Kept]:
    """What each entry gets, by its number. Raises `Blocked` where somebody has changed one of them since."""
    now = {pk: snapshot(entry) for pk, entry in entries.items()}
    if any(CITATIONS in changed_by(row) for row in decisions):
        for pk, entry in entries.items():
            now[pk][CITATIONS] = [[row.pk, row.origin_id] for row in entry.event.citations.all()]
    given: dict[int, Kept] = defaultdict(dict)
    turned = {decision.pk for decision in decisions}
    for decision in reversed(decisions) if back else decisions:
        was, becomes = (decision.after, decision.before) if back else (decision.before, decision.after)
        changed = changed_by(decision)
        since = [
            row
            for row in stories[decision.entry_id]
            if row.undone_at is None and row.pk not in turned and changed & changed_by(row)
        ]
        stands = now[decision.entry_id]
        # Where a number in the order has changed without anybody, it made room for others.
        otherwise = any(stands[key] != was[key] for key in changed if key != "position")
        if otherwise or any(row.pk > decision.pk for row in since):
            raise _blocked(decisions, decision, since)
        values = {key: becomes[key] for key in changed}
        stands.update(values)
        given[decision.entry_id].update(values)
    return given


def changed_by(decision: Decision) -> set[str]:
    """What a decision changed. What was not written down in older ones is as it was; whether a hand is in it follows
    from the decisions that stand."""
    kept = decision.before
    return {key for key, value in decision.after.items() if key != "by_hand" and kept.get(key, value) != value}


def _blocked(decisions: Sequence[Decision], decision: Decision, since: list[Decision]) -> Blocked:
    """Why the step is not taken, naming who changed what."""
    others = [row for row in since if row.actor_id != decision.actor_id] or since
    who = person_words(others[-1].actor) if others else "Somebody"
    event = decision.entry.event
    words = f"{who} has changed “{shortened(event.headline)}” since."
    if len(decisions) > 1:
        words += f" All {len(decisions)} changes of that press stay as they are."
    else:
        words += " It stays as it is; edit it to change it again."
    return Blocked(words, decisions[0].pk)


def _write_back(timeline: Timeline, actor: User, entries: dict[int, Entry], given: dict[int, Kept]) -> None:
    """Set entries and events to remembered values; a place that is taken or contradicts the dates is changed."""
    _drop_lost(given, entries)
    moving = [entries[pk] for pk, values in given.items() if _set(entries[pk], values)]
    give_citations(
        [entry.event for entry in entries.values()],
        {entries[pk].event.pk: values[CITATIONS] for pk, values in given.items() if CITATIONS in values},
    )
    loading.tell_merged(list(entries.values()))
    for entry in entries.values():
        if entry.same_as_id in entries:
            entry.same_as = entries[entry.same_as_id]
    if len(entries) == 1:
        for entry in moving:
            ordering.resettle(entry)
    else:
        still = entries.keys() - {entry.pk for entry in moving}
        settling.settle_all(timeline, moving, [entries[pk] for pk in still])
    events = [entries[pk].event for pk, values in given.items() if not values.keys().isdisjoint(EVENT_FIELDS)]
    changed = {name for row in given.values() for name in row} | ({"position"} if moving else set())
    batches.save_all(actor, list(entries.values()), events, changed)


def _set(entry: Entry, values: Kept) -> bool:
    """Put the values into the rows (not saved). Whether the entry's place depends on any that has changed."""
    before = snapshot(entry)
    for key, kept in values.items():
        value = date.fromisoformat(kept) if kept and key in ("earliest", "latest") else kept
        if key != CITATIONS:
            setattr(entry.event if key in EVENT_FIELDS else entry, key, value)
    after = snapshot(entry)
    back = after["state"] in Entry.PLACED and before["state"] not in Entry.PLACED
    return back or any(before[key] != after[key] for key in PLACING)


def _drop_lost(given: dict[int, Kept], entries: Collection[int]) -> None:
    """Leave out what points to rows that are gone by now."""
    for name, model in (("same_as_id", Entry), ("merged_into_id", Entry), ("assignee_id", User)):
        at_hand = set(entries) if model is Entry else set()
        wanted = {values[name] for values in given.values() if values.get(name)} - at_hand
        if not wanted:
            continue
        there = at_hand | set(model._default_manager.filter(pk__in=wanted).values_list("pk", flat=True))
        if name == "merged_into_id" and wanted - there:
            raise Refused("The entry it was merged into is gone. Nothing was changed.")
        for values in given.values():
            if values.get(name) and values[name] not in there:
                values[name] = None


def _credit(entry: Entry, decisions: Sequence[Decision]) -> None:
    """Say of the entry who decided it, and whether anybody's hand is in it, by what is not undone."""
    standing = [decision for decision in decisions if decision.undone_at is None]
    # By hand it may have been from the start; else it is so while at least one decision stands.
    entry.by_hand = bool(standing) or decisions[0].before["by_hand"]
    states = [decision for decision in standing if decision.before["state"] != decision.after["state"]]
    entry.decided_by = states[-1].actor if states else None
    entry.decided_at = states[-1].made_at if states else None
