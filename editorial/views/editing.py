"""The entry form in its three shapes: to edit, to add by hand, and side by side with what somebody else saved.

For htmx it is a panel in the entry's place, without a page of its own.
"""

from __future__ import annotations

from typing import Any

from django.db.models.functions import Coalesce
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, render
from django.utils.crypto import get_random_string

from editorial import citing, comparing, date_box, drafts
from editorial.forms import EntryForm, filled_in
from editorial.people import name_of
from editorial.review import Change
from editorial.views.access import DeskRequest, wants_fragment
from editorial.views.where import Where, number
from timelines.models import Article, Entry, Timeline

COMPARED = (("date", "Date"), ("headline", "Headline"), ("description", "Description"))


def panel(
    request: DeskRequest,
    where: Where,
    form: EntryForm,
    entry: Entry | None,
    *,
    timeline: Timeline | None = None,
    status: int = 200,
    compared: list[comparing.Compared] | None = None,
    lost: str = "",
) -> HttpResponse:
    """The form, empty, filled or refused; `compared` shows under each field what is saved, `lost` says what became of
    the entry it was about."""
    template = "editorial/entry_form.html#panel" if wants_fragment(request) else "editorial/entry_form.html"
    context = {
        "form": form,
        "entry": entry,
        "timeline": entry.timeline if entry else timeline,
        "where": where,
        "echo": form.echo,
        "lost": lost,
        "compared": {row.name: row for row in compared or () if row.differs},
        "selected": _selected(form),
        "sources": date_box.dated_sources(entry) if entry else [],
        "alone": not wants_fragment(request),
        **_draft(request),
    }
    return render(request, template, context, status=status)


def _draft(request: DeskRequest) -> dict[str, Any]:
    """Which draft the form goes on with, in which tab, and the name of this one opening of the form."""
    asked = request.POST if request.method == "POST" else request.GET
    writing = request.POST.get("writing") or get_random_string(12)
    return {"draft": number(asked.get("draft")), "tab": request.POST.get("tab", ""), "writing": writing}


def opened(request: DeskRequest, where: Where, entry: Entry | None) -> HttpResponse:
    """The form of an entry as it stands, or as the person left it in a draft."""
    if entry is None:
        raise Http404
    kept = drafts.find(request.user, entry.timeline, number(request.GET.get("draft")))
    form = EntryForm(entry=entry, initial=kept.values if kept and kept.entry_id == entry.pk else {})
    return panel(request, where, form, entry)


class NotValid(Exception):
    """The form says what is wrong with what was typed."""

    def __init__(self, form: EntryForm) -> None:
        super().__init__()
        self.form = form


class Typed:
    """What was typed into the form of an entry, to be read once the entry is known."""

    def __init__(self, values: QueryDict) -> None:
        self._values = values

    def form_for(self, entry: Entry) -> EntryForm:
        """The form, looked through."""
        form = EntryForm(self._values, entry=entry)
        form.is_valid()
        return form

    def read(self, entry: Entry) -> Change:
        """The change that was asked for. Raises `NotValid`."""
        form = self.form_for(entry)
        if not form.is_valid():
            raise NotValid(form)
        return form.change()


def forget(request: DeskRequest, timeline: Timeline, entry: int | None = None) -> None:
    """What was typed is saved: its draft may go."""
    tab, writing = (request.POST.get(name, "") for name in ("tab", "writing"))
    draft = number(request.POST.get("draft"))
    if tab or draft is not None:
        drafts.forget(request.user, timeline, tab=tab, writing=writing, entry=entry, draft=draft)


def gone(request: DeskRequest, where: Where, entry: Entry | None) -> HttpResponse:
    """The entry went while somebody was typing, or into another one: what they typed as a new one, not saved."""
    timeline = get_object_or_404(Timeline, slug=where.slug)
    typed = {name: request.POST.get(name, "") for name in ("date", "headline", "description", "status")}
    lost = "merged into another one" if entry else "removed"
    return panel(request, where, EntryForm(initial=typed), None, timeline=timeline, status=409, lost=lost)


def is_same_text(request: DeskRequest, entry: Entry) -> bool:
    """Whether what the form shows is still what is saved, although the entry has changed: it was accepted, or given to
    somebody. Such a change takes no text away, and none is lost by saving over it."""
    return bool(request.POST.get("was") == filled_in(entry)["was"])


