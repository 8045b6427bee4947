"""Merge entries and split them, answer "same as …?", and choose among sources that disagree."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST
from django_htmx.http import reswap, retarget

from editorial import disagreeing, merge_plan, merging, splitting
from editorial.errors import Refused, Stale
from editorial.views import answers
from editorial.views.access import DeskRequest, newsroom, wants_fragment
from editorial.views.bulk import chosen
from editorial.views.desk import find as find_timeline
from editorial.views.entries import find
from editorial.views.where import Where, number
from timelines.models import Entry, Timeline
from timelines.wording import date_words


@require_POST
@newsroom("edit")
def merge(request: DeskRequest, slug: str) -> HttpResponse:
    """Ask which of the selected entries stays (`entry`, each "pk" or "pk.version"); with `do`, merge them into it."""
    where, seen = Where.read(request.GET, slug), chosen(request)
    into = number(request.POST.get("into"))
    if request.POST.get("do") != "merge" or into is None:
        return _panel(request, find_timeline(slug), where, seen, into)
    versions = {pk: version for pk, version in seen.items() if version is not None}
    try:
        date = merge_plan.reading(request.POST.get("date", ""))
        others = [pk for pk in seen if pk != into]
        entry = merging.merge(slug, into, others, request.user, versions=versions, date=date)
    except Stale as found:
        return _panel(
            request, find_timeline(slug), where, seen, into, f"{found.message} Look at them again.", status=409
        )
    except Refused as refusal:
        return _panel(request, find_timeline(slug), where, seen, into, refusal.message, status=422)
    told = f"Merged {len(others) + 1} entries into {date_words(entry.event.edtf, entry.event.mod or None)}. U to undo."
    return answers.done(request, where, entry, "", told=told, marks=True, clear=True)


def _panel(
    request: DeskRequest,
    timeline: Timeline,
    where: Where,
    seen: dict[int, int | None],
    into: int | None,
    reason: str = "",
    status: int = 200,
) -> HttpResponse:
    """The panel that asks, with the entries as they are now; or that there is nothing to merge."""
    try:
        plan = merge_plan.plan(timeline, seen, into)
    except Refused as refusal:
        return answers.not_undone(request, timeline, where, reason or refusal.message)
    context = {
        "timeline": timeline, "where": where, "plan": plan, "reason": reason, "chosen": request.POST.get("date", "")
    }  # fmt: skip
    if not wants_fragment(request):
        return render(request, "editorial/merge.html", context, status=status)
    response = render(request, "editorial/desk/merge_panel.html", context, status=status)
    return reswap(retarget(response, "#new-entry"), "innerHTML")


@require_POST
@newsroom("edit")
def split(request: DeskRequest, slug: str, pk: int) -> HttpResponse:
    """Bring out `merged`, an entry that was merged in, or make `citation` an entry of its own."""
    merged, citation = number(request.POST.get("merged")), number(request.POST.get("citation")) or 0
    if merged is not None:
        verb = partial(splitting.split, pk, merged, request.user)
    else:
        verb = partial(splitting.split_citation, pk, citation, request.user)
    return _answer(request, slug, pk, verb, "Split out", many=True)


@require_POST
@newsroom("edit")
def same(request: DeskRequest, slug: str, pk: int) -> HttpResponse:
    """Is it the same? `answer` yes adds its sources to that entry, no keeps it apart."""
    if request.POST.get("answer") == "yes":
        verb = partial(merging.add_to_same, pk, request.user)
        return _answer(request, slug, pk, verb, "Added as a source", many=True, go_on=True)
    return _answer(request, slug, pk, partial(merging.keep_apart, pk, request.user), "Kept apart")


@require_POST
@newsroom("edit")
def choose_source(request: DeskRequest, slug: str, pk: int) -> HttpResponse:
    """Give the entry the date that the source `citation` gives."""
    citation = number(request.POST.get("citation")) or 0
    return _answer(request, slug, pk, partial(disagreeing.choose_source, pk, request.user, citation), "Chosen")


def _answer(
    request: DeskRequest,
    slug: str,
    pk: int,
    verb: Callable[..., Entry],
    said: str,
    *,
    many: bool = False,
    go_on: bool = False,
) -> HttpResponse:
    """Carry out the verb on the entry as the person saw it, and answer with its row; `many`: other rows come or go with
    it, and other words are marked."""
    where = Where.read(request.GET, slug)
    try:
        entry = verb(version=number(request.POST.get("version")), slug=slug)
    except Stale as found:
        reason = f"{found.message} Look at it and decide again."
        return answers.refused(request, where, found.entry, reason, status=409)
    except Refused as refusal:
        return answers.refused(request, where, find(slug, pk), refusal.message)
    if not many:
        return answers.done(request, where, entry, said)
    told = f"{said}: {date_words(entry.event.edtf, entry.event.mod or None)}. U to undo."
    return answers.done(request, where, entry, "", told=told, marks=True, go_on=go_on)
