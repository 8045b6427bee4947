"""admin:timelines_timeline_review, opened: what a moderator reads before deciding."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client

from editorial import publishing, roles
from editorial.roles import JOURNALISTS, MODERATORS
from tests.editorial.admin.helpers import EVIL, make_resubmitted, make_submitted, queries, reading, sign_in, superuser
from tests.factories import make_article, make_entry, make_expression, make_timeline
from tests.timelines.html import Page, sound
from timelines.models import Citation, Correction, Edition, Entry, Event, Timeline
from timelines.wording import date_words

pytestmark = pytest.mark.django_db


def look(client: Client, timeline: Timeline) -> Page:
    response = client.get(reading(timeline))
    assert response.status_code == 200
    return sound(response)


def has_form(page: Page, decision: str) -> bool:
    return bool(page.all("input", name="decision", value=decision))


# --- What it shows ------------------------------------------------------------------------------------------------


def test_it_shows_what_would_be_frozen(client: Client) -> None:
    sign_in(client)
    timeline = make_submitted(3, title="The bridge", standfirst="Twice built.", byline="the City desk")
    make_entry(timeline, "2020", headline="Nobody has decided this", state="proposed")
    make_entry(timeline, "2021", headline="This was set aside", state="rejected")
    page = look(client, timeline)
    content = publishing.freeze(timeline)
    assert [content[key] in page.text for key in ("title", "standfirst", "byline")] == [True] * 3
    assert [one["id"] for one in page.all("li", class_="event")] == [f"e-{one['id']}" for one in content["entries"]]
    for entry in content["entries"]:
        assert date_words(entry["edtf"]) in page.text
        assert entry["headline"] in page.text
        for source in entry["sources"]:
            assert f"“{source['quote']}”" in page.text
            assert source["publisher"] in page.text
    assert "Nobody has decided this" not in page.text
    assert "This was set aside" not in page.text


def test_it_is_the_page_that_readers_get(client: Client) -> None:
    sign_in(client)
    timeline = make_submitted(2)
    preview = client.get(reading(timeline)).content.decode()
    client.post(reading(timeline), {"decision": "publish", "revision": timeline.revision})
    public = client.get(f"/t/{timeline.slug}/").content.decode()

    def story(html: str) -> list[str]:
        """From the head to the last section, line by line; without what only a page with an address of its own has."""
        start, end = html.index('<header class="story__head">'), html.index('<section class="about__made">')
        html = html[start:end].replace('<details class="sources" open>', '<details class="sources">')
        own = (r'<form class="sift".*?</form>', r'<p class="about__more">.*?</p>', r'<a class="overview__axis".*?</a>')
        for part in own:
            html = re.sub(part, "", html, flags=re.DOTALL)
        return [line.strip() for line in html.split("\n") if line.strip()]

    assert len(story(public)) > 30
    assert story(preview) == story(public)


def test_sources_are_unfolded(client: Client) -> None:
    sign_in(client)
    page = look(client, make_submitted(2))
    sources = page.all("details", class_="sources")
    assert len(sources) == 2
    assert all("open" in one for one in sources)


def test_what_is_left_out_is_counted(client: Client) -> None:
    sign_in(client)
    timeline = make_submitted(2)
    warning = [{"code": "year-typo", "message": "“225” may be a slip.", "readings": []}]
    make_entry(timeline, state="proposed", warnings=warning)
    make_entry(timeline, state="proposed")
    make_entry(timeline, state="rejected")
    warned = make_entry(timeline, "2025-02", headline="A visit", warnings=warning)
    make_article("One more article is waiting.", timeline=timeline, job="queued")
    page = look(client, timeline)
    assert "3 accepted" in page.text
    assert "2 undecided, 1 set aside, 1 article still being read" in page.text
    assert "1 to be published, 1 undecided" in page.text
    assert "February 2025, A visit: “225” may be a slip." in page.text
    assert page.all("a", href=f"#e-{warned.pk}")


def test_sources_that_disagree_are_counted(client: Client) -> None:
    sign_in(client)
    timeline = make_submitted()
    entry = timeline.entries.get()
    other = make_article("The vote was on 5 May 1990, says another.", timeline=timeline)
    expression = make_expression(other, "5 May 1990", "1990-05-05")
    Citation.objects.create(event=entry.event, article=other, expression=expression, start=0, end=len(other.text))
    assert "Sources that disagree 1 event" in look(client, timeline).text


def test_who_submitted_it_and_when(client: Client) -> None:
    sign_in(client)
    timeline = make_submitted()
    assert timeline.submitted_by is not None
    text = look(client, timeline).text
    assert f"Submitted just now by {timeline.submitted_by.username}, on " in text
    assert "Below is what readers would see as edition 1." in text


def test_titles_headlines_and_quotes_are_text(client: Client) -> None:
    sign_in(client)
    timeline = make_timeline(title=EVIL, standfirst=EVIL, byline=EVIL)
    article = make_article(f"{EVIL} on 3 May 2019", timeline=timeline, title=EVIL, publisher=EVIL)
    warnings = [{"code": "x", "message": EVIL, "readings": []}]
    entry = make_entry(timeline, headline=EVIL, description=EVIL, warnings=warnings)
    Citation.objects.create(event=entry.event, article=article, start=0, end=len(article.text))
    publishing.submit(timeline.pk, sign_in(client))
    page = look(client, timeline)
    assert page.text.count(EVIL) >= 8


def test_the_second_edition_can_carry_a_correction(client: Client) -> None:
    sign_in(client)
    first = look(client, make_submitted())
    assert not first.all("textarea", name="correction")
    timeline, _ = make_resubmitted()
    page = look(client, timeline)
    entry = timeline.entries.get()
    assert page.all("textarea", name="correction", id="publish_correction")
    assert page.all("label", **{"for": "publish_correction"})
    assert page.all("label", **{"for": "publish_about"})
    assert page.all("option", value=str(entry.pk))
    assert "in place of edition 1" in page.text


def test_earlier_corrections_stand_where_readers_find_them(client: Client) -> None:
    user = sign_in(client)
    timeline, edition = make_resubmitted()
    Correction.objects.create(edition=edition, entry=timeline.entries.get(), text="It was May.", made_by=user)
    assert look(client, timeline).text.count("It was May.") == 2


@pytest.mark.parametrize("state", ["draft", "returned", "published"])
def test_what_does_not_wait_can_be_read_and_not_decided(client: Client, state: str) -> None:
    sign_in(client)
    timeline, _ = make_resubmitted()
    Timeline.objects.filter(pk=timeline.pk).update(state=state, note="Two dates are missing.")
    page = look(client, timeline)
    assert "It does not wait for a moderator." in page.text
    assert "Returned with this note: Two dates are missing." in page.text
    assert not has_form(page, "publish")
    assert not has_form(page, "return")


def test_nothing_accepted_yet(client: Client) -> None:
    sign_in(client)
    assert "0 accepted" in look(client, make_timeline()).text


# --- Who may, and how -----------------------------------------------------------------------------------------------


def test_superusers_decide_too(client: Client) -> None:
    superuser(client)
    page = look(client, make_submitted())
    assert has_form(page, "publish")
    assert has_form(page, "return")


@pytest.mark.parametrize(("verb", "other"), [("publish", "return"), ("return", "publish")])
def test_who_may_do_one_is_offered_one(client: Client, monkeypatch: pytest.MonkeyPatch, verb: Any, other: str) -> None:
    monkeypatch.setitem(roles.ALLOWED, MODERATORS, frozenset({"see", verb}))
    sign_in(client)
    timeline = make_submitted()
    page = look(client, timeline)
    assert has_form(page, verb)
    assert not has_form(page, other)
    data = {"decision": other, "revision": timeline.revision, "note": "No."}
    assert client.post(reading(timeline), data).status_code == 404
    timeline.refresh_from_db()
    assert timeline.state == "submitted"


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize(("role", "staff"), [(JOURNALISTS, False), (None, False), (None, True), (JOURNALISTS, True)])
def test_others_find_nothing(client: Client, role: str | None, staff: bool, method: str) -> None:
    timeline = make_submitted()
    sign_in(client, role, is_staff=staff)
    data = {"decision": "publish", "revision": timeline.revision}
    response = getattr(client, method)(reading(timeline), data, follow=True)
    assert response.status_code == 404
    assert timeline.title.encode() not in response.content
    timeline.refresh_from_db()
    assert timeline.state == "submitted"


def test_anonymous_people_sign_in_first(client: Client) -> None:
    timeline = make_submitted()
    for response in (client.get(reading(timeline)), client.post(reading(timeline), {"decision": "publish"})):
        assert response.status_code == 302
    assert not Edition.objects.exists()


@pytest.mark.parametrize("pk", [0, 987654321, 10**30])
def test_there_is_no_such_timeline(client: Client, pk: int) -> None:
    sign_in(client)
    assert client.get(f"/admin/timelines/timeline/{pk}/review/").status_code == 404
    assert client.post(f"/admin/timelines/timeline/{pk}/review/", {"decision": "publish"}).status_code == 404


def test_looking_changes_nothing(client: Client) -> None:
    sign_in(client)
    timeline = make_submitted()
    publish = {"decision": "publish", "revision": str(timeline.revision)}
    for query in (publish, {"decision": "return", "note": "x"}):
        assert client.get(reading(timeline), query).status_code == 200
        assert client.head(reading(timeline), query).status_code == 200
    before = timeline.state, timeline.revision, timeline.note
    timeline.refresh_from_db()
    assert (timeline.state, timeline.revision, timeline.note) == before
    assert not Edition.objects.exists()


@pytest.mark.parametrize("method", ["put", "patch", "delete"])
def test_only_get_and_post(client: Client, method: str) -> None:
    sign_in(client)
    assert getattr(client, method)(reading(make_submitted())).status_code == 405


@pytest.mark.parametrize("decision", [None, "", "delete"])
def test_a_decision_that_is_none(client: Client, decision: str | None) -> None:
    sign_in(client)
    timeline = make_submitted()
    data = {"revision": timeline.revision, "note": "x"} | ({} if decision is None else {"decision": decision})
    response = client.post(reading(timeline), data)
    assert response.status_code == 422
    assert "Nothing was changed." in sound(response).text
    timeline.refresh_from_db()
    assert timeline.state == "submitted"


def test_csrf(client: Client) -> None:
    timeline = make_submitted()
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(sign_in(client))
    data = {"decision": "publish", "revision": timeline.revision}
    assert strict.post(reading(timeline), data).status_code == 403
    assert not Edition.objects.exists()


def test_queries(client: Client) -> None:
    sign_in(client)
    small, big = make_submitted(1), make_submitted(25)
    client.get(reading(small))
    few = queries(lambda: client.get(reading(small)))
    assert queries(lambda: client.get(reading(big))) == few <= 20
    assert Entry.objects.count() == Event.objects.count() == 26
