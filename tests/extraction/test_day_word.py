"""The rule day-word: what it takes, and what it must leave alone."""

from __future__ import annotations

import pytest

from tests.extraction.reading import taken


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He left yesterday.", [("yesterday", "2024-05-14")]),
        ("The vote is tomorrow.", [("tomorrow", "2024-05-16")]),
        ("She died today.", [("today", "2024-05-15")]),
        ("They meet tonight.", [("tonight", "2024-05-15TNI")]),
        ("It failed yesterday morning.", [("yesterday morning", "2024-05-14TMO")]),
    ],
)
def test_takes(text: str, found: list[tuple[str, str]]) -> None:
    assert taken(text, "day-word") == found


@pytest.mark.parametrize(
    "text",
    [
        "USA Today reported it.",
        "In today's world it fails.",
        "Yesterdays are gone.",
        "Todays Zaman closed.",
        "The Today show aired.",
    ],
)
def test_leaves_alone(text: str) -> None:
    assert taken(text, "day-word") == []
