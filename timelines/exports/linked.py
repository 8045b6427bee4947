"""JSON-LD with schema.org's words: an ItemList of Events, each with the NewsArticles it rests on, and the corrections.

`startDate` takes ISO 8601 dates, which may be a year or a month; what ISO 8601 has no form for (about, early, open)
is left out there and said in `temporalCoverage` as EDTF and in the description, never filled up with a made-up day.
"""

from __future__ import annotations

import json
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from timelines.content import PageEntry, Source
from timelines.exports.published import Format, Noted, Published
from timelines.wording import machine_date


def write(timeline: Published) -> bytes:
    """The JSON-LD file."""
    return json.dumps(as_json_ld(timeline), ensure_ascii=False, indent=1).encode()


INLINE = 200
"""Events up to which a page carries the list itself; beyond, search engines find it behind the page's link to it."""

_ESCAPES = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026", 0x2028: "\\u2028", 0x2029: "\\u2029"}


def script(timeline: Published) -> SafeString:
    """The same for the head of the page, without the texts of events and sources, which the page itself shows.

    Escaped as Django's json_script does it, so that no words can end the element.
    """
    article = as_json_ld(timeline, texts=False)
    if len(timeline.entries) > INLINE:
        article["mainEntity"].pop("itemListElement")
    text = json.dumps(article, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)
    return mark_safe(f'<script type="application/ld+json">{text}</script>')


def as_json_ld(timeline: Published, *, texts: bool = True) -> dict[str, Any]:
    """The same as JSON types: an Article whose main entity is the list of events."""
    article = {
        "@context": "https://schema.org",
        "@type": "Article",
        "@id": timeline.url,
        "url": timeline.url,
        "headline": timeline.title,
        "description": timeline.standfirst,
        "author": {"@type": "Organization", "name": timeline.byline} if timeline.byline else "",
        "datePublished": timeline.first_published.isoformat(),
        "dateModified": timeline.published_at.isoformat(),
        "version": timeline.number,
        "correction": [_correction(timeline, note) for note in timeline.corrections],
        "mainEntity": {
            "@type": "ItemList",
            "itemListOrder": "https://schema.org/ItemListOrderAscending",
            "numberOfItems": len(timeline.entries),
            "itemListElement": [
                {"@type": "ListItem", "position": number, "item": _event(timeline, entry, texts=texts)}
                for number, entry in enumerate(timeline.entries, start=1)
            ],
        },
    }
    return _filled(article)


def _event(timeline: Published, entry: PageEntry, *, texts: bool) -> dict[str, Any]:
    start, end = _dates(entry)
    scheduled = "https://schema.org/EventScheduled" if entry.status == "planned" else ""
    return _filled(
        {
            "@type": "Event",
            "@id": timeline.link(entry),
            "url": timeline.link(entry) if texts else "",
            "name": entry.headline,
            "description": ". ".join(part for part in (entry.words, entry.description) if part) if texts else "",
            "startDate": start,
            "endDate": end,
            "temporalCoverage": entry.edtf,
            "eventStatus": scheduled,
            "subjectOf": [_source(source, texts=texts) for source in entry.sources],
        }
    )


def _dates(entry: PageEntry) -> tuple[str, str]:
    """Start and end as ISO 8601 has them, empty where it has no form for what is known."""
    if "/" not in entry.edtf:
        known = machine_date(entry.edtf, entry.mod) if entry.mod is None else None
        return known or "", ""
    first, last = entry.edtf.split("/")
    return tuple((machine_date(side) or "") if entry.mod is None and side else "" for side in (first, last))  # type: ignore[return-value]


def _source(source: Source, *, texts: bool) -> dict[str, Any]:
    return _filled(
        {
            "@type": "NewsArticle",
            "headline": source.title,
            "url": source.link,
            "datePublished": source.published_on.isoformat() if source.published_on else "",
            "publisher": {"@type": "Organization", "name": source.publisher} if source.publisher else "",
            "text": source.before + source.marked + source.after if texts else "",
        }
    )


def _correction(timeline: Published, note: Noted) -> dict[str, Any]:
    about = {"@id": f"{timeline.url}#e-{note.entry}"} if note.entry else ""
    return _filled(
        {"@type": "CorrectionComment", "text": note.text, "datePublished": note.day.isoformat(), "about": about}
    )


def _filled(values: dict[str, Any]) -> dict[str, Any]:
    """Without what is not known."""
    return {key: value for key, value in values.items() if value not in ("", [], None)}


FORMAT = Format(
    name="timeline.jsonld",
    label="JSON-LD",
    about="schema.org’s words, for search engines and archives.",
    media_type="application/ld+json",
    write=write,
)
