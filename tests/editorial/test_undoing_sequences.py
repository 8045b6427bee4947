"""Whatever two people do in whatever order, each one's undo gives back their own work and nobody else's."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from django.contrib.auth.models import User
from hypothesis import HealthCheck, given, settings, strategies as st
from hypothesis.extra.django import TestCase

from editorial import bulk, merging, ordering, review, undoing
from editorial.errors import Refused, Stale
from tests.factories import make_entry, make_timeline, make_user
from timelines.extraction.edtf import bounds
from timelines.extraction.types import Reading
from timelines.models import Decision, Entry, Event, Timeline

pytestmark = pytest.mark.django_db

DATES = ("2018", "2019", "2019-05", "2019-05-03", "2020", "2019/2021")
SIZE = 5
EXAMPLES = 30

deeds = st.tuples(
    st.integers(0, 1),
    st.sampled_from(
        ["accept", "reject", "restore", "edit", "date", "up", "down", "bulk", "merge", "undo", "undo", "redo", "redo"]
    ),
    st.integers(0, SIZE - 1),
    st.integers(0, SIZE - 1),
)


def picture(timeline: Timeline) -> dict[int, dict[str, Any]]:
    """Each entry and its event as they are stored, but for what counts their changes and where they stand."""
    leave_out = ("version", "updated_at", "position", "decided_at")
    rows = Entry.objects.filter(timeline=timeline).values()
    events = {event["id"]: event for event in Event.objects.values()}
    return {
        row["id"]: {name: value for name, value in {**events[row["event_id"]], **row}.items() if name not in leave_out}
        for row in rows
    }


def check_order(timeline: Timeline) -> None:
    """No entry stands before one whose date came earlier, and no two share a place."""
    entries = list(timeline.entries.placed().in_order().select_related("event"))
    for at, entry in enumerate(entries):
        assert not any(ordering.strictly_before(later.event, entry.event) for later in entries[at + 1 :])
    positions = sorted(timeline.entries.values_list("position", flat=True))
    assert all(low < high for low, high in pairwise(positions))


def check_credit(timeline: Timeline) -> None:
    """Whether a hand is in an entry, and who decided it, follows from what stands."""
    for entry in timeline.entries.all():
        standing = list(entry.decisions.filter(undone_at=None).order_by("pk"))
        states = [row.actor_id for row in standing if row.before["state"] != row.after["state"]]
        assert entry.by_hand is bool(standing)
        assert entry.decided_by_id == (states[-1] if states else None)


class Desk:
    """A timeline of a few entries, and two people who work on it."""

    def __init__(self) -> None:
        self.timeline = make_timeline()
        self.entries = [make_entry(self.timeline, DATES[at], state="proposed") for at in range(SIZE)]
        self.people = [make_user(), make_user()]
        self.count = 0

    def do(self, person: int, verb: str, at: int, other: int) -> None:
        """Do it, or be refused with a reason; being refused changes nothing."""
        before, reason = picture(self.timeline), None
        try:
            self._verb(verb)(self.people[person], self.entries[at], self.entries[other])
        except (Refused, Stale) as refusal:
            reason = refusal.message
        assert reason is None or (reason and picture(self.timeline) == before)
        check_order(self.timeline)
        check_credit(self.timeline)

    def _verb(self, verb: str) -> Callable[[User, Entry, Entry], object]:
        pk = self.timeline.pk
        verbs: dict[str, Callable[[User, Entry, Entry], object]] = {
            "accept": lambda who, entry, _: review.accept(entry.pk, who),
            "reject": lambda who, entry, _: review.reject(entry.pk, who),
            "restore": lambda who, entry, _: review.restore(entry.pk, who),
            "edit": self._edit,
            "date": self._date,
            "up": lambda who, entry, _: review.move(entry.pk, who, direction="up"),
            "down": lambda who, entry, _: review.move(entry.pk, who, direction="down"),
            "bulk": lambda who, entry, other: bulk.selected(
                pk, who, "accepted" if entry.pk < other.pk else "rejected", {entry.pk: None, other.pk: None}
            ),
            "merge": lambda who, entry, other: merging.merge(pk, entry.pk, [other.pk], who),
            "undo": lambda who, *_: undoing.undo(pk, who),
            "redo": lambda who, *_: undoing.redo(pk, who),
        }
        return verbs[verb]

    def _edit(self, who: User, entry: Entry, _: Entry) -> None:
        self.count += 1
        self._save(who, entry, headline=f"Edited {self.count}")

    def _date(self, who: User, entry: Entry, other: Entry) -> None:
        self._save(who, entry, edtf=DATES[self.entries.index(other)])

    def _save(self, who: User, entry: Entry, **fields: str) -> None:
        stored = Entry.objects.select_related("event").get(pk=entry.pk)
        edtf = fields.get("edtf", stored.event.edtf)
        change = review.Change(Reading(edtf, *bounds(edtf)), fields.get("headline", stored.event.headline))
        review.edit(entry.pk, who, change, version=stored.version)


def undo_all(desk: Desk, who: User) -> int:
    """Undo until there is nothing more, or somebody else's change forbids it. How many presses."""
    presses = 0
    while undoing.steps(desk.timeline, who).undo:
        before, reason = picture(desk.timeline), ""
        try:
            undoing.undo(desk.timeline.pk, who)
        except undoing.Blocked as blocked:
            reason = blocked.message
        if reason:
            assert "has changed “" in reason
            assert picture(desk.timeline) == before
            break
        presses += 1
        check_order(desk.timeline)
        check_credit(desk.timeline)
    return presses


class Sequences(TestCase):
    """Hypothesis wants a transaction for each example."""

    @settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(st.lists(deeds, max_size=14))
    def test_undo_of_all_that_two_people_did_gives_back_the_beginning(self, story: list[tuple[Any, ...]]) -> None:
        desk = Desk()
        before = picture(desk.timeline)
        for deed in story:
            desk.do(*deed)
        # What forbids one of them to go on, the other one has still to undo.
        while sum(undo_all(desk, who) for who in desk.people):
            pass
        assert not any(undoing.steps(desk.timeline, who).undo for who in desk.people)
        assert picture(desk.timeline) == before

    @settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(st.lists(deeds, max_size=10), st.integers(0, 1))
    def test_redo_after_undo_gives_back_the_same(self, story: list[tuple[Any, ...]], person: int) -> None:
        desk = Desk()
        for deed in story:
            desk.do(*deed)
        who, after = desk.people[person], picture(desk.timeline)
        for _ in range(undo_all(desk, who)):
            undoing.redo(desk.timeline.pk, who)
            check_order(desk.timeline)
            check_credit(desk.timeline)
        assert picture(desk.timeline) == after

    @settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(st.lists(deeds, max_size=10), st.integers(0, 1))
    def test_undo_touches_nothing_of_the_other_persons(self, story: list[tuple[Any, ...]], person: int) -> None:
        desk = Desk()
        for deed in story:
            desk.do(*deed)
        theirs = Decision.objects.filter(actor=desk.people[1 - person], undone_at=None).order_by("pk")
        standing = list(theirs)
        undo_all(desk, desk.people[person])
        assert list(theirs.all()) == standing
        now = picture(desk.timeline)
        for row in standing:
            # How it is, the last decision that stands and is about it says.
            later = Decision.objects.filter(entry=row.entry_id, undone_at=None, pk__gt=row.pk)
            touched = {name for one in later for name in undoing.changed_by(one)}
            for name in undoing.changed_by(row) - touched - {"position", "citations"}:
                value = now[row.entry_id][name]
                assert (value.isoformat() if isinstance(value, date) else value) == row.after[name]
