"""Signing in and out, passwords, and the second factor."""

from __future__ import annotations

import re
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.contrib.auth.models import User
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from tests.factories import PASSWORD, make_user

pytestmark = pytest.mark.django_db

LOGIN = "/accounts/login/"


@pytest.fixture(autouse=True)
def _nothing_counted() -> None:
    """How often something was asked for lies in the process's memory."""
    cache.clear()


def sign_in(client: Client, user: User, password: str = PASSWORD, following: str = "") -> Any:
    """Fill in the form; `following` is the page to go on to."""
    return client.post(LOGIN, {"login": user.username, "password": password, "next": following})


def is_in(client: Client) -> bool:
    """Whether the desk opens."""
    return bool(client.get("/desk/").status_code == 200)


def code_of(secret: str) -> str:
    """What an app shows for the secret now."""
    return str(format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time())))))


def with_second_factor(user: User) -> str:
    """The secret of an app that was set up."""
    secret: str = generate_totp_secret()
    TOTP.activate(user, secret)
    return secret


def test_signing_in_leads_to_the_desk_and_out_to_the_public_site(client: Client) -> None:
    answer = sign_in(client, make_user())
    assert (answer.status_code, answer["Location"]) == (302, "/desk/")
    assert is_in(client)
    assert client.post("/accounts/logout/")["Location"] == "/"
    assert not is_in(client)


def test_opening_the_sign_out_page_signs_nobody_out(client: Client) -> None:
    client.force_login(make_user())
    assert b"Stay" in client.get("/accounts/logout/").content
    assert is_in(client)


def test_a_wrong_password_and_an_unknown_name_are_told_the_same(client: Client) -> None:
    user = make_user()
    wrong = sign_in(client, user, "guessed")
    unknown = client.post(LOGIN, {"login": "nobody-here", "password": "guessed"})
    told = wrong.context["form"].non_field_errors()
    assert told == ["Username and password do not belong together."]
    assert unknown.context["form"].non_field_errors() == told
    assert not is_in(client)


def test_who_is_signed_in_is_led_past_the_form(client: Client) -> None:
    client.force_login(make_user())
    assert client.get(LOGIN)["Location"] == "/desk/"


def test_a_switched_off_account_is_told_so_with_the_right_password_only(client: Client) -> None:
    user = make_user(is_active=False)
    assert sign_in(client, user, "guessed").status_code == 200
    assert sign_in(client, user)["Location"] == "/accounts/inactive/"
    assert b"switched this account off" in client.get("/accounts/inactive/").content


def test_nobody_signs_up(client: Client) -> None:
    values = {"username": "me", "email": "me@example.org", "password1": PASSWORD, "password2": PASSWORD}
    for answer in (client.get("/accounts/signup/"), client.post("/accounts/signup/", values)):
        assert b"Accounts by invitation" in answer.content
    assert not User.objects.exists()


EVIL = [
    "//evil.example", "///evil.example", "/\\evil.example", "\\\\evil.example", "https://evil.example/desk/",
    "javascript:alert(1)", "/\t/evil.example", "\t//evil.example", " //evil.example", "http:evil.example", "desk/",
    "/\r\nSet-Cookie: a=b", "//testserver@evil.example/", "https:///evil.example", "data:text/html,x",
]  # fmt: skip


@pytest.mark.parametrize("following", EVIL)
def test_what_is_no_path_of_this_site_is_not_followed(client: Client, following: str) -> None:
    assert sign_in(client, make_user(), following=following)["Location"] == "/desk/"
    assert client.get(LOGIN, {"next": following})["Location"] == "/desk/"
    assert client.post("/accounts/logout/", {"next": following})["Location"] == "/"


@pytest.mark.parametrize(
    "encoded", ["%2F%2Fevil.example", "%2f%5cevil.example", "/%09/evil.example", "%0a//evil.example"]
)
def test_writing_it_otherwise_does_not_help(client: Client, encoded: str) -> None:
    user = make_user()
    answer = client.post(f"{LOGIN}?next={encoded}", {"login": user.username, "password": PASSWORD})
    assert answer["Location"] == "/desk/"


