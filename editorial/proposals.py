"""Saves what the engine read: expressions, and for each timeline of the article its proposed entries.

A statement is known again by its article and the span of its expression (`Entry.proposal_key`), since an article's text
never changes. What a person has decided or edited (`Entry.by_hand`) is left alone; other proposals follow the text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import Exists, OuterRef
from simple_history.utils import bulk_create_with_history

from editorial import doubles, ordering, review
from timelines.extraction import Expression, Extraction, ProposedEvent
from timelines.extraction.types import jsonable
from timelines.models import Article, Citation, Entry, Event, TemporalExpression, Timeline

Told = tuple[ProposedEvent, TemporalExpression]
"""A statement as the engine proposes it, and the row of the words that date it."""


def save(article: Article, extraction: Extraction) -> int:
    """Write all of it; call inside one transaction. The number of statements proposed."""
    blocks = [{"start": block.start, "end": block.end, "kind": block.kind} for block in extraction.blocks]
    Article.objects.filter(pk=article.pk).update(blocks=blocks)
    rows, unused, changed = _save_expressions(article, extraction.expressions)
    for timeline_id in article.timelines.order_by("pk").values_list("pk", flat=True):
        timeline = review.lock(timeline_id)
        # What a decided entry's source says may have changed as well: an Edition would tell it.
        if _propose(timeline, article, extraction, rows) or changed:
            review.touch(timeline, None)
    TemporalExpression.objects.filter(pk__in=unused).exclude(
        Exists(Citation.objects.filter(expression=OuterRef("pk")))
    ).delete()
    return len(extraction.events)


def _save_expressions(
    article: Article, expressions: tuple[Expression, ...]
) -> tuple[list[TemporalExpression], list[int], bool]:
    """One row an expression, in order; those no longer found; whether any row has changed.

    Rows that are there already keep their identity.
    """
    known = {(row.start, row.end): row for row in article.expressions.all()}
    rows, changed = [], False
    new = []
    for found in expressions:
        values = {
            "text": found.text,
            "type": found.type,
            "value": found.value,
            "mod": found.mod or "",
            "edtf": found.edtf or "",
            "earliest": found.earliest,
            "latest": found.latest,
            "rule": found.rule,
            "warnings": [_warning(warning) for warning in found.warnings],
        }
        row = known.get((found.start, found.end))
        if row is None:
            row = TemporalExpression(article=article, start=found.start, end=found.end, **values)
            new.append(row)
        elif _update(row, values):
            row.save()
            changed = True
        rows.append(row)
    TemporalExpression.objects.bulk_create(new)
    found_again = {row.pk for row in rows}
    return rows, [row.pk for row in known.values() if row.pk not in found_again], changed or bool(new)


def _warning(warning: Any) -> dict[str, Any]:
    """A warning as JSON types."""
    return {
        "code": warning.code,
        "message": warning.message,
        "readings": [
            jsonable({name: getattr(reading, name) for name in ("edtf", "earliest", "latest", "mod", "note")})
            for reading in warning.readings
        ],
    }


def _update(row: Any, values: dict[str, Any]) -> bool:
    """Set the values that differ; whether there is anything to save."""
    changed = row.pk is None
    for name, value in values.items():
        if getattr(row, name) != value:
            setattr(row, name, value)
            changed = True
    return changed


def _propose(timeline: Timeline, article: Article, extraction: Extraction, rows: list[TemporalExpression]) -> bool:
    """Bring the timeline's proposals from this article up to date. Whether anything changed."""
    known = {
        entry.proposal_key: entry
        for entry in timeline.entries.filter(proposal_key__startswith=f"{article.pk}:")
        .select_related("event", "timeline")
        .prefetch_related("event__citations")
    }
    seen: Counter[str] = Counter()
    changed, keys = False, set()
    new: dict[str, Told] = {}
    told_anew: list[tuple[Entry, Told]] = []
    for proposed in extraction.events:
        row = rows[proposed.expression]
        span = f"{article.pk}:{row.start}-{row.end}"
        key = f"{span}:{seen[span]}" if seen[span] else span
        seen[span] += 1
        keys.add(key)
        entry = known.get(key)
        if entry is None:
            new[key] = (proposed, row)
        elif not entry.by_hand:
            was = _said(entry)
            changed = _refresh(entry, article, proposed, row) or changed
            if _said(entry) != was:
                told_anew.append((entry, (proposed, row)))
    changed = _drop([entry for key, entry in known.items() if key not in keys and not entry.by_hand]) or changed
    same = doubles.find(timeline, article, [*new.values(), *(told for _, told in told_anew)])
    _create(timeline, article, new, same)
    for (entry, _), found in zip(told_anew, same[len(new) :], strict=True):
        entry.same_as_id = None if entry.seconds.exists() else found
        entry.save()
    return changed or bool(new)


