"""The rule month-day: what it takes, and what it must leave alone."""

from __future__ import annotations

import pytest

from tests.extraction.reading import taken


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He died on June 29, 2019.", [("June 29, 2019", "2019-06-29")]),
        ("The talks ended on Jan. 6.", [("Jan. 6", "2024-01-06")]),
        ("She spoke on Tuesday, May 14, 2024.", [("Tuesday, May 14, 2024", "2024-05-14")]),
        ("It opened on March 3rd last year.", [("March 3rd last year", "2023-03-03")]),
        ("On June 29, '98, it sank.", [("June 29, '98", "1998-06-29")]),
    ],
)
def test_takes(text: str, found: list[tuple[str, str]]) -> None:
    assert taken(text, "month-day") == found


@pytest.mark.parametrize(
    "text",
    [
        "By the end of May the Second Army was there.",
        "You may 5 times retry.",
        "Troops march 20 miles a day.",
        "In June 30,000 people fled.",
        "May 2.5 million voters decide.",
        "June 2019 was hot.",
        "He saw April 15-year-olds.",
        "Dec 10% of it.",
    ],
)
def test_leaves_alone(text: str) -> None:
    assert taken(text, "month-day") == []
