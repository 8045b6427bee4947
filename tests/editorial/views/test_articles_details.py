"""desk:article-details."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.editorial.views.helpers import queries, said, sign_in
from tests.factories import make_article, make_entry, make_timeline
from tests.timelines.html import Page
from timelines.models import Article, Job, Publisher, Timeline

pytestmark = pytest.mark.django_db


def on_a_timeline(**fields: Any) -> tuple[Timeline, Article]:
    timeline = make_timeline()
    fields = {"title": "Old title", "publisher": "The Post", "byline": "A. Writer", **fields}
    return timeline, make_article(timeline=timeline, **fields)


def address(timeline: Timeline, article: Article) -> str:
    return reverse("desk:article-details", args=[timeline.slug, article.pk])


def typed(**fields: str) -> dict[str, str]:
    """What the form sends for an untouched article, with changes."""
    kept = {"title": "Old title", "publisher_name": "The Post", "byline": "A. Writer", "url": "", "language": "en"}
    return {**kept, "published": "2025-02-07", **fields}


def test_who_may(client: Client) -> None:
    timeline, article = on_a_timeline()
    url = address(timeline, article)
    answer = client.post(url, typed(title="New"))
    assert (answer.status_code, answer["Location"]) == (302, f"/accounts/login/?next={url}")
    sign_in(client, role=None)
    assert client.get(url).status_code == 404
    assert client.post(url, typed(title="New")).status_code == 404
    article.refresh_from_db()
    assert article.title == "Old title"


def test_other_methods_are_refused(client: Client) -> None:
    sign_in(client)
    assert client.delete(address(*on_a_timeline())).status_code == 405


def test_article_of_another_timeline_is_not_found(client: Client) -> None:
    sign_in(client)
    _, article = on_a_timeline()
    assert client.get(address(make_timeline(), article)).status_code == 404


def test_form_shows_what_is_known(client: Client) -> None:
    sign_in(client)
    html = client.get(address(*on_a_timeline())).content.decode()
    for known in ('value="Old title"', 'value="The Post"', 'value="A. Writer"', 'value="2025-02-07"'):
        assert known in html
    assert '<option value="en" selected>' in html


def test_title_is_escaped(client: Client) -> None:
    sign_in(client)
    html = client.get(address(*on_a_timeline(title='"><script>alert(1)</script>'))).content.decode()
    assert "<script>alert(1)" not in html
    assert "&quot;&gt;&lt;script&gt;alert(1)" in html


def test_new_title_is_saved_and_nothing_read_again(client: Client) -> None:
    user = sign_in(client)
    timeline, article = on_a_timeline()
    response = client.post(address(timeline, article), typed(title="New title", byline=""), follow=True)
    assert response.redirect_chain == [(reverse("desk:article", args=[timeline.slug, article.pk]), 302)]
    assert said(response) == ["Saved."]
    article.refresh_from_db()
    timeline.refresh_from_db()
    assert (article.title, article.byline) == ("New title", "")
    assert (article.job.run, article.job.status) == (1, Job.Status.DONE)
    assert (timeline.updated_by, timeline.revision) == (user, 2)


@pytest.mark.parametrize(
    ("published", "day"), [("2025-02-08", date(2025, 2, 8)), ("", None)], ids=["another day", "none"]
)
def test_new_publication_date_has_the_article_read_again(client: Client, published: str, day: date | None) -> None:
    sign_in(client)
    timeline, article = on_a_timeline()
    response = client.post(address(timeline, article), typed(published=published), follow=True)
    assert said(response) == ["Saved. The article is read again."]
    article.refresh_from_db()
    assert article.published == day
    assert (article.job.run, article.job.status) == (2, Job.Status.QUEUED)


def test_new_language_has_the_article_read_again(client: Client) -> None:
    sign_in(client)
    timeline, article = on_a_timeline()
    client.post(address(timeline, article), typed(language="de"))
    article.refresh_from_db()
    assert (article.language, article.job.run) == ("de", 2)


WITH_DATELINE = "OSLO, 7 February 2025 (NTB) - Rescuers found the boat on Tuesday. It sank last month."


def test_a_dateline_offers_the_missing_publication_date(client: Client) -> None:
    sign_in(client)
    timeline, article = on_a_timeline(text=WITH_DATELINE, published=None)
    html = client.get(address(timeline, article)).content.decode()
    assert "The dateline says <b>7 February 2025</b>. If that is when" in html
    assert '<button class="btn" name="dateline" value="2025-02-07" aria-describedby="dateline-hint">' in html
    assert html.index(">Save</button>") < html.index('name="dateline"')  # Enter in a field must save, not take the day


def test_one_click_takes_the_datelines_day_and_keeps_what_was_typed(client: Client) -> None:
    sign_in(client)
    timeline, article = on_a_timeline(text=WITH_DATELINE, published=None)
    sent = typed(published="", title="New title", dateline="2025-02-07")
    response = client.post(address(timeline, article), sent, follow=True)
    assert said(response) == ["Saved. The article is read again."]
    article.refresh_from_db()
    assert (article.published, article.title, article.job.run) == (date(2025, 2, 7), "New title", 2)
    assert "The dateline says" not in client.get(address(timeline, article)).content.decode()


def test_a_guessed_year_is_said_to_be_one(client: Client) -> None:
    sign_in(client)
    text = "OSLO, Feb. 7 (NTB) - The boat, built in 2019, was found. It sank in 2024."
    html = client.get(address(*on_a_timeline(text=text, published=None))).content.decode()
    assert "<b>7 February 2024</b> (the dateline, with the latest year in the article)." in html


@pytest.mark.parametrize("text", ["Rescuers found the boat on 7 February 2025.", "OSLO (NTB) - The boat was found."])
def test_no_dateline_no_offer(client: Client, text: str) -> None:
    sign_in(client)
    html = client.get(address(*on_a_timeline(text=text, published=None))).content.decode()
    assert "dateline" not in html


def test_a_day_that_is_none_is_refused(client: Client) -> None:
    sign_in(client)
    timeline, article = on_a_timeline(text=WITH_DATELINE, published=None)
    assert client.post(address(timeline, article), typed(published="", dateline="soon")).status_code == 422
    article.refresh_from_db()
    assert article.published is None


def test_text_never_changes(client: Client) -> None:
    sign_in(client)
    timeline, article = on_a_timeline()
    client.post(address(timeline, article), typed(text="Another text", text_sha256="0", title="New"))
    stored = Article.objects.get(pk=article.pk)
    assert (stored.text, stored.text_sha256, stored.title) == (article.text, article.text_sha256, "New")


def test_publisher_is_found_whatever_its_case(client: Client) -> None:
    sign_in(client)
    timeline, article = on_a_timeline()
    client.post(address(timeline, article), typed(publisher_name="the  POST"))
    assert Publisher.objects.count() == 1
    client.post(address(timeline, article), typed(publisher_name=""))
    article.refresh_from_db()
    assert article.publisher is None


@pytest.mark.parametrize(
    ("field", "wrong"),
    [("published", "last Tuesday"), ("url", "javascript:alert(1)"), ("title", "x" * 501), ("language", "xx")],
)
def test_errors_keep_what_was_typed(client: Client, field: str, wrong: str) -> None:
    sign_in(client)
    timeline, article = on_a_timeline()
    response = client.post(address(timeline, article), typed(byline="Somebody & else", **{field: wrong}))
    html = response.content.decode()
    assert response.status_code == 422
    assert list(response.context["form"].errors) == [field]
    assert 'value="Somebody &amp; else"' in html
    if field != "language":
        assert f'value="{wrong}"' in html
    article.refresh_from_db()
    assert (article.byline, article.job.run) == ("A. Writer", 1)


def test_queries_do_not_grow(client: Client) -> None:
    sign_in(client)
    counts = []
    for size in (1, 12):
        timeline, article = on_a_timeline()
        for _ in range(size):
            make_article(timeline=timeline)
            make_entry(timeline, article=article)
        url = address(timeline, article)
        counts.append(queries(lambda url=url: client.get(url)))  # type: ignore[misc]
    assert counts[0] == counts[1]
    assert counts[1] <= 8


def test_a_language_that_the_list_does_not_name_is_kept(client: Client) -> None:
    sign_in(client)
    timeline, article = on_a_timeline(language="la")
    assert '<option value="la" selected>' in client.get(address(timeline, article)).content.decode()
    run = article.job.run
    assert client.post(address(timeline, article), typed(title="New", language="la")).status_code == 302
    article.refresh_from_db()
    assert (article.title, article.language, article.job.run) == ("New", "la", run)


@pytest.mark.parametrize("day", ["never", "2025-02-30", '"><b>'])
def test_what_was_typed_for_a_day_stays(client: Client, day: str) -> None:
    sign_in(client)
    url = address(*on_a_timeline())
    (field,) = Page(client.get(url)).all("input", name="published")
    assert (field["type"], field["value"]) == ("date", "2025-02-07")
    response = client.post(url, typed(published=day))
    assert response.status_code == 422
    (field,) = Page(response).all("input", name="published")
    assert (field["type"], field["value"]) == ("text", day)
