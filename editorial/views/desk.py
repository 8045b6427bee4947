"""The split desk: an article's marked text on the left, the timeline's entries on the right."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET
from django_htmx.http import trigger_client_event

from editorial import listing, marking, source, undoing
from editorial.finding import Wanted, first_from
from editorial.progress import articles_of, progress_of
from editorial.roles import can
from editorial.strips import strips_of
from editorial.views import looks
from editorial.views.access import DeskRequest, newsroom, wants_fragment
from editorial.views.where import LONGEST, Where, number, read_typed
from timelines.drawing import Strip
from timelines.models import Article, Citation, Timeline

LISTED = 50
"""Articles named in the menu of the source; all are under Articles."""


@require_GET
@never_cache
@newsroom("see")
def timeline(request: DeskRequest, slug: str) -> HttpResponse:
    """One timeline with the text of one of its articles; with `find` to what was typed there."""
    where = Where.read(request.GET, slug)
    if "find" in request.GET:
        return redirect(finding(request, find(slug), where))
    return _page(request, find(slug), where)


@require_GET
@never_cache
@newsroom("see")
def article(request: DeskRequest, slug: str, pk: int) -> HttpResponse:
    """The same with that article's entries alone."""
    where = replace(Where.read(request.GET, slug), article=pk, only=True)
    found = find(slug)
    if not found.articles.filter(pk=pk).exists():
        raise Http404
    return redirect(finding(request, found, where)) if "find" in request.GET else _page(request, found, where)


@require_GET
@never_cache
@newsroom("see")
def overview(request: DeskRequest, slug: str) -> HttpResponse:
    """What an action leaves for a moment later: strip and tabs anew, and what stands below the entries `gaps`."""
    found, where = find(slug), Where.read(request.GET, slug)
    wanted = where.wanted(request.user.pk)
    asked = [pk for pk in map(number, request.GET.get("gaps", "").split(".")[:20]) if pk is not None]
    shown = (pk for pk in map(number, request.GET.get("shown", "").split(".")[: 2 * listing.PAGE]) if pk is not None)
    context = {
        "timeline": found,
        "where": where,
        "listing": listing.counts_of(found, wanted),
        "strips": strips(found, where, wanted, shown),
        "gaps": listing.gaps_of(found, wanted, asked),
        "source": source_of(found, where.article) if where.article and request.GET.get("marks") else None,
        "swap_oob": True,
    }
    return render(request, "editorial/desk.html#overview_answer", context)


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


def finding(request: DeskRequest, timeline: Timeline, where: Where) -> str:
    """Where to go for what was typed: to the first entry of a date, else to the entries that say the words."""
    typed = " ".join(request.GET["find"].split())[:LONGEST]
    reading = read_typed(typed)
    day = (reading.earliest or reading.latest) if reading else None
    if day is None:
        return replace(where, q=typed, page=0, entry=None).url
    found = first_from(timeline, where.wanted(request.user.pk), day)
    return f"{where.any_entry}{found}#e-{found}" if found else replace(where, page=0).url


def _page(request: DeskRequest, timeline: Timeline, where: Where) -> HttpResponse:
    """The whole page; for its own links to other rows the list alone."""
    if wants_fragment(request) and request.htmx.target == "source":
        # Which entries the page has open is not known here: every mark leads to its entry by a whole address.
        context = {"timeline": timeline, "listing": {"shown": ()}, **pane(timeline, where)}
        return render(request, "editorial/desk.html#source_pane", context)
    if wants_fragment(request) and request.htmx.target == "list":
        return render(request, "editorial/desk.html#list_answer", page(request, timeline, where) | {"swap_oob": True})
    return render(request, "editorial/desk.html", page(request, timeline, at_entry(timeline, where)))


def page(request: DeskRequest, timeline: Timeline, where: Where) -> dict[str, Any]:
    """All that the desk's page shows."""
    asked = where.wanted(request.user.pk)
    shown = listing.read(timeline, asked, page=where.page, current=where.entry, beside=where.article)
    if where.article is None:
        where = replace(where, article=shown.current.article if shown.current else None)
    source_pane = pane(timeline, where)
    where = replace(source_pane["where"].showing(shown.wanted), page=shown.page)
    return source_pane | {
        "timeline": timeline,
        "where": where,
        "listing": shown,
        "strips": strips(timeline, where, shown.wanted, shown.shown),
        "dense": looks.is_dense(request, lambda: listing.how_many(timeline, shown)),
        "steps": undoing.steps(timeline, request.user),
        "can_submit": can(request.user, "submit"),
    }


def pane(timeline: Timeline, where: Where) -> dict[str, Any]:
    """The article that is open, with what leads to the others; the timeline's first one where none is asked for."""
    articles = articles_of(timeline, chosen=where.article, listed=LISTED)
    at = articles.order.index(where.article) if where.article in articles.order else 0
    chosen = articles.at(at) if len(articles) else None
    return {
        "where": replace(where, article=chosen.article.pk if chosen else None),
        "articles": articles.near(at, LISTED),
        "articles_count": len(articles),
        "chosen": chosen,
        "following": articles.at((at + 1) % len(articles)) if len(articles) > 1 else None,
        "source": source_of(timeline, chosen.article.pk) if chosen else None,
        "progress": progress_of(articles),
    }


def at_entry(timeline: Timeline, where: Where) -> Where:
    """An entry's address opens an article that it cites: the one that is open, else its first one."""
    if where.entry is None:
        return where
    cited = Citation.objects.filter(event__entries__in=timeline.entries.filter(pk=where.entry))
    articles = list(cited.filter(article__timelines=timeline).order_by("pk").values_list("article", flat=True))
    return where if not articles or where.article in articles else replace(where, article=articles[0])


def strips(timeline: Timeline, where: Where, wanted: Wanted, shown: Iterable[int]) -> tuple[Strip, ...]:
    """The strip of what is listed."""
    return strips_of(timeline, wanted, any_entry=where.any_entry, any_find=where.any_find, shown=shown)


def source_of(timeline: Timeline, pk: int) -> source.Source:
    """The marked text of an article of the timeline; nothing where the timeline has no such article."""
    found = Article.objects.filter(timelines=timeline, pk=pk).only("text", "blocks").first()
    if found is None:
        return source.Source()
    return source.mark_up(found.text, found.blocks, found.expressions.all(), marking.cited_in(timeline, found))
