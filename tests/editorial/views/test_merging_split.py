"""desk:entry-split."""

from __future__ import annotations

from functools import partial
from itertools import pairwise

import pytest
from django.test import Client

from editorial import merging
from tests.editorial.views.helpers import (
    HX,
    MOST_QUERIES,
    TRANSACTION,
    address,
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
from tests.factories import make_timeline, make_user
from timelines.models import Entry

pytestmark = pytest.mark.django_db


def merged() -> tuple[Entry, Entry]:
    """An entry, and the one that was merged into it."""
    timeline, first, other = pair()
    merging.merge(timeline.pk, first.pk, [other.pk], make_user())
    first.refresh_from_db()
    return first, other


def test_the_row_offers_to_split_out_what_was_merged_and_each_source(client: Client) -> None:
    sign_in(client)
    first, other = merged()
    html = client.get(desk(first.timeline, f"?entry={first.pk}")).content.decode()
    assert html.count(f'name="merged" value="{other.pk}"') == 2, "in the menu and beside its sources"
    for citation in first.event.citations.all():
        assert f'name="citation" value="{citation.pk}"' in html


def test_plain_form_leads_to_the_entry_that_came_out(client: Client) -> None:
    sign_in(client)
    first, other = merged()
    response = client.post(address("split", first), {"merged": other.pk, "version": first.version}, follow=True)
    assert response.redirect_chain == [(f"{desk(first.timeline)}#e-{other.pk}", 302)]
    assert said(response) == ["Split out: 30 June 2019. U to undo."]


def test_htmx_gets_both_rows(client: Client) -> None:
    sign_in(client)
    first, other = merged()
    response = client.post(address("split", first), {"merged": other.pk, "version": first.version}, headers=HX)
    html = response.content.decode()
    assert rows_in(response) == [other.pk, first.pk]
    assert 'data-hx-swap-oob="innerHTML"' in html
    assert followed_by(response) == other.pk


def test_one_source_becomes_its_own_entry(client: Client) -> None:
    sign_in(client)
    first, _ = merged()
    citation = first.event.citations.filter(origin=None).get()
    response = client.post(address("split", first), {"citation": citation.pk, "version": first.version}, headers=HX)
    made = Entry.objects.get(event__citations=citation)
    assert made != first
    assert followed_by(response) == made.pk


def test_stale_version_is_answered_with_409(client: Client) -> None:
    sign_in(client)
    first, other = merged()
    response = client.post(address("split", first), {"merged": other.pk, "version": 1}, headers=HX)
    assert response.status_code == 409
    other.refresh_from_db()
    assert other.state == "merged"


@pytest.mark.parametrize("values", [{"merged": 1_000_000}, {"citation": 1_000_000}, {}, {"merged": "x"}])
def test_what_is_not_there_is_refused(client: Client, values: dict[str, object]) -> None:
    sign_in(client)
    first, _ = merged()
    response = client.post(address("split", first), values, headers=HX)
    assert response.status_code == 422
    assert "Nothing was changed" in response.content.decode()


def test_only_by_post(client: Client) -> None:
    sign_in(client)
    assert must_be_posted(client, address("split", merged()[0]))


@pytest.mark.parametrize("way", ["merged", "citation"])
def test_queries_do_not_grow(client: Client, way: str) -> None:
    sign_in(client)
    counts = set()
    for size in (5, 300):
        for number in (2, 10):
            timeline = make_timeline()
            entries = [told(timeline, "29 June 2019", "2019-06-29") for _ in range(number)]
            merging.merge(timeline.pk, entries[0].pk, [entry.pk for entry in entries[1:]], make_user())
            fill(timeline, size)
            url = address("split", entries[0], f"?article={timeline.articles.all()[0].pk}")
            citation = entries[0].event.citations.get(origin=entries[1].event)
            values = {"version": 2, way: entries[1].pk if way == "merged" else citation.pk}
            counts.add(queries(partial(client.post, url, values, headers=HX)))
            assert timeline.entries.filter(state="merged").count() == number - 2
    assert len(counts) == 1
    assert max(counts) <= MOST_QUERIES


@pytest.mark.parametrize("left", ["29 June 2019", "June 2019"])
def test_queries_do_not_grow_for_a_source_that_becomes_an_entry(client: Client, left: str) -> None:
    # Where only "June 2019" is left, the entry that stays gets another date as well.
    sign_in(client)
    counts = set()
    for size in (5, 300):
        for number in (2, 10):
            timeline = make_timeline()
            edtf = "2019-06-29" if left.startswith("29") else "2019-06"
            entries = [told(timeline, "29 June 2019", "2019-06-29")]
            entries += [told(timeline, left, edtf) for _ in range(number - 1)]
            merging.merge(timeline.pk, entries[0].pk, [entry.pk for entry in entries[1:]], make_user())
            fill(timeline, size)
            citation = entries[0].event.citations.filter(origin=None).get()
            url, values = address("split", entries[0]), {"citation": citation.pk, "version": 2}
            counts.add(queries(partial(client.post, url, values, headers=HX)))
            assert timeline.entries.filter(state="merged").count() == number - 1
    assert len(counts) == 1
    entries[0].event.refresh_from_db()
    assert entries[0].event.edtf == edtf
    assert max(counts) <= MOST_QUERIES + TRANSACTION


def test_queries_do_not_grow_with_what_was_merged_before(client: Client) -> None:
    sign_in(client)
    counts = set()
    for depth in (2, 6):
        timeline = make_timeline()
        entries = [told(timeline, "29 June 2019", "2019-06-29") for _ in range(depth + 1)]
        for one, into in pairwise(entries):
            merging.merge(timeline.pk, into.pk, [one.pk], make_user())
        last = entries[-1]
        last.refresh_from_db()
        values = {"version": last.version, "merged": entries[-2].pk}
        counts.add(queries(partial(client.post, address("split", last), values, headers=HX)))
        assert last.event.citations.count() == 1
        assert entries[-2].event.citations.count() == depth
    assert len(counts) == 1
    assert max(counts) <= MOST_QUERIES
