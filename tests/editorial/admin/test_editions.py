"""admin: what readers were shown."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from editorial import publishing
from tests.editorial.admin.helpers import make_resubmitted, sign_in
from tests.factories import make_user
from tests.timelines.html import Page
from timelines.models import Correction

pytestmark = pytest.mark.django_db


def test_the_live_one_and_the_one_before(client: Client) -> None:
    sign_in(client)
    timeline, first = make_resubmitted()
    second = publishing.publish(timeline.pk, make_user("moderators"), revision=timeline.revision)
    Correction.objects.create(edition=second, text="It was May.")
    before, live = (
        Page(client.get(reverse("admin:timelines_edition_change", args=[edition.pk]))) for edition in (first, second)
    )
    assert "Address: not live" in before.text
    assert live.all("a", href=f"/t/{timeline.slug}/")
    assert "3 May 1990: Event" in live.text
    assert "It was May." in live.text
    assert "It was May." not in before.text
