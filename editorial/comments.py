"""Remarks on an entry, for the newsroom alone, and whose entry it is. Nothing of either ever reaches an Edition."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Count, Q, QuerySet
from django.urls import reverse
from django.utils import timezone

from editorial import noticing, review
from editorial.errors import Refused
from editorial.people import newsroom_people
from timelines.models import Comment, Entry, Timeline

LONGEST = 5_000
"""Characters of one comment."""

_MENTION = re.compile(r"(?<![\w@.+-])@([\w.+-]+)")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a comment; `is_mention` where it names somebody of the newsroom."""

    text: str
    is_mention: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """A comment as it is shown."""

    comment: Comment
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Waiting:
    """How many entries of a timeline wait for somebody."""

    slug: str
    title: str
    number: int


@transaction.atomic
def add(entry_id: int, author: User, text: str, *, slug: str | None = None) -> Comment:
    """Say something about an entry. Raises `Refused` where nothing is said, or far too much, and `Entry.DoesNotExist`
    where the entry is gone, or not in the timeline that `slug` names."""
    text = text.replace("\0", "").replace("\r\n", "\n").strip()
    if not text:
        raise Refused("Write a comment first.")
    if len(text) > LONGEST:
        raise Refused(f"A comment has at most {LONGEST} characters; this one has {len(text)}. It is kept below.")
    timeline = _locked(Entry.objects.filter(~Q(state=Entry.State.MERGED), pk=entry_id).values("timeline"), slug)
    comment = Comment.objects.create(entry_id=entry_id, author=author, text=text)
    people = mentioned(text, newsroom_people()) if _MENTION.search(text) else []
    named: Any = Comment.mentions.through
    named.objects.bulk_create([named(comment_id=comment.pk, user_id=person.pk) for person in people])
    path = reverse("desk:comments", args=[timeline.slug, entry_id])
    noticing.tell("mention", timeline, author, people=people, text=text, path=path)
    review.touch(timeline, author)
    return comment


@transaction.atomic
def resolve(comment_id: int, actor: User, *, slug: str | None = None) -> Comment:
    """It is done. Who resolved it first stays named. Raises `Entry.DoesNotExist` where there is no such comment."""
    return _turn(comment_id, actor, slug, done=True)


@transaction.atomic
def reopen(comment_id: int, actor: User, *, slug: str | None = None) -> Comment:
    """It is not done after all. Raises `Entry.DoesNotExist` where there is no such comment."""
    return _turn(comment_id, actor, slug, done=False)


def assign(entry_id: int, actor: User, person_id: int | None, *, slug: str | None = None) -> Entry:
    """Give the entry to somebody, or to nobody. Raises `Refused` where that person does not work at the desk."""
    person: User | None = None
    if person_id is not None:
        person = actor if person_id == actor.pk else newsroom_people().filter(pk=person_id).first()
        if person is None:
            raise Refused("That person does not work at this desk any more. Choose somebody else.")
    with review.changing(entry_id, actor, "assign", None, slug=slug) as entry:
        entry.assignee = person
    return entry


def of(entry: Entry, people: Iterable[User]) -> list[Said]:
    """What was said about an entry, the oldest first."""
    rows = entry.comments.select_related("author", "resolved_by")
    names = {person.get_username().casefold() for person in people}
    return [Said(comment, pieces(comment.text, names)) for comment in rows]


def mentioned(text: str, people: Iterable[User]) -> list[User]:
    """Who of these people is named with an @ in the text; other names with an @ are only words."""
    named = {person.get_username().casefold(): person for person in people}
    found = (_known(match[1], named) for match in _MENTION.finditer(text))
    return list({named[name].pk: named[name] for name in found if name}.values())


def pieces(text: str, names: Iterable[str]) -> tuple[Piece, ...]:
    """The text with its mentions told apart; `names` are user names, casefolded."""
    known, found, at = set(names), [], 0
    for match in _MENTION.finditer(text):
        name = _known(match[1], known)
        if name is None:
            continue
        end = match.start() + 1 + len(name)
        found += [Piece(text[at : match.start()]), Piece(text[match.start() : end], is_mention=True)]
        at = end
    return tuple(piece for piece in [*found, Piece(text[at:])] if piece.text)


def assigned_to(person: User) -> list[Waiting]:
    """In which timelines entries are this person's, and how many; those set aside are not counted."""
    mine = Entry.objects.filter(assignee=person, state__in=Entry.PLACED)
    return _by_timeline(mine.order_by(), "timeline")


def mentions_of(person: User) -> list[Waiting]:
    """In which timelines open comments mention this person, and how many."""
    rows = Comment.objects.open().filter(mentions=person).exclude(entry__state=Entry.State.MERGED)
    return _by_timeline(rows.order_by(), "entry__timeline")


def _by_timeline(rows: QuerySet[Entry] | QuerySet[Comment], to: str) -> list[Waiting]:
    values = rows.values_list(f"{to}__slug", f"{to}__title").annotate(number=Count("pk")).order_by(f"{to}__title")
    return [Waiting(*row) for row in values]


def _known(written: str, names: Sequence[str] | set[str] | dict[str, User]) -> str | None:
    """The name that is meant, without what closes the sentence behind it."""
    name = written.casefold()
    while name and name not in names and name[-1] in ".+-":
        name = name[:-1]
    return name if name in names else None


def _turn(comment_id: int, actor: User, slug: str | None, *, done: bool) -> Comment:
    timeline = _locked(Comment.objects.filter(pk=comment_id).values("entry__timeline"), slug)
    comment = Comment.objects.get(pk=comment_id)
    if (comment.resolved_at is not None) == done:
        return comment
    comment.resolved_at, comment.resolved_by = (timezone.now(), actor) if done else (None, None)
    comment.save(update_fields=["resolved_at", "resolved_by"])
    review.touch(timeline, actor)
    return comment


def _locked(of: QuerySet[Any, Any], slug: str | None) -> Timeline:
    """The timeline that the query names, locked. Raises `Entry.DoesNotExist` where it names none, or not this one."""
    found = Timeline.objects.select_for_update(no_key=True).filter(pk__in=of)
    timeline = (found if slug is None else found.filter(slug=slug)).first()
    if timeline is None:
        raise Entry.DoesNotExist
    return timeline
