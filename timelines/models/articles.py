"""Articles as they came in, the times named in them, and how far their reading is."""

from __future__ import annotations

import uuid
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

MOD_MAX, EDTF_MAX = 16, 80


def random_path(instance: Any, filename: str) -> str:
    """Where the bytes lie: a name that says nothing of the uploader's, spread over 256 folders."""
    name = uuid.uuid4().hex
    return f"{name[:2]}/{name}"


class Publisher(models.Model):
    """Who published an Article."""

    name = models.CharField(max_length=200, unique=True)
    url = models.URLField(blank=True, max_length=1000)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Article(models.Model):
    """One news piece as it came in. Its text never changes after storing; its details may be put right.

    Offsets kept elsewhere (expressions, citations) are code points into `text`.
    """

    publisher = models.ForeignKey(Publisher, null=True, blank=True, on_delete=models.PROTECT, related_name="articles")
    title = models.CharField(max_length=500, blank=True)
    byline = models.CharField(max_length=300, blank=True)
    url = models.URLField(blank=True, max_length=2000)
    published = models.DateField(null=True, blank=True, help_text="Relative dates count from this day.")
    language = models.CharField(max_length=8, default="en")
    text = models.TextField(editable=False)
    text_sha256 = models.CharField(max_length=64, editable=False)
    file = models.FileField(upload_to=random_path, max_length=100, editable=False)
    file_sha256 = models.CharField(max_length=64, editable=False)
    file_name = models.CharField(max_length=255, blank=True)
    media_type = models.CharField(max_length=100)
    found = models.JSONField(
        default=dict, blank=True, help_text="Details read out of the file itself, as they were found."
    )
    blocks = models.JSONField(
        default=list, blank=True, help_text="Title, caption, dateline and paragraphs, with offsets."
    )
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    added_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-added_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["text_sha256"], name="article_once_per_text"),
            models.UniqueConstraint(fields=["file_sha256"], name="article_once_per_file"),
            models.CheckConstraint(condition=~Q(text=""), name="article_has_text"),
        ]

    def __str__(self) -> str:
        return self.title or self.file_name or f"Article {self.pk}"


class JobQuerySet(models.QuerySet["Job"]):
    """Jobs by what is to be done about them."""

    def open(self) -> JobQuerySet:
        """Not finished yet."""
        return self.filter(status__in=[Job.Status.QUEUED, Job.Status.RUNNING])

    def abandoned(self, now: datetime, queued_for: timedelta) -> JobQuerySet:
        """Running past their lease, or queued so long that the broker has lost them."""
        return self.filter(
            Q(status=Job.Status.RUNNING, lease_until__lt=now)
            | Q(status=Job.Status.QUEUED, queued_at__lt=now - queued_for)
        )


class Job(models.Model):
    """How far the reading of one Article is. This row, not the broker, is the queue of record.

    `run` counts requests: a worker that finishes a run which is no longer the wanted one throws its result away.
    """

    class Status(models.TextChoices):
        QUEUED = "queued", "waiting"
        RUNNING = "running", "being read"
        DONE = "done", "done"
        FAILED = "failed", "failed"
        QUARANTINED = "quarantined", "set aside"

    MAX_ATTEMPTS = 3

    article = models.OneToOneField(Article, on_delete=models.CASCADE, related_name="job")
    status = models.CharField(max_length=12, choices=Status, default=Status.QUEUED)
    run = models.PositiveIntegerField(default=1)
    attempts = models.PositiveSmallIntegerField(default=0)
    lease_until = models.DateTimeField(null=True, blank=True)
    queued_at = models.DateTimeField(default=timezone.now)
    started_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    reason = models.TextField(blank=True, help_text="Why it failed or was set aside, for people.")

    objects = JobQuerySet.as_manager()

    class Meta:
        ordering = ["-queued_at", "-pk"]
        indexes = [models.Index(fields=["status", "queued_at"], name="job_by_status")]
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=["queued", "running", "done", "failed", "quarantined"]), name="job_status_known"
            ),
            models.CheckConstraint(
                condition=Q(status="running", lease_until__isnull=False)
                | (~Q(status="running") & Q(lease_until__isnull=True)),
                name="job_leased_while_running",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=["failed", "quarantined"]) | ~Q(reason=""), name="job_failure_says_why"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.article}: {self.get_status_display()}"

    @property
    def is_open(self) -> bool:
        """Whether a worker still has to do something."""
        return self.status in (self.Status.QUEUED, self.Status.RUNNING)


class TemporalExpression(models.Model):
    """A span of an Article that names a time, as the engine read it."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="expressions")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    text = models.TextField()
    type = models.CharField(max_length=8)
    value = models.CharField(max_length=100)
    mod = models.CharField(max_length=MOD_MAX, blank=True)
    edtf = models.CharField(max_length=EDTF_MAX, blank=True)
    earliest = models.DateField(null=True, blank=True)
    latest = models.DateField(null=True, blank=True)
    warnings = models.JSONField(default=list, blank=True)
    rule = models.CharField(max_length=60)

    class Meta:
        ordering = ["article", "start"]
        constraints = [
            models.UniqueConstraint(fields=["article", "start", "end"], name="expression_once_per_span"),
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="expression_span_not_empty"),
            models.CheckConstraint(
                condition=Q(type__in=["DATE", "TIME", "DURATION", "SET"]), name="expression_type_timex3"
            ),
            models.CheckConstraint(
                condition=Q(earliest__isnull=True) | Q(latest__isnull=True) | Q(earliest__lte=F("latest")),
                name="expression_earliest_before_latest",
            ),
        ]

    def __str__(self) -> str:
        return self.text
