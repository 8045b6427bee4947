"""The rule nth-weekday: what it takes, and what it must leave alone."""

from __future__ import annotations

import pytest

from tests.extraction.reading import taken


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The fair was held on the first Monday in June 2021.", [("the first Monday in June 2021", "2021-06-07")]),
        ("The fair was held on the last Sunday of June 2021.", [("the last Sunday of June 2021", "2021-06-27")]),
        ("The fair will be on the third Thursday of November.", [("the third Thursday of November", "2024-11-21")]),
        ("It met the second Tuesday of May last year.", [("the second Tuesday of May last year", "2023-05-09")]),
        ("It met on the fifth Monday of June 2021.", [("the fifth Monday of June 2021", "2021-06")]),
    ],
)
def test_takes(text: str, found: list[tuple[str, str]]) -> None:
    assert taken(text, "nth-weekday") == found


@pytest.mark.parametrize(
    "text",
    [
        "It is held on the first Monday of the month.",
        "It is held every first Monday.",
        "The last Sunday was wet.",
        "The first Friday he came.",
        "The second Tuesday in a row was wet.",
        "The first Sunday in Lent.",
        "The second Sunday Times story.",
        "The first Monday in may be wet.",
    ],
)
def test_leaves_alone(text: str) -> None:
    assert taken(text, "nth-weekday") == []
