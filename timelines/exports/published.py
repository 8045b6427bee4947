"""What every format is given, and what it is made of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.timezone import localdate

from timelines.content import PageEntry, by_number, plain_text, read_entries
from timelines.filtering import Wanted
from timelines.models import Correction, Edition


@dataclass(frozen=True)
class Noted:
    """A correction: the day it was made, its words, and the entry it concerns (None: the timeline as a whole)."""

    day: date
    text: str
    entry: int | None


@dataclass(frozen=True)
class Published:
    """An Edition as the formats need it; `url` is the absolute address of its page."""

    slug: str
    number: int
    title: str
    standfirst: str
    byline: str
    url: str
    published_at: datetime
    first_published: datetime
    entries: Sequence[PageEntry]
    corrections: Sequence[Noted] = ()

    def link(self, entry: PageEntry) -> str:
        """The absolute address of an entry, which never changes."""
        return f"{self.url}#{entry.anchor}"


@dataclass(frozen=True)
class Format:
    """`name` stands in the address ("timeline.csv"), `label` and `about` on the page."""

    name: str
    label: str
    about: str
    media_type: str
    write: Callable[[Published], bytes]

    @property
    def kind(self) -> str:
        """The media type without its parameters."""
        return self.media_type.partition(";")[0]


def published(
    edition: Edition,
    url: str,
    *,
    first_published: datetime | None = None,
    corrections: Iterable[Correction] = (),
    wanted: Wanted | None = None,
) -> Published:
    """The Edition for the formats. `first_published` is when the timeline's first Edition came out, `wanted` which of
    its events; without it all."""
    entries = read_entries(edition)
    now = by_number(entries)
    return Published(
        slug=edition.slug,
        number=edition.number,
        title=edition.title,
        standfirst=plain_text(edition.content.get("standfirst")),
        byline=plain_text(edition.content.get("byline")),
        url=url,
        published_at=edition.published_at,
        first_published=first_published or edition.published_at,
        entries=tuple(wanted.pick(entries) if wanted else entries),
        corrections=tuple(
            Noted(localdate(correction.made_at), correction.text, _meant(correction.entry_id, now))
            for correction in corrections
        ),
    )


def _meant(entry: int | None, now: Mapping[int, PageEntry]) -> int | None:
    """The number of the event that an older one is part of now; a number that is told no more stays."""
    return now[entry].id if entry is not None and entry in now else entry
