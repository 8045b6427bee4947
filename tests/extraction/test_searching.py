"""Languages without rules of their own are read by dateparser's search, marked as such."""

from __future__ import annotations

from datetime import date

from timelines.extraction import extract

FRENCH = "Le président est arrivé à Paris le 3 mai 2019. Il repart mardi. La réunion de juin 2018, en 2017, a échoué."
PUBLISHED = date(2019, 5, 8)


def test_precision_is_that_of_the_words() -> None:
    found = extract(FRENCH, PUBLISHED, "fr")
    assert found.language == "fr"
    assert {expression.rule for expression in found.expressions} == {"dateparser-search"}
    assert [expression.edtf for expression in found.expressions] == ["2019-05-03", "2019-05-07", "2018-06", "2017"]
    for expression in found.expressions:
        assert FRENCH[expression.start : expression.end] == expression.text


def test_relative_dates_need_the_publication_day() -> None:
    found = extract("Il repart mardi. Il est venu le 3 mai 2019.", None, "fr")
    assert [(e.edtf, [w.code for w in e.warnings]) for e in found.expressions] == [
        (None, ["no-reference-date"]),
        ("2019-05-03", []),
    ]
    assert [event.edtf for event in found.events] == ["2019-05-03"]


def test_proposals_quote_the_sentence() -> None:
    event = extract(FRENCH, PUBLISHED, "fr").events[0]
    assert event.headline == "Le président est arrivé à Paris"
    assert FRENCH[event.quote.start : event.quote.end] == "Le président est arrivé à Paris le 3 mai 2019."


def test_an_unknown_language_is_said_to_be_unknown() -> None:
    found = extract("Il repart le 3 mai 2019.", PUBLISHED, "qq")
    assert found.expressions == ()
    assert "“qq”" in found.notes[0]


def test_english_with_its_country_is_english() -> None:
    assert extract("It fell on 3 May 2019.", PUBLISHED, "en-GB").expressions[0].rule == "day-month"
