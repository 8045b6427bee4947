"""The split desk: an article's marked text on the left, the timeline's entries on the right."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET
from django_htmx.http import trigger_client_event

from editorial import listing, source, undoing
from editorial.progress import articles_of, progress_of
from editorial.roles import can
from editorial.views import looks
from editorial.views.access import DeskRequest, newsroom
from editorial.views.where import Where
from timelines.models import Article, Timeline

LISTED = 50
"""Articles named in the menu of the source; all are under Articles."""


@require_GET
@never_cache
@newsroom("see")
def timeline(request: DeskRequest, slug: str) -> HttpResponse:
    """One timeline with the text of one of its articles."""
    return render(request, "editorial/desk.html", page(request, find(slug), Where.read(request.GET, slug)))


@require_GET
@never_cache
@newsroom("see")
def article(request: DeskRequest, slug: str, pk: int) -> HttpResponse:
    """The same with that article's entries alone."""
    where = replace(Where.read(request.GET, slug), article=pk, only=True)
    found = find(slug)
    if not found.articles.filter(pk=pk).exists():
        raise Http404
    return render(request, "editorial/desk.html", page(request, found, where))


@require_GET
@never_cache
@newsroom("see")
def reading(request: DeskRequest, slug: str) -> HttpResponse:
    """How far the reading is; asked for again and again while it goes on. `open`: how many were to be read before."""
    found, where = find(slug), Where.read(request.GET, slug)
    progress = progress_of(articles_of(found))
    before = request.GET.get("open", "")
    finished = before.isdigit() and progress.open < int(before)
    context = {"timeline": found, "where": where, "progress": progress, "finished": finished}
    response = render(request, "editorial/desk.html#reading", context)
    return trigger_client_event(response, "desk:read") if finished else response


def find(slug: str) -> Timeline:
    """The timeline of an address, or 404."""
    rows = Timeline.objects.select_related("live_edition").defer("live_edition__content")
    return get_object_or_404(rows, slug=slug)


def page(request: DeskRequest, timeline: Timeline, where: Where) -> dict[str, Any]:
    """All that the desk's page shows."""
    articles = articles_of(timeline)
    at = next((i for i, row in enumerate(articles) if row.article.pk == where.article), 0)
    chosen = articles[at].article if articles else None
    where = replace(where, article=chosen.pk if chosen else None)
    shown = list_of(timeline, where)
    return {
        "timeline": timeline,
        "where": replace(where, show=shown.show, page=shown.page),
        "listing": shown,
        "dense": looks.is_dense(request, shown.counts["all"]),
        "articles": articles[max(0, at - LISTED // 2) :][:LISTED],
        "articles_count": len(articles),
        "chosen": articles[at] if articles else None,
        "following": articles[(at + 1) % len(articles)] if len(articles) > 1 else None,
        "source": source_of(timeline, chosen.pk) if chosen else None,
        "progress": progress_of(articles),
        "steps": undoing.steps(timeline, request.user),
        "can_submit": can(request.user, "submit"),
    }


def list_of(timeline: Timeline, where: Where) -> listing.Listing:
    """The list as it is open."""
    only = where.article if where.only else None
    return listing.read(timeline, show=where.show, page=where.page, article=only, current=where.entry)


def source_of(timeline: Timeline, pk: int) -> source.Source:
    """The marked text of an article of the timeline; nothing where the timeline has no such article."""
    found = Article.objects.filter(timelines=timeline, pk=pk).only("text", "blocks").first()
    if found is None:
        return source.Source()
    return source.mark_up(found.text, found.blocks, found.expressions.all(), listing.cited_in(timeline, found))
