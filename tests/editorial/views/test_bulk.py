"""desk:bulk, desk:bulk-every and desk:bulk-menu."""

from __future__ import annotations

import json
from functools import partial

import pytest
from django.test import Client
from django.urls import reverse

from editorial import review
from tests.editorial.views.helpers import (
    HX,
    MOST_QUERIES,
    desk,
    fill,
    followed_by,
    must_be_posted,
    queries,
    said,
    sign_in,
)
from tests.factories import make_article, make_entry, make_timeline, make_user
from timelines.models import Article, Entry, Timeline

pytestmark = pytest.mark.django_db


def url(name: str, timeline: Timeline, query: str = "") -> str:
    return reverse(f"desk:{name}", args=[timeline.slug]) + query


def proposals(count: int = 3) -> tuple[Timeline, list[Entry]]:
    timeline = make_timeline()
    return timeline, [make_entry(timeline, state="proposed") for _ in range(count)]


def ticked(entries: list[Entry]) -> list[str]:
    return [f"{entry.pk}.{entry.version}" for entry in entries]


def states(timeline: Timeline) -> list[str]:
    return list(timeline.entries.order_by("pk").values_list("state", flat=True))


def test_plain_form_leads_back_with_a_notice(client: Client) -> None:
    sign_in(client)
    timeline, entries = proposals()
    response = client.post(url("bulk", timeline), {"entry": ticked(entries), "to": "accepted"}, follow=True)
    assert response.redirect_chain == [(f"{desk(timeline)}#e-{entries[2].pk}", 302)]
    assert said(response) == ["3 accepted. U to undo."]
    assert states(timeline) == ["accepted"] * 3


def test_htmx_gets_the_list_and_goes_on(client: Client) -> None:
    sign_in(client)
    timeline, entries = proposals()
    following = make_entry(timeline, "2020", state="proposed")
    response = client.post(url("bulk", timeline), {"entry": ticked(entries), "to": "rejected"}, headers=HX)
    html = response.content.decode()
    assert response["HX-Retarget"] == "#list"
    assert "3 set aside. U to undo." in html
    assert followed_by(response) == following.pk
    assert states(timeline) == ["rejected"] * 3 + ["proposed"]


def test_what_was_decided_meanwhile_is_said(client: Client) -> None:
    sign_in(client)
    timeline, entries = proposals()
    review.reject(entries[0].pk, make_user())
    review.accept(entries[1].pk, make_user())
    data = {"entry": ticked(entries), "to": "accepted"}
    html = client.post(url("bulk", timeline), data, headers=HX).content.decode()
    assert "1 accepted, 1 was so already, 1 left alone: changed by somebody meanwhile. U to undo." in html
    response = client.post(url("bulk", timeline), data, headers=HX)
    assert response.status_code == 422
    assert "Nothing accepted, 2 were so already" in response.content.decode()


@pytest.mark.parametrize("values", [[], ["x"], ["-1.2"]])
def test_nothing_selected(client: Client, values: list[str]) -> None:
    sign_in(client)
    timeline, _ = proposals()
    response = client.post(url("bulk", timeline), {"entry": values, "to": "accepted"}, headers=HX)
    assert response.status_code == 422
    assert "Nothing is selected." in response.content.decode()


def test_a_box_may_leave_out_the_version(client: Client) -> None:
    sign_in(client)
    timeline, entries = proposals()
    client.post(url("bulk", timeline), {"entry": [entries[0].pk], "to": "accepted"})
    assert states(timeline) == ["accepted", "proposed", "proposed"]


def test_the_rows_have_boxes_that_belong_to_the_toolbar(client: Client) -> None:
    sign_in(client)
    timeline, entries = proposals(1)
    html = client.get(desk(timeline)).content.decode()
    assert f'name="entry" value="{entries[0].pk}.1" form="selection"' in html
    assert 'id="selection" method="post"' in html


def story() -> tuple[Timeline, Article]:
    timeline = make_timeline()
    article = make_article("It fell on 3 May 2019.", timeline=timeline)
    make_entry(timeline, article=article, words="3 May 2019", state="proposed")
    make_entry(timeline, "2010/..", article=article, state="proposed")
    return timeline, article


def test_menu_says_how_many(client: Client) -> None:
    sign_in(client)
    timeline, article = story()
    for headers in (HX, {}):
        html = client.get(url("bulk-menu", timeline, f"?article={article.pk}"), headers=headers).content.decode()
        assert "Accept all 2 past events" in html
        assert "Reject the one vague date" in html
        assert ("<html" in html) is not bool(headers)
    other = client.get(url("bulk-menu", timeline, f"?article={make_article().pk}"), headers=HX)
    assert "Reject the one vague date of the whole timeline" in other.content.decode()
    Entry.objects.update(state="accepted")
    other = client.get(url("bulk-menu", timeline, f"?article={article.pk}"), headers=HX)
    assert "No proposals that one press could decide" in other.content.decode()


def test_vague_dates_of_the_whole_timeline(client: Client) -> None:
    sign_in(client)
    timeline, article = story()
    make_entry(timeline, "199X", state="proposed", article=make_article(timeline=timeline))
    html = client.get(url("bulk-menu", timeline, f"?article={article.pk}"), headers=HX).content.decode()
    assert "Reject the one vague date<" in html
    assert "Reject all 2 vague dates of the whole timeline" in html
    data = {"which": "vague", "article": "all", "count": 2}
    assert "2 set aside." in client.post(url("bulk-every", timeline), data, headers=HX).content.decode()
    assert states(timeline) == ["proposed", "rejected", "rejected"]
    client.post(reverse("desk:undo", args=[timeline.slug]), headers=HX)
    assert states(timeline) == ["proposed"] * 3


