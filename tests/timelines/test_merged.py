"""What readers get of entries that were merged: old links, corrections, every source and every date."""

from __future__ import annotations

import pytest
from django.test import Client

from editorial import merging, publishing
from editorial.roles import MODERATORS
from tests.factories import make_article, make_entry, make_timeline, make_user
from tests.timelines.editions import entry, make_edition, source
from timelines.changes import changes
from timelines.content import by_number, read_entries
from timelines.exports.published import published
from timelines.models import Correction, Edition, Entry, Timeline

pytestmark = pytest.mark.django_db


def publish(timeline: Timeline, correction: str = "", about: int | None = None) -> Edition:
    """Submit and publish it as it stands."""
    moderator = make_user(MODERATORS)
    publishing.submit(timeline.pk, moderator)
    timeline.refresh_from_db()
    return publishing.publish(timeline.pk, moderator, revision=timeline.revision, correction=correction, about=about)


def told(timeline: Timeline, words: str, edtf: str, **fields: str) -> Entry:
    """An accepted entry with an article of its own."""
    number = timeline.articles.count()
    article = make_article(
        f"{timeline.title}, {number}: protests began {words}, they say.", timeline=timeline, publisher=f"Paper {number}"
    )
    return make_entry(timeline, edtf, article=article, words=words, headline="Protests begin", **fields)


def test_an_edition_keeps_every_citation_and_the_numbers_of_what_was_merged() -> None:
    timeline = make_timeline()
    one, two, three = (told(timeline, "13 July 2019", "2019-07-13") for _ in range(3))
    merging.merge(timeline.pk, two.pk, [three.pk], make_user())
    merging.merge(timeline.pk, one.pk, [two.pk], make_user())
    [frozen] = publishing.freeze(timeline)["entries"]
    assert (frozen["id"], frozen["merged"]) == (one.pk, [two.pk, three.pk])
    assert [row["publisher"] for row in frozen["sources"]] == ["Paper 0", "Paper 1", "Paper 2"]
    assert "merged" not in publishing.freeze(make_entry().timeline)["entries"][0]


def test_old_links_and_corrections_lead_to_the_event_it_is_part_of_now(client: Client) -> None:
    timeline = make_timeline()
    one, two = told(timeline, "13 July 2019", "2019-07-13"), told(timeline, "10 July 2019", "2019-07-10")
    first = publish(timeline)
    publish(timeline, "The day was wrong.", about=two.pk)
    merging.merge(timeline.pk, one.pk, [two.pk], make_user())
    last = publish(timeline)
    html = client.get(f"/t/{timeline.slug}/").content.decode()
    assert f'<span id="e-{two.pk}"></span>' in html
    assert html.count("The day was wrong.") == 2, "beside the event and at the foot"
    assert f'<a href="#e-{one.pk}"><bdi>Protests begin</bdi></a>' in html
    [note] = published(last, "", corrections=Correction.objects.all()).corrections
    assert note.entry == one.pk
    change = changes(first, last)
    assert change.removed == ()
    assert [row.after.id for row in change.changed] == [one.pk]


def test_a_correction_of_what_is_told_no_more_keeps_its_number() -> None:
    edition = make_edition(entry(7, "2019", "Told"))
    gone = make_entry(edition.timeline)
    note = Correction.objects.create(edition=edition, entry=gone, text="Wrong")
    [noted] = published(edition, "", corrections=[note]).corrections
    assert noted.entry == gone.pk
    assert by_number(read_entries(edition)).keys() == {7}


def test_every_date_and_everybody_who_gives_it_is_on_the_page(client: Client) -> None:
    timeline = make_timeline()
    dates = [("13 July 2019", "2019-07-13"), ("10 July 2019", "2019-07-10"), ("13 July 2019", "2019-07-13")]
    one, two, three = (told(timeline, *date) for date in dates)
    merging.merge(timeline.pk, one.pk, [two.pk, three.pk], make_user())
    publish(timeline)
    html = " ".join(client.get(f"/t/{timeline.slug}/").content.decode().split())
    assert "Sources disagree" in html
    block = html[html.index('class="disagree"') :]
    for words in ("13 July 2019", "10 July 2019", "Paper 0, 7 February 2025", "Paper 1", "so does <bdi>Paper 2"):
        assert words in block


def test_one_article_that_says_it_twice_is_named_once() -> None:
    one = source("On 13 July they met.", "13 July", edtf="2019-07-13")
    edition = make_edition(entry(1, "2019-07-13", "They met", one, one, source("On 10 July.", edtf="2019-07-10")))
    [told_entry] = read_entries(edition)
    assert [account.others for account in told_entry.accounts] == [(), ()]
