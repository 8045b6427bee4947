"""The rule event-day: what it takes, and what it must leave alone."""

from __future__ import annotations

import pytest

from tests.extraction.reading import taken


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Since 9/11 travel has changed.", [("9/11", "2001-09-11")]),
        ("The 7/7 attacks hit London.", [("7/7", "2005-07-07")]),
        ("On D-Day thousands landed.", [("D-Day", "1944-06-06")]),
    ],
)
def test_takes(text: str, found: list[tuple[str, str]]) -> None:
    assert taken(text, "event-day") == found


@pytest.mark.parametrize(
    "text",
    [
        "Open 24/7 for all.",
        "A d-day planner.",
        "The ratio 7/7/7 is odd.",
        "It was 9/11ths done.",
        "The 9/12 plan.",
    ],
)
def test_leaves_alone(text: str) -> None:
    assert taken(text, "event-day") == []
