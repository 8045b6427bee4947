"""desk:entry-move."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.editorial.views.helpers import (
    HX,
    MOST_QUERIES,
    address,
    fill,
    followed_by,
    must_be_posted,
    placed_at,
    queries,
    rows_in,
    said,
    sign_in,
)
from tests.factories import make_entry, make_timeline
from timelines.models import Entry, Timeline

pytestmark = pytest.mark.django_db


def three_of_2019() -> tuple[Timeline, list[Entry]]:
    timeline = make_timeline()
    return timeline, [
        make_entry(timeline, "2019", headline=name, position=at * 2**20) for at, name in enumerate("ABC", start=1)
    ]


def order(timeline: Timeline) -> str:
    return "".join(timeline.entries.in_order().values_list("event__headline", flat=True))


def test_up_and_down(client: Client) -> None:
    sign_in(client)
    timeline, (a, _, c) = three_of_2019()
    response = client.post(address("move", c), {"direction": "up"}, follow=True)
    assert said(response) == ["Moved: 2019."]
    assert order(timeline) == "ACB"
    client.post(address("move", a), {"direction": "down"})
    assert order(timeline) == "CAB"


def test_before_and_after(client: Client) -> None:
    sign_in(client)
    timeline, (a, b, c) = three_of_2019()
    client.post(address("move", c), {"before": a.pk})
    assert order(timeline) == "CAB"
    client.post(address("move", c), {"after": b.pk})
    assert order(timeline) == "ABC"


def test_htmx_gets_the_one_row_and_its_place(client: Client) -> None:
    sign_in(client)
    _, (a, _, c) = three_of_2019()
    response = client.post(address("move", a), {"after": c.pk}, headers=HX | {"HX-Target": f"e-{a.pk}"})
    assert rows_in(response) == [a.pk]
    assert placed_at(response, a) > c.position
    assert response["HX-Reswap"] == "outerHTML"
    assert followed_by(response) == a.pk


def test_newest_first_means_what_one_sees(client: Client) -> None:
    sign_in(client)
    timeline, (a, b, c) = three_of_2019()
    client.post(address("move", a, "?order=newest"), {"direction": "up"})
    assert order(timeline) == "BAC"
    client.post(address("move", c, "?order=newest"), {"after": b.pk})
    assert order(timeline) == "CBA"


def test_move_against_the_dates_is_refused_with_the_row_where_it_was(client: Client) -> None:
    sign_in(client)
    timeline, (a, *_) = three_of_2019()
    later = make_entry(timeline, "2021", headline="D")
    response = client.post(address("move", later), {"before": a.pk}, headers=HX)
    html = response.content.decode()
    assert response.status_code == 422
    assert "is before 2021" in html
    assert rows_in(response) == [later.pk]
    assert placed_at(response, later) == later.position
    assert 'class="entry__said"' in html
    assert html.count('role="alert"') == 0  # the one live region says it
    assert order(timeline) == "ABCD"


@pytest.mark.parametrize("goal", [{}, {"direction": "sideways"}, {"before": "x"}, {"after": "999999"}])
def test_nonsense_is_refused(client: Client, goal: dict[str, str]) -> None:
    sign_in(client)
    timeline, (a, *_) = three_of_2019()
    assert client.post(address("move", a), goal, headers=HX).status_code == 422
    assert order(timeline) == "ABC"


def test_neighbour_of_another_timeline_is_refused(client: Client) -> None:
    sign_in(client)
    timeline, (a, *_) = three_of_2019()
    stranger = make_entry(edtf="2019")
    assert client.post(address("move", a), {"after": stranger.pk}, headers=HX).status_code == 422
    assert order(timeline) == "ABC"


def test_queries_do_not_grow(client: Client) -> None:
    sign_in(client)
    counts = []
    for size in (5, 300):
        timeline, (a, *_) = three_of_2019()
        fill(timeline, size, edtf="2019")
        url = address("move", a)
        counts.append(queries(lambda url=url: client.post(url, {"direction": "down"}, headers=HX)))  # type: ignore[misc]
    assert counts[0] == counts[1] <= MOST_QUERIES


def test_who_may_and_how(client: Client) -> None:
    _, (a, *_) = three_of_2019()
    assert client.post(address("move", a)).status_code == 302
    assert must_be_posted(client, address("move", a))
    sign_in(client, role=None)
    assert client.post(address("move", a), {"direction": "down"}).status_code == 404
