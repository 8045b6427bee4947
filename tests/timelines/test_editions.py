"""All Editions with what changed in each, and what was known on a day."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client

from tests.factories import make_timeline
from tests.timelines.editions import entry, make_edition, source
from tests.timelines.html import Page, sound
from timelines.changes import changes, lives
from timelines.models import Correction, Edition, Timeline

pytestmark = pytest.mark.django_db

VOTE, WORK, OPENING = entry(1, "2019", "A vote"), entry(2, "2020", "Work begins"), entry(3, "2021-06", "It opens")


def at(day: int) -> datetime:
    return datetime(2025, 2, day, 12, tzinfo=UTC)


def three(**fields: Any) -> Timeline:
    """Published three times: first two events, then one date put right and one added, then one taken out."""
    timeline = make_timeline(**fields)
    make_edition(VOTE, WORK, timeline=timeline, published_at=at(1))
    make_edition(VOTE | {"edtf": "2019-05"}, WORK, OPENING, timeline=timeline, published_at=at(3))
    make_edition(VOTE | {"edtf": "2019-05"}, OPENING, timeline=timeline, published_at=at(5))
    return timeline


def page(client: Client, address: str) -> Page:
    response = client.get(address)
    assert response.status_code == 200
    return sound(response)


# --- What changed -----------------------------------------------------------------------------------------------


def test_each_edition_says_what_it_changed(client: Client) -> None:
    timeline = three(title="The bridge")
    text = page(client, f"/t/{timeline.slug}/editions/").text
    assert "1 event added, 1 date changed" in text
    assert "May 2019 A vote: date (was 2019)" in text
    assert "1 event taken out" in text
    assert "First published" in text
    assert text.index("1 event taken out") < text.index("1 event added") < text.index("First published")


def test_a_correction_stands_with_its_edition(client: Client) -> None:
    timeline = three()
    Correction.objects.create(edition=timeline.editions.get(number=2), text="It was in May.")
    text = page(client, f"/t/{timeline.slug}/editions/").text
    assert text.index("1 event taken out") < text.index("It was in May.") < text.index("First published")


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ([VOTE], [VOTE], "nothing changed for readers"),
        ([VOTE], [VOTE | {"headline": "A close vote"}], "1 event reworded"),
        ([VOTE], [VOTE | {"mod": "START"}], "1 date changed"),
        ([VOTE], [VOTE | {"sources": [source("In 2019.", "2019")]}], "1 event reworded"),
        ([VOTE, WORK], [WORK, VOTE], "order changed"),
        ([VOTE], [WORK], "1 event added, 1 event taken out"),
    ],
)
def test_changes_in_words(before: list[Any], after: list[Any], words: str) -> None:
    old, new = (Edition(title="A", content={"title": "A", "entries": rows}) for rows in (before, after))
    assert changes(old, new).words == words


def test_words_above_the_events_count_too() -> None:
    old, new = (Edition(title="A", content={"title": "A", "standfirst": text, "entries": [VOTE]}) for text in "ab")
    assert changes(old, new).words == "standfirst changed"


def test_when_an_event_came_and_last_changed() -> None:
    found = lives(list(three().editions.order_by("number")))
    assert set(found) == {1, 3}
    assert (found[1].first, found[1].last) == (at(1), at(3))
    assert (found[3].first, found[3].last) == (at(3), at(3))


# --- What was known on a day ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "seen", "unseen"),
    [
        (1, "2019", "May 2019"),
        (2, "2019", "It opens"),
        (3, "It opens", "2019 2019 A vote"),
        (5, "It opens", "Work begins"),
    ],
)
def test_what_readers_were_shown_that_day(client: Client, day: int, seen: str, unseen: str) -> None:
    timeline = three()
    found = page(client, f"/t/{timeline.slug}/as-of/2025-02-0{day}/")
    assert seen in found.text
    assert unseen not in found.text
    assert f"What was known here on {day} February 2025" in found.text
    assert found.all("meta", name="robots") == [{"name": "robots", "content": "noindex"}]
    assert [link["href"] for link in found.all("link", rel="canonical")] == [f"http://testserver/t/{timeline.slug}/"]


@pytest.mark.parametrize("day", ["2025-01-31", "2025-02-30", "0000-01-01", "9999-12-31x", "9999-13-01"])
def test_a_day_before_the_first_edition_or_none_at_all_is_not_there(client: Client, day: str) -> None:
    assert client.get(f"/t/{three().slug}/as-of/{day}/").status_code == 404


def test_the_end_of_time_is_a_day(client: Client) -> None:
    assert client.get(f"/t/{three().slug}/as-of/9999-12-30/").status_code == 200
    assert client.get(f"/t/{three().slug}/as-of/9999-12-31/").status_code == 404


def test_a_later_correction_was_not_known_then(client: Client) -> None:
    timeline = three()
    Correction.objects.create(edition=timeline.editions.get(number=3), text="There was no work.")
    assert "There was no work." not in page(client, f"/t/{timeline.slug}/as-of/2025-02-03/").text
    assert "There was no work." in page(client, f"/t/{timeline.slug}/as-of/2025-02-05/").text


def test_the_form_leads_to_the_day(client: Client) -> None:
    timeline = three()
    response = client.get(f"/t/{timeline.slug}/as-of/", {"day": "2025-02-03"})
    assert response["Location"] == f"/t/{timeline.slug}/as-of/2025-02-03/"
    assert client.get(f"/t/{timeline.slug}/as-of/", {"day": "soon"}).status_code == 404
