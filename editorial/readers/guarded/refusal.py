"""Why a file is not taken in, in words for the person who brought it."""

from __future__ import annotations

KEPT = "Nothing was stored."


class Refused(Exception):
    """A file that cannot become an article. `reason` is ready to be shown: what happened, what was kept, what to do."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def refusal(happened: str, advice: str = "") -> Refused:
    """Build a Refused from what happened and what to do about it, each one sentence."""
    return Refused(" ".join(part for part in (happened, KEPT, advice) if part))


def no_text() -> Refused:
    """The file holds no words at all."""
    return refusal("There is no text in this file.")


def too_much_text(chars: int) -> Refused:
    """The text is longer than `chars` characters."""
    return refusal(
        f"This file holds more than {chars:,} characters of text, which is the limit.", "Bring it in as several parts."
    )
