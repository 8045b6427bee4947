"""The rule set: what it takes, and what it must leave alone."""

from __future__ import annotations

import pytest

from tests.extraction.reading import taken


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Flights leave every Tuesday.", [("every Tuesday", "XXXX-WXX-2")]),
        ("It is held each July.", [("each July", "XXXX-07")]),
        ("He calls daily.", [("daily", "P1D")]),
        ("The party daily Granma said so.", [("daily", "P1D")]),
        ("They meet twice a week.", [("twice a week", "P1W")]),
        ("It costs a lot per month.", [("per month", "P1M")]),
        ("The plant makes 200 cars a week.", [("a week", "P1W")]),
        ("The port handles fifty thousand boxes a year.", [("a year", "P1Y")]),
        ("Doctors see 30 new patients a day.", [("a day", "P1D")]),
    ],
)
def test_takes(text: str, found: list[tuple[str, str]]) -> None:
    assert taken(text, "set") == found


@pytest.mark.parametrize(
    "text",
    [
        "The Daily Mail said.",
        "Everyday life.",
        "Weekly World News.",
        "Each of them left.",
        "Every one of us.",
        "The average daily volume.",
        "Every other man.",
        "He earns $40 a week.",
        "Rent is 20 pounds a month.",
        "It took 20 workers a week to clear the site.",
        "He gave 12 winners a week in Rome.",
        "He bought two houses a year ago.",
        "She lost two friends a week apart.",
        "The factory sold 40 vans a month before the war.",
        "He has a week left.",
        "The talks lasted a week.",
        "She has trained for 3 races in a year.",
    ],
)
def test_leaves_alone(text: str) -> None:
    assert taken(text, "set") == []
