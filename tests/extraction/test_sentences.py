"""Sentences of the news: abbreviations, initials, quotes, line ends."""

from __future__ import annotations

import pytest

from timelines.extraction import extract


def sentences(text: str) -> list[str]:
    return [text[span.start : span.end] for span in extract(text, None).sentences]


@pytest.mark.parametrize(
    "text",
    [
        "Gen. J. R. Smith met Sen. Brown on Jan. 6 in Washington.",
        "The U.S. Senate met at 5 p.m. in St. Louis, Mo. on Tuesday.",
        "No. 10 said Mr. Blair would go.",
        "Prices rose 3.5 percent to $1.20 a share.",
        "“Who is there?” she asked.",
        "Mr. and Mrs. Smith Jr. left.",
    ],
)
def test_one_sentence(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("He left the U.S. The army stayed.", 2),
        ("In July he was ill. The vote was a miss. Officials wept.", 3),
        ("“It is over.” He left. Nobody spoke!", 3),
        ("It shut at 5 p.m. On Friday it opened.", 2),
        ("Was it so? Yes. (It was.) It ended…", 4),
        ("First line\nSecond line without a stop\nThird.", 3),
    ],
)
def test_more_than_one(text: str, count: int) -> None:
    assert len(sentences(text)) == count


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "The ship that left the harbour\nof Oslo on Monday was found by\nfishermen off the coast, and\n"
        "all of the crew were safe."
    )
    assert sentences(text) == [text]
