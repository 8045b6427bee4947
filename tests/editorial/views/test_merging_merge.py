"""desk:merge."""

from __future__ import annotations

from functools import partial
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from editorial import merging
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
from tests.factories import make_article, make_entry, make_timeline, make_user
from timelines.models import Entry, Timeline

pytestmark = pytest.mark.django_db


def merge_at(timeline: Timeline, query: str = "") -> str:
    return reverse("desk:merge", args=[timeline.slug]) + query


def told(timeline: Timeline, words: str, edtf: str, **fields: Any) -> Entry:
    text = f"{timeline.title}, paper {timeline.articles.count()}: they met {words}."
    article = make_article(text, timeline=timeline, publisher=f"Paper {timeline.articles.count()}")
    return make_entry(timeline, edtf, article=article, words=words, **fields)


def pair(*, other: str = "2019-06-30", **fields: Any) -> tuple[Timeline, Entry, Entry]:
    timeline = make_timeline()
    first = told(timeline, "29 June 2019", "2019-06-29", headline="They met", **fields)
    return timeline, first, told(timeline, "a day later", other, headline="A meeting", state="proposed")


def seen(*entries: Entry) -> list[str]:
    return [f"{entry.pk}.{entry.version}" for entry in entries]


def test_asks_which_one_stays_and_changes_nothing(client: Client) -> None:
    sign_in(client)
    timeline, first, other = pair(description="A text of its own")
    response = client.post(merge_at(timeline), {"entry": seen(first, other), "into": other.pk}, headers=HX)
    html = response.content.decode()
    assert (response["HX-Retarget"], response["HX-Reswap"]) == ("#new-entry", "innerHTML")
    assert "<html" not in html
    for words in ("They met", "A meeting", "29 June 2019", "30 June 2019", "Paper 0", "“a day later”", "descriptions"):
        assert words in html
    assert f'value="{other.pk}" checked' in html
    assert html.count('name="date"') == 3
    assert not timeline.decisions.exists()


def test_the_panel_is_a_page_without_scripts(client: Client) -> None:
    sign_in(client)
    timeline, first, other = pair()
    html = client.post(merge_at(timeline), {"entry": seen(other, first)}).content.decode()
    assert "<html" in html
    assert "Merge 2 entries into one" in html
    assert f'value="{first.pk}" checked' in html, "the accepted one stays, unless another is chosen"


def test_equal_dates_leave_no_choice(client: Client) -> None:
    sign_in(client)
    timeline, first, other = pair(other="2019-06-29")
    html = client.post(merge_at(timeline), {"entry": seen(first, other)}, headers=HX).content.decode()
    assert 'name="date"' not in html


def test_a_date_that_no_source_supports_is_not_offered(client: Client) -> None:
    sign_in(client)
    timeline = make_timeline()
    month = told(timeline, "June 2019", "2019-06")
    by_hand = make_entry(timeline, "2019-06-29")
    html = client.post(merge_at(timeline), {"entry": seen(month, by_hand)}, headers=HX).content.decode()
    assert "2019-06|" in html
    assert "2019-06-29|" not in html


def test_plain_form_merges_and_leads_back_to_the_entry(client: Client) -> None:
    sign_in(client)
    timeline, first, other = pair()
    values = {"entry": seen(first, other), "into": first.pk, "do": "merge"}
    response = client.post(merge_at(timeline), values, follow=True)
    assert response.redirect_chain == [(f"{desk(timeline)}#e-{first.pk}", 302)]
    assert said(response) == ["Merged 2 entries into 29 June 2019. U to undo."]
    other.refresh_from_db()
    assert other.merged_into == first


def test_htmx_gets_the_row_and_hears_which_ones_go(client: Client) -> None:
    sign_in(client)
    timeline, first, other = pair()
    article = timeline.articles.all()[0]
    values = {"entry": seen(first, other), "into": first.pk, "do": "merge", "date": "2019-06-30|"}
    response = client.post(merge_at(timeline, f"?article={article.pk}"), values, headers=HX)
    html = response.content.decode()
    assert rows_in(response) == [first.pk]
    assert answered(response)["gone"] == [other.pk]
    assert answered(response)["marks"], "the words of the other are to be marked as this one's"
    assert '<div id="new-entry" data-hx-swap-oob="innerHTML"></div>' in html
    assert "Merged 2 entries into 30 June 2019. U to undo." in html
    assert "Sources disagree" in html
    assert followed_by(response) == first.pk


