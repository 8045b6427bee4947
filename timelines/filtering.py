"""What of a timeline a reader wants to see: in which order, with which words, of which source, of which years."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from timelines.content import PageEntry, Source

WORDS_MAX = 200


@dataclass(frozen=True)
class Wanted:
    """`source` is a publisher (or the title of what has none); years are counted inclusively, None where open."""

    newest_first: bool = False
    words: str = ""
    source: str = ""
    first_year: int | None = None
    last_year: int | None = None

    @classmethod
    def read(cls, query: Mapping[str, str]) -> Wanted:
        """Out of the address; what makes no sense is left out."""
        return cls(
            newest_first=query.get("order") == "newest",
            words=" ".join(query.get("q", "").split())[:WORDS_MAX],
            source=query.get("source", "").strip()[:WORDS_MAX],
            first_year=_year(query.get("from", "")),
            last_year=_year(query.get("to", "")),
        )

    @property
    def is_filtered(self) -> bool:
        """Whether some entries may be left out."""
        return bool(self.words or self.source or self.first_year is not None or self.last_year is not None)

    @property
    def values(self) -> dict[str, str]:
        """As they stand in an address, without what is as usual."""
        given = {
            "order": "newest" if self.newest_first else "",
            "q": self.words,
            "source": self.source,
            "from": "" if self.first_year is None else str(self.first_year),
            "to": "" if self.last_year is None else str(self.last_year),
        }
        return {name: value for name, value in given.items() if value}

    def pick(self, entries: Sequence[PageEntry]) -> list[PageEntry]:
        """Those that are wanted, in the wanted order."""
        words = [folded(word) for word in self.words.split()]
        found = [entry for entry in entries if self._fits(entry, words)]
        return found[::-1] if self.newest_first else found

    def _fits(self, entry: PageEntry, words: Sequence[str]) -> bool:
        if self.source and self.source not in (origin_of(source) for source in entry.sources):
            return False
        if self.first_year is not None and entry.latest is not None and entry.latest.year < self.first_year:
            return False
        if self.last_year is not None and entry.earliest is not None and entry.earliest.year > self.last_year:
            return False
        return not words or _has(entry, words)


def sources_of(entries: Sequence[PageEntry]) -> list[str]:
    """Whom a reader can choose, in alphabetical order."""
    return sorted({name for entry in entries for source in entry.sources if (name := origin_of(source))}, key=folded)


def origin_of(source: Source) -> str:
    """The publisher, else the title."""
    return source.publisher or source.title


def folded(text: str) -> str:
    """For comparing: small letters without accents."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def _has(entry: PageEntry, words: Sequence[str]) -> bool:
    quotes = (source.before + source.marked + source.after for source in entry.sources)
    text = folded(" ".join([entry.words, entry.headline, entry.description, *quotes]))
    return all(word in text for word in words)


def _year(text: str) -> int | None:
    text = text.strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 4 else None
