"""A plain table: one row per source of each event, so that every date stands beside the words that gave it."""

from __future__ import annotations

from collections.abc import Iterator

from timelines.content import PageEntry, Source
from timelines.exports.cells import write_rows
from timelines.exports.published import Format, Published

HEADER = (
    "id", "date", "edtf", "mod", "earliest", "latest", "headline", "description", "status", "link", "publisher",
    "article", "article_published", "article_link", "quote", "words", "source_edtf", "note",
)  # fmt: skip
"""`date` is in words; `earliest` and `latest` are days as ISO 8601 has them, empty where that side is open."""


def write(timeline: Published) -> bytes:
    """The CSV file. An event without sources has one row, one with several as many; its own cells are repeated."""
    return write_rows(HEADER, (row for entry in timeline.entries for row in _rows(timeline, entry)))


def _rows(timeline: Published, entry: PageEntry) -> Iterator[list[str]]:
    own = [
        str(entry.id),
        entry.words,
        entry.edtf,
        entry.mod or "",
        entry.earliest.isoformat() if entry.earliest else "",
        entry.latest.isoformat() if entry.latest else "",
        entry.headline,
        entry.description,
        entry.status,
        timeline.link(entry),
    ]
    for source in entry.sources:
        yield own + _cells(source)
    if not entry.sources:
        yield own + [""] * (len(HEADER) - len(own))


def _cells(source: Source) -> list[str]:
    quote = source.before + source.marked + source.after
    published = source.published_on.isoformat() if source.published_on else ""
    return [
        source.publisher, source.title, published, source.link, quote, source.marked, source.edtf or "", source.note,
    ]  # fmt: skip


FORMAT = Format(
    name="timeline.csv",
    label="Table (CSV)",
    about="One row per source of each event, for any spreadsheet.",
    media_type="text/csv; charset=utf-8",
    write=write,
)
