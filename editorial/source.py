"""An article as the desk shows it: its blocks, and in them the words that name times, each with its state.

Plain data made from rows that are already loaded; no queries. Offsets are code points into the article's text.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from timelines.models import TemporalExpression

State = Literal["proposed", "accepted", "rejected", "check", "disagree", "nodate"]

SAID: dict[State, str] = {
    "proposed": "proposed",
    "accepted": "accepted",
    "rejected": "rejected",
    "check": "check the date",
    "disagree": "sources disagree",
    "nodate": "no date found",
}
"""The word for each state, as sentences and labels need it."""

SIGN: dict[State, str] = {
    "proposed": "icons/proposed.html",
    "accepted": "icons/check.html",
    "rejected": "icons/cross.html",
    "check": "icons/warning.html",
    "disagree": "icons/disagree.html",
    "nodate": "icons/question.html",
}
"""The drawing for each state."""

SHORT = 30
"""Letters up to which marked words are kept on one line."""

RAIL_SLOT = 3.4
"""Per cent of the rail's height that one sign needs; marks closer than that share a sign."""

LEAD = 10
"""Letters before an expression in which its preposition may stand."""

_PREPOSITION = re.compile(
    r"(?<![\w’'-])(?:on|in|at|by|since|until|till|from|during|around|about)[ \u00a0]$", re.IGNORECASE
)

_FIRST: tuple[str, ...] = ("disagree", "accepted", "check", "proposed", "rejected")
"""Which state shows where several entries rest on the same words."""


@dataclass(frozen=True, slots=True)
class Cited:
    """An entry of the timeline that rests on words of the article; `expression` is None for words picked by hand."""

    citation: int
    entry: int
    state: str
    doubtful: bool
    expression: int | None
    start: int
    end: int
    apart: bool | None = False
    """Whether the entry's sources give dates that cannot all be true; None where they give none."""

    @property
    def shown(self) -> State:
        """What its words are marked as."""
        return state_of(self.state, doubtful=self.doubtful, apart=bool(self.apart))


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of the article that name a time. `entry` is what they lead to, None where no entry rests on them."""

    key: str
    start: int
    end: int
    words: str
    state: State
    entry: int | None = None

    @property
    def said(self) -> str:
        """The state in words."""
        return SAID[self.state]

    @property
    def icon(self) -> str:
        """The template that draws the state's sign."""
        return SIGN[self.state]

    @property
    def is_short(self) -> bool:
        """Whether the words fit on one line whatever happens."""
        return len(self.words) <= SHORT


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a block: marked words, or the text between them."""

    text: str
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A title, a caption or a paragraph, in segments; `number` counts the paragraphs and is 0 for all else."""

    kind: str
    start: int
    number: int
    segments: tuple[Segment, ...]
    is_last_of_head: bool = False
    """Whether the story begins behind it: after title and caption comes a line."""


@dataclass(frozen=True, slots=True)
class Stop:
    """A sign on the rail: `y` per cent down, leading to the first of the marks that share it."""

    y: float
    marks: tuple[Mark, ...]

    @property
    def first(self) -> Mark:
        """The mark it leads to."""
        return self.marks[0]


@dataclass(frozen=True, slots=True)
class Source:
    """The marked text of one article."""

    blocks: tuple[Block, ...] = ()
    marks: tuple[Mark, ...] = ()
    stops: tuple[Stop, ...] = ()

    @property
    def has_title(self) -> bool:
        """Whether the text itself brings the headline."""
        return any(block.kind == "title" for block in self.blocks)


def mark_up(
    text: str, blocks: Sequence[dict[str, Any]], expressions: Iterable[TemporalExpression], cited: Iterable[Cited]
) -> Source:
    """The article's text in blocks, with every mark in its place. Text before its reading has blocks by line."""
    marks = find_marks(text, expressions, cited)
    starts = [mark.start for mark in marks]
    shown = []
    number = 0
    for row in blocks or _lines(text):
        number += row["kind"] == "paragraph"
        within = marks[bisect_left(starts, row["start"]) : bisect_left(starts, row["end"])]
        own = [mark for mark in within if mark.end <= row["end"]]
        segments = tuple(_segments(text, row["start"], row["end"], own))
        shown.append(Block(row["kind"], row["start"], number if row["kind"] == "paragraph" else 0, segments))
    return Source(tuple(_with_line(list(_each_title_once(shown)))), tuple(marks), tuple(_stops(marks, len(text))))


