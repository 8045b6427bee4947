"""The calendar, read back by the library that reads calendars."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from icalendar import Calendar

from tests.timelines.editions import entry, source
from tests.timelines.exports.sample import DATES, sample
from timelines.exports.calendar import write
from timelines.exports.published import Published


def events(timeline: Published) -> list[Any]:
    return list(Calendar.from_ical(write(timeline)).walk("VEVENT"))


def test_it_reads_back_to_the_same_events() -> None:
    dated = {number: date for number, date in DATES.items() if number != 12}  # no calendar goes back to 44 BC
    found = events(sample())
    assert [str(event["uid"]) for event in found] == [f"the-bridge-e-{number}@news.example" for number in dated]
    given = [(str(event["x-dateline-edtf"]), str(event.get("x-dateline-mod", "")) or None) for event in found]
    assert given == list(dated.values())


@pytest.mark.parametrize(
    ("edtf", "first", "behind", "summary"),
    [
        ("2019-05-03", date(2019, 5, 3), date(2019, 5, 4), "A vote"),
        ("2019-05", date(2019, 5, 1), date(2019, 6, 1), "May 2019: A vote"),
        ("2019", date(2019, 1, 1), date(2019, 1, 2), "2019: A vote"),
        ("2019-05-03/2019-05-05", date(2019, 5, 3), date(2019, 5, 6), "3–5 May 2019: A vote"),
        ("2019-07/..", date(2019, 7, 1), date(2019, 7, 2), "since July 2019: A vote"),
        ("../2020", date(2020, 12, 31), date(2021, 1, 1), "until 2020: A vote"),
    ],
)
def test_days_and_words(edtf: str, first: date, behind: date, summary: str) -> None:
    [event] = events(sample(entry(1, edtf, "A vote")))
    assert (event["dtstart"].dt, event["dtend"].dt) == (first, behind)
    assert str(event["summary"]) == summary


def test_a_plan_is_tentative_and_says_so() -> None:
    [event] = events(sample(entry(1, "2027-03-12", "A vote", status="planned")))
    assert str(event["status"]) == "TENTATIVE"
    assert str(event["summary"]) == "planned for 12 March 2027: A vote"


def test_the_last_day_there_is_does_not_break_it() -> None:
    assert events(sample(entry(1, "9999", "Far off"))) == []
    assert len(events(sample(entry(1, "9998", "Far off")))) == 1


def test_commas_breaks_and_long_lines_come_back_whole() -> None:
    quote = "First, second; third\\n. " + "länger " * 40
    [event] = events(sample(entry(1, "2019-05-03", "One, two; three", source(quote))))
    assert str(event["summary"]) == "One, two; three"
    assert quote.strip() in str(event["description"])
