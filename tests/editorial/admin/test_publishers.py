"""admin: publishers, the one thing moderators edit."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.editorial.admin.helpers import make_resubmitted, make_submitted, reading, sign_in, superuser
from timelines.models import Edition, Publisher

pytestmark = pytest.mark.django_db


def rename(client: Client, name: str) -> Any:
    publisher = Publisher.objects.get()
    return client.post(reverse("admin:timelines_publisher_change", args=[publisher.pk]), {"name": name, "url": ""})


def test_a_moderator_renames_one(client: Client) -> None:
    sign_in(client)
    Publisher.objects.create(name="The Curier")
    assert rename(client, "The Courier").status_code == 302
    assert Publisher.objects.get().name == "The Courier"


def test_but_neither_adds_nor_deletes(client: Client) -> None:
    sign_in(client)
    publisher = Publisher.objects.create(name="The Courier")
    assert client.post("/admin/timelines/publisher/add/", {"name": "Another"}).status_code == 403
    delete = reverse("admin:timelines_publisher_delete", args=[publisher.pk])
    assert client.post(delete, {"post": "yes"}).status_code == 403
    assert Publisher.objects.count() == 1


def test_one_with_articles_stays(client: Client) -> None:
    superuser(client)
    make_submitted()
    delete = reverse("admin:timelines_publisher_delete", args=[Publisher.objects.get().pk])
    client.post(delete, {"post": "yes"})
    assert Publisher.objects.count() == 1


def test_what_waits_has_to_be_read_again(client: Client) -> None:
    sign_in(client)
    waiting = make_submitted()
    live, _ = make_resubmitted()
    client.post(reading(live), {"decision": "publish", "revision": live.revision})
    read, untouched = waiting.revision, live.revision
    rename(client, "The Evening Courier")
    waiting.refresh_from_db()
    live.refresh_from_db()
    assert (waiting.revision, live.revision) == (read + 1, untouched)
    assert client.post(reading(waiting), {"decision": "publish", "revision": read}).status_code == 422
    assert not Edition.objects.filter(timeline=waiting).exists()
