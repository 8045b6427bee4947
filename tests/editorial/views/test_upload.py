"""desk:upload."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from tests.editorial.views.helpers import queries, said, sign_in
from tests.factories import make_article, make_entry, make_timeline
from timelines.models import Article, Job, Timeline

pytestmark = pytest.mark.django_db

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89"
FERRY = b"The ferry sank\n\nThe ferry sank off the coast on 4 March 2019. Twelve people were saved.\n"
BRIDGE = b"The bridge opened\n\nThe bridge opened on 12 June 2021, a year later than was planned.\n"


def address(timeline: Timeline) -> str:
    return reverse("desk:upload", args=[timeline.slug])


def file(name: str, data: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)


def send(client: Client, timeline: Timeline, *files: SimpleUploadedFile) -> Any:
    return client.post(address(timeline), {"files": list(files), "how": "files"})


def paste(client: Client, timeline: Timeline, text: str, **fields: str) -> Any:
    return client.post(address(timeline), {"text": text, "how": "paste", **fields})


def rows(response: Any) -> dict[str, str]:
    """What the page says became of each file."""
    return {row.file_name: row.kind for row in response.context["rows"]}


def kept_files(folder: Path) -> int:
    return sum(path.is_file() for path in (folder / "articles").rglob("*"))


def test_who_may(client: Client) -> None:
    timeline = make_timeline()
    url = address(timeline)
    answer = send(client, timeline, file("a.txt", FERRY))
    assert answer.status_code == 302
    assert answer["Location"] == f"/accounts/login/?next={url}"
    sign_in(client, role=None)
    assert client.get(url).status_code == 404
    assert send(client, timeline, file("a.txt", FERRY)).status_code == 404
    assert not Article.objects.exists()


def test_other_methods_are_refused(client: Client) -> None:
    sign_in(client)
    assert client.put(address(make_timeline())).status_code == 405


def test_unknown_timeline_is_not_found(client: Client) -> None:
    sign_in(client)
    assert client.get(reverse("desk:upload", args=["nowhere"])).status_code == 404


def test_page_shows_the_form_and_what_the_timeline_has(client: Client) -> None:
    sign_in(client)
    timeline = make_timeline(title="<b>Ferries</b> & co")
    make_article(timeline=timeline, title="<script>alert(1)</script>")
    response = client.get(address(timeline))
    html = response.content.decode()
    assert response.status_code == 200
    assert 'type="file"' in html
    assert "&lt;b&gt;Ferries&lt;/b&gt; &amp; co" in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert "<script>alert(1)" not in html


def test_a_date_to_check_is_named(client: Client) -> None:
    sign_in(client)
    timeline = make_timeline()
    article = make_article("They met in February 225. It rained on 3 May 2019.", timeline=timeline, title="Meeting")
    warning = [{"code": "year-typo", "message": "A slip?", "readings": []}]
    make_entry(timeline, "2025-02", state="proposed", article=article, words="February 225", warnings=warning)
    make_entry(timeline, "2019-05-03", state="proposed", article=article, words="3 May 2019")
    html = client.get(address(timeline)).content.decode()
    assert "2 dates proposed, 1 to check:</b> “February 225” may be February 2025." in html


def test_file_becomes_an_article_with_a_job(client: Client) -> None:
    user = sign_in(client)
    timeline = make_timeline()
    response = send(client, timeline, file("ferry.txt", FERRY))
    article = timeline.articles.get()
    assert response.status_code == 200
    assert (article.file_name, article.added_by, article.job.status) == ("ferry.txt", user, Job.Status.QUEUED)
    with article.file.open("rb") as kept:
        assert kept.read() == FERRY
    assert rows(response) == {"ferry.txt": "waiting"}
    assert response.context["rows"][0].detail_form is not None


def test_refused_file_does_not_keep_the_others_out(client: Client, tmp_path: Path) -> None:
    sign_in(client)
    timeline = make_timeline()
    response = send(client, timeline, file("ferry.txt", FERRY), file("picture.txt", PNG), file("bridge.txt", BRIDGE))
    assert response.status_code == 200
    assert rows(response) == {"ferry.txt": "waiting", "picture.txt": "refused", "bridge.txt": "waiting"}
    refused = next(row for row in response.context["rows"] if row.kind == "refused")
    assert refused.reason
    assert refused.reason in response.content.decode()
    assert set(timeline.articles.values_list("file_name", flat=True)) == {"ferry.txt", "bridge.txt"}
    assert Article.objects.count() == Job.objects.count() == kept_files(tmp_path) == 2


def test_only_refused_files_are_answered_with_422(client: Client, tmp_path: Path) -> None:
    sign_in(client)
    timeline = make_timeline()
    response = send(client, timeline, file("picture.png", PNG), file("empty.txt", b""))
    assert response.status_code == 422
    assert rows(response) == {"picture.png": "refused", "empty.txt": "refused"}
    assert not Article.objects.exists()
    assert kept_files(tmp_path) == 0


def test_file_over_the_limit_is_refused(client: Client, tmp_path: Path) -> None:
    sign_in(client)
    big = FERRY + b" " * (5 * 1024 * 1024)
    response = send(client, make_timeline(), file("big.txt", big))
    assert response.status_code == 422
    assert "the limit is 5 MB" in response.content.decode()
    assert not Article.objects.exists()
    assert kept_files(tmp_path) == 0


def test_same_file_again_is_one_article(client: Client) -> None:
    sign_in(client)
    timeline = make_timeline()
    send(client, timeline, file("ferry.txt", FERRY))
    response = send(client, timeline, file("copy.txt", FERRY))
    assert response.status_code == 200
    assert rows(response) == {"ferry.txt": "already"}
    assert "It is on this timeline." in response.content.decode()
    assert Article.objects.count() == 1


def test_same_file_twice_at_once_is_one_article_still_to_be_checked(client: Client) -> None:
    sign_in(client)
    timeline = make_timeline()
    response = send(client, timeline, file("ferry.txt", FERRY), file("copy.txt", FERRY))
    assert Article.objects.count() == 1
    assert [row.kind for row in response.context["rows"]] == ["already", "waiting"]
    assert response.context["rows"][1].detail_form is not None
    article = Article.objects.get()
    assert response.content.decode().count(f'id="article-{article.pk}"') == 1


def test_article_of_another_timeline_is_put_on_this_one_too(client: Client) -> None:
    sign_in(client)
    first, second = make_timeline(), make_timeline()
    send(client, first, file("ferry.txt", FERRY))
    response = send(client, second, file("ferry.txt", FERRY))
    assert "It was put on this timeline." in response.content.decode()
    assert first.articles.get() == second.articles.get()


def test_no_file_is_answered_with_422(client: Client) -> None:
    sign_in(client)
    response = client.post(address(make_timeline()), {"how": "files"})
    assert response.status_code == 422
    assert "Choose at least one file." in response.content.decode()


def test_name_of_a_refused_file_is_escaped(client: Client) -> None:
    sign_in(client)
    response = send(client, make_timeline(), file("<img src=x onerror=alert(1)>.png", PNG))
    html = response.content.decode()
    assert "<img src=x" not in html
    assert "&lt;img src=x onerror=alert(1)&gt;.png" in html


def test_pasted_text_leads_to_the_article(client: Client) -> None:
    sign_in(client)
    timeline = make_timeline()
    fields = {"title": "Ferry", "publisher_name": "The Post", "published": "2019-03-05"}
    response = paste(client, timeline, FERRY.decode(), **fields)
    article = timeline.articles.get()
    assert response.status_code == 302
    assert response["Location"] == reverse("desk:article", args=[timeline.slug, article.pk])
    assert (article.title, str(article.publisher), str(article.published)) == ("Ferry", "The Post", "2019-03-05")


def test_text_that_is_here_leads_to_its_article(client: Client) -> None:
    sign_in(client)
    timeline = make_timeline()
    paste(client, timeline, FERRY.decode())
    response = client.post(address(timeline), {"text": FERRY.decode(), "title": "Other"}, follow=True)
    article = Article.objects.get()
    assert response.redirect_chain == [(reverse("desk:article", args=[timeline.slug, article.pk]), 302)]
    assert said(response) == [f"This text is here already, as “{article}”. It is on this timeline."]


@pytest.mark.parametrize("text", ["", "  \n\t "])
def test_empty_paste_keeps_what_was_typed(client: Client, text: str) -> None:
    sign_in(client)
    response = paste(client, make_timeline(), text, title="A title & more")
    assert response.status_code == 422
    assert response.context["paste_form"].errors["text"]
    assert 'value="A title &amp; more"' in response.content.decode()
    assert not Article.objects.exists()


def test_paste_that_is_too_long_stays_in_the_box(client: Client, settings: Any) -> None:
    sign_in(client)
    settings.DATELINE_MAX_TEXT_CHARS = 60
    text = FERRY.decode()
    response = paste(client, make_timeline(), text, byline="A. Writer")
    html = response.content.decode()
    assert response.status_code == 422
    assert f"This text has {len(text)} characters; the limit is 60." in html
    assert "Twelve people were saved." in html
    assert 'value="A. Writer"' in html
    assert not Article.objects.exists()


def test_limit_of_a_paste_is_the_one_of_the_newsroom(client: Client) -> None:
    sign_in(client)
    response = paste(client, make_timeline(), "word " * 40_000 + "!")
    assert response.status_code == 422
    assert "This text has 200,001 characters; the limit is 200,000." in response.content.decode()


def test_wrong_detail_keeps_the_pasted_text(client: Client) -> None:
    sign_in(client)
    response = paste(client, make_timeline(), FERRY.decode(), published="yesterday")
    html = response.content.decode()
    assert response.status_code == 422
    assert "Twelve people were saved." in html
    assert 'value="yesterday"' in html
    assert not Article.objects.exists()


def test_queries_do_not_grow(client: Client) -> None:
    sign_in(client)
    counts = []
    for size in (1, 12):
        timeline = make_timeline()
        for _ in range(size):
            make_article(timeline=timeline, publisher=f"Publisher of {size}")
        url = address(timeline)
        counts.append(queries(lambda url=url: client.get(url)))  # type: ignore[misc]
    assert counts[0] == counts[1]
    assert counts[1] <= 10
