"""desk:jobs."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from editorial.views.jobs import PAGE_SIZE
from tests.editorial.views.helpers import queries, sign_in
from tests.factories import make_article, make_timeline
from timelines.models import Job

pytestmark = pytest.mark.django_db

URL = "/desk/jobs/"


def make_job(status: str = "done", reason: str = "", title: str = "The ferry") -> Job:
    article = make_article(title=title, timeline=make_timeline(), job=None)
    lease = timezone.now() + timedelta(minutes=1) if status == "running" else None
    return Job.objects.create(article=article, status=status, reason=reason, lease_until=lease)


def test_address() -> None:
    assert reverse("desk:jobs") == URL


def test_who_may(client: Client) -> None:
    answer = client.get(URL)
    assert (answer.status_code, answer["Location"]) == (302, f"/accounts/login/?next={URL}")
    sign_in(client, role=None)
    assert client.get(URL).status_code == 404


def test_is_only_read(client: Client) -> None:
    sign_in(client)
    assert client.post(URL).status_code == 405


def test_no_jobs(client: Client) -> None:
    sign_in(client)
    assert "No article has been read yet." in client.get(URL).content.decode()


def test_last_asked_for_comes_first(client: Client) -> None:
    sign_in(client)
    now = timezone.now()
    jobs = [make_job() for _ in range(3)]
    for job, hours in zip(jobs, (3, 1, 2), strict=True):
        Job.objects.filter(pk=job.pk).update(queued_at=now - timedelta(hours=hours))
    assert list(client.get(URL).context["page"]) == [jobs[1], jobs[2], jobs[0]]


@pytest.mark.parametrize(
    ("status", "words", "again"),
    [
        ("done", "Read", False),
        ("queued", "Waiting", False),
        ("running", "Being read", False),
        ("failed", "Failed", True),
        ("quarantined", "Set aside", True),
    ],
)
def test_row_says_how_far_it_is(client: Client, status: str, words: str, again: bool) -> None:
    sign_in(client)
    job = make_job(status, reason="Its worker died, every time." if again else "")
    html = client.get(URL).content.decode()
    assert f"{words}</span>" in html
    assert (f'action="{reverse("desk:job-retry", args=[job.pk])}"' in html) is again
    assert ("Its worker died, every time." in html) is again
    slug = job.article.timelines.get().slug
    assert f'href="{reverse("desk:article", args=[slug, job.article_id])}"' in html


def test_titles_and_reasons_are_escaped(client: Client) -> None:
    sign_in(client)
    make_job("failed", reason="<script>alert(1)</script>", title="<script>alert(2)</script>")
    html = client.get(URL).content.decode()
    assert "<script>alert(" not in html
    for number in (1, 2):
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
        for _ in range(size):
            make_job().article.timelines.add(make_timeline())
            make_job("failed", reason="Why.")
        counts.append(queries(lambda: client.get(URL)))
    assert counts[0] == counts[1]
    assert counts[1] <= 7
