"""desk:job-retry."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.conftest import Sent
from tests.editorial.views.helpers import desk, must_be_posted, queries, said, sign_in
from tests.factories import make_article, make_entry, make_timeline
from timelines.models import Job

pytestmark = pytest.mark.django_db


def failed(title: str = "The ferry") -> Job:
    job = make_article(timeline=make_timeline(), title=title).job
    Job.objects.filter(pk=job.pk).update(status="quarantined", reason="Its worker died.", attempts=3)
    return job


def address(job: Job) -> str:
    return reverse("desk:job-retry", args=[job.pk])


def test_who_may(client: Client) -> None:
    job = failed()
    answer = client.post(address(job))
    assert (answer.status_code, answer["Location"]) == (302, f"/accounts/login/?next={address(job)}")
    sign_in(client, role=None)
    assert client.post(address(job)).status_code == 404
    job.refresh_from_db()
    assert (job.run, job.status) == (1, Job.Status.QUARANTINED)


def test_is_posted(client: Client) -> None:
    sign_in(client)
    assert must_be_posted(client, address(failed()))


def test_unknown_job_is_not_found(client: Client) -> None:
    sign_in(client)
    assert client.post(reverse("desk:job-retry", args=[1])).status_code == 404


def test_article_is_read_again(client: Client, django_capture_on_commit_callbacks: Any, sent_tasks: list[Sent]) -> None:
    sign_in(client)
    job = failed()
    with django_capture_on_commit_callbacks(execute=True):
        response = client.post(address(job), follow=True)
    assert response.redirect_chain == [(reverse("desk:jobs"), 302)]
    assert said(response) == ["“The ferry” is read again."]
    job.refresh_from_db()
    assert (job.run, job.status, job.attempts, job.reason) == (2, Job.Status.QUEUED, 0, "")
    assert [sent.args for sent in sent_tasks] == [(job.pk, 2)]


def test_goes_back_to_where_it_was_asked(client: Client) -> None:
    sign_in(client)
    job = failed()
    back = desk(job.article.timelines.get(), "?show=all")
    assert client.post(address(job), {"next": back})["Location"] == back


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://elsewhere.example/",
        "//elsewhere.example/",
        "///elsewhere.example",
        "/\\elsewhere.example",
        "http:///elsewhere.example",
        "javascript:alert(1)",
        " //elsewhere.example",
        "\x08//elsewhere.example",
        "https://testserver@elsewhere.example/",
        "",
    ],
)
def test_never_goes_to_another_site(client: Client, elsewhere: str) -> None:
    sign_in(client)
    assert client.post(address(failed()), {"next": elsewhere})["Location"] == reverse("desk:jobs")


def test_title_is_escaped(client: Client) -> None:
    sign_in(client)
    html = client.post(address(failed("<script>alert(1)</script>")), follow=True).content.decode()
    assert "<script>alert(1)" not in html
    assert "“&lt;script&gt;alert(1)&lt;/script&gt;” is read again." in html


def test_queries_do_not_grow(client: Client) -> None:
    sign_in(client)
    counts = []
    for size in (1, 12):
        job = failed()
        for _ in range(size):
            failed()
            make_entry(article=job.article)
        url = address(job)
        counts.append(queries(lambda url=url: client.post(url)))  # type: ignore[misc]
    assert counts[0] == counts[1]
    assert counts[1] <= 12
