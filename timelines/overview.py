"""The overview of a timeline: the whole story, or a part of it, on one axis.

Nothing here asks the database. Each part has an address of its own (`?from=2019-03-01&to=2019-09-30`), so that zooming
and moving are links; `static/js/overview.js` follows them while readers drag, pinch and press keys.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from math import floor

from timelines.content import PageEntry, count_words, read_entries
from timelines.drawing.axis import (
    BIN,
    DOT,
    FADE,
    FOOT,
    MARK,
    PAD,
    ROW,
    SIGN,
    ZONE,
    Column,
    Layout,
    Placed,
    Spot,
    Window,
    lay_out,
    place,
    window,
    words_width,
)
from timelines.drawing.scale import day_at, ticks
from timelines.drawing.shapes import bar, month_after, month_at, num
from timelines.models import Edition
from timelines.wording import date_words

SIZES = {"wide": (1072, 14), "phone": (354, 11)}
"""Pixels between the margins of the page on a desk's screen and on a phone, and the most rows: two drawings."""
LEAST = 0.25
"""Months that are shown at least: a week."""
MOST_ACROSS = 2
"""So many of the events whose dates span all that is shown are drawn: they say nothing of when in it they were."""
MOST_OUTSIDE = 3
"""So many of the events outside the drawing are named."""


@dataclass(frozen=True, slots=True)
class Mark:
    """An event in the drawing: its mark (a dot or a path), its words, and where it can be pressed."""

    entry: PageEntry
    spot: Spot
    top: float
    height: float
    dot: float | None
    middle: float
    path: str
    fade: float | None
    """Where what fades begins, if one side is open."""
    words_x: float
    words_y: float

    @property
    def reach(self) -> float:
        """How wide it can be pressed: its mark and its words."""
        words = 0 if self.spot.at_end else words_width(self.spot.words)
        return max(self.spot.right, self.spot.x + words) - self.spot.left

    @property
    def fade_y(self) -> float:
        """The upper edge of what fades."""
        return self.middle - MARK / 2

    @property
    def name(self) -> str:
        """What it is called: "29 June 2019: The ferry runs aground"."""
        said = ". Sources disagree" if self.spot.event.apart else ""
        return f"{self.entry.words}: {self.entry.short_headline}{said}"


@dataclass(frozen=True, slots=True)
class Heap:
    """Events that have no room one by one: a column with their number, which leads to a closer look at them, or to
    the first of them where no closer look would tell them apart."""

    words: str
    number: int
    href: str
    is_closer: bool
    x: float
    y: float
    height: float
    hit_y: float

    @property
    def bar_x(self) -> float:
        """Its left edge; two pixels are left between neighbours."""
        return self.x + 2

    @property
    def middle(self) -> float:
        """Where its number stands."""
        return self.x + BIN / 2


@dataclass(frozen=True, slots=True)
class Drawing:
    """The axis with everything on it, in pixels. `start` and `end` are months since the year 0."""

    name: str
    width: float
    height: float
    ground: float
    start: float
    end: float
    marks: tuple[Mark, ...]
    heaps: tuple[Heap, ...]
    lines: str
    labels: tuple[tuple[float, str], ...]
    holders: tuple[tuple[float, str], ...]


@dataclass(frozen=True, slots=True)
class Way:
    """A link to another part; no `href` where there is nothing more that way."""

    name: str
    words: str
    href: str


@dataclass(frozen=True)
class Overview:
    """The page."""

    number: int
    title: str
    facts: str
    shows: str
    is_part: bool
    drawings: tuple[Drawing, ...]
    ways: tuple[Way, ...]
    beside: tuple[str, ...]
    """How many events lie elsewhere, and are not drawn for what reason."""
    outside: tuple[PageEntry, ...]
    more_outside: int
    undated: int
    first: float
    last: float


