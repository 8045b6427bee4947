"""desk:undo, desk:submit, desk:unsubmit."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from editorial import review
from tests.editorial.views.helpers import HX, followed_by, must_be_posted, queries, said, sign_in
from tests.factories import make_article, make_entry, make_timeline, make_user
from timelines.models import Timeline

pytestmark = pytest.mark.django_db


def url(name: str, timeline: Timeline, query: str = "") -> str:
    return reverse(f"desk:{name}", args=[timeline.slug]) + query


def test_undo_takes_the_last_decision_back(client: Client) -> None:
    user = sign_in(client)
    entry = make_entry(state="proposed")
    review.accept(entry.pk, user)
    response = client.post(url("undo", entry.timeline), follow=True)
    assert said(response) == ["Undone: 3 May 2019."]
    entry.refresh_from_db()
    assert entry.state == "proposed"


def test_undo_brings_list_and_marks_for_htmx(client: Client) -> None:
    user = sign_in(client)
    timeline = make_timeline()
    article = make_article("The council voted on 3 May 2019.", timeline=timeline)
    entry = make_entry(timeline, article=article, words="3 May 2019", state="proposed")
    review.reject(entry.pk, user)
    response = client.post(url("undo", timeline, f"?article={article.pk}"), headers=HX)
    html = response.content.decode()
    assert response["HX-Retarget"] == "#list"
    assert followed_by(response) == entry.pk
    assert "mark--proposed" in html
    assert "rail__mark--proposed" in html
    assert "Undone: 3 May 2019." in html


@pytest.mark.parametrize("headers", [HX, {}])
def test_nothing_to_undo(client: Client, headers: dict[str, str]) -> None:
    sign_in(client)
    entry = make_entry(state="proposed")
    review.accept(entry.pk, make_user())
    response = client.post(url("undo", entry.timeline), headers=headers, follow=True)
    assert "There is nothing of yours to undo here." in response.content.decode()
    assert response.status_code == (422 if headers else 200)
    entry.refresh_from_db()
    assert entry.state == "accepted"


def test_undo_queries(client: Client) -> None:
    user = sign_in(client)
    counts = []
    for size in (0, 15):
        entry = make_entry(state="proposed")
        for _ in range(size):
            make_entry(entry.timeline)
        review.accept(entry.pk, user)
        counts.append(queries(lambda timeline=entry.timeline: client.post(url("undo", timeline), headers=HX)))  # type: ignore[misc]
    assert counts[0] == counts[1] <= 22


def test_submit_and_take_back(client: Client) -> None:
    user = sign_in(client)
    timeline = make_entry().timeline
    response = client.post(url("submit", timeline), follow=True)
    assert said(response)[0].startswith("Submitted.")
    timeline.refresh_from_db()
    assert (timeline.state, timeline.submitted_by) == ("submitted", user)
    response = client.post(url("unsubmit", timeline), follow=True)
    assert said(response)[0].startswith("Taken back.")
    timeline.refresh_from_db()
    assert timeline.state == "draft"


def test_nothing_accepted_is_not_submitted(client: Client) -> None:
    sign_in(client)
    timeline = make_entry(state="proposed").timeline
    response = client.post(url("submit", timeline), follow=True)
    assert "no accepted entry yet" in said(response)[0]
    timeline.refresh_from_db()
    assert timeline.state == "draft"


def test_what_does_not_wait_cannot_be_taken_back(client: Client) -> None:
    sign_in(client)
    response = client.post(url("unsubmit", make_timeline()), follow=True)
    assert "not waiting" in said(response)[0]


@pytest.mark.parametrize("name", ["undo", "submit", "unsubmit"])
def test_who_may_and_how(client: Client, name: str) -> None:
    timeline = make_timeline()
    assert client.post(url(name, timeline)).status_code == 302
    assert must_be_posted(client, url(name, timeline))
    sign_in(client, role=None)
    assert client.post(url(name, timeline)).status_code == 404
