"""Markdown (CommonMark), to paste into an article: a heading for each year, each event with its sources' words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from timelines.content import PageEntry, Source
from timelines.exports.published import Format, Published
from timelines.wording import date_words, year_heading

_INLINE = re.compile(r"([\\`*_\[\]<>|~&])")


def write(timeline: Published) -> bytes:
    """The Markdown file."""
    return ("\n".join(_lines(timeline)).rstrip() + "\n").encode()


def text(words: str) -> str:
    """Words on one line, with nothing in them that Markdown would take for a sign of its own."""
    line = _INLINE.sub(r"\\\1", " ".join(words.split()))
    # What would begin a heading, a list or a quotation at the beginning of a line.
    return re.sub(r"^(\d+)([.)])|^([#+\-=])", lambda found: f"{found[1] or ''}\\{found[2] or found[3]}", line)


def _lines(timeline: Published) -> Iterator[str]:
    yield f"# {text(timeline.title)}"
    yield ""
    if timeline.standfirst:
        yield from (text(timeline.standfirst), "")
    if timeline.byline:
        yield from (f"By {text(timeline.byline)}", "")
    for heading, entries in groupby(timeline.entries, key=year_heading):
        yield from (f"## {text(heading)}", "")
        for entry in entries:
            yield from _event(timeline, entry)
    if timeline.corrections:
        yield from ("## Corrections", "")
        yield from (f"- {date_words(note.day.isoformat())}: {text(note.text)}" for note in timeline.corrections)
        yield ""
    day = date_words(timeline.published_at.date().isoformat())
    yield f"[{text(timeline.title)}](<{timeline.url}>), edition {timeline.number}, {day}."


def _event(timeline: Published, entry: PageEntry) -> Iterator[str]:
    yield f"**{text(entry.words)}** [{text(entry.headline)}](<{timeline.link(entry)}>)"
    yield ""
    if entry.description:
        yield from (text(entry.description), "")
    if entry.accounts:
        yield from ("The sources disagree about the date.", "")
    if entry.sources:
        yield from (f"- {_source(source)}" for source in entry.sources)
        yield ""


def _source(source: Source) -> str:
    quote = text(source.before + source.marked + source.after)
    name = text(source.origin or source.title or "Untitled article")
    credit = f"[{name}](<{_address(source.link)}>)" if source.link else name
    return f"“{quote}” {credit}" if quote else credit


def _address(url: str) -> str:
    """An address between angle brackets, which must not end there too early."""
    return url.replace("<", "%3C").replace(">", "%3E").replace("\\", "%5C").replace("\n", "")


FORMAT = Format(
    name="timeline.md",
    label="Markdown",
    about="To paste into an article.",
    media_type="text/markdown; charset=utf-8",
    write=write,
)
