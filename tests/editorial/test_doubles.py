"""A newly read article that repeats what the timeline has: the question, and what decisions do to it."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any

import pytest

from editorial import intake, merging, pipeline, review, undoing
from editorial.errors import Refused
from editorial.intake import Details
from tests.editorial.views.helpers import queries
from tests.factories import make_entry, make_timeline, make_user
from timelines.models import Article, Citation, Entry, Event, Timeline

pytestmark = pytest.mark.django_db

FIRST = (
    "Mayor resigns\n\nMayor Ana Belmar resigned on 3 March 2021 after the port scandal. A storm hit Oran on 9 May 2020."
)
SECOND = "Town hall\n\nAna Belmar quit as mayor on 3 March 2021. The port was closed on 12 April 2021 for a week."
VAGUE = "Looking back\n\nMayor Ana Belmar resigned in March 2021 after the port scandal."


def bring_in(timeline: Timeline, text: str, published: date = date(2022, 2, 7)) -> Article:
    """Store and read an article."""
    article = intake.store_text(text, timeline=timeline, user=None, details=Details(published=published)).article
    read(article)
    return article


def read(article: Article) -> None:
    """Read it as a worker would."""
    article.job.refresh_from_db()
    pipeline.run(article.job.pk, article.job.run)


def read_all_again(timeline: Timeline) -> None:
    """Read every article of the timeline once more."""
    for article in timeline.articles.order_by("pk"):
        pipeline.request(article)
        read(article)


def proposal(timeline: Timeline, article: Article, edtf: str = "2021-03-03") -> Entry:
    """The article's proposal of that date."""
    return timeline.entries.get(proposal_key__startswith=f"{article.pk}:", event__edtf=edtf)


def counts(timeline: Timeline) -> tuple[Any, ...]:
    """What must stay whatever is read again."""
    rows = timeline.entries.order_by("pk").values_list("pk", "state", "merged_into", "same_as", "version")
    return list(rows), Event.objects.count(), list(Citation.objects.order_by("pk").values_list("pk", "event", "origin"))


@pytest.fixture
def timeline() -> Timeline:
    return make_timeline()


def test_a_second_paper_is_asked_about_and_nothing_merges_by_itself(timeline: Timeline) -> None:
    first, second = bring_in(timeline, FIRST), bring_in(timeline, SECOND)
    asked = proposal(timeline, second)
    assert asked.same_as == proposal(timeline, first)
    assert (asked.state, asked.merged_into) == ("proposed", None)
    assert timeline.entries.filter(same_as=None).count() == 3


def test_one_article_is_not_asked_about_itself(timeline: Timeline) -> None:
    article = bring_in(
        timeline, "Mayor\n\nAna Belmar resigned as mayor on 3 March 2021. Mayor Ana Belmar resigned on 3 March 2021."
    )
    assert timeline.entries.filter(proposal_key__startswith=f"{article.pk}:").count() == 2
    assert not timeline.entries.exclude(same_as=None).exists()


def test_nor_is_what_a_later_reading_finds_in_it(timeline: Timeline) -> None:
    text = "Mayor\n\nMayor Ana Belmar resigned on 3 March 2021. Mayor Ana Belmar resigned on Wednesday."
    article = bring_in(timeline, text)
    intake.put_right(article.pk, Details(published=date(2021, 3, 5)), make_user())
    read(article)
    assert timeline.entries.filter(event__edtf="2021-03-03").count() == 2
    assert not timeline.entries.exclude(same_as=None).exists()


def test_an_accepted_entry_is_preferred_to_a_proposed_one(timeline: Timeline) -> None:
    proposed = make_entry(timeline, "2021-03-03", headline="Mayor Ana Belmar quit", state="proposed")
    accepted = make_entry(timeline, "2021-03-03", headline="Mayor Ana Belmar quit", state="accepted")
    assert proposed.pk < accepted.pk
    assert proposal(timeline, bring_in(timeline, SECOND)).same_as == accepted


@pytest.mark.parametrize("state", ["rejected", "merged"])
def test_what_has_no_place_is_not_asked_about(timeline: Timeline, state: str) -> None:
    entry = make_entry(timeline, "2021-03-03", headline="Mayor Ana Belmar quit", state="rejected")
    if state == "merged":
        other = make_entry(timeline, "1990", headline="Another")
        Entry.objects.filter(pk=entry.pk).update(state="merged", merged_into=other)
    assert proposal(timeline, bring_in(timeline, SECOND)).same_as is None


def test_what_repeats_another_is_not_asked_about_again(timeline: Timeline) -> None:
    first, _ = bring_in(timeline, FIRST), bring_in(timeline, SECOND)
    third = bring_in(timeline, "Again\n\nAna Belmar, the mayor, resigned on 3 March 2021.")
    assert proposal(timeline, third).same_as == proposal(timeline, first)


