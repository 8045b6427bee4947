"""The rule reference: what it takes, and what it must leave alone."""

from __future__ import annotations

import pytest

from tests.extraction.reading import taken


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It is now open.", [("now", "PRESENT_REF")]),
        ("He is currently ill.", [("currently", "PRESENT_REF")]),
        ("Now the court has ruled.", [("Now", "PRESENT_REF")]),
        ("Until now, it was open.", [("Until now", "PRESENT_REF")]),
        ("It is open now for all.", [("now", "PRESENT_REF")]),
        ("They recently met.", [("recently", "PAST_REF")]),
        ("In the past it failed.", [("the past", "PAST_REF")]),
        ("The future is open.", [("The future", "FUTURE_REF")]),
    ],
)
def test_takes(text: str, found: list[tuple[str, str]]) -> None:
    assert taken(text, "reference") == found


@pytest.mark.parametrize(
    "text",
    [
        "He knows it.",
        "He was seen as recently as Friday.",
        "It failed most recently last October.",
        "The current affairs desk.",
        "Past the gate.",
        "Snow fell.",
        "Nowhere to go.",
        "A futures contract.",
        "He passed it.",
        "Now, he says, it looks bad.",
        "Now for the weather.",
        "It failed. Now, with the old mill sold, it is rich.",
    ],
)
def test_leaves_alone(text: str) -> None:
    assert taken(text, "reference") == []
