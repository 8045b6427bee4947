"""Undo and redo: what one person decided, taken back and done again."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.contrib.auth.models import User

from editorial import review, undoing
from editorial.deeds import deed_words
from editorial.errors import Refused, Stale
from tests.editorial.views.helpers import queries
from tests.factories import make_article, make_entry, make_timeline, make_user
from timelines.extraction.types import Reading
from timelines.models import Citation, Decision, Entry, Event, Timeline

pytestmark = pytest.mark.django_db


def citations() -> dict[int, Any]:
    return {row[0]: row[1:] for row in Citation.objects.values_list("pk", "event", "origin")}


def merge(target: Entry, other: Entry, actor: User, batch: UUID | None = None) -> None:
    """What merging does to the rows."""
    with review.changing(target.pk, actor, "merge", None, batch=batch, citations=True):
        Citation.objects.filter(event=other.event).update(event=target.event, origin=other.event)
    with review.changing(other.pk, actor, "merge", None, batch=batch, citations=True) as entry:
        entry.state, entry.merged_into = Entry.State.MERGED, target


def test_citations_that_were_given_away_come_home() -> None:
    timeline, actor = make_timeline(), make_user()
    first, second = (make_entry(timeline, article=make_article(timeline=timeline)) for _ in range(2))
    before = citations()
    merge(first, second, actor)
    assert {event for event, _ in citations().values()} == {first.event_id}
    for _ in range(2):
        undoing.undo(timeline.pk, actor)
    second.refresh_from_db()
    assert (second.state, second.merged_into, second.version) == ("accepted", None, 3)
    assert citations() == before


@pytest.mark.parametrize("verb", [review.accept, review.reject, review.restore])
def test_a_merged_entry_is_left_alone(verb: Any) -> None:
    first, actor = make_entry(), make_user()
    second = make_entry(first.timeline)
    Entry.objects.filter(pk=second.pk).update(state="merged", merged_into=first)
    with pytest.raises(Stale):
        verb(second.pk, actor)
    assert not Decision.objects.exists()


def test_older_decisions_do_not_say_all() -> None:
    entry, actor = make_entry(state="proposed"), make_user()
    review.accept(entry.pk, actor)
    decision = Decision.objects.get()
    for side in (decision.before, decision.after):
        for name in ("merged_into_id", "same_as_id", "assignee_id"):
            del side[name]
    decision.save()
    undoing.undo(entry.timeline_id, actor)
    assert Entry.objects.get().state == "proposed"


# --- Redo -----------------------------------------------------------------------------------------------------


def states(timeline: Timeline) -> list[str]:
    return list(timeline.entries.order_by("pk").values_list("state", flat=True))


def picture(timeline: Timeline) -> list[dict[str, Any]]:
    """The entries and events as they are stored, but for what counts their changes."""
    leave_out = {"version", "updated_at", "decided_at"}
    return [
        {name: value for name, value in {**row, **event}.items() if name not in leave_out}
        for row in timeline.entries.order_by("pk").values()
        for event in Event.objects.filter(pk=row["event_id"]).values()
    ]


def test_fifty_steps_back_and_forth_again() -> None:
    timeline, actor = make_timeline(), make_user()
    entries = [make_entry(timeline, state="proposed") for _ in range(25)]
    pictures = [picture(timeline)]
    for entry in entries:
        for verb in (review.accept, review.reject):
            verb(entry.pk, actor)
            pictures.append(picture(timeline))
    for seen in pictures[-2::-1]:
        undoing.undo(timeline.pk, actor)
        assert picture(timeline) == seen
    assert undoing.steps(timeline, actor) == undoing.Steps(undo=False, redo=True)
    for seen in pictures[1:]:
        undoing.redo(timeline.pk, actor)
        assert picture(timeline) == seen
    assert undoing.steps(timeline, actor) == undoing.Steps(undo=True, redo=False)


def test_a_new_decision_ends_redo() -> None:
    timeline, actor = make_timeline(), make_user()
    first, second = (make_entry(timeline, state="proposed") for _ in range(2))
    review.accept(first.pk, actor)
    undoing.undo(timeline.pk, actor)
    review.accept(second.pk, make_user())
    assert undoing.steps(timeline, actor).redo
    review.reject(second.pk, actor)
    assert not undoing.steps(timeline, actor).redo
    with pytest.raises(Refused, match="nothing of yours to redo"):
        undoing.redo(timeline.pk, actor)
    # What is older than a decision that stands stays undone; that decision itself goes back and forth.
    undoing.undo(timeline.pk, actor)
    undoing.redo(timeline.pk, actor)
    assert states(timeline) == ["proposed", "rejected"]


def test_redo_is_ones_own_and_of_this_timeline() -> None:
    entry, elsewhere = make_entry(state="proposed"), make_entry(state="proposed")
    actor = make_user()
    review.accept(elsewhere.pk, actor)
    undoing.undo(elsewhere.timeline_id, actor)
    with pytest.raises(Refused, match="nothing of yours to redo"):
        undoing.redo(entry.timeline_id, actor)
    with pytest.raises(Refused, match="nothing of yours to redo"):
        undoing.redo(elsewhere.timeline_id, make_user())


def test_redo_is_refused_where_somebody_has_changed_it_since() -> None:
    entry, actor = make_entry(state="proposed"), make_user()
    review.accept(entry.pk, actor)
    undoing.undo(entry.timeline_id, actor)
    review.reject(entry.pk, make_user(first_name="Night", last_name="desk"))
    before = picture(entry.timeline)
    with pytest.raises(undoing.Blocked, match="Night desk has changed"):
        undoing.redo(entry.timeline_id, actor)
    assert picture(entry.timeline) == before


def test_what_somebody_put_back_as_it_was_is_theirs_still() -> None:
    entry, actor, colleague = make_entry(state="proposed"), make_user(), make_user()
    review.accept(entry.pk, actor)
    review.reject(entry.pk, colleague)
    review.accept(entry.pk, colleague)
    with pytest.raises(undoing.Blocked):
        undoing.undo(entry.timeline_id, actor)
    for _ in range(2):
        undoing.undo(entry.timeline_id, colleague)
    undoing.undo(entry.timeline_id, actor)
    assert states(entry.timeline) == ["proposed"]


def test_what_somebody_has_done_again_before_one_does_is_not_written_over() -> None:
    entry, actor, colleague = make_entry(state="proposed"), make_user(), make_user(first_name="Night", last_name="desk")
    for who, verb in ((colleague, review.accept), (actor, review.reject)):
        verb(entry.pk, who)
        undoing.undo(entry.timeline_id, who)
    undoing.redo(entry.timeline_id, colleague)
    with pytest.raises(undoing.Blocked, match="Night desk has changed"):
        undoing.redo(entry.timeline_id, actor)
    assert states(entry.timeline) == ["accepted"]


def test_one_may_go_on_past_what_somebody_changed() -> None:
    timeline, actor, colleague = make_timeline(), make_user(), make_user()
    first, second = (make_entry(timeline, state="proposed") for _ in range(2))
    for entry in (first, second):
        review.accept(entry.pk, actor)
    review.reject(second.pk, colleague)
    with pytest.raises(undoing.Blocked) as blocked:
        undoing.undo(timeline.pk, actor)
    step = undoing.undo(timeline.pk, actor, past=blocked.value.first)
    assert (step.entry, states(timeline)) == (first, ["proposed", "rejected"])


def test_an_addition_goes_aside_and_comes_back() -> None:
    timeline, actor = make_timeline(), make_user()
    change = review.Change(Reading("2019", date(2019, 1, 1), date(2019, 12, 31)), "It fell")
    review.add(timeline.pk, actor, change)
    for verb, expected in ((undoing.undo, "rejected"), (undoing.redo, "accepted"), (undoing.undo, "rejected")):
        verb(timeline.pk, actor)
        assert states(timeline) == [expected]


def test_a_merge_done_again() -> None:
    timeline, actor = make_timeline(), make_user()
    first, second = (make_entry(timeline, article=make_article(timeline=timeline)) for _ in range(2))
    before = citations()
    merge(first, second, actor, batch=uuid4())
    merged = citations()
    for verb, seen in ((undoing.undo, before), (undoing.redo, merged), (undoing.undo, before)):
        assert len(verb(timeline.pk, actor).decisions) == 2
        assert citations() == seen
    assert states(timeline) == ["accepted", "accepted"]


def test_a_merge_into_what_is_gone_is_not_done_again() -> None:
    timeline, actor = make_timeline(), make_user()
    first, second = (make_entry(timeline) for _ in range(2))
    merge(first, second, actor)
    undoing.undo(timeline.pk, actor)
    first.delete()
    with pytest.raises(Refused, match="merged into is gone"):
        undoing.redo(timeline.pk, actor)
    assert states(timeline) == ["accepted"]


# --- Batches --------------------------------------------------------------------------------------------------


def press(timeline: Timeline, actor: User, verb: str, state: str) -> None:
    """One press that gives every entry a state."""
    batch = uuid4()
    for pk in timeline.entries.order_by("pk").values_list("pk", flat=True):
        with review.changing(pk, actor, verb, None, batch=batch) as entry:
            entry.state = state


def test_a_press_goes_back_and_forth_as_one() -> None:
    timeline, actor = make_timeline(), make_user()
    for _ in range(3):
        make_entry(timeline, state="proposed")
    before = picture(timeline)
    press(timeline, actor, "accept", "accepted")
    after = picture(timeline)
    step = undoing.undo(timeline.pk, actor)
    assert deed_words(step.decisions) == "accepted 3 entries"
    assert picture(timeline) == before
    assert not undoing.steps(timeline, actor).undo
    undoing.redo(timeline.pk, actor)
    assert picture(timeline) == after
    assert [entry.history.count() for entry in timeline.entries.all()] == [4, 4, 4]
    assert {entry.history.latest().history_user for entry in timeline.entries.all()} == {actor}


def test_a_press_of_which_one_was_changed_since_stays_whole() -> None:
    timeline, actor = make_timeline(), make_user()
    entries = [make_entry(timeline, state="proposed") for _ in range(3)]
    press(timeline, actor, "accept", "accepted")
    review.reject(entries[1].pk, make_user())
    before = picture(timeline)
    with pytest.raises(undoing.Blocked, match="All 3 changes of that press stay as they are"):
        undoing.undo(timeline.pk, actor)
    assert picture(timeline) == before


def test_a_big_press_costs_no_more_queries() -> None:
    counts = []
    for size in (2, 40):
        timeline, actor = make_timeline(), make_user()
        for _ in range(size):
            make_entry(timeline, state="proposed")
        press(timeline, actor, "reject", "rejected")
        counts.append(queries(lambda pk=timeline.pk, actor=actor: undoing.undo(pk, actor)))  # type: ignore[misc]
    assert counts[0] == counts[1] <= 16


def test_what_comes_back_finds_its_place_among_changed_dates() -> None:
    timeline, actor, colleague = make_timeline(), make_user(), make_user()
    a, b, c = (make_entry(timeline, edtf) for edtf in ("2016", "2018", "2020"))
    batch = uuid4()
    for entry in (a, c):
        with review.changing(entry.pk, actor, "reject", None, batch=batch) as changed:
            changed.state = "rejected"
    review.edit(b.pk, colleague, review.Change(Reading("2014", date(2014, 1, 1), date(2014, 12, 31)), "B"), version=1)
    undoing.undo(timeline.pk, actor)
    assert list(timeline.entries.in_order()) == [b, a, c]
    assert len(set(timeline.entries.values_list("position", flat=True))) == 3


def test_a_place_that_others_made_room_at_is_given_back_as_nearly_as_may_be() -> None:
    timeline, actor, colleague = make_timeline(), make_user(), make_user()
    first, second, third = (make_entry(timeline, "2019") for _ in range(3))
    review.move(third.pk, actor, before=first.pk)
    review.move(first.pk, colleague, after=second.pk)
    undoing.undo(timeline.pk, actor)
    assert list(timeline.entries.in_order()) == [second, third, first]


def test_a_place_that_an_earlier_one_has_taken_is_not_gone_back_to() -> None:
    timeline, actor, colleague = make_timeline(), make_user(), make_user()
    first, moved, other, last = (
        make_entry(timeline, edtf, position=at * 1000)
        for at, edtf in enumerate(("2018", "2019", "2019-05", "2020"), start=1)
    )
    place = moved.position
    review.move(moved.pk, actor, direction="down")
    change = review.Change(Reading("2018", date(2018, 1, 1), date(2018, 12, 31)), "Earlier")
    review.edit(last.pk, colleague, change, version=1)
    Entry.objects.filter(pk=last.pk).update(position=place)
    undoing.undo(timeline.pk, actor)
    assert list(timeline.entries.in_order()) == [first, last, moved, other]


def test_numbers_given_anew_are_known_to_what_can_be_done_again() -> None:
    timeline, actor = make_timeline(), make_user()
    first, second, third = (make_entry(timeline, "2019", position=at) for at in (1, 2, 3))
    review.move(third.pk, actor, before=first.pk)
    undoing.undo(timeline.pk, actor)
    review.move(first.pk, make_user(), after=second.pk)
    undoing.redo(timeline.pk, actor)
    assert list(timeline.entries.in_order()) == [third, second, first]