def test_past_events_are_accepted_by_article_alone(client: Client) -> None:
    sign_in(client)
    timeline, _ = story()
    data = {"which": "past", "article": "all", "count": 2}
    assert client.post(url("bulk-every", timeline), data, headers=HX).status_code == 422
    assert states(timeline) == ["proposed"] * 2


@pytest.mark.parametrize("back", [False, True])
def test_queries_do_not_grow_with_what_one_press_takes(client: Client, back: bool) -> None:
    sign_in(client)
    counts = set()
    for size in (4, 600):
        timeline = make_timeline()
        fill(timeline, size, edtf="199X")
        data = {"which": "vague", "article": "all", "count": size // 2}
        press = partial(client.post, url("bulk-every", timeline), data, headers=HX)
        if back:
            press()
            press = partial(client.post, reverse("desk:undo", args=[timeline.slug]), headers=HX)
        counts.add(queries(press))
        assert timeline.entries.filter(state="proposed" if back else "rejected").count() == size // 2
    assert len(counts) == 1
    assert max(counts) <= MOST_QUERIES


@pytest.mark.parametrize(("which", "count", "words"), [("past", 2, "2 accepted."), ("vague", 1, "1 set aside.")])
def test_every_one_of_a_kind(client: Client, which: str, count: int, words: str) -> None:
    sign_in(client)
    timeline, article = story()
    data = {"which": which, "article": article.pk, "count": count}
    assert words in client.post(url("bulk-every", timeline), data, headers=HX).content.decode()
    again = client.post(url("bulk-every", timeline), data, headers=HX)
    assert again.status_code == 422
    assert "now there are none" in again.content.decode()


@pytest.mark.parametrize("name", ["bulk", "bulk-every"])
def test_who_may_and_how(client: Client, name: str) -> None:
    timeline, entries = proposals()
    data = {"entry": ticked(entries), "to": "accepted", "which": "past", "count": 3}
    assert client.post(url(name, timeline), data).status_code == 302
    assert must_be_posted(client, url(name, timeline))
    sign_in(client, role=None)
    assert client.post(url(name, timeline), data).status_code == 404
    assert states(timeline) == ["proposed"] * 3


def test_who_may_see_the_menu(client: Client) -> None:
    timeline, _ = proposals()
    assert client.get(url("bulk-menu", timeline)).status_code == 302
    sign_in(client, role=None)
    assert client.get(url("bulk-menu", timeline)).status_code == 404


def pressed(client: Client, name: str, state: str, aim: str) -> set[int]:
    """What a press asks of the database, for few and many entries on timelines short and long."""
    counts = set()
    for size in (5, 300):
        for number in (2, 10):
            timeline = make_timeline()
            article = make_article(f"{timeline.title}: it fell on 3 May 2019.", timeline=timeline)
            entries = [make_entry(timeline, article=article, state=state) for _ in range(number)]
            fill(timeline, size)
            data = {"entry": ticked(entries), "to": aim, "which": "past", "article": article.pk, "count": number}
            address = url(name, timeline, f"?article={article.pk}")
            counts.add(queries(partial(client.post, address, data, headers=HX)))
            assert states(timeline)[:number] == [aim] * number
    return counts


@pytest.mark.parametrize(
    ("name", "state", "aim"),
    [
        ("bulk", "proposed", "accepted"),
        ("bulk", "accepted", "rejected"),
        ("bulk", "rejected", "accepted"),
        ("bulk-every", "proposed", "accepted"),
    ],
)
def test_queries_do_not_grow(client: Client, name: str, state: str, aim: str) -> None:
    sign_in(client)
    counts = pressed(client, name, state, aim)
    assert len(counts) == 1
    assert max(counts) <= MOST_QUERIES


def test_strip_and_marks_are_asked_for_afterwards(client: Client) -> None:
    sign_in(client)
    timeline, article = story()
    data = {"entry": ticked(list(timeline.entries.all())), "to": "accepted"}
    response = client.post(url("bulk", timeline, f"?article={article.pk}&show=accepted"), data, headers=HX)
    event = json.loads(response["HX-Trigger-After-Settle"])["desk:answer"]
    assert event["rest"] == url("overview", timeline, f"?article={article.pk}&show=accepted")
    html = client.get(f"{event['rest']}&marks=1", headers=HX).content.decode()
    assert "mark--accepted" in html


def test_another_timelines_entries_are_left_alone(client: Client) -> None:
    sign_in(client)
    timeline, entries = proposals()
    other, _ = proposals()
    client.post(url("bulk", other), {"entry": ticked(entries), "to": "accepted"}, headers=HX)
    assert states(timeline) == ["proposed"] * 3
    before = Timeline.objects.get(pk=other.pk).revision
    assert before == other.revision, "what comes to nothing changes nothing"
    gone = reverse("desk:bulk", args=["no-such-timeline"])
    assert client.post(gone, {"entry": ticked(entries), "to": "accepted"}).status_code == 404
