"""An entry's place: what the dates say always holds, what they leave open a person decides."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from typing import Any

import pytest
from django.contrib.auth.models import User
from hypothesis import HealthCheck, given, settings, strategies as st

from editorial import ordering, review, undoing
from editorial.errors import Refused
from tests.editorial.orders import a_story, change, contradictions, names, placed, told
from tests.editorial.views.helpers import queries
from tests.factories import make_entry, make_event, make_timeline, make_user
from timelines.models import Entry, Event, Timeline

pytestmark = pytest.mark.django_db

DATES = (
    "2018", "2019", "2019-01", "2019-06", "2019-06-29", "2019-07", "2020-01-05", "201X", "../2019-05", "2019-01/..",
    "2021",
)  # fmt: skip

# --- Any sequence of changes ----------------------------------------------------------------------------------

INDEX = st.integers(0, 30)
DATE = st.sampled_from(DATES)
Step = tuple[str, int, int, str]
VERBS = ("propose", "add", "edit", "up", "down", "before", "after", "accept", "reject", "restore", "undo")
STEP: st.SearchStrategy[Step] = st.tuples(st.sampled_from(VERBS), INDEX, INDEX, DATE)
STEPS = st.lists(STEP, min_size=1, max_size=25)


def take_step(timeline: Timeline, people: list[User], verb: str, one: int, two: int, edtf: str) -> int | None:
    """Do it, if there is something to do it to. The entry it was about, None for none."""
    person = people[two % 2]
    if verb == "propose":
        return placed(timeline, edtf, state="proposed").pk
    if verb == "add":
        return review.add(timeline.pk, person, change(edtf)).pk
    entries = list(timeline.entries.order_by("pk"))
    if not entries:
        return None
    entry, other = entries[one % len(entries)], entries[two % len(entries)]
    actions: dict[str, Callable[[], Any]] = {
        "edit": lambda: review.edit(entry.pk, person, change(edtf), version=entry.version),
        "up": lambda: review.move(entry.pk, person, direction="up"),
        "down": lambda: review.move(entry.pk, person, direction="down"),
        "before": lambda: review.move(entry.pk, person, before=other.pk),
        "after": lambda: review.move(entry.pk, person, after=other.pk),
        "accept": lambda: review.accept(entry.pk, person),
        "reject": lambda: review.reject(entry.pk, person),
        "restore": lambda: review.restore(entry.pk, person),
        "undo": lambda: undoing.undo(timeline.pk, person).entry,
    }
    changed = actions[verb]()
    return int(changed.pk)


def go_through(steps: list[Step]) -> None:
    """After each step no entry contradicts its date, and only the one it was about has changed its place."""
    timeline, people = make_timeline(), [make_user(), make_user()]
    for step in steps:
        before = [entry.pk for entry in told(timeline)]
        about = None
        try:
            about = take_step(timeline, people, *step)
        except Refused:
            assert [entry.pk for entry in told(timeline)] == before
        after = [entry.pk for entry in told(timeline)]
        assert contradictions(timeline) == [], step
        assert [pk for pk in after if pk != about] == [pk for pk in before if pk != about], step


@settings(max_examples=40)
@given(steps=STEPS)
def test_no_sequence_of_changes_contradicts_the_dates(steps: list[Step]) -> None:
    go_through(steps)


@pytest.mark.usefixtures("tight")
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_nor_where_places_are_scarce(steps: list[Step]) -> None:
    go_through(steps)


@pytest.mark.usefixtures("tight")
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS, last=STEP)
def test_undo_gives_back_the_very_order(steps: list[Step], last: Step) -> None:
    timeline, people = make_timeline(), [make_user(), make_user()]
    for step in steps:
        try:
            take_step(timeline, people, *step)
        except Refused:
            continue
    third = make_user()
    before = [(entry.pk, entry.state, entry.event.edtf, entry.by_hand, entry.decided_by) for entry in told(timeline)]
    try:
        take_step(timeline, [third, third], *last)
    except Refused:
        return
    if not undoing.steps(timeline, third).undo:
        return
    undoing.undo(timeline.pk, third)
    after = [(entry.pk, entry.state, entry.event.edtf, entry.by_hand, entry.decided_by) for entry in told(timeline)]
    assert after == before


def test_one_day_is_not_before_itself() -> None:
    day, same, next_day, open_end = (make_event(edtf) for edtf in ("2019-06-29", "2019-06", "2019-06-30", "2019/.."))
    assert ordering.strictly_before(day, next_day)
    assert not ordering.strictly_before(day, day)
    assert not ordering.strictly_before(day, same)
    assert not ordering.strictly_before(open_end, next_day)
    assert not ordering.strictly_before(next_day, make_event("../2019"))


# --- Where a new entry goes -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("dates", "order"),
    [
        (["2019", "2018", "2020"], "BAC"),
        (["2019-06-29", "2019"], "BA"),  # begins earlier
        (["2019", "2019-01-01", "2019-01"], "BCA"),  # begin together: the shorter first
        (["2019", "2019"], "AB"),
        (["2019", "../2019-05"], "BA"),
        (["2019-07/..", "2025"], "AB"),
        (["../2019", "2018", "2020"], "ABC"),
    ],
)
def test_a_new_entry_goes_where_its_date_says(dates: list[str], order: str) -> None:
    timeline, _ = a_story(*dates)
    assert names(timeline) == order


def grow(steps: list[Step], dates: list[str]) -> tuple[Timeline, list[Event]]:
    """A timeline that has come about in these steps, and events that are to come."""
    timeline, people = make_timeline(), [make_user(), make_user()]
    for step in steps:
        with suppress(Refused):
            take_step(timeline, people, *step)
    return timeline, [make_event(edtf, headline=f"<{number}>") for number, edtf in enumerate(dates)]


def one_by_one(timeline: Timeline, events: list[Event]) -> None:
    for event in sorted(events, key=lambda event: (event.earliest or date.min, event.latest or date.max)):
        make_entry(timeline, event=event, position=ordering.place(timeline, event))


def at_once(timeline: Timeline, events: list[Event]) -> None:
    for event, position in zip(events, ordering.place_all(timeline, events), strict=True):
        make_entry(timeline, event=event, position=position)


def the_same(steps: list[Step], dates: list[str]) -> None:
    orders = []
    for put in (one_by_one, at_once):
        timeline, events = grow(steps, dates)
        before = [entry.pk for entry in timeline.entries.in_order()]
        put(timeline, events)
        assert contradictions(timeline) == []
        assert [entry.pk for entry in timeline.entries.in_order() if entry.pk in before] == before
        orders.append([(entry.event.headline, entry.event.edtf) for entry in told(timeline)])
    assert orders[0] == orders[1]


@settings(max_examples=40)
@given(steps=STEPS, dates=st.lists(DATE, max_size=12))
def test_many_at_once_go_where_each_would_go(steps: list[Step], dates: list[str]) -> None:
    the_same(steps, dates)


@pytest.mark.usefixtures("tight")
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS, dates=st.lists(DATE, max_size=3))
def test_and_so_they_do_where_places_are_scarce(steps: list[Step], dates: list[str]) -> None:
    the_same(steps, dates)


@pytest.mark.parametrize(
    ("dates", "order"),
    [
        (["2016", "2017", "2015"], "<2><0><1>ABR"),  # before all
        (["2022", "2021"], "AB<1><0>R"),  # behind all that have a place
        (["2019", "2019-01", "2019"], "A<1><0><2>BR"),  # the whole gap
        (["2020", "2020-01"], "AB<1><0>R"),
    ],
)
def test_numbers_of_many_at_once_are_free(dates: list[str], order: str) -> None:
    timeline = make_timeline()
    for headline, edtf, position, state in (
        ("A", "2018", 0, "accepted"),
        ("B", "2020-01", 4, "accepted"),
        ("R", "2014", 8, "rejected"),
    ):
        make_entry(timeline, edtf, headline=headline, position=position, state=state)
    at_once(timeline, [make_event(edtf, headline=f"<{number}>") for number, edtf in enumerate(dates)])
    assert "".join(timeline.entries.in_order().values_list("event__headline", flat=True)) == order


def test_the_rejected_hold_no_place_against_many_at_once() -> None:
    timeline, _ = a_story("2018")
    make_entry(timeline, "2030", headline="R", state="rejected", position=-5)
    at_once(timeline, [make_event("2019", headline="X")])
    assert names(timeline) == "AX"


def test_many_at_once_cost_what_one_costs() -> None:
    counts = []
    for size in (1, 50):
        timeline, _ = a_story("2018", "2020")
        events = [make_event("2019") for _ in range(size)]
        counts.append(queries(lambda timeline=timeline, events=events: ordering.place_all(timeline, events)))  # type: ignore[misc]
    assert counts == [1, 1]


def test_a_new_entry_moves_none() -> None:
    timeline, entries = a_story("2018", "2020", "2022")
    before = {entry.pk: entry.position for entry in entries}
    placed(timeline, "2019")
    after = dict(timeline.entries.filter(pk__in=before).values_list("pk", "position"))
    assert after == before


def test_a_new_entry_keeps_to_the_dates_where_people_have_moved_others() -> None:
    timeline, (wide, early, _) = a_story("2019", "2019-02", "2019-09")
    review.move(wide.pk, make_user(), after=early.pk)
    assert names(timeline) == "BAC"
    placed(timeline, "2019-01", "X")
    placed(timeline, "2019-10", "Y")
    assert names(timeline) == "XBACY"


def test_a_new_entry_is_not_led_astray_by_a_long_one_that_stands_late() -> None:
    timeline, (long, late) = a_story("2018/2025", "2022")
    review.move(long.pk, make_user(), after=late.pk)
    placed(timeline, "2020", "X")
    assert names(timeline) == "XBA"


def test_numbers_of_rejected_entries_are_not_given_away() -> None:
    timeline, (a, b) = a_story("2019", "2019")
    make_entry(timeline, "2019", position=a.position + ordering.NEAR, state="rejected")
    review.move(b.pk, make_user(), after=a.pk)
    make_entry(timeline, "2019", position=ordering.between(timeline, None), state="rejected")
    placed(timeline, "2018", "X")
    assert names(timeline) == "XAB"


def test_rejected_entries_bind_nobody() -> None:
    timeline, (a, b) = a_story("2019", "2019-06")
    review.reject(b.pk, make_user())
    Entry.objects.filter(pk=b.pk).update(position=a.position - 10)
    assert names(timeline) == "A"
    placed(timeline, "2018", "X")
    assert names(timeline) == "XA"
