"""The rule month-year: what it takes, and what it must leave alone."""

from __future__ import annotations

import pytest

from tests.extraction.reading import taken


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It began in June 2019.", [("June 2019", "2019-06")]),
        ("The law of June of 2019 stands.", [("June of 2019", "2019-06")]),
        ("He left in June last year.", [("June last year", "2023-06")]),
        ("It sank in August 480 BC.", [("August 480 BC", "BC0480-08")]),
        ("In January nineteen ninety-seven it burned.", [("January nineteen ninety-seven", "1997-01")]),
    ],
)
def test_takes(text: str, found: list[tuple[str, str]]) -> None:
    assert taken(text, "month-year") == found


@pytest.mark.parametrize(
    "text",
    [
        "It may 2000 times fail.",
        "Men march 2000 miles.",
        "In June 2,000 people fled.",
        "The June 20 meeting is off.",
        "June 1500 people came.",
        "Some may 1999 forget.",
    ],
)
def test_leaves_alone(text: str) -> None:
    assert taken(text, "month-year") == []
