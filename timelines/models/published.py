"""What readers can search and browse by: the text of live Editions, and topics."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from timelines.models.articles import EDTF_MAX, MOD_MAX
from timelines.models.timelines import Edition, Timeline


class PublishedText(models.Model):
    """One event of a live Edition, or with an empty `entry` the timeline itself, for `timelines.search` alone.

    `words` are all that can be found, in small letters without accents; the rest is what a result shows.
    """

    timeline = models.ForeignKey(Timeline, on_delete=models.CASCADE, related_name="+")
    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="+")
    entry = models.BigIntegerField(null=True)
    place = models.PositiveIntegerField()
    headline = models.CharField(max_length=2000)
    words = models.TextField()
    edtf = models.CharField(max_length=EDTF_MAX, blank=True)
    mod = models.CharField(max_length=MOD_MAX, blank=True)
    status = models.CharField(max_length=12)
    earliest = models.DateField(null=True)
    latest = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["edition", "place"], name="published_text_once_per_place"),
            models.CheckConstraint(
                condition=Q(place=0, entry__isnull=True) | Q(place__gt=0, entry__isnull=False),
                name="published_text_of_timeline_or_event",
            ),
        ]

    def __str__(self) -> str:
        return self.headline
