"""iCalendar (RFC 5545): one all-day event for each entry that has a first or a last day.

A calendar knows days alone. What is vaguer stands on all the days it allows, up to `LONGEST`; beyond that, and where
one side is open, on its first (or only known) day. The summary begins with the date in words wherever the days say
more than the source does, and `X-DATELINE-EDTF` carries the date as it is.
"""

from __future__ import annotations

from datetime import UTC, date, timedelta
from urllib.parse import urlsplit

from icalendar import Calendar, Event

from timelines.content import PageEntry
from timelines.exports.published import Format, Published
from timelines.extraction.edtf import precision

LONGEST = timedelta(days=62)
"""A longer block would cover a calendar's months with one grey bar."""

STATUS = {"past": "CONFIRMED", "planned": "TENTATIVE", "hypothetical": "TENTATIVE"}


def write(timeline: Published) -> bytes:
    """The .ics file."""
    calendar = Calendar()
    calendar.add("prodid", "-//Dateline//Timeline//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", timeline.title)
    for entry in timeline.entries:
        days = days_of(entry)
        if days is not None:
            calendar.add_component(_event(timeline, entry, *days))
    return bytes(calendar.to_ical())


def days_of(entry: PageEntry) -> tuple[date, date] | None:
    """First and last day in the calendar; None where a calendar has no day for it."""
    first, last = entry.earliest or entry.latest, entry.latest or entry.earliest
    if first is None or last is None or last == date.max:
        return None
    open_sided = entry.earliest is None or entry.latest is None
    return (first, first) if open_sided or last - first > LONGEST else (first, last)


def _event(timeline: Published, entry: PageEntry, first: date, last: date) -> Event:
    exact = precision(entry.edtf) == "day" and entry.mod is None and entry.status == "past"
    event = Event()
    event.add("uid", f"{timeline.slug}-{entry.anchor}@{urlsplit(timeline.url).hostname or 'dateline'}")
    event.add("dtstamp", timeline.published_at.astimezone(UTC))
    event.add("last-modified", timeline.published_at.astimezone(UTC))
    event.add("sequence", timeline.number - 1)
    event.add("dtstart", first)
    event.add("dtend", last + timedelta(days=1))
    event.add("summary", entry.headline if exact else f"{entry.words}: {entry.headline}")
    event.add("description", _description(entry))
    event.add("url", timeline.link(entry))
    event.add("status", STATUS[entry.status])
    event.add("transp", "TRANSPARENT")
    event.add("x-dateline-edtf", entry.edtf)
    if entry.mod:
        event.add("x-dateline-mod", entry.mod)
    return event


def _description(entry: PageEntry) -> str:
    """The date in words, the text, and each source with the words it gave."""
    lines = [f"Date: {entry.words}", entry.description]
    for source in entry.sources:
        quote = source.before + source.marked + source.after
        lines.append(" ".join(part for part in (f"“{quote}”" if quote else "", source.origin, source.link) if part))
    return "\n".join(line for line in lines if line)


FORMAT = Format(
    name="timeline.ics",
    label="Calendar (iCalendar)",
    about="For calendar programs; vague dates are said in words there.",
    media_type="text/calendar; charset=utf-8",
    write=write,
)
