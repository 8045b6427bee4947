"""What is decided about many entries with one press: those selected, or all of a kind."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from editorial import bulk
from editorial.errors import Refused
from editorial.views import answers
from editorial.views.access import DeskRequest, newsroom, wants_fragment
from editorial.views.desk import find
from editorial.views.where import Where, number

ALL = "all"
"""Named instead of an article: the whole timeline."""

SAID: dict[bulk.Aim, str] = {"accepted": "accepted", "rejected": "set aside"}


@require_POST
@newsroom("edit")
def selected(request: DeskRequest, slug: str) -> HttpResponse:
    """Accept or reject the entries whose boxes are ticked."""
    where = Where.read(request.GET, slug)
    aim: bulk.Aim = "accepted" if request.POST.get("to") == "accepted" else "rejected"
    try:
        outcome = bulk.selected(slug, request.user, aim, chosen(request))
    except Refused as refusal:
        return answers.not_undone(request, find(slug), where, refusal.message)
    return _answer(request, where, aim, outcome)


@require_POST
@newsroom("edit")
def every(request: DeskRequest, slug: str) -> HttpResponse:
    """Accept an article's past events, or reject the vague ones of an article or of all: as many as were said."""
    where = Where.read(request.GET, slug)
    which: bulk.Which = "past" if request.POST.get("which") == "past" else "vague"
    everywhere = which == "vague" and request.POST.get("article") == ALL
    article = None if everywhere else number(request.POST.get("article")) or 0
    count = number(request.POST.get("count")) or 0
    try:
        outcome = bulk.every(slug, request.user, which, article, count)
    except Refused as refusal:
        return answers.not_undone(request, find(slug), where, refusal.message)
    return _answer(request, where, "accepted" if which == "past" else "rejected", outcome)


@require_GET
@never_cache
@newsroom("see")
def menu(request: DeskRequest, slug: str) -> HttpResponse:
    """What one press would do to the proposals as they are now: the items of a menu."""
    timeline, where = find(slug), Where.read(request.GET, slug)
    offers, everywhere = bulk.offers(timeline, where.article or 0), bulk.offers(timeline, None)["vague"]
    template = "editorial/desk/bulk.html" if wants_fragment(request) else "editorial/desk/bulk_page.html"
    others = everywhere.entries != offers["vague"].entries
    context = {"timeline": timeline, "where": where, "offers": offers, "everywhere": everywhere if others else None}
    return render(request, template, context)


def chosen(request: DeskRequest) -> dict[int, int | None]:
    """The entries whose boxes are ticked, and in which version each was seen: "12.3", or "12" where it is not said."""
    seen = {}
    for value in request.POST.getlist("entry"):
        pk, _, version = value.partition(".")
        found = number(pk)
        if found is not None:
            seen[found] = number(version)
    return seen


def _answer(request: DeskRequest, where: Where, aim: bulk.Aim, outcome: bulk.Outcome) -> HttpResponse:
    """The list, and in words what was changed and what was left alone."""
    words = told(aim, outcome)
    if not outcome.changed:
        return answers.not_undone(request, find(where.slug), where, words)
    last = outcome.changed[-1]
    return answers.page(request, where, f"{words} U to undo.", entry=last, go_on=True)


def told(aim: bulk.Aim, outcome: bulk.Outcome) -> str:
    """ "3 accepted, 1 left alone: somebody changed it meanwhile." """
    did, changed = SAID[aim], len(outcome.changed)
    parts = [f"{changed} {did}" if changed else f"Nothing {did}"]
    if outcome.already:
        parts.append(f"{outcome.already} {'was' if outcome.already == 1 else 'were'} so already")
    if outcome.left:
        parts.append(f"{outcome.left} left alone: changed by somebody meanwhile")
    return f"{', '.join(parts)}."
