"""The rule year: what it takes, and what it must leave alone."""

from __future__ import annotations

import pytest

from tests.extraction.reading import taken


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("In 2019 it closed.", [("2019", "2019")]),
        ("The 2003–2006 war ended.", [("2003", "2003"), ("2006", "2006")]),
        ("It was built in 1850.", [("1850", "1850")]),
        ("The year 1066 changed England.", [("1066", "1066")]),
        ("By 2030 it will be gone.", [("2030", "2030")]),
    ],
)
def test_takes(text: str, found: list[tuple[str, str]]) -> None:
    assert taken(text, "year") == found


@pytest.mark.parametrize(
    "text",
    [
        "About 2,000 people fled.",
        "It cost $1995 then.",
        "Some 1500 people came.",
        "Flight 1984 was late.",
        "He ran 1500 meters.",
        "Room 1999 is empty.",
        "At least 1900 died.",
        "Resolution 1973 passed.",
        "1600 Pennsylvania Avenue.",
        "The 1800 troops left.",
        "It sold 2019 copies.",
        "World Cup 2022 is over.",
    ],
)
def test_leaves_alone(text: str) -> None:
    assert taken(text, "year") == []
