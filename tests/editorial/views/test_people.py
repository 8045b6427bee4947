"""Moderators manage journalists: the desk's page of people, and the way in by invitation."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from editorial import inviting
from editorial.errors import Refused
from editorial.roles import JOURNALISTS, MODERATORS
from tests.conftest import Sent
from tests.editorial.views.helpers import must_be_posted, sign_in
from tests.factories import PASSWORD, make_user
from timelines.models import Invitation

pytestmark = pytest.mark.django_db

URL = "/desk/people/"
CHOSEN = {"first_name": "Ada", "last_name": "Byron", "username": "ada", "password": PASSWORD, "again": PASSWORD}


def moderator(client: Client) -> User:
    return sign_in(client, role=MODERATORS)


def link(invitation: Invitation) -> str:
    return reverse("invitation", args=[inviting.token(invitation)])


def take_up(client: Client, invitation: Invitation, **values: str) -> Any:
    return client.post(link(invitation), {**CHOSEN, **values})


def test_journalists_find_nothing_and_strangers_are_asked_who_they_are(client: Client) -> None:
    assert client.get(URL)["Location"] == f"/accounts/login/?next={URL}"
    person = sign_in(client)
    for url in (URL, reverse("desk:person-off", args=[person.pk]), reverse("desk:person-on", args=[person.pk])):
        assert client.post(url, {"email": "x@example.org"}).status_code == 404
    assert not Invitation.objects.exists()
    assert "/desk/people/" not in client.get("/desk/").content.decode()


@pytest.mark.parametrize("name", ["person-off", "person-on", "invitation-withdraw"])
def test_changes_are_posted(client: Client, name: str) -> None:
    moderator(client)
    assert must_be_posted(client, reverse(f"desk:{name}", args=[1]))


def test_from_the_invitation_to_the_desk(
    client: Client, sent_tasks: list[Sent], django_capture_on_commit_callbacks: Any
) -> None:
    inviter = moderator(client)
    with django_capture_on_commit_callbacks(execute=True):
        assert client.post(URL, {"email": "ada@example.org"})["Location"] == URL
    invitation = Invitation.objects.get()
    assert invitation.invited_by == inviter
    assert sent_tasks == [Sent("editorial.tasks.post_invitation", (invitation.pk,))]
    page = client.get(URL).content.decode()
    assert f"http://testserver{link(invitation)}" in page
    assert inviting.post(invitation.pk)
    (letter,) = mail.outbox
    found = re.search(r"http://127.0.0.1:8000(/\S+)", str(letter.body))
    assert found
    assert (letter.to, found[1]) == (["ada@example.org"], link(invitation))

    visitor = Client()
    assert b"ada@example.org" in visitor.get(found[1]).content
    assert take_up(visitor, invitation)["Location"] == "/accounts/login/"
    person = User.objects.get(username="ada")
    assert (person.email, person.get_full_name()) == ("ada@example.org", "Ada Byron")
    assert [group.name for group in person.groups.all()] == [JOURNALISTS]
    assert not person.is_staff
    assert not person.is_superuser
    assert visitor.post("/accounts/login/", {"login": "ada", "password": PASSWORD})["Location"] == "/desk/"


def test_an_invitation_works_once(client: Client) -> None:
    invitation = inviting.invite("ada@example.org", make_user(MODERATORS))
    take_up(client, invitation)
    for answer in (client.get(link(invitation)), take_up(client, invitation, username="eve")):
        assert answer.status_code == 410
        assert inviting.USED in answer.content.decode()
    assert not User.objects.filter(username="eve").exists()
    assert not inviting.post(invitation.pk)
    with pytest.raises(Refused):
        inviting.accept(invitation.pk, User(username="eve"), PASSWORD)


def test_an_invitation_runs_out(client: Client) -> None:
    invitation = inviting.invite("ada@example.org", make_user(MODERATORS))
    Invitation.objects.update(expires_at=timezone.now() + timedelta(seconds=5))
    assert client.get(link(invitation)).status_code == 200
    Invitation.objects.update(expires_at=timezone.now())
    assert take_up(client, invitation).status_code == 410
    assert not User.objects.filter(username="ada").exists()


def test_an_invitation_taken_back_works_no_more(client: Client) -> None:
    moderator(client)
    invitation = inviting.invite("ada@example.org", make_user(MODERATORS))
    url = reverse("desk:invitation-withdraw", args=[invitation.pk])
    assert "taken back" in client.post(url, follow=True).content.decode()
    assert take_up(Client(), invitation).status_code == 410
    assert "not open any more" in client.post(url, follow=True).content.decode()


def test_inviting_again_makes_the_old_link_useless(client: Client) -> None:
    first = inviting.invite("ada@example.org", make_user(MODERATORS))
    second = inviting.invite("Ada@Example.org", make_user(MODERATORS))
    assert client.get(link(first)).status_code == 410
    assert client.get(link(second)).status_code == 200


@pytest.mark.parametrize("given", ["x", "1", "MQ:1tabcd:AAAA", "%00", "a" * 500])
def test_a_made_up_link_is_told_apart(client: Client, given: str) -> None:
    answer = client.get(f"/accounts/invitation/{given}/")
    assert answer.status_code == 410
    assert inviting.GONE in answer.content.decode()


def test_an_address_that_has_an_account_is_not_invited(client: Client) -> None:
    moderator(client)
    make_user(email="ada@example.org")
    answer = client.post(URL, {"email": "Ada@example.org"})
    assert answer.status_code == 422
    assert "Nobody was invited" in answer.content.decode()
    assert not Invitation.objects.exists()


def test_no_address_no_invitation(client: Client) -> None:
    moderator(client)
    assert client.post(URL, {"email": "ada"}).status_code == 422
    assert not Invitation.objects.exists()


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"again": "something else"}, "again"),
        ({"password": "12345678", "again": "12345678"}, "password"),
        ({"password": "ada.byron", "again": "ada.byron", "username": "ada.byron"}, "password"),
        ({"username": "TAKEN"}, "username"),
        ({"username": "a b"}, "username"),
        ({"first_name": ""}, "first_name"),
    ],
)
def test_what_is_chosen_badly_is_said_and_the_link_goes_on_working(
    client: Client, values: dict[str, str], field: str
) -> None:
    make_user(username="taken")
    invitation = inviting.invite("ada@example.org", make_user(MODERATORS))
    answer = take_up(client, invitation, **values)
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == [field]
    assert take_up(client, invitation).status_code == 302


def test_switching_off_ends_the_sessions_and_switching_on_does_not_bring_them_back(client: Client) -> None:
    moderator(client)
    person, theirs = make_user(), Client()
    theirs.force_login(person)
    client.post(reverse("desk:person-off", args=[person.pk]))
    assert not User.objects.get(pk=person.pk).is_active
    client.post(reverse("desk:person-on", args=[person.pk]))
    assert User.objects.get(pk=person.pk).is_active
    assert theirs.get("/desk/").status_code == 302
    theirs.post("/accounts/login/", {"login": person.username, "password": PASSWORD})
    assert theirs.get("/desk/").status_code == 200


def test_switching_one_off_leaves_the_others_sessions(client: Client) -> None:
    moderator(client)
    person, other, theirs = make_user(pk=9001), make_user(pk=90010), Client()
    theirs.force_login(other)
    client.post(reverse("desk:person-off", args=[person.pk]))
    assert theirs.get("/desk/").status_code == 200
    assert client.get(URL).status_code == 200


def test_moderators_and_superusers_are_not_theirs_to_switch_off(client: Client) -> None:
    me = moderator(client)
    for person in (me, make_user(MODERATORS), make_user(is_superuser=True), make_user(is_staff=True), make_user(None)):
        assert client.post(reverse("desk:person-off", args=[person.pk])).status_code == 404
        person.refresh_from_db()
        assert person.is_active
    assert client.post(reverse("desk:person-off", args=[10**6])).status_code == 404


def test_the_page_asks_as_much_for_many_as_for_few(client: Client, django_assert_max_num_queries: Any) -> None:
    me = moderator(client)
    for number in range(30):
        make_user()
        inviting.invite(f"{number}@example.org", me)
    with django_assert_max_num_queries(8):
        assert client.get(URL).status_code == 200
