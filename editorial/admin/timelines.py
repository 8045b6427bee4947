"""Timelines, their entries and decisions, and what readers were shown."""

from __future__ import annotations

from typing import Any, cast

from django.contrib import admin
from django.db.models import Case, QuerySet, Value, When
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from editorial.admin import deciding
from editorial.admin.base import HistoryAdmin, ReadOnlyAdmin, link
from timelines.models import Correction, Decision, Edition, Entry, Timeline
from timelines.models.timelines import TimelineQuerySet
from timelines.wording import date_words

State = Timeline.State
WAITING_FIRST = Case(When(state=State.SUBMITTED, then=Value(0)), default=Value(1))


class StateFilter(admin.SimpleListFilter):
    """By state, what waits first."""

    title = "state"
    parameter_name = "state"
    template = "admin/filter.html"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """In the order in which a moderator cares."""
        order = (State.SUBMITTED, State.RETURNED, State.PUBLISHED, State.DRAFT)
        return [(state.value, str(state.label)) for state in order]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Timeline]) -> QuerySet[Timeline]:
        """The chosen state alone."""
        return queryset.filter(state=self.value()) if self.value() else queryset


@admin.register(Timeline)
class TimelineAdmin(HistoryAdmin):
    """All timelines, and the way to the page where one is read and decided about."""

    list_display = ("title", "state", "owner", "submitted_at", "accepted", "undecided", "edition", "reading")
    list_filter = (StateFilter,)
    list_select_related = ("owner", "live_edition")
    search_fields = ("title", "slug", "owner__username")
    ordering = (WAITING_FIRST, "submitted_at", "-updated_at")
    fieldsets = (
        (None, {"fields": ("title", "standfirst", "byline", "slug", "owner", "cited", "entry_list")}),
        ("Publishing", {"fields": ("state", "submitted_by", "submitted_at", "note", "edition", "edition_list")}),
        ("Last change", {"fields": ("revision", "updated_by", "updated_at", "created_at")}),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Timeline]:
        """With counts, and without the text of Editions."""
        rows = cast("TimelineQuerySet", super().get_queryset(request))
        return rows.with_counts().defer("live_edition__content")

    def get_urls(self) -> list[URLPattern]:
        """The reading page comes before Django's own addresses, which take any path."""
        review = path("<int:pk>/review/", self.admin_site.admin_view(self.review), name="timelines_timeline_review")
        urls: list[URLPattern] = super().get_urls()
        return [review, *urls]

    def review(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Read what would be published, and publish or return it."""
        return deciding.review(request, pk, self.log_change)

    @admin.display(description="accepted", ordering="accepted_count")
    def accepted(self, timeline: Any) -> int:
        """Entries that would be published."""
        return int(timeline.accepted_count)

    @admin.display(description="to decide", ordering="undecided_count")
    def undecided(self, timeline: Any) -> int:
        """Proposals nobody has decided."""
        return int(timeline.undecided_count)

    @admin.display(description="live edition")
    def edition(self, timeline: Timeline) -> str:
        """What readers see, with a link to it."""
        live = timeline.live_edition
        return link("timelines:timeline", f"Edition {live.number}", live.slug) if live else "none"

    @admin.display(description="decision")
    def reading(self, timeline: Timeline) -> SafeString:
        """The way to the reading page."""
        words = "Read and decide" if timeline.state == State.SUBMITTED else "Read"
        return format_html(
            '{}<span class="visually-hidden">: {}</span>',
            link("admin:timelines_timeline_review", words, timeline.pk),
            timeline.title,
        )

    @admin.display(description="articles")
    def cited(self, timeline: Timeline) -> str:
        """Its articles, each with a link."""
        articles = timeline.articles.defer("text", "blocks", "found")[:100]
        rows = ((link("admin:timelines_article_change", article, article.pk),) for article in articles)
        return format_html_join("", "<p>{}</p>", rows) or "none"

    @admin.display(description="entries")
    def entry_list(self, timeline: Timeline) -> SafeString:
        """The way to its entries."""
        return link("admin:timelines_entry_changelist", "Its entries", query=f"?timeline__id__exact={timeline.pk}")

    @admin.display(description="editions")
    def edition_list(self, timeline: Timeline) -> SafeString:
        """The way to its editions."""
        return link("admin:timelines_edition_changelist", "Its editions", query=f"?timeline__id__exact={timeline.pk}")


@admin.register(Entry)
class EntryAdmin(HistoryAdmin):
    """Entries, to look at: they are decided on the desk."""

    list_display = ("event", "timeline", "state", "by_hand", "decided_by", "decided_at")
    list_filter = ("state", "by_hand")
    list_select_related = ("event", "timeline", "decided_by")
    search_fields = ("event__headline", "timeline__title")
    fields = (
        "event",
        "timeline",
        "state",
        "position",
        "warning_list",
        "by_hand",
        "version",
        "decided_by",
        "decided_at",
    )

    @admin.display(description="warnings")
    def warning_list(self, entry: Entry) -> str:
        """Why its date should be checked."""
        return format_html_join("", "<p>{}</p>", ((warning["message"],) for warning in entry.warnings)) or "none"


@admin.register(Decision)
class DecisionAdmin(ReadOnlyAdmin):
    """What people decided, as it was written down."""

    list_display = ("made_at", "actor", "verb", "what", "timeline", "undone_at")
    list_filter = ("verb",)
    list_select_related = ("actor", "entry__event", "timeline")
    fields = ("made_at", "actor", "verb", "entry", "timeline", "before", "after", "undone_at")

    @admin.display(description="entry")
    def what(self, decision: Decision) -> str:
        """The headline it was about."""
        return decision.entry.event.headline


@admin.register(Edition)
class EditionAdmin(ReadOnlyAdmin):
    """What readers were shown. Frozen."""

    list_display = ("title", "number", "published_at", "published_by", "live")
    search_fields = ("title", "slug")
    fields = (
        "title",
        "timeline",
        "number",
        "published_at",
        "published_by",
        "address",
        "live",
        "entries",
        "corrections",
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Edition]:
        """Without the text, which a list never shows."""
        rows: QuerySet[Edition] = super().get_queryset(request)
        return rows.select_related("published_by", "live_of").defer("content")

    @admin.display(boolean=True)
    def live(self, edition: Edition) -> bool:
        """Whether readers see this one."""
        return hasattr(edition, "live_of")

    @admin.display
    def address(self, edition: Edition) -> str:
        """Where readers find the live one."""
        words = f"/t/{edition.slug}/"
        return link("timelines:timeline", words, edition.slug) if self.live(edition) else "not live"

    @admin.display
    def entries(self, edition: Edition) -> SafeString:
        """Dates and headlines as they were published."""
        rows = (
            (date_words(entry["edtf"], entry.get("mod")), entry["headline"], len(entry["sources"]))
            for entry in edition.content["entries"]
        )
        return format_html_join("", "<p><b>{}</b>: {} (sources: {})</p>", rows)

    @admin.display
    def corrections(self, edition: Edition) -> str:
        """The notes it came with."""
        return format_html_join("", "<p>{}</p>", ((row.text,) for row in edition.corrections.all())) or "none"


@admin.register(Correction)
class CorrectionAdmin(ReadOnlyAdmin):
    """What Editions put right, as readers see it."""

    list_display = ("text", "edition", "made_at", "made_by")
    fields = ("text", "edition", "entry", "made_at", "made_by")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Correction]:
        """Without the Editions' text."""
        rows: QuerySet[Correction] = super().get_queryset(request)
        return rows.select_related("edition", "made_by").defer("edition__content")
