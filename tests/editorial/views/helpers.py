"""What tests of the desk's views share."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.factories import make_user
from timelines.models import Entry, Timeline

HX = {"HX-Request": "true"}


def sign_in(client: Client, **fields: Any) -> User:
    """A journalist, signed in."""
    user = make_user(**fields)
    client.force_login(user)
    return user


def address(name: str, entry: Entry, query: str = "") -> str:
    """Where an action on the entry is posted to."""
    return reverse(f"desk:entry-{name}" if name else "desk:entry", args=[entry.timeline.slug, entry.pk]) + query


def desk(timeline: Timeline, query: str = "") -> str:
    """The desk's page of a timeline."""
    return reverse("desk:timeline", args=[timeline.slug]) + query


def queries(action: Callable[[], Any]) -> int:
    """How many queries it takes."""
    with CaptureQueriesContext(
        connection,
    ) as context:
        action()
    return len(context)


def followed_by(response: Any) -> int:
    """The entry that the page goes on with."""
    event: dict[str, dict[str, int]] = json.loads(response["HX-Trigger-After-Settle"])
    return event["desk:answer"]["entry"]


def said(response: Any) -> list[str]:
    """The notices of the page that a plain form led to."""
    return [str(message) for message in response.context["messages"]]


def must_be_posted(client: Client, url: str) -> bool:
    """Whether the address refuses to be opened."""
    return client.get(url).status_code == 405
