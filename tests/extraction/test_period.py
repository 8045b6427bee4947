"""The rule period: what it takes, and what it must leave alone."""

from __future__ import annotations

import pytest

from tests.extraction.reading import taken


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Over the weekend it rained.", [("the weekend", "2024-W19-WE")]),
        ("The deal closes by year-end.", [("year-end", "2024-12-31")]),
        ("Sales rose from the year-earlier period.", [("the year-earlier period", "2023")]),
        ("It ends at the end of the month.", [("the end of the month", "2024-05")]),
    ],
)
def test_takes(text: str, found: list[tuple[str, str]]) -> None:
    assert taken(text, "period") == found


@pytest.mark.parametrize(
    "text",
    [
        "The quarter of the city.",
        "The year of the cat.",
        "A weekend bag.",
        "End of story.",
        "The same year.",
        "A new quarter opened.",
    ],
)
def test_leaves_alone(text: str) -> None:
    assert taken(text, "period") == []
