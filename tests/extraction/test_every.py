"""The rule set: what it takes, and what it must leave alone."""

from __future__ import annotations

import pytest

from tests.extraction.reading import taken


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Flights leave every Tuesday.", [("every Tuesday", "XXXX-WXX-2")]),
        ("It is held each July.", [("each July", "XXXX-07")]),
        ("He calls daily.", [("daily", "P1D")]),
        ("The party daily Granma said so.", [("daily", "P1D")]),
        ("They meet twice a week.", [("twice a week", "P1W")]),
        ("It costs a lot per month.", [("per month", "P1M")]),
    ],
)
def test_takes(text: str, found: list[tuple[str, str]]) -> None:
    assert taken(text, "set") == found


@pytest.mark.parametrize(
    "text",
    [
        "The Daily Mail said.",
        "Everyday life.",
        "Weekly World News.",
        "Each of them left.",
        "Every one of us.",
        "The average daily volume.",
        "Every other man.",
    ],
)
def test_leaves_alone(text: str) -> None:
    assert taken(text, "set") == []