def find_marks(text: str, expressions: Iterable[TemporalExpression], cited: Iterable[Cited]) -> list[Mark]:
    """All marks in text order, none overlapping another; the earlier and longer one stays."""
    by_expression: dict[int, list[Cited]] = {}
    by_hand = []
    for row in cited:
        if row.expression is not None:
            by_expression.setdefault(row.expression, []).append(row)
        else:
            by_hand.append(_mark(f"c-{row.citation}", row.start, row.end, text, [row]))
    kept: list[Mark] = []
    for expression in sorted(expressions, key=lambda row: (row.start, -row.end)):
        rows = by_expression.get(expression.pk, [])
        free = not kept or kept[-1].end <= expression.start
        if free and (rows or lacks_date(expression)):
            floor = max(expression.start - LEAD, kept[-1].end if kept else 0, 0)
            start = expression.start - preposition(text[floor : expression.start])
            kept.append(_mark(f"m-{expression.pk}", start, expression.end, text, rows))
    # Words picked by hand are often whole sentences: where a date inside them is marked already, the date stays.
    for mark in by_hand:
        if all(mark.end <= other.start or other.end <= mark.start for other in kept):
            kept.append(mark)
    return sorted(kept, key=lambda mark: mark.start)


def preposition(lead: str) -> int:
    """How many letters at the end of `lead`, the words before an expression, are its preposition: "on June 29, 2019" is
    marked and quoted whole, though the expression is the date alone."""
    found = _PREPOSITION.search(lead)
    return len(found[0]) if found else 0


def lacks_date(expression: TemporalExpression) -> bool:
    """Whether the words name a day that could be known, if it were known what to count from."""
    return not expression.edtf and any(warning["code"] == "no-reference-date" for warning in expression.warnings)


def state_of(state: str, *, doubtful: bool, apart: bool = False) -> State:
    """What an entry's words are marked as: a proposal with a doubtful date is to be checked; `apart`: its sources give
    dates that cannot all be true."""
    if apart and state in ("proposed", "accepted") and not (doubtful and state == "proposed"):
        return "disagree"
    if state == "proposed":
        return "check" if doubtful else "proposed"
    return "accepted" if state == "accepted" else "rejected"


def _mark(key: str, start: int, end: int, text: str, rows: list[Cited]) -> Mark:
    """The mark of a span; with no entry on it, no date was found."""
    if not rows:
        return Mark(key, start, end, text[start:end], "nodate")
    leading = min(rows, key=lambda row: _FIRST.index(row.shown))
    return Mark(key, start, end, text[start:end], leading.shown, entry=leading.entry)


def _segments(text: str, start: int, end: int, marks: list[Mark]) -> Iterable[Segment]:
    """The stretch in segments; together they are the very text."""
    at = start
    for mark in marks:
        if at < mark.start:
            yield Segment(text[at : mark.start])
        yield Segment(mark.words, mark)
        at = mark.end
    if at < end:
        yield Segment(text[at:end])


def _lines(text: str) -> list[dict[str, Any]]:
    """Every line that is not empty, as a paragraph."""
    rows, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            rows.append({"start": at, "end": at + len(line), "kind": "paragraph"})
        at += len(line) + 1
    return rows


def _each_title_once(blocks: list[Block]) -> Iterable[Block]:
    """Web pages often carry the headline twice; the second one is left out unless it holds a mark."""
    seen: Counter[str] = Counter()
    for block in blocks:
        words = " ".join("".join(segment.text for segment in block.segments).split())
        seen[words] += 1
        marked = any(segment.mark for segment in block.segments)
        if block.kind != "title" or marked or seen[words] == 1:
            yield block


def _with_line(blocks: list[Block]) -> Iterable[Block]:
    """A line between what stands above the story and the story, where there is a caption."""
    head = next((i for i, block in enumerate(blocks) if block.kind == "paragraph"), 0)
    for i, block in enumerate(blocks):
        last = i == head - 1 and any(above.kind == "caption" for above in blocks[:head])
        yield replace(block, is_last_of_head=True) if last else block


def _stops(marks: list[Mark], length: int) -> Iterable[Stop]:
    """The rail's signs, apart from each other; what is too close shares a sign."""
    groups: list[tuple[float, list[Mark]]] = []
    for mark in marks:
        y = mark.start / max(length, 1) * (100 - RAIL_SLOT)
        if groups and y - groups[-1][0] < RAIL_SLOT:
            groups[-1][1].append(mark)
        else:
            groups.append((y, [mark]))
    for y, group in groups:
        yield Stop(round(y, 1), tuple(group))


def place_words(blocks: Sequence[dict[str, Any]], offset: int) -> str:
    """Where in the article an offset lies: "paragraph 3", "caption", "headline"; empty before its reading."""
    starts = [block["start"] for block in blocks]
    at = bisect_right(starts, offset) - 1
    if at < 0:
        return ""
    kind: str = blocks[at]["kind"]
    if kind != "paragraph":
        return "headline" if kind == "title" else kind
    return f"paragraph {sum(block['kind'] == 'paragraph' for block in blocks[: at + 1])}"
