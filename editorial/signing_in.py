"""Who a session belongs to, and which roles that person has right now: asked together with the session."""

from __future__ import annotations

from allauth.account.auth_backends import AuthenticationBackend
from django.contrib.auth.models import User
from django.db.models import F

from editorial.roles import group_names, know_groups
from editorial.sessions import person_of_session


class NewsroomBackend(AuthenticationBackend):  # type: ignore[misc]  # allauth carries no types
    """allauth's own, that brings a user's groups along. Nothing is kept between requests: who loses a role loses its
    rights with the next click, and who is deactivated is signed out with it."""

    def get_user(self, user_id: int) -> User | None:
        """The user of a session, None where there is none or they may not sign in."""
        user = person_of_session(user_id) or _read(user_id)
        return user if user is not None and self.user_can_authenticate(user) else None


def _read(user_id: int) -> User | None:
    """The same out of the database: for a session that is older than `editorial.sessions`."""
    rows = list(User.objects.filter(pk=user_id).annotate(role=F("groups__name")))
    return know_groups(rows[0], [row.role for row in rows if row.role]) if rows else None


def standing(user: User) -> list[str]:
    """What this person is at the moment, to be compared: the groups, and Django's two flags."""
    flags = [name for name, has in (("staff", user.is_staff), ("superuser", user.is_superuser)) if has]
    return sorted([*(f"group {name}" for name in group_names(user)), *flags])
