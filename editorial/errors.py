"""What a verb answers when it does not do what was asked. The message is for the person who asked."""

from __future__ import annotations

from timelines.models import Entry


class Refused(Exception):
    """A rule says no. Nothing was changed; the message says which rule and what to do."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class Stale(Exception):
    """Somebody changed the entry since it was read. Nothing was changed; `entry` is as it stands now."""

    def __init__(self, entry: Entry) -> None:
        super().__init__("Somebody else changed this entry while you had it open. Nothing is lost.")
        self.entry = entry
        self.message = str(self)
