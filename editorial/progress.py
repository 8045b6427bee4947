"""How far the reading of a timeline's articles is: what is read now, what waits and where in the queue, what failed."""

from __future__ import annotations

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


@dataclass(frozen=True, slots=True)
class Shelf:
    """The timeline's articles in the order they came in. `rows` are those near the chosen one, and all with which
    there is something to do; of the others only the number is known."""

    order: tuple[int, ...]
    rows: tuple[Numbered, ...]

    def __len__(self) -> int:
        return len(self.order)

    def at(self, place: int) -> Numbered:
        """The article at a place, counted from 0; one that is near the chosen one."""
        return next(row for row in self.rows if row.number == place + 1)

    def near(self, place: int, listed: int) -> list[Numbered]:
        """At most so many of them, around a place."""
        first = max(0, min(place - listed // 2, len(self.order) - listed))
        return [row for row in self.rows if first < row.number <= first + listed]


def articles_of(timeline: Timeline, *, chosen: int | None = None, listed: int = 0) -> Shelf:
    """The articles without their texts: those to be listed around the chosen one, and those that are not read to their
    end. Two queries."""
    found = list(timeline.articles.order_by("added_at", "pk").values_list("pk", "job__status"))
    order = tuple(pk for pk, _ in found)
    place = order.index(chosen) if chosen in order else 0
    first = max(0, min(place - listed // 2, len(order) - listed))
    # The one behind the chosen one is offered as the next, and behind the last comes the first.
    wanted = {*order[first : first + listed], *order[:1], *order[place : place + 2]}
    wanted |= {pk for pk, status in found if status not in (Status.DONE, None)}
    rows = timeline.articles.filter(pk__in=wanted).defer("text", "found", "blocks").select_related("job", "publisher")
    by_pk = {article.pk: article for article in rows}
    numbered = ((number, by_pk[pk]) for number, pk in enumerate(order, start=1) if pk in by_pk)
    return Shelf(order, tuple(Numbered(number, article, getattr(article, "job", None)) for number, article in numbered))


def progress_of(articles: Shelf) -> Progress:
    """What the workers still have to do for these articles; asks for the place in the queue only where one waits."""
    by_status: dict[str, list[Numbered]] = {}
    for row in articles.rows:
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
