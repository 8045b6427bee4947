"""The rule decade: what it takes, and what it must leave alone."""

from __future__ import annotations

import pytest

from tests.extraction.reading import taken


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("In the 1990s it grew.", [("the 1990s", "199")]),
        ("Music of the '80s is back.", [("the '80s", "198")]),
        ("The nineties were calm.", [("The nineties", "199")]),
        ("In the late 1970s it closed.", [("late 1970s", "197")]),
        ("He sang in the noughties.", [("the noughties", "200")]),
        ("He sang in the 90s.", [("the 90s", "199")]),
        ("It was built in the 1800s.", [("the 1800s", "18")]),
        ("He sang in the early-to-mid 1990s.", [("early-to-mid 1990s", "199")]),
    ],
)
def test_takes(text: str, found: list[tuple[str, str]]) -> None:
    assert taken(text, "decade") == found


@pytest.mark.parametrize(
    "text",
    [
        "She is in her 30s.",
        "It was in the 80s outside.",
        "She shot rounds in the 70s.",
        "The 80s of them.",
        "He is in his late 40s.",
        "Nineties is a word.",
        "Temperatures in the 70s.",
        "It costs 20s more.",
        "The 90s percent figure.",
    ],
)
def test_leaves_alone(text: str) -> None:
    assert taken(text, "decade") == []
