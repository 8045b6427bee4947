"""A published timeline on other sites: in a frame, through oEmbed, and as the picture beside a link."""

from __future__ import annotations

from html import escape
from urllib.parse import urlsplit

from django.contrib.staticfiles import finders
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import Resolver404, resolve, reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import conditional_page, require_safe

from timelines.models import Correction, Edition
from timelines.pages import card_strip, timeline_page
from timelines.pictures import STRIP_WIDTH, draw
from timelines.views.keeping import keep_timeline
from timelines.views.pages import live

FRAME = (600, 800)
"""Width and height that a frame is offered where the asker sets no limit; the script makes it as high as it needs."""


@require_safe
@xframe_options_exempt
@cache_control(public=True, no_cache=True)
@keep_timeline
def embed(request: HttpRequest, slug: str) -> HttpResponse:
    """The live Edition for a frame on any site; 404 for drafts and for what never was."""
    edition = live(slug)
    notes = Correction.objects.filter(edition__timeline=edition.timeline_id, edition__number__lte=edition.number)
    page = timeline_page(edition, [edition], list(notes))
    address = request.build_absolute_uri(reverse("timelines:timeline", args=[edition.slug]))
    return render(request, "timelines/embed.html", {"page": page, "slug": edition.slug, "address": address})


@require_safe
@cache_control(public=True, max_age=3600)
@conditional_page
def script(request: HttpRequest) -> HttpResponse:
    """The script that other sites' pages load; its address never changes, unlike that of other static files."""
    path = finders.find("js/embed.js")
    if not isinstance(path, str):
        raise Http404
    with open(path, "rb") as file:  # noqa: PTH123 - a path as the static files' finder gives it
        return HttpResponse(file.read(), content_type="text/javascript; charset=utf-8")


@require_safe
@cache_control(public=True, no_cache=True)
@keep_timeline
def picture(request: HttpRequest, slug: str) -> HttpResponse:
    """The picture of the live Edition for cards that show a link."""
    edition = live(slug)
    page = timeline_page(edition, [edition], [])
    data = draw(edition.title, page.facts, card_strip(edition, STRIP_WIDTH))
    return HttpResponse(data, content_type="image/png")


@require_safe
@cache_control(public=True, no_cache=True)
def oembed(request: HttpRequest) -> HttpResponse:
    """oEmbed 1.0 (https://oembed.com): JSON alone, of type rich. 404 for addresses that are none of ours."""
    if request.GET.get("format", "json") != "json":
        return HttpResponse("Only JSON is offered.", status=501, content_type="text/plain; charset=utf-8")
    edition = _edition_at(request, request.GET.get("url", ""))
    width, height = (
        _limited(request.GET.get(name), size) for name, size in zip(("maxwidth", "maxheight"), FRAME, strict=True)
    )
    frame = request.build_absolute_uri(reverse("timelines:embed", args=[edition.slug]))
    answer = {
        "version": "1.0",
        "type": "rich",
        "provider_name": "Dateline",
        "provider_url": request.build_absolute_uri(reverse("timelines:index")),
        "title": edition.title,
        "width": width,
        "height": height,
        "html": (
            f'<iframe src="{escape(frame)}" width="{width}" height="{height}" title="{escape(edition.title)}" '
            'frameborder="0" loading="lazy"></iframe>'
        ),
        "thumbnail_url": request.build_absolute_uri(reverse("timelines:picture", args=[edition.slug])),
        "thumbnail_width": 1200,
        "thumbnail_height": 630,
    }
    response = JsonResponse(answer)
    response["Access-Control-Allow-Origin"] = "*"
    return response


def _edition_at(request: HttpRequest, url: str) -> Edition:
    """The live Edition whose page the address is; 404 for another site's, and for what is not published."""
    try:
        parts = urlsplit(url)
        found = resolve(parts.path)
    except (ValueError, Resolver404) as none:
        raise Http404 from none
    if parts.netloc != request.get_host() or found.view_name not in ("timelines:timeline", "timelines:embed"):
        raise Http404
    return live(found.kwargs["slug"])


def _limited(wanted: str | None, offered: int) -> int:
    """The size offered, or less where the asker has less room."""
    if not wanted or not wanted.isascii() or not wanted.isdigit() or len(wanted) > 5:
        return offered
    return max(1, min(int(wanted), offered))
