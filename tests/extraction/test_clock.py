"""The rule clock: what it takes, and what it must leave alone."""

from __future__ import annotations

import pytest

from tests.extraction.reading import expressions, taken


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It broke out at 10:35 a.m.", [("10:35 a.m.", "2024-05-15T10:35")]),
        ("They met at noon on Tuesday.", [("noon on Tuesday", "2024-05-14T12:00")]),
        ("He will leave at 4 in the morning.", [("4 in the morning", "2024-05-15T04:00")]),
        ("They met at about 5 in the afternoon.", [("about 5 in the afternoon", "2024-05-15T17:00")]),
        ("It struck at 6:12 local time.", [("6:12 local time", "2024-05-15T06:12")]),
        ("He left at 5 p.m. tomorrow.", [("5 p.m. tomorrow", "2024-05-16T17:00")]),
        ("It struck at 0230 GMT.", [("0230 GMT", "2024-05-15T02:30")]),
        ("It struck at 0930hrs.", [("0930hrs", "2024-05-15T09:30")]),
        ("It struck at 11 p.m. EST on Monday.", [("11 p.m. EST on Monday", "2024-05-13T23:00")]),
    ],
)
def test_takes(text: str, found: list[tuple[str, str]]) -> None:
    assert taken(text, "clock") == found


def test_a_part_of_day_beside_a_time_tells_its_day() -> None:
    found = expressions("He was last seen at 9 p.m. the previous evening.")
    assert [(e.text, e.value) for e in found] == [("9 p.m. the previous evening", "2024-05-14T21:00")]


@pytest.mark.parametrize(
    "text",
    [
        "He won 6:12 and lost.",
        "Psalm 23:4 was read.",
        "The ratio is 3:10.",
        "A 10:1 chance.",
        "High Noon is a film.",
        "For the town it was high noon.",
        "They won 3 in the afternoon session.",
        "At 10 of them.",
        "Channel 5 aired it.",
        "After 1500 hours of work he left.",
        "In 2019 GMT was dropped.",
        "Some 0930 of them.",
    ],
)
def test_leaves_alone(text: str) -> None:
    assert taken(text, "clock") == []
