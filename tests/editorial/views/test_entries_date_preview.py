"""desk:date-preview."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from tests.editorial.views.helpers import sign_in
from tests.factories import make_article, make_entry, make_timeline
from timelines.models import Timeline

pytestmark = pytest.mark.django_db


@pytest.fixture
def timeline(client: Client) -> Timeline:
    sign_in(client)
    return make_timeline()


def preview(client: Client, timeline: Timeline, **query: str | int) -> str:
    response = client.get(reverse("desk:date-preview", args=[timeline.slug]), query)
    assert response.status_code == 200
    return response.content.decode()


def test_says_meaning_bounds_and_edtf(client: Client, timeline: Timeline) -> None:
    html = preview(client, timeline, date="late June 2019")
    for words in ("late June 2019", "21 June 2019", "30 June 2019", "10 days of 2019", '<svg class="rule"'):
        assert words in html
    assert "<html" not in html


def test_empty_box_has_no_answer(client: Client, timeline: Timeline) -> None:
    assert not preview(client, timeline, date="  ").strip()


def test_unreadable_date(client: Client, timeline: Timeline) -> None:
    assert "echo--refused" in preview(client, timeline, date="soonish")


def test_nearest_reading_is_offered(client: Client, timeline: Timeline) -> None:
    html = preview(client, timeline, date="3 May 2019 or so they say")
    assert "echo--refused" in html
    assert "The nearest reading:" in html
    assert 'name="take" value="3 May 2019"' in html


def test_counts_from_the_article(client: Client, timeline: Timeline) -> None:
    article = make_article(timeline=timeline, published=date(2025, 2, 7))
    assert "6 February 2025" in preview(client, timeline, date="yesterday", article=article.pk)


def test_holds_it_against_the_sources(client: Client, timeline: Timeline) -> None:
    article = make_article("In 2019 it rained.", timeline=timeline)
    entry = make_entry(timeline, "2019", article=article, words="2019")
    assert "more precise than the source" in preview(client, timeline, date="3 May 2019", entry=entry.pk)


def test_what_was_typed_is_escaped(client: Client, timeline: Timeline) -> None:
    assert "<b>" not in preview(client, timeline, date="<b>2019</b>")


def test_entry_of_another_timeline_is_not_found(client: Client, timeline: Timeline) -> None:
    url = reverse("desk:date-preview", args=[timeline.slug])
    assert client.get(url, {"date": "2019", "entry": str(make_entry().pk)}).status_code == 404


def test_who_may(client: Client) -> None:
    url = reverse("desk:date-preview", args=[make_timeline().slug])
    assert client.get(url).status_code == 302
    sign_in(client, role=None)
    assert client.get(url).status_code == 404
