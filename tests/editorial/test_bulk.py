"""Many entries decided with one press."""

from __future__ import annotations

from time import process_time
from typing import Any

import pytest

from editorial import bulk, review, undoing
from editorial.errors import Refused
from tests.editorial.views.helpers import queries
from tests.factories import make_article, make_entry, make_expression, make_timeline, make_user
from timelines.models import Article, Citation, Decision, Entry, Timeline

pytestmark = pytest.mark.django_db

TEXT = "It took six years. It fell in 2019. It may rise on 3 May 2030. About 1990 it was built, in the 1980s begun."


def states(timeline: Timeline) -> dict[int, str]:
    return dict(timeline.entries.values_list("pk", "state"))


def proposals(count: int, **fields: Any) -> tuple[Timeline, list[Entry]]:
    timeline = make_timeline()
    return timeline, [make_entry(timeline, state="proposed", **fields) for _ in range(count)]


def seen(entries: list[Entry]) -> dict[int, int | None]:
    return {entry.pk: entry.version for entry in entries}


# --- The selected ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("aim", "verb"), [("accepted", "accept"), ("rejected", "reject")])
def test_one_press_is_one_batch(aim: bulk.Aim, verb: str) -> None:
    (timeline, entries), actor = proposals(3), make_user()
    other = make_entry(timeline, state="proposed")
    outcome = bulk.selected(timeline.pk, actor, aim, seen(entries))
    assert [entry.pk for entry in outcome.changed] == [entry.pk for entry in entries]
    assert states(timeline) == {**dict.fromkeys([entry.pk for entry in entries], aim), other.pk: "proposed"}
    decisions = Decision.objects.all()
    assert len({decision.batch for decision in decisions}) == 1
    assert {(decision.verb, decision.actor) for decision in decisions} == {(verb, actor)}
    stored = Entry.objects.get(pk=entries[0].pk)
    assert (stored.version, stored.by_hand, stored.decided_by) == (2, True, actor)
    assert stored.decided_at is not None
    assert stored.history.latest().history_user == actor
    timeline.refresh_from_db()
    assert (timeline.revision, timeline.updated_by) == (2, actor)


def test_undone_and_redone_as_one() -> None:
    (timeline, entries), actor = proposals(3), make_user()
    before = states(timeline)
    bulk.selected(timeline.pk, actor, "rejected", seen(entries))
    after = states(timeline)
    undoing.undo(timeline.pk, actor)
    assert states(timeline) == before
    undoing.redo(timeline.pk, actor)
    assert states(timeline) == after


def test_what_changed_since_is_left_alone_and_counted() -> None:
    (timeline, entries), actor = proposals(5), make_user()
    looked = seen(entries) | {10_000: 1}
    review.reject(entries[0].pk, make_user())
    review.accept(entries[1].pk, make_user())
    Entry.objects.filter(pk=entries[2].pk).update(state="merged", merged_into=entries[3])
    outcome = bulk.selected(timeline.pk, actor, "accepted", looked)
    assert [entry.pk for entry in outcome.changed] == [entries[3].pk, entries[4].pk]
    assert (outcome.already, outcome.left) == (1, 3)
    assert list(states(timeline).values()) == ["rejected", "accepted", "merged", "accepted", "accepted"]


def test_without_a_version_it_is_taken_as_it_stands() -> None:
    (timeline, entries), actor = proposals(1), make_user()
    review.reject(entries[0].pk, make_user())
    bulk.selected(timeline.pk, actor, "accepted", {entries[0].pk: None})
    assert states(timeline) == {entries[0].pk: "accepted"}
    assert Decision.objects.get(actor=actor).batch is None


def test_entries_of_other_timelines_are_not_touched() -> None:
    (timeline, entries), (elsewhere, others) = proposals(1), proposals(1)
    outcome = bulk.selected(timeline.pk, make_user(), "accepted", seen(entries + others))
    assert (len(outcome.changed), outcome.left, states(elsewhere)) == (1, 1, {others[0].pk: "proposed"})


def test_nothing_selected_and_nothing_to_do() -> None:
    (timeline, entries), actor = proposals(1), make_user()
    with pytest.raises(Refused, match="Nothing is selected"):
        bulk.selected(timeline.pk, actor, "accepted", {})
    review.accept(entries[0].pk, actor)
    assert bulk.selected(timeline.pk, actor, "accepted", {entries[0].pk: 2}).already == 1
    assert Decision.objects.count() == 1


def test_what_was_set_aside_finds_its_place_again() -> None:
    timeline, actor = make_timeline(), make_user()
    rejected = [make_entry(timeline, edtf, state="rejected") for edtf in ("2022", "2012")]
    standing = make_entry(timeline, "2017")
    bulk.selected(timeline.pk, actor, "accepted", seen(rejected))
    assert list(timeline.entries.in_order()) == [rejected[1], standing, rejected[0]]
    for entry in Entry.objects.filter(timeline=timeline):
        decision = entry.decisions.first()
        assert decision is None or decision.after["position"] == entry.position
    undoing.undo(timeline.pk, actor)
    undoing.redo(timeline.pk, actor)
    assert list(timeline.entries.in_order()) == [rejected[1], standing, rejected[0]]


