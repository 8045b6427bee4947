"""A timeline kept elsewhere is brought in as a file, and what became of each of its rows."""

from __future__ import annotations

import re
from pathlib import PurePath

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.text import capfirst
from django.views.decorators.http import require_GET, require_http_methods

from editorial import importing, naming
from editorial.article_forms import ImportForm
from editorial.errors import Refused
from editorial.views.access import DeskRequest, newsroom
from timelines.models import Import, Timeline

LEFT_SHOWN = 200
"""Rows left out on one page."""

TAKEN_SHOWN = 12
"""Entries that show how the dates were read."""


@require_http_methods(["GET", "POST"])
@newsroom("edit")
def bring_in(request: DeskRequest) -> HttpResponse:
    """Choose the file. Where no row of it can become an entry, the form says why of each."""
    form = ImportForm(request.POST or None, request.FILES or None)
    left: list[importing.Left] = []
    if request.method == "POST" and form.is_valid():
        try:
            found = importing.parse(form.cleaned_data["file"].read())
            left = found.left
            return redirect("desk:imported", slug=_make(request, form, found).slug)
        except Refused as refusal:
            form.add_error("file", refusal.message)
    context = {"form": form, "left": left[:LEFT_SHOWN], "more": len(left[LEFT_SHOWN:])}
    context["limits"] = {"mb": importing.SIZE_MAX // 2**20, "rows": importing.MOST}
    return render(request, "editorial/import.html", context, status=422 if request.method == "POST" else 200)


def _make(request: DeskRequest, form: ImportForm, found: importing.Imported) -> Timeline:
    """The timeline of what was found, called as was typed, else as the file says, else as the file is called."""
    name = str(form.cleaned_data["file"].name)
    title = form.cleaned_data["title"] or found.title or _words(PurePath(name).stem)
    slug = form.cleaned_data["slug"] or naming.free_address(title)
    return importing.save(found, slug, request.user, title=title, file_name=name)


def _words(stem: str) -> str:
    """What a file is called, as a title: "the_ferry-2019" becomes "The ferry 2019"."""
    return capfirst(" ".join(re.split(r"[\s_-]+", stem)).strip())


@require_GET
@newsroom("see")
def imported(request: DeskRequest, slug: str) -> HttpResponse:
    """What came in, and every row that did not, with its reason."""
    report = get_object_or_404(Import.objects.select_related("timeline", "made_by"), timeline__slug=slug)
    entries = report.timeline.entries.accepted().in_order().select_related("event")[:TAKEN_SHOWN]
    context = {
        "report": report,
        "timeline": report.timeline,
        "page": Paginator(report.left, LEFT_SHOWN).get_page(request.GET.get("page")),
        "entries": entries,
        "more": report.taken - len(entries),
    }
    return render(request, "editorial/imported.html", context)
