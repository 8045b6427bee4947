"""What a person decides about an entry, and what taking it back does."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from editorial import precision, review, undoing
from editorial.errors import Refused, Stale
from editorial.review import Change
from tests.editorial.views.helpers import address, sign_in
from tests.factories import make_article, make_entry, make_expression, make_timeline, make_user
from timelines.extraction.edtf import bounds
from timelines.extraction.types import Reading
from timelines.models import Citation, Decision, Entry, Event, Timeline

pytestmark = pytest.mark.django_db

TEXT = "It rained. In June 2019 the bridge fell. Some say it was on 29 June 2019, others in 2019."


def reading(edtf: str, mod: Any = None) -> Reading:
    return Reading(edtf, *bounds(edtf, mod), mod)


def change(edtf: str = "2019-06", headline: str = "The bridge falls", mod: Any = None, **fields: str) -> Change:
    return Change(reading(edtf, mod), headline, **fields)


def cited(edtf: str = "2019-06", words: str = "June 2019", **fields: Any) -> Entry:
    """A proposal that rests on these words."""
    timeline = make_timeline()
    article = make_article(TEXT, timeline=timeline)
    return make_entry(timeline, edtf, state="proposed", article=article, words=words, proposal_key="1:2-3", **fields)


def revision(timeline: Timeline) -> int:
    return Timeline.objects.values_list("revision", flat=True).get(pk=timeline.pk)


def picture(entry: Entry) -> dict[str, Any]:
    """The entry and its event as they are stored, but for what counts its changes."""
    row: dict[str, Any] = {**Entry.objects.values().get(pk=entry.pk)}
    event: dict[str, Any] = {**Event.objects.values().get(pk=entry.event_id)}
    return {name: value for name, value in (event | row).items() if name not in ("version", "updated_at", "id")}


# --- Deciding -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("verb", "before", "after"),
    [
        (review.accept, "proposed", "accepted"),
        (review.reject, "proposed", "rejected"),
        (review.reject, "accepted", "rejected"),
        (review.restore, "rejected", "proposed"),
        (review.accept, "rejected", "accepted"),
    ],
)
def test_a_decision_is_written_down(verb: Any, before: str, after: str) -> None:
    entry, actor = make_entry(state=before), make_user()
    answered = verb(entry.pk, actor, version=1)
    stored = Entry.objects.get(pk=entry.pk)
    decision = Decision.objects.get()
    assert (answered.pk, stored.state, stored.version, stored.by_hand) == (entry.pk, after, 2, True)
    assert (stored.decided_by, stored.decided_at is not None) == (actor, True)
    assert (decision.entry, decision.actor, decision.undone_at) == (entry, actor, None)
    assert (decision.before["state"], decision.after["state"]) == (before, after)
    timeline = Timeline.objects.get()
    assert (timeline.revision, timeline.updated_by) == (2, actor)


def test_a_double_click_is_one_decision() -> None:
    entry, actor = make_entry(state="proposed"), make_user()
    for _ in range(3):
        review.accept(entry.pk, actor)
    assert Decision.objects.count() == 1
    assert Entry.objects.get().version == 2
    assert revision(entry.timeline) == 2
    assert entry.history.count() == 2


@pytest.mark.parametrize("verb", [review.accept, review.reject, review.restore])
def test_what_was_changed_since_it_was_read_is_left_alone(verb: Any) -> None:
    entry = make_entry(state="proposed")
    review.edit(entry.pk, make_user(), change("2019-05-03"), version=1)
    before = picture(entry)
    with pytest.raises(Stale) as stale:
        verb(entry.pk, make_user(), version=1)
    assert (stale.value.entry.pk, stale.value.entry.version) == (entry.pk, 2)
    assert "Nothing is lost" in stale.value.message
    assert picture(entry) == before
    assert Decision.objects.count() == 1


def test_history_says_who_where_a_person_asked(client: Client) -> None:
    entry = make_entry(state="proposed")
    user = sign_in(client)
    client.post(address("edit", entry), {"date": "May 2019", "headline": "New", "version": "1", "status": "past"})
    rows, event = entry.history.all(), Event.objects.get().history.all()
    assert [row.history_user for row in rows] == [user, None]
    assert [(row.headline, row.edtf) for row in event] == [("New", "2019-05"), (entry.event.headline, "2019-05-03")]
    assert [row.history_user for row in event] == [user, None]


# --- Choosing a reading ---------------------------------------------------------------------------------------


def doubtful() -> Entry:
    """The article says "30 June 2019" where it means one of two days."""
    rows = [
        {"edtf": edtf, "earliest": edtf, "latest": edtf, "mod": None, "note": "the last day"}
        for edtf in ("2019-06-28", "2019-07-01")
    ]
    return cited(warnings=[{"code": "impossible-date", "message": "No such day.", "readings": rows}])


def test_a_chosen_reading_is_the_date_and_accepted() -> None:
    entry, actor = doubtful(), make_user()
    review.accept_reading(entry.pk, actor, 1, version=1)
    stored = Entry.objects.select_related("event").get()
    assert (stored.state, stored.event.edtf, stored.event.earliest) == ("accepted", "2019-07-01", date(2019, 7, 1))
    assert Decision.objects.get().verb == "accept"
    review.accept_reading(entry.pk, actor, 1)
    assert Decision.objects.count() == 1
    undoing.undo(entry.timeline_id, actor)
    assert (Entry.objects.get().state, Event.objects.get().edtf) == ("proposed", "2019-06")


@pytest.mark.parametrize("index", [-1, 2])
def test_a_reading_that_is_not_offered_is_refused(index: int) -> None:
    entry = doubtful()
    before = picture(entry)
    with pytest.raises(Refused, match="no longer offered"):
        review.accept_reading(entry.pk, make_user(), index)
    assert picture(entry) == before


def test_what_a_reading_made_precise_can_still_be_edited() -> None:
    entry, actor = doubtful(), make_user()
    review.accept_reading(entry.pk, actor, 0)
    review.edit(entry.pk, actor, change("2019-06-28", "Another headline"), version=2)
    assert (Event.objects.get().headline, Event.objects.get().edtf) == ("Another headline", "2019-06-28")


def test_a_reading_that_is_offered_may_be_typed_too() -> None:
    entry = doubtful()
    review.edit(entry.pk, make_user(), change("2019-07-01"), version=1)
    assert Event.objects.get().edtf == "2019-07-01"


def test_the_same_reading_of_two_warnings_is_offered_once() -> None:
    entry = doubtful()
    entry.warnings = entry.warnings * 2
    assert [row.edtf for row in precision.readings_of(entry)] == ["2019-06-28", "2019-07-01"]


# --- Editing --------------------------------------------------------------------------------------------------


def test_an_edit_is_saved_with_the_person() -> None:
    entry, actor = cited(), make_user()
    review.edit(entry.pk, actor, change("2019", "Fell", description="At night.", status="hypothetical"), version=1)
    event = Event.objects.get()
    assert (event.edtf, event.earliest, event.latest) == ("2019", date(2019, 1, 1), date(2019, 12, 31))
    assert (event.headline, event.description, event.status) == ("Fell", "At night.", "hypothetical")
    stored = Entry.objects.get()
    assert (stored.state, stored.by_hand, stored.version, stored.decided_by) == ("proposed", True, 2, None)
    assert event.history.count() == 2


def test_an_edit_that_changes_nothing_writes_nothing() -> None:
    entry = make_entry(edtf="2019-06", headline="The bridge falls", state="proposed")
    review.edit(entry.pk, make_user(), change(), version=1)
    stored = Entry.objects.get()
    assert (stored.version, stored.by_hand, Decision.objects.count(), revision(entry.timeline)) == (1, False, 0, 1)
    assert Event.objects.get().history.count() == 1


def test_of_two_edits_the_second_finds_the_first() -> None:
    entry = cited()
    review.edit(entry.pk, make_user(), change(headline="First"), version=1)
    with pytest.raises(Stale) as stale:
        review.edit(entry.pk, make_user(), change(headline="Second"), version=1)
    assert stale.value.entry.event.headline == "First"
    assert Event.objects.get().headline == "First"


@pytest.mark.parametrize(("edtf", "mod"), [("2019-06-29", None), ("2019-06-10/2019-06-20", None), ("2019-06", "START")])
def test_a_date_more_precise_than_the_source_is_refused_with_the_nearest(edtf: str, mod: str | None) -> None:
    entry = cited()
    before = picture(entry)
    with pytest.raises(
        Refused, match=r"is more precise than the source, which says “June 2019”.*supports is June 2019"
    ):
        review.edit(entry.pk, make_user(), change(edtf, mod=mod), version=1)
    assert picture(entry) == before
    assert not Decision.objects.exists()


@pytest.mark.parametrize("edtf", ["2019-06", "2019-07", "2019", "201X", "2019-06/.."])
def test_a_vaguer_date_or_another_as_vague_is_taken(edtf: str) -> None:
    entry = cited()
    review.edit(entry.pk, make_user(), change(edtf), version=1)
    assert Event.objects.get().edtf == edtf


def test_the_most_precise_of_several_sources_counts() -> None:
    entry = cited()
    article = make_article("It fell on 29 June 2019.")
    found = make_expression(article, "29 June 2019", "2019-06-29")
    Citation.objects.create(event=entry.event, article=article, expression=found, start=0, end=24)
    review.edit(entry.pk, make_user(), change("2019-06-28"), version=1)
    assert Event.objects.get().edtf == "2019-06-28"


def test_without_a_dated_source_any_date_will_do() -> None:
    entry = make_entry(edtf="2019", article=make_article(TEXT))
    review.edit(entry.pk, make_user(), change("2019-06-29"), version=1)
    assert Event.objects.get().edtf == "2019-06-29"


# --- Adding ---------------------------------------------------------------------------------------------------


def add(edtf: str, words: str, actor: User | None = None, **fields: Any) -> Entry:
    timeline = make_timeline()
    article = make_article(TEXT, timeline=timeline)
    for found, says in (("June 2019", "2019-06"), ("29 June 2019", "2019-06-29"), ("in 2019", "2019")):
        make_expression(article, found, says)
    start = TEXT.index(words)
    return review.add(
        timeline.pk, actor or make_user(), change(edtf, **fields), article=article, start=start, end=start + len(words)
    )


def test_an_added_entry_is_accepted_and_cites_the_words() -> None:
    actor = make_user()
    entry = Entry.objects.get(pk=add("2019-06", "In June 2019 the bridge fell.", actor).pk)
    citation = Citation.objects.get()
    assert (entry.state, entry.by_hand, entry.decided_by, entry.proposal_key) == ("accepted", True, actor, "")
    assert citation.quote == "In June 2019 the bridge fell."
    assert citation.expression is not None
    assert citation.expression.text == "June 2019"
    assert revision(entry.timeline) == 2
    assert (entry.history.count(), entry.event.history.count()) == (1, 1)


@pytest.mark.parametrize(
    ("edtf", "expression"), [("2019-06-29", "29 June 2019"), ("2019", "in 2019"), ("2018", "29 June 2019")]
)
def test_it_rests_on_the_expression_that_says_its_date_else_on_the_finest(edtf: str, expression: str) -> None:
    add(edtf, "June 2019 the bridge fell. Some say it was on 29 June 2019, others in 2019.")
    citation = Citation.objects.get()
    assert citation.expression is not None
    assert citation.expression.text == expression


def test_an_added_entry_is_no_more_precise_than_the_words_it_cites() -> None:
    with pytest.raises(Refused, match="more precise than the source, which says “June 2019”"):
        add("2019-06-29", "In June 2019 the bridge fell.")
    assert not Event.objects.exists()
    assert not Entry.objects.exists()


def test_words_without_a_date_leave_any_date_free() -> None:
    assert add("2019-06-29", "It rained.").event.edtf == "2019-06-29"


@pytest.mark.parametrize(("start", "end"), [(5, 5), (9, 2), (0, 10_000), (-1, 4)])
def test_words_that_are_not_there_are_refused(start: int, end: int) -> None:
    timeline, article = make_timeline(), make_article(TEXT)
    with pytest.raises(Refused, match="not in the article"):
        review.add(timeline.pk, make_user(), change(), article=article, start=start, end=end)
    assert not Event.objects.exists()
    assert revision(timeline) == 1


# --- Undo -----------------------------------------------------------------------------------------------------


def test_undo_gives_back_one_decision_after_the_other() -> None:
    entry, actor = cited(), make_user()
    make_entry(entry.timeline, "2018", position=1)
    pictures = [picture(entry)]
    review.accept(entry.pk, actor)
    pictures.append(picture(entry))
    review.edit(entry.pk, actor, change("2017", "Fell"), version=2)
    pictures.append(picture(entry))
    review.reject(entry.pk, actor)
    pictures.append(picture(entry))
    review.restore(entry.pk, actor)
    for expected in reversed(pictures):
        decision = undoing.undo(entry.timeline_id, actor)
        assert decision.entry == entry
        assert picture(entry) == expected
    with pytest.raises(Refused, match="nothing of yours"):
        undoing.undo(entry.timeline_id, actor)
    assert Entry.objects.get(pk=entry.pk).version == 9
    assert revision(entry.timeline) == 9
    assert Entry.objects.get(pk=entry.pk).history.count() == 9


def test_undo_takes_ones_own_decisions_of_this_timeline_alone() -> None:
    entry, other = make_entry(state="proposed"), make_entry(state="proposed")
    actor, colleague = make_user(), make_user()
    review.accept(entry.pk, actor)
    review.accept(other.pk, actor)
    review.accept(make_entry(entry.timeline, state="proposed").pk, colleague)
    assert undoing.undo(entry.timeline_id, actor).entry == entry
    assert Entry.objects.get(pk=other.pk).state == "accepted"
    assert Entry.objects.filter(timeline=entry.timeline, state="accepted").count() == 1


def test_undo_is_refused_where_somebody_has_changed_it_since() -> None:
    entry, actor, colleague = make_entry(state="proposed"), make_user(), make_user(first_name="Night", last_name="desk")
    review.accept(entry.pk, actor)
    review.reject(entry.pk, colleague)
    before = picture(entry), revision(entry.timeline)
    with pytest.raises(Refused, match=f"Night desk has changed “{entry.event.headline}” since"):
        undoing.undo(entry.timeline_id, actor)
    assert (picture(entry), revision(entry.timeline)) == before
    undoing.undo(entry.timeline_id, colleague)
    assert Entry.objects.get().decided_by == actor
    undoing.undo(entry.timeline_id, actor)
    assert (Entry.objects.get().state, Entry.objects.get().decided_by) == ("proposed", None)


def test_undo_leaves_what_somebody_else_has_edited_since() -> None:
    entry, actor, colleague = cited(), make_user(), make_user()
    review.accept(entry.pk, actor)
    review.edit(entry.pk, colleague, change(headline="Edited"), version=2)
    undoing.undo(entry.timeline_id, actor)
    stored = Entry.objects.select_related("event").get()
    assert (stored.state, stored.event.headline) == ("proposed", "Edited")
    # A person's hand is in it still: reading the article again must leave it alone.
    assert stored.by_hand
    undoing.undo(entry.timeline_id, colleague)
    assert not Entry.objects.get().by_hand


def test_undoing_an_addition_sets_it_aside() -> None:
    actor = make_user()
    entry = add("2019-06", "In June 2019 the bridge fell.", actor)
    undoing.undo(entry.timeline_id, actor)
    stored = Entry.objects.get()
    assert (stored.state, stored.by_hand, Citation.objects.count()) == ("rejected", True, 1)


def test_undo_of_a_move() -> None:
    timeline, actor = make_timeline(), make_user()
    first, second = (make_entry(timeline, "2019") for _ in range(2))
    review.move(second.pk, actor, before=first.pk)
    assert list(timeline.entries.in_order()) == [second, first]
    undoing.undo(timeline.pk, actor)
    assert list(timeline.entries.in_order()) == [first, second]
    assert Entry.objects.get(pk=second.pk).by_hand is False


def test_undo_of_an_old_date_finds_a_place_for_it() -> None:
    timeline, actor, colleague = make_timeline(), make_user(), make_user()
    first, second = make_entry(timeline, "2018"), make_entry(timeline, "2019")
    review.edit(first.pk, actor, change("2021"), version=1)
    review.edit(second.pk, colleague, change("2017"), version=1)
    undoing.undo(timeline.pk, actor)
    assert list(timeline.entries.in_order()) == [second, first]


# --- At the same moment ---------------------------------------------------------------------------------------


def test_an_entry_that_went_away_is_said_so() -> None:
    entry = make_entry()
    pk = entry.pk
    entry.delete()
    with pytest.raises(Entry.DoesNotExist):
        review.accept(pk, make_user())
