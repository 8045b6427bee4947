"""TimelineJS files, as people keep them."""

from __future__ import annotations

import json
from typing import Any

import pytest

from editorial.importing import Imported, parse

HEADER = "Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,Media Credit,Type"


def of_json(*events: Any, **title: Any) -> Imported:
    return parse(json.dumps({"events": list(events)} | title).encode())


def slide(start: Any, end: Any = None, headline: str = "A vote", **more: Any) -> dict[str, Any]:
    return {"start_date": start, "text": {"headline": headline}} | ({"end_date": end} if end else {}) | more


def only(found: Imported) -> tuple[str, str | None]:
    assert found.left == []
    [row] = found.rows
    return row.date.edtf, row.date.mod


@pytest.mark.parametrize(
    ("start", "end", "edtf"),
    [
        ({"year": 2019}, None, "2019"),
        ({"year": "2019", "month": "", "day": ""}, None, "2019"),
        ({"year": 2019, "month": 5}, None, "2019-05"),
        ({"year": 2019, "month": "5", "day": "3"}, None, "2019-05-03"),
        ({"year": 2019, "month": 5, "day": 3, "hour": 14}, None, "2019-05-03"),
        ({"year": 2003}, {"year": 2006}, "2003/2006"),
        ({"year": 2019, "month": 5, "day": 3}, {"year": 2019, "month": 5, "day": 5}, "2019-05-03/2019-05-05"),
        ({"year": 2019}, {"year": 2019}, "2019"),
        ({"year": "2019.0"}, None, "2019"),
    ],
)
def test_dates_keep_their_precision(start: Any, end: Any, edtf: str) -> None:
    assert only(of_json(slide(start, end))) == (edtf, None)


@pytest.mark.parametrize(
    ("start", "end", "shown", "date"),
    [
        ((2024, 1, 1), (2024, 4, 30), "Early 2024", ("2024", "START")),
        ((2020, 6, 1), (2020, 8, 31), "Summer 2020", ("2020-22", None)),
        ((1990, 1, 1), (1999, 12, 31), "1990s", ("199X", None)),
        ((2019, 5, 3), None, "The day of the vote", ("2019-05-03", None)),
        ((2019, 5, 3), None, "4 May 2019", ("2019-05-03", None)),
    ],
)
def test_what_is_shown_is_taken_where_it_means_the_same_days(
    start: tuple[int, ...], end: tuple[int, ...] | None, shown: str, date: tuple[str, str | None]
) -> None:
    parts = [dict(zip(("year", "month", "day"), side or (), strict=False)) for side in (start, end)]
    assert only(of_json(slide(parts[0], parts[1], display_date=shown))) == date


@pytest.mark.parametrize(
    ("event", "reason"),
    [
        (slide({}), "It has no start date."),
        (slide({"year": "soon"}), "Its start date is none."),
        (slide({"year": 2019, "month": 13}), "“2019-13” is no EDTF date."),
        (slide({"year": 2020}, {"year": 2019}), "Its dates make no sense together: 2020 to 2019."),
        (slide({"year": 2019}, headline=" "), "It has no headline."),
        (slide([2019]), "It has no date."),
        (slide({"year": -44}), "“-0043” has no day between the years 1 and 9999; Dateline can place no others."),
        ("2019", "It is no event."),
        (None, "It is no event."),
    ],
)
def test_a_row_that_makes_no_entry_is_listed_with_its_reason(event: Any, reason: str) -> None:
    found = of_json(slide({"year": 2018}), event)
    assert [row.number for row in found.rows] == [1]
    assert [(row.number, row.reason) for row in found.left] == [(2, reason)]


def test_html_becomes_text_and_media_a_source() -> None:
    [row] = of_json(
        slide(
            {"year": 2019},
            headline="<b>A vote</b> &amp; more",
            text={"headline": "<b>A vote</b> &amp; more", "text": "<p>By hands.</p><p>All of <i>them</i></p>"},
            media={"url": "https://courier.example/x.jpg", "credit": "<a href='#'>The Courier</a>"},
        )
    ).rows
    assert row.headline == "A vote & more"
    assert row.description == "By hands.\nAll of them\nSource: The Courier https://courier.example/x.jpg"


def test_the_title_comes_along() -> None:
    found = of_json(slide({"year": 2019}), title={"text": {"headline": "The bridge", "text": "<p>How it came.</p>"}})
    assert (found.title, found.standfirst) == ("The bridge", "How it came.")


def test_the_spreadsheet() -> None:
    found = parse(
        f"\ufeff{HEADER}\n"
        ",,,,,,,,,The bridge,How it came.,,,title\n"
        "2019,5,3,,,,,,3 May 2019,A vote,By hands.,,,\n"
        ",,,,,,,,,,,,,\n"
        "2020,,,,2021,,,,,'=Work,,https://courier.example/x,The Courier,\n"
        ",,,,,,,,,Some day,,,,\n"
        "1990,,,,1999,,,,,The nineties,,,,era\n".encode()
    )
    assert (found.title, found.standfirst) == ("The bridge", "How it came.")
    assert [(row.number, row.date.edtf, row.headline) for row in found.rows] == [
        (3, "2019-05-03", "A vote"),
        (5, "2020/2021", "=Work"),
    ]
    assert found.rows[1].description == "Source: The Courier https://courier.example/x"
    assert [row.number for row in found.left] == [6, 7]
