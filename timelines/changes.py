"""What one Edition changed against the one before it: events added, changed, taken out, and moved.

Works on the frozen content alone. An event is the same one as long as its id is the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from timelines.content import PageEntry, by_number, count_words, read_entries
from timelines.models import Edition

COMPARED = ("date", "headline", "description", "status", "sources")


@dataclass(frozen=True)
class Changed:
    """An event that both Editions have; `what` names what differs, of `COMPARED`."""

    before: PageEntry
    after: PageEntry
    what: tuple[str, ...]

    @property
    def words(self) -> str:
        """What differs: "date (was April 2022), headline"."""
        return ", ".join(f"date (was {self.before.words})" if part == "date" else part for part in self.what)


@dataclass(frozen=True)
class Changes:
    """What an Edition brought. The first one brought everything and says so with `is_first`."""

    added: tuple[PageEntry, ...] = ()
    changed: tuple[Changed, ...] = ()
    removed: tuple[PageEntry, ...] = ()
    about: tuple[str, ...] = ()
    is_first: bool = False
    is_reordered: bool = False

    @property
    def words(self) -> str:
        """In one line: "4 events added, 1 date changed"."""
        if self.is_first:
            return "first published"
        dates = sum("date" in row.what for row in self.changed)
        others = len(self.changed) - dates
        parts = [
            f"{count_words(len(self.added), 'event')} added" if self.added else "",
            f"{count_words(dates, 'date')} changed" if dates else "",
            f"{count_words(others, 'event')} reworded" if others else "",
            f"{count_words(len(self.removed), 'event')} taken out" if self.removed else "",
            f"{' and '.join(self.about)} changed" if self.about else "",
            "order changed" if self.is_reordered else "",
        ]
        return ", ".join(part for part in parts if part) or "nothing changed for readers"


@dataclass
class Life:
    """When readers first saw an event as it is told now, and when it last changed."""

    first: datetime
    last: datetime
    editions: list[int] = field(default_factory=list)


def changes(before: Edition | None, after: Edition) -> Changes:
    """What `after` changed. Without a `before` it is the first Edition."""
    now = read_entries(after)
    if before is None:
        return Changes(added=tuple(now), is_first=True)
    then = {entry.id: entry for entry in read_entries(before)}
    kept = [entry for entry in now if entry.id in then]
    changed = ((then[entry.id], entry, _differences(then[entry.id], entry)) for entry in kept)
    ids = {entry.id for entry in now}
    told = by_number(now)
    return Changes(
        added=tuple(entry for entry in now if entry.id not in then),
        changed=tuple(Changed(old, new, what) for old, new, what in changed if what),
        removed=tuple(entry for pk, entry in then.items() if pk not in told),
        about=_about(before, after),
        is_reordered=[entry.id for entry in kept] != [pk for pk in then if pk in ids],
    )


def all_changes(editions: Sequence[Edition]) -> list[tuple[Edition, Changes]]:
    """Each Edition with what it changed; `editions` with their content, the oldest first, and so is the answer."""
    return [(edition, changes(editions[i - 1] if i else None, edition)) for i, edition in enumerate(editions)]


def lives(editions: Sequence[Edition]) -> dict[int, Life]:
    """Event id -> when it came and last changed, for the events of the last of `editions` (the oldest first)."""
    found: dict[int, Life] = {}
    for edition, change in all_changes(editions):
        for entry in change.added:
            found[entry.id] = Life(edition.published_at, edition.published_at, [edition.number])
        for row in change.changed:
            found[row.after.id].last = edition.published_at
            found[row.after.id].editions.append(edition.number)
        for entry in change.removed:
            found.pop(entry.id, None)
    return found


def _differences(before: PageEntry, after: PageEntry) -> tuple[str, ...]:
    same = {
        "date": (before.edtf, before.mod) == (after.edtf, after.mod),
        "headline": before.headline == after.headline,
        "description": before.description == after.description,
        "status": before.status == after.status,
        "sources": before.sources == after.sources,
    }
    return tuple(name for name in COMPARED if not same[name])


def _about(before: Edition, after: Edition) -> tuple[str, ...]:
    """Which of the words above the events differ."""
    names = ("title", "standfirst", "byline")
    return tuple(name for name in names if before.content.get(name, "") != after.content.get(name, ""))
