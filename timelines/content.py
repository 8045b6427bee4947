"""An Edition's content as typed and worded objects: entries, their sources, and what a correction says of them.

The shapes of the JSON are those `editorial.publishing` freezes. Nothing here asks the database.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString

from timelines.extraction.edtf import bounds, is_valid
from timelines.models import Edition
from timelines.templatetags.dateline import web_link
from timelines.wording import date_words, dated_words, machine_date


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
    mod: str | None
    published_on: date | None = None

    @cached_property
    def quote(self) -> SafeString:
        """The sentence in quotation marks, with the words that gave the date marked; empty where none is quoted."""
        if self.marked:
            return format_html("“{}<mark>{}</mark>{}”", self.before, self.marked, self.after)
        return format_html("“{}”", self.before + self.after) if self.before or self.after else SafeString("")

    @property
    def credit(self) -> SafeString:
        """Publisher, title (a link where there is an address) and date."""
        title = format_html("<bdi>{}</bdi>", self.title or self.link or "Untitled article")
        if self.link:
            title = format_html('<a href="{}" rel="noopener">{}</a>', self.link, title)
        if self.publisher:
            title = format_html("<bdi>{}</bdi>, {}", self.publisher, title)
        return format_html("{}, {}.", title, self.published) if self.published else format_html("{}.", title)

    @cached_property
    def link(self) -> str:
        """Where it can be read; empty where the address is none for the web."""
        return web_link(self.url)

    @cached_property
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
    mod: str | None = None
    status: str = "past"
    others: tuple[str, ...] = ()
    """Who else gives it."""


@dataclass(frozen=True)
class Note:
    """A correction; `anchor` and `headline` say which event of this Edition it touches, where it touches one."""

    day: date
    text: str
    anchor: str
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
    merged: tuple[int, ...] = ()
    """The numbers of events that earlier Editions may have told on their own and that are part of this one now."""

    @property
    def short_headline(self) -> str:
        """The headline, or its beginning, to name a link with."""
        return self.headline if len(self.headline) <= 80 else f"{self.headline[:79]}…"

    @cached_property
    def anchor(self) -> str:
        """Where links to it point, now and in every later Edition."""
        return f"e-{self.id}"

    @property
    def former_anchors(self) -> list[str]:
        """Where links to what is part of it now point."""
        return [f"e-{pk}" for pk in self.merged]

    @property
    def words(self) -> str:
        """Its date for readers: "planned for 2 August 2019"."""
        return dated_words(self.edtf, self.mod, status=self.status)

    @property
    def date(self) -> SafeString:
        """Its date in words, with the machine's date where HTML has a form for it; "planned for" on its own line."""
        machine, words = machine_date(self.edtf, self.mod), self.words
        plan = re.match(r"planned for( the)? ", words)
        prefix = format_html('<span class="event__prefix">{}</span>', plan[0]) if plan else ""
        words = words[plan.end() :] if plan else words
        if machine is None:
            return format_html("{}{}", prefix, words)
        return format_html('{}<time datetime="{}">{}</time>', prefix, machine, words)

    @property
    def counted(self) -> str:
        """How many sources: "1 source", "1 source, 2 sentences"."""
        if len(self.sources) == 1:
            return "1 source"
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
        if len(self.sources) < 2:
            return ()
        saying: dict[tuple[str, str | None], list[Source]] = {}
        for source in self.sources:
            if source.edtf and is_valid(source.edtf):
                saying.setdefault((source.edtf, source.mod), []).append(source)
        given = tuple(_account(edtf, mod, sources) for (edtf, mod), sources in saying.items())
        apart = any(_apart(a, b) for i, a in enumerate(given) for b in given[i + 1 :])
        return given if apart else ()


def read_entries(edition: Edition) -> list[PageEntry]:
    """The entries of an Edition's content, in its order."""
    return [_entry(raw) for raw in edition.content.get("entries", [])]


def by_number(entries: Iterable[PageEntry]) -> dict[int, PageEntry]:
    """The event that each number means now: its own, and those of the events that are part of it."""
    rows = list(entries)
    merged = {pk: entry for entry in rows for pk in entry.merged}
    return merged | {entry.id: entry for entry in rows}


def count_words(number: int, noun: str) -> str:
    """ "1 event", "2,000 events"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _entry(raw: dict[str, Any]) -> PageEntry:
    return PageEntry(
        id=raw["id"],
        edtf=raw["edtf"],
        mod=raw.get("mod"),
        earliest=_day(raw.get("earliest")),
        latest=_day(raw.get("latest")),
        headline=raw["headline"],
        description=plain_text(raw.get("description")),
        status=raw.get("status", "past"),
        sources=tuple(_source(source) for source in raw.get("sources", [])),
        merged=tuple(raw.get("merged", ())),
    )


def _source(raw: dict[str, Any]) -> Source:
    quote, mark = raw.get("quote") or "", raw.get("mark") or {"start": 0, "end": 0}
    start, end = mark["start"], mark["end"]
    published = _day(raw.get("published"))
    return Source(
        article=raw["article"],
        title=plain_text(raw.get("title")),
        publisher=plain_text(raw.get("publisher")),
        published=date_words(published.isoformat()) if published else "",
        url=plain_text(raw.get("url")),
        before=quote[:start].lstrip(),
        marked=quote[start:end],
        after=quote[end:].rstrip(),
        note=plain_text(raw.get("note")),
        edtf=raw.get("edtf"),
        mod=raw.get("mod"),
        published_on=published,
    )


def _account(edtf: str, mod: str | None, sources: list[Source]) -> Account:
    """One date with those who give it."""
    days, words = bounds(edtf, mod), date_words(edtf, mod)
    first = sources[0]
    others = tuple(dict.fromkeys(source.origin for source in sources if source.origin not in ("", first.origin)))
    return Account(edtf, words[:1].upper() + words[1:], days.earliest, days.latest, first, mod, others=others)


def _apart(a: Account, b: Account) -> bool:
    """Whether no day fits both."""
    ends_before = a.latest is not None and b.earliest is not None and a.latest < b.earliest
    return ends_before or (b.latest is not None and a.earliest is not None and b.latest < a.earliest)


def plain_text(value: object) -> str:
    """The text without space around it, empty for what is no text."""
    return value.strip() if isinstance(value, str) else ""


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value[:10]) if value else None