@pytest.mark.parametrize("following", ["/desk/jobs/", "/desk/?q=a%20b", "/admin/"])
def test_a_path_of_this_site_is_followed(client: Client, following: str) -> None:
    assert sign_in(client, make_user(), following=following)["Location"] == following


# --- Passwords ----------------------------------------------------------------------------------------------------


def change(client: Client, old: str = PASSWORD, new: str = "quite another secret") -> Any:
    return client.post("/accounts/password/", {"oldpassword": old, "password1": new, "password2": new})


def test_changing_the_password_ends_the_other_sessions(client: Client) -> None:
    user, elsewhere = make_user(), Client()
    sign_in(client, user)
    sign_in(elsewhere, user)
    answer = change(client)
    assert (answer.status_code, answer["Location"]) == (302, "/desk/")
    assert is_in(client)
    assert not is_in(elsewhere)
    assert sign_in(elsewhere, user).status_code == 200
    assert sign_in(elsewhere, user, "quite another secret").status_code == 302


def test_without_the_old_password_nothing_changes(client: Client) -> None:
    user = make_user()
    client.force_login(user)
    assert b"Nothing was changed" in change(client, old="guessed").content
    user.refresh_from_db()
    assert user.check_password(PASSWORD)


@pytest.mark.parametrize("weak", ["short", "12345678901", "password"])
def test_a_weak_password_is_refused(client: Client, weak: str) -> None:
    client.force_login(make_user())
    assert change(client, new=weak).context["form"].errors["password1"]


def asked_for_link(client: Client, email: str) -> str:
    """The path in the letter, or nothing."""
    answer = client.post("/accounts/password/reset/", {"email": email})
    assert answer["Location"] == "/accounts/password/reset/sent/"
    if not mail.outbox:
        return ""
    found = re.search(r"http://testserver(/\S+)", str(mail.outbox[-1].body))
    assert found
    return found[1]


def test_a_forgotten_password_is_replaced_by_way_of_a_letter_once(client: Client) -> None:
    user, elsewhere = make_user(email="ada@example.org"), Client()
    sign_in(elsewhere, user)
    link = asked_for_link(client, "Ada@example.org")
    form = client.get(link, follow=True)
    url = form.redirect_chain[-1][0]
    assert (
        client.post(url, {"password1": "quite another secret", "password2": "quite another secret"}).status_code == 302
    )
    assert not is_in(elsewhere)
    assert sign_in(client, user, "quite another secret").status_code == 302
    assert b"does not work any more" in Client().get(link).content


def test_an_unknown_address_gets_no_letter_and_the_same_answer(client: Client) -> None:
    assert asked_for_link(client, "nobody@example.org") == ""


def test_a_switched_off_account_gets_no_letter(client: Client) -> None:
    make_user(email="ada@example.org", is_active=False)
    assert asked_for_link(client, "ada@example.org") == ""


# --- Sessions -----------------------------------------------------------------------------------------------------


def test_the_session_of_a_deactivated_person_is_over_with_the_next_request(client: Client) -> None:
    user = make_user()
    client.force_login(user)
    assert is_in(client)
    User.objects.filter(pk=user.pk).update(is_active=False)
    assert not is_in(client)
    User.objects.filter(pk=user.pk).update(is_active=True)
    assert not is_in(client), "the old session must not come back to life"


def test_the_session_of_a_demoted_person_is_over_with_the_next_request(client: Client) -> None:
    user = make_user("moderators")
    client.force_login(user)
    user.groups.set([make_user().groups.get()])
    assert client.get("/desk/")["Location"] == f"{LOGIN}?next=/desk/"
    assert "_auth_user_id" not in client.session


