"""desk:entry-new."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from tests.editorial.views.helpers import HX, MOST_QUERIES, fill, queries, rows_in, said, sign_in
from tests.factories import make_article, make_entry, make_expression, make_timeline
from timelines.models import Article, Timeline

pytestmark = pytest.mark.django_db

TYPED = {"date": "June 2019", "headline": "A meeting", "description": "", "status": "past"}
TEXT = "It rained. They met in June 2019. Then they left."


@pytest.fixture
def timeline() -> Timeline:
    return make_timeline()


@pytest.fixture
def article(timeline: Timeline) -> Article:
    return make_article(TEXT, timeline=timeline, published=date(2019, 7, 10))


def url(timeline: Timeline, query: str = "") -> str:
    return reverse("desk:entry-new", args=[timeline.slug]) + query


def test_form_says_that_there_is_no_source(client: Client, timeline: Timeline) -> None:
    sign_in(client)
    html = client.get(url(timeline)).content.decode()
    assert "<html" in html
    assert "It will have no source." in html


def test_form_remembers_the_selection(client: Client, timeline: Timeline, article: Article) -> None:
    sign_in(client)
    html = client.get(url(timeline, f"?article={article.pk}&start=11&end=33"), headers=HX).content.decode()
    assert "They met in June 2019." in html
    assert 'name="start" value="11"' in html


def test_selected_words_are_widened_to_their_sentence(client: Client, timeline: Timeline, article: Article) -> None:
    sign_in(client)
    make_expression(article, "June 2019", "2019-06")
    html = client.get(url(timeline, f"?article={article.pk}&start=16&end=22"), headers=HX).content.decode()
    assert "It cites this sentence: “They met in June 2019.”" in html
    assert 'name="start" value="11"' in html
    assert 'name="end" value="33"' in html
    assert 'name="date" value="June 2019"' in html
    assert "2019-06" in html  # and what that means


def test_without_selection_nothing_is_cited(client: Client, timeline: Timeline, article: Article) -> None:
    sign_in(client)
    response = client.post(url(timeline), TYPED | {"article": article.pk, "start": "", "end": ""}, follow=True)
    assert said(response) == ["Added: June 2019."]
    entry = timeline.entries.get()
    assert (entry.state, entry.by_hand, entry.event.edtf) == ("accepted", True, "2019-06")
    assert not entry.event.citations.exists()


def test_selection_is_cited_with_the_date_in_it(client: Client, timeline: Timeline, article: Article) -> None:
    sign_in(client)
    expression = make_expression(article, "June 2019", "2019-06")
    client.post(url(timeline), TYPED | {"article": article.pk, "start": 11, "end": 33})
    citation = timeline.entries.get().event.citations.get()
    assert citation.quote == "They met in June 2019."
    assert citation.expression == expression


def test_htmx_brings_the_row_and_then_the_marked_text(client: Client, timeline: Timeline, article: Article) -> None:
    sign_in(client)
    make_entry(timeline, "2020")
    fields = TYPED | {"article": article.pk, "start": 0, "end": 10}
    response = client.post(url(timeline, f"?article={article.pk}"), fields, headers=HX)
    html = response.content.decode()
    entry = timeline.entries.get(by_hand=True)
    assert rows_in(response) == [entry.pk]
    assert "Added: June 2019. U to undo." in html
    later = client.get(f"/desk/t/{timeline.slug}/overview/?article={article.pk}&marks=1", headers=HX).content.decode()
    assert 'id="source-text"' in later
    assert f'id="c-{entry.event.citations.get().pk}"' in later


def test_words_outside_the_text_are_refused(client: Client, timeline: Timeline, article: Article) -> None:
    sign_in(client)
    response = client.post(url(timeline), TYPED | {"article": article.pk, "start": 5, "end": 999}, headers=HX)
    assert response.status_code == 422
    assert "not in the article" in response.content.decode()
    assert not timeline.entries.exists()


def test_article_of_another_timeline_is_not_cited(client: Client, timeline: Timeline) -> None:
    sign_in(client)
    stranger = make_article("A secret of June 2019.", timeline=make_timeline())
    html = client.get(url(timeline, f"?article={stranger.pk}&start=0&end=8")).content.decode()
    assert "A secret" not in html
    client.post(url(timeline), TYPED | {"article": stranger.pk, "start": 0, "end": 8})
    assert not stranger.citations.exists()


def test_relative_date_counts_from_the_article(client: Client, timeline: Timeline, article: Article) -> None:
    sign_in(client)
    client.post(url(timeline), TYPED | {"date": "yesterday", "article": article.pk})
    assert timeline.entries.get().event.edtf == "2019-07-09"


def test_what_was_typed_is_kept(client: Client, timeline: Timeline) -> None:
    sign_in(client)
    response = client.post(url(timeline), TYPED | {"date": "soonish", "description": "Kept."}, headers=HX)
    assert response.status_code == 422
    assert "Kept." in response.content.decode()


def test_taking_a_date_saves_nothing(client: Client, timeline: Timeline) -> None:
    sign_in(client)
    response = client.post(url(timeline), TYPED | {"take": "2024"}, headers=HX)
    assert response.status_code == 200
    assert 'value="2024"' in response.content.decode()
    assert not timeline.entries.exists()


def test_who_may(client: Client, timeline: Timeline) -> None:
    assert client.get(url(timeline)).status_code == 302
    sign_in(client, role=None)
    assert client.get(url(timeline)).status_code == 404
    assert client.post(url(timeline), TYPED).status_code == 404


def test_queries_do_not_grow(client: Client) -> None:
    sign_in(client)
    counts = []
    for size in (5, 300):
        timeline = make_timeline()
        fill(timeline, size)
        address = url(timeline)
        counts.append(queries(lambda address=address: client.post(address, TYPED, headers=HX)))  # type: ignore[misc]
    assert counts[0] == counts[1] <= MOST_QUERIES


def test_queries_with_words_of_a_source(client: Client, timeline: Timeline, article: Article) -> None:
    """The citation: the article comes with the timeline, the dates in the sentence with the place."""
    sign_in(client)
    make_expression(article, "June 2019", "2019-06")
    fields = TYPED | {"article": article.pk, "start": 0, "end": 49}
    assert queries(lambda: client.post(url(timeline), fields, headers=HX)) <= MOST_QUERIES
