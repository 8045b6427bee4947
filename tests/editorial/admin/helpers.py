"""What tests of the admin share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from editorial import publishing
from editorial.roles import MODERATORS
from tests.factories import make_article, make_entry, make_timeline, make_user
from timelines.models import Edition, Timeline

EVIL = "<script>alert(1)</script> & <b>bold</b>"


def sign_in(client: Client, role: str | None = MODERATORS, **fields: Any) -> User:
    """A moderator, or whoever is asked for, signed in."""
    user = make_user(role, **fields)
    client.force_login(user)
    return user


def superuser(client: Client) -> User:
    """Somebody who may do everything, signed in."""
    return sign_in(client, None, is_staff=True, is_superuser=True)


def make_submitted(entries: int = 1, **fields: Any) -> Timeline:
    """A timeline that waits for a moderator; each entry cites an article of its own."""
    timeline = make_timeline(**fields)
    for number in range(entries):
        text = (
            f"Story {timeline.pk}, part {number}\n\nThe council voted on 3 May {1990 + number}. It was {timeline.slug}."
        )
        article = make_article(text, timeline=timeline, publisher="The Courier")
        make_entry(timeline, f"{1990 + number}-05-03", article=article, words=f"3 May {1990 + number}")
    publishing.submit(timeline.pk, timeline.owner or make_user())
    timeline.refresh_from_db()
    return timeline


def make_resubmitted(**fields: Any) -> tuple[Timeline, Edition]:
    """A timeline with a live Edition, submitted again."""
    timeline = make_submitted(**fields)
    edition = publishing.publish(timeline.pk, make_user(MODERATORS), revision=timeline.revision)
    publishing.submit(timeline.pk, make_user())
    timeline.refresh_from_db()
    return timeline, edition


def reading(timeline: Timeline) -> str:
    """The page where it is read and decided about."""
    return reverse("admin:timelines_timeline_review", args=[timeline.pk])


def queries(action: Callable[[], Any]) -> int:
    """How many queries it takes."""
    with CaptureQueriesContext(connection) as context:
        action()
    return len(context)


def said(response: Any) -> list[str]:
    """The messages of the page that was led to."""
    return [str(message) for message in response.context["messages"]]
