"""What the upload page says of each file: stored, read, refused and why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from django.contrib.auth.models import User
from django.db.models import Count, Q

from editorial import intake, readers
from editorial.article_forms import ArticleForm, File
from editorial.intake import Details, Stored
from editorial.readers import Refused
from timelines.models import Article, Job, Timeline
from timelines.wording import date_words

Kind = Literal["done", "reading", "waiting", "failed", "refused", "already"]

_KINDS: dict[str, Kind] = {
    Job.Status.QUEUED: "waiting",
    Job.Status.RUNNING: "reading",
    Job.Status.DONE: "done",
    Job.Status.FAILED: "failed",
    Job.Status.QUARANTINED: "failed",
}


@dataclass(slots=True)
class Row:
    """One row of the page. `article` is None where the file was refused or is a second copy; `reason` says why it
    was refused or failed.

    `fresh`: came in with this very upload; `detail_form` then shows what was found, to be checked.
    """

    kind: Kind
    title: str
    file_name: str
    article: Article | None = None
    job: Job | None = None
    reason: str = ""
    message: str = ""
    proposals: int = 0
    warned: int = 0
    fresh: bool = False
    detail_form: ArticleForm | None = None


def take_files(files: Iterable[File], timeline: Timeline, user: User) -> list[Row]:
    """Store each file on its own: one that is refused does not keep the others out.

    A second copy of a file among them is told of, and its row names no article: the first copy's row is the article's.
    """
    rows = [_take_file(file, timeline, user) for file in files]
    fresh = {row.article.pk for row in rows if row.article and row.fresh}
    for row in rows:
        if row.article and not row.fresh and row.article.pk in fresh:
            row.article = None
    return rows


def _take_file(file: File, timeline: Timeline, user: User) -> Row:
    name = file.name or ""
    try:
        # One byte over the limit is enough for the reader to refuse it; the rest need not be held in memory.
        data = file.read(intake.limits().file_bytes + 1)
        return _stored_row(intake.store_article(data, name, timeline=timeline, user=user))
    except Refused as refused:
        shown = readers.plain_name(name)
        return Row("refused", shown, shown, reason=refused.reason)


def take_text(text: str, details: Details, timeline: Timeline, user: User) -> Row:
    """Store pasted text."""
    try:
        return _stored_row(intake.store_text(text, timeline=timeline, user=user, details=details))
    except Refused as refused:
        return Row("refused", details.title or "Pasted text", "", reason=refused.reason)


def _stored_row(stored: Stored) -> Row:
    """A row for an article that was stored, or was here before."""
    article = stored.article
    row = Row("waiting", str(article), article.file_name, article, fresh=stored.created)
    if not stored.created:
        row.kind = "already"
        row.message = "It was put on this timeline." if stored.attached else "It is on this timeline."
    return row


def recent(timeline: Timeline, *, limit: int = 25) -> list[Row]:
    """The timeline's articles as rows, the newest first, in three queries."""
    articles = list(
        timeline.articles.select_related("job", "publisher").defer("text", "blocks").order_by("-pk")[:limit]
    )
    counts = _proposal_counts(timeline, articles)
    doubts = _first_doubts(timeline, [pk for pk, (_, warned) in counts.items() if warned])
    rows = []
    for article in articles:
        job = getattr(article, "job", None)
        row = Row(_KINDS[job.status] if job else "done", str(article), article.file_name, article, job)
        row.reason = job.reason if job else ""
        row.proposals, row.warned = counts.get(article.pk, (0, 0))
        row.message = doubts.get(article.pk, "") if row.kind == "done" else ""
        rows.append(row)
    return rows


def _proposal_counts(timeline: Timeline, articles: list[Article]) -> dict[int, tuple[int, int]]:
    """For each article: its undecided proposals, and how many of them have a warning."""
    rows = (
        timeline.entries.proposed()
        .filter(event__citations__article__in=articles)
        .order_by()
        .values_list("event__citations__article")
        .annotate(proposals=Count("pk", distinct=True), warned=Count("pk", filter=~Q(warnings=[]), distinct=True))
    )
    return {article: (proposals, warned) for article, proposals, warned in rows}


def _first_doubts(timeline: Timeline, articles: list[int]) -> dict[int, str]:
    """For each article with a date to check, the first of them: what is written, and what it may mean."""
    rows = (
        timeline.entries.proposed()
        .filter(event__citations__article__in=articles, event__citations__expression__isnull=False)
        .exclude(warnings=[])
        .order_by("-event__citations__start")
        .values_list("event__citations__article", "event__citations__expression__text", "event__edtf", "event__mod")
    )
    return {article: f"“{words}” may be {date_words(edtf, mod or None)}." for article, words, edtf, mod in rows if edtf}
