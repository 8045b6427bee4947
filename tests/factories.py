"""Plain functions that make rows for tests: `make_x(**fields)` fills in what a test does not care about."""

from __future__ import annotations

import hashlib
import itertools
from datetime import date
from typing import Any

from django.contrib.auth.models import Group, User
from django.core.files.base import ContentFile

from editorial.roles import JOURNALISTS, MODERATORS
from timelines.models import Article, Citation, Entry, Event, Job, Publisher, TemporalExpression, Timeline

_count = itertools.count(1)
PASSWORD = "a long enough secret"


def make_user(role: str | None = JOURNALISTS, **fields: Any) -> User:
    """A signed-up person; `role` is a group's name or None."""
    fields.setdefault("username", f"person{next(_count)}")
    staff = role == MODERATORS
    user = User.objects.create_user(password=PASSWORD, is_staff=fields.pop("is_staff", staff), **fields)
    if role:
        user.groups.add(Group.objects.get_or_create(name=role)[0])
    return user


def make_timeline(**fields: Any) -> Timeline:
    """A draft with an owner."""
    number = next(_count)
    fields.setdefault("slug", f"story-{number}")
    fields.setdefault("title", f"Story {number}")
    if "owner" not in fields:
        fields["owner"] = make_user()
    return Timeline.objects.create(**fields)


def make_article(
    text: str = "", *, timeline: Timeline | None = None, job: str | None = "done", **fields: Any
) -> Article:
    """A stored article; `job` is the status of its Job, None for no Job at all."""
    number = next(_count)
    text = text or f"Article {number}\n\nThe council voted on 3 May 2019. Nothing else happened."
    data = text.encode()
    fields.setdefault("title", f"Article {number}")
    fields.setdefault("published", date(2025, 2, 7))
    publisher = fields.pop("publisher", None)
    if isinstance(publisher, str):
        publisher = Publisher.objects.get_or_create(name=publisher)[0]
    article = Article.objects.create(
        text=text,
        text_sha256=hashlib.sha256(data).hexdigest(),
        file_sha256=hashlib.sha256(data).hexdigest(),
        file=ContentFile(data, name="x"),
        media_type="text/plain",
        publisher=publisher,
        **fields,
    )
    if timeline is not None:
        timeline.articles.add(article)
    if job is not None:
        Job.objects.create(article=article, status=job)
    return article


def make_expression(article: Article, words: str, edtf: str = "2019-05-03", **fields: Any) -> TemporalExpression:
    """The span of `words` (their first occurrence) in the article, read as `edtf`."""
    from timelines.extraction.edtf import bounds

    start = article.text.index(words)
    days = bounds(edtf)
    fields.setdefault("type", "DATE")
    fields.setdefault("value", edtf)
    fields.setdefault("rule", "test")
    return TemporalExpression.objects.create(
        article=article,
        start=start,
        end=start + len(words),
        text=words,
        edtf=edtf,
        earliest=days.earliest,
        latest=days.latest,
        **fields,
    )


def make_event(edtf: str = "2019-05-03", **fields: Any) -> Event:
    """An event with the days its date allows."""
    from timelines.extraction.edtf import bounds

    days = bounds(edtf)
    fields.setdefault("headline", f"Event {next(_count)}")
    fields.setdefault("earliest", days.earliest)
    fields.setdefault("latest", days.latest)
    return Event.objects.create(edtf=edtf, **fields)


def make_entry(
    timeline: Timeline | None = None, edtf: str = "2019-05-03", *, state: str = "accepted", **fields: Any
) -> Entry:
    """An event and its place. Fields that are not the entry's go to the event (headline, status, mod)."""
    timeline = timeline or make_timeline()
    own = {
        name: fields.pop(name)
        for name in ("position", "warnings", "proposal_key", "by_hand", "version")
        if name in fields
    }
    article = fields.pop("article", None)
    words = fields.pop("words", None)
    event = fields.pop("event", None) or make_event(edtf, **fields)
    own.setdefault("position", next(_count) * 1_000_000)
    entry = Entry.objects.create(timeline=timeline, event=event, state=state, **own)
    if article is not None:
        expression = make_expression(article, words, edtf) if words else None
        start = expression.start if expression else 0
        end = expression.end if expression else len(article.text)
        Citation.objects.create(event=event, article=article, expression=expression, start=start, end=end)
    return entry
