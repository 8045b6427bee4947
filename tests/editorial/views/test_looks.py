"""Dense rows or cards: by the number of entries until somebody chooses, then as they chose."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from editorial.views.looks import MANY
from tests.editorial.views.helpers import sign_in
from tests.factories import make_entry, make_timeline
from timelines.models import Timeline

pytestmark = pytest.mark.django_db


def timeline_of(entries: int) -> Timeline:
    timeline = make_timeline()
    for number in range(entries):
        make_entry(timeline, f"{2000 + number}")
    return timeline


def is_dense(client: Client, timeline: Timeline) -> bool:
    return "desk-page--dense" in client.get(reverse("desk:timeline", args=[timeline.slug])).content.decode()


@pytest.mark.parametrize(("entries", "dense"), [(0, False), (MANY, False), (MANY + 1, True)])
def test_many_entries_come_dense_by_themselves(client: Client, entries: int, dense: bool) -> None:
    sign_in(client)
    assert is_dense(client, timeline_of(entries)) is dense


def test_a_search_does_not_change_the_look(client: Client) -> None:
    sign_in(client)
    timeline = timeline_of(MANY)
    make_entry(timeline, "2019", headline="The only wall")
    response = client.get(reverse("desk:timeline", args=[timeline.slug]) + "?q=wall")
    assert response.context["listing"].counts["all"] == 1
    assert "desk-page--dense" in response.content.decode()


@pytest.mark.parametrize(("entries", "choice"), [(MANY + 1, "cards"), (1, "dense")])
def test_what_was_chosen_holds(client: Client, entries: int, choice: str) -> None:
    sign_in(client)
    timeline = timeline_of(entries)
    response = client.post(reverse("desk:rows", args=[timeline.slug]) + "?show=accepted", {"rows": choice})
    assert (response.status_code, response["Location"]) == (302, f"/desk/t/{timeline.slug}/?show=accepted")
    assert is_dense(client, timeline) is (choice == "dense")


def test_it_takes_a_post_and_an_account(client: Client) -> None:
    timeline = make_timeline()
    address = reverse("desk:rows", args=[timeline.slug])
    assert client.post(address).status_code == 302
    assert "desk-rows" not in client.cookies
    sign_in(client)
    assert client.get(address).status_code == 405
