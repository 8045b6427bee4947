"""The list of published timelines."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests.factories import make_timeline
from tests.timelines.editions import PUBLISHED_AT, entry, make_edition, source
from tests.timelines.html import sound
from timelines.models import Timeline
from timelines.views.pages import PAGE_SIZE

pytestmark = pytest.mark.django_db


def test_nothing_published_is_said_with_dignity(client: Client) -> None:
    make_timeline(title="A secret draft")
    page = sound(client.get("/"))
    assert "Nothing is published yet" in page.text
    assert "secret" not in page.text
    assert len(page.all("svg", class_="rule")) == 3


def test_published_timelines_are_listed_with_what_they_hold(client: Client) -> None:
    timeline = make_timeline(title="The bridge", standfirst="How it came to be.", byline="the City desk")
    make_edition(
        entry(1, "2019-05-03", "The council votes", source("It voted on 3 May.", "3 May")),
        entry(2, "2022~", "Work begins", source("It began about 2022.", article=2)),
        timeline=timeline,
    )
    page = sound(client.get("/"))
    assert "The bridge How it came to be. By the City desk. 2 events from 2 articles." in page.text
    assert "2019 to about 2022" in page.text
    assert "Last changed 10 February 2025." in page.text
    assert page.all("a", href=f"/t/{timeline.slug}/")
    assert len(page.all("svg", class_="strip--mini")) == 1


def test_newest_stand_first(client: Client) -> None:
    for age in (2, 1, 3):
        timeline = make_timeline(title=f"Published {age} days ago")
        make_edition(timeline=timeline, published_at=PUBLISHED_AT - timedelta(days=age))
    text = sound(client.get("/")).text
    assert text.index("Published 1 days") < text.index("Published 2 days") < text.index("Published 3 days")


def test_drafts_and_withdrawn_timelines_are_nowhere(client: Client) -> None:
    make_timeline(title="A secret draft", state=Timeline.State.DRAFT)
    make_edition(timeline=make_timeline(title="A withdrawn story"), live=False)
    make_edition(timeline=make_timeline(title="An open story"))
    text = sound(client.get("/")).text
    assert "An open story" in text
    assert "secret" not in text
    assert "withdrawn" not in text


def test_a_title_changed_on_the_desk_stays_as_published(client: Client) -> None:
    timeline = make_timeline(title="As published")
    make_edition(timeline=timeline)
    Timeline.objects.filter(pk=timeline.pk).update(title="Working title", slug="working-title")
    page = sound(client.get("/"))
    assert "As published" in page.text
    assert "Working title" not in page.text
    assert page.all("a", href=f"/t/{timeline.slug}/")


def test_twenty_a_page(client: Client) -> None:
    for number in range(PAGE_SIZE + 1):
        make_edition(timeline=make_timeline(title=f"Story {number:02d}."))
    first, second = sound(client.get("/")), sound(client.get("/?page=2"))
    assert len(first.all("li", class_="card")) == PAGE_SIZE
    assert len(second.all("li", class_="card")) == 1
    assert first.all("a", href="?page=2")
    assert second.all("a", href="?page=1")
    assert second.all("ol", class_="shelf")[0]["start"] == str(PAGE_SIZE + 1)


@pytest.mark.parametrize("number", ["0", "-1", "99", "x", ""])
def test_a_page_that_is_none_shows_one_that_is(client: Client, number: str) -> None:
    make_edition()
    assert client.get("/", {"page": number}).status_code == 200


@pytest.mark.parametrize("number", [1, 12])
def test_queries_do_not_grow_with_the_list(
    client: Client, number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(number):
        make_edition(entry(1, "2019", "One", source("In 2019.")), entry(2, "2020", "Two"))
    with django_assert_num_queries(5):
        client.get("/")


def test_unchanged_list_is_answered_304_and_holds_nothing_private(client: Client) -> None:
    make_edition()
    first = client.get("/")
    assert first.headers["Cache-Control"] == "public, no-cache"
    assert not first.cookies
    assert first.headers["Vary"] == "Accept-Encoding"
    assert client.get("/", headers={"if-none-match": first.headers["ETag"]}).status_code == 304
    make_edition()
    assert client.get("/", headers={"if-none-match": first.headers["ETag"]}).status_code == 200


def test_reading_is_all_one_can_do(client: Client) -> None:
    assert client.post("/").status_code == 405
    assert client.head("/").status_code == 200
