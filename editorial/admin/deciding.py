"""The page where a moderator reads what would be published, and publishes it or returns it with a note.

GET shows and never changes. POST calls one verb; what a verb refuses comes back as the page with the reason and with
what was typed (422).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from django.contrib import admin, messages
from django.contrib.auth.models import User
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.html import format_html
from django.views.decorators.http import require_http_methods

from editorial import publishing
from editorial.admin import queue
from editorial.admin.deciding_forms import PublishForm, ReturnForm
from editorial.admin.preview import Preview, look
from editorial.errors import Refused
from editorial.roles import Verb, can
from timelines.models import Timeline

Log = Callable[[HttpRequest, Timeline, str], Any]
"""Writes a line into the admin's list of recent actions."""


@require_http_methods(["GET", "HEAD", "POST"])
def review(request: HttpRequest, pk: int, log: Log) -> HttpResponse:
    """The page, or what was decided on it. Who may neither publish nor return is answered as if it were not there."""
    preview = look(pk) if queue.is_for(request.user) else None
    if preview is None:
        raise Http404
    if request.method != "POST":
        return _page(request, preview)
    decide = {"publish": _publish, "return": _give_back}.get(request.POST.get("decision", ""))
    if decide is None:
        return _page(request, preview, refusal="Choose whether to publish or to return it. Nothing was changed.")
    return decide(request, preview, log)


def _publish(request: HttpRequest, preview: Preview, log: Log) -> HttpResponse:
    """Publish what was read."""
    moderator = _moderator(request, "publish")
    form = PublishForm(request.POST, preview=preview)
    if not form.is_valid():
        return _page(request, preview, publish=form, refusal="Nothing was published.")
    try:
        edition = publishing.publish(preview.timeline.pk, moderator, **form.cleaned_data)
    except Refused as refused:
        return _refused(request, preview, refused, publish=True)
    log(request, preview.timeline, f"Published edition {edition.number}.")
    address = reverse("timelines:timeline", args=[edition.slug])
    words = "Published: edition {} of “{}”. Readers see it at <a href='{}'>{}</a>."
    messages.success(request, format_html(words, edition.number, edition.title, address, address))
    return redirect("admin:index")


def _give_back(request: HttpRequest, preview: Preview, log: Log) -> HttpResponse:
    """Return it with a note."""
    moderator = _moderator(request, "return")
    form = ReturnForm(request.POST)
    if not form.is_valid():
        return _page(request, preview, give_back=form, refusal="Nothing was returned.")
    try:
        timeline = publishing.give_back(preview.timeline.pk, moderator, form.cleaned_data["note"])
    except Refused as refused:
        return _refused(request, preview, refused, publish=False)
    log(request, timeline, "Returned with a note.")
    messages.success(request, f"Returned: “{timeline.title}”. The note is on its page of the desk.")
    return redirect("admin:index")


def _moderator(request: HttpRequest, verb: Verb) -> User:
    """Who decides, if they may."""
    if not can(request.user, verb):
        raise Http404
    return cast("User", request.user)


def _refused(request: HttpRequest, before: Preview, refused: Refused, *, publish: bool) -> HttpResponse:
    """The page as the timeline stands now, with the reason and with what was typed."""
    preview = look(before.timeline.pk) or before
    if publish:
        form = PublishForm(request.POST, preview=preview)
        return _page(request, preview, publish=form, refusal=refused.message)
    return _page(request, preview, give_back=ReturnForm(request.POST), refusal=refused.message)


def _page(
    request: HttpRequest,
    preview: Preview,
    *,
    publish: PublishForm | None = None,
    give_back: ReturnForm | None = None,
    refusal: str = "",
) -> HttpResponse:
    """What would be published, and the two forms where it waits or something was typed into them."""
    waits = preview.timeline.state == Timeline.State.SUBMITTED
    context = {
        **admin.site.each_context(request),
        "title": preview.timeline.title,
        "preview": preview,
        "page": preview.page,
        "timeline": preview.timeline,
        "may_publish": can(request.user, "publish") and (waits or publish is not None),
        "may_return": can(request.user, "return") and (waits or give_back is not None),
        "publish": publish or PublishForm(preview=preview),
        "give_back": give_back or ReturnForm(),
        "refusal": refusal,
    }
    return render(request, "admin/timelines/timeline/review.html", context, status=422 if refusal else 200)
