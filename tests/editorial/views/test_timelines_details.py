"""desk:timeline-edit."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from tests.editorial.views.helpers import desk, queries, said, sign_in
from tests.factories import make_article, make_entry, make_timeline
from tests.timelines.editions import entry, make_edition
from timelines.exports import FORMATS
from timelines.models import Edition, Timeline

pytestmark = pytest.mark.django_db


def address(timeline: Timeline) -> str:
    return reverse("desk:timeline-edit", args=[timeline.slug])


def ferry() -> Timeline:
    return make_timeline(slug="ferry", title="The ferry", standfirst="What sank.", byline="The desk")


def typed(**fields: str) -> dict[str, str]:
    """What the form sends for the untouched timeline, with changes."""
    return {"slug": "ferry", "title": "The ferry", "standfirst": "What sank.", "byline": "The desk", **fields}


def test_who_may(client: Client) -> None:
    timeline = ferry()
    answer = client.post(address(timeline), typed(title="New"))
    assert (answer.status_code, answer["Location"]) == (302, f"/accounts/login/?next={address(timeline)}")
    sign_in(client, role=None)
    assert client.get(address(timeline)).status_code == 404
    assert client.post(address(timeline), typed(title="New")).status_code == 404
    timeline.refresh_from_db()
    assert timeline.title == "The ferry"


def test_other_methods_are_refused(client: Client) -> None:
    sign_in(client)
    assert client.delete(address(ferry())).status_code == 405


def test_unknown_timeline_is_not_found(client: Client) -> None:
    sign_in(client)
    assert client.get(reverse("desk:timeline-edit", args=["nowhere"])).status_code == 404


def test_form_shows_what_is_stored(client: Client) -> None:
    sign_in(client)
    html = client.get(address(ferry())).content.decode()
    for stored in ('value="The ferry"', "What sank.</textarea>", 'value="The desk"', 'value="ferry"'):
        assert stored in html


def test_changes_are_saved(client: Client) -> None:
    user = sign_in(client)
    timeline = ferry()
    response = client.post(address(timeline), typed(title="The boat", slug="boat", byline=""), follow=True)
    timeline.refresh_from_db()
    assert response.redirect_chain == [("/desk/t/boat/", 302)]
    assert said(response) == ["Saved."]
    assert (timeline.title, timeline.slug, timeline.byline) == ("The boat", "boat", "")
    assert (timeline.revision, timeline.updated_by) == (2, user)


def test_nothing_else_is_written(client: Client) -> None:
    sign_in(client)
    timeline = ferry()
    client.post(address(timeline), typed(state="published", owner="", note="x", title="The boat"))
    stored = Timeline.objects.get(pk=timeline.pk)
    assert (stored.state, stored.owner, stored.note) == (timeline.state, timeline.owner, "")
    assert stored.title == "The boat"


def test_emptied_address_is_made_from_the_title(client: Client) -> None:
    sign_in(client)
    timeline = ferry()
    make_timeline(slug="the-ferry")
    client.post(address(timeline), typed(slug=""))
    timeline.refresh_from_db()
    assert timeline.slug == "the-ferry-2"


def test_address_that_readers_have_stays(client: Client) -> None:
    user = sign_in(client)
    timeline = ferry()
    timeline.live_edition = Edition.objects.create(
        timeline=timeline, number=1, slug="ferry", title="The ferry", content={}, published_by=user
    )
    timeline.state = "published"
    timeline.save()
    client.post(address(timeline), typed(slug="boat", title="The boat"))
    timeline.refresh_from_db()
    assert (timeline.slug, timeline.title) == ("ferry", "The boat")


@pytest.mark.parametrize(
    ("field", "wrong"), [("title", ""), ("title", "x" * 201), ("slug", "two words"), ("slug", "taken")]
)
def test_errors_keep_what_was_typed(client: Client, field: str, wrong: str) -> None:
    sign_in(client)
    timeline = ferry()
    make_timeline(slug="taken")
    response = client.post(address(timeline), typed(standfirst="Why & how.", **{field: wrong}))
    html = response.content.decode()
    assert response.status_code == 422
    assert list(response.context["form"].errors) == [field]
    assert "Why &amp; how.</textarea>" in html
    assert not wrong or f'value="{wrong}"' in html
    assert f'href="{desk(timeline)}"' in html
    assert "Of the timeline <b>The ferry</b>" in html
    timeline.refresh_from_db()
    assert (timeline.title, timeline.slug, timeline.standfirst) == ("The ferry", "ferry", "What sank.")


def test_title_is_escaped(client: Client) -> None:
    sign_in(client)
    html = client.get(address(make_timeline(title='"><script>alert(1)</script>'))).content.decode()
    assert "<script>alert(1)" not in html
    assert "&quot;&gt;&lt;script&gt;alert(1)" in html


def test_queries_do_not_grow(client: Client) -> None:
    sign_in(client)
    counts = []
    for size in (1, 12):
        timeline = make_timeline()
        for _ in range(size):
            make_entry(timeline, article=make_article(timeline=timeline))
        url, fields = address(timeline), typed(slug=timeline.slug)
        counts.append(
            (
                queries(lambda url=url: client.get(url)),  # type: ignore[misc]
                queries(lambda url=url, fields=fields: client.post(url, fields)),  # type: ignore[misc]
            )
        )
    assert counts[0] == counts[1]
    assert max(counts[1]) <= 17


def test_the_files_of_the_live_edition_are_listed(client: Client) -> None:
    sign_in(client)
    timeline = make_timeline(slug="ferry")
    url = reverse("desk:timeline-edit", args=["ferry"])
    assert "Once a moderator has published it" in client.get(url).content.decode()
    make_edition(entry(1, "2019", "It sails"), timeline=timeline)
    html = client.get(url).content.decode()
    for path in (
        "/t/ferry/",
        "/t/ferry/feed.xml",
        *(reverse("timelines:download", args=["ferry", name]) for name in FORMATS),
    ):
        assert f'href="{path}"' in html
    desk = client.get(reverse("desk:timeline", args=["ferry"])).content.decode()
    assert 'href="/t/ferry/"' in desk
    assert f'href="{url}#files"' in desk
