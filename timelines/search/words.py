"""What of an Edition can be found: one row for the timeline itself, one for each event."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from datetime import date
from typing import Any


def of_edition(content: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The fields of each row; `words` are folded, the headline's first, so that they weigh as much as the others."""
    about = " ".join(_text(content.get(name)) for name in ("title", "standfirst", "byline"))
    yield {
        "entry": None,
        "place": 0,
        "headline": _text(content.get("title")),
        "words": fold(about),
        "edtf": "",
        "mod": "",
        "status": "past",
        "earliest": None,
        "latest": None,
    }
    for place, raw in enumerate(content.get("entries", []), start=1):
        sources = raw.get("sources", [])
        texts = [raw["headline"], raw.get("description")]
        texts += [source.get(name) for source in sources for name in ("quote", "publisher", "title")]
        yield {
            "entry": raw["id"],
            "place": place,
            "headline": raw["headline"],
            "words": fold(" ".join(map(_text, texts))),
            "edtf": raw["edtf"],
            "mod": raw.get("mod") or "",
            "status": raw.get("status", "past"),
            "earliest": _day(raw.get("earliest")),
            "latest": _day(raw.get("latest")),
        }


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value[:10]) if value else None


def fold(text: str) -> str:
    """For comparing: small letters without accents."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).replace("\x00", " ")
