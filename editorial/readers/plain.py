"""Reads plain text, pasted or from a file. Takes whatever is text and nothing else."""

from __future__ import annotations

from editorial.readers.cleaning import clean
from editorial.readers.draft import Draft
from editorial.readers.drafting import draft
from editorial.readers.guarded.found import Found
from editorial.readers.guarded.lines import first_line_title
from editorial.readers.source import Source

MEDIA_TYPE = "text/plain"


def recognises(source: Source) -> bool:
    """True for any text. Raises Refused, naming the kind, for what is not."""
    return isinstance(source.text, str)


def read(source: Source) -> Draft:
    """The text as given; its first line is the title if it stands like one."""
    return draft(Found(text=source.text, title=first_line_title(clean(source.text))), MEDIA_TYPE, source.limits)
