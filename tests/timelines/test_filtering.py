"""What of a timeline a reader wants to see: order, words, source, years."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlencode

import pytest
from django.test import Client
from hypothesis import given, strategies as st

from tests.timelines.editions import entry, make_edition, source
from tests.timelines.html import Page, sound
from timelines.filtering import Wanted

ROWS = (
    entry(1, "2002~", "Kenny becomes leader", source("About 2002, Kenny led.", "About 2002")),
    entry(2, "2011", "The party wins", source("In 2011, it won.", "2011", publisher="The Post"), description="Alé!"),
    entry(
        3, "2017-05/..", "Protests in San Juan", source("Since May.", "Since May", publisher="", title="Island notes")
    ),
    entry(4, "2019-08-02", "He leaves office", status="planned"),
)


def show(client: Client, query: str) -> Page:
    edition = make_edition(*ROWS)
    response = client.get(f"/t/{edition.slug}/?{query}")
    assert response.status_code == 200
    return sound(response)


def shown(page: Page) -> list[str]:
    return [tag["id"] for tag in page.all("li", class_="event")]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("query", "events"),
    [
        ("", [1, 2, 3, 4]),
        ("order=newest", [4, 3, 2, 1]),
        ("q=kenny", [1]),
        ("q=ALE", [2]),
        ("q=party+2011", [2]),
        ("q=party+kenny", []),
        ("q=protést", [3]),
        ("source=The+Post", [2]),
        ("source=Island+notes", [3]),
        ("source=Nobody", []),
        ("from=2011", [2, 3, 4]),
        ("to=2011", [1, 2]),
        ("from=2018&to=2018", [3]),
        ("from=2011&order=newest", [4, 3, 2]),
        ("from=soon&to=-1&order=sideways", [1, 2, 3, 4]),
    ],
)
def test_only_what_is_wanted(client: Client, query: str, events: list[int]) -> None:
    page = show(client, query)
    assert shown(page) == [f"e-{number}" for number in events]
    filtered = len(events) < 4
    assert (f"{len(events)} of 4 events" in page.text) is filtered
    assert ("No event fits" in page.text) is (not events)


@pytest.mark.django_db
def test_a_part_is_not_for_search_engines_and_the_whole_is(client: Client) -> None:
    assert show(client, "q=kenny").all("meta", name="robots")
    assert show(client, "order=newest").all("meta", name="robots")
    assert not show(client, "").all("meta", name="robots")


@pytest.mark.django_db
def test_gaps_are_told_only_between_neighbours(client: Client) -> None:
    assert "Time until the next event" in show(client, "").text
    assert "Time until the next event" not in show(client, "from=2011").text


@pytest.mark.django_db
def test_the_other_order_keeps_what_is_wanted(client: Client) -> None:
    page = show(client, "q=the&source=The+Post&from=2011")
    assert [link["href"] for link in page.all("a", class_="sift__way")] == [
        "?q=the&source=The+Post&from=2011",
        "?order=newest&q=the&source=The+Post&from=2011",
    ]


@pytest.mark.django_db
def test_one_event_needs_no_sifting(client: Client) -> None:
    edition = make_edition(ROWS[0])
    assert not sound(client.get(f"/t/{edition.slug}/")).all("form")


@given(st.text(), st.text(), st.text(), st.text())
def test_any_address_is_read(q: str, source: str, since: str, until: str) -> None:
    wanted = Wanted.read({"q": q, "source": source, "from": since, "to": until, "order": "newest"})
    assert Wanted.read(dict(parse_qsl(urlencode(wanted.values)))) == wanted
