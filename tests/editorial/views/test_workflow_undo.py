"""desk:undo and desk:redo."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from editorial import bulk, merging, review, splitting, undoing
from editorial.undoing import Steps
from tests.editorial.views.helpers import (
    HX,
    MOST_QUERIES,
    TRANSACTION,
    answered,
    desk,
    fill,
    followed_by,
    must_be_posted,
    queries,
    rows_in,
    said,
    sign_in,
)
from tests.editorial.views.test_merging_merge import told
from tests.factories import make_article, make_entry, make_timeline, make_user
from timelines.extraction import read_date
from timelines.extraction.edtf import bounds
from timelines.extraction.types import Reading
from timelines.models import Entry, Timeline

pytestmark = pytest.mark.django_db


def url(name: str, timeline: Timeline, query: str = "") -> str:
    return reverse(f"desk:{name}", args=[timeline.slug]) + query


def state(entry: Entry) -> str:
    return Entry.objects.values_list("state", flat=True).get(pk=entry.pk)


def test_one_step_back_and_forth_again(client: Client) -> None:
    user = sign_in(client)
    entry = make_entry(state="proposed")
    review.accept(entry.pk, user)
    response = client.post(url("undo", entry.timeline), follow=True)
    assert said(response) == ["Undone: accepted 3 May 2019. Shift+U to redo."]
    assert state(entry) == "proposed"
    response = client.post(url("redo", entry.timeline), follow=True)
    assert said(response) == ["Done again: accepted 3 May 2019. U to undo."]
    assert state(entry) == "accepted"


@pytest.mark.parametrize("name", ["undo", "redo"])
def test_row_and_marks_for_htmx(client: Client, name: str) -> None:
    user = sign_in(client)
    timeline = make_timeline()
    article = make_article("The council voted on 3 May 2019.", timeline=timeline)
    entry = make_entry(timeline, article=article, words="3 May 2019", state="rejected")
    review.restore(entry.pk, user)
    review.reject(entry.pk, user)
    if name == "redo":
        undoing.undo(timeline.pk, user)
        undoing.undo(timeline.pk, user)
    response = client.post(url(name, timeline, f"?article={article.pk}"), headers=HX)
    html = response.content.decode()
    assert rows_in(response) == [entry.pk]
    assert followed_by(response) == entry.pk
    assert "mark--proposed" in html
    assert ("Undone: set aside" if name == "undo" else "Done again: put back to proposed") in html


@pytest.mark.parametrize("headers", [HX, {}])
@pytest.mark.parametrize("name", ["undo", "redo"])
def test_nothing_there(client: Client, name: str, headers: dict[str, str]) -> None:
    sign_in(client)
    entry, colleague = make_entry(state="proposed"), make_user()
    review.accept(entry.pk, colleague)
    if name == "redo":
        undoing.undo(entry.timeline_id, colleague)
    before = state(entry)
    response = client.post(url(name, entry.timeline), headers=headers, follow=True)
    assert f"There is nothing of yours to {name} here." in response.content.decode()
    assert response.status_code == (422 if headers else 200)
    assert state(entry) == before


def disabled(html: str, name: str) -> bool:
    button = html[html.index(f'data-do="{name}"') :]
    return "disabled" in button[: button.index(">")]


def test_buttons_say_whether_there_is_anything(client: Client) -> None:
    user = sign_in(client)
    entry = make_entry(state="proposed")

    def buttons() -> tuple[bool, bool]:
        html = client.get(desk(entry.timeline)).content.decode()
        return disabled(html, "undo"), disabled(html, "redo")

    assert buttons() == (True, True)
    review.accept(entry.pk, user)
    assert buttons() == (False, True)
    html = client.post(url("undo", entry.timeline), headers=HX).content.decode()
    assert (disabled(html, "undo"), disabled(html, "redo")) == (True, False)
    assert buttons() == (True, False)


def blocked(user: User) -> tuple[Entry, Entry]:
    """Two entries this person accepted; a colleague has set the second aside since."""
    first = make_entry(state="proposed")
    second = make_entry(first.timeline, state="proposed")
    for entry in (first, second):
        review.accept(entry.pk, user)
    review.reject(second.pk, make_user(first_name="Night", last_name="desk"))
    return first, second


def test_what_somebody_changed_is_refused_by_name_and_passed_over_then(client: Client) -> None:
    first, second = blocked(sign_in(client))
    response = client.post(url("undo", first.timeline), headers=HX)
    html = response.content.decode()
    assert (response.status_code, response["HX-Reswap"]) == (422, "none")
    assert f"Night desk has changed “{second.event.headline}” since." in html
    assert (state(first), state(second)) == ("accepted", "rejected")
    past = second.decisions.last()
    assert past is not None
    assert f'name="past" value="{past.pk}"' in html
    html = client.post(url("undo", first.timeline), {"past": past.pk}, headers=HX).content.decode()
    assert "Undone: accepted 3 May 2019." in html
    assert (state(first), state(second)) == ("proposed", "rejected")
    assert 'name="past"' in html


def edit(entry: Entry, user: User, edtf: str = "2019-05-03") -> None:
    change = review.Change(Reading(edtf, *bounds(edtf)), "Another headline")
    review.edit(entry.pk, user, change, version=Entry.objects.get(pk=entry.pk).version)


DEEDS: dict[str, Callable[[Entry, User], object]] = {
    "accept": lambda entry, user: review.accept(entry.pk, user),
    "reject": lambda entry, user: review.reject(entry.pk, user),
    "edit": edit,
    "date": lambda entry, user: edit(entry, user, "2019-05"),
}


@pytest.mark.parametrize("name", ["undo", "redo"])
@pytest.mark.parametrize(("deed", "most"), [("accept", 12), ("reject", 12), ("edit", 12), ("date", 12)])
def test_queries(client: Client, name: str, deed: str, most: int) -> None:
    user, counts = sign_in(client), []
    for size in (0, 15):
        timeline = make_timeline()
        entry = make_entry(timeline, state="proposed", article=make_article(timeline=timeline))
        for _ in range(size):
            review.accept(make_entry(timeline, state="proposed").pk, user)
        fill(timeline, 1 + size * 4)
        DEEDS[deed](entry, user)
        if name == "redo":
            undoing.undo(timeline.pk, user)
        counts.append(queries(lambda timeline=timeline: client.post(url(name, timeline), headers=HX)))  # type: ignore[misc]
    assert counts[0] == counts[1] <= most


def merge(entries: list[Entry], user: User) -> None:
    merging.merge(entries[0].timeline_id, entries[0].pk, [entry.pk for entry in entries[1:]], user)


def split(entries: list[Entry], user: User) -> None:
    merge(entries, make_user())
    splitting.split(entries[0].pk, entries[1].pk, user)


def accept_all(entries: list[Entry], user: User) -> None:
    bulk.selected(entries[0].timeline_id, user, "accepted", dict.fromkeys(entry.pk for entry in entries))


PRESSES: dict[str, Callable[[list[Entry], User], object]] = {"merge": merge, "split": split, "bulk": accept_all}


@pytest.mark.parametrize("name", ["undo", "redo"])
@pytest.mark.parametrize("press", PRESSES)
def test_queries_of_a_press_for_many(client: Client, name: str, press: str) -> None:
    user, counts = sign_in(client), set()
    for size in (5, 300):
        for number in (2, 10):
            timeline = make_timeline()
            article = make_article(f"{timeline.title}: the council voted on 3 May 2019.", timeline=timeline)
            entries = [make_entry(timeline, article=article, state="proposed") for _ in range(number)]
            fill(timeline, size)
            PRESSES[press](entries, user)
            if name == "redo":
                undoing.undo(timeline.pk, user)
            address = url(name, timeline, f"?article={article.pk}")
            counts.add(queries(partial(client.post, address, headers=HX)))
            assert undoing.steps(timeline, user) == Steps(undo=name == "redo", redo=name == "undo")
    assert len(counts) == 1
    assert max(counts) <= MOST_QUERIES


@pytest.mark.parametrize("name", ["undo", "redo"])
def test_queries_of_a_merge_to_another_date(client: Client, name: str) -> None:
    user, counts = sign_in(client), set()
    for size in (5, 300):
        for number in (2, 10):
            timeline = make_timeline()
            entries = [told(timeline, "29 June 2019", "2019-06-29") for _ in range(number - 1)]
            entries.append(told(timeline, "a day later", "2019-06-30"))
            fill(timeline, size)
            rest = [entry.pk for entry in entries[1:]]
            merging.merge(timeline.pk, entries[0].pk, rest, user, date=read_date("30 June 2019", None))
            if name == "redo":
                undoing.undo(timeline.pk, user)
            counts.add(queries(partial(client.post, url(name, timeline), headers=HX)))
            assert undoing.steps(timeline, user) == Steps(undo=name == "redo", redo=name == "undo")
    assert len(counts) == 1
    assert max(counts) <= MOST_QUERIES + TRANSACTION


def test_rows_of_a_merge_come_back_and_go_again(client: Client) -> None:
    user = sign_in(client)
    timeline = make_timeline()
    article = make_article(f"{timeline.title}: the council voted on 3 May 2019.", timeline=timeline)
    entries = [make_entry(timeline, article=article, state="proposed") for _ in range(3)]
    merge(entries, user)
    response = client.post(url("undo", timeline), headers=HX)
    assert rows_in(response) == [entry.pk for entry in entries]
    assert answered(response)["gone"] == []
    assert "Split out" not in response.content.decode()
    response = client.post(url("redo", timeline), headers=HX)
    assert rows_in(response) == [entries[0].pk]
    assert answered(response)["gone"] == [entry.pk for entry in entries[1:]]
    assert all(f'name="merged" value="{entry.pk}"' in response.content.decode() for entry in entries[1:])


@pytest.mark.parametrize("name", ["undo", "redo"])
def test_who_may_and_how(client: Client, name: str) -> None:
    timeline = make_timeline()
    assert client.post(url(name, timeline)).status_code == 302
    assert must_be_posted(client, url(name, timeline))
    sign_in(client, role=None)
    assert client.post(url(name, timeline)).status_code == 404
