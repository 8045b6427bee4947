"""admin: the page of an article."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from editorial.admin.articles import PREVIEW
from tests.editorial.admin.helpers import EVIL, sign_in
from tests.factories import make_article
from tests.timelines.html import Page
from timelines.models import Article

pytestmark = pytest.mark.django_db


def page_of(client: Client, article: Article) -> Page:
    return Page(client.get(reverse("admin:timelines_article_change", args=[article.pk])))


def test_the_text_and_the_file(client: Client) -> None:
    sign_in(client)
    article = make_article(f"The council voted.\n\n{EVIL}", file_name="vote.txt")
    page = page_of(client, article)
    assert f"The council voted. {EVIL}" in page.text
    assert page.all("a", href=f"/desk/articles/{article.pk}/file/")
    assert "vote.txt" in page.text
    assert "Reading: done" in page.text


def test_a_long_text_is_begun(client: Client) -> None:
    sign_in(client)
    page = page_of(client, make_article("x" * PREVIEW + "y" * 1234))
    assert "x" * PREVIEW in page.text
    assert "[… 1,234 more characters]" in page.text
    assert "yy" not in page.text


def test_without_a_job(client: Client) -> None:
    sign_in(client)
    assert "Reading: not asked for" in page_of(client, make_article(job=None)).text
    assert "not asked for" in Page(client.get("/admin/timelines/article/")).text


def test_by_the_state_of_reading(client: Client) -> None:
    sign_in(client)
    make_article()
    waiting = make_article(job="queued")
    response = client.get("/admin/timelines/article/", {"job__status__exact": "queued"})
    assert list(response.context["cl"].result_list) == [waiting]
