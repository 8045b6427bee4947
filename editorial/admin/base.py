"""What the admin pages have in common: looking without touching, and links between them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.contrib.admin.utils import display_for_value, flatten_fieldsets
from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from simple_history.admin import SimpleHistoryAdmin
from simple_history.models import DeletedObject
from simple_history.template_utils import HistoricalRecordContextHelper

if TYPE_CHECKING:
    ModelAdmin = admin.ModelAdmin[Any]
else:  # it takes no parameters at run time
    ModelAdmin = admin.ModelAdmin


class ReadOnlyAdmin(ModelAdmin):
    """Shows and never changes, whoever asks: rules live in the verbs, and superusers have to keep them too.

    Subclasses name their `fields` or `fieldsets`.
    """

    list_per_page = 50
    list_max_show_all = 200
    show_facets = admin.ShowFacets.NEVER

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Nobody adds here."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Nobody changes here."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Nobody deletes here, one by one or many at once."""
        return False

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """The list, named after what it lists: there is nothing to select."""
        title = capfirst(str(self.opts.verbose_name_plural))
        return super().changelist_view(request, {"title": title, **(extra_context or {})})

    def get_readonly_fields(self, request: HttpRequest, obj: Model | None = None) -> list[str]:
        """All of them."""
        fields: Any = flatten_fieldsets(self.fieldsets) if self.fieldsets else self.fields or ()
        return list(fields)


class Wording(HistoricalRecordContextHelper):  # type: ignore[misc]  # django-simple-history has no types
    """Says what was before and after as the other pages do."""

    def prepare_delta_change_value(self, change: Any, value: Any) -> Any:
        """The value in words; the package takes a person who was never set for a deleted one."""
        value = super().prepare_delta_change_value(change, value)
        if isinstance(value, DeletedObject):
            return "none" if value.pk is None else f"{value.pk}, deleted since"
        if isinstance(value, list | dict | Model):
            return value
        return display_for_value(value, "none") if value != "" else "nothing"


class HistoryAdmin(ReadOnlyAdmin, SimpleHistoryAdmin):  # type: ignore[misc]  # django-simple-history has no types
    """A read-only page with the history of who changed what."""

    object_history_list_template = "admin/parts/history.html"

    def get_historical_record_context_helper(self, request: HttpRequest, historical_record: Any) -> Wording:
        """Our words for what changed."""
        return Wording(self.model, historical_record)

    def history_form_view(
        self, request: HttpRequest, object_id: str, version_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """One earlier version, to look at. The package would let a forged POST bring it back."""
        if request.method not in ("GET", "HEAD"):
            raise PermissionDenied
        response: HttpResponse = super().history_form_view(request, object_id, version_id, extra_context)
        return response


def link(name: str, words: object, *args: object, query: str = "") -> SafeString:
    """A link to the page of that URL name."""
    return format_html('<a href="{}{}">{}</a>', reverse(name, args=args), query, words)
