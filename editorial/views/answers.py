"""What the desk answers to an action: to a plain form the desk again with a notice, to htmx one fragment.

The fragment is the entry, or the list where places change; beside it come (out of band) the counts, the strip, the
source's marks and the words for the live region. The event `desk:answer` names the entry to go on with.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django_htmx.http import reswap, retarget, trigger_client_event

from editorial import listing, source, undoing
from editorial.errors import Stale
from editorial.rows import Row, rows_of
from editorial.views.access import DeskRequest, wants_fragment
from editorial.views.desk import source_of
from editorial.views.where import Where
from timelines.models import Entry, Timeline
from timelines.wording import date_words

LIST = "#list"


def done(
    request: DeskRequest,
    where: Where,
    entry: Entry,
    said: str,
    *,
    whole: bool = True,
    go_on: bool = False,
    marks: bool = False,
    clear: bool = False,
    told: str = "",
    past: int | None = None,
) -> HttpResponse:
    """It was done. `whole`: the list has changed, not the entry alone. `go_on`: to the next one to decide.
    `marks`: the source's text gets its marks anew. `clear`: the panel above the list is done with. `told` is a whole
    sentence instead of `said` and the entry's date; `past` is what the next undo passes over."""
    words = told or f"{said}: {_words(entry)}."
    if not wants_fragment(request):
        messages.success(request, words)
        return redirect(where.at(entry.pk))
    context = _context(request, entry.timeline, where, entry.pk, whole=whole)
    shown: listing.Listing = context["listing"]
    following = shown.next_undecided(entry.pk) if go_on else entry.pk
    context |= {"said": told or f"{words} U to undo.", "past": past}
    context["clear_new"] = clear
    if marks and where.article:
        context["source"] = source_of(entry.timeline, where.article)
    return _fragment(request, context, whole=whole, following=following)


def refused(
    request: DeskRequest, where: Where, entry: Entry, reason: str, *, status: int = 422, whole: bool = False
) -> HttpResponse:
    """It was not done, and why; the entry, or the list, as it stands."""
    if not wants_fragment(request):
        messages.error(request, reason)
        return redirect(where.at(entry.pk))
    context = _context(request, entry.timeline, where, entry.pk, whole=whole)
    for row in context["listing"].rows:
        if row.entry.pk == entry.pk:
            row.said = reason
    return _fragment(request, context | {"said": reason}, whole=whole, following=entry.pk, status=status)


def not_undone(
    request: DeskRequest, timeline: Timeline, where: Where, reason: str, *, past: int | None = None
) -> HttpResponse:
    """There is nothing to take back (or to do again), or it cannot be any more: nothing changes but the words. The next
    undo passes over the decision `past`."""
    if not wants_fragment(request):
        messages.error(request, reason)
        return redirect(where.url)
    context = {
        "timeline": timeline,
        "where": where,
        "said": reason,
        "steps": undoing.steps(timeline, request.user),
        "past": past,
        "swap_oob": True,
    }
    return reswap(render(request, "editorial/desk.html#not_undone", context, status=422), "none")


def stale(request: DeskRequest, where: Where, found: Stale, aim: str) -> HttpResponse | None:
    """Somebody was faster: say so, unless the entry is already as it was wanted (a double click)."""
    if found.entry.state == aim:
        return None
    return refused(request, where, found.entry, f"{found.message} Look at it and decide again.", status=409)


def _context(request: DeskRequest, timeline: Timeline, where: Where, pk: int, *, whole: bool) -> dict[str, Any]:
    article = where.article if where.only else None
    only_row = None if whole else pk
    shown = listing.read(
        timeline, show=where.show, page=where.page, article=article, current=where.entry, only_row=only_row
    )
    row = next((row for row in shown.rows if row.entry.pk == pk), None) or rows_of(timeline, [pk])[0]
    return {
        "timeline": timeline,
        "where": replace(where, page=shown.page) if whole else where,
        "listing": shown,
        "row": row,
        "marks": _marks(row, where),
        "steps": undoing.steps(timeline, request.user),
    }


def _marks(row: Row, where: Where) -> list[source.Mark]:
    """The entry's words in the text that is open."""
    state = source.state_of(row.entry.state, doubtful=bool(row.entry.warnings), apart=bool(row.disagreement))
    return [
        source.Mark(quoted.key, 0, 0, quoted.words, state, entry=row.entry.pk)
        for quoted in row.quoted
        if quoted.article.pk == where.article
    ]


def _fragment(
    request: DeskRequest, context: dict[str, Any], *, whole: bool, following: int, status: int = 200
) -> HttpResponse:
    """The list or the entry with all that comes beside it."""
    context |= {"whole": whole, "swap_oob": True}
    response = render(request, "editorial/desk.html#answer", context, status=status)
    if whole:
        response = reswap(retarget(response, LIST), "outerHTML")
    return trigger_client_event(response, "desk:answer", {"entry": following}, after="settle")


def _words(entry: Entry) -> str:
    return date_words(entry.event.edtf, entry.event.mod or None)
