"""The rule part-of-day: what it takes, and what it must leave alone."""

from __future__ import annotations

import pytest

from tests.extraction.reading import taken


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He left this morning.", [("this morning", "2024-05-15TMO")]),
        ("Shots were fired last night.", [("last night", "2024-05-14TNI")]),
        ("He was held in an early morning raid.", [("an early morning raid", "2024-05-15TMO")]),
        ("That evening they met.", [("That evening", "2024-05-15TEV")]),
        ("It rained overnight.", [("overnight", "2024-05-15TNI")]),
        ("At dawn the tanks moved in.", [("dawn", "2024-05-15TMO")]),
        ("By nightfall, it was over.", [("nightfall", "2024-05-15TNI")]),
        ("By early morning, it was over.", [("early morning", "2024-05-15TMO")]),
    ],
)
def test_takes(text: str, found: list[tuple[str, str]]) -> None:
    assert taken(text, "part-of-day") == found


@pytest.mark.parametrize(
    "text",
    [
        "Good morning to all.",
        "The Evening Standard said.",
        "Night falls fast.",
        "A night owl.",
        "He was held in a pre-dawn raid.",
        "The morning after pill.",
        "Evening dress is worn.",
        "The night sky.",
        "It was at the dawn of an era.",
        "They work from dawn to dusk.",
        "Dawn broke over the bay.",
        "He left after Dawn and Eve.",
        "Early morning trading was slow.",
    ],
)
def test_leaves_alone(text: str) -> None:
    assert taken(text, "part-of-day") == []
