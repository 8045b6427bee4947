"""The rule ago: what it takes, and what it must leave alone."""

from __future__ import annotations

import pytest

from tests.extraction.reading import taken


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He left two weeks ago.", [("two weeks ago", "2024-05-01")]),
        ("It closed 50 years ago.", [("50 years ago", "1974")]),
        ("It was 3 May 2019; two days later he died.", [("two days later", "2019-05-05")]),
        ("She came several years ago.", [("several years ago", "PAST_REF")]),
        ("He died weeks later.", [("weeks later", "FUTURE_REF")]),
        ("Months earlier, it had burnt.", [("Months earlier", "PAST_REF")]),
        ("It was 2000 decades ago.", [("2000 decades ago", "PAST_REF")]),
        ("A year and a half ago it closed.", [("A year and a half ago", "2023")]),
        ("He came six weeks ago.", [("six weeks ago", "2024-W14")]),
        ("A couple of weeks ago he left.", [("A couple of weeks ago", "2024-05-01")]),
        ("It fell ten years ago today.", [("ten years ago today", "2014-05-15")]),
        ("They met three years ago this week.", [("three years ago this week", "2021-W19")]),
        ("He left ten years ago today they say.", [("ten years ago today", "2014-05-15")]),
    ],
)
def test_takes(text: str, found: list[tuple[str, str]]) -> None:
    assert taken(text, "ago") == found


@pytest.mark.parametrize(
    "text",
    [
        "Long ago it was so.",
        "Two weeks of rain.",
        "Days later or never.",
        "It came weeks later than planned.",
        "He waited two hours before leaving.",
        "Ten years after the war began.",
        "Chicago two weeks.",
    ],
)
def test_leaves_alone(text: str) -> None:
    assert taken(text, "ago") == []
