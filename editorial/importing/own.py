"""Dateline's own JSON, as `timelines.exports.edtf_json` writes it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from editorial.importing.rows import Imported, as_edtf, plain, source_line, with_sources

NAME = "dateline-timeline"


def read(data: Mapping[str, Any]) -> Imported:
    """Of its JSON; each source becomes a line of the description."""
    title, standfirst, byline = (plain(data.get(name)) for name in ("title", "standfirst", "byline"))
    found = Imported(title, standfirst, byline)
    for number, event in enumerate(data.get("events") or [], start=1):
        if not isinstance(event, dict):
            found.add(number, "It is no event.", "")
            continue
        date = as_edtf(str(event.get("edtf") or ""), event.get("mod"))
        sources = [_source(source) for source in event.get("sources") or [] if isinstance(source, dict)]
        description = with_sources(_string(event.get("description")), sources)
        found.add(number, date, _string(event.get("headline")), description, _string(event.get("status")))
    return found


def _source(source: Mapping[str, Any]) -> str:
    parts = [_string(source.get(name)) for name in ("publisher", "title", "published")]
    return source_line(parts, _string(source.get("quote")), _string(source.get("url")))


def _string(value: Any) -> str:
    return value if isinstance(value, str) else ""
