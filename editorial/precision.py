"""How exact a date may be: never more than every source it rests on, and as vague as it was read."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from editorial import loading
from editorial.errors import Refused
from editorial.quoting import width
from timelines.extraction.types import Reading
from timelines.models import Citation, Entry, Event, TemporalExpression
from timelines.wording import date_words


def set_date(event: Event, reading: Reading) -> None:
    """Give the event the date of a reading, as vague as it is."""
    event.edtf, event.mod = reading.edtf, reading.mod or ""
    event.earliest, event.latest = reading.earliest, reading.latest


def readings_of(entry: Entry) -> list[Reading]:
    """The ways to read the entry's date that its warnings offer, the likelier first."""
    found: dict[str, Reading] = {}
    for warning in entry.warnings:
        for row in warning["readings"]:
            days = {key: date.fromisoformat(row[key]) if row[key] else None for key in ("earliest", "latest")}
            found.setdefault(
                row["edtf"], Reading(row["edtf"], days["earliest"], days["latest"], row["mod"], row["note"])
            )
    return list(found.values())


def check_precision(entry: Entry, reading: Reading) -> None:
    """Refuse a date that is more precise than every source the entry rests on. Without dated sources any will do, and
    so will the date it has and those that its warnings offer: a misprint may leave open which day was meant."""
    offered = {(row.edtf, row.mod or "") for row in readings_of(entry)} | {(entry.event.edtf, entry.event.mod)}
    if (reading.edtf, reading.mod or "") in offered:
        return
    check_sources(loading.citations(entry.event), reading)


def check_sources(citations: Iterable[Citation], reading: Reading) -> None:
    """Refuse a date that is more precise than all of these sources."""
    expressions = [
        citation.expression for citation in citations if citation.expression is not None and citation.expression.edtf
    ]
    if not expressions:
        return
    finest = min(expressions, key=lambda expression: width(expression.earliest, expression.latest))
    if width(reading.earliest, reading.latest) >= width(finest.earliest, finest.latest):
        return
    typed, supported = date_words(reading.edtf, reading.mod), date_words(finest.edtf, finest.mod or None)
    if _is_apart(reading, finest):
        raise Refused(
            f"The source says “{finest.text}”, which does not support {typed}; the date it supports is {supported}. "
            f"To tell {typed}, add it as an entry of its own without this source, or from another source."
        )
    raise Refused(
        f"{typed} is more precise than the source, which says “{finest.text}”. "
        f"The nearest date it supports is {supported}."
    )


def _is_apart(reading: Reading, source: TemporalExpression) -> bool:
    """Whether no day can be meant by both."""
    first = max(reading.earliest or date.min, source.earliest or date.min)
    return first > min(reading.latest or date.max, source.latest or date.max)
