"""What the desk answers to an action: to a plain form the desk again with a notice, to htmx one row.

The row comes with the words for the live region, the marks of its words in the source, the tabs' counts and what can be
undone. The event `desk:answer` names the entry to go on with and the one that was changed; the script puts its row
where its position (`data-at`) says and asks for the strip a moment later. Many rows at once are answered with the page
of the list they are on.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django_htmx.http import reswap, retarget, trigger_client_event

from editorial import listing, loading, source, undoing
from editorial.errors import Stale
from editorial.review import EVENT_FIELDS
from editorial.rows import Row, row_of
from editorial.undoing import Steps
from editorial.views.access import DeskRequest, wants_fragment
from editorial.views.where import Where
from timelines.models import Entry, Timeline
from timelines.wording import date_words

LIST = "#list"
FOUND_ANEW = frozenset(EVENT_FIELDS)
"""Where these have changed, and where new words are marked, the counts come with the strip."""


def done(
    request: DeskRequest,
    where: Where,
    entry: Entry,
    said: str,
    *,
    go_on: bool = False,
    marks: bool = False,
    clear: bool = False,
    told: str = "",
    steps: Steps | None = None,
    past: int | None = None,
) -> HttpResponse:
    """One entry was changed, and few others with it (`Entry.beside`): their rows come along, or leave the list where
    they were merged. `go_on`: to the next one to decide. `marks`: other words are marked in the source's text. `clear`:
    the panel above the list is done with.

    `told` is a whole sentence instead of `said` and the entry's date. `steps` is what can be undone now, the change
    itself where it is not said; `past` is what the next undo passes over.
    """
    words = told or f"{said}: {_words(entry)}."
    if not wants_fragment(request):
        messages.success(request, words)
        return redirect(where.at(entry.pk))
    both = [entry, *entry.beside]
    gone = [each for each in both if each.state == Entry.State.MERGED]
    rows = [_row(each) for each in both if each not in gone]
    context: dict[str, Any] = {"said": told or f"{words} U to undo.", "past": past, "marks": _marks(rows[0], where)}
    following = entry.pk
    if (go_on and gone) or not (marks or FOUND_ANEW & entry.changed):
        # From where the person stood: where that row goes, from its place.
        stood = gone[0] if gone else entry
        context["listing"] = around = listing.around(entry.timeline, where.wanted(request.user.pk), stood)
        following = around.following if go_on and around.following != stood.pk else entry.pk
    context |= {"steps": steps or Steps(undo=True), "clear_new": clear}
    event = {"entry": following, "of": entry.pk, "go_on": go_on, "marks": marks, "gone": [each.pk for each in gone]}
    return _fragment(request, where, rows, context, event)


def page(
    request: DeskRequest,
    where: Where,
    told: str,
    *,
    entry: Entry,
    go_on: bool = False,
    clear: bool = False,
    steps: Steps | None = None,
    past: int | None = None,
) -> HttpResponse:
    """Many entries were changed: the page of the list that holds `entry` (else the one that is open). The script asks
    for the strip and the marks a moment later.

    `told` says what was done. `go_on`: to the next entry to decide. `clear`: the panel above the list is done with.
    """
    if not wants_fragment(request):
        messages.success(request, told)
        return redirect(where.at(entry.pk))
    timeline = entry.timeline
    current = None if where.page else entry.pk
    shown = listing.read(timeline, where.wanted(request.user.pk), page=where.page, current=current, known=entry)
    where = replace(where.showing(shown.wanted), page=shown.page)
    following = _next_on(shown, entry.pk) if go_on else entry.pk
    context = {
        "timeline": timeline,
        "where": where,
        "listing": shown,
        "steps": steps or Steps(undo=True),
        "past": past,
        "said": told,
        "clear_new": clear,
        "swap_oob": True,
    }
    response = reswap(retarget(render(request, "editorial/desk.html#page_answer", context), LIST), "outerHTML")
    event = {"entry": following, "rest": reverse("desk:overview", args=[where.slug]) + where.query}
    return trigger_client_event(response, "desk:answer", event, after="settle")


def _next_on(shown: listing.Listing, entry: int | None) -> int | None:
    """The entry on the page to decide after this one: the next, else the first, else this one itself."""
    rows = [row for group in shown.groups for row in group.rows]
    at = next((place for place, row in enumerate(rows) if row.entry.pk == entry), 0)
    return next((row.entry.pk for row in [*rows[at:], *rows[:at]] if row.is_proposed), entry)


def refused(request: DeskRequest, where: Where, entry: Entry, reason: str, *, status: int = 422) -> HttpResponse:
    """It was not done, and why; the entry as it stands."""
    if not wants_fragment(request):
        messages.error(request, reason)
        return redirect(where.at(entry.pk))
    row = _row(entry)
    row.said = reason
    context = {"said": reason, "marks": _marks(row, where)}
    return _fragment(request, where, [row], context, {"entry": entry.pk, "of": entry.pk}, status=status)


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


def _row(entry: Entry) -> Row:
    """The entry's row; out of the database where it did not come with all that its row shows."""
    return row_of(entry if loading.is_whole(entry) else loading.one(Entry.objects.filter(pk=entry.pk)))


def _marks(row: Row, where: Where) -> list[source.Mark]:
    """The entry's words in the text that is open."""
    state = source.state_of(row.entry.state, doubtful=bool(row.entry.warnings), apart=bool(row.disagreement))
    return [
        source.Mark(quoted.key, 0, 0, quoted.words, state, entry=row.entry.pk)
        for quoted in row.quoted
        if quoted.article.pk == where.article
    ]


def _fragment(
    request: DeskRequest,
    where: Where,
    rows: list[Row],
    context: dict[str, Any],
    event: dict[str, Any],
    *,
    status: int = 200,
) -> HttpResponse:
    """The rows with all that comes beside them; where it was not the one row that asked, they wait beside the list."""
    row = rows[0]
    in_place = len(rows) == 1 and request.htmx.target == f"e-{row.entry.pk}"
    context |= {"row": row, "rows": rows, "timeline": row.entry.timeline, "where": where, "in_place": in_place}
    context["swap_oob"] = True
    response = render(request, "editorial/desk.html#answer", context, status=status)
    response = reswap(response, "outerHTML" if in_place else "none")
    return trigger_client_event(response, "desk:answer", event, after="settle")


def _words(entry: Entry) -> str:
    return date_words(entry.event.edtf, entry.event.mod or None)
