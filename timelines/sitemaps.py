"""The sitemap: the list of timelines and every published one."""

from __future__ import annotations

from datetime import datetime

from django.contrib.sitemaps import Sitemap
from django.db.models import QuerySet
from django.urls import reverse

from timelines.models import Edition


class TimelineSitemap(Sitemap):  # type: ignore[type-arg]
    """The published timelines."""

    def items(self) -> QuerySet[Edition]:
        """The live Editions, without their content."""
        return Edition.objects.published().defer("content")

    def location(self, item: Edition) -> str:
        """Its page."""
        return reverse("timelines:timeline", args=[item.slug])

    def lastmod(self, item: Edition) -> datetime:
        """When this Edition came out."""
        return item.published_at


class FrontSitemap(Sitemap):  # type: ignore[type-arg]
    """The pages that are always there."""

    def items(self) -> list[str]:
        """By the names of their addresses."""
        return ["timelines:index"]

    def location(self, item: str) -> str:
        """The address."""
        return reverse(item)


SITEMAPS = {"front": FrontSitemap, "timelines": TimelineSitemap}
