"""What a person decides about one entry. Each view calls one verb of `editorial.review` and says what came of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from editorial import date_box, review
from editorial.errors import Refused, Stale
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
    where = Where.read(request.GET, slug)
    try:
        entry = verb(pk, request.user, version=_version(request), slug=slug)
    except Stale as found:
        answer = answers.stale(request, where, found, aim)
        if answer is not None:
            return answer
        entry = found.entry
    return answers.done(request, where, entry, SAID[aim], go_on=aim != State.PROPOSED)


@require_POST
@newsroom("edit")
def choose_reading(request: DeskRequest, slug: str, pk: int) -> HttpResponse:
    """Take one of the readings of a doubtful date, and the entry with it."""
    where, index = Where.read(request.GET, slug), number(request.POST.get("reading"))
    chosen = -1 if index is None else index
    try:
        entry = review.accept_reading(pk, request.user, chosen, version=_version(request), slug=slug)
    except Stale as found:
        answer = answers.stale(request, where, found, State.ACCEPTED)
        if answer is not None:
            return answer
        entry = found.entry
    except Refused as refusal:
        return answers.refused(request, where, find(slug, pk), refusal.message)
    return answers.done(request, where, entry, "Accepted", go_on=True)


@require_POST
@newsroom("edit")
def move(request: DeskRequest, slug: str, pk: int) -> HttpResponse:
    """Give it another place: `direction`, or `before` or `after` another entry, as the view shows them."""
    where = Where.read(request.GET, slug)
    try:
        entry = review.move(pk, request.user, slug=slug, **_goal(request, newest=where.order == "newest"))
    except Refused as refusal:
        return answers.refused(request, where, find(slug, pk), refusal.message)
    return answers.done(request, where, entry, "Moved")


@require_http_methods(["GET", "POST"])
@newsroom("edit")
def edit(request: DeskRequest, slug: str, pk: int) -> HttpResponse:
    """Put date, headline, description and status right."""
    where = Where.read(request.GET, slug)
    if request.method == "POST" and not {"take", "combine"} & request.POST.keys():
        return _save(request, where, slug, pk)
    before = _entries().filter(timeline__slug=slug, pk=pk).first()
    if request.method == "GET":
        return editing.opened(request, where, before)
    if before is None or before.state == State.MERGED:
        return editing.gone(request, where, before)
    return editing.go_on(request, where, before)


def _save(request: DeskRequest, where: Where, slug: str, pk: int, version: int | None = None) -> HttpResponse:
    """Save what was typed; the form is read under the timeline's lock, against the entry as it then stands."""
    typed = editing.Typed(request.POST)
    try:
        entry = review.edit(pk, request.user, typed.read, version=version or _version(request) or 0, slug=slug)
    except Entry.DoesNotExist:
        return editing.gone(request, where, None)
    except Stale as found:
        if found.entry.state == State.MERGED:
            return editing.gone(request, where, found.entry)
        if version is None and editing.is_same_text(request, found.entry):
            return _save(request, where, slug, pk, found.entry.version)
        return editing.conflict(request, where, typed.form_for(found.entry), found.entry)
    except editing.NotValid as bad:
        return editing.panel(request, where, bad.form, bad.form.entry, status=422)
    except Refused as refusal:
        form = typed.form_for(find(slug, pk))
        form.add_error("date", refusal.message)
        return editing.panel(request, where, form, form.entry, status=422)
    editing.forget(request, entry.timeline, pk)
    return answers.done(request, where, entry, "Saved")


@require_http_methods(["GET", "POST"])
@newsroom("edit")
def new(request: DeskRequest, slug: str) -> HttpResponse:
    """Add an entry by hand; `article`, `start` and `end` say which words it cites."""
    (timeline, article), where = editing.asked_for(request, slug), Where.read(request.GET, slug)
    form = editing.new_form(request, timeline, article)
    if request.method == "GET" or "take" in request.POST or not form.is_valid():
        status = 422 if form.is_bound and "take" not in request.POST else 200
        return editing.panel(request, where, form, None, timeline=timeline, status=status)
    try:
        entry = review.add(timeline, request.user, form.change(), **editing.cited(form))
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


def _goal(request: DeskRequest, *, newest: bool) -> dict[str, Any]:
    """What a move asks for; nothing the verb would take where it makes no sense. The view may be turned round."""
    turned = _TURNED if newest else {}
    direction = request.POST.get("direction", "")
    if direction in ("up", "down"):
        return {"direction": turned.get(direction, direction)}
    for side in ("before", "after"):
        pk = number(request.POST.get(side))
        if pk is not None:
            return {turned.get(side, side): pk}
    return {}


_TURNED = {"up": "down", "down": "up", "before": "after", "after": "before"}
