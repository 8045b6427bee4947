"""Cells of a spreadsheet: nothing in them is ever run as a formula, and reading them back gives what was written.

Spreadsheets run a cell that begins with =, +, - or @, also behind a tab or a line's end; an apostrophe before it makes
it text (OWASP, "CSV Injection"). The same apostrophe is put before a text that begins with one, so that it can be
taken off again.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

RISKY = ("=", "+", "-", "@", "\t", "\r", "\n", "'", "＝", "＋", "－", "＠")
"""First letters that are guarded; the wide ones are read as the narrow ones by some programs."""

BOM = b"\xef\xbb\xbf"
"""Spreadsheets take a file without it for the system's old encoding."""


def guard(text: str) -> str:
    """The text as a cell that stays text."""
    return f"'{text}" if text.lstrip(" ").startswith(RISKY) else text


def unguard(cell: str) -> str:
    """What was guarded."""
    return cell[1:] if cell.startswith("'") and cell[1:].lstrip(" ").startswith(RISKY) else cell


def write_rows(header: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """A CSV file as RFC 4180 has it, UTF-8 with its mark, every cell guarded."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows([guard(cell.replace("\x00", "")) for cell in row] for row in rows)
    return BOM + out.getvalue().encode()
