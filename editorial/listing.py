"""The entries of a timeline as the desk lists them: counted, drawn on one strip, grouped by year, a page at a time.

Costs the same few queries whatever the number of entries: one for the outline of all, and three for one page of rows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby, pairwise
from typing import Any, Literal, cast, get_args

from django.db.models import BooleanField, Exists, OuterRef, Q
from django.db.models.expressions import ExpressionWrapper

from editorial import source
from editorial.disagreeing import sources_apart
from editorial.rows import Row, rows_of
from timelines.drawing import Mark, Strip, density_strip
from timelines.models import Article, Citation, Entry, Timeline
from timelines.wording import gap_words, month_note, year_heading

Show = Literal["all", "undecided", "accepted", "rejected"]
SHOWS: tuple[Show, ...] = get_args(Show)

PAGE = 100
"""Rows on one page of the list."""

FOLDED = 50
"""Rejected entries folded away under the list; all of them are under their own tab."""

STRIP_WIDE, STRIP_NARROW = 752, 340
"""Pixels the strip is drawn for: beside the source, and on a phone."""


@dataclass(frozen=True, slots=True)
class Outline:
    """What is known of every entry: enough to count, to draw, and to know its neighbours."""

    pk: int
    state: str
    doubtful: bool
    edtf: str
    mod: str | None
    earliest: date | None
    latest: date | None
    status: str


@dataclass(frozen=True, slots=True)
class Group:
    """A year with its rows; `note` says the month where they share one."""

    heading: str
    note: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """One page of the list, and what is said about all of it."""

    show: Show
    counts: dict[Show, int]
    groups: tuple[Group, ...]
    rejected: tuple[Row, ...]
    current: Row | None
    strips: tuple[Strip, ...]
    page: int
    pages: int
    order: tuple[tuple[int, bool], ...]
    """Every entry in order, and whether it is still to be decided."""

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

    def next_undecided(self, pk: int) -> int:
        """The entry to decide after this one: the next, else the first, else this one itself."""
        pks = [row[0] for row in self.order]
        at = pks.index(pk) + 1 if pk in pks else 0
        return next((row for row, undecided in self.order[at:] + self.order[:at] if undecided), pk)

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


def read(
    timeline: Timeline,
    *,
    show: Show = "all",
    page: int = 0,
    article: int | None = None,
    current: int | None = None,
    only_row: int | None = None,
) -> Listing:
    """The list. With `article`, the entries that rest on it alone. `page` 0 is the page that holds `current`.

    `current` is opened; where it is not to be seen under `show`, all are shown. Without it the first undecided one is.
    `only_row` leaves out all rows but that one: for an answer that changes nothing else.
    """
    outlines = _outlines(timeline, article)
    by_state = {outline.pk: outline.state for outline in outlines}
    if current in by_state and by_state[current] not in _states(show):
        show = "all"
    listed = [row.pk for row in outlines if row.state in _states(show) and (row.state != "rejected" or show != "all")]
    number, pages = _page(listed, page, current)
    folded = [row.pk for row in outlines if row.state == "rejected"][:FOLDED] if show == "all" else []
    on_page = [*listed[PAGE * (number - 1) : PAGE * number], *folded]
    rows = rows_of(timeline, on_page if only_row is None else [only_row])
    placed = [row for row in rows if row.entry.pk not in set(folded)]
    opened = _open(rows, current)
    if show in ("all", "accepted"):
        _write_gaps(placed)
    return Listing(
        show=show,
        counts=_counts(outlines),
        groups=tuple(_grouped(placed)),
        rejected=tuple(row for row in rows if row.entry.pk in set(folded)),
        current=opened,
        strips=_strips(outlines, set(on_page)),
        page=number,
        pages=pages,
        order=tuple((row.pk, row.state == "proposed") for row in outlines),
    )


def cited_in(timeline: Timeline, article: Article) -> list[source.Cited]:
    """Which entries of the timeline rest on which words of the article."""
    entries = timeline.entries.filter(event__citations__article=article).annotate(
        doubtful=_doubtful(), apart=sources_apart()
    )
    values = entries.order_by("position").values_list(
        "event__citations__pk", "pk", "state", "doubtful", "event__citations__expression", "event__citations__start",
        "event__citations__end", "apart",
    )  # fmt: skip
    return [source.Cited(*row) for row in values]


def _doubtful() -> ExpressionWrapper[Q]:
    return ExpressionWrapper(~Q(warnings=[]), output_field=BooleanField())


def _outlines(timeline: Timeline, article: int | None) -> list[Outline]:
    entries = timeline.entries.exclude(state=Entry.State.MERGED).annotate(doubtful=_doubtful())
    if article is not None:
        entries = entries.filter(Exists(Citation.objects.filter(event=OuterRef("event"), article=article)))
    values = entries.order_by("position").values_list(
        "pk", "state", "doubtful", "event__edtf", "event__mod", "event__earliest", "event__latest", "event__status"
    )
    return [Outline(*row) for row in values]


def _states(show: Show) -> tuple[str, ...]:
    if show == "all":
        return ("proposed", "accepted", "rejected")
    return ("proposed",) if show == "undecided" else (show,)


def _counts(outlines: Sequence[Outline]) -> dict[Show, int]:
    states = Counter(outline.state for outline in outlines)
    return {show: sum(states[state] for state in _states(show)) for show in SHOWS}


def _page(listed: Sequence[int], page: int, current: int | None) -> tuple[int, int]:
    """Which page to show, of how many."""
    pages = max(1, -(-len(listed) // PAGE))
    if page == 0 and current in listed:
        page = listed.index(current) // PAGE + 1
    return min(max(page, 1), pages), pages


def _open(rows: Sequence[Row], current: int | None) -> Row | None:
    """Mark the row that is current: the wanted one, else the first undecided, else none."""
    opened = next((row for row in rows if row.entry.pk == current), None) or next(
        (row for row in rows if row.is_proposed), None
    )
    if opened is not None:
        opened.is_current = True
    return opened


def _write_gaps(rows: Sequence[Row]) -> None:
    for row, following in pairwise(rows):
        row.gap = gap_words(cast("Any", row.entry.event), cast("Any", following.entry.event))


def _grouped(rows: Iterable[Row]) -> Iterable[Group]:
    """Neighbours that begin in the same year; the note names their month or months, where all have one."""
    for heading, group in groupby(rows, key=lambda row: year_heading(cast("Any", row.entry.event))):
        own = tuple(group)
        notes = list(dict.fromkeys(month_note(cast("Any", row.entry.event)) for row in own))
        yield Group(heading, _note(notes), own)


def _note(notes: list[str]) -> str:
    if len(notes) == 1:
        return notes[0]
    return "" if "month not given" in notes else f"{notes[0]} to {notes[-1]}"


def _strips(outlines: Sequence[Outline], shown: set[int]) -> tuple[Strip, ...]:
    """The strip of all that is not rejected, drawn wide and narrow; none where there is nothing."""
    marks = []
    for row in outlines:
        if row.state == "rejected":
            continue
        state = source.state_of(row.state, doubtful=row.doubtful)
        href = f"#e-{row.pk}" if row.pk in shown else f"?entry={row.pk}#e-{row.pk}"
        flag = state == "check"
        marks.append(Mark(row.edtf, row.mod, row.earliest, row.latest, row.status, state, flag, href))
    wide = density_strip(marks, STRIP_WIDE, labels="after")
    narrow = density_strip(marks, STRIP_NARROW, labels="after", short=True)
    return (wide, narrow) if wide and narrow else ()
