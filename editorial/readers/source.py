"""A file on its way in: what the readers are shown."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from editorial.readers.decoding import decode
from editorial.readers.limits import Limits


@dataclass(frozen=True)
class Source:
    """Bytes, the name they came under, and what reading them may cost."""

    data: bytes
    name: str
    limits: Limits

    @cached_property
    def text(self) -> str:
        """The characters of a text file. Raises Refused for what is not text."""
        return decode(self.data)

    @cached_property
    def opening(self) -> str:
        """The first few thousand characters, without leading space: enough to tell the kinds of text apart."""
        return self.text[:4096].lstrip("\ufeff \t\r\n\f")
