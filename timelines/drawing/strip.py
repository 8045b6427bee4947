"""The density strip: all dates of a story as stacked bars on one linear axis, and its one-row form for lists."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from math import ceil, floor
from typing import Literal, NamedTuple

from timelines.drawing.shapes import Bar, Label, Mark, Strip, Zone, bar, look_of, month_after, month_at, num
from timelines.gaps import known_start
from timelines.wording import MONTHS

SMALLEST_BAR, SMALLEST_MINI = 5, 3
SMALLEST_ZONE = 24
"""Pixels: the least a pointer can be asked to hit (WCAG 2.2, 2.5.8)."""
MOST_BARS, MOST_ROWS = 300, 40
"""More bars or rows than this and the strip shows columns by month instead."""
FLAG_ROOM = 16
_STEPS = (1, 2, 3, 4, 6, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)


class Span(NamedTuple):
    """What a mark may cover, in months since the year 0; `place` is the mark's among those given."""

    begin: float
    end: float
    mark: Mark
    place: int


class Axis(NamedTuple):
    """From which month to which, and how many pixels that is; `unit` is what its ticks count."""

    start: float
    end: float
    width: float
    unit: Literal["year", "month"] = "year"

    @property
    def scale(self) -> float:
        """Pixels a month."""
        return self.width / (self.end - self.start)

    def place(self, span: Span, least: float) -> tuple[float, float]:
        """x and width: true to scale, or the least width that can be seen, kept inside the drawing."""
        length = max((span.end - span.begin) * self.scale, least)
        return max(0.0, min((span.begin - self.start) * self.scale, self.width - length)), length


def density_strip(
    marks: Sequence[Mark],
    width: float = 1072,
    *,
    row: float = 12,
    tallest: float = 96,
    least: int = 3,
    labels: Literal["middle", "after"] = "middle",
    short: bool = False,
) -> Strip | None:
    """The bars of all dated marks, stacked where they would touch; None where nothing is dated.

    `row` is the height of a bar and the space above it; rows shrink so that all fit in `tallest`; there is room for
    `least` of them. Above `MOST_BARS` marks or `MOST_ROWS` rows: columns by month, each event spread over the months it
    may lie in. `labels` stand in the middle of their tick or after it; `short` writes Sep for September, and ’19 where
    labels stand after.
    """
    spans = _spans(marks)
    if not spans:
        return None
    axis = _axis(spans, width)
    events = sum(span.mark.number for span in spans)
    rows = _rows(spans, axis) if events <= MOST_BARS else []
    count = max(rows, default=0) + 1
    columns = not rows or count > MOST_ROWS
    if columns:
        ground = tallest
        bars = _columns(spans, axis, ground)
    else:
        ground = max(least * row, min(tallest, count * row)) + (FLAG_ROOM if any(s.mark.flag for s in spans) else 0)
        pitch = min(row, tallest / count)
        placed = zip(spans, rows, strict=True)
        bars = tuple(_bar(span, axis, ground - level * pitch, pitch * 0.75) for span, level in placed)
    axis_y = ground + 3.5
    line = f"M0 {num(axis_y)}H{num(width)}"
    ticks, texts = _ticks(axis, axis_y, labels=labels, short=short)
    zones = _zones(spans, axis)
    return Strip(width, axis_y + 20.5, axis_y, line, ticks, bars, texts, zones, columns)


def mini_strip(marks: Sequence[Mark], width: float = 130) -> Strip | None:
    """One row of bars over whole years, for a list; bars that touch become one. None where nothing is dated."""
    spans = _spans(marks)
    if not spans:
        return None
    axis = _whole_years(spans, width)
    merged: list[tuple[float, float]] = []
    for span in spans:
        x, length = axis.place(span, SMALLEST_MINI)
        stop = x + length
        if merged and x <= merged[-1][1]:
            x, before = merged.pop()
            stop = max(before, stop)
        merged.append((x, stop))
    bars = tuple(bar(x, 0, stop - x, 7, "plain") for x, stop in merged)
    return Strip(width, 10, 9.5, f"M0 9.5H{num(width)}", bars=bars)


def _spans(marks: Sequence[Mark]) -> list[Span]:
    """By their beginning, the longer first. Of an open date only the known side, lest "since 2019" fill the axis."""
    spans = []
    for place, mark in enumerate(marks):
        earliest, latest = known_start(mark)
        first, last = earliest or latest, latest or earliest
        if first and last:
            spans.append(Span(month_at(first), month_after(last), mark, place))
    return sorted(spans, key=lambda span: (span.begin, -span.end))


def _whole_years(spans: Sequence[Span], width: float) -> Axis:
    return Axis(12 * floor(spans[0].begin / 12), 12 * ceil(max(s.end for s in spans) / 12 - 1e-9), width)


def _axis(spans: Sequence[Span], width: float) -> Axis:
    """Whole years; whole months for a story of two years or less."""
    first, last = floor(spans[0].begin), ceil(max(s.end for s in spans) - 1e-9)
    return Axis(first, last, width, "month") if last - first <= 24 else _whole_years(spans, width)


