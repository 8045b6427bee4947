"""The rule fiscal-year: what it takes, and what it must leave alone."""

from __future__ import annotations

import pytest

from tests.extraction.reading import expressions, taken


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("In fiscal 1990 it lost money.", [("fiscal 1990", "1990")]),
        ("Sales in FY2019 rose.", [("FY2019", "2019")]),
        ("The budget for the fiscal year 2023 passed.", [("the fiscal year 2023", "2023")]),
        ("Sales rose in the 2019 fiscal year.", [("the 2019 fiscal year", "2019")]),
        ("Sales rose in FY19.", [("FY19", "2019")]),
        ("Sales rose in fiscal year 2019-20.", [("fiscal year 2019", "2019"), ("20", "2020")]),
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
        "The 2019 tax yearbook sold.",
        "In FYR Macedonia it rained.",
    ],
)
def test_leaves_alone(text: str) -> None:
    assert taken(text, "fiscal-year") == []


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Sales rose in FY2019.", ["2019~"]),
        ("Sales rose in the 2019-20 financial year.", ["2019/2020", None]),
        ("Sales rose in the third quarter of fiscal 2019.", ["2019~"]),
        ("Sales rose in Q3 FY2019.", ["2019~"]),
        ("Sales rose in Q3 2019.", ["2019-35"]),
    ],
)
def test_its_months_are_never_made_up(text: str, edtf: list[str | None]) -> None:
    assert [found.edtf for found in expressions(text)] == edtf
