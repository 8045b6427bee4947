"""Sources that give dates which cannot all be true: when they disagree, who says what, and the choice."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, strategies as st

from editorial import disagreeing, marking, merging, review, undoing
from editorial.errors import Refused, Stale
from editorial.rows import rows_of
from tests.factories import make_article, make_entry, make_timeline, make_user
from timelines.models import Entry, Timeline

pytestmark = pytest.mark.django_db

DAYS = st.none() | st.dates(date(2000, 1, 1), date(2000, 3, 1))


def told(timeline: Timeline, *dates: tuple[str, str], state: str = "accepted") -> Entry:
    """An entry with one article for each (words, EDTF), merged from as many."""
    entries = []
    for number, (words, edtf) in enumerate(dates):
        text = f"{timeline.title}, paper {number}: protests began {words}, they say."
        article = make_article(text, timeline=timeline, publisher=f"Paper {number}")
        entries.append(make_entry(timeline, edtf, article=article, words=words, state=state, headline="Protests begin"))
    if len(entries) > 1:
        merging.merge(timeline.pk, entries[0].pk, [entry.pk for entry in entries[1:]], make_user())
    entries[0].refresh_from_db()
    return entries[0]


@pytest.mark.parametrize(
    ("second", "disagree"),
    [
        (("on 13 July 2019", "2019-07-13"), False),
        (("in July 2019", "2019-07"), False),
        (("in 2019", "2019"), False),
        (("on 10 July 2019", "2019-07-10"), True),
        (("in June 2019", "2019-06"), True),
        (("since 13 July 2019", "2019-07-13/.."), False),
        (("since 14 July 2019", "2019-07-14/.."), True),
    ],
)
def test_sources_disagree_where_no_day_fits_both(second: tuple[str, str], disagree: bool) -> None:
    timeline = make_timeline()
    entry = told(timeline, ("13 July 2019", "2019-07-13"), second)
    [row] = rows_of(timeline, [entry.pk])
    assert bool(row.disagreement) is disagree
    asked = timeline.entries.annotate(apart=disagreeing.sources_apart()).filter(pk=entry.pk)
    assert [bool(apart) for apart in asked.values_list("apart", flat=True)] == [disagree]


def test_it_lists_every_date_and_who_gives_it() -> None:
    timeline = make_timeline()
    dates = [("13 July 2019", "2019-07-13"), ("10 July 2019", "2019-07-10"), ("13 July 2019", "2019-07-13")]
    entry = told(timeline, *dates, ("July 2019", "2019-07"))
    [row] = rows_of(timeline, [entry.pk])
    said = [
        (account.words, [source.publisher for source in account.sources], account.is_taken)
        for account in row.disagreement
    ]
    assert said == [
        ("July 2019", ["Paper 3"], False),
        ("10 July 2019", ["Paper 1"], False),
        ("13 July 2019", ["Paper 0", "Paper 2"], True),
    ]


def test_the_editor_chooses_and_the_others_stay() -> None:
    timeline, person = make_timeline(), make_user()
    entry = told(timeline, ("10 July 2019", "2019-07-10"), ("13 July 2019", "2019-07-13"))
    between = make_entry(timeline, "2019-07-12")
    other = entry.event.citations.exclude(origin=None).get()
    disagreeing.choose_source(entry.pk, person, other.pk, version=entry.version)
    entry.refresh_from_db()
    assert (entry.event.edtf, entry.event.earliest, entry.state) == ("2019-07-13", date(2019, 7, 13), "accepted")
    assert list(timeline.entries.placed().in_order()) == [between, entry]
    [row] = rows_of(timeline, [entry.pk])
    assert [account.is_taken for account in row.disagreement] == [False, True]
    undoing.undo(timeline.pk, person)
    entry.event.refresh_from_db()
    assert entry.event.edtf == "2019-07-10"
    assert list(timeline.entries.placed().in_order()) == [entry, between]


def test_a_source_of_another_entry_is_refused() -> None:
    timeline, person = make_timeline(), make_user()
    entry = told(timeline, ("13 July 2019", "2019-07-13"))
    foreign = told(timeline, ("10 July 2019", "2019-07-10")).event.citations.get()
    undated = review.cite(entry.event, timeline.articles.all()[0], 0, 5)
    for citation in (foreign, undated):
        with pytest.raises(Refused, match="not part of this entry any more"):
            disagreeing.choose_source(entry.pk, person, citation.pk)
    with pytest.raises(Stale):
        disagreeing.choose_source(entry.pk, person, entry.event.citations.all()[0].pk, version=7)
    assert entry.event.edtf == "2019-07-13"


@pytest.mark.parametrize(
    ("state", "mark"), [("accepted", "disagree"), ("proposed", "disagree"), ("rejected", "rejected")]
)
def test_its_words_in_the_text_are_marked(state: str, mark: str) -> None:
    timeline = make_timeline()
    entry = told(timeline, ("13 July 2019", "2019-07-13"), ("10 July 2019", "2019-07-10"))
    Entry.objects.filter(pk=entry.pk).update(state=state)
    for article in timeline.articles.all():
        [cited] = marking.cited_in(timeline, article)
        assert cited.shown == mark


def test_a_doubtful_date_is_to_be_checked_first() -> None:
    timeline = make_timeline()
    entry = told(timeline, ("13 July 2019", "2019-07-13"), ("10 July 2019", "2019-07-10"), state="proposed")
    Entry.objects.filter(pk=entry.pk).update(warnings=[{"code": "x", "message": "Look", "readings": []}])
    [cited] = marking.cited_in(timeline, timeline.articles.all()[0])
    assert cited.shown == "check"


def _in_order(days: tuple[date | None, date | None]) -> bool:
    return days[0] is None or days[1] is None or days[0] <= days[1]


@given(st.lists(st.tuples(DAYS, DAYS).filter(_in_order), max_size=6))
def test_apart_is_what_two_of_them_are(days: list[tuple[date | None, date | None]]) -> None:
    pairs = [(one, other) for one in days for other in days]
    expected = any(one[1] is not None and other[0] is not None and one[1] < other[0] for one, other in pairs)
    assert disagreeing.apart(days) is expected
