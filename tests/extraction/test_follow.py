"""Which words may follow an opening word for a rule to go on: no rule may be kept from what its pattern matches."""

from __future__ import annotations

import pytest

from timelines.extraction.languages.en import ENGLISH

_TAILS = (
    "",
    "week",
    "year later",
    "quarter",
    "Friday in May",
    "day of June 2019",
    "of this year",
    "of last month",
    "century",
    "June 2019",
    "before",
    "ago",
    "12",
    "and 14 May",
    "morning",
    "few days",
    "future",
)
_FIGURES = {"#1": "3", "#2": "12", "#3": "225", "#4": "2019", "#5": "20019"}
_VOCABULARY = sorted(
    frozenset()
    .union(*ENGLISH.follow.values(), *(pattern.first for pattern in ENGLISH.patterns.values()))
    .union(*(words for rules in ENGLISH.goes_on.values() for words in rules.values()))
    | {"committee"}
)
_ALIKE = {*ENGLISH.words.months, *ENGLISH.words.numbers} - {"may", "june", "jan", "a", "one", "two", "twenty", "six"}
"""Months and numerals that their patterns treat as they do those left."""
_OPENINGS = sorted(set(ENGLISH.goes_on) - _ALIKE)


def _written(key: str) -> list[str]:
    if key in _FIGURES:
        return [_FIGURES[key], f"{_FIGURES[key]}th", f"{_FIGURES[key]}s"]
    return [key.capitalize() if key in ENGLISH.words.months or key in ENGLISH.words.weekdays else key]


@pytest.mark.parametrize("opening", _OPENINGS)
def test_a_rule_goes_on_with_every_word_that_its_pattern_matches(opening: str) -> None:
    start = f"on {_FIGURES.get(opening) or _written(opening)[0]}"
    kept_out = set()
    for name, words in ENGLISH.goes_on[opening].items():
        rule = ENGLISH.patterns[name]
        keys = set(ENGLISH.follow.get(opening, _VOCABULARY)) - words if opening in rule.first else ()
        texts = (f"{start} {word} {tail}" for key in keys for word in _written(key) for tail in _TAILS)
        matches = (rule.pattern.match(text, 3) for text in texts)
        kept_out |= {(name, match.group()) for match in matches if match and match.end() > len(start)}
    assert not kept_out


@pytest.mark.parametrize("figure", ["3", "12", "225", "2019"])
@pytest.mark.parametrize("rest", [".5", ".12", ",200", ".6.2019", ".30"])
def test_a_rule_goes_on_after_a_point_or_comma_where_its_pattern_does(figure: str, rest: str) -> None:
    for name, words in ENGLISH.goes_on[f"#{len(figure)}"].items():
        for tail in _TAILS if "#." not in words else ():
            match = ENGLISH.patterns[name].pattern.match(f"on {figure}{rest} {tail}", 3)
            assert not match or match.end() == 3 + len(figure), (name, match.group())


@pytest.mark.parametrize("opening", _OPENINGS)
def test_a_rule_kept_from_a_word_does_not_match_the_opening_alone(opening: str) -> None:
    for name in ENGLISH.goes_on[opening]:
        rule = ENGLISH.patterns[name]
        if opening in rule.first and opening.isalpha():
            assert not rule.pattern.match(f"on {opening} committee", 3), name
