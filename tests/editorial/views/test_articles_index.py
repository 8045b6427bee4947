"""desk:articles."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from editorial.views.articles import PAGE_SIZE
from tests.editorial.views.helpers import queries, sign_in
from tests.factories import make_article, make_timeline, make_user

pytestmark = pytest.mark.django_db

URL = "/desk/articles/"


def test_address() -> None:
    assert reverse("desk:articles") == URL


def test_who_may(client: Client) -> None:
    answer = client.get(URL)
    assert (answer.status_code, answer["Location"]) == (302, f"/accounts/login/?next={URL}")
    sign_in(client, role=None)
    assert client.get(URL).status_code == 404


def test_is_only_read(client: Client) -> None:
    sign_in(client)
    assert client.post(URL).status_code == 405


def test_no_articles(client: Client) -> None:
    sign_in(client)
    assert "No article has come in yet." in client.get(URL).content.decode()


def test_newest_comes_first(client: Client) -> None:
    sign_in(client)
    now = timezone.now()
    old, new, middle = (make_article(added_at=now - timedelta(hours=hours)) for hours in (3, 1, 2))
    assert list(client.get(URL).context["page"]) == [new, middle, old]


def test_row_says_what_is_known(client: Client) -> None:
    sign_in(client)
    timelines = [make_timeline(title="Ferries"), make_timeline(title="Disasters")]
    article = make_article(title="The ferry", publisher="The Post", published=date(2019, 3, 5))
    article.timelines.add(*timelines)
    html = client.get(URL).content.decode()
    for shown in ("The ferry", "The Post", "5 March 2019", "Ferries", "Disasters"):
        assert shown in html
    for timeline in timelines:
        assert f'href="{reverse("desk:article", args=[timeline.slug, article.pk])}"' in html
    assert f'href="{reverse("desk:article-file", args=[article.pk])}"' in html


@pytest.mark.parametrize(("job", "words"), [("done", "Read"), ("queued", "Waiting"), (None, "not read")])
def test_row_says_how_far_the_reading_is(client: Client, job: str | None, words: str) -> None:
    sign_in(client)
    make_article(job=job)
    html = client.get(URL).content.decode()
    assert [said for said in ("Read", "Waiting", "not read") if f"{said}</span>" in html] == [words]


def test_what_is_not_known_is_said(client: Client) -> None:
    sign_in(client)
    article = make_article(title="", published=None, job=None)
    html = client.get(URL).content.decode()
    for shown in (f"Article {article.pk}", "Publisher not known", "not known", "none"):
        assert f">{shown}</span>" in html


def test_titles_are_escaped(client: Client) -> None:
    sign_in(client)
    timeline = make_timeline(title="<script>alert(1)</script>")
    make_article(timeline=timeline, title='"><script>alert(2)</script>', publisher="<script>alert(3)</script>")
    html = client.get(URL).content.decode()
    assert "<script>alert(" not in html
    for number in (1, 2, 3):
        assert f"&lt;script&gt;alert({number})&lt;/script&gt;" in html


def test_pages(client: Client) -> None:
    sign_in(client)
    for _ in range(PAGE_SIZE + 1):
        make_article()
    assert len(client.get(URL).context["page"]) == PAGE_SIZE
    assert len(client.get(URL, {"page": "2"}).context["page"]) == 1
    assert client.get(URL, {"page": "nonsense"}).status_code == 200


def test_queries_do_not_grow(client: Client) -> None:
    sign_in(client)
    counts = []
    for size in (2, 12):
        for number in range(size):
            article = make_article(publisher=f"Publisher {size} {number}", added_by=make_user())
            article.timelines.add(make_timeline(), make_timeline())
            make_article(job=None, timeline=make_timeline())
        counts.append(queries(lambda: client.get(URL)))
    assert counts[0] == counts[1]
    assert counts[1] <= 7
