"""desk:entry."""

import pytest
from django.test import Client

from tests.editorial.views.helpers import HX, address, sign_in
from tests.factories import make_entry

pytestmark = pytest.mark.django_db


def test_fragment_for_htmx(client: Client) -> None:
    sign_in(client)
    entry = make_entry(headline="A vote")
    html = client.get(address("", entry), headers=HX).content.decode()
    assert html.strip().startswith("<article")
    assert f'id="e-{entry.pk}"' in html


def test_else_the_desk_at_the_entry(client: Client) -> None:
    sign_in(client)
    entry = make_entry()
    response = client.get(address("", entry))
    assert response["Location"] == f"/desk/t/{entry.timeline.slug}/?entry={entry.pk}#e-{entry.pk}"


def test_who_may(client: Client) -> None:
    entry = make_entry()
    assert client.get(address("", entry)).status_code == 302
    sign_in(client, role=None)
    assert client.get(address("", entry)).status_code == 404
