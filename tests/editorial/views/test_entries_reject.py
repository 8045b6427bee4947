"""desk:entry-reject."""

from __future__ import annotations

import pytest
from django.test import Client

from editorial import undoing
from tests.editorial.views.helpers import (
    HX,
    MOST_QUERIES,
    address,
    desk,
    fill,
    followed_by,
    must_be_posted,
    queries,
    said,
    sign_in,
)
from tests.factories import make_article, make_entry, make_timeline, make_user
from timelines.models import Entry

pytestmark = pytest.mark.django_db


def entry_with_source(state: str = "proposed") -> Entry:
    timeline = make_timeline()
    article = make_article(f"{timeline.title}: the council voted on 3 May 2019.", timeline=timeline)
    return make_entry(timeline, article=article, words="3 May 2019", state=state)


def test_plain_form_leads_back_to_the_entry(client: Client) -> None:
    sign_in(client)
    entry = entry_with_source()
    response = client.post(address("reject", entry), {"version": 1}, follow=True)
    assert response.redirect_chain == [(f"{desk(entry.timeline)}#e-{entry.pk}", 302)]
    assert said(response) == ["Set aside: 3 May 2019."]
    entry.refresh_from_db()
    assert entry.state == "rejected"


def test_htmx_swaps_a_fragment_and_what_hangs_on_it(client: Client) -> None:
    sign_in(client)
    entry = entry_with_source()
    article = entry.timeline.articles.get()
    response = client.post(address("reject", entry, f"?article={article.pk}"), {"version": 1}, headers=HX)
    html = response.content.decode()
    assert response.status_code == 200
    assert "<html" not in html
    assert f'id="e-{entry.pk}"' in html
    assert "Set aside: 3 May 2019. U to undo." in html
    assert "mark--rejected" in html
    for part in ("tabs", "undo", "said"):
        assert f'id="{part}"' in html


def test_goes_on_with_the_right_entry(client: Client) -> None:
    sign_in(client)
    entry = entry_with_source()
    following = make_entry(entry.timeline, "2020", state="proposed")
    response = client.post(address("reject", entry), {"version": 1}, headers=HX)
    assert followed_by(response) == following.pk


def test_goes_on_behind_the_rejected_entry(client: Client) -> None:
    sign_in(client)
    first = make_entry(edtf="2018", state="proposed")
    entry, behind = (make_entry(first.timeline, edtf, state="proposed") for edtf in ("2019", "2020"))
    response = client.post(address("reject", entry), {"version": 1}, headers=HX)
    assert followed_by(response) == behind.pk


def test_plain_form_keeps_what_is_open(client: Client) -> None:
    sign_in(client)
    entry = entry_with_source()
    response = client.post(address("reject", entry, "?article=7&show=undecided&page=2"), {"version": 1})
    assert response["Location"] == f"{desk(entry.timeline)}?article=7&show=undecided&page=2#e-{entry.pk}"


def test_stale_version_is_answered_with_409(client: Client) -> None:
    sign_in(client)
    entry = entry_with_source("accepted")
    Entry.objects.filter(pk=entry.pk).update(version=2)
    response = client.post(address("reject", entry), {"version": 1}, headers=HX)
    assert response.status_code == 409
    assert "Somebody else changed this entry" in response.content.decode()
    entry.refresh_from_db()
    assert entry.state != "rejected"


def test_double_click_is_one_decision(client: Client) -> None:
    sign_in(client)
    entry = entry_with_source()
    answers = [client.post(address("reject", entry), {"version": 1}, headers=HX) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [200, 200]
    assert entry.decisions.count() == 1


def test_queries_do_not_grow(client: Client) -> None:
    sign_in(client)
    counts = []
    for size in (5, 300):
        entry = entry_with_source()
        article = entry.timeline.articles.get()
        fill(entry.timeline, size, article=article)
        url = address("reject", entry, f"?article={article.pk}")
        counts.append(queries(lambda url=url: client.post(url, {"version": 1}, headers=HX)))  # type: ignore[misc]
    assert counts[0] == counts[1] <= MOST_QUERIES


def test_who_may(client: Client) -> None:
    entry = entry_with_source()
    assert client.post(address("reject", entry)).status_code == 302
    sign_in(client, role=None)
    assert client.post(address("reject", entry)).status_code == 404
    entry.refresh_from_db()
    assert entry.state == "proposed"


def test_entry_of_another_timeline_is_not_found(client: Client) -> None:
    sign_in(client)
    entry, other = entry_with_source(), make_timeline()
    url = address("reject", entry).replace(entry.timeline.slug, other.slug)
    assert client.post(url).status_code == 404


def test_is_posted(client: Client) -> None:
    sign_in(client)
    assert must_be_posted(client, address("reject", entry_with_source()))


def test_decision_is_the_persons_own(client: Client) -> None:
    user = sign_in(client)
    entry = entry_with_source()
    client.post(address("reject", entry), {"version": 1})
    assert entry.decisions.get().actor == user
    assert not undoing.steps(entry.timeline, make_user()).undo
