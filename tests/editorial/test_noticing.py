"""Who is told what, and the letters: once each, as each has chosen, however many write them."""

from __future__ import annotations

from datetime import UTC, datetime
from smtplib import SMTPServerDisconnected
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core import mail

from editorial import comments, noticing, pipeline, publishing
from editorial.roles import MODERATORS
from tests.conftest import Sent
from tests.factories import make_article, make_entry, make_timeline, make_user
from timelines.models import Digest, Job, Notice, NoticeChoice, Timeline

pytestmark = pytest.mark.django_db

NOON, DAWN = datetime(2026, 1, 10, 12, tzinfo=UTC), datetime(2026, 1, 10, 6, tzinfo=UTC)


def told(kind: str) -> set[User]:
    """Whom a notice of the kind went to."""
    return {notice.recipient for notice in Notice.objects.filter(kind=kind)}


def submitted(owner: User) -> Timeline:
    timeline = make_timeline(owner=owner, title="The bridge")
    make_entry(timeline)
    return publishing.submit(timeline.pk, owner)


def choose(person: User, kind: str, how: str) -> None:
    NoticeChoice.objects.create(person=person, kind=kind, how=how)


def notice(person: User, kind: str = "mention", **fields: Any) -> Notice:
    values = {"title": "The bridge", "path": "/desk/", **fields}
    return Notice.objects.create(recipient=person, kind=kind, **values)


# --- Who ------------------------------------------------------------------------------------------------------------


def test_moderators_hear_of_a_submission_but_not_who_submitted() -> None:
    here, me = make_user(MODERATORS), make_user(MODERATORS)
    make_user(MODERATORS, is_active=False)
    make_user()
    timeline = submitted(me)
    assert told("submission") == {here}
    assert Notice.objects.get().path == f"/admin/timelines/timeline/{timeline.pk}/review/"


def test_owner_and_submitter_hear_of_a_return_with_its_note() -> None:
    owner, other, moderator = make_user(), make_user(), make_user(MODERATORS)
    timeline = make_timeline(owner=owner, title="The bridge")
    make_entry(timeline)
    publishing.submit(timeline.pk, other)
    publishing.give_back(timeline.pk, moderator, "The year of the vote is missing.")
    assert told("return") == {owner, other}
    for row in Notice.objects.filter(kind="return"):
        assert (row.title, row.text, row.actor) == ("The bridge", "The year of the vote is missing.", moderator)
        assert row.path == f"/desk/t/{timeline.slug}/"


def test_the_owner_hears_once_of_a_publication() -> None:
    owner, moderator = make_user(), make_user(MODERATORS)
    timeline = submitted(owner)
    publishing.publish(timeline.pk, moderator, revision=Timeline.objects.get(pk=timeline.pk).revision)
    assert [row.recipient for row in Notice.objects.filter(kind="publication")] == [owner]


def test_who_is_mentioned_hears_of_it_and_nobody_else() -> None:
    author, named = make_user(username="me"), make_user(username="ada")
    make_user(username="eve")
    entry = make_entry()
    comments.add(entry.pk, author, "Ask @ada, not @nobody; I am @me.")
    (row,) = Notice.objects.filter(kind="mention")
    assert (row.recipient, row.actor) == (named, author)
    assert row.path == f"/desk/t/{entry.timeline.slug}/e/{entry.pk}/comments/"
    comments.add(entry.pk, author, "Nobody in this one.")
    assert Notice.objects.count() == 1


def failing(article: Any, attempts: int = 3) -> Job:
    """Its job as a worker holds it, at its last attempt."""
    Job.objects.filter(article=article).update(status="running", attempts=attempts, lease_until=NOON, run=1)
    return Job.objects.select_related("article").get(article=article)


def test_who_brought_it_and_who_owns_the_timeline_hear_of_a_failed_reading() -> None:
    reporter, owner = make_user(), make_user()
    article = make_article(timeline=make_timeline(owner=owner), added_by=reporter, title="Bridge closes")
    pipeline._give_back(failing(article), "The reader stumbled.")
    assert told("failure") == {reporter, owner}
    assert {row.text for row in Notice.objects.all()} == {"The reader stumbled. It was tried 3 times."}
    assert {row.title for row in Notice.objects.all()} == {"Bridge closes"}


def test_an_attempt_that_will_be_repeated_is_no_news() -> None:
    article = make_article(timeline=make_timeline(), added_by=make_user())
    pipeline._give_back(failing(article, attempts=1), "The reader stumbled.")
    assert not Notice.objects.exists()


def test_a_worker_that_lost_its_job_tells_nobody() -> None:
    article = make_article(timeline=make_timeline(), added_by=make_user())
    job = failing(article)
    Job.objects.update(run=2)
    pipeline._end(job, Job.Status.FAILED, "Too slow.")
    assert not Notice.objects.exists()


def test_an_action_that_is_undone_tells_nobody(django_capture_on_commit_callbacks: Any, sent_tasks: list[Sent]) -> None:
    make_user(MODERATORS)
    with django_capture_on_commit_callbacks(execute=True):
        submitted(make_user())
    assert sent_tasks == [Sent("editorial.tasks.post_notices", ())]
    with django_capture_on_commit_callbacks(execute=True) as callbacks:
        noticing.tell("return", make_timeline(owner=None), make_user())
    assert callbacks == []


