"""The rule short-year: what it takes, and what it must leave alone."""

from __future__ import annotations

import pytest

from tests.extraction.reading import taken


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Back in '98 it was new.", [("'98", "1998")]),
        ("The class of '05 met.", [("'05", "2005")]),
        ("Since '79 he ruled.", [("'79", "1979")]),
    ],
)
def test_takes(text: str, found: list[tuple[str, str]]) -> None:
    assert taken(text, "short-year") == found


@pytest.mark.parametrize(
    "text",
    [
        "He said '98 percent' of it.",
        "The 98 cents left.",
        "Quote '45 minutes' was wrong.",
        "It is 98 now.",
        "He wore '12' on his back.",
        "The '64 Chevrolet.",
    ],
)
def test_leaves_alone(text: str) -> None:
    assert taken(text, "short-year") == []
