"""The list of timelines, and what a timeline is called."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from editorial import comments, intake, naming, overview
from editorial.article_forms import TimelineForm
from editorial.errors import Refused
from editorial.views.access import DeskRequest, newsroom
from timelines.exports import FORMATS
from timelines.models import Entry, Timeline

PAGE_SIZE = 25


@require_GET
@newsroom("see")
def index(request: DeskRequest) -> HttpResponse:
    """All timelines, the last changed first; `?q=` finds by title."""
    q = request.GET.get("q", "").replace("\0", "").strip()[:200]  # no database finds NUL; PostgreSQL refuses it
    found = Timeline.objects.filter(title__icontains=q) if q else Timeline.objects.all()
    rows = found.with_counts().select_related("updated_by", "live_edition").defer("live_edition__content")
    page = Paginator(rows, PAGE_SIZE).get_page(request.GET.get("page"))
    overview.add_strips(page.object_list)
    totals = Timeline.objects.aggregate(
        timelines=Count("pk", distinct=True), proposals=Count("entries", filter=Q(entries__state=Entry.State.PROPOSED))
    )
    waiting = {"assigned": comments.assigned_to(request.user), "mentions": comments.mentions_of(request.user)}
    return render(request, "editorial/timelines.html", {"page": page, "q": q, "totals": totals, "waiting": waiting})


@require_http_methods(["GET", "POST"])
@newsroom("edit")
def new(request: DeskRequest) -> HttpResponse:
    """Make a timeline, owned by who makes it."""
    form = TimelineForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            timeline = naming.start(form.save(commit=False), request.user, form.cleaned_data["topics"])
            return redirect("desk:upload", slug=timeline.slug)
        except Refused as refusal:
            form.add_error("slug", refusal.message)
    status = 422 if form.is_bound else 200
    return render(request, "editorial/timeline_form.html", {"form": form, "timeline": None}, status=status)


@require_http_methods(["GET", "POST"])
@newsroom("edit")
def details(request: DeskRequest, slug: str) -> HttpResponse:
    """Change a timeline's title, address, standfirst and byline."""
    timeline = get_object_or_404(Timeline, slug=slug)
    form = TimelineForm(request.POST or None, instance=timeline)
    if request.method == "POST" and form.is_valid():
        try:
            naming.rename(form.save(commit=False), request.user, list(form.cleaned_data["topics"]))
            messages.success(request, "Saved.")
            return redirect("desk:timeline", slug=form.instance.slug)
        except Refused as refusal:
            form.add_error("slug", refusal.message)
    status = 422 if form.is_bound else 200
    # A refused form has written what was typed into the instance; the page's own links need what is stored.
    stored = (
        Timeline.objects.select_related("imported", "live_edition").defer("live_edition__content").get(pk=timeline.pk)
    )
    context = {"form": form, "timeline": stored, "formats": FORMATS.values()}
    return render(request, "editorial/timeline_form.html", context, status=status)


@require_POST
@newsroom("edit")
def sample(request: DeskRequest) -> HttpResponse:
    """Bring in the sample article on a timeline of its own."""
    timeline = intake.take_sample(request.user)
    return redirect("desk:timeline", slug=timeline.slug)
