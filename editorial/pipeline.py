"""Runs the engine over an Article and saves what it proposes. The Job row is the queue of record.

A job is asked for (`request`), taken by a worker under a lease (`run`), and put back by the sweeper (`sweep`) where a
worker died or the broker lost the message. Running twice changes nothing the second time, and nothing that a person
decided is ever touched.
"""

from __future__ import annotations

import logging
from datetime import timedelta
from functools import partial

from celery.exceptions import SoftTimeLimitExceeded
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from kombu.exceptions import OperationalError

from editorial import noticing, proposals
from timelines.extraction import extract
from timelines.models import Article, Job

logger = logging.getLogger(__name__)

LEASE = timedelta(seconds=60)
"""Longer than the task's hard time limit, so that a live worker never loses its job to the sweeper."""

LOST_AFTER = timedelta(seconds=60)
"""How long a job may wait before the sweeper sends it again. Sending twice does no harm: the lease lets one in."""

Status = Job.Status


def request(article: Article) -> Job:
    """Ask for the article to be read (again), and tell a worker once the transaction has committed.

    Locks the Job. A worker locks Job, Article and timelines in this order: who changes more of them does so too.
    """
    fresh = {
        "status": Status.QUEUED,
        "attempts": 0,
        "lease_until": None,
        "queued_at": timezone.now(),
        "reason": "",
        "started_at": None,
        "finished_at": None,
    }
    job, created = Job.objects.get_or_create(article=article, defaults=fresh)
    if not created:
        Job.objects.filter(pk=job.pk).update(run=F("run") + 1, **fresh)
        job.refresh_from_db()
    transaction.on_commit(partial(send, job.pk, job.run))
    return job


def stop(job_id: int, who: str) -> bool:
    """End a job that waits or is running, as `who` asked; what a worker has read of it by now is not saved. Whether
    there was still something to stop."""
    reason = f"Stopped by {who}. The text is kept, and can be read at any time."
    waiting = Job.objects.filter(pk=job_id, status__in=[Status.QUEUED, Status.RUNNING])
    # Another run: the worker that is at it finds that it is not wanted any more.
    return bool(
        waiting.update(
            status=Status.FAILED, run=F("run") + 1, reason=reason, lease_until=None, finished_at=timezone.now()
        )
    )


def send(job_id: int, run_number: int) -> bool:
    """Put the job before the workers. Whether the broker took it; if not, the sweeper sends it again."""
    from editorial.tasks import extract_article  # tasks import this module

    try:
        extract_article.delay(job_id, run_number)
    except OperationalError as error:
        logger.warning("The broker did not take job %s; the sweeper will send it again: %s", job_id, error)
        return False
    return True


def run(job_id: int, run_number: int) -> str:
    """Read one article. What came of it: "done", or why there was nothing to do."""
    job = _take(job_id, run_number)
    if job is None:
        return "not wanted: done, taken by another worker, or asked for anew"
    try:
        extraction = extract(job.article.text, job.article.published, job.article.language)
        return _finish(job, partial(proposals.save, job.article, extraction))
    except SoftTimeLimitExceeded:
        _end(
            job,
            Status.FAILED,
            "Reading took too long and was stopped. The text is kept; shorten it or split it in two.",
        )
        return "took too long"
    except Exception:
        # Whatever it was, it is logged by the worker; here the row must not wait for its lease to run out.
        _give_back(job, "The reader stumbled over this text. The text is kept; the log of the worker says more.")
        raise


@transaction.atomic
def _take(job_id: int, run_number: int) -> Job | None:
    """Lease the job, if it still waits and this is the run that is wanted."""
    job = (
        Job.objects.select_for_update(of=("self",))
        .select_related("article")
        .filter(pk=job_id, run=run_number, status=Status.QUEUED)
        .first()
    )
    if job is None:
        return None
    job.status, job.attempts = Status.RUNNING, job.attempts + 1
    job.started_at = timezone.now()
    job.lease_until = job.started_at + LEASE
    job.save()
    return job


@transaction.atomic
def _finish(job: Job, save: partial[int]) -> str:
    """Save what was read and the end of the job together, unless the job was asked for anew meanwhile."""
    held = (
        Job.objects.select_for_update()
        .filter(pk=job.pk, run=job.run, attempts=job.attempts, status=Status.RUNNING)
        .first()
    )
    if held is None:
        return "not wanted any more: asked for anew"
    count = save()
    held.status, held.lease_until, held.finished_at, held.reason = Status.DONE, None, timezone.now(), ""
    held.save()
    return f"done, {count} proposed"


@transaction.atomic
def _end(job: Job, status: str, reason: str) -> None:
    """Close the job with a reason and tell whom it concerns, if this worker still holds it."""
    held = Job.objects.filter(pk=job.pk, run=job.run, attempts=job.attempts, status=Status.RUNNING)
    if held.update(status=status, reason=reason, lease_until=None, finished_at=timezone.now()):
        noticing.tell_failure(job.article, reason)


def _give_back(job: Job, reason: str) -> None:
    """Let the job be tried again, or set it aside after the last attempt."""
    if job.attempts >= Job.MAX_ATTEMPTS:
        _end(job, Status.QUARANTINED, f"{reason} It was tried {job.attempts} times.")
        return
    Job.objects.filter(pk=job.pk, run=job.run, attempts=job.attempts, status=Status.RUNNING).update(
        status=Status.QUEUED, lease_until=None, queued_at=timezone.now()
    )


def sweep() -> int:
    """Bring back what a dead worker or a lost broker left behind. How many jobs were sent again."""
    sent = 0
    for job_id in list(
        Job.objects.abandoned(timezone.now(), LOST_AFTER).order_by("queued_at").values_list("pk", flat=True)[:500]
    ):
        with transaction.atomic():
            job = Job.objects.abandoned(timezone.now(), LOST_AFTER).select_for_update().filter(pk=job_id).first()
            if job is None:
                continue  # somebody was faster
            if job.status == Status.RUNNING:
                _give_back(job, "Its worker died while reading it, every time.")
            else:
                Job.objects.filter(pk=job.pk).update(queued_at=timezone.now())
            job.refresh_from_db()
        if job.status == Status.QUEUED:
            if not send(job.pk, job.run):
                break  # the broker is down; each further try would wait for it, and the next sweep comes soon
            sent += 1
    return sent
