"""The entries of a timeline as the desk lists them: counted, grouped by year, a page at a time.

Nothing here reads all entries: counts come from an index, a page is found by the position of what stands on it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from typing import Any, cast

from django.db.models import Count, Q, Subquery, Value
from django.db.models.functions import Coalesce

from editorial import loading
from editorial.finding import SHOWS, STATES, Show, Wanted
from editorial.rows import Row, row_of
from timelines.models import Entry, Timeline
from timelines.models.timelines import EntryQuerySet
from timelines.wording import gap_words

PAGE = 60
"""Rows on one page of the list."""

FOLDED = 10
"""Rejected entries folded away under the list; all of them are under their own tab."""


@dataclass(frozen=True, slots=True)
class Group:
    """A year with its rows; `note` says the month where they share one."""

    heading: str
    note: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """One page of the list, and what is said about all of it. `wanted` is what is shown, not always what was asked."""

    wanted: Wanted
    counts: dict[Show, int]
    groups: tuple[Group, ...] = ()
    rejected: tuple[Row, ...] = ()
    current: Row | None = None
    page: int = 1
    pages: int = 1

    @property
    def show(self) -> Show:
        """Which tab is open."""
        return self.wanted.show

    @property
    def rows(self) -> list[Row]:
        """Every row on the page."""
        return [row for group in self.groups for row in group.rows] + list(self.rejected)

    @property
    def shown(self) -> set[int]:
        """The entries on the page."""
        return {row.entry.pk for row in self.rows}

    @property
    def tabs(self) -> list[tuple[Show, str, int]]:
        """What may be shown, its name, how many there are."""
        names = ("All", "To decide", "Accepted", "Rejected")
        return [(show, name, self.counts[show]) for show, name in zip(SHOWS, names, strict=True)]

    @property
    def before_current(self) -> int:
        """The entry above the current one on the page, or that one itself."""
        return self._beside_current(-1)

    @property
    def after_current(self) -> int:
        """The entry below the current one on the page, or that one itself."""
        return self._beside_current(1)

    def _beside_current(self, step: int) -> int:
        pks = [row.entry.pk for row in self.rows]
        if self.current is None:
            return 0
        at = pks.index(self.current.entry.pk) + step
        return pks[min(max(at, 0), len(pks) - 1)]

    @property
    def more_rejected(self) -> int:
        """Rejected entries that are not among the folded ones."""
        return self.counts["rejected"] - len(self.rejected) if self.show == "all" else 0


@dataclass(frozen=True, slots=True)
class Around:
    """What an answer about one entry says of the others: how many there are, and which is to be decided next."""

    wanted: Wanted
    counts: dict[Show, int]
    following: int
    shown: set[int] = field(default_factory=set)
    current: None = None

    show = Listing.show
    tabs = Listing.tabs


def read(
    timeline: Timeline,
    wanted: Wanted,
    *,
    page: int = 0,
    current: int | None = None,
    known: Entry | None = None,
    beside: int | None = None,
) -> Listing:
    """The list. `page` 0 is the page that holds `current`.

    `current` is opened; where it is not to be seen under what is wanted, all entries are shown. Without it the first
    undecided one on the page is, of those that cite the article `beside` where there are some. `known` is that entry
    where it is at hand: then the list costs two queries.
    """
    wanted, found = _seen(timeline, wanted, current, known)
    entries = wanted.entries(timeline)
    counts, above = _counted(wanted, entries, found if page == 0 else None)
    total = sum(counts[show] for show in ("undecided", "accepted")) if wanted.show == "all" else counts[wanted.show]
    pages = max(1, -(-total // PAGE))
    number = min(max(page or above // PAGE + 1, 1), pages)
    placed, aside = _rows(timeline, wanted, entries, PAGE * (number - 1), lean=known is None)
    if wanted.show in ("all", "accepted") and not wanted.is_filtered:
        _write_gaps(placed, newest=wanted.newest)
    return Listing(
        wanted=wanted,
        counts=counts,
        groups=tuple(_grouped(placed)),
        rejected=tuple(aside),
        current=_open([*placed, *aside], current, beside),
        page=number,
        pages=pages,
    )


def around(timeline: Timeline, wanted: Wanted, entry: Entry) -> Around:
    """How many entries there are, and the one to decide after this one: the next in the view, else the first, else this
    one itself. One query."""
    entries = wanted.entries(timeline)
    undecided = wanted.in_order(entries.filter(state=Entry.State.PROPOSED).exclude(pk=entry.pk))
    asked = {state: _count(entries.filter(state=state)) for state in STATES["all"]}
    row: dict[str, Any] = dict(
        Timeline.objects.filter(pk=timeline.pk)
        .values(
            **asked,
            following=Coalesce(
                Subquery(wanted.behind(undecided, entry.position).values("pk")[:1]),
                Subquery(undecided.values("pk")[:1]),
                Value(entry.pk),
            ),
        )
        .get()
    )
    return Around(wanted, _by_tab(row), row["following"], {entry.pk})


def how_many(timeline: Timeline, shown: Listing) -> int:
    """Entries of the timeline, whatever the filters leave of them."""
    return _counts(Wanted().entries(timeline))["all"] if shown.wanted.is_filtered else shown.counts["all"]


def counts_of(timeline: Timeline, wanted: Wanted) -> Listing:
    """The tabs alone."""
    return Listing(wanted, _counts(wanted.entries(timeline)))


def gaps_of(timeline: Timeline, wanted: Wanted, pks: Sequence[int]) -> dict[int, str]:
    """What is written below these entries: the time to the next one in the view; empty for nothing."""
    if wanted.is_filtered or wanted.show not in ("all", "accepted"):
        return {}
    listed = wanted.listed(wanted.entries(timeline))
    rows = {entry.pk: entry for entry in listed.filter(pk__in=pks).select_related("event")}
    following = {
        pk: wanted.behind(listed, row.position).values_list("pk", flat=True).first() for pk, row in rows.items()
    }
    beside = {
        entry.pk: entry for entry in listed.filter(pk__in=filter(None, following.values())).select_related("event")
    }
    return {pk: _gap(row, beside.get(following[pk] or 0), newest=wanted.newest) or "" for pk, row in rows.items()}


def _seen(timeline: Timeline, wanted: Wanted, current: int | None, known: Entry | None) -> tuple[Wanted, int | None]:
    """What to show so that the entry is to be seen, and its position; None where it is not on the tab's pages."""
    if current is None:
        return wanted, None
    entries = timeline.entries.exclude(state=Entry.State.MERGED)
    if known is not None and known.pk == current:
        row: tuple[int, str] | None = (known.position, known.state)
    else:
        row = entries.filter(pk=current).values_list("position", "state").first()
    if row is None:
        return wanted, None
    position, state = row
    hidden = wanted.is_filtered and not wanted.entries(timeline).filter(pk=current).exists()
    if hidden or state not in STATES[wanted.show]:
        wanted = wanted.everything
    return wanted, None if wanted.show == "all" and state == Entry.State.REJECTED else position


