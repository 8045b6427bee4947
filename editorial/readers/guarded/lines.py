"""Titles and names as they stand in files: which to believe."""

from __future__ import annotations

import re

_TITLE_CHARS = 150
_PARAGRAPH_CHARS = 120
_BYLINE = re.compile(r"by\s+\w", re.IGNORECASE)
_FILE_NAME = re.compile(r"\.(?:docx?|odt|pdf|rtf|txt|indd|qxd|html?|pages)\b|^microsoft word\b", re.IGNORECASE)
_NO_TITLE = {"untitled", "document", "title", "no title", "word document", "article"}
_NO_NAME = {"microsoft office user", "python docx", "windows user", "default user", "office user"}


def first_line_title(text: str) -> str:
    """The first line if it stands like a title: short, not ended like a sentence, set apart from the rest; else ""."""
    title, _, rest = (line.strip(" \t") for line in text.lstrip().partition("\n"))
    following = rest.split("\n", 1)[0]
    apart = not following or len(following) > _PARAGRAPH_CHARS
    goes_on = rest.strip()[:1].islower()
    return title if rest.strip() and apart and not goes_on and _like_title(title) else ""


def stated_title(title: str) -> str:
    """A title as stated in a file's properties, unless it is a file's name or what a program puts there by itself."""
    title = " ".join(title.split())
    if len(title) > 2 * _TITLE_CHARS or _FILE_NAME.search(title) or title.lower() in _NO_TITLE:
        return ""
    return title


def stated_name(name: str) -> str:
    """An author as stated in a file's properties, if it reads like a person's name rather than an account's."""
    name = " ".join(name.split())
    plain = " " in name and len(name) <= _TITLE_CHARS and not re.search(r"[\d@\\/_]", name)
    return name if plain and name.lower().replace("-", " ") not in _NO_NAME else ""


def _like_title(line: str) -> bool:
    return (
        3 < len(line) <= _TITLE_CHARS
        and " " in line
        and line[-1] not in ".,;:-–—…"
        and any(letter.isalpha() for letter in line)
        and not _BYLINE.match(line)
    )
