"""What a reader is shown of an Edition: its JSON as typed, grouped and worded objects, ready for a template.

Nothing here asks the database; a page is made from an Edition and the rows that views hand in.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from itertools import groupby, pairwise
from typing import Any

from django.utils.text import slugify
from django.utils.timezone import localdate

from timelines.drawing import Mark, Strip, density_strip, mini_strip
from timelines.extraction.edtf import bounds, is_valid
from timelines.models import Correction, Edition
from timelines.wording import (
    covers_words,
    date_words,
    dated_words,
    gap_words,
    machine_date,
    year_heading,
)

WIDE, NARROW = 1072, 354
"""Pixels between the margins of the page on a desk's screen and on a phone; each gets its own strip."""
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


@dataclass(frozen=True)
class Source:
    """A sentence of an article that supports an event. `before`, `marked` and `after` make up the quote."""

    article: int
    title: str
    publisher: str
    published: str
    url: str
    before: str
    marked: str
    after: str
    note: str
    edtf: str | None

    @property
    def origin(self) -> str:
        """Who published it and when: "Wikinews, 16 June 2017", or the title of what has no publisher."""
        return ", ".join(part for part in (self.publisher or self.title, self.published) if part)


@dataclass(frozen=True)
class Account:
    """One of the dates that sources give, where they disagree."""

    edtf: str
    words: str
    earliest: date | None
    latest: date | None
    source: Source
    mod: None = None
    status: str = "past"


@dataclass(frozen=True)
class Note:
    """A correction; `entry` and `headline` say which event of this Edition it touches, where it touches one."""

    day: date
    text: str
    entry: int | None
    headline: str


@dataclass
class PageEntry:
    """An event as readers see it."""

    id: int
    edtf: str
    mod: str | None
    earliest: date | None
    latest: date | None
    headline: str
    description: str
    status: str
    sources: tuple[Source, ...]
    corrections: list[Note] = field(default_factory=list)
    gap: str | None = None

    @property
    def words(self) -> str:
        """Its date for readers."""
        return dated_words(self.edtf, self.mod, status=self.status)

    @property
    def machine(self) -> str | None:
        """Its date for machines, where HTML has a form for it."""
        return machine_date(self.edtf, self.mod)

    @property
    def counted(self) -> str:
        """How many sources: "1 source", "1 source, 2 sentences"."""
        articles, sentences = len({source.article for source in self.sources}), len(self.sources)
        words = count_words(articles, "source")
        return words if articles == sentences else f"{words}, {count_words(sentences, 'sentence')}"

    @property
    def origins(self) -> str:
        """Who the sources are, the first two by name."""
        names = list(dict.fromkeys(source.origin for source in self.sources if source.origin))
        return "; ".join(names[:2]) + (f" and {len(names) - 2} more" if len(names) > 2 else "")

    @cached_property
    def accounts(self) -> tuple[Account, ...]:
        """The dates the sources give, where two of them cannot both be true; else nothing."""
        accounts: dict[str, Account] = {}
        for source in self.sources:
            if source.edtf and is_valid(source.edtf) and source.edtf not in accounts:
                days = bounds(source.edtf)
                words = date_words(source.edtf)
                capital = words[:1].upper() + words[1:]
                accounts[source.edtf] = Account(source.edtf, capital, days.earliest, days.latest, source)
        given = tuple(accounts.values())
        apart = any(_apart(a, b) for i, a in enumerate(given) for b in given[i + 1 :])
        return given if apart else ()


@dataclass(frozen=True)
class Year:
    """Neighbouring entries under one heading: a year, a decade, "up to 2019"."""

    heading: str
    anchor: str
    entries: tuple[PageEntry, ...]


@dataclass(frozen=True)
class Page:
    """A timeline as its live Edition shows it."""

    number: int
    title: str
    standfirst: str
    byline: str
    first_published: date
    last_changed: date
    covers: str
    entries: tuple[PageEntry, ...]
    years: tuple[Year, ...]
    strip: Strip | None
    phone_strip: Strip | None
    corrections: Sequence[Note]
    editions: Sequence[Edition]

    @property
    def articles(self) -> int:
        """How many articles are cited."""
        return len({source.article for entry in self.entries for source in entry.sources})

    @property
    def articles_spelled(self) -> str:
        """As running text has it: "three published articles"."""
        number = NUMBERS[self.articles] if self.articles < len(NUMBERS) else str(self.articles)
        return f"{number} published article{'' if self.articles == 1 else 's'}"

    @property
    def all_sourced(self) -> bool:
        """Whether every entry rests on a quoted sentence."""
        return all(entry.sources for entry in self.entries)

    @property
    def publishers(self) -> list[str]:
        """Who is quoted, in alphabetical order."""
        return sorted({source.publisher for entry in self.entries for source in entry.sources if source.publisher})


