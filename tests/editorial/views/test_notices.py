"""One's notices on the desk: the bell, the list, what is read, and by which letters."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from editorial import noticing
from tests.editorial.views.helpers import HX, must_be_posted, sign_in
from tests.factories import make_timeline, make_user
from tests.timelines.html import Page
from timelines.models import Notice, NoticeChoice

pytestmark = pytest.mark.django_db

URL, LETTERS, READ = "/desk/notices/", "/desk/notices/letters/", "/desk/notices/read/"


def notice(person: Any, **fields: Any) -> Notice:
    values = {"kind": "mention", "title": "The bridge", "path": "/desk/jobs/", **fields}
    return Notice.objects.create(recipient=person, **values)


def bell(client: Client, url: str = "/desk/") -> str:
    (link,) = Page(client.get(url)).all("a", class_="bell")
    return link["aria-label"]


@pytest.mark.parametrize("url", [URL, LETTERS])
def test_strangers_sign_in_first(client: Client, url: str) -> None:
    assert client.get(url)["Location"] == f"/accounts/login/?next={url}"


def test_the_bell_counts_what_is_unread_and_only_ones_own(client: Client) -> None:
    me = sign_in(client)
    assert bell(client) == "Notices"
    notice(me)
    first = notice(me)
    notice(make_user())
    assert bell(client) == "Notices: 2 unread"
    assert bell(client, reverse("desk:timeline", args=[make_timeline().slug])) == "Notices: 2 unread"
    client.post(reverse("desk:notice", args=[first.pk]))
    assert bell(client) == "Notices: 1 unread"


def test_an_empty_list_says_what_will_be_here(client: Client) -> None:
    sign_in(client)
    assert "Nothing yet." in client.get(URL).content.decode()


def test_the_list_shows_who_and_what_and_escapes_it(client: Client) -> None:
    me = sign_in(client)
    notice(me, title="<script>1", text="“<b>” said @you", actor=make_user(first_name="Eve", last_name="Ng"))
    notice(make_user(), title="Somebody else's")
    html = client.get(URL).content.decode()
    assert "&lt;script&gt;1" in html
    assert "&lt;b&gt;" in html
    assert "Somebody mentions you, by Eve Ng" in html
    assert "Somebody else" not in html


def test_opening_leads_there_and_counts_as_read(client: Client) -> None:
    me = sign_in(client)
    row = notice(me)
    assert client.post(reverse("desk:notice", args=[row.pk]))["Location"] == "/desk/jobs/"
    assert noticing.unread(me) == 0


def test_anothers_notice_is_not_there(client: Client) -> None:
    sign_in(client)
    other = make_user()
    row = notice(other)
    assert client.post(reverse("desk:notice", args=[row.pk])).status_code == 404
    assert client.post(reverse("desk:notice", args=[10**9])).status_code == 404
    client.post(READ, {"up_to": row.pk})
    assert noticing.unread(other) == 1


def test_changes_are_posted(client: Client) -> None:
    me = sign_in(client)
    assert must_be_posted(client, READ)
    assert must_be_posted(client, reverse("desk:notice", args=[notice(me).pk]))
    assert noticing.unread(me) == 1


def test_marking_all_leaves_what_came_since(client: Client) -> None:
    me = sign_in(client)
    notice(me)
    (hidden,) = Page(client.get(URL)).all("input", name="up_to")
    seen = hidden["value"]
    late = notice(me)
    client.post(READ, {"up_to": seen})
    assert list(noticing.of(me).unread()) == [late]


@pytest.mark.parametrize("up_to", ["", "x", "-1", "9" * 30, "٣"])
def test_nonsense_marks_nothing(client: Client, up_to: str) -> None:
    me = sign_in(client)
    notice(me)
    assert client.post(READ, {"up_to": up_to})["Location"] == URL
    assert noticing.unread(me) == 1


def test_letters_are_chosen_by_kind_and_kept(client: Client) -> None:
    me = sign_in(client)
    chosen = dict.fromkeys(Notice.Kind.values, "daily") | {"mention": "none"}
    assert client.post(LETTERS, chosen)["Location"] == URL
    assert client.post(LETTERS, chosen | {"return": "at_once"})["Location"] == URL
    assert noticing.choices_of(me) == chosen | {"return": "at_once"}
    assert NoticeChoice.objects.count() == len(Notice.Kind)
    assert client.get(LETTERS).context["form"].initial["mention"] == "none"


def test_a_way_that_does_not_exist_is_refused(client: Client) -> None:
    me = sign_in(client)
    answer = client.post(LETTERS, dict.fromkeys(Notice.Kind.values, "weekly"))
    assert answer.status_code == 422
    assert noticing.choices_of(me) == noticing.BY_ITSELF


def test_without_an_address_the_page_says_so(client: Client) -> None:
    sign_in(client)
    assert "no e-mail address" in client.get(LETTERS).content.decode()
    sign_in(client, email="ada@example.org")
    assert "ada@example.org" in client.get(LETTERS).content.decode()


def test_htmx_without_a_session_changes_the_whole_page(client: Client) -> None:
    assert client.get(URL, headers=HX)["HX-Redirect"].startswith("/accounts/login/")


def test_the_list_asks_as_much_for_many_as_for_few(client: Client, django_assert_max_num_queries: Any) -> None:
    me = sign_in(client)
    for _ in range(40):
        notice(me, actor=make_user())
    with django_assert_max_num_queries(5):
        assert client.get(URL).status_code == 200
