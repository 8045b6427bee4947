"""desk:article-file."""

from __future__ import annotations

from email.message import Message
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse

from tests.editorial.views.helpers import queries, sign_in
from tests.factories import make_article, make_timeline
from timelines.models import Article

pytestmark = pytest.mark.django_db


def address(article: Article) -> str:
    return reverse("desk:article-file", args=[article.pk])


def body(response: Any) -> bytes:
    """The bytes that are sent. Once they are, the test client closes the file."""
    return b"".join(response.streaming_content)


def offered_name(response: Any) -> str | None:
    """The name a browser saves the file under."""
    header = Message()
    header["Content-Disposition"] = response["Content-Disposition"]
    return header.get_filename()


def test_who_may(client: Client) -> None:
    article = make_article()
    url = address(article)
    answer = client.get(url)
    assert (answer.status_code, answer["Location"]) == (302, f"/accounts/login/?next={url}")
    sign_in(client, role=None)
    assert client.get(url).status_code == 404


def test_is_only_read(client: Client) -> None:
    sign_in(client)
    assert client.post(address(make_article())).status_code == 405


def test_unknown_article_is_not_found(client: Client) -> None:
    sign_in(client)
    assert client.get(reverse("desk:article-file", args=[1])).status_code == 404


def test_gives_the_very_bytes_to_save(client: Client, settings: Any) -> None:
    settings.SECURE_CONTENT_TYPE_NOSNIFF = False  # the view says it whatever the site's settings are
    sign_in(client)
    data = b"\xef\xbb\xbf<html><script>alert(1)</script>\r\n\xff\x00"
    article = make_article(file_name="page.html")
    article.file.save("bytes", ContentFile(data))
    Article.objects.filter(pk=article.pk).update(media_type="text/html")
    response = client.get(address(article))
    assert response.status_code == 200
    assert body(response) == data
    assert response["Content-Type"] == "application/octet-stream"
    assert response["Content-Disposition"] == 'attachment; filename="page.html"'
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "sandbox"


def test_article_without_a_file_name_gets_one(client: Client) -> None:
    sign_in(client)
    article = make_article(file_name="")
    response = client.get(address(article))
    body(response)
    assert offered_name(response) == f"article-{article.pk}"


@pytest.mark.parametrize(
    ("name", "offered"),
    [
        ("a\r\nSet-Cookie: x=1\r\n\r\n<script>.txt", "aSet-Cookie: x=1<script>.txt"),
        ("report.txt\n", "report.txt"),
        ('a"; filename="b.exe', 'a"; filename="b.exe'),
        ("gpj.\u202etxt.exe", "gpj.txt.exe"),
        ("../../etc/passwd", "passwd"),
        ("..\\..\\boot.ini", "boot.ini"),
        ("Zürich – 東京.txt", "Zürich – 東京.txt"),
        ("\x01\u200f", "unnamed file"),
    ],
)
def test_hostile_name_gives_a_safe_header(client: Client, name: str, offered: str) -> None:
    sign_in(client)
    article = make_article(file_name=name)
    response = client.get(address(article))
    body(response)
    header = response["Content-Disposition"]
    assert response.status_code == 200
    assert header.startswith("attachment; filename")
    assert header.isascii()
    assert header.isprintable()
    assert offered_name(response) == offered
    assert "Set-Cookie" not in response.headers


def test_queries_do_not_grow(client: Client) -> None:
    sign_in(client)
    counts = []
    for size in (1, 8):
        timelines = [make_timeline() for _ in range(size)]
        article = make_article()
        article.timelines.add(*timelines)
        url = address(article)
        counts.append(queries(lambda url=url: body(client.get(url))))  # type: ignore[misc]
    assert counts[0] == counts[1]
    assert counts[1] <= 4
