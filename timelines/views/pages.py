"""The public pages. They read the live Editions and nothing else, so that a draft cannot leak."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import conditional_page, require_safe

from timelines.models import Correction, Edition
from timelines.pages import listed, timeline_page

PAGE_SIZE = 20


@require_safe
@cache_control(public=True, no_cache=True)
@conditional_page
def index(request: HttpRequest) -> HttpResponse:
    """The published timelines, newest first."""
    pages = Paginator(Edition.objects.published(), PAGE_SIZE)
    page = pages.get_page(request.GET.get("page"))
    return render(request, "timelines/index.html", {"page": page, "timelines": [listed(one) for one in page]})


@require_safe
@cache_control(public=True, no_cache=True)
@conditional_page
def timeline(request: HttpRequest, slug: str) -> HttpResponse:
    """The live Edition of one timeline; 404 for drafts and for what never was."""
    edition = Edition.objects.published().filter(slug=slug).first()
    if edition is None:
        raise Http404
    editions = Edition.objects.filter(timeline=edition.timeline_id, number__lte=edition.number).defer("content")
    corrections = Correction.objects.filter(edition__timeline=edition.timeline_id, edition__number__lte=edition.number)
    page = timeline_page(edition, list(editions.order_by("-number")), list(corrections))
    return render(request, "timelines/timeline.html", {"page": page, "slug": slug})
