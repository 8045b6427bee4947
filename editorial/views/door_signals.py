"""What a session remembers of how its person came in."""

from __future__ import annotations

from typing import Any

from allauth.account.signals import authentication_step_completed
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added, authenticator_removed
from django.contrib.auth.models import User
from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver
from django.http import HttpRequest

from editorial.signing_in import standing
from editorial.views.doors import SECOND_FACTOR, STANDING


@receiver(user_logged_in)
def remember_standing(request: HttpRequest, user: User, **_: Any) -> None:
    """What the person is now: less than that, some day, ends the session."""
    request.session[STANDING] = standing(User.objects.get(pk=user.pk))


@receiver(authentication_step_completed)
def remember_second_factor(request: HttpRequest, method: str, **_: Any) -> None:
    """A code was shown, at sign-in or when it was asked for again."""
    if method == "mfa":
        request.session[SECOND_FACTOR] = True


@receiver(authenticator_added)
def remember_new_second_factor(request: HttpRequest, authenticator: Authenticator, **_: Any) -> None:
    """Who sets one up shows it at once."""
    if authenticator.type == Authenticator.Type.TOTP:
        request.session[SECOND_FACTOR] = True


@receiver(authenticator_removed)
def forget_second_factor(request: HttpRequest, authenticator: Authenticator, **_: Any) -> None:
    """Without one there is nothing that was shown."""
    if authenticator.type == Authenticator.Type.TOTP:
        request.session.pop(SECOND_FACTOR, None)
