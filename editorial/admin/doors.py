"""Second factors, for superusers: who has one, and taking it off somebody who has lost theirs.

allauth's own pages would show the secrets, and addresses that Dateline does not use.
"""

from __future__ import annotations

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib import admin
from django.db.models import Model
from django.http import HttpRequest

from editorial.admin.base import ReadOnlyAdmin

admin.site.unregister(EmailAddress)
admin.site.unregister(Authenticator)


@admin.register(Authenticator)
class SecondFactorAdmin(ReadOnlyAdmin):
    """When it was made and used; never the secret, nor the recovery codes."""

    list_display = ("user", "type", "created_at", "last_used_at")
    list_select_related = ("user",)
    search_fields = ("user__username", "user__email")
    fields = ("user", "type", "created_at", "last_used_at")

    def has_view_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Superusers look."""
        return bool(getattr(request.user, "is_superuser", False))

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Superusers take it off."""
        return self.has_view_permission(request, obj)
