"""What a timeline is called and where it is found: made, and put right later."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.utils.text import slugify

from editorial import review
from editorial.errors import Refused
from timelines.models import Timeline, Topic

NAMES = ("title", "slug", "standfirst", "byline")


def start(timeline: Timeline, actor: User, topics: Iterable[Topic] = ()) -> Timeline:
    """Store a new timeline, owned by who makes it. Raises `Refused` where its address was taken just now."""
    timeline.owner = timeline.updated_by = actor
    with _address(timeline.slug):
        timeline.save()
        timeline.topics.set(topics)
    return timeline


def rename(timeline: Timeline, actor: User, topics: Iterable[Topic] | None = None) -> bool:
    """Save a timeline's title, address, standfirst, byline and topics, and nothing else of it. Whether anything
    changed. Readers see other topics with the next Edition.

    Raises `Refused` where readers have its address by now, or another timeline has taken the new one.
    """
    with _address(timeline.slug):
        stored = review.lock(timeline.pk)
        changed = [name for name in NAMES if getattr(stored, name) != getattr(timeline, name)]
        regrouped = topics is not None and set(stored.topics.all()) != set(topics)
        if not changed and not regrouped:
            return False
        if "slug" in changed and stored.live_edition_id is not None:
            raise Refused("This timeline was published meanwhile: readers have its address, and it stays.")
        for name in changed:
            setattr(stored, name, getattr(timeline, name))
        stored.save()
        if topics is not None:
            stored.topics.set(topics)
        review.touch(stored, actor)
    return True


def free_address(title: str, but: int | None = None) -> str:
    """An address made from a title that no timeline has (none but `but`): "the-ferry", "the-ferry-2"."""
    stem = slugify(title)[:70].strip("-") or "timeline"
    others = Timeline.objects.all() if but is None else Timeline.objects.exclude(pk=but)
    slug, number = stem, 1
    while others.filter(slug=slug).exists():
        number += 1
        slug = f"{stem}-{number}"
    return slug


@contextmanager
def _address(slug: str) -> Iterator[None]:
    """One transaction; where it fails because another timeline has the address, that is said."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        if not Timeline.objects.filter(slug=slug).exists():
            raise
        raise Refused("Another timeline has this address. Choose another.") from error
