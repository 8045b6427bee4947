"""Each warning has its code, a sentence, and the readings where there are two."""

from __future__ import annotations

from datetime import date

import pytest

from timelines.extraction import extract

PUBLISHED = date(2024, 5, 15)


@pytest.mark.parametrize(
    ("text", "code", "edtf", "readings"),
    [
        ("It sank in February 225 off Malta.", "year-typo", "2025-02", ["2025-02", "0225-02"]),
        ("It sank in March 20019 off Malta.", "year-typo", "2019-03", ["2019-03", "Y20019"]),
        ("It sank on 3 June 2205 off Malta.", "year-typo", "2025-06-03", ["2025-06-03", "2205-06-03"]),
        (
            "It sank on Tuesday, June 29, 2019.",
            "weekday-mismatch",
            "2019-06-29",
            ["2019-06-29", "2019-07-02", "2021-06-29"],
        ),
        ("It sank on 31 June 2019 off Malta.", "impossible-date", "2019-06", ["2019-06-30", "2019-07-01"]),
        ("It sank on 30 February 2023.", "impossible-date", "2023-02", ["2023-02-28", "2023-03-01"]),
        ("It sank on 03/04/2024 off Malta.", "ambiguous-order", "2024-04-03", ["2024-04-03", "2024-03-04"]),
    ],
)
def test_doubtful_dates_are_told(text: str, code: str, edtf: str, readings: list[str]) -> None:
    (found,) = extract(text, PUBLISHED).expressions
    (warning,) = found.warnings
    assert (warning.code, found.edtf, [reading.edtf for reading in warning.readings]) == (code, edtf, readings)
    assert warning.message.endswith(".")


def test_the_articles_other_figures_settle_the_order() -> None:
    found = extract("Signed on 03/04/2024 and filed on 12/25/2023.", PUBLISHED).expressions
    assert [expression.edtf for expression in found] == ["2024-03-04", "2023-12-25"]
    assert found[0].warnings[0].code == "ambiguous-order"


@pytest.mark.parametrize("words", ["Tuesday", "last month", "two weeks ago", "yesterday", "Christmas Day"])
def test_relative_dates_need_the_publication_day(words: str) -> None:
    found = extract(f"The bridge fell {words}.", None)
    assert [(e.text, e.edtf, [w.code for w in e.warnings]) for e in found.expressions] == [
        (words, None, ["no-reference-date"])
    ]
    assert found.events == ()


def test_absolute_dates_do_not() -> None:
    found = extract("The bridge fell on 3 May 2019. Two days later it was shut.", None)
    assert [(e.edtf, e.warnings) for e in found.expressions] == [("2019-05-03", ()), ("2019-05-05", ())]


def test_a_past_told_after_the_publication_is_told() -> None:
    (event,) = extract("The bridge collapsed on 3 June 2024 and killed two.", PUBLISHED).events
    assert [warning.code for warning in event.warnings] == ["after-publication"]


@pytest.mark.parametrize(
    "text",
    ["It sank in February 2025.", "It sank in 2019 off Malta.", "It sank on Saturday, June 29, 2019.",
     "It sank on 29/06/2019.", "Some 225 people fled in May 2019.", "It fell by 20019 in May 2019."],
)  # fmt: skip
def test_plain_dates_have_no_warning(text: str) -> None:
    assert all(not expression.warnings for expression in extract(text, date(2025, 6, 1)).expressions)


def test_a_year_centuries_away_is_told() -> None:
    found = extract(
        "The mill opened in 1019 and burned in 2020. It was rebuilt in 2022.", date(2024, 5, 15)
    ).expressions
    assert [[warning.code for warning in expression.warnings] for expression in found] == [["far-from-story"], [], []]
    assert found[0].warnings[0].message == "1019 is far from the other dates in this article: 2020, 2022 and 2024."


def test_a_dateline_offers_the_missing_publication_day() -> None:
    text = "OSLO, May 7, 2024 (NTB) — Rescuers found the boat on Tuesday."
    found = extract(text, None)
    assert found.offered_publication is not None
    assert found.offered_publication.edtf == "2024-05-07"
    assert [e.edtf for e in found.expressions] == ["2024-05-07", None]
    assert extract(text, date(2024, 5, 8)).offered_publication is None


def test_a_dateline_without_a_year_takes_the_articles_latest() -> None:
    found = extract("OSLO, May 7 (NTB) — The boat, built in 2019, was found. It sank in 2023.", None)
    assert found.offered_publication is not None
    assert (found.offered_publication.edtf, found.offered_publication.note) == (
        "2023-05-07",
        "the dateline, with the latest year in the article",
    )


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("Rain in Oslo, 20 June.", ["2024-06-20", "2023-06-20"]),
        ("Rain in Oslo, 3 March.", ["2024-03-03", "2025-03-03"]),
        ("Rain in Oslo in October.", ["2024-10", "2023-10"]),
        ("The report said the town had seen floods on 20 June.", ["2024-06-20", "2023-06-20"]),
    ],
)
def test_an_assumed_year_tells_both(text: str, readings: list[str]) -> None:
    (found,) = extract(text, PUBLISHED).expressions
    (warning,) = found.warnings
    assert (warning.code, [reading.edtf for reading in warning.readings]) == ("assumed-year", readings)
    assert found.edtf == readings[0]


@pytest.mark.parametrize("text", ["It fell on 20 June.", "It will open on 20 June.", "It fell on Thursday, 20 June."])
def test_a_year_that_the_words_settle_is_not_assumed(text: str) -> None:
    (found,) = extract(text, PUBLISHED).expressions
    assert found.warnings == ()


@pytest.mark.parametrize("words", ["around 13/04/2024", "at 10.30 pm on 13/04/2024", "2024/04/13, 25/12/2023"])
def test_the_order_is_that_of_the_figures_alone(words: str) -> None:
    found = extract(f"Signed on 03/04/2024 and filed {words}.", PUBLISHED).expressions
    assert found[0].edtf == "2024-04-03"


def test_a_weekday_is_not_looked_for_in_years_that_the_tense_rules_out() -> None:
    (found,) = extract("The ship sank Tuesday 3 March.", date(2025, 3, 10)).expressions
    assert (found.edtf, [warning.code for warning in found.warnings]) == ("2025-03-03", ["weekday-mismatch"])


def test_a_slip_mended_to_a_day_ahead_but_told_as_past_is_told() -> None:
    (event,) = extract("It was signed on 12 June 2204, officials said.", PUBLISHED).events
    assert (event.edtf, event.status) == ("2024-06-12", "past")
    assert [warning.code for warning in event.warnings] == ["year-typo", "after-publication"]
