"""One entry as the desk shows it: its date in words, its sources, its warnings with their readings.

A page of rows costs three queries, whatever its length (`editorial.loading`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, cast

from editorial import loading, merging, precision, reckoning, source
from editorial.disagreeing import Account, accounts
from timelines.extraction.types import Reading
from timelines.models import Article, Citation, Entry, TemporalExpression, Timeline
from timelines.wording import date_words, dated_words, month_note, year_heading


@dataclass(frozen=True, slots=True)
class Quoted:
    """A source of an entry: the words that gave its date (or the sentence), and where they stand."""

    key: str
    article: Article
    place: str
    words: str
    citation: int = 0
    dated: TemporalExpression | None = None

    @property
    def publisher(self) -> str:
        """Who says it: the publisher, else the article's title."""
        return self.article.publisher.name if self.article.publisher else str(self.article)


@dataclass(frozen=True, slots=True)
class Told:
    """Another entry in short: the one that a proposal seems to repeat, or one that was merged into this one. `said` is
    who says it, in which words."""

    pk: int
    headline: str
    words: str
    said: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """A way to read a doubtful date, as a button; `index` counts the readings from 0."""

    index: int
    words: str
    why: str

    @property
    def number(self) -> int:
        """The key that chooses it."""
        return self.index + 1


@dataclass(slots=True)
class Row:
    """One entry as it is shown; `gap` is the time to the next one in words, `said` a refusal to show on it."""

    entry: Entry
    words: str
    quoted: list[Quoted] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    choices: list[Choice] = field(default_factory=list)
    gap: str | None = None
    is_current: bool = False
    said: str = ""
    same: Told | None = None
    """What it seems to repeat, while nobody has said."""
    disagreement: tuple[Account, ...] = ()
    """The dates that its sources give, where they cannot all be true."""
    merged: list[Told] = field(default_factory=list)
    """The entries that were merged into it."""

    @property
    def why(self) -> str:
        """From which day its date was counted, where the source does not name the date itself."""
        for quoted in self.quoted[:1]:
            return reckoning.why(self.entry.event, quoted.dated, quoted.article, quoted.words)
        return ""

    @property
    def article(self) -> int | None:
        """The article of its first source."""
        return self.quoted[0].article.pk if self.quoted else None

    @property
    def id(self) -> str:
        """The entry's number; as text it is drawn five times as fast, and a page holds thousands."""
        return str(self.entry.pk)

    @property
    def version(self) -> str:
        """Which version this is."""
        return str(self.entry.version)

    @property
    def at(self) -> str:
        """Its position."""
        return str(self.entry.position)

    @property
    def year(self) -> str:
        """The year it stands under."""
        return year_heading(cast("Any", self.entry.event))

    @property
    def month(self) -> str:
        """What is said beside the year: its month, or that none is given."""
        return month_note(cast("Any", self.entry.event))

    @property
    def is_proposed(self) -> bool:
        """Whether nobody has decided it."""
        return self.entry.state == Entry.State.PROPOSED

    @property
    def is_accepted(self) -> bool:
        """Whether it is on the timeline."""
        return self.entry.state == Entry.State.ACCEPTED

    @property
    def is_rejected(self) -> bool:
        """Whether it is set aside."""
        return self.entry.state == Entry.State.REJECTED


def rows_of(timeline: Timeline, pks: Sequence[int]) -> list[Row]:
    """The rows of these entries, in the timeline's order."""
    return [row_of(entry) for entry in loading.with_sources(timeline.entries.filter(pk__in=pks).in_order())]


def row_of(entry: Entry) -> Row:
    """One row, from an entry loaded by `editorial.loading` (or any other; then with more queries)."""
    event = entry.event
    row = Row(entry, dated_words(event.edtf, event.mod or None, status=event.status))
    row.quoted = [_quoted(citation) for citation in event.citations.all()]
    row.warnings = [warning["message"] for warning in entry.warnings]
    row.choices = [_choice(index, reading) for index, reading in enumerate(precision.readings_of(entry))]
    row.disagreement = accounts(event, row.quoted) if len(row.quoted) > 1 else ()
    row.same = _same(entry)
    row.merged = _merged(entry)
    return row


def _same(entry: Entry) -> Told | None:
    """What the proposal seems to repeat; without its words where that has been merged meanwhile."""
    same = merging.same_as(entry)
    if same is None:
        return None
    event = same.event
    rows = getattr(entry, "same_said", None) if same == entry.same_as else None
    words = dated_words(event.edtf, event.mod or None, status=event.status)
    return Told(same.pk, event.headline, words, tuple((who, said) for _, who, said in sorted(rows or ())))


def _merged(entry: Entry) -> list[Told]:
    """What is merged into the entry, as `loading` brought it."""
    rows = sorted(getattr(entry, "merged_rows", None) or ())
    return [
        Told(pk, headline, dated_words(edtf, mod or None, status=status)) for _, pk, headline, edtf, mod, status in rows
    ]


def _quoted(citation: Citation) -> Quoted:
    key = f"m-{citation.expression_id}" if citation.expression_id else f"c-{citation.pk}"
    words: str = getattr(citation, "words", "") or citation.quote
    lead: str = getattr(citation, "lead", "") or ""
    words = lead[len(lead) - source.preposition(lead) :] + words
    place = source.place_words(citation.article.blocks, citation.start)
    return Quoted(key, citation.article, place, words, citation.pk, citation.expression)


def _choice(index: int, reading: Reading) -> Choice:
    return Choice(index, date_words(reading.edtf, reading.mod), reading.note)
