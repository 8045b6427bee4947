"""Superusers take a second factor off somebody who has lost it; nobody sees a secret."""

from __future__ import annotations

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client
from django.urls import NoReverseMatch, reverse

from editorial.roles import MODERATORS
from tests.editorial.views.test_accounts import with_second_factor
from tests.factories import make_user

pytestmark = pytest.mark.django_db

LIST = "/admin/mfa/authenticator/"


def test_a_superuser_sees_and_removes_it_without_the_secret(client: Client) -> None:
    person = make_user(username="ida")
    secret = with_second_factor(person)
    row = Authenticator.objects.get()
    client.force_login(make_user(None, is_superuser=True, is_staff=True))
    for path in (LIST, f"{LIST}{row.pk}/change/"):
        html = client.get(path).content.decode()
        assert "ida" in html
        assert secret not in html
        assert str(row.data["secret"]) not in html
    assert client.get("/admin/").content.decode().count(LIST) == 1
    assert client.post(f"{LIST}{row.pk}/delete/", {"post": "yes"}).status_code == 302
    assert not Authenticator.objects.exists()


def test_a_moderator_does_not(client: Client) -> None:
    with_second_factor(make_user())
    row = Authenticator.objects.get()
    client.force_login(make_user(MODERATORS))
    for path in (LIST, f"{LIST}{row.pk}/change/", f"{LIST}{row.pk}/delete/"):
        assert client.post(path, {"post": "yes"}).status_code in {302, 403, 404}
        assert client.get(path).status_code in {302, 403, 404}
    assert Authenticator.objects.exists()


def test_addresses_that_dateline_does_not_use_have_no_page() -> None:
    with pytest.raises(NoReverseMatch):
        reverse("admin:account_emailaddress_changelist")
