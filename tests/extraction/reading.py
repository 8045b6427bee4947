"""What the tests of the matchers share: the dates that one rule takes from a sentence."""

from __future__ import annotations

from datetime import date

from timelines.extraction import Expression, extract

PUBLISHED = date(2024, 5, 15)
"""A Wednesday."""


def taken(text: str, rule: str, published: date | None = PUBLISHED) -> list[tuple[str, str]]:
    """The words and the TIMEX3 value of each expression that the rule took, in text order."""
    return [(found.text, found.value) for found in expressions(text, published) if found.rule == rule]


def expressions(text: str, published: date | None = PUBLISHED) -> tuple[Expression, ...]:
    """All expressions of a text."""
    return extract(text, published).expressions
