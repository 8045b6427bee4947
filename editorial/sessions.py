"""Sessions in the database, each read together with the person it belongs to: one query a request for both.

Django keeps the person's number inside the signed data, where no query can see it. Here it also stands before the data,
as in "17|…". It only says whose row to bring along: whose the session is, Django still reads from what is signed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextvars import ContextVar
from typing import Any

from django.contrib.auth import SESSION_KEY, middleware
from django.contrib.auth.models import User
from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session
from django.db.models import BigIntegerField, Case, F, Subquery, Value, When
from django.db.models.functions import Cast, StrIndex, Substr
from django.http import HttpRequest  # noqa: TID251 - a middleware
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from editorial.roles import know_groups

MARK = "|"
"""Stands between the number and the data; signed data never holds it."""


class SessionStore(db.SessionStore):
    """Django's own, that brings the person along. Sessions without a number, of earlier versions, are read too."""

    person: User | None = None
    """Whom the session belongs to, with their roles, as they were when it was read."""

    def load(self) -> dict[str, Any]:
        """The session's data; empty where it is gone or over."""
        own = Session.objects.filter(session_key=self.session_key, expire_date__gt=timezone.now())
        number = Cast(Substr("session_data", 1, StrIndex("session_data", Value(MARK)) - 1), BigIntegerField())
        whose = Case(When(session_data__regex=r"^[0-9]{1,18}[|]", then=number))
        people = User.objects.filter(pk=Subquery(own.values(number=whose)))
        rows = list(people.annotate(role=F("groups__name"), data=Subquery(own.values("session_data"))))
        if not rows:
            return super().load()
        self.person = know_groups(rows[0], [row.role for row in rows if row.role])
        return self.decode(rows[0].data)

    def encode(self, session_dict: Mapping[str, Any]) -> str:
        """The data as it is stored."""
        signed = super().encode(dict(session_dict))
        return f"{session_dict[SESSION_KEY]}{MARK}{signed}" if SESSION_KEY in session_dict else signed

    def decode(self, session_data: bytes | str) -> dict[str, Any]:
        """The data as it was stored; empty where the signature is wrong."""
        stored = session_data if isinstance(session_data, str) else session_data.decode()
        found: dict[str, Any] = super().decode(stored.rpartition(MARK)[2])
        return found


_asking: ContextVar[Any] = ContextVar("asking", default=None)
"""The session whose person is being looked for."""


class AuthenticationMiddleware(middleware.AuthenticationMiddleware):
    """Django's own: while it asks who somebody is, the backend can see the session."""

    def process_request(self, request: HttpRequest) -> None:
        """Let the request know its user, once anybody asks."""
        super().process_request(request)
        found: Callable[[], Any] = lambda: _user(request)  # noqa: E731 - as Django's own
        request.user = SimpleLazyObject(found)  # type: ignore[assignment]


def _user(request: HttpRequest) -> Any:
    token = _asking.set(request.session)
    try:
        return middleware.get_user(request)
    finally:
        _asking.reset(token)


def person_of_session(user_id: int) -> User | None:
    """The user of this number, where the session being looked at has brought them along; never an older one than that
    session's own request has read."""
    person: User | None = getattr(_asking.get(), "person", None)
    return person if person is not None and person.pk == user_id else None
