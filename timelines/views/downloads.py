"""What programs are answered: a published timeline in other formats, and what robots may look at."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from timelines.exports import FORMATS
from timelines.exports.published import published
from timelines.models import Correction, Edition
from timelines.views.keeping import keep_timeline
from timelines.views.pages import live


@require_safe
@cache_control(public=True, no_cache=True)
@keep_timeline
def download(request: HttpRequest, slug: str, name: str) -> HttpResponse:
    """The live Edition as a file; 404 for drafts, for what never was, and for formats there are none of."""
    if name not in FORMATS:
        raise Http404
    edition, found = live(slug), FORMATS[name]
    first = Edition.objects.shown(edition.timeline_id).values_list("published_at", flat=True).first()
    notes = Correction.objects.filter(edition__timeline=edition.timeline_id, edition__number__lte=edition.number)
    url = request.build_absolute_uri(reverse("timelines:timeline", args=[edition.slug]))
    data = found.write(published(edition, url, first_published=first, corrections=notes))
    response = HttpResponse(data, content_type=found.media_type)
    response["Content-Disposition"] = f'attachment; filename="{edition.slug}-{found.name}"'
    response["X-Content-Type-Options"] = "nosniff"
    response["Access-Control-Allow-Origin"] = "*"
    return response


@require_safe
@cache_control(public=True, max_age=3600)
def robots(request: HttpRequest) -> HttpResponse:
    """Everything public may be looked at; the newsroom's own pages have nothing for robots."""
    sitemap = request.build_absolute_uri(reverse("timelines:sitemap"))
    lines = ["User-agent: *", "Disallow: /desk/", "Disallow: /admin/", "Disallow: /accounts/", f"Sitemap: {sitemap}"]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
