"""What a typed date means, and what the sources of its entry say to it, before anything is saved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from editorial import loading, precision, quoting
from editorial.errors import Refused
from timelines.extraction import bounds, read_date
from timelines.extraction.types import Reading, UnreadableDate
from timelines.models import Article, Entry, TemporalExpression
from timelines.wording import date_words

MOST_OFFERED = 3
"""Readings of what is no date; a line of words can hold many."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A date that can be taken instead: its words, and what to write into the box for it."""

    words: str
    typed: str


@dataclass(frozen=True, slots=True)
class Echo:
    """The answer to a typed date: how it is read, or `message` on why not, and dates to take instead."""

    typed: str
    reading: Reading | None = None
    message: str = ""
    note: str = ""
    offers: tuple[Offer, ...] = ()

    @property
    def words(self) -> str:
        """What readers will see."""
        return date_words(self.reading.edtf, self.reading.mod) if self.reading else ""

    @property
    def not_before(self) -> str:
        """The first day in words."""
        return _day_words(self.reading.earliest) if self.reading else ""

    @property
    def not_after(self) -> str:
        """The last day in words."""
        return _day_words(self.reading.latest) if self.reading else ""

    @property
    def size(self) -> str:
        """How much the date leaves open: "10 days of 2019"."""
        return size_words(self.reading.earliest, self.reading.latest) if self.reading else ""


def look_at(typed: str, *, entry: Entry | None = None, article: Article | None = None) -> Echo:
    """Read what was typed, counting from the article's publication day, and hold it against the entry's sources."""
    try:
        reading = read(typed, entry=entry, article=article)
    except UnreadableDate as unread:
        near = (unread.nearest, *unread.others) if unread.nearest else ()
        return Echo(typed, message=unread.message, offers=tuple(dict.fromkeys(map(offer, near[:MOST_OFFERED]))))
    if entry is None:
        return Echo(typed, reading)
    sources = dated_sources(entry)
    try:
        precision.check_precision(entry, reading)
    except Refused as refused:
        return Echo(typed, reading, message=refused.message, offers=_supported(sources))
    note = _note(reading, sources)
    return Echo(typed, reading, note=note, offers=_supported(sources) if note else ())


def read(typed: str, *, entry: Entry | None = None, article: Article | None = None) -> Reading:
    """The reading of a typed date. Raises UnreadableDate.

    The entry's own date in words is that date, so that a form saved as it came changes nothing.
    """
    words = " ".join(typed.split())
    if entry is not None:
        event = entry.event
        if words == date_words(event.edtf, event.mod or None):
            return Reading(event.edtf, event.earliest, event.latest, event.mod or None)  # type: ignore[arg-type]
        article = article or _first_article(entry)
    return read_date(words, article.published if article else None, article.language if article else "en")


def dated_sources(entry: Entry) -> list[TemporalExpression]:
    """The expressions that gave the entry a date, the most precise first."""
    found = (citation.expression for citation in loading.citations(entry.event))
    return sorted(
        (row for row in found if row is not None and row.edtf), key=lambda row: quoting.width(row.earliest, row.latest)
    )


def offer(reading: Reading) -> Offer:
    """The date as a button: in words where the words lead back to it, else as EDTF."""
    words = date_words(reading.edtf, reading.mod)
    try:
        again = read_date(words, None, "en")
    except UnreadableDate:
        return Offer(words, reading.edtf)
    return Offer(words, words if (again.edtf, again.mod) == (reading.edtf, reading.mod) else reading.edtf)


def size_words(earliest: date | None, latest: date | None) -> str:
    """How many days, months or years a date leaves open."""
    if earliest is None or latest is None:
        return "open at one side"
    days = (latest - earliest).days + 1
    if earliest.year == latest.year:
        return _part_of_year(earliest, latest, days)
    if (earliest.month, earliest.day) == (1, 1) and (latest.month, latest.day) == (12, 31):
        return f"{latest.year - earliest.year + 1} years"
    return f"{days} days" if days < 100 else f"about {round(days / 30.44)} months"


def _part_of_year(earliest: date, latest: date, days: int) -> str:
    """So many days or months of one year."""
    after = date.fromordinal(latest.toordinal() + 1) if latest < date.max else latest
    if earliest.day != 1 or after.day != 1:
        return f"{days} day{'s' if days > 1 else ''} of {earliest.year}"
    months = (after.year - earliest.year) * 12 + after.month - earliest.month
    if months == 12:
        return f"all of {earliest.year}"
    return f"{months} month{'s' if months > 1 else ''} of {earliest.year}"


def _note(reading: Reading, sources: Sequence[TemporalExpression]) -> str:
    """What to say of a date that the sources allow, but do not say."""
    if not sources or any((row.edtf, row.mod or None) == (reading.edtf, reading.mod) for row in sources):
        return ""
    finest = sources[0]
    if quoting.width(reading.earliest, reading.latest) > quoting.width(finest.earliest, finest.latest):
        return "This is wider than the source. You can save it, or take a date the source supports:"
    return f"The source says “{finest.text}”. You can save another date, or take one the source supports:"


def _supported(sources: Sequence[TemporalExpression]) -> tuple[Offer, ...]:
    """The sources' own dates, and the month of a day."""
    offers = [offer(Reading(row.edtf, row.earliest, row.latest, row.mod or None)) for row in sources]  # type: ignore[arg-type]
    if sources and sources[0].earliest is not None and sources[0].earliest == sources[0].latest:
        month = f"{sources[0].earliest:%Y-%m}"
        offers.append(offer(Reading(month, *bounds(month))))
    return tuple(dict.fromkeys(offers))


def _first_article(entry: Entry) -> Article | None:
    """The article whose publication day relative dates count from."""
    return next((citation.article for citation in loading.citations(entry.event)), None)


def _day_words(day: date | None) -> str:
    return date_words(day.isoformat()) if day else "open"
