"""desk:sample."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.conftest import Sent
from tests.editorial.views.helpers import desk, must_be_posted, queries, sign_in
from tests.factories import make_timeline
from timelines.models import Article, Job, Timeline

pytestmark = pytest.mark.django_db

URL = "/desk/sample/"


def test_address() -> None:
    assert reverse("desk:sample") == URL


def test_who_may(client: Client) -> None:
    answer = client.post(URL)
    assert (answer.status_code, answer["Location"]) == (302, f"/accounts/login/?next={URL}")
    sign_in(client, role=None)
    assert client.post(URL).status_code == 404
    assert not Timeline.objects.exists()


def test_is_posted(client: Client) -> None:
    sign_in(client)
    assert must_be_posted(client, URL)
    assert not Timeline.objects.exists()


def test_sample_comes_on_a_timeline_of_its_own(
    client: Client, django_capture_on_commit_callbacks: Any, sent_tasks: list[Sent]
) -> None:
    user = sign_in(client)
    with django_capture_on_commit_callbacks(execute=True):
        response = client.post(URL)
    timeline = Timeline.objects.get()
    article = timeline.articles.get()
    assert (response.status_code, response["Location"]) == (302, desk(timeline))
    assert timeline.owner == timeline.updated_by == article.added_by == user
    assert article.published == date(2025, 2, 7)
    assert article.job.status == Job.Status.QUEUED
    assert [sent.args for sent in sent_tasks] == [(article.job.pk, 1)]


def test_second_sample_has_the_same_article(client: Client) -> None:
    sign_in(client)
    first, second = (client.post(URL)["Location"] for _ in range(2))
    assert first != second
    assert Timeline.objects.count() == 2
    assert Article.objects.get().timelines.count() == 2


def test_queries_do_not_grow(client: Client) -> None:
    sign_in(client)
    counts = []
    for size in (1, 12):
        for _ in range(size):
            make_timeline()
        counts.append(queries(lambda: client.post(URL)))
        Article.objects.all().delete()
        Timeline.objects.all().delete()
    assert counts[0] == counts[1]
    assert counts[1] <= 30
