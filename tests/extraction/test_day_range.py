"""The rule day-range: what it takes, and what it must leave alone."""

from __future__ import annotations

import pytest

from tests.extraction.reading import taken


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It sank on the night of 2/3 May 1982.", [("the night of 2", "1982-05-02TNI"), ("3 May 1982", "1982-05-03")]),
        ("The summit on 3-5 May drew crowds.", [("3", "2024-05-03"), ("5 May", "2024-05-05")]),
        ("It ran from May 3 to 5.", [("May 3", "2024-05-03"), ("5", "2024-05-05")]),
        ("They met June 14–16, 2019.", [("June 14", "2019-06-14"), ("16, 2019", "2019-06-16")]),
        ("Voting took place on 3 and 4 May 2019.", [("3", "2019-05-03"), ("4 May 2019", "2019-05-04")]),
    ],
)
def test_takes(text: str, found: list[tuple[str, str]]) -> None:
    assert taken(text, "day-range") == found


@pytest.mark.parametrize(
    "text",
    [
        "It was held on 5/6/1982.",
        "Some 3/4 of May was wet.",
        "They won 3-5 in May.",
        "Between 3 to 5 people died.",
        "Pages 3-5 may help.",
        "The May 3 plan failed.",
        "He was 14-16 years old.",
        "June 5-3 makes no sense.",
    ],
)
def test_leaves_alone(text: str) -> None:
    assert taken(text, "day-range") == []
