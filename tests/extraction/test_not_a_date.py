"""The rule not-a-date: what it takes, and what it must leave alone."""

from __future__ import annotations

import pytest

from tests.extraction.reading import expressions


@pytest.mark.parametrize(
    "text",
    [
        "A Boeing 737 crashed.",
        "World Cup 2022 was held.",
        "Resolution 1973 passed.",
        "It was Highway 1984.",
        "The sun and mon ey.",
        "Some 1999 people left.",
        "Second World War books.",
        "Article 2019 says no.",
        "He said so on “60 Minutes.”",
        "Sat in the sun.",
        "The Companies Act 2006 applies.",
        "Directive 2004/38/EC was repealed.",
        "The Vision 2030 plan failed.",
        "See page 1984 of the report.",
        "Call 555-2019 or 0800 2019 2020.",
        "He lives at 2019 Main Street.",
        "Version 2.10.2019 was out.",
        "Asteroid 2024 YR4 passed.",
        "It cost Rs 2019 or 2019 euros.",
        "The October Revolution began.",
        "The Tuesday Group met, wrote the Friday Times.",
        "Some 1984 of them left.",
        "Super Tuesday and Bloody Sunday are names.",
        "The Good Friday Agreement and the Easter Rising are too.",
        "The Saturday Night Massacre shocked many.",
        "Officers found her 1987 Chevrolet Cavalier.",
        "They look for a blue 1992 Honda sedan.",
        "The thief left in a 2015 Land Rover Discovery.",
    ],
)
def test_keeps_every_rule_out(text: str) -> None:
    assert expressions(text) == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("In 2019 Wall Street fell.", ["2019"]),
        ("The Act passed in 2006 applies.", ["2006"]),
        ("The agreement of 2015 holds.", ["2015"]),
        ("The Sunday World was sold on Sunday.", ["Sunday"]),
        ("In 1998 1999 was far.", ["1998", "1999"]),
        ("The 1973 October War ended.", ["1973"]),
        ("In 1987 Ford Escort sales rose.", ["1987"]),
        ("The 1987 Ford Motor strike ended.", ["1987"]),
        ("The 1996 Toyota recall was costly.", ["1996"]),
        ("The 1997 Lincoln Center gala was grand.", ["1997"]),
        ("By 2019 Nissan Europe was rich.", ["2019"]),
    ],
)
def test_leaves_dates_beside_a_name(text: str, words: list[str]) -> None:
    assert [found.text for found in expressions(text)] == words
