"""No way round the verbs: what the admin shows it does not change, for superusers neither."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib import admin
from django.db.models import Model
from django.forms.models import model_to_dict
from django.test import Client
from django.urls import reverse

from editorial import review
from tests.editorial.admin.helpers import EVIL, make_resubmitted, queries, sign_in, superuser
from tests.factories import make_entry, make_user
from tests.timelines.html import Page
from timelines.models import (
    Article,
    Correction,
    Decision,
    Edition,
    Entry,
    Event,
    Job,
    Publisher,
    TemporalExpression,
    Timeline,
    Topic,
)

pytestmark = pytest.mark.django_db

LOCKED: tuple[type[Any], ...] = (
    *(Timeline, Entry, Event, Article, Job, TemporalExpression, Decision, Edition, Correction),
)
FORGED = dict.fromkeys(("title", "slug", "headline", "text", "verb", "note"), "forged") | {
    "state": "published", "revision": "99", "live_edition": "1", "owner": "1", "edtf": "1999", "content": "{}",
    "status": "done", "number": "7", "position": "1", "version": "9", "_save": "Save",
}  # fmt: skip


def everything() -> None:
    """At least one row of each model, with texts that would run as HTML."""
    timeline, edition = make_resubmitted(title=EVIL)
    Correction.objects.create(edition=edition, text=EVIL, made_by=make_user())
    entry = make_entry(timeline, state="proposed", headline=EVIL, warnings=[{"message": EVIL, "readings": []}])
    review.accept(entry.pk, make_user())
    Article.objects.update(title=EVIL)
    Job.objects.update(reason=EVIL)


def url(model: type[Model], name: str, *args: object) -> str:
    return reverse(f"admin:timelines_{model._meta.model_name}_{name}", args=args)


def enter(client: Client, who: str) -> None:
    superuser(client) if who == "superuser" else sign_in(client)


def test_every_model_of_ours_is_here() -> None:
    ours = {model for model in admin.site._registry if model._meta.app_label == "timelines"}
    assert ours == {*LOCKED, Publisher, Topic}


@pytest.mark.parametrize("who", ["moderator", "superuser"])
@pytest.mark.parametrize("model", LOCKED)
def test_nothing_is_added_changed_or_deleted(client: Client, model: type[Any], who: str) -> None:
    everything()
    enter(client, who)
    before = {row.pk: model_to_dict(row) for row in model.objects.all()}
    pk = model.objects.first().pk
    assert client.post(url(model, "change", pk), FORGED).status_code == 403
    assert client.get(url(model, "add")).status_code == 403
    assert client.post(url(model, "add"), FORGED).status_code == 403
    assert client.get(url(model, "delete", pk)).status_code == 403
    assert client.post(url(model, "delete", pk), {"post": "yes"}).status_code == 403
    data = {"action": "delete_selected", "_selected_action": [pk], "post": "yes"}
    client.post(url(model, "changelist"), data)
    client.post(url(model, "changelist"), {"form-TOTAL_FORMS": "1", "form-0-id": pk, "form-0-state": "published"})
    assert {row.pk: model_to_dict(row) for row in model.objects.all()} == before


@pytest.mark.parametrize("who", ["moderator", "superuser"])
@pytest.mark.parametrize("model", [Timeline, Entry, Event])
def test_an_earlier_version_is_looked_at_and_not_brought_back(client: Client, model: type[Any], who: str) -> None:
    everything()
    enter(client, who)
    row = model.objects.first()
    before = model_to_dict(row)
    version = row.history.last().pk
    page = Page(client.get(url(model, "simple_history", row.pk, version)))
    assert not page.all("input", type="submit")
    assert not page.all("textarea")
    for method in ("post", "put", "delete"):
        assert getattr(client, method)(url(model, "simple_history", row.pk, version), FORGED).status_code == 403
    row.refresh_from_db()
    assert model_to_dict(row) == before


@pytest.mark.parametrize("model", LOCKED)
def test_lists_pages_and_histories_open_and_show_text_as_text(client: Client, model: type[Any]) -> None:
    everything()
    superuser(client)
    row = model.objects.last()
    for address in (url(model, "changelist"), url(model, "change", row.pk), url(model, "history", row.pk)):
        response = client.get(address)
        assert response.status_code == 200
        page = Page(response)
        assert len(page.all("h1")) == 1
        assert b"<script>alert" not in response.content
        assert not [tag for tag, attributes in page.tags if "style" in attributes]


@pytest.mark.parametrize("model", [*LOCKED, Publisher])
def test_lists_cost_the_same_for_many(client: Client, model: type[Any]) -> None:
    everything()
    sign_in(client)
    client.get(url(model, "changelist"))
    few = queries(lambda: client.get(url(model, "changelist")))
    for _ in range(5):
        everything()
    assert queries(lambda: client.get(url(model, "changelist"))) == few <= 9


@pytest.mark.parametrize("model", [*LOCKED, Publisher])
def test_lists_have_pages(model: type[Any]) -> None:
    assert admin.site.get_model_admin(model).list_per_page == 50


@pytest.mark.parametrize("model", [*LOCKED, Publisher])
def test_journalists_see_nothing_of_it(client: Client, model: type[Any]) -> None:
    sign_in(client, "journalists")
    assert client.get(url(model, "changelist"), follow=True).status_code == 404


def test_people_are_for_superusers(client: Client) -> None:
    sign_in(client)
    assert client.get("/admin/auth/user/").status_code == 403
    superuser(client)
    assert client.get("/admin/auth/user/").status_code == 200


def test_who_has_decided_something_cannot_be_deleted(client: Client) -> None:
    everything()
    superuser(client)
    decision = Decision.objects.get()
    client.post(reverse("admin:auth_user_delete", args=[decision.actor_id]), {"post": "yes"})
    assert Decision.objects.filter(pk=decision.pk).exists()