@dataclass(frozen=True)
class Listed:
    """A timeline as the list of timelines shows it."""

    slug: str
    title: str
    standfirst: str
    byline: str
    events: str
    articles: str
    covers: str
    changed: date
    strip: Strip | None


def timeline_page(edition: Edition, editions: Sequence[Edition], corrections: Sequence[Correction]) -> Page:
    """The page of `edition`. `editions` are all of its timeline, newest first; `corrections` those they made."""
    entries = read_entries(edition)
    notes = _notes(corrections, {entry.id: entry for entry in entries})
    for before, after in pairwise(entries):
        before.gap = gap_words(before, after)
    years = _years(entries)
    marks = [_mark(entry, f"#{year.anchor}") for year in years for entry in year.entries]
    return Page(
        number=edition.number,
        title=edition.title,
        standfirst=_text(edition.content.get("standfirst")),
        byline=_text(edition.content.get("byline")),
        first_published=localdate(min(one.published_at for one in editions)),
        last_changed=localdate(edition.published_at),
        covers=covers_words(entries),
        entries=tuple(entries),
        years=years,
        strip=density_strip(marks, WIDE),
        phone_strip=density_strip(marks, NARROW, short=True),
        corrections=notes,
        editions=editions,
    )


def listed(edition: Edition) -> Listed:
    """The line of a live Edition in the list."""
    entries = read_entries(edition)
    articles = {source.article for entry in entries for source in entry.sources}
    return Listed(
        slug=edition.slug,
        title=edition.title,
        standfirst=_text(edition.content.get("standfirst")),
        byline=_text(edition.content.get("byline")),
        events=count_words(len(entries), "event"),
        articles=count_words(len(articles), "article"),
        covers=covers_words(entries, to="year"),
        changed=localdate(edition.published_at),
        strip=mini_strip([_mark(entry) for entry in entries], 260),
    )


def read_entries(edition: Edition) -> list[PageEntry]:
    """The entries of an Edition's content, in its order."""
    return [_entry(raw) for raw in edition.content.get("entries", [])]


def count_words(number: int, noun: str) -> str:
    """ "1 event", "2,000 events"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _notes(corrections: Iterable[Correction], entries: dict[int, PageEntry]) -> list[Note]:
    """The corrections for the foot, as they come; each is put beside its event too."""
    notes = []
    for correction in corrections:
        entry = entries.get(correction.entry_id) if correction.entry_id else None
        note = Note(
            localdate(correction.made_at), correction.text, entry.id if entry else None, entry.headline if entry else ""
        )
        notes.append(note)
        if entry:
            entry.corrections.append(note)
    return notes


def _entry(raw: dict[str, Any]) -> PageEntry:
    return PageEntry(
        id=raw["id"],
        edtf=raw["edtf"],
        mod=raw.get("mod"),
        earliest=_day(raw.get("earliest")),
        latest=_day(raw.get("latest")),
        headline=raw["headline"],
        description=_text(raw.get("description")),
        status=raw.get("status", "past"),
        sources=tuple(_source(source) for source in raw.get("sources", [])),
    )


def _source(raw: dict[str, Any]) -> Source:
    quote, mark = _text(raw.get("quote")), raw.get("mark") or {"start": 0, "end": 0}
    start, end = mark["start"], mark["end"]
    published = _day(raw.get("published"))
    return Source(
        article=raw["article"],
        title=_text(raw.get("title")),
        publisher=_text(raw.get("publisher")),
        published=date_words(published.isoformat()) if published else "",
        url=_text(raw.get("url")),
        before=quote[:start].lstrip(),
        marked=quote[start:end],
        after=quote[end:].rstrip(),
        note=_text(raw.get("note")),
        edtf=raw.get("edtf"),
    )


def _years(entries: Iterable[PageEntry]) -> tuple[Year, ...]:
    """Neighbours under the same heading together; an editor's order is never changed for it."""
    years: list[Year] = []
    taken: dict[str, int] = {}
    for heading, group in groupby(entries, key=year_heading):
        anchor = f"y-{slugify(heading)}"
        taken[anchor] = taken.get(anchor, 0) + 1
        unique = anchor if taken[anchor] == 1 else f"{anchor}-{taken[anchor]}"
        years.append(Year(heading, unique, tuple(group)))
    return tuple(years)


def _mark(entry: PageEntry, href: str = "") -> Mark:
    return Mark(entry.edtf, entry.mod, entry.earliest, entry.latest, entry.status, href=href)


def _apart(a: Account, b: Account) -> bool:
    """Whether no day fits both."""
    ends_before = a.latest is not None and b.earliest is not None and a.latest < b.earliest
    return ends_before or (b.latest is not None and a.earliest is not None and b.latest < a.earliest)


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _day(value: str | None) -> date | None:
    return datetime.fromisoformat(value).date() if value else None
