"""Which of the formats a file has, found by what is in it."""

from __future__ import annotations

import csv
import io
import json
from codecs import BOM_UTF16_BE, BOM_UTF16_LE

from editorial.errors import Refused
from editorial.importing import own, tables, timelinejs
from editorial.importing.rows import MOST, Imported

SIZE_MAX = 20 * 1024 * 1024
"""Bytes: ten times a story of 5,000 events with all its sources."""

LONGEST_CELL = 200_000

OFFICE = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How .xlsx, .ods and .docx files begin, and the .xls of before."""


def parse(data: bytes) -> Imported:
    """Read a file. Raises `Refused` where it is none of these formats; single rows left out are in the answer."""
    if len(data) > SIZE_MAX:
        raise Refused(f"The file has more than {SIZE_MAX // 1024 // 1024} MB. Nothing was imported; split it.")
    text = _text(data)
    found = _json(text) if text.lstrip()[:1] in ("{", "[") else _table(text)
    if len(found.rows) + len(found.left) > MOST:
        raise Refused(f"The file has more than {MOST:,} rows. Nothing was imported; split it.")
    if not found.rows and not found.left:
        raise Refused("There is no event in the file. Nothing was imported.")
    return found


def _text(data: bytes) -> str:
    """UTF-8, or UTF-16 that says so: some spreadsheets save it as "Unicode text"."""
    if data.startswith(OFFICE):
        raise Refused(
            "The file is a workbook or document as an office program keeps it. Nothing was imported; open it there, "
            "save the sheet as CSV (UTF-8), and bring that file in."
        )
    try:
        return data.decode("utf-16" if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refused("The file is not UTF-8 text. Nothing was imported; save it as CSV (UTF-8).") from error


def _json(text: str) -> Imported:
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Refused(f"The file is not complete JSON ({error}). Nothing was imported.") from error
    if not isinstance(data, dict) or not isinstance(data.get("events"), list):
        raise Refused("The JSON has no list “events”. Nothing was imported; export it from TimelineJS or Dateline.")
    return own.read(data) if data.get("format") == own.NAME else timelinejs.read_json(data)


def _table(text: str) -> Imported:
    csv.field_size_limit(LONGEST_CELL)
    lines = io.StringIO(text.replace("\x00", ""), newline="")
    delimiter = _delimiter(text)
    try:
        reader = csv.DictReader(lines, delimiter=delimiter)
        columns = {(name or "").strip().lower() for name in reader.fieldnames or ()}
        # What stands beyond the named columns comes under None, as a list; it has no meaning.
        rows: list[dict[str | None, str]] = [dict(row) for row in reader]
    except csv.Error as error:
        raise Refused(f"The table cannot be read ({error}). Nothing was imported.") from error
    if {"year", "headline"} <= columns:
        return timelinejs.read_rows(rows)
    if columns & {"headline", "title"} and columns & {"edtf", "date", "start"}:
        return tables.read(rows)
    raise Refused(
        "The first row has to name the columns: “headline” and “date” (or “edtf”), or TimelineJS’s “Year” and "
        "“Headline”. Nothing was imported."
    )


def _delimiter(text: str) -> str:
    """What stands most often in the first row: some systems' spreadsheets write semicolons or tabs."""
    first = text.partition("\n")[0]
    return max(",;\t", key=first.count)
