"""admin: the list of timelines, and the page of one."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from tests.editorial.admin.helpers import EVIL, make_resubmitted, make_submitted, queries, reading, sign_in, superuser
from tests.factories import make_article, make_entry, make_timeline
from tests.timelines.html import Page
from timelines.models import Timeline

pytestmark = pytest.mark.django_db

LIST = "/admin/timelines/timeline/"


def change(timeline: Timeline) -> str:
    return reverse("admin:timelines_timeline_change", args=[timeline.pk])


def titles(response: object) -> list[str]:
    return [str(row) for row in response.context["cl"].result_list]  # type: ignore[attr-defined]


def test_what_waits_is_on_top(client: Client) -> None:
    sign_in(client)
    make_timeline(title="Draft")
    make_submitted(title="First submitted")
    make_submitted(title="Then submitted")
    make_timeline(title="Returned", state="returned")
    assert titles(client.get(LIST)) == ["First submitted", "Then submitted", "Returned", "Draft"]


def test_by_state(client: Client) -> None:
    sign_in(client)
    make_timeline(title="Draft")
    make_submitted(title="Submitted")
    response = client.get(LIST, {"state": "submitted"})
    assert titles(response) == ["Submitted"]
    choices = [choice["display"] for choice in response.context["cl"].filter_specs[0].choices(response.context["cl"])]
    assert choices == ["All", "In review", "Returned", "Published", "Draft"]
    assert titles(client.get(LIST, {"state": "no such"})) == []


def test_columns(client: Client) -> None:
    sign_in(client)
    timeline, _ = make_resubmitted(title="The bridge")
    make_entry(timeline, state="proposed")
    make_entry(timeline, state="proposed")
    assert timeline.owner is not None
    page = Page(client.get(LIST))
    assert f"The bridge In review {timeline.owner.username} " in page.text.replace("bridgeIn", "bridge In").replace(
        f"review{timeline.owner.username}", f"review {timeline.owner.username} "
    )
    assert page.all("a", href=f"/t/{timeline.slug}/")
    assert page.all("a", href=reading(timeline))
    row = client.get(LIST).context["cl"].result_list[0]
    assert (row.accepted_count, row.undecided_count) == (1, 2)


def test_searching(client: Client) -> None:
    sign_in(client)
    make_timeline(title="The bridge")
    make_timeline(title="The tunnel")
    assert titles(client.get(LIST, {"q": "tunnel"})) == ["The tunnel"]


def test_queries(client: Client) -> None:
    sign_in(client)
    make_resubmitted()
    client.get(LIST)
    few = queries(lambda: client.get(LIST))
    for _ in range(10):
        make_resubmitted()
    assert queries(lambda: client.get(LIST)) == few <= 8


def test_nothing_is_edited_or_deleted_in_the_list(client: Client) -> None:
    superuser(client)
    timeline = make_timeline()
    response = client.get(LIST)
    assert response.context["cl"].formset is None
    assert response.context["action_form"] is None
    client.post(LIST, {"action": "delete_selected", "_selected_action": [timeline.pk], "post": "yes"})
    assert Timeline.objects.filter(pk=timeline.pk).exists()


def test_the_page_of_one_leads_to_reading_it(client: Client) -> None:
    sign_in(client)
    timeline = make_submitted(title=EVIL, note=EVIL)
    article = make_article(timeline=timeline, title=EVIL)
    page = Page(client.get(change(timeline)))
    assert "Read and decide" in page.text
    assert page.all("a", href=reading(timeline))
    assert page.all("a", href=reverse("admin:timelines_timeline_history", args=[timeline.pk]))
    assert page.all("a", href=reverse("admin:timelines_article_change", args=[article.pk]))
    assert len(page.all("h1")) == 1
    assert EVIL in page.text
    assert not [one for one in page.all("input") if one.get("type") != "hidden"]
    assert not page.all("textarea")
    assert not page.all("select")


def test_the_page_of_a_draft(client: Client) -> None:
    sign_in(client)
    text = Page(client.get(change(make_timeline()))).text
    assert "Read and decide" not in text
    assert "Live edition: none" in text


def test_its_entries_and_editions_are_found(client: Client) -> None:
    sign_in(client)
    timeline, edition = make_resubmitted()
    make_resubmitted()
    query = {"timeline__id__exact": str(timeline.pk)}
    entries = client.get("/admin/timelines/entry/", query).context["cl"].result_list
    editions = client.get("/admin/timelines/edition/", query).context["cl"].result_list
    assert [row.timeline_id for row in entries] == [timeline.pk]
    assert list(editions) == [edition]
