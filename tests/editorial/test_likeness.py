"""Likeness of statements: measured on pairs, and the rules that dates and opposites make."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, strategies as st

from bench.likeness import SETS, ask, measured, statement
from editorial.alike_words import opposed, words
from editorial.likeness import CLOSE, MOST, Known, Statement, best, compatible, same_happening, score
from tests.editorial.likeness_pairs import DIFFERENT, LATER_DIFFERENT, LATER_SAME, SAME
from timelines.extraction import bounds


def said(headline: str, edtf: str = "2019-06-29", mod: str = "", sentence: str = "", **fields: bool) -> Statement:
    """A statement of that date."""
    days = bounds(edtf, mod or None)
    return Statement(headline, sentence, edtf, mod, days.earliest, days.latest, **fields)


def test_there_are_pairs_enough() -> None:
    assert len(SAME) + len(DIFFERENT) >= 60
    assert len(LATER_SAME) + len(LATER_DIFFERENT) >= 30
    assert len(set(SAME)) == len(SAME)


@pytest.mark.parametrize(
    ("name", "precision", "recall"),
    [("thresholds chosen on", 0.95, 0.95), ("only measured", 0.95, 0.9), ("written afterwards", 0.95, 0.6)],
)
def test_a_question_is_nearly_always_right(name: str, precision: float, recall: float) -> None:
    same, other = next((same, other) for label, same, other in SETS if label == name)
    found = measured(same, other, ask)
    assert found[0] >= precision
    assert found[1] >= recall


@pytest.mark.parametrize(
    ("one", "other", "fits"),
    [
        ("2019-06-29", "2019-06-29", True),
        ("2019-06-29", "2019-06", True),
        ("2019-06-29", "2019", True),
        ("2019-06-29", "2019-06-30", False),
        ("2019-06", "2019-07", False),
        ("2019-06-29", "201X", False),
        ("201X", "201X", True),
        ("2019-06-29", "2019-01/..", False),
        ("2019-01/..", "2019-01/..", True),
    ],
)
def test_dates_have_to_fit(one: str, other: str, fits: bool) -> None:
    a, b = said("Ana Belmar quit", one), said("Ana Belmar quit", other)
    assert compatible(a, b) is compatible(b, a) is fits
    assert (same_happening(a, b) > 0) is fits


def test_a_part_of_a_year_is_not_another_part() -> None:
    early, late = said("Ana Belmar quit", "2019", "START"), said("Ana Belmar quit", "2019", "END")
    assert not compatible(early, late)


def test_where_the_dates_differ_the_words_must_be_closer() -> None:
    one, other = said("Mayor Ana Belmar closed the bridge of Oran"), said("Mayor Ana Belmar shut the port of Oran")
    assert 0.68 <= score(one, other) < 0.83
    assert same_happening(one, other)
    month = bounds("2019-06")
    vague = replace(other, edtf="2019-06", earliest=month.earliest, latest=month.latest)
    assert not same_happening(one, vague)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The council opened the old harbour bridge", "The council closed the old harbour bridge"),
        ("The court convicted banker Halas of fraud", "The court acquitted banker Halas of fraud"),
        ("The Senate approved the pension reform bill", "The Senate rejected the pension reform bill"),
    ],
)
def test_opposites_are_never_the_same(one: str, other: str) -> None:
    assert opposed(words(one), words(other))
    assert score(said(one), said(other)) >= CLOSE, "by the words alone they would be taken for the same"
    assert not same_happening(said(one), said(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [("Rosselló resigned", "Rossello quit"), ("34 people were hurt", "thirty people injured, four killed: 34")],
)
def test_accents_and_synonyms_are_no_difference(one: str, other: str) -> None:
    assert score(said(one), said(other)) > 0.68


def test_words_of_dates_and_small_words_do_not_count() -> None:
    assert [word.text for word in words("On Monday the 3 mayors of Oran met in May, 't was said")] == [
        "3",
        "mayors",
        "oran",
        "met",
    ]


def test_of_equals_the_preferred_one_is_best_then_the_first() -> None:
    asked = said("Ana Belmar quit")
    rows = [(3, said("Ana Belmar quit")), (1, said("Ana Belmar quit")), (7, said("Ana Belmar quit", preferred=True))]
    assert best(asked, rows) == 7
    assert best(asked, rows[:2]) == 1
    assert best(asked, [(1, said("The dam broke"))]) is None
    assert best(asked, []) is None


def test_only_a_few_are_weighed() -> None:
    known = Known({number: said(f"Mayor Ana Belmar quit {number}") for number in range(200)})
    near = known.shortlist(said("Mayor Ana Belmar quit 150"))
    assert len(near) == MOST
    assert near[0] == 150
    assert known.shortlist(said("Something else entirely")) == []
    assert Known({}).shortlist(said("Mayor")) == []


TEXT = st.text(alphabet=st.characters(codec="utf-8"), max_size=80)


@given(TEXT, TEXT)
def test_any_text_gets_a_score_both_ways_alike(one: str, other: str) -> None:
    a, b = said(one, sentence=other), said(other)
    assert 0 <= score(a, b) <= 1
    assert score(a, b) == pytest.approx(score(b, a))


@given(TEXT.filter(lambda text: bool(words(text))))
def test_a_statement_is_like_itself(text: str) -> None:
    one = Statement(text, "", "2019-06-29", "", date(2019, 6, 29), date(2019, 6, 29))
    assert score(one, one) == pytest.approx(1)


@pytest.mark.parametrize(
    ("one", "other", "asks"),
    [
        (
            "Work on the new flood wall began in March 2022.",
            "Building of the flood wall started in spring 2022.",
            True,
        ),
        ("In January 2024 Storm Freya hit the town.", "Storm Freya hit Ashbourne on 5 January 2024.", True),
        ("Storm Freya hit the town in January 2024.", "Storm Freya struck the town on 5 January 2024.", True),
        ("In January 2024 Storm Freya hit the town.", "Storm Freya hit Ashbourne on 5 February 2024.", False),
        (
            "Work on the new flood wall began in March 2022.",
            "Building of the swimming pool started in spring 2022.",
            False,
        ),
        ("In January 2024 Storm Freya hit the town.", "Storm Freya was named on 4 January 2024.", False),
        ("Work on the flood wall began in March 2022.", "Work on the flood wall ended in spring 2022.", False),
    ],
)
def test_a_date_inside_the_other_is_asked_about_where_the_happening_is_the_same(
    one: str, other: str, asks: bool
) -> None:
    assert ask(statement(one), statement(other)) is asks
