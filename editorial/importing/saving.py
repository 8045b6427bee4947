"""Imported rows become the accepted entries of a new timeline, all or none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone
from simple_history.utils import bulk_create_with_history

from editorial import naming, review
from editorial.errors import Refused
from editorial.importing.rows import Imported, Row
from editorial.renumbering import STEP
from timelines.models import Entry, Event, Import, Timeline


@transaction.atomic
def save(found: Imported, slug: str, actor: User, *, title: str = "", file_name: str = "") -> Timeline:
    """Make the timeline, and note what became of each row.

    Raises `Refused` where its address is taken, or no row became an entry.

    The rows keep the file's order where the dates allow it; else all are put in the order of their dates.
    """
    if not found.rows:
        raise Refused("No row can become an entry. Nothing was imported; the reasons are listed.")
    timeline = Timeline(
        slug=slug,
        title=(title or found.title or slug)[:200],
        standfirst=found.standfirst,
        byline=found.byline[:200],
    )
    naming.start(timeline, actor)
    rows = in_order(found.rows)
    now = timezone.localtime()
    events = [
        Event(
            edtf=row.date.edtf,
            mod=row.date.mod or "",
            earliest=row.date.earliest,
            latest=row.date.latest,
            headline=row.headline,
            description=row.description,
            status=row.status or status_of(row, now.date()),
        )
        for row in rows
    ]
    bulk_create_with_history(events, Event, batch_size=500, default_user=actor)
    entries = [
        Entry(timeline=timeline, event=event, state=Entry.State.ACCEPTED, position=STEP * number, by_hand=True,
              decided_by=actor, decided_at=now)
        for number, event in enumerate(events, start=1)
    ]  # fmt: skip
    bulk_create_with_history(entries, Entry, batch_size=500, default_user=actor)
    Import.objects.create(
        timeline=timeline,
        file_name=file_name[-200:],
        taken=len(rows),
        left=[asdict(row) for row in found.left],
        made_by=actor,
    )
    review.touch(timeline, actor)
    timeline.refresh_from_db()
    return timeline


def status_of(row: Row, today: date) -> str:
    """Where the file does not say: what is dated after `today` has not happened yet."""
    return Event.Status.PLANNED if row.date.earliest and row.date.earliest > today else Event.Status.PAST


def in_order(rows: Sequence[Row]) -> list[Row]:
    """As they come, unless one stands behind another that its date says came later: then by their dates."""
    latest_beginning = date.min
    for row in rows:
        if row.date.latest is not None and row.date.latest < latest_beginning:
            return sorted(rows, key=lambda row: (row.date.earliest or date.min, row.date.latest or date.max))
        latest_beginning = max(latest_beginning, row.date.earliest or date.min)
    return list(rows)