def overview_page(edition: Edition, first: date | None = None, last: date | None = None, size: str = "") -> Overview:
    """The overview of `edition`: the whole story, or from one day to another; `size` names the one drawing wanted."""
    entries = read_entries(edition)
    by_key = {entry.id: entry for entry in entries}
    found = (place(e, e.status, e.headline, apart=bool(e.accounts), key=e.id) for e in entries)
    events = sorted((placed for placed in found if placed), key=lambda event: (event.begin, -event.end))
    home = window(events)
    articles = len({source.article for entry in entries for source in entry.sources})
    facts = count_words(len(entries), "event") + (f" from {count_words(articles, 'article')}" if articles else "")
    reach = _reach(events, home) if home else (0.0, 0.0)
    shown = _part(first, last, reach) or home
    is_part = bool(home and shown and (shown.start, shown.end) != (home.start, home.end))
    outside = [by_key[event.key] for event in (*home.before, *home.after)] if home and not is_part else []
    drawn = _told_apart(events, shown) if shown else []
    return Overview(
        number=edition.number,
        title=edition.title,
        facts=facts,
        shows=_span(shown) if shown else "",
        is_part=is_part,
        drawings=tuple(_drawings(drawn, shown, by_key, size)) if shown else (),
        ways=_ways(shown, home, reach) if shown and home else (),
        beside=tuple(_beside(events, drawn, shown)) if shown and is_part else (),
        outside=tuple(outside[:MOST_OUTSIDE]),
        more_outside=max(0, len(outside) - MOST_OUTSIDE),
        undated=len(entries) - len(events),
        first=reach[0],
        last=reach[1],
    )


def _reach(events: Sequence[Placed], home: Window) -> tuple[float, float]:
    """From where to where one can look."""
    begin, end = (min(event.begin for event in events), max(event.end for event in events))
    return min(begin, home.start), max(end, home.end)


def _part(first: date | None, last: date | None, reach: tuple[float, float]) -> Window | None:
    """The part from one day to another, at least a week long and inside the story; None where that is none."""
    if first is None or last is None or last < first:
        return None
    start, end = month_at(first), month_after(last)
    if end - start < LEAST:
        start, end = (start + end - LEAST) / 2, (start + end + LEAST) / 2
    start, end = max(start, reach[0]), min(end, reach[1])
    return Window(start, end) if end - start >= LEAST / 2 else None


def _told_apart(events: Sequence[Placed], win: Window) -> list[Placed]:
    """All but most of those whose dates span everything that is shown."""
    across = [event for event in events if event.begin <= win.start and event.end >= win.end]
    left_out = {event.key for event in across[MOST_ACROSS:]} if len(events) > len(across) else set()
    return [event for event in events if event.key not in left_out]


def _beside(events: Sequence[Placed], drawn: Sequence[Placed], win: Window) -> Iterable[str]:
    before, after = (sum(e.end <= win.start for e in events), sum(e.begin >= win.end for e in events))
    if before:
        yield f"{count_words(before, 'event')} before this part."
    if after:
        yield f"{count_words(after, 'event')} after it."
    if len(events) > len(drawn):
        yield f"{count_words(len(events) - len(drawn), 'more event')} somewhere in a time longer than this part."


def _span(win: Window) -> str:
    """The first and the last day in words."""
    first, last = day_at(win.start), day_at(win.end - 1e-6)
    if first.day == 1 and first.month == 1 and day_at(win.end).timetuple().tm_yday == 1:
        return str(first.year) if first.year == last.year else f"{first.year} to {last.year}"
    return f"{date_words(first.isoformat())} to {date_words(last.isoformat())}"


def _query(start: float, end: float) -> str:
    """The address of a part."""
    return f"?from={day_at(start).isoformat()}&to={day_at(end - 1e-6).isoformat()}"


