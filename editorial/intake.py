"""Bytes -> text -> Article, once per content hash. The way in for the upload page and the shell alike.

An article is stored together with its bytes or not at all, its Job row in the same transaction; a worker is told once
that has committed.
"""

from __future__ import annotations

import hashlib
import logging
from dataclasses import asdict, dataclass, fields
from datetime import date
from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction
from django.db.models import Q

from editorial import pipeline, readers, review
from editorial.readers import Draft, Refused
from editorial.readers.cleaning import one_line
from timelines.extraction import Reading, extract
from timelines.models import Article, Job, Publisher, Timeline
from timelines.models.articles import random_path

logger = logging.getLogger(__name__)

_LENGTHS = {"title": 500, "byline": 300, "url": 2000}
"""What the columns hold, in characters."""

_TOP = 20_000
"""How much of a text is looked at for its dateline, in characters."""

SAMPLE = settings.BASE_DIR / "seeds" / "000_8a1a9c3e4bae9218.txt"


@dataclass(frozen=True, slots=True)
class Details:
    """What a person or an import says of an article; None where nothing is said and what the file says holds."""

    title: str | None = None
    publisher: str | None = None
    byline: str | None = None
    url: str | None = None
    published: date | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Stored:
    """An article and how it got there: `created` now, or here before; `attached` to the timeline now, or before."""

    article: Article
    created: bool
    attached: bool


def limits() -> readers.Limits:
    """What one file may cost, from the settings."""
    return readers.Limits(
        file_bytes=settings.DATELINE_MAX_FILE_BYTES,
        text_chars=settings.DATELINE_MAX_TEXT_CHARS,
        seconds=settings.DATELINE_READ_SECONDS,
        memory_mb=settings.DATELINE_READ_MEMORY_MB,
    )


def store_article(
    data: bytes, file_name: str, *, timeline: Timeline, user: User | None, details: Details | None = None
) -> Stored:
    """Read a file and put its article on the timeline. The same bytes or the same text make one Article.

    Raises `editorial.readers.Refused` with a reason for people; nothing is stored then.
    """
    known = _known(Q(file_sha256=_sha256(data)))
    if known is None:
        draft = readers.read(data, file_name, limits())
        same = Q(file_sha256=_sha256(data)) | Q(text_sha256=_sha256(draft.text.encode()))
        known = _known(same)
        if known is None:
            try:
                return _store(draft, data, file_name, timeline=timeline, user=user, details=details or Details())
            except IntegrityError:
                known = _known(same)
                if known is None:
                    raise
                # The same article came in at the same moment from somebody else; theirs is the one.
    return Stored(known, created=False, attached=attach(known, timeline, user))


def store_text(text: str, *, timeline: Timeline, user: User | None, details: Details | None = None) -> Stored:
    """As `store_article`, for text that was pasted or came in a JSON line; its UTF-8 bytes are what is kept."""
    # A lone half of a surrogate pair has no UTF-8; it is dropped, as it is from files.
    return store_article(text.encode(errors="ignore"), "pasted.txt", timeline=timeline, user=user, details=details)


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _known(condition: Q) -> Article | None:
    return Article.objects.filter(condition).first()


def _store(
    draft: Draft, data: bytes, file_name: str, *, timeline: Timeline, user: User | None, details: Details
) -> Stored:
    """Write bytes, Article and Job, all or none."""
    found = {name: value for name, value in _found(draft).items() if value}
    said = {name: value for name, value in asdict(details).items() if value}
    values = {**found, **said}
    article = Article(
        text=draft.text,
        text_sha256=_sha256(draft.text.encode()),
        file_sha256=_sha256(data),
        file_name=readers.plain_name(file_name),
        media_type=draft.media_type,
        found={name: str(value) for name, value in found.items()},
        added_by=user,
    )
    article.file.name = random_path(article, "")
    try:
        with transaction.atomic():
            _set_details(article, Details(**values))
            _write(article, data)
            article.save()
            attach(article, timeline, user)
    except BaseException:
        article.file.storage.delete(str(article.file.name))  # no bytes without their row
        raise
    return Stored(article, created=True, attached=True)


