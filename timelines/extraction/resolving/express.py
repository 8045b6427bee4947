"""From resolved dates to the expressions that the engine answers with."""

from __future__ import annotations

from timelines.extraction.edtf import bounds, is_valid
from timelines.extraction.meanings import Calendar, Candidate, Text
from timelines.extraction.resolving import days
from timelines.extraction.resolving.context import Resolved, Story
from timelines.extraction.slots import Slot, year_text
from timelines.extraction.types import DateWarning, Expression, TimexType


def expressions(text: str, resolved: list[tuple[Candidate, Resolved]], story: Story) -> list[Expression]:
    """One expression each; the first half of a range carries the EDTF of the whole, its second half none."""
    return [
        _express(text, candidate, found, _range_edtf(number, resolved))
        for number, (candidate, found) in enumerate(resolved)
    ]


def _range_edtf(number: int, resolved: list[tuple[Candidate, Resolved]]) -> str | None:
    candidate, found = resolved[number]
    if candidate.range_end:
        return ""
    if not candidate.range_start or number + 1 >= len(resolved):
        return None
    last = resolved[number + 1][1].slot
    if found.slot is None or last is None or found.slot.first > last.first:
        return None
    first_edtf, last_edtf = found.slot.edtf().split("/")[0], last.edtf().split("/")[-1]
    edtf = f"{first_edtf}/{last_edtf}"
    return edtf if is_valid(edtf) else None


def _express(text: str, candidate: Candidate, found: Resolved, range_edtf: str | None) -> Expression:
    slot, kind, value = found.slot, _type(candidate, found), found.value
    edtf: str | None = None
    if slot is not None:
        value = (value or slot.timex()) + _time(candidate)
        edtf = None if candidate.said_again else _edtf(slot, candidate, found)
    if range_edtf is not None:
        edtf = range_edtf or None
    mod = None if range_edtf and candidate.mod in ("START", "MID", "END") else candidate.mod
    span = bounds(edtf, mod if range_edtf is None else None) if edtf else (None, None)
    warnings: tuple[DateWarning, ...] = tuple(found.warnings)
    return Expression(
        candidate.start,
        candidate.end,
        text[candidate.start : candidate.end],
        kind,
        value or "XXXX",
        mod,
        edtf,
        span[0],
        span[1],
        warnings,
        candidate.rule,
    )


def _edtf(slot: Slot, candidate: Candidate, found: Resolved) -> str:
    if isinstance(candidate.meaning, Calendar) and candidate.meaning.fiscal and slot.year >= 1:
        return f"{year_text(slot.year)}~"
    if candidate.ended and (period := days.period_ending(slot, *candidate.ended)):
        return period
    edtf = slot.edtf()
    about = (candidate.mod == "APPROX" and not candidate.clock) or found.fuzzy
    return f"{edtf}~" if about and "/" not in edtf and slot.grain not in ("century", "decade") else edtf


def _time(candidate: Candidate) -> str:
    if candidate.clock:
        return candidate.clock.value
    return f"T{candidate.part}" if candidate.part else ""


def _type(candidate: Candidate, found: Resolved) -> TimexType:
    if isinstance(candidate.meaning, Text):
        return candidate.meaning.type
    if found.slot is None and found.value.startswith("P") and not found.value.endswith("REF"):
        return "DURATION"
    return "TIME" if candidate.clock or candidate.part else "DATE"
