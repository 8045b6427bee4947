"""What people see when there is no page for them."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.views.defaults import permission_denied, server_error

from tests.timelines.html import sound


@pytest.mark.django_db
def test_404_says_why_and_leads_on(client: Client) -> None:
    response = client.get("/t/no-such-story/<script>/")
    assert response.status_code == 404
    page = sound(response)
    assert "There is no page at this address" in page.text
    assert page.all("a", href="/")


def test_403_says_that_nothing_was_changed() -> None:
    response = permission_denied(RequestFactory().get("/"), PermissionDenied("internal words"))
    page = sound(HttpResponse(response.content))
    assert "Your account may not do this" in page.text
    assert "internal words" not in page.text


def test_500_needs_no_request_and_says_what_is_kept() -> None:
    page = sound(HttpResponse(server_error(RequestFactory().get("/")).content))
    assert "What was saved before is kept." in page.text
    assert page.all("a", href="/")
