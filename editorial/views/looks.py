"""How the desk looks to one person: dense rows or cards. A cookie keeps it, for it is the window that matters."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from editorial.views.access import DeskRequest, newsroom
from editorial.views.where import Where

COOKIE = "desk-rows"

MANY = 12
"""Entries up to which cards are drawn for those who have not chosen."""

A_YEAR = 365 * 24 * 60 * 60


def is_dense(request: DeskRequest, entries: Callable[[], int]) -> bool:
    """Whether the rows are dense: as was chosen, else where the timeline has many entries, however few are found."""
    chosen = request.COOKIES.get(COOKIE)
    return chosen == "dense" if chosen in ("dense", "cards") else entries() > MANY


@require_POST
@newsroom("see")
def rows(request: DeskRequest, slug: str) -> HttpResponse:
    """Choose one of the two. The desk's script does the same without coming here."""
    response = redirect(Where.read(request.GET, slug).url)
    chosen = "dense" if request.POST.get("rows") == "dense" else "cards"
    response.set_cookie(COOKIE, chosen, max_age=A_YEAR, path="/desk/", samesite="Lax", secure=request.is_secure())
    return response
