"""The rule iso-date: what it takes, and what it must leave alone."""

from __future__ import annotations

import pytest

from tests.extraction.reading import taken


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The log of 2019-06-29 was lost.", [("2019-06-29", "2019-06-29")]),
        ("Signed on 2019-06-29T14:05Z in Oslo.", [("2019-06-29T14:05Z", "2019-06-29T14:05")]),
        (
            "The file 2021-03 to 2021-04 covers it: 2021-03-01.",
            [("2021-03", "2021-03"), ("2021-04", "2021-04"), ("2021-03-01", "2021-03-01")],
        ),
    ],
)
def test_takes(text: str, found: list[tuple[str, str]]) -> None:
    assert taken(text, "iso-date") == found


@pytest.mark.parametrize(
    "text",
    [
        "Call 555-2019-06 for help.",
        "The score was 2019-15.",
        "Part number 2019-063-11 was recalled.",
        "The 2007-08 season ended.",
        "Version 2019-99-99 is out.",
    ],
)
def test_leaves_alone(text: str) -> None:
    assert taken(text, "iso-date") == []
