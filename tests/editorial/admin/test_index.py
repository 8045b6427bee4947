"""admin:index and admin:login: what waits, and who gets in."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from editorial import review
from editorial.admin import queue
from editorial.roles import JOURNALISTS, MODERATORS
from tests.editorial.admin.helpers import EVIL, make_resubmitted, make_submitted, queries, reading, sign_in, superuser
from tests.factories import make_article, make_entry, make_timeline, make_user
from tests.timelines.html import sound
from timelines.models import Timeline

pytestmark = pytest.mark.django_db

INDEX = "/admin/"


def waited(timeline: Timeline, **ago: int) -> None:
    Timeline.objects.filter(pk=timeline.pk).update(submitted_at=timezone.now() - timedelta(**ago))


def test_what_waits_comes_first_the_longest_waiting_on_top(client: Client) -> None:
    sign_in(client)
    new, old = make_submitted(title="The new one"), make_submitted(title="The old one")
    waited(old, days=3, hours=2)
    make_timeline(title="A draft")
    page = sound(client.get(INDEX))
    assert [one["href"] for one in page.all("a", class_="list__title")] == [reading(old), reading(new)]
    assert "Two timelines wait for a moderator." in page.text
    assert "A draft" not in page.text


def test_a_row_says_what_a_moderator_wants_to_know(client: Client) -> None:
    sign_in(client)
    owner = make_user(username="olivia")
    timeline = make_submitted(entries=3, owner=owner, title="The bridge")
    make_entry(timeline, "2001", article=timeline.articles.first())  # a source cited twice is one source
    make_entry(timeline, state="proposed", warnings=[{"code": "x", "message": "Check it.", "readings": []}])
    make_entry(timeline, state="proposed")
    rejected = make_article(timeline=timeline)
    make_entry(timeline, state="rejected", article=rejected)
    waited(timeline, days=2)
    text = sound(client.get(INDEX)).text.replace("\xa0", " ")
    assert "The bridge Owner: olivia" in text
    assert "2 days ago" in text
    assert "by olivia" in text
    row = text[text.index("by olivia") :]
    assert row.replace(" ", "").startswith("byolivia4321tocheck" + "nothingyet")


def test_a_second_edition_waits_beside_the_first(client: Client) -> None:
    sign_in(client)
    timeline, _ = make_resubmitted()
    page = sound(client.get(INDEX))
    assert page.all("a", href=f"/t/{timeline.slug}/")
    assert "Edition 1" in page.text
    assert "just now" in page.text


def test_nothing_waits(client: Client) -> None:
    sign_in(client)
    page = sound(client.get(INDEX))
    assert "Nothing waits for you" in page.text
    assert not page.all("table")


def test_titles_are_text(client: Client) -> None:
    sign_in(client)
    make_submitted(title=EVIL)
    assert EVIL in sound(client.get(INDEX)).text


def test_a_page_at_a_time(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queue, "PAGE_SIZE", 2)
    sign_in(client)
    timelines = [make_submitted() for _ in range(3)]
    assert len(sound(client.get(INDEX)).all("a", class_="list__title")) == 2
    page = sound(client.get(INDEX, {"page": "2"}))
    assert [one["href"] for one in page.all("a", class_="list__title")] == [reading(timelines[2])]
    assert "Page 2 of 2" in page.text


def test_queries(client: Client) -> None:
    sign_in(client)
    make_submitted()
    client.get(INDEX)
    few = queries(lambda: client.get(INDEX))
    for _ in range(8):
        make_resubmitted()
    assert queries(lambda: client.get(INDEX)) == few <= 8


def test_the_rest_is_in_rooms(client: Client) -> None:
    sign_in(client)
    page = sound(client.get(INDEX))
    assert page.all("a", href=reverse("admin:timelines_timeline_changelist"))
    assert page.all("a", href=reverse("admin:timelines_job_changelist"))
    assert "People" not in page.text
    superuser(client)
    page = sound(client.get(INDEX))
    assert page.all("a", href=reverse("admin:auth_user_changelist"))


def test_what_the_moderator_did_lately(client: Client) -> None:
    sign_in(client)
    timeline = make_submitted(title="The bridge")
    client.post(reading(timeline), {"decision": "publish", "revision": timeline.revision})
    client.get(INDEX)  # the message is read
    assert "The bridge: Published edition 1. just now" in sound(client.get(INDEX)).text


def test_staff_who_are_no_moderators_see_no_queue(client: Client) -> None:
    sign_in(client, None, is_staff=True)
    make_submitted(title="The bridge")
    page = sound(client.get(INDEX))
    assert "The bridge" not in page.text
    assert "Nothing waits" not in page.text


@pytest.mark.parametrize("path", [INDEX, "/admin/timelines/timeline/", "/admin/no/such/", "/admin/login/"])
@pytest.mark.parametrize("role", [JOURNALISTS, None])
def test_journalists_find_nothing_here(client: Client, path: str, role: str | None) -> None:
    sign_in(client, role)
    response = client.get(path, follow=True)
    assert response.status_code == 404
    assert b"moderation" not in response.content


def test_anonymous_people_sign_in_at_the_one_door(client: Client) -> None:
    response = client.get("/admin/timelines/timeline/", follow=True)
    assert response.redirect_chain[-1][0] == "/accounts/login/?next=/admin/timelines/timeline/"
    assert client.get("/admin/login/").headers["Location"] == "/accounts/login/?next=/admin/"


def test_who_is_in_need_not_sign_in(client: Client) -> None:
    sign_in(client)
    assert client.get("/admin/login/").headers["Location"] == INDEX


def test_a_deactivated_moderator_is_out(client: Client) -> None:
    user = sign_in(client)
    user.is_active = False
    user.save()
    assert client.get(INDEX).status_code == 302
    assert not queue.is_for(user)


def test_the_queue_follows_the_table_of_roles(monkeypatch: pytest.MonkeyPatch) -> None:
    from editorial import roles

    user = make_user(MODERATORS)
    assert queue.is_for(user)
    monkeypatch.setitem(roles.ALLOWED, MODERATORS, frozenset({"see"}))
    assert not queue.is_for(make_user(MODERATORS))


def test_a_timeline_taken_back_does_not_wait(client: Client) -> None:
    user = sign_in(client)
    timeline = make_submitted()
    review.touch(timeline, user)  # an edit does not take it out of the queue
    assert queue.waiting().count() == 1
    Timeline.objects.filter(pk=timeline.pk).update(state="returned")
    assert queue.waiting().count() == 0
