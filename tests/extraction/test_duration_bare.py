"""The rule duration-bare: what it takes, and what it must leave alone."""

from __future__ import annotations

import pytest

from tests.extraction.reading import taken


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It went on for weeks.", [("weeks", "PXW")]),
        ("In recent months it fell.", [("recent months", "PXM")]),
        ("The coming years are hard.", [("The coming years", "PXY")]),
        ("For weeks it went on.", [("weeks", "PXW")]),
        ("They spoke in the early years.", [("the early years", "PXY")]),
        ("It rained over the following days.", [("the following days", "PXD")]),
        ("It fell in the intervening months.", [("the intervening months", "PXM")]),
        ("In the years that followed, they fought.", [("the years", "PXY")]),
        ("Over the years many left.", [("the years", "PXY")]),
        ("Years of neglect brought it down.", [("Years", "PXY")]),
        ("The deal follows months of talks.", [("months", "PXM")]),
    ],
)
def test_takes(text: str, found: list[tuple[str, str]]) -> None:
    assert taken(text, "duration-bare") == found


@pytest.mark.parametrize(
    "text",
    [
        "The days of old.",
        "Days are long.",
        "Years and years.",
        "Happy days.",
        "Months matter.",
        "Weeks come and go.",
        "The minutes of the meeting.",
        "Police came in the early hours.",
        "In the early hours of Friday it rained.",
        "It is a matter of days, he said.",
        "It was over in a matter of weeks.",
        "The years were kind to him.",
        "The days of empire are gone.",
        "His years of plenty ended.",
        "These are days of the dead.",
        "The years that he lost were many.",
        "They argued over the years of the king's reign.",
        "The following day it rained.",
        "The final year was hard.",
    ],
)
def test_leaves_alone(text: str) -> None:
    assert taken(text, "duration-bare") == []
