"""Reads PDF, in a child process."""

from __future__ import annotations

import re

from editorial.readers import guard
from editorial.readers.draft import Draft
from editorial.readers.drafting import draft
from editorial.readers.guarded.refusal import refusal
from editorial.readers.source import Source

MEDIA_TYPE = "application/pdf"

_START = re.compile(rb"[\xef\xbb\xbf\s\x00]*%PDF-\d")
_LATE_START = re.compile(rb"%PDF-\d\.\d\s")


def recognises(source: Source) -> bool:
    """True for what starts as a PDF. Raises Refused for what starts as one thing and goes on as a PDF.

    PDF viewers accept anything in the first 1,024 bytes, which is how a file is made to be two things at once.
    """
    if _START.match(source.data):
        return True
    if _LATE_START.search(source.data[:1100]) and b"%%EOF" in source.data[-1100:]:
        raise refusal(
            "This file starts as one thing and goes on as a PDF.", "Save the PDF anew, or paste the article as text."
        )
    return False


def read(source: Source) -> Draft:
    """The text layer of the pages; title and author as stated."""
    return draft(guard.find("pages", "PDF", source.data, source.limits), MEDIA_TYPE, source.limits)
