"""The Job row as the queue of record: who may read, what is given back, what is set aside."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from celery import Celery
from celery.exceptions import SoftTimeLimitExceeded
from django.conf import settings as configured
from django.utils import timezone

from editorial import pipeline, tasks
from tests.conftest import Sent
from tests.editorial.at_once import together
from tests.factories import make_article, make_timeline
from timelines.extraction import extract
from timelines.models import Entry, Job, TemporalExpression

pytestmark = pytest.mark.django_db


def waiting_job(day: int = 3) -> Job:
    return make_article(f"The bridge was opened on {day} May 2019.", timeline=make_timeline(), job="queued").job


def lose(job: Job, **fields: Any) -> None:
    """Put the row in the state a dead worker or a lost message leaves behind."""
    Job.objects.filter(pk=job.pk).update(**fields)


def raising(error: BaseException) -> Any:
    def fail(*_: object) -> None:
        raise error

    return fail


def test_one_message_many_times_is_one_reading() -> None:
    job = waiting_job()
    answers = [pipeline.run(job.pk, job.run) for _ in range(5)]
    assert answers[0] == "done, 1 proposed"
    assert all(answer.startswith("not wanted") for answer in answers[1:])
    job.refresh_from_db()
    assert (job.status, job.attempts, job.lease_until) == ("done", 1, None)
    assert Entry.objects.count() == 1


def test_a_message_of_an_older_request_is_not_wanted() -> None:
    job = waiting_job()
    again = pipeline.request(job.article)
    assert again.run == job.run + 1
    assert pipeline.run(job.pk, job.run).startswith("not wanted")
    assert pipeline.run(job.pk, again.run) == "done, 1 proposed"


def test_a_reading_that_was_asked_for_anew_meanwhile_is_thrown_away(monkeypatch: pytest.MonkeyPatch) -> None:
    job = waiting_job()

    def slow(*args: Any) -> Any:
        pipeline.request(job.article)
        return extract(*args)

    monkeypatch.setattr(pipeline, "extract", slow)
    assert pipeline.run(job.pk, job.run) == "not wanted any more: asked for anew"
    job.refresh_from_db()
    assert job.status == Job.Status.QUEUED
    assert not Entry.objects.exists()


def test_a_reading_that_takes_too_long_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    job = waiting_job()
    monkeypatch.setattr(pipeline, "extract", raising(SoftTimeLimitExceeded()))
    pipeline.run(job.pk, job.run)
    job.refresh_from_db()
    assert job.status == Job.Status.FAILED
    assert "too long" in job.reason


def test_an_unexpected_error_is_logged_and_tried_three_times(monkeypatch: pytest.MonkeyPatch) -> None:
    job = waiting_job()
    monkeypatch.setattr(pipeline, "extract", raising(RuntimeError("a fault of ours")))
    for expected in ("queued", "queued", "quarantined"):
        with pytest.raises(RuntimeError):
            pipeline.run(job.pk, job.run)
        job.refresh_from_db()
        assert job.status == expected
    assert "tried 3 times" in job.reason
    assert job.article.text.startswith("The bridge")


def test_the_sweeper_brings_back_what_a_dead_worker_held(sent_tasks: list[Sent]) -> None:
    job = waiting_job()
    lose(job, status="running", attempts=1, lease_until=timezone.now() - timedelta(seconds=1))
    assert pipeline.sweep() == 1
    job.refresh_from_db()
    assert (job.status, job.lease_until) == ("queued", None)
    assert sent_tasks == [Sent("editorial.tasks.extract_article", (job.pk, job.run))]


def test_the_sweeper_leaves_a_living_worker_alone(sent_tasks: list[Sent]) -> None:
    job = waiting_job()
    lose(job, status="running", attempts=1, lease_until=timezone.now() + timedelta(seconds=30))
    assert pipeline.sweep() == 0
    assert not sent_tasks


def test_the_sweeper_sends_again_what_the_broker_lost_but_not_what_just_came(sent_tasks: list[Sent]) -> None:
    lost, fresh = waiting_job(), make_article(job="queued").job
    lose(lost, queued_at=timezone.now() - pipeline.LOST_AFTER - timedelta(seconds=1))
    assert pipeline.sweep() == 1
    assert [sent.args[0] for sent in sent_tasks] == [lost.pk]
    assert fresh.status == "queued"


def test_a_text_that_killed_three_workers_is_set_aside(sent_tasks: list[Sent]) -> None:
    job = waiting_job()
    lose(job, status="running", attempts=3, lease_until=timezone.now() - timedelta(seconds=1))
    assert pipeline.sweep() == 0
    job.refresh_from_db()
    assert job.status == "quarantined"
    assert "3 times" in job.reason
    assert not sent_tasks


def unread(job_id: int, run: int) -> None:
    """A task that no worker ever gets."""


@pytest.mark.parametrize("url", ["redis+socket:///nowhere/valkey.sock", "redis://127.0.0.1:1/0"])
def test_a_broker_that_is_down_is_no_error_for_who_uploads(
    settings: Any, monkeypatch: pytest.MonkeyPatch, url: str
) -> None:
    settings.CELERY_BROKER_URL = url
    settings.CELERY_BROKER_TRANSPORT_OPTIONS = {"socket_timeout": 1, "socket_connect_timeout": 1}
    other = Celery("without a broker", set_as_current=False)
    other.config_from_object("django.conf:settings", namespace="CELERY")
    monkeypatch.setattr(tasks, "extract_article", other.task(name="editorial.tasks.extract_article")(unread))
    job = waiting_job()
    assert pipeline.send(job.pk, job.run) is False
    job.refresh_from_db()
    assert job.status == "queued"
    other.close()


def test_a_sweep_does_not_wait_for_a_dead_broker_again_and_again(monkeypatch: pytest.MonkeyPatch) -> None:
    jobs = [waiting_job(day) for day in (3, 4, 5)]
    long_ago = timezone.now() - 2 * pipeline.LOST_AFTER
    Job.objects.update(queued_at=long_ago)
    tries: list[int] = []

    def refuse(job_id: int, _: int) -> bool:
        tries.append(job_id)
        return False

    monkeypatch.setattr(pipeline, "send", refuse)
    assert pipeline.sweep() == 0
    assert len(tries) == 1
    assert Job.objects.filter(status="queued", queued_at=long_ago).count() == len(jobs) - 1


def test_a_sweep_begins_with_what_waits_longest(sent_tasks: list[Sent]) -> None:
    jobs = [waiting_job(day) for day in (3, 4, 5)]
    for minutes, job in zip((5, 9, 7), jobs, strict=True):
        lose(job, queued_at=timezone.now() - timedelta(minutes=minutes))
    assert pipeline.sweep() == 3
    assert [sent.args[0] for sent in sent_tasks] == [jobs[1].pk, jobs[2].pk, jobs[0].pk]
    assert pipeline.sweep() == 0


def test_a_worker_that_lost_its_job_to_the_sweeper_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    job = waiting_job()

    def slow(*_: Any) -> Any:
        monkeypatch.undo()
        lose(job, lease_until=timezone.now() - timedelta(seconds=1))
        pipeline.sweep()
        assert pipeline.run(job.pk, job.run) == "done, 1 proposed"
        raise SoftTimeLimitExceeded

    monkeypatch.setattr(pipeline, "extract", slow)
    assert pipeline.run(job.pk, job.run) == "took too long"
    job.refresh_from_db()
    assert (job.status, job.attempts, job.reason) == ("done", 2, "")


def test_what_fails_while_it_is_saved_leaves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    job = waiting_job()
    monkeypatch.setattr("editorial.ordering.place_all", raising(SoftTimeLimitExceeded()))
    assert pipeline.run(job.pk, job.run) == "took too long"
    assert not Entry.objects.exists()
    assert not TemporalExpression.objects.exists()
    job.refresh_from_db()
    assert (job.status, job.article.blocks) == ("failed", [])


@pytest.mark.django_db(transaction=True)
def test_one_message_in_five_hands_at_once_is_one_reading() -> None:
    job = waiting_job()
    answers: list[str] = []
    errors = together(*[lambda: answers.append(pipeline.run(job.pk, job.run)) for _ in range(5)])
    assert not errors
    assert [answer for answer in answers if not answer.startswith("not wanted")] == ["done, 1 proposed"]
    assert Entry.objects.count() == 1
    assert Job.objects.get().attempts == 1


@pytest.mark.django_db(transaction=True)
def test_a_request_reaches_the_broker_only_after_the_commit(sent_tasks: list[Sent]) -> None:
    from django.db import transaction

    article = make_article(job=None)
    with transaction.atomic():
        job = pipeline.request(article)
        assert not sent_tasks
    assert sent_tasks == [Sent("editorial.tasks.extract_article", (job.pk, 1))]


def test_a_lease_outlives_the_longest_task() -> None:
    assert pipeline.LEASE.total_seconds() > configured.CELERY_TASK_TIME_LIMIT > configured.CELERY_TASK_SOFT_TIME_LIMIT
