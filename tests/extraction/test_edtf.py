"""EDTF: validity, precision, bounds; the days agree with the package ``edtf``."""

from __future__ import annotations

from datetime import date
from typing import Any

import edtf as package
import pytest

from timelines.extraction.edtf import bounds, is_valid, precision

SAME = (
    "2019-06-29 2019-06 2019 199X 19XX 2004-06-XX 2024-21 2024-22 2024-23 2024-33 2024-36 2022-01~ 2019? "
    "2023-03-13/2023-03-19 2025-02/.. ../2020 0225-02 2019/2021-05"
)


def day(moment: Any) -> date | None:
    return date(moment.tm_year, moment.tm_mon, moment.tm_mday) if hasattr(moment, "tm_year") else None


@pytest.mark.parametrize("text", SAME.split())
def test_bounds_agree_with_the_edtf_package(text: str) -> None:
    parsed = package.parse_edtf(text)
    assert bounds(text) == (day(parsed.lower_strict()), day(parsed.upper_strict()))


@pytest.mark.parametrize(
    "text",
    [
        "2019-13",
        "2019-02-30",
        "19",
        "2019-6",
        "June",
        "2019-06-29T10:00",
        "/",
        "../..",
        "2020/2019",
        "2019-42",
        "2019-20",
        "[]",
        "[x]",
        "2019-06-29-01",
        "20195",
    ],
)
def test_not_edtf(text: str) -> None:
    assert not is_valid(text)
    assert precision(text) is None
    with pytest.raises(ValueError, match="not an EDTF date"):
        bounds(text)


@pytest.mark.parametrize(
    ("text", "mod", "first", "last"),
    [
        ("2022", "START", date(2022, 1, 1), date(2022, 4, 30)),
        ("2022", "MID", date(2022, 5, 1), date(2022, 8, 31)),
        ("2022", "END", date(2022, 9, 1), date(2022, 12, 31)),
        ("2022-02", "MID", date(2022, 2, 11), date(2022, 2, 20)),
        ("199X", "END", date(1997, 1, 1), date(1999, 12, 31)),
        ("2019-06", "BEFORE", None, date(2019, 5, 31)),
        ("2019-06", "AFTER", date(2019, 7, 1), None),
        ("2019-06", "ON_OR_AFTER", date(2019, 6, 1), None),
        ("2019-06", "ON_OR_BEFORE", None, date(2019, 6, 30)),
        ("2019-06-29", "START", date(2019, 6, 29), date(2019, 6, 29)),
    ],
)
def test_a_mod_narrows(text: str, mod: Any, first: date | None, last: date | None) -> None:
    assert bounds(text, mod) == (first, last)


@pytest.mark.parametrize(
    ("text", "precise"),
    [("2019-06-29", "day"), ("2019-06", "month"), ("2019-22", "season"), ("2019", "year"), ("199X", "decade"),
     ("19XX", "century"), ("2019/..", "interval"), ("[2019,2021]", "set"), ("2004-06-XX", "month")],
)  # fmt: skip
def test_precision(text: str, precise: str) -> None:
    assert precision(text) == precise
