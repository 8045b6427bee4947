"""desk:entry-same."""

from __future__ import annotations

from functools import partial

import pytest
from django.test import Client

from tests.editorial.views.helpers import (
    HX,
    MOST_QUERIES,
    address,
    answered,
    desk,
    fill,
    followed_by,
    must_be_posted,
    queries,
    rows_in,
    said,
    sign_in,
)
from tests.editorial.views.test_merging_merge import pair, told
from tests.factories import make_timeline
from timelines.models import Entry

pytestmark = pytest.mark.django_db


def asked() -> tuple[Entry, Entry]:
    """An accepted entry, and a proposal that seems to repeat it."""
    _, first, other = pair(other="2019-06-29")
    other.same_as = first
    other.save()
    return first, other


def test_the_row_asks(client: Client) -> None:
    sign_in(client)
    first, _ = asked()
    html = " ".join(client.get(desk(first.timeline)).content.decode().split())
    assert f"entry={first.pk}#e-{first.pk}" in html
    assert "29 June 2019 — They met</a>?" in html
    assert "Paper 0 says “29 June 2019”" in html
    assert 'data-act="same-yes"' in html
    assert 'data-act="same-no"' in html
    assert html.count("Same as …?") == 1


def test_yes_adds_it_as_another_source(client: Client) -> None:
    sign_in(client)
    first, other = asked()
    values = {"answer": "yes", "version": 1}
    response = client.post(address("same", other), values, headers=HX)
    html = response.content.decode()
    assert rows_in(response) == [first.pk]
    assert answered(response)["gone"] == [other.pk]
    assert "Added as a source: 29 June 2019. U to undo." in html
    assert first.event.citations.count() == 2


def test_no_keeps_it_apart_and_answers_with_its_row(client: Client) -> None:
    sign_in(client)
    first, other = asked()
    response = client.post(address("same", other), {"answer": "no", "version": 1}, headers=HX)
    html = response.content.decode()
    assert f'id="e-{other.pk}"' in html
    assert f'id="e-{first.pk}"' not in html
    assert "same-yes" not in html
    assert followed_by(response) == other.pk
    other.refresh_from_db()
    assert (other.same_as, other.state) == (None, "proposed")


def test_plain_forms_lead_back(client: Client) -> None:
    sign_in(client)
    first, other = asked()
    response = client.post(address("same", other), {"answer": "no"}, follow=True)
    assert said(response) == ["Kept apart: 29 June 2019."]
    first, other = asked()
    response = client.post(address("same", other), {"answer": "yes"}, follow=True)
    assert response.redirect_chain == [(f"{desk(first.timeline)}#e-{first.pk}", 302)]


@pytest.mark.parametrize("answer", ["yes", "no"])
def test_stale_version_is_answered_with_409(client: Client, answer: str) -> None:
    sign_in(client)
    _, other = asked()
    assert client.post(address("same", other), {"answer": answer, "version": 7}, headers=HX).status_code == 409
    other.refresh_from_db()
    assert (other.state, other.same_as is None) == ("proposed", False)


def test_where_the_other_is_gone_it_is_refused(client: Client) -> None:
    sign_in(client)
    first, other = asked()
    Entry.objects.filter(pk=first.pk).update(state="rejected")
    response = client.post(address("same", other), {"answer": "yes"}, headers=HX)
    assert response.status_code == 422
    assert "not on the timeline any more" in response.content.decode()


def test_yes_goes_on_with_the_next_to_decide(client: Client) -> None:
    sign_in(client)
    first, other = asked()
    values = {"answer": "yes", "version": 1}
    assert followed_by(client.post(address("same", other), values, headers=HX)) == first.pk, "where nothing is left"
    first, other = asked()
    following = told(first.timeline, "2020", "2020", state="proposed")
    assert followed_by(client.post(address("same", other), values, headers=HX)) == following.pk


@pytest.mark.parametrize("answer", ["yes", "no"])
def test_queries_do_not_grow(client: Client, answer: str) -> None:
    sign_in(client)
    counts = []
    for size, asking in ((5, 0), (300, 30)):
        first, other = asked()
        for _ in range(asking):
            row = told(first.timeline, "29 June 2019", "2019-06-29", state="proposed")
            Entry.objects.filter(pk=row.pk).update(same_as=first)
        fill(first.timeline, size)
        post = {"answer": answer, "version": 1}
        counts.append(queries(partial(client.post, address("same", other), post, headers=HX)))
    assert counts[0] == counts[1] <= MOST_QUERIES


def test_only_by_post(client: Client) -> None:
    sign_in(client)
    assert must_be_posted(client, address("same", asked()[1]))


def test_another_timelines_entry_is_not_found(client: Client) -> None:
    sign_in(client)
    _, other = asked()
    other.timeline = make_timeline()
    assert client.post(address("same", other), {"answer": "no"}, headers=HX).status_code == 404