def test_where_no_number_is_free_all_get_new_ones() -> None:
    timeline, actor = make_timeline(), make_user()
    first = make_entry(timeline, "2015", position=1)
    last = make_entry(timeline, "2020", position=2)
    back = make_entry(timeline, "2017", state="rejected", position=3)
    proposed = make_entry(timeline, "2021", state="proposed", position=4)
    bulk.selected(timeline.pk, actor, "accepted", seen([back, proposed]))
    assert list(timeline.entries.in_order()) == [first, back, last, proposed]
    undoing.undo(timeline.pk, actor)
    assert states(timeline)[back.pk] == "rejected"
    assert list(timeline.entries.placed().in_order()) == [first, last, proposed]


def test_queries_and_time_of_five_hundred() -> None:
    counts = []
    for size in (2, 40):
        timeline, entries = proposals(size)
        looked = seen(entries)
        counts.append(queries(lambda pk=timeline.pk, looked=looked: bulk.selected(pk, make_user(), "accepted", looked)))  # type: ignore[misc]
    assert counts[0] == counts[1]
    timeline, entries = proposals(500)
    started = process_time()
    bulk.selected(timeline.pk, make_user(), "rejected", seen(entries))
    assert process_time() - started < 1


# --- All of a kind --------------------------------------------------------------------------------------------


def propose(timeline: Timeline, article: Article, edtf: str, words: str, **fields: Any) -> Entry:
    expression = make_expression(article, words, edtf, type=fields.pop("type", "DATE"))
    entry = make_entry(timeline, edtf, state=fields.pop("state", "proposed"), **fields)
    span = {"start": expression.start, "end": expression.end}
    Citation.objects.create(event=entry.event, article=article, expression=expression, **span)
    return entry


def story() -> tuple[Timeline, Article, dict[str, Entry]]:
    timeline = make_timeline()
    article = make_article(TEXT, timeline=timeline)
    warning = [{"code": "year-typo", "message": "Is it?", "readings": []}]
    return (
        timeline,
        article,
        {
            "past": propose(timeline, article, "2019", "2019"),
            "doubtful": propose(timeline, article, "2019", "in 2019", warnings=warning),
            "planned": propose(timeline, article, "2030-05-03", "3 May 2030", status="planned"),
            "long": propose(timeline, article, "2019", "six years", type="DURATION"),
            "about": propose(timeline, article, "1990~", "About 1990", mod="APPROX"),
            "wide": propose(timeline, article, "198X", "the 1980s"),
            "decided": propose(timeline, article, "2019", "2019.", state="rejected"),
            "elsewhere": make_entry(timeline, "2019", state="proposed", article=make_article(timeline=timeline)),
        },
    )


def names(entries: dict[str, Entry], pks: tuple[int, ...]) -> set[str]:
    return {name for name, entry in entries.items() if entry.pk in pks}


def test_what_is_offered() -> None:
    timeline, article, entries = story()
    offers = bulk.offers(timeline, article.pk)
    assert names(entries, offers["past"].entries) == {"past", "long", "about", "wide"}
    assert offers["past"].to_check == 1
    assert names(entries, offers["vague"].entries) == {"long", "about", "wide"}


def test_what_may_be_told_already_is_not_taken() -> None:
    timeline, article, entries = story()
    Entry.objects.filter(pk=entries["past"].pk).update(same_as=entries["elsewhere"])
    offers = bulk.offers(timeline, article.pk)
    assert entries["past"].pk not in offers["past"].entries
    assert offers["past"].to_check == 2


@pytest.mark.parametrize(("which", "count", "state"), [("past", 4, "accepted"), ("vague", 3, "rejected")])
def test_every_one_of_a_kind(which: bulk.Which, count: int, state: str) -> None:
    (timeline, article, entries), actor = story(), make_user()
    expected = bulk.offers(timeline, article.pk)[which].entries
    outcome = bulk.every(timeline.pk, actor, which, article.pk, count)
    assert {entry.pk for entry in outcome.changed} == set(expected)
    assert all(states(timeline)[pk] == state for pk in expected)
    assert not bulk.offers(timeline, article.pk)["vague"].entries
    assert states(timeline)[entries["elsewhere"].pk] == "proposed"
    undoing.undo(timeline.pk, actor)
    assert all(states(timeline)[pk] == "proposed" for pk in expected)


@pytest.mark.parametrize(("count", "now"), [(3, "there are 4"), (5, "there are 4")])
def test_another_number_than_was_said_is_refused(count: int, now: str) -> None:
    timeline, article, _ = story()
    before = states(timeline)
    with pytest.raises(Refused, match=f"There were {count} when you looked, now {now}. Nothing was changed."):
        bulk.every(timeline.pk, make_user(), "past", article.pk, count)
    assert states(timeline) == before


@pytest.mark.parametrize(
    ("edtf", "mod", "vague"),
    [
        ("2019-05-03", "", False),
        ("2019-05", "START", False),
        ("2019", "", False),
        ("2020", "", False),
        ("2019", "END", False),
        ("2019/2020", "", True),
        ("199X", "", True),
        ("2019/..", "", True),
        ("2019-05", "APPROX", True),
        ("2019-05~", "", True),
        ("2019", "BEFORE", True),
    ],
)
def test_what_is_vague(edtf: str, mod: str, vague: bool) -> None:
    assert bulk.is_vague(make_entry(edtf=edtf, mod=mod).event) is vague
