"""desk:upload-any."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.editorial.views.helpers import queries, sign_in
from tests.factories import make_timeline

pytestmark = pytest.mark.django_db

URL = "/desk/upload/"


def test_address() -> None:
    assert reverse("desk:upload-any") == URL


def test_who_may(client: Client) -> None:
    answer = client.get(URL)
    assert (answer.status_code, answer["Location"]) == (302, f"/accounts/login/?next={URL}")
    sign_in(client, role=None)
    assert client.get(URL).status_code == 404


def test_nothing_is_posted_here(client: Client) -> None:
    sign_in(client)
    assert client.post(URL, {"text": "The ferry sank."}).status_code == 405


def test_without_timelines_one_is_made_first(client: Client) -> None:
    sign_in(client)
    html = client.get(URL).content.decode()
    assert "Make a timeline first" in html
    assert f'href="{reverse("desk:timeline-new")}"' in html
    assert 'type="file"' not in html


def test_last_changed_timeline_comes_first(client: Client) -> None:
    sign_in(client)
    now = timezone.now()
    old = make_timeline(title="Old", updated_at=now - timedelta(hours=2))
    new = make_timeline(title="New", updated_at=now - timedelta(hours=1))
    response = client.get(URL)
    html = response.content.decode()
    assert response.status_code == 200
    assert list(response.context["choices"]) == [new, old]
    for timeline in (new, old):
        assert f'href="{reverse("desk:upload", args=[timeline.slug])}"' in html


def test_title_is_escaped(client: Client) -> None:
    sign_in(client)
    make_timeline(title="<script>alert(1)</script>")
    html = client.get(URL).content.decode()
    assert "<script>alert(1)" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html


def test_queries_do_not_grow(client: Client) -> None:
    sign_in(client)
    counts = []
    for size in (1, 12):
        for _ in range(size):
            make_timeline()
        counts.append(queries(lambda: client.get(URL)))
    assert counts[0] == counts[1]
    assert counts[1] <= 6
