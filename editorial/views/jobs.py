"""The jobs: what is read, waits, failed."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET, require_POST

from editorial import pipeline
from editorial.people import name_of
from editorial.views.access import DeskRequest, newsroom
from timelines.models import Job

PAGE_SIZE = 50


@require_GET
@newsroom("see")
def index(request: DeskRequest) -> HttpResponse:
    """All jobs, the newest first."""
    rows = (
        Job.objects.select_related("article")
        .prefetch_related("article__timelines")
        .defer("article__text", "article__blocks")
    )
    page = Paginator(rows, PAGE_SIZE).get_page(request.GET.get("page"))
    return render(request, "editorial/jobs.html", {"page": page})


@require_POST
@newsroom("retry_job")
def retry(request: DeskRequest, pk: int) -> HttpResponse:
    """Have an article read again; `next` says which page of this site to go back to."""
    job = get_object_or_404(Job.objects.select_related("article"), pk=pk)
    pipeline.request(job.article)
    messages.success(request, f"“{job.article}” is read again.")
    return _back(request)


@require_POST
@newsroom("retry_job")
def stop(request: DeskRequest, pk: int) -> HttpResponse:
    """Have an article not read after all; `next` as for `retry`."""
    job = get_object_or_404(Job.objects.select_related("article"), pk=pk)
    if pipeline.stop(job.pk, name_of(request.user)):
        messages.success(request, f"“{job.article}” is not read. Its text is kept.")
    else:
        messages.info(request, f"“{job.article}” was not being read any more. Nothing was changed.")
    return _back(request)


def _back(request: DeskRequest) -> HttpResponse:
    back = request.POST.get("next", "")
    if url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()}, require_https=request.is_secure()):
        return redirect(back)
    return redirect("desk:jobs")
