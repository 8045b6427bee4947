"""The door: who is present, what a superuser has to bring, and what a locked name is told.

django-allauth and django-axes do the work; here is what they are told about Dateline, and two middlewares. None of it
asks the database anything a request would not have asked, but where somebody is sent away.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.auth.models import AnonymousUser, User
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.http import url_has_allowed_host_and_scheme
from django_htmx.http import HttpResponseClientRedirect

from editorial.sessions import AuthenticationMiddleware
from editorial.signing_in import standing

STANDING = "standing"
"""In a session: what its person was when they signed in."""

SECOND_FACTOR = "second-factor"
"""In a session: that its person has shown a second factor in it."""

GUARDED = {"desk", "admin"}


class PresentPeople(AuthenticationMiddleware):
    """The session of somebody who was deactivated or has lost a role ends with its next request.

    `editorial.sessions` says who it is. A session is looked at only where `request.user` is: public pages never do.
    """

    def process_request(self, request: HttpRequest) -> None:
        """Set `request.user`."""
        super().process_request(request)
        found = request.user
        request.user = SimpleLazyObject(lambda: _present(request, found))  # type: ignore[assignment]


def _present(request: HttpRequest, user: User | AnonymousUser) -> User | AnonymousUser:
    if isinstance(user, User):
        was, now = request.session.get(STANDING), standing(user)
        if was == now:
            return user
        if was is not None and set(was) < set(now):  # has become more
            request.session[STANDING] = now
            return user
    elif SESSION_KEY not in request.session:
        return user
    request.session.flush()
    request._cached_user = nobody = AnonymousUser()  # type: ignore[attr-defined]
    return nobody


class SecondFactor:
    """A superuser does nothing on the desk or in the admin before a second factor was shown in this session."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Pass the request on."""
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_: Any) -> HttpResponse | None:
        """Send to where the second factor is made or shown."""
        match = request.resolver_match
        if not settings.SUPERUSERS_NEED_SECOND_FACTOR or not match or GUARDED.isdisjoint(match.namespaces):
            return None
        if not getattr(request.user, "is_superuser", False) or request.session.get(SECOND_FACTOR):
            return None
        return _to_second_factor(request)


def _to_second_factor(request: HttpRequest) -> HttpResponse:
    from allauth.mfa.utils import is_mfa_enabled  # models are not there yet when settings name this module

    where = reverse("mfa_reauthenticate" if is_mfa_enabled(request.user) else "mfa_activate_totp")
    back = request.get_full_path() if request.method == "GET" else reverse("desk:timelines")
    htmx = bool(request.headers.get("HX-Request"))
    url = redirect_to_login(reverse("desk:timelines") if htmx else back, where).url
    return HttpResponseClientRedirect(url) if htmx else redirect(url)


# --- What allauth is told ---------------------------------------------------------------------------------------


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth carries no types
    """No sign-up, no way out of this site, and our words."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "username_password_mismatch": "Username and password do not belong together.",
        "too_many_login_attempts": "Too many wrong attempts. Wait five minutes, then try again.",
        "incorrect_code": "That code is not right, or not any more. Enter the one your app shows now.",
        "incorrect_password": "That is not your password.",
        "enter_current_password": "That is not your current password. Nothing was changed.",
        "rate_limited": "Too many wrong attempts. Wait five minutes, then try again.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never: moderators invite."""
        return False

    def is_safe_url(self, url: str | None) -> bool:
        """Whether a `next` may be followed: a path of this site and nothing else."""
        return is_local(url)

    def get_client_ip(self, request: HttpRequest) -> str:
        """Where a request came from, behind our own proxies too."""
        return address_of(request)

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """The desk: the message there says what was done."""
        return reverse("desk:timelines")


def is_local(url: str | None) -> bool:
    """Whether an address leads to a path of this site, however a browser reads it."""
    if not url or not url.startswith("/") or "\\" in url or any(ord(letter) < 33 for letter in url):
        return False
    return url_has_allowed_host_and_scheme(url, allowed_hosts=None)


# --- What axes is told ------------------------------------------------------------------------------------------


def address_of(request: HttpRequest) -> str:
    """Where a request came from. X-Forwarded-For is believed as far as our own proxies have written it."""
    direct = str(request.META.get("REMOTE_ADDR", ""))
    said = [part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",") if part.strip()]
    trusted: int = settings.TRUSTED_PROXIES
    return said[-trusted] if 0 < trusted <= len(said) else direct


def counted_name(request: HttpRequest, credentials: dict[str, Any] | None = None) -> str:
    """The name whose failures are counted, however it is written: sign-in does not look at capitals either."""
    given = (credentials or {}).get("username") or request.POST.get("login") or ""
    return str(given).strip().casefold()[:150]


def locked_out(request: HttpRequest, response: HttpResponse | None = None, credentials: Any = None) -> HttpResponse:
    """The answer to a name that is locked for this address."""
    minutes = int(settings.AXES_COOLOFF_TIME.total_seconds() // 60)
    return render(request, "account/locked.html", {"minutes": minutes}, status=429)
