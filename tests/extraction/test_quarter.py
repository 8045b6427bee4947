"""The rule quarter: what it takes, and what it must leave alone."""

from __future__ import annotations

import pytest

from tests.extraction.reading import taken


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("In the third quarter of 2019 it grew.", [("the third quarter of 2019", "2019-Q3")]),
        ("Q3 2019 was weak.", [("Q3 2019", "2019-Q3")]),
        ("Sales fell in 3Q19 and 1H20.", [("3Q19", "2019-Q3"), ("1H20", "2020-H1")]),
        ("It shrank in the last quarter of 2019.", [("the last quarter of 2019", "2019-Q4")]),
        ("Fourth-quarter profit fell.", [("Fourth-quarter", "2023-Q4")]),
        ("In the first half of 2020 it shrank.", [("the first half of 2020", "2020-H1")]),
        ("Sales fell in last year's first quarter.", [("last year's first quarter", "2023-Q1")]),
    ],
)
def test_takes(text: str, found: list[tuple[str, str]]) -> None:
    assert taken(text, "quarter") == found


@pytest.mark.parametrize(
    "text",
    [
        "He scored in the third quarter of the game.",
        "They led in the first half.",
        "A quarter of voters agreed.",
        "The French Quarter flooded.",
        "Three quarters of it sank.",
        "The quarterback was hurt.",
        "The second half of the match was dull.",
        "The Latin Quarter is old.",
    ],
)
def test_leaves_alone(text: str) -> None:
    assert taken(text, "quarter") == []
