"""The time between neighbours: honest spans, and silence where nothing sure can be said."""

from __future__ import annotations

import re

import pytest
from hypothesis import given

from tests.timelines.dates import any_dates, dated
from timelines.gaps import SMALLEST, Dated, gap_words, known_start


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ("2019-06-29", "2019-08-15", "47 days"),
        ("2019-01-01", "2019-07-01", "6 months"),
        ("2017-06-14", "2019-07-13", "about 2 years"),
        ("2017-07-13", "2019-07-13", "2 years"),
        ("2019-06-29", "2024", "4½ to 5½ years"),
        ("2024", "2025-02", "1 to 14 months"),
        ("2017-01-02", "2017-05", "4 to 5 months"),
        ("2019-08-02", "2020-03", "7 to 8 months"),
        ("2020-03", "2022-02", "22 to 24 months"),
        ("2011", "2017-01-02", "at least 5 years"),
        ("2005-03", "2022-04-04", "about 17 years"),
        ("2002~", "2011", "about 9 years"),
        ("2019-12-01", "2020/2023", "1 month to 4½ years"),
        ("../2010", "2017", "at least 6 years"),
        ("2017-01-01", "2019-07-13/..", "about 2½ years"),
        ("1900-01-01", "1999-12-31", "about 100 years"),
    ],
)
def test_gap_is_as_vague_as_its_ends(before: str, after: str, words: str) -> None:
    assert gap_words(dated(before), dated(after)) == words


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("2017-05", "2017-06-02"),
        ("2017-06-02", "2017-06-13"),
        ("2022-02", "2022-03"),
        ("2019-07-13", "2019-07-13/.."),
        ("2019-07-13/..", "2024"),
        ("2019", "../2024"),
        ("2019", "2019-06-29"),
        ("2024", "2019"),
        ("19XX", "2000"),
    ],
)
def test_no_gap_where_dates_may_touch_or_lie_close(before: str, after: str) -> None:
    assert gap_words(dated(before), dated(after)) is None


def test_after_a_date_leaves_the_far_side_open() -> None:
    assert gap_words(dated("2010-05-01"), dated("2013", "AFTER")) == "at least 3½ years"


@given(any_dates, any_dates)
def test_no_gap_ever_fails_or_hides_a_touch(a: Dated, b: Dated) -> None:
    words = gap_words(a, b)
    first = known_start(b)[0]
    surely = a.latest is not None and first is not None and (first - a.latest).days >= SMALLEST
    assert (words is not None) == surely
    if words is not None:
        assert re.fullmatch(
            r"(at least |about )?\d*½?( (day|month|year)s? to \d+½?| to \d+½?)? (day|month|year)s?", words
        ), words