def conflict(request: DeskRequest, where: Where, form: EntryForm, entry: Entry) -> HttpResponse:
    """Both texts side by side; the typed one is kept in the form."""
    saved = entry.decisions.select_related("actor").order_by(Coalesce("undone_at", "made_at").desc(), "-pk").first()
    context = {
        "form": form,
        "entry": entry,
        "timeline": entry.timeline,
        "where": where,
        "rows": _compared(form, entry),
        "typed": {name: form[name].value() or "" for name in ("date", "headline", "description", "status")},
        "saved": saved,
        "was": filled_in(entry)["was"],
        "own": saved is not None and saved.actor == request.user,
        "who": name_of(saved.actor) if saved else "Somebody",
        "alone": not wants_fragment(request),
        **_draft(request),
    }
    fragment = wants_fragment(request)
    template = "editorial/entry_form.html#conflict" if fragment else "editorial/entry_conflict.html"
    return render(request, template, context, status=409)


def go_on(request: DeskRequest, where: Where, entry: Entry) -> HttpResponse:
    """The form with what was typed and nothing saved: with another date taken, or to combine two texts in."""
    values = request.POST.copy()
    rows = None
    if "take" in values:
        values["date"] = str(values["take"])
    else:
        values["version"], values["was"] = str(entry.version), filled_in(entry)["was"]
        rows = _compared(EntryForm(values, entry=entry), entry)
    form = EntryForm(entry=entry, initial={name: values.get(name, "") for name in EntryForm.base_fields})
    return panel(request, where, form, entry, compared=rows)


def asked_for(request: DeskRequest, slug: str) -> tuple[Timeline, Article | None]:
    """The timeline of an address, or 404, and that article of it which a new entry is to cite. One query."""
    asked = number((request.POST if request.method == "POST" else request.GET).get("article"))
    rows = Timeline.articles.through.objects.filter(timeline__slug=slug, article=asked or 0)
    both = rows.select_related("timeline", "article").first() if asked else None
    return (both.timeline, both.article) if both else (get_object_or_404(Timeline, slug=slug), None)


def new_form(request: DeskRequest, timeline: Timeline, article: Article | None) -> EntryForm:
    """The form of a new entry; on GET it cites the sentence of the words that were selected, and offers its date."""
    data = (request.POST if request.method == "POST" else request.GET).dict()
    draft = drafts.find(request.user, timeline, number(request.GET.get("draft")))
    if draft is not None and draft.entry_id is None:
        data |= draft.values
    asked = number(data.get("article"))
    if article is None or article.pk != asked:  # a draft may cite another one
        article = None if asked is None else timeline.articles.filter(pk=asked).first()
    kept = {name: data.get(name, "") for name in EntryForm.base_fields if name in data}
    if "take" in data:
        kept["date"] = str(data["take"])
    if request.method == "POST" and "take" not in data:
        return EntryForm(data, article=article)
    if request.method == "GET" and article is not None and draft is None:
        kept |= _of_sentence(article, kept)
    return EntryForm(article=article, initial=kept)


def _of_sentence(article: Article, kept: dict[str, str]) -> dict[str, Any]:
    """What the sentence of the selected words gives a new entry; what the address says itself stays."""
    start, end = number(kept.get("start")), number(kept.get("end"))
    found = citing.around(article, start, end) if start is not None and end is not None else None
    if found is None:
        return {}
    offered = {"date": found.date, "headline": found.headline, "status": found.status}
    return {"start": found.start, "end": found.end} | {k: v for k, v in offered.items() if not kept.get(k)}


def cited(form: EntryForm) -> dict[str, Any]:
    """The words a new entry cites; none without a selection."""
    start, end = form.cleaned_data["start"], form.cleaned_data["end"]
    if form.article_row is None or start is None or end is None:
        return {}
    return {"article": form.article_row, "start": start, "end": end}


def _selected(form: EntryForm) -> str:
    """The words a new entry will cite."""
    start, end = (number(str(form[name].value())) for name in ("start", "end"))
    if form.article_row is None or start is None or end is None:
        return ""
    return form.article_row.text[start:end]


def counted_from(request: DeskRequest, timeline: Timeline) -> tuple[Entry | None, Article | None]:
    """The entry or the article that a typed date is about."""
    entry, article = (number(request.GET.get(name)) for name in ("entry", "article"))
    if entry is not None:
        return get_object_or_404(timeline.entries.select_related("event"), pk=entry), None
    return None, timeline.articles.defer("text", "blocks").filter(pk=article or 0).first()


def _compared(form: EntryForm, entry: Entry) -> list[comparing.Compared]:
    """Each field as it is saved and as it was typed."""
    saved = filled_in(entry)
    return [comparing.compare(name, label, str(saved[name]), str(form[name].value() or "")) for name, label in COMPARED]
