"""What is drawn, as plain data, and the steps all drawings share."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from math import ceil
from typing import Literal

from timelines.wording import Dated, is_about

Look = Literal["plain", "about", "planned"]
DASH, GAP = 3, 2


@dataclass(frozen=True, slots=True)
class Mark:
    """One event to be drawn. `state` names its colour on the desk, `flag` a warning above it, `href` where it jumps.

    `number` is how many it stands for, where only their months are known.
    """

    edtf: str
    mod: str | None = None
    earliest: date | None = None
    latest: date | None = None
    status: str = "past"
    state: str = "plain"
    flag: bool = False
    href: str = ""
    number: int = 1


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar from `x` on, `d` its path. `look` is solid, broken (about) or hollow (planned); `flag` a warning's path."""

    x: float
    width: float
    look: Look
    d: str
    state: str = "plain"
    flag: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """A hairline with a tick each quarter, and a bar; none for a date nobody knows, two where the bar is cut."""

    width: float
    axis: str
    bars: tuple[Bar, ...]
    height: int = 12


@dataclass(frozen=True, slots=True)
class Label:
    """A word under the axis; `anchor` is SVG's text-anchor."""

    x: float
    text: str
    anchor: Literal["start", "middle"]


@dataclass(frozen=True, slots=True)
class Zone:
    """What a reader can choose: it leads to `href`, and `words` say what lies there ("2019 to 2020: 6 events")."""

    x: float
    width: float
    href: str
    words: str


@dataclass(frozen=True, slots=True)
class Strip:
    """The whole story on one linear axis, `axis_y` pixels down; labels stand below it.

    With `columns` the bars are not events but months: the higher, the more events.
    """

    width: float
    height: float
    axis_y: float
    axis: str
    ticks: str = ""
    bars: tuple[Bar, ...] = ()
    labels: tuple[Label, ...] = ()
    zones: tuple[Zone, ...] = ()
    columns: bool = False


def look_of(item: Dated, status: str) -> Look:
    """Hollow for what had not happened when it was reported, broken where the source says "about"."""
    if status != "past":
        return "planned"
    return "about" if is_about(item) else "plain"


def bar(x: float, y: float, width: float, height: float, look: Look) -> Bar:
    """A solid bar, a hollow one, or one broken into dashes; dashes too are shapes, so that any colour fills them."""
    if look == "planned":
        d = f"M{num(x + 0.5)} {num(y + 0.5)}h{num(width - 1)}v{num(height - 1)}h-{num(width - 1)}z"
        return Bar(x, width, look, d)
    if look == "about" and width >= DASH + GAP:
        starts = [i * (DASH + GAP) for i in range(ceil(width / (DASH + GAP)))]
        return Bar(x, width, look, "".join(_block(x + at, y, min(DASH, width - at), height) for at in starts))
    return Bar(x, width, "plain", _block(x, y, width, height))


def _block(x: float, y: float, width: float, height: float) -> str:
    return f"M{num(x)} {num(y)}h{num(width)}v{num(height)}h-{num(width)}z"


def month_at(day: date) -> float:
    """Months since the year 0 when the day begins."""
    return 12 * day.year + day.month - 1 + (day.day - 1) / monthrange(day.year, day.month)[1]


def month_after(day: date) -> float:
    """Months since the year 0 when the day ends."""
    return 12 * day.year + day.month - 1 + day.day / monthrange(day.year, day.month)[1]


def num(number: float) -> str:
    """A number for a path: hundredths at most, no trailing zeros, no minus before nought."""
    return f"{round(number, 2) + 0.0:.2f}".rstrip("0").rstrip(".")
