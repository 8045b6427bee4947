"""The rule holiday: what it takes, and what it must leave alone."""

from __future__ import annotations

import pytest

from tests.extraction.reading import taken


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He died on Christmas Day.", [("Christmas Day", "2023-12-25")]),
        ("Shops closed on Thanksgiving 2019.", [("Thanksgiving 2019", "2019-11-28")]),
        ("It began on New Year's Eve.", [("New Year's Eve", "2023-12-31")]),
        ("They met at Easter 2021.", [("Easter 2021", "2021-04-04")]),
        ("He was found last Thanksgiving.", [("last Thanksgiving", "2023-11-23")]),
        ("It opened on St Patrick’s Day.", [("St Patrick’s Day", "2024-03-17")]),
        ("It opened on Saint Andrew's Day.", [("Saint Andrew's Day", "2023-11-30")]),
        ("It opened on Remembrance Sunday.", [("Remembrance Sunday", "2023-11-12")]),
        ("It opened on Independence Day, 4 July 2020.", [("Independence Day", "2020-07-04")]),
    ],
)
def test_takes(text: str, found: list[tuple[str, str]]) -> None:
    assert taken(text, "holiday") == found


@pytest.mark.parametrize(
    "text",
    [
        "An easter egg was found.",
        "Christmas trees were sold.",
        "The Christmas Island camp closed.",
        "A thanksgiving dinner was held.",
        "Halloweens are fun.",
        "Christmas cards sold well.",
        "Easter Island statues fell.",
        "It fell on Ukraine's Independence Day.",
        "India marked its Independence Day.",
        "Canadian Thanksgiving was cold.",
    ],
)
def test_leaves_alone(text: str) -> None:
    assert taken(text, "holiday") == []
