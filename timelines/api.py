"""The read-only JSON API of what is published, version 1: OpenAPI 3.1, paging, ETags.

It reads the live Editions and nothing else, so that a draft cannot leak. Dates come as EDTF with TIMEX3's `mod`, with
the first and last day they allow, and in words.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any, Literal

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import conditional_page, require_safe
from ninja import Field, NinjaAPI, Path, Query, Schema
from ninja.decorators import decorate_view

from timelines.changes import all_changes
from timelines.content import plain_text
from timelines.exports.edtf_json import as_json
from timelines.exports.published import Published, published
from timelines.filtering import Wanted
from timelines.models import Correction, Edition
from timelines.views.pages import live

Day = date
"""Under a name of its own, since `date` is a field of what follows."""

MOST = 200
"""Rows on one page at most."""

DESCRIPTION = (
    "What this newsroom has published as timelines. Each event names its date as EDTF (ISO 8601-2), exactly as vague "
    "as its sources, with the sentences it rests on. Answers carry an ETag; send it back as If-None-Match."
)
api = NinjaAPI(title="Dateline", version="1", description=DESCRIPTION, urls_namespace="api-1", docs_url="/docs")
READ = decorate_view(require_safe, cache_control(public=True, no_cache=True), conditional_page)

Slug = Annotated[str, Path(pattern=r"^[-a-zA-Z0-9_]+$", max_length=80)]
Mod = Literal[
    "START", "MID", "END", "APPROX", "BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER", "LESS_THAN", "MORE_THAN",
    "EQUAL_OR_LESS", "EQUAL_OR_MORE",
]  # fmt: skip


class Problem(Schema):
    """Why there is no answer."""

    detail: str


class Fault(Schema):
    """One thing asked for that makes no sense."""

    type: str
    loc: list[str | int] = Field(description="Where it stands: the query or the path, and its name")
    msg: str
    ctx: dict[str, Any] | None = None


class Refused(Schema):
    """What in the question makes no sense."""

    detail: list[Fault]


class Summary(Schema):
    """A published timeline."""

    slug: str
    url: str = Field(description="The page for readers")
    title: str
    standfirst: str
    byline: str
    edition: int
    published: datetime = Field(description="When this Edition came out")
    events: int


class Source(Schema):
    """The sentence an event rests on."""

    publisher: str
    title: str
    published: Day | None
    url: str
    quote: str
    words: str = Field(description="The words in the quote that name the time")
    edtf: str | None = Field(description="What this source says by itself")
    mod: Mod | None
    note: str


class Event(Schema):
    """Something that happened or is planned, with its date as vague as its sources."""

    id: int
    url: str
    edtf: str
    mod: Mod | None
    earliest: Day | None = Field(description="The first day the date allows; null where that side is open")
    latest: Day | None = Field(description="The last day the date allows; null where that side is open")
    date: str = Field(description="In words")
    headline: str
    description: str
    status: Literal["past", "planned", "hypothetical"]
    sources_disagree: bool
    sources: list[Source]


class Note(Schema):
    """What an Edition put right; `event` is null where it concerns the whole timeline."""

    date: Day
    text: str
    event: int | None


class Whole(Summary):
    """A published timeline without its events."""

    first_published: datetime
    corrections: list[Note]


class EditionRow(Schema):
    """What readers were shown from a day on."""

    number: int
    published: datetime
    changes: str = Field(description="What it changed, in words")
    url: str = Field(description="The page as it stood that day")


class Timelines(Schema):
    """A page of timelines."""

    count: int
    next: str | None
    previous: str | None
    results: list[Summary]


class Events(Schema):
    """A page of events."""

    count: int
    next: str | None
    previous: str | None
    results: list[Event]


class Editions(Schema):
    """All Editions, the newest first."""

    results: list[EditionRow]


class Page(Schema):
    """Which rows."""

    limit: int = Field(50, ge=1, le=MOST)
    offset: int = Field(0, ge=0, le=1_000_000)


class Sift(Page):
    """Which events."""

    q: str = Field("", max_length=200, description="Words that headline, description or quotes must have")
    source: str = Field("", max_length=200, description="A publisher's name")
    first_year: int | None = Field(None, alias="from", ge=1, le=9999)
    last_year: int | None = Field(None, alias="to", ge=1, le=9999)
    order: Literal["oldest", "newest"] = "oldest"


@api.get(
    "/timelines", response={200: Timelines, 422: Refused}, summary="All published timelines, the last published first"
)
@READ
def timelines(request: HttpRequest, page: Query[Page]) -> dict[str, Any]:
    """Each with its size, without its events."""
    editions = Edition.objects.published()
    rows = [_summary(request, edition) for edition in editions[page.offset : page.offset + page.limit]]
    return _paged(request, page, editions.count(), rows)


@api.get("/timelines/{slug}", response={200: Whole, 404: Problem, 422: Refused}, summary="One timeline")
@READ
def timeline(request: HttpRequest, slug: Slug) -> dict[str, Any]:
    """With its corrections, without its events."""
    edition = live(slug)
    found = as_json(_published(request, edition))
    kept = {name: found[name] for name in ("first_published", "corrections")}
    return _summary(request, edition) | kept


@api.get(
    "/timelines/{slug}/events",
    response={200: Events, 404: Problem, 422: Refused},
    summary="Its events, in the editors' order",
)
@READ
def events(request: HttpRequest, slug: Slug, sift: Query[Sift]) -> dict[str, Any]:
    """With their sources."""
    found = as_json(_published(request, live(slug), Wanted(
        newest_first=sift.order == "newest",
        words=sift.q,
        source=sift.source,
        first_year=sift.first_year,
        last_year=sift.last_year,
    )))["events"]  # fmt: skip
    return _paged(request, sift, len(found), found[sift.offset : sift.offset + sift.limit])


@api.get(
    "/timelines/{slug}/editions", response={200: Editions, 404: Problem, 422: Refused}, summary="What changed, and when"
)
@READ
def editions(request: HttpRequest, slug: Slug) -> dict[str, Any]:
    """All of them: there are never many."""
    edition = live(slug)
    rows = [
        {
            "number": one.number,
            "published": one.published_at,
            "changes": change.words,
            "url": request.build_absolute_uri(reverse("timelines:as-of", args=[edition.slug, one.day])),
        }
        for one, change in all_changes(list(Edition.objects.shown(edition.timeline_id)))
    ]
    return {"results": rows[::-1]}


@api.exception_handler(Http404)
def not_there(request: HttpRequest, error: Http404) -> HttpResponse:
    """The same for what is not published and what never was."""
    return api.create_response(request, {"detail": "Nothing is published at this address."}, status=404)


def _published(request: HttpRequest, edition: Edition, wanted: Wanted | None = None) -> Published:
    first = Edition.objects.shown(edition.timeline_id).values_list("published_at", flat=True).first()
    notes = Correction.objects.filter(edition__timeline=edition.timeline_id, edition__number__lte=edition.number)
    return published(edition, _address(request, edition), first_published=first, corrections=notes, wanted=wanted)


def _address(request: HttpRequest, edition: Edition) -> str:
    return request.build_absolute_uri(reverse("timelines:timeline", args=[edition.slug]))


def _summary(request: HttpRequest, edition: Edition) -> dict[str, Any]:
    return {
        "slug": edition.slug,
        "url": _address(request, edition),
        "title": edition.title,
        "standfirst": plain_text(edition.content.get("standfirst")),
        "byline": plain_text(edition.content.get("byline")),
        "edition": edition.number,
        "published": edition.published_at,
        "events": len(edition.content.get("entries", [])),
    }


def _paged(request: HttpRequest, page: Page, count: int, rows: list[Any]) -> dict[str, Any]:
    """The rows with the addresses of the pages beside them."""
    after, before = page.offset + page.limit, max(0, page.offset - page.limit)
    return {
        "count": count,
        "next": _at(request, after, page.limit) if after < count else None,
        "previous": _at(request, before, page.limit) if page.offset else None,
        "results": rows,
    }


def _at(request: HttpRequest, offset: int, limit: int) -> str:
    query = request.GET.copy()
    query["offset"], query["limit"] = str(offset), str(limit)
    return request.build_absolute_uri(f"{request.path}?{query.urlencode()}")
