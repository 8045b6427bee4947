"""The rule day-month: what it takes, and what it must leave alone."""

from __future__ import annotations

import pytest

from tests.extraction.reading import taken


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He died on 29 June 2019.", [("29 June 2019", "2019-06-29")]),
        ("The talks ended on 6 Jan.", [("6 Jan.", "2024-01-06")]),
        ("She spoke on the 6th of January.", [("the 6th of January", "2024-01-06")]),
        ("It opened on Sunday 3 March.", [("Sunday 3 March", "2024-03-03")]),
        ("On the twelfth of May 1926 the strike ended.", [("the twelfth of May 1926", "1926-05-12")]),
    ],
)
def test_takes(text: str, found: list[tuple[str, str]]) -> None:
    assert taken(text, "day-month") == found


@pytest.mark.parametrize(
    "text",
    [
        "The 5 may not agree.",
        "Rule 12 may apply.",
        "All 20 march on.",
        "He took 5 mar tinis.",
        "The first may win.",
        "Some 300 June bugs flew.",
        "There were 45 March fans.",
    ],
)
def test_leaves_alone(text: str) -> None:
    assert taken(text, "day-month") == []
