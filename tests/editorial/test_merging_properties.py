"""Whatever is merged, split, undone and done again: no citation is lost or doubled, and every way back leads back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import transaction
from hypothesis import given, settings, strategies as st

from editorial import merging, splitting, undoing
from editorial.errors import Refused
from tests.editorial.test_merging import picture, told
from tests.factories import make_timeline, make_user
from timelines.models import Citation, Entry, Timeline

pytestmark = pytest.mark.django_db

DATES = [("all 2019", "2019"), ("3 May 2019", "2019-05-03"), ("June 2019", "2019-06"), ("29 June 2019", "2019-06-29")]
"""In an order that they allow."""

STEPS = st.lists(st.tuples(st.sampled_from(["merge", "split", "cite", "undo", "redo"]), st.randoms()), max_size=8)


@contextmanager
def story() -> Iterator[tuple[Timeline, User]]:
    """Five entries with a source each, and a person; gone afterwards."""
    with transaction.atomic():
        timeline = make_timeline()
        for number in range(5):
            words, edtf = DATES[min(number, 3)]
            state = "accepted" if number % 2 else "proposed"
            told(timeline, words, edtf, state=state, description=f"Text {number}")
        yield timeline, make_user()
        transaction.set_rollback(True)


def act(step: str, random: Any, timeline: Timeline, person: User) -> bool:
    """Do something that a person could try. Whether it was done."""
    placed = list(timeline.entries.placed().in_order())
    held = list(timeline.entries.filter(state="merged"))
    try:
        if step == "merge":
            chosen = random.sample(placed, min(len(placed), random.randint(1, 3)))
            merging.merge(timeline.pk, chosen[0].pk, [entry.pk for entry in chosen[1:]], person)
        elif step == "split" and held:
            entry = random.choice(held)
            splitting.split(entry.merged_into_id, entry.pk, person)
        elif step == "cite":
            entry = random.choice(placed)
            splitting.split_citation(entry.pk, random.choice(list(entry.event.citations.all())).pk, person)
        elif step in ("undo", "redo"):
            (undoing.undo if step == "undo" else undoing.redo)(timeline.pk, person)
        else:
            return False
    except (Refused, IndexError):
        return False
    return True


def check(timeline: Timeline, citations: list[tuple[int, int, int, int]]) -> None:
    """What holds at every moment."""
    assert list(Citation.objects.order_by("pk").values_list("pk", "article", "start", "end")) == citations
    for entry in Entry.objects.filter(timeline=timeline).select_related("event", "merged_into"):
        assert (entry.merged_into is not None) == (entry.state == "merged")
        if entry.state == "merged":
            assert not entry.event.citations.exists()
            assert entry.merged_into is not None
    for citation in Citation.objects.exclude(origin=None):
        assert citation.origin_id != citation.event_id
        assert Entry.objects.get(event=citation.event).state in Entry.PLACED


@settings(max_examples=10, deadline=None)
@given(STEPS)
def test_no_citation_is_lost_or_doubled(steps: list[tuple[str, Any]]) -> None:
    with story() as (timeline, person):
        citations = list(Citation.objects.order_by("pk").values_list("pk", "article", "start", "end"))
        for step, random in steps:
            act(step, random, timeline, person)
            check(timeline, citations)


@settings(max_examples=10, deadline=None)
@given(STEPS)
def test_undoing_all_of_it_leads_back_and_doing_it_again_leads_there(steps: list[tuple[str, Any]]) -> None:
    with story() as (timeline, person):
        before = seen(timeline)
        done = sum(act(step, random, timeline, person) for step, random in steps if step not in ("undo", "redo"))
        after = seen(timeline)
        for _ in range(done):
            undoing.undo(timeline.pk, person)
        assert seen(timeline) == before
        for _ in range(done):
            undoing.redo(timeline.pk, person)
        assert seen(timeline) == after


@settings(max_examples=10, deadline=None)
@given(st.integers(0, 4), st.sets(st.integers(0, 4), min_size=2, max_size=4))
def test_splitting_out_what_was_merged_is_as_if_nothing_had_been(into: int, chosen: set[int]) -> None:
    with story() as (timeline, person):
        entries = list(timeline.entries.order_by("pk"))
        target, rest = entries[into], [entries[number] for number in sorted(chosen - {into})]
        before = picture(timeline)
        merging.merge(timeline.pk, target.pk, [entry.pk for entry in rest], person)
        for entry in rest:
            splitting.split(target.pk, entry.pk, person)
        now = picture(timeline)
        assert now["citations"] == before["citations"]
        assert now["events"] == before["events"]
        # A proposal that took in an accepted entry stays accepted.
        assert [row[:3] for row in now["entries"] if row[0] != target.pk] == [
            row[:3] for row in before["entries"] if row[0] != target.pk
        ]


def seen(timeline: Timeline) -> dict[str, Any]:
    """What the desk shows of it, and what lies behind."""
    rows = timeline.entries.placed().in_order()
    held = timeline.entries.filter(state="merged", decided_at__isnull=False)
    return {
        "order": list(rows.values_list("pk", "state", "event__edtf", "event__headline", "event__description")),
        "merged": list(held.order_by("pk").values_list("pk", "merged_into")),
        "citations": list(
            Citation.objects.filter(article__timelines=timeline).order_by("pk").values_list("pk", "event", "origin")
        ),
    }
