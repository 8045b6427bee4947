"""The rule duration: what it takes, and what it must leave alone."""

from __future__ import annotations

import pytest

from tests.extraction.reading import taken


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It lasted a quarter century.", [("a quarter century", "P25Y")]),
        ("It was a two-and-a-half-hour film.", [("two-and-a-half-hour", "PT2H30M")]),
        ("A quarter of a century is long.", [("A quarter of a century", "P25Y")]),
        ("It took two weeks.", [("two weeks", "P2W")]),
        ("A ten-year war ended.", [("ten-year", "P10Y")]),
        ("Over the past three months it grew.", [("the past three months", "P3M")]),
        ("He spent a couple of years there.", [("a couple of years", "P2Y")]),
        ("It lasted an hour and a half.", [("an hour and a half", "PT1H30M")]),
        ("It will one day be sold.", [("one day", "FUTURE_REF")]),
        ("It took one day.", [("one day", "P1D")]),
        ("The one-day strike ended.", [("The one-day", "P1D")]),
        ("He worked 24 hours.", [("24 hours", "PT24H")]),
    ],
)
def test_takes(text: str, found: list[tuple[str, str]]) -> None:
    assert taken(text, "duration") == found


@pytest.mark.parametrize(
    "text",
    [
        "A quarter of voters stayed at home.",
        "A quarter of the century's storms.",
        "Three quarters of an hour.",
        "She is 37 years old.",
        "A six-year-old boy fell.",
        "Three-quarters of it.",
        "Wait a second.",
        "One day it will end.",
        "A quarter of them left.",
        "It costs $5 a day.",
        "The first day.",
        "The shop is open 24 hours a day.",
        "They work five days a week.",
        "He one day left for good.",
        "It was the third fire in as many weeks.",
    ],
)
def test_leaves_alone(text: str) -> None:
    assert taken(text, "duration") == []
