"""What the database refuses, whoever asks: one case for each named constraint."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.db.models import Model

from tests.factories import make_article, make_entry, make_event, make_expression, make_timeline, make_user
from timelines.models import (
    Article,
    Citation,
    Comment,
    Correction,
    Digest,
    Draft,
    Edition,
    Entry,
    Event,
    Invitation,
    Job,
    Notice,
    NoticeChoice,
    Presence,
    PublishedText,
    TemporalExpression,
    Timeline,
    Topic,
)

pytestmark = pytest.mark.django_db


def change(row: Model, **values: Any) -> None:
    """Write past every form and model method."""
    type(row)._default_manager.filter(pk=row.pk).update(**values)


def article(**values: Any) -> None:
    other = make_article("Another text.")
    change(
        make_article(), **{name: getattr(other, name) if value == "same" else value for name, value in values.items()}
    )


def expression(**values: Any) -> None:
    change(make_expression(make_article("On 3 May 2019 it rained."), "3 May 2019"), **values)


def same_span() -> None:
    found = make_expression(make_article("On 3 May 2019 it rained."), "3 May 2019")
    found.pk = None
    found.save()


def citation(**values: Any) -> None:
    entry = make_entry(article=make_article("On 3 May 2019 it rained."), words="3 May 2019")
    change(entry.event.citations.get(), **values)


def same_sentence() -> None:
    kept = make_entry(article=make_article("On 3 May 2019 it rained."), words="3 May 2019").event.citations.get()
    kept.pk = None
    kept.save()


def same_sentence_from_one_origin() -> None:
    kept = make_entry(article=make_article("On 3 May 2019 it rained."), words="3 May 2019").event.citations.get()
    change(kept, origin=make_event())
    kept = Citation.objects.get(pk=kept.pk)
    kept.pk = None
    kept.save()


def draft_twice(*, of_an_entry: bool) -> None:
    entry, owner = make_entry(), make_user()
    for _ in range(2):
        Draft.objects.create(
            owner=owner, timeline=entry.timeline, entry=entry if of_an_entry else None, tab="a", values={}
        )


def presence(*tabs: str) -> None:
    timeline, person = make_timeline(), make_user()
    for tab in tabs:
        Presence.objects.create(timeline=timeline, person=person, tab=tab)


def twice(**values: Any) -> None:
    """Two entries of one timeline that share these values."""
    timeline = make_timeline()
    for _ in range(2):
        make_entry(timeline, **values)


def edition(number: int = 1, timeline: Timeline | None = None) -> Edition:
    timeline = timeline or make_timeline()
    return Edition.objects.create(timeline=timeline, number=number, slug="a", title="A", content={})


def published_text(*places: int) -> None:
    made = edition()
    for place in places:
        PublishedText.objects.create(
            timeline=made.timeline, edition=made, place=place, headline="A", words="a", status="past"
        )


def same_number() -> None:
    timeline = make_timeline()
    edition(1, timeline)
    edition(1, timeline)


def same_event() -> None:
    timeline, event = make_timeline(), make_event()
    make_entry(timeline, event=event)
    make_entry(timeline, event=event)


def invitation(email: str = "a@example.org", **fields: Any) -> Invitation:
    return Invitation.objects.create(email=email, expires_at="2026-02-01T00:00Z", **fields)


def notice(**fields: Any) -> Notice:
    return Notice.objects.create(**{"recipient": make_user(), "kind": "mention", "title": "A", "path": "/", **fields})


def chosen(person: User, kind: str = "mention", how: str = "daily") -> NoticeChoice:
    return NoticeChoice.objects.create(person=person, kind=kind, how=how)


def digest(person: User) -> Digest:
    return Digest.objects.create(person=person, day="2026-01-10")


CASES: dict[str, Callable[[], object]] = {
    "article_once_per_text": lambda: article(text_sha256="same"),
    "article_once_per_file": lambda: article(file_sha256="same"),
    "article_has_text": lambda: article(text=""),
    "job_status_known": lambda: change(make_article().job, status="lost"),
    "job_leased_while_running": lambda: change(make_article().job, status="running"),
    "job_failure_says_why": lambda: change(make_article().job, status="failed"),
    "expression_once_per_span": same_span,
    "expression_span_not_empty": lambda: expression(end=3),
    "expression_type_timex3": lambda: expression(type="AGE"),
    "expression_earliest_before_latest": lambda: expression(earliest="2020-01-01"),
    "event_has_a_date": lambda: change(make_event(), edtf=""),
    "event_has_a_headline": lambda: change(make_event(), headline=""),
    "event_status_known": lambda: change(make_event(), status="rumoured"),
    "event_earliest_before_latest": lambda: change(make_event(), earliest="2020-01-01"),
    "event_bounded_on_one_side": lambda: change(make_event(), earliest=None, latest=None),
    "citation_once_per_sentence": same_sentence,
    "citation_once_per_origin": same_sentence_from_one_origin,
    "citation_span_not_empty": lambda: citation(end=3),
    "timeline_state_known": lambda: change(make_timeline(), state="lost"),
    "timeline_published_has_edition": lambda: change(make_timeline(), state="published"),
    "timeline_submitted_says_when": lambda: change(make_timeline(), state="submitted"),
    "timeline_has_a_title": lambda: change(make_timeline(), title=""),
    "entry_once_per_event": same_event,
    "entry_place_not_shared": lambda: twice(position=7),
    "entry_once_per_statement": lambda: twice(proposal_key="1:2-3"),
    "entry_state_known": lambda: change(make_entry(), state="maybe"),
    "entry_merged_says_where": lambda: change(make_entry(), state="merged"),
    "comment_says_something": lambda: Comment.objects.create(entry=make_entry(), text=""),
    "draft_once_per_entry": lambda: draft_twice(of_an_entry=True),
    "draft_once_for_a_new_entry": lambda: draft_twice(of_an_entry=False),
    "presence_once_per_tab": lambda: presence("a", "a"),
    "presence_names_its_tab": lambda: presence(""),
    "edition_numbered_once": same_number,
    "edition_numbered_from_one": lambda: edition(0),
    "topic_has_a_name": lambda: Topic.objects.create(name="", slug="a"),
    "published_text_once_per_place": lambda: published_text(0, 0),
    "published_text_of_timeline_or_event": lambda: published_text(1),
    "invitation_open_once": lambda: (invitation("a@example.org"), invitation("A@example.org")),
    "invitation_taken_up_or_back": lambda: invitation(
        accepted_at="2026-01-01T00:00Z", withdrawn_at="2026-01-01T00:00Z"
    ),
    "invitation_has_an_address": lambda: invitation(""),
    "notice_kind_known": lambda: notice(kind="gossip"),
    "notice_post_known": lambda: notice(post="lost"),
    "notice_leads_somewhere": lambda: notice(path="https://elsewhere.example"),
    "notice_chosen_once": lambda: (person := make_user(), chosen(person), chosen(person)),
    "notice_choice_kind_known": lambda: chosen(make_user(), kind="gossip"),
    "notice_choice_known": lambda: chosen(make_user(), how="weekly"),
    "digest_once_a_day": lambda: (person := make_user(), digest(person), digest(person)),
    "correction_says_what": lambda: Correction.objects.create(edition=edition(), text=""),
}

NAMED_BY_SQLITE = {"UNIQUE constraint failed": "unique constraints are reported by SQLite with their columns alone"}


@pytest.mark.parametrize("name", CASES)
def test_the_database_refuses(name: str) -> None:
    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        CASES[name]()
    message = str(refused.value)
    assert name in message or any(words in message for words in NAMED_BY_SQLITE)


def test_every_named_constraint_has_its_case() -> None:
    models: list[type[Model]] = [
        Article,
        Job,
        TemporalExpression,
        Event,
        Citation,
        Timeline,
        Entry,
        Edition,
        Correction,
        Comment,
        Draft,
        Presence,
        PublishedText,
        Invitation,
        Notice,
        NoticeChoice,
        Digest,
        Topic,
    ]
    assert set(models) <= set(apps.get_app_config("timelines").get_models())
    named = {
        constraint.name
        for model in apps.get_app_config("timelines").get_models()
        for constraint in model._meta.constraints
    }
    assert named == set(CASES)


def test_entries_made_by_hand_need_no_statement() -> None:
    twice(proposal_key="")
    assert Entry.objects.filter(proposal_key="").count() == 2
