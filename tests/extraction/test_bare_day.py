"""The rule bare-day: what it takes, and what it must leave alone."""

from __future__ import annotations

from datetime import date

import pytest

from tests.extraction.reading import expressions, taken


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The mill burned down on the 14th.", [("the 14th", "2024-05-14")]),
        ("The mill burned down on the 20th.", [("the 20th", "2024-04-20")]),
        ("The mill will reopen on the 20th.", [("the 20th", "2024-05-20")]),
        ("The mill will reopen on the 3rd, he said.", [("the 3rd", "2024-06-03")]),
        ("The mill burned down on the 31st.", [("the 31st", "2024-03-31")]),
        ("The fair opened on 3 March. It was shut on the 14th.", [("the 14th", "2024-03-14")]),
        ("The fair opened on 3 March 2019. It was shut on the 14th.", [("the 14th", "2019-03-14")]),
    ],
)
def test_takes(text: str, found: list[tuple[str, str]]) -> None:
    assert taken(text, "bare-day") == found


@pytest.mark.parametrize(
    "text",
    [
        "He lives on the 14th floor.",
        "The 14th Amendment stands.",
        "The church dates from the 14th century.",
        "He finished in 14th place.",
        "He relied on the 14th Amendment.",
        "He dropped a shot at the par-three 12th and a birdie on the 14th.",
        "He won on the 14th attempt.",
        "She was the 14th.",
        "The 9th was his.",
        "He lost by the 3rd hole.",
        "Turn left on the 5th Avenue side.",
    ],
)
def test_leaves_alone(text: str) -> None:
    assert taken(text, "bare-day") == []


def test_a_month_that_nothing_settles_is_told() -> None:
    (found,) = expressions("Rain in Oslo on the 20th.")
    assert found.edtf == "2024-05-20"
    assert [(w.code, [r.edtf for r in w.readings]) for w in found.warnings] == [
        ("assumed-year", ["2024-05-20", "2024-04-20"])
    ]


@pytest.mark.parametrize("published", [date.min, date.max, None])
def test_without_a_usable_publication_day_no_day_is_offered(published: date | None) -> None:
    assert [found.edtf for found in expressions("It burned on the 14th.", published)] == [None]
