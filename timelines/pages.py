"""The pages readers are shown: an Edition's entries grouped by year, with gaps, drawings, corrections and editions.

Nothing here asks the database; a page is made from an Edition and the rows that views hand in.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby, pairwise

from django.utils.text import slugify
from django.utils.timezone import localdate

from timelines.content import Note, PageEntry, by_number, count_words, plain_text, read_entries
from timelines.drawing import Mark, Strip, density_strip, mini_strip
from timelines.filtering import Wanted, sources_of
from timelines.models import Correction, Edition, PublishedText
from timelines.wording import covers_words, dated_words, gap_words, year_heading

WIDE, NARROW = 1072, 354
"""Pixels between the margins of the page on a desk's screen and on a phone; each gets its own strip."""
LONG = 200
"""Events above which a page leaves their sources to a page of their own, and links each event to its place there."""
EVERYTHING = Wanted()
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


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
    wanted: Wanted = EVERYTHING
    shown: int = 0
    """How many events are shown, of all."""

    @property
    def sources(self) -> list[str]:
        """Whom a reader can choose the events of."""
        return sources_of(self.entries)

    @property
    def events(self) -> str:
        """How many events: "2,000"."""
        return f"{len(self.entries):,}"

    @property
    def articles(self) -> int:
        """How many articles are cited."""
        return len({source.article for entry in self.entries for source in entry.sources})

    @property
    def facts(self) -> str:
        """Size and reach in one line: "6 events from 2 articles, about 2002 to March 2022"."""
        size = count_words(len(self.entries), "event")
        if self.articles:
            size += f" from {count_words(self.articles, 'article')}"
        return f"{size}, {self.covers}" if self.covers else size

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


@dataclass(frozen=True)
class Hit:
    """What a search found: an event of a timeline, or the timeline itself."""

    row: PublishedText

    @property
    def is_event(self) -> bool:
        """Whether it is an event."""
        return self.row.entry is not None

    @property
    def when(self) -> str:
        """The event's date in words."""
        return dated_words(self.row.edtf, self.row.mod or None, status=self.row.status) if self.is_event else ""

    @property
    def anchor(self) -> str:
        """Where on the page it stands."""
        return f"#e-{self.row.entry}" if self.is_event else ""


def timeline_page(
    edition: Edition,
    editions: Sequence[Edition],
    corrections: Sequence[Correction],
    wanted: Wanted = EVERYTHING,
) -> Page:
    """The page of `edition`. `editions` are all of its timeline, newest first; `corrections` those they made.

    The strip shows the whole story, whatever is `wanted`. Between events of which some are left out no gap is told.
    """
    entries = read_entries(edition)
    notes = _notes(corrections, by_number(entries))
    picked = wanted.pick(entries)
    if not wanted.is_filtered:
        for before, after in pairwise(picked):
            before.gap = gap_words(after, before) if wanted.newest_first else gap_words(before, after)
    years = _years(picked)
    several = len(years) > 1
    anchors = {entry.id: f"#{year.anchor}" for year in years for entry in year.entries} if several else {}
    marks = [_mark(entry, anchors.get(entry.id, "")) for entry in entries]
    return Page(
        number=edition.number,
        title=edition.title,
        standfirst=plain_text(edition.content.get("standfirst")),
        byline=plain_text(edition.content.get("byline")),
        first_published=localdate(min(one.published_at for one in editions)),
        last_changed=localdate(edition.published_at),
        covers=covers_words(entries),
        entries=tuple(entries),
        years=years,
        strip=density_strip(marks, WIDE),
        phone_strip=density_strip(marks, NARROW, short=True),
        corrections=notes,
        editions=editions,
        wanted=wanted,
        shown=len(picked),
    )


def listed(edition: Edition) -> Listed:
    """The line of a live Edition in the list."""
    entries = read_entries(edition)
    articles = {source.article for entry in entries for source in entry.sources}
    return Listed(
        slug=edition.slug,
        title=edition.title,
        standfirst=plain_text(edition.content.get("standfirst")),
        byline=plain_text(edition.content.get("byline")),
        events=count_words(len(entries), "event"),
        articles=count_words(len(articles), "article") if articles else "",
        covers=covers_words(entries, to="year"),
        changed=localdate(edition.published_at),
        strip=mini_strip([_mark(entry) for entry in entries], 260),
    )


def card_strip(edition: Edition, width: float) -> Strip | None:
    """The strip for the picture of a link."""
    return density_strip([_mark(entry) for entry in read_entries(edition)], width, row=24, tallest=96)


def _notes(corrections: Iterable[Correction], entries: dict[int, PageEntry]) -> list[Note]:
    """The corrections for the foot, as they come; each is put beside its event too."""
    notes = []
    for correction in corrections:
        entry = entries.get(correction.entry_id) if correction.entry_id else None
        note = Note(
            localdate(correction.made_at),
            correction.text,
            entry.anchor if entry else "",
            entry.headline if entry else "",
        )
        notes.append(note)
        if entry:
            entry.corrections.append(note)
    return notes


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
