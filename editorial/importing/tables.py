"""A plain table (CSV): the columns headline and edtf or date, and what else Dateline's own table has.

Dateline's table repeats an event for each of its sources: rows with the same id are one entry.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from editorial.importing.rows import Imported, as_edtf, as_typed, plain, source_line, with_sources
from timelines.exports.cells import unguard
from timelines.extraction.types import Reading

Cells = dict[str, str]


def read(rows: list[dict[str | None, str]]) -> Imported:
    """Of a table whose columns have the names in the first row, in any order and letter case."""
    found = Imported()
    numbered = [(number, _cells(raw)) for number, raw in enumerate(rows, start=2)]
    filled = [(number, cells) for number, cells in numbered if any(cells.values())]
    for _, group in groupby(filled, key=lambda row: row[1].get("id") or row[0]):
        same = list(group)
        number, cells = same[0]
        sources = [_source(row) for _, row in same]
        description = with_sources(plain(cells.get("description") or cells.get("text", "")), sources)
        found.add(number, _date(cells), plain(cells.get("headline") or cells.get("title", "")), description,
                  cells.get("status", ""))  # fmt: skip
    return found


def _cells(raw: dict[str | None, str]) -> Cells:
    return {name.strip().lower(): unguard(value or "").strip() for name, value in raw.items() if name is not None}


def _date(cells: Cells) -> Reading | str:
    """By its EDTF date; else by its words; else by a first and a last day."""
    if cells.get("edtf"):
        return as_edtf(cells["edtf"], cells.get("mod") or None)
    words = cells.get("date") or "/".join(_both(cells.get("start", ""), cells.get("end", "")))
    return as_typed(words)


def _both(start: str, end: str) -> Iterable[str]:
    return [part for part in (start, end if end != start else "") if part]


def _source(cells: Cells) -> str:
    link = cells.get("article_link") or cells.get("source_link", "")
    name = [
        cells.get("publisher", ""),
        cells.get("article") or cells.get("source", ""),
        cells.get("article_published", ""),
    ]
    return source_line(name, cells.get("quote", ""), link)
