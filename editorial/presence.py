"""Who has a timeline open, and what they look at or edit there.

A row per browser tab: two tabs of one person are two people. Each tab says every few seconds that it is still here;
most of these words change nothing and are not written down.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.contrib.auth.models import User
from django.db.models import F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce, JSONObject
from django.utils import timezone

from editorial.comparing import mark_of
from editorial.people import joined, name_of
from timelines.models import Decision, Entry, Presence, Timeline

GONE = timedelta(seconds=15)
"""Who has said nothing for so long is not here any more."""

STILL = timedelta(seconds=8)
"""How long a row stands before it is written anew although nothing changed: less than two of the slowest pulses."""

SWEPT = timedelta(minutes=5)

TEXTS = ("edtf", "mod", "headline", "description", "status")
_ENTRY = {"version": F("version"), "state": F("state"), **{name: F(f"event__{name}") for name in TEXTS}}


@dataclass(frozen=True, slots=True)
class Face:
    """Somebody else, or the same person in another tab; `entry` is what they look at, or edit in a form."""

    person: User
    is_me: bool
    entry: int | None
    is_editing: bool

    @property
    def name(self) -> str:
        """As it is written beside the entry."""
        return "You, in another tab," if self.is_me else name_of(self.person)

    @property
    def initial(self) -> str:
        """What stands in the ring."""
        return name_of(self.person)[:1]

    @property
    def does(self) -> str:
        """What they do, as the end of a sentence."""
        return f"{'are' if self.is_me else 'is'} {'editing' if self.is_editing else 'looking at'} this"


@dataclass(frozen=True, slots=True)
class Looked:
    """The timeline as a pulse finds it; `version`, `state` and `text` (see `comparing.mark_of`) are of the entry asked
    about, None where it is gone.

    `changed_by` made the last change of that entry: pk and name, empty where nobody is known.
    """

    timeline: Timeline
    version: int | None
    state: str | None
    text: str | None
    changed_by: dict[str, Any]


def look(slug: str, entry: int | None) -> Looked | None:
    """The timeline and one of its entries in one query; None where there is no such timeline."""
    entries = Entry.objects.filter(timeline=OuterRef("pk"), pk=entry or 0)
    last = Decision.objects.filter(entry=entry, timeline=OuterRef("pk")).order_by(
        Coalesce("undone_at", "made_at").desc(), "-pk"
    )
    who = JSONObject(
        pk=F("actor_id"), first=F("actor__first_name"), last=F("actor__last_name"), username=F("actor__username")
    )
    found: Any = (
        Timeline.objects.filter(slug=slug)
        .annotate(
            entry=Subquery(entries.annotate(what=JSONObject(**_ENTRY)).values("what")),
            entry_by=Subquery(last.annotate(who=who).values("who")[:1]),
        )
        .select_related("updated_by")
        .only("slug", "revision", "updated_by__username", "updated_by__first_name", "updated_by__last_name")
        .first()
    )
    if found is None:
        return None
    entry_now = found.entry or {}
    text = mark_of(*(entry_now[name] for name in TEXTS)) if entry_now else None
    return Looked(found, entry_now.get("version"), entry_now.get("state"), text, found.entry_by or {})


def note(timeline_id: int, person: User, tab: str, *, entry: int | None, is_editing: bool) -> list[Face]:
    """Note that this tab is here, where that is news, and tell who else is. One query, two where it is written down.

    `entry` has to be one of the timeline's.
    """
    now = timezone.now()
    own = Q(person=person, tab=tab)
    rows = list(Presence.objects.filter(own | Q(seen_at__gt=now - GONE), timeline=timeline_id).select_related("person"))
    mine = next((row for row in rows if row.person_id == person.pk and row.tab == tab), None)
    if mine is None:
        Presence.objects.bulk_create(
            [Presence(timeline_id=timeline_id, person=person, tab=tab, entry_id=entry, is_editing=is_editing)],
            ignore_conflicts=True,
        )
    elif (mine.entry_id, mine.is_editing) != (entry, is_editing) or mine.seen_at < now - STILL:
        Presence.objects.filter(pk=mine.pk).update(entry=entry, is_editing=is_editing, seen_at=now)
    others = [row for row in rows if row is not mine]
    return [Face(row.person, row.person_id == person.pk, row.entry_id, row.is_editing) for row in others]


def leave(slug: str, person: User, tab: str) -> None:
    """The tab was closed, or shows another page."""
    Presence.objects.filter(timeline__slug=slug, person=person, tab=tab).delete()


def sweep() -> int:
    """Remove the rows of tabs that went without a word. How many."""
    return Presence.objects.filter(seen_at__lt=timezone.now() - SWEPT).delete()[0]


def persons(faces: Sequence[Face]) -> list[Face]:
    """One face for each other person, and for oneself in other tabs, in the order they came."""
    return list({face.person.pk: face for face in faces}.values())


def words(faces: Sequence[Face]) -> str:
    """ "You and Night desk are here"; nothing where one is alone."""
    if not faces:
        return ""
    tabs = sum(face.is_me for face in faces) + 1
    names = [name_of(face.person) for face in persons(faces) if not face.is_me]
    if not names:
        return f"You are here in {tabs} tabs"
    return f"{joined([f'You (in {tabs} tabs)' if tabs > 1 else 'You', *names])} are here"


def at_entries(faces: Sequence[Face]) -> dict[int, list[Face]]:
    """Who is at which entry: each person once, whoever edits it first."""
    found: dict[int, list[Face]] = {}
    for face in sorted(faces, key=lambda face: not face.is_editing):
        if face.entry is not None:
            there = found.setdefault(face.entry, [])
            if all(other.person.pk != face.person.pk for other in there):
                there.append(face)
    return found
