"""The articles: their list, their details, their bytes."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import FileResponse, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from editorial import intake, readers
from editorial.article_forms import ArticleForm
from editorial.views.access import DeskRequest, newsroom
from timelines.models import Article, Timeline

PAGE_SIZE = 50


@require_GET
@newsroom("see")
def index(request: DeskRequest) -> HttpResponse:
    """All articles, the newest first."""
    rows = (
        Article.objects.select_related("publisher", "job", "added_by")
        .prefetch_related("timelines")
        .defer("text", "blocks")
        .order_by("-added_at", "-pk")
    )
    page = Paginator(rows, PAGE_SIZE).get_page(request.GET.get("page"))
    return render(request, "editorial/articles.html", {"page": page})


@require_http_methods(["GET", "POST"])
@newsroom("add_article")
def details(request: DeskRequest, slug: str, pk: int) -> HttpResponse:
    """Check and put right what is known about an article; a new publication date has it read again."""
    timeline = get_object_or_404(Timeline, slug=slug)
    article = get_object_or_404(timeline.articles.select_related("publisher"), pk=pk)
    form = ArticleForm.sent(request.POST.dict(), article) if request.method == "POST" else ArticleForm.of(article)
    if form.is_bound and form.is_valid():
        again = intake.put_right(article.pk, form.details(), request.user)
        messages.success(request, "Saved. The article is read again." if again else "Saved.")
        return redirect("desk:article", slug=slug, pk=pk)
    context = {"form": form, "article": article, "timeline": timeline, "found": article.found}
    context["dateline"] = intake.day_of_dateline(article)
    return render(request, "editorial/article_form.html", context, status=422 if form.is_bound else 200)


@require_GET
@newsroom("see")
def file(request: DeskRequest, pk: int) -> FileResponse:
    """The very bytes that came in, to save: never shown inside the page."""
    article = get_object_or_404(Article, pk=pk)
    # Names are made plain as they are stored; a row that came in by another way must not break the header.
    name = readers.plain_name(article.file_name) if article.file_name else f"article-{article.pk}"
    response = FileResponse(
        article.file.open("rb"), as_attachment=True, filename=name, content_type="application/octet-stream"
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox"
    return response
