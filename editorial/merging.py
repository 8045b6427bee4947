"""Merge entries that tell the same, and answer "same as …?". Splitting them again is `editorial.splitting`.

The entry that others are merged into keeps its headline, and its date unless another is chosen; it takes all their
citations, each of which remembers the event it came with (`Citation.origin`). The merged ones keep their own headline,
date and description, are shown nowhere, and come back whole when they are split out. All that one press changes is one
batch of decisions, undone and redone together.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import F, Q
from django.db.models.functions import Coalesce

from editorial import loading, ordering, precision, review
from editorial.errors import Refused, Stale
from editorial.foreseeing import Foresight
from editorial.press import Press
from timelines.extraction.types import Reading
from timelines.models import Citation, Entry

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
    press = Press(actor, "merge", [target, *rest])
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
        precision.check_precision(target, date)
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
