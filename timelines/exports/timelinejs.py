"""TimelineJS 3: its JSON, and the rows of its spreadsheet.

https://timeline.knightlab.com/docs/json-format.html. A date there is a year, a month or a day; what is vaguer (a
season, "early 2024", "since 2019") gets the first and last day it allows and says what it is in `display_date`. The
JSON carries `edtf` and `mod` besides, which TimelineJS passes over and Dateline reads back.
"""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from django.utils.html import escape

from timelines.content import PageEntry, Source
from timelines.exports.cells import write_rows
from timelines.exports.published import Format, Published
from timelines.extraction.edtf import precision
from timelines.wording import MONTHS

HEADER = (
    "Year", "Month", "Day", "Time", "End Year", "End Month", "End Day", "End Time", "Display Date", "Headline", "Text",
    "Media", "Media Credit", "Media Caption", "Media Thumbnail", "Alt Text", "Type", "Group", "Background", "Link",
)  # fmt: skip
"""The columns of its spreadsheet template."""

PARTS = {"year": 1, "month": 2, "day": 3}
"""How many parts of a date TimelineJS can hold by itself, by precision."""

Parts = tuple[int, ...]


def write_json(timeline: Published) -> bytes:
    """The JSON file."""
    title: dict[str, Any] = {"text": {"headline": escape(timeline.title), "text": _paragraph(timeline.standfirst)}}
    events = [_slide(timeline, entry) for entry in timeline.entries]
    return json.dumps({"title": title, "events": events, "scale": "human"}, ensure_ascii=False, indent=1).encode()


def write_csv(timeline: Published) -> bytes:
    """The spreadsheet: first the title's row, then one an event."""
    title = dict.fromkeys(HEADER, "") | {
        "Headline": escape(timeline.title),
        "Text": _paragraph(timeline.standfirst),
        "Type": "title",
    }
    rows = [title, *(_row(timeline, entry) for entry in timeline.entries)]
    return write_rows(HEADER, ([row[name] for name in HEADER] for row in rows))


def when(entry: PageEntry) -> tuple[Parts, Parts]:
    """Start and end: years, months, days, as many parts as are known; no end for a single date."""
    parts = PARTS.get(precision(entry.edtf) or "", 0) if "X" not in entry.edtf and "T" not in entry.edtf else 0
    start, end = entry.earliest or entry.latest, entry.latest or entry.earliest
    if start is None or end is None:
        return (), ()
    if parts and entry.mod in (None, "APPROX"):
        return _parts(start)[:parts], ()
    return _parts(start), _parts(end) if start != end else ()


def _parts(day: date) -> Parts:
    return day.year, day.month, day.day


def _slide(timeline: Published, entry: PageEntry) -> dict[str, Any]:
    start, end = when(entry)
    slide: dict[str, Any] = {"start_date": _as_date(start)}
    if end:
        slide["end_date"] = _as_date(end)
    return slide | {
        "display_date": _capital(entry.words),
        "text": {"headline": escape(entry.headline), "text": _text(timeline, entry)},
        "unique_id": f"dateline-{entry.anchor}",
        "edtf": entry.edtf,
        "mod": entry.mod,
        "status": entry.status,
    }


def _as_date(parts: Parts) -> dict[str, int]:
    return dict(zip(("year", "month", "day"), parts, strict=False))


def _row(timeline: Published, entry: PageEntry) -> dict[str, str]:
    start, end = when(entry)
    row = dict.fromkeys(HEADER, "")
    row |= dict(zip(("Year", "Month", "Day"), map(str, start), strict=False))
    row |= dict(zip(("End Year", "End Month", "End Day"), map(str, end), strict=False))
    return row | {
        "Display Date": _capital(entry.words),
        "Headline": escape(entry.headline),
        "Text": _text(timeline, entry),
        "Link": timeline.link(entry),
    }


def _text(timeline: Published, entry: PageEntry) -> str:
    """Description, sources with their words, and the way back, as the HTML that a slide shows."""
    sources = "".join(f"<li>{_source(source)}</li>" for source in entry.sources)
    parts = [
        _paragraph(entry.description),
        "<p>The sources disagree about the date.</p>" if entry.accounts else "",
        f"<ul>{sources}</ul>" if sources else "",
        f'<p><a href="{escape(timeline.link(entry))}">{escape(timeline.title)}</a></p>',
    ]
    return "".join(parts)


def _source(source: Source) -> str:
    quote = escape(source.before + source.marked + source.after)
    name = escape(source.origin or source.title)
    credit = f'<a href="{escape(source.link)}">{name or "source"}</a>' if source.link else name
    return f"“{quote}” {credit}".strip() if quote else credit


def _paragraph(text: str) -> str:
    return f"<p>{escape(text)}</p>" if text else ""


def _capital(words: str) -> str:
    """As a heading has it; a month's name is one already."""
    return words if words.startswith(MONTHS) else words[:1].upper() + words[1:]


JSON = Format(
    name="timelinejs.json",
    label="TimelineJS (JSON)",
    about="Opens in TimelineJS; vague dates are said in words there.",
    media_type="application/json",
    write=write_json,
)
CSV = Format(
    name="timelinejs.csv",
    label="TimelineJS (spreadsheet)",
    about="The rows of TimelineJS’s Google Sheets template.",
    media_type="text/csv; charset=utf-8",
    write=write_csv,
)
