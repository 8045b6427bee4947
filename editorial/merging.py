"""Merge entries that tell the same, split them again, and answer "same as …?".

The entry that others are merged into keeps its headline, and its date unless another is chosen; it takes all their
citations, each of which remembers the event it came with (`Citation.origin`). The merged ones keep their own headline,
date and description, are shown nowhere, and come back whole when they are split out. All that one press changes is one
batch of decisions, undone and redone together.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import timedelta
from typing import Any
from uuid import uuid4

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Case, F, OuterRef, Q, Subquery, When
from django.db.models.functions import Coalesce
from django.utils import timezone

from editorial import batches, loading, ordering, quoting, review, settling
from editorial.errors import Refused, Stale
from editorial.foreseeing import Foresight
from timelines.extraction.types import Reading
from timelines.models import Citation, Decision, Entry, Event
from timelines.models.timelines import EntryQuerySet

State = Entry.State


def merge(
    timeline: int | str,
    into: int,
    others: Iterable[int],
    actor: User,
    *,
    versions: Mapping[int, int] | None = None,
    date: Reading | None = None,
) -> Entry:
    """Give the citations of `others` to the entry `into`, which is accepted if any of them was. The timeline is named
    by its number or slug.

    Raises `Stale` where an entry is not in the version (pk -> version) it was seen in; `Refused` where one is gone,
    set aside or merged already, and for a `date` that is more precise than all the sources together.
    """
    with transaction.atomic():
        pks = [into, *others]
        foresight = None if date is None else Foresight(into, date.earliest, date.latest)
        asked = review.hold(timeline, actor).filter(pk__in=pks).annotate(**foresight.questions() if foresight else {})
        found = loading.several(asked)
        for entry in found:
            if foresight is not None and entry.pk == into:
                foresight.tell(entry)
        if len(found) < len(set(pks)):
            raise Refused("One of these entries is not in this timeline any more. Nothing was changed; look again.")
        return _merge(found, into, actor, versions or {}, date)


def _merge(found: Sequence[Entry], into: int, actor: User, versions: Mapping[int, int], date: Reading | None) -> Entry:
    """The same with the entries at hand, under the lock of their timeline."""
    target = next(entry for entry in found if entry.pk == into)
    rest = [entry for entry in found if entry.pk != into]
    press = _Press(actor, "merge", [target, *rest])
    for entry in found:
        _check(entry, versions.get(entry.pk))
    if not rest:
        raise Refused("Choose at least two entries to merge. Nothing was changed.")
    Citation.objects.filter(event__in=[entry.event_id for entry in rest]).update(
        origin=Coalesce("origin", F("event")), event=target.event
    )
    _gather(target, rest)
    if any(entry.state == State.ACCEPTED for entry in rest):
        target.state = State.ACCEPTED
    for entry in rest:
        entry.state, entry.merged_into = State.MERGED, target
    if date is not None:
        review.check_precision(target, date)
        press.give_date(target, date)
        press.settle([target])
    press.save()
    target.beside = tuple(rest)
    return target


def _gather(target: Entry, rest: Iterable[Entry]) -> None:
    """Let the entries at hand have what the database has given them."""
    citations = list(target.event.citations.all())
    for entry in rest:
        event = entry.event
        for citation in event.citations.all():
            citation.origin_id = citation.origin_id or event.pk
            citation.event = target.event
            citations.append(citation)
        loading.give(event, [])
    loading.give(target.event, sorted(citations, key=lambda row: row.pk))


def _check(entry: Entry, version: int | None) -> None:
    """Refuse what cannot be merged, or was not seen as it is."""
    name = f"“{ordering.short(entry.event.headline)}”"
    if entry.state == State.MERGED:
        raise Refused(f"{name} is merged into another entry already. Nothing was changed; look at the list again.")
    if entry.state == State.REJECTED:
        raise Refused(f"{name} is set aside. Restore it, then merge it.")
    if version is not None and version != entry.version:
        raise Stale(entry)


def add_to_same(entry_id: int, actor: User, *, version: int | None = None, slug: str | None = None) -> Entry:
    """Yes, it is the same: merge the proposal into the entry it seems to repeat. Gives that entry."""
    with transaction.atomic():
        review.take(entry_id, actor, slug)
        asked = Entry.objects.filter(pk=entry_id)
        pairs = Q(pk=entry_id) | Q(pk__in=asked.values("same_as")) | Q(pk__in=asked.values("same_as__merged_into"))
        found = {row.pk: row for row in loading.several(Entry.objects.filter(pairs))}
        entry = found[entry_id]
        target = same_as(entry)
        if target is None or entry.state == State.MERGED:
            raise Refused(
                "The entry that this one seemed to repeat is not on the timeline any more. Nothing was changed."
            )
        return _merge([found[target.pk], entry], target.pk, actor, {} if version is None else {entry.pk: version}, None)


def keep_apart(entry_id: int, actor: User, *, version: int | None = None, slug: str | None = None) -> Entry:
    """No, it is another happening. Reading the article again does not ask anew."""
    with review.changing(entry_id, actor, "keep-apart", version, slug=slug) as entry:
        entry.same_as = None
    return entry


def same_as(entry: Entry) -> Entry | None:
    """The placed entry that a proposal seems to repeat, merged meanwhile or not; None where there is no question."""
    found = entry.same_as
    if found is not None and found.state == State.MERGED:
        found = found.merged_into
    return found if entry.state == State.PROPOSED and found is not None and found.state in Entry.PLACED else None


def merged_in(entry: Entry) -> list[Entry]:
    """The entries that were merged into this one, with their events: those that can be split out whole."""
    # One that nobody decided is what a taken-back split has left.
    return list(entry.merged_entries.filter(decided_at__isnull=False).select_related("event").order_by("position"))


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
    press = _Press(actor, "split", [target, leaving])
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
    press = _Press(actor, "split", [entry, made])
    _bring_out(press, entry, made, {citation.pk}, home=True)
    made.state, made.merged_into = State(entry.state), None
    if press.events:
        press.settle([entry, made])
    press.save()
    made.beside = (entry,)
    return made


def _entry_of(entry: Entry, citation: Citation) -> Entry:
    """A new entry for one source, merged into the entry it is to leave: what undoing the split goes back to."""
    event, expression = citation.origin or entry.event, citation.expression
    dated = expression if expression is not None and expression.edtf else entry.event
    own = Event(headline=event.headline, status=event.status, edtf=dated.edtf, mod=dated.mod)
    own.earliest, own.latest = dated.earliest, dated.latest
    own.save()
    position = ordering.place(entry.timeline, own)
    values: dict[str, Any] = {"state": State.MERGED, "merged_into": entry, "by_hand": True, "position": position}
    made = Entry(timeline=entry.timeline, event=own, **values)
    made.save()
    return loading.fresh(made, [])


def _bring_out(press: _Press, target: Entry, leaving: Entry, pks: Collection[int], *, home: bool = False) -> None:
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
    """The event of a merged entry, and those of the entries that were merged into it before."""
    events, layer = [entry.event_id], [entry.pk] if getattr(entry, "merged_rows", None) else []
    while layer:
        rows = list(Entry.objects.filter(merged_into__in=layer).values_list("pk", "event_id"))
        events += [event for _, event in rows]
        layer = [pk for pk, _ in rows]
    return events


class _Press:
    """The entries that one press changes, as they were; in a fixed number of queries, however many they are.

    They come with their citations, and are of one timeline. Its lock is taken, and that it changes is noted.
    """

    def __init__(self, actor: User, verb: str, entries: Sequence[Entry]) -> None:
        self.actor, self.verb = actor, verb
        self.timeline = entries[0].timeline
        self.entries = {entry.pk: entry for entry in entries}
        self.events: list[Event] = []
        """Those that got another date."""
        self.before = self._snapshots()

    def _snapshots(self) -> dict[int, dict[str, Any]]:
        """As `review.snapshot`, with citations."""
        return {
            pk: review.snapshot(entry) | {"citations": [[row.pk, row.origin_id] for row in entry.event.citations.all()]}
            for pk, entry in self.entries.items()
        }

    def give_date(self, entry: Entry, reading: Reading) -> None:
        """Set the date; `settle` finds the place it asks for."""
        review.set_date(entry.event, reading)
        self.events.append(entry.event)

    def settle(self, entries: Sequence[Entry]) -> None:
        """Find the places that the dates of these entries allow."""
        beside = [entry for entry in self.entries.values() if entry not in entries]
        if len(entries) == 1:
            ordering.resettle(entries[0])
            for entry in beside:
                entry.position = ordering.number_now(self.timeline, entry.position)
        else:
            settling.settle_all(self.timeline, entries, beside)
        for kept in self.before.values():
            # The numbers may have changed under them, to make room.
            kept["position"] = ordering.number_now(self.timeline, kept["position"])

    def save(self) -> None:
        """Write all of it down, with its decisions."""
        after, now, batch = self._snapshots(), timezone.now(), uuid4()
        changed: set[str] = set()
        for pk, entry in self.entries.items():
            entry.by_hand = after[pk]["by_hand"] = True
            if self.before[pk]["state"] != entry.state:
                entry.decided_by, entry.decided_at = self.actor, now
            entry.changed = frozenset(name for name in after[pk] if self.before[pk][name] != after[pk][name])
            changed |= entry.changed
        loading.tell_merged(list(self.entries.values()))
        batches.save_all(self.actor, list(self.entries.values()), self.events, changed)
        common = {"timeline": self.timeline, "actor": self.actor, "verb": self.verb, "batch": batch, "made_at": now}
        Decision.objects.bulk_create(
            Decision(entry=entry, before=self.before[pk], after=after[pk], **common)
            for pk, entry in self.entries.items()
        )
