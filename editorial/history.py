"""The history of an entry: who changed what, when, word by word, with a way back to each earlier wording.

It is put together from the decisions people made and from the rows that reading the article again has left. A way back
brings date, headline, description and status; whether the entry is accepted, and where it stands, is for other verbs.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise
from typing import Any, Literal

from django.contrib.auth.models import User
from django.db.models import OuterRef, Subquery

from editorial import review
from editorial.comparing import Compared, compare
from editorial.deeds import VERBS, person_words, shortened
from editorial.errors import Refused
from editorial.review import EVENT_FIELDS, Change
from editorial.undoing import changed_by
from timelines.extraction.types import Reading
from timelines.models import Decision, Entry
from timelines.wording import dated_words

Side = Literal["before", "after"]

Values = Mapping[str, Any]
"""What is remembered of an entry and its event, as `review.snapshot` makes it."""

STATES = {"proposed": "Proposed", "accepted": "Accepted", "rejected": "Set aside", "merged": "Merged"}
HAPPENED = {"past": "It happened", "planned": "Planned", "hypothetical": "May happen"}
SAYS_ITSELF = frozenset({"accept", "reject", "restore", "add", "merge", "split"})
"""The verbs whose words tell the new state."""

GONE = "an entry that is gone"


@dataclass(frozen=True, slots=True)
class Version:
    """A wording that can be brought back: what an entry had before or after a decision."""

    decision: int
    side: Side


@dataclass(frozen=True, slots=True)
class Step:
    """One change. `who` is empty where nobody's hand was in it; `changes` say what stood before, and what since."""

    at: datetime
    who: str
    did: str
    changes: tuple[Compared, ...] = ()
    notes: tuple[str, ...] = ()
    undone: bool = False
    version: Version | None = None
    """The wording it left, where it is not the one that stands now."""


def of(entry: Entry) -> list[Step]:
    """The entry's history, the newest first. A fixed number of queries."""
    decisions = list(entry.decisions.order_by("pk").select_related("actor"))
    names = _names(decisions)
    steps = [_step(decision, entry, names) for decision in decisions]
    steps += _read_again(entry, decisions)
    steps.append(_beginning(entry, decisions))
    return sorted(steps, key=lambda step: step.at, reverse=True)


def restore(entry_id: int, actor: User, decision: int, side: Side, *, version: int, slug: str | None = None) -> Entry:
    """Bring back the wording that the entry had before or after a decision; the same person can undo that.

    Raises `Stale` where somebody was faster; `Refused` where there is no such wording, or where its date is more
    precise than the sources that the entry has now.
    """
    kept = Decision.objects.filter(pk=decision, entry=OuterRef("pk")).values(side)[:1]
    return review.edit(
        entry_id, actor, _wording, version=version, slug=slug, verb="restore-version", also={"wording": Subquery(kept)}
    )


def _wording(entry: Entry) -> Change:
    """What the event said at the time; `wording` came with the entry."""
    values: Values | None = getattr(entry, "wording", None)
    if values is None:
        raise Refused("That version is not kept any more. Nothing was changed.")
    days = {name: date.fromisoformat(values[name]) if values[name] else None for name in ("earliest", "latest")}
    reading = Reading(values["edtf"], days["earliest"], days["latest"], values["mod"] or None)
    return Change(reading, values["headline"], values["description"], values["status"])


def _step(decision: Decision, entry: Entry, names: Mapping[tuple[str, int], str]) -> Step:
    """A decision in words."""
    before, after, changed = decision.before, decision.after, changed_by(decision)
    said = {name: after[name] for name in EVENT_FIELDS}
    another = said != _now(entry.event) and bool(changed & set(EVENT_FIELDS))
    return Step(
        decision.made_at,
        person_words(decision.actor),
        VERBS.get(decision.verb, "changed").removesuffix(" of"),
        changes=_compared(before, after) if decision.verb != "add" else (),
        notes=tuple(_notes(decision, changed, names)),
        undone=decision.undone_at is not None,
        version=Version(decision.pk, "after") if another else None,
    )