def _counts(entries: EntryQuerySet) -> dict[Show, int]:
    return _by_tab(dict(entries.values_list("state").annotate(number=Count("pk"))))


def _counted(wanted: Wanted, entries: EntryQuerySet, found: int | None) -> tuple[dict[Show, int], int]:
    """How many there are under each tab, and how many stand above the position `found` in the view. One query."""
    asked = {state: Count("pk", filter=Q(state=state)) for state in STATES["all"]}
    if found is None:
        row = entries.aggregate(**asked)
    else:
        passed = Q(position__gt=found) if wanted.newest else Q(position__lt=found)
        row = entries.aggregate(**asked, above=Count("pk", filter=passed & Q(state__in=wanted.states)))
    return _by_tab(row), row.get("above", 0)


def _by_tab(by_state: dict[str, int]) -> dict[Show, int]:
    return {show: sum(by_state.get(state) or 0 for state in STATES[show]) for show in SHOWS}


def _count(entries: EntryQuerySet) -> Subquery:
    return Subquery(entries.values("timeline").annotate(number=Count("pk")).values("number"))


def _rows(
    timeline: Timeline, wanted: Wanted, entries: EntryQuerySet, first: int, *, lean: bool
) -> tuple[list[Row], list[Row]]:
    """The rows of a page that begins with the entry number `first`, and the rejected ones below the list.

    `lean`: in three queries, each article once, which is faster; else in a single one.
    """
    on_page = Q(pk__in=wanted.listed(entries).values("pk")[first : first + PAGE])
    if wanted.show == "all":
        on_page |= Q(pk__in=wanted.in_order(entries.filter(state=Entry.State.REJECTED)).values("pk")[:FOLDED])
    found = timeline.entries.filter(on_page).in_order()
    rows = [row_of(entry) for entry in (loading.with_sources(found) if lean else loading.several(found))]
    if wanted.newest:
        rows.reverse()
    folded = {Entry.State.REJECTED} if wanted.show == "all" else set()
    return (
        [row for row in rows if row.entry.state not in folded],
        [row for row in rows if row.entry.state in folded],
    )


def _open(rows: Sequence[Row], current: int | None, beside: int | None) -> Row | None:
    """Mark the row that is current: the wanted one, else the first undecided (that cites `beside`), else none."""
    undecided = [row for row in rows if row.is_proposed]
    cited = (row for row in undecided if any(quoted.article.pk == beside for quoted in row.quoted))
    opened = next((row for row in rows if row.entry.pk == current), None) or next(cited, None)
    opened = opened or next(iter(undecided), None)
    if opened is not None:
        opened.is_current = True
    return opened


def _write_gaps(rows: Sequence[Row], *, newest: bool) -> None:
    for row, following in pairwise(rows):
        row.gap = _gap(row.entry, following.entry, newest=newest)


def _gap(entry: Entry, following: Entry | None, *, newest: bool) -> str | None:
    """The time between two neighbours of the view, the first shown above the second."""
    if following is None:
        return None
    first, last = (following, entry) if newest else (entry, following)
    return gap_words(cast("Any", first.event), cast("Any", last.event))


def _grouped(rows: Iterable[Row]) -> Iterable[Group]:
    """Neighbours that begin in the same year; the note names their month or months, where all have one."""
    for heading, group in groupby(rows, key=lambda row: row.year):
        own = tuple(group)
        yield Group(heading, _note(list(dict.fromkeys(row.month for row in own))), own)


def _note(notes: list[str]) -> str:
    if len(notes) == 1:
        return notes[0]
    return "" if "month not given" in notes else f"{notes[0]} to {notes[-1]}"
