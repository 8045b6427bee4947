"""Who gets into a view of the desk: signed in, and allowed by the one table in `editorial.roles`."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, cast

from django.contrib.auth.models import User
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import resolve_url
from django_htmx.http import HttpResponseClientRedirect
from django_htmx.middleware import HtmxDetails

from editorial.roles import Verb, can
from timelines.models import Entry

P = ParamSpec("P")


class DeskRequest(HttpRequest):
    """A request that got past `newsroom`: for annotations only."""

    user: User
    htmx: HtmxDetails


View = Callable[Concatenate[DeskRequest, P], HttpResponseBase]


def newsroom(
    verb: Verb, *, stay: bool = False
) -> Callable[[View[P]], Callable[Concatenate[HttpRequest, P], HttpResponseBase]]:
    """Let in who may do `verb`. Anonymous people are sent to the sign-in page, all others are answered 404.

    With `stay` the anonymous are answered 401 and sent nowhere: such a request was made by a page on its own, and
    whoever is typing in that page is not to be led away from it.
    """

    def decorate(view: View[P]) -> Callable[Concatenate[HttpRequest, P], HttpResponseBase]:
        @wraps(view)
        def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            if not request.user.is_authenticated:
                if stay:
                    return HttpResponse("You are signed out.", status=401, content_type="text/plain")
                return _to_sign_in(cast("DeskRequest", request))
            if not can(request.user, verb):
                raise Http404
            try:
                return view(cast("DeskRequest", request), *args, **kwargs)
            except Entry.DoesNotExist as gone:
                # It was there when the page was made, and went when its article was read again.
                raise Http404 from gone

        return guarded

    return decorate


def _to_sign_in(request: DeskRequest) -> HttpResponse:
    """The sign-in page, for htmx as the next whole page: a sign-in form never lands inside a row."""
    if not request.htmx:
        return redirect_to_login(request.get_full_path())
    back = request.htmx.current_url_abs_path or resolve_url("desk:timelines")
    return HttpResponseClientRedirect(redirect_to_login(back).url)


def wants_fragment(request: DeskRequest) -> bool:
    """Whether the answer goes into the page the person has open (htmx), not into the window."""
    return bool(request.htmx) and not request.htmx.boosted
