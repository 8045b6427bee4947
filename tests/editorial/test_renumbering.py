"""New numbers where no free one is left."""

from __future__ import annotations

import pytest

from editorial import ordering, renumbering, review, undoing
from tests.editorial.orders import a_story, change, names, placed
from tests.factories import make_entry, make_timeline, make_user

pytestmark = pytest.mark.django_db


def test_forty_entries_go_right_behind_the_same_one() -> None:
    timeline, (a, *_) = a_story("2019", "2019", "2019")
    actor, latest = make_user(), ""
    for number in range(40):
        entry = placed(timeline, "2019", f"<{number}>")
        review.move(entry.pk, actor, after=a.pk)
        latest = f"<{number}>" + latest
    assert names(timeline) == f"A{latest}BC"


def test_renumbering_keeps_the_order_and_the_rejected_their_numbers_apart() -> None:
    timeline = make_timeline()
    for number, headline in enumerate("ABC"):
        make_entry(timeline, "2019", headline=headline, position=number)
    make_entry(timeline, "2019", headline="R", position=-1, state="rejected")
    assert ordering.between(timeline, 0) == 2 * renumbering.STEP + ordering.NEAR
    assert names(timeline) == "ABC"
    assert list(timeline.entries.in_order().values_list("position", flat=True)) == [
        number * renumbering.STEP for number in (1, 2, 3, 4)
    ]


def test_a_hundred_statements_of_one_year_need_no_renumbering(monkeypatch: pytest.MonkeyPatch) -> None:
    timeline, _ = a_story("2018", "2020")
    monkeypatch.setattr(ordering, "renumber", None)
    for number in range(100):
        placed(timeline, "2019", f"<{number}>")
    assert names(timeline) == "A" + "".join(f"<{number}>" for number in range(100)) + "B"


@pytest.mark.usefixtures("tight")
def test_a_move_can_be_undone_after_renumbering() -> None:
    timeline, (a, _, c) = a_story("2019", "2019", "2019")
    actor, other = make_user(), make_user()
    review.move(c.pk, actor, before=a.pk)
    assert names(timeline) == "CAB"
    for headline in "XYZ":
        review.move(review.add(timeline.pk, other, change("2019", headline)).pk, other, after=a.pk)
    assert names(timeline) == "CAZYXB"
    undoing.undo(timeline.pk, actor)
    assert names(timeline) == "AZYXBC"


def test_a_move_that_needs_renumbering_can_be_undone() -> None:
    timeline = make_timeline()
    a, _, c = (make_entry(timeline, "2019", headline=name, position=at) for at, name in enumerate("ABC"))
    actor = make_user()
    review.move(c.pk, actor, after=a.pk)
    assert names(timeline) == "ACB"
    undoing.undo(timeline.pk, actor)
    assert names(timeline) == "ABC"


def test_numbers_nobody_holds_are_carried_between_the_same_two() -> None:
    carry = renumbering._carried([(10, 100), (20, 200), (1000, 300)])
    assert [carry(number) for number in (10, 20, 1000)] == [100, 200, 300]
    assert 100 < carry(11) < carry(15) < carry(19) < 200
    assert 200 < carry(21) <= carry(500) < carry(999) < 300
    assert carry(9) < 100
    assert carry(1001) > 300
