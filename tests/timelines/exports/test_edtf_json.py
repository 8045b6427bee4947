"""Dateline's own JSON."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest

from tests.timelines.editions import entry, source
from tests.timelines.exports.sample import DATES, sample, with_correction
from timelines.exports.edtf_json import SCHEMA, write
from timelines.exports.published import Published


def read(timeline: Published) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(write(timeline))
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker()).validate(found)
    return found


def test_it_is_what_its_schema_says_and_every_date_is_as_it_was() -> None:
    events = read(sample())["events"]
    assert [(event["edtf"], event["mod"]) for event in events] == list(DATES.values())
    assert events[3]["date"] == "early 2024"
    assert events[0]["url"] == "https://news.example/t/the-bridge/#e-1"


def test_sources_that_disagree_are_said_to() -> None:
    apart = [
        source("On 3 May.", "3 May", edtf="2019-05-03"),
        source("On 4 May.", "4 May", edtf="2019-05-04", article=2),
    ]
    [event] = read(sample(entry(1, "2019-05-03", "A", *apart)))["events"]
    assert event["sources_disagree"] is True
    assert [row["words"] for row in event["sources"]] == ["3 May", "4 May"]


def test_a_correction_names_its_event() -> None:
    found = read(with_correction(sample(), "It was in March.", 3))
    assert found["corrections"] == [{"date": "2025-02-10", "text": "It was in March.", "event": 3}]


@pytest.mark.parametrize("text", ["</script><script>", "a\u2028b", "“ñ”", "\x00"])
def test_any_words_come_back_whole(text: str) -> None:
    [event] = read(sample(entry(1, "2019", text)))["events"]
    assert event["headline"] == text