def _beginning(entry: Entry, decisions: Sequence[Decision]) -> Step:
    """How the entry came to be: added by hand, or proposed, and with which wording."""
    first = next(iter(decisions), None)
    if first is None or first.verb == "add":
        return Step(entry.event.created_at, "", "entered the timeline")
    another = {name: first.before[name] for name in EVENT_FIELDS} != _now(entry.event)
    return Step(
        entry.event.created_at,
        "",
        "proposed from an article" if entry.proposal_key else "entered the timeline",
        changes=_compared({}, first.before) if another else (),
        version=Version(first.pk, "before") if another else None,
    )


def _read_again(entry: Entry, decisions: Iterable[Decision]) -> list[Step]:
    """What reading the article again has changed: rows of the event's history that no decision explains."""
    explained = [_wording_of(row.after) for row in decisions]
    explained += [_wording_of(row.before) for row in decisions if row.undone_at is not None]
    rows = list(entry.event.history.order_by("history_date", "history_id"))
    steps = []
    for older, newer in pairwise(rows):
        was, became = _now(older), _now(newer)
        if newer.history_user_id is None and was != became and became not in explained:
            steps.append(Step(newer.history_date, "", "read again in the article", changes=_compared(was, became)))
    return steps


def _wording_of(values: Values) -> dict[str, Any]:
    return {name: values[name] for name in EVENT_FIELDS}


def _now(event: Any) -> dict[str, Any]:
    """What an event, or a row of its history, says: as a snapshot has it."""
    values = {name: getattr(event, name) for name in EVENT_FIELDS}
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in values.items()}


def _compared(before: Values, after: Values) -> tuple[Compared, ...]:
    """The fields that differ, with the words that do."""
    was, now = _in_words(before), _in_words(after)
    rows = (compare(name, label, was.get(name, ""), now[name]) for name, label in FIELDS if was.get(name) != now[name])
    return tuple(rows)


FIELDS = (("date", "Date"), ("headline", "Headline"), ("description", "Description"), ("status", "Did it happen?"))


def _in_words(values: Values) -> dict[str, str]:
    """What an event says, as people read it."""
    if not values:
        return {}
    words = {name: values[name] for name in ("headline", "description")}
    dated = dated_words(values["edtf"], values["mod"] or None, status=values["status"])
    return words | {"date": dated, "status": HAPPENED[values["status"]]}


def _notes(decision: Decision, changed: set[str], names: Mapping[tuple[str, int], str]) -> Iterable[str]:
    """What it did beside the wording."""
    before, after = decision.before, decision.after
    if "state" in changed and decision.verb not in SAYS_ITSELF:
        yield f"{STATES[before['state']]}, then {STATES[after['state']].lower()}."
    if decision.verb == "move":
        yield "To an earlier place." if after["position"] < before["position"] else "To a later place."
    if "merged_into_id" in changed:
        way, target = ("Into", after) if after["merged_into_id"] else ("Out of", before)
        yield f"{way} {names.get(('entry', target['merged_into_id']), GONE)}."
    if "citations" in changed:
        more = len(after["citations"]) - len(before["citations"])
        yield f"{abs(more)} {'source' if abs(more) == 1 else 'sources'} {'more' if more > 0 else 'fewer'}."
    if "same_as_id" in changed and before["same_as_id"]:
        yield f"It had seemed the same as {names.get(('entry', before['same_as_id']), GONE)}."
    if "assignee_id" in changed:
        yield f"To {names.get(('user', after['assignee_id']), 'nobody any more')}."


def _names(decisions: Iterable[Decision]) -> dict[tuple[str, int], str]:
    """What the decisions point to, by name: other entries by their headlines, people by theirs."""
    sides = [side for decision in decisions for side in (decision.before, decision.after)]
    entries = {side.get(name) for side in sides for name in ("merged_into_id", "same_as_id")} - {None}
    people = {side.get("assignee_id") for side in sides} - {None}
    found: dict[tuple[str, int], str] = {}
    if entries:
        for pk, headline in Entry.objects.filter(pk__in=entries).values_list("pk", "event__headline"):
            found["entry", pk] = f"“{shortened(headline)}”"
    if people:
        for person in User.objects.filter(pk__in=people):
            found["user", person.pk] = person_words(person)
    return found
