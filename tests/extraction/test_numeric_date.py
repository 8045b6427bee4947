"""The rule numeric-date: what it takes, and what it must leave alone."""

from __future__ import annotations

import pytest

from tests.extraction.reading import taken


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The letter is dated 29/06/2019.", [("29/06/2019", "2019-06-29")]),
        ("Filed on 6/29/2019 in court.", [("6/29/2019", "2019-06-29")]),
        ("Born 29.06.2019 in Bonn.", [("29.06.2019", "2019-06-29")]),
        ("Logged 2019/06/29 by staff.", [("2019/06/29", "2019-06-29")]),
        ("It was filed on 13-05-2024 at 11.30 pm.", [("13-05-2024 at 11.30 pm", "2024-05-13T23:30")]),
    ],
)
def test_takes(text: str, found: list[tuple[str, str]]) -> None:
    assert taken(text, "numeric-date") == found


@pytest.mark.parametrize(
    "text",
    [
        "The ratio was 3/4 of the total.",
        "Open 24/7 all year.",
        "He won 6/4, 7/5.",
        "Version 1.2.19 is out.",
        "IP 10.0.0.12 was blocked.",
        "It costs 3/4/5 coins.",
        "About 50/50 agreed.",
        "The score was 13/14/15.",
    ],
)
def test_leaves_alone(text: str) -> None:
    assert taken(text, "numeric-date") == []
