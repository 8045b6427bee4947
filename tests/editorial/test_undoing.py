"""Undo and redo: what one person decided, taken back and done again."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import User

from editorial import review, undoing
from editorial.errors import Stale
from tests.factories import make_article, make_entry, make_timeline, make_user
from timelines.models import Citation, Decision, Entry

pytestmark = pytest.mark.django_db


def citations() -> dict[int, Any]:
    return {row[0]: row[1:] for row in Citation.objects.values_list("pk", "event", "origin")}


def merge(target: Entry, other: Entry, actor: User) -> None:
    """What merging does to the rows."""
    with review.changing(target.pk, actor, "merge", None, citations=True):
        Citation.objects.filter(event=other.event).update(event=target.event, origin=other.event)
    with review.changing(other.pk, actor, "merge", None, citations=True) as entry:
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
