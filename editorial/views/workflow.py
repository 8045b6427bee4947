"""What is done with a timeline as a whole: undo and redo one's last decision, submit, take back."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from editorial import loading, publishing, undoing
from editorial.deeds import deed_words
from editorial.errors import Refused
from editorial.views import answers
from editorial.views.access import DeskRequest, newsroom
from editorial.views.desk import find
from editorial.views.where import Where, number
from timelines.models import Entry


@require_POST
@newsroom("edit")
def undo(request: DeskRequest, slug: str) -> HttpResponse:
    """Take back one's own last press; `past`: what came before that decision, which somebody has changed since."""
    where, past = Where.read(request.GET, slug), number(request.POST.get("past"))
    try:
        step = undoing.undo(slug, request.user, past=past)
    except undoing.Blocked as blocked:
        words = f"{blocked.message} Undo again goes on with what you did before."
        return answers.not_undone(request, find(slug), where, words, past=blocked.first)
    except Refused as refusal:
        return answers.not_undone(request, find(slug), where, refusal.message)
    told = f"Undone: {deed_words(step.decisions)}. Shift+U to redo."
    return _turned(request, where, step, told, past=past and step.first)


@require_POST
@newsroom("edit")
def redo(request: DeskRequest, slug: str) -> HttpResponse:
    """Do again what one took back last."""
    where = Where.read(request.GET, slug)
    try:
        step = undoing.redo(slug, request.user)
    except Refused as refusal:
        return answers.not_undone(request, find(slug), where, refusal.message)
    return _turned(request, where, step, f"Done again: {deed_words(step.decisions)}. U to undo.")


def _turned(
    request: DeskRequest, where: Where, step: undoing.Step, told: str, *, past: int | None = None
) -> HttpResponse:
    """What was merged or split is answered with its rows, as one entry is; what was decided at once with the page."""
    entries = list({decision.entry_id: decision.entry for decision in step.decisions}.values())
    entry = next((each for each in entries if each.state != Entry.State.MERGED), entries[0])
    if len(entries) == 1 or all(loading.is_whole(each) for each in entries):
        entry.beside = tuple(each for each in entries if each is not entry)
        marks = len(entries) > 1
        return answers.done(request, where, entry, "", told=told, marks=marks, steps=step.steps, past=past)
    return answers.page(request, where, told, entry=entry, steps=step.steps, past=past)


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
