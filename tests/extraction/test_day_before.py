"""The rule day-before: what it takes, and what it must leave alone."""

from __future__ import annotations

import pytest

from tests.extraction.reading import taken


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He fell on 3 May 2019 and died the day after.", [("the day after", "2019-05-04")]),
        ("It opened on 3 May 2019. A week later it shut.", [("A week later", "2019-05-10")]),
        ("He came the week before last.", [("the week before last", "2024-W18")]),
        ("It fell a month ago today.", [("a month ago today", "2024-04-15")]),
        ("It rained the night before last.", [("the night before last", "2024-05-13TNI")]),
        ("The week before last he left.", [("The week before last", "2024-W18")]),
        ("They meet the weekend after next.", [("the weekend after next", "2024-W22-WE")]),
    ],
)
def test_takes(text: str, found: list[tuple[str, str]]) -> None:
    assert taken(text, "day-before") == found


@pytest.mark.parametrize(
    "text",
    [
        "Day after day it rained.",
        "The day after tomorrow it opens.",
        "Week in week out.",
        "The month of May.",
        "Years before the war.",
        "The day the music died.",
        "It was night before he came.",
        "The weekend before the vote was calm.",
        "The year before last Easter was wet.",
    ],
)
def test_leaves_alone(text: str) -> None:
    assert taken(text, "day-before") == []
