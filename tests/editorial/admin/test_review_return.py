"""admin:timelines_timeline_review, posted to with the decision to return."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from tests.editorial.admin.helpers import EVIL, make_resubmitted, make_submitted, reading, said, sign_in
from tests.timelines.html import sound
from timelines.models import Edition, Timeline

pytestmark = pytest.mark.django_db


def give_back(client: Client, timeline: Timeline, note: str | None) -> Any:
    data = {"decision": "return"} | ({} if note is None else {"note": note})
    return client.post(reading(timeline), data, follow=True)


def test_returning_with_a_note(client: Client) -> None:
    sign_in(client)
    timeline = make_submitted(title="The bridge")
    response = give_back(client, timeline, " Two dates are missing.\nSee the second article. ")
    timeline.refresh_from_db()
    assert response.redirect_chain == [("/admin/", 302)]
    assert (timeline.state, timeline.note) == ("returned", "Two dates are missing.\nSee the second article.")
    assert said(response) == ["Returned: “The bridge”. The note is on its page of the desk."]
    assert client.get(f"/t/{timeline.slug}/").status_code == 404


def test_what_was_published_stays(client: Client) -> None:
    sign_in(client)
    timeline, edition = make_resubmitted()
    give_back(client, timeline, "Two dates are missing.")
    timeline.refresh_from_db()
    assert (timeline.state, timeline.live_edition) == ("returned", edition)
    assert client.get(f"/t/{timeline.slug}/").status_code == 200


@pytest.mark.parametrize("note", [None, "", "  \n ", "x" * 5001])
def test_without_a_note_it_goes_on_waiting(client: Client, note: str | None) -> None:
    sign_in(client)
    timeline = make_submitted()
    response = give_back(client, timeline, note)
    assert response.status_code == 422
    page = sound(response)
    assert page.all("p", role="alert")
    assert page.all("textarea", name="note", **{"aria-invalid": "true"})
    if not (note or "").strip():
        assert "Write a note that says what is missing. The timeline is still waiting." in page.text
    timeline.refresh_from_db()
    assert timeline.state == "submitted"


def test_what_waits_no_more_is_refused_and_the_note_kept(client: Client) -> None:
    sign_in(client)
    timeline = make_submitted()
    client.post(reading(timeline), {"decision": "publish", "revision": timeline.revision})
    response = give_back(client, timeline, f"Too late. {EVIL}")
    assert response.status_code == 422
    page = sound(response)
    assert "not waiting for a moderator any more" in page.text
    assert f"Too late. {EVIL}" in page.text
    timeline.refresh_from_db()
    assert (timeline.state, Edition.objects.count()) == ("published", 1)


def test_the_title_in_the_message_is_text(client: Client) -> None:
    sign_in(client)
    assert EVIL in sound(give_back(client, make_submitted(title=EVIL), "No.")).text
