"""desk:pulse and desk:leave."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from editorial import review
from tests.editorial.views.helpers import must_be_posted, queries, sign_in
from tests.factories import make_entry, make_timeline, make_user
from timelines.extraction import read_date
from timelines.models import Entry, Presence, Timeline

pytestmark = pytest.mark.django_db


@pytest.fixture
def timeline() -> Timeline:
    return make_timeline()


def pulse(client: Client, timeline: Timeline, tab: str = "a", **asked: Any) -> Any:
    return client.get(reverse("desk:pulse", args=[timeline.slug]), {"tab": tab, **asked})


def revision(timeline: Timeline) -> int:
    return Timeline.objects.get(pk=timeline.pk).revision


def saved(entry: Entry, **person: str) -> None:
    """Somebody else edits the entry."""
    entry.refresh_from_db()
    change = review.Change(read_date("3 May 2019", None), "Other words")
    review.edit(entry.pk, make_user(**person), change, version=entry.version)


def test_first_pulse_tells_the_revision_and_the_second_nothing(client: Client, timeline: Timeline) -> None:
    sign_in(client)
    first = pulse(client, timeline)
    assert f'data-revision="{timeline.revision}"' in first.content.decode()
    again = pulse(client, timeline, revision=timeline.revision, state=first["X-Desk-State"])
    assert (again.status_code, again.content) == (204, b"")


def test_a_change_is_told_with_who_made_it(client: Client, timeline: Timeline) -> None:
    sign_in(client)
    entry = make_entry(timeline, state="proposed")
    first = pulse(client, timeline)
    review.accept(entry.pk, make_user(first_name="Night", last_name="desk"))
    html = pulse(client, timeline, revision=timeline.revision, state=first["X-Desk-State"]).content.decode()
    assert f'data-revision="{revision(timeline)}"' in html
    assert revision(timeline) == timeline.revision + 1
    assert 'data-changed-by="Night desk"' in html


def test_my_own_change_names_nobody(client: Client, timeline: Timeline) -> None:
    user = sign_in(client)
    review.accept(make_entry(timeline, state="proposed").pk, user)
    assert "data-changed-by" not in pulse(client, timeline).content.decode()


def test_who_else_is_here_and_where(client: Client, timeline: Timeline) -> None:
    entry = make_entry(timeline)
    other = Client()
    sign_in(other, first_name="Night", last_name="desk")
    pulse(other, timeline, entry=entry.pk)
    sign_in(client)
    html = pulse(client, timeline).content.decode()
    assert "You and Night desk are here" in html
    assert f'data-at="{entry.pk}"' in html
    assert "Night desk is looking at this" in html
    pulse(other, timeline, entry=entry.pk, editing=1)
    assert "Night desk is editing this" in pulse(client, timeline).content.decode()


def test_two_tabs_of_one_person(client: Client, timeline: Timeline) -> None:
    sign_in(client)
    entry = make_entry(timeline)
    pulse(client, timeline, "a", entry=entry.pk)
    html = pulse(client, timeline, "b").content.decode()
    assert "You, in another tab, are looking at this" in html


def test_a_save_under_an_open_form_is_told(client: Client, timeline: Timeline) -> None:
    sign_in(client)
    entry = make_entry(timeline)
    asked: dict[str, Any] = {"entry": entry.pk, "editing": 1, "version": entry.version}
    assert "data-news" not in pulse(client, timeline, **asked).content.decode()
    saved(entry, first_name="Night", last_name="desk")
    html = pulse(client, timeline, **asked).content.decode()
    assert 'data-news="stale"' in html
    assert "Night desk saved this entry while you are typing." in html


def test_a_change_that_takes_no_text_away_is_not_told(client: Client, timeline: Timeline) -> None:
    sign_in(client)
    entry = make_entry(timeline, state="proposed")
    url = reverse("desk:entry-edit", args=[timeline.slug, entry.pk])
    was = client.get(url).context["form"].initial["was"]
    review.accept(entry.pk, make_user())
    asked: dict[str, Any] = {"entry": entry.pk, "editing": 1, "version": 1, "was": was}
    assert "data-news" not in pulse(client, timeline, **asked).content.decode()
    saved(entry)
    assert "data-news" in pulse(client, timeline, **asked).content.decode()


def test_an_undo_under_an_open_form_names_who_undid(client: Client, timeline: Timeline) -> None:
    sign_in(client)
    entry = make_entry(timeline, state="proposed")
    night = make_user(first_name="Night")
    review.accept(entry.pk, night)
    review.restore(entry.pk, make_user(first_name="Day"))
    asked: dict[str, Any] = {"entry": entry.pk, "editing": 1, "version": 1}
    assert "Day saved this entry" in pulse(client, timeline, **asked).content.decode()


def test_a_removed_entry_under_an_open_form_is_told(client: Client, timeline: Timeline) -> None:
    sign_in(client)
    entry = make_entry(timeline)
    asked: dict[str, Any] = {"entry": entry.pk, "editing": 1, "version": 1}
    pulse(client, timeline, **asked)
    entry.delete()
    html = pulse(client, timeline, **asked).content.decode()
    assert 'data-news="gone"' in html
    assert reverse("desk:entry-new", args=[timeline.slug]) in html
    assert Presence.objects.get().entry is None


def test_a_merged_entry_under_an_open_form_is_told(client: Client, timeline: Timeline) -> None:
    sign_in(client)
    entry, target = make_entry(timeline), make_entry(timeline)
    Entry.objects.filter(pk=entry.pk).update(state="merged", merged_into=target)
    html = pulse(client, timeline, entry=entry.pk, editing=1, version=1).content.decode()
    assert "This entry was merged into another one" in html


def test_an_entry_of_another_timeline_is_nobodys_business(client: Client, timeline: Timeline) -> None:
    sign_in(client)
    pulse(client, timeline, entry=make_entry().pk)
    assert Presence.objects.get().entry is None


def test_names_are_escaped(client: Client, timeline: Timeline) -> None:
    other = Client()
    sign_in(other, first_name="<script>x</script>")
    pulse(other, timeline)
    sign_in(client)
    assert "<script>" not in pulse(client, timeline).content.decode()


def test_at_most_six_queries_whatever_the_size(client: Client, timeline: Timeline) -> None:
    sign_in(client)
    entry = make_entry(timeline)
    pulse(client, timeline)
    asked: dict[str, Any] = {"entry": entry.pk, "editing": 1, "version": 1}
    few = queries(lambda: pulse(client, timeline, **asked))
    for number in range(12):
        saved(entry, first_name=f"Reporter {number}")
        other = Client()
        sign_in(other)
        pulse(other, timeline, entry=entry.pk)
    pulse(client, timeline)
    assert queries(lambda: pulse(client, timeline, **asked)) == few <= 6
    assert queries(lambda: pulse(client, timeline, "new", **asked)) <= 6


@pytest.mark.parametrize("tab", ["", "x" * 41, "a b", "é"])
def test_a_tab_without_a_proper_name_is_refused(client: Client, timeline: Timeline, tab: str) -> None:
    sign_in(client)
    assert pulse(client, timeline, tab).status_code == 400


def test_leaving(client: Client, timeline: Timeline) -> None:
    sign_in(client)
    pulse(client, timeline)
    url = reverse("desk:leave", args=[timeline.slug])
    assert client.post(url, {"tab": "other"}).status_code == 204
    assert Presence.objects.exists()
    client.post(url, {"tab": "a"})
    assert not Presence.objects.exists()
    assert must_be_posted(client, url)


@pytest.mark.parametrize("headers", [{}, {"HX-Request": "true"}])
def test_without_a_session_it_is_said_and_leads_nowhere(
    client: Client, timeline: Timeline, headers: dict[str, str]
) -> None:
    for answer in (
        client.get(reverse("desk:pulse", args=[timeline.slug]), {"tab": "a"}, headers=headers),
        client.post(reverse("desk:leave", args=[timeline.slug]), {"tab": "a"}, headers=headers),
    ):
        assert answer.status_code == 401
        assert "HX-Redirect" not in answer
    sign_in(client, role=None)
    assert pulse(client, timeline).status_code == 404


def test_no_such_timeline(client: Client) -> None:
    sign_in(client)
    assert client.get("/desk/t/nowhere/pulse/", {"tab": "a"}).status_code == 404
