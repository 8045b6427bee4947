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
    ],
)
def test_keeps_every_rule_out(text: str) -> None:
    assert expressions(text) == ()
