"""What is being typed, kept while it is typed, and offered to the same person later. The page asks by itself."""

from __future__ import annotations

from django.http import HttpResponse, HttpResponseBadRequest
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.formats import time_format
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from editorial import drafts
from editorial.errors import Refused
from editorial.views.access import DeskRequest, newsroom
from editorial.views.pulse import TAB
from editorial.views.where import number
from timelines.models import Timeline

DEAD = 50
"""Tabs that a browser may say are gone."""


@require_http_methods(["GET", "POST"])
@never_cache
@newsroom("edit", stay=True)
def draft(request: DeskRequest, slug: str) -> HttpResponse:
    """GET: the drafts that wait for this person. POST: keep what is typed, and say when that was."""
    timeline = get_object_or_404(Timeline.objects.only("slug"), slug=slug)
    tab = (request.GET if request.method == "GET" else request.POST).get("tab", "")
    if not TAB.fullmatch(tab):
        return HttpResponseBadRequest("A draft names its tab.")
    if request.method == "POST":
        return _keep(request, timeline, tab)
    dead = [name for name in request.GET.get("dead", "").split(",")[:DEAD] if TAB.fullmatch(name)]
    found = drafts.waiting(request.user, timeline, tab, dead)
    if not found:
        return HttpResponse(status=204)
    context = {"timeline": timeline, "drafts": found, "today": timezone.localdate()}
    return render(request, "editorial/desk/drafts.html", context)


def _keep(request: DeskRequest, timeline: Timeline, tab: str) -> HttpResponse:
    posted = request.POST
    if posted.get("user") != str(request.user.pk):
        return HttpResponse("This was typed by somebody else.", status=409, content_type="text/plain")
    entry, on = number(posted.get("entry")), number(posted.get("draft"))
    try:
        kept = drafts.keep(request.user, timeline, tab, posted.dict(), entry=entry, draft=on)
    except Refused as refusal:
        return HttpResponse(refusal.message, status=413, content_type="text/plain")
    at = time_format(timezone.localtime(kept.saved_at), "H:i")
    return HttpResponse(f"Draft kept at {at}", content_type="text/plain", headers={"X-Draft": str(kept.pk)})


@require_POST
@newsroom("edit", stay=True)
def away(request: DeskRequest, slug: str, pk: int) -> HttpResponse:
    """Throw one's own draft away."""
    drafts.forget(request.user, get_object_or_404(Timeline.objects.only("slug"), slug=slug), draft=pk)
    return HttpResponse(status=204)
