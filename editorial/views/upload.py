"""Bringing articles in: files and pasted text."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from editorial import uploads
from editorial.article_forms import ArticleForm, PasteForm, UploadForm
from editorial.uploads import Row
from editorial.views.access import DeskRequest, newsroom
from timelines.models import Timeline


@require_GET
@newsroom("add_article")
def upload_any(request: DeskRequest) -> HttpResponse:
    """Choose the timeline first, or make one."""
    choices = Timeline.objects.order_by("-updated_at")[:100]
    return render(request, "editorial/upload.html", {"timeline": None, "choices": choices})


@require_http_methods(["GET", "POST"])
@newsroom("add_article")
def upload(request: DeskRequest, slug: str) -> HttpResponse:
    """Take files or pasted text, and say of each what became of it."""
    timeline = get_object_or_404(Timeline, slug=slug)
    if request.method == "POST" and "text" in request.POST:
        return _paste(request, timeline)
    form = UploadForm(request.POST, request.FILES) if request.method == "POST" else UploadForm()
    taken: list[Row] = []
    if form.is_bound and form.is_valid():
        taken = uploads.take_files(form.cleaned_data["files"], timeline, request.user)
    return _page(request, timeline, upload_form=form, taken=taken)


def _paste(request: DeskRequest, timeline: Timeline) -> HttpResponse:
    """Pasted text; what is refused stays in the box."""
    form = PasteForm(request.POST)
    if not form.is_valid():
        return _page(request, timeline, paste_form=form)
    row = uploads.take_text(form.cleaned_data["text"], form.details(), timeline, request.user)
    if row.article is None:
        form.add_error("text", row.reason)
        return _page(request, timeline, paste_form=form)
    if row.kind == "already":
        messages.info(request, f"This text is here already, as “{row.title}”. {row.message}")
    return redirect("desk:article", slug=timeline.slug, pk=row.article.pk)


def _page(
    request: DeskRequest,
    timeline: Timeline,
    *,
    upload_form: UploadForm | None = None,
    paste_form: PasteForm | None = None,
    taken: list[Row] | None = None,
) -> HttpResponse:
    """The page with what came in just now on top of what the timeline has."""
    taken = taken or []
    shown = {row.article.pk for row in taken if row.article and row.kind == "already"}
    fresh = {row.article.pk for row in taken if row.article and row.fresh}
    rest = [row for row in uploads.recent(timeline) if row.article and row.article.pk not in shown]
    for row in rest:
        row.fresh = bool(row.article and row.article.pk in fresh)
        row.detail_form = ArticleForm.of(row.article) if row.article and row.fresh else None
    told = [row for row in taken if not row.fresh]
    context = {
        "timeline": timeline,
        "rows": told + sorted(rest, key=lambda row: not row.fresh),
        "upload_form": upload_form or UploadForm(),
        "paste_form": paste_form or PasteForm(),
        "limits": {
            "file_mb": settings.DATELINE_MAX_FILE_BYTES // 2**20,
            "text_chars": settings.DATELINE_MAX_TEXT_CHARS,
            "files": settings.DATELINE_MAX_FILES,
        },
    }
    wrong = any(form is not None and form.is_bound and form.errors for form in (upload_form, paste_form))
    refused = bool(taken) and all(row.kind == "refused" for row in taken)
    return render(request, "editorial/upload.html", context, status=422 if wrong or refused else 200)
