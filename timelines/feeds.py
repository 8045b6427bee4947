"""Atom feeds (RFC 4287): of one timeline, its events as they came and changed; of all, the timelines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.syndication.views import Feed
from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from timelines.changes import Life, lives
from timelines.content import PageEntry, by_number, count_words, plain_text, read_entries
from timelines.models import Correction, Edition

ITEMS = 100
"""Entries in a feed: the newest. A reader that asks once a month still misses nothing of an ordinary story."""

_NOT_IN_XML = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 has no place for, not even escaped: https://www.w3.org/TR/xml/#charsets."""


class Atom(Atom1Feed):
    """Atom without the letters that XML cannot hold: one in a headline, pasted unseen, would break the whole feed."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*map(_for_xml, args), **{name: _for_xml(value) for name, value in kwargs.items()})

    def add_item(self, *args: Any, **kwargs: Any) -> None:
        """As it comes, but for those letters."""
        super().add_item(*map(_for_xml, args), **{name: _for_xml(value) for name, value in kwargs.items()})


def _for_xml(value: Any) -> Any:
    return _NOT_IN_XML.sub("", value) if isinstance(value, str) else value


@dataclass(frozen=True)
class Told:
    """An event in the feed, with when it came and changed and what was put right about it."""

    entry: PageEntry
    life: Life
    link: str
    corrections: Sequence[Correction]


class TimelineFeed(Feed):  # type: ignore[type-arg]
    """One timeline: an event comes up again when an Edition changes it or puts it right."""

    feed_type = Atom

    def get_object(self, request: HttpRequest, slug: str) -> Edition:
        """The live Edition; 404 for drafts and for what never was."""
        edition = Edition.objects.published().filter(slug=slug).first()
        if edition is None:
            raise Http404
        return edition

    def title(self, edition: Edition) -> str:
        """The timeline's."""
        return edition.title

    def subtitle(self, edition: Edition) -> str:
        """The timeline's standfirst."""
        return plain_text(edition.content.get("standfirst"))

    def author_name(self, edition: Edition) -> str:
        """The byline."""
        return plain_text(edition.content.get("byline")) or "Dateline"

    def link(self, edition: Edition) -> str:
        """Its page."""
        return reverse("timelines:timeline", args=[edition.slug])

    def items(self, edition: Edition) -> list[Told]:
        """The events, the last changed first."""
        known = lives(list(Edition.objects.shown(edition.timeline_id)))
        entries = read_entries(edition)
        now = by_number(entries)
        link = self.link(edition)
        notes: dict[int, list[Correction]] = {}
        found = Correction.objects.filter(edition__timeline=edition.timeline_id, edition__number__lte=edition.number)
        for note in found.exclude(entry=None).order_by("made_at"):
            entry = now.get(note.entry_id or 0)
            if entry is not None:
                notes.setdefault(entry.id, []).append(note)
        told = [Told(entry, known[entry.id], f"{link}#{entry.anchor}", notes.get(entry.id, ())) for entry in entries]
        return sorted(told, key=lambda one: (_last(one), one.entry.id), reverse=True)[:ITEMS]

    def item_title(self, item: Told) -> str:
        """Date and headline."""
        return f"{item.entry.words}: {item.entry.headline}"

    def item_description(self, item: Told) -> SafeString:
        """Text, corrections and the sources' sentences."""
        corrections = format_html_join(
            "", "<p><strong>Correction:</strong> {}</p>", ((note.text,) for note in item.corrections)
        )
        sources = format_html_join(
            "", "<li>{} {}</li>", ((source.quote, source.credit) for source in item.entry.sources)
        )
        description = format_html("<p>{}</p>", item.entry.description) if item.entry.description else ""
        return format_html("{}{}{}", description, corrections, format_html("<ul>{}</ul>", sources) if sources else "")

    def item_link(self, item: Told) -> str:
        """The event on its page."""
        return item.link

    def item_pubdate(self, item: Told) -> datetime:
        """When readers first saw it."""
        return item.life.first

    def item_updateddate(self, item: Told) -> datetime:
        """When it last changed or was put right."""
        return _last(item)


def _last(told: Told) -> datetime:
    return max([told.life.last, *(note.made_at for note in told.corrections)])


class AllFeed(Feed):  # type: ignore[type-arg]
    """All timelines, the last published first."""

    feed_type = Atom
    title = "Timelines"
    subtitle = "Stories told in dated events. Every date opens the sentence it rests on."
    author_name = "Dateline"

    def link(self) -> str:
        """The list of timelines."""
        return reverse("timelines:index")

    def items(self) -> list[Edition]:
        """The live Editions."""
        return list(Edition.objects.published().select_related("timeline")[:ITEMS])

    def item_title(self, item: Edition) -> str:
        """The timeline's."""
        return item.title

    def item_description(self, item: Edition) -> str:
        """Standfirst and size."""
        size = count_words(len(item.content.get("entries", [])), "event")
        standfirst = plain_text(item.content.get("standfirst"))
        return f"{standfirst} {size}.".strip()

    def item_link(self, item: Edition) -> str:
        """Its page."""
        return reverse("timelines:timeline", args=[item.slug])

    def item_pubdate(self, item: Edition) -> datetime:
        """When this Edition came out."""
        return item.published_at

    def item_updateddate(self, item: Edition) -> datetime:
        """When this Edition came out."""
        return item.published_at
