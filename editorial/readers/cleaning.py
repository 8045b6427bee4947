"""Makes text safe to store and names safe to show, and changes nothing else."""

from __future__ import annotations

import re
import unicodedata

_LINE_ENDS = re.compile(r"\r\n|[\r\v\f\x85]")
# NUL, which PostgreSQL does not store; other C0 and C1 controls; halves of surrogate pairs, which no encoding holds.
_DROPPED = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_UNSAFE_NAME = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
_NAME_CHARS = 120


def clean(text: str) -> str:
    """`text` with line ends as ``\\n`` and without a byte order mark, controls other than tab, and lone surrogates."""
    return _DROPPED.sub("", _LINE_ENDS.sub("\n", text.removeprefix("\ufeff")))


def one_line(words: str, chars: int = 300) -> str:
    """`words` cleaned, on one line, at most `chars` characters."""
    return " ".join(clean(words).split())[:chars]


def plain_name(name: str) -> str:
    """A file's name fit to be shown: no folders, controls or signs that turn the direction of writing; 120 characters.

    For people only. Stored files are never named by it.
    """
    name = re.split(r"[/\\]", name)[-1]
    name = "".join(each for each in name if unicodedata.category(each) not in _UNSAFE_NAME)
    name = " ".join(name.split()).strip(". ")
    if len(name) > _NAME_CHARS:
        stem, dot, ending = name.rpartition(".")
        kept = f"{dot}{ending}" if stem and len(ending) <= 8 else ""
        name = f"{name[: _NAME_CHARS - 1 - len(kept)]}…{kept}"
    return name or "unnamed file"
