"""TimelineJS: its JSON and its spreadsheet."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest

from tests.timelines.editions import entry, source
from tests.timelines.exports.sample import DATES, sample, visible
from timelines.exports.published import Published
from timelines.exports.timelinejs import HEADER, write_csv, write_json


def slides(timeline: Published) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(write_json(timeline))["events"]
    return found


def table(timeline: Published) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(write_csv(timeline).decode("utf-8-sig"), newline="")))


def test_a_year_stays_a_year_a_month_a_month_a_day_a_day() -> None:
    day, month, year, *_ = slides(sample())
    assert day["start_date"] == {"year": 2019, "month": 5, "day": 3}
    assert month["start_date"] == {"year": 2019, "month": 6}
    assert year["start_date"] == {"year": 2019}
    assert not any("end_date" in slide for slide in (day, month, year))


@pytest.mark.parametrize(
    ("number", "words", "start", "end"),
    [
        (4, "Early 2024", (2024, 1, 1), (2024, 4, 30)),
        (6, "3–5 May 2019", (2019, 5, 3), (2019, 5, 5)),
        (9, "The 1990s", (1990, 1, 1), (1999, 12, 31)),
        (10, "Summer 2020", (2020, 6, 1), (2020, 8, 31)),
        (7, "Since July 2019", (2019, 7, 1), None),
        (5, "About January 2022", (2022, 1), None),
    ],
)
def test_what_it_cannot_hold_is_said_in_words(
    number: int, words: str, start: tuple[int, ...], end: tuple[int, ...] | None
) -> None:
    slide = slides(sample())[number - 1]
    assert slide["display_date"] == words
    assert tuple(slide["start_date"].values()) == start
    assert tuple(slide.get("end_date", {}).values()) == (end or ())


def test_the_date_itself_comes_along() -> None:
    assert [(slide["edtf"], slide["mod"]) for slide in slides(sample())] == list(DATES.values())


def test_a_slide_shows_its_sources_and_leads_back() -> None:
    [slide] = slides(
        sample(entry(1, "2019", "A vote", source("In 2019, they voted.", "2019"), description="By hands."))
    )
    text = visible(slide["text"]["text"])
    assert "By hands." in text
    assert "“In 2019, they voted.”" in text
    assert "The Courier, 4 May 2019" in text
    assert 'href="https://news.example/t/the-bridge/#e-1"' in slide["text"]["text"]


def test_words_are_never_tags() -> None:
    evil = "<img src=x onerror=alert(1)>"
    [slide] = slides(
        sample(entry(1, "2019", evil, source(evil, url="javascript:alert(1)"), description=evil), title=evil)
    )
    written = slide["text"]["headline"] + slide["text"]["text"]
    assert "<img" not in written
    assert "javascript:" not in written
    assert "&lt;img" in slide["text"]["headline"]


def test_the_spreadsheet_has_its_columns_its_title_and_a_row_an_event() -> None:
    title, first, *_ = table(sample(standfirst="How it came to be."))
    assert title["Type"] == "title"
    assert "How it came to be." in title["Text"]
    assert (first["Year"], first["Month"], first["Day"], first["Display Date"]) == ("2019", "5", "3", "3 May 2019")
    assert len(table(sample())) == len(DATES) + 1
    assert list(first) == list(HEADER)


def test_no_cell_of_it_is_a_formula() -> None:
    _, row = table(sample(entry(1, "2019", "=1+1")))
    assert row["Headline"] == "'=1+1"
