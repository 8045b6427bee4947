"""What a typed date means, and what its sources say to it."""

from datetime import date

import pytest
from hypothesis import given, strategies as st

from editorial.date_box import look_at, offer, size_words
from tests.factories import make_article, make_entry
from timelines.extraction.types import Reading
from timelines.models import Entry

pytestmark = pytest.mark.django_db


def sourced(edtf: str = "2019-05-03", words: str = "3 May 2019") -> Entry:
    article = make_article(f"The council voted on {words}.")
    return make_entry(edtf=edtf, article=article, words=words)


def test_echo_says_meaning_bounds_and_size() -> None:
    echo = look_at("June 2019")
    assert (echo.words, echo.not_before, echo.not_after, echo.size) == (
        "June 2019", "1 June 2019", "30 June 2019", "1 month of 2019",
    )  # fmt: skip
    assert echo.reading is not None
    assert echo.reading.edtf == "2019-06"
    assert not echo.message


def test_open_side_is_said() -> None:
    assert look_at("since 2019").not_after == "open"


def test_unreadable_date_gives_a_message() -> None:
    echo = look_at("soonish")
    assert echo.message
    assert echo.reading is None


def test_same_as_the_source_needs_no_note() -> None:
    echo = look_at("3 May 2019", entry=sourced())
    assert (echo.message, echo.note, echo.offers) == ("", "", ())


def test_wider_than_the_source_is_noted() -> None:
    echo = look_at("2019", entry=sourced())
    assert "wider" in echo.note
    assert [row.words for row in echo.offers] == ["3 May 2019", "May 2019"]
    assert not echo.message


def test_another_day_than_the_source_s_is_noted() -> None:
    assert "“3 May 2019”" in look_at("4 May 2019", entry=sourced()).note


def test_more_precise_than_the_source_is_refused_with_what_it_supports() -> None:
    echo = look_at("3 May 2019", entry=sourced("2019", "2019"))
    assert "more precise" in echo.message
    assert [row.words for row in echo.offers] == ["2019"]


@pytest.mark.parametrize("typed", ["25/12/2023", "3-5 May 2021"])
def test_another_date_than_a_vague_source_s_is_refused_with_the_way_on(typed: str) -> None:
    echo = look_at(typed, entry=sourced("2022-03", "March 2022"))
    assert "The source says “March 2022”" in echo.message
    assert "more precise" not in echo.message
    assert "an entry of its own without this source, or from another source" in echo.message
    assert [row.words for row in echo.offers] == ["March 2022"]


@pytest.mark.parametrize(
    ("typed", "offers"),
    [
        ("2024-13-45", ["2024"]),
        ("31 June 2024", ["June 2024", "30 June 2024", "1 July 2024"]),
        ("5 Jan 2024 or 6 Jan 2024", ["5 January 2024", "6 January 2024"]),
        ("99999", []),
        ("asdf", []),
    ],
)
def test_nonsense_is_refused_with_the_nearest_readings(typed: str, offers: list[str]) -> None:
    echo = look_at(typed)
    assert echo.message
    assert [row.words for row in echo.offers] == offers


def test_own_words_of_a_date_that_cannot_be_typed_are_that_date() -> None:
    assert look_at("February of the year 225").reading is None
    echo = look_at("February of the year 225", entry=make_entry(edtf="0225-02"))
    assert echo.reading is not None
    assert echo.reading.edtf == "0225-02"


def test_relative_date_counts_from_the_article_s_day() -> None:
    article = make_article(published=date(2025, 2, 7))
    echo = look_at("yesterday", article=article)
    assert echo.words == "6 February 2025"


@pytest.mark.parametrize(
    ("earliest", "latest", "words"),
    [
        (date(2019, 6, 29), date(2019, 6, 29), "1 day of 2019"),
        (date(2019, 6, 21), date(2019, 6, 30), "10 days of 2019"),
        (date(2019, 1, 1), date(2019, 4, 30), "4 months of 2019"),
        (date(2019, 1, 1), date(2019, 12, 31), "all of 2019"),
        (date(1990, 1, 1), date(1999, 12, 31), "10 years"),
        (date(2019, 12, 30), date(2020, 1, 2), "4 days"),
        (date(2019, 12, 1), date(2020, 5, 31), "about 6 months"),
        (date(9999, 12, 31), date(9999, 12, 31), "1 day of 9999"),
        (date(2019, 1, 1), None, "open at one side"),
    ],
)
def test_size_in_words(earliest: date, latest: date | None, words: str) -> None:
    assert size_words(earliest, latest) == words


def test_offer_that_words_do_not_lead_back_to_is_typed_as_edtf() -> None:
    assert offer(Reading("2019-06", date(2019, 6, 1), date(2019, 6, 30))).typed == "June 2019"
    assert offer(Reading("0225-02", date(225, 2, 1), date(225, 2, 28))).typed == "0225-02"


@given(st.text(max_size=60))
def test_whatever_is_typed_has_an_answer(typed: str) -> None:
    echo = look_at(typed)
    assert bool(echo.message) != (echo.reading is not None)