def test_a_month_that_holds_the_day_is_near_enough_for_the_same_words(timeline: Timeline) -> None:
    first, vague = bring_in(timeline, FIRST), bring_in(timeline, VAGUE)
    assert proposal(timeline, vague, "2021-03").same_as == proposal(timeline, first)


def test_another_timeline_is_not_asked_about(timeline: Timeline) -> None:
    make_entry(make_timeline(), "2021-03-03", headline="Mayor Ana Belmar quit")
    assert proposal(timeline, bring_in(timeline, SECOND)).same_as is None


def test_yes_adds_its_words_to_the_entry(timeline: Timeline) -> None:
    first, second = bring_in(timeline, FIRST), bring_in(timeline, SECOND)
    target, asked, person = proposal(timeline, first), proposal(timeline, second), make_user()
    review.accept(target.pk, person)
    assert merging.add_to_same(asked.pk, person) == target
    asked.refresh_from_db()
    assert (asked.state, asked.merged_into) == ("merged", target)
    assert {row.article for row in target.event.citations.all()} == {first, second}


def test_reading_again_after_a_merge_changes_nothing(timeline: Timeline) -> None:
    first, second = bring_in(timeline, FIRST), bring_in(timeline, SECOND)
    merging.add_to_same(proposal(timeline, second).pk, make_user())
    before = counts(timeline)
    read_all_again(timeline)
    assert counts(timeline) == before
    intake.put_right(first.pk, Details(published=date(2023, 1, 1)), make_user())
    read_all_again(timeline)
    assert counts(timeline) == before


def test_kept_apart_stays_apart(timeline: Timeline) -> None:
    _, second = bring_in(timeline, FIRST), bring_in(timeline, SECOND)
    person, asked = make_user(), proposal(timeline, second)
    merging.keep_apart(asked.pk, person)
    asked.refresh_from_db()
    assert (asked.same_as, asked.state) == (None, "proposed")
    read_all_again(timeline)
    asked.refresh_from_db()
    assert asked.same_as is None
    undoing.undo(timeline.pk, person)
    asked.refresh_from_db()
    assert merging.same_as(asked) is not None


def test_the_question_follows_the_entry_where_it_was_merged_to(timeline: Timeline) -> None:
    first, second = bring_in(timeline, FIRST), bring_in(timeline, SECOND)
    target, asked, person = proposal(timeline, first), proposal(timeline, second), make_user()
    other = make_entry(timeline, "2021-03-03")
    merging.merge(timeline.pk, other.pk, [target.pk], person)
    asked.refresh_from_db()
    assert merging.same_as(asked) == other
    assert merging.add_to_same(asked.pk, person) == other


def test_no_question_is_left_where_the_entry_was_set_aside(timeline: Timeline) -> None:
    first, second = bring_in(timeline, FIRST), bring_in(timeline, SECOND)
    person, asked = make_user(), proposal(timeline, second)
    review.reject(proposal(timeline, first).pk, person)
    asked.refresh_from_db()
    assert merging.same_as(asked) is None
    with pytest.raises(Refused, match="not on the timeline any more"):
        merging.add_to_same(asked.pk, person)


def test_the_question_is_asked_anew_where_the_article_is_read_otherwise(timeline: Timeline) -> None:
    first = bring_in(timeline, FIRST)
    relative = "Town hall\n\nMayor Ana Belmar resigned on Wednesday."
    article = bring_in(timeline, relative, date(2021, 3, 5))
    assert proposal(timeline, article).same_as == proposal(timeline, first)
    intake.put_right(article.pk, Details(published=date(2021, 3, 12)), make_user())
    read(article)
    assert proposal(timeline, article, "2021-03-10").same_as is None


def test_a_proposal_that_others_were_merged_into_is_not_dropped(timeline: Timeline) -> None:
    article = bring_in(timeline, "Town hall\n\nMayor Ana Belmar resigned on Wednesday.", date(2021, 3, 5))
    entry = proposal(timeline, article)
    make_entry(timeline, "2021", state="rejected")
    Entry.objects.exclude(pk=entry.pk).update(state="merged", merged_into=entry)
    intake.put_right(article.pk, Details(published=None), make_user())
    read(article)
    assert Entry.objects.filter(pk=entry.pk).exists()


def test_the_search_takes_as_many_queries_for_many_as_for_few(timeline: Timeline) -> None:
    taken = []
    for number in (2, 12):
        story = make_timeline()
        for n in range(number):
            make_entry(story, "2021-03-03", headline=f"Mayor Ana Belmar quit office {n}")
        text = "Town hall\n\n" + " ".join(f"Clerk {n} of Ana Belmar left on {n + 3} March 2021." for n in range(number))
        article = intake.store_text(f"{text} {number}", timeline=story, user=None, details=Details()).article
        taken.append(queries(partial(read, article)))
    assert taken[0] == taken[1]
