"""What holds for any text at all, and that hostile texts end soon."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given, settings, strategies as st

from timelines.extraction import Extraction, Reading, UnreadableDate, bounds, extract, is_valid, read_date

VOCABULARY = """
the last next two three weeks months years ago later before after May June 29 2019 2020-06 31 '98 1990s early late mid-
about since until by from to between and Tuesday Friday morning night yesterday today
said will was on in , . “ ” ( ) - – / :
10:30 p.m. noon BC century quarter of third Q3 summer fall Christmas Day every daily now recently 225 20019 2205 Feb.
03/04/2024 9/11 a an couple decade U.S. Gen. Mar-a-Lago
on the 14th first Monday week weekend beginning ended FY2019 2019-20 fiscal year new overnight into GMT 0230 hrs EST 3,
4 Act 555-2019 noughties 3Q19
"""
WORDS = st.sampled_from([*VOCABULARY.split(), "\n", "\n\n"])
TEXTS = st.one_of(st.text(max_size=300), st.lists(WORDS, max_size=40).map(" ".join))
DAYS = st.one_of(st.none(), st.dates())


def reading_or_none(typed: str, published: date | None, language: str) -> Reading | None:
    try:
        return read_date(typed, published, language)
    except UnreadableDate:
        return None


def check(text: str, found: Extraction) -> None:
    previous = 0
    for expression in found.expressions:
        assert text[expression.start : expression.end] == expression.text != ""
        assert expression.start >= previous
        previous = expression.end
        if expression.earliest and expression.latest:
            assert expression.earliest <= expression.latest
        assert expression.edtf is None or is_valid(expression.edtf)
        for warning in expression.warnings:
            assert all(is_valid(reading.edtf) for reading in warning.readings)
    for event in found.events:
        assert found.expressions[event.expression].edtf == event.edtf
        assert 0 < len(event.headline.split()) <= 12
        assert event.quote.start <= found.expressions[event.expression].start
        assert found.expressions[event.expression].end <= event.quote.end


@settings(max_examples=400, deadline=None)
@given(TEXTS, DAYS)
def test_any_text_is_read_without_an_error(text: str, published: date | None) -> None:
    check(text, extract(text, published))


@pytest.mark.parametrize("published", [date.min, date(2, 1, 1), date(9800, 12, 31), date.max])
def test_the_ends_of_the_calendar_are_no_error(published: date) -> None:
    text = "It fell on Monday, mid-summer, last weekend, in the next decade, two weeks ago and 2000 decades ago."
    check(text, extract(text, published))


@settings(max_examples=300, deadline=None)
@given(TEXTS, DAYS, st.sampled_from(["en", "de", "fr", "ja", "ru", "qq", ""]))
def test_the_date_box_reads_or_refuses(typed: str, published: date | None, language: str) -> None:
    found = reading_or_none(typed, published, language)
    if found is None:
        return
    assert is_valid(found.edtf)
    assert bounds(found.edtf, found.mod) == (found.earliest, found.latest)


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="0123456789-XYUx~?%/.[],", max_size=24))
def test_any_string_is_edtf_or_is_not(text: str) -> None:
    if is_valid(text):
        first, last = bounds(text)
        assert first is None or last is None or first <= last
    else:
        with pytest.raises(ValueError, match="not an EDTF date"):
            bounds(text)


HOSTILE = {
    "a list of dates": "3 May, 4 June, " * 10_000,
    "digits": "1" * 100_000,
    "no blanks": "x" * 200_000,
    "brackets": "(" * 50_000,
    "stops": "?" * 20_000 + "x",
    "tabs": "May" + "\t" * 100_000 + "2019",
    "ones": "1 " * 25_000,
    "ranges": "2019 and " * 5_000,
    "years": "In 2019, he said, " * 3_000,
    "figures": "03/04/2024 " * 5_000,
    "clocks": "5 p.m. EST (" * 5_000,
    "days": "on the 14th, " * 5_000,
    "lists": "3, " * 20_000 + "May",
}


def test_hostile_texts_end_soon() -> None:
    began = time.perf_counter()
    for text in HOSTILE.values():
        check(text, extract(text, date(2024, 5, 15)))
    assert time.perf_counter() - began < 20  # 3 s on an idle machine; quadratic cost would take minutes


def test_cost_grows_with_length_alone() -> None:
    text = "Troops left on Tuesday. The treaty was signed in June 2019 by both sides in Oslo. It rained.\n"

    def seconds(times: int) -> float:
        began = time.perf_counter()
        extract(text * times, date(2024, 5, 15))
        return time.perf_counter() - began

    seconds(50)
    short, long = min(seconds(200) for _ in range(3)), seconds(2_000)
    assert long < short * 10 * 4
