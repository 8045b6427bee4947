"""The sample article must yield exactly its three dated statements, with and without its publication date."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from timelines.extraction import extract

SEED = Path(__file__).parents[2] / "seeds" / "000_8a1a9c3e4bae9218.txt"


@pytest.fixture(scope="module")
def text() -> str:
    return SEED.read_text(encoding="utf-8")


@pytest.mark.parametrize("published", [date(2025, 2, 7), None])
def test_exactly_three_statements(text: str, published: date | None) -> None:
    found = extract(text, published)
    assert [event.edtf for event in found.events] == ["2025-02", "2024", "2019-06-29"]
    assert [event.status for event in found.events] == ["past"] * 3
    words = [found.expressions[event.expression].text for event in found.events]
    assert words == ["February 225", "2024", "June 29, 2019"]


@pytest.mark.parametrize("published", [date(2025, 2, 7), None])
def test_the_slip_is_told_with_both_readings(text: str, published: date | None) -> None:
    event = extract(text, published).events[0]
    (warning,) = event.warnings
    assert warning.code == "year-typo"
    assert [(reading.edtf, reading.note) for reading in warning.readings] == [
        ("2025-02", "one digit missing in the year"),
        ("0225-02", "as written"),
    ]
    assert warning.message == (
        "“225” is read as a slip for 2025: the other dates in this article are 2019 and 2024. "
        "The source stays as written."
    )


def test_each_quote_is_the_full_sentence(text: str) -> None:
    found = extract(text, date(2025, 2, 7))
    quotes = [text[event.quote.start : event.quote.end] for event in found.events]
    assert quotes[0].endswith("in the Oval Office, February 225.")
    assert quotes[1].startswith("Despite this, Pyongyang has continued")
    assert quotes[2].startswith("In an interview with Fox News on June 29, 2019,")
    assert quotes[2].endswith("global stability.")


def test_headlines_are_short_and_in_the_articles_words(text: str) -> None:
    headlines = [event.headline for event in extract(text, date(2025, 2, 7)).events]
    assert headlines == [
        "Donald Trump and Shigeru Ishiba: A Meeting of World Leaders",
        "Pyongyang was testing short-range ballistic missiles, hypersonic weapons, and strategic cruise missiles",
        "Donald Trump discussed his positive relationship with Kim Jong Un",
    ]
    assert all(len(headline.split()) <= 12 for headline in headlines)


def test_later_in_the_oval_office_inherits_no_date(text: str) -> None:
    found = extract(text, date(2025, 2, 7))
    later = text.index("Later in the Oval Office")
    assert all(expression.end <= later for expression in found.expressions if expression.edtf)


def test_blocks_are_told_apart(text: str) -> None:
    assert [block.kind for block in extract(text, None).blocks] == ["title", "caption", "title"] + ["paragraph"] * 4
