"""Dateline's own JSON: everything readers see, each date as EDTF. `schema.json` beside this file describes it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from timelines.content import PageEntry, Source
from timelines.exports.published import Format, Published

SCHEMA = Path(__file__).with_name("schema.json")
VERSION = 1


def write(timeline: Published) -> bytes:
    """The JSON file, as UTF-8."""
    return json.dumps(as_json(timeline), ensure_ascii=False, indent=1).encode()


def as_json(timeline: Published) -> dict[str, Any]:
    """The same as JSON types."""
    return {
        "format": "dateline-timeline",
        "version": VERSION,
        "url": timeline.url,
        "title": timeline.title,
        "standfirst": timeline.standfirst,
        "byline": timeline.byline,
        "edition": timeline.number,
        "first_published": timeline.first_published.isoformat(),
        "published": timeline.published_at.isoformat(),
        "events": [_event(timeline, entry) for entry in timeline.entries],
        "corrections": [
            {"date": note.day.isoformat(), "text": note.text, "event": note.entry} for note in timeline.corrections
        ],
    }


def _event(timeline: Published, entry: PageEntry) -> dict[str, Any]:
    return {
        "id": entry.id,
        "url": timeline.link(entry),
        "edtf": entry.edtf,
        "mod": entry.mod,
        "earliest": entry.earliest.isoformat() if entry.earliest else None,
        "latest": entry.latest.isoformat() if entry.latest else None,
        "date": entry.words,
        "headline": entry.headline,
        "description": entry.description,
        "status": entry.status,
        "sources_disagree": bool(entry.accounts),
        "sources": [_source(source) for source in entry.sources],
    }


def _source(source: Source) -> dict[str, Any]:
    return {
        "publisher": source.publisher,
        "title": source.title,
        "published": source.published_on.isoformat() if source.published_on else None,
        "url": source.link,
        "quote": source.before + source.marked + source.after,
        "words": source.marked,
        "edtf": source.edtf,
        "mod": source.mod,
        "note": source.note,
    }


FORMAT = Format(
    name="timeline.json",
    label="JSON with EDTF dates",
    about="Everything on the page, each date exactly as vague as its source.",
    media_type="application/json",
    write=write,
)
