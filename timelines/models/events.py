"""Events, and the sentences that support them."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from simple_history.models import HistoricalRecords

from timelines.models.articles import EDTF_MAX, MOD_MAX, Article, TemporalExpression


class Event(models.Model):
    """Something that happened or is planned.

    `earliest` and `latest` are the first and last day its EDTF date allows, None where that side is open.
    """

    class Status(models.TextChoices):
        PAST = "past", "past"
        PLANNED = "planned", "planned"
        HYPOTHETICAL = "hypothetical", "hypothetical"

    edtf = models.CharField("EDTF date", max_length=EDTF_MAX)
    mod = models.CharField(max_length=MOD_MAX, blank=True)
    earliest = models.DateField(null=True, blank=True)
    latest = models.DateField(null=True, blank=True)
    headline = models.CharField(max_length=2000)
    description = models.TextField(blank=True)
    status = models.CharField(max_length=12, choices=Status, default=Status.PAST)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    history = HistoricalRecords()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(edtf=""), name="event_has_a_date"),
            models.CheckConstraint(condition=~Q(headline=""), name="event_has_a_headline"),
            models.CheckConstraint(
                condition=Q(status__in=["past", "planned", "hypothetical"]), name="event_status_known"
            ),
            models.CheckConstraint(
                condition=Q(earliest__isnull=True) | Q(latest__isnull=True) | Q(earliest__lte=F("latest")),
                name="event_earliest_before_latest",
            ),
            models.CheckConstraint(
                condition=Q(earliest__isnull=False) | Q(latest__isnull=False), name="event_bounded_on_one_side"
            ),
        ]

    def __str__(self) -> str:
        return self.headline


class Citation(models.Model):
    """The sentence of an Article that supports an Event, and the expression its date rests on.

    `origin` is the Event it came with, where a merge has brought it to another one.
    """

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="citations")
    article = models.ForeignKey(Article, on_delete=models.PROTECT, related_name="citations")
    expression = models.ForeignKey(
        TemporalExpression, null=True, blank=True, on_delete=models.SET_NULL, related_name="citations"
    )
    origin = models.ForeignKey(Event, null=True, blank=True, on_delete=models.SET_NULL, related_name="given_away")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["event", "article", "start", "end"],
                condition=Q(origin__isnull=True),
                name="citation_once_per_sentence",
            ),
            # Two statements of one sentence may be merged; each keeps its citation.
            models.UniqueConstraint(
                fields=["event", "origin", "article", "start", "end"],
                condition=Q(origin__isnull=False),
                name="citation_once_per_origin",
            ),
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="citation_span_not_empty"),
        ]

    def __str__(self) -> str:
        return self.quote

    @property
    def quote(self) -> str:
        """The very words, out of the article."""
        return self.article.text[self.start : self.end]