def _rows(spans: Sequence[Span], axis: Axis) -> list[int]:
    """The lowest row in which each bar touches no other; 0 stands on the axis."""
    taken: list[float] = []
    rows = []
    for span in spans:
        x, length = axis.place(span, SMALLEST_BAR)
        level = next((i for i, stop in enumerate(taken) if stop <= x), len(taken))
        taken[level : level + 1] = [x + length + 1]
        rows.append(level)
    return rows


def _bar(span: Span, axis: Axis, foot: float, height: float) -> Bar:
    mark = span.mark
    x, width = axis.place(span, SMALLEST_BAR)
    top = foot - max(1.5, height)
    drawn = bar(x, top, width, foot - top, look_of(mark, mark.status))
    flag = f"M{num(x + width / 2)} {num(top - 13)}l5.5 9.5h-11z" if mark.flag else ""
    return Bar(drawn.x, drawn.width, drawn.look, drawn.d, mark.state, flag)


def _columns(spans: Sequence[Span], axis: Axis, tallest: float) -> tuple[Bar, ...]:
    """Columns of a month, or of as many months as three pixels hold; the height is how many events to expect there."""
    months = max(1, ceil(3 / axis.scale))
    weights = [0.0] * ceil((axis.end - axis.start) / months)
    for span in spans:
        low, high = (span.begin - axis.start) / months, (span.end - axis.start) / months
        for column in range(floor(low), min(len(weights), ceil(high))):
            weights[column] += span.mark.number * (min(high, column + 1) - max(low, column)) / (high - low)
    step, most = months * axis.scale, max(weights)
    columns = []
    for i, weight in enumerate(weights):
        height = max(1.5, tallest * weight / most)
        if weight:
            width = max(min(step, axis.width - i * step) - 1, 1)
            columns.append(bar(i * step, tallest - height, width, height, "plain"))
    return tuple(columns)


def _ticks(axis: Axis, y: float, *, labels: str, short: bool) -> tuple[str, tuple[Label, ...]]:
    """Ticks, the longer ones with a label, of which there are two to eight."""
    size = 12 if axis.unit == "year" else 1
    first, count = int(axis.start // size), round((axis.end - axis.start) / size)
    most = max(2, min(8, axis.width // (84 if axis.unit == "year" or short else 120)))
    step = next((s for s in _STEPS if count / s <= most), _STEPS[-1])
    ticks: list[str] = []
    texts: list[Label] = []
    for number in range(0, count + 1, max(1, step // 10)):
        x = number * size * axis.scale
        # From tens on, round years are labelled; below, every second, third or sixth from the first.
        labelled = number < count and (number if step < 10 else first + number) % step == 0
        ticks.append(f"M{num(min(x + 0.5, axis.width - 0.5))} {num(y)}v{5 if labelled else 2}")
        if labelled and x < axis.width - 16:
            after = labels == "after"
            text = _label(axis.unit, first + number, short=short, after=after, lead=not texts)
            texts.append(Label(x + 8 if after else x, text, "start" if after or x < 16 else "middle"))
    return "".join(ticks), tuple(texts)


def _label(unit: str, number: int, *, short: bool, after: bool, lead: bool) -> str:
    if unit == "year":
        return f"’{number % 100:02d}" if short and after and number > 999 else str(number)
    year, month = divmod(number, 12)
    name = MONTHS[month][:3] if short else MONTHS[month]
    return f"{name} {year}" if lead or month == 0 else name


class _Years(NamedTuple):
    left: float
    right: float
    first: int
    last: int
    events: int
    href: str


def _zones(spans: Sequence[Span], axis: Axis) -> tuple[Zone, ...]:
    """Years with events, neighbours joined until each zone is wide enough to hit. Marks without `href` give none."""
    zones: list[_Years] = []
    for year, group in groupby((span for span in spans if span.mark.href), key=lambda span: int(span.begin // 12)):
        found = sorted(group, key=lambda span: span.place)
        left = max(0.0, min((12 * year - axis.start) * axis.scale, axis.width - SMALLEST_ZONE))
        right = max(min(axis.width, (12 * year + 12 - axis.start) * axis.scale), left + SMALLEST_ZONE)
        events = sum(span.mark.number for span in found)
        zone = _Years(left, right, year, year, events, found[0].mark.href)
        if zones and left < zones[-1].right - 0.01:
            before = zones.pop()
            zone = before._replace(right=max(right, before.right), last=year, events=before.events + events)
        zones.append(zone)
    return tuple(Zone(z.left, z.right - z.left, z.href, _zone_words(z)) for z in zones)


def _zone_words(zone: _Years) -> str:
    years = str(zone.first) if zone.first == zone.last else f"{zone.first} to {zone.last}"
    return f"{years}: {zone.events} event{'' if zone.events == 1 else 's'}"
