"""Moving an entry, and what becomes of its place when its date or its state changes."""

from __future__ import annotations

import pytest

from editorial import moving, review, undoing
from editorial.errors import Refused
from tests.editorial.orders import a_story, change, names, placed
from tests.factories import make_entry, make_timeline, make_user
from timelines.models import Entry

pytestmark = pytest.mark.django_db


# --- Moving ---------------------------------------------------------------------------------------------------


def test_entries_whose_dates_overlap_change_places() -> None:
    timeline, (a, b, c) = a_story("2019", "2019", "2019-06")
    actor = make_user()
    review.move(c.pk, actor, before=a.pk)
    assert names(timeline) == "CAB"
    review.move(c.pk, actor, after=a.pk)
    assert names(timeline) == "ACB"
    review.move(b.pk, actor, direction="up")
    assert names(timeline) == "ABC"
    review.move(a.pk, actor, direction="down")
    assert names(timeline) == "BAC"


def test_a_move_against_the_dates_is_refused_with_the_reason() -> None:
    timeline, (a, b) = a_story("2019-06-29", "2021")
    before = list(Entry.objects.values()), timeline.revision
    with pytest.raises(Refused, match=r"29 June 2019 .“A”. is before 2021 .“B”.. Only entries whose dates overlap"):
        review.move(b.pk, make_user(), direction="up")
    with pytest.raises(Refused, match=r"29 June 2019 .“A”. is before 2021"):
        review.move(a.pk, make_user(), after=b.pk)
    timeline.refresh_from_db()
    assert (list(Entry.objects.values()), timeline.revision) == before


def test_the_reason_names_the_entry_that_is_met_first() -> None:
    timeline, (a, b, _, d) = a_story("2018", "2019", "2018/2022", "2021")
    assert names(timeline) == "ACBD"
    with pytest.raises(Refused, match=r"^2019 .“B”. is before 2021 .“D”."):
        review.move(d.pk, make_user(), before=a.pk)
    with pytest.raises(Refused, match=r"^2018 .“A”. is before 2019 .“B”."):
        review.move(a.pk, make_user(), after=b.pk)


def test_long_headlines_are_cut_in_the_reason() -> None:
    timeline = make_timeline()
    placed(timeline, "2018", "Long " * 100)
    later = placed(timeline, "2020")
    with pytest.raises(Refused) as refusal:
        review.move(later.pk, make_user(), direction="up")
    assert len(refusal.value.message) < 300
    assert "Long…”" in refusal.value.message


@pytest.mark.parametrize(("direction", "which", "message"), [("up", 0, "first entry"), ("down", 1, "last entry")])
def test_there_is_an_end(direction: moving.Direction, which: int, message: str) -> None:
    _, entries = a_story("2019", "2019")
    with pytest.raises(Refused, match=message):
        review.move(entries[which].pk, make_user(), direction=direction)


def test_rejected_neighbours_are_stepped_over() -> None:
    timeline, (_, b, c) = a_story("2019", "2019", "2019")
    review.reject(b.pk, make_user())
    review.move(c.pk, make_user(), direction="up")
    assert names(timeline) == "CA"


def test_what_is_set_aside_is_not_moved() -> None:
    _, (a, _) = a_story("2019", "2019")
    review.reject(a.pk, make_user())
    with pytest.raises(Refused, match="set aside"):
        review.move(a.pk, make_user(), direction="down")


@pytest.mark.parametrize("goal", ["before itself", "after itself", "before the next", "after the one before"])
def test_a_move_to_where_it_stands_is_none(goal: str) -> None:
    timeline, (a, b, c) = a_story("2019", "2019", "2019")
    side, _, other = goal.partition(" ")
    neighbour = {"itself": b, "the next": c, "the one before": a}[other].pk
    actor = make_user()
    before, after = (neighbour, None) if side == "before" else (None, neighbour)
    assert review.move(b.pk, actor, before=before, after=after).version == 1
    assert names(timeline) == "ABC"
    assert not undoing.steps(timeline, actor).undo


# --- A date is put right --------------------------------------------------------------------------------------


def test_an_edited_date_moves_that_entry_alone() -> None:
    timeline, (a, b, c) = a_story("2018", "2019", "2020")
    others = {entry.pk: entry.position for entry in (b, c)}
    review.edit(a.pk, make_user(), change("2021", "A"), version=1)
    assert names(timeline) == "BCA"
    assert dict(timeline.entries.exclude(pk=a.pk).values_list("pk", "position")) == others


def test_an_edited_date_that_still_fits_moves_nothing() -> None:
    timeline, (a, b) = a_story("2019", "2019-06")
    review.move(b.pk, make_user(), before=a.pk)
    where = Entry.objects.get(pk=b.pk).position
    review.edit(b.pk, make_user(), change("2019-12", "B"), version=2)
    assert names(timeline) == "BA"
    assert Entry.objects.get(pk=b.pk).position == where


def test_what_is_restored_finds_its_place_anew() -> None:
    timeline, (a, b) = a_story("2019", "2020")
    actor = make_user()
    review.reject(b.pk, actor)
    review.edit(a.pk, actor, change("2022", "A"), version=1)
    review.restore(b.pk, actor)
    assert names(timeline) == "BA"


def test_what_is_set_aside_keeps_its_number_whatever_its_date() -> None:
    _, (a, _) = a_story("2019", "2020")
    actor = make_user()
    review.reject(a.pk, actor)
    assert review.edit(a.pk, actor, change("2022", "A"), version=2).position == a.position


def test_an_undone_move_goes_back_before_who_has_its_number_now() -> None:
    timeline, (a, b, c) = a_story("2019", "2019", "2019")
    actor = make_user()
    review.move(c.pk, actor, before=a.pk)
    make_entry(timeline, "2019", headline="X", position=c.position)
    assert names(timeline) == "CABX"
    undoing.undo(timeline.pk, actor)
    assert names(timeline) == "ABCX"
    assert b.position < Entry.objects.get(pk=c.pk).position < c.position


def test_an_undone_move_does_not_take_the_number_of_a_rejected_entry() -> None:
    timeline, (a, _, c) = a_story("2019", "2019", "2019")
    actor = make_user()
    review.move(c.pk, actor, before=a.pk)
    make_entry(timeline, "2019", position=c.position, state="rejected")
    undoing.undo(timeline.pk, actor)
    assert names(timeline) == "ABC"


def test_an_undone_restore_takes_nobodys_number() -> None:
    timeline, (a, _) = a_story("2019", "2020")
    actor = make_user()
    review.reject(a.pk, actor)
    review.edit(a.pk, actor, change("2022", "A"), version=2)
    review.restore(a.pk, actor)
    assert names(timeline) == "BA"
    make_entry(timeline, "2018", headline="X", position=a.position)
    undoing.undo(timeline.pk, actor)
    assert names(timeline) == "XB"
