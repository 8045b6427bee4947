"""The rule within: what it takes, and what it must leave alone."""

from __future__ import annotations

import pytest

from tests.extraction.reading import taken


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It will open in two weeks' time.", [("in two weeks' time", "2024-05-29")]),
        ("He leaves in three years' time.", [("in three years' time", "2027")]),
    ],
)
def test_takes(text: str, found: list[tuple[str, str]]) -> None:
    assert taken(text, "within") == found


@pytest.mark.parametrize(
    "text",
    [
        "In two weeks it grew.",
        "Within ten days.",
        "In five cities.",
        "In two minds.",
        "In a week.",
        "In three acts.",
    ],
)
def test_leaves_alone(text: str) -> None:
    assert taken(text, "within") == []
