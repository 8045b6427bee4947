"""desk:draft and desk:draft-away, and what saving does to a draft."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from hypothesis import HealthCheck, given, settings, strategies as st

from editorial import drafts, presence
from tests.editorial.views.helpers import HX, address, must_be_posted, queries, sign_in
from tests.factories import make_entry, make_timeline, make_user
from timelines.models import Draft, Entry, Timeline

pytestmark = pytest.mark.django_db

TYPED = {"date": "May 2019", "headline": "Half a head", "description": "Half a", "status": "past", "version": "1"}


@pytest.fixture
def user(client: Client) -> User:
    return sign_in(client)


@pytest.fixture
def entry() -> Entry:
    return make_entry(headline="Council votes")


def url(timeline: Timeline) -> str:
    return reverse("desk:draft", args=[timeline.slug])


def keep(client: Client, owner: User, of: Entry, tab: str = "a", **more: Any) -> Any:
    values = TYPED | {"tab": tab, "entry": of.pk, "user": owner.pk} | more
    return client.post(url(of.timeline), values)


def offered(client: Client, timeline: Timeline, tab: str = "a") -> str:
    return client.get(url(timeline), {"tab": tab}).content.decode()


def test_what_is_typed_is_kept_and_the_time_said(client: Client, user: User, entry: Entry) -> None:
    answer = keep(client, user, entry)
    draft = Draft.objects.get()
    assert answer.content.decode() == f"Draft kept at {timezone.localtime(draft.saved_at):%H:%M}"
    assert answer["X-Draft"] == str(draft.pk)
    assert (draft.owner, draft.entry, draft.values) == (user, entry, TYPED)


def test_typing_on_changes_the_same_draft(client: Client, user: User, entry: Entry) -> None:
    keep(client, user, entry)
    keep(client, user, entry, headline="A whole headline")
    assert Draft.objects.get().values["headline"] == "A whole headline"


def test_who_begins_anew_keeps_what_they_had_left(client: Client, user: User, entry: Entry) -> None:
    keep(client, user, entry, headline="The first text", writing="one")
    answer = keep(client, user, entry, headline="The second text", writing="two")
    keep(client, user, entry, headline="The second text, longer", writing="two", draft=answer["X-Draft"])
    assert [draft.values["headline"] for draft in Draft.objects.all()] == ["The second text, longer", "The first text"]


def test_who_goes_on_has_one_draft(client: Client, user: User, entry: Entry) -> None:
    answer = keep(client, user, entry, writing="one")
    keep(client, user, entry, headline="More", writing="two", draft=answer["X-Draft"])
    assert Draft.objects.get().values["headline"] == "More"


def test_saving_takes_away_what_this_form_wrote_alone(client: Client, user: User, entry: Entry) -> None:
    keep(client, user, entry, headline="The first text", writing="one")
    saved = reverse("desk:entry-edit", args=[entry.timeline.slug, entry.pk])
    client.post(saved, TYPED | {"version": entry.version, "tab": "a", "writing": "two"}, headers=HX)
    assert Draft.objects.get().values["headline"] == "The first text"
    entry.refresh_from_db()
    client.post(saved, TYPED | {"version": entry.version, "tab": "a", "writing": "one"}, headers=HX)
    assert not Draft.objects.exists()


def test_two_tabs_have_two_drafts(client: Client, user: User, entry: Entry) -> None:
    keep(client, user, entry, "a")
    keep(client, user, entry, "b")
    assert Draft.objects.count() == 2


def test_a_new_entry_has_a_draft_too(client: Client, user: User, entry: Entry) -> None:
    keep(client, user, entry, entry="")
    keep(client, user, entry, entry="", headline="More")
    draft = Draft.objects.get()
    assert (draft.entry, draft.timeline, draft.values["headline"]) == (None, entry.timeline, "More")
    assert "a new entry, “More”," in offered(client, entry.timeline)


def test_an_entry_that_has_gone_is_kept_as_a_new_one(client: Client, user: User, entry: Entry) -> None:
    keep(client, user, entry, entry=entry.pk + 1000)
    assert Draft.objects.get().entry is None


def test_it_is_offered_to_its_writer_alone(client: Client, user: User, entry: Entry) -> None:
    keep(client, user, entry)
    html = offered(client, entry.timeline, "another")
    assert "You were writing" in html
    assert "Council votes" in html
    assert address("edit", entry, f"?draft={Draft.objects.get().pk}") in html
    other = Client()
    sign_in(other)
    assert other.get(url(entry.timeline), {"tab": "a"}).status_code == 204
    assert client.get(url(make_timeline()), {"tab": "a"}).status_code == 204


def test_what_another_tab_is_typing_now_is_not_offered(client: Client, user: User, entry: Entry) -> None:
    keep(client, user, entry, "a")
    presence.note(entry.timeline_id, user, "a", entry=entry.pk, is_editing=True)
    assert offered(client, entry.timeline, "b") == ""
    assert "You were writing" in offered(client, entry.timeline, "a")
    dead = client.get(url(entry.timeline), {"tab": "b", "dead": "x,a,<>"})
    assert "You were writing" in dead.content.decode()


def test_going_on_fills_the_form(client: Client, user: User, entry: Entry) -> None:
    keep(client, user, entry)
    pk = Draft.objects.get().pk
    html = client.get(address("edit", entry, f"?draft={pk}"), headers=HX).content.decode()
    assert "Half a head" in html
    assert 'value="May 2019"' in html
    assert f'name="draft" value="{pk}"' in html


def test_going_on_with_a_new_entry_fills_the_form(client: Client, user: User, entry: Entry) -> None:
    keep(client, user, entry, entry="")
    new = reverse("desk:entry-new", args=[entry.timeline.slug])
    assert "Half a head" in client.get(f"{new}?draft={Draft.objects.get().pk}", headers=HX).content.decode()


def test_nobody_reads_the_draft_of_somebody_else(client: Client, user: User, entry: Entry) -> None:
    keep(client, user, entry)
    keep(client, user, entry, entry="")
    other = Client()
    sign_in(other)
    for pk in Draft.objects.values_list("pk", flat=True):
        assert "Half a head" not in other.get(address("edit", entry, f"?draft={pk}")).content.decode()
        new = reverse("desk:entry-new", args=[entry.timeline.slug])
        assert "Half a head" not in other.get(f"{new}?draft={pk}").content.decode()
        other.post(reverse("desk:draft-away", args=[entry.timeline.slug, pk]))
    assert Draft.objects.count() == 2


def test_the_draft_of_one_entry_fills_no_other(client: Client, user: User, entry: Entry) -> None:
    keep(client, user, entry)
    other = make_entry(entry.timeline)
    html = client.get(address("edit", other, f"?draft={Draft.objects.get().pk}")).content.decode()
    assert "Half a head" not in html


def test_going_on_in_another_tab_takes_the_draft_over(client: Client, user: User, entry: Entry) -> None:
    keep(client, user, entry, "dead")
    keep(client, user, entry, "b", draft=Draft.objects.get().pk, headline="On")
    draft = Draft.objects.get()
    assert (draft.tab, draft.values["headline"]) == ("b", "On")


@pytest.mark.parametrize("headers", [HX, {}])
def test_saving_removes_it(client: Client, user: User, entry: Entry, headers: dict[str, str]) -> None:
    keep(client, user, entry, "a")
    keep(client, user, entry, "b")
    client.post(address("edit", entry), TYPED | {"tab": "a"}, headers=headers)
    assert Draft.objects.get().tab == "b"


def test_saving_what_a_draft_held_removes_that_draft(client: Client, user: User, entry: Entry) -> None:
    keep(client, user, entry, "dead")
    client.post(address("edit", entry), TYPED | {"draft": Draft.objects.get().pk})
    assert not Draft.objects.exists()


def test_adding_removes_it(client: Client, user: User, entry: Entry) -> None:
    keep(client, user, entry, entry="")
    keep(client, user, entry)
    client.post(reverse("desk:entry-new", args=[entry.timeline.slug]), TYPED | {"tab": "a"})
    assert Draft.objects.get().entry == entry


def test_a_refused_save_keeps_it(client: Client, user: User, entry: Entry) -> None:
    keep(client, user, entry)
    html = client.post(address("edit", entry), TYPED | {"date": "", "tab": "a", "draft": "7"}, headers=HX)
    assert Draft.objects.exists()
    assert 'name="draft" value="7"' in html.content.decode()


def test_throwing_away(client: Client, user: User, entry: Entry) -> None:
    keep(client, user, entry)
    away = reverse("desk:draft-away", args=[entry.timeline.slug, Draft.objects.get().pk])
    assert must_be_posted(client, away)
    assert client.post(away).status_code == 204
    assert not Draft.objects.exists()
    assert client.post(away).status_code == 204


def test_typed_by_one_and_sent_by_another_is_refused(client: Client, user: User, entry: Entry) -> None:
    assert keep(client, user, entry, user=make_user().pk).status_code == 409
    assert not Draft.objects.exists()


def test_far_too_long_is_refused(client: Client, user: User, entry: Entry) -> None:
    answer = keep(client, user, entry, description="x" * (drafts.LONGEST + 1))
    assert answer.status_code == 413
    assert b"kept on this computer" in answer.content
    assert not Draft.objects.exists()


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(st.characters(exclude_categories=["Cs"]), max_size=200))
def test_any_text_is_kept(client: Client, user: User, entry: Entry, text: str) -> None:
    assert keep(client, user, entry, description=text).status_code == 200
    kept = Draft.objects.get().values["description"]
    assert kept.replace("\r\n", "\n") == text.replace("\0", "").replace("\r\n", "\n")


def test_swept_after_thirty_days(client: Client, user: User, entry: Entry) -> None:
    keep(client, user, entry)
    Draft.objects.update(saved_at=timezone.now() - timedelta(days=29))
    assert drafts.sweep() == 0
    Draft.objects.update(saved_at=timezone.now() - timedelta(days=31))
    assert drafts.sweep() == 1


def test_queries_do_not_grow(client: Client, user: User, entry: Entry) -> None:
    keep(client, user, entry)
    few = queries(lambda: offered(client, entry.timeline))
    for _ in range(12):
        keep(client, user, make_entry(entry.timeline))
    assert queries(lambda: offered(client, entry.timeline)) == few <= 6
    assert queries(lambda: keep(client, user, entry)) <= 12


def test_without_a_session_it_is_said_and_leads_nowhere(entry: Entry) -> None:
    client = Client()
    for headers in ({}, HX):
        answer = client.post(url(entry.timeline), TYPED | {"tab": "a"}, headers=headers)
        assert answer.status_code == 401
        assert "HX-Redirect" not in answer
    sign_in(client, role=None)
    assert client.get(url(entry.timeline), {"tab": "a"}).status_code == 404


def test_a_tab_without_a_name_is_refused(client: Client, user: User, entry: Entry) -> None:
    assert keep(client, user, entry, "").status_code == 400