def test_who_loses_what_came_later_is_demoted_too(client: Client) -> None:
    user, moderator = make_user(), make_user("moderators")
    client.force_login(user)
    user.groups.add(moderator.groups.get())
    assert is_in(client)
    user.groups.remove(moderator.groups.get())
    assert not is_in(client)


def test_htmx_is_sent_to_the_sign_in_page_as_a_whole(client: Client) -> None:
    user = make_user()
    client.force_login(user)
    user.groups.clear()
    answer = client.get("/desk/", headers={"HX-Request": "true", "HX-Current-URL": "http://testserver/desk/jobs/"})
    assert answer["HX-Redirect"] == f"{LOGIN}?next=/desk/jobs/"


def test_public_pages_do_not_look_at_the_session(client: Client) -> None:
    client.force_login(make_user())
    assert "Cookie" not in client.get("/").get("Vary", "")


# --- The second factor ----------------------------------------------------------------------------------------------


def test_setting_up_a_second_factor_and_signing_in_with_it(client: Client) -> None:
    user = make_user()
    sign_in(client, user)
    page = client.get("/accounts/second-factor/app/")
    assert page["Location"].startswith("/accounts/confirm/?next=")
    page = client.post(page["Location"], {"password": PASSWORD}, follow=True)
    done = client.post("/accounts/second-factor/app/", {"code": code_of(page.context["form"].secret)}, follow=True)
    assert b"Recovery codes" in done.content
    client.logout()
    assert sign_in(client, user, following="/desk/jobs/")["Location"] == "/accounts/second-factor/code/"
    assert not is_in(client)
    assert client.post("/accounts/second-factor/code/", {"code": "000000"}).status_code == 200
    assert not is_in(client)
    recovery = done.context["unused_codes"][0]
    assert client.post("/accounts/second-factor/code/", {"code": recovery})["Location"] == "/desk/jobs/"
    assert is_in(client)


def test_guessing_codes_is_stopped(client: Client) -> None:
    user = make_user()
    secret = with_second_factor(user)
    sign_in(client, user)
    for _ in range(10):
        client.post("/accounts/second-factor/code/", {"code": "wrong"})
    answer = client.post("/accounts/second-factor/code/", {"code": code_of(secret)})
    assert b"Too many wrong attempts" in answer.content
    assert not is_in(client)


@pytest.fixture
def _strict(settings: Any) -> None:
    settings.SUPERUSERS_NEED_SECOND_FACTOR = True


@pytest.mark.usefixtures("_strict")
class TestSuperusers:
    """With DEBUG off."""

    @pytest.mark.parametrize("path", ["/desk/", "/admin/", "/admin/auth/user/", "/desk/jobs/"])
    def test_without_one_there_is_only_the_way_to_it(self, client: Client, path: str) -> None:
        client.force_login(make_user(None, is_superuser=True, is_staff=True))
        assert client.get(path)["Location"] == f"/accounts/second-factor/app/?next={path}"
        assert client.post(path).status_code == 302
        assert client.get("/").status_code == 200

    def test_htmx_changes_the_whole_page(self, client: Client) -> None:
        client.force_login(make_user(None, is_superuser=True))
        answer = client.get("/desk/", headers={"HX-Request": "true"})
        assert answer["HX-Redirect"].startswith("/accounts/second-factor/app/")

    def test_with_one_they_get_in(self, client: Client) -> None:
        user = make_user(None, is_superuser=True, is_staff=True)
        secret = with_second_factor(user)
        sign_in(client, user)
        client.post("/accounts/second-factor/code/", {"code": code_of(secret)})
        assert is_in(client)
        assert client.get("/admin/").status_code == 200

    def test_a_session_without_the_code_is_asked_for_it(self, client: Client) -> None:
        user = make_user(None, is_superuser=True)
        with_second_factor(user)
        client.force_login(user)
        assert client.get("/desk/")["Location"].startswith("/accounts/second-factor/confirm/")

    def test_taking_it_off_closes_desk_and_admin(self, client: Client) -> None:
        user = make_user(None, is_superuser=True)
        secret = with_second_factor(user)
        sign_in(client, user)
        client.post("/accounts/second-factor/code/", {"code": code_of(secret)})
        client.post("/accounts/confirm/", {"password": PASSWORD})
        client.post("/accounts/second-factor/app/remove/")
        assert not Authenticator.objects.exists()
        assert client.get("/desk/").status_code == 302

    def test_others_need_none(self, client: Client) -> None:
        client.force_login(make_user("moderators"))
        assert is_in(client)
        assert client.get("/admin/").status_code == 200


