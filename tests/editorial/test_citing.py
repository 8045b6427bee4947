"""Words picked in a source become the sentence they stand in, with its date and a headline to begin with."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from editorial import citing
from editorial.citing import Cited
from tests.factories import make_article, make_expression
from timelines.models import Article

pytestmark = pytest.mark.django_db

TEXT = (
    "Bridge to reopen\n\nThe bridge was closed in May 2018 after a barge hit it. Repairs began on 4 March 2019, "
    "and the last girder was set on Tuesday. Nobody was hurt.\n\nThe council will decide on 12 July 2019."
)


@pytest.fixture
def article() -> Article:
    article = make_article(TEXT, published=date(2019, 6, 20))
    make_expression(article, "May 2018", "2018-05")
    make_expression(article, "4 March 2019", "2019-03-04")
    make_expression(article, "Tuesday", "2019-06-18")
    make_expression(article, "12 July 2019", "2019-07-12")
    return article


def around(article: Article, first: str, last: str = "") -> Cited:
    start = TEXT.index(first)
    found = citing.around(article, start, TEXT.index(last or first) + len(last or first))
    assert found is not None
    return found


@pytest.mark.parametrize("words", ["barge", "The bridge was closed", "closed in May 2018 after a barge hit it.", "."])
def test_any_words_of_a_sentence_cite_that_sentence(article: Article, words: str) -> None:
    found = around(article, words)
    assert TEXT[found.start : found.end] == "The bridge was closed in May 2018 after a barge hit it."
    assert (found.date, found.status) == ("May 2018", "past")
    assert "bridge was closed" in found.headline


def test_a_date_inside_the_words_comes_before_others_of_the_sentence(article: Article) -> None:
    assert around(article, "girder was set on Tuesday").date == "18 June 2019"
    assert around(article, "last girder").date == "4 March 2019"


def test_words_of_two_sentences_cite_both(article: Article) -> None:
    found = around(article, "girder", "Nobody")
    assert TEXT[found.start : found.end].startswith("Repairs began")
    assert TEXT[found.start : found.end].endswith("Nobody was hurt.")


def test_a_sentence_without_a_date_offers_none(article: Article) -> None:
    assert around(article, "hurt") == Cited(TEXT.index("Nobody"), TEXT.index("Nobody") + 16, "", "Nobody was hurt")


def test_what_is_announced_is_planned(article: Article) -> None:
    assert around(article, "council").status == "planned"


def test_a_long_sentence_without_a_proposal_is_no_headline(article: Article) -> None:
    assert citing._short("word " * 40) == ""


@pytest.mark.parametrize(("start", "end"), [(5, 5), (9, 3), (-1, 4), (0, len(TEXT) + 1), (16, 18)])
def test_words_that_are_not_there_cite_nothing(article: Article, start: int, end: int) -> None:
    assert citing.around(article, start, end) is None


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, len(TEXT)), st.integers(0, len(TEXT)))
def test_what_is_cited_holds_what_was_picked(article: Article, one: int, other: int) -> None:
    start, end = sorted((one, other))
    found = citing.around(article, start, end)
    if found is None:
        assert not TEXT[start:end].strip()
        return
    picked = TEXT[start:end].strip()
    assert picked in TEXT[found.start : found.end]
    assert TEXT[found.start : found.end] == TEXT[found.start : found.end].strip()
