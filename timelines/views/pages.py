"""The public pages. They read what was published and nothing else, so that a draft cannot leak."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.db.models import Count, F, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.http import conditional_page, require_safe

from timelines.changes import all_changes
from timelines.content import read_entries
from timelines.exports import FORMATS, linked
from timelines.exports.published import published
from timelines.filtering import Wanted
from timelines.models import Correction, Edition, Topic
from timelines.pages import LONG, Hit, listed, timeline_page
from timelines.search import find
from timelines.views.keeping import keep_list, keep_timeline

PAGE_SIZE = 20


@require_safe
@cache_control(public=True, no_cache=True)
@keep_list
def index(request: HttpRequest) -> HttpResponse:
    """The published timelines, newest first."""
    pages = Paginator(Edition.objects.published(), PAGE_SIZE)
    page = pages.get_page(request.GET.get("page"))
    return render(request, "timelines/index.html", {"page": page, "timelines": [listed(one) for one in page]})


@require_safe
@cache_control(public=True, no_cache=True)
@keep_timeline
def timeline(request: HttpRequest, slug: str) -> HttpResponse:
    """The live Edition of one timeline; 404 for drafts and for what never was."""
    return _show(request, live(slug))


@require_safe
@cache_control(public=True, no_cache=True)
@keep_timeline
def as_of(request: HttpRequest, slug: str, day: date) -> HttpResponse:
    """What readers were shown at the end of that day; 404 for a day before the first Edition."""
    newest = live(slug)
    try:
        ended = timezone.make_aware(datetime.combine(day + timedelta(days=1), time.min))
    except OverflowError as last:
        raise Http404("There is no day after that one.") from last
    edition = Edition.objects.shown(newest.timeline_id).filter(published_at__lt=ended).last()
    if edition is None:
        raise Http404("Nothing was published by then.")
    return _show(request, edition, as_of=day, newest=newest)


@require_safe
@cache_control(public=True, no_cache=True)
@keep_timeline
def sources(request: HttpRequest, slug: str) -> HttpResponse:
    """Every event of the live Edition with the sentences its date rests on; the page of a long timeline fetches them
    from here when somebody opens the first."""
    edition = live(slug)
    cited = [entry for entry in read_entries(edition) if entry.sources]
    return render(request, "timelines/sources.html", {"edition": edition, "cited": cited})


@require_safe
def pick_day(request: HttpRequest, slug: str) -> HttpResponse:
    """From the form on the page of Editions to the page of a day; 404 for what is no day."""
    try:
        wanted = date.fromisoformat(request.GET.get("day", ""))
    except ValueError as none:
        raise Http404("There is no such day.") from none
    return redirect("timelines:as-of", live(slug).slug, wanted)


@require_safe
@cache_control(public=True, no_cache=True)
@keep_timeline
def editions(request: HttpRequest, slug: str) -> HttpResponse:
    """All Editions of a published timeline with what changed in each, the newest first."""
    edition = live(slug)
    rows = all_changes(list(Edition.objects.shown(edition.timeline_id)))
    notes: dict[int, list[Correction]] = {}
    for note in _corrections(edition):
        notes.setdefault(note.edition_id, []).append(note)
    context = {"edition": edition, "rows": [(one, change, notes.get(one.pk, [])) for one, change in reversed(rows)]}
    return render(request, "timelines/editions.html", context)


@require_safe
@cache_control(public=True, no_cache=True)
@conditional_page
def search(request: HttpRequest) -> HttpResponse:
    """Published timelines and events with all the words of `?q=`, the best first."""
    words = request.GET.get("q", "").replace("\0", "").strip()[:200]
    page = Paginator(find(words), PAGE_SIZE).get_page(request.GET.get("page"))
    return render(request, "timelines/search.html", {"q": words, "page": page, "hits": [Hit(row) for row in page]})


@require_safe
@cache_control(public=True, no_cache=True)
@keep_list
def topics(request: HttpRequest) -> HttpResponse:
    """The topics that something is published about, with how much."""
    live_editions = Count("editions", filter=Q(editions__live_of__isnull=False))
    rows = Topic.objects.annotate(number=live_editions).filter(number__gt=0)
    return render(request, "timelines/topics.html", {"topics": rows})


@require_safe
@cache_control(public=True, no_cache=True)
@keep_list
def topic(request: HttpRequest, slug: str) -> HttpResponse:
    """What is published about a topic, newest first; 404 where nothing is."""
    editions = Edition.objects.published().filter(topics__slug=slug)
    page = Paginator(editions, PAGE_SIZE).get_page(request.GET.get("page"))
    if not page.paginator.count:
        raise Http404
    context = {"topic": Topic.objects.get(slug=slug), "page": page, "timelines": [listed(one) for one in page]}
    return render(request, "timelines/index.html", context)


@require_safe
@cache_control(public=True, no_cache=True)
@keep_list
def corrections(request: HttpRequest) -> HttpResponse:
    """What was put right in all that is published, the newest first."""
    made = Correction.objects.filter(edition__timeline__live_edition__number__gte=F("edition__number"))
    rows = made.select_related("edition__timeline__live_edition").defer(
        "edition__content", "edition__timeline__live_edition__content"
    )
    page = Paginator(rows, PAGE_SIZE).get_page(request.GET.get("page"))
    return render(request, "timelines/corrections.html", {"page": page})


def live(slug: str) -> Edition:
    """The live Edition at an address; 404 for drafts and for what never was."""
    edition = Edition.objects.published().filter(slug=slug).first()
    if edition is None:
        raise Http404
    return edition


def _show(
    request: HttpRequest, edition: Edition, *, as_of: date | None = None, newest: Edition | None = None
) -> HttpResponse:
    editions = Edition.objects.shown(edition.timeline_id).filter(number__lte=edition.number).defer("content")
    wanted = Wanted.read(request.GET.dict())
    page = timeline_page(edition, list(editions.reverse()), list(_corrections(edition)), wanted)
    slug = (newest or edition).slug
    address = request.build_absolute_uri(reverse("timelines:timeline", args=[slug]))
    context = {
        "page": page,
        "slug": slug,
        "address": address,
        "oembed": f"{request.build_absolute_uri(reverse('timelines:oembed'))}?{urlencode({'url': address})}",
        "embed_script": request.build_absolute_uri(reverse("timelines:embed-script")),
        "linked": "" if as_of else linked.script(published(edition, address)),
        "topics": edition.topics.all(),
        "sources_at": reverse("timelines:sources", args=[slug]) if page.shown > LONG and not as_of else "",
        "as_of": as_of,
        "newest": newest,
        "oldest_first": _query(replace(wanted, newest_first=False)),
        "newest_first": _query(replace(wanted, newest_first=True)),
        "formats": FORMATS.values(),
    }
    return render(request, "timelines/timeline.html", context)


def _query(wanted: Wanted) -> str:
    """To be put behind the page's own address."""
    return urlencode(wanted.values)


def _corrections(edition: Edition) -> list[Correction]:
    """Those made up to the Edition, the newest first."""
    return list(Correction.objects.filter(edition__timeline=edition.timeline_id, edition__number__lte=edition.number))
