"""The rule month: what it takes, and what it must leave alone."""

from __future__ import annotations

import pytest

from tests.extraction.reading import taken


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It rains April to October.", [("April", "2024-04"), ("October", "2024-10")]),
        ("It began in June.", [("June", "2023-06")]),
        ("Since March the gate is shut.", [("March", "2024-03")]),
        ("A March operation failed.", [("March", "2024-03")]),
        ("By late August it was over.", [("late August", "2023-08")]),
        ("The vote in early May was close.", [("early May", "2024-05")]),
    ],
)
def test_takes(text: str, found: list[tuple[str, str]]) -> None:
    assert taken(text, "month") == found


@pytest.mark.parametrize(
    "text",
    [
        "You may go.",
        "Soldiers march home.",
        "May Day parade goes on.",
        "Theresa May resigned.",
        "April Jones left.",
        "The march was long.",
        "He may not come in.",
        "Jan Kavan spoke.",
        "August Wilson wrote plays.",
        "They march in step.",
        "It may be of use.",
        "June Carter sang.",
    ],
)
def test_leaves_alone(text: str) -> None:
    assert taken(text, "month") == []
