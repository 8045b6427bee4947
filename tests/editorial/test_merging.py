"""Merging entries, splitting them again, and what undo makes of it."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any

import pytest
from django.contrib.auth.models import User

from editorial import merging, precision, review, splitting, undoing
from editorial.deeds import deed_words
from editorial.errors import Refused, Stale
from tests.editorial.views.helpers import queries
from tests.factories import make_article, make_entry, make_timeline, make_user
from timelines.extraction.types import Reading
from timelines.models import Citation, Decision, Entry, Timeline

pytestmark = pytest.mark.django_db

JUNE = Reading("2019-06", date(2019, 6, 1), date(2019, 6, 30))
DAY = Reading("2019-06-29", date(2019, 6, 29), date(2019, 6, 29))


def told(timeline: Timeline, words: str, edtf: str, **fields: Any) -> Entry:
    """An entry that rests on an article of its own."""
    article = make_article(f"{fields.get('headline', 'They met')} {timeline.entries.count()} on {words}, in {edtf}.")
    timeline.articles.add(article)
    return make_entry(timeline, edtf, article=article, words=words, **fields)


def take_back(timeline: Timeline, person: User) -> None:
    """Undo the last press, whole."""
    standing = Decision.objects.filter(timeline=timeline, actor=person, undone_at=None)
    last = standing.first()
    assert last is not None
    while standing.filter(batch=last.batch).exists():
        undoing.undo(timeline.pk, person)


def merged_in(entry: Entry) -> list[Entry]:
    """What is part of it; an entry that nobody decided is what a taken-back split has left."""
    return list(entry.merged_entries.filter(decided_at__isnull=False).order_by("position"))


@pytest.fixture
def timeline() -> Timeline:
    return make_timeline()


@pytest.fixture
def person() -> User:
    return make_user()


def picture(timeline: Timeline) -> dict[str, Any]:
    """What a merge changes, versions and hands left out."""
    return {
        "entries": list(timeline.entries.order_by("pk").values_list("pk", "state", "merged_into", "position")),
        "events": list(
            timeline.entries.order_by("pk").values_list(
                "event__edtf", "event__mod", "event__earliest", "event__latest", "event__headline", "event__description"
            )
        ),
        "citations": list(Citation.objects.order_by("pk").values_list("pk", "event", "origin")),
    }


def test_all_citations_are_kept_and_know_where_they_came_from(timeline: Timeline, person: User) -> None:
    first, second, third = (told(timeline, "29 June 2019", "2019-06-29", description=f"Text {n}") for n in range(3))
    before = list(Citation.objects.order_by("pk").values_list("pk", "article", "start", "end", "expression"))
    merging.merge(timeline.pk, second.pk, [first.pk, third.pk], person)
    assert list(Citation.objects.order_by("pk").values_list("pk", "article", "start", "end", "expression")) == before
    assert {row.origin_id for row in second.event.citations.all()} == {None, first.event_id, third.event_id}
    for entry in (first, third):
        entry.refresh_from_db()
        assert (entry.state, entry.merged_into) == ("merged", second)
        assert entry.event.citations.count() == 0
    assert first.event.description == "Text 0"


@pytest.mark.parametrize(
    ("states", "then"), [(("proposed", "proposed"), "proposed"), (("proposed", "accepted"), "accepted")]
)
def test_it_is_accepted_where_one_of_them_was(
    timeline: Timeline, person: User, states: tuple[str, str], then: str
) -> None:
    target, other = (told(timeline, "29 June 2019", "2019-06-29", state=state) for state in states)
    assert merging.merge(timeline.pk, target.pk, [other.pk], person).state == then


def test_the_date_stays_unless_another_is_chosen(timeline: Timeline, person: User) -> None:
    month, day = told(timeline, "June 2019", "2019-06"), told(timeline, "29 June 2019", "2019-06-29")
    assert merging.merge(timeline.pk, month.pk, [day.pk], person).event.edtf == "2019-06"
    other, day = told(timeline, "June 2019", "2019-06"), told(timeline, "29 June 2019", "2019-06-29")
    merging.merge(timeline.pk, other.pk, [day.pk], person, date=DAY)
    other.event.refresh_from_db()
    assert (other.event.edtf, other.event.latest) == ("2019-06-29", date(2019, 6, 29))


def test_a_chosen_date_is_no_finer_than_all_the_sources_together(timeline: Timeline, person: User) -> None:
    month, year = told(timeline, "June 2019", "2019-06"), told(timeline, "all 2019", "2019")
    before = picture(timeline)
    with pytest.raises(Refused, match="more precise than the source"):
        merging.merge(timeline.pk, year.pk, [month.pk], person, date=DAY)
    assert picture(timeline) == before
    assert not Decision.objects.exists()
    merging.merge(timeline.pk, year.pk, [month.pk], person, date=JUNE)
    year.event.refresh_from_db()
    assert year.event.edtf == "2019-06"


def test_what_makes_no_sense_is_refused(timeline: Timeline, person: User) -> None:
    target, other = told(timeline, "29 June 2019", "2019-06-29"), told(timeline, "29 June 2019", "2019-06-29")
    aside = told(timeline, "29 June 2019", "2019-06-29", state="rejected", headline="Aside")
    foreign = make_entry()
    for others, reason in [
        ([aside.pk], "“Aside” is set aside. Restore it"),
        ([foreign.pk], "not in this timeline any more"),
        ([], "Choose at least two"),
        ([target.pk], "Choose at least two"),
    ]:
        with pytest.raises(Refused, match=reason):
            merging.merge(timeline.pk, target.pk, others, person)
    merging.merge(timeline.pk, target.pk, [other.pk], person)
    with pytest.raises(Refused, match="merged into another entry already"):
        merging.merge(timeline.pk, told(timeline, "June 2019", "2019-06").pk, [other.pk], person)
    assert Decision.objects.count() == 2


def test_a_stale_version_is_refused(timeline: Timeline, person: User) -> None:
    target, other = told(timeline, "29 June 2019", "2019-06-29"), told(timeline, "29 June 2019", "2019-06-29")
    for versions in ({target.pk: 0, other.pk: 1}, {target.pk: 1, other.pk: 7}):
        with pytest.raises(Stale):
            merging.merge(timeline.pk, target.pk, [other.pk], person, versions=versions)
    assert not Decision.objects.exists()


def test_it_is_one_batch_of_decisions(timeline: Timeline, person: User) -> None:
    entries = [told(timeline, "29 June 2019", "2019-06-29") for _ in range(3)]
    merging.merge(timeline.pk, entries[0].pk, [entry.pk for entry in entries[1:]], person)
    assert Decision.objects.values_list("batch").distinct().count() == 1
    assert set(Decision.objects.values_list("verb", flat=True)) == {"merge"}
    assert Decision.objects.count() == 3


def test_a_merge_can_be_taken_back(timeline: Timeline, person: User) -> None:
    target, other = (
        told(timeline, "June 2019", "2019-06", state="proposed"),
        told(timeline, "29 June 2019", "2019-06-29"),
    )
    before = picture(timeline)
    merging.merge(timeline.pk, target.pk, [other.pk], person, date=DAY)
    take_back(timeline, person)
    assert picture(timeline) == before


def test_a_split_brings_back_what_was(timeline: Timeline, person: User) -> None:
    target = told(timeline, "29 June 2019", "2019-06-29", state="accepted")
    other = told(timeline, "June 2019", "2019-06", state="proposed", description="Its own")
    before = picture(timeline)
    merging.merge(timeline.pk, target.pk, [other.pk], person)
    assert merged_in(target) == [other]
    splitting.split(target.pk, other.pk, person)
    assert picture(timeline) == before
    assert merged_in(target) == []


def test_a_split_brings_along_what_had_been_merged_in_before(timeline: Timeline, person: User) -> None:
    one, two, three = (told(timeline, "29 June 2019", "2019-06-29") for _ in range(3))
    merging.merge(timeline.pk, two.pk, [three.pk], person)
    before = picture(timeline)
    merging.merge(timeline.pk, one.pk, [two.pk], person)
    assert one.event.citations.count() == 3
    splitting.split(one.pk, two.pk, person)
    assert picture(timeline) == before


def test_where_a_split_takes_the_date_along_the_rest_takes_the_finest_left(timeline: Timeline, person: User) -> None:
    month, day = told(timeline, "June 2019", "2019-06"), told(timeline, "29 June 2019", "2019-06-29")
    merging.merge(timeline.pk, month.pk, [day.pk], person, date=DAY)
    splitting.split(month.pk, day.pk, person)
    month.event.refresh_from_db()
    assert month.event.edtf == "2019-06"
    precision.check_precision(month, JUNE)


def test_undo_says_what_was_split_out(timeline: Timeline, person: User) -> None:
    target, other = told(timeline, "29 June 2019", "2019-06-29"), told(timeline, "June 2019", "2019-06")
    merging.merge(timeline.pk, target.pk, [other.pk], person)
    splitting.split(target.pk, other.pk, person)
    assert deed_words(undoing.undo(timeline.pk, person).decisions) == "split out June 2019"
    assert deed_words(undoing.undo(timeline.pk, person).decisions) == "merged 2 entries"


def test_one_source_becomes_an_entry_of_its_own(timeline: Timeline, person: User) -> None:
    entry = told(timeline, "29 June 2019", "2019-06-29", headline="They met", state="accepted")
    article = make_article("They met in July 2019, it seems.")
    citation = review.cite(entry.event, article, 0, len(article.text))
    made = splitting.split_citation(entry.pk, citation.pk, person)
    made.refresh_from_db()
    citation.refresh_from_db()
    assert (made.state, made.merged_into, made.by_hand) == ("accepted", None, True)
    assert (made.event.headline, citation.event, citation.origin) == ("They met", made.event, None)
    assert entry.event.citations.count() == 1


def test_splitting_one_source_can_be_taken_back(timeline: Timeline, person: User) -> None:
    entry = told(timeline, "29 June 2019", "2019-06-29")
    article = make_article("They met in July 2019, it seems.")
    citation = review.cite(entry.event, article, 0, len(article.text))
    made = splitting.split_citation(entry.pk, citation.pk, person)
    take_back(timeline, person)
    made.refresh_from_db()
    citation.refresh_from_db()
    assert (made.state, citation.event, citation.origin) == ("merged", entry.event, None)
    assert merged_in(entry) == []
    assert timeline.entries.placed().count() == 1


def test_the_only_source_of_a_merged_entry_brings_that_entry_back(timeline: Timeline, person: User) -> None:
    target, other = told(timeline, "29 June 2019", "2019-06-29"), told(timeline, "29 June 2019", "2019-06-29")
    citation = other.event.citations.get()
    merging.merge(timeline.pk, target.pk, [other.pk], person)
    assert splitting.split_citation(target.pk, citation.pk, person) == other


def test_an_only_source_is_not_split_off(timeline: Timeline, person: User) -> None:
    entry = told(timeline, "29 June 2019", "2019-06-29")
    with pytest.raises(Refused, match="this source alone"):
        splitting.split_citation(entry.pk, entry.event.citations.get().pk, person)
    with pytest.raises(Refused, match="not part of this entry any more"):
        splitting.split_citation(
            entry.pk, told(timeline, "29 June 2019", "2019-06-29").event.citations.get().pk, person
        )


def test_a_split_of_what_is_not_merged_in_is_refused(timeline: Timeline, person: User) -> None:
    one, two = told(timeline, "29 June 2019", "2019-06-29"), told(timeline, "29 June 2019", "2019-06-29")
    with pytest.raises(Refused, match="not part of this one any more"):
        splitting.split(one.pk, two.pk, person)
    merging.merge(timeline.pk, one.pk, [two.pk], person)
    with pytest.raises(Stale):
        splitting.split(one.pk, two.pk, person, version=1)


def test_an_entry_goes_to_a_place_that_its_new_date_allows(timeline: Timeline, person: User) -> None:
    early = told(timeline, "the year 2019", "2019")
    middle = told(timeline, "3 May 2019", "2019-05-03")
    late = told(timeline, "29 June 2019", "2019-06-29")
    merging.merge(timeline.pk, early.pk, [late.pk], person, date=DAY)
    order = list(timeline.entries.placed().in_order())
    assert order == [middle, early]


def test_merging_many_costs_as_many_queries_as_merging_two(timeline: Timeline, person: User) -> None:
    counts = []
    for number in (1, 12):
        target = told(timeline, "29 June 2019", "2019-06-29")
        rest = [told(timeline, "29 June 2019", "2019-06-29").pk for _ in range(number)]
        counts.append(queries(partial(merging.merge, timeline.pk, target.pk, rest, person)))
    assert counts[0] == counts[1]
