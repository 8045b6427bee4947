"""Readers: from the bytes of a file to the text and metadata of one article. Plain Python, no Django, no network.

``read(data, name)`` answers with a Draft or raises Refused, whose reason is ready to be shown. What a file is, its
content decides; the name only helps to tell Markdown from plain text.
"""

from __future__ import annotations

from editorial.readers.cleaning import plain_name
from editorial.readers.draft import Draft
from editorial.readers.guarded.refusal import Refused, no_text, refusal
from editorial.readers.limits import Limits
from editorial.readers.registry import reader_for
from editorial.readers.source import Source

__all__ = ["Draft", "Limits", "Refused", "plain_name", "read"]


def read(data: bytes, name: str, limits: Limits | None = None) -> Draft:
    """Read one article from the bytes of a file (or from pasted text, encoded as UTF-8). Raises Refused.

    `name` is the name the file came under. PDF, Word documents and web pages are read in a child process that is
    gone on return; it takes up to `limits.seconds`.
    """
    limits = limits or Limits()
    if len(data) > limits.file_bytes:
        raise refusal(
            f"This file is {_megabytes(len(data))} MB; the limit is {_megabytes(limits.file_bytes)} MB.",
            "Save a smaller one, or paste the article as text.",
        )
    if not data.strip():
        raise no_text()
    source = Source(data, name, limits)
    return reader_for(source).read(source)


def _megabytes(count: int) -> str:
    # Rounded up, so that a file just over the limit never reads as being just at it.
    tenths = -(-count * 10 // (1024 * 1024))
    return f"{tenths / 10:g}"
