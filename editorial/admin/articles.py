"""Articles as they came in, how far their reading is, and who published them."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.db import transaction
from django.db.models import QuerySet, URLField
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString

from editorial import pipeline, review
from editorial.admin.base import ModelAdmin, ReadOnlyAdmin, link
from editorial.roles import can
from timelines.models import Article, Job, Publisher, TemporalExpression, Timeline, Topic

PREVIEW = 20_000
"""Characters of an article that its page shows."""

AT_ONCE = 100
"""Jobs that one action asks for: each is sent to the broker while the browser waits."""


@admin.register(Publisher)
class PublisherAdmin(ModelAdmin):
    """Publishers: the one thing moderators edit here."""

    list_display = ("name", "url")
    list_per_page = 50
    search_fields = ("name",)
    fields = ("name", "url")
    formfield_overrides = {URLField: {"assume_scheme": "https"}}

    @transaction.atomic
    def save_model(self, request: HttpRequest, obj: Publisher, form: Any, change: bool) -> None:
        """Its name is part of what gets published: who is reading a timeline that waits has to read it again."""
        super().save_model(request, obj, form, change)
        waiting = Timeline.objects.filter(state=Timeline.State.SUBMITTED, articles__publisher=obj).distinct()
        for timeline in waiting.order_by("pk"):
            review.touch(review.lock(timeline.pk), request.user)  # type: ignore[arg-type]  # the admin is for users


@admin.register(Topic)
class TopicAdmin(ModelAdmin):
    """What timelines are about. Readers see another name at once, other topics of a timeline with its next Edition."""

    list_display = ("name", "slug")
    search_fields = ("name",)
    fields = ("name", "slug")
    prepopulated_fields = {"slug": ("name",)}


@admin.register(Article)
class ArticleAdmin(ReadOnlyAdmin):
    """Articles, to look at: the text never changes, and details are put right on the desk."""

    list_display = ("__str__", "publisher", "published", "language", "reading", "added_by", "added_at")
    list_filter = ("job__status", "language")
    list_select_related = ("publisher", "job", "added_by")
    search_fields = ("title", "file_name", "byline")
    fieldsets = (
        (None, {"fields": ("title", "publisher", "byline", "url", "published", "language")}),
        ("As it came in", {"fields": ("file_link", "media_type", "added_by", "added_at", "reading")}),
        ("Text", {"fields": ("preview",)}),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Article]:
        """Without texts, which a list never shows."""
        rows: QuerySet[Article] = super().get_queryset(request)
        return rows.defer("text", "blocks", "found")

    @admin.display(description="reading", ordering="job__status")
    def reading(self, article: Article) -> str:
        """How far its reading is."""
        job: Job | None = getattr(article, "job", None)
        return job.get_status_display() if job else "not asked for"

    @admin.display(description="file")
    def file_link(self, article: Article) -> SafeString:
        """The bytes that were uploaded."""
        return link("desk:article-file", article.file_name or "Download", article.pk)

    @admin.display(description="text")
    def preview(self, article: Article) -> SafeString:
        """The text as it is stored, or its beginning."""
        text = article.text
        rest = f"\n[… {len(text) - PREVIEW:,} more characters]" if len(text) > PREVIEW else ""
        return format_html('<div class="preview" dir="auto">{}{}</div>', text[:PREVIEW], rest)


@admin.register(Job)
class JobAdmin(ReadOnlyAdmin):
    """How far each reading is; what failed can be read again."""

    list_display = ("article", "status", "attempts", "reason", "queued_at", "finished_at")
    list_filter = ("status",)
    search_fields = ("article__title", "article__file_name", "reason")
    fields = (
        *("article", "status", "attempts", "reason", "queued_at", "started_at", "finished_at", "lease_until", "run"),
    )
    actions = ("read_again",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Job]:
        """Without the articles' texts."""
        rows: QuerySet[Job] = super().get_queryset(request)
        return rows.select_related("article").defer("article__text", "article__blocks", "article__found")

    def has_retry_permission(self, request: HttpRequest) -> bool:
        """Who may have an article read again."""
        return can(request.user, "retry_job")

    @admin.action(description="Read again", permissions=["retry"])
    def read_again(self, request: HttpRequest, queryset: QuerySet[Job]) -> None:
        """Ask for a new reading of each article."""
        jobs = list(queryset[: AT_ONCE + 1])
        if len(jobs) > AT_ONCE:
            self.message_user(request, f"At most {AT_ONCE} at a time. Nothing was asked for.", messages.ERROR)
            return
        for job in jobs:
            with transaction.atomic():
                pipeline.request(job.article)
        words = f"“{jobs[0].article}” is read again." if len(jobs) == 1 else f"{len(jobs)} articles are read again."
        self.message_user(request, words, messages.SUCCESS)


@admin.register(TemporalExpression)
class TemporalExpressionAdmin(ReadOnlyAdmin):
    """The times that were found in articles, as the engine read them."""

    list_display = ("text", "article", "type", "value", "edtf", "rule")
    list_filter = ("type",)
    search_fields = ("text", "edtf", "rule")
    fields = (
        "text",
        "article",
        "start",
        "end",
        "type",
        "value",
        "mod",
        "edtf",
        "earliest",
        "latest",
        "warnings",
        "rule",
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[TemporalExpression]:
        """Without the articles' texts."""
        rows: QuerySet[TemporalExpression] = super().get_queryset(request)
        return rows.select_related("article").defer("article__text", "article__blocks", "article__found")
