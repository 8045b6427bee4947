"""The overview: every event of a story on one axis, stacked in rows, as wide as its date is vague.

Where more events begin than there are rows for, they become a column that says how many; a closer look
tells them apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from math import ceil, floor
from typing import NamedTuple

from timelines.drawing.shapes import Look, look_of, month_after, month_at
from timelines.gaps import known_start
from timelines.wording import Dated

ROW, MARK, ZONE, FOOT, TOP = 34, 8, 104, 46, 6
"""Heights: a row with its words and its mark, the mark, the columns, the words under the axis, the edge."""
PAD = 16
"""Pixels left free at both ends."""
DOT, BAR, SOFT, FADE = 8, 5, 16, 28
"""The least width of a day, of a longer date, of one with soft ends; what an open side adds."""
HIT = 24
"""Pixels: the least a pointer can be asked to hit (WCAG 2.2, 2.5.8)."""
BIN = 30
"""Pixels of the axis that make one column."""
WORDS, LEAST_WORDS, SIGN, GAP = 320, 60, 16, 10
"""The longest and the shortest headline drawn, room for the sign of disagreement, and between neighbours."""
FAR = 5
"""So many lengths of the story (or of `LEAST_STORY` months) away, an event is left outside the drawing."""
LEAST_STORY = 12
MOST_WORDLESS = 0.2
"""The share of events without words from which on columns say more."""
LEAST_ROWS = 3


@dataclass(frozen=True, slots=True)
class Placed:
    """An event on the axis, in months since the year 0. `key` names it, whatever it is."""

    begin: float
    end: float
    headline: str = ""
    look: Look = "plain"
    is_day: bool = False
    opens: str = ""
    """ "before" or "after" where the source leaves that side open."""
    apart: bool = False
    """Whether its sources disagree."""
    key: int = 0


@dataclass(frozen=True, slots=True)
class Spot:
    """Where an event is drawn: its mark (without what fades), where a pointer finds it, its row and its words."""

    event: Placed
    x: float
    width: float
    left: float
    right: float
    row: int = 0
    words: str = ""
    words_x: float = 0
    at_end: bool = False
    """Whether the words end where the mark ends, for want of room behind it."""


@dataclass(frozen=True, slots=True)
class Column:
    """Events that begin too close together to be drawn one by one. `height` is in pixels, the number stands above."""

    x: float
    height: float
    events: tuple[Placed, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """All of it; `rows` are used, and `columns` stand below them where there are any."""

    spots: tuple[Spot, ...]
    columns: tuple[Column, ...]
    rows: int

    @property
    def ground(self) -> float:
        """Pixels from the top to the axis."""
        return TOP + self.rows * ROW + (ZONE if self.columns else 0)

    def foot(self, row: int) -> float:
        """Pixels from the top to the lower edge of the marks in a row."""
        return self.ground - (ZONE if self.columns else 0) - row * ROW - GAP


def place(item: Dated, status: str, headline: str = "", *, apart: bool = False, key: int = 0) -> Placed | None:
    """Its place on the axis; None where no side of its date is known."""
    earliest, latest = known_start(item)
    first, last = earliest or latest, latest or earliest
    if first is None or last is None:
        return None
    opens = "before" if item.earliest is None else "after" if item.latest is None else ""
    is_day = first == last and not opens
    return Placed(month_at(first), month_after(last), headline, look_of(item, status), is_day, opens, apart, key)


class Window(NamedTuple):
    """Whole months or years from `start` to `end`, with what lies before and after them left out."""

    start: float
    end: float
    before: tuple[Placed, ...] = ()
    after: tuple[Placed, ...] = ()


def window(events: Sequence[Placed]) -> Window | None:
    """The part of the axis that shows the story: all of it, but for the few events that lie so far off (`FAR`) that the
    others would shrink to a line. None for no events.
    """
    if not events:
        return None
    points = sorted(point for event in events for point in (event.begin, event.end))
    low, high = _bulk(points)
    first, last = points[low], points[high]
    unit = 1 if last - first <= 24 else 12
    start, end = unit * floor(first / unit), unit * ceil(last / unit - 1e-9)
    before = tuple(event for event in events if event.end <= start)
    after = tuple(event for event in events if event.begin >= end)
    return Window(start, end, before, after)


def _bulk(points: Sequence[float]) -> tuple[int, int]:
    """The first and last of the points that belong together: at most a tenth (or two) is left off at each side, and six
    in ten stay.
    """
    low, high = 0, len(points) - 1
    most = min(max(2, len(points) // 10), high)

    def far(gap: float, first: int, last: int) -> bool:
        enough = last - first + 1 >= 0.6 * len(points)
        return enough and gap > FAR * max(points[last] - points[first], LEAST_STORY)

    for _ in range(2):
        low = next((i for i in range(most, 0, -1) if far(points[i] - points[i - 1], i, high)), low)
        last = len(points) - 1
        high = next((i for i in range(last - most, last) if i >= low and far(points[i + 1] - points[i], low, i)), high)
    return low, high


@dataclass
class _Lane:
    """A row while it is filled: where its last words and its last mark end."""

    spots: list[Spot] = field(default_factory=list)
    words_end: float = float("-inf")
    mark_end: float = float("-inf")

    def put(self, spot: Spot, room: tuple[float, float]) -> None:
        self.spots.append(spot)
        self.words_end, self.mark_end = room[1] + GAP, spot.right + 2

    def shorten(self, start: float) -> None:
        """Cut the words of the last so that they end before `start`."""
        if self.spots:
            last = self.spots[-1]
            room = start - GAP - last.x - (SIGN if last.event.apart else 0)
            self.spots[-1] = replace(last, words="" if last.at_end else cut(last.event.headline, room), at_end=False)


def lay_out(events: Iterable[Placed], win: Window, width: float, rows: int) -> Layout:
    """The events inside the window on `width` pixels, in at most so many rows.

    Rows are filled from the axis upwards in the order of dates. Words give way to marks, and marks that find no row
    join the column of their place.
    """
    scale = (width - 2 * PAD) / (win.end - win.start)
    shown = sorted((e for e in events if e.end > win.start and e.begin < win.end), key=lambda e: (e.begin, -e.end))
    spots = [_spot(event, win, scale, width) for event in shown]
    single = spots
    lanes, left_over = _fill(spots, rows, width)
    if left_over or _wordless(lanes) > len(spots) * MOST_WORDLESS:
        fewer = max(1, rows - ceil(ZONE / ROW))
        dense = _dense(spots, max(3, fewer // 2))
        single = [spot for spot in spots if _bin(spot) not in dense or spot.width >= BIN]
        lanes, left_over = _fill(single, fewer, width)
    alone = set(map(id, single)) - set(map(id, left_over))
    columns = _columns([spot for spot in spots if id(spot) not in alone], width)
    placed = [replace(spot, row=row) for row, lane in enumerate(lanes) for spot in lane.spots]
    placed.sort(key=lambda spot: (spot.event.begin, -spot.event.end))
    return Layout(tuple(placed), columns, max([LEAST_ROWS, *(spot.row + 1 for spot in placed)]))


def _spot(event: Placed, win: Window, scale: float, width: float) -> Spot:
    """True to scale, or as wide as can be seen; never outside the drawing."""
    begin = PAD + (max(event.begin, win.start) - win.start) * scale
    end = PAD + (min(event.end, win.end) - win.start) * scale
    least = SOFT if event.look == "about" else DOT if event.is_day else BAR
    x = min(begin, width - least)
    length = max(end - x, least)
    length = min(length, width - x)
    left, right = x, x + length
    if right - left < HIT:
        left = max(0.0, min(x + min(length, DOT) / 2 - HIT / 2, width - HIT))
        right = max(left + HIT, right)
    left = max(0.0, x - FADE) if event.opens == "before" else left
    right = min(width, x + length + FADE) if event.opens == "after" else right
    return Spot(event, x, length, left, right)


def _wordless(lanes: Iterable[_Lane]) -> int:
    return sum(not spot.words and bool(spot.event.headline) for lane in lanes for spot in lane.spots)


def _bin(spot: Spot) -> int:
    return floor(spot.x / BIN)


def _dense(spots: Iterable[Spot], most: int) -> set[int]:
    """Where more short marks begin than there is room for, with room for some words."""
    count: dict[int, int] = {}
    for spot in spots:
        if spot.width < BIN:
            count[_bin(spot)] = count.get(_bin(spot), 0) + 1
    return {number for number, found in count.items() if found > most}


def _fill(spots: Iterable[Spot], rows: int, width: float) -> tuple[list[_Lane], list[Spot]]:
    """Each mark in the lowest row that has room for it and its words; else where words can be cut; else nowhere."""
    lanes, left_over = [_Lane() for _ in range(rows)], []
    for spot in spots:
        worded, room = _worded(spot, width)
        lane = next((lane for lane in lanes if lane.words_end <= room[0]), None)
        if lane is None:
            worded, room = _short(spot, width)
            lane = min((lane for lane in lanes if lane.mark_end <= room[0]), key=lambda it: it.mark_end, default=None)
            if lane is None:
                left_over.append(spot)
                continue
            lane.shorten(room[0])
        lane.put(worded, room)
    return lanes, left_over


def _worded(spot: Spot, width: float) -> tuple[Spot, tuple[float, float]]:
    """With its words behind its beginning, or before its end where the drawing ends; and what it takes up."""
    sign = SIGN if spot.event.apart else 0
    words = cut(spot.event.headline, WORDS)
    length = words_width(words) + sign
    if spot.x + length <= width:
        return replace(spot, words=words, words_x=spot.x), (spot.left, max(spot.right, spot.x + length))
    if spot.x + spot.width - length >= 0:
        end = spot.x + spot.width
        return replace(spot, words=words, words_x=end, at_end=True), (min(spot.left, end - length), spot.right)
    return _short(spot, width)


def _short(spot: Spot, width: float) -> tuple[Spot, tuple[float, float]]:
    """With as many words as find room behind its beginning."""
    sign = SIGN if spot.event.apart else 0
    words = cut(spot.event.headline, min(WORDS, width - spot.x - sign))
    end = spot.x + words_width(words) + sign
    return replace(spot, words=words, words_x=spot.x), (spot.left, max(spot.right, min(end, width)))


def _columns(spots: Sequence[Spot], width: float) -> tuple[Column, ...]:
    """What is not drawn one by one, by place; the highest takes the room there is under its number."""
    groups: dict[int, list[Placed]] = {}
    for spot in spots:
        groups.setdefault(_bin(spot), []).append(spot.event)
    most = max(map(len, groups.values()), default=1)
    return tuple(
        Column(min(number * BIN, width - BIN), max(4.0, (ZONE - 40) * len(found) / most), tuple(found))
        for number, found in sorted(groups.items())
    )


# --- Words, by letters of 14 px Newsreader semibold -------------------------------------------------------------

SIZE = 12.8
"""Of 14 pixels, since few words are made of wide letters alone."""
_NARROW, _WIDE, _WIDEST = "ijl!(),.:;[]{|}’' ", "wABCDEGKLNOPQRTUVXYZ&—", "mHMW%@"


def words_width(words: str) -> float:
    """Pixels that the words take at most, in a browser that has the page's fonts."""
    return SIZE * sum(_em(letter) for letter in words)


def _em(letter: str) -> float:
    if letter in _NARROW:
        return 0.33
    if letter in _WIDEST:
        return 1.1
    if letter in _WIDE:
        return 0.84
    return 0.63 if ord(letter) < 0x2E80 else 1.1


def cut(words: str, room: float) -> str:
    """The words, or as many letters as the room holds and an ellipsis; nothing below `LEAST_WORDS` pixels."""
    if words_width(words) <= room:
        return words
    if room < LEAST_WORDS:
        return ""
    used, left = 0, room - SIZE * _em("…")
    for letter in words:
        left -= SIZE * _em(letter)
        if left < 0:
            break
        used += 1
    return f"{words[:used].rstrip()}…"
