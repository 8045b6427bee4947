"""What is said about an entry, and whose it is. For htmx a panel beside the list; else a page of its own."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.models import User
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from editorial import comments
from editorial.errors import Refused
from editorial.people import name_of, newsroom_people
from editorial.views import answers
from editorial.views.access import DeskRequest, newsroom, wants_fragment
from editorial.views.where import Where, number
from timelines.models import Entry

TEMPLATE = "editorial/desk/comments.html"


@require_http_methods(["GET", "POST"])
@newsroom("edit")
def thread(request: DeskRequest, slug: str, pk: int) -> HttpResponse:
    """All comments on an entry; POST adds one."""
    where = Where.read(request.GET, slug)
    if request.method == "GET":
        return _panel(request, where, _find(slug, pk))
    text = request.POST.get("text", "")
    try:
        comments.add(pk, request.user, text, slug=slug)
    except Refused as refusal:
        return _panel(request, where, _find(slug, pk), status=422, text=text, refusal=refusal.message)
    return _done(request, where, _find(slug, pk), "Comment added.")


@require_POST
@newsroom("edit")
def resolve(request: DeskRequest, slug: str, pk: int) -> HttpResponse:
    """A comment is done; with `open`, it is not after all."""
    where = Where.read(request.GET, slug)
    if "open" in request.POST:
        comment, said = comments.reopen(pk, request.user, slug=slug), "Comment opened again."
    else:
        comment, said = comments.resolve(pk, request.user, slug=slug), "Comment resolved."
    return _done(request, where, _find(slug, comment.entry_id), said)


@require_POST
@newsroom("edit")
def assign(request: DeskRequest, slug: str, pk: int) -> HttpResponse:
    """Give an entry to somebody; `person` is a number, "me" or empty."""
    where, asked = Where.read(request.GET, slug), request.POST.get("person", "")
    person = request.user.pk if asked == "me" else number(asked)
    if asked and person is None:
        raise Http404
    try:
        entry = comments.assign(pk, request.user, person, slug=slug)
    except Refused as refusal:
        return answers.refused(request, where, _find(slug, pk), refusal.message)
    told = f"For {_you(request, entry.assignee)} now. U to undo."
    return answers.done(request, where, entry, "Assigned", told=told)


def _you(request: DeskRequest, person: User | None) -> str:
    if person is None:
        return "nobody"
    return "you" if person == request.user else name_of(person)


def _find(slug: str, pk: int) -> Entry:
    entries = Entry.objects.select_related("event", "timeline", "assignee").exclude(state=Entry.State.MERGED)
    return get_object_or_404(entries, timeline__slug=slug, pk=pk)


def _done(request: DeskRequest, where: Where, entry: Entry, said: str) -> HttpResponse:
    if not wants_fragment(request):
        messages.success(request, said)
        return redirect(reverse("desk:comments", args=[where.slug, entry.pk]) + where.query)
    return _panel(request, where, entry, said=said)


def _panel(request: DeskRequest, where: Where, entry: Entry, *, status: int = 200, **more: Any) -> HttpResponse:
    template = f"{TEMPLATE}#answer" if wants_fragment(request) else TEMPLATE
    return render(request, template, _context(request, where, entry) | more, status=status)


def _context(request: DeskRequest, where: Where, entry: Entry) -> dict[str, Any]:
    people = list(newsroom_people())
    said = comments.of(entry, people)
    entry.open_comments = sum(row.comment.resolved_at is None for row in said)  # type: ignore[attr-defined]
    return {"entry": entry, "timeline": entry.timeline, "where": where, "people": people, "comments": said}
