"""A stated zone gives the day that the words give, and a time said again in another zone gives no second day."""

from __future__ import annotations

from datetime import date

import pytest

from timelines.extraction import extract

PUBLISHED = date(2024, 5, 15)
"""A Wednesday."""


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The ferry sank at 0230 GMT on Tuesday.", "2024-05-14"),
        ("The ferry sank at 11 p.m. EST Monday.", "2024-05-13"),
        ("The ferry sank on Tuesday (0300 GMT Wednesday).", "2024-05-14"),
        ("The ferry sank at 11 p.m. on Tuesday (0300 GMT Wednesday).", "2024-05-14"),
        ("It lifts off tonight at 11pm EST (0400 GMT Friday).", "2024-05-15"),
        ("It will lift off at 9:30 p.m. EDT Thursday (about 0130 GMT Friday).", "2024-05-16"),
        ("The quake struck at 5:04 a.m. Wednesday local time (2104 GMT Tuesday).", "2024-05-15"),
        ("The quake struck at 1704 GMT (10:04 a.m. PDT) on Friday.", "2024-05-10"),
        ("The quake struck on 7 May 2021 at 23:00 (22:00 GMT).", "2021-05-07"),
        ("The log says 2019-06-29T23:30:00-05:00 for the alarm.", "2019-06-29"),
        ("The log says 2019-06-29T00:10:00+05:30 for the alarm.", "2019-06-29"),
    ],
)
def test_the_stated_day_is_the_day(text: str, edtf: str) -> None:
    found = extract(text, PUBLISHED)
    assert [expression.edtf for expression in found.expressions if expression.edtf] == [edtf]
    assert [event.edtf for event in found.events] == [edtf]


@pytest.mark.parametrize(
    "text",
    [
        "He left on Monday (the deadline was 5 p.m. GMT Tuesday).",
        "He left on Monday (she came at noon on Tuesday).",
        "He left on Monday. At 5 p.m. GMT on Tuesday she came.",
    ],
)
def test_another_day_in_brackets_is_another_day(text: str) -> None:
    assert [expression.edtf for expression in extract(text, PUBLISHED).expressions] == ["2024-05-13", "2024-05-14"]