def test_stale_version_is_answered_with_409_and_the_panel_as_it_is_now(client: Client) -> None:
    sign_in(client)
    timeline, first, other = pair()
    values = {"entry": [f"{first.pk}.1", f"{other.pk}.9"], "into": first.pk, "do": "merge"}
    response = client.post(merge_at(timeline), values, headers=HX)
    html = response.content.decode()
    assert response.status_code == 409
    assert "Somebody else changed this entry" in html
    assert f'value="{other.pk}.1"' in html
    assert not timeline.decisions.exists()


@pytest.mark.parametrize(
    ("values", "reason"),
    [({"date": "nonsense|"}, "none of those offered"), ({"date": "2019-06-29T10:00:00|"}, "more precise")],
)
def test_a_refused_date_is_said_in_the_panel(client: Client, values: dict[str, str], reason: str) -> None:
    sign_in(client)
    timeline = make_timeline()
    first, other = told(timeline, "June 2019", "2019-06"), told(timeline, "mid 2019", "2019")
    values |= {"date": "2019-06-03|"} if "T" in values["date"] else {}
    sent = {"entry": seen(first, other), "into": str(first.pk), "do": "merge", **values}
    response = client.post(merge_at(timeline), sent, headers=HX)
    assert response.status_code == 422
    assert reason in response.content.decode()
    assert not timeline.decisions.exists()


def test_one_entry_is_not_enough(client: Client) -> None:
    sign_in(client)
    timeline, first, other = pair()
    Entry.objects.filter(pk=other.pk).update(state="rejected")
    response = client.post(merge_at(timeline), {"entry": seen(first, other)}, headers=HX)
    assert response.status_code == 422
    assert "Select at least two entries" in response.content.decode()
    assert said(client.post(merge_at(timeline), {"entry": "x"}, follow=True)) == [
        "Select at least two entries that are not set aside, then merge them."
    ]


def test_entries_of_another_timeline_are_not_there(client: Client) -> None:
    sign_in(client)
    timeline, first, _ = pair()
    _, foreign, _ = pair()
    values = {"entry": seen(first, foreign), "into": first.pk, "do": "merge"}
    assert client.post(merge_at(timeline), values, headers=HX).status_code == 422
    foreign.refresh_from_db()
    assert foreign.state == "accepted"


@pytest.mark.parametrize(("date", "most"), [("", MOST_QUERIES), ("2019-06-30|", MOST_QUERIES)])
def test_queries_do_not_grow(client: Client, date: str, most: int) -> None:
    # Another date has the event's row and its history besides, and asks for the place that goes with it.
    sign_in(client)
    counts = set()
    for size in (5, 300):
        for number in (2, 10):
            timeline = make_timeline()
            entries = [told(timeline, "29 June 2019", "2019-06-29") for _ in range(number - 1)]
            entries.append(told(timeline, "a day later", "2019-06-30"))
            article = timeline.articles.all()[0]
            fill(timeline, size, article=article)
            values = {"entry": seen(*entries), "into": entries[0].pk, "do": "merge", "date": date}
            url = merge_at(timeline, f"?article={article.pk}")
            counts.add(queries(partial(client.post, url, values, headers=HX)))
            assert timeline.entries.filter(merged_into=entries[0]).count() == number - 1
    assert len(counts) == 1
    assert max(counts) <= most


def test_only_by_post(client: Client) -> None:
    sign_in(client)
    assert must_be_posted(client, merge_at(make_timeline()))


def test_a_merged_entry_leads_nowhere_but_stays_a_page(client: Client) -> None:
    sign_in(client)
    timeline, first, other = pair()
    merging.merge(timeline.pk, first.pk, [other.pk], make_user())
    for query in ("", f"?entry={other.pk}", "?show=accepted"):
        html = client.get(desk(timeline, query)).content.decode()
        assert f'id="e-{first.pk}"' in html
        assert f'id="e-{other.pk}"' not in html
    assert client.get(address("", other), headers=HX).status_code == 200
    refused = client.post(address("accept", other), {"version": 2}, headers=HX)
    assert refused.status_code == 409
    other.refresh_from_db()
    assert other.state == "merged"
