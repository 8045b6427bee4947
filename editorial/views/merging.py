"""Merge entries and split them, answer "same as …?", and choose among sources that disagree."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST
from django_htmx.http import reswap, retarget

from editorial import disagreeing, merge_plan, merging
from editorial.errors import Refused, Stale
from editorial.views import answers
from editorial.views.access import DeskRequest, newsroom, wants_fragment
from editorial.views.desk import find as find_timeline
from editorial.views.entries import find
from editorial.views.where import Where, number
from timelines.models import Entry, Timeline
from timelines.wording import date_words


@require_POST
@newsroom("edit")
def merge(request: DeskRequest, slug: str) -> HttpResponse:
    """Ask which of the selected entries stays (`entry`, each "pk" or "pk.version"); with `do`, merge them into it."""
    timeline, where, seen = find_timeline(slug), Where.read(request.GET, slug), _chosen(request)
    into = number(request.POST.get("into"))
    if request.POST.get("do") != "merge" or into is None:
        return _panel(request, timeline, where, seen, into)
    versions = {pk: version for pk, version in seen.items() if version is not None}
    try:
        date = merge_plan.reading(request.POST.get("date", ""))
        others = [pk for pk in seen if pk != into]
        entry = merging.merge(timeline.pk, into, others, request.user, versions=versions, date=date)
    except Stale as found:
        return _panel(request, timeline, where, seen, into, f"{found.message} Look at them again.", status=409)
    except Refused as refusal:
        return _panel(request, timeline, where, seen, into, refusal.message, status=422)
    told = f"Merged {len(others) + 1} entries into {date_words(entry.event.edtf, entry.event.mod or None)}. U to undo."
    return answers.page(request, where, entry.timeline, told, entry=entry.pk, clear=True)


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
    before, where, version = find(slug, pk), Where.read(request.GET, slug), number(request.POST.get("version"))
    merged, citation = number(request.POST.get("merged")), number(request.POST.get("citation")) or 0
    try:
        if merged is not None:
            entry = merging.split(pk, merged, request.user, version=version)
        else:
            entry = merging.split_citation(pk, citation, request.user, version=version)
    except Stale as found:
        return _stale(request, where, found)
    except Refused as refusal:
        return answers.refused(request, where, before, refusal.message)
    told = _told(request, "Split out", entry)
    return answers.page(request, where, entry.timeline, told, entry=entry.pk)


@require_POST
@newsroom("edit")
def same(request: DeskRequest, slug: str, pk: int) -> HttpResponse:
    """Is it the same? `answer` yes adds its sources to that entry, no keeps it apart."""
    before, where, version = find(slug, pk), Where.read(request.GET, slug), number(request.POST.get("version"))
    yes = request.POST.get("answer") == "yes"
    verb: Callable[..., Entry] = merging.add_to_same if yes else merging.keep_apart
    try:
        entry = verb(pk, request.user, version=version)
    except Stale as found:
        return _stale(request, where, found)
    except Refused as refusal:
        return answers.refused(request, where, before, refusal.message)
    if yes:
        told = _told(request, "Added as a source", entry)
        return answers.page(request, where, entry.timeline, told, entry=entry.pk, go_on=True)
    return answers.done(request, where, entry, "Kept apart")


@require_POST
@newsroom("edit")
def choose_source(request: DeskRequest, slug: str, pk: int) -> HttpResponse:
    """Give the entry the date that the source `citation` gives."""
    before, where, version = find(slug, pk), Where.read(request.GET, slug), number(request.POST.get("version"))
    try:
        entry = disagreeing.choose_source(pk, request.user, number(request.POST.get("citation")) or 0, version=version)
    except Stale as found:
        return _stale(request, where, found)
    except Refused as refusal:
        return answers.refused(request, where, before, refusal.message)
    return answers.done(request, where, entry, "Chosen")


def _told(request: DeskRequest, did: str, entry: Entry) -> str:
    """What was done, with the key that takes it back where there are keys."""
    words = f"{did}: {date_words(entry.event.edtf, entry.event.mod or None)}."
    return f"{words} U to undo." if wants_fragment(request) else words


def _stale(request: DeskRequest, where: Where, found: Stale) -> HttpResponse:
    return answers.refused(request, where, found.entry, f"{found.message} Look at it and decide again.", status=409)


def _chosen(request: DeskRequest) -> dict[int, int | None]:
    """The entries whose boxes are ticked, and in which version each was seen: "12.3", or "12" where it is not said."""
    seen = {}
    for value in request.POST.getlist("entry"):
        pk, _, version = value.partition(".")
        found = number(pk)
        if found is not None:
            seen[found] = number(version)
    return seen
