"""The formats that can be read. A new one is a module like the others, and its line in READERS."""

from __future__ import annotations

from typing import Protocol

from editorial.readers import docx, html, markdown, pdf, plain
from editorial.readers.draft import Draft
from editorial.readers.signatures import refuse_known
from editorial.readers.source import Source


class Reader(Protocol):
    """What a format's module offers. Both functions may raise Refused."""

    MEDIA_TYPE: str

    def recognises(self, source: Source) -> bool:
        """Whether the content, not the name, is of this format."""
        ...

    def read(self, source: Source) -> Draft:
        """Read a source this module recognises."""
        ...


BINARY: tuple[Reader, ...] = (docx, pdf)
TEXT: tuple[Reader, ...] = (html, markdown, plain)
"""Asked in this order; the last takes any text."""

READERS = BINARY + TEXT


def reader_for(source: Source) -> Reader:
    """The one reader for what `source` is. Raises Refused, naming the kind, where there is none."""
    for reader in BINARY:
        if reader.recognises(source):
            return reader
    refuse_known(source.data)
    return next(reader for reader in TEXT if reader.recognises(source))
