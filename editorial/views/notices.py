"""What one is told: the list, what is read, and by which letters one wants to hear of it."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from editorial import noticing
from editorial.people_forms import LettersForm
from editorial.views.access import DeskRequest, newsroom
from editorial.views.where import number
from timelines.models import Notice

PAGE_SIZE = 25


@require_GET
@newsroom("see")
def index(request: DeskRequest) -> HttpResponse:
    """One's own notices, the newest first."""
    page = Paginator(noticing.of(request.user).select_related("actor"), PAGE_SIZE).get_page(request.GET.get("page"))
    newest = page.object_list[0].pk if page.object_list else 0
    return render(request, "editorial/notices.html", {"page": page, "newest": newest})


@require_POST
@newsroom("see")
def open_one(request: DeskRequest, pk: int) -> HttpResponse:
    """Go to what a notice is about; it counts as read from now on."""
    try:
        return redirect(noticing.open_one(request.user, pk))
    except Notice.DoesNotExist as error:
        raise Http404 from error


@require_POST
@newsroom("see")
def read(request: DeskRequest) -> HttpResponse:
    """Mark as read all that was there when the page was made."""
    noticing.read_all(request.user, number(request.POST.get("up_to")) or 0)
    return redirect("desk:notices")


@require_http_methods(["GET", "POST"])
@newsroom("see")
def letters(request: DeskRequest) -> HttpResponse:
    """Choose how to hear of each kind by letter."""
    form = LettersForm(request.POST or None, initial=noticing.choices_of(request.user))
    if request.method == "POST" and form.is_valid():
        noticing.choose(request.user, form.cleaned_data)
        messages.success(request, "Saved.")
        return redirect("desk:notices")
    return render(request, "editorial/notice_letters.html", {"form": form}, status=422 if form.is_bound else 200)
