"""A published timeline with one of everything, as the formats are given it."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import Any

from tests.timelines.editions import entry, source
from timelines.exports.published import Noted, Published, published
from timelines.models import Edition

URL = "https://news.example/t/the-bridge/"
DATES = {
    1: ("2019-05-03", None),
    2: ("2019-06", None),
    3: ("2019", None),
    4: ("2024", "START"),
    5: ("2022-01~", None),
    6: ("2019-05-03/2019-05-05", None),
    7: ("2019-07/..", None),
    8: ("../2020", None),
    9: ("199X", None),
    10: ("2020-22", None),
    11: ("2018", "BEFORE"),
    12: ("-0043", None),
    13: ("2024-02-29", "APPROX"),
}
"""Every kind of date, by the number of its event."""


def sample(*entries: dict[str, Any], title: str = "The bridge", **content: Any) -> Published:
    """Of these entries; without any, one of each kind of date."""
    rows = list(entries) or [
        entry(number, edtf, f"Event {number}", source(f"It was in {edtf}.", edtf), mod=mod)
        for number, (edtf, mod) in DATES.items()
    ]
    edition = Edition(
        number=2,
        slug="the-bridge",
        title=title,
        content={"title": title, "entries": rows} | content,
        published_at=datetime(2025, 2, 10, 9, 30, tzinfo=UTC),
    )
    return published(edition, URL, first_published=datetime(2025, 1, 2, 8, tzinfo=UTC))


def with_correction(timeline: Published, text: str, entry_id: int | None = None) -> Published:
    """The same with a note on what was put right."""
    from dataclasses import replace

    return replace(timeline, corrections=(Noted(date(2025, 2, 10), text, entry_id),))


def visible(html: str) -> str:
    """Without tags: what the slide's text says."""
    return re.sub(r"<[^>]+>", " ", html)
