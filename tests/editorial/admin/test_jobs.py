"""admin: the list of jobs, and reading again."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoCaptureOnCommitCallbacks

from editorial import roles
from editorial.admin import articles
from editorial.roles import MODERATORS
from tests.conftest import Sent
from tests.editorial.admin.helpers import said, sign_in
from tests.factories import make_article
from tests.timelines.html import Page
from timelines.models import Job

pytestmark = pytest.mark.django_db

LIST = "/admin/timelines/job/"


def make_failed(title: str = "A broken one") -> Job:
    article = make_article(title=title, job=None)
    return Job.objects.create(article=article, status="quarantined", attempts=3, reason="It was tried 3 times.")


def read_again(client: Client, *jobs: Job, **data: Any) -> Any:
    return client.post(
        LIST, {"action": "read_again", "_selected_action": [job.pk for job in jobs], **data}, follow=True
    )


def test_the_list_says_how_far_and_why_not(client: Client) -> None:
    sign_in(client)
    make_failed()
    text = Page(client.get(LIST)).text
    assert "A broken one" in text
    assert "set aside" in text
    assert "It was tried 3 times." in text


def test_read_again(
    client: Client,
    sent_tasks: list[Sent],
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    sign_in(client)
    job, other = make_failed(), make_failed("Not this one")
    with django_capture_on_commit_callbacks(execute=True):
        response = read_again(client, job)
    job.refresh_from_db()
    other.refresh_from_db()
    assert (job.status, job.attempts, job.reason, job.run) == ("queued", 0, "", 2)
    assert other.status == "quarantined"
    assert sent_tasks == [Sent("editorial.tasks.extract_article", (job.pk, 2))]
    assert said(response) == ["“A broken one” is read again."]


def test_several_again(client: Client) -> None:
    sign_in(client)
    response = read_again(client, make_failed(), make_failed())
    assert said(response) == ["2 articles are read again."]
    assert Job.objects.filter(status="queued").count() == 2


def test_not_too_many_at_once(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(articles, "AT_ONCE", 1)
    sign_in(client)
    response = read_again(client, make_failed(), make_failed(), select_across="1")
    assert said(response) == ["At most 1 at a time. Nothing was asked for."]
    assert not Job.objects.filter(status="queued").exists()


def test_who_may_not_is_not_offered_it(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(roles.ALLOWED, MODERATORS, frozenset({"see", "publish"}))
    sign_in(client)
    job = make_failed()
    assert "Read again" not in Page(client.get(LIST)).text
    read_again(client, job)
    job.refresh_from_db()
    assert job.status == "quarantined"
