"""Split merged entries again: a merged entry comes back whole, or one source becomes an entry of its own.

Each citation remembers the event it came with (`Citation.origin`), so that it goes home. All that one press changes is
one batch of decisions, undone and redone together.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import timedelta
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Case, F, OuterRef, Q, Subquery, When

from editorial import loading, ordering, quoting, review
from editorial.errors import Refused, Stale
from editorial.press import Press
from timelines.extraction.types import Reading
from timelines.models import Citation, Decision, Entry, Event
from timelines.models.timelines import EntryQuerySet

State = Entry.State


def split(entry_id: int, merged_id: int, actor: User, *, version: int | None = None, slug: str | None = None) -> Entry:
    """Bring a merged entry back as it was, with its citations. Gives that entry.

    Where the date of the one it leaves rests on those citations alone, that one takes the finest of the dates left.
    """
    with transaction.atomic():
        review.take(entry_id, actor, slug)
        found = _with_state_before(Entry.objects.filter(pk__in=[entry_id, merged_id]))
        target, leaving = found[entry_id], found.get(merged_id)
        if version is not None and version != target.version:
            raise Stale(target)
        if leaving is None or leaving.merged_into_id != target.pk:
            raise Refused("That entry is not part of this one any more. Nothing was changed; look at the list again.")
        return _split(target, leaving, actor)


def _with_state_before(entries: EntryQuerySet) -> dict[int, Entry]:
    """These entries, each with what it was when it was merged."""
    merged = Decision.objects.filter(entry=OuterRef("pk"), undone_at=None, after__state=State.MERGED).order_by("-pk")
    return {
        row.pk: row for row in loading.several(entries.annotate(before_merge=Subquery(merged.values("before")[:1])))
    }


def _split(target: Entry, leaving: Entry, actor: User) -> Entry:
    """Bring back an entry with the citations that came with it or with what was merged into it before."""
    press = Press(actor, "split", [target, leaving])
    origins = _with_its_own(leaving)
    _bring_out(press, target, leaving, {row.pk for row in target.event.citations.all() if row.origin_id in origins})
    was: dict[str, Any] = getattr(leaving, "before_merge", None) or {}
    leaving.state = was.get("state") or target.state
    leaving.merged_into = leaving.same_as = None
    press.settle([target, leaving] if press.events else [leaving])
    press.save()
    leaving.beside = (target,)
    return leaving


def split_citation(
    entry_id: int, citation_id: int, actor: User, *, version: int | None = None, slug: str | None = None
) -> Entry:
    """Make one source of an entry an entry of its own; a merged entry that came with this source alone comes back."""
    with transaction.atomic():
        review.take(entry_id, actor, slug)
        origin = Citation.objects.filter(pk=citation_id).values("origin")
        found = _with_state_before(Entry.objects.filter(Q(pk=entry_id) | Q(merged_into=entry_id, event__in=origin)))
        entry = found.pop(entry_id)
        if version is not None and version != entry.version:
            raise Stale(entry)
        citations = list(entry.event.citations.all())
        citation = next((row for row in citations if row.pk == citation_id), None)
        if citation is None:
            raise Refused("That source is not part of this entry any more. Nothing was changed; look at it again.")
        whole = next(iter(found.values()), None)
        if whole is not None and sum(row.origin_id == citation.origin_id for row in citations) == 1:
            return _split(entry, whole, actor)
        if len(citations) == 1:
            raise Refused("The entry rests on this source alone, so there is nothing to split.")
        return _split_new(entry, citation, actor)


def _split_new(entry: Entry, citation: Citation, actor: User) -> Entry:
    """A new entry for one source."""
    made = _entry_of(entry, citation)
    press = Press(actor, "split", [entry], made)
    _bring_out(press, entry, made, {citation.pk}, home=True)
    made.state, made.merged_into = State(entry.state), None
    if press.events:
        press.settle([entry, made])
    else:
        made.position = ordering.place(entry.timeline, made.event)
    press.save()
    made.beside = (entry,)
    return made


def _entry_of(entry: Entry, citation: Citation) -> Entry:
    """A new entry for one source (not saved, but its event is), merged into the entry it is to leave: what undoing the
    split goes back to."""
    event, expression = citation.origin or entry.event, citation.expression
    dated = expression if expression is not None and expression.edtf else entry.event
    own = Event(headline=event.headline, status=event.status, edtf=dated.edtf, mod=dated.mod)
    own.earliest, own.latest = dated.earliest, dated.latest
    own.skip_history_when_saving = True  # type: ignore[attr-defined]
    own.save()
    made = Entry(timeline=entry.timeline, event=own, state=State.MERGED, merged_into=entry, by_hand=True)
    made.position = entry.position
    return loading.fresh(made, [])


def _bring_out(press: Press, target: Entry, leaving: Entry, pks: Collection[int], *, home: bool = False) -> None:
    """Move these citations, and let the one they leave say no more than its sources still do. `home`: from now on they
    came with the entry that leaves."""
    before = _finest(target.event)
    Citation.objects.filter(pk__in=pks).update(
        event=leaving.event,
        origin=None if home else Case(When(origin=leaving.event_id, then=None), default=F("origin")),
    )
    citations = list(target.event.citations.all())
    moved = [row for row in citations if row.pk in pks]
    for row in moved:
        row.event = leaving.event
        row.origin_id = None if home or row.origin_id == leaving.event_id else row.origin_id
    loading.give(leaving.event, moved)
    loading.give(target.event, [row for row in citations if row.pk not in pks])
    left = _finest(target.event)
    if before is not None and left is not None and _width(before) <= _width(target.event) < _width(left):
        press.give_date(target, left)


def _width(dated: Reading | Event) -> timedelta:
    return quoting.width(dated.earliest, dated.latest)


def _finest(event: Event) -> Reading | None:
    """The most precise date that the event's sources give."""
    rows = [row.expression for row in loading.citations(event)]
    dated = [row for row in rows if row is not None and row.edtf]
    found = min(dated, key=lambda row: quoting.width(row.earliest, row.latest), default=None)
    return Reading(found.edtf, found.earliest, found.latest, found.mod or None) if found else None  # type: ignore[arg-type]


def _with_its_own(entry: Entry) -> list[int]:
    """The event of a merged entry, and those of the entries that were merged into it before. At most one query, however
    deep they lie."""
    events, layer = [entry.event_id], [entry.pk] if getattr(entry, "merged_rows", None) else []
    if not layer:
        return events
    into: dict[int | None, list[tuple[int, int]]] = {}
    merged = Entry.objects.filter(timeline=entry.timeline_id, merged_into__isnull=False)
    for pk, target, event in merged.values_list("pk", "merged_into", "event"):
        into.setdefault(target, []).append((pk, event))
    while layer:
        rows = [row for pk in layer for row in into.get(pk, ())]
        events += [event for _, event in rows]
        layer = [pk for pk, _ in rows]
    return events
