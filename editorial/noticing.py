"""Tells the right people what happened: on the desk at once, and by letter as each has chosen.

`tell` is called by the verbs, inside their transaction, with one query more or two; a worker writes the letters. The
rows are the record: what a dead worker, a lost message or a mail server that was down has left, the scheduler posts.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence
from datetime import datetime, time
from functools import partial
from smtplib import SMTPException

from django.conf import settings
from django.contrib.auth.models import User
from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from kombu.exceptions import OperationalError

from editorial.roles import MODERATORS
from timelines.models import Article, Digest, Notice, NoticeChoice, Timeline
from timelines.models.people import NoticeQuerySet

logger = logging.getLogger(__name__)

Kind, How, Post = Notice.Kind, NoticeChoice.How, Notice.Post

BY_ITSELF: dict[str, str] = {
    Kind.SUBMISSION: How.AT_ONCE,
    Kind.RETURN: How.AT_ONCE,
    Kind.PUBLICATION: How.AT_ONCE,
    Kind.MENTION: How.AT_ONCE,
    Kind.FAILURE: How.DAILY,
}
"""What somebody gets who has chosen nothing."""

DIGEST_FROM = time(7)
"""The letter of the day goes out from then on, in the newsroom's time."""

AT_ONCE = 5_000
"""Notices one run looks at; the next comes within a minute."""


def tell(
    kind: str,
    timeline: Timeline,
    actor: User | None,
    *,
    people: Iterable[User] | None = None,
    text: str = "",
    path: str = "",
) -> int:
    """Tell what happened to a timeline. How many were told; who did it is not told.

    `people`: whom, where the kind itself does not say (a mention). `path`: the page, if not the timeline's own.
    """
    whom = [person.pk for person in people] if people is not None else _concerned(kind, timeline)
    return _keep(kind, whom, actor, timeline.title, text, path or _place(kind, timeline))


def tell_failure(article: Article, reason: str) -> int:
    """Tell who brought an article in, and who owns a timeline it feeds, that it could not be read."""
    owners = article.timelines.values_list("owner", flat=True)
    whom = [pk for pk in (article.added_by_id, *owners) if pk is not None]
    return _keep(Kind.FAILURE, whom, None, str(article), reason, reverse("desk:jobs"))


def _concerned(kind: str, timeline: Timeline) -> list[int]:
    if kind == Kind.SUBMISSION:
        return list(User.objects.filter(groups__name=MODERATORS, is_active=True).values_list("pk", flat=True))
    return [pk for pk in (timeline.owner_id, timeline.submitted_by_id) if pk is not None]


def _place(kind: str, timeline: Timeline) -> str:
    if kind == Kind.SUBMISSION:
        return reverse("admin:timelines_timeline_review", args=[timeline.pk])
    return reverse("desk:timeline", args=[timeline.slug])


def _keep(kind: str, whom: Sequence[int], actor: User | None, title: str, text: str, path: str) -> int:
    told = [pk for pk in dict.fromkeys(whom) if actor is None or pk != actor.pk]
    if not told:
        return 0
    Notice.objects.bulk_create(
        [Notice(recipient_id=pk, kind=kind, actor=actor, title=title[:500], text=text, path=path[:300]) for pk in told]
    )
    transaction.on_commit(partial(_send))
    return len(told)


def _send() -> None:
    """Ask a worker to write the letters."""
    from editorial.tasks import post_notices  # tasks import this module

    try:
        post_notices.delay()
    except OperationalError as error:
        logger.warning("The broker did not take the notices; the scheduler will have them posted: %s", error)


# --- On the desk ------------------------------------------------------------------------------------------------


def of(person: User) -> NoticeQuerySet:
    """Somebody's notices, the newest first."""
    return Notice.objects.filter(recipient=person)


def unread(person: User) -> int:
    """How many notices somebody has not opened."""
    return of(person).unread().count()


