"""A published timeline as a file, the feeds, the sitemap and what robots are told."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import feedparser
import pytest
from django.test import Client

from tests.factories import make_timeline
from tests.timelines.editions import day, entry, make_edition, source
from timelines.exports import FORMATS
from timelines.models import Correction, Entry, Timeline

pytestmark = pytest.mark.django_db

DOORS = ["editions/", "feed.xml", "as-of/2030-01-01/", *(f"files/{name}" for name in FORMATS)]
"""Behind the address of a timeline: everything that tells of it."""


@pytest.mark.parametrize("name", FORMATS)
def test_each_format_is_a_file_of_its_kind(client: Client, name: str) -> None:
    edition = make_edition(entry(1, "2019-05-03", "The council votes"))
    response = client.get(f"/t/{edition.slug}/files/{name}")
    assert response.status_code == 200
    assert response["Content-Type"] == FORMATS[name].media_type
    assert response["Content-Disposition"] == f'attachment; filename="{edition.slug}-{name}"'
    assert response["X-Content-Type-Options"] == "nosniff"
    assert b"The council votes" in response.content
    again = client.get(f"/t/{edition.slug}/files/{name}", headers={"if-none-match": response["ETag"]})
    assert again.status_code == 304


def test_a_format_there_is_none_of_is_not_there(client: Client) -> None:
    assert client.get(f"/t/{make_edition().slug}/files/timeline.exe").status_code == 404


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize("state", [Timeline.State.DRAFT, Timeline.State.RETURNED])
def test_a_draft_is_behind_no_door(client: Client, door: str, state: str) -> None:
    timeline = make_timeline(title="A secret draft", state=state)
    make_edition(entry(1, "2019", "A secret"), timeline=timeline, live=False)
    response = client.get(f"/t/{timeline.slug}/{door}")
    assert response.status_code == 404
    assert b"secret" not in response.content


@pytest.mark.parametrize("door", DOORS)
def test_what_is_not_live_yet_is_behind_no_door(client: Client, door: str) -> None:
    live = make_edition(entry(1, "2019", "The council votes"))
    make_edition(entry(2, "2020", "Not for readers yet"), timeline=live.timeline, live=False)
    response = client.get(f"/t/{live.slug}/{door}")
    assert response.status_code == 200
    assert b"Not for readers yet" not in response.content


def test_a_page_names_its_files(client: Client) -> None:
    edition = make_edition()
    page = client.get(f"/t/{edition.slug}/").content.decode()
    for name in FORMATS:
        assert f"/t/{edition.slug}/files/{name}" in page
    assert f'type="application/atom+xml" title="{edition.title}" href="/t/{edition.slug}/feed.xml"' in page


# --- Feeds ------------------------------------------------------------------------------------------------------


def test_a_changed_event_comes_up_again(client: Client) -> None:
    first, then = datetime(2025, 1, 1, tzinfo=UTC), datetime(2025, 2, 1, tzinfo=UTC)
    timeline = make_timeline(title="The bridge", standfirst="How it came to be.")
    make_edition(entry(1, "2019", "A vote"), entry(2, "2020", "Work begins"), timeline=timeline, published_at=first)
    make_edition(entry(1, "2019-05", "A vote"), entry(2, "2020", "Work begins"), timeline=timeline, published_at=then)
    feed = feedparser.parse(client.get(f"/t/{timeline.slug}/feed.xml").content)
    assert not feed.bozo
    assert (feed.feed.title, feed.feed.subtitle) == ("The bridge", "How it came to be.")
    assert [(one.title, one.updated, one.published) for one in feed.entries] == [
        ("May 2019: A vote", "2025-02-01T00:00:00+00:00", "2025-01-01T00:00:00+00:00"),
        ("2020: Work begins", "2025-01-01T00:00:00+00:00", "2025-01-01T00:00:00+00:00"),
    ]
    assert feed.entries[0].link.endswith(f"/t/{timeline.slug}/#e-1")


def test_a_correction_is_in_the_feed(client: Client) -> None:
    timeline = make_timeline()
    from tests.factories import make_entry

    corrected: Entry = make_entry(timeline)
    edition = make_edition(entry(corrected.pk, "2019", "A vote", source("In 2019.", "2019")), timeline=timeline)
    Correction.objects.create(edition=edition, entry=corrected, text="It was in <March>.")
    feed = feedparser.parse(client.get(f"/t/{timeline.slug}/feed.xml").content)
    assert not feed.bozo
    assert "It was in &lt;March&gt;." in feed.entries[0].summary


def test_the_feed_of_all_names_what_is_published(client: Client) -> None:
    edition = make_edition(content={"title": "The bridge", "standfirst": "How it came to be."})
    make_timeline(title="A secret draft")
    feed = feedparser.parse(client.get("/feed.xml").content)
    assert not feed.bozo
    assert [one.title for one in feed.entries] == ["The bridge"]
    assert feed.entries[0].link.endswith(f"/t/{edition.slug}/")
    assert "How it came to be. 1 event." in feed.entries[0].summary


HOSTILE = ["]]><!--", "&amp;&lt;", "\x0b\x01 and on", "\u202e\ufffe\U0001f6a2", "</entry>"]


@pytest.mark.parametrize("words", HOSTILE)
def test_a_feed_can_be_read_whatever_the_words(client: Client, words: str) -> None:
    rows = entry(1, "2019", f"A vote {words}", source(f"In 2019 {words}", "2019"), description=words)
    edition = make_edition(rows, content={"title": f"The bridge {words}", "standfirst": words, "byline": words})
    for address in (f"/t/{edition.slug}/feed.xml", "/feed.xml"):
        feed = feedparser.parse(client.get(address).content)
        assert not feed.bozo, feed.bozo_exception
        assert len(feed.entries) == 1


# --- Robots -----------------------------------------------------------------------------------------------------


def test_the_sitemap_names_what_is_published_and_nothing_else(client: Client) -> None:
    edition, draft = make_edition(), make_timeline()
    page = client.get("/sitemap.xml").content.decode()
    assert f"<loc>http://testserver/t/{edition.slug}/</loc>" in page
    assert "<lastmod>2025-02-10</lastmod>" in page
    assert draft.slug not in page


def test_robots_are_kept_from_the_desk(client: Client) -> None:
    lines = client.get("/robots.txt").content.decode().splitlines()
    assert "Disallow: /desk/" in lines
    assert lines[-1] == "Sitemap: http://testserver/sitemap.xml"


def test_two_thousand_events_are_written_at_once(client: Client) -> None:
    edition = make_edition(*(entry(i, day(i), f"Event {i}", source("It was.", "was")) for i in range(2000)))
    for name in FORMATS:
        assert client.get(f"/t/{edition.slug}/files/{name}").content.count(b"Event 1999") >= 1
    found = json.loads(client.get(f"/t/{edition.slug}/files/timeline.json").content)
    assert [row["headline"] for row in found["events"]] == [f"Event {i}" for i in range(2000)]
