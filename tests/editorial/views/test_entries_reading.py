"""desk:entry-reading."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from tests.editorial.views.helpers import (
    HX,
    MOST_QUERIES,
    address,
    fill,
    must_be_posted,
    placed_at,
    queries,
    rows_in,
    said,
    sign_in,
)
from tests.factories import make_article, make_entry, make_timeline
from timelines.models import Entry

pytestmark = pytest.mark.django_db

READINGS = [
    {"edtf": "2025-02", "earliest": "2025-02-01", "latest": "2025-02-28", "mod": None, "note": "one digit missing"},
    {"edtf": "0225-02", "earliest": "0225-02-01", "latest": "0225-02-28", "mod": None, "note": "as written"},
]


def doubtful(**fields: Any) -> Entry:
    timeline = make_timeline()
    article = make_article(f"{timeline.title}: the meeting of February 225.", timeline=timeline)
    warnings = [{"code": "year-typo", "message": "“225” is read as 2025.", "readings": READINGS}]
    fields = {"words": "February 225", "state": "proposed", "warnings": warnings} | fields
    return make_entry(timeline, "2025-02", article=article, **fields)


def test_accepts_with_the_chosen_reading(client: Client) -> None:
    sign_in(client)
    entry = doubtful()
    response = client.post(address("reading", entry), {"version": 1, "reading": "1"}, follow=True)
    assert said(response) == ["Accepted: February of the year 225."]
    entry = Entry.objects.select_related("event").get(pk=entry.pk)
    assert (entry.state, entry.event.edtf) == ("accepted", "0225-02")


def test_htmx_gets_the_row_and_its_new_place(client: Client) -> None:
    sign_in(client)
    entry = doubtful()
    earlier = make_entry(entry.timeline, "2019", state="proposed", position=5)
    response = client.post(address("reading", entry), {"version": 1, "reading": "1"}, headers=HX)
    assert rows_in(response) == [entry.pk]
    assert placed_at(response, entry) < earlier.position
    assert '"go_on": true' in response["HX-Trigger-After-Settle"]


@pytest.mark.parametrize("reading", ["2", "-1", "x", ""])
def test_reading_that_is_not_offered_is_refused(client: Client, reading: str) -> None:
    sign_in(client)
    entry = doubtful()
    response = client.post(address("reading", entry), {"version": 1, "reading": reading}, headers=HX)
    assert response.status_code == 422
    assert "no longer offered" in response.content.decode()
    entry.refresh_from_db()
    assert entry.state == "proposed"


def test_refusal_without_htmx_is_a_notice(client: Client) -> None:
    sign_in(client)
    response = client.post(address("reading", doubtful()), {"reading": "9"}, follow=True)
    assert "no longer offered" in said(response)[0]


def test_stale_version_is_answered_with_409(client: Client) -> None:
    sign_in(client)
    entry = doubtful(version=4)
    response = client.post(address("reading", entry), {"version": 1, "reading": "0"}, headers=HX)
    assert response.status_code == 409
    entry.refresh_from_db()
    assert entry.state == "proposed"


def test_queries(client: Client) -> None:
    sign_in(client)
    counts = []
    for size, reading in ((5, "0"), (300, "0"), (5, "1"), (300, "1")):
        entry = doubtful()
        fill(entry.timeline, size)
        url, values = address("reading", entry), {"version": 1, "reading": reading}
        counts.append(queries(lambda url=url, values=values: client.post(url, values, headers=HX)))  # type: ignore[misc]
    assert counts[0] == counts[1] <= MOST_QUERIES
    assert counts[2] == counts[3] <= MOST_QUERIES


def test_who_may_and_how(client: Client) -> None:
    entry = doubtful()
    assert client.post(address("reading", entry)).status_code == 302
    assert must_be_posted(client, address("reading", entry))
    sign_in(client, role=None)
    assert client.post(address("reading", entry)).status_code == 404
