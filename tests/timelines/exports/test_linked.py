"""JSON-LD."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.timelines.editions import entry, source
from tests.timelines.exports.sample import sample, with_correction
from timelines.exports.linked import write
from timelines.exports.published import Published


def graph(timeline: Published) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(write(timeline))
    return found


def items(timeline: Published) -> list[dict[str, Any]]:
    return [row["item"] for row in graph(timeline)["mainEntity"]["itemListElement"]]


@pytest.mark.parametrize(
    ("edtf", "mod", "start", "end"),
    [
        ("2019-05-03", None, "2019-05-03", None),
        ("2019-05", None, "2019-05", None),
        ("2019", None, "2019", None),
        ("2019-05/2019-07", None, "2019-05", "2019-07"),
        ("2019-07/..", None, "2019-07", None),
        ("2022-01~", None, None, None),
        ("199X", None, None, None),
        ("2024", "START", None, None),
        ("2018", "BEFORE", None, None),
    ],
)
def test_no_date_is_made_up(edtf: str, mod: str | None, start: str | None, end: str | None) -> None:
    [item] = items(sample(entry(1, edtf, "A vote", mod=mod)))
    assert (item.get("startDate"), item.get("endDate")) == (start, end)
    assert item["temporalCoverage"] == edtf


def test_an_event_names_the_articles_it_rests_on() -> None:
    [item] = items(sample(entry(1, "2019", "A vote", source("In 2019.", "2019"))))
    [article] = item["subjectOf"]
    assert article["@type"] == "NewsArticle"
    assert article["url"] == "https://courier.example/bridge"
    assert article["publisher"]["name"] == "The Courier"
    assert article["text"] == "In 2019."


def test_a_correction_is_a_correction_comment() -> None:
    [note] = graph(with_correction(sample(), "It was in March.", 3))["correction"]
    assert note["@type"] == "CorrectionComment"
    assert note["about"] == {"@id": "https://news.example/t/the-bridge/#e-3"}


def test_what_is_not_known_is_not_there() -> None:
    found = graph(sample(entry(1, "2019", "A vote")))
    assert not {"author", "description", "correction"} & set(found)
    assert "subjectOf" not in items(sample(entry(1, "2019", "A vote")))[0]
