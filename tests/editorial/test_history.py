"""The history of an entry, and the way back to what it said."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.contrib.auth.models import User

from editorial import history, review, undoing
from editorial.errors import Refused, Stale
from tests.editorial.views.helpers import queries
from tests.factories import make_article, make_entry, make_timeline, make_user
from timelines.extraction.edtf import bounds
from timelines.extraction.types import Reading
from timelines.models import Citation, Decision, Entry, Event

pytestmark = pytest.mark.django_db


def edit(entry: Entry, actor: User, edtf: str = "2019-05-03", headline: str = "It fell", **fields: Any) -> Entry:
    change = review.Change(Reading(edtf, *bounds(edtf, None)), headline, **fields)
    return review.edit(entry.pk, actor, change, version=Entry.objects.get(pk=entry.pk).version)


def told(entry: Entry) -> list[tuple[str, str]]:
    return [(step.who, step.did) for step in history.of(entry)]


def proposal(**fields: Any) -> Entry:
    return make_entry(state="proposed", headline="It stands", proposal_key="1:2-3", **fields)


def test_who_did_what_the_newest_first() -> None:
    entry, night = proposal(), make_user(first_name="Night", last_name="desk")
    review.accept(entry.pk, night)
    edit(entry, make_user(username="ann"))
    assert told(entry) == [("ann", "edited"), ("Night desk", "accepted"), ("", "proposed from an article")]


def test_word_by_word() -> None:
    entry, actor = proposal(), make_user()
    edit(entry, actor, "2019-05", "It stands no more", status="planned")
    step = history.of(entry)[0]
    rows = {row.label: row for row in step.changes}
    assert list(rows) == ["Date", "Headline", "Did it happen?"]
    assert [(piece.text, piece.differs) for piece in rows["Headline"].mine] == [
        ("It stands", False),
        (" no more", True),
    ]
    assert "".join(piece.text for piece in rows["Date"].theirs) == "3 May 2019"
    assert "".join(piece.text for piece in rows["Date"].mine) == "planned for May 2019"
    assert step.notes == ()


def test_what_was_undone_is_said_so() -> None:
    entry, actor = proposal(), make_user()
    edit(entry, actor)
    undoing.undo(entry.timeline_id, actor)
    entry.refresh_from_db()
    steps = history.of(entry)
    assert [step.undone for step in steps] == [True, False]
    # The undone wording is not the one that stands: it can be brought back.
    assert steps[0].version == history.Version(Decision.objects.get().pk, "after")
    assert steps[1].version is None


def test_reading_again_is_told_where_it_changed_something() -> None:
    entry, actor = proposal(), make_user()
    event = entry.event
    event.headline = "It stood"
    event.save()
    event.save()
    edit(entry, actor)
    steps = history.of(Entry.objects.get())
    assert [step.did for step in steps] == ["edited", "read again in the article", "proposed from an article"]
    (row,) = steps[1].changes
    assert ["".join(piece.text for piece in side) for side in (row.theirs, row.mine)] == ["It stands", "It stood"]


def test_moves_merges_and_assignments_in_words() -> None:
    timeline, actor, ann = make_timeline(), make_user(), make_user(username="ann")
    first = make_entry(timeline, "2019", headline="First", article=make_article())
    second = make_entry(timeline, "2019", headline="Second", article=make_article())
    review.move(second.pk, actor, before=first.pk)
    with review.changing(second.pk, actor, "assign", None) as entry:
        entry.assignee = ann
    batch = uuid4()
    with review.changing(first.pk, actor, "merge", None, batch=batch, citations=True):
        Citation.objects.filter(event=second.event).update(event=first.event, origin=second.event)
    with review.changing(second.pk, actor, "merge", None, batch=batch, citations=True) as entry:
        entry.state, entry.merged_into = Entry.State.MERGED, first
    steps = [(step.did, step.notes) for step in history.of(Entry.objects.get(pk=second.pk))]
    assert steps[:3] == [
        ("merged", ("Into “First”.",)),
        ("assigned", ("To ann.",)),
        ("moved", ("To an earlier place.",)),
    ]
    assert history.of(first)[0].notes == ("1 source more.",)
    with review.changing(second.pk, actor, "assign", None, citations=True) as entry:
        entry.assignee = None
    assert history.of(second)[0].notes == ("To nobody any more.",)


def test_added_by_hand() -> None:
    timeline, actor = make_timeline(), make_user(username="ann")
    change = review.Change(Reading("2019", date(2019, 1, 1), date(2019, 12, 31)), "It fell")
    entry = review.add(timeline.pk, actor, change)
    assert told(entry) == [("ann", "added"), ("", "entered the timeline")]


# --- Back to an earlier version -------------------------------------------------------------------------------


def test_the_first_wording_comes_back_and_the_state_stays() -> None:
    entry, actor = proposal(), make_user()
    edit(entry, actor, "2019-05", "It fell", description="At night.", status="planned")
    review.accept(entry.pk, actor)
    entry = Entry.objects.get()
    version = history.of(entry)[-1].version
    assert version is not None
    history.restore(entry.pk, actor, version.decision, version.side, version=entry.version)
    entry = Entry.objects.get()
    event = entry.event
    assert (event.headline, event.edtf, event.description, event.status) == ("It stands", "2019-05-03", "", "past")
    assert (entry.state, Decision.objects.latest("pk").verb) == ("accepted", "restore-version")
    undoing.undo(entry.timeline_id, actor)
    assert Event.objects.get().headline == "It fell"


def test_any_wording_between_can_be_had() -> None:
    entry, actor = proposal(), make_user()
    for headline in ("One", "Two", "Three"):
        edit(entry, actor, headline=headline)
    steps = [step for step in history.of(Entry.objects.get()) if step.version]
    assert len(steps) == 3
    version = steps[0].version
    assert version is not None
    history.restore(entry.pk, actor, version.decision, version.side, version=4)
    assert Event.objects.get().headline == "Two"


def test_a_place_follows_the_date_that_comes_back() -> None:
    timeline, actor = make_timeline(), make_user()
    first = make_entry(timeline, "2015", headline="First")
    second = make_entry(timeline, "2019")
    edit(first, actor, "2020", "First")
    decision = Decision.objects.get()
    history.restore(first.pk, actor, decision.pk, "before", version=2)
    assert list(timeline.entries.in_order()) == [first, second]


def test_a_date_more_precise_than_the_sources_is_refused() -> None:
    entry, actor = make_entry(edtf="2019-05-03", headline="It fell", state="proposed"), make_user()
    edit(entry, actor, "2019")
    decision = Decision.objects.get()
    article = make_article("It fell in 2019.")
    found = article.expressions.create(
        start=8, end=15, text="in 2019", type="DATE", value="2019", edtf="2019", earliest=date(2019, 1, 1),
        latest=date(2019, 12, 31), rule="test",
    )  # fmt: skip
    Citation.objects.create(event=entry.event, article=article, expression=found, start=0, end=16)
    with pytest.raises(Refused, match="more precise than the source"):
        history.restore(entry.pk, actor, decision.pk, "before", version=2)
    assert Event.objects.get().edtf == "2019"


def test_what_somebody_changed_meanwhile_is_stale() -> None:
    entry, actor = proposal(), make_user()
    edit(entry, actor)
    decision = Decision.objects.get()
    review.accept(entry.pk, make_user())
    with pytest.raises(Stale):
        history.restore(entry.pk, actor, decision.pk, "before", version=2)
    with pytest.raises(Refused, match="not kept any more"):
        history.restore(entry.pk, actor, make_decision_of_another(), "before", version=3)
    assert Event.objects.get(pk=entry.event_id).headline == "It fell"


def make_decision_of_another() -> int:
    other = make_entry(state="proposed")
    review.accept(other.pk, make_user())
    return Decision.objects.latest("pk").pk


def test_queries_do_not_grow() -> None:
    counts = []
    for size in (2, 12):
        entry, actor = make_entry(state="proposed"), make_user()
        for number in range(size):
            edit(entry, actor, headline=f"Headline {number}")
        entry = Entry.objects.select_related("event").get(pk=entry.pk)
        counts.append(queries(lambda entry=entry: history.of(entry)))  # type: ignore[misc]
    assert counts[0] == counts[1] <= 4
