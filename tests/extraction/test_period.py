"""The rule period: what it takes, and what it must leave alone."""

from __future__ import annotations

import pytest

from tests.extraction.reading import taken


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The weekend's protests were large.", [("The weekend", "2024-W19-WE")]),
        ("The weekend storm cut the road.", [("The weekend", "2024-W19-WE")]),
        ("Rain is forecast through the weekend.", [("the weekend", "2024-W20-WE")]),
        ("It burned through the weekend.", [("the weekend", "2024-W19-WE")]),
        ("Over the weekend it rained.", [("the weekend", "2024-W19-WE")]),
        ("The deal closes by year-end.", [("year-end", "2024-12-31")]),
        ("Sales rose from the year-earlier period.", [("the year-earlier period", "2023")]),
        ("It rained at the weekend.", [("the weekend", "2024-W19-WE")]),
        ("It will end at month's end or by month-end.", [("month's end", "2024-05"), ("month-end", "2024-05")]),
        ("It will end in the new year.", [("the new year", "2025")]),
        ("It ended early in the new year.", [("early in the new year", "2024")]),
        ("It ends at the end of the month.", [("the end of the month", "2024-05")]),
    ],
)
def test_takes(text: str, found: list[tuple[str, str]]) -> None:
    assert taken(text, "period") == found


@pytest.mark.parametrize(
    "text",
    [
        "The weekend edition sold out.",
        "The weekend was dry.",
        "The quarter of the city.",
        "The year of the cat.",
        "A weekend bag.",
        "End of story.",
        "The same year.",
        "They toasted the new year.",
        "He spent the new year holiday in bed.",
        "The new year was cold.",
        "A new quarter opened.",
    ],
)
def test_leaves_alone(text: str) -> None:
    assert taken(text, "period") == []
