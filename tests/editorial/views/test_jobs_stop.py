"""desk:job-stop."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from editorial import pipeline
from tests.editorial.views.helpers import must_be_posted, said, sign_in
from tests.factories import make_article, make_timeline
from timelines.extraction import extract
from timelines.models import Job

pytestmark = pytest.mark.django_db

TEXT = "The ferry ran aground on 29 June 2019."


def waiting() -> Job:
    job: Job = make_article(TEXT, timeline=make_timeline(), title="The ferry").job
    Job.objects.filter(pk=job.pk).update(status="queued")
    return job


def address(job: Job) -> str:
    return reverse("desk:job-stop", args=[job.pk])


def test_who_may(client: Client) -> None:
    job = waiting()
    assert client.post(address(job)).status_code == 302
    sign_in(client, role=None)
    assert client.post(address(job)).status_code == 404
    job.refresh_from_db()
    assert job.status == Job.Status.QUEUED


def test_is_posted(client: Client) -> None:
    sign_in(client)
    assert must_be_posted(client, address(waiting()))


def test_what_waits_is_not_read_and_says_who_stopped_it(client: Client) -> None:
    user = sign_in(client)
    job = waiting()
    response = client.post(address(job), {"next": "/desk/articles/"}, follow=True)
    assert response.redirect_chain == [("/desk/articles/", 302)]
    assert said(response) == ["“The ferry” is not read. Its text is kept."]
    assert pipeline.run(job.pk, 1).startswith("not wanted")
    assert pipeline.sweep() == 0
    job.refresh_from_db()
    assert (job.status, job.lease_until) == (Job.Status.FAILED, None)
    assert job.reason == f"Stopped by {user.username}. The text is kept, and can be read at any time."


def test_what_is_being_read_saves_nothing(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    sign_in(client)
    job = waiting()
    read = extract

    def stopped_meanwhile(*args: object) -> object:
        client.post(address(job))
        return read(*args)  # type: ignore[arg-type]

    monkeypatch.setattr("editorial.pipeline.extract", stopped_meanwhile)
    assert pipeline.run(job.pk, 1).startswith("not wanted")
    assert not job.article.expressions.exists()
    assert not job.article.timelines.get().entries.exists()


def test_what_is_stopped_can_be_read_again(client: Client) -> None:
    sign_in(client)
    job = waiting()
    client.post(address(job))
    client.post(reverse("desk:job-retry", args=[job.pk]))
    job.refresh_from_db()
    assert (job.status, job.run, job.reason) == (Job.Status.QUEUED, 3, "")
    assert pipeline.run(job.pk, 3) == "done, 1 proposed"


def test_what_is_done_stays_done(client: Client) -> None:
    sign_in(client)
    job = waiting()
    pipeline.run(job.pk, 1)
    assert said(client.post(address(job), follow=True)) == [
        "“The ferry” was not being read any more. Nothing was changed."
    ]
    job.refresh_from_db()
    assert job.status == Job.Status.DONE


def test_offered_while_it_waits_or_is_read(client: Client) -> None:
    sign_in(client)
    job = waiting()
    jobs = reverse("desk:jobs")
    assert address(job) in client.get(jobs).text
    later = timezone.now() + timedelta(minutes=1)
    Job.objects.filter(pk=job.pk).update(status="running", lease_until=later)
    assert address(job) in client.get(jobs).text
    Job.objects.filter(pk=job.pk).update(status="done", lease_until=None)
    assert address(job) not in client.get(jobs).text
