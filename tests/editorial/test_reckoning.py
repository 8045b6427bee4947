"""The sentence that says from which day a date was counted."""

from __future__ import annotations

from datetime import date

import pytest

from editorial import reckoning
from tests.factories import make_article, make_event, make_expression

pytestmark = pytest.mark.django_db

PUBLISHED = date(2017, 6, 16)


def why(words: str, edtf: str, *, said: str | None = None, published: date | None = PUBLISHED) -> str:
    article = make_article(f"It rained {words}.", published=published)
    expression = make_expression(article, words, said or edtf)
    return reckoning.why(make_event(edtf), expression, article, f"in {words}")


@pytest.mark.parametrize(
    ("words", "edtf", "sentence"),
    [
        ("May", "2017-05", "Published on 16 June 2017, so “in May” is read as May 2017. The day is not given."),
        ("Tuesday", "2017-06-13", "Published on 16 June 2017, so “in Tuesday” is read as 13 June 2017."),
        ("last year", "2016", "Published on 16 June 2017, so “in last year” is read as 2016. The month is not given."),
    ],
)
def test_a_date_counted_from_the_publication_says_so(words: str, edtf: str, sentence: str) -> None:
    assert why(words, edtf) == sentence


@pytest.mark.parametrize(("words", "edtf"), [("June 29, 2019", "2019-06-29"), ("2014", "2014"), ("once", "2017")])
def test_a_date_that_is_named_needs_no_sentence(words: str, edtf: str) -> None:
    assert why(words, edtf) == ""


def test_a_date_counted_from_elsewhere_is_not_explained_by_the_publication() -> None:
    assert why("Tuesday", "2016-03-08") == ""


def test_a_date_that_somebody_changed_is_not_the_source_s() -> None:
    assert why("May", "2017-05-02", said="2017-05") == ""


def test_without_a_publication_day_nothing_was_counted() -> None:
    assert why("May", "2017-05", published=None) == ""
    assert reckoning.why(make_event("2017-05"), None, make_article(published=PUBLISHED), "") == ""
