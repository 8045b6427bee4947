"""`manage.py make_demo`: what a newcomer finds at the first start of a local trial."""

from __future__ import annotations

import os
import secrets
from typing import Any

from django.conf import settings
from django.contrib.auth.models import Group, User
from django.core.management.base import BaseCommand, CommandError

from editorial import intake
from editorial.roles import JOURNALISTS, MODERATORS
from timelines.models import Timeline

PASSWORD_FILE = settings.VAR_DIR / "demo-password"
ACCOUNTS = {"journalist": JOURNALISTS, "moderator": MODERATORS}


class Command(BaseCommand):
    """Two accounts and one article, and only where DEBUG is on."""

    help = "Makes the demo accounts and loads the sample article, once. Refused unless DEBUG is on."

    def handle(self, *args: Any, **options: Any) -> None:
        """Make what is missing; what was there and has been deleted or changed since stays as it is."""
        if not settings.DEBUG:
            raise CommandError("Demo accounts are made only where DEBUG is on.")
        make_accounts()
        load_sample()


def make_accounts() -> None:
    """`journalist` and `moderator`, sharing a random password that is kept in a file only its owner can read."""
    missing = [name for name in ACCOUNTS if not User.objects.filter(username=name).exists()]
    if PASSWORD_FILE.exists() and not missing:
        return
    password = _kept_password()
    for name, group in ACCOUNTS.items():
        user, _created = User.objects.get_or_create(username=name)
        user.is_staff = group == MODERATORS
        user.set_password(password)
        user.save()
        user.groups.add(Group.objects.get(name=group))


def _kept_password() -> str:
    """The password in the file, made at the first call."""
    try:
        file = os.open(PASSWORD_FILE, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return PASSWORD_FILE.read_text().strip()
    with open(file, "w") as kept:  # noqa: PTH123 - an open descriptor, so that the file is never readable by others
        kept.write(secrets.token_urlsafe(12) + "\n")
    return _kept_password()


def load_sample() -> None:
    """Put the sample article on a timeline of the journalist's, unless that was done before.

    The timeline's history outlives the timeline: a sample that was deleted does not come back.
    """
    journalist = User.objects.get(username="journalist")
    if not Timeline.history.filter(owner=journalist).exists():
        intake.take_sample(journalist)
