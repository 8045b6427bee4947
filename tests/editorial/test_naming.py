"""What a timeline is called: made and put right, whatever happens at the same moment."""

from __future__ import annotations

import pytest
from django.db import IntegrityError
from django.test import Client
from django.urls import reverse

from editorial import naming, review
from editorial.errors import Refused
from tests.editorial.views.helpers import sign_in
from tests.factories import make_entry, make_timeline, make_user
from timelines.models import Edition, Timeline

pytestmark = pytest.mark.django_db


def publish(timeline: Timeline) -> None:
    edition = Edition.objects.create(timeline=timeline, number=1, slug=timeline.slug, title="A", content={})
    Timeline.objects.filter(pk=timeline.pk).update(live_edition=edition, state="published")


def test_who_starts_a_timeline_owns_it() -> None:
    actor = make_user()
    timeline = naming.start(Timeline(title="Ferries", slug="ferries"), actor)
    assert (timeline.owner, timeline.updated_by) == (actor, actor)


def test_an_address_taken_in_between_is_said() -> None:
    taken, other = make_timeline(), make_timeline()
    with pytest.raises(Refused, match="Another timeline has this address"):
        naming.start(Timeline(title="Ferries", slug=taken.slug), make_user())
    other.slug = taken.slug
    with pytest.raises(Refused, match="Another timeline has this address"):
        naming.rename(other, make_user())
    assert Timeline.objects.count() == 2


def test_another_fault_is_not_taken_for_that() -> None:
    timeline = make_timeline()
    timeline.title = ""
    with pytest.raises(IntegrityError):
        naming.start(Timeline(title="", slug="free"), make_user())


def test_only_names_are_written() -> None:
    timeline, actor = make_timeline(), make_user()
    review.reject(make_entry(timeline).pk, make_user())
    timeline.title = "Ferries"
    timeline.state = "returned"
    assert naming.rename(timeline, actor)
    stored = Timeline.objects.get(pk=timeline.pk)
    assert (stored.title, stored.state, stored.revision, stored.updated_by) == ("Ferries", "draft", 3, actor)
    # What the history says of the rest is as it was stored, not as this form had read it.
    latest = stored.history.latest()
    assert (latest.title, latest.state, latest.revision) == ("Ferries", "draft", 2)


def test_saving_the_same_names_is_no_change() -> None:
    timeline = make_timeline()
    rows = timeline.history.count()
    assert not naming.rename(Timeline.objects.get(pk=timeline.pk), make_user())
    assert Timeline.objects.get(pk=timeline.pk).revision == timeline.revision
    assert timeline.history.count() == rows


def test_an_address_that_readers_have_stays() -> None:
    timeline = make_timeline(slug="ferries")
    open_form = Timeline.objects.get(pk=timeline.pk)
    publish(timeline)
    open_form.slug = "boats"
    with pytest.raises(Refused, match="readers have its address"):
        naming.rename(open_form, make_user())
    assert Timeline.objects.get(pk=timeline.pk).slug == "ferries"


@pytest.mark.parametrize("page", ["new", "details"])
def test_the_form_keeps_what_was_typed(client: Client, monkeypatch: pytest.MonkeyPatch, page: str) -> None:
    sign_in(client)

    def refuse(*_: object) -> None:
        raise Refused("Another timeline has this address. Choose another.")

    monkeypatch.setattr(naming, "start", refuse)
    monkeypatch.setattr(naming, "rename", refuse)
    url = reverse("desk:timeline-new") if page == "new" else reverse("desk:timeline-edit", args=[make_timeline().slug])
    response = client.post(url, {"title": "Ferries & boats", "slug": "ferries"})
    html = response.content.decode()
    assert response.status_code == 422
    assert "Another timeline has this address" in html
    assert 'value="Ferries &amp; boats"' in html
