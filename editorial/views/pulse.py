"""The pulse of an open desk: who else is here, and whether anything has changed. Every tab asks, every few seconds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from django.http import Http404, HttpResponse, HttpResponseBadRequest
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from editorial import presence
from editorial.people import name_of
from editorial.views.access import DeskRequest, newsroom
from editorial.views.where import number
from timelines.models import Entry

TAB = re.compile(r"[\w-]{1,40}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a tab says of itself: the revision and the faces it shows, the entry it is at or edits."""

    tab: str
    revision: int | None
    state: str
    entry: int | None
    is_editing: bool
    version: int | None
    was: str

    @classmethod
    def read(cls, request: DeskRequest) -> Asked:
        """Out of the address."""
        query = request.GET
        return cls(
            query.get("tab", ""),
            number(query.get("revision")),
            query.get("state", ""),
            number(query.get("entry")),
            query.get("editing") == "1",
            number(query.get("version")),
            query.get("was", ""),
        )


@require_GET
@never_cache
@newsroom("see", stay=True)
def pulse(request: DeskRequest, slug: str) -> HttpResponse:
    """Nothing (204) where all is as the tab shows it; else the faces, and whether the list is to be fetched anew."""
    asked = Asked.read(request)
    if not TAB.fullmatch(asked.tab):
        return HttpResponseBadRequest("A pulse names its tab.")
    looked = presence.look(slug, asked.entry)
    if looked is None:
        raise Http404
    entry = asked.entry if looked.version is not None else None
    faces = presence.note(looked.timeline.pk, request.user, asked.tab, entry=entry, is_editing=asked.is_editing)
    response = render(request, "editorial/desk/people.html", _context(request, asked, looked, faces))
    state = sha256(response.content).hexdigest()[:16]
    if state == asked.state and asked.revision == looked.timeline.revision:
        return HttpResponse(status=204)
    response["X-Desk-State"] = state
    return response


@require_POST
@newsroom("see", stay=True)
def leave(request: DeskRequest, slug: str) -> HttpResponse:
    """The tab goes; sent as it is closed."""
    presence.leave(slug, request.user, request.POST.get("tab", ""))
    return HttpResponse(status=204)


def _context(request: DeskRequest, asked: Asked, looked: presence.Looked, faces: list[presence.Face]) -> dict[str, Any]:
    timeline = looked.timeline
    gone = looked.version is None or looked.state == Entry.State.MERGED
    return {
        "timeline": timeline,
        "faces": presence.persons(faces),
        "words": presence.words(faces),
        "at": presence.at_entries(faces),
        "changed_by": "" if timeline.updated_by == request.user else _last(timeline.updated_by),
        "is_gone": asked.is_editing and asked.entry is not None and gone,
        "is_stale": asked.is_editing and not gone and _is_stale(asked, looked),
        "saved_by": _saved_by(request, looked.changed_by),
        "is_merged": looked.state == Entry.State.MERGED,
    }


def _is_stale(asked: Asked, looked: presence.Looked) -> bool:
    """Whether saving would meet another text."""
    return asked.version is not None and asked.version != looked.version and asked.was != looked.text


def _last(person: Any) -> str:
    return name_of(person) if person else "Dateline"


def _saved_by(request: DeskRequest, who: dict[str, Any]) -> str:
    """Who changed the entry last, as the beginning of a sentence."""
    if not who:
        return "Somebody"
    if who["pk"] == request.user.pk:
        return "You, in another tab,"
    return f"{who['first']} {who['last']}".strip() or str(who["username"])
