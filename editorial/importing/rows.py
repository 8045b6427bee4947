"""What is read out of a file: rows that become entries, and rows left out, each with its number and reason."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from html import unescape
from re import compile as pattern
from typing import Any

from django.utils.html import strip_tags

from timelines.extraction import bounds, read_date
from timelines.extraction.edtf import is_valid
from timelines.extraction.types import Mod, Reading, UnreadableDate
from timelines.models import Event

MOST = 20_000
"""Rows in one file; a longer story is several timelines."""

HEADLINE_MAX = 2000

SHOWN = 300
"""Letters of a headline that are kept of a row left out."""

_BREAKS = pattern(r"(?i)<(?:br|/p|/li|/ul|/ol|/h[1-6]|/div|/blockquote)\b[^>]*>")
_BLANKS = pattern(r"[^\S\n]+")
_MODS: frozenset[str] = frozenset(Mod.__args__)  # type: ignore[attr-defined]


@dataclass(frozen=True)
class Row:
    """One entry to be: `number` is its place in the file, counted from 1. No `status`: the file says none."""

    number: int
    date: Reading
    headline: str
    description: str = ""
    status: str = ""


@dataclass(frozen=True)
class Left:
    """A row that becomes no entry, and why; its headline, as far as it has one."""

    number: int
    reason: str
    headline: str = ""


@dataclass
class Imported:
    """All that a file says."""

    title: str = ""
    standfirst: str = ""
    byline: str = ""
    rows: list[Row] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)

    def add(self, number: int, date: Reading | str, headline: str, description: str = "", status: str = "") -> None:
        """Take a row, or list it: `date` is a reading, or the reason why there is none."""
        headline = " ".join(headline.split())
        if isinstance(date, str):
            self.left.append(Left(number, date, headline[:SHOWN]))
        elif not headline:
            self.left.append(Left(number, "It has no headline."))
        elif len(headline) > HEADLINE_MAX:
            self.left.append(Left(number, f"Its headline is longer than {HEADLINE_MAX} letters.", headline[:SHOWN]))
        else:
            known = status if status in Event.Status.values else ""
            self.rows.append(Row(number, date, headline, description.strip(), known))


def as_edtf(edtf: str, mod: str | None) -> Reading | str:
    """A date that comes as EDTF, or the reason why it cannot be taken."""
    if not is_valid(edtf):
        return f"“{edtf}” is no EDTF date." if edtf else "It has no date."
    known: Mod | None = mod if mod in _MODS else None  # type: ignore[assignment]
    days = bounds(edtf, known)
    if days == (None, None):
        return f"“{edtf}” has no day between the years 1 and 9999; Dateline can place no others."
    return Reading(edtf, days.earliest, days.latest, known)


def as_typed(words: str) -> Reading | str:
    """A date in words or digits, or the reason why it is none."""
    if not words.strip():
        return "It has no date."
    try:
        return read_date(words, None)
    except UnreadableDate as unread:
        return unread.message


def plain(html: Any) -> str:
    """The text of what may hold HTML, its blocks on lines of their own."""
    if not isinstance(html, str):
        return ""
    text = unescape(strip_tags(_BREAKS.sub("\n", html))) if "<" in html or "&" in html else html
    return "\n".join(line for raw in text.splitlines() if (line := _BLANKS.sub(" ", raw).strip()))


def source_line(parts: Iterable[str], quote: str = "", link: str = "") -> str:
    """A source as a line of the description: "Source: The Courier, 4 May 2019: “On 3 May.” https://…"."""
    name = ", ".join(part for part in parts if part)
    said = f"“{quote}”" if quote else ""
    text = ": ".join(part for part in (name, said) if part)
    return f"Source: {' '.join(part for part in (text, link) if part)}" if text or link else ""


def with_sources(description: str, sources: Sequence[str]) -> str:
    """The description with its sources' lines behind it, each once."""
    return "\n".join(dict.fromkeys(part for part in (description.strip(), *sources) if part))
