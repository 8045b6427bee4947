"""Periods that are told by their last day, and nights by the day they lead to."""

from __future__ import annotations

from datetime import date

import pytest

from timelines.extraction import extract

PUBLISHED = date(2024, 5, 15)
"""A Wednesday."""


def edtfs(text: str) -> list[str]:
    return [found.edtf for found in extract(text, PUBLISHED).expressions if found.edtf]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Sales rose in the year ended 31 March 2019.", "2018-04-01/2019-03-31"),
        ("Sales rose in the fiscal year ending 30 June 2019.", "2018-07-01/2019-06-30"),
        ("Sales rose in the three months ended 30 June 2019.", "2019-04-01/2019-06-30"),
        ("Sales rose in the six months to June 2019.", "2019-01/2019-06"),
        ("Sales rose in the quarter that ended on Sept. 30, 2023.", "2023-07-01/2023-09-30"),
        ("Sales rose in the two weeks to 12 May 2019.", "2019-04-29/2019-05-12"),
        ("The strike lasted three months and ended on 30 June 2019.", "2019-06-30"),
        ("The strike of three months ended on 30 June 2019.", "2019-06-30"),
        ("The year ended. On 30 June 2019 it rained.", "2019-06-30"),
    ],
)
def test_a_period_is_not_its_last_day(text: str, edtf: str) -> None:
    assert edtfs(text) == [edtf]


def test_the_words_and_value_stay_those_of_the_day() -> None:
    found = extract("Sales rose in the year ended 31 March 2019.", PUBLISHED).expressions
    assert [(e.text, e.value) for e in found] == [("the year", "P1Y"), ("31 March 2019", "2019-03-31")]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Rain fell overnight into Sunday.", "2024-05-12"),
        ("Rain fell overnight Saturday.", "2024-05-11"),
        ("Rain fell overnight on 3 May 2020.", "2020-05-03"),
        ("Rain fell overnight.", "2024-05-15"),
    ],
)
def test_a_night_has_the_day_that_is_said(text: str, edtf: str) -> None:
    assert edtfs(text) == [edtf]


def test_a_night_without_its_day_stays_beside_another() -> None:
    assert edtfs("Rain fell overnight, police said on Monday.") == ["2024-05-15", "2024-05-13"]
