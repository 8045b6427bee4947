"""Reads Word documents (.docx), in a child process."""

from __future__ import annotations

from editorial.readers import guard
from editorial.readers.draft import Draft
from editorial.readers.drafting import draft
from editorial.readers.source import Source

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def recognises(source: Source) -> bool:
    """True for a ZIP file with the parts of a Word document. Names in a ZIP file stand as they are, never packed."""
    data = source.data
    return data.startswith(b"PK\x03\x04") and b"[Content_Types].xml" in data and b"word/" in data


def read(source: Source) -> Draft:
    """Paragraphs and tables in order, as they read with all tracked changes taken; title and author as stated."""
    return draft(guard.find("word", "Word document", source.data, source.limits), MEDIA_TYPE, source.limits)
