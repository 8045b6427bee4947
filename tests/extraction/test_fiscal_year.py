"""The rule fiscal-year: what it takes, and what it must leave alone."""

from __future__ import annotations

import pytest

from tests.extraction.reading import taken


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("In fiscal 1990 it lost money.", [("fiscal 1990", "1990")]),
        ("Sales in FY2019 rose.", [("FY2019", "2019")]),
        ("The budget for the fiscal year 2023 passed.", [("the fiscal year 2023", "2023")]),
    ],
)
def test_takes(text: str, found: list[tuple[str, str]]) -> None:
    assert taken(text, "fiscal-year") == found


@pytest.mark.parametrize(
    "text",
    [
        "The fiscal outlook is poor.",
        "Fiscal rules bind.",
        "FY is short for it.",
        "The financial crisis hit.",
        "The fiscal 300 million hole.",
    ],
)
def test_leaves_alone(text: str) -> None:
    assert taken(text, "fiscal-year") == []
