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

from editorial import ordering
from tests.factories import make_user
from tests.timelines.html import Page
from timelines.extraction.edtf import bounds
from timelines.models import Article, Citation, Entry, Event, Timeline

HX = {"HX-Request": "true"}

MOST_QUERIES = 12
"""What one action may ask of the database, session and user counted, however many entries there are. Beginning and
ending the transaction count too, except where `TRANSACTION` is named."""

TRANSACTION = 2
"""Beginning and ending it: nothing that asks for or changes a row."""


def rows_in(response: Any) -> list[int]:
    """The entries whose rows an answer brings."""
    return [int(row["data-entry"]) for row in Page(response).all("article", class_="entry")]


def fill(timeline: Timeline, size: int, *, edtf: str = "2020", article: Article | None = None) -> None:
    """Many entries more, proposed and accepted in turns, in a fixed number of queries."""
    days = bounds(edtf)
    events = Event.objects.bulk_create(
        [Event(edtf=edtf, earliest=days.earliest, latest=days.latest, headline=f"Event {n}") for n in range(size)]
    )
    first = ordering.place(timeline, events[0])
    states = (Entry.State.PROPOSED, Entry.State.ACCEPTED)
    Entry.objects.bulk_create(
        [
            Entry(timeline=timeline, event=event, state=states[n % 2], position=first + n * 1000)
            for n, event in enumerate(events)
        ]
    )
    if article is not None:
        Citation.objects.bulk_create([Citation(event=event, article=article, start=0, end=5) for event in events])


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


def answered(response: Any) -> dict[str, Any]:
    """What the page hears of an answer."""
    event: dict[str, dict[str, Any]] = json.loads(response["HX-Trigger-After-Settle"])
    return event["desk:answer"]


def followed_by(response: Any) -> int:
    """The entry that the page goes on with."""
    return int(answered(response)["entry"])


def placed_at(response: Any, entry: Entry) -> int:
    """The position that the answered row of an entry carries: where the page puts it."""
    (row,) = Page(response).all("article", id=f"e-{entry.pk}")
    return int(row["data-at"])


def said(response: Any) -> list[str]:
    """The notices of the page that a plain form led to."""
    return [str(message) for message in response.context["messages"]]


def must_be_posted(client: Client, url: str) -> bool:
    """Whether the address refuses to be opened."""
    return client.get(url).status_code == 405
