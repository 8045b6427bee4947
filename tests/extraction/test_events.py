"""Proposals: one a happening, a short headline in the source's words, the full sentence, a status."""

from __future__ import annotations

from datetime import date

import pytest

from timelines.extraction import extract

PUBLISHED = date(2024, 5, 15)


@pytest.mark.parametrize(
    ("text", "headlines"),
    [
        ("A federal court in Oslo fined the bank on Tuesday.", ["A federal court in Oslo fined the bank"]),
        (
            "In an interview with Radio Nord on June 29, 2019, the mayor praised the plan.",
            ["The mayor praised the plan"],
        ),
        ("The bridge was shut in 1992, and in 2004 it was torn down.", ["The bridge was shut", "It was torn down"]),
        ("The firm closed the mine in 2019, police said.", ["The firm closed the mine, police said"]),
        ("He thanked Anna Berg, who resigned in 2017.", ["Anna Berg resigned"]),
        ("The dam, completed in 1974, gave way.", ["The dam was completed"]),
        (
            "Ana Ruiz, who took office in June last year, visited Alba on Monday.",
            ["Ana Ruiz took office", "Ana Ruiz visited Alba"],
        ),
        ("Between 1998 and 2003, three smaller dams failed.", ["Three smaller dams failed"]),
        ("Tuesday's ruling follows two appeals by the state.", ["Ruling follows two appeals by the state"]),
    ],
)
def test_headlines(text: str, headlines: list[str]) -> None:
    assert [event.headline for event in extract(text, PUBLISHED).events] == headlines


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The court fined the bank on Tuesday.", "past"),
        ("The court will hear the appeal on 3 June 2024.", "planned"),
        ("The hearing is scheduled for next Friday.", "planned"),
        ("“We expect growth to resume by mid-2025,” said Jane Doe.", "planned"),
        ("If the vote fails on 3 June 2024, he could resign.", "hypothetical"),
        ("The state could ban petrol cars by 2050.", "hypothetical"),
        ("The plant was planned in 1990 and opened in 1995.", "past"),
    ],
)
def test_status(text: str, status: str) -> None:
    assert {event.status for event in extract(text, PUBLISHED).events} == {status}


@pytest.mark.parametrize(
    "text",
    [
        "Sales were below 2019 levels.",
        "Its 2023 outlook is grim.",
        "Leaders will meet ahead of the 2021 UN Climate Conference.",
        "It was its best 2018 revenue.",
        "The 1990s boom is over.",
        "The work took two weeks.",
        "He is now in hospital.",
    ],
)
def test_no_happening_no_proposal(text: str) -> None:
    assert extract(text, PUBLISHED).events == ()


def test_two_dates_with_clauses_of_their_own_give_two_proposals() -> None:
    text = "The treaty was signed in 1992, but parliament rejected it in 1994."
    events = extract(text, PUBLISHED).events
    assert [(event.edtf, event.headline) for event in events] == [
        ("1992", "The treaty was signed"),
        ("1994", "Parliament rejected it"),
    ]
    assert {text[event.quote.start : event.quote.end] for event in events} == {text}


def test_titles_datelines_and_bylines_propose_nothing() -> None:
    text = "Storm of 3 May 2019 remembered\n\nBy Anna Berg\n\nOSLO, May 7 (NTB) — Rescuers found the boat on Tuesday."
    found = extract(text, date(2024, 5, 8))
    assert [block.kind for block in found.blocks] == ["title", "byline", "dateline", "paragraph"]
    assert [event.edtf for event in found.events] == ["2024-05-07"]


@pytest.mark.parametrize(
    ("text", "headlines"),
    [
        (
            "Work will begin next month and the opening is planned for March 2025.",
            ["Work will begin", "The opening is planned"],
        ),
        ("The first bridge was opened on 3 May 2019, after a fire in 2017.", ["The first bridge was opened", "A fire"]),
        (
            "The bridge, which was built in 1990, was closed in May 2020 and will reopen next year.",
            ["The bridge was built", "The bridge was closed", "The bridge will reopen"],
        ),
        ("He was arrested on Monday, two days after he fled on Saturday.", ["He was arrested", "He fled"]),
        ("Sales rose in 2019 and fell in 2020.", ["Sales rose", "Sales fell"]),
        ("It rose in 2019 and fell in 2020.", ["It rose", "It fell"]),
        ("Police said the fire began in 2019 and ended in 2020.", ["Police said the fire began", "The fire ended"]),
        ("He won in 1994 and 1997.", ["He won", "He won"]),
        ("He resigned in May 2019 and his aide took over the next year.", ["He resigned", "His aide took over"]),
    ],
)
def test_each_of_two_dates_has_its_own_clause(text: str, headlines: list[str]) -> None:
    assert [event.headline for event in extract(text, PUBLISHED).events] == headlines


def test_a_participle_keeps_the_verb_it_needs() -> None:
    text = "The firm was founded in 1990 and sold in 2004."
    assert "The firm sold" not in [event.headline for event in extract(text, PUBLISHED).events]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("“We will meet on Wednesday,” she said.", "planned"),
        ("“We will win,” she said on Wednesday.", "past"),
        ("The council will vote on Wednesday, officials told reporters.", "planned"),
        ("The council met on Wednesday, officials said.", "past"),
    ],
)
def test_who_said_it_does_not_decide_the_day_of_publication(text: str, status: str) -> None:
    (event,) = extract(text, PUBLISHED).events
    assert (event.edtf, event.status) == ("2024-05-15", status)
