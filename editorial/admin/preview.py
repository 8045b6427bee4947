"""What would be published if a moderator did it now: the readers' page, and what is left out of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from editorial import publishing
from timelines.models import Correction, Edition, Timeline
from timelines.pages import Page, timeline_page


@dataclass(frozen=True)
class Warned:
    """An accepted entry whose date came with a warning: where it stands on the page, and why it was warned of."""

    anchor: str
    words: str
    headline: str
    reason: str


@dataclass(frozen=True)
class Preview:
    """`timeline` has the counts of `with_counts`; `page` is what readers would see."""

    timeline: Any
    edition: Edition
    page: Page
    warned: tuple[Warned, ...]
    rejected: int

    @property
    def first(self) -> bool:
        """Whether nothing was published before."""
        return self.edition.number == 1

    @property
    def disagreeing(self) -> int:
        """How many events have sources whose dates cannot all be right."""
        return sum(1 for entry in self.page.entries if entry.accounts)


def look(pk: int) -> Preview | None:
    """The preview of that timeline, None where there is none. The same few queries for any number of entries.

    The timeline's row is read first: an edit after that moment makes its revision stale, and publishing is refused.
    """
    rows = Timeline.objects.with_counts().select_related("owner", "submitted_by", "live_edition")
    timeline = rows.defer("live_edition__content").filter(pk=pk).first()
    if timeline is None:
        return None
    editions = list(timeline.editions.defer("content").order_by("-number"))
    edition = Edition(
        timeline=timeline,
        number=editions[0].number + 1 if editions else 1,
        slug=timeline.slug,
        title=timeline.title,
        content=publishing.freeze(timeline),
        published_at=timezone.now(),
    )
    page = timeline_page(edition, [edition, *editions], list(Correction.objects.filter(edition__timeline=timeline)))
    return Preview(timeline, edition, page, _warned(timeline, page), timeline.entries.rejected().count())


def _warned(timeline: Timeline, page: Page) -> tuple[Warned, ...]:
    """The accepted entries with a warning, in the page's order."""
    rows = timeline.entries.accepted().exclude(warnings=[]).values_list("pk", "warnings")
    reasons = {pk: warnings[0]["message"] for pk, warnings in rows}
    return tuple(
        Warned(entry.anchor, entry.words, entry.short_headline, reasons[entry.id])
        for entry in page.entries
        if entry.id in reasons
    )
