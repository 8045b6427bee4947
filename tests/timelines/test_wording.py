"""Dates in the reader's words: as vague as the date, in British order, and never an exception."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, strategies as st

from tests.timelines.dates import any_dates, dated, edtf_dates, mods
from timelines.wording import (
    MONTHS,
    Dated,
    covers_words,
    date_words,
    dated_words,
    is_about,
    machine_date,
    month_note,
    year_heading,
)


@pytest.mark.parametrize(
    ("edtf", "mod", "words"),
    [
        ("2019-06-29", None, "29 June 2019"),
        ("2019-06", None, "June 2019"),
        ("2024", None, "2024"),
        ("2022-01~", None, "about January 2022"),
        ("2022-01", "APPROX", "about January 2022"),
        ("2022-01~", "APPROX", "about January 2022"),
        ("2024", "START", "early 2024"),
        ("2019", "MID", "mid-2019"),
        ("2019-06", "END", "late June 2019"),
        ("2019-06-29", "END", "late on 29 June 2019"),
        ("2019-05-03/2019-05-05", None, "3–5 May 2019"),
        ("2019-05-03/2019-06-02", None, "3 May to 2 June 2019"),
        ("2019-12-30/2020-01-02", None, "30 December 2019 to 2 January 2020"),
        ("2019-05/2019-07", None, "May to July 2019"),
        ("2003/2006", None, "2003–2006"),
        ("2003~/2006", None, "about 2003 to 2006"),
        ("2003/2006-05", None, "2003 to May 2006"),
        ("2019-05-03/2019-05-03", None, "3 May 2019"),
        ("2019/..", None, "since 2019"),
        ("2019-07-13/..", None, "since 13 July 2019"),
        ("../2019-05-03", None, "until 3 May 2019"),
        ("2019/", None, "from 2019, end not known"),
        ("/2019", None, "until 2019, start not known"),
        ("2020", "BEFORE", "before 2020"),
        ("2020", "AFTER", "after 2020"),
        ("2020-05-03", "ON_OR_BEFORE", "by 3 May 2020"),
        ("2020-05-03", "ON_OR_AFTER", "from 3 May 2020 on"),
        ("199X", None, "the 1990s"),
        ("199X", "START", "the early 1990s"),
        ("199X", "MID", "the mid-1990s"),
        ("18XX", None, "19th century"),
        ("20XX", "END", "late 21st century"),
        ("1XXX", None, "2nd millennium"),
        ("2020-21", None, "spring 2020"),
        ("2020-22", None, "summer 2020"),
        ("2020-23", None, "autumn 2020"),
        ("2020-24", None, "winter 2020–21"),
        ("1999-24", None, "winter 1999–2000"),
        ("2019-35", None, "third quarter of 2019"),
        ("2019-40", None, "first half of 2019"),
        ("2019-35", "START", "early in the third quarter of 2019"),
        ("2019?", None, "perhaps 2019"),
        ("2019%", None, "perhaps about 2019"),
        ("0225", None, "year 225"),
        ("0225-02", None, "February of the year 225"),
        ("-0043", None, "44 BC"),
        ("-0043-03-15", None, "15 March 44 BC"),
        ("0000", None, "1 BC"),
        ("Y12345", None, "year 12,345"),
        ("2019-05-XX", None, "May 2019"),
        ("2019-XX-03", None, "2019"),
        ("199X-05", None, "May in the 1990s"),
        ("XXXX-12-25", None, "25 December, year not known"),
        ("2019-06-29T17:00", None, "29 June 2019, 17:00"),
        ("2019-06-29T17:00:00Z", None, "29 June 2019, 17:00 UTC"),
        ("2019-06-29T17:00+02:00", None, "29 June 2019, 17:00 (UTC+02:00)"),
        ("[2019,2020]", None, "2019 or 2020"),
        ("{2019,2020,2021}", None, "2019, 2020 and 2021"),
        ("[2019..]", None, "2019 or later"),
        ("[..2019]", None, "2019 or earlier"),
        ("[2019-01..2019-03]", None, "January to March 2019"),
    ],
)
def test_words_say_the_date_and_no_more(edtf: str, mod: str | None, words: str) -> None:
    assert date_words(edtf, mod) == words


@pytest.mark.parametrize("text", ["", "nonsense", "2019-13", "2019-06-32", "2019/nonsense", "[2019,x]", "[", "P3D"])
def test_what_is_not_edtf_comes_back_as_it_was(text: str) -> None:
    assert date_words(text) == text


@pytest.mark.parametrize(
    ("edtf", "mod", "words"),
    [
        ("2019-08-02", None, "planned for 2 August 2019"),
        ("2027-40", None, "planned for the first half of 2027"),
        ("20XX", "END", "planned for the late 21st century"),
        ("2027/..", None, "planned from 2027"),
        ("2030", "BEFORE", "planned before 2030"),
        ("../2027-05", None, "planned until May 2027"),
    ],
)
def test_plans_are_called_plans(edtf: str, mod: str | None, words: str) -> None:
    assert dated_words(edtf, mod, status="planned") == words


def test_what_happened_is_not_called_a_plan() -> None:
    assert dated_words("2019-08-02", status="past") == "2 August 2019"
    assert dated_words("2019-08-02", status="hypothetical") == "2 August 2019"


@pytest.mark.parametrize(
    ("edtf", "mod", "machine"),
    [
        ("2019-06-29", None, "2019-06-29"),
        ("2019-06", None, "2019-06"),
        ("2024", None, "2024"),
        ("2024", "START", "2024"),
        ("2019-05-XX", None, "2019-05"),
        ("2019-06-29T17:00", None, "2019-06-29T17:00"),
        ("2022-01~", None, None),
        ("2022-01", "APPROX", None),
        ("2020", "BEFORE", None),
        ("2019?", None, None),
        ("2019-05-03/2019-05-05", None, None),
        ("2019/..", None, None),
        ("199X", None, None),
        ("2020-22", None, None),
        ("-0043", None, None),
        ("0000", None, None),
        ("Y12345", None, None),
        ("nonsense", None, None),
    ],
)
def test_machine_date_is_only_what_html_can_hold(edtf: str, mod: str | None, machine: str | None) -> None:
    assert machine_date(edtf, mod) == machine


def test_covers_goes_from_the_earliest_to_the_latest_by_months() -> None:
    story = [dated("2011"), dated("2002~"), dated("2022-04-04")]
    assert covers_words(story) == "about 2002 to April 2022"
    assert covers_words(story, to="year") == "about 2002 to 2022"


@pytest.mark.parametrize(
    ("dates", "words"),
    [
        ([], ""),
        (["2016-07-03", "2016-07-12"], "July 2016"),
        (["2016-07-03", "2016-11-12"], "July to November 2016"),
        (["2016-07-03", "2017-11-12"], "July 2016 to November 2017"),
        (["199X", "2011"], "the 1990s to 2011"),
        (["2016-07", "2019-07-13/.."], "July 2016 to July 2019"),
        (["2003/2006"], "2003 to 2006"),
    ],
)
def test_covers_is_as_short_as_it_can_be(dates: list[str], words: str) -> None:
    assert covers_words([dated(edtf) for edtf in dates]) == words


@pytest.mark.parametrize(
    ("edtf", "mod", "heading"),
    [
        ("2019-06-29", None, "2019"),
        ("2019~", None, "2019"),
        ("199X", None, "1990s"),
        ("18XX", None, "19th century"),
        ("2003/2006", None, "2003"),
        ("2019/..", None, "2019"),
        ("../2019-05", None, "up to 2019"),
        ("2020", "BEFORE", "up to 2019"),
        ("2020", "AFTER", "2021"),
        ("0225", None, "year 225"),
    ],
)
def test_entries_stand_under_a_heading_no_finer_than_their_date(edtf: str, mod: str | None, heading: str) -> None:
    assert year_heading(dated(edtf, mod)) == heading


@pytest.mark.parametrize(
    ("edtf", "note"),
    [("2019-06-29", "June"), ("2020-22", "summer"), ("2019-35", "third quarter"), ("2019", "month not given")],
)
def test_month_note_says_what_is_known_beside_the_year(edtf: str, note: str) -> None:
    assert month_note(dated(edtf)) == note


# --- Whatever the engine makes ----------------------------------------------------------------------------------


@given(edtf_dates, mods, st.sampled_from(["past", "planned", "hypothetical"]))
def test_every_date_of_the_engine_has_words(edtf: str, mod: str | None, status: str) -> None:
    words = dated_words(edtf, mod, status=status)
    assert words.strip()
    assert not re.search(r"X|[~%?/]|\.\.|  ", words)


@given(st.text(max_size=40), st.none() | st.text(max_size=10))
def test_no_text_at_all_makes_the_words_fail(text: str, mod: str | None) -> None:
    date_words(text, mod)
    dated_words(text, mod, status="planned")
    machine_date(text, mod)


@given(edtf_dates)
def test_a_month_is_named_only_where_the_source_has_one(edtf: str) -> None:
    if "-" not in edtf.removeprefix("-").replace("/-", "/"):
        assert not any(month in date_words(edtf) for month in MONTHS)


@given(any_dates)
def test_doubt_is_said(item: Dated) -> None:
    words = date_words(item.edtf, item.mod)
    if is_about(item) and "," not in item.edtf:
        assert "about" in words or "perhaps" in words


@given(st.lists(any_dates, max_size=5))
def test_covers_and_headings_never_fail(items: list[Dated]) -> None:
    assert isinstance(covers_words(items), str)
    assert isinstance(covers_words(items, to="year"), str)
    assert all(year_heading(item) and month_note(item) for item in items)


@given(edtf_dates, mods)
def test_machine_dates_are_valid_html(edtf: str, mod: str | None) -> None:
    machine = machine_date(edtf, mod)
    assert machine is None or re.fullmatch(r"(?!0000)\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?", machine)
