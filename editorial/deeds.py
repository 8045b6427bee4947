"""What people did, in words: for the notice of an undo, for what somebody else changed, and for the history."""

from __future__ import annotations

from collections.abc import Sequence

from django.contrib.auth.models import User

from timelines.models import Decision
from timelines.wording import date_words

VERBS = {
    "accept": "accepted",
    "reject": "set aside",
    "restore": "put back to proposed",
    "edit": "edited",
    "move": "moved",
    "add": "added",
    "merge": "merged",
    "split": "split out",
    "keep-apart": "kept apart",
    "choose-source": "redated",
    "assign": "assigned",
    "restore-version": "restored an earlier version of",
}
"""A decision's verb -> what the person did to the entry."""


def person_words(person: User | None) -> str:
    """How people call each other here."""
    return (person.get_full_name() or person.get_username()) if person else "Somebody"


def deed_words(decisions: Sequence[Decision]) -> str:
    """What one press did: "accepted 29 June 2019", "set aside 12 entries"."""
    verbs = {VERBS.get(decision.verb, "changed") for decision in decisions}
    did = verbs.pop() if len(verbs) == 1 else "changed"
    entries = {decision.entry_id: decision.entry for decision in decisions}
    if decisions[0].verb == "split":
        # The one it leaves comes first.
        entries = {decisions[-1].entry_id: decisions[-1].entry}
    if len(entries) > 1:
        return f"{did} {len(entries)} entries"
    [entry] = entries.values()
    event = entry.event
    return f"{did} {date_words(event.edtf, event.mod or None)}"


def shortened(headline: str, limit: int = 60) -> str:
    """A headline cut to fit inside a sentence."""
    return headline if len(headline) <= limit else headline[: limit - 1].rstrip() + "…"
