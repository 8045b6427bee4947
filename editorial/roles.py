"""Who may do what: one table, used by views, admin and commands alike.

A role is a Django group. `sync_groups` makes the groups and their admin permissions after every migrate, so that the
table below is the only place where a right is given.
"""

from __future__ import annotations

from typing import Any, Literal

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser, Group, Permission, User

JOURNALISTS, MODERATORS = "journalists", "moderators"

Verb = Literal["see", "add_article", "edit", "submit", "publish", "return", "retry_job", "manage_people"]

ALLOWED: dict[str, frozenset[str]] = {
    JOURNALISTS: frozenset({"see", "add_article", "edit", "submit", "retry_job"}),
    MODERATORS: frozenset({"see", "add_article", "edit", "submit", "publish", "return", "retry_job", "manage_people"}),
}

ADMIN_PERMISSIONS: dict[str, frozenset[str]] = {
    JOURNALISTS: frozenset(),
    MODERATORS: frozenset(
        f"view_{model}"
        for model in (
            "article",
            "citation",
            "correction",
            "decision",
            "edition",
            "entry",
            "event",
            "job",
            "publisher",
            "temporalexpression",
            "timeline",
            "topic",
        )
    )
    | {"change_timeline", "change_publisher", "add_topic", "change_topic", "delete_topic"},
}


def can(user: AbstractBaseUser | AnonymousUser, verb: Verb) -> bool:
    """Whether `user` may do `verb`. Superusers may do all, deactivated and anonymous users nothing."""
    if not user.is_authenticated or not user.is_active or not isinstance(user, User):
        return False
    return user.is_superuser or any(verb in ALLOWED.get(name, ()) for name in group_names(user))


def group_names(user: User) -> list[str]:
    """The user's groups, asked for once a request (the user object lives as long as its request)."""
    names: list[str] | None = getattr(user, "_dateline_groups", None)
    if names is None:
        names = list(user.groups.values_list("name", flat=True))
        know_groups(user, names)
    return names


def know_groups(user: User, names: list[str]) -> User:
    """The same user, whose groups need not be asked for again while the object lives."""
    user._dateline_groups = names  # type: ignore[attr-defined]
    return user


def sync_groups(**_: Any) -> None:
    """Make the groups and give each its admin permissions; safe to run again."""
    for name, codenames in ADMIN_PERMISSIONS.items():
        group, _created = Group.objects.get_or_create(name=name)
        group.permissions.set(Permission.objects.filter(content_type__app_label="timelines", codename__in=codenames))
