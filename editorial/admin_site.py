"""The admin site as a moderator finds it: what waits comes first, then everything else by rooms.

Named in `INSTALLED_APPS` through `ModerationConfig`, so that Django loads it before any model: no model may be imported
at the top of this module.
"""

from __future__ import annotations

from typing import Any

from django.contrib.admin import AdminSite
from django.contrib.admin.apps import AdminConfig
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache

ROOMS = (
    ("What readers see", ("Timeline", "Edition", "Correction")),
    ("What came in", ("Article", "Job", "Publisher")),
    ("What was read and decided", ("TemporalExpression", "Event", "Entry", "Decision")),
    ("People", ("User", "Group", "Authenticator")),
)


class ModerationConfig(AdminConfig):
    """Django's admin, with the site below."""

    default_site = "editorial.admin_site.ModerationSite"


class ModerationSite(AdminSite):
    """Moderators' side of Dateline. Signing in is the desk's: one door for all."""

    site_header = "Dateline moderation"
    site_title = "Dateline moderation"
    index_title = "Moderation"
    enable_nav_sidebar = False
    empty_value_display = "–"

    @method_decorator(never_cache)
    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> TemplateResponse:
        """What waits for a moderator, the longest waiting first, and the way to everything else."""
        from editorial.admin import queue  # models are not there yet when this module is loaded

        shown = queue.page(request.GET.get("page")) if queue.is_for(request.user) else None
        return super().index(request, {"queue": shown, "rooms": self._rooms(request), **(extra_context or {})})

    @method_decorator(never_cache)
    @login_not_required
    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """To the sign-in page. Who is signed in and has no business here is answered as if there were nothing."""
        from django.contrib.auth.views import redirect_to_login  # as above

        if self.has_permission(request):
            return redirect("admin:index")
        if request.user.is_authenticated:
            raise Http404
        return redirect_to_login(request.GET.get(REDIRECT_FIELD_NAME) or reverse("admin:index"))

    def _rooms(self, request: HttpRequest) -> list[tuple[str, list[dict[str, Any]]]]:
        """The models this person may see, by rooms; a room without any is left out."""
        models = {model["object_name"]: model for app in self.get_app_list(request) for model in app["models"]}
        rooms = [(name, [models[one] for one in names if one in models]) for name, names in ROOMS]
        return [(name, found) for name, found in rooms if found]
