"""desk:entry-choose-source."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.editorial.views.helpers import HX, address, desk, must_be_posted, queries, said, sign_in
from tests.editorial.views.test_merging_split import merged
from timelines.models import Citation, Entry

pytestmark = pytest.mark.django_db


def later(entry: Entry) -> Citation:
    """The source that says 30 June."""
    return entry.event.citations.exclude(origin=None).get()


def test_the_row_lists_every_date_and_who_says_it(client: Client) -> None:
    sign_in(client)
    first, _ = merged()
    article = first.timeline.articles.all()[0]
    html = client.get(desk(first.timeline, f"?entry={first.pk}&article={article.pk}")).content.decode()
    assert html.count("disagree__date") == 2
    assert "Choose 30 June 2019" in html
    assert "Choose 29 June 2019" not in html
    assert "It stands under this date" in html
    assert "mark--disagree" in html
    assert "(sources disagree)" in html


def test_it_takes_that_date_and_shows_the_others_still(client: Client) -> None:
    sign_in(client)
    first, _ = merged()
    values = {"citation": later(first).pk, "version": first.version}
    html = client.post(address("choose-source", first), values, headers=HX).content.decode()
    assert "Chosen: 30 June 2019. U to undo." in html
    assert "Choose 29 June 2019" in html
    first.event.refresh_from_db()
    assert first.event.edtf == "2019-06-30"


def test_plain_form_leads_back_to_the_entry(client: Client) -> None:
    sign_in(client)
    first, _ = merged()
    response = client.post(address("choose-source", first), {"citation": later(first).pk}, follow=True)
    assert response.redirect_chain == [(f"{desk(first.timeline)}#e-{first.pk}", 302)]
    assert said(response) == ["Chosen: 30 June 2019."]


def test_stale_version_is_answered_with_409(client: Client) -> None:
    sign_in(client)
    first, _ = merged()
    values = {"citation": later(first).pk, "version": 1}
    assert client.post(address("choose-source", first), values, headers=HX).status_code == 409


@pytest.mark.parametrize("citation", ["", "x", "1000000"])
def test_what_is_no_source_is_refused(client: Client, citation: str) -> None:
    sign_in(client)
    first, _ = merged()
    response = client.post(address("choose-source", first), {"citation": citation}, headers=HX)
    assert response.status_code == 422
    assert "not part of this entry any more" in response.content.decode()


def test_it_takes_at_most_twelve_queries(client: Client) -> None:
    sign_in(client)
    first, _ = merged()
    url, values = address("choose-source", first), {"citation": later(first).pk, "version": first.version}
    assert queries(lambda: client.post(url, values, headers=HX)) <= 12


def test_only_by_post(client: Client) -> None:
    sign_in(client)
    assert must_be_posted(client, address("choose-source", merged()[0]))
