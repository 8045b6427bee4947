"""Moderators invite journalists, switch their accounts off and on again. Nobody else comes in."""

from __future__ import annotations

import logging
from datetime import timedelta
from functools import partial

from django.conf import settings
from django.contrib.auth.models import Group, User
from django.contrib.sessions.models import Session
from django.core import signing
from django.core.mail import send_mail
from django.db import IntegrityError, transaction
from django.db.models import Q, QuerySet
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from kombu.exceptions import OperationalError

from editorial.errors import Refused
from editorial.people import name_of
from editorial.roles import JOURNALISTS, MODERATORS
from timelines.models import Invitation

logger = logging.getLogger(__name__)

KEPT_OPEN = timedelta(days=7)
SALT = "invitation"

GONE = "This link is not an invitation of ours. Perhaps it lost a part on its way: copy it whole."
USED = "This invitation was taken up already. Sign in with the account it made."
WITHDRAWN = "This invitation was taken back. Ask a moderator of the newsroom for another one."
OVER = "This invitation has run out. Ask a moderator of the newsroom for another one."


def invite(email: str, moderator: User) -> Invitation:
    """Invite somebody, by letter. An open invitation to the same address is taken back: its link works no more.

    Raises `Refused` where the address has an account.
    """
    if User.objects.filter(email__iexact=email).exists():
        raise Refused(f"Somebody here has the address {email} already. Nobody was invited.")
    now = timezone.now()
    try:
        with transaction.atomic():
            Invitation.objects.open().filter(email__iexact=email).update(withdrawn_at=now)
            made = Invitation.objects.create(email=email, invited_by=moderator, made_at=now, expires_at=now + KEPT_OPEN)
            transaction.on_commit(partial(_send, made.pk))
    except IntegrityError as error:
        raise Refused(f"Somebody else invited {email} in the same moment.") from error
    return made


def withdraw(invitation_id: int) -> Invitation:
    """Take an invitation back. Raises `Refused` where it was taken up, or back, before."""
    found = Invitation.objects.open().filter(pk=invitation_id)
    if not found.update(withdrawn_at=timezone.now()):
        raise Refused("That invitation is not open any more. Nothing was changed.")
    return Invitation.objects.get(pk=invitation_id)


def token(invitation: Invitation) -> str:
    """What the link holds."""
    return signing.dumps(invitation.pk, salt=SALT)


def find(given: str) -> Invitation:
    """The open invitation of a link. Raises `Refused` where there is none, saying why."""
    try:
        number = signing.loads(given, salt=SALT)
    except signing.BadSignature as error:
        raise Refused(GONE) from error
    return _usable(Invitation.objects.filter(pk=number).first())


def _usable(invitation: Invitation | None) -> Invitation:
    if invitation is None:
        raise Refused(GONE)
    if invitation.accepted_at is not None:
        raise Refused(USED)
    if invitation.withdrawn_at is not None:
        raise Refused(WITHDRAWN)
    if invitation.has_run_out():
        raise Refused(OVER)
    return invitation


@transaction.atomic
def accept(invitation_id: int, person: User, password: str) -> User:
    """Make the account of who was invited: a journalist. `person` is not stored yet and carries the names chosen.

    Raises `Refused` where the invitation is not open any more.
    """
    invitation = _usable(Invitation.objects.select_for_update().filter(pk=invitation_id).first())
    person.email = invitation.email
    person.set_password(password)
    person.save()
    person.groups.add(Group.objects.get(name=JOURNALISTS))
    invitation.accepted_at, invitation.accepted_by = timezone.now(), person
    invitation.save(update_fields=["accepted_at", "accepted_by"])
    return person


def journalists() -> QuerySet[User]:
    """Whom moderators manage: journalists who are nothing more."""
    more = Q(groups__name=MODERATORS) | Q(is_superuser=True) | Q(is_staff=True)
    found = User.objects.filter(groups__name=JOURNALISTS).exclude(pk__in=User.objects.filter(more).values("pk"))
    return found.order_by("-is_active", "first_name", "last_name", "username")


def switch_off(person_id: int, moderator: User) -> User:
    """Deactivate a journalist and end their sessions; what they did stays. Raises `User.DoesNotExist`."""
    person = journalists().get(pk=person_id)
    User.objects.filter(pk=person.pk).update(is_active=False)
    Session.objects.filter(session_data__startswith=f"{person.pk}|").delete()  # see `editorial.sessions`
    return person


def switch_on(person_id: int, moderator: User) -> User:
    """Let a deactivated journalist in again, by signing in anew. Raises `User.DoesNotExist`."""
    person = journalists().get(pk=person_id)
    User.objects.filter(pk=person.pk).update(is_active=True)
    return person


def post(invitation_id: int) -> bool:
    """Send the letter, unless the invitation is not open any more."""
    invitation = Invitation.objects.open().select_related("invited_by").filter(pk=invitation_id).first()
    if invitation is None:
        return False
    words = {
        "by": name_of(invitation.invited_by),
        "link": settings.SITE_URL + reverse("invitation", args=[token(invitation)]),
        "until": invitation.expires_at,
    }
    body = render_to_string("account/email/invitation.txt", words)
    return bool(send_mail("Your invitation to Dateline", body, None, [invitation.email]))


def _send(invitation_id: int) -> None:
    from editorial.tasks import post_invitation  # tasks import this module

    try:
        post_invitation.delay(invitation_id)
    except OperationalError as error:
        logger.warning("The broker did not take the letter of invitation %s: %s", invitation_id, error)
