"""desk:comments, desk:comment-resolve, desk:entry-assign."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from editorial import comments
from tests.editorial.views.helpers import HX, desk, must_be_posted, queries, said, sign_in
from tests.factories import make_entry, make_user
from timelines.models import Comment, Entry

pytestmark = pytest.mark.django_db


@pytest.fixture
def user(client: Client) -> User:
    return sign_in(client)


@pytest.fixture
def entry() -> Entry:
    return make_entry(headline="Council votes", state="proposed")


def thread(entry: Entry) -> str:
    return reverse("desk:comments", args=[entry.timeline.slug, entry.pk])


def resolving(entry: Entry, comment: Comment) -> str:
    return reverse("desk:comment-resolve", args=[entry.timeline.slug, comment.pk])


def assigning(entry: Entry) -> str:
    return reverse("desk:entry-assign", args=[entry.timeline.slug, entry.pk])


def test_the_comments_are_a_page_of_their_own(client: Client, user: User, entry: Entry) -> None:
    comments.add(entry.pk, make_user(first_name="Night", last_name="desk"), "Is this right?")
    html = client.get(thread(entry)).content.decode()
    assert "<html" in html
    assert "Council votes" in html
    assert "Night desk</b>" in html
    assert "Is this right?" in html


def test_for_htmx_they_are_a_panel(client: Client, user: User, entry: Entry) -> None:
    html = client.get(thread(entry), headers=HX).content.decode()
    assert "<html" not in html
    assert 'class="talk"' in html
    assert "No comments yet" in html


def test_a_plain_form_adds_and_leads_back(client: Client, user: User, entry: Entry) -> None:
    answer = client.post(thread(entry), {"text": "Is this right?"}, follow=True)
    assert answer.redirect_chain[0][0] == thread(entry)
    assert said(answer) == ["Comment added."]
    comment = Comment.objects.get()
    assert (comment.author, comment.text) == (user, "Is this right?")


def test_htmx_adds_and_says_how_many_are_open(client: Client, user: User, entry: Entry) -> None:
    client.post(thread(entry), {"text": "One"}, headers=HX)
    html = client.post(thread(entry), {"text": "Two"}, headers=HX).content.decode()
    assert "2 open comments" in html
    assert f'id="talk-{entry.pk}" data-hx-swap-oob="true"' in html
    assert '<div id="live" data-hx-swap-oob="innerHTML">Comment added.' in html


@pytest.mark.parametrize("headers", [HX, {}])
def test_nothing_said_is_refused(client: Client, user: User, entry: Entry, headers: dict[str, str]) -> None:
    answer = client.post(thread(entry), {"text": "  "}, headers=headers)
    assert answer.status_code == 422
    assert "Write a comment first." in answer.content.decode()


def test_too_much_is_refused_and_kept(client: Client, user: User, entry: Entry) -> None:
    answer = client.post(thread(entry), {"text": "word " * 1_100}, headers=HX)
    assert answer.status_code == 422
    assert "word word word" in answer.content.decode()


def test_mentions_stand_out_and_all_is_escaped(client: Client, user: User, entry: Entry) -> None:
    make_user(username="nora")
    comments.add(entry.pk, user, "<script>x</script> @nora @nobody <b>")
    html = client.get(thread(entry)).content.decode()
    assert '<b class="mention">@nora</b>' in html
    assert "@nobody" in html
    assert 'mention">@nobody' not in html
    assert "<script>x" not in html
    assert "&lt;script&gt;x" in html


def test_resolving_and_opening_again(client: Client, user: User, entry: Entry) -> None:
    comment = comments.add(entry.pk, user, "Is this right?")
    html = client.post(resolving(entry, comment), headers=HX).content.decode()
    assert "Resolved by you" in html
    assert "open comment" not in html
    html = client.post(resolving(entry, comment), {"open": "1"}, headers=HX).content.decode()
    assert "1 open comment" in html
    answer = client.post(resolving(entry, comment), follow=True)
    assert said(answer) == ["Comment resolved."]


def test_a_comment_of_another_timeline_is_not_found(client: Client, user: User, entry: Entry) -> None:
    other = make_entry()
    comment = comments.add(other.pk, user, "Elsewhere")
    assert client.post(resolving(entry, comment)).status_code == 404
    assert client.get(reverse("desk:comments", args=[entry.timeline.slug, other.pk])).status_code == 404


def test_assigning_answers_with_the_row_and_can_be_undone(client: Client, user: User, entry: Entry) -> None:
    html = client.post(assigning(entry), {"person": "me"}, headers=HX).content.decode()
    assert f'id="e-{entry.pk}"' in html
    assert "for you" in html
    assert "For you now. U to undo." in html
    entry.refresh_from_db()
    assert entry.assignee == user
    client.post(reverse("desk:undo", args=[entry.timeline.slug]))
    entry.refresh_from_db()
    assert entry.assignee is None


def test_a_plain_form_assigns_and_takes_away(client: Client, user: User, entry: Entry) -> None:
    person = make_user(first_name="Night", last_name="desk")
    answer = client.post(assigning(entry), {"person": person.pk}, follow=True)
    assert said(answer) == ["For Night desk now. U to undo."]
    assert "for Night desk" in answer.content.decode()
    client.post(assigning(entry), {"person": ""})
    entry.refresh_from_db()
    assert entry.assignee is None


def test_a_reader_is_not_given_entries(client: Client, user: User, entry: Entry) -> None:
    reader = make_user(role=None)
    answer = client.post(assigning(entry), {"person": reader.pk}, headers=HX)
    assert answer.status_code == 422
    assert "does not work at this desk" in answer.content.decode()
    assert client.post(assigning(entry), {"person": "somebody"}).status_code == 404
    elsewhere = reverse("desk:entry-assign", args=[make_entry().timeline.slug, entry.pk])
    assert client.post(elsewhere, {"person": "me"}).status_code == 404


def test_the_row_says_how_many_are_open_and_whose_it_is(client: Client, user: User, entry: Entry) -> None:
    assert "open comment" not in client.get(desk(entry.timeline)).content.decode()
    comments.add(entry.pk, user, "One")
    comments.resolve(comments.add(entry.pk, user, "Two").pk, user)
    comments.assign(entry.pk, user, make_user(first_name="Night").pk)
    html = client.get(desk(entry.timeline)).content.decode()
    assert "1 open comment</a>" in html
    assert "for Night</span>" in html


def test_the_list_of_timelines_says_what_waits_for_me(client: Client, user: User, entry: Entry) -> None:
    assert "waiting" not in client.get(reverse("desk:timelines")).content.decode()
    comments.assign(entry.pk, user, user.pk)
    comments.add(entry.pk, make_user(), f"@{user.username} look")
    html = client.get(reverse("desk:timelines")).content.decode()
    assert f'{desk(entry.timeline)}?mine=1">1 entry is assigned to you</a>' in html
    assert f'{desk(entry.timeline)}?talked=1">1 open comment mentions you</a>' in html


def test_queries_do_not_grow(client: Client, user: User, entry: Entry) -> None:
    counts = []
    for size in (1, 12):
        for number in range(size):
            comments.add(entry.pk, make_user(), f"Comment {number}")
        counts.append(queries(lambda: client.get(thread(entry), headers=HX)))
        person, text = make_user(), f"@{user.username} look"
        assert queries(lambda person=person: client.post(assigning(entry), {"person": person.pk}, headers=HX)) <= 12  # type: ignore[misc]
        assert queries(lambda text=text: client.post(thread(entry), {"text": text}, headers=HX)) <= 12  # type: ignore[misc]
        last = Comment.objects.latest("pk")
        assert queries(lambda last=last: client.post(resolving(entry, last), headers=HX)) <= 12  # type: ignore[misc]
    assert counts[0] == counts[1] <= 8


def test_who_may(entry: Entry) -> None:
    client = Client()
    assert client.get(thread(entry), headers=HX)["HX-Redirect"].startswith("/accounts/login/")
    assert client.post(assigning(entry), headers=HX)["HX-Redirect"].startswith("/accounts/login/")
    sign_in(client, role=None)
    assert client.get(thread(entry)).status_code == 404
    assert client.post(assigning(entry)).status_code == 404
    sign_in(client)
    assert must_be_posted(client, assigning(entry))
