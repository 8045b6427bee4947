"""The rule relative-unit: what it takes, and what it must leave alone."""

from __future__ import annotations

import pytest

from tests.extraction.reading import taken


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It closed last month.", [("last month", "2024-04")]),
        ("He leaves next year.", [("next year", "2025")]),
        ("It rose this week.", [("this week", "2024-W20")]),
        ("She left last May.", [("last May", "2023-05")]),
        ("They met that year.", [("that year", "2024")]),
        ("The previous day was calm.", [("The previous day", "2024-05-14")]),
        ("It rose from the latest quarter.", [("the latest quarter", "2024-Q1")]),
        ("Last decade was wet.", [("Last decade", "201")]),
        ("It rose in the last decade.", [("the last decade", "P10Y")]),
        ("It opens at the start of next year.", [("the start of next year", "2025")]),
        ("It shut at the end of last decade.", [("the end of last decade", "201")]),
    ],
)
def test_takes(text: str, found: list[tuple[str, str]]) -> None:
    assert taken(text, "relative-unit") == found


@pytest.mark.parametrize(
    "text",
    [
        "The last straw broke.",
        "At last it ended.",
        "Next in line is he.",
        "This is it.",
        "The last of them left.",
        "It was the last time.",
        "The next step is hard.",
        "The last minute goal.",
        "This day in history is known.",
    ],
)
def test_leaves_alone(text: str) -> None:
    assert taken(text, "relative-unit") == []
