"""admin:timelines_timeline_review, posted to with the decision to publish."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from editorial import publishing, review
from tests.editorial.admin.helpers import EVIL, make_resubmitted, make_submitted, reading, said, sign_in
from tests.factories import make_entry, make_timeline, make_user
from tests.timelines.html import sound
from timelines.models import Correction, Edition, Timeline

pytestmark = pytest.mark.django_db


def publish(client: Client, timeline: Timeline, **data: Any) -> Any:
    """Press the button on the page as it stands."""
    data = {"decision": "publish", "revision": timeline.revision} | data
    return client.post(reading(timeline), data, follow=True)


def refused(response: Any, timeline: Timeline) -> str:
    """The refusal on the page, which is the reading page again; nothing came of it."""
    assert response.status_code == 422
    page = sound(response)
    assert page.all("p", role="alert")
    state = Timeline.objects.get(pk=timeline.pk)
    assert (state.state, state.live_edition_id) == (timeline.state, timeline.live_edition_id)
    return page.text


def test_publishing(client: Client) -> None:
    moderator = sign_in(client)
    timeline = make_submitted(2, title="The bridge")
    content = publishing.freeze(timeline)
    response = publish(client, timeline)
    edition = Edition.objects.get()
    timeline.refresh_from_db()
    assert response.redirect_chain == [("/admin/", 302)]
    assert (edition.number, edition.published_by, edition.content) == (1, moderator, content)
    assert (timeline.state, timeline.live_edition) == ("published", edition)
    link = f"<a href='/t/{timeline.slug}/'>/t/{timeline.slug}/</a>"
    assert said(response) == [f"Published: edition 1 of “The bridge”. Readers see it at {link}."]
    assert sound(response).all("a", href=f"/t/{timeline.slug}/")
    client.logout()
    public = client.get(f"/t/{timeline.slug}/")
    assert public.status_code == 200
    assert "The bridge" in public.content.decode()


def test_the_title_in_the_message_is_text(client: Client) -> None:
    sign_in(client)
    response = publish(client, make_submitted(title=EVIL))
    assert EVIL in sound(response).text
    assert b"<script>alert" not in response.content


def test_a_title_with_braces(client: Client) -> None:
    sign_in(client)
    assert "of “{0} {x}”" in said(publish(client, make_submitted(title="{0} {x}")))[0]


def test_an_edit_since_then_is_refused(client: Client) -> None:
    sign_in(client)
    timeline, _ = make_resubmitted()
    entry = make_entry(timeline, "2001", headline="Slipped in since", state="proposed")
    review.accept(entry.pk, make_user())
    response = publish(client, timeline, correction="It was May.", about=timeline.entries.first().pk)  # type: ignore[union-attr]
    text = refused(response, timeline)
    assert "The timeline changed since you opened this page. Nothing was published; read it again." in text
    assert "Slipped in since" in text
    assert Edition.objects.count() == 1
    # What was typed is still there, and the page now carries the revision that is shown.
    assert ">\nIt was May.</textarea>" in response.content.decode()
    fresh = Timeline.objects.get(pk=timeline.pk)
    assert sound(response).all("input", name="revision", value=str(fresh.revision))
    assert publish(client, fresh, correction="It was May.").redirect_chain
    assert Edition.objects.count() == 2


def test_an_edit_in_that_very_moment_is_refused(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    user = sign_in(client)
    timeline = make_submitted()
    real = publishing.publish

    def after_an_edit(pk: int, *args: Any, **kwargs: Any) -> Edition:
        review.touch(Timeline.objects.get(pk=pk), user)
        return real(pk, *args, **kwargs)

    monkeypatch.setattr(publishing, "publish", after_an_edit)
    response = publish(client, timeline)
    assert "Nothing was published; read it again." in refused(response, timeline)
    assert sound(response).all("input", name="revision", value=str(timeline.revision + 1))


@pytest.mark.parametrize("revision", ["", "x", "-1", "1.5", "9" * 40])
def test_a_revision_that_is_none(client: Client, revision: str) -> None:
    sign_in(client)
    timeline = make_submitted()
    refused(publish(client, timeline, revision=revision), timeline)
    assert not Edition.objects.exists()


@pytest.mark.parametrize("state", ["draft", "returned"])
def test_what_was_not_submitted_is_refused(client: Client, state: str) -> None:
    sign_in(client)
    timeline = make_entry(make_timeline(state=state)).timeline
    assert "not waiting for a moderator" in refused(publish(client, timeline), timeline)
    assert not Edition.objects.exists()


def test_twice_is_once(client: Client) -> None:
    sign_in(client)
    timeline = make_submitted()
    publish(client, timeline)
    timeline.refresh_from_db()
    assert "not waiting for a moderator any more" in refused(publish(client, timeline), timeline)
    assert Edition.objects.count() == 1


def test_nothing_to_publish(client: Client) -> None:
    sign_in(client)
    timeline = make_submitted()
    timeline.entries.update(state="rejected")
    assert "There is no accepted entry to publish." in refused(publish(client, timeline), timeline)


def test_a_correction_of_one_entry(client: Client) -> None:
    moderator = sign_in(client)
    timeline, _ = make_resubmitted()
    entry = timeline.entries.get()
    publish(client, timeline, correction="Edition 1 had 2 May.", about=entry.pk)
    correction = Correction.objects.get()
    assert (correction.text, correction.entry, correction.made_by) == ("Edition 1 had 2 May.", entry, moderator)
    assert correction.edition.number == 2
    public = sound(client.get(f"/t/{timeline.slug}/"))
    assert public.text.count("Edition 1 had 2 May.") == 2


def test_a_correction_of_the_whole(client: Client) -> None:
    sign_in(client)
    timeline, _ = make_resubmitted()
    publish(client, timeline, correction="  The byline was wrong. ", about="")
    assert [(row.text, row.entry) for row in Correction.objects.all()] == [("The byline was wrong.", None)]


def test_an_update_needs_no_correction(client: Client) -> None:
    sign_in(client)
    timeline, _ = make_resubmitted()
    publish(client, timeline, correction="", about="")
    assert Edition.objects.count() == 2
    assert not Correction.objects.exists()


def test_the_first_edition_has_nothing_to_correct(client: Client) -> None:
    sign_in(client)
    timeline = make_submitted()
    publish(client, timeline, correction="Made up.", about=timeline.entries.get().pk)
    assert Edition.objects.count() == 1
    assert not Correction.objects.exists()


def test_an_entry_without_a_note_is_asked_about(client: Client) -> None:
    sign_in(client)
    timeline, _ = make_resubmitted()
    response = publish(client, timeline, about=timeline.entries.get().pk)
    assert "Say what was wrong with that entry" in refused(response, timeline)
    assert "selected" in sound(response).all("option", value=str(timeline.entries.get().pk))[0]


@pytest.mark.parametrize("about", ["0", "x", "other", "9" * 40])
def test_an_entry_that_is_not_in_it(client: Client, about: str) -> None:
    sign_in(client)
    timeline, _ = make_resubmitted()
    about = str(make_entry().pk) if about == "other" else about
    text = refused(publish(client, timeline, correction="It was May.", about=about), timeline)
    assert "That entry is not in the timeline any more." in text


@pytest.mark.parametrize("correction", ["x" * 2001, "nul\x00"])
def test_a_correction_no_reader_could_read(client: Client, correction: str) -> None:
    sign_in(client)
    timeline, _ = make_resubmitted()
    refused(publish(client, timeline, correction=correction), timeline)
    assert Edition.objects.count() == 1


def test_the_line_in_the_admins_log(client: Client) -> None:
    from django.contrib.admin.models import LogEntry

    moderator = sign_in(client)
    timeline = make_submitted()
    publish(client, timeline)
    line = LogEntry.objects.get()
    assert (line.user, line.object_id, line.get_change_message()) == (
        moderator,
        str(timeline.pk),
        "Published edition 1.",
    )
