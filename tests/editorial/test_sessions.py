"""A session and its person come with one query, and neither outlives what the database says."""

from __future__ import annotations

from importlib import import_module

import pytest
from django.conf import settings
from django.contrib.auth.models import Group
from django.contrib.sessions.backends.db import SessionStore as Plain
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse

from editorial.roles import JOURNALISTS
from editorial.sessions import SessionStore
from tests.editorial.views.helpers import queries, sign_in
from tests.factories import make_timeline, make_user

pytestmark = pytest.mark.django_db


def gets_in(client: Client) -> bool:
    status = client.get(reverse("desk:timeline", args=[make_timeline().slug])).status_code
    assert status in {200, 302, 404}
    return status == 200


def test_it_is_the_engine_in_use() -> None:
    assert import_module(settings.SESSION_ENGINE).SessionStore is SessionStore


def test_session_person_and_roles_in_one_query(client: Client) -> None:
    user = sign_in(client)
    user.groups.add(Group.objects.create(name="cartoonists"))
    address = reverse("desk:rows", args=[make_timeline().slug])

    def press() -> None:
        assert client.post(address, {"rows": "dense"}).status_code == 302

    press()  # the session notes that its person has become more
    assert queries(press) == 1
    assert "desk-rows" in client.cookies, "which only who is let in gets"


def test_who_is_deactivated_is_out_at_once(client: Client) -> None:
    user = sign_in(client)
    assert gets_in(client)
    user.is_active = False
    user.save()
    assert not gets_in(client)


def test_who_loses_the_role_is_out_at_once(client: Client) -> None:
    user = sign_in(client)
    assert gets_in(client)
    user.groups.remove(Group.objects.get(name=JOURNALISTS))
    assert not gets_in(client)


def test_a_new_password_ends_the_session(client: Client) -> None:
    user = sign_in(client)
    user.set_password("another one, and long")
    user.save()
    assert not gets_in(client)


def test_sessions_taken_away_or_over_end(client: Client) -> None:
    sign_in(client)
    Session.objects.all().delete()
    assert not gets_in(client)
    sign_in(client)
    Session.objects.update(expire_date="2020-01-01T00:00Z")
    assert not gets_in(client)


def test_sessions_of_earlier_versions_go_on(client: Client) -> None:
    sign_in(client)
    kept = Session.objects.get()
    kept.session_data = Plain().encode(SessionStore().decode(kept.session_data))
    kept.save()
    assert "|" not in kept.session_data
    assert gets_in(client)


def test_the_number_before_the_data_gives_nobody_anothers_rights(client: Client) -> None:
    """It is not signed. What is signed says whose session it is."""
    user, other = sign_in(client, role=None), make_user(is_superuser=True)
    kept = Session.objects.get()
    kept.session_data = kept.session_data.replace(f"{user.pk}|", f"{other.pk}|")
    kept.save()
    assert not gets_in(client)


@pytest.mark.parametrize("data", ["", "|", "17|", "x|y", "not signed at all"])
def test_what_cannot_be_read_signs_nobody_in(client: Client, data: str) -> None:
    sign_in(client)
    Session.objects.update(session_data=data)
    assert not gets_in(client)