# --- The lock -------------------------------------------------------------------------------------------------------


@pytest.fixture
def _counting(settings: Any) -> None:
    settings.AXES_ENABLED = True


@pytest.mark.usefixtures("_counting")
class TestLock:
    """Five wrong passwords for a name from one address."""

    def lock(self, client: Client, user: User, **extra: Any) -> Any:
        for name in (user.username, user.username.upper(), f" {user.username} ", user.username):
            assert client.post(LOGIN, {"login": name, "password": "guessed"}, **extra).status_code == 200
        return client.post(LOGIN, {"login": user.username, "password": "guessed"}, **extra)

    def test_the_page_says_for_how_long_and_what_to_do(self, client: Client) -> None:
        answer = self.lock(client, make_user())
        assert answer.status_code == 429
        assert b"<b>15 minutes</b>" in answer.content
        assert reverse("account_reset_password").encode() in answer.content

    def test_the_right_password_does_not_open_it_before_time(self, client: Client, time_machine: Any) -> None:
        user = make_user()
        time_machine.move_to("2026-01-10T12:00:00Z")
        self.lock(client, user)
        time_machine.move_to("2026-01-10T12:14:00Z")
        assert sign_in(client, user).status_code == 429
        assert not is_in(client)
        time_machine.move_to("2026-01-10T12:15:10Z")
        assert sign_in(client, user).status_code == 302

    def test_from_elsewhere_the_name_works_and_from_here_another_name(self, client: Client) -> None:
        user = make_user()
        self.lock(client, user)
        assert sign_in(Client(REMOTE_ADDR="192.0.2.7"), user).status_code == 302
        assert sign_in(client, make_user()).status_code == 302

    def test_signing_in_starts_the_count_again(self, client: Client) -> None:
        user = make_user()
        for _ in range(4):
            sign_in(client, user, "guessed")
        sign_in(client, user)
        client.logout()
        assert sign_in(client, user, "guessed").status_code == 200

    def test_a_made_up_header_is_no_other_address(self, client: Client) -> None:
        user = make_user()
        for number in range(4):
            client.post(LOGIN, {"login": user.username, "password": "no"}, HTTP_X_FORWARDED_FOR=f"192.0.2.{number}")
        last = client.post(LOGIN, {"login": user.username, "password": "no"}, HTTP_X_FORWARDED_FOR="192.0.2.99")
        assert last.status_code == 429

    def test_behind_our_proxy_the_visitor_is_counted_and_not_the_proxy(self, client: Client, settings: Any) -> None:
        settings.TRUSTED_PROXIES = 1
        user = make_user()
        assert self.lock(client, user, HTTP_X_FORWARDED_FOR="203.0.113.9, 192.0.2.1").status_code == 429
        answer = client.post(
            LOGIN, {"login": user.username, "password": PASSWORD}, HTTP_X_FORWARDED_FOR="203.0.113.9, 192.0.2.2"
        )
        assert answer.status_code == 302

    def test_an_unknown_name_is_locked_as_well(self, client: Client) -> None:
        for _ in range(4):
            assert client.post(LOGIN, {"login": "nobody", "password": "no"}).status_code == 200
        assert client.post(LOGIN, {"login": "nobody", "password": "no"}).status_code == 429
