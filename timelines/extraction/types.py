"""The shapes the engine answers with. Plain data: no Django, no clock, no network.

Offsets are Python string offsets (code points) into the text that was given, end exclusive, so that
``text[start:end]`` is always the words themselves. Dates are proleptic Gregorian days; ``None`` for
``earliest`` or ``latest`` means that the source leaves that side open ("since 2019", "until Friday").
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any, Literal

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
"""The four types of TIMEX3 (TimeML 1.2.1, section 2.2)."""

Mod = Literal[
    "BEFORE",
    "AFTER",
    "ON_OR_BEFORE",
    "ON_OR_AFTER",
    "LESS_THAN",
    "MORE_THAN",
    "EQUAL_OR_LESS",
    "EQUAL_OR_MORE",
    "START",
    "MID",
    "END",
    "APPROX",
]
"""The values of TIMEX3's ``mod`` (TimeML 1.2.1): what EDTF has no sign for, above all early, mid and late."""

Status = Literal["past", "planned", "hypothetical"]

BlockKind = Literal["title", "caption", "dateline", "byline", "paragraph"]

WARNING_CODES = (
    "year-typo",
    "weekday-mismatch",
    "impossible-date",
    "ambiguous-order",
    "no-reference-date",
    "assumed-year",
    "after-publication",
    "far-from-story",
)


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a date: what an editor may choose, or what a typed date means.

    ``note`` is a short phrase for people on why it may be read so ("one digit missing in the year").
    """

    edtf: str
    earliest: date | None
    latest: date | None
    mod: Mod | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class DateWarning:
    """Why an editor should look at a date. ``code`` is one of `WARNING_CODES`, ``message`` a sentence for people.

    ``readings`` holds the ways to read it where there is more than one, the likelier first; else it is empty.
    """

    code: str
    message: str
    readings: tuple[Reading, ...] = ()


@dataclass(frozen=True, slots=True)
class Expression:
    """A span that names a time, as TIMEX3 type and value, with the EDTF and days an editor can use.

    ``edtf`` is ``None`` where the span gives no usable date (durations, sets, "now", or a relative date
    with nothing to count from); then ``earliest`` and ``latest`` are ``None`` too. ``rule`` names the matcher.
    """

    start: int
    end: int
    text: str
    type: TimexType
    value: str
    mod: Mod | None
    edtf: str | None
    earliest: date | None
    latest: date | None
    warnings: tuple[DateWarning, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the text: ``text[start:end]``."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Block:
    """One block (line or paragraph) of the article and what part it plays."""

    start: int
    end: int
    kind: BlockKind


@dataclass(frozen=True, slots=True)
class ProposedEvent:
    """A dated statement worth an entry. ``expression`` is an index into `Extraction.expressions`."""

    expression: int
    edtf: str
    headline: str
    quote: Span
    status: Status
    warnings: tuple[DateWarning, ...] = ()


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was read out of one text, in text order."""

    blocks: tuple[Block, ...] = ()
    sentences: tuple[Span, ...] = ()
    expressions: tuple[Expression, ...] = ()
    events: tuple[ProposedEvent, ...] = ()
    language: str = "en"
    notes: tuple[str, ...] = field(default=())
    offered_publication: Reading | None = None
    """Where no publication date was given: the day that the dateline names, for an editor to accept or not."""

    def as_dict(self) -> dict[str, Any]:
        """The answer as JSON types; days as ISO strings, the keys as in the dataclasses."""
        return jsonable(asdict(self))  # type: ignore[no-any-return]


class UnreadableDate(ValueError):
    """What a person typed is not a date. ``nearest`` is the closest reading to offer, where there is one; ``others``
    are as good as that."""

    def __init__(self, message: str, nearest: Reading | None = None, others: tuple[Reading, ...] = ()) -> None:
        super().__init__(message)
        self.message = message
        self.nearest = nearest
        self.others = others


def jsonable(value: Any) -> Any:
    """`value` with every `date` as an ISO string and every tuple as a list."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return {key: jsonable(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [jsonable(item) for item in value]
    return value
