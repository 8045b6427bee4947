"""Who is here: one row per tab, written seldom, gone soon."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.utils import timezone

from editorial import presence
from tests.editorial.views.helpers import queries
from tests.factories import make_entry, make_timeline, make_user
from timelines.models import Presence, Timeline

pytestmark = pytest.mark.django_db


@pytest.fixture
def timeline() -> Timeline:
    return make_timeline()


def named(first: str, last: str = "") -> User:
    return make_user(first_name=first, last_name=last)


def here(timeline: Timeline, person: User, tab: str = "a", **fields: object) -> list[presence.Face]:
    values = {"entry": None, "is_editing": False} | fields
    return presence.note(timeline.pk, person, tab, **values)  # type: ignore[arg-type]


def age(seconds: float) -> None:
    Presence.objects.update(seen_at=timezone.now() - timedelta(seconds=seconds))


def test_two_people_see_each_other_and_not_themselves(timeline: Timeline) -> None:
    night, day = named("Night", "desk"), named("Day", "desk")
    assert here(timeline, night) == []
    assert [face.name for face in here(timeline, day)] == ["Night desk"]
    assert [face.name for face in here(timeline, night)] == ["Day desk"]


def test_two_tabs_of_one_person_are_two(timeline: Timeline) -> None:
    night = named("Night", "desk")
    here(timeline, night, "a")
    (face,) = here(timeline, night, "b")
    assert face.is_me
    assert presence.words([face]) == "You are here in 2 tabs"


def test_another_timeline_is_elsewhere(timeline: Timeline) -> None:
    here(make_timeline(), named("Night"))
    assert here(timeline, named("Day")) == []


def test_nothing_new_is_not_written_down(timeline: Timeline) -> None:
    person = named("Night")
    here(timeline, person)
    before = Presence.objects.get().seen_at
    assert queries(lambda: here(timeline, person)) == 1
    assert Presence.objects.get().seen_at == before


def test_a_change_or_some_time_is_written_down(timeline: Timeline) -> None:
    person, entry = named("Night"), make_entry(timeline)
    here(timeline, person)
    assert queries(lambda: here(timeline, person, entry=entry.pk, is_editing=True)) == 2
    row = Presence.objects.get()
    assert (row.entry_id, row.is_editing) == (entry.pk, True)
    age(9)
    here(timeline, person, entry=entry.pk, is_editing=True)
    assert timezone.now() - Presence.objects.get().seen_at < timedelta(seconds=2)


def test_who_says_nothing_for_fifteen_seconds_is_gone(timeline: Timeline) -> None:
    here(timeline, named("Night"))
    age(14)
    assert len(here(timeline, named("Day"))) == 1
    age(16)
    assert here(timeline, named("Third")) == []


def test_leaving_is_seen_at_once(timeline: Timeline) -> None:
    night = named("Night")
    here(timeline, night, "a")
    here(timeline, night, "b")
    presence.leave(timeline.slug, night, "a")
    assert [row.tab for row in Presence.objects.all()] == ["b"]


def test_queries_do_not_grow_with_the_people(timeline: Timeline) -> None:
    person = named("Night")
    here(timeline, person)
    few = queries(lambda: here(timeline, person))
    for number in range(12):
        here(timeline, named(f"Reporter {number}"))
    assert queries(lambda: here(timeline, person)) == few


def test_swept_after_minutes(timeline: Timeline) -> None:
    here(timeline, named("Night"))
    assert presence.sweep() == 0
    age(400)
    assert presence.sweep() == 1


def face(name: str, entry: int | None = None, *, is_me: bool = False, is_editing: bool = False) -> presence.Face:
    person = User(pk=hash(name), username=name)
    return presence.Face(person, is_me, entry, is_editing)


@pytest.mark.parametrize(
    ("faces", "words"),
    [
        ([], ""),
        ([face("Night desk")], "You and Night desk are here"),
        ([face("Night desk"), face("Night desk")], "You and Night desk are here"),
        ([face("Night desk"), face("Politics")], "You, Night desk and Politics are here"),
        ([face("me", is_me=True), face("Politics")], "You (in 2 tabs) and Politics are here"),
        ([face(name) for name in "ABCDE"], "You, A, B and 3 others are here"),
    ],
)
def test_who_is_here_in_words(faces: list[presence.Face], words: str) -> None:
    assert presence.words(faces) == words


def test_at_an_entry_each_person_once_and_editing_first() -> None:
    looking, editing = face("Night", 7), face("Night", 7, is_editing=True)
    found = presence.at_entries([looking, face("Day"), editing])
    assert found == {7: [editing]}
    assert f"{editing.name} {editing.does}" == "Night is editing this"
    assert face("x", 7, is_me=True).does == "are looking at this"
