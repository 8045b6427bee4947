"""What a guarded module hands back to the process that asked."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Found:
    """Words and metadata as found, not yet cleaned. `published`: an ISO 8601 day or ""."""

    text: str
    title: str = ""
    byline: str = ""
    publisher: str = ""
    published: str = ""
    language: str = ""
    url: str = ""
