"""What was done to an entry, by whom, word by word; and the way back to what it said before."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from editorial import history as story
from editorial.errors import Refused, Stale
from editorial.views import answers
from editorial.views.access import DeskRequest, newsroom, wants_fragment
from editorial.views.entries import find
from editorial.views.where import Where, number
from timelines.models import Entry


@require_GET
@never_cache
@newsroom("see")
def history(request: DeskRequest, slug: str, pk: int) -> HttpResponse:
    """The entry's history: in the entry's place, or as a page of its own."""
    return _panel(request, Where.read(request.GET, slug), find(slug, pk))


@require_POST
@newsroom("edit")
def restore(request: DeskRequest, slug: str, pk: int) -> HttpResponse:
    """Bring back the wording before or after one of its decisions."""
    where = Where.read(request.GET, slug)
    side: story.Side = "before" if request.POST.get("side") == "before" else "after"
    decision, version = (number(request.POST.get(name)) or 0 for name in ("decision", "version"))
    try:
        entry = story.restore(pk, request.user, decision, side, version=version, slug=slug)
    except Stale as found:
        return _not_restored(request, where, found.entry, f"{found.message} This is how it stands now.", 409)
    except Refused as refusal:
        return _not_restored(request, where, find(slug, pk), refusal.message, 422)
    return answers.done(request, where, entry, "Restored")


def _not_restored(request: DeskRequest, where: Where, entry: Entry, reason: str, status: int) -> HttpResponse:
    """The history as it stands, and why nothing was brought back."""
    if wants_fragment(request):
        return _panel(request, where, entry, reason=reason, status=status)
    messages.error(request, reason)
    return redirect(reverse("desk:entry-history", args=[where.slug, entry.pk]) + where.query)


def _panel(request: DeskRequest, where: Where, entry: Entry, *, reason: str = "", status: int = 200) -> HttpResponse:
    fragment = wants_fragment(request)
    template = "editorial/desk/history.html" if fragment else "editorial/desk/history_page.html"
    context = {
        "entry": entry,
        "timeline": entry.timeline,
        "where": where,
        "steps": story.of(entry),
        "reason": reason,
        "alone": not fragment,
    }
    return render(request, template, context, status=status)
