"""What a reader answers with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Draft:
    """One article as read from a file, for a person to check.

    `text`: never blank; line ends are ``\\n``, no NUL and no other control character but tab. The other fields hold
    what the file itself says and are empty ("", None) where it says nothing; `title` may be empty too. `published`
    is only ever a date the file states as its date of publication. `language`: ISO 639-1. `url`: http or https.
    `media_type`: what the bytes are, whatever the file is called.
    """

    text: str
    title: str
    byline: str
    publisher: str
    published: date | None
    language: str
    url: str
    media_type: str
