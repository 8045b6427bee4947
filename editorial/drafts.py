"""What people have typed into an entry's form and not saved: kept for the same person, offered when they come back.

A draft belongs to one person and one browser tab, and to one opening of the form (`writing`): who opens it again and
begins anew keeps what they had left there as another draft. It goes when it is saved or thrown away, and after thirty
days.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from django.contrib.auth.models import User
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.crypto import get_random_string

from editorial.errors import Refused
from editorial.presence import GONE
from timelines.models import Draft, Entry, Presence, Timeline

FIELDS = ("date", "headline", "description", "status", "version", "was", "article", "start", "end", "writing")
"""What of the form is kept."""

KEPT = timedelta(days=30)
LONGEST = 100_000
"""Characters of all fields together; the form takes a fifth of that."""

OFFERED = 20


def keep(
    owner: User, timeline: Timeline, tab: str, typed: Mapping[str, str], *, entry: int | None, draft: int | None = None
) -> Draft:
    """Keep what is typed in this tab; `draft` is the one it goes on with. Raises `Refused` where it is far too long.

    Where the entry has gone meanwhile, it is kept as the draft of a new one.
    """
    values = {name: typed[name].replace("\0", "") for name in FIELDS if name in typed}
    if sum(map(len, values.values())) > LONGEST:
        raise Refused("This is too long for a draft. It is kept on this computer; shorten it before you save it.")
    there = Entry.objects.filter(pk=entry, timeline=timeline).exists() if entry is not None else False
    entry = entry if there else None
    place: dict[str, Any] = {"owner": owner, "timeline": timeline, "entry_id": entry, "tab": tab}
    _set_aside(place, values.get("writing", ""), draft)
    kept, _made = Draft.objects.update_or_create(**place, defaults={"values": values, "saved_at": timezone.now()})
    if draft is not None and draft != kept.pk:
        Draft.objects.filter(owner=owner, timeline=timeline, entry=entry, pk=draft).delete()
    return kept


def _set_aside(place: dict[str, Any], writing: str, draft: int | None) -> None:
    """What an earlier opening of the form left in this tab, and nobody goes on with, is no tab's any more."""
    left = Draft.objects.filter(**place).first()
    if left is not None and left.pk != draft and left.values.get("writing", "") != writing:
        Draft.objects.filter(pk=left.pk).update(tab=get_random_string(24))


def waiting(owner: User, timeline: Timeline, tab: str, dead: Sequence[str] = ()) -> list[Draft]:
    """This person's drafts here, the newest first, without those that are being typed in another tab now.

    `dead` are tabs that the browser knows to be gone, although they have not said so.
    """
    at_work = Presence.objects.filter(
        person=owner, timeline=timeline, tab=OuterRef("tab"), is_editing=True, seen_at__gt=timezone.now() - GONE
    ).exclude(tab__in=[tab, *dead])
    rows = Draft.objects.filter(~Exists(at_work), owner=owner, timeline=timeline)
    return list(rows.select_related("entry__event")[:OFFERED])


def find(owner: User, timeline: Timeline, pk: int | None) -> Draft | None:
    """One's own draft of this timeline."""
    return Draft.objects.filter(owner=owner, timeline=timeline, pk=pk).first() if pk is not None else None


def forget(
    owner: User,
    timeline: Timeline,
    *,
    tab: str = "",
    writing: str = "",
    entry: int | None = None,
    draft: int | None = None,
) -> None:
    """It was saved or thrown away: what was typed in this tab for the entry, and the draft it went on with."""
    typed_here = Q(tab=tab, entry=entry) if tab else Q(pk=None)
    if writing:
        typed_here &= Q(values__writing=writing)
    Draft.objects.filter(typed_here | Q(pk=draft), owner=owner, timeline=timeline).delete()


def sweep() -> int:
    """Remove what nobody has come back to. How many."""
    return Draft.objects.filter(saved_at__lt=timezone.now() - KEPT).delete()[0]
