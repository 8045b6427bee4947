"""Moments near now, in words."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from editorial.templatetags.desk import moment_words

NOW = datetime(2022, 4, 9, 14, 30, tzinfo=ZoneInfo("UTC"))  # a Saturday


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (NOW + timedelta(seconds=2), "just now"),  # another machine's clock
        (NOW - timedelta(seconds=59), "just now"),
        (NOW - timedelta(seconds=61), "1 minute ago"),
        (NOW - timedelta(minutes=59), "59 minutes ago"),
        (NOW - timedelta(minutes=60), "today, 13:30"),
        (NOW.replace(hour=0, minute=0), "today, 00:00"),
        (NOW.replace(day=8, hour=23, minute=59), "yesterday"),
        (NOW.replace(day=7), "Thursday"),
        (NOW.replace(day=3), "Sunday"),
        (NOW.replace(day=2), "2 April"),
        (NOW.replace(year=2021, month=12, day=31), "31 Dec 2021"),
    ],
)
def test_moment(moment: datetime, words: str) -> None:
    assert moment_words(moment, NOW) == words


def test_without_a_now_it_is_the_clock() -> None:
    assert moment_words(timezone.now()) == "just now"


def test_days_are_those_of_the_newsroom() -> None:
    with timezone.override("Asia/Tokyo"):
        assert moment_words(NOW.replace(hour=1), NOW.replace(hour=16)) == "yesterday"
