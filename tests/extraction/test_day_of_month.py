"""The rule day-of-month: what it takes, and what it must leave alone."""

from __future__ import annotations

import pytest

from tests.extraction.reading import taken


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He spoke on the 11th of this month.", [("the 11th of this month", "2024-05-11")]),
        ("It fell on the third of last month.", [("the third of last month", "2024-04-03")]),
        ("It closed in March 2019 and opened on the 2nd of that month.", [("the 2nd of that month", "2019-03-02")]),
    ],
)
def test_takes(text: str, found: list[tuple[str, str]]) -> None:
    assert taken(text, "day-of-month") == found


@pytest.mark.parametrize(
    "text",
    [
        "The first of the month.",
        "The 11th of 30 men.",
        "The third month.",
        "One of this month's films.",
        "The last of that month.",
    ],
)
def test_leaves_alone(text: str) -> None:
    assert taken(text, "day-of-month") == []
