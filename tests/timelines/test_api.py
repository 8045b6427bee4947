"""The JSON API."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest
from django.test import Client

from tests.factories import make_timeline
from tests.timelines.editions import day, entry, make_edition, source
from timelines.api import api

pytestmark = pytest.mark.django_db


def get(client: Client, path: str, **query: Any) -> Any:
    """The answer, held against what the OpenAPI document says of it."""
    response = client.get(f"/api/v1{path}", query)
    assert response.status_code == 200, response.content
    document = json.loads(json.dumps(api.get_openapi_schema()))
    template = "/api/v1" + ("/timelines/{slug}" + path.split("/", 3)[3:][0].join(["/", ""]) if path.count("/") > 2 else
                            "/timelines/{slug}" if path.count("/") == 2 else path)  # fmt: skip
    schema = document["paths"][template]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
    jsonschema.validate(response.json(), schema | {"components": document["components"]})
    return response.json()


def test_timelines_come_by_the_page(client: Client) -> None:
    slugs = [make_edition(number=1).slug for _ in range(3)]
    make_timeline(title="A secret draft")
    first = get(client, "/timelines", limit=2)
    assert (first["count"], first["previous"]) == (3, None)
    rest = client.get(first["next"]).json()
    assert [row["slug"] for row in first["results"] + rest["results"]] == slugs[::-1]
    assert rest["next"] is None
    assert client.get(rest["previous"]).json() == first


def test_a_timeline_without_its_events(client: Client) -> None:
    edition = make_edition(entry(1, "2019", "A vote"), content={"title": "The bridge", "byline": "the City desk"})
    found = get(client, f"/timelines/{edition.slug}")
    assert (found["title"], found["byline"], found["edition"], found["events"]) == ("The bridge", "the City desk", 1, 1)
    assert found["url"] == f"http://testserver/t/{edition.slug}/"
    assert "results" not in found


def test_events_with_their_dates_and_sources(client: Client) -> None:
    edition = make_edition(
        entry(1, "2024", "A vote", source("Early in 2024.", "Early in 2024", edtf="2024", mod="START"), mod="START")
    )
    [event] = get(client, f"/timelines/{edition.slug}/events")["results"]
    assert (event["edtf"], event["mod"], event["date"]) == ("2024", "START", "early 2024")
    assert (event["earliest"], event["latest"]) == ("2024-01-01", "2024-04-30")
    assert event["sources"][0]["words"] == "Early in 2024"


def test_events_can_be_sifted_turned_and_paged(client: Client) -> None:
    edition = make_edition(*(entry(i, day(400 * i), f"Event {letter}x") for i, letter in enumerate("abcdefghij")))
    path = f"/timelines/{edition.slug}/events"
    assert [row["id"] for row in get(client, path, order="newest", limit=2)["results"]] == [9, 8]
    assert [row["id"] for row in get(client, path, offset=8)["results"]] == [8, 9]
    assert [row["id"] for row in get(client, path, q="event dx")["results"]] == [3]
    assert get(client, path, **{"from": 2005, "to": 2006})["count"] == 2
    assert get(client, path, offset=50)["results"] == []


def test_editions_say_what_changed(client: Client) -> None:
    timeline = make_timeline()
    make_edition(entry(1, "2019", "A vote"), timeline=timeline)
    make_edition(entry(1, "2019-05", "A vote"), timeline=timeline)
    rows = get(client, f"/timelines/{timeline.slug}/editions")["results"]
    assert [(row["number"], row["changes"]) for row in rows] == [(2, "1 date changed"), (1, "first published")]
    assert client.get(rows[0]["url"]).status_code == 200


@pytest.mark.parametrize("path", ["", "/events", "/editions"])
def test_what_is_not_published_answers_as_what_never_was(client: Client, path: str) -> None:
    draft = make_timeline(title="A secret draft")
    make_edition(timeline=draft, live=False)
    answers = [client.get(f"/api/v1/timelines/{slug}{path}") for slug in (draft.slug, "never-heard-of")]
    assert [answer.status_code for answer in answers] == [404, 404]
    assert answers[0].json() == answers[1].json() == {"detail": "Nothing is published at this address."}


@pytest.mark.parametrize("query", [{"limit": 0}, {"limit": 201}, {"offset": -1}, {"order": "best"}, {"from": "soon"}])
def test_what_makes_no_sense_is_said(client: Client, query: dict[str, Any]) -> None:
    response = client.get(f"/api/v1/timelines/{make_edition().slug}/events", query)
    assert response.status_code == 422
    assert response.json()["detail"][0]["loc"][-1] in query


def test_an_answer_that_has_not_changed_is_not_sent_again(client: Client) -> None:
    url = f"/api/v1/timelines/{make_edition().slug}/events"
    tag = client.get(url)["ETag"]
    assert client.get(url, headers={"if-none-match": tag}).status_code == 304


def test_it_is_for_reading(client: Client) -> None:
    assert client.post("/api/v1/timelines").status_code == 405
    assert client.head("/api/v1/timelines").status_code in {200, 405}


def test_its_document_and_its_page(client: Client) -> None:
    document = client.get("/api/v1/openapi.json").json()
    assert document["openapi"].startswith("3.1")
    assert "/api/v1/timelines/{slug}/events" in document["paths"]
    page = client.get("/api/v1/docs")
    assert page.status_code == 200
    assert b"cdn" not in page.content
