"""The date box: what people type, and how it is refused."""

from __future__ import annotations

from datetime import date

import pytest

from timelines.extraction import UnreadableDate, read_date

PUBLISHED = date(2025, 2, 7)
"""A Friday."""


@pytest.mark.parametrize(
    ("typed", "edtf", "mod", "earliest", "latest"),
    [
        ("late June 2019", "2019-06", "END", "2019-06-21", "2019-06-30"),
        ("early 2022", "2022", "START", "2022-01-01", "2022-04-30"),
        ("2024", "2024", None, "2024-01-01", "2024-12-31"),
        ("around May 2021", "2021-05~", "APPROX", "2021-05-01", "2021-05-31"),
        ("3-5 May", "2025-05-03/2025-05-05", None, "2025-05-03", "2025-05-05"),
        ("3–5 may 2021", "2021-05-03/2021-05-05", None, "2021-05-03", "2021-05-05"),
        ("since 2019", "2019/..", None, "2019-01-01", None),
        ("by 2030", "../2030", None, None, "2030-12-31"),
        ("2024-22", "2024-22", None, "2024-06-01", "2024-08-31"),
        ("c. 1990", "1990~", "APPROX", "1990-01-01", "1990-12-31"),
        ("next Tuesday", "2025-02-11", None, "2025-02-11", "2025-02-11"),
        ("199x", "199X", None, "1990-01-01", "1999-12-31"),
        ("the nineties", "199X", None, "1990-01-01", "1999-12-31"),
        ("between June and August 2019", "2019-06/2019-08", None, "2019-06-01", "2019-08-31"),
        ("DECEMBER TO JANUARY 2019", "2018-12/2019-01", None, "2018-12-01", "2019-01-31"),
        ("the day before Christmas 2019", "2019-12-24", None, "2019-12-24", "2019-12-24"),
        ("two weeks after 3 May 2019", "2019-05-17", None, "2019-05-17", "2019-05-17"),
        ("Q3 2019", "2019-35", None, "2019-07-01", "2019-09-30"),
        ("490 BC", "-0489", None, None, None),
        ("  29 june 2019 ", "2019-06-29", None, "2019-06-29", "2019-06-29"),
        ("new year's eve 2019", "2019-12-31", None, "2019-12-31", "2019-12-31"),
    ],
)
def test_reads(typed: str, edtf: str, mod: str | None, earliest: str | None, latest: str | None) -> None:
    found = read_date(typed, PUBLISHED)
    days = tuple(day.isoformat() if day else None for day in (found.earliest, found.latest))
    assert (found.edtf, found.mod, *days) == (edtf, mod, earliest, latest)


@pytest.mark.parametrize(
    ("typed", "words", "nearest"),
    [
        ("", "empty", None),
        ("banana", "“banana” is not a date", None),
        ("June 2019 banana", "“banana” is not part of a date", "2019-06"),
        ("31 June 2019", "no day 31", "2019-06"),
        ("2024-13-45", "no month 13", "2024"),
        ("2024-13", "no month 13", "2024"),
        ("2024-02-45", "no day 45", "2024-02"),
        ("2024-6-5", "two digits", "2024-06-05"),
        ("32/13/2024", "no month and day fit", "2024"),
        ("5 Jan 2024 or 6 Jan 2024", "more than one date", "2024-01-05"),
        ("99999", "years have four digits", None),
        ("May 99999", "“99999” is not a year", None),
        ("asdf", "Write it as in", None),
        ("February 225", "not a year", "2025-02"),
        ("03/04/2024", "different day", "2024-04-03"),
        ("Tuesday, June 29, 2019", "was a Saturday", "2019-06-29"),
        ("two weeks", "length of time", None),
        ("every Tuesday", "no single date", None),
        ("June 2019, July 2020", "more than one date", "2019-06"),
        ("x" * 200, "at most 120", None),
    ],
)
def test_refuses_and_offers_the_nearest(typed: str, words: str, nearest: str | None) -> None:
    with pytest.raises(UnreadableDate) as refused:
        read_date(typed, PUBLISHED)
    assert words in refused.value.message
    assert (refused.value.nearest.edtf if refused.value.nearest else None) == nearest


@pytest.mark.parametrize(
    ("typed", "others"),
    [
        ("5 Jan 2024 or 6 Jan 2024", ["2024-01-06"]),
        ("31 June 2019", ["2019-06-30", "2019-07-01"]),
        ("03/04/2024", ["2024-03-04"]),
        ("2024-13-45", []),
    ],
)
def test_offers_what_is_as_near(typed: str, others: list[str]) -> None:
    with pytest.raises(UnreadableDate) as refused:
        read_date(typed, PUBLISHED)
    assert [reading.edtf for reading in refused.value.others] == others


@pytest.mark.parametrize(
    ("typed", "edtf"), [("１２ May 2024", "2024-05-12"), ("２０２４", "2024"), ("٢٠٢٤-٠٥-١٢", "2024-05-12")]
)
def test_digits_of_any_script_are_digits(typed: str, edtf: str) -> None:
    assert read_date(typed, PUBLISHED).edtf == edtf


def test_a_relative_date_needs_the_publication_day() -> None:
    with pytest.raises(UnreadableDate, match="publication date"):
        read_date("next Tuesday", None)


@pytest.mark.parametrize(
    ("typed", "language", "edtf"),
    [
        ("3. Mai 2019", "de", "2019-05-03"),
        ("am 3. Mai 2019", "de", "2019-05-03"),
        ("Juni 2019", "de", "2019-06"),
        ("le 1er mai 2019", "fr", "2019-05-01"),
        ("2019年6月", "ja", "2019-06"),
        ("29 June 2019", "de", "2019-06-29"),
        ("2019-06", "fr", "2019-06"),
    ],
)
def test_reads_the_articles_language_and_english(typed: str, language: str, edtf: str) -> None:
    assert read_date(typed, PUBLISHED, language).edtf == edtf


@pytest.mark.parametrize(("typed", "language"), [("3. Mai Banane 2019x", "de"), ("Banane", "de"), ("31. Juni", "fr")])
def test_refuses_in_other_languages_too(typed: str, language: str) -> None:
    with pytest.raises(UnreadableDate):
        read_date(typed, PUBLISHED, language)
