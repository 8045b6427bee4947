"""Submit, return, publish: what is frozen, and what may not happen to it."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import IntegrityError, transaction

from editorial import publishing, review
from editorial.errors import Refused
from tests.factories import make_article, make_entry, make_timeline, make_user
from timelines.models import Correction, Edition, Entry, Timeline

pytestmark = pytest.mark.django_db

SENTENCE = "The bridge was opened in early 2019, said the mayor."


def story() -> tuple[Timeline, Entry]:
    """A draft with one accepted entry that rests on one sentence."""
    timeline = make_timeline(title="Bridges", standfirst="Three of them.", byline="the City desk")
    article = make_article(
        SENTENCE, timeline=timeline, publisher="The River", title="Opened", url="https://example.org/a"
    )
    entry = make_entry(timeline, "2019", article=article, words="2019", headline="The bridge opens", mod="START")
    expression = article.expressions.get()
    expression.mod = "START"
    expression.save()
    citation = entry.event.citations.get()
    citation.start, citation.end = 0, len(SENTENCE)
    citation.save()
    return timeline, entry


def publish(timeline: Timeline, **fields: Any) -> Edition:
    publishing.submit(timeline.pk, make_user())
    timeline.refresh_from_db()
    return publishing.publish(timeline.pk, make_user("moderators"), revision=timeline.revision, **fields)


def test_an_edition_holds_what_its_documentation_says() -> None:
    timeline, entry = story()
    edition = publish(timeline)
    assert edition.content == {
        "schema": 1,
        "title": "Bridges",
        "standfirst": "Three of them.",
        "byline": "the City desk",
        "entries": [
            {
                "id": entry.pk,
                "edtf": "2019",
                "mod": "START",
                "earliest": "2019-01-01",
                "latest": "2019-12-31",
                "headline": "The bridge opens",
                "description": "",
                "status": "past",
                "sources": [
                    {
                        "article": entry.event.citations.get().article_id,
                        "title": "Opened",
                        "publisher": "The River",
                        "published": "2025-02-07",
                        "url": "https://example.org/a",
                        "quote": SENTENCE,
                        "mark": {"start": SENTENCE.index("2019"), "end": SENTENCE.index("2019") + 4},
                        "words": "2019",
                        "edtf": "2019",
                        "mod": "START",
                        "note": "",
                    }
                ],
            }
        ],
    }


def test_only_accepted_entries_are_published_in_their_order() -> None:
    timeline, entry = story()
    make_entry(timeline, "2020", state="proposed")
    make_entry(timeline, "2021", state="rejected")
    later = make_entry(timeline, "2022")
    assert [row["id"] for row in publish(timeline).content["entries"]] == [entry.pk, later.pk]


def test_later_edits_leave_an_edition_as_it_was() -> None:
    timeline, entry = story()
    edition = publish(timeline)
    review.reject(entry.pk, make_user())
    edition.refresh_from_db()
    assert [row["id"] for row in edition.content["entries"]] == [entry.pk]
    assert Edition.objects.published().get() == edition


def test_an_edition_is_neither_changed_nor_deleted() -> None:
    edition = publish(story()[0])
    edition.title = "Another"
    with pytest.raises(TypeError):
        edition.save()
    with pytest.raises(TypeError):
        edition.delete()


def test_a_draft_and_a_submission_are_not_public() -> None:
    timeline, _entry = story()
    publishing.submit(timeline.pk, make_user())
    assert not Edition.objects.published().exists()


def test_an_edit_since_the_moderator_read_it_stops_the_publication() -> None:
    timeline, _entry = story()
    publishing.submit(timeline.pk, make_user())
    timeline.refresh_from_db()
    read = timeline.revision
    review.reject(make_entry(timeline, "2020").pk, make_user())
    with pytest.raises(Refused, match="changed since"):
        publishing.publish(timeline.pk, make_user("moderators"), revision=read)
    assert not Edition.objects.exists()


def test_only_what_is_submitted_is_published_or_returned() -> None:
    timeline, _entry = story()
    moderator = make_user("moderators")
    for attempt in (
        lambda: publishing.publish(timeline.pk, moderator, revision=timeline.revision),
        lambda: publishing.give_back(timeline.pk, moderator, "Not yet."),
        lambda: publishing.withdraw_submission(timeline.pk, moderator),
    ):
        with pytest.raises(Refused, match="not waiting"):
            attempt()


def test_nothing_accepted_nothing_submitted() -> None:
    timeline = make_timeline()
    make_entry(timeline, state="proposed")
    with pytest.raises(Refused, match="no accepted entry"):
        publishing.submit(timeline.pk, make_user())
    timeline.refresh_from_db()
    assert timeline.state == "draft"


def test_a_timeline_is_submitted_once() -> None:
    timeline, _entry = story()
    publishing.submit(timeline.pk, make_user())
    with pytest.raises(Refused, match="already"):
        publishing.submit(timeline.pk, make_user())


def test_a_return_says_why_and_leaves_the_live_edition() -> None:
    timeline, _entry = story()
    edition = publish(timeline)
    publishing.submit(timeline.pk, make_user())
    with pytest.raises(Refused, match="Write a note"):
        publishing.give_back(timeline.pk, make_user("moderators"), "  ")
    publishing.give_back(timeline.pk, make_user("moderators"), "Which bridge?")
    timeline.refresh_from_db()
    assert (timeline.state, timeline.note, timeline.live_edition) == ("returned", "Which bridge?", edition)


def test_a_submission_taken_back_is_what_it_was_before() -> None:
    timeline, _entry = story()
    publishing.submit(timeline.pk, make_user())
    assert publishing.withdraw_submission(timeline.pk, make_user()).state == "draft"
    publish(timeline)
    publishing.submit(timeline.pk, make_user())
    assert publishing.withdraw_submission(timeline.pk, make_user()).state == "published"


def test_editions_are_numbered_and_the_last_is_live() -> None:
    timeline, entry = story()
    publish(timeline)
    second = publish(timeline, correction="Edition 1 named the wrong bridge.", about=entry.pk)
    assert (second.number, Edition.objects.published().get()) == (2, second)
    correction = Correction.objects.get()
    assert (correction.edition, correction.entry) == (second, entry)


def test_a_correction_never_names_an_entry_of_another_timeline() -> None:
    timeline, _entry = story()
    publish(timeline)
    publish(timeline, correction="Something.", about=make_entry().pk)
    assert Correction.objects.get().entry is None


def test_the_note_says_from_which_day_relative_words_are_counted() -> None:
    timeline = make_timeline()
    article = make_article("It was opened on Tuesday.", timeline=timeline)
    make_entry(timeline, "2025-02-04", article=article, words="Tuesday")
    [row] = publish(timeline).content["entries"]
    assert row["sources"][0]["note"] == "Published on 7 February 2025, so “Tuesday” is read as 4 February 2025."


def test_a_published_timeline_has_an_edition() -> None:
    with pytest.raises(IntegrityError, match="timeline_published_has_edition"), transaction.atomic():
        make_timeline(state="published")
