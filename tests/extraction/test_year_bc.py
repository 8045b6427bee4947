"""The rule year-bc: what it takes, and what it must leave alone."""

from __future__ import annotations

import pytest

from tests.extraction.reading import taken


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The battle of 490 BC was won.", [("490 BC", "BC0490")]),
        ("The revolt of 499-493 BC failed.", [("499", "BC0499"), ("493 BC", "BC0493")]),
        ("Pompeii fell in AD 79.", [("AD 79", "0079")]),
        ("Rome fell in 476 CE.", [("476 CE", "0476")]),
    ],
)
def test_takes(text: str, found: list[tuple[str, str]]) -> None:
    assert taken(text, "year-bc") == found


@pytest.mark.parametrize(
    "text",
    [
        "He lives in BC Canada.",
        "An ad 79 seconds long.",
        "The 490 bcc copies.",
        "The year 490 was quiet.",
        "Ad sales rose 79 percent.",
        "Play 12 adverts.",
    ],
)
def test_leaves_alone(text: str) -> None:
    assert taken(text, "year-bc") == []
