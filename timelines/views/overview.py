"""The overview of a published timeline: the whole story on one axis, asked for from its page."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from timelines.overview import overview_page
from timelines.views.keeping import keep_timeline
from timelines.views.pages import live


@require_safe
@cache_control(public=True, no_cache=True)
@keep_timeline
def overview(request: HttpRequest, slug: str) -> HttpResponse:
    """The live Edition on one axis, or `?from=…&to=…` of it; 404 for drafts and for what never was.

    `?size=wide` or `phone` asks for that drawing alone, as the script does.
    """
    edition = live(slug)
    size = request.GET.get("size", "")
    page = overview_page(edition, _day(request, "from"), _day(request, "to"), size)
    listed = reverse("timelines:timeline", args=[edition.slug])
    context = {"page": page, "list": listed, "slug": edition.slug, "address": request.build_absolute_uri(request.path)}
    return render(request, f"timelines/overview.html{'#axis' if size else ''}", context)


def _day(request: HttpRequest, name: str) -> date | None:
    """A day of the address; what is none is as if it were not there."""
    try:
        return date.fromisoformat(request.GET.get(name, ""))
    except ValueError:
        return None
