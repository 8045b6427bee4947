"""Remarks on an entry, for the newsroom alone, and whose entry it is. Nothing of either ever reaches an Edition."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from editorial import review
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
def add(entry_id: int, author: User, text: str) -> Comment:
    """Say something about an entry. Raises `Refused` where nothing is said, or far too much."""
    text = text.replace("\0", "").replace("\r\n", "\n").strip()
    if not text:
        raise Refused("Write a comment first.")
    if len(text) > LONGEST:
        raise Refused(f"A comment has at most {LONGEST} characters; this one has {len(text)}. It is kept below.")
    timeline = _locked(entry_id)
    comment = Comment.objects.create(entry_id=entry_id, author=author, text=text)
    comment.mentions.set(mentioned(text, newsroom_people()))
    review.touch(timeline, author)
    return comment


@transaction.atomic
def resolve(comment_id: int, actor: User) -> Comment:
    """It is done. Who resolved it first stays named."""
    return _turn(comment_id, actor, done=True)


@transaction.atomic
def reopen(comment_id: int, actor: User) -> Comment:
    """It is not done after all."""
    return _turn(comment_id, actor, done=False)


def assign(entry_id: int, actor: User, person: User | None, *, slug: str | None = None) -> Entry:
    """Give the entry to somebody, or to nobody. Raises `Refused` where that person does not work at the desk."""
    if person is not None and not newsroom_people().filter(pk=person.pk).exists():
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


def _turn(comment_id: int, actor: User, *, done: bool) -> Comment:
    timeline = _locked(Comment.objects.values_list("entry_id", flat=True).get(pk=comment_id))
    comment = Comment.objects.select_related("entry").get(pk=comment_id)
    if (comment.resolved_at is not None) == done:
        return comment
    comment.resolved_at, comment.resolved_by = (timezone.now(), actor) if done else (None, None)
    comment.save(update_fields=["resolved_at", "resolved_by"])
    review.touch(timeline, actor)
    return comment


def _locked(entry_id: int) -> Timeline:
    """The entry's timeline, locked. Raises `Entry.DoesNotExist`."""
    there = Entry.objects.filter(~Q(state=Entry.State.MERGED), pk=entry_id).values_list("timeline_id", flat=True)
    return review.lock(there.get())
