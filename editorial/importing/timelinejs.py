"""TimelineJS 3: JSON (https://timeline.knightlab.com/docs/json-format.html), and the rows of its spreadsheet.

A date there is years, months and days with an optional end. Where `display_date` reads as a date with the very same
first and last day, it is the more truthful one ("early 2024" for January to April) and is taken.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from editorial.importing.rows import Imported, as_edtf, plain, source_line, with_sources
from timelines.exports.cells import unguard
from timelines.extraction import read_date
from timelines.extraction.types import Reading, UnreadableDate

PARTS = ("year", "month", "day")


def read_json(data: Mapping[str, Any]) -> Imported:
    """Of its JSON. `era`s and media are not taken; a media's credit and address are kept as a source."""
    found = Imported()
    title = _text(data.get("title"))
    found.title, found.standfirst = plain(title.get("headline")), plain(title.get("text"))
    for number, slide in enumerate(data.get("events") or [], start=1):
        if isinstance(slide, dict):
            _slide(found, number, slide)
        else:
            found.add(number, "It is no event.", "")
    return found


def read_rows(rows: list[dict[str | None, str]]) -> Imported:
    """Of its spreadsheet: the columns Year to End Day, Display Date, Headline, Text, Media, Type."""
    found = Imported()
    for number, raw in enumerate(rows, start=2):  # as a spreadsheet counts: the first row is the header
        cells = {name.strip().lower(): unguard(value or "").strip() for name, value in raw.items() if name}
        if not any(cells.values()):
            continue
        if cells.get("type", "").lower() == "title":
            found.title, found.standfirst = plain(cells.get("headline")), plain(cells.get("text"))
            continue
        if cells.get("type", "").lower() == "era":
            found.add(number, "It is an era; eras are not entries.", "")
            continue
        start = {part: cells.get(part, "") for part in PARTS}
        end = {part: cells.get(f"end {part}", "") for part in PARTS}
        date = date_of(start, end, cells.get("display date", ""))
        media = source_line([plain(cells.get("media credit"))], link=_link(cells.get("media", "")))
        found.add(number, date, plain(cells.get("headline")), with_sources(plain(cells.get("text")), [media]))
    return found


def date_of(start: Mapping[str, Any], end: Mapping[str, Any], display: str) -> Reading | str:
    """The reading of a start, an end and the words shown for them; the reason where there is none."""
    first, last = _edtf(start), _edtf(end)
    if first is None:
        return "Its start date is none." if any(start.values()) else "It has no start date."
    reading = as_edtf(f"{first}/{last}" if last and last != first else first, None)
    if isinstance(reading, str):
        apart = last and not isinstance(as_edtf(first, None), str) and not isinstance(as_edtf(last, None), str)
        return f"Its dates make no sense together: {first} to {last}." if apart else reading
    return _as_shown(reading, plain(display))


def _slide(found: Imported, number: int, slide: dict[str, Any]) -> None:
    text = _text(slide)
    edtf = slide.get("edtf")
    date = as_edtf(edtf, slide.get("mod")) if edtf and isinstance(edtf, str) else _dates(slide)
    given = slide.get("media")
    media = given if isinstance(given, dict) else {}
    source = source_line([plain(media.get("credit"))], link=_link(str(media.get("url") or "")))
    description = with_sources(plain(text.get("text")), [source])
    found.add(number, date, plain(text.get("headline")), description, str(slide.get("status") or ""))


def _dates(slide: dict[str, Any]) -> Reading | str:
    """By its start and end."""
    start, end = (slide.get(name) or {} for name in ("start_date", "end_date"))
    if not isinstance(start, dict) or not isinstance(end, dict):
        return "It has no date."
    return date_of(start, end, str(slide.get("display_date") or start.get("display_date") or ""))


def _text(slide: Any) -> dict[str, Any]:
    text = slide.get("text") if isinstance(slide, dict) else None
    return text if isinstance(text, dict) else {}


def _edtf(parts: Mapping[str, Any]) -> str | None:
    """ "2019", "2019-05" or "2019-05-03"; a year before Christ as EDTF counts it; None without a year."""
    numbers = [_number(parts.get(part)) for part in PARTS]
    year, month, day = numbers
    if year is None or abs(year) > 9999:
        return None
    # TimelineJS writes 44 BC as -44; EDTF has a year 0, so that 44 BC is -0043.
    text = f"{year:04d}" if year > 0 else f"-{-year - 1:04d}" if year < -1 else "0000"
    if month is not None:
        text += f"-{month:02d}"
        if day is not None:
            text += f"-{day:02d}"
    return text


def _number(value: Any) -> int | None:
    text = str(value if value is not None else "").strip().removesuffix(".0")
    digits = text.removeprefix("-")
    return int(text) if digits.isascii() and digits.isdigit() and len(digits) <= 5 else None


def _as_shown(reading: Reading, display: str) -> Reading:
    """What is shown for a date, where it reads as a date of the same days; else the date."""
    if not display:
        return reading
    try:
        shown = read_date(display, reading.earliest)
    except UnreadableDate:
        return reading
    return shown if (shown.earliest, shown.latest) == (reading.earliest, reading.latest) else reading


def _link(url: str) -> str:
    return url if url.startswith(("http://", "https://")) else ""
