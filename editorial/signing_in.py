"""Who a session belongs to, and which roles that person has right now: one query a request."""

from __future__ import annotations

from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import User
from django.db.models import F

from editorial.roles import know_groups


class NewsroomBackend(ModelBackend):
    """Django's own, that brings a user's groups along. Nothing is kept between requests: who loses a role loses its
    rights with the next click."""

    def get_user(self, user_id: int) -> User | None:
        """The user of a session, None where there is none or they may not sign in."""
        rows = list(User.objects.filter(pk=user_id).annotate(role=F("groups__name")))
        if not rows or not self.user_can_authenticate(rows[0]):
            return None
        return know_groups(rows[0], [row.role for row in rows if row.role])
