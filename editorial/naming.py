"""What a timeline is called and where it is found: made, and put right later."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.contrib.auth.models import User
from django.db import IntegrityError, transaction

from editorial import review
from editorial.errors import Refused
from timelines.models import Timeline

NAMES = ("title", "slug", "standfirst", "byline")


def start(timeline: Timeline, actor: User) -> Timeline:
    """Store a new timeline, owned by who makes it. Raises `Refused` where its address was taken just now."""
    timeline.owner = timeline.updated_by = actor
    with _address(timeline.slug):
        timeline.save()
    return timeline


def rename(timeline: Timeline, actor: User) -> bool:
    """Save a timeline's title, address, standfirst and byline, and nothing else of it. Whether anything changed.

    Raises `Refused` where readers have its address by now, or another timeline has taken the new one.
    """
    with _address(timeline.slug):
        stored = review.lock(timeline.pk)
        changed = [name for name in NAMES if getattr(stored, name) != getattr(timeline, name)]
        if not changed:
            return False
        if "slug" in changed and stored.live_edition_id is not None:
            raise Refused("This timeline was published meanwhile: readers have its address, and it stays.")
        for name in changed:
            setattr(stored, name, getattr(timeline, name))
        stored.save()
        review.touch(stored, actor)
    return True


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
