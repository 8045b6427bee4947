"""Dates counted from a day that is named: what is taken, and what must be left alone."""

from __future__ import annotations

import pytest

from tests.extraction.reading import taken


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The day before Thanksgiving he was shot.", [("The day before Thanksgiving", "2023-11-22")]),
        ("They met the day after Christmas.", [("the day after Christmas", "2023-12-26")]),
        ("It was the night before Monday's vote.", [("the night before Monday", "2024-05-12")]),
        ("The day after the 3 May election they met.", [("The day after the 3 May", "2024-05-04")]),
        ("It came two days before Easter.", [("two days before Easter", "2024-03-29")]),
        ("Two weeks after 3 May 2019 he died.", [("Two weeks after 3 May 2019", "2019-05-17")]),
        ("They fled on the eve of Independence Day.", [("the eve of Independence Day", "2023-07-03")]),
        ("They met the week before Christmas.", [("the week before Christmas", "2023-W51")]),
        ("It failed a month after 31 January 2019.", [("a month after 31 January 2019", "2019-02-28")]),
    ],
)
def test_takes(text: str, found: list[tuple[str, str]]) -> None:
    assert taken(text, "stepping") == found


@pytest.mark.parametrize(
    "text",
    [
        "The day before, Thanksgiving was far.",
        "It was sold before Christmas.",
        "He was ill for two days before Easter.",
        "In the days before Christmas it snowed.",
        "They came more than two weeks before 3 May.",
        "The day before the fire he left. On Monday it burnt.",
        "He was held the whole day after Christmas 2019.",
        "It closed two years after 2003.",
        "The eve of the feast was cold.",
        "The day before May 2019 ended he left.",
        "Ten trading days after 3 May it fell.",
        "On the 3 days after Monday at 5 p.m. it rained.",
    ],
)
def test_leaves_alone(text: str) -> None:
    assert taken(text, "stepping") == []


def test_a_range_keeps_its_ends() -> None:
    assert taken("The week before 3 to 5 May 2019 was dry.", "stepping") == []
