"""What all formats have in common: no date grows more exact, any words come back, and the documentation names them."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.conf import settings as django_settings
from hypothesis import given, settings, strategies as st
from icalendar import Calendar

from tests.timelines.editions import day, entry
from tests.timelines.exports.sample import DATES, sample
from timelines.exports import FORMATS
from timelines.wording import date_words

VAGUE = [number for number, (edtf, mod) in DATES.items() if mod or len(edtf) != 10]
NO_DAY = {"timeline.ics": {12}}
"""What a calendar has no day for is left out of it, and nothing else is left out of anything."""


def events(*entries: dict[str, Any]) -> list[Any]:
    """The events of a calendar of these entries, as a program reads them."""
    return list(Calendar.from_ical(FORMATS["timeline.ics"].write(sample(*entries))).walk("VEVENT"))


@pytest.mark.parametrize("number", VAGUE)
@pytest.mark.parametrize("name", FORMATS)
def test_a_vague_date_is_said_to_be_vague(name: str, number: int) -> None:
    edtf, mod = DATES[number]
    written = FORMATS[name].write(sample(entry(number, edtf, "A vote", mod=mod))).decode("utf-8-sig")
    text = written.replace("\r\n ", "")  # calendars fold their lines
    if number in NO_DAY.get(name, ()):
        assert "A vote" not in text
        return
    words = date_words(edtf, mod)
    assert words in text or words[:1].upper() + words[1:] in text or json.dumps(words)[1:-1] in text, text


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1, max_size=200))
def test_a_calendar_gives_any_words_back(words: str) -> None:
    words = words.strip() or "A vote"
    [event] = events(entry(1, "2019-05-03", words))
    assert str(event["summary"]) == words


def test_a_calendar_of_two_thousand_events_reads_back_to_all_of_them() -> None:
    rows = [entry(number, day(number), f"Event {number}") for number in range(2000)]
    found = events(*rows)
    assert [event["dtstart"].dt.isoformat() for event in found] == [row["edtf"] for row in rows]
    assert len({str(event["uid"]) for event in found}) == 2000


def test_the_documentation_tells_of_every_format() -> None:
    text = (django_settings.BASE_DIR / "docs" / "formats.md").read_text(encoding="utf-8")
    assert [name for name in FORMATS if f"| `{name}`" not in text] == []
