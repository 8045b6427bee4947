"""Front matter: the lines between two rules at the head of a Markdown file that say what it is.

Only plain ``key: value`` and ``key = value`` lines and lists are read, which is what articles have. No YAML is run:
nothing in a file may build an object.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from editorial.readers.guarded import stated

_LINES = 100
_PAIR = re.compile(r"([A-Za-z][\w-]{0,40})\s*[:=]\s*(.*)$")
_LIST_ITEM = re.compile(r"\s*-\s+(.+)$")


@dataclass(frozen=True)
class FrontMatter:
    """What the head of a file states, keys in small letters, each with one or more values."""

    values: dict[str, list[str]]

    def first(self, *keys: str) -> str:
        """The value of the first of `keys` that is there, several values joined by commas; else ""."""
        for key in keys:
            if found := ", ".join(filter(None, self.values.get(key, []))):
                return found
        return ""

    def published(self) -> date | None:
        """The stated date of publication. "date" is what nearly every tool calls it."""
        return stated.day(self.first("published", "pubdate", "publishdate", "publish_date", "date_published", "date"))


def split(text: str) -> tuple[FrontMatter | None, str]:
    """Front matter and what follows it; None and the text where it opens with none."""
    for rule in ("---", "+++"):
        if not text.startswith(f"{rule}\n"):
            continue
        lines = text.split("\n", _LINES + 1)
        for place, line in enumerate(lines[1:_LINES], start=1):
            if line.rstrip() in (rule, "..."):
                values = _values(lines[1:place])
                return (FrontMatter(values), "\n".join(lines[place + 1 :])) if values else (None, text)
    return None, text


def _values(lines: list[str]) -> dict[str, list[str]]:
    values: dict[str, list[str]] = {}
    key = ""
    for line in lines:
        if pair := _PAIR.match(line):
            key = pair[1].lower()
            values[key] = _scalars(pair[2])
        elif (item := _LIST_ITEM.match(line)) and key:
            values[key].append(_bare(item[1]))
    return values


def _scalars(value: str) -> list[str]:
    value = value.strip()
    if value.startswith("[") and value.endswith("]"):
        return [_bare(each) for each in value[1:-1].split(",")]
    return [_bare(value)] if value else []


def _bare(value: str) -> str:
    value = value.strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1].replace('\\"', '"').replace("''", "'")
    return re.sub(r"\s+#.*$", "", value)
