"""Finding words in what is published, topics, and all corrections."""

from __future__ import annotations

import pytest
from django.test import Client
from hypothesis import given, settings, strategies as st
from hypothesis.extra.django import TestCase

from editorial import publishing
from editorial.roles import MODERATORS
from tests.factories import make_article, make_entry, make_timeline, make_user
from tests.timelines.editions import day, entry, make_edition, source
from tests.timelines.html import Page, sound
from timelines import search
from timelines.models import Correction, PublishedText, Timeline, Topic

pytestmark = pytest.mark.django_db


def found(words: str) -> list[str]:
    return [row.headline for row in search.find(words)]


def page(client: Client, address: str) -> Page:
    response = client.get(address)
    assert response.status_code == 200
    return sound(response)


# --- Search -----------------------------------------------------------------------------------------------------


@pytest.fixture
def bridge() -> Timeline:
    rows = (
        entry(
            1,
            "2019-05-03",
            "The council votes",
            source("On 3 May the Rat stimmte zu.", "3 May"),
            description="Señor Núñez spoke.",
        ),
        entry(2, "2020", "Work begins at the river"),
    )
    return make_edition(*rows, content={"title": "The bridge", "standfirst": "How it came to be."}).timeline


@pytest.mark.parametrize(
    ("words", "headlines"),
    [
        ("council", ["The council votes"]),
        ("COUNCIL votes", ["The council votes"]),
        ("nunez", ["The council votes"]),
        ("NÚÑEZ", ["The council votes"]),
        ("stimmte", ["The council votes"]),
        ("courier", ["The council votes"]),
        ("riv", ["Work begins at the river"]),
        ("bridge", ["The bridge", "The council votes"]),
        ("council river", []),
        ("coun votes", []),
        ("", []),
        ("?!", []),
        ('council" OR "river', []),
        ("council*", ["The council votes"]),
        ("NOT council", []),
    ],
)
def test_all_words_are_found_whatever_their_accents(bridge: Timeline, words: str, headlines: list[str]) -> None:
    assert sorted(found(words)) == sorted(headlines)


def test_only_the_live_edition_is_found(bridge: Timeline) -> None:
    make_edition(entry(1, "2019", "The mayor decides"), timeline=bridge)
    make_edition(entry(1, "2019", "Not for readers yet"), timeline=bridge, live=False)
    assert found("mayor") == ["The mayor decides"]
    assert found("council") == found("readers") == []


def test_publishing_puts_it_into_the_index_and_a_draft_never() -> None:
    timeline, moderator = make_timeline(title="The bridge"), make_user(role=MODERATORS)
    article = make_article("The council voted on 3 May 2019.", timeline=timeline)
    row = make_entry(timeline, article=article, words="3 May 2019", state="accepted")
    topic = Topic.objects.create(name="Politics", slug="politics")
    timeline.topics.add(topic)
    publishing.submit(timeline.pk, moderator)
    assert found(row.event.headline) == []
    timeline.refresh_from_db()
    edition = publishing.publish(timeline.pk, moderator, revision=timeline.revision)
    assert found(row.event.headline) == [row.event.headline]
    assert list(edition.topics.all()) == [topic]


def test_what_is_live_no_more_is_not_found_even_while_its_rows_are_there(bridge: Timeline) -> None:
    Timeline.objects.filter(pk=bridge.pk).update(live_edition=None, state="draft")
    assert PublishedText.objects.count() == 3
    assert found("council") == []
    search.remove(bridge.pk)
    assert PublishedText.objects.count() == 0


def test_a_result_leads_to_the_event(client: Client, bridge: Timeline) -> None:
    found = page(client, "/search/?q=council")
    assert "1 found." in found.text
    assert "3 May 2019 The council votes The bridge" in found.text
    assert [link["href"] for link in found.all("a") if "#e-" in link.get("href", "")] == [f"/t/{bridge.slug}/#e-1"]
    assert found.all("meta", name="robots")


def test_nothing_found_says_what_to_do(client: Client, bridge: Timeline) -> None:
    assert "Nothing published has all of these words." in page(client, "/search/?q=zeppelin").text
    assert "Nothing published" not in page(client, "/search/").text
    assert page(client, "/search/?q=%00&page=99").text


def test_many_results_come_by_the_page(client: Client) -> None:
    make_edition(*(entry(i, day(i), f"Vote {i}") for i in range(45)))
    assert "Page 1 of 3" in page(client, "/search/?q=vote").text
    last = page(client, "/search/?q=vote&page=3")
    assert len(last.all("li", class_="card")) == 5
    assert [link["href"] for link in last.all("a", rel="prev")] == ["?q=vote&page=2"]


class AnyWords(TestCase):
    """Whatever is typed is no error."""

    @settings(max_examples=60, deadline=None)
    @given(st.text(max_size=60))
    def test_any_words(self, words: str) -> None:
        """Neither database takes a sign of it for its own."""
        assert list(search.find(words)) == []


# --- Topics and corrections -------------------------------------------------------------------------------------


def test_topics_name_what_is_published_alone(client: Client) -> None:
    politics, sport = (Topic.objects.create(name=name, slug=name.lower()) for name in ("Politics", "Sport"))
    edition = make_edition(content={"title": "The bridge"})
    edition.topics.add(politics)
    make_edition(live=False).topics.add(sport)
    text = page(client, "/topics/").text
    assert "1 timeline Politics" in text
    assert "Sport" not in text
    assert "The bridge" in page(client, "/topics/politics/").text
    assert client.get("/topics/sport/").status_code == client.get("/topics/none/").status_code == 404
    [link] = [tag for tag in page(client, f"/t/{edition.slug}/").all("a") if "/topics/politics" in tag["href"]]
    assert link


def test_all_corrections_of_what_is_published(client: Client) -> None:
    live = make_edition(content={"title": "The bridge"})
    Correction.objects.create(edition=live, text="It was in March.")
    later = make_edition(timeline=live.timeline, live=False)
    Correction.objects.create(edition=later, text="Not for readers yet.")
    Correction.objects.create(edition=make_edition(live=False), text="Never published.")
    text = page(client, "/corrections/").text
    assert "The bridge It was in March." in text
    assert "Not for readers yet." not in text
    assert "Never published." not in text


def test_no_corrections_yet(client: Client) -> None:
    assert "Nothing had to be put right so far." in page(client, "/corrections/").text
