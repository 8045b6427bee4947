"""The rule season: what it takes, and what it must leave alone."""

from __future__ import annotations

import pytest

from tests.extraction.reading import taken


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It was hot in the summer of 2020.", [("the summer of 2020", "2020-SU")]),
        ("In summer 2019 it burned.", [("summer 2019", "2019-SU")]),
        ("He left in the autumn.", [("the autumn", "2023-FA")]),
        ("They marched in spring last year.", [("spring last year", "2023-SP")]),
        ("In the winter of 1812 they froze.", [("the winter of 1812", "1812-WI")]),
    ],
)
def test_takes(text: str, found: list[tuple[str, str]]) -> None:
    assert taken(text, "season") == found


@pytest.mark.parametrize(
    "text",
    [
        "Prices fall in June.",
        "A spring in his step.",
        "The summer was warm.",
        "Stocks spring back.",
        "The Summer Palace burned.",
        "The fall of Rome.",
        "Winter is coming.",
        "Summer school is out.",
        "He took a fall.",
    ],
)
def test_leaves_alone(text: str) -> None:
    assert taken(text, "season") == []
