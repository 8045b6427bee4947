"""Events and the sentences they rest on."""

from __future__ import annotations

from django.contrib import admin
from django.utils.html import format_html_join

from editorial.admin.base import HistoryAdmin, link
from timelines.models import Event
from timelines.wording import date_words


@admin.register(Event)
class EventAdmin(HistoryAdmin):
    """Events, to look at: they are put right on the desk."""

    list_display = ("headline", "words", "edtf", "status", "updated_at")
    list_filter = ("status",)
    search_fields = ("headline", "edtf")
    ordering = ("-pk",)
    fields = (
        *("headline", "description", "words", "edtf", "mod", "earliest", "latest", "status", "sources"),
        *("created_at", "updated_at"),
    )

    @admin.display(description="date", ordering="earliest")
    def words(self, event: Event) -> str:
        """The date as readers see it."""
        return date_words(event.edtf, event.mod or None)

    @admin.display
    def sources(self, event: Event) -> str:
        """The sentences it rests on, each with its article."""
        citations = event.citations.select_related("article")
        rows = (
            (citation.quote, link("admin:timelines_article_change", citation.article, citation.article.pk))
            for citation in citations
        )
        return format_html_join("", "<p>“{}” {}</p>", rows) or "none"
