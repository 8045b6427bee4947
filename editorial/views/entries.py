"""What a person decides about one entry. Each view calls one verb of `editorial.review` and says what came of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from editorial import date_box, review
from editorial.errors import Refused, Stale
from editorial.forms import EntryForm
from editorial.rows import rows_of
from editorial.views import answers, editing
from editorial.views.access import DeskRequest, newsroom, wants_fragment
from editorial.views.where import Where, number
from timelines.models import Entry, Timeline
from timelines.models.timelines import EntryQuerySet

State = Entry.State
SAID = {State.ACCEPTED: "Accepted", State.REJECTED: "Set aside", State.PROPOSED: "To decide again"}


@require_GET
@newsroom("see")
def show(request: DeskRequest, slug: str, pk: int) -> HttpResponse:
    """One entry as it stands."""
    entry, where = find(slug, pk), Where.read(request.GET, slug)
    if not wants_fragment(request):
        return redirect(f"{where.any_entry}{pk}#e-{pk}")
    row = rows_of(entry.timeline, [pk])[0]
    row.is_current = True
    context = {"row": row, "timeline": entry.timeline, "where": where}
    return render(request, "editorial/desk.html#entry", context)


@require_POST
@newsroom("edit")
def accept(request: DeskRequest, slug: str, pk: int) -> HttpResponse:
    """Take it into the timeline."""
    return _decide(request, slug, pk, review.accept, State.ACCEPTED)


@require_POST
@newsroom("edit")
def reject(request: DeskRequest, slug: str, pk: int) -> HttpResponse:
    """Set it aside."""
    return _decide(request, slug, pk, review.reject, State.REJECTED)


@require_POST
@newsroom("edit")
def restore(request: DeskRequest, slug: str, pk: int) -> HttpResponse:
    """Bring it back to the proposals."""
    return _decide(request, slug, pk, review.restore, State.PROPOSED)


def _decide(request: DeskRequest, slug: str, pk: int, verb: Callable[..., Entry], aim: State) -> HttpResponse:
    """Carry out one of the verbs that set a state."""
    before, where = find(slug, pk), Where.read(request.GET, slug)
    try:
        entry = verb(pk, request.user, version=_version(request))
    except Stale as found:
        answer = answers.stale(request, where, found, aim)
        if answer is not None:
            return answer
        entry = found.entry
    whole = where.show != "all" or State.REJECTED in (before.state, entry.state)
    return answers.done(request, where, entry, SAID[aim], whole=whole, go_on=aim != State.PROPOSED)


@require_POST
@newsroom("edit")
def choose_reading(request: DeskRequest, slug: str, pk: int) -> HttpResponse:
    """Take one of the readings of a doubtful date, and the entry with it."""
    before, where = find(slug, pk), Where.read(request.GET, slug)
    index = number(request.POST.get("reading"))
    try:
        entry = review.accept_reading(pk, request.user, -1 if index is None else index, version=_version(request))
    except Stale as found:
        answer = answers.stale(request, where, found, State.ACCEPTED)
        if answer is not None:
            return answer
        entry = found.entry
    except Refused as refusal:
        return answers.refused(request, where, before, refusal.message)
    return answers.done(request, where, entry, "Accepted", go_on=True)


@require_POST
@newsroom("edit")
def move(request: DeskRequest, slug: str, pk: int) -> HttpResponse:
    """Give it another place: `direction`, or `before` or `after` another entry."""
    before, where = find(slug, pk), Where.read(request.GET, slug)
    try:
        entry = review.move(pk, request.user, **_goal(request))
    except Refused as refusal:
        return answers.refused(request, where, before, refusal.message, whole=True)
    return answers.done(request, where, entry, "Moved")


@require_http_methods(["GET", "POST"])
@newsroom("edit")
def edit(request: DeskRequest, slug: str, pk: int) -> HttpResponse:
    """Put date, headline, description and status right."""
    where = Where.read(request.GET, slug)
    before = _entries().filter(timeline__slug=slug, pk=pk).first()
    if request.method == "GET":
        return editing.opened(request, where, before)
    if before is None or before.state == State.MERGED:
        return editing.gone(request, where, before)
    if "take" in request.POST or "combine" in request.POST:
        return editing.go_on(request, where, before)
    form = EntryForm(request.POST, entry=before)
    if not form.is_valid():
        return editing.panel(request, where, form, before, status=422)
    try:
        entry = review.edit(pk, request.user, form.change(), version=form.cleaned_data["version"] or 0)
    except Stale as found:
        return editing.conflict(request, where, form, found.entry)
    except Refused as refusal:
        form.add_error("date", refusal.message)
        return editing.panel(request, where, form, before, status=422)
    editing.forget(request, entry.timeline, pk)
    return answers.done(request, where, entry, "Saved")


@require_http_methods(["GET", "POST"])
@newsroom("edit")
def new(request: DeskRequest, slug: str) -> HttpResponse:
    """Add an entry by hand; `article`, `start` and `end` say which words it cites."""
    timeline, where = get_object_or_404(Timeline, slug=slug), Where.read(request.GET, slug)
    form = editing.new_form(request, timeline)
    if request.method == "GET" or "take" in request.POST or not form.is_valid():
        status = 422 if form.is_bound and "take" not in request.POST else 200
        return editing.panel(request, where, form, None, timeline=timeline, status=status)
    try:
        entry = review.add(timeline.pk, request.user, form.change(), **editing.cited(form))
    except Refused as refusal:
        form.add_error(None, refusal.message)
        return editing.panel(request, where, form, None, timeline=timeline, status=422)
    editing.forget(request, timeline)
    return answers.done(request, where, entry, "Added", marks=True, clear=True)


@require_GET
@newsroom("edit")
def date_preview(request: DeskRequest, slug: str) -> HttpResponse:
    """What a typed date will mean."""
    timeline = get_object_or_404(Timeline, slug=slug)
    typed = request.GET.get("date", "").strip()[:200]
    entry, article = editing.counted_from(request, timeline)
    echo = date_box.look_at(typed, entry=entry, article=article) if typed else None
    return render(request, "editorial/entry_form.html#echo", {"echo": echo})


def find(slug: str, pk: int) -> Entry:
    """The entry of an address with its event and timeline, or 404."""
    return get_object_or_404(_entries(), timeline__slug=slug, pk=pk)


def _entries() -> EntryQuerySet:
    return Entry.objects.select_related("event", "timeline")


def _version(request: DeskRequest) -> int | None:
    """Which state of the entry the person had before their eyes."""
    return number(request.POST.get("version"))


def _goal(request: DeskRequest) -> dict[str, Any]:
    """What a move asks for; nothing the verb would take where it makes no sense."""
    if request.POST.get("direction") in ("up", "down"):
        return {"direction": request.POST["direction"]}
    for side in ("before", "after"):
        pk = number(request.POST.get(side))
        if pk is not None:
            return {side: pk}
    return {}