def _said(entry: Entry) -> tuple[str, str, str]:
    """What likeness goes by."""
    return entry.event.headline, entry.event.edtf, entry.event.mod


def _drop(entries: Iterable[Entry]) -> bool:
    """Remove proposals that the article gives no more; whether there were any.

    An entry that a correction names was public once: it stays, for a person to decide; so does one that others are
    merged into.
    """
    dropped = False
    for entry in entries:
        if not entry.corrections.exists() and not entry.merged_entries.exists():
            event = entry.event
            entry.delete()
            event.delete()
            dropped = True
    return dropped


def _event_values(proposed: ProposedEvent, row: TemporalExpression) -> dict[str, Any]:
    """What the event says, as the engine read it."""
    return {
        "edtf": proposed.edtf,
        "mod": row.mod,
        "earliest": row.earliest,
        "latest": row.latest,
        "headline": proposed.headline,
        "status": proposed.status,
    }


def _warnings(proposed: ProposedEvent, row: TemporalExpression) -> list[dict[str, Any]]:
    """The warnings of the expression and of the statement, each once."""
    own = [_warning(warning) for warning in proposed.warnings]
    codes = {warning["code"] for warning in row.warnings}
    known: list[dict[str, Any]] = row.warnings
    return known + [warning for warning in own if warning["code"] not in codes]


def _create(timeline: Timeline, article: Article, new: dict[str, Told], same: Sequence[int | None]) -> None:
    """New proposals by their keys, each with the sentence it rests on; in a fixed number of queries. `same` begins with
    the entries that they seem to repeat."""
    events = [Event(**_event_values(proposed, row)) for proposed, row in new.values()]
    positions = ordering.place_all(timeline, events)
    bulk_create_with_history(events, Event)
    entries, citations = [], []
    for event, position, (key, (proposed, row)), found in zip(
        events, positions, new.items(), same[: len(new)], strict=True
    ):
        values = {"proposal_key": key, "warnings": _warnings(proposed, row), "same_as_id": found}
        entries.append(Entry(timeline=timeline, event=event, position=position, **values))
        span = {"start": proposed.quote.start, "end": proposed.quote.end}
        citations.append(Citation(event=event, article=article, expression=row, **span))
    Citation.objects.bulk_create(citations)
    bulk_create_with_history(entries, Entry)


def _refresh(entry: Entry, article: Article, proposed: ProposedEvent, row: TemporalExpression) -> bool:
    """An undecided proposal as the article is read now. Whether anything changed."""
    event, changed = entry.event, False
    if _update(event, _event_values(proposed, row)):
        event.save()
        ordering.resettle(entry)
        changed = True
    if _update(entry, {"warnings": _warnings(proposed, row)}) or changed:
        entry.version += 1
        entry.save()
        changed = True
    quote = {"start": proposed.quote.start, "end": proposed.quote.end, "expression_id": row.pk}
    known = (citation for citation in event.citations.all() if citation.article_id == article.pk)
    citation = next(known, None) or Citation(event=event, article=article)
    if _update(citation, quote):
        citation.save()
        changed = True
    return changed
