"""What is done with a timeline as a whole: undo the last decision, submit, take back."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from editorial import publishing, undoing
from editorial.errors import Refused
from editorial.views import answers
from editorial.views.access import DeskRequest, newsroom
from editorial.views.desk import find
from editorial.views.where import Where


@require_POST
@newsroom("edit")
def undo(request: DeskRequest, slug: str) -> HttpResponse:
    """Take back one's own last decision."""
    timeline, where = find(slug), Where.read(request.GET, slug)
    try:
        decision = undoing.undo(timeline.pk, request.user)
    except Refused as refusal:
        return answers.not_undone(request, timeline, where, refusal.message)
    return answers.done(request, where, decision.entry, "Undone", marks=True)


@require_POST
@newsroom("submit")
def submit(request: DeskRequest, slug: str) -> HttpResponse:
    """Ask a moderator to publish it."""
    timeline, where = find(slug), Where.read(request.GET, slug)
    try:
        publishing.submit(timeline.pk, request.user)
        messages.success(request, "Submitted. A moderator reads it and publishes it, or returns it with a note.")
    except Refused as refusal:
        messages.error(request, refusal.message)
    return redirect(where.url)


@require_POST
@newsroom("submit")
def unsubmit(request: DeskRequest, slug: str) -> HttpResponse:
    """Take the submission back to go on working."""
    timeline, where = find(slug), Where.read(request.GET, slug)
    try:
        publishing.withdraw_submission(timeline.pk, request.user)
        messages.success(request, "Taken back. You can go on working on it.")
    except Refused as refusal:
        messages.error(request, refusal.message)
    return redirect(where.url)
