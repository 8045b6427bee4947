"""Answers from finished pages: a decorator for views, and a middleware that needs no view at all.

The decorator asks the database what the page depends on (two queries), and makes the page only if nobody did. Its ETag
is known before it is made. For `PAGES_TRUSTED_SECONDS` afterwards the middleware gives the page again without asking;
whoever is signed in is always answered from the database, so that editors see at once what they publish.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import get_conditional_response
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import conditional_page

from timelines import kept
from timelines.kept import Made

View = Callable[..., HttpResponseBase]
Answer = Callable[[HttpRequest], HttpResponseBase]

ASKS = frozenset(
    {"day", "format", "from", "maxheight", "maxwidth", "order", "p", "page", "q", "size", "source", "to", "url"}
)
"""What a public page's address can ask for. Other names behind the "?" (where a link was shared) change nothing."""


def keep_timeline(view: View) -> View:
    """Keep the pages of one published timeline; the view's first argument is `slug`."""

    def mark(slug: str, **_: object) -> object:
        found = kept.of_timeline(slug)
        if found is None:
            raise Http404
        return found

    return _keep(view, mark)


def keep_list(view: View) -> View:
    """Keep a page made of everything that is published."""
    return _keep(view, lambda **_: kept.of_all())


def _keep(view: View, mark: Callable[..., object]) -> View:
    """`mark` is given the view's arguments and says all that its page depends on. Pages asked for with a query are made
    anew each time."""
    made_anew = gzip_page(conditional_page(view))

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.method not in ("GET", "HEAD") or _asks(request):
            return made_anew(request, *args, **kwargs)
        asked = time.monotonic()
        address = _address(request)
        key = kept.key_of(address, mark(*args, **kwargs))
        seen = kept.memory.get(address)
        made = seen.made if seen and seen.made.key == key else kept.fetch(key)
        if made is None:
            response = view(request, *args, **kwargs)
            made = _finished(key, response)
            if made is None:
                return response
            kept.store(made)
        response = _give(request, made)
        response.kept = (address, made, asked)  # type: ignore[attr-defined]
        return response

    return answer


class KeptPages:
    """Middleware: what was given a moment ago at this address, again. It stands before sessions and all that needs one.

    Keeps an answer as the other middleware left it, unless they made it one person's own.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The kept page where there is one that was asked about a moment ago, else what the view says."""
        if request.method in ("GET", "HEAD") and not _asks(request):
            seen = kept.memory.get(_address(request))
            if seen and time.monotonic() - seen.asked < settings.PAGES_TRUSTED_SECONDS and not _signed_in(request):
                return _give(request, seen.made)
        response = self.get_response(request)
        found = getattr(response, "kept", None)
        if found and response.status_code == 200 and not response.cookies and "cookie" not in _vary(response):
            address, made, asked = found
            given = {name.lower() for name, _ in made.headers} | {"etag", "vary", "content-encoding", "content-length"}
            more = tuple((name, value) for name, value in response.items() if name.lower() not in given)
            kept.memory.put(address, Made(made.key, made.bodies, (*made.headers, *more)), asked)
        elif found and response.status_code == 304:
            _still_holds(*found)
        return response


def _still_holds(address: tuple[str, ...], made: Made, asked: float) -> None:
    """Who had the page already was told so; the next one need not be asked about again either."""
    seen = kept.memory.get(address)
    if seen and seen.made.key == made.key:
        seen.asked = asked


def _finished(key: str, response: HttpResponseBase) -> Made | None:
    """What the view made; None for what is not to be kept: refusals, and whatever is one person's own."""
    if not isinstance(response, HttpResponse) or response.status_code != 200:
        return None
    if callable(render := getattr(response, "render", None)):
        render()
    if response.cookies or "cookie" in _vary(response):
        return None
    headers = ((name, value) for name, value in response.items() if name.lower() not in ("content-length", "etag"))
    return kept.make(key, response.content, headers)


def _give(request: HttpRequest, made: Made) -> HttpResponse:
    """The page, packed for who can unpack it; 304 for who has it."""
    coding, body = made.coded(request.META.get("HTTP_ACCEPT_ENCODING", ""))
    response = HttpResponse(body if request.method == "GET" else b"")
    for name, value in made.headers:
        response.headers[name] = value
    response.headers["ETag"] = made.etag(coding)
    response.headers["Content-Length"] = str(len(body))
    if made.packed:
        response.headers["Vary"] = "Accept-Encoding"
    if coding:
        response.headers["Content-Encoding"] = coding
    if "HTTP_IF_NONE_MATCH" in request.META or "HTTP_IF_MATCH" in request.META:
        etag = response.headers["ETag"]
        return get_conditional_response(request, etag=etag, response=response)  # type: ignore[return-value]
    return response


def _address(request: HttpRequest) -> tuple[str, ...]:
    """Where the page was asked for. A host that is not ours raises DisallowedHost here, before anything is kept."""
    return (request.scheme or "", request.get_host(), request.path)


def _asks(request: HttpRequest) -> bool:
    return bool(request.META.get("QUERY_STRING")) and not ASKS.isdisjoint(request.GET)


def _signed_in(request: HttpRequest) -> bool:
    return "HTTP_COOKIE" in request.META and settings.SESSION_COOKIE_NAME in request.COOKIES


def _vary(response: HttpResponseBase) -> str:
    return str(response.headers.get("Vary", "")).lower()
