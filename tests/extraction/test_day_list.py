"""The rule day-list: what it takes, and what it must leave alone."""

from __future__ import annotations

import pytest

from tests.extraction.reading import taken


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They met on May 3, 4 and 5.", [("May 3", "2024-05-03"), ("4", "2024-05-04"), ("5", "2024-05-05")]),
        ("They met on 3, 5 and 9 May 2019.", [("3", "2019-05-03"), ("5", "2019-05-05"), ("9 May 2019", "2019-05-09")]),
        ("They met on the 3rd, 5th, and 9th of May.", [("the 3rd", "2024-05-03"), ("5th", "2024-05-05"),
                                                       ("9th of May", "2024-05-09")]),
    ],
)  # fmt: skip
def test_takes(text: str, found: list[tuple[str, str]]) -> None:
    assert taken(text, "day-list") == found


@pytest.mark.parametrize(
    "text",
    [
        "They met on May 3 and 5.",
        "They won 3, 4 and 5 games in May.",
        "He said 3, 4 and 5 may do.",
        "On May 3, 40 men and 5 women met.",
        "On May 3, 2019, and 5 June.",
        "It rose 3, 9 and 4 May points.",
        "He drew 1, 2 and 3 in March.",
    ],
)
def test_leaves_alone(text: str) -> None:
    assert taken(text, "day-list") == []
