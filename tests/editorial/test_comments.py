"""Comments: who is named in them, what is open, whose an entry is, and that no reader ever sees any of it."""

from __future__ import annotations

import json

import pytest
from django.contrib.auth.models import User
from django.test import Client
from hypothesis import given, strategies as st

from editorial import comments, publishing, review, undoing
from editorial.errors import Refused
from editorial.roles import MODERATORS
from tests.factories import make_entry, make_timeline, make_user
from timelines.models import Comment, Decision, Edition, Entry, Timeline

pytestmark = pytest.mark.django_db


@pytest.fixture
def entry() -> Entry:
    return make_entry()


def revision(entry: Entry) -> int:
    return Timeline.objects.get(pk=entry.timeline_id).revision


def names(comment: Comment) -> list[str]:
    return [person.username for person in comment.mentions.order_by("username")]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("@nora is this right?", ["nora"]),
        ("Ask @nora.", ["nora"]),
        ("(@Nora)", ["nora"]),
        ("@nora @j.kim-2 and @nora again", ["j.kim-2", "nora"]),
        ("nora@example.org", []),
        ("@@nora", []),
        ("@norah", []),
        ("@nobody here", []),
        ("@", []),
        ("@reader", []),
        ("@gone", []),
    ],
)
def test_who_is_named(entry: Entry, text: str, named: list[str]) -> None:
    for name in ("nora", "j.kim-2"):
        make_user(username=name)
    make_user(username="reader", role=None)
    make_user(username="gone", is_active=False)
    comment = comments.add(entry.pk, make_user(), text)
    assert comment.text == text
    assert names(comment) == named


@given(text=st.text(max_size=80), name=st.sampled_from(["nora", "j.kim"]))
def test_pieces_are_the_text(text: str, name: str) -> None:
    whole = f"{text} @{name}, {text}"
    found = comments.pieces(whole, {"nora", "j.kim"})
    assert "".join(piece.text for piece in found) == whole
    assert comments.Piece(f"@{name}", is_mention=True) in found


def test_an_empty_or_endless_comment_is_refused(entry: Entry) -> None:
    for text in ("", " \n\0 ", "x" * 5_001):
        with pytest.raises(Refused):
            comments.add(entry.pk, make_user(), text)
    assert revision(entry) == 1


def test_the_others_are_told(entry: Entry) -> None:
    comment = comments.add(entry.pk, make_user(), "Is this right?")
    assert revision(entry) == 2
    comments.resolve(comment.pk, make_user())
    comments.resolve(comment.pk, make_user())
    assert revision(entry) == 3
    comments.reopen(comment.pk, make_user())
    assert revision(entry) == 4


def test_resolved_and_open_again(entry: Entry) -> None:
    first, second = make_user(), make_user()
    comment = comments.add(entry.pk, first, "Is this right?")
    comments.resolve(comment.pk, first)
    comments.resolve(comment.pk, second)
    comment.refresh_from_db()
    assert comment.resolved_by == first
    assert not Comment.objects.open().exists()
    comments.reopen(comment.pk, second)
    assert Comment.objects.open().get().resolved_by is None


def test_a_merged_entry_takes_no_comment(entry: Entry) -> None:
    target = make_entry(entry.timeline)
    Entry.objects.filter(pk=entry.pk).update(state="merged", merged_into=target)
    with pytest.raises(Entry.DoesNotExist):
        comments.add(entry.pk, make_user(), "Too late")


def test_assigning_is_a_decision_that_can_be_undone(entry: Entry) -> None:
    actor, person = make_user(), make_user()
    comments.assign(entry.pk, actor, person.pk)
    entry.refresh_from_db()
    assert entry.assignee == person
    assert Decision.objects.get().verb == "assign"
    undoing.undo(entry.timeline_id, actor)
    entry.refresh_from_db()
    assert entry.assignee is None


def test_assigning_to_the_same_again_changes_nothing(entry: Entry) -> None:
    person = make_user()
    comments.assign(entry.pk, person, person.pk)
    comments.assign(entry.pk, person, person.pk)
    assert Decision.objects.count() == 1


@pytest.mark.parametrize("fields", [{"role": None}, {"is_active": False}])
def test_only_people_of_the_desk_are_given_entries(entry: Entry, fields: dict[str, object]) -> None:
    stranger = make_user(**fields)  # type: ignore[arg-type]
    with pytest.raises(Refused):
        comments.assign(entry.pk, make_user(), stranger.pk)
    assert not Decision.objects.exists()


def waiting(rows: list[comments.Waiting]) -> list[tuple[str, int]]:
    return [(row.title, row.number) for row in rows]


def test_what_waits_for_me() -> None:
    me, other = make_user(username="me"), make_user()
    ferries, budget = make_timeline(title="Ferries"), make_timeline(title="Budget")
    mine = [make_entry(ferries), make_entry(ferries, state="proposed"), make_entry(budget)]
    for entry in mine:
        comments.assign(entry.pk, other, me.pk)
    review.reject(mine[1].pk, other)
    comments.assign(make_entry(ferries).pk, other, other.pk)
    assert waiting(comments.assigned_to(me)) == [("Budget", 1), ("Ferries", 1)]
    done = comments.add(mine[0].pk, other, "@me first")
    comments.add(mine[0].pk, other, "@me second")
    comments.add(mine[2].pk, me, "nobody")
    comments.resolve(done.pk, me)
    assert waiting(comments.mentions_of(me)) == [("Ferries", 1)]
    assert waiting(comments.mentions_of(other)) == []


SECRET = "Between ourselves zebra"


def published(entry: Entry, moderator: User) -> Timeline:
    timeline = Timeline.objects.get(pk=entry.timeline_id)
    publishing.submit(timeline.pk, moderator)
    publishing.publish(timeline.pk, moderator, revision=revision(entry))
    return timeline


def test_no_reader_ever_sees_a_comment_or_whose_an_entry_is(entry: Entry, client: Client) -> None:
    author = make_user(first_name="Zebedee", username="zebedee")
    moderator = make_user(MODERATORS)
    comments.add(entry.pk, author, f"{SECRET} @zebedee")
    comments.assign(entry.pk, moderator, author.pk)
    timeline = published(entry, moderator)
    content = json.dumps(Edition.objects.get().content)
    page = client.get(f"/t/{timeline.slug}/").content.decode()
    assert entry.event.headline in page
    for text in (content, page, client.get("/").content.decode()):
        assert "zebra" not in text
        assert "ebedee" not in text
