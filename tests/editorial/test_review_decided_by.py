"""Who decided an entry is kept with it."""

from datetime import date

import pytest

from editorial import review, undoing
from tests.factories import make_entry, make_user
from timelines.extraction.types import Reading
from timelines.models import Entry

pytestmark = pytest.mark.django_db


def test_who_accepted_is_stored() -> None:
    entry, actor = make_entry(state="proposed"), make_user()
    review.accept(entry.pk, actor)
    assert Entry.objects.get(pk=entry.pk).decided_by == actor


def test_an_edit_leaves_who_accepted() -> None:
    entry, actor = make_entry(state="proposed"), make_user()
    review.accept(entry.pk, actor)
    change = review.Change(Reading("2019", date(2019, 1, 1), date(2019, 12, 31)), "Another headline")
    review.edit(entry.pk, make_user(), change, version=2)
    assert Entry.objects.get(pk=entry.pk).decided_by == actor


def test_nothing_to_undo_until_one_decides() -> None:
    entry, actor = make_entry(state="proposed"), make_user()
    assert not undoing.steps(entry.timeline, actor).undo
    review.accept(entry.pk, actor)
    assert undoing.steps(entry.timeline, actor).undo
    assert not undoing.steps(entry.timeline, make_user()).undo
    undoing.undo(entry.timeline_id, actor)
    assert not undoing.steps(entry.timeline, actor).undo
