"""What reading an article leaves on its timelines, and what reading it again must not touch."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from django.conf import settings

from editorial import intake, pipeline, precision, proposals, review, undoing
from editorial.errors import Stale
from editorial.intake import Details
from tests.editorial.views.helpers import queries
from tests.factories import make_article, make_timeline, make_user
from timelines.extraction import Extraction, extract
from timelines.models import Article, Citation, Correction, Edition, Entry, Event, TemporalExpression, Timeline

pytestmark = pytest.mark.django_db

SEED = Path(settings.BASE_DIR) / "seeds" / "000_8a1a9c3e4bae9218.txt"
THREE = ["2019-06-29", "2024", "2025-02"]
RELATIVE = "Bridge closed\n\nThe council closed the bridge on Tuesday. It was opened on 3 May 2019."


def bring_in(text: str, timeline: Timeline, published: date | None) -> Article:
    return intake.store_text(text, timeline=timeline, user=None, details=Details(published=published)).article


def read(article: Article) -> str:
    article.job.refresh_from_db()
    return pipeline.run(article.job.pk, article.job.run)


def dates(timeline: Timeline) -> list[str]:
    return [entry.event.edtf for entry in timeline.entries.in_order().select_related("event")]


def picture(timeline: Timeline) -> tuple[object, ...]:
    """Everything that reading again could change, numbers of rows in the history included."""
    timeline.refresh_from_db()
    return (
        timeline.revision,
        list(timeline.entries.order_by("pk").values()),
        list(Event.objects.order_by("pk").values()),
        list(Citation.objects.order_by("pk").values()),
        list(TemporalExpression.objects.order_by("pk").values()),
        Event.history.count(),
        Entry.history.count(),
    )


@pytest.mark.parametrize("published", [date(2025, 2, 7), None])
def test_the_seed_gives_exactly_three_dates_whether_or_not_its_day_is_known(published: date | None) -> None:
    timeline = make_timeline()
    article = bring_in(SEED.read_text(), timeline, published)
    assert read(article) == "done, 3 proposed"
    assert dates(timeline) == THREE
    typo = timeline.entries.get(event__edtf="2025-02")
    assert [warning["code"] for warning in typo.warnings] == ["year-typo"]
    assert [reading.edtf for reading in precision.readings_of(typo)] == ["2025-02", "0225-02"]
    for entry in timeline.entries.with_sources():
        [citation] = entry.event.citations.all()
        assert citation.expression is not None
        assert citation.expression.text in citation.quote


def test_a_second_reading_changes_nothing() -> None:
    timeline = make_timeline()
    article = bring_in(SEED.read_text(), timeline, date(2025, 2, 7))
    read(article)
    before = picture(timeline)
    pipeline.request(article)
    assert read(article) == "done, 3 proposed"
    assert picture(timeline) == before


def test_what_a_person_decided_or_edited_is_left_alone() -> None:
    timeline, person = make_timeline(), make_user()
    article = bring_in(RELATIVE, timeline, date(2025, 2, 7))
    read(article)
    tuesday = timeline.entries.get(event__edtf="2025-02-04")
    review.accept(tuesday.pk, person)
    article.published = date(2025, 3, 7)
    article.save()
    pipeline.request(article)
    read(article)
    assert dates(timeline) == ["2019-05-03", "2025-02-04"]


def test_an_undecided_proposal_follows_the_publication_date() -> None:
    timeline = make_timeline()
    article = bring_in(RELATIVE, timeline, date(2025, 2, 7))
    read(article)
    kept = timeline.entries.get(event__edtf="2025-02-04").pk
    intake.put_right(article.pk, Details(published=date(2025, 3, 7)), make_user())
    read(article)
    assert dates(timeline) == ["2019-05-03", "2025-03-04"]
    assert timeline.entries.get(event__edtf="2025-03-04").pk == kept


def test_without_a_day_to_count_from_only_absolute_dates_are_proposed() -> None:
    timeline = make_timeline()
    article = bring_in(RELATIVE, timeline, None)
    read(article)
    assert dates(timeline) == ["2019-05-03"]
    unresolved = article.expressions.get(text="Tuesday")
    assert unresolved.edtf == ""
    assert [warning["code"] for warning in unresolved.warnings] == ["no-reference-date"]


def test_proposals_that_nobody_decided_go_when_the_article_no_longer_gives_them() -> None:
    timeline = make_timeline()
    article = bring_in(RELATIVE, timeline, date(2025, 2, 7))
    read(article)
    intake.put_right(article.pk, Details(published=None), make_user())
    read(article)
    assert dates(timeline) == ["2019-05-03"]
    assert Event.objects.count() == 1


def test_each_timeline_gets_events_of_its_own() -> None:
    first, second = make_timeline(), make_timeline()
    article = bring_in(RELATIVE, first, date(2025, 2, 7))
    read(article)
    intake.attach(article, second, None)
    read(article)
    assert dates(first) == dates(second) == ["2019-05-03", "2025-02-04"]
    assert not set(first.entries.values_list("event", flat=True)) & set(second.entries.values_list("event", flat=True))


def test_an_article_on_no_timeline_keeps_its_expressions() -> None:
    article = make_article(RELATIVE, job="queued")
    assert read(article) == "done, 2 proposed"
    assert article.expressions.count() == 2
    assert not Entry.objects.exists()


def test_a_publication_learns_of_a_source_that_is_read_otherwise_now() -> None:
    """An Edition tells what each source says, of decided entries too: the moderator must have read that."""
    timeline, person = make_timeline(), make_user()
    article = bring_in(RELATIVE, timeline, date(2025, 2, 7))
    read(article)
    for entry in timeline.entries.all():
        review.accept(entry.pk, person)
    intake.put_right(article.pk, Details(published=date(2025, 3, 7)), person)
    timeline.refresh_from_db()
    before = timeline.revision
    read(article)
    timeline.refresh_from_db()
    assert timeline.revision == before + 1
    assert dates(timeline) == ["2019-05-03", "2025-02-04"]
    assert article.expressions.get(text="Tuesday").edtf == "2025-03-04"


def test_an_entry_that_a_correction_names_stays() -> None:
    timeline = make_timeline()
    article = bring_in(RELATIVE, timeline, date(2025, 2, 7))
    read(article)
    entry = timeline.entries.get(event__edtf="2025-02-04")
    edition = Edition.objects.create(timeline=timeline, number=1, slug="a", title="A", content={})
    Correction.objects.create(edition=edition, entry=entry, text="It was Tuesday.")
    intake.put_right(article.pk, Details(published=None), make_user())
    assert read(article) == "done, 1 proposed"
    assert dates(timeline) == ["2019-05-03", "2025-02-04"]


def test_an_undone_decision_is_a_proposal_like_any_other() -> None:
    timeline, person = make_timeline(), make_user()
    article = bring_in(RELATIVE, timeline, date(2025, 2, 7))
    read(article)
    review.accept(timeline.entries.get(event__edtf="2025-02-04").pk, person)
    undoing.undo(timeline.pk, person)
    intake.put_right(article.pk, Details(published=date(2025, 3, 7)), person)
    read(article)
    assert dates(timeline) == ["2019-05-03", "2025-03-04"]


def test_a_page_that_was_open_during_a_reading_is_stale() -> None:
    timeline = make_timeline()
    article = bring_in(RELATIVE, timeline, date(2025, 2, 7))
    read(article)
    entry = timeline.entries.get(event__edtf="2025-02-04")
    intake.put_right(article.pk, Details(published=date(2025, 3, 7)), make_user())
    read(article)
    with pytest.raises(Stale) as stale:
        review.accept(entry.pk, make_user(), version=entry.version)
    assert stale.value.entry.event.edtf == "2025-03-04"


def test_no_person_is_named_for_what_was_read() -> None:
    timeline = make_timeline(updated_by=make_user())
    article = bring_in(RELATIVE, timeline, date(2025, 2, 7))
    read(article)
    timeline.refresh_from_db()
    assert timeline.updated_by is None
    assert {row.history_user for row in (*Entry.history.all(), *Event.history.all())} == {None}


def test_reading_again_costs_the_same_for_many_statements() -> None:
    counts = []
    for size in (2, 20):
        timeline = make_timeline()
        text = "\n\n".join(f"The council met in hall {size} on {day} May 2019." for day in range(1, size + 1))
        article = bring_in(text, timeline, None)
        assert read(article) == f"done, {size} proposed"
        pipeline.request(article)
        counts.append(queries(lambda article=article: read(article)))  # type: ignore[misc]
    assert counts[0] == counts[1]


def test_all_is_proposed_or_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    timeline = make_timeline()
    article = bring_in(
        "\n\n".join(f"The council met on {day} May {2000 + day}." for day in range(1, 29)), timeline, None
    )

    def fail(**_: object) -> None:
        raise RuntimeError("a fault of ours")

    monkeypatch.setattr(proposals, "Citation", fail)
    with pytest.raises(RuntimeError):
        read(article)
    assert not Entry.objects.exists()
    assert not Event.objects.exists()
    assert not TemporalExpression.objects.exists()
    timeline.refresh_from_db()
    assert timeline.revision == 2  # the article came in


def test_what_is_read_otherwise_finds_its_place_anew() -> None:
    timeline = make_timeline()
    text = "The council closed the bridge on Tuesday. It was opened again on 20 February 2025."
    article = bring_in(text, timeline, date(2025, 2, 7))
    read(article)
    assert dates(timeline) == ["2025-02-04", "2025-02-20"]
    intake.put_right(article.pk, Details(published=date(2025, 3, 7)), make_user())
    read(article)
    assert dates(timeline) == ["2025-02-20", "2025-03-04"]


def test_an_accepted_entry_outlives_its_statement_with_its_source() -> None:
    timeline, person = make_timeline(), make_user()
    article = bring_in(RELATIVE, timeline, date(2025, 2, 7))
    read(article)
    accepted = timeline.entries.get(event__edtf="2025-02-04")
    review.accept(accepted.pk, person)
    assert proposals.save(article, Extraction()) == 0
    assert list(timeline.entries.all()) == [accepted]
    assert [row.text for row in article.expressions.all()] == ["Tuesday"]
    assert Citation.objects.get().expression == article.expressions.get()


def test_two_statements_of_one_date_are_two_proposals_and_stay_apart() -> None:
    timeline = make_timeline()
    article = bring_in("On 3 May 2019 the bridge opened and the ferry stopped.", timeline, None)
    found = extract(article.text, None)
    statement = found.events[0]
    two = replace(found, events=(statement, replace(statement, headline="The ferry stops")))
    assert proposals.save(article, two) == 2
    before = picture(timeline)
    assert proposals.save(article, two) == 2
    assert picture(timeline) == before
    proposals.save(article, found)
    assert [entry.event.headline for entry in timeline.entries.select_related("event")] == [statement.headline]
