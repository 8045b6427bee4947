"""admin: who changed what, of timelines, entries and events."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.test import Client
from django.urls import reverse

from editorial import review
from tests.editorial.admin.helpers import queries, sign_in
from tests.factories import make_entry, make_timeline, make_user
from tests.timelines.html import Page
from timelines.models import Timeline

pytestmark = pytest.mark.django_db


def history(timeline: Timeline) -> str:
    return reverse("admin:timelines_timeline_history", args=[timeline.pk])


def test_before_and_after_in_words(client: Client) -> None:
    sign_in(client)
    timeline = make_timeline(note="")
    timeline.submitted_by = make_user(username="olivia")
    timeline.submitted_at, timeline.note = datetime(2025, 2, 7, 9, 30, tzinfo=UTC), "Two dates."
    timeline.save()
    page = Page(client.get(history(timeline)))
    assert "Submitted by: none → olivia" in page.text
    assert "Submitted at: none → 7 February 2025, 09:30" in page.text
    assert "Note: nothing → Two dates." in page.text
    assert len(page.all("h1")) == 1


def test_who(client: Client) -> None:
    user = sign_in(client)
    entry = make_entry(state="proposed")
    client.post(reverse("desk:entry-accept", args=[entry.timeline.slug, entry.pk]))
    page = Page(client.get(reverse("admin:timelines_entry_history", args=[entry.pk])))
    assert "State: proposed → accepted" in page.text
    assert user.username in page.text


def test_somebody_deleted_since(client: Client) -> None:
    sign_in(client)
    timeline = make_timeline()
    gone, pk = make_user(), 0
    timeline.owner = gone
    timeline.save()
    pk = gone.pk
    gone.delete()
    assert f"→ {pk}, deleted since" in Page(client.get(history(timeline))).text


def test_queries(client: Client) -> None:
    user = sign_in(client)
    entry = make_entry(state="proposed")
    address = reverse("admin:timelines_entry_history", args=[entry.pk])
    review.accept(entry.pk, user)
    client.get(address)
    few = queries(lambda: client.get(address))
    for _ in range(5):
        review.reject(entry.pk, user)
        review.restore(entry.pk, user)
    assert queries(lambda: client.get(address)) == few
