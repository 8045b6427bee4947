"""The rule weekday: what it takes, and what it must leave alone."""

from __future__ import annotations

import pytest

from tests.extraction.reading import taken


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The market is held on Saturdays.", [("Saturdays", "XXXX-WXX-6")]),
        ("Tuesdays and Fridays are dry.", [("Tuesdays", "XXXX-WXX-2"), ("Fridays", "XXXX-WXX-5")]),
        ("Two Sundays ago it burnt.", [("Two Sundays ago", "2024-05-05")]),
        ("He left on Tuesday.", [("Tuesday", "2024-05-14")]),
        ("The vote is next Friday.", [("next Friday", "2024-05-17")]),
        ("She died last Monday.", [("last Monday", "2024-05-13")]),
        ("They meet a week from Friday.", [("a week from Friday", "2024-05-24")]),
        ("It failed on Tuesday night.", [("Tuesday night", "2024-05-14TNI")]),
        ("He came on Tuesday last week.", [("Tuesday last week", "2024-05-07")]),
        ("He came on Tuesday of last week.", [("Tuesday of last week", "2024-05-07")]),
        ("It fell on the Tuesday of that month.", [("Tuesday", "2024-05-14")]),
        ("They set a Friday deadline.", [("Friday", "2024-05-17")]),
        ("A Sunday night fire killed two.", [("Sunday night", "2024-05-12TNI")]),
    ],
)
def test_takes(text: str, found: list[tuple[str, str]]) -> None:
    assert taken(text, "weekday") == found


@pytest.mark.parametrize(
    "text",
    [
        "Two sundays ago.",
        "Three of the Sundaysons left.",
        "He sat down.",
        "The sun rose.",
        "We wed in spring.",
        "A sat nav failed.",
        "Mon ami left.",
        "The Sunday Times reported.",
        "Black Sunday is a film.",
        "Thu is a word.",
        "It fell on a Thursday.",
        "They met one Saturday in 2019.",
    ],
)
def test_leaves_alone(text: str) -> None:
    assert taken(text, "weekday") == []
