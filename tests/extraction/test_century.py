"""The rule century: what it takes, and what it must leave alone."""

from __future__ import annotations

import pytest

from tests.extraction.reading import taken


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("In the 19th century it grew.", [("the 19th century", "18")]),
        ("A twentieth century war.", [("twentieth century", "19")]),
        ("The fifth century BC was golden.", [("The fifth century BC", "BC04")]),
    ],
)
def test_takes(text: str, found: list[tuple[str, str]]) -> None:
    assert taken(text, "century") == found


@pytest.mark.parametrize(
    "text",
    [
        "He scored a century.",
        "Century City burned.",
        "It took centuries.",
        "The 19th hole.",
        "Turn of the century.",
    ],
)
def test_leaves_alone(text: str) -> None:
    assert taken(text, "century") == []