def _ways(shown: Window, home: Window, reach: tuple[float, float]) -> tuple[Way, ...]:
    """Closer, wider, earlier, later, and all of it again."""
    length, low, high = shown.end - shown.start, *reach
    middle = (shown.start + shown.end) / 2
    wide = _query(max(low, shown.start - length / 2), min(high, shown.end + length / 2))
    back, on = min(length / 2, shown.start - low), min(length / 2, high - shown.end)
    return (
        Way("earlier", "Earlier", _query(shown.start - back, shown.end - back) if back > LEAST / 8 else ""),
        Way("later", "Later", _query(shown.start + on, shown.end + on) if on > LEAST / 8 else ""),
        Way("out", "Zoom out", wide if length < 0.999 * (high - low) else ""),
        Way("in", "Zoom in", _query(middle - length / 4, middle + length / 4) if length / 2 >= LEAST else ""),
        Way("all", "Whole story", "?" if (shown.start, shown.end) != (home.start, home.end) else ""),
    )


def _drawings(events: Sequence[Placed], win: Window, entries: dict[int, PageEntry], size: str) -> Iterable[Drawing]:
    for name in [size] if size in SIZES else SIZES:
        width, rows = SIZES[name]
        layout = lay_out(events, win, width, rows)
        ground, scale = layout.ground, (width - 2 * PAD) / (win.end - win.start)
        fine, holders = ticks(win.start, win.end, scale)
        at = [(PAD + (tick.at - win.start) * scale, tick.words) for tick in fine]
        held = [(max(PAD, PAD + (tick.at - win.start) * scale), tick.words) for tick in holders if tick.at < win.end]
        yield Drawing(
            name=name,
            width=width,
            height=ground + FOOT,
            ground=ground,
            start=win.start,
            end=win.end,
            marks=tuple(_mark(spot, layout, entries) for spot in layout.spots),
            heaps=tuple(_heap(column, ground, win, entries) for column in layout.columns),
            lines="".join(f"M{floor(x) + 0.5} 0V{num(ground + 6)}" for x, _ in at),
            labels=tuple((x + 4, words) for x, words in at if x < width - 36),
            holders=tuple(_apart(held, width)),
        )


def _apart(held: Sequence[tuple[float, str]], width: float) -> Iterable[tuple[float, str]]:
    """Of the words below the ticks those that do not run into the next."""
    for at, (x, words) in enumerate(held):
        following = held[at + 1][0] if at + 1 < len(held) else float("inf")
        if min(following, width) - x > 8 * len(words) + 8:
            yield x + 4, words


def _mark(spot: Spot, layout: Layout, entries: dict[int, PageEntry]) -> Mark:
    event, foot = spot.event, layout.foot(spot.row)
    is_dot = event.is_day and spot.width <= DOT and event.look != "about"
    fades = {"before": max(0.0, spot.x - FADE), "after": spot.x + spot.width}
    return Mark(
        entries[event.key],
        spot,
        top=foot - ROW + 8,
        height=ROW - 4,
        dot=spot.x + DOT / 2 if is_dot else None,
        middle=foot - MARK / 2,
        path="" if is_dot else bar(spot.x, foot - MARK, spot.width, MARK, event.look).d,
        fade=fades.get(event.opens),
        words_x=spot.words_x + (SIGN if event.apart and not spot.at_end else 0),
        words_y=foot - 14,
    )


def _heap(column: Column, ground: float, win: Window, entries: dict[int, PageEntry]) -> Heap:
    rows = [entries[event.key] for event in column.events]
    words = f"{count_words(len(rows), 'event')}, {rows[0].words} to {rows[-1].words}"
    begin, end = column.events[0].begin, max(event.begin for event in column.events)
    room = max(LEAST, (end - begin) * 1.2)
    middle, is_closer = (begin + end) / 2, room < (win.end - win.start) / 2
    href = _query(middle - room / 2, middle + room / 2) if is_closer else f"#{rows[0].anchor}"
    return Heap(words, len(rows), href, is_closer, column.x, ground - column.height, column.height, ground - ZONE)