def _write(article: Article, data: bytes) -> None:
    """Keep the bytes under the article's random name."""
    try:
        article.file.name = article.file.storage.save(str(article.file.name), ContentFile(data))
    except OSError as error:
        logger.exception("An article's bytes could not be written")
        raise Refused(
            "There is no room to store this file. Nothing was stored; tell whoever looks after the server."
        ) from error


def _found(draft: Draft) -> dict[str, Any]:
    """The details that the file itself gave."""
    return {field.name: getattr(draft, field.name) for field in fields(Details)}


@transaction.atomic
def attach(article: Article, timeline: Timeline, user: User | None) -> bool:
    """Put the article on the timeline and ask for its reading. False where it is there already."""
    if timeline.articles.filter(pk=article.pk).exists():
        return False
    pipeline.request(article)
    timeline.articles.add(article)
    review.touch(timeline, user)
    return True


@transaction.atomic
def put_right(article_id: int, details: Details, user: User) -> bool:
    """Set what is known about an article. Whether it is read again.

    That is so where the day its dates count from, or its language, changed. Where nothing did, nothing is written.
    """
    # The Job first, as a worker does that has this very article: else each would wait for the other.
    list(Job.objects.select_for_update(no_key=True).filter(article=article_id))
    article = Article.objects.select_for_update(no_key=True).get(pk=article_id)
    before = _details_of(article)
    _set_details(article, details)
    article.published = details.published  # may be taken away again
    after = _details_of(article)
    if after == before:
        return False
    article.save(update_fields=list(after))
    again = any(before[name] != after[name] for name in ("published", "language"))
    if again:
        pipeline.request(article)
    for timeline in article.timelines.order_by("pk"):
        review.touch(timeline, user)
    return again


def day_of_dateline(article: Article) -> Reading | None:
    """The day that an article's dateline names, to be offered while its publication date is not known."""
    if article.published is not None:
        return None
    return extract(article.text[:_TOP], None, article.language, proposals=False).offered_publication


def _details_of(article: Article) -> dict[str, Any]:
    """What may be put right, by the names of the columns."""
    return {name: getattr(article, name) for name in (*_LENGTHS, "published", "language", "publisher_id")}


def _set_details(article: Article, details: Details) -> None:
    """Write the details that say something; a publisher is made at its first mention."""
    for name, length in _LENGTHS.items():
        value = getattr(details, name)
        if value is not None:
            setattr(article, name, one_line(value, length))
    if len(details.url or "") > _LENGTHS["url"]:
        article.url = ""  # half an address leads elsewhere
    article.published = details.published or article.published
    article.language = details.language or article.language
    if details.publisher is not None:
        name = one_line(details.publisher, 200)
        article.publisher = publisher_named(name) if name else None


def publisher_named(name: str) -> Publisher:
    """The publisher of that name, whatever the case it is written in."""
    found = Publisher.objects.filter(name__iexact=name).first()
    if found is None and not name.isascii():
        # SQLite knows the case of ASCII letters alone.
        wanted = name.casefold()
        found = next((row for row in Publisher.objects.iterator() if row.name.casefold() == wanted), None)
    return found or Publisher.objects.get_or_create(name=name)[0]


@transaction.atomic
def take_sample(user: User) -> Timeline:
    """The sample article on a timeline of its own, owned by `user`."""
    slug, number = "trump-and-kim", 1
    while Timeline.objects.filter(slug=slug).exists():
        number += 1
        slug = f"trump-and-kim-{number}"
    timeline = Timeline.objects.create(slug=slug, title="Trump and Kim Jong Un", owner=user, updated_by=user)
    store_article(
        SAMPLE.read_bytes(), SAMPLE.name, timeline=timeline, user=user, details=Details(published=date(2025, 2, 7))
    )
    return timeline
