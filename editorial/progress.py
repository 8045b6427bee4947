"""How far the reading of a timeline's articles is: what is read now, what waits and where in the queue, what failed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils import timezone

from timelines.models import Article, Job, Timeline

Status = Job.Status


@dataclass(frozen=True, slots=True)
class Numbered:
    """An article with its number in the timeline, counted from 1; `job` is None where it was never to be read."""

    number: int
    article: Article
    job: Job | None

    @property
    def seconds(self) -> int:
        """How long it has been read, or has waited."""
        if self.job is None:
            return 0
        since = self.job.started_at if self.job.status == Status.RUNNING else None
        return max(0, int((timezone.now() - (since or self.job.queued_at)).total_seconds()))

    @property
    def elapsed(self) -> str:
        """The same for people: "8 s", "2 min"."""
        return f"{self.seconds} s" if self.seconds < 120 else f"{self.seconds // 60} min"


@dataclass(frozen=True, slots=True)
class Progress:
    """`place` is how many articles of all timelines are read before the first one that waits here, and it, counted."""

    reading: tuple[Numbered, ...]
    waiting: tuple[Numbered, ...]
    failed: tuple[Numbered, ...]
    total: int
    place: int = 0

    @property
    def open(self) -> int:
        """Articles still to be read to their end."""
        return len(self.reading) + len(self.waiting)

    @property
    def finished(self) -> int:
        """Articles with which there is nothing more to do."""
        return self.total - self.open


def articles_of(timeline: Timeline) -> list[Numbered]:
    """The timeline's articles in the order they came in, without their texts."""
    rows = timeline.articles.defer("text", "found", "blocks").select_related("job", "publisher")
    numbered = enumerate(rows.order_by("added_at", "pk"), start=1)
    return [Numbered(number, article, getattr(article, "job", None)) for number, article in numbered]


def progress_of(articles: Sequence[Numbered]) -> Progress:
    """What the workers still have to do for these articles; asks for the place in the queue only where one waits."""
    by_status: dict[str, list[Numbered]] = {}
    for row in articles:
        if row.job is not None:
            by_status.setdefault(row.job.status, []).append(row)
    waiting = sorted(by_status.get(Status.QUEUED, []), key=lambda row: row.job.queued_at if row.job else 0)
    failed = by_status.get(Status.FAILED, []) + by_status.get(Status.QUARANTINED, [])
    return Progress(
        reading=tuple(by_status.get(Status.RUNNING, [])),
        waiting=tuple(waiting),
        failed=tuple(failed),
        total=len(articles),
        place=_place(waiting[0].job) if waiting and waiting[0].job else 0,
    )


def _place(job: Job) -> int:
    """Counted from 1: the job itself and all that were asked for before it and wait as well."""
    return Job.objects.filter(status=Status.QUEUED, queued_at__lt=job.queued_at).count() + 1