def open_one(person: User, notice_id: int) -> str:
    """Where a notice leads; it counts as read from now on. Raises `Notice.DoesNotExist`."""
    notice = of(person).get(pk=notice_id)
    of(person).unread().filter(pk=notice_id).update(read_at=timezone.now())
    return notice.path


def read_all(person: User, up_to: int) -> int:
    """Mark as read what was on the page: all up to a number. How many."""
    return of(person).unread().filter(pk__lte=up_to).update(read_at=timezone.now())


# --- Letters ----------------------------------------------------------------------------------------------------


def choices_of(person: User) -> dict[str, str]:
    """How somebody wants letters, by kind."""
    return BY_ITSELF | dict(NoticeChoice.objects.filter(person=person).values_list("kind", "how"))


@transaction.atomic
def choose(person: User, choices: dict[str, str]) -> None:
    """How somebody wants letters from now on."""
    for kind, how in choices.items():
        NoticeChoice.objects.update_or_create(person=person, kind=kind, defaults={"how": how})


def post(now: datetime | None = None) -> int:
    """Write the letters that are due: what is wanted at once, and the letter of the day. How many went out.

    Several may do this at once: each notice, and each letter of the day, is claimed before it is sent.
    """
    due, later = _sorted_out()
    sent = sum(_post_one(notice) for notice in due)
    local = timezone.localtime(now)
    if local.time() >= DIGEST_FROM:
        sent += sum(_post_digest(notices, local) for notices in later)
    return sent


def _sorted_out() -> tuple[list[Notice], list[list[Notice]]]:
    """What is wanted at once, and by person what is wanted together; the rest will not be asked about again."""
    waiting = Notice.objects.to_post().select_related("recipient", "actor").order_by("pk")[:AT_ONCE]
    notices = list(waiting)
    chosen = {
        (person, kind): how
        for person, kind, how in NoticeChoice.objects.filter(
            person__in={notice.recipient_id for notice in notices}
        ).values_list("person", "kind", "how")
    }
    due: list[Notice] = []
    later: dict[int, list[Notice]] = {}
    unwanted: list[int] = []
    for notice in notices:
        how = chosen.get((notice.recipient_id, notice.kind), BY_ITSELF[notice.kind])
        if how == How.NONE or not notice.recipient.email or not notice.recipient.is_active:
            unwanted.append(notice.pk)
        elif how == How.DAILY:
            later.setdefault(notice.recipient_id, []).append(notice)
        else:
            due.append(notice)
    Notice.objects.to_post().filter(pk__in=unwanted).update(post=Post.NONE)
    return due, list(later.values())


def _post_one(notice: Notice) -> bool:
    if not _claim([notice.pk]):
        return False  # somebody was faster
    return _letter(str(notice), [notice])


def _post_digest(notices: list[Notice], local: datetime) -> bool:
    person = notices[0].recipient
    digest, is_first = Digest.objects.get_or_create(person=person, day=local.date())
    if not is_first:
        return False
    _claim([notice.pk for notice in notices])
    many = len(notices)
    sent = _letter(f"Dateline: {many} notice{'' if many == 1 else 's'}", notices)
    if not sent:
        digest.delete()
    return sent


def _claim(numbers: list[int]) -> int:
    return Notice.objects.to_post().filter(pk__in=numbers).update(post=Post.POSTED)


def _letter(subject: str, notices: list[Notice]) -> bool:
    """One letter about these. Where the mail server does not take it, they wait for the next run."""
    body = render_to_string("editorial/notices.txt", {"notices": notices, "site": settings.SITE_URL})
    try:
        send_mail(" ".join(subject.split())[:200], body, None, [notices[0].recipient.email])
    except (SMTPException, OSError) as error:
        logger.warning("A letter to %s was not taken: %s", notices[0].recipient, error)
        Notice.objects.filter(pk__in=[notice.pk for notice in notices]).update(post=Post.WAITING)
        return False
    return True
