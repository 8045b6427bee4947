"""What the desk's pages say in words of their own."""

from __future__ import annotations

from datetime import datetime, timedelta

from django import template
from django.contrib.auth.models import User
from django.utils import timezone
from django.utils.formats import date_format

from editorial import noticing
from editorial.roles import Verb, can

register = template.Library()


@register.filter
def may(user: User, verb: Verb) -> bool:
    """Whether this person may do `verb`, by the table of roles; nothing is asked of the database again."""
    return can(user, verb)


@register.filter
def unread_notices(user: User) -> int:
    """How many notices this person has not opened."""
    return noticing.unread(user)


@register.filter
def moment_words(moment: datetime, now: datetime | None = None) -> str:
    """A moment of the past as people say it: "2 minutes ago", "today, 09:05", "yesterday", "Friday", "3 April".

    The year is said only where it is another one than now.
    """
    then, today = timezone.localtime(moment), timezone.localtime(now)
    passed = today - then
    if passed < timedelta(minutes=1):
        return "just now"
    if passed < timedelta(hours=1):
        minutes = passed // timedelta(minutes=1)
        return f"{minutes} minute{'' if minutes == 1 else 's'} ago"
    days = (today.date() - then.date()).days
    if days == 0:
        return f"today, {then:%H:%M}"
    if days == 1:
        return "yesterday"
    if days < 7:
        return f"{then:%A}"
    return date_format(then, "j F" if then.year == today.year else "j M Y")
