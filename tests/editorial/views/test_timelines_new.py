"""desk:timeline-new."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from tests.editorial.views.helpers import queries, sign_in
from tests.factories import make_timeline
from timelines.models import Timeline

pytestmark = pytest.mark.django_db

URL = "/desk/new/"


def test_address() -> None:
    assert reverse("desk:timeline-new") == URL


def test_who_may(client: Client) -> None:
    answer = client.post(URL, {"title": "The ferry"})
    assert (answer.status_code, answer["Location"]) == (302, f"/accounts/login/?next={URL}")
    sign_in(client, role=None)
    assert client.get(URL).status_code == 404
    assert client.post(URL, {"title": "The ferry"}).status_code == 404
    assert not Timeline.objects.exists()


def test_other_methods_are_refused(client: Client) -> None:
    sign_in(client)
    assert client.put(URL).status_code == 405


def test_form_is_empty(client: Client) -> None:
    sign_in(client)
    response = client.get(URL)
    assert response.status_code == 200
    assert "Make the timeline" in response.content.decode()
    assert not Timeline.objects.exists()


def test_timeline_is_made_and_articles_come_next(client: Client) -> None:
    user = sign_in(client)
    response = client.post(URL, {"title": "The Ferry", "standfirst": "What sank.", "byline": "The desk", "slug": ""})
    timeline = Timeline.objects.get()
    assert (response.status_code, response["Location"]) == (302, reverse("desk:upload", args=["the-ferry"]))
    assert (timeline.title, timeline.slug, timeline.standfirst) == ("The Ferry", "the-ferry", "What sank.")
    assert (timeline.byline, timeline.state) == ("The desk", Timeline.State.DRAFT)
    assert timeline.owner == timeline.updated_by == user


def test_owner_is_never_what_was_sent(client: Client) -> None:
    user = sign_in(client)
    client.post(URL, {"title": "The Ferry", "owner": "1", "state": "published", "revision": "9"})
    timeline = Timeline.objects.get()
    assert (timeline.owner, timeline.state, timeline.revision) == (user, Timeline.State.DRAFT, 1)


@pytest.mark.parametrize(
    ("title", "slug"),
    [("The ferry", "the-ferry-3"), ("東京", "timeline"), ("Ünïcode", "unicode"), ("x" * 200, "x" * 70)],
)
def test_address_is_made_from_the_title(client: Client, title: str, slug: str) -> None:
    sign_in(client)
    make_timeline(slug="the-ferry")
    make_timeline(slug="the-ferry-2")
    client.post(URL, {"title": title})
    assert Timeline.objects.get(title=title).slug == slug


@pytest.mark.parametrize(
    ("field", "wrong"),
    [("title", ""), ("title", "   "), ("title", "x" * 201), ("slug", "two words"), ("slug", "taken"), ("slug", "a/b")],
)
def test_errors_keep_what_was_typed(client: Client, field: str, wrong: str) -> None:
    sign_in(client)
    make_timeline(slug="taken")
    typed = {"title": "The ferry", "slug": "", "standfirst": "What sank & why.", "byline": "The desk", field: wrong}
    response = client.post(URL, typed)
    html = response.content.decode()
    assert response.status_code == 422
    assert list(response.context["form"].errors) == [field]
    assert "What sank &amp; why.</textarea>" in html
    assert 'value="The desk"' in html
    assert not wrong or f'value="{wrong}"' in html
    assert Timeline.objects.count() == 1


def test_empty_form_is_answered_with_422(client: Client) -> None:
    sign_in(client)
    assert client.post(URL, {"title": ""}).status_code == 422


def test_typed_title_is_escaped(client: Client) -> None:
    sign_in(client)
    html = client.post(URL, {"title": '"><script>alert(1)</script>', "slug": "a b"}).content.decode()
    assert "<script>alert(1)" not in html
    assert "&quot;&gt;&lt;script&gt;alert(1)" in html


def test_queries_do_not_grow(client: Client) -> None:
    sign_in(client)
    counts = []
    for number in range(2):
        for _ in range(8):
            make_timeline()
        counts.append(
            (
                queries(lambda: client.get(URL)),
                queries(lambda title=f"Story of {number}": client.post(URL, {"title": title})),  # type: ignore[misc]
            )
        )
    assert counts[0] == counts[1]
    assert max(counts[1]) <= 12
