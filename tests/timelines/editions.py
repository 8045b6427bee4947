"""Editions for the tests, made as publishing makes them: frozen content, and a timeline whose live Edition it is."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any, cast

from tests.factories import make_timeline
from timelines import search
from timelines.extraction.edtf import bounds
from timelines.extraction.types import Mod
from timelines.models import Edition, Timeline

PUBLISHED_AT = datetime(2025, 2, 10, 9, 30, tzinfo=UTC)


def source(quote: str, words: str = "", **fields: Any) -> dict[str, Any]:
    """A source as an Edition holds it; `words` are marked at their first place in the quote."""
    start = quote.find(words) if words else -1
    return {
        "article": 1,
        "title": "Council votes on the bridge",
        "publisher": "The Courier",
        "published": "2019-05-04",
        "url": "https://courier.example/bridge",
        "quote": quote,
        "mark": {"start": start, "end": start + len(words)} if start >= 0 else None,
        "words": words,
        "edtf": None,
        "note": "",
    } | fields


def entry(number: int, edtf: str, headline: str, *sources: dict[str, Any], **fields: Any) -> dict[str, Any]:
    """An entry as an Edition holds it, with the days its date allows."""
    days = bounds(edtf, cast("Mod | None", fields.get("mod")))
    return {
        "id": number,
        "edtf": edtf,
        "mod": None,
        "earliest": days.earliest and days.earliest.isoformat(),
        "latest": days.latest and days.latest.isoformat(),
        "headline": headline,
        "description": "",
        "status": "past",
        "sources": list(sources),
    } | fields


def make_edition(
    *entries: dict[str, Any], timeline: Timeline | None = None, live: bool = True, **fields: Any
) -> Edition:
    """An Edition of these entries. With `live`, the one that readers see."""
    timeline = timeline or make_timeline()
    content = {
        "schema": 1,
        "title": timeline.title,
        "standfirst": timeline.standfirst,
        "byline": timeline.byline,
        "entries": list(entries) or [entry(1, "2019-05-03", "The council votes")],
    } | fields.pop("content", {})
    fields.setdefault("number", timeline.editions.count() + 1)
    fields.setdefault("published_at", PUBLISHED_AT)
    edition = Edition.objects.create(
        timeline=timeline, slug=timeline.slug, title=content["title"], content=content, **fields
    )
    if live:
        timeline.live_edition, timeline.state = edition, Timeline.State.PUBLISHED
        timeline.save()
        search.index(edition)
    return edition


def day(number: int) -> str:
    """A day of its own for each of many entries, from 2000 on."""
    return date.fromordinal(date(2000, 1, 1).toordinal() + number).isoformat()
