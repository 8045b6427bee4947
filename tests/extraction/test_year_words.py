"""The rule year-words: what it takes, and what it must leave alone."""

from __future__ import annotations

import pytest

from tests.extraction.reading import taken


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("In two thousand and nineteen it closed.", [("two thousand and nineteen", "2019")]),
        ("In twenty nineteen it closed.", [("twenty nineteen", "2019")]),
        ("In nineteen ninety-six it closed.", [("nineteen ninety-six", "1996")]),
        ("Since nineteen seventy-nine he ruled.", [("nineteen seventy-nine", "1979")]),
    ],
)
def test_takes(text: str, found: list[tuple[str, str]]) -> None:
    assert taken(text, "year-words") == found


@pytest.mark.parametrize(
    "text",
    [
        "Nineteen people died.",
        "Nineteen ninety people came.",
        "He is nineteen.",
        "Eighteen men left.",
        "Nineteen of ninety failed.",
        "Seventeen thirty-dollar bills.",
    ],
)
def test_leaves_alone(text: str) -> None:
    assert taken(text, "year-words") == []
