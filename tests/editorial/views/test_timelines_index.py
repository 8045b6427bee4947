"""desk:timelines."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from editorial.views.timelines import PAGE_SIZE
from tests.editorial.views.helpers import desk, queries, sign_in
from tests.factories import make_article, make_entry, make_expression, make_timeline, make_user
from timelines.models import Article, Citation, Entry, Timeline

pytestmark = pytest.mark.django_db

URL = "/desk/"


def titles(response: Any) -> list[str]:
    return [timeline.title for timeline in response.context["page"]]


def test_address() -> None:
    assert reverse("desk:timelines") == URL


def test_who_may(client: Client) -> None:
    answer = client.get(URL)
    assert (answer.status_code, answer["Location"]) == (302, "/accounts/login/?next=/desk/")
    sign_in(client, role=None)
    assert client.get(URL).status_code == 404


def test_is_only_read(client: Client) -> None:
    sign_in(client)
    assert client.post(URL).status_code == 405


def test_empty_desk_offers_a_first_article(client: Client) -> None:
    sign_in(client)
    html = client.get(URL).content.decode()
    assert "Nothing here yet" in html
    assert f'action="{reverse("desk:sample")}"' in html


def test_last_changed_comes_first(client: Client) -> None:
    sign_in(client)
    now = timezone.now()
    for title, hours in (("Old", 3), ("New", 1), ("Middle", 2)):
        make_timeline(title=title, updated_at=now - timedelta(hours=hours))
    assert titles(client.get(URL)) == ["New", "Middle", "Old"]


def test_row_says_how_far_the_timeline_is(client: Client) -> None:
    sign_in(client)
    editor = make_user(first_name="Ada", last_name="Byron")
    timeline = make_timeline(updated_by=editor)
    make_article(timeline=timeline)
    make_article(timeline=timeline, job="queued")
    make_entry(timeline, "2019-05-03")
    make_entry(timeline, "2021")
    make_entry(timeline, "2020", state="proposed")
    make_entry(timeline, "2020", state="proposed", warnings=[{"code": "x"}])
    make_entry(timeline, "2020", state="rejected")
    response = client.get(URL)
    html = " ".join(response.content.decode().split())
    (row,) = response.context["page"]
    assert (row.articles_count, row.reading_count, row.accepted_count) == (2, 1, 2)
    assert (row.undecided_count, row.warned_count) == (2, 1)
    assert "2 articles, 1 being read" in html
    assert "1 to check" in html
    assert "Ada Byron" in html
    assert f'href="{desk(timeline)}"' in html
    assert response.context["totals"] == {"timelines": 1, "proposals": 2}


def test_own_change_is_yours_and_the_readers_is_datelines(client: Client) -> None:
    user = sign_in(client)
    timeline = make_timeline(updated_by=user)
    assert '<span class="list__sub">you</span>' in client.get(URL).content.decode()
    timeline.updated_by = None
    timeline.save()
    assert '<span class="list__sub">Dateline</span>' in client.get(URL).content.decode()


def test_finds_by_title(client: Client) -> None:
    sign_in(client)
    make_timeline(title="The ferry")
    make_timeline(title="The bridge")
    assert titles(client.get(URL, {"q": " FERRY "})) == ["The ferry"]


def test_nothing_found_keeps_what_was_typed(client: Client) -> None:
    sign_in(client)
    make_timeline(title="The ferry")
    response = client.get(URL, {"q": '"><script>alert(1)</script>'})
    html = response.content.decode()
    assert titles(response) == []
    assert "No timeline’s title has" in html
    assert "<script>alert(1)" not in html
    assert 'value="&quot;&gt;&lt;script&gt;alert(1)' in html


@pytest.mark.parametrize("q", ["%", "_", "\\", "'; --", "x" * 5000])
def test_signs_of_a_pattern_are_only_signs(client: Client, q: str) -> None:
    sign_in(client)
    make_timeline(title="The ferry")
    response = client.get(URL, {"q": q})
    assert response.status_code == 200
    assert titles(response) == []


def test_nul_in_what_is_sought_is_left_out(client: Client) -> None:
    sign_in(client)
    make_timeline(title="The ferry")
    response = client.get(URL, {"q": "fer\0ry"})
    assert titles(response) == ["The ferry"]
    assert response.context["q"] == "ferry"


def test_title_is_escaped(client: Client) -> None:
    sign_in(client)
    make_timeline(title="<script>alert(1)</script>")
    html = client.get(URL).content.decode()
    assert "<script>alert(1)" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html


def test_pages(client: Client) -> None:
    sign_in(client)
    for _ in range(PAGE_SIZE + 1):
        make_timeline(title="The ferry")
    assert len(titles(client.get(URL, {"q": "ferry"}))) == PAGE_SIZE
    assert len(titles(client.get(URL, {"q": "ferry", "page": "2"}))) == 1
    assert "q=ferry" in client.get(URL, {"q": "ferry"}).content.decode()
    assert client.get(URL, {"page": "nonsense"}).status_code == 200


def test_queries_do_not_grow(client: Client) -> None:
    sign_in(client)
    counts = []
    for _ in range(2):
        for _ in range(4):
            timeline = make_timeline(updated_by=make_user())
            make_article(timeline=timeline)
            make_entry(timeline)
        counts.append(queries(lambda: client.get(URL)))
    assert counts[0] == counts[1]
    assert counts[1] <= 9


def told_twice(timeline: Timeline, first: str, second: str, **fields: Any) -> Entry:
    """An entry with two sources that give these dates."""
    number = Article.objects.count()
    entry = make_entry(timeline, first, article=make_article(f"{number}: in {first}."), words=first, **fields)
    article = make_article(f"{number}: no, in {second}.")
    expression = make_expression(article, second, second)
    Citation.objects.create(event=entry.event, article=article, start=0, end=5, expression=expression)
    return entry


@pytest.mark.parametrize(("number", "words"), [(1, "1 disagrees"), (2, "2 disagree")])
def test_entries_whose_sources_disagree_are_counted(client: Client, number: int, words: str) -> None:
    sign_in(client)
    timeline = make_timeline()
    make_timeline()
    for _ in range(number):
        told_twice(timeline, "2019-05-03", "2019-05-04")
    told_twice(timeline, "2019-05", "2019-05-04")
    told_twice(timeline, "2019-05-03", "2020", state="rejected")
    make_entry(timeline)
    response = client.get(URL)
    counts = {row.pk: row.disagreeing_count for row in response.context["page"]}
    assert counts[timeline.pk] == number
    assert sum(counts.values()) == number
    assert response.content.decode().count(f"{words}</span>") == 1
