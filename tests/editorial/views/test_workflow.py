"""desk:submit, desk:unsubmit."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from tests.editorial.views.helpers import must_be_posted, said, sign_in
from tests.factories import make_entry, make_timeline
from timelines.models import Timeline

pytestmark = pytest.mark.django_db


def url(name: str, timeline: Timeline, query: str = "") -> str:
    return reverse(f"desk:{name}", args=[timeline.slug]) + query


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


@pytest.mark.parametrize("name", ["submit", "unsubmit"])
def test_who_may_and_how(client: Client, name: str) -> None:
    timeline = make_timeline()
    assert client.post(url(name, timeline)).status_code == 302
    assert must_be_posted(client, url(name, timeline))
    sign_in(client, role=None)
    assert client.post(url(name, timeline)).status_code == 404
