"""The page of every sentence that a timeline's dates rest on, and the long timelines that leave theirs to it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests.timelines.editions import PUBLISHED_AT, day, entry, make_edition, source
from tests.timelines.html import Page, sound
from timelines.models import Edition
from timelines.pages import LONG

pytestmark = pytest.mark.django_db


def story(events: int) -> Edition:
    """An Edition of so many events, each resting on one sentence."""
    return make_edition(*[entry(n, day(n), f"Event {n}", source(f"It was then, {n}.", "then")) for n in range(events)])


def show(client: Client, path: str) -> Page:
    """The page, which must be sound."""
    response = client.get(path)
    assert response.status_code == 200
    return sound(response)


def test_every_event_with_its_sentences(client: Client) -> None:
    edition = make_edition(
        entry(1, "2019-06-29", "It votes", source("On 29 June.", "29 June", note="As amended."), source("Later.")),
        entry(2, "2020", "Typed in by hand"),
        entry(3, "2021~", "It opens", source("About 2021 it opened.", "About 2021"), merged=[9]),
    )
    page = show(client, f"/t/{edition.slug}/sources/")
    assert "29 June 2019 It votes “On 29 June.” The Courier, Council votes on the bridge, 4 May 2019." in page.text
    assert "As amended. “Later.”" in page.text
    assert len(page.all("mark")) == 2
    assert [found["href"] for found in page.all("a") if "#e-" in found["href"]] == [
        f"/t/{edition.slug}/#e-1", f"/t/{edition.slug}/#e-3",
    ]  # fmt: skip
    assert {"e-1", "e-3", "e-9"} <= {attributes.get("id") for _, attributes in page.tags}
    assert "Typed in by hand" not in page.text
    assert page.all("meta", name="robots") == [{"name": "robots", "content": "noindex"}]


def test_without_any_source_it_says_so(client: Client) -> None:
    page = show(client, f"/t/{make_edition(entry(1, '2019', 'The council votes')).slug}/sources/")
    assert "No article is cited." in page.text
    assert page.all("ol") == []


def test_drafts_have_none(client: Client) -> None:
    edition = make_edition(live=False)
    assert client.get(f"/t/{edition.slug}/sources/").status_code == 404


def test_markup_in_a_sentence_is_text(client: Client) -> None:
    edition = make_edition(entry(1, "2019", "<b>It</b>", source("<script>alert(1)</script> then", "then")))
    page = show(client, f"/t/{edition.slug}/sources/")
    assert "<script>alert(1)</script>" in page.text


def test_few_queries_whatever_its_length(client: Client, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    edition = story(50)
    with django_assert_max_num_queries(3):
        client.get(f"/t/{edition.slug}/sources/")


def test_up_to_the_limit_the_sentences_stand_in_the_page(client: Client) -> None:
    edition = story(LONG)
    page = show(client, f"/t/{edition.slug}/")
    assert len(page.all("details", class_="sources")) == LONG
    assert "“It was then, 7.”" in page.text
    assert page.all("a", class_="sources__far") == []


def test_beyond_it_each_event_links_to_its_own(client: Client) -> None:
    edition = story(LONG + 1)
    page = show(client, f"/t/{edition.slug}/")
    links = page.all("a", class_="sources__far")
    assert [link["href"] for link in links] == [f"/t/{edition.slug}/sources/#e-{n}" for n in range(LONG + 1)]
    assert "1 source: The Courier, 4 May 2019" in page.text
    assert "It was then, 7." not in page.text
    assert f"The sentences that gave the dates: http://testserver/t/{edition.slug}/sources/" in page.text
    there = {attributes.get("id") for _, attributes in show(client, links[0]["href"].partition("#")[0]).tags}
    assert {link["href"].partition("#")[2] for link in links} <= there


@pytest.mark.parametrize(("query", "far"), [("?order=newest", LONG + 1), ("?q=event+7", 0), ("?from=1999", LONG + 1)])
def test_what_is_shown_counts_not_what_there_is(client: Client, query: str, far: int) -> None:
    page = show(client, f"/t/{story(LONG + 1).slug}/{query}")
    assert len(page.all("a", class_="sources__far")) == far
    assert bool(page.all("details", class_="sources")) is not bool(far)


def test_what_was_known_on_a_day_keeps_its_own_sentences(client: Client) -> None:
    edition = story(LONG + 1)
    make_edition(entry(1, "2020", "News"), timeline=edition.timeline, published_at=PUBLISHED_AT + timedelta(9))
    page = show(client, f"/t/{edition.slug}/as-of/{PUBLISHED_AT:%Y-%m-%d}/")
    assert len(page.all("details", class_="sources")) == LONG + 1