# --- Letters --------------------------------------------------------------------------------------------------------


def test_at_once_goes_out_once_with_what_and_where(settings: Any) -> None:
    settings.SITE_URL = "https://desk.example.org"
    person = make_user(email="ada@example.org")
    notice(person, actor=make_user(first_name="Eve", last_name="Ng"), text="Ask @ada <b>", path="/desk/t/a/")
    assert [noticing.post(NOON), noticing.post(NOON)] == [1, 0]
    (letter,) = mail.outbox
    assert (letter.to, letter.subject) == (["ada@example.org"], "Somebody mentions you: The bridge")
    for part in ("By Eve Ng", "Ask @ada <b>", "https://desk.example.org/desk/t/a/", "/desk/notices/letters/"):
        assert part in str(letter.body)


def test_two_at_once_send_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """The other one claims it between this one's look and its own claim."""
    notice(make_user(email="ada@example.org"))
    look = noticing._sorted_out

    def look_and_wait() -> Any:
        found = look()
        monkeypatch.setattr(noticing, "_sorted_out", look)
        assert noticing.post(NOON) == 1
        return found

    monkeypatch.setattr(noticing, "_sorted_out", look_and_wait)
    assert noticing.post(NOON) == 0
    assert len(mail.outbox) == 1


def test_two_schedulers_send_one_letter_of_the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    person = make_user(email="ada@example.org")
    choose(person, "mention", "daily")
    notice(person)
    look = noticing._sorted_out

    def look_and_wait() -> Any:
        found = look()
        monkeypatch.setattr(noticing, "_sorted_out", look)
        assert noticing.post(NOON) == 1
        return found

    monkeypatch.setattr(noticing, "_sorted_out", look_and_wait)
    assert noticing.post(NOON) == 0
    assert len(mail.outbox) == 1


def test_once_a_day_comes_together_in_the_morning(settings: Any) -> None:
    person = make_user(email="ada@example.org")
    choose(person, "mention", "daily")
    notice(person, title="The bridge")
    notice(person, title="The flood")
    notice(person, "failure", title="A picture")
    assert noticing.post(DAWN) == 0
    assert noticing.post(NOON) == 1
    (letter,) = mail.outbox
    assert letter.subject == "Dateline: 3 notices"
    assert all(title in str(letter.body) for title in ("The bridge", "The flood", "A picture"))
    notice(person, title="The fire")
    assert noticing.post(NOON) == 0, "the next one is tomorrow's"
    assert noticing.post(NOON.replace(day=11)) == 1
    assert mail.outbox[1].subject == "Dateline: 1 notice"


def test_the_morning_is_the_newsrooms(settings: Any) -> None:
    settings.TIME_ZONE = "Pacific/Auckland"
    person = make_user(email="ada@example.org")
    notice(person, "failure")
    assert noticing.post(datetime(2026, 1, 9, 17, 59, tzinfo=UTC)) == 0
    assert noticing.post(datetime(2026, 1, 9, 18, 1, tzinfo=UTC)) == 1
    assert str(Digest.objects.get().day) == "2026-01-10"


@pytest.mark.parametrize("fields", [{"email": ""}, {"email": "a@example.org", "is_active": False}])
def test_without_an_address_or_an_account_there_is_no_letter(fields: dict[str, Any]) -> None:
    row = notice(make_user(**fields))
    assert noticing.post(NOON) == 0
    row.refresh_from_db()
    assert row.post == "none"


def test_who_wants_none_gets_none() -> None:
    person = make_user(email="ada@example.org")
    choose(person, "mention", "none")
    notice(person)
    assert noticing.post(NOON) == 0
    assert mail.outbox == []
    assert noticing.unread(person) == 1


@pytest.mark.parametrize("kind", ["mention", "failure"])
def test_a_mail_server_that_is_down_loses_nothing(monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    notice(make_user(email="ada@example.org"), kind)

    def down(*_: Any, **__: Any) -> int:
        raise SMTPServerDisconnected("gone")

    with monkeypatch.context() as patch:
        patch.setattr(noticing, "send_mail", down)
        assert noticing.post(NOON) == 0
    assert noticing.post(NOON) == 1
    assert len(mail.outbox) == 1


def test_a_title_over_two_lines_is_a_subject_on_one() -> None:
    notice(make_user(email="ada@example.org"), title="The\r\nBcc: all@example.org bridge")
    assert noticing.post(NOON) == 1
    assert mail.outbox[0].subject == "Somebody mentions you: The Bcc: all@example.org bridge"


def test_posting_many_asks_little(django_assert_max_num_queries: Any) -> None:
    people = [make_user(email=f"{number}@example.org") for number in range(5)]
    for person in people:
        choose(person, "mention", "none")
        for _ in range(10):
            notice(person)
    with django_assert_max_num_queries(4):
        noticing.post(NOON)
    assert not Notice.objects.to_post().exists()
